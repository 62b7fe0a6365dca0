/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_TARIFF_H
#define LMS_CORE_TARIFF_H
/*
 * Tables of tariffs: what a row may say, and how two tables differ. The row
 * itself is struct tariff of core/plan.h.
 */
#include "base/arena.h"
#include "calc/plan.h"
#include "core/plan.h"

enum { TARIFF_YEAR_MIN = 1990, TARIFF_YEAR_MAX = 2100 };
#define TARIFF_CENTS_MAX INT64_C(1000000000) /* rekenregels §11 */

/* The words of the columns that have a list; each list ends with NULL. */
extern const char *const TARIFF_DOMAINS[], *const TARIFF_PAYERS[],
    *const TARIFF_KINDS[], *const TARIFF_CERTAINTIES[],
    *const TARIFF_PERIODS[], *const TARIFF_FLOWS[];
bool tariff_is_word(const char *value, const char *const *words);
/* "" for NULL: a column that a table does not have. */
const char *tariff_word(const char *value);
/* The name of an event: "uitzetting", one word of at most 40. */
bool tariff_is_event(const char *);

/* NULL when the table has no such row. */
const struct tariff *tariff_find(
    const struct tariff *, size_t count, const char *code);
/* For searching: code, name, domain and law, folded. */
const char *tariff_folded(struct arena *, const struct tariff *);

/*
 * What the signals of the calculation core read of a code (rekenregels §8):
 * the rows of this table, and for every other code the general one. NULL for
 * an empty table: the core then takes the general one itself.
 */
const struct rk_tarieventabel *tariff_signals(struct arena *,
    const struct tariff *, size_t count);

/* What a new table does to an old one, row by row. */
enum tariff_change { TARIFF_NEW, TARIFF_CHANGED, TARIFF_GONE, TARIFF_SAME,
	TARIFF_CHANGES };
struct tariff_step {
	enum tariff_change change;
	const struct tariff *old, *new; /* NULL: not in that table */
};
struct tariff_diff {
	size_t count[TARIFF_CHANGES];
	size_t step_count;
	const struct tariff_step *steps; /* new, changed, gone; not the same */
};
struct tariff_diff tariff_compare(struct arena *, const struct tariff *old,
    size_t old_count, const struct tariff *new, size_t new_count);
/*
 * By how much a price went up, in whole tenths of a percent, half up: 6110 to
 * 6400 gives "+4,7 %", down "−3,2 %". NULL from zero, or when it is the same.
 */
const char *tariff_rise(struct arena *, int64_t from, int64_t to);

/* How much prices rose in a year, in thousandths (courses/gegevens/). */
struct tariff_index {
	int jaar, promille;
	const char *bron;
};
/*
 * A price brought from one year to a later one (calc/indexeer.h), in a table
 * with a row for each year after the first. False: a year is not in it, or
 * there is nothing to bring.
 */
bool tariff_indexed(struct arena *, int64_t *out, int64_t cents, int from,
    int to, const struct tariff_index *, size_t count);
/* "× 1,0671" between two years: "1,0671". */
const char *tariff_factor(struct arena *, int from, int to,
    const struct tariff_index *, size_t count);
#endif
