/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * privacy_test.c - the detector on 500 sentences with something planted, on
 * 2,000 without (tests/fixtures/privacy), and on what its rules say.
 */
#include "core/privacy.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const KINDS[PRIVACY_KINDS] = {
    [PRIVACY_BSN] = "bsn",
    [PRIVACY_IBAN] = "iban",
    [PRIVACY_PHONE] = "telefoon",
    [PRIVACY_EMAIL] = "e-mail",
    [PRIVACY_ADDRESS] = "adres",
    [PRIVACY_BIRTH] = "geboorte",
    [PRIVACY_NAME] = "naam",
};

static const char *const NOBODY[] = {NULL};

static FILE *
open_set(const char *name)
{
	char path[80];
	FILE *f;

	snprintf(path, sizeof(path), "tests/fixtures/privacy/%s", name);
	f = fopen(path, "r");
	assert_non_null(f);
	return f;
}

/* "\n" in a sentence is the end of a line. */
static void
unescape(char *text)
{
	char *at = text;

	text[strcspn(text, "\n")] = '\0';
	while ((at = strstr(at, "\\n")) != NULL) {
		*at = '\n';
		memmove(at + 1, at + 2, strlen(at + 2) + 1);
	}
}

static void
all_that_was_planted_is_found(void **state)
{
	FILE *f = open_set("gepland.tsv");
	char row[1024];
	int found[PRIVACY_KINDS] = {0}, count[PRIVACY_KINDS] = {0};

	(void)state;
	while (fgets(row, sizeof(row), f) != NULL) {
		char *rest = row, *kind = strsep(&rest, "\t");
		char *what = strsep(&rest, "\t");
		struct privacy_find find = {PRIVACY_KINDS, 0, 0};
		int k = 0;

		unescape(rest);
		while (strcmp(KINDS[k], kind) != 0)
			k++;
		count[k]++;
		if (k == PRIVACY_NAME ? privacy_asks(&find, rest, NOBODY)
				      : privacy_stops(&find, rest))
			found[k] += (int)find.kind == k;
		if ((int)find.kind != k)
			print_error("# %s, %s: %s\n", kind, what, rest);
	}
	fclose(f);
	for (int k = 0; k < PRIVACY_KINDS; k++) {
		print_message(
		    "# %s: %d of %d found\n", KINDS[k], found[k], count[k]);
		assert_true(count[k] >= 30);
		assert_int_equal(found[k], count[k]);
	}
}

static void
clean_sentences_are_hardly_ever_flagged(void **state)
{
	FILE *f = open_set("schoon.txt");
	char row[2048];
	struct privacy_find find;
	int count = 0, stopped = 0, asked = 0, flagged = 0;

	(void)state;
	while (fgets(row, sizeof(row), f) != NULL) {
		bool is_stopped, is_asked;

		unescape(row);
		count++;
		is_stopped = privacy_stops(&find, row);
		if (is_stopped)
			print_message(
			    "# stops (%s): %s\n", KINDS[find.kind], row);
		/* No name is known here: in a case, its own are. */
		is_asked = privacy_asks(&find, row, NOBODY);
		stopped += is_stopped;
		asked += is_asked;
		flagged += is_stopped || is_asked;
	}
	fclose(f);
	print_message("# %d clean sentences: %d stopped, %d asked about, "
		      "together %.2f %%\n",
	    count, stopped, asked, 100.0 * flagged / count);
	assert_int_equal(count, 2000);
	assert_true(stopped * 1000 <= count); /* of these nearly none */
	assert_true(flagged * 50 <= count);
}

static void
what_looks_alike_is_left_alone(void **state)
{
	static const char *const CLEAN[] = {
	    "",
	    "Het kost € 123456782.",
	    "Er is 123.456.782 euro nodig.",
	    "BSN 123456789 heeft een fout in het laatste cijfer.",
	    "Zaaknummer 2024-123456782-01.",
	    "ECLI:NL:CRVB:2019:1234",
	    "artikel 1346 BW, lid 2",
	    "In 2024 is 12 keer gebeld.",
	    "op 01-02-2024 12 uur",
	    "0800-0113",
	    "14 020",
	    "bel 112",
	    "Hij is geboren in 1985.",
	    "Per 1 januari 2015 is de wet er.",
	    "apenstaartje @ niets",
	    "NL00ABNA0123456789",
	    "De postcode 1234 AB.",
	    "1234 SS 12",
	    "+31",
	    "(0",
	    "0",
	    "06-1234567",
	    "a@b",
	    "€ 1.234,56",
	};
	struct privacy_find find;

	(void)state;
	for (size_t i = 0; i < sizeof(CLEAN) / sizeof(CLEAN[0]); i++)
		if (privacy_stops(&find, CLEAN[i]))
			fail_msg("%s: %s", KINDS[find.kind], CLEAN[i]);
}

static void
a_find_says_where_it_stands(void **state)
{
	struct privacy_find find;

	(void)state;
	assert_true(privacy_stops(&find, "Bel ‘06-12345678’ vandaag."));
	assert_int_equal(find.kind, PRIVACY_PHONE);
	assert_int_equal(find.at, strlen("Bel ‘"));
	assert_int_equal(find.len, strlen("06-12345678"));
	for (int k = 0; k < PRIVACY_KINDS; k++) {
		assert_non_null(privacy_what((enum privacy_kind)k));
		assert_non_null(privacy_remedy((enum privacy_kind)k));
	}
}

static void
who_is_in_the_case_is_not_asked_about(void **state)
{
	static const char *const CASE[] = {
	    "Marlies Bakker (34) en haar zoon Jayden", "mevrouw Van Rijn",
	    NULL};
	struct privacy_find find;

	(void)state;
	assert_false(privacy_asks(&find, "Mevrouw Bakker belt.", CASE));
	assert_false(privacy_asks(&find, "mw. van Rijn wil dit.", CASE));
	assert_true(privacy_asks(&find, "Mevrouw Bak belt.", CASE));
	assert_int_equal(find.len, strlen("Mevrouw Bak"));
	assert_false(privacy_asks(&find, "Mevrouw wil rust.", CASE));
	assert_false(privacy_asks(&find, "De Hoge Raad en Den Haag.", CASE));
	assert_true(privacy_asks(&find, "Dan komt Peter de Wit.", CASE));
	assert_false(privacy_asks(&find, "", CASE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(all_that_was_planted_is_found),
	    cmocka_unit_test(clean_sentences_are_hardly_ever_flagged),
	    cmocka_unit_test(what_looks_alike_is_left_alone),
	    cmocka_unit_test(a_find_says_where_it_stands),
	    cmocka_unit_test(who_is_in_the_case_is_not_asked_about),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
