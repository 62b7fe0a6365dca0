/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * review_rules.c - are the rules of a case's feedback any use? Each is looked
 * at by itself (rule_reach.h) and tried on two plans: that of the expert, in
 * which nothing is lacking, and an empty one, in which nothing is good.
 */
#include "content/review.h"

#include "content/json_part.h"
#include "content/json_where.h"
#include "content/rule_reach.h"
#include "core/rule_judge.h"

struct rules_review {
	const struct casus *casus;
	const struct reading *r;
	struct json_file json;
	const enum holds *expert, *empty;
};

static void
tell(const struct rules_review *v, struct faults *list, size_t i,
    const char *text)
{
	const char *path = arena_printf(v->r->arena, "regels[%zu].als", i);

	fault_add(list, v->json.file, json_where(v->json.text, path), "‘%s’ %s",
	    v->casus->rules.rule[i].id, text);
}

/* By reasoning: true when there is nothing more to say. */
static bool
review_reach(const struct rules_review *v, size_t i)
{
	const json_t *all = json_object_get(v->json.root, "regels");
	const json_t *when = json_object_get(json_array_get(all, i), "als");
	struct reach_of reach = {.library = v->r->library,
	    .casus = v->casus,
	    .days = json_object_get(v->json.root, "dagen"),
	    .today =
		json_string_value(json_object_get(v->json.root, "vandaag"))};
	const char *why;

	switch (when == NULL ? REACH_SOME : rule_reach(&reach, when)) {
	case REACH_SOME:
		return false;
	case REACH_NEVER:
		why = reach.why == NULL
			  ? "twee voorwaarden spreken elkaar tegen"
			  : reach.why;
		tell(v, v->r->faults, i,
		    arena_printf(v->r->arena,
			"kan nooit verschijnen: %s. Pas de voorwaarde aan.",
			why));
		return true;
	case REACH_ALWAYS:
		why = reach.why == NULL
			  ? "van twee voorwaarden geldt er altijd een"
			  : reach.why;
		tell(v, v->r->faults, i,
		    arena_printf(v->r->arena,
			"verschijnt altijd: %s. Pas de voorwaarde aan, of "
			"maak er een vraag van zonder ‘als’.",
			why));
		return true;
	}
	return false;
}

/* By trying: what the expert gets, and what an empty plan gets. */
static void
review_tried(const struct rules_review *v, size_t i)
{
	const struct rule *rule = &v->casus->rules.rule[i];

	if (rule->kind == RULE_MISSING && v->expert[i] == HOLDS_YES)
		tell(v, v->r->faults, i,
		    "verschijnt ook bij het plan van de expert. Daar ontbreekt "
		    "niets: pas de voorwaarde of het plan aan.");
	if (rule->kind == RULE_NOTE && v->expert[i] == HOLDS_YES)
		tell(v, v->r->advice, i,
		    "verschijnt ook bij het plan van de expert. Is dat de "
		    "bedoeling?");
	if (rule->kind == RULE_SEEN && v->expert[i] == HOLDS_NO)
		tell(v, v->r->advice, i,
		    "geldt niet voor het plan van de expert. Wie het zo goed "
		    "doet als de expert, krijgt deze zin dus niet.");
	if (rule->kind == RULE_SEEN && v->empty[i] == HOLDS_YES)
		tell(v, v->r->faults, i,
		    "verschijnt ook bij een leeg plan. Daar is nog niets goed "
		    "gezien: pas de voorwaarde aan.");
	if (rule->kind == RULE_MISSING && v->empty[i] == HOLDS_NO &&
	    v->expert[i] == HOLDS_NO && rule->when->kind == TEST_NOT)
		tell(v, v->r->advice, i,
		    "verschijnt niet bij een leeg plan. Vraagt de regel wel "
		    "naar wat ontbreekt?");
}

static const enum holds *
judge(const struct rules_review *v, const struct plan *plan)
{
	const struct casus *c = v->casus;
	struct arena *a = v->r->arena;
	struct plan_sum mine, expert;
	const struct rule_subject subject = {plan, &mine, c->expert, &expert};

	plan_sum(&mine, a, plan, c->members, c->member_count, c->signals);
	plan_sum(
	    &expert, a, c->expert, c->members, c->member_count, c->signals);
	return rules_judge(a, &c->rules, &subject);
}

void
review_rules(const struct casus *c, const struct reading *r, const char *file)
{
	struct rules_review v = {.casus = c, .r = r};
	struct plan empty = {.horizon_jaren = c->expert->horizon_jaren,
	    .disconto_pct = c->expert->disconto_pct};

	for (int f = 0; f < FIELD_COUNT; f++)
		empty.text[f] = "";
	if (!json_file_read(&v.json, r, file))
		return;
	v.expert = judge(&v, c->expert);
	v.empty = judge(&v, &empty);
	for (size_t i = 0; i < c->rules.count; i++)
		if (!review_reach(&v, i))
			review_tried(&v, i);
	json_decref(v.json.root);
}
