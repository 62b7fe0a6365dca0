/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * glossary.c - the page of the terms of a course. Its texts were made at the
 * start; a request asks the database for the session only.
 */
#include "web/glossary.h"

#include "base/text.h"
#include "core/validity.h"
#include "pages.h"

#include <string.h>

const struct safe_url *
glossary_url(struct arena *a, const struct course *course)
{
	return url_path(a, "cursus", course->slug, "begrippen", NULL);
}

static const struct course *
course_of(const struct exchange *ex)
{
	return library_course(ex->library, exchange_param(ex, "cursus"));
}

/* A run of terms for each letter that there is. */
static size_t
view_letters(
    const struct letter_view **out, struct arena *a, const struct glossary *g)
{
	struct letter_view *letters =
	    arena_array(a, g->term_count, sizeof(*letters));
	size_t n = 0;

	for (size_t i = 0; i < g->term_count; i++) {
		char letter = g->by_name[i]->letter;
		struct letter_view *l;

		if (n == 0 || letters[n - 1].name[0] != letter) {
			l = &letters[n++];
			l->name[0] = letter;
			(void)stpcpy(l->anchor, "letter-?");
			l->anchor[7] = (char)(letter - 'A' + 'a');
			l->terms = &g->by_name[i];
		}
		letters[n - 1].term_count++;
	}
	*out = letters;
	return n;
}

void
ask_glossary(struct exchange *ex)
{
	const struct course *course = course_of(ex);

	if (course == NULL || course->glossary == NULL)
		respond_status(ex, ST_NOT_FOUND);
}

void
show_glossary(struct exchange *ex)
{
	struct arena *a = ex->arena;
	const struct course *course = course_of(ex);
	const struct glossary *g = course->glossary;
	struct html h = html_new(a);
	struct glossary_view v = {
	    .shell = shell_for(ex, g->title, MENU_NONE),
	    .course = course,
	    .glossary = g,
	    .course_url = url_path(a, "cursus", course->slug, NULL),
	    .url = glossary_url(a, course),
	    .date = text_iso_date(a, g->date),
	};

	if (validity_is_over(g->valid_until, ex->now_s))
		v.valid_until = text_iso_date(a, g->valid_until);
	v.letter_count = view_letters(&v.letters, a, g);
	page_glossary(&h, &v);
	respond_page(ex, 200, &h);
}
