/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan.c - reading a version of a plan, and beginning, saving, handing in.
 *
 * A version comes as five statements: itself with its texts, its lines, its
 * articles, its actions, and whom its maker asked. They see the same plan,
 * because a batch is one transaction and lines change under the draft's lock
 * only.
 */
#include "store/plan.h"

#include "store/asked.h"
#include "store/sealed.h"

#include <string.h>

enum { TOKEN_HASH_BYTES = 32 };

const char PLAN_NO_STAMP[] = "leeg"; /* text_stamp of migrations/0005 */

static void
ask_version(struct batch *b, const struct plan_key *key, int64_t person_id,
    int number)
{
	static const enum query PARTS[] = { QUERY_PLAN_VERSION,
		QUERY_PLAN_LINES, QUERY_PLAN_ARTICLES, QUERY_PLAN_ACTIONS,
		QUERY_PLAN_ASKED, QUERY_LAW_PLAN };

	sealed_ask(b, key->token_hash, key->course, key->casus, person_id);
	for (size_t i = 0; i < sizeof(PARTS) / sizeof(PARTS[0]); i++) {
		plan_add(b, PARTS[i], key);
		if (person_id == 0)
			batch_text(b, NULL);
		else
			batch_int(b, person_id);
		batch_int(b, number);
	}
}

void
plan_ask(struct batch *b, const struct plan_key *key, int number)
{
	ask_version(b, key, 0, number);
}

void
plan_ask_member(struct batch *b, const struct plan_key *key, int64_t person_id,
    int number)
{
	ask_version(b, key, person_id, number);
}

void
plan_ask_dealt(struct batch *b, const struct plan_key *key, int slot)
{
	ask_version(b, key, -slot, PLAN_NEWEST);
}

void
plan_add(struct batch *b, enum query query, const struct plan_key *key)
{
	batch_add(b, query);
	batch_bytes(b, key->token_hash, TOKEN_HASH_BYTES);
	batch_text(b, key->course);
	batch_text(b, key->casus);
}

static const char *
get_or_null(const struct batch *b, enum query q, int row, const char *col)
{
	return batch_is_null(b, q, row, col) ? NULL :
					       batch_get(b, q, row, col);
}

static int64_t
get_int_or_0(const struct batch *b, enum query q, int row, const char *col)
{
	return batch_is_null(b, q, row, col) ? 0 :
					       batch_get_int(b, q, row, col);
}

static void
read_texts(struct plan_record *out, const struct batch *b)
{
	const enum query q = QUERY_PLAN_VERSION;

	for (int i = 0; i < FIELD_COUNT; i++) {
		out->plan.text[i] = "";
		out->text_stamp[i] = PLAN_NO_STAMP;
	}
	for (int i = 0; i < batch_rows(b, q); i++) {
		const char *name = get_or_null(b, q, i, "field");
		enum plan_field field = name == NULL ?
		    FIELD_COUNT :
		    plan_field_by_name(name);

		if (field == FIELD_COUNT)
			continue;
		out->plan.text[field] =
		    sealed_get(b, "plan_text", name, batch_get(b, q, i, "value"));
		out->text_stamp[field] = batch_get(b, q, i, "stamp");
	}
}

static const char *const *
read_stamps(const struct batch *b, enum query q)
{
	int n = batch_rows(b, q);
	const char **list = arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = batch_get(b, q, i, "stamp");
	return list;
}

static enum plan_sign
read_sign(const struct batch *b, int i, const char *col)
{
	if (batch_is_null(b, QUERY_PLAN_LINES, i, col))
		return SIGN_NONE;
	return batch_get_bool(b, QUERY_PLAN_LINES, i, col) ? SIGN_YES : SIGN_NO;
}

static void
read_line(struct plan_line *out, const struct batch *b, int i)
{
	const enum query q = QUERY_PLAN_LINES;
	struct plan_payer *payer = arena_alloc(b->arena, sizeof(*payer));

	payer->betaler = batch_get(b, q, i, "betaler");
	*out = (struct plan_line){
		.id = batch_get(b, q, i, "id"),
		.scenario = scenario_by_name(batch_get(b, q, i, "scenario")),
		.persoon = batch_get(b, q, i, "persoon"),
		.code = batch_get(b, q, i, "code"),
		.omschrijving = batch_get(b, q, i, "omschrijving"),
		.domein = batch_get(b, q, i, "domein"),
		.wet = batch_get(b, q, i, "wet"),
		.aard = batch_get(b, q, i, "aard"),
		.rol = batch_get(b, q, i, "rol"),
		.tarief_eurocent = batch_get_int(b, q, i, "tarief_eurocent"),
		.eenheid = batch_get(b, q, i, "eenheid"),
		.zekerheid = batch_get(b, q, i, "zekerheid"),
		.kasstroom = batch_get(b, q, i, "kasstroom"),
		.prijspeil_jaar = (int)batch_get_int(b, q, i, "prijspeil_jaar"),
		.hoeveelheid = batch_get(b, q, i, "hoeveelheid"),
		.per = batch_get(b, q, i, "per"),
		.duur_aantal = get_or_null(b, q, i, "duur_aantal"),
		.duur_eenheid = get_or_null(b, q, i, "duur_eenheid"),
		.start_maand = (int)batch_get_int(b, q, i, "start_maand"),
		.kans = get_or_null(b, q, i, "kans"),
		.stopreden = sealed_get(b, "plan_line.stopreden",
		    batch_get(b, q, i, "id"),
		    get_or_null(b, q, i, "stopreden")),
		.verlengde_jeugdhulp = read_sign(b, i, "verlengde_jeugdhulp"),
		.verblijf24 = read_sign(b, i, "verblijf24"),
		.ernstig = read_sign(b, i, "ernstig"),
		.gebeurtenis = get_or_null(b, q, i, "gebeurtenis"),
		.payer_count = 1,
		.payers = payer,
	};
}

const char *
plan_read_part(const struct batch *b, enum query q, int i, const char *code,
    enum argument_part part)
{
	const char *name = argument_part_name(part);

	if (!batch_is_null(b, q, i, name))
		return sealed_get(b, "plan_text",
		    arena_printf(b->arena, "%s:%s", name, code),
		    batch_get(b, q, i, name));
	return part == ARGUMENT_RUIMTE ?
	    sealed_get(b, "plan_article.argument", code,
		batch_get(b, q, i, "argument")) :
	    "";
}

static void
read_articles(struct plan_record *out, const struct batch *b)
{
	const enum query q = QUERY_PLAN_ARTICLES;
	size_t n = (size_t)batch_rows(b, q);
	struct plan_article *list = arena_array(b->arena, n, sizeof(*list));
	struct argument_stamps *stamps =
	    arena_array(b->arena, n, sizeof(*stamps));

	for (size_t i = 0; i < n; i++) {
		list[i].code = batch_get(b, q, (int)i, "code");
		for (int p = 0; p < ARGUMENT_PARTS; p++) {
			const enum argument_part part = (enum argument_part)p;

			list[i].part[p] =
			    plan_read_part(b, q, (int)i, list[i].code, part);
			stamps[i].part[p] = batch_get(b, q, (int)i,
			    arena_printf(b->arena, "%s_stamp",
				argument_part_name(part)));
		}
	}
	out->plan.article_count = n;
	out->plan.articles = list;
	out->article_stamp = stamps;
}

static void
read_action(struct plan_action *out, const struct batch *b, int i)
{
	const enum query q = QUERY_PLAN_ACTIONS;
	const char *id = batch_get(b, q, i, "id");

	*out = (struct plan_action){
		.id = id,
		.wat = sealed_get(b, "plan_action.wat", id,
		    batch_get(b, q, i, "wat")),
		.wie = sealed_get(b, "plan_action.wie", id,
		    batch_get(b, q, i, "wie")),
		.wanneer = sealed_get(b, "plan_action.wanneer", id,
		    batch_get(b, q, i, "wanneer")),
	};
}

static void
read_lists(struct plan *out, const struct batch *b)
{
	const enum query q_action = QUERY_PLAN_ACTIONS;
	struct plan_line *lines;
	struct plan_action *actions;

	out->line_count = (size_t)batch_rows(b, QUERY_PLAN_LINES);
	out->lines = lines =
	    arena_array(b->arena, out->line_count, sizeof(*lines));
	for (size_t i = 0; i < out->line_count; i++)
		read_line(&lines[i], b, (int)i);

	out->action_count = (size_t)batch_rows(b, q_action);
	out->actions = actions =
	    arena_array(b->arena, out->action_count, sizeof(*actions));
	for (int i = 0; i < (int)out->action_count; i++)
		read_action(&actions[i], b, i);
}

bool
plan_read(struct plan_record *out, const struct batch *b)
{
	const enum query q = QUERY_PLAN_VERSION;

	if (batch_rows(b, q) == 0)
		return false;
	*out = (struct plan_record){
		.number = (int)batch_get_int(b, q, 0, "number"),
		.revision = batch_get_int(b, q, 0, "revision"),
		.started_s = batch_get_int(b, q, 0, "started_s"),
		.saved_s = batch_get_int(b, q, 0, "saved_s"),
		.handed_in_s = get_int_or_0(b, q, 0, "handed_in_s"),
		.person_id = batch_get_int(b, q, 0, "person_id"),
		.person = batch_get(b, q, 0, "person"),
	};
	out->plan.tables = get_or_null(b, q, 0, "tarieventabel");
	out->plan.kans_dreigend = get_or_null(b, q, 0, "kans_dreigend");
	out->plan.slaagkans = get_or_null(b, q, 0, "slaagkans");
	out->plan.horizon_jaren = (int)batch_get_int(b, q, 0, "horizon_jaren");
	out->plan.disconto_pct = batch_get(b, q, 0, "disconto_pct");
	out->figure_stamp[FIGURE_KANS] = batch_get(b, q, 0, "kans_stamp");
	out->figure_stamp[FIGURE_SLAAGKANS] =
	    batch_get(b, q, 0, "slaagkans_stamp");
	out->figure_stamp[FIGURE_HORIZON] =
	    batch_get(b, q, 0, "horizon_stamp");
	out->line_stamp = read_stamps(b, QUERY_PLAN_LINES);
	out->action_stamp = read_stamps(b, QUERY_PLAN_ACTIONS);
	sealed_whose(b, out->person_id);
	read_texts(out, b);
	read_lists(&out->plan, b);
	read_articles(out, b);
	out->plan.asked = asked_read(b);
	return true;
}

void
plan_ask_versions(struct batch *b, const struct plan_key *key)
{
	plan_add(b, QUERY_PLAN_VERSIONS, key);
}

size_t
plan_read_versions(const struct batch *b, const struct plan_version **out)
{
	const enum query q = QUERY_PLAN_VERSIONS;
	int n = batch_rows(b, q);
	struct plan_version *list =
	    arena_array(b->arena, (size_t)n, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = (struct plan_version){
			.number = (int)batch_get_int(b, q, i, "number"),
			.saved_s = batch_get_int(b, q, i, "saved_s"),
			.handed_in_s = get_int_or_0(b, q, i, "handed_in_s"),
		};
	*out = list;
	return (size_t)n;
}

struct plan_saved
plan_read_saved(const struct batch *b, enum query q)
{
	const char *outcome = batch_get(b, q, 0, "outcome");

	return (struct plan_saved){
		.is_saved = strcmp(outcome, "saved") == 0,
		.is_full = strcmp(outcome, "full") == 0,
		.is_gone = strcmp(outcome, "gone") == 0,
		.revision = batch_get_int(b, q, 0, "revision"),
		.saved_s = batch_get_int(b, q, 0, "saved_s"),
		.stamp = get_or_null(b, q, 0, "stamp"),
	};
}

const char *
plan_read_stamps(const struct batch *b, enum query q)
{
	return batch_get(b, q, 0, "stamps");
}

void
plan_ask_start(struct batch *b, const struct plan_key *key, int horizon_jaren,
    const char *disconto_pct)
{
	plan_add(b, QUERY_PLAN_START, key);
	batch_int(b, horizon_jaren);
	batch_text(b, disconto_pct);
}

void
plan_ask_save(struct batch *b, const struct plan_key *key,
    const struct plan_texts *texts)
{
	const size_t n = texts->count;
	const char **sealed = arena_array(b->arena, n, sizeof(*sealed));
	const char **bases = arena_array(b->arena, n, sizeof(*bases));

	for (size_t i = 0; i < n; i++) {
		sealed[i] = sealed_put(b, key->course, key->casus, "plan_text",
		    texts->fields[i], texts->texts[i], PLAN_TEXT_MOST);
		bases[i] = sealed_bases(b, key->course, key->casus,
		    "plan_text", texts->fields[i], texts->bases[i]);
	}
	batch_date(b); /* a stamp may come back: typed, taken out, late */
	plan_add(b, QUERY_PLAN_SAVE, key);
	batch_int(b, texts->seen);
	batch_texts(b, texts->fields, texts->count);
	batch_texts(b, sealed, texts->count);
	batch_texts(b, bases, texts->count);
}

void
plan_ask_hand_in(struct batch *b, const struct plan_key *key, int64_t seen,
    const char *table)
{
	plan_add(b, QUERY_PLAN_HAND_IN, key);
	batch_int(b, seen);
	batch_text(b, table);
}

void
plan_ask_revise(struct batch *b, const struct plan_key *key)
{
	plan_add(b, QUERY_PLAN_REVISE, key);
}

int
plan_read_number(const struct batch *b, enum query query)
{
	return (int)batch_get_int(b, query, 0, "number");
}
