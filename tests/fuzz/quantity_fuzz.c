/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * quantity_fuzz.c - gives anything to the reader of "twee keer per week een
 * uur". The first byte picks the unit of the tariff and the years. What must
 * hold: a fault with words, or numbers that the form and the rekenkern take
 * as they are; and the same text is read the same twice.
 */
#include "core/quantity.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "core/plan_input.h"
#include "core/plan_line_form.h"
#include "core/plan_sum.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(holds)                                                            \
	do {                                                                   \
		if (!(holds))                                                  \
			abort();                                               \
	} while (0)

static const char *const UNITS[] = {"uur", "dagdeel", "dag", "etmaal", "week",
    "maand", "jaar", "stuk", "traject", "keer", "", "x"};

static bool
is_same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/*
 * The form takes these numbers, or says that it lasts too long; what the form
 * lets through the core computes.
 */
static void
check_numbers(struct arena *a, const struct quantity *q, int years)
{
	static const struct tariff TARIFF = {.code = "X",
	    .omschrijving = "X",
	    .eenheid = "uur",
	    .tarief_eurocent = 1,
	    .domein = "wonen",
	    .wet = "Wmo 2015",
	    .zekerheid = "published",
	    .aard = "dienst",
	    .kasstroom = "variabel"};
	const struct line_form form = {.id = "r1",
	    .scenario = "huidig",
	    .tarief = "X",
	    .persoon = "HH",
	    .hoeveelheid = input_dutch(a, q->hoeveelheid),
	    .per = q->per,
	    .duur_aantal = q->duur_aantal ? input_dutch(a, q->duur_aantal) : "",
	    .duur_eenheid = q->duur_eenheid ? q->duur_eenheid : "",
	    .start_maand = arena_printf(a, "%d", q->start_maand),
	    .betaler = "gemeente",
	    .kans = "",
	    .rol = "lopend",
	    .stopreden = ""};
	struct input_fault faults[LINE_FAULTS_MAX];
	struct plan_line line;
	struct plan plan = {.line_count = 1,
	    .lines = &line,
	    .horizon_jaren = years,
	    .disconto_pct = "0"};
	struct plan_sum sum;

	for (int f = 0; f < FIELD_COUNT; f++)
		plan.text[f] = "";
	if (line_read(&line, faults, a, &form, &TARIFF, NULL, 0) > 0) {
		MUST(strcmp(faults[0].field, "duur_aantal") == 0);
		return;
	}
	MUST(is_same(line.hoeveelheid, q->hoeveelheid));
	MUST(is_same(line.duur_aantal, q->duur_aantal));
	MUST(line.start_maand == q->start_maand);
	plan_sum(&sum, a, &plan, NULL, 0, NULL);
	MUST(sum.result != NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *text, *unit;
	struct quantity q, again;
	int years;

	if (size > 0 && size <= 4 * QUANTITY_TEXT_MAX &&
	    text_is_utf8((const char *)data + 1, size - 1)) {
		unit = UNITS[data[0] % (sizeof(UNITS) / sizeof(*UNITS))];
		years = 1 + data[0] / 16 % 5;
		text = arena_strndup(a, (const char *)data + 1, size - 1);
		q = quantity_read(a, text, unit, years);
		again = quantity_read(a, text, unit, years);
		MUST(is_same(q.fault, again.fault));
		if (q.fault != NULL) {
			MUST(*q.fault != '\0');
			MUST(text_is_utf8(q.fault, strlen(q.fault)));
		} else {
			MUST(is_same(q.words, again.words) && *q.words);
			MUST(is_same(q.hoeveelheid, again.hoeveelheid));
			MUST((q.duur_aantal == NULL) ==
			     (strcmp(q.per, "eenmalig") == 0));
			check_numbers(a, &q, years);
		}
	}
	arena_free(a);
	return 0;
}
