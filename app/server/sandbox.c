/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sandbox.c - the system calls of a worker, all of them.
 *
 * Kore has a list of its own, but at its end only the thread that broke it
 * dies: with threads beside it (work.c) a dead event loop leaves a process
 * that answers nobody and that the parent never misses. So this list is
 * complete, comes first and ends by itself, with the death of the process;
 * Kore's list after it is never reached.
 *
 * How it was found: strace of a worker that started, served, logged people
 * in, lost PostgreSQL and found it again, stopped, and aborted; over a unix
 * socket, over TCP with TLS and with a host name to look up; on Debian 12.
 * `seccomp_tracing yes` in Kore's configuration logs what is missing instead.
 */
#include "server/sandbox.h"

#include <kore/kore.h>
#include <kore/seccomp.h>

#include <errno.h>
#include <signal.h>
#include <sys/mman.h>

static struct sock_filter rules[] = {
	/* Asked for in passing, and done without: colours of a terminal,
	 * Kerberos' folder of settings, the addresses of this machine. */
	KORE_SYSCALL_DENY(ioctl, EACCES),
	KORE_SYSCALL_DENY(getdents64, EACCES),
	KORE_SYSCALL_DENY_ARG(socket, 0, AF_NETLINK, EAFNOSUPPORT),

	/* Never memory that can be written and run. */
	KORE_SYSCALL_DENY_WITH_FLAG(mmap, 2, PROT_EXEC | PROT_WRITE, EINVAL),
	KORE_SYSCALL_DENY_WITH_FLAG(mprotect, 2, PROT_EXEC, EINVAL),
	KORE_SYSCALL_ALLOW(mmap),
	KORE_SYSCALL_ALLOW(mprotect),
	KORE_SYSCALL_ALLOW(mremap),
	KORE_SYSCALL_ALLOW(munmap),
	KORE_SYSCALL_ALLOW(madvise),
	KORE_SYSCALL_ALLOW(brk),

	/* The event loop and its sockets. */
	KORE_SYSCALL_ALLOW(epoll_pwait),
	KORE_SYSCALL_ALLOW(epoll_ctl),
	KORE_SYSCALL_ALLOW(accept),
	KORE_SYSCALL_ALLOW(read),
	KORE_SYSCALL_ALLOW(write),
	KORE_SYSCALL_ALLOW(writev),
	KORE_SYSCALL_ALLOW(sendto),
	KORE_SYSCALL_ALLOW(recvfrom),
	KORE_SYSCALL_ALLOW(close),
	KORE_SYSCALL_ALLOW(shutdown),
	KORE_SYSCALL_ALLOW(fcntl),
	KORE_SYSCALL_ALLOW(setsockopt),
	KORE_SYSCALL_ALLOW(clock_gettime),
	KORE_SYSCALL_ALLOW(clock_nanosleep),

#if defined(SYS_epoll_wait) /* amd64; arm64 has the newer ones alone */
	KORE_SYSCALL_ALLOW(epoll_wait),
	KORE_SYSCALL_ALLOW(poll),
	KORE_SYSCALL_ALLOW(access),
#endif

	/* PostgreSQL: a socket, TLS' files, a name server. */
	KORE_SYSCALL_ALLOW_ARG(socket, 0, AF_UNIX),
	KORE_SYSCALL_ALLOW_ARG(socket, 0, AF_INET),
	KORE_SYSCALL_ALLOW_ARG(socket, 0, AF_INET6),
	KORE_SYSCALL_ALLOW(connect),
	KORE_SYSCALL_ALLOW(getsockopt),
	KORE_SYSCALL_ALLOW(getsockname),
	KORE_SYSCALL_ALLOW(getpeername),
	KORE_SYSCALL_ALLOW(ppoll),
	KORE_SYSCALL_ALLOW(sendmsg),
	KORE_SYSCALL_ALLOW(recvmsg),
	KORE_SYSCALL_ALLOW(sendmmsg),
	KORE_SYSCALL_ALLOW(uname),
	KORE_SYSCALL_ALLOW(openat),
	KORE_SYSCALL_ALLOW(fstat),
	KORE_SYSCALL_ALLOW(newfstatat),
	KORE_SYSCALL_ALLOW(faccessat2),
	KORE_SYSCALL_ALLOW(lseek),
	KORE_SYSCALL_ALLOW(getpid),
	KORE_SYSCALL_ALLOW(getuid),
	KORE_SYSCALL_ALLOW(geteuid),
	KORE_SYSCALL_ALLOW(getrandom),

	/* The threads of work.c. */
	KORE_SYSCALL_ALLOW(clone3),
	KORE_SYSCALL_ALLOW(rseq),
	KORE_SYSCALL_ALLOW(set_robust_list),
	KORE_SYSCALL_ALLOW(eventfd2),
	KORE_SYSCALL_ALLOW_ARG(setpriority, 1, 0), /* of itself only */
	KORE_SYSCALL_ALLOW(futex),

	/* Signals, and the end: of the parent, by exit, by abort. */
	KORE_SYSCALL_ALLOW_ARG(kill, 1, SIGQUIT),
	KORE_SYSCALL_ALLOW(rt_sigaction),
	KORE_SYSCALL_ALLOW(rt_sigprocmask),
	KORE_SYSCALL_ALLOW(rt_sigreturn),
	KORE_SYSCALL_ALLOW(restart_syscall),
	KORE_SYSCALL_ALLOW(gettid),
	KORE_SYSCALL_ALLOW(tgkill),
	KORE_SYSCALL_ALLOW(exit),
	KORE_SYSCALL_ALLOW(exit_group),

	KORE_BPF_RET(SECCOMP_RET_KILL_PROCESS),
};

/* The address sanitizer needs more than any worker: it gets all. */
#if defined(__SANITIZE_ADDRESS__)
void
sandbox_describe(void)
{
	rules[0] = (struct sock_filter)KORE_BPF_RET(SECCOMP_RET_ALLOW);
	kore_seccomp_filter("leer", rules, 1);
}
#else
void
sandbox_describe(void)
{
	struct sock_filter *end = &rules[KORE_FILTER_LEN(rules) - 1];

	if (kore_seccomp_tracing)
		end->k = SECCOMP_RET_TRACE;
	kore_seccomp_filter("leer", rules, KORE_FILTER_LEN(rules));
}
#endif
