/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * module.c - the page of a module. One trip: the session, what was done in
 * this module, and (when somebody opens it) the visit. The text itself was
 * made at the start; a request prints it as it is.
 */
#include "web/module.h"

#include "base/text.h"
#include "core/validity.h"
#include "pages.h"
#include "web/glossary.h"
#include "web/visit.h"
#include "store/progress.h"

#include <stdlib.h>
#include <string.h>

bool
module_of_exchange(const struct exchange *ex, const struct course **course,
    const struct module **module)
{
	*course = library_course(ex->library, exchange_param(ex, "cursus"));
	*module = *course == NULL
		      ? NULL
		      : course_module(*course, exchange_param(ex, "module"));
	return *module != NULL;
}

/* After ask_ it is certain that they are there. */
static void
find_module(const struct exchange *ex, const struct course **course,
    const struct module **module)
{
	if (!module_of_exchange(ex, course, module))
		abort();
}

static const struct safe_url *
url_of(
    struct arena *a, const struct course *course, const struct module *module)
{
	return url_path(a, "cursus", course->slug, module->slug, NULL);
}

/* On this very page: going there loses nothing that was filled in. */
static const struct safe_url *
url_of_question(struct arena *a, const char *id)
{
	return url_fragment(
	    a, URL_LITERAL(""), arena_printf(a, "vraag-%s", id));
}

/* What comes after a module: the next one, the first case, the course. */
static struct link_view
link_after(
    struct arena *a, const struct course *course, const struct module *module)
{
	size_t i = (size_t)(module - course->modules) + 1;
	const struct casus *casus = course->casussen;

	if (i < course->module_count)
		return (struct link_view){course->modules[i].title,
		    url_of(a, course, &course->modules[i])};
	if (course->casus_count > 0)
		return (struct link_view){
		    casus->title, url_path(a, "cursus", course->slug, "casus",
				      casus->slug, NULL)};
	return (struct link_view){
	    course->title, url_path(a, "cursus", course->slug, NULL)};
}

static struct link_view
link_before(
    struct arena *a, const struct course *course, const struct module *module)
{
	if (module == course->modules)
		return (struct link_view){0};
	return (struct link_view){
	    module[-1].title, url_of(a, course, module - 1)};
}

/* What counts of the answers: those to the questions as they are now. */
static struct module_facts
facts_of(struct arena *a, const struct module *module,
    const struct quiz_state *state)
{
	struct question_facts *facts =
	    arena_array(a, module->question_count, sizeof(*facts));

	for (size_t i = 0; i < module->question_count; i++) {
		const struct quiz_record *r =
		    quiz_state_find(state, module->questions[i]);

		if (r != NULL)
			facts[i] = (struct question_facts){
			    r->attempts, r->is_right_first, r->is_right_once};
	}
	return progress_count(facts, module->question_count, state->is_read);
}

static const char *
words_score(struct arena *a, struct module_facts f)
{
	if (f.answered_count == 0)
		return NULL;
	if (f.answered_count < f.question_count)
		return arena_printf(a, "Je beantwoordde %d van de %d vragen.",
		    f.answered_count, f.question_count);
	return arena_printf(a,
	    "Je score: %d van de %d vragen in één keer goed.",
	    f.right_first_count, f.question_count);
}

static void
list_open(struct standing_view *v, struct arena *a, const struct module *module,
    const struct quiz_state *state)
{
	struct link_view *open =
	    arena_array(a, module->question_count, sizeof(*open));

	for (size_t i = 0; i < module->question_count; i++) {
		const struct question *q = module->questions[i];
		const struct quiz_record *r = quiz_state_find(state, q);

		if (r != NULL && r->is_right_once)
			continue;
		open[v->open_count++] = (struct link_view){
		    arena_printf(a,
			r == NULL ? "Beantwoord vraag %d"
				  : "Probeer vraag %d nog een keer",
			(int)i + 1),
		    url_of_question(a, q->id),
		};
	}
	v->open = open;
}

static struct standing_view
view_standing(const struct exchange *ex, const struct course *course,
    const struct module *module, const struct quiz_state *state)
{
	struct arena *a = ex->arena;
	struct module_facts facts = facts_of(a, module, state);
	struct standing_view v = {
	    .csrf = ex->csrf,
	    .url = url_of(a, course, module),
	    .read_url = url_path(
		a, "cursus", course->slug, module->slug, "gelezen", NULL),
	    .is_read = state->is_read,
	    .is_complete = progress_of_module(facts).state == PROGRESS_COMPLETE,
	    .score = words_score(a, facts),
	    .next = link_after(a, course, module),
	};

	list_open(&v, a, module, state);
	return v;
}

static const char *
note_for(const struct exchange *ex, const struct question *q,
    const struct quiz_state *state)
{
	if (strcmp(form_text(&ex->search, "elders"), q->id) == 0)
		return QUIZ_ELSEWHERE;
	if (quiz_state_is_outdated(state, q))
		return "Deze vraag is veranderd sinds je hem beantwoordde. "
		       "Kijk er nog eens naar.";
	return NULL;
}

static const struct piece_view *
view_pieces(const struct exchange *ex, const struct module_view *v,
    const struct quiz_state *state)
{
	const struct module *module = v->module;
	struct piece_view *pieces =
	    arena_array(ex->arena, module->section_count, sizeof(*pieces));

	for (size_t i = 0; i < module->section_count; i++) {
		const struct question *q = module->sections[i].question;
		struct quiz_shown shown;

		pieces[i].html = module->sections[i].html;
		if (q == NULL)
			continue;
		shown = (struct quiz_shown){
		    .record = quiz_state_find(state, q),
		    .note = note_for(ex, q, state),
		    .is_fresh =
			strcmp(form_text(&ex->search, "opnieuw"), q->id) == 0,
		};
		if (v->fault != NULL && v->fault->question != NULL &&
		    strcmp(v->fault->question, q->id) == 0)
			shown.fault = v->fault;
		pieces[i].question =
		    quiz_view(ex, v->course, module, q, &shown);
	}
	return pieces;
}

static const char *
words_meta(struct arena *a, const struct module *module)
{
	const char *reading =
	    arena_printf(a, "%d minuten lezen en oefenen", module->minutes);

	if (module->question_count == 0)
		return reading;
	return arena_printf(a, "%s · %zu %s", reading, module->question_count,
	    module->question_count == 1 ? "vraag" : "vragen");
}

static struct module_view
view_module(const struct exchange *ex, const struct quiz_state *state,
    const struct quiz_fault *fault)
{
	struct arena *a = ex->arena;
	const struct course *course;
	const struct module *module;
	struct module_view v;

	find_module(ex, &course, &module);
	v = (struct module_view){
	    .shell = shell_for(ex, module->title, MENU_NONE),
	    .course = course,
	    .module = module,
	    .course_url = url_path(a, "cursus", course->slug, NULL),
	    .url = url_of(a, course, module),
	    .meta = words_meta(a, module),
	    .date = text_iso_date(a, module->date),
	    .fault = fault,
	    .piece_count = module->section_count,
	    .standing = view_standing(ex, course, module, state),
	    .previous = link_before(a, course, module),
	    .next = link_after(a, course, module),
	};
	if (module->term_count > 0)
		v.glossary_url = glossary_url(a, course);
	if (validity_is_over(module->valid_until, ex->now_s))
		v.valid_until = text_iso_date(a, module->valid_until);
	if (fault != NULL && fault->question != NULL)
		v.fault_url = url_of_question(a, fault->question);
	v.pieces = view_pieces(ex, &v, state);
	return v;
}

void
module_respond(struct exchange *ex, int code, const struct quiz_fault *fault)
{
	struct html h = html_new(ex->arena);
	struct quiz_state state;
	struct module_view v;

	quiz_read_module(&state, ex->batch);
	v = view_module(ex, &state, fault);
	v.shell.has_fault = fault != NULL;
	page_module(&h, &v);
	respond_page(ex, code, &h);
}

void
ask_module(struct exchange *ex)
{
	const struct course *course;
	const struct module *module;

	if (!module_of_exchange(ex, &course, &module)) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	quiz_ask_module(ex->batch, ex->token_hash, ex->roles, course->slug,
	    module->slug);
	if (ex->part == NULL)
		visit_note(ex, course->slug, module->slug);
}

void
show_module(struct exchange *ex)
{
	struct html h = html_new(ex->arena);
	const struct course *course;
	const struct module *module;
	struct quiz_state state;
	struct standing_view v;

	if (ex->part == NULL) {
		module_respond(ex, 200, NULL);
		return;
	}
	find_module(ex, &course, &module);
	quiz_read_module(&state, ex->batch);
	v = view_standing(ex, course, module, &state);
	page_standing(&h, &v);
	respond_page(ex, 200, &h);
}

void
ask_read(struct exchange *ex)
{
	const struct course *course;
	const struct module *module;

	if (!module_of_exchange(ex, &course, &module)) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	quiz_ask_save_reading(
	    ex->batch, ex->token_hash, course->slug, module->slug);
	quiz_ask_module(ex->batch, ex->token_hash, ex->roles, course->slug,
	    module->slug);
}

/* On to what comes next; to what is still open while there is any. */
void
show_read(struct exchange *ex)
{
	const struct course *course;
	const struct module *module;
	struct quiz_state state;
	struct standing_view v;

	find_module(ex, &course, &module);
	quiz_read_module(&state, ex->batch);
	v = view_standing(ex, course, module, &state);
	respond_redirect(ex, v.is_complete
				 ? v.next.url
				 : url_fragment(ex->arena, v.url, "score"));
}
