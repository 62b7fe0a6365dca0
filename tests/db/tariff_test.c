/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tariff_test.c - an organisation's own tariffs: whose they are, versions,
 * two at once, and what lines of plans make of them.
 */
#include "store/tariff.h"

#include "check.h"
#include "db/db.h"
#include "db/plan_acts.h"

static struct tariff
tariff(const char *code, int64_t cents)
{
	return (struct tariff){ .code = code, .omschrijving = "Gezinshuis",
		.eenheid = "etmaal", .tarief_eurocent = cents,
		.prijspeil_jaar = 2026, .domein = "jeugd", .wet = "Jeugdwet",
		.betaler = "gemeente", .bron = "\"Besluit\", 2026",
		.zekerheid = "published", .aard = "dienst",
		.per_gebruikelijk = "dag", .kasstroom = "variabel" };
}

static enum tariff_outcome
load_table(struct world *w, const struct person *p, const char *id, int base,
    const struct tariff *rows, size_t count)
{
	const struct tariff_act act = { p->token_hash, id, base };
	struct batch *b = db_as(w, p);

	tariff_ask_load(b, &act, rows, count);
	db_run_ok(w, b);
	return tariff_read_outcome(b, QUERY_TARIFF_LOAD);
}

/* A table of one row, as the next version. */
static void
load_price(struct world *w, const char *id, int base, int64_t cents)
{
	const struct tariff row = tariff("GH", cents);

	assert_int_equal(load_table(w, &w->admin, id, base, &row, 1),
	    TARIFF_SAVED);
}

static enum tariff_outcome
put_table_back(struct world *w, const struct person *p, const char *id, int base,
    int number)
{
	const struct tariff_act act = { p->token_hash, id, base };
	struct batch *b = db_as(w, p);

	tariff_ask_put_back(b, &act, number);
	db_run_ok(w, b);
	return tariff_read_outcome(b, QUERY_TARIFF_PUT_BACK);
}

static size_t
own(struct world *w, const struct person *p, const struct tariff **rows)
{
	struct batch *b = db_as(w, p);

	tariff_ask_own(b, p->token_hash);
	db_run_ok(w, b);
	return tariff_read_own(b, rows);
}

static size_t
tables(struct world *w, const struct person *p,
    const struct tariff_table **list)
{
	struct batch *b = db_as(w, p);

	tariff_ask_tables(b, p->token_hash);
	db_run_ok(w, b);
	return tariff_read_tables(b, list);
}

/* --- whose ----------------------------------------------------------------- */

static void
what_is_loaded_is_read_in_its_order(void **state)
{
	const struct tariff rows[] = { tariff("Z", 1), tariff("A", 2) };
	struct world *w = *state;
	const struct tariff *got;
	const struct tariff_table *list;

	assert_int_equal(load_table(w, &w->admin, "t1", 0, rows, 2),
	    TARIFF_SAVED);
	assert_int_equal(own(w, &w->ali, &got), 2);
	assert_string_equal(got[0].code, "Z");
	assert_string_equal(got[1].code, "A");
	assert_string_equal(got[1].bron, "\"Besluit\", 2026");
	assert_int_equal(got[1].tarief_eurocent, 2);
	assert_int_equal(tables(w, &w->admin, &list), 1);
	assert_int_equal(list[0].number, 1);
	assert_int_equal(list[0].row_count, 2);
	assert_int_equal(list[0].put_back, -1);
	assert_non_null(strstr(list[0].person, "admin"));
}

static void
another_organisation_sees_nothing_of_it(void **state)
{
	struct world *w = *state;
	const struct tariff *got;
	const struct tariff_table *list;
	const struct tariff other = tariff("X", 7);
	struct person elsewhere;
	struct batch *b;

	load_price(w, "t1", 0, 100);
	db_person(w, &elsewhere, "elders", w->school, ROLE_ADMIN);
	assert_int_equal(own(w, &w->yara, &got), 0);
	assert_int_equal(tables(w, &elsewhere, &list), 0);
	b = db_as(w, &elsewhere);
	tariff_ask_version(b, elsewhere.token_hash, 1);
	db_run_ok(w, b);
	assert_int_equal(tariff_read_version(b, &got), 0);
	assert_int_equal(put_table_back(w, &elsewhere, "t2", 0, 1),
	    TARIFF_NOT_THERE);
	/* The same id and number are free for them. */
	assert_int_equal(load_table(w, &elsewhere, "t1", 0,
			     &other, 1),
	    TARIFF_SAVED);
	assert_int_equal(own(w, &w->ali, &got), 1);
	assert_string_equal(got[0].code, "GH");
}

static void
only_an_admin_loads(void **state)
{
	const struct tariff row = tariff("GH", 1);
	struct world *w = *state;
	const struct tariff *got;

	assert_int_not_equal(load_table(w, &w->ali, "t1", 0, &row, 1),
	    TARIFF_SAVED);
	assert_int_not_equal(load_table(w, &w->coach, "t1", 0, &row, 1),
	    TARIFF_SAVED);
	assert_int_not_equal(put_table_back(w, &w->ali, "t1", 0, 0), TARIFF_SAVED);
	assert_int_equal(own(w, &w->ali, &got), 0);
}

/* --- versions --------------------------------------------------------------- */

static void
sending_the_same_form_twice_is_one_version(void **state)
{
	struct world *w = *state;
	const struct tariff_table *list;

	load_price(w, "t1", 0, 100);
	load_price(w, "t1", 0, 100);
	assert_int_equal(tables(w, &w->admin, &list), 1);
	load_price(w, "t2", 1, 200);
	load_price(w, "t1", 0, 100); /* once more, late: still that act */
	assert_int_equal(tables(w, &w->admin, &list), 2);
}

static void
a_form_of_an_older_version_changes_nothing(void **state)
{
	const struct tariff row = tariff("GH", 300);
	struct world *w = *state;
	const struct tariff *got;

	load_price(w, "t1", 0, 100);
	load_price(w, "t2", 1, 200);
	assert_int_equal(load_table(w, &w->admin, "t3", 1, &row, 1),
	    TARIFF_CHANGED_ELSEWHERE);
	assert_int_equal(load_table(w, &w->admin, "t3", 7, &row, 1),
	    TARIFF_CHANGED_ELSEWHERE);
	own(w, &w->ali, &got);
	assert_int_equal(got[0].tarief_eurocent, 200);
}

/* The one that comes second waits for the first, and then gives way. */
static void
of_two_at_once_one_is_refused(void **state)
{
	static const char SQL[] =
	    "SELECT outcome FROM load_tariffs(decode($1, 'hex'), $2, 0, '{A}',"
	    " '{a}', '{uur}', '{1}', '{2026}', '{zorg}', '{W}', '{rijk}',"
	    " '{b}', '{official}', '{dienst}', '{week}', '{variabel}')";
	struct world *w = *state;
	char hex[65];
	const char *first[] = { hex, "t1" }, *second[] = { hex, "t2" };
	PGresult *r;

	for (size_t i = 0; i < 32; i++)
		snprintf(hex + 2 * i, 3, "%02x", w->admin.token_hash[i]);
	db_sql(w, "BEGIN", 0, NULL);
	r = db_sql(w, SQL, 2, first);
	assert_string_equal(PQgetvalue(r, 0, 0), "saved");
	assert_int_equal(PQsendQueryParams(w->app, SQL, 2, NULL, second, NULL,
			     NULL, 0), 1);
	db_wait_for_lock(w);
	db_sql(w, "COMMIT", 0, NULL);
	r = PQgetResult(w->app);
	assert_string_equal(PQgetvalue(r, 0, 0), "changed");
	PQclear(r);
	assert_null(PQgetResult(w->app));
}

static void
an_earlier_version_can_be_put_back(void **state)
{
	struct world *w = *state;
	const struct tariff *got;
	const struct tariff_table *list;

	load_price(w, "t1", 0, 100);
	load_price(w, "t2", 1, 200);
	assert_int_equal(put_table_back(w, &w->admin, "t3", 2, 1), TARIFF_SAVED);
	assert_int_equal(put_table_back(w, &w->admin, "t3", 2, 1), TARIFF_SAVED);
	assert_int_equal(tables(w, &w->admin, &list), 3);
	assert_int_equal(list[0].put_back, 1);
	own(w, &w->ali, &got);
	assert_int_equal(got[0].tarief_eurocent, 100);
	assert_int_equal(put_table_back(w, &w->admin, "t4", 3, 9), TARIFF_NOT_THERE);
	assert_int_equal(put_table_back(w, &w->admin, "t5", 3, 0), TARIFF_SAVED);
	assert_int_equal(own(w, &w->ali, &got), 0);
}

static void
the_newest_24_versions_are_kept(void **state)
{
	struct world *w = *state;
	const struct tariff_table *list;

	for (int i = 0; i < 26; i++)
		load_price(w, arena_printf(w->arena, "t%d", i), i, i);
	assert_int_equal(tables(w, &w->admin, &list), 24);
	assert_int_equal(list[0].number, 26);
	assert_int_equal(list[23].number, 3);
}

static void
a_version_outlives_the_account_that_loaded_it(void **state)
{
	struct world *w = *state;
	const char *const v[] = { db_text(w, w->admin.id) };
	const struct tariff_table *list;

	load_price(w, "t1", 0, 100);
	db_sql(w, "DELETE FROM person WHERE id = $1", 1, v);
	assert_int_equal(tables(w, &w->ali, &list), 1);
	assert_null(list[0].person);
}

/* --- lines ------------------------------------------------------------------ */

/* Puts a line of code GH, whose tariff the program does not know. */
static struct plan_saved
put(struct world *w, const char *basis, const char *amount,
    const struct plan_price *price)
{
	struct plan_key key = key_of(&w->ali);
	struct plan_line line = line_of("r1", SCENARIO_HUIDIG);
	struct batch *b = db_as(w, &w->ali);

	line.code = "GH";
	line.omschrijving = line.domein = line.wet = line.aard = NULL;
	line.eenheid = line.zekerheid = line.kasstroom = NULL;
	line.hoeveelheid = amount;
	line.kans = NULL;
	plan_ask_price_line(b, &key, basis, &line, price);
	db_run_ok(w, b);
	return plan_read_saved(b, QUERY_PLAN_LINE_PUT);
}

static const struct plan_price KEEP = { .may_be_own = true, .choice = "" };

static struct plan_price
take(int64_t cents)
{
	return (struct plan_price){ .may_be_own = true, .choice = "tabel",
		.from_eurocent = cents, .from_jaar = 2026 };
}

static const struct plan_line *
the_line(struct world *w)
{
	static struct plan_record record;

	record = newest(w, &w->ali);
	assert_int_equal(record.plan.line_count, 1);
	return &record.plan.lines[0];
}

static const char *
stamp(struct world *w)
{
	struct plan_record record = newest(w, &w->ali);

	return record.line_stamp[0];
}

static void
a_new_line_gets_a_copy_of_the_own_tariff(void **state)
{
	struct world *w = *state;
	const struct plan_price price = take(100);

	load_price(w, "t1", 0, 100);
	start(w, &w->ali);
	assert_true(put(w, PLAN_NO_STAMP, "1", &price).is_saved);
	assert_int_equal(the_line(w)->tarief_eurocent, 100);
	assert_string_equal(the_line(w)->omschrijving, "Gezinshuis");
	assert_string_equal(the_line(w)->eenheid, "etmaal");
	assert_int_equal(the_line(w)->prijspeil_jaar, 2026);
}

/* Of its code signals then read the line, not a table. */
static void
a_line_takes_over_what_the_own_tariff_says(void **state)
{
	struct world *w = *state;
	struct tariff row = tariff("GH", 100);
	const struct plan_price price = take(100);
	const struct tariff *rows;

	row.verblijf24 = "ja";
	row.ernstig = "nee";
	row.gebeurtenis = "uithuisplaatsing";
	assert_int_equal(
	    load_table(w, &w->admin, "t1", 0, &row, 1), TARIFF_SAVED);
	assert_int_equal(own(w, &w->ali, &rows), 1);
	assert_string_equal(rows[0].verblijf24, "ja");
	assert_string_equal(rows[0].ernstig, "nee");
	assert_string_equal(rows[0].gebeurtenis, "uithuisplaatsing");
	start(w, &w->ali);
	assert_true(put(w, PLAN_NO_STAMP, "1", &price).is_saved);
	assert_int_equal(the_line(w)->verblijf24, SIGN_YES);
	assert_int_equal(the_line(w)->ernstig, SIGN_NO);
	assert_string_equal(the_line(w)->gebeurtenis, "uithuisplaatsing");
	/* It keeps them, as it keeps its price; until it takes the table's. */
	load_price(w, "t2", 1, 100);
	assert_int_equal(own(w, &w->ali, &rows), 1);
	assert_string_equal(rows[0].verblijf24, "");
	assert_true(put(w, stamp(w), "2", &KEEP).is_saved);
	assert_int_equal(the_line(w)->verblijf24, SIGN_YES);
	assert_true(put(w, stamp(w), "2", &price).is_saved);
	assert_int_equal(the_line(w)->verblijf24, SIGN_NONE);
	assert_null(the_line(w)->gebeurtenis);
	/* A version that is put back says what it said. */
	assert_int_equal(
	    put_table_back(w, &w->admin, "t3", 2, 1), TARIFF_SAVED);
	assert_int_equal(own(w, &w->ali, &rows), 1);
	assert_string_equal(rows[0].gebeurtenis, "uithuisplaatsing");
}

static void
a_line_keeps_its_price_when_the_table_changes(void **state)
{
	struct world *w = *state;
	const struct plan_price price = take(100);
	struct plan_record record;

	load_price(w, "t1", 0, 100);
	start(w, &w->ali);
	put(w, PLAN_NO_STAMP, "1", &price);
	assert_int_equal(hand_in(w, &w->ali, 1), ST_OK);
	revise(w, &w->ali);
	load_price(w, "t2", 1, 200);
	assert_int_equal(the_line(w)->tarief_eurocent, 100);
	/* Also when somebody changes something else about it. */
	assert_true(put(w, stamp(w), "2", &KEEP).is_saved);
	assert_string_equal(the_line(w)->hoeveelheid, "2");
	assert_int_equal(the_line(w)->tarief_eurocent, 100);
	assert_true(read_plan(w, &w->ali, 1, &record));
	assert_int_equal(record.plan.lines[0].tarief_eurocent, 100);
	/* And when nobody has that tariff any more. */
	assert_int_equal(put_table_back(w, &w->admin, "t3", 2, 0), TARIFF_SAVED);
	assert_true(put(w, stamp(w), "3", &KEEP).is_saved);
	assert_int_equal(the_line(w)->tarief_eurocent, 100);
}

static void
taking_the_new_price_over_is_an_act(void **state)
{
	struct world *w = *state;
	const struct plan_price old = take(100), new = take(200);
	int64_t revision;

	load_price(w, "t1", 0, 100);
	start(w, &w->ali);
	put(w, PLAN_NO_STAMP, "1", &old);
	load_price(w, "t2", 1, 200);
	assert_true(put(w, stamp(w), "1", &old).is_gone);
	assert_int_equal(the_line(w)->tarief_eurocent, 100);
	assert_true(put(w, stamp(w), "1", &new).is_saved);
	assert_int_equal(the_line(w)->tarief_eurocent, 200);
	revision = newest(w, &w->ali).revision;
	assert_true(put(w, stamp(w), "1", &new).is_saved);
	assert_int_equal(newest(w, &w->ali).revision, revision);
}

static void
a_price_brought_to_another_year_says_how(void **state)
{
	struct world *w = *state;
	const struct plan_price price = { .may_be_own = true,
		.choice = "index", .from_eurocent = 100, .from_jaar = 2026,
		.eurocent = 103, .jaar = 2027,
		.afleiding = ", omgerekend van 1,00" };

	load_price(w, "t1", 0, 100);
	start(w, &w->ali);
	for (int i = 0; i < 2; i++) {
		const char *basis = i == 0 ? PLAN_NO_STAMP : stamp(w);

		assert_true(put(w, basis, "1", &price).is_saved);
		assert_int_equal(the_line(w)->tarief_eurocent, 103);
		assert_int_equal(the_line(w)->prijspeil_jaar, 2027);
		assert_string_equal(the_line(w)->omschrijving,
		    "Gezinshuis, omgerekend van 1,00");
	}
}

static void
a_line_that_is_there_is_brought_from_its_own_price(void **state)
{
	struct world *w = *state;
	const struct plan_price old = take(100);
	const struct plan_price price = { .may_be_own = true,
		.choice = "index", .from_eurocent = 100, .from_jaar = 2026,
		.eurocent = 103, .jaar = 2027, .afleiding = ", x" };

	load_price(w, "t1", 0, 100);
	start(w, &w->ali);
	put(w, PLAN_NO_STAMP, "1", &old);
	load_price(w, "t2", 1, 200);
	assert_true(put(w, stamp(w), "1", &price).is_saved);
	assert_int_equal(the_line(w)->tarief_eurocent, 103);
}

static void
a_tariff_that_nobody_has_makes_no_line(void **state)
{
	struct world *w = *state;

	load_price(w, "t1", 0, 100);
	start(w, &w->ali);
	assert_int_equal(put_table_back(w, &w->admin, "t2", 1, 0), TARIFF_SAVED);
	assert_true(put(w, PLAN_NO_STAMP, "1", &KEEP).is_gone);
	assert_int_equal(newest(w, &w->ali).plan.line_count, 0);
}

static void
handing_in_notes_the_tables_in_use(void **state)
{
	struct world *w = *state;
	struct plan_record record;

	start(w, &w->ali);
	start(w, &w->bea);
	assert_int_equal(hand_in(w, &w->bea, 0), ST_OK);
	assert_null(newest(w, &w->ali).plan.tables);
	load_price(w, "t1", 0, 100);
	load_price(w, "t2", 1, 200);
	assert_int_equal(hand_in(w, &w->ali, 0), ST_OK);
	assert_true(read_plan(w, &w->ali, 1, &record));
	assert_string_equal(record.plan.tables, "algemeen-1 eigen 2");
	assert_true(read_plan(w, &w->bea, 1, &record));
	assert_string_equal(record.plan.tables, "algemeen-1");
	load_price(w, "t3", 2, 300);
	assert_true(read_plan(w, &w->ali, 1, &record));
	assert_string_equal(record.plan.tables, "algemeen-1 eigen 2");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DB_TEST(what_is_loaded_is_read_in_its_order),
		DB_TEST(another_organisation_sees_nothing_of_it),
		DB_TEST(only_an_admin_loads),
		DB_TEST(sending_the_same_form_twice_is_one_version),
		DB_TEST(a_form_of_an_older_version_changes_nothing),
		DB_TEST(of_two_at_once_one_is_refused),
		DB_TEST(an_earlier_version_can_be_put_back),
		DB_TEST(the_newest_24_versions_are_kept),
		DB_TEST(a_version_outlives_the_account_that_loaded_it),
		DB_TEST(a_new_line_gets_a_copy_of_the_own_tariff),
		DB_TEST(a_line_takes_over_what_the_own_tariff_says),
		DB_TEST(a_line_keeps_its_price_when_the_table_changes),
		DB_TEST(taking_the_new_price_over_is_an_act),
		DB_TEST(a_price_brought_to_another_year_says_how),
		DB_TEST(a_line_that_is_there_is_brought_from_its_own_price),
		DB_TEST(a_tariff_that_nobody_has_makes_no_line),
		DB_TEST(handing_in_notes_the_tables_in_use),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
