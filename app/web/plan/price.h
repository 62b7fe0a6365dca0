/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_PRICE_H
#define LMS_WEB_PLAN_PRICE_H
/*
 * The tariffs that a plan may use, and what one chooses about a line's price:
 * keep it, take the table's, or bring it to the prices of a later year.
 */
#include "store/plan_part.h"
#include "store/tariff.h"
#include "web/plan/frame.h"

/*
 * Of one code the case's own tariff goes first, so that learners of one case
 * differ by their plan and not by the price list; then the organisation's own;
 * then the general table.
 */
struct plan_tariffs {
	const struct library *library;
	const struct casus *casus;
	const struct tariff *own;
	size_t own_count;
};

/* Asks for the organisation's own, for whoever shows the page of the lines. */
void plan_tariffs_ask(struct exchange *);
struct plan_tariffs plan_tariffs_of(
    const struct exchange *, const struct plan_place *);
/* NULL when no table has it. */
const struct tariff *plan_tariffs_find(
    const struct plan_tariffs *, const char *code);
/* Before the own ones are known: a tariff without words when it may be own. */
const struct tariff *plan_tariff_early(
    struct exchange *, const struct plan_place *, const char *code);

/* What a form's field "prijs" says; false: nothing that a form of ours says. */
bool price_read(struct plan_price *, struct exchange *,
    const struct plan_place *, const char *code, const char *typed);
/* "In de tabel staat nu € 64,00 …": of a line whose tariff changed; or NULL. */
const char *price_since(
    struct arena *, const struct plan_line *, const struct tariff *);
/*
 * The choices of the form of a line: `line` is the one that is there, or NULL;
 * `tariff` what the tables now say, or NULL.
 */
struct plan_select_view price_choices(struct exchange *,
    const struct plan_line *line, const struct tariff *tariff,
    const char *chosen);
#endif
