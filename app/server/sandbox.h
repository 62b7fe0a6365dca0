/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_SERVER_SANDBOX_H
#define LMS_SERVER_SANDBOX_H
/*
 * Hands Kore the list of system calls that a worker may make; called from
 * kore_seccomp_hook, just before Kore closes the sandbox. A call that is not
 * on it ends the whole process, and `dmesg` says which one it was.
 */
void sandbox_describe(void);
#endif
