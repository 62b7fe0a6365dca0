/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * migrate_test.c - `leer migreer`. The empty database is a new schema that
 * stands first in the search path.
 */
#include "check.h"
#include "db/db.h"

#include <dirent.h>
#include <sys/stat.h>
#include <sys/wait.h>

struct run {
	int code;
	char output[8192];
};

static struct run
run_command(const char *command)
{
	struct run r = {.code = -1};
	FILE *f = popen(command, "r");
	size_t n;
	int status;

	assert_non_null(f);
	n = fread(r.output, 1, sizeof(r.output) - 1, f);
	r.output[n] = '\0';
	status = pclose(f);
	if (WIFEXITED(status))
		r.code = WEXITSTATUS(status);
	return r;
}

static const char *
new_schema(struct world *w)
{
	static int count;
	const char *name =
	    arena_printf(w->arena, "leeg_%d_%d", (int)getpid(), count++);

	db_sql(w, arena_printf(w->arena, "CREATE SCHEMA %s", name), 0, NULL);
	return name;
}

static struct run
migrate(struct world *w, const char *schema, const char *folder)
{
	const char *base = getenv("LEER_DATABASE");

	assert_non_null(base);
	return run_command(arena_printf(w->arena,
	    "LEER_DATABASE='%s%coptions=-csearch_path%%3D%s' .build/leer "
	    "migreer '%s' 2>&1",
	    base, strchr(base, '?') == NULL ? '?' : '&', schema, folder));
}

/* Everything that migrations make in a schema, as one text. */
static const char *
description(struct world *w, const char *schema)
{
	const char *const v[] = {schema};
	const PGresult *r = db_sql(w,
	    "SELECT string_agg(line, E'\\n' ORDER BY line) FROM ("
	    "SELECT format('%s.%s %s %s %s', c.relname, a.attname,"
	    "  format_type(a.atttypid, a.atttypmod), a.attnotnull,"
	    "  pg_get_expr(d.adbin, d.adrelid)) AS line"
	    "  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
	    "  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid"
	    "   AND d.adnum = a.attnum"
	    " WHERE c.relnamespace = $1::regnamespace AND a.attnum > 0"
	    " UNION ALL SELECT format('%s %s', conname,"
	    "  pg_get_constraintdef(oid)) FROM pg_constraint"
	    " WHERE connamespace = $1::regnamespace"
	    " UNION ALL SELECT format('%s %s', proname, md5(prosrc))"
	    "  FROM pg_proc WHERE pronamespace = $1::regnamespace) AS x",
	    1, v);

	return PQgetvalue(r, 0, 0);
}

static int
count_files(void)
{
	DIR *folder = opendir("migrations");
	const struct dirent *entry;
	int n = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL)
		n += entry->d_name[0] >= '0' && entry->d_name[0] <= '9';
	closedir(folder);
	return n;
}

static void
an_empty_database_is_brought_up_to_date(void **state)
{
	struct world *w = *state;
	const char *schema = new_schema(w);
	struct run r = migrate(w, schema, "migrations");
	int applied = 0;

	if (r.code != 0)
		fail_msg("%s", r.output);
	for (const char *p = r.output; (p = strstr(p, "Toegepast: ")); p++)
		applied++;
	assert_int_equal(applied, count_files());
	assert_int_equal(
	    db_number(
		w, arena_printf(w->arena,
		       "SELECT count(*) FROM %s.schema_migration", schema)),
	    count_files());
	assert_true(strlen(description(w, schema)) > 1000);
}

static void
a_second_time_changes_nothing(void **state)
{
	struct world *w = *state;
	const char *schema = new_schema(w);
	const char *before, *rows;
	struct run r = migrate(w, schema, "migrations");

	assert_int_equal(r.code, 0);
	before = description(w, schema);
	rows = PQgetvalue(db_sql(w,
			      arena_printf(w->arena,
				  "SELECT string_agg(m::text, ';') FROM "
				  "%s.schema_migration m",
				  schema),
			      0, NULL),
	    0, 0);
	r = migrate(w, schema, "migrations");
	assert_int_equal(r.code, 0);
	assert_lacks(r.output, "Toegepast");
	assert_string_equal(description(w, schema), before);
	assert_string_equal(PQgetvalue(db_sql(w,
					   arena_printf(w->arena,
					       "SELECT string_agg(m::text, "
					       "';') FROM %s.schema_migration "
					       "m",
					       schema),
					   0, NULL),
				0, 0),
	    rows);
}

/* A copy of migrations/ with one thing done to it by the shell. */
static const char *
changed_folder(struct world *w, const char *change)
{
	char template[] = "/tmp/leer-migraties-XXXXXX";
	const char *folder = mkdtemp(template);
	struct run r;

	assert_non_null(folder);
	folder = arena_strdup(w->arena, folder);
	r = run_command(arena_printf(w->arena,
	    "cp migrations/*.sql %s/ && cd %s && { %s; } 2>&1", folder, folder,
	    change));
	if (r.code != 0)
		fail_msg("%s", r.output);
	return folder;
}

static void
remove_folder(struct world *w, const char *folder)
{
	assert_int_equal(
	    run_command(arena_printf(w->arena, "rm -r '%s'", folder)).code, 0);
}

static void
a_migration_that_changed_afterwards_is_refused(void **state)
{
	struct world *w = *state;
	const char *schema = new_schema(w), *before;
	const char *folder =
	    changed_folder(w, "echo '-- later' >> 0001_accounts.sql");
	struct run r = migrate(w, schema, "migrations");

	assert_int_equal(r.code, 0);
	before = description(w, schema);
	r = migrate(w, schema, folder);
	assert_int_equal(r.code, 1);
	assert_contains(r.output, "0001_accounts.sql is veranderd");
	assert_string_equal(description(w, schema), before);
	remove_folder(w, folder);
}

static void
a_broken_migration_leaves_nothing_half_done(void **state)
{
	struct world *w = *state;
	const char *schema = new_schema(w), *before;
	const char *file =
	    arena_printf(w->arena, "%04d_stuk.sql", count_files() + 1);
	const char *folder = changed_folder(
	    w, arena_printf(w->arena,
		   "printf 'CREATE TABLE half (a integer);\\n\\nSELECT "
		   "bestaat_niet;\\n' > %s",
		   file));
	struct run r = migrate(w, schema, "migrations");

	assert_int_equal(r.code, 0);
	before = description(w, schema);
	r = migrate(w, schema, folder);
	assert_int_equal(r.code, 1);
	assert_contains(r.output, arena_printf(w->arena, "%s:3:", file));
	assert_string_equal(description(w, schema), before);
	remove_folder(w, folder);
}

static void
a_database_that_is_further_than_the_program_is_refused(void **state)
{
	struct world *w = *state;
	const char *schema = new_schema(w);
	const char *last =
	    arena_printf(w->arena, "rm %04d_*.sql", count_files());
	const char *folder = changed_folder(w, last);
	struct run r = migrate(w, schema, "migrations");

	assert_int_equal(r.code, 0);
	r = migrate(w, schema, folder);
	assert_int_equal(r.code, 1);
	assert_contains(r.output, "verder dan dit programma");
	remove_folder(w, folder);
}

static void
a_gap_in_the_numbers_is_refused_before_anything_runs(void **state)
{
	struct world *w = *state;
	const char *schema = new_schema(w);
	const char *folder = changed_folder(w, "rm 0002_*.sql");
	struct run r = migrate(w, schema, folder);

	assert_int_equal(r.code, 1);
	assert_contains(r.output, "0002");
	assert_null(strstr(r.output, "Toegepast"));
	remove_folder(w, folder);
}

/* --- from an older version, with data in it ------------------------------- */

static struct run
load(struct world *w, const char *schema, const char *file)
{
	const char *base = getenv("LEER_DATABASE");

	return run_command(arena_printf(w->arena,
	    "psql -X -q -v ON_ERROR_STOP=1 -f '%s'"
	    " -d '%s%coptions=-csearch_path%%3D%s' 2>&1",
	    file, base, strchr(base, '?') == NULL ? '?' : '&', schema));
}

static const char *
value(struct world *w, const char *sql)
{
	return PQgetvalue(db_sql(w, sql, 0, NULL), 0, 0);
}

static void
what_version_4_held_can_still_be_read(void **state)
{
	struct world *w = *state;
	const char *schema = new_schema(w);
	const char *folder = changed_folder(w,
	    "for f in 0*.sql; do test \"${f%%_*}\" -le 4 || rm $f; done;"
	    " rm grants.sql");
	struct run r = migrate(w, schema, folder);

	assert_int_equal(r.code, 0);
	r = load(w, schema, "tests/fixtures/v0004.sql");
	if (r.code != 0)
		fail_msg("%s", r.output);
	r = migrate(w, schema, "migrations");
	if (r.code != 0)
		fail_msg("%s", r.output);
	assert_contains(r.output, "Toegepast: 0005");
	db_sql(w, arena_printf(w->arena, "SET search_path TO %s", schema), 0,
	    NULL);
	assert_string_equal(
	    value(w, "SELECT name || ' ' || organisation || ' ' || roles"
		     "  FROM require_session(sha256('een'), 1)"),
	    "Sanne Hofman Gemeente Voorbeeldstad 1");
	assert_string_equal(
	    value(w, "SELECT string_agg(number || ' ' || field || ' ' || value,"
		     " ';' ORDER BY number, field) FROM plan_text"),
	    "1 knelt De huur & de rest;"
	    "1 situatie Zeven kinderen\nen een hond;"
	    "2 knelt De huur & de rest;2 situatie Acht kinderen");
	assert_string_equal(
	    value(w, "SELECT string_agg(attempt || ' ' || chosen || ' ' ||"
		     " is_right, ';' ORDER BY attempt) FROM answer"),
	    "1 1 false;2 4 true");
	assert_int_equal(
	    db_number(w, "SELECT count(*) FROM plan_line l"
			 "  JOIN plan_article a USING (plan_id, number)"
			 "  JOIN plan_action c USING (plan_id, number)"),
	    2);
	assert_string_equal(
	    value(w, "SELECT v.number || ' ' || (v.handed_in_at IS NULL)"
		     "  FROM visible_version(sha256('een'), 'de-basis',"
		     "  'dreigende-ontruiming', NULL, 0) v"),
	    "2 true");
	remove_folder(w, folder);
}

/* Somebody who reads the schema reads what is really there. */
static void
the_sum_of_the_migrations_is_true(void **state)
{
	struct run r = run_command(
	    "sh app/tools/schema.sh | diff -u migrations/schema.sql - 2>&1");

	(void)state;
	if (r.code != 0)
		fail_msg("run make schema:\n%s", r.output);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(an_empty_database_is_brought_up_to_date),
	    DB_TEST(a_second_time_changes_nothing),
	    DB_TEST(a_migration_that_changed_afterwards_is_refused),
	    DB_TEST(a_broken_migration_leaves_nothing_half_done),
	    DB_TEST(a_database_that_is_further_than_the_program_is_refused),
	    DB_TEST(a_gap_in_the_numbers_is_refused_before_anything_runs),
	    DB_TEST(what_version_4_held_can_still_be_read),
	    DB_TEST(the_sum_of_the_migrations_is_true),
	};

	if (!secret_start())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
