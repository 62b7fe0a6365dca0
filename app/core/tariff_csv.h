/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_TARIFF_CSV_H
#define LMS_CORE_TARIFF_CSV_H
/*
 * A municipality's own tariffs as a file: separated values in UTF-8, as a
 * spreadsheet saves or copies them (';', ',' or tab; with or without BOM).
 *
 * Needed columns, by name and in any order: code, omschrijving, eenheid,
 * prijspeil_jaar, domein, wet, betaler, bron, zekerheid, and the price as
 * `tarief` in euros ("12,50") or as `tarief_eurocent` in whole cents. May be
 * absent or empty: aard (dienst), kasstroom (variabel), per_gebruikelijk
 * (follows from eenheid), and what signals read of a code: verblijf24,
 * ernstig (ja, nee) and gebeurtenis (one word). The words are those of that table; zekerheid may
 * also be as the screen says it: officieel, gepubliceerd, oefenbedrag.
 *
 * Every fault is named, all at once; a file with one fault gives no rows.
 * Examples: tests/cases/tariff_csv.tsv.
 */
#include "core/tariff.h"

enum { TARIFF_ROWS_MAX = 500, TARIFF_BYTES_MAX = 200000 };

struct tariff_fault {
	int line;	     /* of the file, from 1; 0: the file as a whole */
	const char *column;  /* its name, or NULL: the whole row */
	const char *message; /* Dutch, with the remedy */
};

struct tariff_file {
	size_t row_count, fault_count, fault_size;
	struct tariff *rows; /* none when there is a fault */
	int *row_lines;	     /* where each begins */
	struct tariff_fault *faults;
};

/* `this_year`: a price level may be one year ahead of it at most. */
void tariff_csv_read(struct tariff_file *, struct arena *, const char *bytes,
    size_t len, int this_year);
/*
 * The same table as a file that a Dutch spreadsheet opens: ';' between, price
 * in euros, CRLF. With a BOM for a download, without one to send it once more.
 */
const char *tariff_csv_write(
    struct arena *, const struct tariff *, size_t count, bool has_bom);
#endif
