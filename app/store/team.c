/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * team.c - rows about the members of a team, and about the acts of one.
 */
#include "store/team.h"

#include "core/attention.h"

#include <stdlib.h>

enum { TOKEN_HASH_BYTES = 32 };

static int64_t
number_or_0(const struct batch *b, enum query q, int row, const char *column)
{
	return batch_is_null(b, q, row, column)
		   ? 0
		   : batch_get_int(b, q, row, column);
}

static const char *
text_or_null(const struct batch *b, enum query q, int row, const char *column)
{
	return batch_is_null(b, q, row, column) ? NULL
						: batch_get(b, q, row, column);
}

void
team_ask_members(
    struct batch *b, const unsigned char token_hash[32], int64_t whom)
{
	batch_add(b, QUERY_TEAM_MEMBERS);
	people_add(b, token_hash, whom);
}

size_t
team_read_members(const struct batch *b, const struct member_record **out)
{
	const enum query q = QUERY_TEAM_MEMBERS;
	int n = batch_rows(b, q);
	struct member_record *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct member_record){
		    .person_id = batch_get_int(b, q, i, "person_id"),
		    .team_id = number_or_0(b, q, i, "team_id"),
		    .person = batch_get(b, q, i, "person"),
		    .team = text_or_null(b, q, i, "team"),
		    .joined_s = batch_get_int(b, q, i, "joined_s"),
		    .visited_s = number_or_0(b, q, i, "visited_s"),
		};
	*out = list;
	return (size_t)n;
}

void
team_ask_stuck(
    struct batch *b, const unsigned char token_hash[32], int64_t whom)
{
	batch_add(b, QUERY_TEAM_STUCK);
	people_add(b, token_hash, whom);
	batch_int(b, ATTENTION_TRIES);
}

static int
by_person(const void *left, const void *right)
{
	int64_t a = ((const struct stuck_record *)left)->person_id;
	int64_t b = ((const struct stuck_record *)right)->person_id;

	return (a > b) - (a < b);
}

size_t
team_read_stuck(const struct batch *b, const struct stuck_record **out)
{
	const enum query q = QUERY_TEAM_STUCK;
	int n = batch_rows(b, q);
	struct stuck_record *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct stuck_record){
		    .person_id = batch_get_int(b, q, i, "person_id"),
		    .course = batch_get(b, q, i, "course"),
		    .module = batch_get(b, q, i, "module"),
		    .question = batch_get(b, q, i, "question"),
		    .version = batch_get(b, q, i, "version"),
		    .tries = (int)batch_get_int(b, q, i, "tries"),
		    .tried_s = batch_get_int(b, q, i, "tried_s"),
		};
	qsort(list, (size_t)n, sizeof(*list), by_person);
	*out = list;
	return (size_t)n;
}

void
team_ask_acts(struct batch *b, const unsigned char token_hash[32], int64_t whom)
{
	batch_add(b, QUERY_TEAM_ATTEMPTS);
	people_add(b, token_hash, whom);
	batch_add(b, QUERY_TEAM_VERSIONS);
	people_add(b, token_hash, whom);
}

size_t
team_read_attempts(const struct batch *b, const struct attempt_record **out)
{
	const enum query q = QUERY_TEAM_ATTEMPTS;
	int n = batch_rows(b, q);
	struct attempt_record *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct attempt_record){
		    .course = batch_get(b, q, i, "course"),
		    .module = batch_get(b, q, i, "module"),
		    .question = batch_get(b, q, i, "question"),
		    .version = batch_get(b, q, i, "version"),
		    .is_right = batch_get_bool(b, q, i, "is_right"),
		    .answered_s = batch_get_int(b, q, i, "answered_s"),
		};
	*out = list;
	return (size_t)n;
}

size_t
team_read_versions(const struct batch *b, const struct version_record **out)
{
	const enum query q = QUERY_TEAM_VERSIONS;
	int n = batch_rows(b, q);
	struct version_record *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct version_record){
		    .course = batch_get(b, q, i, "course"),
		    .casus = batch_get(b, q, i, "casus"),
		    .number = (int)batch_get_int(b, q, i, "number"),
		    .handed_in_s = batch_get_int(b, q, i, "handed_in_s"),
		    .looked_s = number_or_0(b, q, i, "looked_s"),
		    .reader = text_or_null(b, q, i, "reader"),
		    .verdict = batch_is_null(b, q, i, "verdict")
				   ? REVIEW_DRAFT
				   : review_outcome_by_name(
					 batch_get(b, q, i, "verdict")),
		    .verdict_by = text_or_null(b, q, i, "verdict_by"),
		    .verdict_s = number_or_0(b, q, i, "verdict_s"),
		};
	*out = list;
	return (size_t)n;
}

void
team_ask_coaches(struct batch *b, const unsigned char token_hash[32])
{
	batch_add(b, QUERY_TEAM_COACHES);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

size_t
team_read_coaches(const struct batch *b, const struct coach_record **out)
{
	const enum query q = QUERY_TEAM_COACHES;
	int n = batch_rows(b, q);
	struct coach_record *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct coach_record){
		    batch_get(b, q, i, "person"), batch_get(b, q, i, "team")};
	*out = list;
	return (size_t)n;
}

void
team_ask_look(
    struct batch *b, const struct plan_key *key, int64_t person_id, int number)
{
	batch_add(b, QUERY_TEAM_LOOK);
	batch_bytes(b, key->token_hash, TOKEN_HASH_BYTES);
	batch_text(b, key->course);
	batch_text(b, key->casus);
	batch_int(b, person_id);
	batch_int(b, number);
}
