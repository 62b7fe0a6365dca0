/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * quiz.c - answering a question of a module.
 *
 * An answer's key is question, version and attempt: sending it twice is one
 * act. ask_answer judges the fields (the course content is in memory), so a
 * fault is known before the database is asked. The answers:
 *	stored		303 back to the question, or the fragment
 *	a fault		422, the same page or fragment, the choice kept
 *	old version	409, the same with the new question
 *	other attempt	something else was stored under this attempt, in another
 *			window: what is stored is shown, with a note
 */
#include "web/quiz.h"

#include "base/text.h"
#include "pages.h"
#include "web/module.h"

#include <string.h>

enum { ATTEMPTS_MAX = 1000 };

const char QUIZ_ELSEWHERE[] =
    "Je had deze vraag al beantwoord, misschien in een ander venster. Je ziet "
    "hier het antwoord dat is opgeslagen.";

/* --- showing ---------------------------------------------------------------
 */

static void
word_option(
    struct option_view *v, const struct question *q, enum option_mark mark)
{
	switch (mark) {
	case MARK_NONE:
		v->feedback = NULL;
		break;
	case MARK_RIGHT:
		v->css = " lms-option--right";
		v->verdict_css = "lms-verdict--right";
		v->verdict = q->is_multiple ? "Goed gekozen" : "Jouw antwoord";
		break;
	case MARK_WRONG:
		v->css = " lms-option--wrong";
		v->verdict_css = "lms-verdict--wrong";
		v->verdict =
		    q->is_multiple ? "Niet goed gekozen" : "Jouw antwoord";
		break;
	case MARK_MISSED:
		v->css = " lms-option--missed";
		v->verdict_css = "lms-verdict--missed";
		v->verdict = q->is_multiple ? "Dit hoorde er ook bij"
					    : "Dit was het goede antwoord";
		break;
	}
}

static const struct option_view *
view_options(struct arena *a, const struct question *q,
    const struct quiz_shown *shown, bool is_answered)
{
	struct option_view *list =
	    arena_array(a, q->option_count, sizeof(*list));
	option_set chosen = 0;
	bool tells_all = false;

	if (is_answered) {
		chosen = shown->record->chosen;
		tells_all = question_tells_all(
		    shown->record->attempts, shown->record->is_right_once);
	} else if (shown->fault != NULL) {
		chosen = shown->fault->chosen;
	}
	for (size_t i = 0; i < q->option_count; i++) {
		list[i] = (struct option_view){
		    .number = (int)i + 1,
		    .text = q->text->options[i],
		    .feedback = q->text->feedback[i],
		    .is_chosen = (chosen >> i & 1) != 0,
		    .css = "",
		};
		word_option(&list[i], q,
		    is_answered ? question_mark_option(q, chosen, i, tells_all)
				: MARK_NONE);
	}
	return list;
}

/* "Opgeslagen om 14:03", with the date when that was another day. */
static const char *
words_saved(struct arena *a, int64_t when_s, int64_t now_s)
{
	if (strcmp(text_date(a, when_s), text_date(a, now_s)) == 0)
		return arena_printf(
		    a, "Opgeslagen om %s", text_time(a, when_s));
	return arena_printf(a, "Opgeslagen op %s", text_date_time(a, when_s));
}

static void
word_result(struct question_view *v, const struct question *q,
    const struct quiz_record *r)
{
	bool tells_all = question_tells_all(r->attempts, r->is_right_once);

	switch (question_judge(q, r->chosen)) {
	case VERDICT_RIGHT:
		v->result = "Goed beantwoord";
		v->result_css = "lms-question__result--right";
		v->is_right = true;
		return;
	case VERDICT_PARTLY:
		v->result = "Nog niet helemaal";
		v->result_css = "lms-question__result--partly";
		break;
	case VERDICT_WRONG:
		v->result = "Nog niet goed";
		v->result_css = "lms-question__result--wrong";
		break;
	}
	if (r->is_right_once)
		v->advice = "Je had deze vraag eerder goed. Dat blijft zo.";
	else if (tells_all)
		v->advice = "Lees de uitleg rustig na. Probeer het daarna nog "
			    "een keer: dan telt de vraag mee.";
	else if (v->is_multiple)
		v->advice = "Kijk nog eens naar alle antwoorden. Is er een te "
			    "veel, of mist er een?";
	else
		v->advice = "Lees de tekst hierboven nog eens en kies opnieuw.";
}

static int
number_of(const struct module *module, const struct question *q)
{
	int number = 1;

	for (size_t i = 0; module->questions[i] != q; i++)
		number++;
	return number;
}

struct question_view
quiz_view(const struct exchange *ex, const struct course *course,
    const struct module *module, const struct question *q,
    const struct quiz_shown *shown)
{
	const struct quiz_record *r = shown->record;
	struct arena *a = ex->arena;
	struct question_view v = {
	    .id = q->id,
	    .version = q->version,
	    .csrf = ex->csrf,
	    .action = url_path(
		a, "cursus", course->slug, module->slug, "antwoord", NULL),
	    .number = number_of(module, q),
	    .count = (int)module->question_count,
	    .attempt = r != NULL ? r->attempts + 1 : 1,
	    .is_multiple = q->is_multiple,
	    .is_answered =
		r != NULL && !shown->is_fresh && shown->fault == NULL,
	    .prompt = q->text->prompt,
	    .option_count = q->option_count,
	    .hint_count = q->text->hint_count,
	    .hints = q->text->hints,
	    .note = shown->note,
	    .error = shown->fault != NULL ? shown->fault->message : NULL,
	};

	v.options = view_options(a, q, shown, v.is_answered);
	if (v.is_answered) {
		word_result(&v, q, r);
		v.saved = words_saved(a, r->answered_s, ex->now_s);
		if (question_tells_all(r->attempts, r->is_right_once))
			v.why = q->text->why;
	}
	return v;
}

/* --- answering -------------------------------------------------------------
 */

/* What a POST says, after checking. */
struct sent {
	const struct course *course;
	const struct module *module;
	const struct question *question; /* NULL: unknown */
	struct quiz_answer answer;
	struct quiz_fault fault; /* message NULL: none */
	int fault_code;
	bool wants_fresh; /* not an answer: "Probeer opnieuw" */
};

static void
set_fault(struct sent *s, int code, const char *message)
{
	s->fault_code = code;
	s->fault.message = message;
}

/* The chosen options; false when one is not an option of this question. */
static bool
read_choices(option_set *out, const struct form *form, const struct question *q)
{
	const char *text;
	int64_t number;

	*out = 0;
	for (size_t i = 0; (text = form_nth(form, "keuze", i)) != NULL; i++) {
		if (!form_parse_int(text, 1, (int64_t)q->option_count, &number))
			return false;
		*out |= (option_set)1 << (number - 1);
	}
	return true;
}

static void
check_answer(struct sent *s, const struct form *form)
{
	const struct question *q = s->question;
	int64_t attempt;
	bool is_known;

	is_known = read_choices(&s->answer.chosen, form, q);
	if (strcmp(form_text(form, "versie"), q->version) != 0) {
		set_fault(s, 409,
		    "Deze vraag is net veranderd. Je antwoord is niet "
		    "opgeslagen. Lees de nieuwe vraag en kies opnieuw.");
		return;
	}
	s->fault.chosen = s->answer.chosen;
	if (!form_int(form, "poging", 1, ATTEMPTS_MAX, &attempt)) {
		set_fault(s, 422,
		    "We konden je antwoord niet lezen. Kies opnieuw en klik "
		    "op Kijk na.");
		return;
	}
	s->answer.attempt = (int)attempt;
	if (!is_known)
		set_fault(s, 422,
		    "Je koos een antwoord dat niet bij deze vraag hoort. Kies "
		    "opnieuw.");
	else if (s->answer.chosen == 0)
		set_fault(s, 422,
		    q->is_multiple ? "Kies eerst een of meer antwoorden."
				   : "Kies eerst een antwoord.");
	else if (!q->is_multiple && form_count(form, "keuze") > 1)
		set_fault(s, 422, "Kies één antwoord.");
}

/* False: no such course or module. */
static bool
read_sent(struct sent *s, const struct exchange *ex)
{
	*s = (struct sent){0};
	if (!module_of_exchange(ex, &s->course, &s->module))
		return false;
	s->question =
	    module_question(s->module, form_text(&ex->fields, "vraag"));
	s->wants_fresh = form_get(&ex->fields, "opnieuw") != NULL;
	if (s->question == NULL) {
		set_fault(s, 422,
		    "De vraag die je beantwoordde, staat niet in deze module. "
		    "Je antwoord is niet opgeslagen.");
		return true;
	}
	s->fault.question = s->question->id;
	s->answer.course = s->course->slug;
	s->answer.module = s->module->slug;
	s->answer.question = s->question;
	if (!s->wants_fresh)
		check_answer(s, &ex->fields);
	return true;
}

void
ask_answer(struct exchange *ex)
{
	struct sent s;

	if (!read_sent(&s, ex)) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	if (s.fault.message == NULL && !s.wants_fresh)
		quiz_ask_save(ex->batch, ex->token_hash, ex->roles, &s.answer);
	if (s.fault.message != NULL || (ex->part != NULL && !s.wants_fresh))
		quiz_ask_module(ex->batch, ex->token_hash, ex->roles,
		    s.course->slug, s.module->slug);
}

static void
respond_fragment(struct exchange *ex, int code, const struct sent *s,
    const struct quiz_shown *shown)
{
	struct html h = html_new(ex->arena);
	struct question_view v =
	    quiz_view(ex, s->course, s->module, s->question, shown);

	page_question(&h, &v);
	respond_page(ex, code, &h);
}

static void
respond_fault(struct exchange *ex, const struct sent *s)
{
	struct quiz_state state;
	struct quiz_shown shown = {.fault = &s->fault};

	if (ex->part == NULL) {
		module_respond(ex, s->fault_code, &s->fault);
	} else if (s->question == NULL) {
		respond_json(
		    ex, s->fault_code, "melding", s->fault.message, NULL);
	} else {
		quiz_read_module(&state, ex->batch);
		shown.record = quiz_state_find(&state, s->question);
		respond_fragment(ex, s->fault_code, s, &shown);
	}
}

/*
 * Back to the question; `why` is NULL or the query that says what happened.
 * `part` is what the eye and the focus go to: "-uitslag", "-hoe", "".
 */
static void
respond_back(struct exchange *ex, const struct sent *s, const char *why,
    const char *part)
{
	const struct safe_url *url = url_path(
	    ex->arena, "cursus", s->course->slug, s->module->slug, NULL);

	if (why != NULL)
		url = url_query(ex->arena, url, why, s->question->id);
	respond_redirect(
	    ex, url_fragment(ex->arena, url,
		    arena_printf(ex->arena, "vraag-%s%s", s->question->id,
			part)));
}

/* A new form. The attempt comes from the form, so nothing need be asked. */
static void
respond_fresh(struct exchange *ex, const struct sent *s)
{
	struct quiz_record record = {0};
	struct quiz_shown shown = {.record = &record, .is_fresh = true};
	int64_t attempt;

	if (ex->part == NULL ||
	    !form_int(&ex->fields, "poging", 1, ATTEMPTS_MAX, &attempt)) {
		respond_back(ex, s, "opnieuw", "-hoe");
		return;
	}
	record.attempts = (int)attempt - 1;
	respond_fragment(ex, 200, s, &shown);
}

/* The question as it stands now, for a script. */
static void
respond_stored(struct exchange *ex, const struct sent *s, bool is_saved)
{
	struct quiz_state state;
	struct quiz_shown shown = {0};

	quiz_read_module(&state, ex->batch);
	shown.record = quiz_state_find(&state, s->question);
	if (shown.record == NULL) {
		respond_status(ex, ST_CONFLICT);
		return;
	}
	if (!is_saved || shown.record->attempts != s->answer.attempt)
		shown.note = QUIZ_ELSEWHERE;
	respond_fragment(ex, 200, s, &shown);
}

static void
respond_saved(struct exchange *ex, const struct sent *s)
{
	enum quiz_saved saved = quiz_read_saved(ex->batch, &s->answer);

	if (ex->part != NULL && saved == QUIZ_SKIPS)
		respond_status(ex, ST_CONFLICT);
	else if (ex->part != NULL)
		respond_stored(ex, s, saved == QUIZ_SAVED);
	else if (saved == QUIZ_SKIPS)
		respond_back(ex, s, NULL, "");
	else if (saved == QUIZ_OTHER)
		respond_back(ex, s, "elders", "-melding");
	else
		respond_back(ex, s, NULL, "-uitslag");
}

void
show_answer(struct exchange *ex)
{
	struct sent s;

	if (!read_sent(&s, ex))
		respond_status(ex, ST_NOT_FOUND);
	else if (s.fault.message != NULL)
		respond_fault(ex, &s);
	else if (s.wants_fresh)
		respond_fresh(ex, &s);
	else
		respond_saved(ex, &s);
}
