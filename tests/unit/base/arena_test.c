/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * arena_test.c - memory that lives as long as a request.
 */
#include "check.h"

static char order[8];
static size_t order_count;

static void
note(void *what)
{
	order[order_count++] = *(char *)what;
}

static void
deferred_functions_run_last_in_first_out(void **state)
{
	struct arena *a = arena_new();
	char names[] = "abc";

	(void)state;
	order_count = 0;
	for (size_t i = 0; i < 3; i++)
		arena_defer(a, note, &names[i]);
	assert_int_equal(order_count, 0);
	arena_free(a);
	assert_int_equal(order_count, 3);
	assert_memory_equal(order, "cba", 3);
}

static void
read_in_the_arena(void *what)
{
	note(*(char **)what);
}

static void
deferred_functions_may_still_read_the_arena(void **state)
{
	struct arena *a = arena_new();
	char **held = arena_alloc(a, sizeof(*held));

	(void)state;
	order_count = 0;
	*held = arena_strdup(a, "x");
	arena_defer(a, read_in_the_arena, held);
	arena_free(a);
	assert_memory_equal(order, "x", 1);
}

static void
every_piece_is_aligned_for_any_type(void **state)
{
	static const size_t SIZES[] = {0, 1, 3, 17, 4095, 4097, 20000};

	for (size_t i = 0; i < sizeof(SIZES) / sizeof(SIZES[0]); i++) {
		uintptr_t at = (uintptr_t)arena_alloc(*state, SIZES[i]);

		assert_true(at != 0);
		assert_int_equal(at % _Alignof(max_align_t), 0);
	}
}

static void
memory_is_zeroed(void **state)
{
	for (size_t size = 1; size < 100000; size *= 7) {
		const unsigned char *p = arena_alloc(*state, size);

		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
	}
}

/* Ten thousand pieces, each with a mark of its own that must survive. */
static void
pieces_never_overlap(void **state)
{
	enum { PIECES = 10000 };
	unsigned char **piece = arena_array(*state, PIECES, sizeof(*piece));

	for (size_t i = 0; i < PIECES; i++) {
		piece[i] = arena_alloc(*state, 1 + i % 97);
		memset(piece[i], (int)(i % 251), 1 + i % 97);
	}
	for (size_t i = 0; i < PIECES; i++)
		for (size_t at = 0; at < 1 + i % 97; at++)
			assert_int_equal(piece[i][at], i % 251);
}

/* A large piece gets a block of its own; the small block is filled on. */
static void
a_large_piece_does_not_waste_the_block_in_use(void **state)
{
	char *first = arena_alloc(*state, 16);
	char *large = arena_alloc(*state, (size_t)1 << 20);
	char *second = arena_alloc(*state, 16);

	memset(large, 'x', (size_t)1 << 20);
	assert_ptr_equal(second, first + 16);
	assert_int_equal(*first, 0);
	assert_int_equal(*second, 0);
}

static void
the_first_piece_may_be_large(void **state)
{
	char *large = arena_alloc(*state, 100000);
	char *small = arena_alloc(*state, 8);

	memset(large, 'x', 100000);
	assert_int_equal(*small, 0);
	assert_int_equal(large[99999], 'x');
}

static void
copies_end_where_asked(void **state)
{
	static const char TEXT[] = "stelsel";
	const char *copy = arena_strdup(*state, TEXT);

	assert_string_equal(copy, TEXT);
	assert_ptr_not_equal(copy, TEXT);
	assert_string_equal(arena_strndup(*state, TEXT, 3), "ste");
	assert_string_equal(arena_strndup(*state, TEXT, 99), TEXT);
	assert_string_equal(arena_strndup(*state, TEXT, 0), "");
	assert_memory_equal(arena_memdup(*state, "a\0b", 3), "a\0b", 3);
	assert_non_null(arena_memdup(*state, NULL, 0));
}

static void
printf_gives_exactly_what_was_asked(void **state)
{
	char long_word[5000];

	memset(long_word, 'y', sizeof(long_word) - 1);
	long_word[sizeof(long_word) - 1] = '\0';
	assert_string_equal(
	    arena_printf(*state, "%d × %s", 3, "dag"), "3 × dag");
	assert_int_equal(strlen(arena_printf(*state, "<%s>", long_word)),
	    sizeof(long_word) + 1);
}

static void
used_counts_what_was_handed_out(void **state)
{
	size_t before = arena_used(*state);

	arena_alloc(*state, 64);
	assert_int_equal(arena_used(*state) - before, 64);
}

static void
freeing_nothing_is_allowed(void **state)
{
	(void)state;
	arena_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(deferred_functions_run_last_in_first_out),
	    cmocka_unit_test(deferred_functions_may_still_read_the_arena),
	    ARENA_TEST(every_piece_is_aligned_for_any_type),
	    ARENA_TEST(memory_is_zeroed),
	    ARENA_TEST(pieces_never_overlap),
	    ARENA_TEST(a_large_piece_does_not_waste_the_block_in_use),
	    ARENA_TEST(the_first_piece_may_be_large),
	    ARENA_TEST(copies_end_where_asked),
	    ARENA_TEST(printf_gives_exactly_what_was_asked),
	    ARENA_TEST(used_counts_what_was_handed_out),
	    cmocka_unit_test(freeing_nothing_is_allowed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
