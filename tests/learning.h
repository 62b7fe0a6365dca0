/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_LEARNING_H
#define LMS_TESTS_LEARNING_H
/*
 * A small course of our own and a learner who is logged in, for pages of
 * courses. Golden pages show this course, so that editing courses/ changes
 * none of them. Include after check.h.
 */
#include "base/password.h"
#include "pages.h"
#include "reply.h"
#include "web/dispatch.h"

#define SAFE(text) ((const struct safe_html *)(const void *)("" text))

/* 43 characters: a token as token_new makes them, but always the same. */
#define LEARNER_TOKEN "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

/* Monday 23 November 2026, 14:03 in Amsterdam. */
enum { LEARNING_NOW_S = 1795438980 };

static const struct safe_html *LEARN_V1_OPTIONS[] = {
    SAFE("De auto"), SAFE("De <em>regel</em>"), SAFE("De zus")};
static const struct safe_html *LEARN_V1_FEEDBACK[] = {
    SAFE("<p>Dat is de situatie.</p>"), SAFE("<p>Die houdt het tegen.</p>"),
    SAFE("<p>Dat knelt nu niet.</p>")};
static const struct safe_html *LEARN_V1_HINTS[] = {
    SAFE("Wat houdt de gewone oplossing tegen?")};
static const struct question_text LEARN_V1_TEXT = {
    .prompt = SAFE("<p>Wat is de hindernis?</p>"),
    .options = LEARN_V1_OPTIONS,
    .feedback = LEARN_V1_FEEDBACK,
    .hint_count = 1,
    .hints = LEARN_V1_HINTS,
    .why = SAFE("<p>Een hindernis is een regel of afspraak.</p>")};
static const bool LEARN_V1_RIGHT[] = {false, true, false};
static const struct question LEARN_V1 = {.id = "v1",
    .goal = "d1",
    .version = "0000000000000001",
    .option_count = 3,
    .is_right = LEARN_V1_RIGHT,
    .text = &LEARN_V1_TEXT};

static const struct safe_html *LEARN_V2_OPTIONS[] = {SAFE("Reparatie"),
    SAFE("Besparing"), SAFE("Bijstand die doorloopt"), SAFE("Dreiging")};
static const struct safe_html *LEARN_V2_FEEDBACK[] = {SAFE("<p>Ja.</p>"),
    SAFE("<p>Nee, dat is een uitkomst.</p>"),
    SAFE("<p>Ja, vergeet die niet.</p>"), SAFE("<p>Nee.</p>")};
static const struct question_text LEARN_V2_TEXT = {
    .prompt = SAFE("<p>Welke bedragen horen in het plan?</p>"),
    .options = LEARN_V2_OPTIONS,
    .feedback = LEARN_V2_FEEDBACK,
    .why = SAFE("<p>Ook wat doorloopt.</p>")};
static const bool LEARN_V2_RIGHT[] = {true, false, true, false};
static const struct question LEARN_V2 = {.id = "v2",
    .goal = "d1",
    .version = "0000000000000002",
    .is_multiple = true,
    .option_count = 4,
    .is_right = LEARN_V2_RIGHT,
    .text = &LEARN_V2_TEXT};

static const struct question *LEARN_QUESTIONS[] = {&LEARN_V1, &LEARN_V2};
static const struct goal LEARN_GOALS[] = {
    {"d1", "Je kunt de hindernis & de doorbraak noemen."}};
static const struct safe_html *LEARN_SOURCES[] = {SAFE("Boek, 2023")};
static const struct heading LEARN_HEADINGS[] = {
    {2, "stap-1", "Stap 1"}, {3, "dieper", "Dieper"}, {2, "einde", "Einde"}};
static const struct section LEARN_SECTIONS[] = {
    {SAFE("<h2 id=\"stap-1\">Stap 1</h2>\n<p>Tekst.</p>"), NULL},
    {NULL, &LEARN_V1}, {NULL, &LEARN_V2},
    {SAFE("<h2 id=\"einde\">Einde</h2>\n<p>Slot.</p>"), NULL}};
static const struct term LEARN_TERMS[] = {
    {.slug = "hindernis",
	.title = "Hindernis & zo",
	.letter = 'H',
	.meaning = SAFE("Wat het <em>tegenhoudt</em>."),
	.source = SAFE("Boek, 2023")},
    {.slug = "doorbraak",
	.title = "Doorbraak",
	.also = "de extra dienst",
	.letter = 'D',
	.meaning = SAFE("Wat de hindernis weghaalt."),
	.source = SAFE("Boek, 2023")},
    {.slug = "dreiging",
	.title = "Dreiging",
	.letter = 'D',
	.meaning = SAFE("Wat er kan gebeuren."),
	.source = SAFE("Eigen tekst")}};
static const struct term *LEARN_TERMS_BY_NAME[] = {
    &LEARN_TERMS[1], &LEARN_TERMS[2], &LEARN_TERMS[0]};
static const struct glossary LEARN_GLOSSARY = {.title = "Begrippen",
    .date = "2026-11-23",
    .valid_until = "2027-07-01",
    .intro = SAFE("<p>Alle woorden.</p>"),
    .source_count = 1,
    .sources = LEARN_SOURCES,
    .term_count = 3,
    .terms = LEARN_TERMS,
    .by_name = LEARN_TERMS_BY_NAME};
static const struct module LEARN_MODULES[] = {
    {.slug = "zes-stappen",
	.title = "De zes stappen",
	.level = "start",
	.date = "2026-11-23",
	.valid_until = "2027-07-01",
	.minutes = 25,
	.goal_count = 1,
	.goals = LEARN_GOALS,
	.source_count = 1,
	.sources = LEARN_SOURCES,
	.heading_count = 3,
	.headings = LEARN_HEADINGS,
	.section_count = 4,
	.sections = LEARN_SECTIONS,
	.question_count = 2,
	.questions = LEARN_QUESTIONS,
	.term_count = 2,
	.terms = &LEARN_TERMS_BY_NAME[1]},
    {.slug = "rekenen",
	.title = "Rekenen <zonder vrees>",
	.level = "start",
	.date = "2025-01-02",
	.valid_until = "2026-01-01",
	.minutes = 10},
};
static const struct casus LEARN_CASUSSEN[] = {
    {.slug = "ontruiming", .title = "Familie Van Dalen", .minutes = 90}};
static const struct course LEARN_COURSES[] = {{.slug = "de-basis",
    .title = "De basis",
    .date = "2026-11-23",
    .intro = SAFE("<p>Zo maak je een plan.</p>"),
    .glossary = &LEARN_GLOSSARY,
    .taste = &LEARN_V1,
    .module_count = 2,
    .casus_count = 1,
    .modules = LEARN_MODULES,
    .casussen = LEARN_CASUSSEN}};
static const struct library LEARN_LIBRARY = {
    .course_count = 1, .courses = LEARN_COURSES};

/* The exchanges of one test, which own all that it reads. */
enum { LEARNING_ASKS_MAX = 64 };
static struct exchange *learning_asks[LEARNING_ASKS_MAX];
static size_t learning_ask_count;

static inline int
learning_teardown(void **unused)
{
	(void)unused;
	while (learning_ask_count > 0)
		arena_free(learning_asks[--learning_ask_count]->arena);
	return 0;
}

/* A row of main's list: a test whose exchanges end with it. */
#define LEARNING_TEST(f) cmocka_unit_test_teardown(f, learning_teardown)

/* A request of the learner; `body` NULL: GET. "csrf" is added to a body. */
static inline struct exchange *
learner_asks(const char *path, const char *body)
{
	struct exchange *ex = exchange_new(&LEARN_LIBRARY);
	const char *query = strchr(path, '?');

	assert_true(learning_ask_count < LEARNING_ASKS_MAX);
	learning_asks[learning_ask_count++] = ex;
	ex->method = body == NULL ? GET : POST;
	ex->path = path;
	if (query != NULL) {
		ex->path =
		    arena_strndup(ex->arena, path, (size_t)(query - path));
		ex->query = query + 1;
	}
	ex->cookie = "__Host-sid=" LEARNER_TOKEN;
	ex->now_s = LEARNING_NOW_S;
	if (body != NULL) {
		ex->body = arena_printf(ex->arena, "csrf=%s&%s",
		    token_for_forms(ex->arena, LEARNER_TOKEN), body);
		ex->body_len = strlen(ex->body);
		ex->content_type = "application/x-www-form-urlencoded";
	}
	return ex;
}

/* The answer comes back with a session; other replies were set before. */
static inline const char *
learner_gets(struct exchange *ex)
{
	reply_session(ex->batch, "1");
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	return ex->response.body;
}

/* The value of a header of the answer, or NULL. */
static inline const char *
header_of(const struct exchange *ex, const char *name)
{
	for (int i = 0; i < ex->response.header_count; i++)
		if (strcmp(ex->response.header[i].name, name) == 0)
			return ex->response.header[i].value;
	return NULL;
}

/* What is between <main …> and </main>: the page without its shell. */
static inline const char *
main_of(struct arena *a, const char *page)
{
	const char *at = strstr(page, "<main"), *end = strstr(page, "</main>");

	assert_non_null(at);
	assert_non_null(end);
	return arena_strndup(a, at, (size_t)(end - at));
}
#endif
