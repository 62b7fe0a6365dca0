/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * csv.c - a strict reader of tables. Every fault names its line, and the row
 * is left out; the reader goes on, so that an author sees all at once.
 */
#include "content/csv.h"

#include "base/csv_row.h"
#include "content/array.h"

#include <string.h>

/* Which column of the file holds wanted[i]; false with faults when not so. */
static bool
match_columns(const struct csv *csv, struct faults *f,
    const char *const *wanted, size_t count, size_t *at)
{
	bool is_right = true;

	for (size_t w = 0; w < count; w++) {
		at[w] = 0;
		while (at[w] < csv->column_count &&
		       strcmp(csv->column[at[w]], wanted[w]) != 0)
			at[w]++;
		if (at[w] == csv->column_count) {
			fault_add(f, csv->file, 1,
			    "de kolom ‘%s’ ontbreekt. Zet hem in de eerste "
			    "regel.",
			    wanted[w]);
			is_right = false;
		}
	}
	if (is_right && csv->column_count != count) {
		fault_add(f, csv->file, 1,
		    "er staan %zu kolommen, het moeten er %zu zijn. Haal weg "
		    "wat er te veel is.",
		    csv->column_count, count);
		is_right = false;
	}
	return is_right;
}

/* Keeps a row whose values stand in the order of the file. */
static void
keep_row(struct csv *csv, struct arena *a, size_t *size, int line,
    const char *const *values, const size_t *order, size_t count)
{
	struct csv_row *row;

	csv->rows =
	    array_grow(a, csv->rows, csv->row_count, size, sizeof(*csv->rows));
	row = &csv->rows[csv->row_count++];
	row->line = line;
	for (size_t w = 0; w < count; w++)
		row->value[w] = values[order[w]];
}

static void
read_rows(struct csv *csv, struct arena *a, struct faults *f,
    struct csv_cursor *r, const size_t *order, size_t wanted_count)
{
	size_t size = 0;

	while (*r->at != '\0') {
		const char *values[CSV_COLUMNS_MAX];
		int line = r->line;
		size_t n;

		if (*r->at == '\n') {
			r->at++;
			r->line++;
			continue;
		}
		if (csv->row_count == CSV_ROWS_MAX) {
			fault_add(f, csv->file, line,
			    "deze tabel heeft meer "
			    "dan %d rijen. Maak haar korter.",
			    CSV_ROWS_MAX);
			return;
		}
		n = csv_row_read(r, a, values, CSV_COLUMNS_MAX);
		if (r->fault != NULL)
			fault_add(f, csv->file, line, "kolom %zu: %s.",
			    r->fault_at, r->fault);
		else if (n != wanted_count)
			fault_add(f, csv->file, line,
			    "deze rij heeft %zu waarden, het moeten er %zu "
			    "zijn. Een waarde met een komma hoort tussen "
			    "aanhalingstekens.",
			    n, wanted_count);
		else
			keep_row(csv, a, &size, line, values, order, n);
	}
}

bool
csv_from(struct csv *csv, struct arena *a, struct faults *f,
    const struct source *source, const char *const *wanted, size_t wanted_count)
{
	struct csv_cursor r = {
	    .at = source->text, .separator = ',', .line = 1};
	size_t order[CSV_COLUMNS_MAX];

	*csv = (struct csv){.file = source->file};
	csv->column_count =
	    csv_row_read(&r, a, csv->column, CSV_COLUMNS_MAX);
	if (csv->column_count > CSV_COLUMNS_MAX || r.fault != NULL) {
		fault_add(f, csv->file, 1,
		    "de eerste regel met de namen van "
		    "de kolommen klopt niet.");
		return false;
	}
	if (!match_columns(csv, f, wanted, wanted_count, order))
		return false;
	read_rows(csv, a, f, &r, order, wanted_count);
	return true;
}

bool
csv_read(struct csv *csv, struct arena *a, struct faults *f, const char *file,
    const char *const *wanted, size_t wanted_count)
{
	struct source source;

	return source_read(&source, a, f, file) &&
	       csv_from(csv, a, f, &source, wanted, wanted_count);
}
