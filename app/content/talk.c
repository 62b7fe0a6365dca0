/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * talk.c - read and check the talks of a case.
 *
 * A case gives less time than all talks cost together, so that choosing
 * teaches; but the talk with the resident must leave at least as much for
 * the others. Source of the rules: courses/README.md, "Gesprekken".
 */
#include "content/talk.h"

#include <string.h>

static const char EARLY[] = "## Eerst de inwoner";

/* The line that the section begins on, 0 when there is none. */
static size_t
find_early(const struct source *s)
{
	for (size_t i = 0; i < s->line_count; i++)
		if (!s->lines[i].is_verbatim &&
		    line_starts(&s->lines[i], EARLY) &&
		    s->lines[i].len == strlen(EARLY))
			return i + 1;
	return 0;
}

static void
take_early(struct document *d, struct page *p)
{
	size_t line = find_early(p->source);
	const char *text;

	if (line == 0)
		return;
	text =
	    source_lines(p->arena, p->source, line + 1, p->source->line_count);
	source_blank(p->source, line, p->source->line_count);
	d->early = page_blocks(p, text, (int)line + 1);
	if (d->early == NULL)
		PAGE_FAULT(p, (int)line,
		    "onder deze kop staat niets. Schrijf wat de ander zegt "
		    "als de inwoner nog niet is gevraagd.");
	if (d->early_minutes == 0)
		PAGE_FAULT(p, (int)line,
		    "deze kop hoort bij ‘eerst-inwoner’ in de kop. Schrijf "
		    "‘eerst-inwoner: 10 minuten’ of haal dit stuk weg.");
}

/* Keys that say something of a talk, in what is none. */
static void
check_no_talk(struct page *p, const struct header *h)
{
	static const char *const KEYS[] = {
	    "vraag-aan", "inwoner", "eerst-inwoner"};

	for (size_t i = 0; i < sizeof(KEYS) / sizeof(*KEYS); i++)
		if (header_get(h, KEYS[i]) != NULL)
			PAGE_FAULT(p, header_line(h, KEYS[i]),
			    "‘%s’ hoort bij een gesprek. Zet er "
			    "‘tijd: 30 minuten’ bij of haal de regel weg.",
			    KEYS[i]);
}

static void
read_resident(struct document *d, struct page *p, const struct header *h)
{
	const char *resident = header_get(h, "inwoner");

	d->is_resident = resident != NULL;
	if (resident != NULL && strcmp(resident, "ja") != 0)
		PAGE_FAULT(p, header_line(h, "inwoner"),
		    "schrijf ‘inwoner: ja’, of haal de regel weg.");
}

static void
read_early_minutes(struct document *d, struct page *p, const struct header *h)
{
	int line = header_line(h, "eerst-inwoner");

	if (header_get(h, "eerst-inwoner") == NULL)
		return;
	d->early_minutes = header_minutes(h, p->faults, "eerst-inwoner");
	if (d->is_resident)
		PAGE_FAULT(p, line,
		    "dit gesprek is met de inwoner zelf. Haal ‘inwoner’ of "
		    "‘eerst-inwoner’ weg.");
	if (d->early_minutes > d->minutes && d->minutes > 0)
		PAGE_FAULT(p, line,
		    "te vroeg vragen kost %d minuten, meer dan het hele "
		    "gesprek (%d). Maak het getal kleiner.",
		    d->early_minutes, d->minutes);
	if (find_early(p->source) == 0)
		PAGE_FAULT(p, line,
		    "de kop ‘## Eerst de inwoner’ ontbreekt. Schrijf daar, "
		    "aan het eind, wat de ander zegt als de inwoner nog niet "
		    "is gevraagd.");
}

void
talk_take(struct document *d, struct page *p, const struct header *h)
{
	if (header_get(h, "tijd") == NULL) {
		check_no_talk(p, h);
		take_early(d, p);
		return;
	}
	d->minutes = header_minutes(h, p->faults, "tijd");
	d->who = header_need(
	    h, p->faults, "vraag-aan", "Woonstichting De Linde, incasso");
	if (strcmp(d->kind, "gesprek") != 0)
		PAGE_FAULT(p, header_line(h, "soort"),
		    "met ‘tijd’ in de kop is dit een gesprek. Schrijf "
		    "‘soort: gesprek’ of haal ‘tijd’ weg.");
	read_resident(d, p, h);
	read_early_minutes(d, p, h);
	take_early(d, p);
}

/* Minutes of all talks, and of those with the resident. */
static int
count_minutes(const struct casus *c, int *resident)
{
	int all = 0;

	*resident = 0;
	for (size_t i = 0; i < c->document_count; i++) {
		all += c->documents[i].minutes;
		if (c->documents[i].is_resident)
			*resident += c->documents[i].minutes;
	}
	return all;
}

static void
check_choice(const struct casus *c, const struct reading *r,
    const struct header *h, int all, int resident)
{
	int line = header_line(h, "gesprekstijd");

	if (resident == 0)
		fault_add(r->faults, h->file, line,
		    "er is geen gesprek met de inwoner zelf. Zet "
		    "‘inwoner: ja’ in de kop van dat gesprek.");
	if (2 * resident > c->talk_minutes)
		fault_add(r->faults, h->file, line,
		    "praten met de inwoner kost %d minuten: meer dan de helft "
		    "van de gesprekstijd (%d). Geef meer tijd, of maak dat "
		    "gesprek korter.",
		    resident, c->talk_minutes);
	for (size_t i = 0; i < c->document_count; i++)
		if (resident + c->documents[i].minutes > c->talk_minutes &&
		    !c->documents[i].is_resident)
			fault_add(r->faults, h->file, line,
			    "voor het gesprek ‘%s’ is geen tijd meer na dat "
			    "met de inwoner. Geef meer tijd.",
			    c->documents[i].title);
	if (all <= c->talk_minutes && r->advice != NULL)
		fault_add(r->advice, h->file, line,
		    "alle gesprekken samen kosten %d minuten en er is tijd "
		    "voor %d. Dan valt er niets te kiezen.",
		    all, c->talk_minutes);
}

void
talks_check(
    const struct casus *c, const struct reading *r, const struct header *h)
{
	bool is_timed = header_get(h, "gesprekstijd") != NULL;
	int resident, all = count_minutes(c, &resident);

	if (all > 0 && is_timed && c->talk_minutes > 0)
		check_choice(c, r, h, all, resident);
	else if (all > 0 && !is_timed)
		fault_add(r->faults, h->file, 1,
		    "er zijn gesprekken, maar de kop mist de sleutel "
		    "‘gesprekstijd’. Voeg toe: ‘gesprekstijd: 150 minuten’.");
	else if (all == 0 && is_timed && c->document_count > 0)
		fault_add(r->faults, h->file, header_line(h, "gesprekstijd"),
		    "er is gesprekstijd, maar geen document heeft ‘tijd’ in "
		    "de kop. Maak een gesprek of haal de regel weg.");
}
