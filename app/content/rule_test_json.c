/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rule_test_json.c - read one test of a rule: an object with one key, the
 * name of the test ({ "artikel": "PW-49-b" }), or with parts in it
 * ({ "alle": [ … ] }).
 */
#include "content/rules_json.h"

#include <string.h>

enum { DEPTH_MAX = 8, PARTS_MAX = 20, COUNT_MAX = 50, WISH_PERCENT = 50 };

static void read_test(struct rule_test *, const struct test_at *,
    const json_t *, const char *path);

/* A test as plan-b may say only `true`. */
static bool
is_just_true(const struct test_at *at)
{
	if (json_is_true(at->value))
		return true;
	if (!json_is_object(at->value))
		json_fault(at->r->j, at->path, NULL,
		    "hier hoort true, of gegevens tussen { en }.");
	return false;
}

static void
read_parts(struct rule_test *t, const struct test_at *at)
{
	const json_t *one;
	size_t n = json_array_size(at->value), i;
	struct rule_test *parts =
	    arena_array(at->r->j->r->arena, n + 1, sizeof(*parts));

	if (n == 0 || n > PARTS_MAX) {
		json_fault(at->r->j, at->path, NULL,
		    "hier hoort een lijst met 1 tot %d voorwaarden: [ { … }, "
		    "{ … } ].",
		    PARTS_MAX);
		return;
	}
	json_array_foreach(at->value, i, one) read_test(&parts[i], at, one,
	    arena_printf(at->r->j->r->arena, "%s[%zu]", at->path, i));
	t->part = parts;
	t->part_count = n;
}

static void
read_not(struct rule_test *t, const struct test_at *at)
{
	struct rule_test *part = arena_alloc(at->r->j->r->arena, sizeof(*part));

	read_test(part, at, at->value, at->path);
	t->part = part;
	t->part_count = 1;
}

static void
read_lines(struct rule_test *t, const struct test_at *at)
{
	if (!test_is_object(at))
		return;
	t->lines = line_filter_read(at->r, at->value, at->path);
	t->at_least = test_whole(at, "minstens", COUNT_MAX, 1);
}

static void
read_article(struct rule_test *t, const struct test_at *at)
{
	const struct library *l = at->r->j->r->library;

	t->at_least = 1;
	if (json_is_object(at->value)) {
		t->codes = words_read(at->r, at->value, at->path, "code");
		t->is_argued = bool_read(
		    at->r, at->value, at->path, "beargumenteerd", false);
		t->woorden = words_read(at->r, at->value, at->path, "woorden");
		t->argument =
		    argument_filter_read(at->r, at->value, at->path);
		t->at_least = test_whole(at, "minstens", COUNT_MAX, 1);
		test_check_keys(at,
		    "code beargumenteerd woorden hindernis ruimte afweging "
		    "mist noemt-tegen minstens");
	} else {
		json_t *one = json_pack("{s:O}", "code", at->value);

		t->codes = words_read(at->r, one, at->path, "code");
		json_decref(one);
	}
	for (size_t i = 0; i < t->codes.count; i++)
		if (library_law(l, t->codes.word[i]) == NULL)
			json_fault(at->r->j, at->path, NULL,
			    "het artikel ‘%s’ staat niet in "
			    "gegevens/wetten.csv. Voeg het daar toe, of "
			    "verbeter de code.",
			    t->codes.word[i]);
}

static void
read_action(struct rule_test *t, const struct test_at *at)
{
	if (!test_is_object(at))
		return;
	t->actions = action_filter_read(at->r, at->value, at->path);
	t->is_each = bool_read(at->r, at->value, at->path, "elke", false);
	t->at_least = test_whole(at, "minstens", COUNT_MAX, 1);
}

static void
read_text(struct rule_test *t, const struct test_at *at, const char *known)
{
	t->woorden = words_read(at->r, at->value, at->path, "woorden");
	t->word_min = test_whole(at, "minstens-woorden", 2000, 1);
	t->has_day = bool_read(at->r, at->value, at->path, "met-datum", false);
	test_check_keys(at, known);
}

static void
read_wish(struct rule_test *t, const struct test_at *at)
{
	const char *name = NULL;

	t->percent = WISH_PERCENT;
	t->fields = 1u << FIELD_WENS | 1u << FIELD_BETROKKENHEID;
	if (json_is_string(at->value)) {
		name = json_string_value(at->value);
	} else if (test_is_object(at)) {
		uint32_t fields =
		    fields_read(at->r, at->value, at->path, "veld");

		name = json_need(at->r->j, at->value, at->path, "van");
		t->percent = test_whole(at, "deel", 100, WISH_PERCENT);
		t->fields = fields != 0 ? fields : t->fields;
		test_check_keys(at, "van deel veld");
	}
	if (name == NULL)
		return;
	t->wish = json_text(at->r->j, at->r->wishes, "wensen", name);
	if (t->wish == NULL || *t->wish == '\0') {
		json_fault(at->r->j, at->path, NULL,
		    "‘%s’ staat niet bij wensen, bovenaan. Zet daar de "
		    "woorden van de inwoner.",
		    name);
		t->wish = "";
	}
}

/* { "actie": { … } } or { "regel": { … } }: which of the two it is. */
static const json_t *
read_side(const struct test_at *at, const char *key, const char **path,
    bool *is_about_actions)
{
	const json_t *side =
	    json_need_object(at->r->j, at->value, at->path, key);
	const json_t *action = json_object_get(side, "actie");
	const json_t *line = json_object_get(side, "regel");
	const char *at_side =
	    arena_printf(at->r->j->r->arena, "%s.%s", at->path, key);

	if (side == NULL)
		return NULL;
	*is_about_actions = json_is_object(action);
	*path = arena_printf(at->r->j->r->arena, "%s.%s", at_side,
	    *is_about_actions ? "actie" : "regel");
	json_check_keys(at->r->j, side, at_side, "actie regel");
	if (json_is_object(action) == json_is_object(line))
		json_fault(at->r->j, at_side, NULL,
		    "hier hoort { \"actie\": { … } } of { \"regel\": { … } "
		    "}.");
	return *is_about_actions ? action : line;
}

static void
read_order(struct rule_test *t, const struct test_at *at)
{
	const char *first_path = "", *then_path = "";
	const json_t *first, *then;
	bool is_first_action = false, is_then_action = false;

	if (!test_is_object(at))
		return;
	first = read_side(at, "eerst", &first_path, &is_first_action);
	then = read_side(at, "dan", &then_path, &is_then_action);
	test_check_keys(at, "eerst dan");
	if (first == NULL || then == NULL)
		return;
	if (is_first_action != is_then_action) {
		json_fault(at->r->j, at->path, NULL,
		    "eerst en dan gaan allebei over een actie, of allebei "
		    "over een regel.");
		return;
	}
	t->is_about_actions = is_first_action;
	if (is_first_action) {
		t->actions = action_filter_read(at->r, first, first_path);
		t->actions_after = action_filter_read(at->r, then, then_path);
	} else {
		t->lines = line_filter_read(at->r, first, first_path);
		t->lines_after = line_filter_read(at->r, then, then_path);
	}
}

static void
read_plan_b(struct rule_test *t, const struct test_at *at)
{
	t->fields = 1u << FIELD_PLAN_B;
	t->word_min = 1;
	if (!is_just_true(at))
		read_text(t, at, "woorden minstens-woorden met-datum");
}

static void
read_asked(struct rule_test *t, const struct test_at *at)
{
	if (!test_is_object(at))
		return;
	t->codes = words_read(at->r, at->value, at->path, "wie");
	t->resident_first =
	    flag_read(at->r, at->value, at->path, "inwoner-eerst");
	t->too_early = flag_read(at->r, at->value, at->path, "te-vroeg");
	test_check_keys(at, "wie inwoner-eerst te-vroeg");
	for (size_t i = 0; i < t->codes.count; i++) {
		const struct document *d =
		    casus_document(at->r->casus, t->codes.word[i]);

		if (d == NULL || d->minutes == 0)
			json_fault(at->r->j, at->path, "wie",
			    "‘%s’ is geen gesprek van deze casus. Schrijf de "
			    "naam van het bestand zonder .md.",
			    t->codes.word[i]);
	}
}

static void
read_kind(struct rule_test *t, const struct test_at *at)
{
	switch (t->kind) {
	case TEST_ALL:
	case TEST_ANY:
		read_parts(t, at);
		return;
	case TEST_NOT:
		read_not(t, at);
		return;
	case TEST_LINE:
	case TEST_PAYERS:
		read_lines(t, at);
		return;
	case TEST_ARTICLE:
		read_article(t, at);
		return;
	case TEST_ACTION:
		read_action(t, at);
		return;
	case TEST_TEXT:
		if (!test_is_object(at))
			return;
		t->fields = fields_read(at->r, at->value, at->path, "veld");
		read_text(t, at, "veld woorden minstens-woorden met-datum");
		return;
	case TEST_WISH:
		read_wish(t, at);
		return;
	case TEST_ORDER:
		read_order(t, at);
		return;
	case TEST_MASLOW:
		if (!json_is_true(at->value))
			json_fault(
			    at->r->j, at->path, NULL, "hier hoort true.");
		return;
	case TEST_SUM:
		test_read_sum(t, at);
		return;
	case TEST_SIGNAL:
		test_read_signal(t, at);
		return;
	case TEST_CHANCE:
		test_read_chance(t, at);
		return;
	case TEST_YEARS:
		test_read_years(t, at);
		return;
	case TEST_ASKED:
		read_asked(t, at);
		return;
	case TEST_KINDS:
		return;
	}
}

static void
read_test(struct rule_test *t, const struct test_at *above, const json_t *from,
    const char *path)
{
	static const char PLAN_B[] = "plan-b";
	const struct json_file *j = above->r->j;
	void *only = json_object_iter((json_t *)(uintptr_t)from);
	const char *name = only == NULL ? "" : json_object_iter_key(only);
	struct test_at at = *above;

	*t = (struct rule_test){.kind = TEST_ALL};
	if (json_object_size(from) != 1) {
		json_fault(j, path, NULL,
		    "een voorwaarde is { \"naam\": … }, met één naam. Meer "
		    "tegelijk? Gebruik { \"alle\": [ … ] }.");
		return;
	}
	at.value = json_object_iter_value(only);
	at.path = arena_printf(j->r->arena, "%s.%s", path, name);
	if (++at.depth > DEPTH_MAX) {
		json_fault(j, path, NULL,
		    "deze voorwaarde zit te diep in andere voorwaarden.");
		return;
	}
	if (strcmp(name, PLAN_B) == 0) {
		t->kind = TEST_TEXT;
		read_plan_b(t, &at);
		return;
	}
	t->kind = test_kind_by_name(name);
	if (t->kind == TEST_KINDS) {
		t->kind = TEST_ALL;
		json_fault(j, path, name,
		    "deze voorwaarde bestaat niet. Dit mag: alle, een, niet, "
		    "regel, betalers, artikel, actie, tekst, plan-b, wens, "
		    "volgorde, maslow, som, signaal, kans, jaren, "
		    "gevraagd.");
		return;
	}
	read_kind(t, &at);
}

const struct rule_test *
rule_test_read(const struct rules_reading *r, const json_t *from,
    const char *path, bool *is_sum)
{
	struct rule_test *t = arena_alloc(r->j->r->arena, sizeof(*t));
	const struct test_at top = {.r = r, .is_sum = is_sum};

	read_test(t, &top, from, path);
	return t;
}
