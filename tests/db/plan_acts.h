/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_DB_PLAN_ACTS_H
#define LMS_TESTS_DB_PLAN_ACTS_H
/* The acts on a plan, one round trip each. Include after db/db.h. */
#include "store/plan.h"
#include "store/plan_part.h"

static inline struct plan_key
key_of(const struct person *p)
{
	return (struct plan_key){
	    .token_hash = p->token_hash, .course = "c", .casus = "k"};
}

static inline enum status
start(struct world *w, const struct person *p)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	plan_ask_start(b, &key, 3, "2.8");
	return db_run(w, b);
}

static inline bool
read_plan(struct world *w, const struct person *p, int number,
    struct plan_record *record)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	plan_ask(b, &key, number);
	db_run_ok(w, b);
	return plan_read(record, b);
}

static inline struct plan_record
newest(struct world *w, const struct person *p)
{
	struct plan_record record;

	assert_true(read_plan(w, p, PLAN_NEWEST, &record));
	return record;
}

/* One text of a form that knows these stamps; NULL: that knows `seen`. */
static inline enum status
save_text(struct world *w, const struct person *p, int64_t seen,
    const char *basis, const char *field, const char *text,
    struct plan_saved *saved)
{
	struct plan_key key = key_of(p);
	struct plan_texts texts = {1, &field, &text, &basis, seen};
	struct plan_saved gave;
	struct batch *b = db_as(w, p);
	enum status status;

	plan_ask_save(b, &key, &texts);
	status = db_run(w, b);
	if (status != ST_OK)
		return status;
	gave = plan_read_saved(b, QUERY_PLAN_SAVE);
	if (saved != NULL)
		*saved = gave;
	return gave.is_saved ? ST_OK : ST_CONFLICT;
}

static inline enum status
save(struct world *w, const struct person *p, int64_t seen, const char *field,
    const char *text, struct plan_saved *saved)
{
	return save_text(w, p, seen, NULL, field, text, saved);
}

static inline enum status
hand_in(struct world *w, const struct person *p, int64_t seen)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	plan_ask_hand_in(b, &key, seen, "algemeen-1");
	return db_run(w, b);
}

static inline int
revise(struct world *w, const struct person *p)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	plan_ask_revise(b, &key);
	db_run_ok(w, b);
	return plan_read_number(b, QUERY_PLAN_REVISE);
}

static const struct plan_payer PAYER[] = {{"gemeente", NULL}};

static inline struct plan_line
line_of(const char *id, enum scenario scenario)
{
	return (struct plan_line){.id = id,
	    .scenario = scenario,
	    .persoon = "P1",
	    .code = "WMO-BEG",
	    .omschrijving = "Begeleiding, 1½ uur",
	    .domein = "ondersteuning",
	    .wet = "Wmo 2015",
	    .aard = "dienst",
	    .rol = "lopend",
	    .tarief_eurocent = 6600,
	    .eenheid = "uur",
	    .zekerheid = "bron",
	    .kasstroom = "direct",
	    .prijspeil_jaar = 2026,
	    .hoeveelheid = "1.5",
	    .per = "week",
	    .duur_aantal = "52",
	    .duur_eenheid = "week",
	    .start_maand = 2,
	    .kans = "1/3",
	    .stopreden =
		scenario == SCENARIO_HUIDIG ? "De schuld is betaald." : NULL,
	    .payer_count = 1,
	    .payers = PAYER};
}

static inline struct plan_saved
change_line(struct world *w, const struct person *p, const char *basis,
    const struct plan_line *line)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	plan_ask_put_line(b, &key, basis, line);
	db_run_ok(w, b);
	return plan_read_saved(b, QUERY_PLAN_LINE_PUT);
}

/* A new line. */
static inline struct plan_saved
put_line(
    struct world *w, const struct person *p, const char *id, enum scenario s)
{
	struct plan_line line = line_of(id, s);

	return change_line(w, p, PLAN_NO_STAMP, &line);
}

static inline struct plan_saved
put_article(struct world *w, const struct person *p, const char *code)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	plan_ask_put_article(b, &key, newest(w, p).revision, code);
	db_run_ok(w, b);
	return plan_read_saved(b, QUERY_PLAN_ARTICLE_PUT);
}

static inline enum status
try_argument(struct world *w, const struct person *p, int64_t seen,
    const char *code, const char *ruimte, struct plan_saved *saved)
{
	const struct plan_argument argument = {
	    .code = code, .text[ARGUMENT_RUIMTE] = ruimte};
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);
	enum status status;

	*saved = (struct plan_saved){0};
	plan_ask_save_argument(b, &key, seen, &argument);
	status = db_run(w, b);
	if (status == ST_OK)
		*saved = plan_read_saved(b, QUERY_PLAN_ARGUMENT_SAVE);
	return status;
}

static inline struct plan_saved
change_action(struct world *w, const struct person *p, const char *basis,
    const char *id, const char *wat)
{
	struct plan_key key = key_of(p);
	struct plan_action action = {id, wat, "Noor", "morgen"};
	struct batch *b = db_as(w, p);

	plan_ask_put_action(b, &key, basis, &action);
	db_run_ok(w, b);
	return plan_read_saved(b, QUERY_PLAN_ACTION_PUT);
}

/* A new action. */
static inline struct plan_saved
put_action(struct world *w, const struct person *p, const char *id)
{
	return change_action(w, p, PLAN_NO_STAMP, id, "bellen");
}

/* The stamp that a page now shows of a line or an action that is there. */
static inline const char *
stamp_of(
    struct world *w, const struct person *p, const char *kind, const char *id)
{
	struct plan_record r = newest(w, p);

	for (size_t i = 0; i < r.plan.line_count; i++)
		if (strcmp(kind, "regel") == 0 &&
		    strcmp(r.plan.lines[i].id, id) == 0)
			return r.line_stamp[i];
	for (size_t i = 0; i < r.plan.action_count; i++)
		if (strcmp(kind, "actie") == 0 &&
		    strcmp(r.plan.actions[i].id, id) == 0)
			return r.action_stamp[i];
	return PLAN_NO_STAMP;
}

static inline struct plan_saved
take_out_as(struct world *w, const struct person *p, const char *kind,
    const char *id, const char *basis)
{
	struct plan_key key = key_of(p);
	struct plan_part part = {kind, id, basis};
	struct batch *b = db_as(w, p);

	plan_ask_remove(b, &key, &part);
	db_run_ok(w, b);
	return plan_read_saved(b, QUERY_PLAN_PART_REMOVE);
}

static inline struct plan_saved
take_out(
    struct world *w, const struct person *p, const char *kind, const char *id)
{
	return take_out_as(w, p, kind, id, stamp_of(w, p, kind, id));
}

/* The stamp in the form that offers to put it back. */
static inline const char *
removed_stamp(
    struct world *w, const struct person *p, const char *kind, const char *id)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);

	plan_ask_removed(b, &key, kind, id);
	db_run_ok(w, b);
	return plan_read_removed_stamp(b);
}

static inline struct plan_saved
put_back_as(struct world *w, const struct person *p, const char *kind,
    const char *id, const char *basis)
{
	struct plan_key key = key_of(p);
	struct plan_part part = {kind, id, basis};
	struct batch *b = db_as(w, p);

	plan_ask_restore(b, &key, &part);
	db_run_ok(w, b);
	return plan_read_saved(b, QUERY_PLAN_PART_RESTORE);
}

static inline struct plan_saved
put_back(
    struct world *w, const struct person *p, const char *kind, const char *id)
{
	return put_back_as(w, p, kind, id, removed_stamp(w, p, kind, id));
}

/* ST_CONFLICT when it changed since the form with this stamp. */
static inline enum status
set_figure_as(struct world *w, const struct person *p, enum plan_figure figure,
    const char *basis, const char *value)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);
	const struct plan_figures figures = {.count = 1,
	    .name = {plan_figure_name(figure)},
	    .value = {value},
	    .basis = {basis}};
	enum status status;

	plan_ask_figures(b, &key, &figures, "2.25");
	status = db_run(w, b);
	if (status == ST_OK && !plan_read_saved(b, QUERY_PLAN_FIGURES).is_saved)
		return ST_CONFLICT;
	return status;
}

static inline enum status
set_figure(struct world *w, const struct person *p, enum plan_figure figure,
    const char *value)
{
	return set_figure_as(
	    w, p, figure, newest(w, p).figure_stamp[figure], value);
}

static inline enum status
set_chance(struct world *w, const struct person *p, const char *chance)
{
	return set_figure(w, p, FIGURE_KANS, chance);
}

/* ST_TOO_LARGE when it does not fit. */
static inline enum status
copy_lines(struct world *w, const struct person *p, const char *act)
{
	struct plan_key key = key_of(p);
	struct batch *b = db_as(w, p);
	enum status status;

	plan_ask_copy_lines(b, &key, act);
	status = db_run(w, b);
	if (status == ST_OK &&
	    plan_read_saved(b, QUERY_PLAN_LINES_COPY).is_full)
		return ST_TOO_LARGE;
	return status;
}

/* A plan with one of everything; gives its revision. */
static inline int64_t
full_plan(struct world *w, const struct person *p)
{
	struct plan_saved saved;

	assert_int_equal(start(w, p), ST_OK);
	assert_int_equal(save(w, p, 0, "wens", "rust", NULL), ST_OK);
	put_line(w, p, "l1", SCENARIO_HUIDIG);
	put_line(w, p, "l2", SCENARIO_DOORBRAAK);
	put_article(w, p, "jw-2.3");
	assert_int_equal(
	    try_argument(w, p, 99, "jw-2.3", "omdat", &saved), ST_OK);
	put_action(w, p, "a1");
	assert_int_equal(set_chance(w, p, "0.35"), ST_OK);
	return newest(w, p).revision;
}

#endif
