/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * progress.c - how far people are. One statement serves oneself and a coach:
 * people() in the database says whose rows there are. They are put in order
 * of person here, so that a team of a thousand is not searched a thousand
 * times.
 */
#include "store/progress.h"

#include <stdlib.h>
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

void
people_add(struct batch *b, const unsigned char token_hash[32], int64_t whom)
{
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
	if (whom == PEOPLE_SELF)
		batch_text(b, NULL);
	else
		batch_int(b, whom);
}

void
progress_ask(struct batch *b, const unsigned char token_hash[32], int64_t whom,
    const struct progress_question *questions, size_t count)
{
	batch_add(b, QUERY_PROGRESS_MODULES);
	people_add(b, token_hash, whom);
	add_questions(b, questions, count);
	batch_add(b, QUERY_PROGRESS_PLANS);
	people_add(b, token_hash, whom);
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

/* Rows of both kinds begin with the person: see the structs. */
static int
by_person(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;

	return (a > b) - (a < b);
}

static void
read_modules(struct progress_rows *out, const struct batch *b)
{
	const enum query q = QUERY_PROGRESS_MODULES;
	int n = batch_rows(b, q);
	struct progress_module *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct progress_module){
		    .person_id = batch_get_int(b, q, i, "person_id"),
		    .course = batch_get(b, q, i, "course"),
		    .module = batch_get(b, q, i, "module"),
		    .read_s = seconds(b, q, i, "read_s"),
		    .facts =
			{
			    .is_read = !batch_is_null(b, q, i, "read_s"),
			    .answered_count =
				int_column(b, q, i, "answered_count"),
			    .right_count = int_column(b, q, i, "right_count"),
			    .right_first_count =
				int_column(b, q, i, "right_first_count"),
			},
		};
	qsort(list, (size_t)n, sizeof(*list), by_person);
	out->module_count = (size_t)n;
	out->modules = list;
}

static void
read_plans(struct progress_rows *out, const struct batch *b)
{
	const enum query q = QUERY_PROGRESS_PLANS;
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
		    .is_looked_at = batch_get_bool(b, q, i, "is_looked_at"),
		};
	qsort(list, (size_t)n, sizeof(*list), by_person);
	out->plan_count = (size_t)n;
	out->plans = list;
}

void
progress_read(struct progress_rows *out, const struct batch *b)
{
	read_modules(out, b);
	read_plans(out, b);
}

/* The first of `count` rows of `size` bytes that is not before this person. */
static size_t
first_of(const void *rows, size_t count, size_t size, int64_t person_id)
{
	const char *at = rows;
	size_t low = 0;

	while (low < count) {
		size_t middle = low + (count - low) / 2;

		if (by_person(at + middle * size, &person_id) < 0)
			low = middle + 1;
		else
			count = middle;
	}
	return low;
}

struct progress_rows
progress_of_person(const struct progress_rows *all, int64_t person_id)
{
	size_t m = first_of(all->modules, all->module_count,
	    sizeof(*all->modules), person_id);
	size_t p = first_of(
	    all->plans, all->plan_count, sizeof(*all->plans), person_id);
	struct progress_rows rows = {
	    .modules = all->modules + m, .plans = all->plans + p};

	while (m + rows.module_count < all->module_count &&
	       rows.modules[rows.module_count].person_id == person_id)
		rows.module_count++;
	while (p + rows.plan_count < all->plan_count &&
	       rows.plans[rows.plan_count].person_id == person_id)
		rows.plan_count++;
	return rows;
}

void
progress_ask_last_visit(struct batch *b, const unsigned char token_hash[32])
{
	batch_add(b, QUERY_PROGRESS_LAST_VISIT);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

bool
progress_read_last_visit(struct progress_visit *out, const struct batch *b)
{
	const enum query q = QUERY_PROGRESS_LAST_VISIT;

	if (batch_rows(b, q) == 0)
		return false;
	*out = (struct progress_visit){
	    .course = batch_get(b, q, 0, "course"),
	    .place = batch_get(b, q, 0, "place"),
	    .visited_s = batch_get_int(b, q, 0, "visited_s"),
	};
	return true;
}

const struct progress_module *
progress_find_module(
    const struct progress_rows *rows, const char *course, const char *module)
{
	for (size_t i = 0; i < rows->module_count; i++)
		if (strcmp(rows->modules[i].module, module) == 0 &&
		    strcmp(rows->modules[i].course, course) == 0)
			return &rows->modules[i];
	return NULL;
}

struct module_facts
progress_module_facts(const struct progress_module *row, size_t question_count)
{
	struct module_facts facts = {0};

	if (row != NULL)
		facts = row->facts;
	facts.question_count = (int)question_count;
	return facts;
}

const struct progress_plan *
progress_find_plan(
    const struct progress_rows *rows, const char *course, const char *casus)
{
	for (size_t i = 0; i < rows->plan_count; i++)
		if (strcmp(rows->plans[i].casus, casus) == 0 &&
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
