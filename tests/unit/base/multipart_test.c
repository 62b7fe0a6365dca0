/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * multipart_test.c - reading forms with a file: as browsers write them, and
 * nothing else.
 */
#include "base/multipart.h"

#include "check.h"

static struct form form;
static const char TYPE[] = "multipart/form-data; boundary=----Xy9";

#define FIELD(name, value)                                                     \
	"------Xy9\r\nContent-Disposition: form-data; name=\"" name            \
	"\"\r\n\r\n" value "\r\n"
#define FILE_HEAD(name, filename)                                              \
	"------Xy9\r\nContent-Disposition: form-data; name=\"" name            \
	"\"; filename=\"" filename "\"\r\nContent-Type: text/csv\r\n\r\n"
#define END "------Xy9--\r\n"

static enum status
parse(struct arena *a, const char *text)
{
	return multipart_parse(&form, a, TYPE, text, strlen(text));
}

static void
fields_and_a_file_are_read(void **state)
{
	assert_int_equal(parse(*state,
	    FIELD("csrf", "abc") FIELD("tabel", "a;b\r\nc") FILE_HEAD(
		"bestand", "t.csv") "x;y\n" "\r\n" END), ST_OK);
	assert_int_equal(form.count, 2);
	assert_string_equal(form_get(&form, "csrf"), "abc");
	assert_string_equal(form_get(&form, "tabel"), "a;b\r\nc");
	assert_int_equal(form.file_count, 1);
	assert_int_equal(form_file(&form, "bestand")->len, 4);
	assert_memory_equal(form_file(&form, "bestand")->bytes, "x;y\n", 4);
	assert_null(form_file(&form, "tabel"));
}

static void
a_file_keeps_any_bytes(void **state)
{
	static const char BODY[] =
	    FILE_HEAD("b", "x") "\0\xff\r\n--almost\r\n" "\r\n" END;

	assert_int_equal(multipart_parse(&form, *state, TYPE, BODY,
			     sizeof(BODY) - 1), ST_OK);
	assert_int_equal(form_file(&form, "b")->len, 14);
	assert_memory_equal(form_file(&form, "b")->bytes,
	    "\0\xff\r\n--almost\r\n", 14);
}

static void
where_no_file_was_chosen_there_is_none(void **state)
{
	assert_int_equal(parse(*state,
	    FIELD("a", "") FILE_HEAD("b", "") "\r\n" END), ST_OK);
	assert_int_equal(form.file_count, 0);
	assert_string_equal(form_get(&form, "a"), "");
	assert_int_equal(parse(*state,
	    FILE_HEAD("b", "leeg.csv") "\r\n" END), ST_OK);
	assert_int_equal(form_file(&form, "b")->len, 0); /* an empty file */
}

static void
two_files_of_one_name_are_no_file(void **state)
{
	assert_int_equal(parse(*state,
	    FILE_HEAD("b", "1") "x\r\n" FILE_HEAD("b", "2") "y\r\n" END),
	    ST_OK);
	assert_null(form_file(&form, "b"));
}

static void
a_form_without_parts_is_empty(void **state)
{
	assert_int_equal(parse(*state, END), ST_OK);
	assert_int_equal(form.count, 0);
}

static void
the_boundary_may_stand_between_quotes(void **state)
{
	static const char BODY[] = FIELD("a", "b") END;

	assert_int_equal(multipart_parse(&form, *state,
	    "Multipart/Form-Data; charset=utf-8; Boundary=\"----Xy9\"", BODY,
	    sizeof(BODY) - 1), ST_OK);
	assert_string_equal(form_get(&form, "a"), "b");
}

static void
what_is_not_so_is_refused(void **state)
{
	static const char *const BODIES[] = { "", "x", FIELD("a", "b"),
		"x" FIELD("a", "b") END, FIELD("a", "b") END "x",
		FIELD("a", "b") "------Xy9-", FIELD("a", "b") "------Xy9\n",
		"------Xy9\r\n\r\nb\r\n" END, /* no name */
		"------Xy9\r\nContent-Disposition: form-data; x=\"a\"\r\n\r\n"
		"b\r\n" END,
		"------Xy9\r\nContent-Disposition: form-data; name=\"a\"\r\n"
		"Content-Disposition: form-data; name=\"b\"\r\n\r\nb\r\n" END,
		"------Xy9\r\nContent-Disposition: form-data; name=\"a\r\n\r\n"
		"b\r\n" END,
		FIELD("a", "\xff") END, FIELD("a", "\x01") END,
		FIELD("\xff", "a") END };

	for (size_t i = 0; i < sizeof(BODIES) / sizeof(BODIES[0]); i++)
		if (parse(*state, BODIES[i]) != ST_INVALID)
			fail_msg("%s", BODIES[i]);
}

static void
a_type_without_a_good_boundary_is_refused(void **state)
{
	static const char BODY[] = FIELD("a", "b") END;
	static const char *const TYPES[] = { "multipart/form-data",
		"multipart/form-data; boundary=",
		"multipart/form-data; boundary=\"----Xy9",
		"multipart/form-data; boundary=a\"b",
		"multipart/form-data; boundary="
		"12345678901234567890123456789012345678901234567890"
		"123456789012345678901" };

	for (size_t i = 0; i < sizeof(TYPES) / sizeof(TYPES[0]); i++)
		assert_int_equal(multipart_parse(&form, *state, TYPES[i], BODY,
				     sizeof(BODY) - 1), ST_INVALID);
	assert_false(multipart_is_type("multipart/form-dat"));
	assert_false(multipart_is_type("multipart/form-datax"));
	assert_false(multipart_is_type(NULL));
	assert_true(multipart_is_type("multipart/form-data"));
}

static void
more_than_a_form_holds_is_too_large(void **state)
{
	struct arena *a = *state;
	char *fields = arena_alloc(a, 100 * (FORM_FIELDS_MAX + 2));
	char *files = arena_alloc(a, 200 * (FORM_FILES_MAX + 2));
	char *to = fields;

	for (int i = 0; i <= FORM_FIELDS_MAX; i++)
		to = stpcpy(to, FIELD("a", "b"));
	stpcpy(to, END);
	assert_int_equal(parse(a, fields), ST_TOO_LARGE);
	to = files;
	for (int i = 0; i <= FORM_FILES_MAX; i++)
		to = stpcpy(to, FILE_HEAD("a", "b") "c\r\n");
	stpcpy(to, END);
	assert_int_equal(parse(a, files), ST_TOO_LARGE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(fields_and_a_file_are_read),
		ARENA_TEST(a_file_keeps_any_bytes),
		ARENA_TEST(where_no_file_was_chosen_there_is_none),
		ARENA_TEST(two_files_of_one_name_are_no_file),
		ARENA_TEST(a_form_without_parts_is_empty),
		ARENA_TEST(the_boundary_may_stand_between_quotes),
		ARENA_TEST(what_is_not_so_is_refused),
		ARENA_TEST(a_type_without_a_good_boundary_is_refused),
		ARENA_TEST(more_than_a_form_holds_is_too_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
