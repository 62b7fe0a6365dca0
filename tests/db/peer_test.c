/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * peer_test.c - reading each other's plans: who gets which plan, who may read
 * what, and that what was sent stays as it is.
 */
#include "check.h"
#include "db/db.h"
#include "db/peer_acts.h"
#include "store/sealed.h"

#include <pthread.h>

enum { CLASS_MOST = 8 };

/* Members of the class north, beside Ali and Bea, who all handed in. */
struct class_of {
	struct person p[CLASS_MOST];
	int count;
};

static void
open_round(struct world *w, bool is_open)
{
	struct plan_key key = db_peer_key(&w->coach, "c", "k");
	struct batch *b = db_as(w, &w->coach);

	peer_ask_round(b, &key, w->north, is_open);
	db_run_ok(w, b);
}

static struct class_of
make_class(struct world *w, int count)
{
	struct class_of c = {.count = count};

	for (int i = 0; i < count; i++) {
		db_person(w, &c.p[i], "lid", w->town, ROLE_LEARNER);
		db_join_team(w, w->town, w->north, &c.p[i], false);
		db_handed_in(w, &c.p[i], w->town, "c", "k");
	}
	open_round(w, true);
	return c;
}

static void
deal(struct world *w, const struct person *p)
{
	struct plan_key key = db_peer_key(p, "c", "k");
	struct batch *b = db_as(w, p);

	peer_ask_deal(b, &key);
	db_run_ok(w, b);
}

static size_t
dealt(struct world *w, const struct person *p)
{
	struct plan_key key = db_peer_key(p, "c", "k");
	const struct peer_dealt *list;
	struct batch *b = db_as(w, p);

	peer_ask_dealt(b, &key);
	db_run_ok(w, b);
	return peer_read_dealt(b, &list);
}

/* A count over all deals of this world's town. */
static int64_t
of_deals(struct world *w, const char *sql)
{
	return db_number(w, arena_printf(w->arena,
				"WITH d AS (SELECT d.*, p.person_id AS maker_id"
				" FROM peer_deal d JOIN plan p ON p.id ="
				" d.plan_id WHERE d.organisation_id = %lld) %s",
				(long long)w->town, sql));
}

static enum status
save(struct world *w, const struct person *p, int slot, const char *basis,
    const char *words, bool must_send, struct peer_saved *out)
{
	const char *fields[] = {"betrokkenheid-sterk"};
	const struct plan_texts texts = {1, fields, &words, &basis, 0};
	struct plan_key key = db_peer_key(p, "c", "k");
	struct batch *b = db_as(w, p);
	enum status status;

	peer_ask_save(b, &key, slot, &texts, must_send);
	status = db_run(w, b);
	if (status == ST_OK)
		*out = peer_read_saved(b);
	return status;
}

static size_t
received(
    struct world *w, const struct person *p, const struct peer_judgement **out)
{
	struct plan_key key = db_peer_key(p, "c", "k");
	struct batch *b = db_as(w, p);

	peer_ask_received(b, &key);
	db_run_ok(w, b);
	return peer_read_received(b, out);
}

static bool
reads(struct world *w, const struct person *p, int slot,
    struct plan_record *record)
{
	struct plan_key key = db_peer_key(p, "c", "k");
	struct batch *b = db_as(w, p);

	plan_ask_dealt(b, &key, slot);
	db_run_ok(w, b);
	return plan_read(record, b);
}

/* --- dealing -------------------------------------------------------------- */

static void
each_gets_two_plans_and_each_plan_two_readers(void **state)
{
	struct world *w = *state;
	struct class_of c = make_class(w, CLASS_MOST);

	for (int round = 0; round < 2; round++)
		for (int i = 0; i < c.count; i++) {
			deal(w, &c.p[i]);
			assert_int_equal(dealt(w, &c.p[i]), 2);
		}
	assert_int_equal(of_deals(w, "SELECT count(*) FROM d"), 16);
	assert_int_equal(
	    of_deals(w, "SELECT count(*) FROM (SELECT FROM d"
			" GROUP BY plan_id HAVING count(*) = 2) x"),
	    8);
	assert_int_equal(of_deals(w, "SELECT count(*) FROM d WHERE"
				     " reader_id = maker_id"),
	    0);
	/* With eight no two need to read each other. */
	assert_int_equal(of_deals(w, "SELECT count(*) FROM d x JOIN d y ON"
				     " x.reader_id = y.maker_id AND"
				     " y.reader_id = x.maker_id"),
	    0);
}

static void
who_is_early_waits_for_others(void **state)
{
	struct world *w = *state;
	struct class_of c = make_class(w, 1);

	deal(w, &c.p[0]);
	assert_int_equal(dealt(w, &c.p[0]), 0);
	db_handed_in(w, &w->ali, w->town, "c", "k");
	deal(w, &c.p[0]);
	assert_int_equal(dealt(w, &c.p[0]), 1);
	deal(w, &c.p[0]);
	assert_int_equal(dealt(w, &c.p[0]), 1);
	db_handed_in(w, &w->bea, w->town, "c", "k");
	deal(w, &c.p[0]);
	assert_int_equal(dealt(w, &c.p[0]), 2);
}

static void
only_who_handed_in_in_an_open_class_gets_plans(void **state)
{
	struct world *w = *state;
	struct class_of c = make_class(w, 3);

	deal(w, &w->ali); /* handed in nothing */
	assert_int_equal(dealt(w, &w->ali), 0);
	db_handed_in(w, &w->cor, w->town, "c", "k"); /* of another team */
	deal(w, &w->cor);
	assert_int_equal(dealt(w, &w->cor), 0);
	db_handed_in(w, &w->coach, w->town, "c", "k"); /* who coaches it */
	deal(w, &w->coach);
	assert_int_equal(dealt(w, &w->coach), 0);
	open_round(w, false);
	deal(w, &c.p[0]);
	assert_int_equal(dealt(w, &c.p[0]), 0);
	open_round(w, true);
	deal(w, &c.p[0]);
	assert_int_equal(dealt(w, &c.p[0]), 2);
}

/* One of those who ask at the same moment, on a connection of its own. */
struct asker {
	struct person p;
	struct arena *arena;
	enum status status;
};

static void *
ask_at_once(void *data)
{
	struct asker *me = data;
	struct plan_key key = db_peer_key(&me->p, "c", "k");
	PGconn *conn = PQconnectdb(getenv("LEER_DATABASE_APP"));

	for (int i = 0; i < 3; i++) {
		struct batch *b = batch_new(me->arena);

		session_ask(b, me->p.token_hash, ANY_ROLE);
		peer_ask_deal(b, &key);
		me->status = batch_run(b, conn);
	}
	PQfinish(conn);
	return NULL;
}

static void
asking_at_the_same_moment_deals_as_fairly(void **state)
{
	struct world *w = *state;
	struct class_of c = make_class(w, CLASS_MOST);
	struct asker askers[2 * CLASS_MOST];
	pthread_t threads[2 * CLASS_MOST];

	/* Each twice: a double click. */
	for (int i = 0; i < 2 * c.count; i++) {
		askers[i] = (struct asker){c.p[i / 2], arena_new(), ST_BUG};
		assert_int_equal(
		    pthread_create(&threads[i], NULL, ask_at_once, &askers[i]),
		    0);
	}
	for (int i = 0; i < 2 * c.count; i++) {
		pthread_join(threads[i], NULL);
		assert_int_equal(askers[i].status, ST_OK);
		arena_free(askers[i].arena);
	}
	assert_int_equal(of_deals(w, "SELECT count(*) FROM d"), 16);
	assert_int_equal(
	    of_deals(w, "SELECT count(*) FROM (SELECT FROM d"
			" GROUP BY plan_id HAVING count(*) = 2) x"),
	    8);
}

/* --- reading and writing -------------------------------------------------- */

static void
a_plan_is_there_for_its_reader_and_nobody_else(void **state)
{
	struct world *w = *state;
	struct class_of c = make_class(w, 3);
	struct plan_record record;
	const char *v[] = {db_text(w, c.p[0].id)};

	assert_false(reads(w, &c.p[0], 1, &record));
	deal(w, &c.p[0]);
	assert_true(reads(w, &c.p[0], 1, &record));
	assert_int_equal(record.person_id, c.p[1].id);
	assert_int_equal(record.number, 1);
	assert_true(reads(w, &c.p[0], 2, &record));
	assert_int_equal(record.person_id, c.p[2].id);
	assert_false(reads(w, &c.p[0], 3, &record));
	assert_false(reads(w, &c.p[1], 1, &record));
	assert_false(reads(w, &w->coach, 1, &record));
	assert_false(reads(w, &w->yara, 1, &record));
	/* Who leaves the class reads no further. */
	db_sql(w, "DELETE FROM team_person WHERE person_id = $1", 1, v);
	assert_false(reads(w, &c.p[0], 1, &record));
}

static void
a_judgement_is_the_makers_once_it_is_sent_and_then_frozen(void **state)
{
	struct world *w = *state;
	struct class_of c = make_class(w, 2);
	const struct peer_judgement *list;
	struct peer_saved saved;

	deal(w, &c.p[0]);
	assert_int_equal(
	    save(w, &c.p[0], 1, "leeg", "Mooi.", false, &saved), ST_OK);
	assert_int_equal(saved.outcome, PEER_SAVED);
	assert_int_equal(received(w, &c.p[1], &list), 0);
	/* Another window, which knows nothing of it. */
	assert_int_equal(
	    save(w, &c.p[0], 1, "leeg", "Anders.", false, &saved), ST_OK);
	assert_int_equal(saved.outcome, PEER_CHANGED);
	for (int i = 0; i < 2; i++) { /* a double press */
		assert_int_equal(
		    save(w, &c.p[0], 1, "leeg", "Mooi.", true, &saved), ST_OK);
		assert_int_equal(saved.outcome, PEER_SENT);
	}
	assert_int_equal(
	    save(w, &c.p[0], 1, "leeg", "Anders.", true, &saved), ST_OK);
	assert_int_equal(saved.outcome, PEER_FROZEN);
	assert_int_equal(received(w, &c.p[1], &list), 1);
	assert_int_equal(list[0].reader, 1);
	assert_string_equal(list[0].words[0].value, "Mooi.");
	assert_int_equal(received(w, &c.p[0], &list), 0);
	assert_int_equal(received(w, &w->coach, &list), 0);
	/* What was not dealt cannot be judged. */
	assert_int_equal(
	    save(w, &c.p[0], 2, "leeg", "x", true, &saved), ST_NOT_FOUND);
	assert_int_equal(
	    save(w, &w->cor, 1, "leeg", "x", true, &saved), ST_NOT_FOUND);
}

static void
ones_own_judgement_is_never_sent(void **state)
{
	struct world *w = *state;
	struct class_of c = make_class(w, 2);
	const struct peer_judgement *list;
	struct peer_saved saved;

	assert_int_equal(
	    save(w, &c.p[0], PEER_SELF, "leeg", "Ik.", true, &saved), ST_OK);
	assert_int_equal(saved.outcome, PEER_SAVED);
	assert_int_equal(received(w, &c.p[0], &list), 0);
}

static bool
reply(struct world *w, const struct person *p, int reader, const char *words,
    enum status *status)
{
	struct plan_key key = db_peer_key(p, "c", "k");
	struct batch *b = db_as(w, p);

	peer_ask_reply(b, &key, reader, true, words);
	*status = db_run(w, b);
	return *status == ST_OK && peer_is_replied(b);
}

static void
a_maker_says_something_back_once(void **state)
{
	struct world *w = *state;
	struct class_of c = make_class(w, 2);
	const struct peer_dealt *list;
	struct plan_key key = db_peer_key(&c.p[0], "c", "k");
	struct peer_saved saved;
	enum status status;
	struct batch *b;

	deal(w, &c.p[0]);
	assert_false(reply(w, &c.p[1], 1, "Dank.", &status));
	assert_int_equal(status, ST_NOT_FOUND);
	save(w, &c.p[0], 1, "leeg", "Mooi.", true, &saved);
	assert_true(reply(w, &c.p[1], 1, "Dank.", &status));
	assert_true(reply(w, &c.p[1], 1, "Dank.", &status));
	assert_false(reply(w, &c.p[1], 1, "Toch niet.", &status));
	assert_int_equal(status, ST_OK);
	assert_false(reply(w, &w->coach, 1, "x", &status));
	assert_int_equal(status, ST_NOT_FOUND);
	b = db_as(w, &c.p[0]);
	peer_ask_dealt(b, &key);
	db_run_ok(w, b);
	assert_int_equal(peer_read_dealt(b, &list), 1);
	assert_true(list[0].has_helped);
	assert_string_equal(list[0].answer, "Dank.");
}

/* --- the coach ------------------------------------------------------------ */

static size_t
coach_sees(struct world *w, const struct person *coach, int64_t team,
    const struct peer_judgement **list, const char **name)
{
	struct plan_key key = db_peer_key(coach, "c", "k");
	struct batch *b = db_as(w, coach);

	peer_ask_team(b, &key, team);
	db_run_ok(w, b);
	return peer_read_team(b, list, name);
}

static void
only_the_coach_of_the_class_opens_it_and_sees_who_wrote_what(void **state)
{
	struct world *w = *state;
	struct class_of c = make_class(w, 2);
	const struct person *others[] = {
	    &w->other_coach, &w->teacher, &w->admin, &w->ali};
	const struct peer_judgement *list;
	struct peer_saved saved;
	const char *team;

	deal(w, &c.p[0]);
	save(w, &c.p[0], 1, "leeg", "Nog niet af.", false, &saved);
	assert_int_equal(coach_sees(w, &w->coach, w->north, &list, &team), 1);
	assert_int_equal(list[0].count, 0); /* a draft is its writer's own */
	save(w, &c.p[0], 1, "leeg", "Nog niet af.", true, &saved);
	assert_int_equal(coach_sees(w, &w->coach, w->north, &list, &team), 1);
	assert_string_equal(list[0].words[0].value, "Nog niet af.");
	assert_int_equal(list[0].maker_id, c.p[1].id);
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		struct plan_key key = db_peer_key(others[i], "c", "k");
		struct batch *b = db_as(w, others[i]);

		assert_int_equal(
		    coach_sees(w, others[i], w->north, &list, &team), 0);
		assert_null(team);
		peer_ask_round(b, &key, w->north, false);
		assert_int_equal(db_run(w, b), ST_NOT_FOUND);
	}
}

/* --- gone with the account ------------------------------------------------ */

static int64_t
rows_left(struct world *w)
{
	const char *const v[] = {db_text(w, w->town)};

	return db_id(db_sql(w,
	    "SELECT (SELECT count(*) FROM peer_deal WHERE organisation_id = $1)"
	    " + (SELECT count(*) FROM peer_judgement WHERE organisation_id = "
	    "$1)"
	    " + (SELECT count(*) FROM peer_word WHERE organisation_id = $1)"
	    " + (SELECT count(*) FROM peer_reply WHERE organisation_id = $1)",
	    1, v));
}

static void
all_of_it_goes_with_the_account_of_the_maker_or_the_reader(void **state)
{
	struct world *w = *state;

	for (int gone = 0; gone < 2; gone++) {
		struct class_of c = make_class(w, 2);
		const char *v[] = {db_text(w, c.p[gone].id)};
		struct peer_saved saved;
		enum status status;

		deal(w, &c.p[0]);
		save(w, &c.p[0], 1, "leeg", "Mooi.", true, &saved);
		assert_true(reply(w, &c.p[1], 1, "Dank.", &status));
		assert_true(rows_left(w) == 4);
		db_sql(w, "DELETE FROM membership WHERE person_id = $1", 1, v);
		assert_int_equal(rows_left(w), 0);
		v[0] = db_text(w, c.p[1 - gone].id);
		db_sql(w, "DELETE FROM membership WHERE person_id = $1", 1, v);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(each_gets_two_plans_and_each_plan_two_readers),
	    DB_TEST(who_is_early_waits_for_others),
	    DB_TEST(only_who_handed_in_in_an_open_class_gets_plans),
	    DB_TEST(asking_at_the_same_moment_deals_as_fairly),
	    DB_TEST(a_plan_is_there_for_its_reader_and_nobody_else),
	    DB_TEST(a_judgement_is_the_makers_once_it_is_sent_and_then_frozen),
	    DB_TEST(ones_own_judgement_is_never_sent),
	    DB_TEST(a_maker_says_something_back_once),
	    DB_TEST(
		only_the_coach_of_the_class_opens_it_and_sees_who_wrote_what),
	    DB_TEST(all_of_it_goes_with_the_account_of_the_maker_or_the_reader),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
