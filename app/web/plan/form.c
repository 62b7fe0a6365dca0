/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * form.c - the texts of each page of the plan, with what the method asks
 * of them. The examples are from another household than any case: that of
 * the module on the six steps.
 */
#include "web/plan/form.h"

#include "base/text.h"
#include "web/plan/conflict.h"
#include "web/plan/start.h"
#include "web/privacy.h"

#include <jansson.h>

#include <string.h>

struct asked {
	enum plan_field field;
	const char *label, *hint, *example;
	int rows;
};

struct page_form {
	const char *intro;
	enum plan_page next;
	const char *next_words;
	size_t count;
	struct asked text[PLAN_FORM_TEXTS];
};

static const struct page_form FORMS[PLAN_PAGE_COUNT] = {
	[PAGE_HUISHOUDEN] = {
	    "Wie zijn het en wat knelt er nu? Houd het kort. Een volledige "
	    "analyse is niet nodig.",
	    PAGE_TOEKOMST, "Opslaan en naar stap 2", 2, {
	    { FIELD_SITUATIE, "Situatieschets",
	      "Wie wonen er in huis? Wat is er gebeurd? Welke hulp loopt er?",
	      "Ilse woont met haar dochter Fleur in een dorp. Ze werkt in de "
	      "thuiszorg en krijgt aanvullende bijstand. Haar auto is kapot.",
	      6 },
	    { FIELD_KNELT, "Wat knelt hier en nu?",
	      "Alleen wat nu vastloopt. Begin bij wonen, inkomen en "
	      "veiligheid.",
	      "Zonder auto kan Ilse haar avonddiensten niet doen. Over vier "
	      "weken stopt haar contract.", 4 } } },
	[PAGE_TOEKOMST] = {
	    "Waar wil het huishouden naartoe? Het gaat om hun logica, niet om "
	    "wat handig is voor het systeem.",
	    PAGE_DOORBRAAK, "Opslaan en naar stap 3", 2, {
	    { FIELD_WENS, "De wens, in hun eigen woorden",
	      "Schrijf op wat zij zelf zeggen. Een citaat mag.",
	      "‘Ik wil dit werk houden. En ik wil er zijn als Fleur uit "
	      "school komt.’", 3 },
	    { FIELD_PERSPECTIEF, "Hoe ziet het er over een jaar uit?",
	      "Wat is er dan anders? Maak het zo concreet dat je het kunt "
	      "zien.",
	      "Ilse werkt overdag, zonder avonddiensten. Ze zet elke maand "
	      "iets opzij voor onderhoud.", 4 } } },
	[PAGE_DOORBRAAK] = {
	    "Welke regel of afspraak houdt het tegen? En welke extra stap "
	    "haalt die hindernis weg?",
	    PAGE_OVERZICHT, "Opslaan en naar stap 4", 2, {
	    { FIELD_HINDERNIS, "De hindernis",
	      "Noem de regel, de afspraak of de gewoonte. ‘Geen geld’ is een "
	      "situatie, geen hindernis.",
	      "Bijzondere bijstand zegt: er is een bus. De werkgever zegt: "
	      "vervoer is je eigen zaak. Samen verliest Ilse haar werk.", 4 },
	    { FIELD_DOORBRAAK, "De doorbraak",
	      "Wie doet wat anders dan anders? Wat is er extra nodig?",
	      "De gemeente betaalt de reparatie één keer. De werkgever plant "
	      "Ilse voortaan overdag.", 4 } } },
	[PAGE_OVERZICHT] = {
	    "Wat is er allemaal nodig om het perspectief te halen? Wie doet "
	    "wat?",
	    PAGE_ONDERBOUWING, "Opslaan en naar stap 5", 2, {
	    { FIELD_ZELF, "Wat het huishouden zelf doet",
	      "Ook kleine dingen tellen. En wat doen mensen om hen heen?",
	      "Ilse vraagt drie offertes. Oma vangt Fleur op bij een late "
	      "dienst.", 4 },
	    { FIELD_HULP, "Hulp van anderen",
	      "Wat gaat door, wat verandert en wat komt erbij? Wat kan "
	      "stoppen?",
	      "De werkcoach belt elke maand. De aanvullende bijstand loopt "
	      "door.", 5 } } },
	[PAGE_ONDERBOUWING] = {
	    "De waardendriehoek heeft drie kanten die even zwaar wegen. Begin "
	    "bij betrokkenheid. Weeg ze daarna samen.",
	    PAGE_LEGITIMITEIT, "Opslaan en naar legitimiteit", 2, {
	    { FIELD_BETROKKENHEID, "Betrokkenheid",
	      "Wil het huishouden dit? Wat deden zij mee in het plan? Wie "
	      "staat er nog meer achter?",
	      "Ilse bedacht het plan mee. Oma en de werkgever zeggen ja.", 5 },
	    { FIELD_WEGING, "De weging",
	      "Wat geeft voor jou de doorslag, en waarom? Waar wringt het?",
	      "Het kost eerst geld. Daar staat tegenover dat Ilse haar werk "
	      "houdt en dat Fleur niemand hoeft te missen.", 5 } } },
	[PAGE_LEGITIMITEIT] = {
	    "Waarom mag dit? Zoek de artikelen die ruimte geven. Redeneer per "
	    "artikel van hindernis naar ruimte naar afweging.",
	    PAGE_RENDEMENT, "Opslaan en naar rendement", 1, {
	    { FIELD_LEGITIMITEIT, "Je verhaal bij de wet",
	      "Waarom is dit geval anders dan andere? Welke regel lijkt ertegen, "
	      "en waarom geeft de wet toch ruimte?",
	      "Er rijdt ’s avonds geen bus in het buitengebied. Daarom is de "
	      "auto hier wel noodzakelijk.", 6 } } },
	[PAGE_RENDEMENT] = {
	    "Wat loopt er nu, wat dreigt er, en wat kost de doorbraak? Een "
	    "besparing is niet het doel. Wees eerlijk over wat het kost.",
	    PAGE_ACTIEPLAN, "Opslaan en naar stap 6", 2, {
	    { FIELD_KANS_UITLEG, "Waarom deze kans?",
	      "Noem feiten. Wat maakt het waarschijnlijk, of juist niet?",
	      "De werkgever heeft het schriftelijk gezegd, en eerder stopte "
	      "zo een contract.", 3 },
	    { FIELD_RENDEMENT, "Je verhaal bij de rekensom",
	      "Wat kost het, wat voorkomt het, wie betaalt en wie heeft er "
	      "baat bij?",
	      "De reparatie kost eenmalig € 900. Zonder werk betaalt de "
	      "gemeente elke maand meer bijstand.", 5 } } },
	[PAGE_ACTIEPLAN] = {
	    "Wie doet wat, en wanneer? En wat doe je als het anders loopt?",
	    PAGE_INLEVEREN, "Opslaan en nakijken", 1, {
	    { FIELD_PLAN_B, "Plan B",
	      "Wat doe je als een stap niet lukt? Wie merkt dat, en wie belt "
	      "wie?",
	      "Verlengt de werkgever niet? Dan belt de werkcoach binnen een "
	      "week twee andere organisaties.", 4 } } },
};

const char *
plan_form_intro(enum plan_page page)
{
	return FORMS[page].intro;
}

/*
 * Help that runs goes on, changes or stops: the facts are the dossier's, what
 * becomes of them is the reader's. Nothing is saved until somebody does so.
 */
static void
offer_begin(struct plan_text_view *text, const struct exchange *ex,
    const struct plan_place *place)
{
	const char *words = start_words(ex, place);

	if (words == NULL || !text_is_blank(text->value))
		return;
	if (form_count(&ex->search, "begin") == 1)
		text->value = words;
	else
		text->begin = "Begin met wat er nu loopt";
}

struct plan_form_view
plan_form_of(const struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, enum plan_page page)
{
	const struct page_form *form = &FORMS[page];
	struct plan_form_view v = {
		.action = plan_url(ex, place, plan_page_slug(page)),
		.csrf = ex->csrf,
		.owner = plan_owner(ex, place, NULL),
		.revision = record->revision,
		.count = form->count,
		.next = plan_page_slug(form->next),
		.next_words = form->next_words,
	};

	for (size_t i = 0; i < form->count; i++) {
		const struct asked *asked = &form->text[i];
		const char *name = plan_field_name(asked->field);

		v.text[i] = (struct plan_text_view){ .id = name,
			.name = name,
			.label = asked->label,
			.hint = asked->hint,
			.example = asked->example,
			.value = record->plan.text[asked->field],
			.basis = record->text_stamp[asked->field],
			.question = privacy_question(ex->arena, place->casus,
			    record->plan.text[asked->field]),
			.rows = asked->rows };
		if (asked->field == FIELD_HULP)
			offer_begin(&v.text[i], ex, place);
	}
	return v;
}

static const char *
sent_text(struct exchange *ex, enum plan_field field)
{
	return text_trim(ex->arena,
	    form_text(&ex->fields, plan_field_name(field)));
}

static const char *
basis_name(const struct exchange *ex, enum plan_field field)
{
	return arena_printf(ex->arena, "basis_%s", plan_field_name(field));
}

static const char *
fault_in(struct arena *a, const char *text)
{
	return text_length(text) > PLAN_TEXT_MAX ?
	    "Dit is te lang. Maak het korter dan 20.000 tekens." :
	    privacy_fault(a, text);
}

void
plan_form_fill(struct plan_form_view *v, struct exchange *ex,
    enum plan_page page)
{
	for (size_t i = 0; i < v->count; i++) {
		struct plan_text_view *text = &v->text[i];
		const char *basis = form_get(&ex->fields,
		    basis_name(ex, FORMS[page].text[i].field));

		text->value = sent_text(ex, FORMS[page].text[i].field);
		text->error = fault_in(ex->arena, text->value);
		if (basis != NULL) /* not of what came in between */
			text->basis = basis;
	}
}

bool
plan_form_is_sound(struct exchange *ex, enum plan_page page)
{
	const char *names[2 * PLAN_FORM_TEXTS + 3] = { "revisie", "?naar" };
	const char *basis;
	int64_t seen;

	for (size_t i = 0; i < FORMS[page].count; i++) {
		enum plan_field field = FORMS[page].text[i].field;

		names[2 + 2 * i] = plan_field_name(field);
		names[3 + 2 * i] = arena_printf(ex->arena, "?%s",
		    basis_name(ex, field));
	}
	if (!plan_fields_are(ex, names))
		return false;
	for (size_t i = 0; i < FORMS[page].count; i++)
		if (!plan_basis(ex, names[3 + 2 * i] + 1, &basis))
			return false;
	if (form_int(&ex->fields, "revisie", 0, INT64_MAX, &seen))
		return true;
	respond_status(ex, ST_INVALID);
	return false;
}

size_t
plan_form_faults(struct plan_error out[PLAN_FORM_TEXTS], struct exchange *ex,
    enum plan_page page)
{
	size_t n = 0;

	for (size_t i = 0; i < FORMS[page].count; i++) {
		const struct asked *asked = &FORMS[page].text[i];
		const char *message =
		    fault_in(ex->arena, sent_text(ex, asked->field));

		if (message != NULL)
			out[n++] = (struct plan_error){
				plan_field_name(asked->field), asked->label,
				message };
	}
	return n;
}

void
plan_form_ask_save(struct exchange *ex, const struct plan_place *place,
    enum plan_page page)
{
	const size_t size = sizeof(const char *);
	const char **fields = arena_array(ex->arena, PLAN_FORM_TEXTS, size);
	const char **texts = arena_array(ex->arena, PLAN_FORM_TEXTS, size);
	const char **bases = arena_array(ex->arena, PLAN_FORM_TEXTS, size);
	struct plan_texts all = { FORMS[page].count, fields, texts, bases, 0 };

	(void)form_int(&ex->fields, "revisie", 0, INT64_MAX, &all.seen);
	for (size_t i = 0; i < all.count; i++) {
		enum plan_field field = FORMS[page].text[i].field;

		fields[i] = plan_field_name(field);
		texts[i] = sent_text(ex, field);
		bases[i] = form_get(&ex->fields, basis_name(ex, field));
	}
	plan_ask_save(ex->batch, &place->key, &all);
}

void
plan_form_begin(struct exchange *ex, const struct plan_place *place,
    enum plan_page page)
{
	const struct safe_url *url = plan_url(ex, place, plan_page_slug(page));

	respond_redirect(ex,
	    url_fragment(ex->arena,
		url_query(ex->arena, url, "begin", "loopt"),
		plan_field_name(FIELD_HULP)));
}

static void
add_row(struct plan_conflict *c, struct exchange *ex,
    const struct plan_record *record, const struct asked *asked,
    const json_t *stamp)
{
	size_t n = c->count++;

	c->row[n] = (struct plan_conflict_row){ asked->label,
		record->plan.text[asked->field], sent_text(ex, asked->field) };
	c->basis[c->basis_count++] = (struct plan_conflict_field){
		basis_name(ex, asked->field),
		arena_strdup(ex->arena, json_string_value(stamp)) };
}

void
plan_form_conflict(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, enum plan_page page)
{
	const struct safe_url *url = plan_url(ex, place, plan_page_slug(page));
	struct plan_conflict c = { .page = page, .action = url, .keep = url,
		.send_words = "Bewaar wat ik nu typte" };
	json_t *stamps = json_loads(plan_read_stamps(ex->batch,
					QUERY_PLAN_SAVE), 0, NULL);

	for (size_t i = 0; i < FORMS[page].count; i++) {
		const struct asked *asked = &FORMS[page].text[i];
		const json_t *stamp = json_object_get(stamps,
		    plan_field_name(asked->field));

		if (json_is_string(stamp))
			add_row(&c, ex, record, asked, stamp);
	}
	json_decref(stamps);
	plan_conflict_answer(ex, place, record, &c);
}

enum plan_page
plan_form_page(enum plan_field field)
{
	for (int p = 0; p < PLAN_PAGE_COUNT; p++)
		for (size_t i = 0; i < FORMS[p].count; i++)
			if (FORMS[p].text[i].field == field)
				return (enum plan_page)p;
	return PAGE_INLEVEREN;
}

const char *
plan_form_label(enum plan_field field)
{
	for (size_t p = 0; p < PLAN_PAGE_COUNT; p++)
		for (size_t i = 0; i < FORMS[p].count; i++)
			if (FORMS[p].text[i].field == field)
				return FORMS[p].text[i].label;
	return "";
}
