/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tariff_load.c - a new table of tariffs, or an earlier one again.
 *
 * First it is shown what would change; nothing is stored then. The form that
 * does it carries the rows, its own id, so that sending it twice is one act,
 * and the number of the version that was compared with: when another one is
 * in use by then, nothing is done and the page shows the difference anew.
 */
#include "web/tariff.h"

#include "base/password.h"
#include "base/text.h"
#include "core/plan_input.h"
#include "core/plan_words.h"
#include "pages.h"

#include <string.h>

/* A file of the form and the pasted text must fit in one body. */
enum { SENT_MAX = 100000 };

static const char *const WHAT[TARIFF_CHANGES] = { "Nieuw", "Veranderd",
	"Vervalt", "Hetzelfde" };

/* The names of what else changed, as "bron, domein". */
static const char *
other_changes(struct arena *a, const struct tariff *old,
    const struct tariff *new)
{
	const struct {
		const char *name, *old, *new;
	} PARTS[] = { { "omschrijving", old->omschrijving, new->omschrijving },
		{ "eenheid", old->eenheid, new->eenheid },
		{ "domein", old->domein, new->domein },
		{ "wet", old->wet, new->wet },
		{ "betaler", old->betaler, new->betaler },
		{ "bron", old->bron, new->bron },
		{ "zekerheid", old->zekerheid, new->zekerheid },
		{ "aard", old->aard, new->aard },
		{ "per_gebruikelijk", old->per_gebruikelijk,
		    new->per_gebruikelijk },
		{ "kasstroom", old->kasstroom, new->kasstroom },
		{ "verblijf24", tariff_word(old->verblijf24),
		    tariff_word(new->verblijf24) },
		{ "gebeurtenis", tariff_word(old->gebeurtenis),
		    tariff_word(new->gebeurtenis) },
		{ "ernstig", tariff_word(old->ernstig),
		    tariff_word(new->ernstig) } };
	const char *out = "";

	if (old->prijspeil_jaar != new->prijspeil_jaar)
		out = arena_printf(a, "prijspeil %d wordt %d",
		    old->prijspeil_jaar, new->prijspeil_jaar);
	for (size_t i = 0; i < sizeof(PARTS) / sizeof(PARTS[0]); i++)
		if (strcmp(PARTS[i].old, PARTS[i].new) != 0)
			out = arena_printf(a, "%s%s%s", out,
			    *out != '\0' ? ", " : "", PARTS[i].name);
	return out;
}

static const char *
difference(struct arena *a, const struct tariff_step *s)
{
	const char *rise, *other;

	if (s->change != TARIFF_CHANGED)
		return "–";
	rise = tariff_rise(
	    a, s->old->tarief_eurocent, s->new->tarief_eurocent);
	other = other_changes(a, s->old, s->new);
	if (rise == NULL)
		return other;
	return *other == '\0' ? rise : arena_printf(a, "%s; %s", rise, other);
}

static struct tariff_preview_row
row_of(struct arena *a, const struct tariff_step *s)
{
	const struct tariff *t = s->new != NULL ? s->new : s->old;

	return (struct tariff_preview_row){
		.what = WHAT[s->change],
		.code = t->code,
		.name = t->omschrijving,
		.old = s->old == NULL ? "–" :
		    tariff_words(
			a, s->old->tarief_eurocent, s->old->eenheid),
		.new = s->new == NULL ? "–" :
		    tariff_words(
			a, s->new->tarief_eurocent, s->new->eenheid),
		.difference = difference(a, s),
	};
}

static void
fill_rows(struct tariff_preview_view *v, struct exchange *ex,
    const struct tariff *rows, size_t count)
{
	struct arena *a = ex->arena;
	const struct tariff *own;
	size_t n = tariff_read_own(ex->batch, &own);
	struct tariff_diff d = tariff_compare(a, own, n, rows, count);
	struct tariff_preview_row *list =
	    arena_array(a, d.step_count, sizeof(*list));

	for (size_t i = 0; i < d.step_count; i++)
		list[i] = row_of(a, &d.steps[i]);
	v->rows = list;
	v->row_count = d.step_count;
	v->has_change = d.step_count > 0;
	v->summary = arena_printf(a,
	    "%zu nieuw, %zu veranderd, %zu %s, %zu hetzelfde.",
	    d.count[TARIFF_NEW], d.count[TARIFF_CHANGED], d.count[TARIFF_GONE],
	    d.count[TARIFF_GONE] == 1 ? "vervalt" : "vervallen",
	    d.count[TARIFF_SAME]);
}

static void
answer_preview(struct exchange *ex, int code, struct tariff_preview_view *v,
    const struct tariff *rows, size_t count)
{
	struct html h = html_new(ex->arena);
	char fresh[ID_TEXT_BYTES];

	id_new(fresh);
	v->shell = shell_for(ex, v->title, MENU_TARIFFS);
	v->id = arena_strdup(ex->arena, fresh);
	v->basis = arena_printf(ex->arena, "%d", tariff_newest(ex));
	fill_rows(v, ex, rows, count);
	page_tariff_preview(&h, v);
	respond_page(ex, code, &h);
}

static void
answer_load(struct exchange *ex, int code, const char *refused,
    const struct tariff_file *file)
{
	struct tariff_preview_view v = {
		.title = "Wat er verandert",
		.act_words = "Gebruik deze tabel",
		.refused = refused,
		.action = URL_LITERAL("/beheer/tarieven/laad"),
		.table = tariff_csv_write(
		    ex->arena, file->rows, file->row_count, false),
	};

	answer_preview(ex, code, &v, file->rows, file->row_count);
}

/* What was sent: the file, and else what was pasted. */
static void
read_sent(struct tariff_file *out, const char **typed, struct exchange *ex)
{
	const struct form_file *file = form_file(&ex->fields, "bestand");
	const char *text = form_text(&ex->fields, "tabel");
	size_t len = file != NULL ? file->len : strlen(text);

	if (file != NULL)
		text = file->bytes;
	tariff_csv_read(out, ex->arena, text,
	    len > SENT_MAX ? TARIFF_BYTES_MAX + 1 : len,
	    text_year(ex->now_s));
	*typed = text_is_utf8(text, len) && len <= SENT_MAX ?
	    arena_strndup(ex->arena, text, len) :
	    "";
}

void
ask_tariff_preview(struct exchange *ex)
{
	ask_tariffs(ex);
}

void
show_tariff_preview(struct exchange *ex)
{
	struct tariff_file file;
	const char *typed;

	read_sent(&file, &typed, ex);
	if (file.fault_count > 0)
		tariff_page_answer(ex, 422, typed, &file);
	else
		answer_load(ex, 200, NULL, &file);
}

/*
 * The id and the basis of a form that acts; false: it is no form of ours. That
 * is answered when it is known who asks: 403 comes before 400.
 */
static bool
read_act(struct tariff_act *act, const struct exchange *ex)
{
	int64_t base;

	act->token_hash = ex->token_hash;
	act->id = form_text(&ex->fields, "id");
	if (!input_is_id(act->id) ||
	    !form_int(&ex->fields, "basis", 0, INT32_MAX, &base))
		return false;
	act->base = (int)base;
	return true;
}

/* The rows that a form carries, which were good when it was made. */
static void
read_carried(struct tariff_file *file, struct exchange *ex)
{
	const char *text = form_text(&ex->fields, "tabel");

	tariff_csv_read(
	    file, ex->arena, text, strlen(text), text_year(ex->now_s));
}

void
ask_tariff_load(struct exchange *ex)
{
	struct tariff_act act;
	struct tariff_file file;

	if (!read_act(&act, ex))
		return;
	read_carried(&file, ex);
	if (file.fault_count == 0)
		tariff_ask_load(ex->batch,
		    arena_memdup(ex->arena, &act, sizeof(act)), file.rows,
		    file.row_count);
	ask_tariffs(ex);
}

static void
go_to_table(struct exchange *ex)
{
	respond_redirect(ex,
	    url_query(ex->arena, URL_LITERAL("/beheer/tarieven"), "versie",
		arena_printf(ex->arena, "%d", tariff_newest(ex))));
}

static const char CHANGED[] =
    "De tabel is intussen veranderd, in een ander venster of door een "
    "collega. We hebben niets gedaan. Hieronder staat het verschil met wat er "
    "nu is.";

void
show_tariff_load(struct exchange *ex)
{
	struct tariff_act act;
	struct tariff_file file;

	if (!read_act(&act, ex)) {
		respond_status(ex, ST_INVALID);
		return;
	}
	read_carried(&file, ex);
	if (file.fault_count > 0)
		tariff_page_answer(
		    ex, 422, form_text(&ex->fields, "tabel"), &file);
	else if (tariff_read_outcome(ex->batch, QUERY_TARIFF_LOAD) ==
	    TARIFF_SAVED)
		go_to_table(ex);
	else
		answer_load(ex, 409, CHANGED, &file);
}

/* --- an earlier version --------------------------------------------------- */

static void
ask_earlier(struct exchange *ex, int64_t number)
{
	tariff_ask_version(ex->batch, ex->token_hash, (int)number);
	ask_tariffs(ex);
}

/* Is it kept, and not the one in use? 0 is the table without rows. */
static bool
is_earlier(const struct exchange *ex, int64_t number)
{
	const struct tariff_table *tables;
	size_t n = tariff_read_tables(ex->batch, &tables);

	for (size_t i = 1; i < n; i++)
		if (tables[i].number == number)
			return true;
	return number == 0 && n > 0 && tables[0].row_count > 0;
}

static void
answer_earlier(struct exchange *ex, int code, const char *refused,
    int64_t number)
{
	struct arena *a = ex->arena;
	const struct tariff *rows;
	size_t n = tariff_read_version(ex->batch, &rows);
	struct tariff_preview_view v = {
		.title = number == 0 ?
		    "Geen eigen tarieven meer" :
		    arena_printf(a, "Terug naar versie %lld",
			(long long)number),
		.act_words = number == 0 ? "Gebruik alleen de algemene tabel" :
					   "Zet deze versie terug",
		.refused = refused,
		.action = URL_LITERAL("/beheer/tarieven/terug"),
		.number = arena_printf(a, "%lld", (long long)number),
	};

	if (is_earlier(ex, number))
		answer_preview(ex, code, &v, rows, n);
	else
		respond_status(ex, ST_NOT_FOUND);
}

void
ask_tariff_version(struct exchange *ex)
{
	int64_t number;

	if (form_parse_int(
		exchange_param(ex, "nummer"), 0, INT32_MAX, &number))
		ask_earlier(ex, number);
}

void
show_tariff_version(struct exchange *ex)
{
	int64_t number = -1;

	form_parse_int(exchange_param(ex, "nummer"), 0, INT32_MAX, &number);
	answer_earlier(ex, 200, NULL, number);
}

static bool
read_put_back(struct tariff_act *act, int64_t *number, const struct exchange *ex)
{
	return read_act(act, ex) &&
	    form_int(&ex->fields, "nummer", 0, INT32_MAX, number);
}

void
ask_tariff_put_back(struct exchange *ex)
{
	struct tariff_act act;
	int64_t number;

	if (!read_put_back(&act, &number, ex))
		return;
	tariff_ask_put_back(ex->batch,
	    arena_memdup(ex->arena, &act, sizeof(act)), (int)number);
	ask_earlier(ex, number);
}

void
show_tariff_put_back(struct exchange *ex)
{
	struct tariff_act act;
	int64_t number;

	if (!read_put_back(&act, &number, ex))
		respond_status(ex, ST_INVALID);
	else if (tariff_read_outcome(ex->batch, QUERY_TARIFF_PUT_BACK) ==
	    TARIFF_SAVED)
		go_to_table(ex);
	else
		answer_earlier(ex, 409, CHANGED, number);
}
