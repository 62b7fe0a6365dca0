/* SPDX-License-Identifier: EUPL-1.2 */
/* seal_test.c - sealed texts, wrapped keys and the file of master keys. */
#include "base/seal.h"
#include "base/password.h"

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char PLACE[] = "1\x1f"
			    "7\x1f"
			    "de-basis\x1fjansen\x1fplan_text\x1fwens";
static const char TEXT[] = "‘Ik wil dit werk houden.’ Zei ze één keer.";

static struct seal_key
a_key(int number)
{
	struct seal_key key;

	seal_key_new(&key, 1, number, NULL);
	return key;
}

static void
a_sealed_text_opens_in_its_own_place_only(void **state)
{
	struct arena *a = *state;
	struct seal_key key = a_key(3), other = a_key(3);
	const char *sealed = seal_text(a, &key, PLACE, TEXT);

	assert_true(seal_is_sealed(sealed));
	assert_lacks(sealed, "werk");
	assert_string_equal(seal_open(a, &key, PLACE, sealed), TEXT);
	assert_null(seal_open(a, &key,
	    "1\x1f"
	    "8",
	    sealed));
	assert_null(seal_open(a, &other, PLACE, sealed));
	other = key;
	other.organisation = 2;
	assert_null(seal_open(a, &other, PLACE, sealed));
}

static void
no_changed_character_opens(void **state)
{
	struct arena *a = *state;
	struct seal_key key = a_key(1);
	const char *sealed = seal_text(a, &key, PLACE, TEXT);

	for (size_t i = 0; sealed[i] != '\0'; i++) {
		char *bent = arena_strdup(a, sealed);

		bent[i] = bent[i] == 'A' ? 'B' : 'A';
		assert_null(seal_open(a, &key, PLACE, bent));
		bent[i] = '\0'; /* and none that is cut off */
		assert_null(seal_open(a, &key, PLACE, bent));
	}
}

static void
the_same_text_in_the_same_place_gives_the_same_bytes(void **state)
{
	struct arena *a = *state;
	struct seal_key key = a_key(1), next;
	const char *sealed = seal_text(a, &key, PLACE, TEXT), *again;
	/* What seal_mark of migrations/ compares: the nonce. */
	const size_t prefix = strlen("\x01"
				     "1.1.1."),
		     mark = 32;

	assert_string_equal(seal_text(a, &key, PLACE, TEXT), sealed);
	assert_string_not_equal(seal_text(a, &key,
				    "1\x1f"
				    "8",
				    TEXT),
	    sealed);
	assert_string_not_equal(seal_text(a, &key, PLACE, "Ik wil"), sealed);
	seal_key_new(&next, 1, 2, &key);
	again = seal_text(a, &next, PLACE, TEXT);
	assert_string_not_equal(again + prefix, sealed + prefix);
	assert_memory_equal(again + prefix, sealed + prefix, mark);
}

static void
nothing_stays_nothing(void **state)
{
	struct seal_key key = a_key(1);

	assert_string_equal(seal_text(*state, &key, PLACE, ""), "");
	assert_false(seal_is_sealed(""));
	assert_false(seal_is_sealed(NULL));
	assert_null(seal_open(*state, &key, PLACE, ""));
	assert_null(seal_open(*state, &key, PLACE, "gewone tekst"));
	assert_null(seal_open(*state, &key, PLACE,
	    "\x01"
	    "1.1.1."));
}

static void
a_wrapped_key_is_of_one_organisation_and_one_master(void **state)
{
	struct seal_key key = a_key(4), got = {1, 4, {0}};
	struct seal_master master, other;
	unsigned char wrapped[SEAL_WRAPPED_BYTES];

	(void)state;
	seal_master_new(&master);
	seal_master_new(&other);
	seal_wrap(wrapped, &key, &master);
	assert_true(seal_unwrap(&got, wrapped, &master));
	assert_memory_equal(got.secret, key.secret, sizeof(key.secret));
	assert_false(seal_unwrap(&got, wrapped, &other));
	got.organisation = 2;
	assert_false(seal_unwrap(&got, wrapped, &master));
	got = (struct seal_key){1, 5, {0}};
	assert_false(seal_unwrap(&got, wrapped, &master));
}

static void
the_file_is_for_its_owner_only(void **state)
{
	struct arena *a = *state;
	const char *folder = mkdtemp(arena_strdup(a, "/tmp/seal-XXXXXX"));
	const char *path = arena_printf(a, "%s/hoofdsleutel", folder);
	struct seal_masters masters = {.count = 2}, got;
	struct stat about;
	FILE *f;

	assert_contains(seal_masters_read(&got, a, path), "niet te lezen");
	seal_master_new(&masters.master[0]);
	seal_master_new(&masters.master[1]);
	assert_null(seal_masters_write(&masters, a, path));
	assert_int_equal(stat(path, &about), 0);
	assert_int_equal(about.st_mode & 0777, 0600);
	assert_null(seal_masters_read(&got, a, path));
	assert_int_equal(got.count, 2);
	assert_memory_equal(
	    got.master[1].key, masters.master[1].key, SEAL_MASTER_BYTES);
	assert_ptr_equal(
	    seal_master_find(&got, masters.master[1].id), &got.master[1]);
	assert_int_equal(chmod(path, 0640), 0);
	assert_contains(seal_masters_read(&got, a, path), "chmod 600");
	assert_int_equal(chmod(path, 0600), 0);
	f = fopen(path, "r+");
	assert_non_null(f);
	fputs("leer-hoofdsleutel 1 0000", f);
	fclose(f);
	assert_contains(seal_masters_read(&got, a, path), "geen heel bestand");
	unlink(path);
	rmdir(folder);
}

static double
now_us(void)
{
	struct timespec t;

	/* Of the processor: a busy machine lets one wait as well. */
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

/* A save of two texts of 2,000 characters may cost no more than a fiftieth of
 * what PostgreSQL takes for it; a slow machine gets a lot of room here. */
static void
sealing_is_no_part_of_what_a_save_costs(void **state)
{
	enum { TIMES = 2000, LONG = 2000 };
	struct seal_key key = a_key(1);
	char text[LONG + 1];
	double begin, sealed, opened;
	struct arena *a = arena_new();
	const char *out = NULL;

	(void)state;
	memset(text, 'e', LONG);
	text[LONG] = '\0';
	begin = now_us();
	for (int i = 0; i < TIMES; i++)
		out = seal_text(a, &key, PLACE, text);
	sealed = (now_us() - begin) / TIMES;
	begin = now_us();
	for (int i = 0; i < TIMES; i++)
		assert_non_null(seal_open(a, &key, PLACE, out));
	opened = (now_us() - begin) / TIMES;
	print_message(
	    "# 2,000 characters: sealed in %.1f us, opened in %.1f us\n",
	    sealed, opened);
	assert_true(sealed < 500 && opened < 500);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(a_sealed_text_opens_in_its_own_place_only),
	    ARENA_TEST(no_changed_character_opens),
	    ARENA_TEST(the_same_text_in_the_same_place_gives_the_same_bytes),
	    ARENA_TEST(nothing_stays_nothing),
	    ARENA_TEST(a_wrapped_key_is_of_one_organisation_and_one_master),
	    ARENA_TEST(the_file_is_for_its_owner_only),
	    ARENA_TEST(sealing_is_no_part_of_what_a_save_costs),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
