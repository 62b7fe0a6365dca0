/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_SERVER_DRAIN_H
#define LMS_SERVER_DRAIN_H
/*
 * The end of a worker that was asked to stop: newcomers are refused at the
 * door, so that nginx takes them to another instance; who is inside gets an
 * answer that also says goodbye. Called from kore_worker_teardown.
 */
#include <stdint.h>

/* Returns when everybody has left, or after this long. */
void drain_worker(uint64_t limit_ms);
#endif
