/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * progress.c - how far people are. Two families of statements with the same
 * columns: of oneself, and of the members of the teams one coaches.
 */
#include "store/progress.h"

#include <string.h>

enum { TOKEN_HASH_BYTES = 32 };

void
progress_ask_visit(struct batch *b, const unsigned char token_hash[32],
    const char *course, const char *place)
{
	batch_add(b, QUERY_PROGRESS_VISIT);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	batch_text(b, course);
	batch_text(b, place);
}

/* Four arrays, side by side: the columns of the questions. */
static void
add_questions(
    struct batch *b, const struct progress_question *questions, size_t count)
{
	const char **column =
	    arena_array(b->arena, 4 * count + 1, sizeof(*column));

	for (size_t i = 0; i < count; i++) {
		column[i] = questions[i].course;
		column[count + i] = questions[i].module;
		column[2 * count + i] = questions[i].question;
		column[3 * count + i] = questions[i].version;
	}
	for (size_t i = 0; i < 4; i++)
		batch_texts(b, column + i * count, count);
}

static void
ask_rows(struct batch *b, const unsigned char token_hash[32],
    enum query modules, enum query plans,
    const struct progress_question *questions, size_t count)
{
	batch_add(b, modules);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	add_questions(b, questions, count);
	batch_add(b, plans);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

void
progress_ask(struct batch *b, const unsigned char token_hash[32],
    const struct progress_question *questions, size_t count)
{
	ask_rows(b, token_hash, QUERY_PROGRESS_MODULES, QUERY_PROGRESS_PLANS,
	    questions, count);
}

void
progress_ask_team(struct batch *b, const unsigned char token_hash[32],
    const struct progress_question *questions, size_t count)
{
	batch_add(b, QUERY_TEAM_MEMBERS);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	ask_rows(b, token_hash, QUERY_TEAM_PROGRESS, QUERY_TEAM_PLANS,
	    questions, count);
}

static int
int_column(const struct batch *b, enum query q, int row, const char *column)
{
	return (int)batch_get_int(b, q, row, column);
}

static int64_t
seconds(const struct batch *b, enum query q, int row, const char *column)
{
	return batch_is_null(b, q, row, column)
		   ? 0
		   : batch_get_int(b, q, row, column);
}

/* The 3 of "casus/x/plan/3"; 0 when the plan's place is not a step. */
static int
step_of_place(const struct batch *b, enum query q, int row)
{
	const char *digit;

	if (batch_is_null(b, q, row, "place"))
		return 0;
	digit = strrchr(batch_get(b, q, row, "place"), '/');
	if (digit == NULL || digit[1] < '1' || digit[1] > '6' ||
	    digit[2] != '\0')
		return 0;
	return digit[1] - '0';
}

static void
read_modules(struct progress_rows *out, const struct batch *b, enum query q)
{
	int n = batch_rows(b, q);
	struct progress_module *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct progress_module){
		    .person_id = batch_get_int(b, q, i, "person_id"),
		    .course = batch_get(b, q, i, "course"),
		    .module = batch_get(b, q, i, "module"),
		    .facts =
			{
			    .is_read = batch_get_bool(b, q, i, "is_read"),
			    .answered_count =
				int_column(b, q, i, "answered_count"),
			    .right_count = int_column(b, q, i, "right_count"),
			    .right_first_count =
				int_column(b, q, i, "right_first_count"),
			},
		};
	out->module_count = (size_t)n;
	out->modules = list;
}

static void
read_plans(struct progress_rows *out, const struct batch *b, enum query q)
{
	int n = batch_rows(b, q);
	struct progress_plan *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct progress_plan){
		    .person_id = batch_get_int(b, q, i, "person_id"),
		    .course = batch_get(b, q, i, "course"),
		    .casus = batch_get(b, q, i, "casus"),
		    .number = int_column(b, q, i, "number"),
		    .is_draft = batch_get_bool(b, q, i, "is_draft"),
		    .step = step_of_place(b, q, i),
		    .saved_s = seconds(b, q, i, "saved_s"),
		    .handed_in_s = seconds(b, q, i, "handed_in_s"),
		    .handed_in_number = int_column(b, q, i, "handed_in_number"),
		};
	out->plan_count = (size_t)n;
	out->plans = list;
}

void
progress_read(struct progress_rows *out, const struct batch *b)
{
	read_modules(out, b, QUERY_PROGRESS_MODULES);
	read_plans(out, b, QUERY_PROGRESS_PLANS);
}

void
progress_read_team(struct progress_rows *out, const struct batch *b)
{
	read_modules(out, b, QUERY_TEAM_PROGRESS);
	read_plans(out, b, QUERY_TEAM_PLANS);
}

void
progress_ask_last_visit(struct batch *b, const unsigned char token_hash[32])
{
	batch_add(b, QUERY_PROGRESS_LAST_VISIT);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

static bool
read_visit(
    struct progress_visit *out, const struct batch *b, enum query q, int row)
{
	if (row >= batch_rows(b, q) || batch_is_null(b, q, row, "course"))
		return false;
	*out = (struct progress_visit){
	    .course = batch_get(b, q, row, "course"),
	    .place = batch_get(b, q, row, "place"),
	    .visited_s = batch_get_int(b, q, row, "visited_s"),
	};
	return true;
}

bool
progress_read_last_visit(struct progress_visit *out, const struct batch *b)
{
	return read_visit(out, b, QUERY_PROGRESS_LAST_VISIT, 0);
}

size_t
progress_read_members(const struct batch *b, const struct progress_member **out)
{
	const enum query q = QUERY_TEAM_MEMBERS;
	int n = batch_rows(b, q);
	struct progress_member *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++) {
		list[i] = (struct progress_member){
		    .team_id = batch_get_int(b, q, i, "team_id"),
		    .person_id = batch_get_int(b, q, i, "person_id"),
		    .team = batch_get(b, q, i, "team"),
		    .person = batch_get(b, q, i, "person"),
		};
		(void)read_visit(&list[i].visit, b, q, i);
	}
	*out = list;
	return (size_t)n;
}

struct module_facts
progress_find_module(const struct progress_rows *rows, int64_t person_id,
    const char *course, const char *module, size_t question_count)
{
	struct module_facts facts = {0};

	for (size_t i = 0; i < rows->module_count; i++)
		if ((person_id == 0 ||
			rows->modules[i].person_id == person_id) &&
		    strcmp(rows->modules[i].module, module) == 0 &&
		    strcmp(rows->modules[i].course, course) == 0)
			facts = rows->modules[i].facts;
	facts.question_count = (int)question_count;
	return facts;
}

const struct progress_plan *
progress_find_plan(const struct progress_rows *rows, int64_t person_id,
    const char *course, const char *casus)
{
	for (size_t i = 0; i < rows->plan_count; i++)
		if ((person_id == 0 || rows->plans[i].person_id == person_id) &&
		    strcmp(rows->plans[i].casus, casus) == 0 &&
		    strcmp(rows->plans[i].course, course) == 0)
			return &rows->plans[i];
	return NULL;
}

struct casus_facts
progress_casus_facts(const struct progress_plan *plan)
{
	return (struct casus_facts){.is_begun = plan != NULL,
	    .is_handed_in = plan != NULL && plan->handed_in_s != 0};
}
