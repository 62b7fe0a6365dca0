/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * course.c - the page of a course.
 */
#include "web/course.h"

#include "pages.h"
#include "web/glossary.h"

static const struct course *
course_of(const struct exchange *ex)
{
	return library_course(ex->library, exchange_param(ex, "cursus"));
}

void
ask_course(struct exchange *ex)
{
	if (course_of(ex) == NULL)
		respond_status(ex, ST_NOT_FOUND);
	else
		outline_ask(ex, PEOPLE_SELF);
}

void
show_course(struct exchange *ex)
{
	const struct course *course = course_of(ex);
	struct html h = html_new(ex->arena);
	struct progress_rows rows;
	struct course_view v = {
	    .shell = shell_for(ex, course->title, MENU_NONE),
	};

	if (course->glossary != NULL)
		v.glossary_url = glossary_url(ex->arena, course);
	progress_read(&rows, ex->batch);
	v.outline = outline_of(ex->arena, course, &rows);
	page_course(&h, &v);
	respond_page(ex, 200, &h);
}
