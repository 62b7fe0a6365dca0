/* SPDX-License-Identifier: EUPL-1.2 */
/* scan_test.c - sizes of images, and what may not be in one. */
#include "check.h"
#include "content.h"
#include "content/scan.h"

static struct course_file
measured(const char *path, const char *bytes, size_t len)
{
	struct course_file f = {.path = path};

	assert_null(image_measure(&f, bytes, len));
	return f;
}

#define SVG(text) measured("media/x.svg", (text), strlen(text))

static void
test_an_svg_tells_its_size_by_view_box_or_attributes(void **state)
{
	struct course_file f = SVG("<svg viewBox=\"0 0 720 520.4\">");

	(void)state;
	assert_int_equal(f.width, 720);
	assert_int_equal(f.height, 520);
	f = SVG("<?xml version='1.0'?>\n<svg\twidth='12px' height=\"8\">");
	assert_int_equal(f.width, 12);
	assert_int_equal(f.height, 8);
	f = SVG("<svg viewBox='-5,-5, 10,20'>");
	assert_int_equal(f.height, 20);
}

static void
test_a_size_that_cannot_be_read_is_left_out(void **state)
{
	static const char *const TEXTS[] = {"", "<svg>", "<svg",
	    "<svg width=\"100%", "<svg viewBox=\"0 0 9\">",
	    "<svg viewBox=\"0 0 nan inf\">", "<svg viewBox=\"0 0 1e99 -4\">"};

	(void)state;
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++) {
		struct course_file f = SVG(TEXTS[i]);

		assert_int_equal(f.width * f.height, 0);
	}
}

static void
test_a_png_tells_its_size(void **state)
{
	static const char HEAD[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
				   "\0\0\x02\x80\0\0\x01\x68";
	struct course_file f = measured("media/x.png", HEAD, sizeof(HEAD) - 1);

	(void)state;
	assert_int_equal(f.width, 640);
	assert_int_equal(f.height, 360);
	f = measured("media/x.png", HEAD, 20);
	assert_int_equal(f.width, 0);
}

static void
test_an_svg_with_a_program_in_it_is_dangerous(void **state)
{
	static const char *const TEXTS[] = {"<svg><script>x</script></svg>",
	    "<svg ONLOAD='x'>", "<svg><a href='JavaScript:x'>",
	    "<!DOCTYPE x [<!ENTITY y 'z'>]><svg>", "<svg><foreignObject>"};

	(void)state;
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(*TEXTS); i++) {
		struct course_file f = {.path = "media/x.svg"};

		assert_non_null(image_measure(&f, TEXTS[i], strlen(TEXTS[i])));
	}
}

static void
test_the_files_of_a_course_are_listed_in_order(void **state)
{
	struct course_map m = {.arena = *state};
	struct faults f = faults_new(*state);

	map_scan(&m, &f, GOOD_COURSES "/kort");
	assert_int_equal(f.count, 0);
	assert_int_equal(m.file_count, 16);
	assert_string_equal(m.files[0].path, "begrippen.md");
	assert_int_equal(map_file(&m, "media/pijl.svg")->width, 120);
	assert_int_equal(map_file(&m, "media/stip.png")->height, 5);
	assert_null(map_file(&m, "media/weg.png"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_an_svg_tells_its_size_by_view_box_or_attributes),
	    ARENA_TEST(test_a_size_that_cannot_be_read_is_left_out),
	    ARENA_TEST(test_a_png_tells_its_size),
	    ARENA_TEST(test_an_svg_with_a_program_in_it_is_dangerous),
	    ARENA_TEST(test_the_files_of_a_course_are_listed_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
