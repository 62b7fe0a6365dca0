/* SPDX-License-Identifier: EUPL-1.2 */
/* links_test.c - where links and images of a course lead. */
#include "check.h"
#include "content/links.h"

static struct course_file FILES[] = {
    {.path = "casussen/ilse/casus.md"},
    {.path = "casussen/ilse/documenten/01-schets.md"},
    {.path = "casussen/weg/casus.md"},
    {.path = "inhoud.md"},
    {.path = "media/Foto.PNG"},
    {.path = "media/pijl.svg", .width = 120, .height = 40},
    {.path = "modules/een.md"},
    {.path = "modules/twee.md"},
    {.path = "modules/weg.md"},
};
static const char *MODULES[] = {"een", "twee"};
static const char *CASUSSEN[] = {"ilse"};
static const struct course_map MAP = {.slug = "kort",
    .files = FILES,
    .file_count = sizeof(FILES) / sizeof(*FILES),
    .modules = MODULES,
    .module_count = 2,
    .casussen = CASUSSEN,
    .casus_count = 1};

static const char *
leads(struct arena *a, const char *from, const char *target)
{
	struct link to = link_resolve(&MAP, a, from, target);

	assert_true((to.url == NULL) == (to.why != NULL));
	return to.url != NULL ? url_text(to.url) : to.why;
}

static void
test_links_between_files_become_addresses(void **state)
{
	static const char *const CASES[][3] = {
	    {"modules/een.md", "twee.md", "/cursus/kort/twee"},
	    {"modules/een.md", "./twee.md#kop", "/cursus/kort/twee#kop"},
	    {"modules/een.md", "#kop", "#kop"},
	    {"modules/een.md", "../inhoud.md", "/cursus/kort"},
	    {"modules/een.md", "../casussen/ilse/casus.md",
		"/cursus/kort/casus/ilse"},
	    {"modules/een.md", "../casussen/ilse/documenten/01-schets.md",
		"/cursus/kort/casus/ilse/document/01-schets"},
	    {"casussen/ilse/casus.md", "documenten/01-schets.md#kop",
		"/cursus/kort/casus/ilse/document/01-schets#01-schets-kop"},
	    {"casussen/ilse/documenten/01-schets.md", "#kop", "#01-schets-kop"},
	    {"casussen/ilse/documenten/01-schets.md", "../../../modules/een.md",
		"/cursus/kort/een"},
	    {"inhoud.md", "media/pijl.svg", "/media/kort/pijl.svg"},
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_string_equal(
		    leads(*state, CASES[i][0], CASES[i][1]), CASES[i][2]);
}

static void
test_broken_links_say_how_to_mend_them(void **state)
{
	static const char *const CASES[][2] = {
	    {"", "de link is leeg"},
	    {"#", "de link is leeg"},
	    {"drie.md", "dat bestand is er niet"},
	    {"weg.md", "staat niet in inhoud.md"},
	    {"../casussen/weg/casus.md", "staat niet in inhoud.md"},
	    {"../../ander/modules/een.md", "buiten de cursus"},
	    {"../../../../etc/passwd", "buiten de cursus"},
	    {"/cursus/kort/een", "link naar het bestand"},
	    {"//evil.example", "begint met https://"},
	    {"javascript:alert(1)", "begint met https://"},
	    {"https://", "begint met https://"},
	    {"https:///x", "begint met https://"},
	    {"https://a b", "begint met https://"},
	    {"\\\\evil.example", "dat bestand is er niet"},
	};

	for (size_t i = 0; i < sizeof(CASES) / sizeof(*CASES); i++)
		assert_contains(
		    leads(*state, "modules/een.md", CASES[i][0]), CASES[i][1]);
}

static void
test_external_links_are_told_apart(void **state)
{
	struct link out =
	    link_resolve(&MAP, *state, "inhoud.md", "https://a.example/#b");

	assert_true(out.is_external);
	assert_string_equal(url_text(out.url), "https://a.example/#b");
	assert_null(out.anchor);
	assert_false(link_resolve(&MAP, *state, "inhoud.md", "modules/een.md")
			 .is_external);
}

static void
test_an_image_stands_in_media(void **state)
{
	struct link to =
	    link_image(&MAP, *state, "modules/een.md", "../media/pijl.svg");

	assert_string_equal(url_text(to.url), "/media/kort/pijl.svg");
	assert_int_equal(to.file->width, 120);
	assert_contains(
	    link_image(&MAP, *state, "modules/een.md", "pijl.svg").why,
	    "in de map media");
	assert_contains(
	    link_image(&MAP, *state, "modules/een.md", "https://a.example/x")
		.why,
	    "in de map media");
	assert_contains(
	    link_image(&MAP, *state, "modules/een.md", "../media/weg.svg").why,
	    "staat niet in de map media");
	assert_contains(
	    link_image(&MAP, *state, "modules/een.md", "../media/Foto.PNG").why,
	    "kleine letters");
}

static void
test_paths_are_joined_and_stay_inside(void **state)
{
	assert_string_equal(
	    path_join(*state, "a/b.md", "../c/./d//e"), "c/d/e");
	assert_string_equal(path_join(*state, "b.md", "x"), "x");
	assert_null(path_join(*state, "b.md", "../x"));
	assert_null(path_join(*state, "a/b.md", "../../x"));
	assert_string_equal(path_join(*state, "a/b.md", "..."), "a/...");
}

static void
test_a_wish_for_an_anchor_that_is_not_there_is_a_fault(void **state)
{
	struct course_map m = {.arena = *state};
	struct faults f = faults_new(*state);

	map_know_page(&m, "modules/een.md");
	map_know_page(&m, "modules/twee.md");
	map_know_anchor(&m, "modules/een.md", "kop");
	map_wish_anchor(&m, "x.md", 3, "modules/een.md", "kop");
	map_wish_anchor(&m, "x.md", 4, "modules/twee.md", "kop");
	map_wish_anchor(&m, "x.md", 5, "modules/een.md", "kap");
	map_wish_anchor(&m, "x.md", 6, "modules/ongelezen.md", "kop");
	map_check_anchors(&m, &f);
	assert_int_equal(f.count, 2);
	assert_int_equal(f.fault[0].line, 4);
	assert_int_equal(f.fault[1].line, 5);
	assert_contains(f.fault[1].text, "‘#kap’");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(test_links_between_files_become_addresses),
	    ARENA_TEST(test_broken_links_say_how_to_mend_them),
	    ARENA_TEST(test_external_links_are_told_apart),
	    ARENA_TEST(test_an_image_stands_in_media),
	    ARENA_TEST(test_paths_are_joined_and_stay_inside),
	    ARENA_TEST(test_a_wish_for_an_anchor_that_is_not_there_is_a_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
