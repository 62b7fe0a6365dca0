/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tariff_fuzz.c - gives any file to the reader of a municipality's tariffs.
 * What must hold: rows or faults, never both; a fault names its line and a
 * remedy; rows are within the limits of the rekenkern, and written out they
 * are read as the same rows.
 */
#include "core/tariff_csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { THIS_YEAR = 2026 };

#define MUST(holds)                                                            \
	do {                                                                   \
		if (!(holds))                                                  \
			abort();                                               \
	} while (0)

static void
check_faults(const struct tariff_file *file, const char *bytes, size_t size)
{
	int lines = 1;
	size_t i;

	/* A lone CR may end a line too. */
	for (i = 0; i < size; i++)
		lines += bytes[i] == '\n' || bytes[i] == '\r';
	MUST(file->row_count == 0);
	for (i = 0; i < file->fault_count; i++) {
		const struct tariff_fault *fault = &file->faults[i];

		MUST(fault->line >= 0 && fault->line <= lines);
		MUST(fault->message && *fault->message);
		MUST(text_is_utf8(fault->message, strlen(fault->message)));
		MUST(!fault->column || *fault->column);
	}
}

static void
check_rows(const struct tariff_file *file)
{
	size_t i, k;

	MUST(file->row_count > 0 && file->row_count <= TARIFF_ROWS_MAX);
	for (i = 0; i < file->row_count; i++) {
		const struct tariff *row = &file->rows[i];

		MUST(row->code && *row->code && row->omschrijving &&
		     *row->omschrijving);
		MUST(row->tarief_eurocent >= 0 &&
		     row->tarief_eurocent <= TARIFF_CENTS_MAX);
		MUST(tariff_is_word(row->domein, TARIFF_DOMAINS));
		MUST(tariff_is_word(row->betaler, TARIFF_PAYERS));
		for (k = 0; k < i; k++)
			MUST(strcmp(row->code, file->rows[k].code) != 0);
	}
}

/* What was read, written and read: nothing has changed. */
static void
check_again(struct arena *a, const struct tariff_file *file)
{
	const char *text =
	    tariff_csv_write(a, file->rows, file->row_count, true);
	struct tariff_file again;
	struct tariff_diff diff;

	tariff_csv_read(&again, a, text, strlen(text), THIS_YEAR);
	MUST(again.fault_count == 0);
	MUST(again.row_count == file->row_count);
	diff = tariff_compare(
	    a, file->rows, file->row_count, again.rows, again.row_count);
	MUST(diff.step_count == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct tariff_file file;

	tariff_csv_read(&file, arena, (const char *)data, size, THIS_YEAR);
	if (file.fault_count > 0) {
		check_faults(&file, (const char *)data, size);
	} else {
		check_rows(&file);
		check_again(arena, &file);
	}
	arena_free(arena);
	return 0;
}
