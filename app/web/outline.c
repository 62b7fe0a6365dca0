/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * outline.c - a course with how far somebody is, in words. The words say
 * first what is done, then what is still to do.
 */
#include "web/outline.h"

#include "base/text.h"
#include "core/plan_check.h"

const char *
outline_step_name(int step)
{
	static const char *const NAMES[STEP_COUNT] = {"Huishouden", "Toekomst",
	    "Doorbraak", "Overzicht", "Onderbouwing", "Actieplan"};

	return step >= 1 && step <= STEP_COUNT ? NAMES[step - 1] : "";
}

/* The questions of the whole library. */
static const struct progress_question *
all_questions(struct arena *a, const struct library *library, size_t *count)
{
	struct progress_question *list;
	size_t n = 0;

	for (size_t c = 0; c < library->course_count; c++)
		for (size_t m = 0; m < library->courses[c].module_count; m++)
			n += library->courses[c].modules[m].question_count;
	*count = n;
	list = arena_array(a, n, sizeof(*list));
	for (size_t c = library->course_count; c-- > 0;) {
		const struct course *course = &library->courses[c];

		for (size_t m = course->module_count; m-- > 0;) {
			const struct module *module = &course->modules[m];

			for (size_t q = module->question_count; q-- > 0;)
				list[--n] =
				    (struct progress_question){course->slug,
					module->slug, module->questions[q]->id,
					module->questions[q]->version};
		}
	}
	return list;
}

void
outline_ask(struct exchange *ex, int64_t whom)
{
	size_t count;
	const struct progress_question *questions =
	    all_questions(ex->arena, ex->library, &count);

	progress_ask(ex->batch, ex->token_hash, whom, questions, count);
}

static void
set_badge(struct part_view *v, const char *complete)
{
	switch (v->state) {
	case PROGRESS_NONE:
		v->badge = "nog niet begonnen";
		v->badge_css = "lms-badge--empty";
		break;
	case PROGRESS_BUSY:
		v->badge = "bezig";
		v->badge_css = "lms-badge--busy";
		break;
	case PROGRESS_COMPLETE:
		v->badge = complete;
		v->badge_css = "lms-badge--ok";
		break;
	}
}

static const char *
plural(int n, const char *one, const char *more)
{
	return n == 1 ? one : more;
}

static const char *
words_module(struct arena *a, const struct module *module,
    const struct module_progress *p)
{
	const char *begun;

	switch (p->state) {
	case PROGRESS_NONE:
		if (p->score_max == 0)
			return arena_printf(
			    a, "Ongeveer %d minuten.", module->minutes);
		return arena_printf(a, "Ongeveer %d minuten, met %d %s.",
		    module->minutes, p->score_max,
		    plural(p->score_max, "vraag", "vragen"));
	case PROGRESS_COMPLETE:
		if (p->score_max == 0)
			return "Gelezen.";
		return arena_printf(a,
		    "Gelezen. %d van de %d vragen in één keer goed.", p->score,
		    p->score_max);
	case PROGRESS_BUSY:
		break;
	}
	if (p->open_count == 0)
		return "Alle vragen goed. Klik onderaan nog op Gelezen.";
	begun = p->must_read ? "Je bent begonnen." : "Gelezen.";
	if (p->open_count == p->score_max)
		return arena_printf(a, "%s Nog %d %s.", begun, p->open_count,
		    plural(p->open_count, "vraag", "vragen"));
	return arena_printf(a, "%s Nog %d van de %d vragen.", begun,
	    p->open_count, p->score_max);
}

static struct part_view
view_module(struct arena *a, const struct course *course,
    const struct module *module, struct module_facts facts)
{
	struct module_progress p = progress_of_module(facts);
	struct part_view v = {
	    .title = module->title,
	    .url = url_path(a, "cursus", course->slug, module->slug, NULL),
	    .words = words_module(a, module, &p),
	    .state = p.state,
	};

	set_badge(&v, "klaar");
	return v;
}

/* What remains after this step. */
static const char *
words_left(struct arena *a, int step)
{
	int left = STEP_COUNT - step;

	if (left == 0)
		return "Daarna kun je je plan inleveren.";
	return arena_printf(
	    a, "Daarna nog %d %s.", left, plural(left, "stap", "stappen"));
}

/* Busy with a draft: at which step. */
static void
view_draft(struct part_view *v, struct arena *a, const struct course *course,
    const struct casus *casus, const struct progress_plan *plan)
{
	int step = plan->step > 0 ? plan->step : 1;
	const char *version =
	    plan->handed_in_s != 0 ? "Je werkt aan een nieuwe versie. " : "";

	v->words = arena_printf(a, "%sStap %d van %d: %s. %s", version, step,
	    STEP_COUNT, outline_step_name(step), words_left(a, step));
	v->go_url = url_path(a, "cursus", course->slug, "casus", casus->slug,
	    "plan", plan_step_slug(step), NULL);
	v->go_text = "Ga verder met je plan";
}

static struct part_view
view_casus(struct arena *a, const struct course *course,
    const struct casus *casus, const struct progress_plan *plan)
{
	struct part_view v = {
	    .title = casus->title,
	    .url =
		url_path(a, "cursus", course->slug, "casus", casus->slug, NULL),
	    .state = progress_of_casus(progress_casus_facts(plan)),
	};

	set_badge(&v, "ingeleverd");
	if (plan == NULL) {
		v.words = arena_printf(a,
		    "Maak zelf een plan. Ongeveer %d minuten; je kunt "
		    "tussendoor stoppen.",
		    casus->minutes);
	} else if (plan->is_draft) {
		view_draft(&v, a, course, casus, plan);
	} else {
		v.words =
		    arena_printf(a, "Ingeleverd op %s. De feedback ligt klaar.",
			text_date(a, plan->handed_in_s));
		v.go_url = url_path(a, "cursus", course->slug, "casus",
		    casus->slug, "plan", "versie",
		    arena_printf(a, "%d", plan->handed_in_number), NULL);
		v.go_text = "Lees je feedback";
	}
	return v;
}

static const char *
todo_module(
    struct arena *a, const struct module *module, struct module_facts facts)
{
	struct module_progress p = progress_of_module(facts);

	if (p.must_read && p.open_count > 0)
		return arena_printf(a,
		    "%s: lees de module en beantwoord nog %d %s.",
		    module->title, p.open_count,
		    plural(p.open_count, "vraag", "vragen"));
	if (p.must_read)
		return arena_printf(a, "%s: %s.", module->title,
		    p.state == PROGRESS_NONE ? "lees de module"
					     : "klik onderaan op Gelezen");
	return arena_printf(a, "%s: beantwoord nog %d %s goed.", module->title,
	    p.open_count, plural(p.open_count, "vraag", "vragen"));
}

static const char *
todo_casus(
    struct arena *a, const struct casus *casus, enum progress_state state)
{
	if (state == PROGRESS_BUSY)
		return arena_printf(a, "%s: lever je plan in.", casus->title);
	return arena_printf(
	    a, "%s: maak een plan en lever het in.", casus->title);
}

static struct module_facts
facts_of(const struct course *course, const struct module *module,
    const struct progress_rows *rows)
{
	return progress_module_facts(
	    progress_find_module(rows, course->slug, module->slug),
	    module->question_count);
}

struct course_progress
outline_progress(struct arena *a, const struct course *course,
    const struct progress_rows *rows)
{
	size_t modules = course->module_count, casussen = course->casus_count;
	struct module_facts *facts = arena_array(a, modules, sizeof(*facts));
	struct casus_facts *plans = arena_array(a, casussen, sizeof(*plans));

	for (size_t i = 0; i < modules; i++)
		facts[i] = facts_of(course, &course->modules[i], rows);
	for (size_t i = 0; i < casussen; i++)
		plans[i] = progress_casus_facts(progress_find_plan(
		    rows, course->slug, course->casussen[i].slug));
	return progress_of_course(facts, modules, plans, casussen);
}

/* Views of all parts, and what is lacking. */
static void
fill_parts(
    struct course_outline *o, struct arena *a, const struct progress_rows *rows)
{
	const struct course *course = o->course;
	size_t modules = course->module_count, casussen = course->casus_count;
	struct part_view *views =
	    arena_array(a, modules + casussen, sizeof(*views));
	const char **todo = arena_array(a, modules + casussen, sizeof(*todo));

	for (size_t i = 0; i < modules; i++) {
		const struct module *module = &course->modules[i];
		struct module_facts facts = facts_of(course, module, rows);

		views[i] = view_module(a, course, module, facts);
		if (views[i].state != PROGRESS_COMPLETE)
			todo[o->todo_count++] = todo_module(a, module, facts);
	}
	for (size_t i = 0; i < casussen; i++) {
		const struct casus *casus = &course->casussen[i];
		const struct progress_plan *plan =
		    progress_find_plan(rows, course->slug, casus->slug);
		struct part_view *v = &views[modules + i];

		*v = view_casus(a, course, casus, plan);
		if (v->state != PROGRESS_COMPLETE)
			todo[o->todo_count++] = todo_casus(a, casus, v->state);
	}
	o->modules = views;
	o->casussen = views + modules;
	o->todo = todo;
	o->progress = outline_progress(a, course, rows);
}

const char *
outline_words(struct arena *a, const struct course_progress *p)
{
	return arena_printf(a, "%d van de %d onderdelen klaar",
	    p->complete_count, p->part_count);
}

struct course_outline
outline_of(struct arena *a, const struct course *course,
    const struct progress_rows *rows)
{
	struct course_outline o = {
	    .course = course, .url = url_path(a, "cursus", course->slug, NULL)};

	fill_parts(&o, a, rows);
	o.words = outline_words(a, &o.progress);
	return o;
}
