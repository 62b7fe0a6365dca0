/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * home_test.c - Mijn leeromgeving and the page of a course, through dispatch:
 * what they say of somebody who did this or that.
 */
#include "check.h"
#include "golden.h"
#include "learning.h"

#include <stdlib.h>
#include <time.h>

static const char *const MODULES[] = {"person_id", "course", "module",
    "read_s", "answered_count", "right_count", "right_first_count", NULL};
static const char *const PLANS[] = {"person_id", "course", "casus", "number",
    "is_draft", "saved_s", "handed_in_s", "handed_in_number", "is_looked_at",
    "place", NULL};
static const char *const VISIT[] = {"course", "place", "visited_s", NULL};

#define NOW "1795438980"
#define STEPS_DONE "7", "de-basis", "zes-stappen", NOW, "2", "2", "1"
#define SUMS_DONE "7", "de-basis", "rekenen", NOW, "0", "0", "0"
#define DRAFT(step)                                                            \
	"7", "de-basis", "ontruiming", "1", "t", NOW, NULL, "0", "f",          \
	    "casus/ontruiming/plan/" step
#define HANDED_IN                                                              \
	"7", "de-basis", "ontruiming", "1", "f", NOW, NOW, "1", "f",           \
	    "casus/ontruiming/plan/6"
#define NEW_DRAFT                                                              \
	"7", "de-basis", "ontruiming", "2", "t", NOW, NOW, "1", "f",           \
	    "casus/ontruiming/plan/2"

/* What somebody did: rows of the three statements. */
struct deeds {
	int modules, plans;
	const char *module[3 * 7], *plan[10];
	const char *place; /* of the last visit, or NULL */
};

static const char *
page_of(const char *path, const struct deeds *d)
{
	struct exchange *ex = learner_asks(path, NULL);

	assert_int_equal(dispatch_start(ex), TURN_ASK);
	reply(
	    ex->batch, QUERY_PROGRESS_MODULES, d->modules, MODULES, d->module);
	reply(ex->batch, QUERY_PROGRESS_PLANS, d->plans, PLANS, d->plan);
	if (strcmp(path, "/") == 0) {
		const char *const visit[] = {"de-basis", d->place, NOW};

		reply(ex->batch, QUERY_PROGRESS_LAST_VISIT, d->place != NULL,
		    VISIT, visit);
	}
	learner_gets(ex);
	assert_int_equal(ex->response.code, 200);
	return main_of(ex->arena, ex->response.body);
}

static const struct deeds NEWCOMER = {0};
static const struct deeds READER = {.modules = 1,
    .module = {"7", "de-basis", "zes-stappen", NOW, "1", "0", "0"},
    .place = "zes-stappen"};
static const struct deeds PLANNER = {.modules = 2,
    .module = {STEPS_DONE, SUMS_DONE},
    .plans = 1,
    .plan = {DRAFT("3")},
    .place = "casus/ontruiming/plan/3"};
static const struct deeds READY = {.modules = 2,
    .module = {STEPS_DONE, SUMS_DONE},
    .plans = 1,
    .plan = {HANDED_IN},
    .place = "casus/ontruiming/plan/6"};
static const struct deeds DONE_ELSEWHERE = {.modules = 2,
    .module = {STEPS_DONE, SUMS_DONE},
    .plans = 1,
    .plan = {HANDED_IN},
    .place = "zes-stappen"};
static const struct deeds BETWEEN = {
    .modules = 1, .module = {STEPS_DONE}, .place = "zes-stappen"};
static const struct deeds REVISER = {.modules = 2,
    .module = {STEPS_DONE, SUMS_DONE},
    .plans = 1,
    .plan = {NEW_DRAFT},
    .place = "casus/ontruiming/plan/2"};
static const struct deeds LOST = {.place = "is-verwijderd"};

static void
a_newcomer_is_welcomed(void **unused)
{
	(void)unused;
	golden_check("home.nieuw", page_of("/", &NEWCOMER));
}

static void
only_a_newcomer_is_told_how_to_begin(void **unused)
{
	const char *page = page_of("/", &NEWCOMER);

	(void)unused;
	assert_contains(page, "Lees ‘De zes stappen’ en beantwoord de vragen: "
			      "ongeveer 25 minuten.");
	assert_contains(page, "nog 1 module: samen ongeveer 10 minuten");
	assert_contains(page, "‘Familie Van Dalen’: ongeveer 90 minuten");
	assert_contains(page, "href=\"/rondleiding\"");
	assert_lacks(page_of("/", &READER), "Zo pak je het aan");
	assert_lacks(page_of("/", &READER), "rondleiding");
}

static void
who_is_busy_goes_on_where_they_were(void **unused)
{
	(void)unused;
	golden_check("home.bezig", page_of("/", &PLANNER));
}

static void
a_course_says_what_is_lacking(void **unused)
{
	(void)unused;
	golden_check("cursus.bezig", page_of("/cursus/de-basis", &READER));
}

/* The one card: its title and where it leads. */
static void
check_card(const struct deeds *d, const char *kicker, const char *title,
    const char *url)
{
	struct arena *a = arena_new();
	const char *page = page_of("/", d);

	assert_contains(page, kicker);
	assert_contains(page, title);
	assert_contains(
	    page, arena_printf(a, "nl-button--primary\" href=\"%s\"", url));
	arena_free(a);
}

static void
the_card_follows_the_last_visit(void **unused)
{
	(void)unused;
	check_card(&NEWCOMER, ">Begin hier<", "Module: De zes stappen",
	    "/cursus/de-basis/zes-stappen");
	check_card(&READER, ">Ga verder waar je was<", "Module: De zes stappen",
	    "/cursus/de-basis/zes-stappen");
	check_card(&PLANNER, ">Ga verder waar je was<",
	    "Oefencasus: Familie Van Dalen",
	    "/cursus/de-basis/casus/ontruiming/plan/doorbraak");
	check_card(&READY, "De feedback ligt klaar",
	    "Oefencasus: Familie Van Dalen",
	    "/cursus/de-basis/casus/ontruiming/plan/versie/1");
	check_card(&REVISER, "Je werkt aan een nieuwe versie",
	    "Oefencasus: Familie Van Dalen",
	    "/cursus/de-basis/casus/ontruiming/plan/toekomst");
}

static void
what_is_complete_gives_way_to_what_is_next(void **unused)
{
	(void)unused;
	check_card(&BETWEEN, ">Hierna<", "Module: Rekenen &lt;zonder vrees&gt;",
	    "/cursus/de-basis/rekenen");
	check_card(&DONE_ELSEWHERE, ">Alles is klaar<", "al het werk gedaan",
	    "/cursus/de-basis");
}

static void
a_place_that_is_gone_is_no_place(void **unused)
{
	(void)unused;
	check_card(&LOST, ">Hierna<", "Module: De zes stappen",
	    "/cursus/de-basis/zes-stappen");
}

static void
a_complete_course_says_so(void **unused)
{
	const char *page = page_of("/cursus/de-basis", &READY);

	(void)unused;
	assert_contains(page, "3 van de 3 onderdelen klaar");
	assert_contains(page, "Je hebt deze cursus af");
	assert_lacks(page, "Nog te doen");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    LEARNING_TEST(a_newcomer_is_welcomed),
	    LEARNING_TEST(only_a_newcomer_is_told_how_to_begin),
	    LEARNING_TEST(who_is_busy_goes_on_where_they_were),
	    LEARNING_TEST(a_course_says_what_is_lacking),
	    LEARNING_TEST(the_card_follows_the_last_visit),
	    LEARNING_TEST(what_is_complete_gives_way_to_what_is_next),
	    LEARNING_TEST(a_place_that_is_gone_is_no_place),
	    LEARNING_TEST(a_complete_course_says_so),
	};

	if (setenv("TZ", "Europe/Amsterdam", 1) != 0 || !secret_start())
		return 1;
	tzset();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
