/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tariff_fuzz.c - feeds anything to the reader of tariffs. What must hold:
 * rows or faults and never both, every fault with a remedy, and a table that
 * is written reads the same.
 */
#include "core/tariff_csv.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct tariff_file file, again;
	const char *text;

	tariff_csv_read(&file, a, (const char *)data, size, 2026);
	if ((file.row_count > 0) == (file.fault_count > 0) ||
	    file.row_count > TARIFF_ROWS_MAX)
		abort();
	for (size_t i = 0; i < file.fault_count; i++)
		if (file.faults[i].line < 0 ||
		    *file.faults[i].message == '\0')
			abort();
	if (file.row_count > 0) {
		text = tariff_csv_write(a, file.rows, file.row_count, true);
		tariff_csv_read(&again, a, text, strlen(text), 2026);
		if (again.row_count != file.row_count ||
		    tariff_compare(a, file.rows, file.row_count, again.rows,
			again.row_count)
			    .step_count != 0)
			abort();
	}
	arena_free(a);
	return 0;
}
