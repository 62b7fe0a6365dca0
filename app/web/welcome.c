/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * welcome.c - the opening page, with a question to try, and the tour. The
 * answers are all in the page, each in a fold of its own: nothing is sent and
 * nothing is kept.
 */
#include "web/welcome.h"

#include "pages.h"

/* Of the first course that offers one. */
static const struct question *
find_taste(const struct library *library)
{
	for (size_t i = 0; i < library->course_count; i++)
		if (library->courses[i].taste != NULL)
			return library->courses[i].taste;
	return NULL;
}

static const struct taste_option *
view_options(struct arena *a, const struct question *q)
{
	struct taste_option *options =
	    arena_array(a, q->option_count, sizeof(*options));

	for (size_t i = 0; i < q->option_count; i++)
		options[i] = (struct taste_option){
		    .text = q->text->options[i],
		    .feedback = q->text->feedback[i],
		    .verdict = q->is_right[i] ? "Goed." : "Niet goed.",
		    .verdict_css = q->is_right[i] ? "lms-verdict--right"
						  : "lms-verdict--wrong",
		};
	return options;
}

void
show_welcome(struct exchange *ex)
{
	struct html h = html_new(ex->arena);
	struct welcome_view v = {
	    .shell = shell_plain(ex, "Help een gezin dat klem zit"),
	    .taste = find_taste(ex->library),
	};

	if (v.taste != NULL) {
		v.taste_text = v.taste->text;
		v.options = view_options(ex->arena, v.taste);
	}
	page_welcome(&h, &v);
	respond_page(ex, 200, &h);
}

void
show_tour(struct exchange *ex)
{
	struct html h = html_new(ex->arena);
	struct tour_view v = {.shell = shell_plain(ex, "Rondleiding")};

	ex->visitor = NULL; /* there is no form: no cookie is needed */
	page_tour(&h, &v);
	respond_page(ex, 200, &h);
}
