/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * library_test.c - a whole folder of courses is read as its author meant it.
 */
#include "check.h"
#include "content.h"
#include "golden.h"

#include "core/law.h"

static struct library *
open_good(struct arena *a, const char *folder)
{
	struct content_faults faults;
	struct library *l;
	enum status status = library_open(&l, folder, a, &faults);

	assert_string_equal(faults_as_text(a, faults.count, faults.fault), "");
	assert_int_equal(status, ST_OK);
	arena_defer(a, (void (*)(void *))library_free, l);
	return l;
}

static void
test_the_course_gives_modules_and_cases_in_order(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);
	const struct course *c = library_course(l, "kort");

	assert_int_equal(l->course_count, 1);
	assert_non_null(c);
	assert_string_equal(c->title, "Korte cursus");
	assert_string_equal(c->date, "2026-11-23");
	assert_string_equal(markdown_text(c->intro),
	    "<p>Een <strong>kleine</strong> cursus voor de proeven.</p>");
	assert_int_equal(c->module_count, 2);
	assert_string_equal(c->modules[0].slug, "eerste");
	assert_string_equal(c->modules[1].slug, "tweede");
	assert_int_equal(c->casus_count, 1);
	assert_ptr_equal(c->taste, c->modules[0].questions[0]);
	assert_null(library_course(l, "gegevens"));
	assert_null(course_module(c, "derde"));
	assert_null(course_casus(c, "eerste"));
}

static void
test_a_module_has_what_its_header_says(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);
	const struct module *m =
	    course_module(library_course(l, "kort"), "eerste");

	assert_string_equal(m->title, "Eerste");
	assert_string_equal(m->level, "start");
	assert_string_equal(m->valid_until, "2027-07-01");
	assert_int_equal(m->minutes, 20);
	assert_int_equal(m->goal_count, 2);
	assert_string_equal(m->goals[1].id, "d2");
	assert_string_equal(m->goals[1].text, "Je kunt kiezen.");
	assert_int_equal(m->source_count, 2);
	assert_string_equal(markdown_text(m->sources[1]),
	    "Zie <a href=\"https://wetten.overheid.nl/BWBR0015703\" "
	    "rel=\"noopener\">de wet</a>");
	assert_int_equal(m->heading_count, 3);
	assert_string_equal(m->headings[1].anchor, "een-twee-drie");
}

static void
test_a_module_is_cut_at_its_questions(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);
	const struct module *m =
	    course_module(library_course(l, "kort"), "eerste");

	assert_int_equal(m->question_count, 2);
	assert_int_equal(m->section_count, 6);
	assert_ptr_equal(m->sections[1].question, m->questions[0]);
	assert_null(m->sections[1].html);
	assert_string_equal(
	    markdown_text(m->sections[2].html), "<p>Tussen de vragen.</p>");
	assert_ptr_equal(m->sections[3].question, m->questions[1]);
	assert_contains(markdown_text(m->sections[5].html), "lms-footnotes");
	assert_ptr_equal(module_question(m, "v2"), m->questions[1]);
	assert_null(module_question(m, "v3"));
	assert_int_equal(question_right_options(m->questions[1]), 5);
}

/* All that a module's text may hold, as one page. */
static void
test_the_html_of_a_module_is_as_expected(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);
	const struct module *m =
	    course_module(library_course(l, "kort"), "eerste");
	struct html all = html_new(*state);

	for (size_t i = 0; i < m->section_count; i++) {
		if (m->sections[i].question != NULL) {
			HTML_LIT(&all, "<!-- ");
			html_text(&all, m->sections[i].question->id);
			HTML_LIT(&all, " -->");
		}
		html_raw(&all, m->sections[i].html);
		HTML_LIT(&all, "\n");
	}
	golden_check("inhoud.module", all.bytes);
}

static void
test_links_between_pages_are_addresses(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);
	const struct module *m =
	    course_module(library_course(l, "kort"), "tweede");
	const char *html = markdown_text(m->sections[0].html);

	assert_contains(html, "href=\"/cursus/kort/eerste#het-beeld\"");
	assert_contains(html, "href=\"/cursus/kort/casus/ilse\"");
	assert_contains(html, "href=\"/cursus/kort/casus/ilse/document/"
			      "02-brief#02-brief-de-eis\"");
	assert_contains(html, "<p><img src=\"/media/kort/stip.png\" "
			      "alt=\"Een stip\" width=\"7\" height=\"5\" "
			      "loading=\"lazy\"> staat in de zin.</p>");
}

static void
test_a_case_has_talks_beside_its_dossier(void **state)
{
	const struct casus *c = course_casus(
	    library_course(open_good(*state, GOOD_COURSES), "kort"), "ilse");
	const struct document *ilse = casus_document(c, "03-ilse"),
			      *boss = casus_document(c, "04-werkgever");

	assert_int_equal(c->talk_minutes, 60);
	assert_int_equal(casus_document(c, "02-brief")->minutes, 0);
	assert_int_equal(ilse->minutes, 30);
	assert_true(ilse->is_resident);
	assert_string_equal(ilse->who, "Ilse");
	assert_false(boss->is_resident);
	assert_int_equal(boss->early_minutes, 10);
	assert_string_equal(markdown_text(boss->early),
	    "<p>‘Weet <strong>Ilse</strong> dat u belt?’</p>");
	assert_contains(markdown_text(boss->html), "een week later");
	assert_contains(markdown_text(boss->html), "Op papier volgt later.");
	assert_null(strstr(markdown_text(boss->html), "Weet"));
}

static void
test_a_case_has_its_household_and_documents(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);
	const struct casus *c = course_casus(library_course(l, "kort"), "ilse");
	const char *brief;

	assert_string_equal(c->title, "Ilse en de auto");
	assert_string_equal(c->profile, "P1");
	assert_int_equal(c->minutes, 45);
	assert_int_equal(c->member_count, 2);
	assert_string_equal(c->members[1].id, "P2");
	assert_string_equal(c->members[1].name, "Fleur");
	assert_string_equal(c->members[1].role, "kind");
	assert_int_equal(c->members[1].age, 8);
	assert_contains(markdown_text(c->intro), "<li id=\"noot-1\">");
	assert_lacks(markdown_text(c->intro), "Documenten");
	assert_int_equal(c->document_count, 5);
	assert_string_equal(c->documents[0].slug, "01-schets");
	assert_string_equal(c->documents[0].kind, "situatieschets");
	assert_string_equal(c->documents[1].from, "Werkgever");
	brief = markdown_text(casus_document(c, "02-brief")->html);
	assert_contains(brief, "<h2 id=\"02-brief-de-eis\">");
	assert_contains(brief, "href=\"#02-brief-de-eis\"");
	assert_contains(brief, "<li id=\"noot-02-brief-1\">");
	assert_contains(brief, "aria-label=\"Noten bij Brief\"");
	assert_null(casus_document(c, "03-weg"));
}

static void
test_the_own_tariff_of_a_case_comes_before_the_general_one(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);
	const struct casus *c = course_casus(library_course(l, "kort"), "ilse");

	assert_int_equal(library_tariff(l, c, "AUTO")->tarief_eurocent, 90000);
	assert_int_equal(
	    library_tariff(l, NULL, "AUTO")->tarief_eurocent, 95000);
	assert_string_equal(library_tariff(l, c, "PW-NORM")->omschrijving,
	    "Bijstand, \"hele\" norm");
	assert_contains(
	    library_tariff(l, c, "PW-NORM")->folded, "participatiewet");
	assert_null(library_tariff(l, c, "WEG"));
}

static void
test_a_law_leads_to_its_official_text(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);

	assert_int_equal(l->law_count, 4);
	assert_string_equal(url_text(library_law(l, "PW-35")->official),
	    "https://wetten.overheid.nl/jci1.3:c:BWBR0015703&artikel=35");
	assert_string_equal(url_text(library_law(l, "RV-475")->official),
	    "https://wetten.overheid.nl/BWBR0001827");
	assert_string_equal(url_text(library_law(l, "AVG-6")->official),
	    "https://eur-lex.europa.eu/legal-content/NL/TXT/"
	    "?uri=CELEX:32016R0679");
	assert_null(library_law(l, "OUD-1")->official);
	assert_contains(library_law(l, "PW-35")->folded, "bij een bijzondere");
	assert_null(library_law(l, "PW-1"));
}

static void
test_a_law_knows_what_people_say_and_what_they_want(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);
	const struct law *help = library_law(l, "PW-35");
	int income = law_theme_at(LAW_GOALS, LAW_GOAL_COUNT, "inkomen");
	int debts = law_theme_at(LAW_GOALS, LAW_GOAL_COUNT, "schulden");

	assert_int_equal(help->hindernis_count, 2);
	assert_string_equal(help->hindernissen[1], "de wasmachine is stuk");
	assert_string_equal(help->helpt_niet, "Niet voor schulden.");
	assert_int_equal(help->goals, 1U << income);
	assert_int_equal(library_law(l, "RV-475")->goals,
	    1U << income | 1U << debts);
	assert_int_equal(law_theme_at(LAW_GOALS, LAW_GOAL_COUNT, "geluk"), -1);
}

static void
test_a_law_says_how_well_it_was_read(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);

	assert_string_equal(library_law(l, "PW-35")->checked,
	    "Nagelezen in de wettekst van 1 juli 2026.");
	assert_string_equal(
	    library_law(l, "AVG-6")->checked, "Nagelezen in de wettekst.");
	assert_string_equal(library_law(l, "OUD-1")->checked,
	    "Nog niet helemaal nagelezen. Kijk zelf in de wet.");
	assert_string_equal(library_law(l, "RV-475")->checked,
	    "Nog niet nagelezen. Kijk zelf in de wet.");
}

static void
test_the_plan_of_the_expert_is_read_whole(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);
	const struct plan *p =
	    course_casus(library_course(l, "kort"), "ilse")->expert;
	const struct plan_line *line;

	assert_string_equal(p->text[FIELD_WENS], "Ik wil dit werk houden.");
	assert_string_equal(p->text[FIELD_PLAN_B], "Een andere werkgever.");
	assert_string_equal(p->kans_dreigend, "0.5");
	assert_null(p->slaagkans);
	assert_int_equal(p->horizon_jaren, 1);
	assert_string_equal(p->disconto_pct, "0");
	assert_int_equal(p->line_count, 3);
	line = &p->lines[1];
	assert_int_equal(line->scenario, SCENARIO_DREIGEND);
	assert_string_equal(line->hoeveelheid, "1");
	assert_string_equal(line->duur_aantal, "12");
	assert_string_equal(line->kans, "1/2");
	assert_int_equal(line->start_maand, 1);
	assert_string_equal(line->zekerheid, "official");
	line = &p->lines[2];
	assert_int_equal(line->scenario, SCENARIO_DOORBRAAK);
	assert_null(line->duur_aantal);
	assert_int_equal(line->start_maand, 2);
	assert_int_equal(line->payer_count, 2);
	assert_string_equal(line->payers[1].betaler, "inwoner");
	assert_string_equal(line->payers[1].deel, "1/3");
	assert_string_equal(line->eenheid, "stuk");
	assert_int_equal(line->prijspeil_jaar, 2026);
	assert_string_equal(line->stopreden, "De auto rijdt weer.");
	assert_int_equal(p->article_count, 1);
	assert_string_equal(p->articles[0].code, "PW-35");
	assert_int_equal(p->action_count, 1);
	assert_string_equal(p->actions[0].id, "a1");
	assert_string_equal(p->actions[0].wie, "Samira");
}

static void
test_the_rules_of_the_feedback_are_read(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);
	const struct casus *c = course_casus(library_course(l, "kort"), "ilse");
	const struct rule *first = &c->rules.rule[0],
			  *second = &c->rules.rule[1];

	assert_int_equal(c->rules.count, 4);
	assert_int_equal(first->value, VALUE_BETROKKENHEID);
	assert_string_equal(first->source, "Document 1");
	assert_null(first->when);
	assert_null(first->read_url);
	assert_int_equal(
	    first->beside_fields, 1 << FIELD_WENS | 1 << FIELD_PERSPECTIEF);
	assert_string_equal(second->question, "Is het op tijd?");
	assert_string_equal(second->read_module, "eerste");
	assert_string_equal(second->read_anchor, "slot");
	assert_true(second->beside_actions);
	assert_int_equal(second->beside_lines, 1 << SCENARIO_DOORBRAAK);
	assert_int_equal(second->beside_fields, 0);
	assert_int_equal(second->when->kind, TEST_NOT);
	assert_int_equal(second->when->part[0].part_count, 2);
	assert_string_equal(
	    rule_find(&c->rules, "wens-gezien")->when->wish,
	    "Ik wil dit werk houden");
}

static void
test_what_runs_today_comes_with_its_document(void **state)
{
	const struct library *l = open_good(*state, GOOD_COURSES);
	const struct casus *c = course_casus(library_course(l, "kort"), "ilse");

	assert_int_equal(c->start_count, 1);
	assert_string_equal(c->start[0].line->code, "PW-AANV");
	assert_string_equal(c->start[0].document->slug, "01-schets");
}

/* What the site itself teaches must always be without faults. */
static void
test_our_own_courses_are_good(void **state)
{
	const struct library *l = open_good(*state, "courses");

	assert_non_null(library_course(l, "de-basis"));
	assert_true(l->tariff_count >= 103);
	assert_true(l->law_count >= 76);
}

static void
test_a_folder_without_courses_is_a_fault(void **state)
{
	struct content_faults faults;
	struct library *l;

	assert_int_equal(
	    library_open(&l, GOOD_COURSES "/gegevens", *state, &faults),
	    ST_INVALID);
	assert_null(l);
	assert_contains(faults_as_text(*state, faults.count, faults.fault),
	    "1: hier staat geen cursus");
	assert_int_equal(
	    library_open(&l, "er-is-niets", *state, &faults), ST_INVALID);
	library_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_the_course_gives_modules_and_cases_in_order),
	    ARENA_TEST(test_a_module_has_what_its_header_says),
	    ARENA_TEST(test_a_module_is_cut_at_its_questions),
	    ARENA_TEST(test_the_html_of_a_module_is_as_expected),
	    ARENA_TEST(test_links_between_pages_are_addresses),
	    ARENA_TEST(test_a_case_has_its_household_and_documents),
	    ARENA_TEST(test_a_case_has_talks_beside_its_dossier),
	    ARENA_TEST(
		test_the_own_tariff_of_a_case_comes_before_the_general_one),
	    ARENA_TEST(test_a_law_leads_to_its_official_text),
	    ARENA_TEST(test_a_law_knows_what_people_say_and_what_they_want),
	    ARENA_TEST(test_a_law_says_how_well_it_was_read),
	    ARENA_TEST(test_the_plan_of_the_expert_is_read_whole),
	    ARENA_TEST(test_the_rules_of_the_feedback_are_read),
	    ARENA_TEST(test_what_runs_today_comes_with_its_document),
	    ARENA_TEST(test_our_own_courses_are_good),
	    ARENA_TEST(test_a_folder_without_courses_is_a_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
