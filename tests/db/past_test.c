/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * past_test.c - earlier states of the texts of a draft: which are kept, for
 * how long, and how one is put back.
 */
#include "check.h"
#include "db/db.h"
#include "db/plan_acts.h"
#include "store/past.h"

static const char LONG[] = "Vier mensen in één huis, en een schuld van ‘nu’.";

static void
write_text(struct world *w, const char *text)
{
	assert_int_equal(save_text(w, &w->ali, 0,
			     newest(w, &w->ali).text_stamp[FIELD_WENS], "wens",
			     text, NULL),
	    ST_OK);
}

static size_t
states(struct world *w, const struct past_text **list)
{
	struct plan_key key = key_of(&w->ali);
	struct batch *b = db_as(w, &w->ali);

	past_ask(b, &key, "wens");
	db_run_ok(w, b);
	return past_read(b, list);
}

/* As if everything that was kept had been kept so long before. */
static void
let_pass(struct world *w, const char *interval)
{
	const char *const v[] = {interval};

	db_sql(w,
	    "UPDATE plan_text_past SET kept_at = kept_at - $1::interval", 1,
	    v);
}

static bool
put_back_text(struct world *w, int64_t id, const char *basis)
{
	struct plan_key key = key_of(&w->ali);
	struct batch *b = db_as(w, &w->ali);

	past_ask_put_back(b, &key, "wens", id, basis);
	db_run_ok(w, b);
	return plan_read_saved(b, QUERY_PAST_PUT_BACK).is_saved;
}

static void
a_text_is_kept_every_five_minutes(void **state)
{
	struct world *w = *state;
	const struct past_text *list;

	assert_int_equal(start(w, &w->ali), ST_OK);
	write_text(w, "Vier");
	write_text(w, LONG);
	assert_int_equal(states(w, &list), 0);
	write_text(w, arena_printf(w->arena, "%s Eén.", LONG));
	assert_int_equal(states(w, &list), 1);
	assert_string_equal(list[0].value, LONG);
	write_text(w, arena_printf(w->arena, "%s Twee.", LONG));
	assert_int_equal(states(w, &list), 1);
	let_pass(w, "6 minutes");
	write_text(w, arena_printf(w->arena, "%s Drie.", LONG));
	assert_int_equal(states(w, &list), 2);
	assert_contains(list[0].value, "Twee.");
}

static void
what_is_wiped_out_is_kept_at_once(void **state)
{
	struct world *w = *state;
	const struct past_text *list;

	assert_int_equal(start(w, &w->ali), ST_OK);
	write_text(w, "kort");
	write_text(w, "");
	assert_int_equal(states(w, &list), 1);
	write_text(w, LONG);
	write_text(w, "Weg");
	assert_int_equal(states(w, &list), 2);
	assert_string_equal(list[0].value, LONG);
}

static void
an_earlier_text_is_put_back_and_what_gives_way_is_kept(void **state)
{
	struct world *w = *state;
	const struct past_text *list;
	const char *basis;

	assert_int_equal(start(w, &w->ali), ST_OK);
	write_text(w, LONG);
	write_text(w, "Weg");
	assert_int_equal(states(w, &list), 1);
	basis = newest(w, &w->ali).text_stamp[FIELD_WENS];
	assert_true(put_back_text(w, list[0].id, basis));
	assert_true(put_back_text(w, list[0].id, basis)); /* once more */
	assert_string_equal(newest(w, &w->ali).plan.text[FIELD_WENS], LONG);
	assert_int_equal(states(w, &list), 2);
	assert_string_equal(list[0].value, "Weg");
}

static void
it_is_not_put_back_over_what_another_window_wrote(void **state)
{
	struct world *w = *state;
	const struct past_text *list;
	const char *basis;

	assert_int_equal(start(w, &w->ali), ST_OK);
	write_text(w, LONG);
	write_text(w, "Weg");
	assert_int_equal(states(w, &list), 1);
	basis = newest(w, &w->ali).text_stamp[FIELD_WENS];
	write_text(w, "Weg, en nieuw");
	assert_false(put_back_text(w, list[0].id, basis));
	assert_false(put_back_text(w, list[0].id + 1000, basis));
	assert_string_equal(
	    newest(w, &w->ali).plan.text[FIELD_WENS], "Weg, en nieuw");
}

static void
twelve_are_kept_and_none_longer_than_thirty_days(void **state)
{
	struct world *w = *state;
	const struct past_text *list;
	struct batch *b;

	assert_int_equal(start(w, &w->ali), ST_OK);
	for (int i = 0; i < 2 * PAST_MAX; i++) {
		write_text(w, arena_printf(w->arena, "%s Nummer %d.", LONG, i));
		let_pass(w, "6 minutes");
	}
	assert_int_equal(states(w, &list), PAST_MAX);
	assert_contains(list[0].value, "Nummer 22.");
	let_pass(w, "30 days");
	assert_int_equal(states(w, &list), 0);
	b = db_as(w, &w->bea); /* whoever logs in */
	past_ask_tidy(b);
	db_run_ok(w, b);
	assert_string_equal(PQgetvalue(db_sql(w,
	    "SELECT count(*) FROM plan_text_past WHERE kept_at <"
	    " now() - interval '30 days'", 0, NULL), 0, 0), "0");
}

static void
the_history_is_the_maker_s_own(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->cor);
	const struct past_text *list;
	struct batch *b = db_as(w, &w->cor);

	assert_int_equal(start(w, &w->ali), ST_OK);
	write_text(w, LONG);
	write_text(w, "Weg");
	past_ask(b, &key, "");
	db_run_ok(w, b);
	assert_int_equal(past_read(b, &list), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(a_text_is_kept_every_five_minutes),
	    DB_TEST(what_is_wiped_out_is_kept_at_once),
	    DB_TEST(an_earlier_text_is_put_back_and_what_gives_way_is_kept),
	    DB_TEST(it_is_not_put_back_over_what_another_window_wrote),
	    DB_TEST(twelve_are_kept_and_none_longer_than_thirty_days),
	    DB_TEST(the_history_is_the_maker_s_own),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
