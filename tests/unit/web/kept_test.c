/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * kept_test.c - a page that is kept is the page that would have been made,
 * for whoever reads it.
 */
#include "check.h"
#include "learning.h"

#include <stdlib.h>
#include <time.h>
#include <zlib.h>

static const char MODULE[] = "/cursus/de-basis/zes-stappen";
static const char OTHER_TOKEN[] = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";

/* Nothing about two readers is the same that can differ. */
struct reader {
	const char *name, *token, *roles, *chosen; /* NULL: no answer */
	const char *person, *organisation, *organisations;
};
static const struct reader NOOR = {
    "Noor de Wit", LEARNER_TOKEN, "1", NULL, "7", "3", "1"};
static const struct reader BRAM = {
    "Bram & Co", OTHER_TOKEN, "1", NULL, "80001", "90001", "2"};

/* The page as this reader gets it, before it is sent. */
static struct exchange *
reads(const struct reader *who, const char *path)
{
	static const char *const COLUMNS[] = {"person_id", "organisation_id",
	    "name", "organisation", "roles", "organisation_count", "refused",
	    "is_read", "question", "version", "attempt", "chosen", "is_right",
	    "answered_s"};
	bool has_answer = who->chosen != NULL;
	enum { COUNT = sizeof(COLUMNS) / sizeof(COLUMNS[0]) };
	struct exchange *ex = learner_asks(path, NULL);
	const char *const row[] = {who->person, who->organisation, who->name,
	    arena_printf(ex->arena, "Gemeente %s", who->organisation), who->roles,
	    who->organisations, NULL, "f", has_answer ? "v1" : NULL,
	    has_answer ? "0000000000000001" : NULL, has_answer ? "1" : NULL,
	    who->chosen, has_answer ? "t" : NULL,
	    has_answer ? "1795438980" : NULL};
	PGresult *r = result_new(ex->arena, COLUMNS, COUNT);

	ex->cookie = arena_printf(ex->arena, "__Host-sid=%s", who->token);
	ex->accept_encoding = "gzip";
	assert_int_equal(dispatch_start(ex), TURN_ASK);
	assert_int_equal(ex->batch->ask[0].query, QUERY_QUIZ_MODULE);
	result_row(ex->arena, r, 0, 0, COUNT, row);
	batch_set_reply(ex->batch, 0, r);
	assert_int_equal(dispatch_resume(ex), TURN_ANSWER);
	assert_int_equal(ex->response.code, 200);
	return ex;
}

static bool
was_kept(const struct exchange *ex)
{
	return ex->response.body == NULL;
}

static void
add_piece(struct html *h, const struct cut_piece *p)
{
	char text[65536];
	z_stream z = {0};

	if (p->packed == NULL) {
		html_write_(h, p->text, p->len);
		return;
	}
	z.next_in = arena_memdup(h->arena, p->packed->bytes, p->packed->len);
	z.avail_in = (unsigned)p->packed->len;
	z.next_out = (unsigned char *)text;
	z.avail_out = sizeof(text);
	assert_int_equal(inflateInit2(&z, -15), Z_OK);
	assert_int_equal(inflate(&z, Z_SYNC_FLUSH), Z_OK);
	assert_int_equal(z.total_out, p->packed->plain_len);
	html_write_(h, text, z.total_out);
	inflateEnd(&z);
}

/* The page from its pieces, as a browser would see it. */
static const char *
text_of(const struct exchange *ex)
{
	struct html h = html_new(ex->arena);

	for (size_t i = 0; i < ex->response.cut.count; i++)
		add_piece(&h, &ex->response.cut.piece[i]);
	return h.bytes;
}

static void
a_state_that_comes_back_is_answered_from_memory(void **unused)
{
	struct exchange *first = reads(&NOOR, MODULE);
	struct exchange *second = reads(&BRAM, MODULE);
	struct exchange *third = reads(&NOOR, MODULE);

	(void)unused;
	assert_false(was_kept(first));
	assert_false(was_kept(second));
	assert_true(was_kept(third));
	assert_string_equal(text_of(third), first->response.body);
	assert_string_equal(header_of(third, "etag"), header_of(first, "etag"));
}

static void
everyone_reads_their_own_name_and_token(void **unused)
{
	struct exchange *made = reads(&BRAM, "/cursus/de-basis/zes-stappen?b");
	struct exchange *kept;
	const char *page;

	(void)unused;
	reads(&NOOR, "/cursus/de-basis/zes-stappen?b");
	kept = reads(&BRAM, "/cursus/de-basis/zes-stappen?b");
	assert_true(was_kept(kept));
	page = text_of(kept);
	assert_string_equal(page, made->response.body);
	assert_contains(page, "Bram &amp; Co</a>");
	assert_contains(page, "data-persoon=\"90001.80001\"");
	assert_lacks(page, "Noor");
	assert_contains(page, token_for_forms(kept->arena, OTHER_TOKEN));
	assert_lacks(page, token_for_forms(kept->arena, LEARNER_TOKEN));
}

static void
another_state_role_day_or_part_is_made_anew(void **unused)
{
	static const struct reader DID = {
	    "Noor", LEARNER_TOKEN, "1", "2", "7", "3", "1"};
	static const struct reader ELSE = {
	    "Noor", LEARNER_TOKEN, "1", "1", "7", "3", "1"};
	static const struct reader COACHES = {
	    "Noor", LEARNER_TOKEN, "3", NULL, "7", "3", "1"};

	(void)unused;
	for (int i = 0; i < 3; i++)
		reads(&DID, "/cursus/de-basis/zes-stappen?c");
	assert_true(was_kept(reads(&DID, "/cursus/de-basis/zes-stappen?c")));
	assert_false(was_kept(reads(&ELSE, "/cursus/de-basis/zes-stappen?c")));
	assert_false(was_kept(reads(&NOOR, "/cursus/de-basis/zes-stappen?c")));
	assert_false(
	    was_kept(reads(&COACHES, "/cursus/de-basis/zes-stappen?c")));
	assert_false(was_kept(
	    reads(&DID, "/cursus/de-basis/zes-stappen?opnieuw=v1")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    LEARNING_TEST(a_state_that_comes_back_is_answered_from_memory),
	    LEARNING_TEST(everyone_reads_their_own_name_and_token),
	    LEARNING_TEST(another_state_role_day_or_part_is_made_anew),
	};

	if (setenv("TZ", "Europe/Amsterdam", 1) != 0 || !secret_start())
		return 1;
	tzset();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
