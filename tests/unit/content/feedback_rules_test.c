/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_rules_test.c - the feedback of every case is what its author means
 * by it: a weak, a middling and an expert plan (tests/fixtures/plans/<casus>/)
 * through the rules, beside tests/golden/feedback-rules/<casus>.<plan>.txt.
 * An author only adds files; `make golden` writes what is expected.
 */
#include "check.h"
#include "golden.h"
#include "plan_fixture.h"

#include "core/rule_judge.h"

#include <sys/stat.h>

static const char *const PLANS[] = {"zwak", "midden", "expert"};

static const char *
words_of_kind(struct arena *a, const struct rule_set *set,
    const enum holds *holds, enum rule_value value, enum rule_kind kind)
{
	const char *text = "";

	for (size_t i = 0; i < set->count; i++)
		if (holds[i] == HOLDS_YES && set->rule[i].value == value &&
		    set->rule[i].kind == kind)
			text = arena_printf(a, "%s%s: %s (%s)\n", text,
			    rule_kind_name(kind), set->rule[i].question,
			    set->rule[i].id);
	return text;
}

/* The feedback in words, and which rules could not be judged. */
static const char *
feedback_in_words(
    struct arena *a, const struct casus *casus, const enum holds *holds)
{
	const char *text = "";

	for (int v = 0; v < VALUE_COUNT; v++) {
		text = arena_printf(
		    a, "%s# %s\n", text, rule_value_name((enum rule_value)v));
		for (int k = 0; k < RULE_KINDS; k++)
			text = arena_printf(a, "%s%s", text,
			    words_of_kind(a, &casus->rules, holds,
				(enum rule_value)v, (enum rule_kind)k));
	}
	text = arena_printf(a, "%s# niet te zien\n", text);
	for (size_t i = 0; i < casus->rules.count; i++)
		if (holds[i] == HOLDS_UNKNOWN)
			text = arena_printf(
			    a, "%s%s\n", text, casus->rules.rule[i].id);
	return text;
}

static const enum holds *
judge(struct arena *a, const struct casus *casus, const struct plan *plan)
{
	struct plan_sum mine, expert;
	const struct rule_subject subject = {
	    plan, &mine, casus->expert, &expert};

	plan_sum(&mine, a, plan, casus->members, casus->member_count,
	    casus->signals);
	plan_sum(&expert, a, casus->expert, casus->members, casus->member_count,
	    casus->signals);
	return rules_judge(a, &casus->rules, &subject);
}

static void
golden_text(struct arena *a, const char *name, const char *text)
{
	const char *path = arena_printf(a, "tests/golden/%s.txt", name);
	const char *mode = getenv("GOLDEN");

	if (mode != NULL && strcmp(mode, "write") == 0) {
		golden_write(path, text);
		return;
	}
	golden_compare(path, golden_read(path), text);
}

/* How many rules of this kind hold. */
static size_t
count(const struct casus *casus, const enum holds *holds, enum rule_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < casus->rules.count; i++)
		n += holds[i] == HOLDS_YES && casus->rules.rule[i].kind == kind;
	return n;
}

/* The expert's plan is the case's own, unless there is a file. */
static const enum holds *
check_plan(struct arena *a, const struct library *l, const struct casus *casus,
    const char *name)
{
	const struct plan_fixture f = {.arena = a,
	    .library = l,
	    .casus = casus,
	    .path = arena_printf(
		a, "tests/fixtures/plans/%s/%s.json", casus->slug, name)};
	const struct plan *plan = plan_fixture_read(&f);
	const enum holds *holds;

	if (plan == NULL && strcmp(name, "expert") == 0)
		plan = casus->expert;
	if (plan == NULL)
		fail_msg("%s ontbreekt: schrijf dit proefplan", f.path);
	holds = judge(a, casus, plan);
	golden_text(a,
	    arena_printf(a, "feedback-rules/%s.%s", casus->slug, name),
	    feedback_in_words(a, casus, holds));
	return holds;
}

/* Rules that look at a plan; a case with questions only needs no plans. */
static bool
looks_at_plans(const struct casus *casus)
{
	for (size_t i = 0; i < casus->rules.count; i++)
		if (casus->rules.rule[i].when != NULL)
			return true;
	return false;
}

/* More is lacking in a weaker plan, and more is praised in a better one. */
static void
check_casus(struct arena *a, const struct library *l, const struct casus *c)
{
	size_t lacking[3], seen[3];

	for (int i = 0; i < 3; i++) {
		const enum holds *holds = check_plan(a, l, c, PLANS[i]);

		lacking[i] = count(c, holds, RULE_MISSING);
		seen[i] = count(c, holds, RULE_SEEN);
	}
	if (lacking[0] <= lacking[1] || lacking[1] < lacking[2])
		fail_msg("%s: er ontbreekt %zu, %zu en %zu in zwak, midden en "
			 "expert; dat moet minder worden",
		    c->slug, lacking[0], lacking[1], lacking[2]);
	if (lacking[2] > 0)
		fail_msg(
		    "%s: er ontbreekt iets in het plan van de expert", c->slug);
	if (seen[0] > seen[1] || seen[1] >= seen[2])
		fail_msg("%s: goed gezien is er %zu, %zu en %zu keer in zwak, "
			 "midden en expert; dat moet meer worden",
		    c->slug, seen[0], seen[1], seen[2]);
}

static void
test_feedback_on_each_case_differs_as_its_author_means(void **state)
{
	struct arena *a = *state;
	struct content_faults faults;
	struct library *l;

	assert_int_equal(library_open(&l, "courses", a, &faults), ST_OK);
	for (size_t i = 0; i < l->course_count; i++)
		for (size_t k = 0; k < l->courses[i].casus_count; k++)
			if (looks_at_plans(&l->courses[i].casussen[k]))
				check_casus(a, l, &l->courses[i].casussen[k]);
	library_free(l);
}

/* What the rules of every case have in common. */
static void
test_each_value_has_rules_and_a_question_in_each_case(void **state)
{
	struct arena *a = *state;
	struct content_faults faults;
	struct library *l;

	assert_int_equal(library_open(&l, "courses", a, &faults), ST_OK);
	for (size_t i = 0; i < l->courses[0].casus_count; i++) {
		const struct casus *c = &l->courses[0].casussen[i];
		size_t per_value[VALUE_COUNT] = {0};

		for (size_t r = 0; r < c->rules.count; r++)
			per_value[c->rules.rule[r].value]++;
		for (int v = 0; v < VALUE_PLAN; v++)
			if (per_value[v] < 2)
				fail_msg("%s: %s heeft te weinig regels",
				    c->slug,
				    rule_value_name((enum rule_value)v));
	}
	library_free(l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_feedback_on_each_case_differs_as_its_author_means),
	    ARENA_TEST(test_each_value_has_rules_and_a_question_in_each_case),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
