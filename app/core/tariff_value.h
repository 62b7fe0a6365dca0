/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_TARIFF_VALUE_H
#define LMS_CORE_TARIFF_VALUE_H
/* One row of a file of tariffs, value by value; for tariff_csv.c. */
#include "core/tariff_csv.h"

/* The columns that are read; the order is of no meaning to a file. */
enum {
	COLUMN_CODE,
	COLUMN_NAME,
	COLUMN_UNIT,
	COLUMN_CENTS,
	COLUMN_EUROS,
	COLUMN_YEAR,
	COLUMN_DOMAIN,
	COLUMN_LAW,
	COLUMN_PAYER,
	COLUMN_SOURCE,
	COLUMN_CERTAINTY,
	COLUMN_KIND,
	COLUMN_PERIOD,
	COLUMN_FLOW,
	COLUMN_STAY,
	COLUMN_EVENT,
	COLUMN_SEVERE,
	TARIFF_COLUMN_COUNT
};

const char *tariff_column_name(int column);
bool tariff_column_is_needed(int column);
/* TARIFF_COLUMN_COUNT: unknown. -1: a column without a name. */
int tariff_column_of(const char *name);

void tariff_fault(struct tariff_file *, struct arena *, int line,
    const char *column, const char *message);
/* The row; what is wrong with it is added to the faults. values: trimmed,
 * NULL where the file has no such column. */
struct tariff tariff_row_read(struct tariff_file *, struct arena *, int line,
    const char *const *values, int this_year);
#endif
