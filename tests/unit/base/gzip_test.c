/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * gzip_test.c - files from pieces, read back by zlib.
 */
#include "base/gzip.h"
#include "check.h"

#include <string.h>
#include <zlib.h>

/* What zlib makes of a file; it checks the length and the checksum. */
static const char *
unpack(struct arena *a, const struct gzip *g)
{
	enum { ROOM = 200000, GZIP_ONLY = 16 + 15 };
	unsigned char *in = arena_memdup(a, g->bytes, g->len);
	char *out = arena_alloc(a, ROOM + 1);
	z_stream z = {.next_in = in,
	    .avail_in = (unsigned)g->len,
	    .next_out = (unsigned char *)out,
	    .avail_out = ROOM};

	assert_int_equal(inflateInit2(&z, GZIP_ONLY), Z_OK);
	assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
	assert_int_equal(z.avail_in, 0);
	inflateEnd(&z);
	return out;
}

static void
pieces_follow_each_other_in_any_order(void **unused)
{
	struct arena *a = arena_new();
	struct gzip_piece one, two;
	struct gzip g = gzip_begin(a, 4096);

	(void)unused;
	assert_true(gzip_pack(&one, a, "een een een een ", 16));
	assert_true(gzip_pack(&two, a, "twee twee twee ", 15));
	gzip_put(&g, &two);
	gzip_put(&g, &one);
	gzip_put_plain(&g, "los ", 4);
	gzip_put(&g, &two);
	gzip_end(&g);
	assert_string_equal(unpack(a, &g),
	    "twee twee twee een een een een los twee twee twee ");
	arena_free(a);
}

static void
an_empty_file_and_a_long_run_are_whole(void **unused)
{
	struct arena *a = arena_new();
	struct gzip none = gzip_begin(a, GZIP_FILE_BYTES);
	struct gzip g =
	    gzip_begin(a, GZIP_FILE_BYTES + GZIP_PLAIN_BYTES + GZIP_PLAIN_MAX);
	char *text = arena_alloc(a, GZIP_PLAIN_MAX + 1);

	(void)unused;
	gzip_end(&none);
	assert_string_equal(unpack(a, &none), "");
	memset(text, 'x', GZIP_PLAIN_MAX);
	gzip_put_plain(&g, text, GZIP_PLAIN_MAX);
	gzip_end(&g);
	assert_string_equal(unpack(a, &g), text);
	assert_int_equal(g.len, g.size);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(pieces_follow_each_other_in_any_order),
	    cmocka_unit_test(an_empty_file_and_a_long_run_are_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
