/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_CSV_H
#define LMS_CONTENT_CSV_H
/* Comma separated values (RFC 4180) with a header row. */
#include "content/source.h"

enum { CSV_COLUMNS_MAX = 24, CSV_ROWS_MAX = 5000 };

struct csv_row {
	int line; /* where the row begins */
	const char *value[CSV_COLUMNS_MAX];
};

struct csv {
	const char *file;
	size_t column_count, row_count;
	const char *column[CSV_COLUMNS_MAX];
	struct csv_row *rows;
};

/*
 * Reads a table that must have exactly these columns, in any order; value[i]
 * belongs to wanted[i]. A bad row is a fault and is left out. False when the
 * file or its head cannot be used.
 */
bool
csv_from(struct csv *, struct arena *, struct faults *, const struct source *,
    const char *const *wanted, size_t wanted_count) MUST_CHECK;
/* The same from a file. */
bool csv_read(struct csv *, struct arena *, struct faults *, const char *file,
    const char *const *wanted, size_t wanted_count) MUST_CHECK;
#endif
