/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_file_fuzz.c - gives anything to the reader of a plan that somebody
 * took along. What must hold: a plan or faults, never both; a fault names a
 * path or a line, and a remedy; a plan is one that the rekenkern computes,
 * and written out it is read as the same plan.
 */
#include "content/plan_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "core/plan_sum.h"
#include "core/tariff.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(holds)                                                            \
	do {                                                                   \
		if (!(holds))                                                  \
			abort();                                               \
	} while (0)

static const char PREFIX[] = "i7x";

static const struct household_member MEMBERS[] = {
    {"P1", "Marlies", "ouder", 38}, {"P2", "Sem", "kind", 9}};
static const struct tariff TARIFFS[] = {{.code = "HULP",
    .omschrijving = "Hulp",
    .eenheid = "uur",
    .tarief_eurocent = 6600,
    .prijspeil_jaar = 2024,
    .domein = "wonen",
    .wet = "Wmo 2015",
    .betaler = "gemeente",
    .bron = "Bron",
    .zekerheid = "published",
    .aard = "dienst",
    .per_gebruikelijk = "week",
    .kasstroom = "variabel"}};
static const struct law LAWS[] = {{.code = "PW-49-b"}, {.code = "WMO-2.3.5"}};
static const struct casus CASUS = {.slug = "ontruiming",
    .title = "Familie Van Dalen",
    .member_count = 2,
    .members = MEMBERS,
    .tariff_count = 1,
    .tariffs = TARIFFS};
static const struct course COURSE = {.slug = "de-basis"};
static const struct library LIBRARY = {.law_count = 2, .laws = LAWS};

static void
check_faults(const struct content_faults *faults)
{
	for (size_t i = 0; i < faults->count; i++) {
		const struct content_fault *f = &faults->fault[i];

		MUST(f->text && *f->text);
		MUST(text_is_utf8(f->text, strlen(f->text)));
		/* Syntax names its line, all else a path in its words. */
		MUST(f->line > 0 || strchr(f->text, ':'));
	}
}

static void
check_plan(const struct plan *plan)
{
	size_t per[SCENARIO_COUNT] = {0};

	for (size_t i = 0; i < plan->line_count; i++) {
		const struct plan_line *l = &plan->lines[i];

		MUST(l->scenario < SCENARIO_COUNT);
		MUST(++per[l->scenario] <= PLAN_FILE_LINES_MAX);
		MUST(l->payer_count == 1 && l->payers[0].betaler);
		MUST(!l->stopreden || l->scenario == SCENARIO_HUIDIG);
		MUST(!l->gebeurtenis || tariff_is_event(l->gebeurtenis));
	}
	MUST(plan->article_count <= PLAN_FILE_ARTICLES_MAX);
	MUST(plan->action_count <= PLAN_FILE_ACTIONS_MAX);
	for (int f = 0; f < FIELD_COUNT; f++)
		MUST(plan->text[f] != NULL);
}

/* Read, written and read: nothing has changed, and the sum is made. */
static void
check_again(struct arena *a, const struct plan *plan)
{
	const char *text = plan_file_write(a, plan, &COURSE, &CASUS, "x"), *two;
	struct content_faults faults;
	const struct plan *again;
	struct plan_sum sum;

	plan_sum(&sum, a, plan, MEMBERS, 2, NULL);
	MUST(sum.result != NULL);
	again = plan_file_read(
	    &faults, a, &LIBRARY, &CASUS, PREFIX, text, strlen(text));
	MUST(again != NULL);
	two = plan_file_write(a, again, &COURSE, &CASUS, "x");
	MUST(strcmp(text, two) == 0);
	MUST(*plan_file_rows(a, plan).lines == '[');
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct content_faults faults;
	const struct plan *plan = plan_file_read(
	    &faults, a, &LIBRARY, &CASUS, PREFIX, (const char *)data, size);

	MUST((plan == NULL) == (faults.count > 0));
	if (plan == NULL) {
		check_faults(&faults);
	} else {
		check_plan(plan);
		check_again(a, plan);
	}
	arena_free(a);
	return 0;
}
