/* SPDX-License-Identifier: EUPL-1.2 */
/* outcome_test.c - what handed-in plans show together. */
#include "core/outcome.h"

#include "check.h"

static const struct plan_payer GEMEENTE[] = {{"gemeente", NULL}};
static const struct plan_payer CORPORATIE[] = {{"corporatie", NULL}};
static const struct household_member MEMBERS[] = {
    {"P1", "Marlies", "ouder", 38}};
static const char *const ARTICLES[] = {"PW-49-b", "WMO-2.3.5"};

/* So many euros, once. */
static struct plan_line
line(enum scenario s, const char *code, const char *law,
    const struct plan_payer *payer, int64_t euros)
{
	return (struct plan_line){.id = code,
	    .scenario = s,
	    .persoon = "HH",
	    .code = code,
	    .omschrijving = "",
	    .domein = "wonen",
	    .wet = law,
	    .aard = "dienst",
	    .rol = "lopend",
	    .tarief_eurocent = 100 * euros,
	    .eenheid = "stuk",
	    .zekerheid = "published",
	    .hoeveelheid = "1",
	    .per = "eenmalig",
	    .start_maand = 1,
	    .payer_count = 1,
	    .payers = payer};
}

/* Now 1000 for the Wmo; the plan 400, and as much less when it goes wrong. */
enum { HUIDIG, DREIGEND, DOORBRAAK, LINES };
struct sample {
	struct plan_line lines[LINES];
	struct outcome_plan p;
};

static struct sample *
sample(struct arena *a, int years)
{
	struct sample *s = arena_alloc(a, sizeof(*s));

	s->lines[HUIDIG] = line(SCENARIO_HUIDIG, "a", "Wmo 2015", GEMEENTE, 1000);
	s->lines[DREIGEND] =
	    line(SCENARIO_DREIGEND, "b", "BW boek 7", CORPORATIE, 5000);
	s->lines[DOORBRAAK] =
	    line(SCENARIO_DOORBRAAK, "a", "Wmo 2015", GEMEENTE, 400);
	s->p = (struct outcome_plan){
	    .plan = {.lines = s->lines,
		.line_count = LINES,
		.horizon_jaren = years,
		.disconto_pct = "0"},
	    .members = MEMBERS,
	    .member_count = 1,
	    .articles = ARTICLES,
	    .article_count = 2,
	    .argued_count = 2};
	for (int f = 0; f < FIELD_COUNT; f++)
		s->p.plan.text[f] = "";
	s->p.has_text[FIELD_WENS] = true;
	return s;
}

/* The same without what threatens. */
static struct sample *
sample_without_threat(struct arena *a)
{
	struct sample *s = sample(a, 1);

	s->lines[DREIGEND] = s->lines[DOORBRAAK];
	s->p.plan.line_count = 2;
	return s;
}

static struct outcome_part
add_for(struct outcome *o, struct arena *a, const struct sample *s,
    enum outcome_about about, const char *name)
{
	const struct outcome_filter filter = {about, name};
	struct arena *scratch = arena_new();
	struct outcome_part part;

	outcome_add(o, &part, a, scratch, &s->p, &filter);
	arena_free(scratch);
	return part;
}

static struct outcome_part
add(struct outcome *o, struct arena *a, const struct sample *s)
{
	return add_for(o, a, s, OUTCOME_ALL, NULL);
}

static void
plans_are_counted_and_added(void **state)
{
	struct outcome o = {0};
	const struct outcome_sum *sum = &o.sums[1];
	struct sample *other = sample(*state, 1);
	struct outcome_part part;

	other->p.argued_count = 1;
	other->p.has_text[FIELD_WENS] = false;
	other->p.plan.kans_dreigend = "0.35";
	other->lines[HUIDIG].zekerheid = "illustrative";
	part = add(&o, *state, sample(*state, 1));
	assert_true(part.is_computed && part.has_threat && part.is_meant);
	assert_int_equal(part.gain[RK_TOV_HUIDIG], 60000);
	assert_int_equal(part.gain[RK_TOV_DREIGEND], 460000);
	add(&o, *state, other);
	outcome_finish(&o);
	assert_int_equal(o.plan_count, 2);
	assert_int_equal(o.argued_count, 1);
	assert_int_equal(o.chance_count, 1);
	assert_int_equal(o.illustrative_count, 1);
	assert_int_equal(o.text_count[FIELD_WENS], 1);
	assert_int_equal(outcome_count_of(&o.articles, "PW-49-b"), 2);
	assert_int_equal(
	    sum->dashboard.modi[RK_TOV_HUIDIG].totale_baten, 120000);
	assert_int_equal(
	    sum->dashboard.modi[RK_TOV_DREIGEND].totale_baten, 920000);
	assert_int_equal(sum->plan_count[RK_TOV_DREIGEND], 2);
	/* The law of what threatens is in the other mode only. */
	assert_int_equal(
	    outcome_count_of(&sum->streams[RK_TOV_HUIDIG], "BW boek 7"), 0);
	assert_int_equal(
	    outcome_count_of(&sum->streams[RK_TOV_DREIGEND], "BW boek 7"), 2);
	assert_int_equal(
	    outcome_count_of(&sum->payers[RK_TOV_DREIGEND], "corporatie"), 2);
}

static void
who_says_nothing_of_the_threat_is_not_compared_with_it(void **state)
{
	struct outcome o = {0};

	add(&o, *state, sample(*state, 1));
	assert_false(
	    add(&o, *state, sample_without_threat(*state)).has_threat);
	assert_int_equal(o.no_threat_count, 1);
	assert_int_equal(o.sums[1].plan_count[RK_TOV_HUIDIG], 2);
	assert_int_equal(o.sums[1].plan_count[RK_TOV_DREIGEND], 1);
	assert_int_equal(
	    o.sums[1].dashboard.modi[RK_TOV_DREIGEND].totale_baten, 460000);
}

static void
other_numbers_of_years_have_sums_of_their_own(void **state)
{
	struct outcome o = {0};

	add(&o, *state, sample(*state, 1));
	add(&o, *state, sample(*state, 3));
	assert_int_equal(o.plan_count, 2);
	assert_int_equal(o.sums[1].plan_count[RK_TOV_HUIDIG], 1);
	assert_int_equal(o.sums[3].plan_count[RK_TOV_HUIDIG], 1);
	assert_int_equal(
	    o.sums[1].dashboard.modi[RK_TOV_HUIDIG].totale_baten, 60000);
}

static void
what_the_core_refuses_or_cannot_add_is_counted_apart(void **state)
{
	struct outcome o = {0};
	struct sample *wrong = sample(*state, 1), *large = sample(*state, 1);

	wrong->lines[0].persoon = "P9";
	for (int i = 0; i < LINES; i++)
		large->lines[i].tarief_eurocent = i == HUIDIG ? 1000000000 : 0;
	large->lines[HUIDIG].hoeveelheid = "1000000";
	assert_false(add(&o, *state, wrong).is_computed);
	for (int i = 0; i < 10; i++)
		add(&o, *state, large);
	/* Nine times 10^15 cents fit in 2^53. */
	assert_int_equal(o.plan_count, 11);
	assert_int_equal(o.refused_count, 2);
	assert_int_equal(o.sums[1].plan_count[RK_TOV_HUIDIG], 9);
	assert_int_equal(o.sums[1].dashboard.aantal_plannen, 9);
}

/* The running line a is gone from the plan, and b is in its place. */
static void
a_signal_is_counted_once_a_plan(void **state)
{
	struct outcome o = {0};
	struct sample *s = sample(*state, 1);
	struct plan_line *lines =
	    arena_array(*state, LINES + 1, sizeof(*lines));

	lines[0] = s->lines[HUIDIG];
	lines[1] = s->lines[HUIDIG];
	lines[1].code = lines[1].id = "c";
	lines[2] = s->lines[DOORBRAAK];
	lines[2].code = lines[2].id = "d";
	for (int i = 0; i < 2; i++) {
		lines[i].per = lines[i].duur_eenheid = "maand";
		lines[i].duur_aantal = "12";
	}
	s->p.plan.lines = lines;
	s->p.plan.line_count = 3;
	assert_non_null(strstr(add(&o, *state, s).signals, "W1"));
	add(&o, *state, sample(*state, 1));
	outcome_finish(&o);
	assert_int_equal(outcome_count_of(&o.signals, "W1"), 1);
	assert_string_equal(o.signals.items[0].name, "W1");
}

static bool
is_meant(struct arena *a, const struct sample *s, enum outcome_about about,
    const char *name)
{
	struct outcome o = {0};

	return add_for(&o, a, s, about, name).is_meant;
}

static void
the_plans_behind_a_number_are_found(void **state)
{
	struct arena *a = *state;
	struct sample *s = sample(a, 1), *bare = sample_without_threat(a);
	struct sample *wrong = sample(a, 1);

	wrong->lines[0].persoon = "P9";
	assert_true(is_meant(a, s, OUTCOME_ARTICLE, "PW-49-b"));
	assert_false(is_meant(a, s, OUTCOME_ARTICLE, "JW-2.3"));
	assert_true(is_meant(a, s, OUTCOME_STREAM, "Wmo 2015"));
	assert_true(is_meant(a, s, OUTCOME_STREAM, "BW boek 7"));
	assert_false(is_meant(a, bare, OUTCOME_STREAM, "BW boek 7"));
	assert_true(is_meant(a, s, OUTCOME_PAYER, "corporatie"));
	assert_false(is_meant(a, s, OUTCOME_PAYER, "rijk"));
	assert_true(is_meant(a, s, OUTCOME_TEXT, "wens"));
	assert_false(is_meant(a, s, OUTCOME_NO_TEXT, "wens"));
	assert_true(is_meant(a, s, OUTCOME_NO_TEXT, "zelf"));
	assert_false(is_meant(a, s, OUTCOME_TEXT, "onzin"));
	assert_true(is_meant(a, bare, OUTCOME_NO_THREAT, NULL));
	assert_false(is_meant(a, s, OUTCOME_NO_THREAT, NULL));
	assert_true(is_meant(a, s, OUTCOME_NO_CHANCE, NULL));
	s->p.plan.kans_dreigend = "0.5";
	assert_false(is_meant(a, s, OUTCOME_NO_CHANCE, NULL));
	assert_false(is_meant(a, s, OUTCOME_UNARGUED, NULL));
	s->p.argued_count = 1;
	assert_true(is_meant(a, s, OUTCOME_UNARGUED, NULL));
	assert_false(is_meant(a, s, OUTCOME_PRACTICE, NULL));
	s->lines[0].zekerheid = "illustrative";
	assert_true(is_meant(a, s, OUTCOME_PRACTICE, NULL));
	assert_true(is_meant(a, wrong, OUTCOME_REFUSED, NULL));
	assert_false(is_meant(a, wrong, OUTCOME_STREAM, "Wmo 2015"));
	assert_false(is_meant(a, wrong, OUTCOME_SIGNAL, "W1"));
	assert_false(is_meant(a, s, OUTCOME_SIGNAL, "W1"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(plans_are_counted_and_added),
	    ARENA_TEST(who_says_nothing_of_the_threat_is_not_compared_with_it),
	    ARENA_TEST(other_numbers_of_years_have_sums_of_their_own),
	    ARENA_TEST(what_the_core_refuses_or_cannot_add_is_counted_apart),
	    ARENA_TEST(a_signal_is_counted_once_a_plan),
	    ARENA_TEST(the_plans_behind_a_number_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
