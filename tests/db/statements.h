/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_DB_STATEMENTS_H
#define LMS_TESTS_DB_STATEMENTS_H
/*
 * How to call every statement of app/store with any session: parameters come
 * from STATEMENT_CASES, or else from their type. Include after db/db.h.
 */
enum {
	BOOL_OID = 16,
	BYTEA_OID = 17,
	INT8_OID = 20,
	INT4_OID = 23,
	TEXT_OID = 25,
	BYTEAS_OID = 1001,
	INTS_OID = 1007,
	INT8S_OID = 1016,
	TEXTS_OID = 1009,
	JSONB_OID = 3802
};

#define OTHERWISE "?" /* as the type says */
#define OF_ALI "@"    /* the id of Ali */
#define OF_COACH "#"  /* that of his coach */

static const struct statement_case {
	enum query query;
	const char *values[BATCH_VALUES_MAX]; /* of $2, $3, … */
} STATEMENT_CASES[] = {
    {QUERY_SESSION_REQUIRE, {"1"}},
    {QUERY_QUIZ_MODULES, {"{15}", "{c}", "{k}"}},
    {QUERY_QUIZ_SAVE_ANSWERS,
	{"{15}", "{c}", "{k}", "{v9}", "{a}", "{1}", "{1}", "{t}"}},
    {QUERY_PROGRESS_MODULES, {NULL, "{c}", "{k}", "{x}", "{x}"}},
    {QUERY_PROGRESS_MODULES, {"0", "{c}", "{k}", "{x}", "{x}"}},
    {QUERY_PROGRESS_PLANS, {NULL}},
    {QUERY_PROGRESS_PLANS, {"0"}},
    {QUERY_SEARCH_FIND, {"x", "een vraag", "{wet}", "5"}},
    {QUERY_TEAM_MEMBERS, {NULL}},
    {QUERY_TEAM_MEMBERS, {"0"}},
    {QUERY_TEAM_STUCK, {"0", "3"}},
    {QUERY_TEAM_ATTEMPTS, {OF_ALI}},
    {QUERY_TEAM_VERSIONS, {NULL}},
    {QUERY_TEAM_LOOK, {"c", "k", OF_ALI, "0"}},
    {QUERY_OUTCOME_PLANS, {"0", NULL, NULL, "9"}},
    {QUERY_OUTCOME_PLANS, {"0", "c", "k", "9"}},
    {QUERY_OUTCOME_PLANS, {"-1", NULL, NULL, "9"}},
    {QUERY_PLAN_VERSION, {"c", "k", NULL, "0"}},
    {QUERY_PLAN_VERSION, {"c", "k", OF_ALI, "0"}},
    {QUERY_PLAN_LINES, {"c", "k", NULL, "0"}},
    {QUERY_PLAN_LINES, {"c", "k", OF_ALI, "1"}},
    {QUERY_PLAN_ARTICLES, {"c", "k", NULL, "0"}},
    {QUERY_PLAN_ARTICLES, {"c", "k", OF_ALI, "1"}},
    {QUERY_PLAN_ACTIONS, {"c", "k", NULL, "0"}},
    {QUERY_PLAN_ACTIONS, {"c", "k", OF_ALI, "1"}},
    {QUERY_LAW_PLAN, {"c", "k", NULL, "0"}},
    {QUERY_LAW_PLAN, {"c", "k", OF_ALI, "1"}},
    {QUERY_LAW_SAVE,
	{"w1", "0", "0", "verordening", "r", "1", "k", "w", "h", "",
	    "2026-07-01", "werk", "{z}"}},
    {QUERY_LAW_TURN, {"w2", "1", "1", "t"}},
    {QUERY_PLAN_REMOVED, {"c", "k", "regel", "l1"}},
    {QUERY_PLAN_START, {"c", "nieuw", "1", "0"}},
    {QUERY_PLAN_SAVE, {"c", "k", "9", "{situatie}", "{tekst}", "{NULL}"}},
    {QUERY_PLAN_SAVE, {"c", "k", "0", "{knelt}", "{anders}", "{leeg}"}},
    {QUERY_PLAN_FIGURES, {"c", "k", "{kans_dreigend}", "{0.5}", "{leeg}", "0"}},
    {QUERY_PLAN_LINES_COPY, {"c", "k", "c1"}},
    {QUERY_PLAN_CHANGE_PUT,
	{"c", "k", "v1", "dreigend", "{l1}", "{meer}", "{uur}", "{2}", "{week}",
	    "{4}", "{week}", "{1}", "{NULL}"}},
    {QUERY_PLAN_COPY_UNDO, {"c", "k", "c1"}},
    {QUERY_PLAN_IMPORT,
	{"c", "k", "i1", OTHERWISE, "{situatie}", "{tekst}", "[]", "[]", "[]",
	    NULL, NULL, "1", "0"}},
    {QUERY_PLAN_IMPORT_UNDO, {"c", "k", "i1"}},
    {QUERY_PAST_LIST, {"c", "k", "knelt"}},
    {QUERY_PAST_PUT_BACK, {"c", "k", "knelt", OTHERWISE, "leeg"}},
    {QUERY_PLAN_HAND_IN, {"c", "k", OTHERWISE}},
    {QUERY_PLAN_FEEDBACK, {"c", "k", NULL, "1"}},
    {QUERY_FEEDBACK_KEEP, {"c", "k", "1", "{wens}"}},
    {QUERY_FEEDBACK_OPEN, {"c", "k", "1", "wens", "1"}},
    {QUERY_FEEDBACK_ANSWER, {"c", "k", "1", "wens", "leeg", "x", "f"}},
    {QUERY_PEER_OWN, {"c", "k", "0"}},
    {QUERY_PEER_OWN, {"c", "k", "1"}},
    {QUERY_PEER_NEWS, {NULL, NULL}},
    {QUERY_PEER_NEWS, {"c", "k"}},
    {QUERY_PEER_SAVE,
	{"c", "k", "0", "{betrokkenheid-sterk}", "{x}", "{leeg}", "f"}},
    {QUERY_PLAN_REVIEWS, {"c", "k", NULL, "1"}},
    {QUERY_PLAN_REVIEWS, {"c", "k", OF_ALI, "1"}},
    {QUERY_REVIEW_OPEN, {"c", "k", "1"}},
    {QUERY_REVIEW_SEE, {"c", "k", OF_ALI, "1"}},
    {QUERY_REVIEW_ANSWERED, {NULL}},
    {QUERY_REVIEW_ANSWERED, {"0"}},
    {QUERY_REVIEW_PUT, {"c", "k", OF_ALI, "1", "tekst:knelt", "leeg", "x"}},
    {QUERY_REVIEW_SEND,
	{"c", "k", OF_ALI, "1", "2", "leeg", "leeg", "", "klaar"}},
    {QUERY_REVIEW_TAKE_BACK, {"c", "k", OF_ALI, "1", "1"}},
    {QUERY_REVIEW_ANSWER,
	{"c", "k", "1", OF_COACH, "1", "tekst:knelt", "leeg", "x", "f"}},
    {QUERY_PLAN_LINE_PUT,
	{"c", "k", "leeg", "l2", "dreigend", "HH", "CODE", "Wat", "wonen", "Wmo 2015",
	    "dienst", "lopend", "gemeente", "100", "uur", "2026", "bron",
	    "direct", "1", "week", "4", "week", "1", NULL, NULL, "t", "", "0",
	    "0", "0", "0", NULL}},
    {QUERY_PLAN_LINE_PUT,
	{"c", "k", "leeg", "l3", "huidig", "HH", "CODE", "Wat", "wonen", "Wmo 2015",
	    "dienst", "lopend", "gemeente", "100", "uur", "2026", "bron",
	    "direct", "1", "week", "4", "week", "1", NULL, NULL, "t", "index",
	    "100", "2026", "110", "2027", ", omgerekend"}},
    {QUERY_PLAN_ARTICLE_PUT, {"c", "k", "9", "jw-2.3"}},
    {QUERY_PLAN_ARGUMENT_SAVE,
	{"c", "k", "9", "wmo-2.3.5", "{ruimte}", "{omdat}", "{leeg}"}},
    {QUERY_PLAN_ACTION_PUT, {"c", "k", "leeg", "a2", "bellen", "Noor", "nu"}},
    {QUERY_PLAN_PART_REMOVE, {"c", "k", "regel", "l1", "leeg"}},
    {QUERY_PLAN_PART_REMOVE, {"c", "k", "artikel", "wmo-2.3.5", "leeg"}},
    {QUERY_PLAN_PART_REMOVE, {"c", "k", "actie", "a1", "leeg"}},
    {QUERY_PLAN_PART_RESTORE, {"c", "k", "regel", "l1", "leeg"}},
    {QUERY_PLAN_PART_RESTORE, {"c", "k", "actie", "a1", "leeg"}},
};

static inline void
statement_exec(struct world *w, const char *sql)
{
	PGresult *r = PQexec(w->app, sql);

	arena_defer(w->arena, db_clear_result, r);
	if (PQresultStatus(r) == PGRES_FATAL_ERROR)
		fail_msg("%s", PQresultErrorMessage(r));
}

static inline const PGresult *
statement_prepare(struct world *w, enum query q)
{
	const struct statement *s = &STATEMENTS[q];
	const char *const v[] = {s->name};
	PGresult *r = PQexecParams(w->app,
	    "SELECT FROM pg_prepared_statements WHERE name = $1", 1, NULL, v,
	    NULL, NULL, 0);
	bool is_known = PQntuples(r) == 1;

	PQclear(r);
	r = is_known ? PQdescribePrepared(w->app, s->name)
		     : PQprepare(w->app, s->name, s->sql, 0, NULL);
	arena_defer(w->arena, db_clear_result, r);
	if (PQresultStatus(r) != PGRES_COMMAND_OK)
		fail_msg("%s: %s", s->name, PQresultErrorMessage(r));
	r = PQdescribePrepared(w->app, s->name);
	arena_defer(w->arena, db_clear_result, r);
	return r;
}

static inline const char *
statement_token(struct world *w, const struct person *p)
{
	char *out = arena_alloc(w->arena, 2 * sizeof(p->token_hash) + 3);

	memcpy(out, "\\x", 2);
	for (size_t i = 0; i < sizeof(p->token_hash); i++)
		snprintf(out + 2 + 2 * i, 3, "%02x", p->token_hash[i]);
	return out;
}

/* Of one token; the backslash once more, for the list. */
static inline const char *
token_list(const char *token)
{
	static char out[80];

	snprintf(out, sizeof(out), "{\"\\%s\"}", token);
	return out;
}

static inline const char *
statement_value(Oid type, int i, const char *token)
{
	switch (type) {
	case BYTEA_OID:
		return token;
	case BOOL_OID:
		return "t";
	case INT4_OID:
		return "1";
	case INT8_OID: /* ids, and the draft's revision */
		return "4";
	case BYTEAS_OID: /* a twin's list of sessions, or of nothing */
		return i == 0 ? token_list(token) : "{}";
	case INTS_OID:
	case INT8S_OID:
		return "{0}";
	case JSONB_OID:
		return "[]";
	case TEXTS_OID:
		return "{x}";
	default:
		assert_int_equal(type, TEXT_OID);
		return i == 1 ? "c" : i == 2 ? "k" : "x";
	}
}

/* Runs one statement with this token, as the application's role. */
static inline PGresult *
statement_run(struct world *w, enum query q, const struct statement_case *with,
    const char *token)
{
	const struct statement *s = &STATEMENTS[q];
	const PGresult *about = statement_prepare(w, q);
	const char *values[BATCH_VALUES_MAX] = {0};
	int n = PQnparams(about);
	PGresult *r;

	for (int i = 0; i < n; i++) {
		const char *given =
		    i == 0 || with == NULL ? OTHERWISE : with->values[i - 1];
		bool is_typed = given != NULL && strcmp(given, OTHERWISE) == 0;

		if (given != NULL && strcmp(given, OF_ALI) == 0)
			given = db_text(w, w->ali.id);
		if (given != NULL && strcmp(given, OF_COACH) == 0)
			given = db_text(w, w->coach.id);
		values[i] =
		    is_typed ? statement_value(PQparamtype(about, i), i, token)
			     : given;
	}
	r = PQexecPrepared(w->app, s->name, n, values, NULL, NULL, 0);
	arena_defer(w->arena, db_clear_result, r);
	return r;
}

/* Calls f for every statement and every case of it. */
static inline void
statement_each(struct world *w,
    void (*f)(struct world *, enum query, const struct statement_case *))
{
	const size_t n = sizeof(STATEMENT_CASES) / sizeof(STATEMENT_CASES[0]);

	for (int q = 0; q < QUERY_COUNT; q++) {
		bool is_done = false;

		for (size_t c = 0; c < n; c++)
			if ((int)STATEMENT_CASES[c].query == q) {
				f(w, (enum query)q, &STATEMENT_CASES[c]);
				is_done = true;
			}
		if (!is_done)
			f(w, (enum query)q, NULL);
	}
}
#endif
