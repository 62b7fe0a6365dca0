/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * frame.c - which case, whose plan, and what stands around each page.
 *
 * One page, one round trip: the newest version comes whole (five statements)
 * beside the session and the visit. A page of a plan that is not there, or
 * was handed in, leads to the page of the case, which says what to do.
 */
#include "web/plan/frame.h"

#include "base/text.h"
#include "web/routes.h"
#include "store/feedback.h"
#include "store/review.h"
#include "web/plan/argument.h"
#include "web/plan/open_items.h"
#include "web/plan/remarks.h"
#include "web/visit.h"

#include <string.h>

static const struct {
	const char *slug;
	int step;
	const char *kicker, *title;
} PAGES[PLAN_PAGE_COUNT] = {
    {"huishouden", 1, "Stap 1 van 6", "Huishouden en situatieschets"},
    {"toekomst", 2, "Stap 2 van 6", "Toekomstperspectief"},
    {"doorbraak", 3, "Stap 3 van 6", "Doorbraak"},
    {"overzicht", 4, "Stap 4 van 6", "Overzicht"},
    {"onderbouwing", 5, "Stap 5 van 6", "Onderbouwen met de waardendriehoek"},
    {"legitimiteit", 5, "Stap 5 van 6: onderbouwing", "Legitimiteit"},
    {"rendement", 5, "Stap 5 van 6: onderbouwing", "Rendement"},
    {"actieplan", 6, "Stap 6 van 6", "Actieplan"},
    {"inleveren", 0, "Na stap 6", "Inleveren"},
    {"geschiedenis", 0, "Bij alle stappen", "Versies en geschiedenis"},
    {"meenemen", 0, "Bij alle stappen", "Neem je plan mee"},
};

const char *
plan_page_slug(enum plan_page page)
{
	return PAGES[page].slug;
}

enum plan_page
plan_page_by_slug(const char *slug)
{
	int i = 0;

	while (i < PLAN_PAGE_COUNT && strcmp(PAGES[i].slug, slug) != 0)
		i++;
	return (enum plan_page)i;
}

const struct safe_url *
plan_url(
    const struct exchange *ex, const struct plan_place *place, const char *page)
{
	return url_path(ex->arena, "cursus", place->course->slug, "casus",
	    place->casus->slug, "plan", page, NULL);
}

const struct safe_url *
plan_act_url(const struct exchange *ex, const struct plan_place *place,
    const char *page, const char *act)
{
	return url_path(ex->arena, "cursus", place->course->slug, "casus",
	    place->casus->slug, "plan", page, act, NULL);
}

bool
plan_find(struct exchange *ex, struct plan_place *out)
{
	out->course = library_course(ex->library, exchange_param(ex, "cursus"));
	out->casus = out->course == NULL ? NULL
					 : course_casus(out->course,
					       exchange_param(ex, "casus"));
	if (out->casus == NULL) {
		respond_status(ex, ST_NOT_FOUND);
		return false;
	}
	out->key = (struct plan_key){
	    ex->token_hash, out->course->slug, out->casus->slug};
	return true;
}

void
plan_ask_page(
    struct exchange *ex, const struct plan_place *place, enum plan_page page)
{
	int step = PAGES[page].step == 0 ? STEP_COUNT : PAGES[page].step;

	visit_note(ex, place->course->slug,
	    arena_printf(
		ex->arena, "casus/%s/plan/%d", place->casus->slug, step));
	plan_ask(ex->batch, &place->key, PLAN_NEWEST);
	feedback_ask(ex->batch, &place->key, 0, PLAN_NEWEST);
	review_ask(ex->batch, &place->key, 0, PLAN_NEWEST);
}

bool
plan_load(struct exchange *ex, const struct plan_place *place,
    struct plan_record *out)
{
	bool is_there = plan_read(out, ex->batch);

	if (is_there && out->handed_in_s == 0)
		return true;
	if (is_there && ex->route->refused != NULL) {
		ex->route->refused(ex, ST_HANDED_IN);
		return false;
	}
	respond_redirect(ex, url_path(ex->arena, "cursus", place->course->slug,
				 "casus", place->casus->slug, NULL));
	return false;
}

static void
fill_steps(struct plan_frame *out, const struct exchange *ex,
    const struct plan_place *place)
{
	static const char *const CSS[] = {"empty", "busy", "ready"};

	plan_check(&out->check, &out->record->plan);
	for (int i = 0; i < STEP_COUNT; i++) {
		enum step_state state = out->check.step[i].state;

		out->step[i] = (struct plan_step_link){
		    .number = i + 1,
		    .name = plan_step_name(i + 1),
		    .state = step_state_words(state),
		    .css = CSS[state],
		    .url = plan_url(ex, place, plan_step_slug(i + 1)),
		    .is_here = i + 1 == out->number,
		};
	}
}

const struct safe_url *
plan_todo_url(const struct exchange *ex, const struct plan_place *place,
    const struct plan_todo *todo)
{
	const struct safe_url *page = plan_url(ex, place, todo->page);

	return todo->article == NULL
		   ? page
		   : url_fragment(ex->arena, page,
			 arena_printf(ex->arena, "artikel-%s", todo->article));
}

/* What this page can do comes first; of the rest, the way there. */
static void
fill_todos(struct plan_frame *out, const struct exchange *ex,
    const struct plan_place *place, enum plan_page page)
{
	const struct step_check *check;

	if (out->number == 0)
		return;
	check = &out->check.step[out->number - 1];
	for (int is_elsewhere = 0; is_elsewhere < 2; is_elsewhere++)
		for (size_t i = 0; i < check->todo_count; i++) {
			const struct plan_todo *todo = &check->todo[i];
			bool is_here =
			    strcmp(todo->page, PAGES[page].slug) == 0;

			if (is_here == is_elsewhere)
				continue;
			out->todo[out->todo_count++] = (struct plan_frame_todo){
			    argument_todo_words(ex, todo),
			    is_here && todo->article == NULL
				? NULL
				: plan_todo_url(ex, place, todo),
			    todo->is_required};
		}
}

static const char *
saved_words(const struct exchange *ex, const struct plan_record *record)
{
	struct arena *a = ex->arena;

	if (record->revision == 0) /* begun, nothing written yet */
		return NULL;
	if (strcmp(text_date(a, record->saved_s), text_date(a, ex->now_s)) == 0)
		return arena_printf(
		    a, "Opgeslagen om %s", text_time(a, record->saved_s));
	return arena_printf(
	    a, "Opgeslagen op %s", text_date_time(a, record->saved_s));
}

struct plan_frame
plan_frame_for(const struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record, enum plan_page page)
{
	const char *course = place->course->slug, *casus = place->casus->slug;
	struct plan_frame out = {
	    .shell = shell_for(ex,
		arena_printf(ex->arena, "%s – %s", PAGES[page].title,
		    place->casus->title),
		MENU_HOME),
	    .course = place->course,
	    .casus = place->casus,
	    .record = record,
	    .course_url = url_path(ex->arena, "cursus", course, NULL),
	    .casus_url =
		url_path(ex->arena, "cursus", course, "casus", casus, NULL),
	    .hand_in_url = plan_url(ex, place, "inleveren"),
	    .past_url = plan_url(ex, place, "geschiedenis"),
	    .take_url = plan_url(ex, place, "meenemen"),
	    .kicker = PAGES[page].kicker,
	    .title = PAGES[page].title,
	    .saved = saved_words(ex, record),
	    .number = PAGES[page].step,
	    .is_folded = page == PAGE_RENDEMENT,
	    .is_at_hand_in = page == PAGE_INLEVEREN,
	    .is_at_past = page == PAGE_PAST,
	    .is_at_take = page == PAGE_TAKE,
	};

	out.shell.is_written = true;
	out.shell.start = "werk";
	fill_steps(&out, ex, place);
	fill_todos(&out, ex, place, page);
	open_items_fill(&out, ex, place, page);
	remarks_fill(&out, ex, place, page);
	return out;
}

void
plan_frame_refuse(
    struct plan_frame *frame, const struct plan_error *errors, size_t count)
{
	frame->errors = errors;
	frame->error_count = count;
	frame->shell.has_fault = count > 0;
}

bool
plan_has_fields(const struct exchange *ex, const char *const *names)
{
	size_t known = form_count(&ex->fields, "csrf");
	bool is_right = known == 1;

	for (; *names != NULL; names++) {
		bool is_optional = **names == '?';
		size_t n = form_count(&ex->fields, *names + is_optional);

		known += n;
		if (n > 1 || (n == 0 && !is_optional))
			is_right = false;
	}
	return is_right && known == ex->fields.count;
}

bool
plan_fields_are(struct exchange *ex, const char *const *names)
{
	bool is_right = plan_has_fields(ex, names);

	if (!is_right)
		respond_status(ex, ST_INVALID);
	return is_right;
}

enum { BASIS_MAX = 200 };

bool
plan_basis(struct exchange *ex, const char *name, const char **basis)
{
	*basis = form_get(&ex->fields, name);
	if (*basis == NULL)
		return true;
	if (strlen(*basis) <= BASIS_MAX &&
	    strspn(*basis, "abcdefghijklmnopqrstuvwxyz0123456789 ") ==
		strlen(*basis))
		return true;
	respond_status(ex, ST_INVALID);
	return false;
}

const char *
plan_owner(const struct exchange *ex, const struct plan_place *place,
    const char *suffix)
{
	return arena_printf(ex->arena, "%s/%s/%s%s%s", shell_owner(ex),
	    place->course->slug, place->casus->slug, suffix == NULL ? "" : "/",
	    suffix == NULL ? "" : suffix);
}

void
plan_respond_saved(
    struct exchange *ex, struct plan_saved saved, const char *stamps)
{
	char *body;

	if (!saved.is_saved) {
		respond_status(ex, ST_CONFLICT);
		return;
	}
	body = arena_printf(ex->arena,
	    "{\"opgeslagen_om\":\"%s\",\"revisie\":%lld,\"basis\":%s}",
	    text_time(ex->arena, saved.saved_s), (long long)saved.revision,
	    stamps);

	ex->response.code = 200;
	ex->response.type = "application/json";
	ex->response.body = body;
	ex->response.body_len = strlen(body);
}
