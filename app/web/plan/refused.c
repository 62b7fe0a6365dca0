/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * refused.c - the page that gives back what was written, so that it can be
 * copied, or sent once more. It asks the database nothing: it may be the
 * database that does not answer.
 */
#include "web/plan/refused.h"

#include "pages.h"
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
		{ "antwoord", "Jouw antwoord op de feedback" },
		{ "argument", "Waarom past dit artikel hier?" },
		{ "wat", "Wat gebeurt er?" },
		{ "wie", "Wie doet het?" },
		{ "wanneer", "Wanneer is het klaar?" },
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

static void
fill_rows(struct refused_view *v, const struct exchange *ex)
{
	const struct form *f = &ex->fields;
	struct refused_row *rows =
	    arena_array(ex->arena, f->count, sizeof(*rows));
	struct form_field *fields =
	    arena_array(ex->arena, f->count, sizeof(*fields));

	for (size_t i = 0; i < f->count; i++) {
		const char *label = label_of(f->field[i].name);

		if (label != NULL && *f->field[i].value != '\0')
			rows[v->row_count++] = (struct refused_row){ label,
				f->field[i].value,
				privacy_fault(ex->arena, f->field[i].value) };
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
	struct refused_view v = { .text = text,
		.shell = shell_plain(ex, text->title) };
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
	fill_rows(&v, ex);
	v.casus_url = url_path(ex->arena, "cursus", place.course->slug,
	    "casus", place.casus->slug, NULL);
	v.action = may_help ? url_local(ex->arena, ex->path) : NULL;
	page_plan_refused(&h, &v);
	respond_page(ex, text->code, &h);
	if (text->code == 503)
		respond_header(ex, "retry-after", "2");
}
