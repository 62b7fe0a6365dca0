/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_SERVER_WORK_H
#define LMS_SERVER_WORK_H
/*
 * Work that is too heavy for the event loop (password hashing), on two
 * threads of this worker, with a bounded number of places to wait.
 */
#include <stdbool.h>

/* Starts the threads; called once, in the worker. */
void work_open(void);
/*
 * run(arg) in a thread, then done(arg) from the event loop. False: all places
 * are taken, neither is called. `arg` must live until done.
 */
bool work_start(void (*run)(void *arg), void (*done)(void *arg), void *arg)
    __attribute__((warn_unused_result));
/*
 * True: the work of this arg had not begun and never will; done is not
 * called. False: it runs, and done comes.
 */
bool work_cancel(const void *arg) __attribute__((warn_unused_result));
#endif
