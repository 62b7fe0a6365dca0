/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prompt_test.c - `leer gebruiker` asks for a password on a terminal, and
 * leaves that terminal as it was, also when it is interrupted.
 */
#include "check.h"
#include "db/db.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <termios.h>

struct terminal {
	pid_t pid;
	int fd; /* the far end: what somebody sits at */
};

static struct terminal
start(const char *email)
{
	struct terminal t;

	t.pid = forkpty(&t.fd, NULL, NULL, NULL);
	assert_true(t.pid >= 0);
	if (t.pid == 0) {
		/* Ignored in what a script runs in the background. */
		signal(SIGINT, SIG_DFL);
		execl(".build/leer", "leer", "gebruiker", "wachtwoord",
		    "--email", email, (char *)NULL);
		_exit(127);
	}
	return t;
}

static bool
has_echo(const struct terminal *t)
{
	struct termios now;

	assert_int_equal(tcgetattr(t->fd, &now), 0);
	return (now.c_lflag & ECHO) != 0;
}

/* Reads until these words have come. */
static void
expect(const struct terminal *t, const char *words)
{
	struct pollfd wait = {.fd = t->fd, .events = POLLIN};
	char seen[4096];
	size_t len = 0;

	do {
		ssize_t n;

		if (poll(&wait, 1, 10000) != 1)
			fail_msg("no \"%s\" on the terminal", words);
		n = read(t->fd, seen + len, sizeof(seen) - 1 - len);
		assert_true(n > 0);
		len += (size_t)n;
		seen[len] = '\0';
	} while (strstr(seen, words) == NULL);
}

static void
type(const struct terminal *t, const char *keys)
{
	assert_int_equal(
	    write(t->fd, keys, strlen(keys)), (ssize_t)strlen(keys));
}

static int
end(const struct terminal *t)
{
	int status;

	assert_int_equal(waitpid(t->pid, &status, 0), t->pid);
	close(t->fd);
	return status;
}

static const char *
email_of(struct world *w, const struct person *p)
{
	const char *const v[] = {db_text(w, p->id)};

	return PQgetvalue(
	    db_sql(w, "SELECT email FROM person WHERE id = $1", 1, v), 0, 0);
}

static void
an_interrupt_at_the_prompt_leaves_the_echo_on(void **state)
{
	struct world *w = *state;
	struct terminal t = start(email_of(w, &w->ali));
	int status;

	expect(&t, "Wachtwoord");
	assert_false(has_echo(&t));
	type(&t, "half\x03");
	assert_int_equal(waitpid(t.pid, &status, 0), t.pid);
	assert_true(has_echo(&t));
	close(t.fd);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGINT);
	assert_int_equal(db_run(w, db_as(w, &w->ali)), ST_OK);
}

static void
what_is_typed_becomes_the_password_and_is_not_shown(void **state)
{
	struct world *w = *state;
	struct terminal t = start(email_of(w, &w->ali));
	const char *const v[] = {db_text(w, w->ali.id)};

	expect(&t, "Wachtwoord");
	type(&t, "een kat op het dak\n");
	expect(&t, "overal uitgelogd");
	assert_int_equal(end(&t), 0);
	assert_true(password_verify(
	    PQgetvalue(
		db_sql(w, "SELECT password_hash FROM person WHERE id = $1", 1,
		    v),
		0, 0),
	    "een kat op het dak"));
	assert_int_equal(db_run(w, db_as(w, &w->ali)), ST_NO_SESSION);
	assert_int_equal(db_run(w, db_as(w, &w->bea)), ST_OK);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(an_interrupt_at_the_prompt_leaves_the_echo_on),
	    DB_TEST(what_is_typed_becomes_the_password_and_is_not_shown),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
