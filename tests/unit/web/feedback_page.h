/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_UNIT_WEB_FEEDBACK_PAGE_H
#define LMS_TESTS_UNIT_WEB_FEEDBACK_PAGE_H
/*
 * A plan that was handed in, the expert's, a case and a law, and the feedback
 * page that is made of them. Include after check.h.
 */
#include "pages.h"
#include "web/feedback_view.h"

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
    {"wmo-2.3.5", {"", "Omdat het gezin het zelf niet redt.", ""}}};
static const struct plan_action ACTIONS[] = {
    {"a1", "Bellen & vragen", "Noor", "morgen"}};
static const struct household_member MEMBERS[] = {
    {"P1", "Rachid", "ouder", 41}};
#define ASK(i, v, p, q, a)                                                     \
	{                                                                      \
		.id = (i), .value = VALUE_##v, .kind = RULE_ASK, .page = (p),  \
		.question = (q), .hint = "Denk " i ".", .expert = (a),         \
		.source = "Boek, hoofdstuk 2", .source_date = "2026-11-02",    \
		.beside_fields = 1u << FIELD_WENS, .beside_actions = true      \
	}

static const char *const EXTRA[] = {"EXTRA"};
static const struct rule_test HAS_EXTRA = {.kind = TEST_LINE,
    .at_least = 1,
    .lines = {.scenario = SCENARIO_DOORBRAAK, .code = {1, EXTRA}}};
static const struct rule_test LACKS_EXTRA = {
    .kind = TEST_NOT, .part_count = 1, .part = &HAS_EXTRA};
static const struct rule RULES[] = {
    ASK("q1", BETROKKENHEID, "toekomst", "Wie besliste mee?",
	"Zonder hen werkt het niet."),
    ASK("q2", LEGITIMITEIT, "legitimiteit", "Waarom mag dit?",
	"De wet geeft ruimte."),
    ASK("q3", RENDEMENT, "rendement", "Wie heeft er baat bij?",
	"Vraag die mee te doen."),
    ASK("q4", PLAN, "actieplan", "Klopt het geheel?", "De drie samen."),
    {.id = "extra",
	.value = VALUE_RENDEMENT,
	.kind = RULE_SEEN,
	.page = "rendement",
	.when = &HAS_EXTRA,
	.question = "Je denkt aan <extra> hulp."},
    {.id = "geen-extra",
	.value = VALUE_RENDEMENT,
	.kind = RULE_MISSING,
	.page = "rendement",
	.when = &LACKS_EXTRA,
	.question = "Wie helpt er extra?",
	.hint = "Kijk wie er al komt.",
	.expert = "De buurvrouw.",
	.source = "Document 3"},
};
static const struct law LAWS[] = {{.code = "wmo-2.3.5",
    .wet = "Wmo 2015",
    .artikel = "2.3.5",
    .lid = "",
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
    .rules = {6, RULES, 20780},
    .expert = &expert};
static const struct course COURSE = {.slug = "de-basis", .title = "De basis"};
static const struct library LIBRARY = {.laws = LAWS, .law_count = 1};

/* 2026-11-23 14:03 in Amsterdam. */
enum { HANDED_IN_S = 1795439000 };

struct page {
	struct exchange *ex;
	struct plan_record record;
	struct feedback_acts acts;
};

static inline int
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

static inline int
teardown(void **state)
{
	const struct page *p = *state;

	arena_free(p->ex->arena);
	return 0;
}

/* What its maker asked to be shown or answered. */
static inline void
act(struct page *p, struct feedback_record record)
{
	struct feedback_record *list =
	    arena_array(p->ex->arena, p->acts.count + 1, sizeof(*list));

	for (size_t i = 0; i < p->acts.count; i++)
		list[i] = p->acts.act[i];
	if (record.answer == NULL)
		record.answer = "";
	record.stamp = "5c5c";
	list[p->acts.count++] = record;
	p->acts.act = list;
}

/* A part of the expert's plan, or "-plan". */
static inline void
ask_expert(struct page *p, const char *part)
{
	act(p, (struct feedback_record){
		   .number = 2, .rule = part, .level = LEVEL_EXPERT});
}

/* A page whose maker asked for all of the expert's plan. */
static inline int
setup_whole(void **state)
{
	(void)setup(state);
	ask_expert(*state, "-plan");
	return 0;
}

#define PAGE_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
#define WHOLE_TEST(f) cmocka_unit_test_setup_teardown(f, setup_whole, teardown)

static inline struct feedback_view *
view_of(struct page *p, bool is_coach)
{
	return feedback_view_make(
	    p->ex, &COURSE, &CASUS, &p->record, &p->acts, is_coach);
}

static inline const char *
html_of(struct page *p, bool is_coach)
{
	struct html h = html_new(p->ex->arena);

	page_feedback(&h, view_of(p, is_coach));
	return h.bytes;
}

/* Where `part` begins in the page; fails when it is not there. */
static inline size_t
place_of(const char *html, const char *part)
{
	const char *at = strstr(html, part);

	assert_contains(html, part);
	return at == NULL ? 0 : (size_t)(at - html);
}

/* The clock of Amsterdam, and then the tests. */
#define FEEDBACK_MAIN(tests)                                                   \
	int main(void)                                                         \
	{                                                                      \
		if (setenv("TZ", "Europe/Amsterdam", 1) != 0)                  \
			return 1;                                              \
		tzset();                                                       \
		return cmocka_run_group_tests(tests, NULL, NULL);              \
	}
#endif
