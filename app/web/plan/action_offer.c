/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * action_offer.c - what an action plan can begin with.
 *
 * An offer is known by the words that it would put in the field: once an
 * action has them, it is offered no more. The names are of the case and of
 * the plan itself; a payer ("de gemeente") is nobody who does something.
 */
#include "web/plan/action_offer.h"

#include "base/text.h"
#include "web/law/law.h"

#include <string.h>

/* "Schuldregeling per traject regelen": without what stands in brackets. */
static const char *
of_line(struct arena *a, const struct plan_line *line)
{
	size_t n = strcspn(line->omschrijving, "(");

	return arena_printf(a, "%s regelen",
	    text_trim(a, arena_strndup(a, line->omschrijving, n)));
}

static const char *
of_article(struct arena *a, const struct law *law)
{
	return arena_printf(a, "Beroep doen op %s", law_name(a, law));
}

static bool
is_extra(const struct plan_line *line)
{
	return line->scenario == SCENARIO_DOORBRAAK &&
	       strcmp(line->rol, "interventie") == 0;
}

static bool
has_action(const struct plan *plan, const char *words)
{
	for (size_t i = 0; i < plan->action_count; i++)
		if (strncmp(plan->actions[i].wat, words, strlen(words)) == 0)
			return true;
	return false;
}

static void
offer(struct action_offer *out, size_t *n, const struct exchange *ex,
    const struct plan_place *place, const struct plan *plan, const char *code,
    const char *words)
{
	const struct safe_url *page = plan_url(ex, place, "actieplan");

	for (size_t i = 0; i < *n; i++)
		if (strcmp(out[i].code, code) == 0)
			return;
	if (*n == ACTION_OFFERS_MAX || has_action(plan, words))
		return;
	out[(*n)++] = (struct action_offer){.code = code,
	    .words = words,
	    .url = url_fragment(
		ex->arena, url_query(ex->arena, page, "begin", code), "wat")};
}

size_t
action_offers(struct action_offer out[ACTION_OFFERS_MAX],
    const struct exchange *ex, const struct plan_place *place,
    const struct plan *plan)
{
	size_t n = 0;

	for (size_t i = 0; i < plan->line_count; i++)
		if (is_extra(&plan->lines[i]))
			offer(out, &n, ex, place, plan, plan->lines[i].code,
			    of_line(ex->arena, &plan->lines[i]));
	for (size_t i = 0; i < plan->article_count; i++) {
		const char *code = plan->articles[i].code;
		const struct law *law = law_of(ex, code);

		if (law != NULL)
			offer(out, &n, ex, place, plan, code,
			    of_article(ex->arena, law));
	}
	return n;
}

const char *
action_offered(
    const struct exchange *ex, const struct plan *plan, const char *code)
{
	for (size_t i = 0; i < plan->line_count; i++)
		if (is_extra(&plan->lines[i]) &&
		    strcmp(plan->lines[i].code, code) == 0)
			return of_line(ex->arena, &plan->lines[i]);
	for (size_t i = 0; i < plan->article_count; i++)
		if (strcmp(plan->articles[i].code, code) == 0 &&
		    law_of(ex, code) != NULL)
			return of_article(ex->arena, law_of(ex, code));
	return "";
}

static void
name(const char **names, size_t *n, const char *who)
{
	if (text_is_blank(who))
		return;
	for (size_t i = 0; i < *n; i++)
		if (strcmp(names[i], who) == 0)
			return;
	names[(*n)++] = who;
}

size_t
action_people(const char ***out, const struct exchange *ex,
    const struct plan_place *place, const struct plan *plan)
{
	const struct casus *c = place->casus;
	const char **names = arena_array(ex->arena,
	    c->member_count + c->document_count + plan->action_count + 1,
	    sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; i < plan->action_count; i++)
		name(names, &n, plan->actions[i].wie);
	for (size_t i = 0; i < c->member_count; i++)
		name(names, &n, c->members[i].name);
	for (size_t i = 0; i < c->document_count; i++)
		if (!c->documents[i].is_resident)
			name(names, &n, c->documents[i].who);
	*out = names;
	return n;
}
