/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * demo_plan.c - an invented colleague's plan, after the expert's, by the acts
 * of the application itself. Each that is handed in lacks something, so that
 * the feedback and the coach's pages have something to say. Some were answered
 * and revised: there the pages show what improved.
 */
#include "cli/demo_plan.h"

#include "cli/cli.h"
#include "cli/demo_talk.h"
#include "core/rule_judge.h"
#include "store/feedback.h"
#include "store/plan_part.h"
#include "store/sealed.h"

#include <string.h>

static struct batch *
new_batch(const struct demo_plan *d)
{
	struct batch *b = batch_new(d->a);

	b->writer = d->writer;
	return b;
}

static bool
act(const struct demo_plan *d, struct batch *b)
{
	if (batch_run(b, d->db) == ST_OK)
		return true;
	cli_fail("een demo-plan kan niet worden gemaakt (%s)", b->sqlstate);
	return false;
}

/* The texts up to this step, as the expert wrote them. */
static bool
write_texts(const struct demo_plan *d, const struct plan_key *key)
{
	const char *fields[FIELD_COUNT], *texts[FIELD_COUNT];
	const char *const bases[FIELD_COUNT] = {0}; /* by revision */
	struct batch *b = new_batch(d);
	size_t n = 0;

	for (int f = 0; f < FIELD_COUNT; f++) {
		if (plan_field_step((enum plan_field)f) > d->step ||
		    (f == FIELD_WEGING && d->flaw == LACKS_ARGUMENT))
			continue;
		fields[n] = plan_field_name((enum plan_field)f);
		texts[n++] = d->casus->expert->text[f];
	}
	plan_ask_start(b, key, d->casus->expert->horizon_jaren,
	    d->casus->expert->disconto_pct);
	plan_ask_save(b, key, &(struct plan_texts){n, fields, texts, bases, 0});
	return act(d, b);
}

/* The last running line of the doorbraak. */
static size_t
last_running(const struct plan *plan)
{
	size_t i = plan->line_count;

	while (i > 0 && strcmp(plan->lines[i - 1].rol, "lopend") != 0)
		i--;
	return i - 1;
}

/* The last line is always left out: the feedback has something to say. */
static bool
is_left_out(const struct plan *expert, size_t i, enum demo_flaw flaw)
{
	return i + 1 == expert->line_count ||
	       (flaw == LACKS_LINE && i == last_running(expert)) ||
	       (flaw == LACKS_THREAT &&
		   expert->lines[i].scenario == SCENARIO_DREIGEND);
}

/* before: what the version before lacked; its other lines are there already. */
static bool
write_lines(const struct demo_plan *d, const struct plan_key *key,
    const enum demo_flaw *before)
{
	const struct plan *expert = d->casus->expert;

	for (size_t i = 0; i < expert->line_count; i++) {
		struct plan_line line = expert->lines[i];
		struct batch *b = new_batch(d);

		if (is_left_out(expert, i, d->flaw) ||
		    (before != NULL && !is_left_out(expert, i, *before)))
			continue;
		line.id = arena_printf(d->a, "r%zu", i);
		plan_ask_put_line(b, key, PLAN_NO_STAMP, &line);
		if (!act(d, b))
			return false;
	}
	return true;
}

static bool
write_parts(const struct demo_plan *d, const struct plan_key *key)
{
	const struct plan *expert = d->casus->expert;

	for (size_t i = 0; i < expert->article_count; i++) {
		struct plan_argument argument = {
		    .code = expert->articles[i].code};
		struct batch *b = new_batch(d);

		for (int p = 0; p < ARGUMENT_PARTS; p++)
			argument.text[p] = d->flaw == LACKS_ARGUMENT
					       ? ""
					       : expert->articles[i].part[p];
		plan_ask_put_article(b, key, INT32_MAX, argument.code);
		plan_ask_save_argument(b, key, INT32_MAX, &argument);
		if (!act(d, b))
			return false;
	}
	for (size_t i = 0; i < expert->action_count; i++) {
		struct plan_action action = expert->actions[i];
		struct batch *b = new_batch(d);

		action.id = arena_printf(d->a, "a%zu", i);
		plan_ask_put_action(b, key, PLAN_NO_STAMP, &action);
		if (!act(d, b))
			return false;
	}
	return true;
}

static const enum holds *
judge(const struct demo_plan *d, const struct plan *plan)
{
	const struct casus *c = d->casus;
	struct plan_sum mine, expert;
	const struct rule_subject subject = {plan, &mine, c->expert, &expert};

	plan_sum(&mine, d->a, plan, c->members, c->member_count, c->signals);
	plan_sum(&expert, d->a, c->expert, c->members, c->member_count,
	    c->signals);
	return rules_judge(d->a, &c->rules, &subject);
}

/* Which rules hold, as handing in keeps them. */
static bool
keep_feedback(const struct demo_plan *d, const struct plan_key *key,
    const struct plan_record *record)
{
	const struct rule_set *set = &d->casus->rules;
	const enum holds *holds = judge(d, &record->plan);
	const char **found = arena_array(d->a, set->count, sizeof(*found));
	struct batch *b = new_batch(d);
	size_t n = 0;

	for (size_t i = 0; i < set->count; i++)
		if (holds[i] == HOLDS_YES)
			found[n++] = set->rule[i].id;
	feedback_ask_keep(b, key, record->number, found, n);
	return act(d, b);
}

static bool
hand_in(const struct demo_plan *d, const struct plan_key *key)
{
	struct batch *b = new_batch(d);
	struct plan_record record;
	const char *kans = d->casus->expert->kans_dreigend;
	const struct plan_figures chance = { .count = 1,
		.name = { plan_figure_name(FIGURE_KANS) },
		.value = { kans == NULL ? "" : kans },
		.basis = { PLAN_NO_STAMP } };

	if (d->flaw != LACKS_THREAT)
		plan_ask_figures(
		    b, key, &chance, d->casus->expert->disconto_pct);
	plan_ask(b, key, PLAN_NEWEST);
	if (!act(d, b) || !plan_read(&record, b))
		return false;
	b = new_batch(d);
	plan_ask_hand_in(b, key, record.revision, d->tables);
	if (!act(d, b))
		return false;
	return !d->is_reviewed || keep_feedback(d, key, &record);
}

/* The first rule of this kind that holds, or NULL. */
static const struct rule *
held(const struct demo_plan *d, const struct plan *plan, enum rule_kind kind)
{
	const struct rule_set *set = &d->casus->rules;
	const enum holds *holds = judge(d, plan);

	for (size_t i = 0; i < set->count; i++)
		if (holds[i] == HOLDS_YES && set->rule[i].kind == kind)
			return &set->rule[i];
	return NULL;
}

static bool
answer(const struct demo_plan *d, const struct plan_key *key,
    const struct rule *rule, const char *text, bool agrees)
{
	struct batch *b = new_batch(d);

	if (rule == NULL)
		return true;
	if (!agrees)
		feedback_ask_open(b, key, 1, rule->id, LEVEL_HINT);
	feedback_ask_answer(b, key, 1, rule->id, PLAN_NO_STAMP, text, agrees);
	return act(d, b);
}

/* Looks at what the expert's plan comes to, and answers two questions. */
static bool
answer_feedback(const struct demo_plan *d, const struct plan_key *key)
{
	struct batch *b = new_batch(d);
	struct plan_record record;

	feedback_ask_open(b, key, 1, "-som", LEVEL_EXPERT);
	plan_ask(b, key, 1);
	return act(d, b) && plan_read(&record, b) &&
	       answer(d, key, held(d, &record.plan, RULE_MISSING),
		   "Daar had ik niet aan gedacht. Ik pas mijn plan aan.",
		   false) &&
	       answer(d, key, held(d, &record.plan, RULE_ASK),
		   "Dit is zo besproken, met het gezin erbij.", true);
}

/* The next version has what the first one lacked. */
static bool
revise(const struct demo_plan *d, const struct plan_key *key)
{
	struct demo_plan better = *d;
	struct batch *b = new_batch(d);

	better.flaw = LACKS_LITTLE;
	plan_ask_revise(b, key);
	return act(d, b) && write_lines(&better, key, &d->flaw) &&
	       hand_in(&better, key);
}

bool
demo_plan_write(const struct demo_plan *d, const unsigned char token_hash[32])
{
	const struct plan_key key = {
	    token_hash, d->course->slug, d->casus->slug};
	struct demo_plan sealed = *d;
	struct seal_writer writer;
	struct batch *b = batch_new(d->a);

	if (sealed_is_on()) {
		sealed_ask(b, token_hash, "", "", 0);
		if (!act(d, b) || !sealed_read_writer(&writer, b))
			return false;
		sealed.writer = &writer;
	}
	if (!write_texts(&sealed, &key) || !demo_talks(&sealed, &key))
		return false;
	if (d->flaw == NO_PLAN)
		return true;
	return write_lines(&sealed, &key, NULL) && write_parts(&sealed, &key) &&
	       hand_in(&sealed, &key) &&
	       (!d->is_reviewed || answer_feedback(&sealed, &key)) &&
	       (!d->is_revised || revise(&sealed, &key));
}
