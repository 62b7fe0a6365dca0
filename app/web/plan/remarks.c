/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * remarks.c - what a coach wrote, beside the work.
 *
 * A reaction counts as opened on its own page only, so that it can be taken
 * back until then: here it says no more than that it is there.
 */
#include "web/plan/remarks.h"

#include "store/review.h"
#include "web/plan/form.h"

#include <string.h>

/* Is the passage written here? */
static bool
is_on_page(const char *passage, enum plan_page page)
{
	enum plan_page at = PAGE_RENDEMENT;

	if (strncmp(passage, "tekst:", 6) == 0)
		at = plan_form_page(plan_field_by_name(passage + 6));
	else if (strncmp(passage, "artikel:", 8) == 0)
		at = PAGE_LEGITIMITEIT;
	else if (strncmp(passage, "actie:", 6) == 0)
		at = PAGE_ACTIEPLAN;
	return at == page;
}

static const struct safe_url *
review_url(const struct exchange *ex, const struct plan_place *place,
    int number, const char *anchor)
{
	const struct safe_url *url = url_path(ex->arena, "cursus",
	    place->course->slug, "casus", place->casus->slug, "plan", "versie",
	    arena_printf(ex->arena, "%d", number), "reactie", NULL);

	return anchor == NULL ? url : url_fragment(ex->arena, url, anchor);
}

static void
add_note(struct plan_remark *list, size_t *count, const struct exchange *ex,
    const struct plan_place *place, const struct review_record *r,
    const struct review_note *note)
{
	char *anchor = arena_printf(ex->arena, "o-%lld-%d-%s",
	    (long long)r->reviewer_id, r->round, note->passage);

	for (char *c = anchor; *c != '\0'; c++)
		if (*c == ':')
			*c = '-';
	list[(*count)++] = (struct plan_remark){.who = r->reviewer,
	    .text = note->text,
	    .was = note->was,
	    .answer = *note->answer == '\0' ? NULL : note->answer,
	    .go = "Beantwoord dit, of zet het op gedaan",
	    .url = review_url(ex, place, r->number, anchor)};
}

void
remarks_fill(struct plan_frame *out, const struct exchange *ex,
    const struct plan_place *place, enum plan_page page)
{
	const struct review_record *list;
	size_t count = review_read(ex->batch, &list), most = count;
	struct plan_remark *remarks;

	for (size_t i = 0; i < count; i++)
		most += list[i].note_count;
	remarks = arena_array(ex->arena, most, sizeof(*remarks));
	for (size_t i = 0; i < count; i++) {
		const struct review_record *r = &list[i];

		if (r->number != out->record->number - 1 || r->sent_s == 0)
			continue;
		if (!r->is_opened) {
			remarks[out->remark_count++] = (struct plan_remark){
			    .who = r->reviewer,
			    .text = "Je hebt een nieuwe reactie op je plan.",
			    .go = "Lees de reactie",
			    .url = review_url(ex, place, r->number, NULL)};
			continue;
		}
		if (r->whole != NULL && r->outcome == REVIEW_QUESTION &&
		    !r->whole->is_done)
			add_note(remarks, &out->remark_count, ex, place, r,
			    r->whole);
		for (size_t k = 0; k < r->note_count; k++)
			if (!r->notes[k].is_done &&
			    is_on_page(r->notes[k].passage, page))
				add_note(remarks, &out->remark_count, ex, place,
				    r, &r->notes[k]);
	}
	out->remarks = remarks;
}
