/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_SERVER_MASTERS_H
#define LMS_SERVER_MASTERS_H
/* The master keys of this process: read at the start, checked by the rows. */
#include <libpq-fe.h>
#include <stdbool.h>

/* Reads the file. NULL when that went well, else what to do, in Dutch. */
const char *masters_read(const char *path);
/*
 * The rows of seal_masters: what must be there. Says what is not; at the start
 * that also ends the process, which could show and seal nothing.
 */
void masters_check(const PGresult *, bool is_start);
#endif
