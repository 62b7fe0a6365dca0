/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rubric_test.c - beoordeling.json: what a good one gives, what is told of a
 * bad one, and when a judgement may be sent.
 */
#include "check.h"
#include "content.h"
#include "course_copy.h"

#include "core/rubric.h"

#define LEVELS                                                                 \
	"[{\"id\":\"a\",\"tekst\":\"Ik zie niets.\"},"                         \
	"{\"id\":\"b\",\"tekst\":\"Ik zie alles.\"}]"
#define VALUE(name, id)                                                        \
	"{\"waarde\":\"" name "\",\"kern\":\"Kern.\",\"criteria\":["           \
	"{\"id\":\"" id "\",\n\"vraag\":\"Wat zie je?\",\"niveaus\":" LEVELS   \
	"}],\"sterk\":\"Sterk?\",\"maker\":\"Vraag?\"}"
#define FIRST VALUE("betrokkenheid", "een")
#define SECOND VALUE("legitimiteit", "twee")
#define THIRD VALUE("rendement", "drie")
#define FILE_OF(values) "{\"inleiding\":\"Lees.\",\n\"waarden\":[" values "]}"
#define GOOD FILE_OF(FIRST ",\n" SECOND ",\n" THIRD)

static struct library *
open_with(struct arena *a, const char *text, struct content_faults *faults)
{
	struct library *l = NULL;
	const char *path = arena_printf(a, "%s/kort/beoordeling.json", copy);

	*faults = (struct content_faults){0};
	write_file(path, text, strlen(text));
	if (library_open(&l, copy, a, faults) == ST_OK)
		arena_defer(a, (void (*)(void *))library_free, l);
	assert_int_equal(remove(path), 0);
	return l;
}

static void
test_each_value_has_its_criteria_and_two_open_lines(void **state)
{
	struct content_faults faults;
	const struct library *l = open_with(*state, GOOD, &faults);
	const struct rubric_field *fields;
	const struct rubric *r;
	size_t n;

	assert_string_equal(
	    faults_as_text(*state, faults.count, faults.fault), "");
	r = library_course(l, "kort")->rubric;
	assert_string_equal(r->intro, "Lees.");
	n = rubric_fields(&fields, *state, r);
	assert_int_equal(n, 9);
	assert_string_equal(fields[0].name, "een");
	assert_int_equal(fields[0].value, VALUE_BETROKKENHEID);
	assert_string_equal(fields[1].name, "betrokkenheid-sterk");
	assert_null(fields[1].criterion);
	assert_string_equal(fields[8].name, "rendement-vraag");
	assert_string_equal(fields[8].label, "Vraag?");
	assert_string_equal(
	    rubric_words(fields[0].criterion, "b"), "Ik zie alles.");
	assert_null(rubric_words(fields[0].criterion, "c"));
}

static void
test_a_course_need_not_have_one(void **state)
{
	struct content_faults faults;
	struct library *l;

	assert_int_equal(library_open(&l, copy, *state, &faults), ST_OK);
	assert_null(library_course(l, "kort")->rubric);
	library_free(l);
}

/* Each criterion chosen, and a word of one's own for each value. */
static void
test_what_lacks_before_it_may_be_sent(void **state)
{
	struct content_faults faults;
	const struct library *l = open_with(*state, GOOD, &faults);
	const char *values[] = {
	    "a", "", "Hoe?", "b", "Mooi.", "", "a", "  ", "Waarom?"};
	const struct rubric_field *fields;
	size_t n =
	    rubric_fields(&fields, *state, library_course(l, "kort")->rubric);

	assert_int_equal(rubric_lacking(fields, n, values), n);
	values[8] = " \n";
	assert_int_equal(rubric_lacking(fields, n, values), 7);
	values[3] = "";
	assert_int_equal(rubric_lacking(fields, n, values), 3);
	values[0] = "weg"; /* a level that the rubric does not have */
	assert_int_equal(rubric_lacking(fields, n, values), 0);
}

static void
test_each_slip_is_told_with_its_line(void **state)
{
	static const struct {
		const char *text;
		int line;
		const char *words;
	} SLIPS[] = {
	    {"{", 1, "geen goede JSON"},
	    {"{\"waarden\":[]}", 1, "inleiding: ontbreekt"},
	    {FILE_OF(FIRST ",\n" SECOND), 2, "rendement ontbreekt"},
	    {FILE_OF(FIRST ",\n" SECOND ",\n" SECOND), 6, "staat er al"},
	    {FILE_OF(FIRST ",\n" VALUE("legitimiteit", "een") ",\n" THIRD), 4,
		"‘een’ is al een naam"},
	    {FILE_OF(FIRST
		 ",\n" VALUE("legitimiteit", "rendement-vraag") ",\n" THIRD),
		4, "is al een naam"},
	    {FILE_OF(FIRST ",\n" SECOND ",\n" VALUE("geld", "drie")), 6,
		"‘geld’ is geen waarde"},
	    {FILE_OF(FIRST ",\n" SECOND ",\n" VALUE("rendement", "Drie!")), 6,
		"geen goede naam"},
	};

	for (size_t i = 0; i < sizeof(SLIPS) / sizeof(SLIPS[0]); i++) {
		struct content_faults faults;
		bool is_told = false;

		assert_null(open_with(*state, SLIPS[i].text, &faults));
		for (size_t k = 0; k < faults.count; k++)
			is_told |= faults.fault[k].line == SLIPS[i].line &&
				   strstr(faults.fault[k].text,
				       SLIPS[i].words) != NULL;
		if (!is_told)
			fail_msg("%s:%d\n%s", SLIPS[i].words, SLIPS[i].line,
			    faults_as_text(*state, faults.count, faults.fault));
	}
}

/* Nobody's plan gets a mark. */
static void
test_a_number_in_a_level_is_refused(void **state)
{
	struct content_faults faults;
	char *text = arena_strdup(*state, GOOD);

	*strstr(text, "niets") = '7';
	assert_null(open_with(*state, text, &faults));
	assert_contains(faults.fault[0].text, "geen punten");
}

static void
test_the_rubric_of_the_course_asks_six_things(void **state)
{
	struct content_faults faults = {0};
	const struct rubric_field *fields;
	struct library *l;

	assert_int_equal(library_open(&l, "courses", *state, &faults), ST_OK);
	assert_int_equal(rubric_fields(&fields, *state,
			     library_course(l, "de-basis")->rubric),
	    12);
	library_free(l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    COPY_TEST(test_each_value_has_its_criteria_and_two_open_lines),
	    COPY_TEST(test_a_course_need_not_have_one),
	    COPY_TEST(test_what_lacks_before_it_may_be_sent),
	    COPY_TEST(test_each_slip_is_told_with_its_line),
	    COPY_TEST(test_a_number_in_a_level_is_refused),
	    COPY_TEST(test_the_rubric_of_the_course_asks_six_things),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
