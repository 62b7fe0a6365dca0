/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_test.c - what the feedback page says of a handed-in plan, beside
 * the expert's. The plan, the case and the law are made here.
 */
#include "pages.h"
#include "web/feedback_view.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const struct plan_payer GEMEENTE[] = {{"gemeente", NULL}};
static const struct plan_payer CORPORATIE[] = {{"corporatie", NULL}};

/* 100 euros a month for a year, paid by the municipality. */
#define LINE(i, s, c, what)                                                    \
	{                                                                      \
		.id = (i), .scenario = SCENARIO_##s, .persoon = "HH",          \
		.code = (c), .omschrijving = (what), .domein = "wonen",        \
		.wet = "Wmo 2015", .aard = "dienst", .rol = "lopend",          \
		.tarief_eurocent = 10000, .eenheid = "maand",                  \
		.zekerheid = "illustrative", .hoeveelheid = "1",               \
		.per = "maand", .duur_aantal = "12", .duur_eenheid = "maand",  \
		.start_maand = 1, .payer_count = 1, .payers = GEMEENTE         \
	}

/* The threat: 5000 euros at once, paid by the housing association. */
#define EVICTION(i)                                                            \
	{                                                                      \
		.id = (i), .scenario = SCENARIO_DREIGEND, .persoon = "HH",     \
		.code = "ONTR", .omschrijving = "Ontruiming",                  \
		.domein = "wonen", .wet = "Huurrecht", .aard = "schade",       \
		.rol = "lopend", .tarief_eurocent = 500000, .eenheid = "keer", \
		.zekerheid = "bron", .hoeveelheid = "1", .per = "eenmalig",    \
		.start_maand = 1, .payer_count = 1, .payers = CORPORATIE       \
	}

static const struct plan_line MINE[] = {
    LINE("h1", HUIDIG, "WMO-BEG", "Begeleiding <nu>"),
    LINE("d1", DREIGEND, "WMO-BEG", "Begeleiding"),
    EVICTION("d2"),
    LINE("b1", DOORBRAAK, "SCHULD", "Schuldhulp met pauze"),
    LINE("b2", DOORBRAAK, "EXTRA", "Extra hulp"),
};
static const struct plan_line EXPERT[] = {
    LINE("h1", HUIDIG, "WMO-BEG", "Begeleiding"),
    LINE("d1", DREIGEND, "WMO-BEG", "Begeleiding"),
    EVICTION("d2"),
    LINE("b1", DOORBRAAK, "SCHULD", "Schuldhulp met pauze"),
    LINE("b2", DOORBRAAK, "WMO-BEG", "Begeleiding die doorloopt"),
};
static const struct plan_article EXPERT_ARTICLES[] = {
    {"wmo-2.3.5", "Omdat het gezin het zelf niet redt."}};
static const struct plan_action ACTIONS[] = {
    {"a1", "Bellen & vragen", "Noor", "morgen"}};
static const struct household_member MEMBERS[] = {
    {"P1", "Rachid", "ouder", 41}};
static const struct author_question QUESTIONS[] = {
    {"q1", "betrokkenheid", "Wie besliste mee?", "Zonder hen werkt het niet.",
	"Boek, hoofdstuk 2"},
    {"q2", "legitimiteit", "Waarom mag dit?", "De wet geeft ruimte.", NULL},
    {"q3", "rendement", "Wie heeft er baat bij?", "Vraag die mee te doen.", ""},
    {"q4", "plan", "Klopt het geheel?", "De drie samen.", NULL},
};
static const struct law LAWS[] = {{.code = "wmo-2.3.5",
    .wet = "Wmo 2015",
    .artikel = "2.3.5",
    .kernzin = "Het college beslist tot maatwerk."}};

static struct plan expert = {.horizon_jaren = 1,
    .disconto_pct = "0",
    .lines = EXPERT,
    .line_count = 5,
    .articles = EXPERT_ARTICLES,
    .article_count = 1,
    .actions = ACTIONS,
    .action_count = 1};
static const struct casus CASUS = {.slug = "dreigende-ontruiming",
    .title = "Dreigende ontruiming",
    .date = "2026-11-01",
    .members = MEMBERS,
    .member_count = 1,
    .questions = QUESTIONS,
    .question_count = 4,
    .expert = &expert};
static const struct course COURSE = {.slug = "de-basis", .title = "De basis"};
static const struct library LIBRARY = {.laws = LAWS, .law_count = 1};

/* 2026-11-23 14:03 in Amsterdam. */
enum { HANDED_IN_S = 1795439000 };

struct page {
	struct exchange *ex;
	struct plan_record record;
};

static int
setup(void **state)
{
	struct arena *a = arena_new();
	struct page *p = arena_alloc(a, sizeof(*p));

	p->ex = arena_alloc(a, sizeof(*p->ex));
	p->ex->arena = a;
	p->ex->library = &LIBRARY;
	p->ex->csrf = "formtoken";
	p->ex->session.name = "Noor";
	p->record = (struct plan_record){.number = 2,
	    .handed_in_s = HANDED_IN_S,
	    .person_id = 9,
	    .person = "Ali <b>"};
	p->record.plan = expert;
	p->record.plan.lines = MINE;
	p->record.plan.article_count = 0;
	for (int f = 0; f < FIELD_COUNT; f++) {
		p->record.plan.text[f] = "";
		expert.text[f] = "";
	}
	expert.text[FIELD_WENS] = "In het huis blijven.";
	*state = p;
	return 0;
}

static int
teardown(void **state)
{
	const struct page *p = *state;

	arena_free(p->ex->arena);
	return 0;
}

#define PAGE_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

static struct feedback_view *
view_of(struct page *p, bool is_coach)
{
	return feedback_view_make(p->ex, &COURSE, &CASUS, &p->record, is_coach);
}

static const char *
html_of(struct page *p, bool is_coach)
{
	struct html h = html_new(p->ex->arena);

	page_feedback(&h, view_of(p, is_coach));
	return h.bytes;
}

/* Where `part` begins in the page; fails when it is not there. */
static size_t
place_of(const char *html, const char *part)
{
	const char *at = strstr(html, part);

	assert_contains(html, part);
	return at == NULL ? 0 : (size_t)(at - html);
}

static void
words_come_before_euros(void **state)
{
	const char *html = html_of(*state, false);

	assert_true(place_of(html, ">Betrokkenheid<") <
		    place_of(html, ">Legitimiteit<"));
	assert_true(
	    place_of(html, ">Legitimiteit<") < place_of(html, ">Rendement<"));
	assert_true(place_of(html, "wegen even zwaar") < place_of(html, "€"));
	assert_true(place_of(html, ">Rendement<") <
		    place_of(html, "De rekensom naast die van de expert"));
}

static void
the_three_values_have_the_same_weight(void **state)
{
	const char *html = html_of(*state, false);
	int n = 0;

	while ((html = strstr(html,
		    "<section class=\"lms-value\"><h2 class=\"nl-heading "
		    "nl-heading--level-2\">")) != NULL) {
		html++;
		n++;
	}
	assert_int_equal(n, 3);
}

static void
both_plans_are_summed_in_both_modes(void **state)
{
	const struct feedback_view *v = view_of(*state, false);

	/* now 1200, threat 6200, both lines of mine 2400 */
	assert_string_equal(v->mine.totals[SCENARIO_HUIDIG].amount, "€\u00a01.200");
	assert_string_equal(v->mine.totals[SCENARIO_DREIGEND].amount, "€\u00a06.200");
	assert_string_equal(v->mine.totals[SCENARIO_DOORBRAAK].amount, "€\u00a02.400");
	assert_string_equal(v->mine.words_now,
	    "In het eerste jaar kost het plan €\u00a01.200 meer dan nu.");
	assert_string_equal(v->mine.words_threat,
	    "Als het misgaat, kost dat €\u00a03.800 meer dan het plan.");
	assert_string_equal(v->expert.words_now, v->mine.words_now);
}

static void
the_modes_are_never_added(void **state)
{
	const char *html = html_of(*state, false);

	assert_contains(html, "Tel die twee nooit op");
	/* -1200 + 3800 stands nowhere */
	assert_lacks(html, "2.600");
}

static void
pictures_side_by_side_share_a_scale(void **state)
{
	const struct feedback_view *v = view_of(*state, false);

	assert_int_equal(v->mine.threat.count, v->expert.threat.count);
	assert_int_equal(
	    v->mine.threat.bar[0].width, v->expert.threat.bar[0].width);
}

static void
every_picture_has_its_own_ids_and_a_table(void **state)
{
	static const char *const IDS[] = {
	    "gemaakt-nu", "gemaakt-dreigend", "expert-nu", "expert-dreigend"};
	struct page *p = *state;
	const char *html = html_of(p, false);

	for (size_t i = 0; i < 4; i++) {
		const char *id =
		    arena_printf(p->ex->arena, "id=\"%s-t\"", IDS[i]);
		const char *first = strstr(html, id);

		assert_contains(html, id);
		assert_null(strstr(first + 1, id));
	}
	assert_contains(html, "Bekijk als tabel");
}

static void
payers_are_named_once_with_four_amounts(void **state)
{
	const struct feedback_view *v = view_of(*state, false);

	assert_int_equal(v->payer_count, 2);
	for (size_t i = 0; i < v->payer_count; i++) {
		const struct feedback_payer *p = &v->payers[i];

		if (strcmp(p->name, "corporatie") == 0) {
			assert_string_equal(p->mine[RK_TOV_HUIDIG].amount, "–");
			assert_string_equal(p->mine[RK_TOV_DREIGEND].amount, "€\u00a05.000");
		} else {
			assert_string_equal(p->name, "gemeente");
			assert_string_equal(p->mine[RK_TOV_HUIDIG].amount, "−€\u00a01.200");
			assert_string_equal(p->expert[RK_TOV_DREIGEND].amount, "−€\u00a01.200");
		}
	}
}

/* My plan stops WMO-BEG without a word: W1. */
static void
what_was_forgotten_is_asked_with_its_lines(void **state)
{
	const struct feedback_view *v = view_of(*state, false);
	const char *html = html_of(*state, false);

	assert_true(v->signals.count > 0);
	assert_string_equal(v->signals.list[0].kind, "Vergeten?");
	assert_true(v->signals.list[0].line_count > 0);
	assert_string_equal(
	    v->signals.list[0].lines[0], "Begeleiding <nu> (huidig)");
	assert_contains(html, "Begeleiding &lt;nu&gt; (huidig)");
}

static struct plan_line
with_code(const char *code)
{
	struct plan_line line = MINE[0];

	line.id = line.code = line.omschrijving = code;
	return line;
}

/* Six that were forgotten, then that all rests on practice tariffs. */
static void
a_handful_of_remarks_is_open_and_the_rest_is_folded(void **state)
{
	struct page *p = *state;
	const struct plan_line lines[] = {with_code("A"), with_code("B"),
	    with_code("C"), with_code("D"), with_code("E"), with_code("F")};
	const struct feedback_view *v;
	const char *html;
	size_t fold;

	p->record.plan.lines = lines;
	p->record.plan.line_count = 6;
	v = view_of(p, false);
	assert_int_equal(v->signals.open_count, 4);
	assert_true(v->signals.count > 6);
	assert_string_equal(
	    v->signals.list[v->signals.count - 1].kind, "Oefentarieven");
	html = html_of(p, false);
	fold = place_of(html, "Nog 4 opmerkingen</summary>");
	assert_true(place_of(html, "<p>D loopt nu") < fold);
	assert_true(place_of(html, "<p>E loopt nu") > fold);
	assert_true(place_of(html, ">Oefentarieven<") > fold);
	/* Long lists of lines are folded once more. */
	assert_contains(html, "Bekijk de 6 regels");
}

/* 25 hours a day cannot be: it comes first. */
static void
what_cannot_be_comes_first(void **state)
{
	struct page *p = *state;
	struct plan_line lines[5];
	const struct feedback_view *v;

	memcpy(lines, MINE, sizeof(lines));
	lines[4].eenheid = "uur";
	lines[4].per = "dag";
	lines[4].hoeveelheid = "25";
	p->record.plan.lines = lines;
	v = view_of(p, false);
	assert_string_equal(v->signals.list[0].kind, "Kan dit?");
	assert_string_equal(
	    v->signals.list[0].lines[0], "Extra hulp (doorbraak)");
}

static void
differences_with_the_expert_are_listed_not_judged(void **state)
{
	const char *html = html_of(*state, false);

	assert_contains(html, "Anders is niet meteen fout");
	assert_contains(html, "<li>Begeleiding die doorloopt</li>");
	assert_contains(html, "<li>Extra hulp</li>");
}

static void
articles_of_the_expert_come_with_their_meaning(void **state)
{
	const struct feedback_view *v = view_of(*state, false);
	const char *html = html_of(*state, false);

	assert_int_equal(v->article_missing_count, 1);
	assert_contains(html, "Wmo 2015, artikel 2.3.5");
	assert_contains(html, "Het college beslist tot maatwerk.");
	assert_contains(html, "Omdat het gezin het zelf niet redt.");
}

static void
no_article_is_told_in_words(void **state)
{
	struct page *p = *state;

	assert_contains(
	    view_of(p, false)->words_legitimiteit, "nog geen wetsartikel");
	p->record.plan.articles = EXPERT_ARTICLES;
	p->record.plan.article_count = 1;
	assert_contains(view_of(p, false)->words_legitimiteit,
	    "1 artikel. 1 daarvan staat ook bij de expert");
}

static void
the_wish_of_the_household_comes_first(void **state)
{
	struct page *p = *state;

	assert_contains(
	    view_of(p, false)->words_betrokkenheid, "staat nog niet");
	p->record.plan.text[FIELD_WENS] = "Rust <3";
	assert_contains(view_of(p, false)->words_betrokkenheid, "Rust <3");
	assert_contains(
	    view_of(p, false)->words_betrokkenheid, "Nog niet opgeschreven");
	p->record.plan.text[FIELD_BETROKKENHEID] = "Ja";
	assert_lacks(
	    view_of(p, false)->words_betrokkenheid, "Nog niet opgeschreven");
	assert_contains(html_of(p, false), "Rust &lt;3");
}

static void
each_question_of_the_author_stands_once_under_its_value(void **state)
{
	const char *html = html_of(*state, false);
	size_t last = place_of(html, ">Betrokkenheid<");

	for (size_t i = 0; i < 4; i++) {
		char strong[80];
		size_t at;

		snprintf(strong, sizeof(strong), "<strong>%s</strong>",
		    QUESTIONS[i].text);
		at = place_of(html, strong);
		assert_true(at > last);
		assert_null(strstr(html + at + 1, strong));
		last = at;
	}
	assert_contains(html, "Bron: Boek, hoofdstuk 2");
}

static void
every_text_of_the_plan_stands_beside_the_experts(void **state)
{
	struct page *p = *state;
	const char *html;

	for (int f = 0; f < FIELD_COUNT; f++)
		p->record.plan.text[f] =
		    arena_printf(p->ex->arena, "<i>veld %d.", f);
	html = html_of(p, false);
	for (int f = 0; f < FIELD_COUNT; f++)
		assert_contains(
		    html, arena_printf(p->ex->arena,
			      "lms-written\">&lt;i&gt;veld %d.", f));
	assert_lacks(html, "<i>veld");
	assert_contains(html, "In het huis blijven.");
	assert_contains(html, "Bellen &amp; vragen (Noor, morgen)");
}

static void
the_maker_can_start_a_new_version(void **state)
{
	const char *html = html_of(*state, false);

	assert_contains(html, "Feedback op je plan");
	assert_contains(html, "Versie 2, ingeleverd op 23 november 2026 om");
	assert_contains(html,
	    "action=\"/cursus/de-basis/casus/dreigende-ontruiming/plan/"
	    "opnieuw\"");
	assert_contains(html, "name=\"csrf\" value=\"formtoken\"");
}

static void
the_coach_sees_whose_plan_it_is_and_cannot_change_it(void **state)
{
	const char *html = html_of(*state, true);

	assert_contains(html, "Plan van Ali &lt;b&gt;");
	assert_contains(html, "href=\"/team/9\"");
	assert_lacks(html, "plan/opnieuw");
	assert_lacks(html, "je plan");
}

static void
a_plan_the_core_refuses_still_gets_feedback(void **state)
{
	struct page *p = *state;
	const char *html;

	p->record.plan.horizon_jaren = 0;
	html = html_of(p, false);
	assert_contains(html, "kan dit plan nog niet uitrekenen");
	assert_contains(html, "Wie besliste mee?");
	assert_contains(html, "In het eerste jaar kost het plan"); /* expert */
}

/* Without a threat nothing is said about what going wrong would cost. */
static void
a_plan_without_a_threat_is_not_compared_with_one(void **state)
{
	struct page *p = *state;
	const struct feedback_view *v;

	p->record.plan.lines = &MINE[3];
	p->record.plan.line_count = 2;
	v = view_of(p, false);
	assert_contains(v->mine.words_threat, "staat niet in deze rekensom");
	assert_contains(v->mine.words_even, "valt niet te zeggen");
	assert_null(v->mine.words_chance);
	assert_null(v->mine.sensitivity);
	assert_lacks(html_of(p, false), "Wat als de kans anders is");
	assert_contains(v->expert.words_threat, "Als het misgaat");
}

static void
an_empty_plan_gets_feedback(void **state)
{
	struct page *p = *state;
	const char *html;

	p->record.plan.line_count = 0;
	p->record.plan.action_count = 0;
	html = html_of(p, false);
	assert_contains(html, "Nog niets ingevuld.");
	assert_contains(html, "Ontruiming");
}

/* Huidig and doorbraak rest on them whole, dreigend for 1200 of 6200. */
static void
tariffs_for_practice_are_named_where_they_weigh(void **state)
{
	const struct feedback_view *v = view_of(*state, false);

	assert_contains(html_of(*state, false),
	    "Op voorbeeldtarieven rust 100 % van huidig, 19 % van dreigend en "
	    "100 % van doorbraak.");
	assert_true(v->mine.threat.has_practice);
	for (size_t i = 0; i < v->mine.threat.count; i++) {
		const struct bar *bar = &v->mine.threat.bar[i];

		if (strcmp(bar->name, "Wmo 2015 *") == 0)
			assert_int_equal(bar->practice_percent, 100);
		else
			assert_string_equal(bar->name, "Huurrecht");
	}
}

/* H 1200, D 6200, B 2400: p* = 1200 / 5000 = 24 %. */
static void
the_outcome_is_drawn_as_the_chance_moves(void **state)
{
	struct page *p = *state;
	const struct chance_line *line;
	const char *html;

	p->record.plan.kans_dreigend = "0.5";
	line = &view_of(p, false)->mine.line;
	assert_string_equal(line->cross, "voordelig vanaf 24 %");
	assert_string_equal(line->own, "in het plan: 50 %");
	assert_string_equal(line->row[0].words, "€\u00a01.200 duurder");
	assert_string_equal(line->row[4].words, "€\u00a03.800 voordeliger");
	html = html_of(p, false);
	assert_contains(html, "id=\"gemaakt-kans-t\"");
	assert_contains(html, "id=\"expert-kans-t\"");
	assert_true(place_of(html, "1 op de 4 gevallen misgaat") <
		    place_of(html, "gemaakt-kans"));
}

/* 5000 of eviction, 20 % dearer: 1000 more to avoid. */
static void
what_would_weigh_is_listed_in_both_modes(void **state)
{
	const struct feedback_view *v = view_of(*state, false);

	assert_string_equal(v->whatif[0].name, "Zoals het plan is");
	assert_string_equal(v->whatif[0].threat, "€\u00a03.800");
	assert_string_equal(v->whatif[0].even, "vanaf 24 %");
	assert_contains(v->whatif[2].name, "Ontruiming (€\u00a05.000,00 per");
	assert_contains(v->whatif[2].name, "20 % duurder");
	assert_string_equal(v->whatif[2].now, "−€\u00a01.200");
	assert_string_equal(v->whatif[2].threat, "€\u00a04.800");
	assert_string_equal(v->whatif[2].even, "vanaf 20 %");
	assert_int_equal(v->whatif_count, WHATIF_MAX);
}

static void
who_pays_is_told_with_what_makes_it_whole(void **state)
{
	const struct feedback_view *v = view_of(*state, false);

	assert_int_equal(v->payers_now.count, 1);
	assert_int_equal(v->payers_threat.count, 2);
	assert_string_equal(v->payers_threat.head, "Wie");
	assert_int_equal(v->pocket_count, 1);
	assert_contains(v->pockets[0],
	    "betaalt gemeente €\u00a01.200 meer, terwijl het geheel "
	    "voordeliger is. De meeste baat heeft corporatie: €\u00a05.000.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    PAGE_TEST(words_come_before_euros),
	    PAGE_TEST(the_three_values_have_the_same_weight),
	    PAGE_TEST(both_plans_are_summed_in_both_modes),
	    PAGE_TEST(the_modes_are_never_added),
	    PAGE_TEST(pictures_side_by_side_share_a_scale),
	    PAGE_TEST(every_picture_has_its_own_ids_and_a_table),
	    PAGE_TEST(payers_are_named_once_with_four_amounts),
	    PAGE_TEST(what_was_forgotten_is_asked_with_its_lines),
	    PAGE_TEST(a_handful_of_remarks_is_open_and_the_rest_is_folded),
	    PAGE_TEST(what_cannot_be_comes_first),
	    PAGE_TEST(differences_with_the_expert_are_listed_not_judged),
	    PAGE_TEST(articles_of_the_expert_come_with_their_meaning),
	    PAGE_TEST(no_article_is_told_in_words),
	    PAGE_TEST(the_wish_of_the_household_comes_first),
	    PAGE_TEST(each_question_of_the_author_stands_once_under_its_value),
	    PAGE_TEST(every_text_of_the_plan_stands_beside_the_experts),
	    PAGE_TEST(the_maker_can_start_a_new_version),
	    PAGE_TEST(the_coach_sees_whose_plan_it_is_and_cannot_change_it),
	    PAGE_TEST(a_plan_the_core_refuses_still_gets_feedback),
	    PAGE_TEST(a_plan_without_a_threat_is_not_compared_with_one),
	    PAGE_TEST(an_empty_plan_gets_feedback),
	    PAGE_TEST(tariffs_for_practice_are_named_where_they_weigh),
	    PAGE_TEST(the_outcome_is_drawn_as_the_chance_moves),
	    PAGE_TEST(what_would_weigh_is_listed_in_both_modes),
	    PAGE_TEST(who_pays_is_told_with_what_makes_it_whole),
	};

	if (setenv("TZ", "Europe/Amsterdam", 1) != 0)
		return 1;
	tzset();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
