/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * outcome.c - rows of plans that were handed in, with their lines as one text
 * each. That text is taken apart plan by plan, in an arena that need not
 * outlive the plan's sum.
 */
#include "store/outcome.h"

#include <stdlib.h>
#include <string.h>

enum { TOKEN_HASH_BYTES = 32 };

/* The columns of a line, in the order of outcome.sql. */
enum column {
	LINE_ID,
	LINE_SCENARIO,
	LINE_PERSOON,
	LINE_CODE,
	LINE_DOMEIN,
	LINE_WET,
	LINE_AARD,
	LINE_ROL,
	LINE_BETALER,
	LINE_TARIEF,
	LINE_EENHEID,
	LINE_PRIJSPEIL,
	LINE_ZEKERHEID,
	LINE_KASSTROOM,
	LINE_HOEVEELHEID,
	LINE_PER,
	LINE_DUUR_AANTAL,
	LINE_DUUR_EENHEID,
	LINE_START,
	LINE_KANS,
	LINE_STOPREDEN,
	LINE_VERLENGD,
	LINE_VERBLIJF24,
	LINE_ERNSTIG,
	LINE_GEBEURTENIS,
	LINE_COLUMNS
};

static const char RECORD = '\x1e', UNIT = '\x1f';

void
outcome_ask_teams(struct batch *b, const unsigned char token_hash[32])
{
	batch_add(b, QUERY_OUTCOME_TEAMS);
	batch_bytes(b, token_hash, TOKEN_HASH_BYTES);
}

size_t
outcome_read_teams(const struct batch *b, const struct outcome_team **out)
{
	const enum query q = QUERY_OUTCOME_TEAMS;
	int n = batch_rows(b, q);
	struct outcome_team *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct outcome_team){batch_get_int(b, q, i, "id"),
		    batch_get(b, q, i, "name")};
	*out = list;
	return (size_t)n;
}

void
outcome_ask_plans(struct batch *b, const struct outcome_ask *ask)
{
	batch_add(b, QUERY_OUTCOME_PLANS);
	batch_bytes(b, ask->token_hash, TOKEN_HASH_BYTES);
	batch_int(b, ask->whose);
	batch_text(b, ask->course);
	batch_text(b, ask->casus);
	batch_int(b, ask->limit);
}

static const char *
text_or(const struct batch *b, int row, const char *column, const char *other)
{
	const enum query q = QUERY_OUTCOME_PLANS;

	return batch_is_null(b, q, row, column) ? other
						: batch_get(b, q, row, column);
}

static void
read_plan(struct outcome_record *out, const struct batch *b, int i)
{
	const enum query q = QUERY_OUTCOME_PLANS;

	*out = (struct outcome_record){
	    .person_id = batch_get_int(b, q, i, "person_id"),
	    .person = batch_get(b, q, i, "person"),
	    .course = batch_get(b, q, i, "course"),
	    .casus = batch_get(b, q, i, "casus"),
	    .number = (int)batch_get_int(b, q, i, "number"),
	    .horizon_jaren = (int)batch_get_int(b, q, i, "horizon_jaren"),
	    .argued_count = (int)batch_get_int(b, q, i, "argued_count"),
	    .team_count = (int)batch_get_int(b, q, i, "team_count"),
	    .kans_dreigend = text_or(b, i, "kans_dreigend", NULL),
	    .slaagkans = text_or(b, i, "slaagkans", NULL),
	    .disconto_pct = batch_get(b, q, i, "disconto_pct"),
	    .handed_in_s = batch_get_int(b, q, i, "handed_in_s"),
	    .texts = text_or(b, i, "texts", ""),
	    .articles = text_or(b, i, "articles", ""),
	    .lines = text_or(b, i, "lines", ""),
	    .team = text_or(b, i, "team", NULL),
	};
}

size_t
outcome_read_plans(const struct batch *b, const struct outcome_record **out)
{
	int n = batch_rows(b, QUERY_OUTCOME_PLANS);
	struct outcome_record *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		read_plan(&list[i], b, i);
	*out = list;
	return (size_t)n;
}

/* --- lines ---------------------------------------------------------------- */

/* Cuts one column off; what is not there is "". */
static char *
cut(char **rest)
{
	char *begin = *rest, *end = strchr(begin, UNIT);

	if (end == NULL) {
		*rest = begin + strlen(begin);
		return begin;
	}
	*end = '\0';
	*rest = end + 1;
	return begin;
}

static const char *
or_null(const char *text)
{
	return *text == '\0' ? NULL : text;
}

/* "true", "false" or nothing. */
static enum plan_sign
sign_of(const char *text)
{
	if (*text == '\0')
		return SIGN_NONE;
	return *text == 't' ? SIGN_YES : SIGN_NO;
}

static void
read_line(struct plan_line *out, struct arena *a, char *text)
{
	struct plan_payer *payer = arena_alloc(a, sizeof(*payer));
	const char *c[LINE_COLUMNS];

	for (int i = 0; i < LINE_COLUMNS; i++)
		c[i] = cut(&text);
	payer->betaler = c[LINE_BETALER];
	*out = (struct plan_line){
	    .id = c[LINE_ID],
	    .scenario = scenario_by_name(c[LINE_SCENARIO]),
	    .persoon = c[LINE_PERSOON],
	    .code = c[LINE_CODE],
	    .omschrijving = "",
	    .domein = c[LINE_DOMEIN],
	    .wet = c[LINE_WET],
	    .aard = c[LINE_AARD],
	    .rol = c[LINE_ROL],
	    .tarief_eurocent = strtoll(c[LINE_TARIEF], NULL, 10),
	    .eenheid = c[LINE_EENHEID],
	    .zekerheid = c[LINE_ZEKERHEID],
	    .kasstroom = c[LINE_KASSTROOM],
	    .prijspeil_jaar = (int)strtol(c[LINE_PRIJSPEIL], NULL, 10),
	    .hoeveelheid = c[LINE_HOEVEELHEID],
	    .per = c[LINE_PER],
	    .duur_aantal = or_null(c[LINE_DUUR_AANTAL]),
	    .duur_eenheid = or_null(c[LINE_DUUR_EENHEID]),
	    .start_maand = (int)strtol(c[LINE_START], NULL, 10),
	    .kans = or_null(c[LINE_KANS]),
	    .payer_count = 1,
	    .payers = payer,
	    .stopreden = or_null(c[LINE_STOPREDEN]),
	    .verlengde_jeugdhulp = sign_of(c[LINE_VERLENGD]),
	    .verblijf24 = sign_of(c[LINE_VERBLIJF24]),
	    .ernstig = sign_of(c[LINE_ERNSTIG]),
	    .gebeurtenis = or_null(c[LINE_GEBEURTENIS]),
	};
}

static size_t
count_lines(const char *text)
{
	size_t n = *text != '\0';

	for (const char *p = text; (p = strchr(p, RECORD)) != NULL; p++)
		n++;
	return n;
}

void
outcome_read_lines(
    struct plan *out, struct arena *a, const struct outcome_record *record)
{
	size_t count = count_lines(record->lines);
	struct plan_line *read = arena_array(a, count, sizeof(*read));
	struct plan_line *lines = arena_array(a, count, sizeof(*lines));
	char *text = arena_strdup(a, record->lines);

	*out = (struct plan){.kans_dreigend = record->kans_dreigend,
	    .slaagkans = record->slaagkans,
	    .horizon_jaren = record->horizon_jaren,
	    .disconto_pct = record->disconto_pct,
	    .lines = lines};
	for (int f = 0; f < FIELD_COUNT; f++)
		out->text[f] = "";
	for (size_t i = 0; i < count; i++) {
		char *end = strchr(text, RECORD);

		if (end != NULL)
			*end = '\0';
		read_line(&read[i], a, text);
		text = end == NULL ? text : end + 1;
	}
	for (int s = 0; s < SCENARIO_COUNT; s++)
		for (size_t i = 0; i < count; i++)
			if ((int)read[i].scenario == s)
				lines[out->line_count++] = read[i];
}
