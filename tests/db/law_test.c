/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * law_test.c - articles that an organisation added itself: whose they are,
 * versions, two at once, found at once, and what plans make of them.
 */
#include "store/law.h"
#include "store/search.h"

#include "check.h"
#include "db/db.h"
#include "db/plan_acts.h"

static const char *const LAWS[] = {"wet", NULL};

static struct local_law
article(const char *kernzin)
{
	return (struct local_law){.soort = "verordening",
	    .regeling = "Verordening dakloze gezinnen Voorbeeldstad",
	    .artikel = "3",
	    .kernzin = kernzin,
	    .wanneer = "Een gezin slaapt in de auto.",
	    .helpt_niet = "Er staat geen hardheidsclausule in.",
	    .link = "",
	    .stand = "2026-07-01",
	    .domein = "opvang"};
}

/* An act with this phrase; gives what came of it, and the number. */
static enum law_outcome
save_article(struct world *w, const struct person *p, const char *id,
    int number, int base, const char *phrase, int *made)
{
	const struct law_act act = {p->token_hash, id, number, base};
	const struct local_law law = article("Een gezin mag blijven.");
	struct batch *b = db_as(w, p);

	law_ask_save(b, &act, &law, &phrase, 1);
	db_run_ok(w, b);
	return law_read_outcome(b, QUERY_LAW_SAVE, made);
}

static void
add(struct world *w, const char *id, const char *phrase)
{
	int number;

	assert_int_equal(
	    save_article(w, &w->admin, id, 0, 0, phrase, &number), LAW_SAVED);
}

static enum law_outcome
turn(struct world *w, const struct person *p, const char *id, int number,
    int base, bool must_go)
{
	const struct law_act act = {p->token_hash, id, number, base};
	struct batch *b = db_as(w, p);
	int made;

	law_ask_turn(b, &act, must_go);
	db_run_ok(w, b);
	return law_read_outcome(b, QUERY_LAW_TURN, &made);
}

static size_t
local(struct world *w, const struct person *p, const struct local_law **list)
{
	struct batch *b = db_as(w, p);

	law_ask_local(b, p->token_hash);
	db_run_ok(w, b);
	return law_read_local(b, list);
}

/* Does this person find LOKAAL-1 with these words, and by which sentence? */
static const char *
found_by(struct world *w, const struct person *p, const char *words)
{
	const struct search_hit *hits;
	struct batch *b = db_as(w, p);
	size_t count;

	search_ask(b, p->token_hash, "geen", words, LAWS, 5);
	db_run_ok(w, b);
	(void)search_read(b, &hits, &count);
	for (size_t i = 0; i < count; i++)
		if (strcmp(hits[i].key, "LOKAAL-1") == 0)
			return hits[i].sentence;
	return NULL;
}

/* --- whose ----------------------------------------------------------------
 */

static void
what_an_admin_adds_is_found_at_once(void **state)
{
	struct world *w = *state;
	const struct local_law *list;

	add(w, "a1", "zij slapen met hun kinderen in de auto");
	assert_string_equal(found_by(w, &w->ali, "slapen in een auto"),
	    "zij slapen met hun kinderen in de auto");
	assert_int_equal(local(w, &w->ali, &list), 1);
	assert_int_equal(list[0].number, 1);
	assert_string_equal(list[0].stand, "2026-07-01");
	assert_string_equal(
	    list[0].hindernissen, "zij slapen met hun kinderen in de auto");
}

static void
a_plural_a_part_of_a_word_and_a_typing_error_find_it(void **state)
{
	struct world *w = *state;

	add(w, "a1", "het opvanghuis heeft geen plek voor een gezin");
	assert_non_null(found_by(w, &w->ali, "plekken"));
	assert_non_null(found_by(w, &w->ali, "opvanghius"));
	assert_null(found_by(w, &w->ali, "zwembad"));
}

static void
another_organisation_never_finds_it(void **state)
{
	struct world *w = *state;
	const struct local_law *list;
	struct person elsewhere;

	add(w, "a1", "zij slapen in de auto");
	db_person(w, &elsewhere, "elders", w->school, ROLE_ADMIN);
	assert_null(found_by(w, &w->yara, "slapen in de auto"));
	assert_int_equal(local(w, &elsewhere, &list), 0);
	assert_int_equal(turn(w, &elsewhere, "a2", 1, 1, true), LAW_GONE);
	assert_non_null(found_by(w, &w->ali, "auto"));
}

static void
only_an_admin_changes_what_there_is(void **state)
{
	struct world *w = *state;
	int number;

	add(w, "a1", "zij slapen in de auto");
	assert_int_equal(
	    save_article(w, &w->ali, "a2", 0, 0, "x", &number), LAW_DENIED);
	assert_int_equal(
	    save_article(w, &w->coach, "a3", 1, 1, "x", &number), LAW_DENIED);
	assert_int_equal(turn(w, &w->ali, "a4", 1, 1, true), LAW_DENIED);
	assert_non_null(found_by(w, &w->ali, "auto"));
}

/* --- versions -------------------------------------------------------------
 */

static void
sent_twice_is_one_article(void **state)
{
	struct world *w = *state;
	const struct local_law *list;
	int first, again;

	assert_int_equal(
	    save_article(w, &w->admin, "a1", 0, 0, "een", &first), LAW_SAVED);
	assert_int_equal(
	    save_article(w, &w->admin, "a1", 0, 0, "een", &again), LAW_SAVED);
	assert_int_equal(again, first);
	assert_int_equal(local(w, &w->admin, &list), 1);
}

static void
of_two_windows_the_second_is_told(void **state)
{
	struct world *w = *state;
	int number;

	add(w, "a1", "zij slapen in de auto");
	assert_int_equal(save_article(w, &w->admin, "a2", 1, 1,
			     "zij slapen in de schuur", &number),
	    LAW_SAVED);
	assert_int_equal(save_article(w, &w->admin, "a3", 1, 1,
			     "zij slapen in de tent", &number),
	    LAW_CHANGED_ELSEWHERE);
	assert_non_null(found_by(w, &w->ali, "schuur"));
	assert_null(found_by(w, &w->ali, "tent"));
	/* What an earlier version said is not found any more. */
	assert_null(found_by(w, &w->ali, "auto in"));
}

static void
what_is_withdrawn_is_not_found_and_can_come_back(void **state)
{
	struct world *w = *state;
	const struct local_law *list;
	struct batch *b;

	add(w, "a1", "zij slapen in de auto");
	assert_int_equal(turn(w, &w->admin, "a2", 1, 1, true), LAW_SAVED);
	assert_null(found_by(w, &w->ali, "auto"));
	assert_int_equal(turn(w, &w->admin, "a3", 1, 2, false), LAW_SAVED);
	assert_non_null(found_by(w, &w->ali, "auto"));
	b = db_as(w, &w->admin);
	law_ask_versions(b, w->admin.token_hash, 1);
	db_run_ok(w, b);
	assert_int_equal(law_read_versions(b, &list), 3);
	assert_true(list[1].is_withdrawn);
	assert_non_null(strstr(list[0].person, "admin"));
}

/* --- in plans -------------------------------------------------------------
 */

static const struct local_law *
with_plan(struct world *w, const struct person *p, int number)
{
	const struct local_law *list;
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	plan_ask(b, &key, number);
	db_run_ok(w, b);
	assert_int_equal(law_read_plan(b, &list), 1);
	return list;
}

static void
it_is_chosen_in_a_plan_of_the_same_organisation_only(void **state)
{
	struct world *w = *state;

	add(w, "a1", "zij slapen in de auto");
	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(start(w, &w->yara), ST_OK);
	assert_true(put_article(w, &w->ali, "LOKAAL-1").is_saved);
	assert_true(put_article(w, &w->yara, "LOKAAL-1").is_gone);
	assert_true(put_article(w, &w->ali, "LOKAAL-2").is_gone);
	assert_string_equal(
	    newest(w, &w->ali).plan.articles[0].code, "LOKAAL-1");
	assert_int_equal(newest(w, &w->yara).plan.article_count, 0);
}

static void
a_plan_keeps_what_is_withdrawn_and_is_read_with_what_it_was(void **state)
{
	struct world *w = *state;
	int number;

	add(w, "a1", "zij slapen in de auto");
	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_true(put_article(w, &w->ali, "LOKAAL-1").is_saved);
	assert_int_equal(
	    hand_in(w, &w->ali, newest(w, &w->ali).revision), ST_OK);
	assert_int_equal(revise(w, &w->ali), 2);
	assert_int_equal(save_article(w, &w->admin, "a2", 1, 1,
			     "zij slapen in de schuur", &number),
	    LAW_SAVED);
	assert_int_equal(turn(w, &w->admin, "a3", 1, 2, true), LAW_SAVED);
	assert_string_equal(
	    with_plan(w, &w->ali, 1)->hindernissen, "zij slapen in de auto");
	assert_false(with_plan(w, &w->ali, 1)->is_withdrawn);
	assert_true(with_plan(w, &w->ali, 2)->is_withdrawn);
	assert_true(put_article(w, &w->ali, "LOKAAL-1").is_gone);
	assert_int_equal(newest(w, &w->ali).plan.article_count, 1);
}

static void
drafts_and_recent_choices_are_ones_own(void **state)
{
	struct world *w = *state;
	const struct law_draft *drafts;
	const char *const *codes;
	struct batch *b;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(start(w, &w->bea), ST_OK);
	assert_true(put_article(w, &w->ali, "PW-35-1").is_saved);
	b = db_as(w, &w->ali);
	law_ask_drafts(b, w->ali.token_hash, "PW-35-1");
	law_ask_recent(b, w->ali.token_hash);
	db_run_ok(w, b);
	assert_int_equal(law_read_drafts(b, &drafts), 1);
	assert_true(drafts[0].has_it);
	assert_int_equal(law_read_recent(b, &codes), 1);
	assert_string_equal(codes[0], "PW-35-1");
	b = db_as(w, &w->bea);
	law_ask_drafts(b, w->bea.token_hash, "PW-35-1");
	law_ask_recent(b, w->bea.token_hash);
	db_run_ok(w, b);
	assert_int_equal(law_read_drafts(b, &drafts), 1);
	assert_false(drafts[0].has_it);
	assert_int_equal(law_read_recent(b, &codes), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(what_an_admin_adds_is_found_at_once),
	    DB_TEST(a_plural_a_part_of_a_word_and_a_typing_error_find_it),
	    DB_TEST(another_organisation_never_finds_it),
	    DB_TEST(only_an_admin_changes_what_there_is),
	    DB_TEST(sent_twice_is_one_article),
	    DB_TEST(of_two_windows_the_second_is_told),
	    DB_TEST(what_is_withdrawn_is_not_found_and_can_come_back),
	    DB_TEST(it_is_chosen_in_a_plan_of_the_same_organisation_only),
	    DB_TEST(
		a_plan_keeps_what_is_withdrawn_and_is_read_with_what_it_was),
	    DB_TEST(drafts_and_recent_choices_are_ones_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
