/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_check.c - completeness of a plan.
 *
 * Required is the main field of each step, each of the three values (they
 * weigh the same, so none may be missing), a line in huidig and in doorbraak,
 * an article, an action and a plan B. The rest is advice.
 */
#include "core/plan_check.h"

#include "base/text.h"

#include <string.h>

static const struct {
	const char *slug, *name;
} STEPS[STEP_COUNT] = {
	{ "huishouden", "Huishouden en situatieschets" },
	{ "toekomst", "Toekomstperspectief" },
	{ "doorbraak", "Doorbraak" },
	{ "overzicht", "Overzicht" },
	{ "onderbouwing", "Onderbouwing" },
	{ "actieplan", "Actieplan" },
};

/* What a part needs: a text, or something that is counted. */
enum need {
	NEED_TEXT,
	NEED_ARTICLE,
	NEED_ARGUMENTS,
	NEED_HUIDIG,
	NEED_DREIGEND,
	NEED_DOORBRAAK,
	NEED_CHANCE,
	NEED_ACTION
};

struct part {
	int step;
	const char *page;
	enum need need;
	enum plan_field field; /* of NEED_TEXT */
	bool is_required;
	const char *todo;
};

static const struct part PARTS[] = {
	{ 1, "huishouden", NEED_TEXT, FIELD_SITUATIE, true,
	    "Schrijf op wie er in huis wonen en wat er speelt." },
	{ 1, "huishouden", NEED_TEXT, FIELD_KNELT, false,
	    "Zeg wat er nu het meest knelt." },
	{ 2, "toekomst", NEED_TEXT, FIELD_WENS, true,
	    "Schrijf op wat het huishouden zelf wil, in eigen woorden." },
	{ 2, "toekomst", NEED_TEXT, FIELD_PERSPECTIEF, false,
	    "Beschrijf hoe het er over een jaar uitziet." },
	{ 3, "doorbraak", NEED_TEXT, FIELD_DOORBRAAK, true,
	    "Schrijf op wat de doorbraak is: wie doet wat anders dan anders?" },
	{ 3, "doorbraak", NEED_TEXT, FIELD_HINDERNIS, false,
	    "Noem de hindernis: welke regel of afspraak houdt het tegen?" },
	{ 4, "overzicht", NEED_TEXT, FIELD_HULP, true,
	    "Schrijf op welke hulp doorgaat, verandert en erbij komt." },
	{ 4, "overzicht", NEED_TEXT, FIELD_ZELF, false,
	    "Schrijf op wat het huishouden zelf doet." },
	{ 5, "onderbouwing", NEED_TEXT, FIELD_BETROKKENHEID, true,
	    "Onderbouw de betrokkenheid: wie staat erachter?" },
	{ 5, "legitimiteit", NEED_ARTICLE, 0, true,
	    "Kies ten minste één wetsartikel dat ruimte geeft." },
	{ 5, "legitimiteit", NEED_TEXT, FIELD_LEGITIMITEIT, true,
	    "Onderbouw de legitimiteit: waarom mag dit?" },
	{ 5, "rendement", NEED_HUIDIG, 0, true,
	    "Zet in de rekensom wat er nu loopt (huidig)." },
	{ 5, "rendement", NEED_DOORBRAAK, 0, true,
	    "Zet in de rekensom wat jouw plan kost (doorbraak)." },
	{ 5, "rendement", NEED_TEXT, FIELD_RENDEMENT, true,
	    "Onderbouw het rendement: wat kost het en wat voorkomt het?" },
	{ 5, "rendement", NEED_DREIGEND, 0, false,
	    "Zet in de rekensom wat er gebeurt als het misgaat (dreigend)." },
	{ 5, "rendement", NEED_CHANCE, 0, false,
	    "Kies hoe groot de kans is dat het misgaat." },
	{ 5, "rendement", NEED_TEXT, FIELD_KANS_UITLEG, false,
	    "Leg uit waarom je deze kans kiest." },
	{ 5, "legitimiteit", NEED_ARGUMENTS, 0, false,
	    "Maak ook bij de andere artikelen je argument af." },
	{ 5, "onderbouwing", NEED_TEXT, FIELD_WEGING, false,
	    "Weeg de drie waarden tegen elkaar af." },
	{ 6, "actieplan", NEED_ACTION, 0, true,
	    "Zet ten minste één actie in je plan: wat, wie en wanneer." },
	{ 6, "actieplan", NEED_TEXT, FIELD_PLAN_B, true,
	    "Schrijf je plan B op: wat doe je als het anders loopt?" },
};

static bool
has_line(const struct plan *plan, enum scenario scenario)
{
	for (size_t i = 0; i < plan->line_count; i++)
		if (plan->lines[i].scenario == scenario)
			return true;
	return false;
}

/* Bits of the parts that nobody wrote yet. */
static uint32_t
lacks_of(const struct plan_article *article)
{
	uint32_t lacks = 0;

	for (int i = 0; i < ARGUMENT_PARTS; i++)
		if (text_is_blank(article->part[i]))
			lacks |= 1u << i;
	return lacks;
}

static bool
has_part(const struct plan *plan, const struct part *part)
{
	switch (part->need) {
	case NEED_TEXT:
		return !text_is_blank(plan->text[part->field]);
	case NEED_ARTICLE:
		return plan->article_count > 0;
	case NEED_ARGUMENTS: /* add_articles */
		return false;
	case NEED_HUIDIG:
		return has_line(plan, SCENARIO_HUIDIG);
	case NEED_DREIGEND:
		return has_line(plan, SCENARIO_DREIGEND);
	case NEED_DOORBRAAK:
		return has_line(plan, SCENARIO_DOORBRAAK);
	case NEED_CHANCE:
		return plan->kans_dreigend != NULL;
	case NEED_ACTION:
		return plan->action_count > 0;
	}
	return false;
}

/* The first articles of which a part is open, each by its code. */
static void
add_articles(struct step_check *step, const struct plan *plan,
    const struct part *part)
{
	size_t count = 0;

	for (size_t i = 0; i < plan->article_count; i++) {
		uint32_t lacks = lacks_of(&plan->articles[i]);

		if (lacks == 0 || ++count > TODO_ARTICLES_MAX)
			continue;
		step->todo[step->todo_count++] = (struct plan_todo){
			part->page, "Maak je argument bij dit artikel af.",
			false, plan->articles[i].code, lacks };
	}
	if (count > TODO_ARTICLES_MAX)
		step->todo[step->todo_count++] = (struct plan_todo){
			part->page, part->todo, false, NULL, 0 };
}

/* Adds what is open; the table is walked twice, so required comes first. */
static void
add_todos(struct plan_check *out, const struct plan *plan, bool is_required)
{
	for (size_t i = 0; i < sizeof(PARTS) / sizeof(PARTS[0]); i++) {
		const struct part *part = &PARTS[i];
		struct step_check *step = &out->step[part->step - 1];

		if (part->is_required != is_required)
			continue;
		if (part->need == NEED_ARGUMENTS) {
			add_articles(step, plan, part);
			continue;
		}
		if (has_part(plan, part)) {
			if (step->state == STEP_EMPTY)
				step->state = STEP_BUSY;
			continue;
		}
		step->todo[step->todo_count++] = (struct plan_todo){
			part->page, part->todo, is_required, NULL, 0 };
		out->required_count += is_required;
	}
}

void
plan_check(struct plan_check *out, const struct plan *plan)
{
	*out = (struct plan_check){ 0 };
	add_todos(out, plan, true);
	add_todos(out, plan, false);
	for (int i = 0; i < STEP_COUNT; i++) {
		struct step_check *step = &out->step[i];

		if (step->todo_count == 0 || !step->todo[0].is_required)
			step->state = STEP_READY;
		else if (out->first_open == 0)
			out->first_open = i + 1;
	}
}

const char *
plan_step_slug(int step)
{
	return STEPS[step - 1].slug;
}

const char *
plan_step_name(int step)
{
	return STEPS[step - 1].name;
}

int
plan_step_by_slug(const char *slug)
{
	for (int i = 0; i < STEP_COUNT; i++)
		if (strcmp(STEPS[i].slug, slug) == 0)
			return i + 1;
	return 0;
}

const char *
step_state_words(enum step_state state)
{
	switch (state) {
	case STEP_EMPTY:
		return "nog leeg";
	case STEP_BUSY:
		return "bezig";
	case STEP_READY:
		return "klaar";
	}
	return "";
}
