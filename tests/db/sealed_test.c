/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sealed_test.c - what somebody wrote is sealed in the database, by the rules
 * that hold for plain text, and `leer sleutel` seals what is there.
 */
#include "check.h"
#include "db/db.h"
#include "db/plan_acts.h"
#include "store/past.h"
#include "store/sealed.h"

static const char PLANTED[] = "De hond van mevrouw heet Sproetje.";

static void
run_leer(struct world *w, const char *act, const char *output)
{
	const char *command =
	    arena_printf(w->arena, ".build/leer %s 2>&1", act);
	char said[4096];
	FILE *f = popen(command, "r");
	size_t n;

	assert_non_null(f);
	n = fread(said, 1, sizeof(said) - 1, f);
	said[n] = '\0';
	if (pclose(f) != 0)
		fail_msg("%s: %s", command, said);
	assert_contains(said, output);
}

/* Gives every organisation of the database a key, and reads the file. */
static int
seal_setup(void **state)
{
	struct seal_masters masters;
	const char *path = getenv("LEER_SLEUTEL");
	struct world *w;

	assert_int_equal(db_setup(state), 0);
	w = *state;
	assert_non_null(path);
	if (seal_masters_read(&masters, w->arena, path) != NULL)
		return 1;
	sealed_use(&masters, path);
	run_leer(w, "sleutel verzegel", "Verzegeld: ");
	return 0;
}

#define SEAL_TEST(f) cmocka_unit_test_setup_teardown(f, seal_setup, db_teardown)

/* Who this person is, as the trip before finds it. */
static const struct seal_writer *
writer_of(struct world *w, const struct person *p)
{
	struct seal_writer *out = arena_alloc(w->arena, sizeof(*out));
	struct batch *b = db_as(w, p);

	sealed_ask(b, p->token_hash, "", "", 0);
	db_run_ok(w, b);
	assert_true(sealed_read_writer(out, b));
	return out;
}

static struct batch *
as_writer(struct world *w, const struct person *p)
{
	struct batch *b = db_as(w, p);

	b->writer = writer_of(w, p);
	return b;
}

static struct plan_saved
write_text(struct world *w, const struct person *p, const char *basis,
    const char *text)
{
	const char *field = "wens";
	struct plan_texts texts = {1, &field, &text, &basis, 0};
	struct plan_key key = key_of(p);
	struct batch *b = as_writer(w, p);

	plan_ask_save(b, &key, &texts);
	db_run_ok(w, b);
	return plan_read_saved(b, QUERY_PLAN_SAVE);
}

/* One of everything that somebody may write, each with the planted words. */
static void
write_all(struct world *w, const struct person *p)
{
	struct plan_key key = key_of(p);
	struct plan_line line = line_of("l1", SCENARIO_HUIDIG);
	struct plan_action action = {"a1", PLANTED, PLANTED, PLANTED};
	const struct plan_argument argument = {
	    .code = "jw-2.3", .text = {PLANTED, PLANTED, PLANTED}};
	struct batch *b = as_writer(w, p);

	assert_int_equal(start(w, p), ST_OK);
	assert_true(write_text(w, p, PLAN_NO_STAMP, PLANTED).is_saved);
	line.stopreden = PLANTED;
	plan_ask_put_line(b, &key, PLAN_NO_STAMP, &line);
	plan_ask_put_action(b, &key, PLAN_NO_STAMP, &action);
	plan_ask_put_article(b, &key, 99, "jw-2.3");
	plan_ask_save_argument(b, &key, 99, &argument);
	db_run_ok(w, b);
}

static void
assert_reads_all(const struct plan_record *r)
{
	assert_string_equal(r->plan.text[FIELD_WENS], PLANTED);
	assert_string_equal(r->plan.lines[0].stopreden, PLANTED);
	for (int p = 0; p < ARGUMENT_PARTS; p++)
		assert_string_equal(r->plan.articles[0].part[p], PLANTED);
	assert_string_equal(r->plan.actions[0].wat, PLANTED);
	assert_string_equal(r->plan.actions[0].wie, PLANTED);
	assert_string_equal(r->plan.actions[0].wanneer, PLANTED);
}

static int64_t
count_plain(struct world *w, const struct person *p)
{
	return db_number(
	    w, arena_printf(w->arena,
		   "SELECT count(*) FROM plan p"
		   " LEFT JOIN plan_text t ON t.plan_id = p.id"
		   " LEFT JOIN plan_text_past h ON h.plan_id = p.id"
		   " LEFT JOIN plan_line l ON l.plan_id = p.id"
		   " LEFT JOIN plan_article a ON a.plan_id = p.id"
		   " LEFT JOIN plan_action d ON d.plan_id = p.id"
		   " WHERE p.person_id = %lld AND concat(t.value, h.value,"
		   " l.stopreden, a.argument, d.wat, d.wie, d.wanneer)"
		   " LIKE '%%Sproetje%%'",
		   (long long)p->id));
}

static void
the_database_holds_nothing_readable(void **state)
{
	struct world *w = *state;
	struct plan_record r;
	FILE *dump;
	static char line[1 << 20];
	bool is_there = false;

	write_all(w, &w->ali);
	r = newest(w, &w->ali);
	assert_reads_all(&r);
	assert_int_equal(count_plain(w, &w->ali), 0);
	dump =
	    popen("/usr/lib/postgresql/15/bin/pg_dump \"$LEER_DATABASE\"", "r");
	assert_non_null(dump);
	while (fgets(line, sizeof(line), dump) != NULL) {
		assert_null(strstr(line, "Sproetje"));
		is_there |= strstr(line, "\x01"
					 "1.") != NULL;
	}
	assert_int_equal(pclose(dump), 0);
	assert_true(is_there); /* so that a dump of nothing proves nothing */
}

static void
the_coach_reads_what_was_handed_in(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->coach);
	struct plan_record r;
	struct batch *b;

	write_all(w, &w->ali);
	assert_int_equal(
	    hand_in(w, &w->ali, newest(w, &w->ali).revision), ST_OK);
	assert_int_equal(revise(w, &w->ali), 2);
	r = newest(w, &w->ali); /* the copy of another version */
	assert_reads_all(&r);
	b = db_as(w, &w->coach);
	plan_ask_member(b, &key, w->ali.id, 1);
	db_run_ok(w, b);
	assert_true(plan_read(&r, b));
	assert_reads_all(&r);
	assert_false(sealed_is_broken(b));
}

static void
a_text_that_was_moved_is_not_shown(void **state)
{
	struct world *w = *state;
	const char *const ids[] = {
	    db_text(w, w->ali.id), db_text(w, w->bea.id)};
	struct plan_key key = key_of(&w->bea);
	struct plan_record r;
	struct batch *b;

	write_all(w, &w->ali);
	write_all(w, &w->bea);
	db_sql(w,
	    "UPDATE plan_text t SET value = s.value FROM plan mine, plan p,"
	    " plan_text s WHERE p.person_id = $1 AND s.plan_id = p.id"
	    " AND mine.person_id = $2 AND t.plan_id = mine.id",
	    2, ids);
	b = db_as(w, &w->bea);
	plan_ask(b, &key, PLAN_NEWEST);
	db_run_ok(w, b);
	assert_true(plan_read(&r, b));
	assert_string_equal(r.plan.text[FIELD_WENS], "");
	assert_true(sealed_is_broken(b));
	db_sql(w,
	    "DELETE FROM plan_text t USING plan p WHERE p.id = t.plan_id"
	    " AND p.person_id = $1",
	    1, ids + 1);
}

static void
a_key_of_another_organisation_is_refused(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	struct plan_action action = {"a1", PLANTED, "", ""};
	struct batch *b = db_as(w, &w->ali);

	assert_int_equal(start(w, &w->ali), ST_OK);
	b->writer = writer_of(w, &w->yara);
	plan_ask_put_action(b, &key, PLAN_NO_STAMP, &action);
	assert_int_equal(db_run(w, b), ST_OTHER_KEY);
	assert_int_equal(newest(w, &w->ali).plan.action_count, 0);
}

static void
what_does_not_know_its_key_stores_nothing(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	struct plan_action action = {"a1", PLANTED, "", ""};
	struct batch *b = db_as(w, &w->ali);

	assert_int_equal(start(w, &w->ali), ST_OK);
	plan_ask_put_action(b, &key, PLAN_NO_STAMP, &action);
	assert_int_equal(db_run(w, b), ST_BUG);
	assert_int_equal(count_plain(w, &w->ali), 0);
}

/* The rules of tests/db/plan_windows_test.c, on sealed text. */
static void
two_windows_find_each_other_under_the_seal(void **state)
{
	struct world *w = *state;
	struct plan_saved saved;
	struct plan_record r;
	const char *first;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_true(write_text(w, &w->ali, PLAN_NO_STAMP, PLANTED).is_saved);
	r = newest(w, &w->ali);
	first = r.text_stamp[FIELD_WENS];
	saved = write_text(w, &w->ali, first, PLANTED); /* sent again */
	assert_true(saved.is_saved);
	assert_int_equal(saved.revision, r.revision);
	assert_true(
	    write_text(w, &w->ali, first, "Het rustige huis, eindelijk.")
		.is_saved);
	assert_false(write_text(w, &w->ali, first, "Iets anders.").is_saved);
	assert_string_equal(newest(w, &w->ali).plan.text[FIELD_WENS],
	    "Het rustige huis, eindelijk.");
}

/* The script makes a stamp of what it sent, when no answer came. */
static const char *
browser_stamp(struct world *w, const char *text)
{
	const char *const v[] = {text};

	return PQgetvalue(
	    db_sql(w,
		"SELECT left(encode(sha256(convert_to($1, 'UTF8')),"
		" 'hex'), 16)",
		1, v),
	    0, 0);
}

static void
a_browser_knows_what_it_sent_itself(void **state)
{
	struct world *w = *state;
	const char *bases;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_true(write_text(w, &w->ali, PLAN_NO_STAMP, PLANTED).is_saved);
	bases = arena_printf(w->arena, "leeg %s", browser_stamp(w, PLANTED));
	assert_true(write_text(w, &w->ali, bases, "En verder.").is_saved);
	assert_false(write_text(w, &w->ali, bases, "Verder niet.").is_saved);
}

/* A page that showed plain text stays good while that text is sealed. */
static void
a_form_of_before_the_seal_is_no_conflict(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->town)};
	const char *shown;

	db_sql(w, "DELETE FROM seal_key WHERE organisation_id = $1", 1, v);
	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_true(write_text(w, &w->ali, PLAN_NO_STAMP, PLANTED).is_saved);
	shown = newest(w, &w->ali).text_stamp[FIELD_WENS];
	assert_string_equal(shown, browser_stamp(w, PLANTED));
	run_leer(w, "sleutel verzegel", "Verzegeld: 1 teksten");
	assert_string_not_equal(
	    newest(w, &w->ali).text_stamp[FIELD_WENS], shown);
	assert_true(write_text(w, &w->ali, shown, "En verder.").is_saved);
	assert_false(write_text(w, &w->ali, shown, "Verder niet.").is_saved);
}

static void
an_earlier_text_comes_back(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	const struct past_text *past;
	struct plan_record r;
	struct batch *b;

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_true(write_text(w, &w->ali, PLAN_NO_STAMP, PLANTED).is_saved);
	r = newest(w, &w->ali);
	assert_true(
	    write_text(w, &w->ali, r.text_stamp[FIELD_WENS], "Nee.").is_saved);
	assert_int_equal(count_plain(w, &w->ali), 0);
	b = db_as(w, &w->ali);
	past_ask(b, &key, "wens");
	db_run_ok(w, b);
	assert_int_equal(past_read(b, &past), 1);
	assert_string_equal(past[0].value, PLANTED);
	b = db_as(w, &w->ali);
	past_ask_put_back(b, &key, "wens", past[0].id,
	    newest(w, &w->ali).text_stamp[FIELD_WENS]);
	db_run_ok(w, b);
	assert_string_equal(newest(w, &w->ali).plan.text[FIELD_WENS], PLANTED);
}

static void
a_new_key_changes_nothing_that_anybody_sees(void **state)
{
	struct world *w = *state;
	struct plan_record before, after;

	write_all(w, &w->ali);
	before = newest(w, &w->ali);
	run_leer(w, "sleutel draai --wacht 0", "Alles staat onder");
	after = newest(w, &w->ali);
	assert_reads_all(&after);
	assert_int_equal(after.revision, before.revision);
	assert_string_equal(
	    after.text_stamp[FIELD_WENS], before.text_stamp[FIELD_WENS]);
	assert_string_equal(after.line_stamp[0], before.line_stamp[0]);
	for (int p = 0; p < ARGUMENT_PARTS; p++)
		assert_string_equal(after.article_stamp[0].part[p],
		    before.article_stamp[0].part[p]);
	assert_string_equal(after.action_stamp[0], before.action_stamp[0]);
	assert_int_equal(
	    db_number(w, "SELECT count(*) FROM seal_key k WHERE EXISTS ("
			 "SELECT FROM seal_key o WHERE o.organisation_id ="
			 " k.organisation_id AND o.number > k.number)"),
	    0);
	assert_true(write_text(w, &w->ali, before.text_stamp[FIELD_WENS],
	    "Onder de nieuwe sleutel.")
			.is_saved);
}

/* A worker that still has the old key, while the new one is there. */
static void
the_older_key_still_opens_until_it_goes(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	struct plan_action action = {"a1", PLANTED, PLANTED, PLANTED};
	struct batch *b = as_writer(w, &w->ali);
	struct seal_key old = b->writer->key, next;
	unsigned char wrapped[SEAL_WRAPPED_BYTES];
	char hex[2 * SEAL_WRAPPED_BYTES + 1];
	struct seal_masters masters;
	const char *v[] = {
	    db_text(w, w->town), db_text(w, old.number + 1), NULL, hex};

	assert_int_equal(start(w, &w->ali), ST_OK);
	assert_null(
	    seal_masters_read(&masters, w->arena, getenv("LEER_SLEUTEL")));
	seal_key_new(&next, w->town, old.number + 1, &old);
	seal_wrap(wrapped, &next, &masters.master[0]);
	for (size_t i = 0; i < sizeof(wrapped); i++)
		snprintf(hex + 2 * i, 3, "%02x", wrapped[i]);
	v[2] = masters.master[0].id;
	db_sql(w,
	    "INSERT INTO seal_key (organisation_id, number, master, wrapped)"
	    " VALUES ($1, $2, $3, decode($4, 'hex'))",
	    4, v);
	assert_int_equal(writer_of(w, &w->ali)->key.number, next.number);
	plan_ask_put_action(b, &key, PLAN_NO_STAMP, &action);
	db_run_ok(w, b);
	assert_string_equal(newest(w, &w->ali).plan.actions[0].wat, PLANTED);
}

static void
what_was_plain_is_sealed_later(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->town)};
	struct plan_record r;

	db_sql(w, "DELETE FROM seal_key WHERE organisation_id = $1", 1, v);
	write_all(w, &w->ali); /* of an organisation without a key */
	assert_true(count_plain(w, &w->ali) > 0);
	r = newest(w, &w->ali);
	assert_reads_all(&r);
	run_leer(w, "sleutel verzegel", "Verzegeld: 8 teksten");
	assert_int_equal(count_plain(w, &w->ali), 0);
	r = newest(w, &w->ali);
	assert_reads_all(&r);
	run_leer(w, "sleutel verzegel", "Verzegeld: 0 teksten");
}

static void
a_text_may_be_as_long_as_the_form_says(void **state)
{
	struct world *w = *state;
	char *text = arena_alloc(w->arena, 2 * 20001 + 1);
	struct plan_key key = key_of(&w->ali);
	const char *field = "wens", *basis = PLAN_NO_STAMP;
	const char *sent = text;
	struct plan_texts texts = {1, &field, &sent, &basis, 0};
	struct batch *b;

	assert_int_equal(start(w, &w->ali), ST_OK);
	for (int i = 0; i < 20001; i++)
		memcpy(text + 2 * i, "é", 2);
	b = as_writer(w, &w->ali);
	plan_ask_save(b, &key, &texts);
	assert_int_equal(db_run(w, b), ST_BUG);
	text[2 * 20000] = '\0';
	assert_true(write_text(w, &w->ali, basis, text).is_saved);
	assert_string_equal(newest(w, &w->ali).plan.text[FIELD_WENS], text);
}

/* Every table of the database, every column, as text. */
static bool
is_anywhere(struct world *w, const char *words)
{
	const PGresult *tables = db_sql(w,
	    "SELECT relname FROM pg_class WHERE relkind = 'r'"
	    " AND relnamespace = 'public'::regnamespace",
	    0, NULL);
	const char *const v[] = {words};

	for (int i = 0; i < PQntuples(tables); i++)
		if (PQntuples(db_sql(w,
			arena_printf(w->arena,
			    "SELECT FROM %s t WHERE strpos(t::text, $1) > 0"
			    " LIMIT 1",
			    PQgetvalue(tables, i, 0)),
			1, v)) > 0)
			return true;
	return false;
}

static void
nothing_is_left_of_who_is_erased(void **state)
{
	struct world *w = *state;
	const char *const v[] = {db_text(w, w->ali.id)};
	const PGresult *r =
	    db_sql(w, "SELECT email, name FROM person WHERE id = $1", 1, v);
	const char *email = PQgetvalue(r, 0, 0), *name = PQgetvalue(r, 0, 1);
	const char *sealed;
	struct plan_record other;

	write_all(w, &w->ali);
	write_all(w, &w->bea);
	sealed = PQgetvalue(db_sql(w,
				"SELECT t.value FROM plan_text t JOIN plan p "
				"ON p.id = t.plan_id"
				" WHERE p.person_id = $1",
				1, v),
	    0, 0);
	run_leer(w, arena_printf(w->arena, "account wis --email '%s'", email),
	    "Er is niets gewist");
	assert_true(is_anywhere(w, sealed) && is_anywhere(w, name));
	run_leer(w,
	    arena_printf(w->arena, "account wis --email '%s' --ja", email),
	    "is gewist");
	assert_false(is_anywhere(w, sealed));
	assert_false(is_anywhere(w, email));
	assert_false(is_anywhere(w, name));
	other = newest(w, &w->bea);
	assert_reads_all(&other);
}

static void
what_points_to_a_person_is_not_stored(void **state)
{
	struct world *w = *state;
	struct plan_key key = key_of(&w->ali);
	struct plan_action action = {"a1", "bel 06-12345678", "", ""};
	struct batch *b = as_writer(w, &w->ali);

	assert_int_equal(start(w, &w->ali), ST_OK);
	plan_ask_put_action(b, &key, PLAN_NO_STAMP, &action);
	assert_true(b->is_private);
	assert_int_equal(db_run(w, b), ST_BUG); /* if it were sent */
	assert_int_equal(newest(w, &w->ali).plan.action_count, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    SEAL_TEST(the_database_holds_nothing_readable),
	    SEAL_TEST(the_coach_reads_what_was_handed_in),
	    SEAL_TEST(a_text_that_was_moved_is_not_shown),
	    SEAL_TEST(a_key_of_another_organisation_is_refused),
	    SEAL_TEST(what_does_not_know_its_key_stores_nothing),
	    SEAL_TEST(two_windows_find_each_other_under_the_seal),
	    SEAL_TEST(a_browser_knows_what_it_sent_itself),
	    SEAL_TEST(a_form_of_before_the_seal_is_no_conflict),
	    SEAL_TEST(an_earlier_text_comes_back),
	    SEAL_TEST(a_new_key_changes_nothing_that_anybody_sees),
	    SEAL_TEST(the_older_key_still_opens_until_it_goes),
	    SEAL_TEST(what_was_plain_is_sealed_later),
	    SEAL_TEST(a_text_may_be_as_long_as_the_form_says),
	    SEAL_TEST(nothing_is_left_of_who_is_erased),
	    SEAL_TEST(what_points_to_a_person_is_not_stored),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
