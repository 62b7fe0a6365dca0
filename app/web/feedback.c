/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback.c - finds the plan and answers with the feedback page. What the
 * page says is composed in feedback_view.c; nothing of it is stored, because
 * the core makes the sums anew in a few microseconds.
 */
#include "web/feedback.h"

#include "pages.h"
#include "base/text.h"
#include "store/team.h"
#include "web/feedback_view.h"
#include "web/plan/frame.h"
#include "web/review/review.h"

#include <string.h>

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

/* How the plan stands, and the way to what coaches wrote of it. */
static void
fill_review(struct feedback_view *v, struct exchange *ex)
{
	const struct plan_place at = { .course = v->course, .casus = v->casus };
	const struct review_record *list;
	size_t count = review_read(ex->batch, &list);
	bool is_sent = false;

	for (size_t i = 0; i < count; i++)
		is_sent |= list[i].number == v->record->number &&
		    list[i].sent_s != 0;
	v->standing = review_standing_of(ex->arena, list, count,
	    v->record->number);
	if (v->is_coach || is_sent)
		v->review_url = version_url(ex->arena, &at, v->record,
		    v->is_coach, "reactie");
}

static void
answer(struct exchange *ex, bool is_coach,
    const struct feedback_typed *typed, int code)
{
	const struct course *course;
	const struct casus *casus;
	struct plan_record record;
	struct feedback_view *view;
	struct feedback_acts acts = { .typed = typed };
	struct html h = html_new(ex->arena);

	if (!find_casus(ex, &course, &casus) ||
	    !plan_read(&record, ex->batch) || record.handed_in_s == 0) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	acts.count = feedback_read(ex->batch, &acts.act);
	view = feedback_view_make(ex, course, casus, &record, &acts, is_coach);
	view->shell.has_fault = typed != NULL;
	fill_review(view, ex);
	page_feedback(&h, view);
	respond_page(ex, code, &h);
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
	feedback_ask(ex->batch, &key, 0, (int)number);
	review_ask(ex->batch, &key, 0, (int)number);
}

void
show_feedback(struct exchange *ex)
{
	answer(ex, false, NULL, 200);
}

/* The rule that a form is about; NULL: there is none, and 400 was answered. */
static const struct rule *
rule_sent(struct exchange *ex)
{
	const struct course *course;
	const struct casus *casus;
	const struct rule *rule;

	if (!find_casus(ex, &course, &casus)) {
		respond_status(ex, ST_NOT_FOUND);
		return NULL;
	}
	rule = rule_find(&casus->rules, form_text(&ex->fields, "regel"));
	if (rule == NULL || rule->kind == RULE_SEEN) {
		respond_status(ex, ST_INVALID);
		return NULL;
	}
	return rule;
}

static void
go_to_item(struct exchange *ex)
{
	respond_redirect(ex,
	    url_fragment(ex->arena,
		url_path(ex->arena, "cursus", exchange_param(ex, "cursus"),
		    "casus", exchange_param(ex, "casus"), "plan", "versie",
		    exchange_param(ex, "nummer"), NULL),
		arena_printf(ex->arena, "r-%s",
		    form_text(&ex->fields, "regel"))));
}

void
ask_feedback_open(struct exchange *ex)
{
	static const char *const NAMES[] = { "regel", "niveau", NULL };
	const struct rule *rule;
	struct plan_key key = key_of(ex);
	int64_t number, level;

	if (!is_asked(ex, &number) || !plan_fields_are(ex, NAMES))
		return;
	rule = rule_sent(ex);
	if (rule == NULL)
		return;
	if (!form_int(&ex->fields, "niveau", LEVEL_HINT, LEVEL_EXPERT,
		&level)) {
		respond_status(ex, ST_INVALID);
		return;
	}
	feedback_ask_open(ex->batch, &key, (int)number, rule->id,
	    (enum feedback_level)level);
}

void
show_feedback_open(struct exchange *ex)
{
	go_to_item(ex);
}

/* What was answered; error: why it cannot be saved. */
static struct feedback_typed
answer_sent(struct exchange *ex)
{
	struct feedback_typed typed = {
		.rule = form_text(&ex->fields, "regel"),
		.text = text_trim(ex->arena,
		    form_text(&ex->fields, "antwoord")),
		.agrees = strcmp(form_text(&ex->fields, "klopt"), "ja") == 0,
	};

	if (text_length(typed.text) > FEEDBACK_ANSWER_MOST)
		typed.error = "Je antwoord is te lang. Houd het bij 2.000 "
			      "tekens.";
	else if (typed.agrees && *typed.text == '\0')
		typed.error = "Schrijf erbij waarom het zo klopt voor jouw "
			      "plan.";
	return typed;
}

void
ask_feedback_answer(struct exchange *ex)
{
	static const char *const NAMES[] = { "regel", "antwoord", "klopt",
		"basis", NULL };
	struct plan_key key = key_of(ex);
	struct feedback_typed typed;
	const char *basis;
	int64_t number;

	if (!is_asked(ex, &number) || !plan_fields_are(ex, NAMES) ||
	    !plan_basis(ex, "basis", &basis) || rule_sent(ex) == NULL)
		return;
	typed = answer_sent(ex);
	if (typed.error == NULL)
		feedback_ask_answer(ex->batch, &key, (int)number, typed.rule,
		    basis, typed.text, typed.agrees);
	plan_ask(ex->batch, &key, (int)number);
	feedback_ask(ex->batch, &key, 0, (int)number);
	review_ask(ex->batch, &key, 0, (int)number);
}

void
show_feedback_answer(struct exchange *ex)
{
	struct feedback_typed typed = answer_sent(ex);

	if (typed.error != NULL) {
		answer(ex, false, &typed, 422);
		return;
	}
	if (feedback_is_saved(ex->batch)) {
		go_to_item(ex);
		return;
	}
	typed.error = "In een ander venster staat intussen een ander "
		      "antwoord. Kies wat je wilt bewaren.";
	answer(ex, false, &typed, 409);
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
	feedback_ask(ex->batch, &key, person, (int)number);
	review_ask(ex->batch, &key, person, (int)number);
	team_ask_look(ex->batch, &key, person, (int)number);
}

void
show_member_feedback(struct exchange *ex)
{
	answer(ex, true, NULL, 200);
}
