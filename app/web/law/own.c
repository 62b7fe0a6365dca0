/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * own.c - the pages of an organisation's own articles. What changes them is
 * own_act.c.
 */
#include "web/law/own.h"

#include "base/password.h"
#include "base/text.h"
#include "core/law.h"
#include "pages.h"

#include <string.h>

static const struct line_word SOORTEN[] = {
    {"verordening", "Verordening (de gemeenteraad stelde haar vast)"},
    {"beleidsregel", "Beleidsregel (het college stelde haar vast)"},
    {NULL, NULL},
};

static const struct {
	const char *label, *hint;
	int rows;
	bool is_optional;
} TEXTS[LAW_FIELD_COUNT] = {
    [LAW_REGELING] = {"Hoe heet de regeling?",
	"Zoals: Verordening maatschappelijke ondersteuning Voorbeeldstad.", 0,
	false},
    [LAW_ARTIKEL] = {"Artikel", "Het nummer, zoals 3 of 2.1 lid 4.", 0, false},
    [LAW_KERNZIN] = {"Wat regelt het, in één zin?",
	"In gewone woorden. ‘Kan’ is geen ‘moet’: zeg wie beslist.", 2, false},
    [LAW_WANNEER] = {"Wanneer helpt het?",
	"Bij welke hindernis geeft dit artikel ruimte?", 3, false},
    [LAW_HELPT_NIET] = {"Wanneer helpt het niet?",
	"Denk aan voorwaarden. Staat er een hardheidsclausule in?", 3, false},
    [LAW_HINDERNISSEN] = {"Wat zeggen mensen die hierop vastlopen?",
	"Een zin per regel, zoals aan de keukentafel. Hooguit twaalf. Hierop "
	"wordt het artikel gevonden.",
	5, false},
    [LAW_LINK] = {"Link naar de officiële tekst",
	"Meestal op lokaleregelgeving.overheid.nl.", 0, true},
    [LAW_STAND] = {"Van welke dag is de tekst die je las?", "Zoals 1-7-2026.",
	0, false},
};

/* --- the list -------------------------------------------------------------
 */

void
ask_own_laws(struct exchange *ex)
{
	law_ask_local(ex->batch, ex->token_hash);
}

void
show_own_laws(struct exchange *ex)
{
	struct arena *a = ex->arena;
	const struct local_law *from;
	size_t n = law_read_local(ex->batch, &from);
	struct own_law_row *rows = arena_array(a, n + 1, sizeof(*rows));
	struct html h = html_new(a);
	struct own_laws_view v = {
	    .shell = shell_for(ex, "Lokale artikelen", MENU_OWN_LAW),
	    .count = n,
	    .rows = rows};
	int64_t number;

	if (!form_parse_int(
		form_get(&ex->search, "bewaard"), 1, LOCAL_LAW_MAX, &number))
		number = 0;
	for (size_t i = 0; i < n; i++) {
		const struct law *law = law_of_local(a, &from[i]);

		rows[i] = (struct own_law_row){.name = law_name(a, law),
		    .text = law->kernzin,
		    .is_withdrawn = from[i].is_withdrawn,
		    .url = url_path(a, "beheer", "artikelen",
			arena_printf(a, "%d", from[i].number), NULL)};
		if (from[i].number == number)
			v.news = arena_printf(a,
			    from[i].is_withdrawn
				? "‘%s’ is ingetrokken. Niemand vindt het nog. "
				  "In plannen die het al hadden, blijft het "
				  "staan."
				: "‘%s’ is bewaard. Iedereen van je "
				  "organisatie kan het nu vinden.",
			    rows[i].name);
	}
	page_law_own(&h, &v);
	respond_page(ex, 200, &h);
}

/* --- one article ----------------------------------------------------------
 */

int
own_law_number(const struct exchange *ex)
{
	const char *text = exchange_param(ex, "artikel");
	int64_t number;

	if (strcmp(text, "nieuw") == 0)
		return 0;
	return form_parse_int(text, 1, LOCAL_LAW_MAX, &number) ? (int)number
							       : -1;
}

void
ask_own_law(struct exchange *ex)
{
	int number = own_law_number(ex);

	if (number < 0)
		respond_status(ex, ST_NOT_FOUND);
	else
		law_ask_versions(ex->batch, ex->token_hash, number);
}

/* As it is stored; or an empty form. */
static struct law_input
input_of(struct arena *a, const struct local_law *l)
{
	struct law_input in = {.text = {[LAW_SOORT] = "verordening"}};

	for (int f = 0; f < LAW_FIELD_COUNT; f++)
		if (in.text[f] == NULL)
			in.text[f] = "";
	if (l == NULL)
		return in;
	in.text[LAW_SOORT] = l->soort;
	in.text[LAW_REGELING] = l->regeling;
	in.text[LAW_ARTIKEL] = l->artikel;
	in.text[LAW_KERNZIN] = l->kernzin;
	in.text[LAW_WANNEER] = l->wanneer;
	in.text[LAW_HELPT_NIET] = l->helpt_niet;
	in.text[LAW_HINDERNISSEN] = l->hindernissen;
	in.text[LAW_DOMEIN] = l->domein;
	in.text[LAW_LINK] = l->link;
	in.text[LAW_STAND] = arena_printf(
	    a, "%.2s-%.2s-%.4s", l->stand + 8, l->stand + 5, l->stand);
	return in;
}

static void
fill_selects(
    struct own_law_view *v, struct arena *a, const struct law_input *in)
{
	struct plan_option *options =
	    arena_array(a, LAW_DOMAIN_COUNT + 1, sizeof(*options));

	v->soort = plan_select_of(a, SOORTEN, in->text[LAW_SOORT]);
	v->soort.id = v->soort.name = law_field_name(LAW_SOORT);
	v->soort.label = "Wat voor regeling is het?";
	v->soort.error = in->error[LAW_SOORT];
	options[0] = (struct plan_option){
	    "", "Kies een onderwerp", *in->text[LAW_DOMEIN] == '\0'};
	for (size_t i = 0; i < LAW_DOMAIN_COUNT; i++)
		options[i + 1] = (struct plan_option){LAW_DOMAINS[i].slug,
		    LAW_DOMAINS[i].title,
		    strcmp(in->text[LAW_DOMEIN], LAW_DOMAINS[i].slug) == 0};
	v->domein = (struct plan_select_view){.id = law_field_name(LAW_DOMEIN),
	    .name = law_field_name(LAW_DOMEIN),
	    .label = "Waar gaat het over?",
	    .error = in->error[LAW_DOMEIN],
	    .count = LAW_DOMAIN_COUNT + 1,
	    .options = options};
}

static void
fill_form(struct own_law_view *v, struct arena *a, const struct law_input *in)
{
	fill_selects(v, a, in);
	for (int f = 0; f < LAW_FIELD_COUNT; f++) {
		const char *name = law_field_name((enum law_field)f);
		const char *label = TEXTS[f].label;

		if (label == NULL)
			label =
			    f == LAW_SOORT ? v->soort.label : v->domein.label;
		v->text[f] = (struct own_law_text){.id = name,
		    .name = name,
		    .label = label,
		    .hint = TEXTS[f].hint,
		    .value = in->text[f],
		    .error = in->error[f],
		    .rows = TEXTS[f].rows,
		    .is_optional = TEXTS[f].is_optional};
		if (in->error[f] != NULL)
			v->errors[v->error_count++] =
			    (struct plan_error){name, label, in->error[f]};
	}
	v->shell.has_fault = v->error_count > 0;
}

static void
fill_past(struct own_law_view *v, struct arena *a, const struct local_law *list,
    size_t n)
{
	struct own_law_past *past = arena_array(a, n + 1, sizeof(*past));

	for (size_t i = 0; i < n; i++)
		past[i] = (struct own_law_past){
		    .title = arena_printf(a, "Versie %d, %s door %s%s",
			list[i].version, text_date_time(a, list[i].made_s),
			list[i].person != NULL ? list[i].person
					       : "iemand die hier niet meer is",
			list[i].is_withdrawn ? ": ingetrokken" : ""),
		    .kernzin = list[i].kernzin,
		    .wanneer = list[i].wanneer,
		    .helpt_niet = list[i].helpt_niet};
	v->past = past;
	v->past_count = n;
}

static const char *
fresh_id(struct arena *a)
{
	char id[ID_TEXT_BYTES];

	id_new(id);
	return arena_strdup(a, id);
}

void
own_law_answer(struct exchange *ex, int code, const char *refused,
    const struct law_input *typed)
{
	struct arena *a = ex->arena;
	const char *at = exchange_param(ex, "artikel");
	const struct local_law *list;
	size_t n = law_read_versions(ex->batch, &list);
	const struct local_law *now = n > 0 ? &list[0] : NULL;
	struct law_input stored = input_of(a, now);
	struct html h = html_new(a);
	struct own_law_view v = {.refused = refused,
	    .is_new = now == NULL,
	    .id = fresh_id(a),
	    .turn_id = fresh_id(a),
	    .action = url_path(a, "beheer", "artikelen", at, NULL),
	    .turn = url_path(a, "beheer", "artikelen", at, "intrekken", NULL),
	    .save_words = "Voeg toe",
	    .title = "Voeg een artikel toe",
	    .basis = "0"};

	if (now == NULL && own_law_number(ex) != 0) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	if (now != NULL) {
		const struct law *law = law_of_local(a, now);

		v.title = law_name(a, law);
		v.page = law_url(a, law->code, NULL);
		v.save_words =
		    now->is_withdrawn ? "Bewaar en gebruik weer" : "Bewaar";
		v.basis = arena_printf(a, "%d", now->version);
		v.is_withdrawn = now->is_withdrawn;
	}
	v.shell = shell_for(ex, v.title, MENU_OWN_LAW);
	fill_form(&v, a, typed != NULL ? typed : &stored);
	fill_past(&v, a, list, n);
	page_law_own_form(&h, &v);
	respond_page(ex, code, &h);
}

void
show_own_law(struct exchange *ex)
{
	own_law_answer(ex, 200, NULL, NULL);
}
