/* SPDX-License-Identifier: EUPL-1.2 */
/* question_test.c - questions in LiaScript's syntax. */
#include "check.h"
#include "content.h"
#include "content/question.h"

static const char SINGLE[] = "tekst\n"
			     "<!-- vraag: v1 doel: d2 -->\n" /* line 2 */
			     "Wat kies je?\n"
			     "\n"
			     "[( )] Het *eerste*\n" /* 5 */
			     "[(X)] Het tweede\n"
			     "[[?]] Niet het eerste.\n"
			     "*****\n" /* 8 */
			     "Daarom.\n"
			     "*****\n"
			     "<!-- feedback 1: Bijna. -->\n" /* 11 */
			     "<!-- feedback 2: Goed,\nen meer. -->\n"
			     "na\n"; /* 14 */

struct taken {
	struct blocks blocks;
	struct source source;
	struct faults faults;
};

static struct taken
take(struct arena *a, const char *text)
{
	struct taken t = {.faults = faults_new(a)};

	assert_true(
	    source_from(&t.source, a, &t.faults, "x.md", text, strlen(text)));
	questions_take(&t.blocks, a, &t.faults, &t.source);
	return t;
}

static const char *
told(struct arena *a, const char *text)
{
	struct taken t = take(a, text);

	return faults_as_text(a, t.faults.count, t.faults.fault);
}

/* SINGLE with one part of it replaced. */
static const char *
with(struct arena *a, const char *part, const char *instead)
{
	const char *at = strstr(SINGLE, part);

	assert_non_null(at);
	return arena_printf(a, "%.*s%s%s", (int)(at - SINGLE), SINGLE, instead,
	    at + strlen(part));
}

static void
test_a_block_is_read_with_the_lines_of_its_parts(void **state)
{
	struct taken t = take(*state, SINGLE);
	const struct block *b = t.blocks.block;

	assert_int_equal(t.faults.count, 0);
	assert_int_equal(t.blocks.count, 1);
	assert_int_equal(b->line, 2);
	assert_string_equal(b->id, "v1");
	assert_string_equal(b->goal, "d2");
	assert_false(b->is_multiple);
	assert_string_equal(b->prompt.text, "Wat kies je?");
	assert_int_equal(b->option_count, 2);
	assert_false(b->is_right[0]);
	assert_true(b->is_right[1]);
	assert_string_equal(b->option[0].text, "Het *eerste*");
	assert_int_equal(b->option[1].line, 6);
	assert_int_equal(b->hint_count, 1);
	assert_string_equal(b->why.text, "Daarom.");
	assert_int_equal(b->why.line, 9);
	assert_string_equal(b->feedback[1].text, "Goed,\nen meer.");
	assert_int_equal(b->feedback[1].line, 12);
}

static void
test_only_the_first_line_of_a_block_stays_in_the_source(void **state)
{
	struct taken t = take(*state, SINGLE);

	assert_true(line_starts(&t.source.lines[0], "tekst"));
	assert_true(line_starts(&t.source.lines[1], "<!-- vraag: v1"));
	for (size_t i = 2; i < 13; i++)
		assert_true(line_is_blank(&t.source.lines[i]));
	assert_true(line_starts(&t.source.lines[13], "na"));
}

static void
test_square_brackets_twice_mean_several_answers(void **state)
{
	struct taken t = take(*state,
	    "<!-- vraag: v1 doel: d1 -->\nKies.\n\n[[X]] a\n\n[[ ]] b\n[[x]] "
	    "c\n<!-- feedback 3: z -->\n\n<!-- feedback 1: x -->\n"
	    "<!-- feedback 2: y -->");
	const struct block *b = t.blocks.block;

	assert_int_equal(t.faults.count, 0);
	assert_true(b->is_multiple);
	assert_int_equal(b->option_count, 3);
	assert_true(b->is_right[2]);
	assert_null(b->why.text);
	assert_string_equal(b->feedback[2].text, "z");
}

static void
test_the_version_changes_with_the_text_and_not_with_white_space(void **state)
{
	const char *version = take(*state, SINGLE).blocks.block->version;
	const char *other;

	assert_int_equal(strlen(version), 16);
	assert_int_equal(strspn(version, "0123456789abcdef"), 16);
	other = take(*state, with(*state, "Daarom.", "Daarom.  \t"))
		    .blocks.block->version;
	assert_string_equal(other, version);
	other = take(*state, with(*state, "tekst\n", "andere\n\ntekst\n"))
		    .blocks.block->version;
	assert_string_equal(other, version);
	other = take(*state, with(*state, "na\n", "")).blocks.block->version;
	assert_string_equal(other, version);
	other = take(*state, with(*state, "Daarom.", "Daarom!"))
		    .blocks.block->version;
	assert_string_not_equal(other, version);
	other = take(*state, with(*state, "en meer", "en  meer"))
		    .blocks.block->version;
	assert_string_not_equal(other, version);
}

static void
test_the_version_is_blake2b_of_the_block(void **state)
{
	/*
	 * printf '<!-- vraag: v1 doel: d1 -->\nx\n' | b2sum -l 256
	 * gives a hash that begins with these digits.
	 */
	struct taken t = take(*state, "<!-- vraag: v1 doel: d1 -->\r\nx  \r\n");

	assert_string_equal(t.blocks.block[0].version, "6c0b4bc7b4a71421");
}

static void
test_options_and_questions_in_code_are_text(void **state)
{
	struct taken t =
	    take(*state, "```\n<!-- vraag: v1 doel: d1 -->\n[( )] x\n```\n\n"
			 "<!--\n<!-- vraag: v2 doel: d1\n-->\n");

	assert_int_equal(t.faults.count, 0);
	assert_int_equal(t.blocks.count, 0);
}

static void
test_every_fault_names_its_line_and_the_remedy(void **state)
{
	static const char *const CASES[][3] = {
	    {"[(X)]", "[( )]", "2: geen antwoord is goed"},
	    {"[( )]", "[(X)]", "2: elk antwoord is goed"},
	    {"<!-- feedback 1: Bijna. -->", "",
		"5: bij dit antwoord ontbreekt feedback"},
	    {"feedback 1: Bijna.",
		"feedback 1:", "5: bij dit antwoord ontbreekt feedback"},
	    {"feedback 1:", "feedback 3:", "11: er is geen antwoord 3"},
	    {"feedback 1:", "feedback 0:", "11: er is geen antwoord 0"},
	    {"feedback 1:", "feedback 2:",
		"12: bij antwoord 2 staat al feedback"},
	    {"feedback 1:", "feedback een:",
		"11: deze feedback is niet te lezen"},
	    {"feedback 1: Bijna. -->", "feedback 1: Bijna.",
		"6: bij dit antwoord ontbreekt feedback"},
	    {"[( )] Het *eerste*", "[[ ]] Het *eerste*",
		"6: [( )] en [[ ]] staan door elkaar"},
	    {"[( )] Het *eerste*\n", "",
		"2: deze vraag heeft minder dan twee antwoorden"},
	    {"Het *eerste*", "", "5: dit antwoord is leeg"},
	    {"Wat kies je?", "", "2: de vraag zelf ontbreekt"},
	    {"vraag: v1", "vraag: V1", "2: deze vraag heeft geen goede naam"},
	    {" doel: d2", "", "2: bij deze vraag ontbreekt het leerdoel"},
	    {"Daarom.\n*****\n", "Daarom.\n", "8: de uitleg heeft geen einde"},
	    {"na\n", "[( )] los\n",
		"14: dit antwoord hoort niet bij een vraag"},
	    {"na\n",
		"<!-- vraag: v1 doel: d2 -->\nx\n\n[(X)] a\n[( )] b\n"
		"<!-- feedback 1: a -->\n<!-- feedback 2: b -->\n",
		"14: de vraag ‘v1’ bestaat al, op regel 2"},
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_contains(
		    told(*state, with(*state, CASES[i][0], CASES[i][1])),
		    CASES[i][2]);
}

static void
test_more_than_sixteen_options_are_refused(void **state)
{
	const char *text = "<!-- vraag: v1 doel: d1 -->\nx\n\n[(X)] a\n";

	for (int i = 0; i < 16; i++)
		text = arena_printf(*state, "%s[( )] b\n", text);
	for (int i = 1; i <= 17; i++)
		text = arena_printf(
		    *state, "%s<!-- feedback %d: f -->\n", text, i);
	assert_contains(
	    told(*state, text), "20: een vraag heeft hooguit 16 antwoorden");
	assert_contains(told(*state, text), "37: er is geen antwoord 17");
}

static void
test_a_question_is_rendered_part_by_part(void **state)
{
	struct taken t = take(*state, SINGLE);
	struct page p =
	    page_new(*state, &t.faults, &t.source, NULL, "modules/x.md");
	const struct question *q = question_make(&p, t.blocks.block);

	assert_int_equal(t.faults.count, 0);
	assert_string_equal(
	    markdown_text(q->text->prompt), "<p>Wat kies je?</p>");
	assert_string_equal(
	    markdown_text(q->text->options[0]), "Het <em>eerste</em>");
	assert_string_equal(
	    markdown_text(q->text->feedback[1]), "<p>Goed,\nen meer.</p>");
	assert_string_equal(
	    markdown_text(q->text->hints[0]), "<p>Niet het eerste.</p>");
	assert_string_equal(markdown_text(q->text->why), "<p>Daarom.</p>");
	assert_true(question_is_right(q, 2));
}

static void
test_faults_inside_a_part_name_their_own_line(void **state)
{
	struct taken t = take(*state,
	    with(*state, "Goed,\nen meer.", "Goed,\n[x](weg.md)\n\n## Kop"));
	struct page p =
	    page_new(*state, &t.faults, &t.source, NULL, "modules/x.md");

	(void)question_make(&p, t.blocks.block);
	assert_contains(faults_as_text(*state, t.faults.count, t.faults.fault),
	    "13: de link ‘weg.md’");
	assert_contains(faults_as_text(*state, t.faults.count, t.faults.fault),
	    "15: in een vraag, voetnoot, feedback of ‘Eerst de inwoner’ kan geen kop staan");
}

static void
test_an_option_is_one_line_of_text_whatever_it_begins_with(void **state)
{
	struct taken t = take(*state,
	    with(*state, "Het *eerste*", "1. Begin bij # 1 - of > later"));
	struct page p =
	    page_new(*state, &t.faults, &t.source, NULL, "modules/x.md");
	const struct question *q = question_make(&p, t.blocks.block);

	assert_string_equal(markdown_text(q->text->options[0]),
	    "1. Begin bij # 1 - of &gt; later");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_a_block_is_read_with_the_lines_of_its_parts),
	    ARENA_TEST(test_only_the_first_line_of_a_block_stays_in_the_source),
	    ARENA_TEST(test_square_brackets_twice_mean_several_answers),
	    ARENA_TEST(
		test_the_version_changes_with_the_text_and_not_with_white_space),
	    ARENA_TEST(test_the_version_is_blake2b_of_the_block),
	    ARENA_TEST(test_options_and_questions_in_code_are_text),
	    ARENA_TEST(test_every_fault_names_its_line_and_the_remedy),
	    ARENA_TEST(test_more_than_sixteen_options_are_refused),
	    ARENA_TEST(test_a_question_is_rendered_part_by_part),
	    ARENA_TEST(test_faults_inside_a_part_name_their_own_line),
	    ARENA_TEST(
		test_an_option_is_one_line_of_text_whatever_it_begins_with),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
