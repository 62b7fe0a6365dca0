/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_QUANTITY_H
#define LMS_CORE_QUANTITY_H
/*
 * How much, how often and how long, in the words people use: "twee keer per
 * week een uur, een half jaar lang". Read into the fields of a line's form,
 * and said back, so that somebody sees how it was understood before it
 * counts. Examples: tests/cases/quantity.tsv.
 */
#include "base/arena.h"
#include "core/plan.h"

/* What was read; the texts are as the calculation core reads them. */
struct quantity {
	const char *fault; /* Dutch, with an example; NULL: it was read */
	const char *hoeveelheid, *per;
	const char *duur_aantal, *duur_eenheid; /* NULL when eenmalig */
	int start_maand;
	const char *words; /* "2 uur per week, …: dat is 52 uur" */
};

enum { QUANTITY_TEXT_MAX = 200 /* characters */ };

/*
 * Reads the text for a tariff per `eenheid` ("uur", "etmaal", …). What the
 * text leaves open lasts until the end of the horizon.
 */
struct quantity quantity_read(
    struct arena *, const char *text, const char *eenheid, int horizon_jaren);
/* What somebody could type for such a tariff. */
const char *quantity_example(const char *eenheid);
#endif
