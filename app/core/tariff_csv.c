/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tariff_csv.c - from a file to rows of tariffs: first whether it is text,
 * then its columns, then every row, each value by the rule of its column
 * (tariff_value.c).
 */
#include "core/tariff_csv.h"

#include "base/csv_row.h"
#include "base/text.h"
#include "core/tariff_value.h"

#include <string.h>

enum { VALUES_MAX = 40 };

/* Where each column stands in the file, or -1. */
struct head {
	size_t width;
	int at[TARIFF_COLUMN_COUNT];
};

/* Copies without BOM, with every line end made \n. */
static char *
plain_lines(struct arena *a, const char *bytes, size_t len)
{
	char *out = arena_alloc(a, len + 1), *to = out;
	size_t i = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	for (; i < len; i++) {
		if (bytes[i] != '\r')
			*to++ = bytes[i];
		else if (i + 1 == len || bytes[i + 1] != '\n')
			*to++ = '\n';
	}
	return out;
}

/* The faults of bytes that are no text: each line that has them. */
static void
check_text(struct tariff_file *file, struct arena *a, const char *bytes,
    size_t len)
{
	int line = 1;

	if (memchr(bytes, '\0', len) != NULL) {
		tariff_fault(file, a, 0, NULL,
		    "Dit is geen tekstbestand. Kies in je spreadsheet "
		    "‘Opslaan als’ en dan ‘CSV UTF-8’.");
		return;
	}
	for (size_t at = 0, n; at < len; at += n + 1, line++) {
		const char *end = memchr(bytes + at, '\n', len - at);

		n = end != NULL ? (size_t)(end - bytes) - at : len - at;
		if (!text_is_utf8(bytes + at, n))
			tariff_fault(file, a, line, NULL,
			    "Hier staat een teken dat geen UTF-8 is. Kies in "
			    "je spreadsheet ‘Opslaan als’ en dan ‘CSV "
			    "UTF-8’.");
	}
}

static int
place_of(const char *const *names, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return (int)i;
	return -1;
}

static void
check_missing(struct tariff_file *file, struct arena *a,
    const struct head *head, int line)
{
	for (int c = 0; c < TARIFF_COLUMN_COUNT; c++)
		if (tariff_column_is_needed(c) && head->at[c] < 0)
			tariff_fault(file, a, line, tariff_column_name(c),
			    "Deze kolom ontbreekt. Zet de naam in de eerste "
			    "regel.");
	if (head->at[COLUMN_CENTS] < 0 && head->at[COLUMN_EUROS] < 0)
		tariff_fault(file, a, line, "tarief",
		    "Deze kolom ontbreekt. Zet de naam in de eerste regel en "
		    "het bedrag in euro’s eronder.");
	if (head->at[COLUMN_CENTS] >= 0 && head->at[COLUMN_EUROS] >= 0)
		tariff_fault(file, a, line, "tarief",
		    "Er is ook een kolom tarief_eurocent. Haal een van de "
		    "twee weg.");
}

/* The first row that is not blank names the columns. */
static void
read_head(struct head *head, struct tariff_file *file, struct arena *a,
    struct csv_cursor *r)
{
	const char *names[VALUES_MAX];
	int line = r->line;

	head->width = csv_row_read(r, a, names, VALUES_MAX);
	for (int c = 0; c < TARIFF_COLUMN_COUNT; c++)
		head->at[c] = -1;
	if (r->fault != NULL || head->width > VALUES_MAX) {
		tariff_fault(file, a, line, NULL,
		    "De eerste regel hoort de namen van de kolommen te "
		    "hebben, bijvoorbeeld code;omschrijving;eenheid;tarief.");
		return;
	}
	for (size_t i = 0; i < head->width; i++)
		names[i] = text_fold(a, text_trim(a, names[i]));
	for (size_t i = 0; i < head->width; i++) {
		int c = tariff_column_of(names[i]);

		if (c == TARIFF_COLUMN_COUNT) {
			tariff_fault(file, a, line, names[i],
			    "Deze kolom ken ik niet. Kijk of de naam klopt, "
			    "of haal de kolom weg.");
		} else if (place_of(names, i, names[i]) >= 0 && *names[i]) {
			tariff_fault(file, a, line, names[i],
			    "Deze kolom staat er twee keer. Haal er een weg.");
		} else if (c >= 0) {
			head->at[c] = (int)i;
		}
	}
	check_missing(file, a, head, line);
}

static bool
is_blank(const char *const *values, size_t from, size_t to)
{
	for (; from < to; from++)
		if (*values[from] != '\0')
			return false;
	return true;
}

static void
read_row(struct tariff_file *file, struct arena *a, const struct head *head,
    struct csv_cursor *r, int this_year)
{
	const char *values[VALUES_MAX], *of[TARIFF_COLUMN_COUNT];
	int line = r->line;
	size_t n = csv_row_read(r, a, values, VALUES_MAX);
	size_t kept = n < VALUES_MAX ? n : VALUES_MAX;

	for (size_t i = 0; i < kept; i++)
		values[i] = text_trim(a, values[i]);
	if (r->fault == NULL && is_blank(values, 0, kept) && n == kept)
		return;
	if (r->fault != NULL) {
		tariff_fault(file, a, line, NULL,
		    arena_printf(a, "Waarde %zu: %s.", r->fault_at, r->fault));
		return;
	}
	if (n < head->width || n != kept ||
	    !is_blank(values, head->width, n)) {
		tariff_fault(file, a, line, NULL,
		    arena_printf(a,
			"Hier staan %zu waarden, maar er zijn %zu kolommen. "
			"Zet een waarde met een scheidingsteken erin tussen "
			"aanhalingstekens.",
			n, head->width));
		return;
	}
	if (file->row_count == TARIFF_ROWS_MAX) {
		tariff_fault(file, a, line, NULL,
		    "Een tabel heeft niet meer dan 500 tarieven. Haal weg wat "
		    "je niet gebruikt.");
		r->at += strlen(r->at);
		return;
	}
	for (int c = 0; c < TARIFF_COLUMN_COUNT; c++)
		of[c] = head->at[c] < 0 ? NULL : values[head->at[c]];
	file->rows[file->row_count] =
	    tariff_row_read(file, a, line, of, this_year);
	file->row_lines[file->row_count++] = line;
}

void
tariff_csv_read(struct tariff_file *file, struct arena *a, const char *bytes,
    size_t len, int this_year)
{
	struct csv_cursor r = { .line = 1 };
	struct head head;

	*file = (struct tariff_file){ 0 };
	if (len > TARIFF_BYTES_MAX)
		tariff_fault(file, a, 0, NULL,
		    "Dit bestand is te groot. Houd alleen de kolommen en de "
		    "regels die nodig zijn.");
	else
		check_text(file, a, bytes, len);
	if (file->fault_count > 0)
		return;
	r.at = plain_lines(a, bytes, len);
	for (; *r.at == '\n'; r.at++)
		r.line++;
	if (*r.at == '\0') {
		tariff_fault(file, a, 0, NULL,
		    "Er staat niets in. Kies een bestand, of plak je tabel.");
		return;
	}
	r.separator = csv_separator_of(r.at);
	read_head(&head, file, a, &r);
	if (file->fault_count > 0)
		return; /* every row would be a fault of the same */
	file->rows = arena_array(a, TARIFF_ROWS_MAX, sizeof(*file->rows));
	file->row_lines =
	    arena_array(a, TARIFF_ROWS_MAX, sizeof(*file->row_lines));
	while (*r.at != '\0')
		read_row(file, a, &head, &r, this_year);
	if (file->row_count == 0 && file->fault_count == 0)
		tariff_fault(file, a, 0, NULL,
		    "Er staan geen tarieven onder de eerste regel. Zet er een "
		    "regel per tarief onder.");
	if (file->fault_count > 0)
		file->row_count = 0;
}

/* A value as a file has it: between quotes when it must be. */
static const char *
quoted(struct arena *a, const char *value)
{
	char *out, *to;

	if (strpbrk(value, ";\"\n\t,") == NULL)
		return value;
	to = out = arena_alloc(a, 2 * strlen(value) + 3);
	*to++ = '"';
	for (; *value != '\0'; value++) {
		if (*value == '"')
			*to++ = '"';
		*to++ = *value;
	}
	*to = '"';
	return out;
}

static const char *
row_text(struct arena *a, const struct tariff *t)
{
	return arena_printf(a,
	    "%s;%s;%s;%lld,%02lld;%d;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s;%s\r\n",
	    quoted(a, t->code), quoted(a, t->omschrijving),
	    quoted(a, t->eenheid), (long long)(t->tarief_eurocent / 100),
	    (long long)(t->tarief_eurocent % 100), t->prijspeil_jaar,
	    t->domein, quoted(a, t->wet), t->betaler, quoted(a, t->bron),
	    t->zekerheid, t->aard, t->per_gebruikelijk, t->kasstroom,
	    tariff_word(t->verblijf24), tariff_word(t->gebeurtenis),
	    tariff_word(t->ernstig));
}

const char *
tariff_csv_write(struct arena *a, const struct tariff *list, size_t count,
    bool has_bom)
{
	static const char HEAD[] =
	    "code;omschrijving;eenheid;tarief;prijspeil_jaar;domein;wet;"
	    "betaler;bron;zekerheid;aard;per_gebruikelijk;kasstroom;"
	    "verblijf24;gebeurtenis;ernstig\r\n";
	const char **rows = arena_array(a, count, sizeof(*rows));
	size_t size = sizeof(HEAD) + 3;
	char *out, *to;

	for (size_t i = 0; i < count; i++) {
		rows[i] = row_text(a, &list[i]);
		size += strlen(rows[i]);
	}
	to = out = arena_alloc(a, size);
	if (has_bom)
		to = stpcpy(to, "\xEF\xBB\xBF");
	to = stpcpy(to, HEAD);
	for (size_t i = 0; i < count; i++)
		to = stpcpy(to, rows[i]);
	return out;
}
