/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback.c - finds the plan and answers with the feedback page. What the
 * page says is composed in feedback_view.c; nothing of it is stored, because
 * the core makes the sums anew in a few microseconds.
 */
#include "web/feedback.h"

#include "pages.h"
#include "store/team.h"
#include "web/feedback_view.h"

enum { VERSION_MAX = 1000 };

static bool
find_casus(const struct exchange *ex, const struct course **course,
    const struct casus **casus)
{
	*course = library_course(ex->library, exchange_param(ex, "cursus"));
	*casus = *course == NULL ? NULL : course_casus(*course,
	    exchange_param(ex, "casus"));
	return *casus != NULL;
}

static struct plan_key
key_of(const struct exchange *ex)
{
	return (struct plan_key){ .token_hash = ex->token_hash,
		.course = exchange_param(ex, "cursus"),
		.casus = exchange_param(ex, "casus") };
}

static bool
is_asked(struct exchange *ex, int64_t *number)
{
	const struct course *course;
	const struct casus *casus;

	if (find_casus(ex, &course, &casus) &&
	    form_parse_int(exchange_param(ex, "nummer"), 1, VERSION_MAX,
		number))
		return true;
	respond_status(ex, ST_NOT_FOUND);
	return false;
}

static void
answer(struct exchange *ex, bool is_coach)
{
	const struct course *course;
	const struct casus *casus;
	struct plan_record record;
	struct feedback_view *view;
	struct html h = html_new(ex->arena);

	if (!find_casus(ex, &course, &casus) ||
	    !plan_read(&record, ex->batch) || record.handed_in_s == 0) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	view = feedback_view_make(ex, course, casus, &record, is_coach);
	page_feedback(&h, view);
	respond_page(ex, 200, &h);
}

void
ask_feedback(struct exchange *ex)
{
	struct plan_key key;
	int64_t number;

	if (!is_asked(ex, &number))
		return;
	key = key_of(ex);
	plan_ask(ex->batch, &key, (int)number);
}

void
show_feedback(struct exchange *ex)
{
	answer(ex, false);
}

void
ask_member_feedback(struct exchange *ex)
{
	struct plan_key key;
	int64_t number, person;

	if (!is_asked(ex, &number))
		return;
	if (!form_parse_int(exchange_param(ex, "persoon"), 1, INT64_MAX,
		&person)) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	key = key_of(ex);
	plan_ask_member(ex->batch, &key, person, (int)number);
	team_ask_look(ex->batch, &key, person, (int)number);
}

void
show_member_feedback(struct exchange *ex)
{
	answer(ex, true);
}
