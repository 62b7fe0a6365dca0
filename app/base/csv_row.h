/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_BASE_CSV_ROW_H
#define LMS_BASE_CSV_ROW_H
/*
 * The rows of separated values (RFC 4180), one at a time: quoted values, a
 * doubled quote for a quote, line ends inside quotes. Lines end in \n alone.
 */
#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

struct csv_cursor {
	const char *at; /* NUL-terminated text; moves on */
	char separator;
	int line;	   /* where `at` is, from 1 */
	const char *fault; /* of the last row: Dutch, with the remedy; or NULL */
	size_t fault_at;   /* in which value, from 1 */
};

/*
 * Reads the row at the cursor and moves past it. Returns how many values it
 * has, which may be more than `max`: those are left out.
 */
size_t csv_row_read(
    struct csv_cursor *, struct arena *, const char **values, size_t max);
/* What parts the values of this line: a tab, ';' or else ','. */
char csv_separator_of(const char *line);
#endif
