/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * document.c - read one document of a case.
 *
 * One whose header has `tijd` is a talk: the learner chooses to have it. Its
 * last section, "Eerst de inwoner", is what the party says when the resident
 * was not asked yet; it is cut out of the text and kept apart. Whether the
 * talks of a case make sense together is talk.c's business.
 */
#include "content/document.h"

#include "content/talk.h"

#include <string.h>

static void
check_kind(const struct header *h, struct faults *f, const char *kind)
{
	static const char *const KINDS[] = {
	    "situatieschets", "brief", "gesprek", "besluit", "overzicht"};

	for (size_t i = 0; i < sizeof(KINDS) / sizeof(*KINDS); i++)
		if (strcmp(KINDS[i], kind) == 0)
			return;
	fault_add(f, h->file, header_line(h, "soort"),
	    "de soort ‘%s’ bestaat niet. Kies situatieschets, brief, gesprek, "
	    "besluit of overzicht.",
	    kind);
}

void
document_read(struct document *d, const struct reading *r, const char *casus,
    const char *slug)
{
	const char *path =
	    arena_printf(r->arena, "casussen/%s/documenten/%s.md", casus, slug);
	struct source s;
	struct header h;
	struct page page;

	*d = (struct document){.slug = slug, .title = slug, .who = ""};
	if (!source_read(&s, r->arena, r->faults,
		arena_printf(r->arena, "%s/%s", r->folder, path)))
		return;
	if (!header_take(&h, r->arena, r->faults, &s,
		"title soort van datum language " TALK_KEYS))
		return;
	header_check(&h, r->faults);
	d->title = header_need(&h, r->faults, "title", "Brief van de gemeente");
	d->kind = header_need(&h, r->faults, "soort", "brief");
	d->from = header_need(&h, r->faults, "van", "Naam, functie");
	d->date = header_date(&h, r->faults, "datum");
	if (*d->kind != '\0')
		check_kind(&h, r->faults, d->kind);
	page = page_new(r->arena, r->faults, &s, r->map, path);
	page.title = d->title;
	talk_take(d, &page, &h);
	d->html = page_whole(&page, page_tree(&page));
	if (d->html == NULL)
		fault_add(r->faults, s.file, 1,
		    "dit document is leeg. Schrijf "
		    "de tekst onder de kop.");
}
