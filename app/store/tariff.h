/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_STORE_TARIFF_H
#define LMS_STORE_TARIFF_H
/*
 * An organisation's own tariffs in the database (migrations/0009): every load
 * is a new version of the whole table, the newest is in use.
 */
#include "core/tariff.h"
#include "store/batch.h"

/* Whose: the organisation of the session with this token hash (32 bytes). */
void tariff_ask_own(struct batch *, const unsigned char *token_hash);
/* In the order of the file; 0 when there are none or none were asked. */
size_t tariff_read_own(const struct batch *, const struct tariff **);
/* The rows of one version. */
void tariff_ask_version(
    struct batch *, const unsigned char *token_hash, int number);
size_t tariff_read_version(const struct batch *, const struct tariff **);

struct tariff_table {
	int number, row_count;
	int put_back; /* the version that it puts back; -1: it was loaded */
	const char *person; /* who; NULL when the account is gone */
	int64_t loaded_s;
};
/* The versions, the newest first. */
void tariff_ask_tables(struct batch *, const unsigned char *token_hash);
size_t tariff_read_tables(const struct batch *, const struct tariff_table **);

/* An act on the table: the id of its form, and the version that it knew. */
struct tariff_act {
	const unsigned char *token_hash;
	const char *id;
	int base; /* 0: there was none */
};
void tariff_ask_load(struct batch *, const struct tariff_act *,
    const struct tariff *, size_t count);
/* `number` 0: no tariffs of one's own any more. */
void tariff_ask_put_back(struct batch *, const struct tariff_act *, int number);

enum tariff_outcome { TARIFF_SAVED, TARIFF_CHANGED_ELSEWHERE, TARIFF_NOT_THERE };
enum tariff_outcome tariff_read_outcome(const struct batch *, enum query);
#endif
