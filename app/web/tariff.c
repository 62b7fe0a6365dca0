/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tariff.c - the page of an organisation's own tariffs, and both tables as a
 * file. The general table is that of courses/gegevens/, the same for all.
 */
#include "web/tariff.h"

#include "base/text.h"
#include "core/plan_words.h"
#include "pages.h"

#include <string.h>

void
ask_tariffs(struct exchange *ex)
{
	tariff_ask_own(ex->batch, ex->token_hash);
	tariff_ask_tables(ex->batch, ex->token_hash);
}

int
tariff_newest(const struct exchange *ex)
{
	const struct tariff_table *tables;

	return tariff_read_tables(ex->batch, &tables) == 0 ? 0 :
							     tables[0].number;
}

static const char *
count_words(struct arena *a, size_t n)
{
	return arena_printf(a, "%zu %s", n, n == 1 ? "tarief" : "tarieven");
}

/* An own row beside the general one: "€ 66,00: +4,7 %". */
static const char *
beside_general(const struct exchange *ex, const struct tariff *t)
{
	struct arena *a = ex->arena;
	const struct tariff *g = tariff_find(ex->library->tariffs,
	    ex->library->tariff_count, t->code);
	const char *rise;

	if (g == NULL)
		return "staat daar niet in";
	rise = tariff_rise(a, g->tarief_eurocent, t->tarief_eurocent);
	return arena_printf(a, "%s, prijspeil %d%s%s",
	    tariff_words(a, g->tarief_eurocent, g->eenheid), g->prijspeil_jaar,
	    rise != NULL && strcmp(g->eenheid, t->eenheid) == 0 ?
		": de jouwe is " :
		"",
	    rise != NULL && strcmp(g->eenheid, t->eenheid) == 0 ? rise : "");
}

static void
fill_rows(struct tariff_view *v, const struct exchange *ex)
{
	struct arena *a = ex->arena;
	const struct tariff *own;
	size_t n = tariff_read_own(ex->batch, &own);
	struct tariff_row *list = arena_array(a, n, sizeof(*list));

	for (size_t i = 0; i < n; i++)
		list[i] = (struct tariff_row){
			.code = own[i].code,
			.name = own[i].omschrijving,
			.price = tariff_words(
			    a, own[i].tarief_eurocent, own[i].eenheid),
			.about = arena_printf(a, "%d, %s",
			    own[i].prijspeil_jaar,
			    certainty_words(own[i].zekerheid)),
			.general = beside_general(ex, &own[i]),
		};
	v->rows = list;
	v->row_count = n;
	v->has_own = n > 0;
}

static const char *
made_words(struct arena *a, const struct tariff_table *t)
{
	const char *how = t->put_back < 0 ?
	    "geladen" :
	    t->put_back == 0 ?
	    "leeggemaakt" :
	    arena_printf(a, "teruggezet naar versie %d", t->put_back);

	return arena_printf(a, "%s, op %s %s door %s",
	    count_words(a, (size_t)t->row_count),
	    text_date_time(a, t->loaded_s), how,
	    t->person != NULL ? t->person : "iemand die hier niet meer is");
}

static void
fill_past(struct tariff_view *v, const struct exchange *ex)
{
	struct arena *a = ex->arena;
	const struct tariff_table *tables;
	size_t n = tariff_read_tables(ex->batch, &tables);
	struct tariff_past *list = arena_array(a, n, sizeof(*list));

	for (size_t i = 0; i < n; i++) {
		const char *number =
		    arena_printf(a, "%d", tables[i].number);

		list[i] = (struct tariff_past){
			.title = arena_printf(a, "Versie %s", number),
			.words = made_words(a, &tables[i]),
			.url = i == 0 ? NULL :
					url_path(a, "beheer", "tarieven",
					    "versie", number, NULL),
		};
	}
	v->past = list;
	v->past_count = n;
	v->summary = n == 0 || tables[0].row_count == 0 ?
	    "Jullie hebben nu geen eigen tarieven. Iedereen gebruikt de "
	    "algemene tabel." :
	    arena_printf(a,
		"Versie %d: %s. Wie een plan maakt, ziet deze tarieven vóór "
		"die van de algemene tabel.",
		tables[0].number, made_words(a, &tables[0]));
}

static const char *
fault_words(struct arena *a, const struct tariff_fault *f)
{
	if (f->line == 0)
		return f->column == NULL ?
		    f->message :
		    arena_printf(a, "Kolom ‘%s’: %s", f->column, f->message);
	return f->column == NULL ?
	    arena_printf(a, "Regel %d: %s", f->line, f->message) :
	    arena_printf(
		a, "Regel %d, kolom ‘%s’: %s", f->line, f->column, f->message);
}

static void
fill_faults(struct tariff_view *v, struct arena *a,
    const struct tariff_file *file)
{
	const char **list = arena_array(a, file->fault_count, sizeof(*list));

	for (size_t i = 0; i < file->fault_count; i++)
		list[i] = fault_words(a, &file->faults[i]);
	v->faults = list;
	v->fault_count = file->fault_count;
}

void
tariff_page_answer(struct exchange *ex, int code, const char *typed,
    const struct tariff_file *file)
{
	struct html h = html_new(ex->arena);
	const char *loaded = form_get(&ex->search, "versie");
	int64_t number;
	struct tariff_view v = {
		.shell = shell_for(ex,
		    arena_printf(ex->arena, "Tarieven van %s",
			ex->session.organisation),
		    MENU_TARIFFS),
		.typed = typed,
		.general = count_words(ex->arena, ex->library->tariff_count),
	};

	if (code == 200 && form_parse_int(loaded, 1, INT32_MAX, &number) &&
	    number == tariff_newest(ex))
		v.news = arena_printf(ex->arena,
		    "Versie %lld is nu in gebruik. In plannen die er al waren, "
		    "verandert geen bedrag.",
		    (long long)number);
	fill_rows(&v, ex);
	fill_past(&v, ex);
	if (file != NULL)
		fill_faults(&v, ex->arena, file);
	v.shell.has_fault = v.fault_count > 0;
	page_tariff(&h, &v);
	respond_page(ex, code, &h);
}

void
show_tariffs(struct exchange *ex)
{
	tariff_page_answer(ex, 200, "", NULL);
}

static const char OWN[] = "eigen.csv", GENERAL[] = "algemeen.csv";

void
ask_tariff_download(struct exchange *ex)
{
	if (strcmp(exchange_param(ex, "bestand"), OWN) == 0)
		tariff_ask_own(ex->batch, ex->token_hash);
}

void
show_tariff_download(struct exchange *ex)
{
	const char *file = exchange_param(ex, "bestand");
	bool is_own = strcmp(file, OWN) == 0;
	const struct tariff *rows = ex->library->tariffs;
	size_t n = ex->library->tariff_count;

	if (!is_own && strcmp(file, GENERAL) != 0) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	if (is_own)
		n = tariff_read_own(ex->batch, &rows);
	ex->response.code = 200;
	ex->response.type = "text/csv; charset=utf-8";
	ex->response.body = tariff_csv_write(ex->arena, rows, n, true);
	ex->response.body_len = strlen(ex->response.body);
	respond_header(ex, "content-disposition",
	    is_own ? "attachment; filename=\"tarieven-eigen.csv\"" :
		     "attachment; filename=\"tarieven-algemeen.csv\"");
}
