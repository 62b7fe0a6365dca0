/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_TOGETHER_H
#define LMS_STORE_TOGETHER_H
/*
 * Several batches that ask the same of PostgreSQL, each with its own values,
 * as one statement: its twin, which takes a list where the statement takes a
 * value, and ends each row in `slot`, the place in the lists that the row is
 * for. A batch gets its own rows, without that column, and no others.
 *
 * A slot without rows says nothing: its batch is to be asked alone. So the
 * twin need not tell why it gave nothing.
 */
#include "store/batch.h"

enum { TOGETHER_MAX = 32 };

/* One undated statement, which has a twin. */
bool together_can(const struct batch *);
/* Puts the twin in the pipeline; of 1..TOGETHER_MAX batches with one query. */
bool together_send(PGconn *, struct batch *const *, int n) MUST_CHECK;
/*
 * The batches that got rows have their reply. NULL: nobody waits for it. The
 * result stays the caller's.
 */
void together_share(const PGresult *, struct batch *const *, int n);
#endif
