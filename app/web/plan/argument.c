/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * argument.c - the words about an argument, for every page that shows one.
 *
 * The example is Ilse's, of the texts in form.c: about an article that no
 * case has for its first, so that nobody can copy it.
 */
#include "web/plan/argument.h"

#include "base/text.h"
#include "web/law/law.h"

#include <string.h>

const char ARGUMENT_EXAMPLE_OF[] = "Participatiewet, artikel 35, lid 1";

const struct argument_asked ARGUMENT_ASKED[ARGUMENT_PARTS] = {
    [ARGUMENT_HINDERNIS] = {"De hindernis",
	"Welke regel of gewoonte houdt het hier tegen?",
	"Wie bijzondere bijstand vraagt voor een auto, hoort: er is "
	"openbaar vervoer. Zo staat het in onze richtlijn.",
	2},
    [ARGUMENT_RUIMTE] = {"De ruimte",
	"Wat mag er hier door dit artikel? Zeg het in je eigen woorden.",
	"De gemeente kijkt of kosten voor déze persoon nodig zijn, door "
	"bijzondere omstandigheden. De richtlijn is niet het laatste "
	"woord.",
	2},
    [ARGUMENT_AFWEGING] = {"De afweging",
	"Waarom past de uitzondering hier beter bij het doel van de wet? "
	"Wat pleit ertegen? Wie kan er bezwaar tegen hebben?",
	"De wet wil dat mensen zelf in hun inkomen voorzien. Met de auto "
	"houdt Ilse haar werk. Ertegen pleit dat anderen ook om een auto "
	"vragen. Maar hier rijdt ’s avonds geen bus en ligt er een "
	"contract. Wie dat ook heeft, krijgt hetzelfde antwoord.",
	3},
};

static const char *
name_of(const struct exchange *ex, const char *code)
{
	const struct law *law = law_of(ex, code);

	return law == NULL ? code : law_name(ex->arena, law);
}

const char *
argument_todo_words(const struct exchange *ex, const struct plan_todo *todo)
{
	static const char *const PARTS[] = {
	    "de hindernis", "de ruimte", "de afweging"};
	const char *words = "";
	uint32_t left = todo->lacks;

	if (todo->article == NULL)
		return todo->text;
	for (int i = 0; i < ARGUMENT_PARTS; i++) {
		if ((left >> i & 1) == 0)
			continue;
		left &= ~(1u << i);
		words = arena_printf(ex->arena, "%s%s%s", words,
		    *words == '\0' ? ""
		    : left == 0	   ? " en "
				   : ", ",
		    PARTS[i]);
	}
	return arena_printf(ex->arena, "Schrijf nog %s bij %s.", words,
	    name_of(ex, todo->article));
}

const char *
argument_part_title(
    const struct exchange *ex, enum argument_part part, const char *code)
{
	return arena_printf(ex->arena, "%s (%s)", ARGUMENT_ASKED[part].label,
	    name_of(ex, code));
}

const struct plan_article *
argument_find(const struct plan *plan, const char *code)
{
	for (size_t i = 0; i < plan->article_count; i++)
		if (strcmp(plan->articles[i].code, code) == 0)
			return &plan->articles[i];
	return NULL;
}
