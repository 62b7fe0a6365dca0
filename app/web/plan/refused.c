/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * refused.c - the page that gives back what was written, so that it can be
 * copied, or sent once more. It asks the database nothing: it may be the
 * database that does not answer.
 */
#include "web/plan/refused.h"

#include "pages.h"
#include "web/peer/place.h"
#include "web/plan/figures.h"
#include "web/plan/form.h"
#include "web/plan/line_form.h"
#include "web/privacy.h"

#include <string.h>

/* The words of a field that somebody fills in; NULL for what a form adds. */
static const char *
label_of(const char *name)
{
	static const struct {
		const char *name, *label;
	} OTHERS[] = {
	    {"antwoord", "Jouw antwoord"},
	    {"terug", "Jouw antwoord aan de lezer"},
	    {"opmerking", "Jouw opmerking bij het plan"},
	    {"woorden", "Jouw woorden bij het plan"},
	    {"ruimte", "De ruimte"},
	    {"afweging", "De afweging"},
	    {"argument", "De ruimte"}, /* of an older page */
	    {"wat", "Wat gebeurt er?"},
	    {"wie", "Wie doet het?"},
	    {"wanneer", "Wanneer is het klaar?"},
	};
	enum plan_field field = plan_field_by_name(name);

	if (field != FIELD_COUNT)
		return plan_form_label(field);
	for (int f = 0; f < FIGURE_COUNT; f++)
		if (strcmp(plan_figure_name((enum plan_figure)f), name) == 0)
			return figure_label((enum plan_figure)f);
	for (size_t i = 0; i < sizeof(OTHERS) / sizeof(OTHERS[0]); i++)
		if (strcmp(OTHERS[i].name, name) == 0)
			return OTHERS[i].label;
	return line_form_has_field(name) ? line_form_field_label(name) : NULL;
}

/* A field of the rubric, with the words of a level; false: it is none. */
static bool
find_rubric_row(struct refused_row *row, struct arena *a,
    const struct rubric *rubric, const struct form_field *sent)
{
	const struct rubric_field *fields;
	size_t n = rubric == NULL ? 0 : rubric_fields(&fields, a, rubric);

	for (size_t i = 0; i < n; i++)
		if (strcmp(fields[i].name, sent->name) == 0) {
			const char *level =
			    fields[i].criterion == NULL
				? NULL
				: rubric_words(
				      fields[i].criterion, sent->value);

			*row = (struct refused_row){
			    arena_printf(a, "%s: %s",
				peer_value_title(fields[i].value),
				fields[i].label),
			    level != NULL ? level : sent->value,
			    privacy_fault(a, sent->value)};
			return true;
		}
	return false;
}

static void
fill_rows(struct refused_view *v, const struct exchange *ex,
    const struct plan_place *place)
{
	const struct form *f = &ex->fields;
	struct refused_row *rows =
	    arena_array(ex->arena, f->count, sizeof(*rows));
	struct form_field *fields =
	    arena_array(ex->arena, f->count, sizeof(*fields));

	for (size_t i = 0; i < f->count; i++) {
		const char *label = label_of(f->field[i].name);

		if (*f->field[i].value != '\0' &&
		    find_rubric_row(&rows[v->row_count], ex->arena,
			place->course->rubric, &f->field[i]))
			v->row_count++;
		else if (label != NULL && *f->field[i].value != '\0')
			rows[v->row_count++] =
			    (struct refused_row){label, f->field[i].value,
				privacy_fault(ex->arena, f->field[i].value)};
		if (strcmp(f->field[i].name, "csrf") != 0)
			fields[v->field_count++] = f->field[i];
	}
	v->rows = rows;
	v->fields = fields;
}

void
plan_refused(struct exchange *ex, enum status status)
{
	const struct status_text *text = status_text(status);
	bool may_help = status == ST_UNAVAILABLE || status == ST_BUSY;
	struct refused_view v = {
	    .text = text, .shell = shell_plain(ex, text->title)};
	struct html h = html_new(ex->arena);
	struct plan_place place;

	if (ex->part != NULL ||
	    (!may_help && status != ST_HANDED_IN && status != ST_PRIVATE &&
		status != ST_EXPIRED_FORM)) {
		respond_status(ex, status);
		return;
	}
	if (!plan_find(ex, &place))
		return;
	fill_rows(&v, ex, &place);
	v.casus_url = url_path(ex->arena, "cursus", place.course->slug, "casus",
	    place.casus->slug, NULL);
	v.action = may_help ? url_local(ex->arena, ex->path) : NULL;
	page_plan_refused(&h, &v);
	respond_page(ex, text->code, &h);
	if (text->code == 503)
		respond_header(ex, "retry-after", "2");
}
