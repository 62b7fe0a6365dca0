/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * own_act.c - adds an article, changes one, withdraws one. The form carries
 * the id of the act, so that sending it twice is one act, and the version that
 * it was made of: what a colleague changed since is not overwritten unseen.
 */
#include "web/law/own.h"

#include "base/text.h"
#include "core/plan_input.h"

#include <string.h>
#include <time.h>

static const char CHANGED[] =
    "Een collega veranderde dit artikel intussen, of jij in een ander venster. "
    "Er is niets bewaard. Onderaan staat wat er nu is.";
static const char FULL[] =
    "Er passen niet meer dan 200 artikelen. Pas een artikel aan dat er al is.";

/* False: it is no form of ours; answered when it is known who asks. */
static bool
read_act(struct law_act *act, const struct exchange *ex)
{
	int64_t base;

	act->token_hash = ex->token_hash;
	act->number = own_law_number(ex);
	act->id = form_text(&ex->fields, "id");
	if (act->number < 0 || !input_is_id(act->id) ||
	    !form_int(&ex->fields, "basis", 0, INT32_MAX, &base))
		return false;
	act->base = (int)base;
	return true;
}

static const char *
today(const struct exchange *ex)
{
	char day[sizeof("yyyy-mm-dd")];
	time_t now = (time_t)ex->now_s;
	struct tm tm;

	if (gmtime_r(&now, &tm) == NULL ||
	    strftime(day, sizeof(day), "%Y-%m-%d", &tm) == 0)
		return "";
	return arena_strdup(ex->arena, day);
}

/* True: what was typed can be stored. */
static bool
read_input(struct law_input *in, const struct exchange *ex)
{
	*in = (struct law_input){0};
	for (int f = 0; f < LAW_FIELD_COUNT; f++)
		in->text[f] = text_trim(ex->arena,
		    form_text(&ex->fields, law_field_name((enum law_field)f)));
	return law_input_check(in, ex->arena, today(ex));
}

static struct local_law
law_of_input(const struct law_input *in)
{
	return (struct local_law){.soort = in->text[LAW_SOORT],
	    .regeling = in->text[LAW_REGELING],
	    .artikel = in->text[LAW_ARTIKEL],
	    .kernzin = in->text[LAW_KERNZIN],
	    .wanneer = in->text[LAW_WANNEER],
	    .helpt_niet = in->text[LAW_HELPT_NIET],
	    .link = in->text[LAW_LINK],
	    .stand = in->stand,
	    .domein = in->text[LAW_DOMEIN]};
}

void
ask_own_law_save(struct exchange *ex)
{
	struct law_input in;
	struct law_act act;
	struct local_law law;

	if (!read_act(&act, ex))
		return;
	if (read_input(&in, ex)) {
		law = law_of_input(&in);
		law_ask_save(ex->batch,
		    arena_memdup(ex->arena, &act, sizeof(act)), &law,
		    in.phrases, in.phrase_count);
	}
	law_ask_versions(ex->batch, ex->token_hash, act.number);
}

/* To the list, where it says what was done. */
static void
go_to_list(struct exchange *ex, int number)
{
	respond_redirect(
	    ex, url_query(ex->arena, URL_LITERAL("/beheer/artikelen"),
		    "bewaard", arena_printf(ex->arena, "%d", number)));
}

void
show_own_law_save(struct exchange *ex)
{
	struct law_input in;
	struct law_act act;
	int number;

	if (!read_act(&act, ex)) {
		respond_status(ex, act.number < 0 ? ST_NOT_FOUND : ST_INVALID);
		return;
	}
	if (!read_input(&in, ex)) {
		own_law_answer(ex, 422, NULL, &in);
		return;
	}
	switch (law_read_outcome(ex->batch, QUERY_LAW_SAVE, &number)) {
	case LAW_SAVED:
		go_to_list(ex, number);
		return;
	case LAW_CHANGED_ELSEWHERE:
		own_law_answer(ex, 409, CHANGED, &in);
		return;
	case LAW_FULL:
		own_law_answer(ex, 422, FULL, &in);
		return;
	case LAW_GONE:
	case LAW_DENIED:
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
}

/* Withdraw, or use again. */
static bool
must_go(const struct exchange *ex)
{
	return strcmp(form_text(&ex->fields, "wat"), "weer") != 0;
}

void
ask_own_law_turn(struct exchange *ex)
{
	struct law_act act;

	if (!read_act(&act, ex) || act.number == 0)
		return;
	law_ask_turn(
	    ex->batch, arena_memdup(ex->arena, &act, sizeof(act)), must_go(ex));
	law_ask_versions(ex->batch, ex->token_hash, act.number);
}

void
show_own_law_turn(struct exchange *ex)
{
	struct law_act act;
	int number;

	if (!read_act(&act, ex) || act.number == 0) {
		respond_status(ex, act.number <= 0 ? ST_NOT_FOUND : ST_INVALID);
		return;
	}
	switch (law_read_outcome(ex->batch, QUERY_LAW_TURN, &number)) {
	case LAW_SAVED:
		go_to_list(ex, number);
		return;
	case LAW_CHANGED_ELSEWHERE:
		own_law_answer(ex, 409, CHANGED, NULL);
		return;
	case LAW_FULL:
	case LAW_GONE:
	case LAW_DENIED:
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
}
