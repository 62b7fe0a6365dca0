/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_DIES_H
#define LMS_TESTS_DIES_H
/*
 * A broken invariant ends the program: assert_aborts(f, arg) proves it in a
 * child process. Include after check.h.
 */
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static inline void
assert_aborts(void (*f)(void *), void *arg)
{
	static const struct rlimit NO_CORE = {0, 0};
	int status;
	pid_t child;

	fflush(NULL);
	child = fork();
	if (child == 0) {
		signal(SIGABRT, SIG_DFL);
		if (setrlimit(RLIMIT_CORE, &NO_CORE) == 0)
			f(arg);
		_exit(0);
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
}
#endif
