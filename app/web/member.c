/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * member.c - one person's page: rows become acts in words. Who may look is
 * decided by the statements, which give no row about anybody else.
 */
#include "web/member.h"

#include "base/text.h"
#include "pages.h"
#include "web/outline.h"
#include "web/review/review.h"

#include <string.h>

/* The acts of the page, beside the work itself. */
struct acts {
	size_t attempt_count, version_count;
	const struct attempt_record *attempts;
	const struct version_record *versions;
};

/* --- a module ------------------------------------------------------------- */

static bool
is_attempt_at(const struct attempt_record *x, const struct course *course,
    const struct module *module, const struct question *question)
{
	return strcmp(x->question, question->id) == 0 &&
	       strcmp(x->version, question->version) == 0 &&
	       strcmp(x->module, module->slug) == 0 &&
	       strcmp(x->course, course->slug) == 0;
}

static const char *
words_question(struct arena *a, const struct person_attempt *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].is_right)
			return i == 0 ? "in één keer goed"
				      : arena_printf(
					    a, "goed bij poging %zu", i + 1);
	if (count == 0)
		return "nog niet beantwoord";
	return arena_printf(a, "%zu keer geprobeerd, nog niet goed", count);
}

static struct person_question
question_of(const struct person_work *w, const struct acts *acts,
    const struct course *course, const struct module *module, size_t index)
{
	struct arena *a = w->arena;
	const struct question *q = module->questions[index];
	struct person_question v = {.number = (int)index + 1,
	    .anchor =
		person_module_anchor(a, course->slug, module->slug, q->id),
	    .url = url_fragment(a,
		url_path(a, "cursus", course->slug, module->slug, NULL),
		arena_printf(a, "vraag-%s", q->id))};
	struct person_attempt *list;
	size_t n = 0;

	for (size_t i = 0; i < acts->attempt_count; i++)
		n += is_attempt_at(&acts->attempts[i], course, module, q);
	list = arena_array(a, n, sizeof(*list));
	for (size_t i = 0; i < acts->attempt_count; i++) {
		const struct attempt_record *x = &acts->attempts[i];

		if (!is_attempt_at(x, course, module, q))
			continue;
		list[v.attempt_count] =
		    (struct person_attempt){.number = (int)v.attempt_count + 1,
			.is_right = x->is_right,
			.when = text_date_time(a, x->answered_s)};
		v.attempt_count++;
		v.is_right |= x->is_right;
	}
	v.attempts = list;
	v.words = words_question(a, list, n);
	return v;
}

/* " Nog open: vraag 2, 5." or nothing. */
static const char *
words_open(
    struct arena *a, const struct person_question *questions, size_t count)
{
	const char *out = "";

	for (size_t i = 0; i < count; i++)
		if (!questions[i].is_right)
			out = arena_printf(a, "%s%s%d", out,
			    *out == '\0' ? " Nog open: vraag " : ", ",
			    questions[i].number);
	return *out == '\0' ? out : arena_printf(a, "%s.", out);
}

/* NULL: the badge says it all. */
static const char *
words_module(struct arena *a, const struct progress_module *row,
    const struct module_progress *p, const struct person_question *questions)
{
	const char *read =
	    row == NULL || row->read_s == 0
		? "Nog niet gelezen."
		: arena_printf(a, "Gelezen op %s.", text_date(a, row->read_s));

	if (p->state == PROGRESS_NONE)
		return NULL;
	if (p->score_max == 0)
		return read;
	return arena_printf(a, "%s %d van de %d vragen goed.%s", read,
	    p->score_max - p->open_count, p->score_max,
	    words_open(a, questions, (size_t)p->score_max));
}

/* A state as badge; `complete` is its word for what is done. */
static void
badge_of(const char **badge, const char **css, enum progress_state state,
    const char *complete)
{
	switch (state) {
	case PROGRESS_NONE:
		*badge = "nog niet begonnen";
		*css = "lms-badge--empty";
		break;
	case PROGRESS_BUSY:
		*badge = "bezig";
		*css = "lms-badge--busy";
		break;
	case PROGRESS_COMPLETE:
		*badge = complete;
		*css = "lms-badge--ok";
		break;
	}
}

static struct person_module
module_of(const struct person_work *w, const struct acts *acts,
    const struct course *course, const struct module *module)
{
	struct arena *a = w->arena;
	const struct progress_module *row =
	    progress_find_module(&w->rows, course->slug, module->slug);
	struct module_progress p = progress_of_module(
	    progress_module_facts(row, module->question_count));
	struct person_question *questions =
	    arena_array(a, module->question_count, sizeof(*questions));
	struct person_module v = {.title = module->title,
	    .anchor = person_module_anchor(a, course->slug, module->slug, NULL),
	    .is_open = p.try_count > 0,
	    .questions = questions};

	badge_of(&v.badge, &v.badge_css, p.state, "klaar");
	if (p.state != PROGRESS_NONE)
		v.question_count = module->question_count;
	for (size_t i = 0; i < v.question_count; i++)
		questions[i] = question_of(w, acts, course, module, i);
	v.words = words_module(a, row, &p, questions);
	return v;
}

/* --- a plan --------------------------------------------------------------- */

/* By whom a version was opened first. */
static const char *
words_looked(struct arena *a, const struct version_record *x)
{
	if (x->looked_s == 0)
		return "Nog niet door een coach geopend.";
	return arena_printf(a, "Geopend door %s op %s.",
	    x->reader == NULL ? "een coach" : x->reader,
	    text_date(a, x->looked_s));
}

/* Of a draft: where it is and since when. NULL: there is none. */
static const char *
words_plan(struct arena *a, const struct progress_plan *plan)
{
	const char *begin = "Werkt aan";

	if (plan == NULL || !plan->is_draft)
		return NULL;
	if (plan->handed_in_s != 0)
		begin = "Werkt aan een nieuwe versie,";
	if (plan->step == 0)
		return arena_printf(a, "%s het plan. Laatst bewaard op %s.",
		    plan->handed_in_s != 0 ? "Werkt aan een nieuwe versie van"
					   : begin,
		    text_date_time(a, plan->saved_s));
	return arena_printf(a, "%s stap %d: %s. Laatst bewaard op %s.", begin,
	    plan->step, outline_step_name(plan->step),
	    text_date_time(a, plan->saved_s));
}

static struct person_plan
plan_of(const struct person_work *w, const struct acts *acts,
    const struct course *course, const struct casus *casus)
{
	struct arena *a = w->arena;
	const struct progress_plan *plan =
	    progress_find_plan(&w->rows, course->slug, casus->slug);
	struct person_version *list =
	    arena_array(a, acts->version_count, sizeof(*list));
	struct person_plan v = {.title = casus->title,
	    .anchor = person_plan_anchor(a, course->slug, casus->slug),
	    .words = words_plan(a, plan),
	    .versions = list};

	badge_of(&v.badge, &v.badge_css,
	    progress_of_casus(progress_casus_facts(plan)), "ingeleverd");
	for (size_t i = 0; i < acts->version_count; i++) {
		const struct version_record *x = &acts->versions[i];

		if (strcmp(x->casus, casus->slug) != 0 ||
		    strcmp(x->course, course->slug) != 0)
			continue;
		list[v.version_count++] =
		    (struct person_version){.number = x->number,
			.when = text_date_time(a, x->handed_in_s),
			.looked = words_looked(a, x),
			.standing = x->verdict_s == 0
					? NULL
					: review_standing_words(a, x->verdict,
					      x->verdict_by, x->verdict_s),
			.read_url = person_review_url(
			    w, course->slug, casus->slug, x->number),
			.url = person_version_url(
			    w, course->slug, casus->slug, x->number)};
	}
	return v;
}

/* --- the page ------------------------------------------------------------- */

static struct person_course
course_of(const struct person_work *w, const struct acts *acts,
    const struct course *course)
{
	struct arena *a = w->arena;
	struct person_module *modules =
	    arena_array(a, course->module_count, sizeof(*modules));
	struct person_plan *plans =
	    arena_array(a, course->casus_count, sizeof(*plans));
	struct person_course v = {.course = course,
	    .anchor = person_course_anchor(a, course->slug),
	    .progress = outline_progress(a, course, &w->rows),
	    .modules = modules,
	    .plans = plans};

	v.words = outline_words(a, &v.progress);
	for (size_t i = 0; i < course->module_count; i++)
		modules[i] = module_of(w, acts, course, &course->modules[i]);
	for (size_t i = 0; i < course->casus_count; i++)
		plans[i] = plan_of(w, acts, course, &course->casussen[i]);
	return v;
}

static struct person_view
view_of(const struct person_work *w, const struct acts *acts)
{
	size_t count = w->library->course_count;
	struct person_course *courses =
	    arena_array(w->arena, count, sizeof(*courses));
	struct person_view v = {.name = w->member->person,
	    .course_count = count,
	    .courses = courses};
	int64_t seen_s = person_seen_s(w);

	if (seen_s != 0)
		v.last_seen = text_date_time(w->arena, seen_s);
	v.attention = person_attention(w);
	for (size_t i = 0; i < count; i++)
		courses[i] = course_of(w, acts, &w->library->courses[i]);
	return v;
}

/* "Noord en Zuid": somebody may be in more than one team. */
static const char *
teams_of(struct arena *a, const struct member_record *list, size_t count)
{
	const char *out = "";

	for (size_t i = 0; i < count; i++)
		if (list[i].team != NULL)
			out = arena_printf(a, "%s%s%s", out,
			    *out != '\0' ? " en " : "", list[i].team);
	return out;
}

static void
ask_person(struct exchange *ex, int64_t whom)
{
	outline_ask(ex, whom);
	team_ask_members(ex->batch, ex->token_hash, whom);
	team_ask_stuck(ex->batch, ex->token_hash, whom);
	team_ask_acts(ex->batch, ex->token_hash, whom);
	review_ask_answered(ex->batch, ex->token_hash, whom);
}

/* False: there is nobody, or not for whoever asks. */
static bool
read_person(struct member_view *v, struct exchange *ex, bool is_self)
{
	const struct member_record *members;
	size_t count = team_read_members(ex->batch, &members);
	struct person_work w = {.arena = ex->arena,
	    .library = ex->library,
	    .now_s = ex->now_s,
	    .is_self = is_self,
	    .member = members};
	struct acts acts;

	if (count == 0)
		return false;
	progress_read(&w.rows, ex->batch);
	w.stuck_count = team_read_stuck(ex->batch, &w.stuck);
	w.answered_count = review_read_answered(ex->batch, &w.answered);
	acts.attempt_count = team_read_attempts(ex->batch, &acts.attempts);
	acts.version_count = team_read_versions(ex->batch, &acts.versions);
	v->teams = teams_of(ex->arena, members, count);
	v->url = person_url(&w, NULL);
	v->person = view_of(&w, &acts);
	return true;
}

void
ask_member(struct exchange *ex)
{
	int64_t id;

	if (form_parse_int(exchange_param(ex, "persoon"), 1, INT64_MAX, &id))
		ask_person(ex, id);
	else
		respond_status(ex, ST_NOT_FOUND);
}

void
show_member(struct exchange *ex)
{
	struct member_view v = {.teams = ""};
	struct html h = html_new(ex->arena);

	if (!read_person(&v, ex, false)) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	v.shell = shell_for(ex, v.person.name, MENU_TEAM);
	page_member(&h, &v);
	respond_page(ex, 200, &h);
}

void
ask_shared(struct exchange *ex)
{
	ask_person(ex, PEOPLE_SELF);
	team_ask_coaches(ex->batch, ex->token_hash);
}

void
show_shared(struct exchange *ex)
{
	struct member_view v = {.teams = ""};
	struct html h = html_new(ex->arena);

	if (!read_person(&v, ex, true)) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	v.shell = shell_for(ex, "Dit ziet je coach", MENU_NONE);
	v.coach_count = team_read_coaches(ex->batch, &v.coaches);
	page_shared(&h, &v);
	respond_page(ex, 200, &h);
}
