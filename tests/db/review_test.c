/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * review_test.c - a coach's reaction: seen by nobody else before it is sent,
 * frozen from then on, taken back only while it was not opened; answered by
 * the maker alone, and gone with either account.
 */
#include "check.h"
#include "db/db.h"
#include "db/plan_acts.h"
#include "store/review.h"
#include "store/sealed.h"
#include "store/team.h"

/* Ali handed in version 1. */
/* An article with two of the three parts of its argument. */
static void
argue(struct world *w)
{
	const struct plan_key key = key_of(&w->ali);
	const struct plan_argument argument = {.code = "PW-49-b",
	    .text = {[ARGUMENT_RUIMTE] = "Het mag.",
		[ARGUMENT_AFWEGING] = "Hier past het."}};
	struct batch *b = db_as(w, &w->ali);

	plan_ask_put_article(b, &key, INT32_MAX, argument.code);
	plan_ask_save_argument(b, &key, INT32_MAX, &argument);
	db_run_ok(w, b);
}

static void
begin(struct world *w)
{
	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_int_equal(save(w, &w->ali, newest(w, &w->ali).revision, "wens",
			     "Thuis.", NULL),
	    ST_OK);
	put_line(w, &w->ali, "r1", SCENARIO_HUIDIG);
	argue(w);
	assert_int_equal(
	    hand_in(w, &w->ali, newest(w, &w->ali).revision), ST_OK);
}

static struct review_key
of_ali(struct world *w, const struct person *asker)
{
	return (struct review_key){key_of(asker), w->ali.id, 1};
}

static enum status
try_put(struct world *w, const struct person *who, const char *passage,
    const char *basis, const char *text, bool *is_done)
{
	struct review_key key = of_ali(w, who);
	struct batch *b = db_as(w, who);
	enum status status;

	review_ask_put(b, &key, passage, basis, text);
	status = db_run(w, b);
	if (is_done != NULL)
		*is_done = status == ST_OK && review_is_done(b);
	return status;
}

static bool
put(struct world *w, const char *passage, const char *basis, const char *text)
{
	bool is_done;

	assert_int_equal(
	    try_put(w, &w->coach, passage, basis, text, &is_done), ST_OK);
	return is_done;
}

/* What somebody sees of Ali's version 1. */
static size_t
seen_by(
    struct world *w, const struct person *who, const struct review_record **out)
{
	struct plan_key key = key_of(who);
	struct batch *b = db_as(w, who);
	int64_t person = who == &w->ali ? 0 : w->ali.id;

	sealed_ask(b, who->token_hash, key.course, key.casus, person);
	review_ask(b, &key, person, 1);
	db_run_ok(w, b);
	return review_read(b, out);
}

static bool
send_as(struct world *w, int round, const char *seen, const char *text,
    enum review_outcome outcome)
{
	struct review_key key = of_ali(w, &w->coach);
	struct review_sending sending = {
	    round, seen, PLAN_NO_STAMP, text, outcome};
	struct batch *b = db_as(w, &w->coach);

	review_ask_send(b, &key, &sending);
	db_run_ok(w, b);
	return review_is_done(b);
}

static const char *
stamp_of_draft(struct world *w)
{
	const struct review_record *list;
	size_t n = seen_by(w, &w->coach, &list);

	return n == 0 ? PLAN_NO_STAMP : list[n - 1].stamp;
}

static bool
take_back(struct world *w, int round)
{
	struct review_key key = of_ali(w, &w->coach);
	struct batch *b = db_as(w, &w->coach);

	review_ask_take_back(b, &key, round);
	db_run_ok(w, b);
	return review_is_done(b);
}

static void
ali_opens(struct world *w)
{
	struct plan_key key = key_of(&w->ali);
	struct batch *b = db_as(w, &w->ali);

	review_ask_open(b, &key, 1);
	db_run_ok(w, b);
}

static enum status
try_answer(struct world *w, const struct person *who, const char *basis,
    const char *text, bool *is_done)
{
	struct plan_key key = key_of(who);
	struct review_reply reply = {
	    w->coach.id, 1, "tekst:wens", basis, text, true};
	struct batch *b = db_as(w, who);
	enum status status;

	review_ask_answer(b, &key, 1, &reply);
	status = db_run(w, b);
	if (is_done != NULL)
		*is_done = status == ST_OK && review_is_done(b);
	return status;
}

static size_t
news_of_ali(struct world *w, const struct review_news **out)
{
	struct batch *b = db_as(w, &w->ali);

	review_ask_news(b, w->ali.token_hash);
	db_run_ok(w, b);
	return review_read_news(b, out);
}

static size_t
answered_for(struct world *w, const struct person *who, int64_t whom,
    const struct review_answered **out)
{
	struct batch *b = db_as(w, who);

	review_ask_answered(b, who->token_hash, whom);
	db_run_ok(w, b);
	return review_read_answered(b, out);
}

static void
what_is_not_sent_is_seen_by_its_writer_only(void **state)
{
	struct world *w = *state;
	const struct review_record *list;
	const struct review_news *news;

	begin(w);
	assert_true(put(w, "tekst:wens", PLAN_NO_STAMP, "Wie zegt dit?"));
	assert_true(put(w, "regel:r1", PLAN_NO_STAMP, "Hoe lang?"));
	assert_int_equal(seen_by(w, &w->coach, &list), 1);
	assert_true(list[0].is_mine);
	assert_int_equal(list[0].note_count, 2);
	assert_string_equal(list[0].notes[0].was, "Begeleiding, 1½ uur");
	assert_string_equal(list[0].notes[1].text, "Wie zegt dit?");
	assert_string_equal(list[0].notes[1].was, "Thuis.");
	assert_int_equal(seen_by(w, &w->ali, &list), 0);
	assert_int_equal(news_of_ali(w, &news), 0);
}

static void
an_article_stands_there_with_all_parts_of_its_argument(void **state)
{
	struct world *w = *state;
	const struct review_record *list;

	begin(w);
	assert_true(put(w, "artikel:PW-49-b", PLAN_NO_STAMP, "Waarom?"));
	assert_int_equal(seen_by(w, &w->coach, &list), 1);
	assert_string_equal(
	    list[0].notes[0].was, "Ruimte: Het mag.\nAfweging: Hier past het.");
}

static void
only_a_coach_of_the_team_writes_and_reads(void **state)
{
	struct world *w = *state;
	const struct person *const OTHERS[] = {&w->ali, &w->bea, &w->cor,
	    &w->other_coach, &w->teacher, &w->yara, &w->admin};
	const struct review_record *list;

	begin(w);
	for (size_t i = 0; i < sizeof(OTHERS) / sizeof(OTHERS[0]); i++)
		assert_int_equal(try_put(w, OTHERS[i], "tekst:wens",
				     PLAN_NO_STAMP, "Ook ik", NULL),
		    ST_NOT_FOUND);
	put(w, "tekst:wens", PLAN_NO_STAMP, "Wie zegt dit?");
	assert_true(send_as(w, 1, stamp_of_draft(w), "", REVIEW_NOTES));
	assert_int_equal(seen_by(w, &w->ali, &list), 1);
	for (size_t i = 1; i < sizeof(OTHERS) / sizeof(OTHERS[0]); i++) {
		assert_int_equal(seen_by(w, OTHERS[i], &list), 0);
		assert_int_equal(
		    try_answer(w, OTHERS[i], PLAN_NO_STAMP, "Nee", NULL),
		    ST_NOT_FOUND);
	}
}

static void
a_draft_of_the_plan_and_a_passage_that_is_not_there_take_no_remark(void **state)
{
	struct world *w = *state;
	struct review_key key = of_ali(w, &w->coach);
	struct batch *b;

	begin(w);
	assert_int_equal(
	    try_put(w, &w->coach, "regel:weg", PLAN_NO_STAMP, "Hier", NULL),
	    ST_NOT_FOUND);
	assert_int_equal(revise(w, &w->ali), 2);
	key.number = 2;
	b = db_as(w, &w->coach);
	review_ask_put(b, &key, "tekst:wens", PLAN_NO_STAMP, "Te vroeg");
	assert_int_equal(db_run(w, b), ST_NOT_FOUND);
}

static void
two_windows_never_overwrite_each_other(void **state)
{
	struct world *w = *state;
	const struct review_record *list;
	const char *stamp;

	begin(w);
	assert_true(put(w, "tekst:wens", PLAN_NO_STAMP, "Eén"));
	assert_true(put(w, "tekst:wens", PLAN_NO_STAMP, "Eén")); /* again */
	assert_false(put(w, "tekst:wens", PLAN_NO_STAMP, "Twee"));
	stamp = stamp_of_draft(w);
	seen_by(w, &w->coach, &list);
	assert_true(put(w, "tekst:wens", list[0].notes[0].stamp, "Twee"));
	/* What the form did not show is not sent. */
	assert_false(send_as(w, 1, stamp, "", REVIEW_NOTES));
	seen_by(w, &w->coach, &list);
	assert_true(put(w, "tekst:wens", list[0].notes[0].stamp, ""));
	seen_by(w, &w->coach, &list);
	assert_int_equal(list[0].note_count, 0);
}

static void
what_was_sent_is_frozen_and_sent_once(void **state)
{
	struct world *w = *state;
	const struct review_record *list;
	const struct review_news *news;
	const char *stamp;

	begin(w);
	put(w, "tekst:wens", PLAN_NO_STAMP, "Wie zegt dit?");
	stamp = stamp_of_draft(w);
	assert_true(send_as(w, 1, stamp, "Wat wil Ali?", REVIEW_QUESTION));
	assert_true(send_as(w, 1, stamp, "Wat wil Ali?", REVIEW_QUESTION));
	/* Another window says another thing: it is told. */
	assert_false(send_as(w, 1, stamp, "Wat wil Ali?", REVIEW_READY));
	assert_int_equal(news_of_ali(w, &news), 1);
	assert_int_equal(news[0].outcome, REVIEW_QUESTION);
	assert_true(news[0].has_words);
	assert_int_equal(news[0].remarks, 1);
	/* A remark from now on belongs to a next reaction. */
	assert_true(put(w, "tekst:wens", PLAN_NO_STAMP, "Nog iets"));
	assert_int_equal(seen_by(w, &w->coach, &list), 2);
	assert_string_equal(list[0].notes[0].text, "Wie zegt dit?");
	assert_string_equal(list[0].whole->text, "Wat wil Ali?");
	assert_int_equal(list[1].round, 2);
	assert_int_equal(seen_by(w, &w->ali, &list), 1);
}

static void
it_is_taken_back_until_it_was_opened(void **state)
{
	struct world *w = *state;
	const struct review_record *list;
	const struct review_news *news;

	begin(w);
	assert_true(send_as(w, 1, PLAN_NO_STAMP, "", REVIEW_READY));
	assert_true(take_back(w, 1));
	assert_true(take_back(w, 1));
	assert_int_equal(news_of_ali(w, &news), 0);
	assert_int_equal(seen_by(w, &w->ali, &list), 0);
	assert_true(send_as(w, 1, PLAN_NO_STAMP, "", REVIEW_READY));
	ali_opens(w);
	assert_int_equal(news_of_ali(w, &news), 0);
	assert_false(take_back(w, 1));
	seen_by(w, &w->ali, &list);
	assert_int_equal(list[0].outcome, REVIEW_READY);
	/* Who changes his mind sends another. */
	assert_true(send_as(w, 2, PLAN_NO_STAMP, "Toch?", REVIEW_QUESTION));
	assert_int_equal(seen_by(w, &w->ali, &list), 2);
}

static void
an_answer_waits_for_who_asked_until_seen(void **state)
{
	struct world *w = *state;
	struct review_key key = of_ali(w, &w->coach);
	const struct review_answered *answered;
	const struct review_record *list;
	struct batch *b;
	bool is_done;

	begin(w);
	put(w, "tekst:wens", PLAN_NO_STAMP, "Wie zegt dit?");
	assert_int_equal(
	    try_answer(w, &w->ali, PLAN_NO_STAMP, "Ali zelf.", NULL),
	    ST_NOT_FOUND); /* not sent yet */
	send_as(w, 1, stamp_of_draft(w), "", REVIEW_NOTES);
	assert_int_equal(
	    try_answer(w, &w->ali, PLAN_NO_STAMP, "Ali zelf.", &is_done),
	    ST_OK);
	assert_true(is_done);
	try_answer(w, &w->ali, PLAN_NO_STAMP, "Ali zelf.", &is_done);
	assert_true(is_done); /* again is once */
	try_answer(w, &w->ali, PLAN_NO_STAMP, "Iets anders.", &is_done);
	assert_false(is_done);
	assert_int_equal(answered_for(w, &w->coach, PEOPLE_TEAM, &answered), 1);
	assert_int_equal(answered[0].person_id, w->ali.id);
	assert_false(answered[0].is_question);
	assert_int_equal(
	    answered_for(w, &w->other_coach, PEOPLE_TEAM, &answered), 0);
	assert_int_equal(answered_for(w, &w->ali, PEOPLE_SELF, &answered), 1);
	b = db_as(w, &w->coach);
	review_ask_see(b, &key.plan, w->ali.id, 1);
	db_run_ok(w, b);
	assert_int_equal(answered_for(w, &w->coach, PEOPLE_TEAM, &answered), 0);
	seen_by(w, &w->coach, &list);
	assert_string_equal(list[0].notes[0].answer, "Ali zelf.");
	assert_true(list[0].notes[0].is_done);
}

static int64_t
rows_of_ali(struct world *w)
{
	return db_number(
	    w, arena_printf(w->arena,
		   "SELECT count(*) FROM plan_review_note n JOIN plan p"
		   " ON p.organisation_id = n.organisation_id"
		   " AND p.id = n.plan_id WHERE p.person_id = %lld",
		   (long long)w->ali.id));
}

static void
it_goes_with_the_account_of_the_coach(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->coach.id)};
	const struct review_record *list;

	begin(w);
	put(w, "tekst:wens", PLAN_NO_STAMP, "Wie zegt dit?");
	send_as(w, 1, stamp_of_draft(w), "", REVIEW_NOTES);
	assert_int_equal(rows_of_ali(w), 1);
	db_sql(w, "DELETE FROM membership WHERE person_id = $1", 1, v);
	db_sql(w, "DELETE FROM person WHERE id = $1", 1, v);
	assert_int_equal(rows_of_ali(w), 0);
	assert_int_equal(seen_by(w, &w->ali, &list), 0);
}

static void
it_goes_with_the_account_of_the_maker(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->ali.id)};
	begin(w);
	put(w, "tekst:wens", PLAN_NO_STAMP, "Wie zegt dit?");
	db_sql(w, "DELETE FROM membership WHERE person_id = $1", 1, v);
	assert_int_equal(
	    db_number(w,
		arena_printf(w->arena,
		    "SELECT count(*) FROM plan_review WHERE reviewer_id = %lld",
		    (long long)w->coach.id)),
	    0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(what_is_not_sent_is_seen_by_its_writer_only),
	    DB_TEST(only_a_coach_of_the_team_writes_and_reads),
	    DB_TEST(
		a_draft_of_the_plan_and_a_passage_that_is_not_there_take_no_remark),
	    DB_TEST(two_windows_never_overwrite_each_other),
	    DB_TEST(an_article_stands_there_with_all_parts_of_its_argument),
	    DB_TEST(what_was_sent_is_frozen_and_sent_once),
	    DB_TEST(it_is_taken_back_until_it_was_opened),
	    DB_TEST(an_answer_waits_for_who_asked_until_seen),
	    DB_TEST(it_goes_with_the_account_of_the_coach),
	    DB_TEST(it_goes_with_the_account_of_the_maker),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
