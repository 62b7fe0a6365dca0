/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * csv.c - a strict reader of tables. Every fault names its line, and the row
 * is left out; the reader goes on, so that an author sees all at once.
 */
#include "content/csv.h"

#include "content/array.h"

#include <string.h>

struct reader {
	const char *at;
	int line;
	const char *fault; /* of this row, or NULL */
};

/* One quoted value; the reader stands on its first quote. */
static char *
read_quoted(struct reader *r, struct arena *a)
{
	char *out = arena_alloc(a, strlen(r->at) + 1), *to = out;

	for (r->at++; *r->at != '\0'; r->at++) {
		if (*r->at == '"') {
			if (r->at[1] != '"') {
				r->at++;
				return out;
			}
			r->at++;
		}
		if (*r->at == '\n')
			r->line++;
		*to++ = *r->at;
	}
	r->fault = "de aanhalingstekens gaan niet dicht. Zet er een \" achter";
	return out;
}

static char *
read_value(struct reader *r, struct arena *a)
{
	size_t len;
	char *out;

	if (*r->at == '"') {
		out = read_quoted(r, a);
		if (*r->at != ',' && *r->at != '\n' && *r->at != '\0' &&
		    r->fault == NULL)
			r->fault = "na het sluitende aanhalingsteken hoort "
				   "een komma te staan";
		r->at += strcspn(r->at, ",\n");
		return out;
	}
	len = strcspn(r->at, ",\n");
	out = arena_strndup(a, r->at, len);
	r->at += len;
	if (strchr(out, '"') != NULL && r->fault == NULL)
		r->fault = "een waarde met een aanhalingsteken hoort zelf "
			   "tussen aanhalingstekens, met elk teken dubbel";
	return out;
}

/* Reads one row; returns how many values it has. */
static size_t
read_row(struct reader *r, struct arena *a, const char **values)
{
	size_t n = 0;

	r->fault = NULL;
	for (;;) {
		const char *value = read_value(r, a);

		if (n < CSV_COLUMNS_MAX)
			values[n] = value;
		n++;
		if (*r->at != ',')
			break;
		r->at++;
	}
	if (*r->at == '\n') {
		r->at++;
		r->line++;
	}
	return n;
}

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
			    "regel.", wanted[w]);
			is_right = false;
		}
	}
	if (is_right && csv->column_count != count) {
		fault_add(f, csv->file, 1,
		    "er staan %zu kolommen, het moeten er %zu zijn. Haal weg "
		    "wat er te veel is.", csv->column_count, count);
		is_right = false;
	}
	return is_right;
}

bool
csv_read(struct csv *csv, struct arena *a, struct faults *f, const char *file,
    const char *const *wanted, size_t wanted_count)
{
	struct source source;
	struct reader r = { .line = 1 };
	size_t order[CSV_COLUMNS_MAX], size = 0;

	*csv = (struct csv){ .file = file };
	if (!source_read(&source, a, f, file))
		return false;
	r.at = source.text;
	csv->column_count = read_row(&r, a, csv->column);
	if (csv->column_count > CSV_COLUMNS_MAX || r.fault != NULL) {
		fault_add(f, file, 1, "de eerste regel met de namen van de "
		    "kolommen klopt niet.");
		return false;
	}
	if (!match_columns(csv, f, wanted, wanted_count, order))
		return false;
	while (*r.at != '\0') {
		const char *values[CSV_COLUMNS_MAX];
		int line = r.line;
		size_t n;

		if (*r.at == '\n') {
			r.at++;
			r.line++;
			continue;
		}
		n = read_row(&r, a, values);
		if (r.fault != NULL) {
			fault_add(f, file, line, "%s.", r.fault);
			continue;
		}
		if (n != wanted_count) {
			fault_add(f, file, line,
			    "deze rij heeft %zu waarden, het moeten er %zu "
			    "zijn. Een waarde met een komma hoort tussen "
			    "aanhalingstekens.", n, wanted_count);
			continue;
		}
		csv->rows = array_grow(a, csv->rows, csv->row_count, &size,
		    sizeof(*csv->rows));
		csv->rows[csv->row_count].line = line;
		for (size_t w = 0; w < wanted_count; w++)
			csv->rows[csv->row_count].value[w] = values[order[w]];
		csv->row_count++;
	}
	return true;
}
