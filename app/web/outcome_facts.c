/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * outcome_facts.c - numbers of plans in sentences, each with the way to the
 * plans behind it. Only acts and words that are there are counted: whether a
 * household had a say can be read in a plan, not counted.
 */
#include "web/outcome_facts.h"

#include "core/suppress.h"
#include "web/outcome_words.h"

#include "store/law.h"

#include <string.h>

/* --- which plans ---------------------------------------------------------- */

static const struct {
	const char *field, *value; /* value NULL: any, it is the name */
	enum outcome_about about;
} PARAMS[] = {{"signaal", NULL, OUTCOME_SIGNAL},
    {"artikel", NULL, OUTCOME_ARTICLE}, {"wet", NULL, OUTCOME_STREAM},
    {"betaler", NULL, OUTCOME_PAYER},
    {"met", "oefentarief", OUTCOME_PRACTICE}, {"met", NULL, OUTCOME_TEXT},
    {"zonder", "dreigend", OUTCOME_NO_THREAT},
    {"zonder", "kans", OUTCOME_NO_CHANCE},
    {"zonder", "argument", OUTCOME_UNARGUED},
    {"zonder", "som", OUTCOME_REFUSED}, {"zonder", NULL, OUTCOME_NO_TEXT}};

struct outcome_filter
outcome_filter_of(const struct form *search)
{
	for (size_t i = 0; i < sizeof(PARAMS) / sizeof(PARAMS[0]); i++) {
		const char *name = form_get(search, PARAMS[i].field);

		if (name != NULL && (PARAMS[i].value == NULL ||
					strcmp(PARAMS[i].value, name) == 0))
			return (struct outcome_filter){PARAMS[i].about, name};
	}
	return (struct outcome_filter){OUTCOME_ALL, NULL};
}

/* What is counted of texts: after "In 3 van de 7 plannen staat". */
static const struct {
	enum plan_field field;
	const char *words;
} TEXTS[] = {{FIELD_WENS, "wat het huishouden zelf wil"},
    {FIELD_BETROKKENHEID, "wie er achter het plan staat"},
    {FIELD_ZELF, "wat het huishouden zelf doet"},
    {FIELD_PERSPECTIEF, "hoe het er over een jaar uitziet"},
    {FIELD_LEGITIMITEIT, "waarom het mag"},
    {FIELD_RENDEMENT, "wat het kost en wat het voorkomt"},
    {FIELD_KANS_UITLEG, "waarom de kans op misgaan zo groot is"},
    {FIELD_WEGING, "hoe de drie waarden tegen elkaar zijn afgewogen"}};

static const char *
text_words(const char *field)
{
	for (size_t i = 0; i < sizeof(TEXTS) / sizeof(TEXTS[0]); i++)
		if (strcmp(plan_field_name(TEXTS[i].field), field) == 0)
			return TEXTS[i].words;
	return "deze tekst";
}

static const char *
law_words(const struct exchange *ex, const char *code)
{
	const struct law *law = library_law(ex->library, code);

	if (law == NULL && local_law_number(code) > 0)
		return arena_printf(
		    ex->arena, "Lokaal artikel %d", local_law_number(code));
	return law == NULL ? code
			   : arena_printf(ex->arena, "%s, artikel %s", law->wet,
				 law->artikel);
}

const char *
outcome_filter_words(
    const struct exchange *ex, const struct outcome_filter *f)
{
	struct arena *a = ex->arena;

	switch (f->about) {
	case OUTCOME_ALL:
		return "Alle plannen achter deze getallen";
	case OUTCOME_SIGNAL:
		return arena_printf(a, "Plannen met signaal %s", f->name);
	case OUTCOME_ARTICLE:
		return arena_printf(
		    a, "Plannen met %s", law_words(ex, f->name));
	case OUTCOME_STREAM:
		return arena_printf(
		    a, "Plannen met regels voor %s", f->name);
	case OUTCOME_PAYER:
		return arena_printf(
		    a, "Plannen met regels van betaler %s", f->name);
	case OUTCOME_TEXT:
		return arena_printf(
		    a, "Plannen waarin staat %s", text_words(f->name));
	case OUTCOME_NO_TEXT:
		return arena_printf(
		    a, "Plannen waarin niet staat %s", text_words(f->name));
	case OUTCOME_NO_THREAT:
		return "Plannen zonder dreigende situatie";
	case OUTCOME_NO_CHANCE:
		return "Plannen zonder kans dat het misgaat";
	case OUTCOME_UNARGUED:
		return "Plannen met een artikel zonder uitleg";
	case OUTCOME_PRACTICE:
		return "Plannen met oefentarieven";
	case OUTCOME_REFUSED:
		return "Plannen die de rekenkern niet kan uitrekenen";
	}
	return "";
}

/* --- facts ---------------------------------------------------------------- */

enum { FACTS_MAX = 40 };

struct maker {
	const struct exchange *ex;
	const struct outcome *o;
	const struct safe_url *base;
	bool is_outsider;
};

/* param NULL: no way to the plans. */
static void
add(struct outcome_facts *list, const struct maker *m, size_t n,
    const char *words, const char *param, const char *value)
{
	struct arena *a = m->ex->arena;
	struct outcome_fact *fact;

	bool is_hidden =
	    m->is_outsider && suppress_share(n, m->o->plan_count);

	/* That a name is there at all says something of few. */
	if (list->count == FACTS_MAX || (is_hidden && param != NULL))
		return;
	if (list->items == NULL)
		list->items = arena_array(a, FACTS_MAX, sizeof(*fact));
	fact = &list->items[list->count++];
	if (is_hidden) {
		fact->words = arena_printf(a, "%c%s: " OUTCOME_TOO_FEW ".",
		    *words - 'a' + 'A', words + 1);
		return;
	}
	fact->words = arena_printf(a, "%s %s.",
	    outcome_words_share(a, n, m->o->plan_count), words);
	if (m->is_outsider || param == NULL || n == 0)
		return;
	fact->go = n == 1 ? "Bekijk dit plan"
			  : arena_printf(a, "Bekijk deze %zu plannen", n);
	fact->url = url_fragment(
	    a, url_query(a, m->base, param, value), "plannen");
}

/* What should be there: where it is not, the way leads to the plans that lack
 * it. They are what a coach acts upon. */
static void
add_wanted(struct outcome_facts *list, const struct maker *m, size_t n,
    const char *words, const char *without)
{
	struct arena *a = m->ex->arena;
	size_t lack = m->o->plan_count - n;
	struct outcome_fact *fact;

	if (list->count == FACTS_MAX)
		return;
	add(list, m, n, words, NULL, NULL);
	fact = &list->items[list->count - 1];
	if (m->is_outsider || lack == 0)
		return;
	fact->go = lack == 1
		       ? "Bekijk het plan zonder"
		       : arena_printf(a, "Bekijk de %zu plannen zonder", lack);
	fact->url = url_fragment(
	    a, url_query(a, m->base, "zonder", without), "plannen");
}

static void
add_text(
    struct outcome_facts *list, const struct maker *m, enum plan_field field)
{
	const char *name = plan_field_name(field);

	add_wanted(list, m, m->o->text_count[field],
	    arena_printf(m->ex->arena, "staat %s", text_words(name)), name);
}

static void
add_signals(struct outcome_facts *list, const struct maker *m)
{
	const struct outcome_counts *signals = &m->o->signals;

	for (size_t i = 0; i < signals->count; i++)
		add(list, m, signals->items[i].plan_count,
		    outcome_words_signal(
			m->ex->arena, signals->items[i].name),
		    "signaal", signals->items[i].name);
	if (m->o->refused_count > 0)
		add(list, m, m->o->refused_count,
		    "kan de rekenkern de som niet maken; die telt niet mee in "
		    "de bedragen",
		    "zonder", "som");
}

static void
add_legitimiteit(struct outcome_facts *list, const struct maker *m)
{
	const struct outcome_counts *articles = &m->o->articles;

	add_text(list, m, FIELD_LEGITIMITEIT);
	add_wanted(list, m, m->o->argued_count,
	    "staat bij elk gekozen artikel waarom het past", "argument");
	for (size_t i = 0; i < articles->count; i++)
		add(list, m, articles->items[i].plan_count,
		    arena_printf(m->ex->arena, "helpt %s",
			law_words(m->ex, articles->items[i].name)),
		    "artikel", articles->items[i].name);
}

/* The amounts themselves stand below. */
static void
add_rendement(struct outcome_facts *list, const struct maker *m)
{
	const struct outcome *o = m->o;

	add_text(list, m, FIELD_RENDEMENT);
	add_wanted(list, m,
	    o->plan_count - o->no_threat_count,
	    "staat in de som wat er gebeurt als het misgaat", "dreigend");
	add_wanted(list, m, o->chance_count,
	    "is een kans gekozen dat het misgaat", "kans");
	add_text(list, m, FIELD_KANS_UITLEG);
	add(list, m, o->illustrative_count,
	    "wegen tarieven mee die alleen bedoeld zijn om te oefenen", "met",
	    "oefentarief");
}

void
outcome_facts_make(struct outcome_view *v, const struct exchange *ex,
    const struct outcome *o, const struct safe_url *base)
{
	static const enum plan_field OURS[] = {FIELD_WENS, FIELD_BETROKKENHEID,
	    FIELD_ZELF, FIELD_PERSPECTIEF};
	const struct maker m = {ex, o, base, v->is_outsider};

	add_signals(&v->signals, &m);
	add_text(&v->signals, &m, FIELD_WEGING);
	for (size_t i = 0; i < sizeof(OURS) / sizeof(OURS[0]); i++)
		add_text(&v->betrokkenheid, &m, OURS[i]);
	add_legitimiteit(&v->legitimiteit, &m);
	add_rendement(&v->rendement, &m);
}
