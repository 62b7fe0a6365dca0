/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * page.c - the plan that a coach reacts to, and the acts on it.
 *
 * What is sent keeps its place: after an act one is back at the passage. An
 * act that could not be done gives the page with what was written in it.
 */
#include "web/review/review.h"

#include "base/text.h"
#include "pages.h"

#include <string.h>

enum { VERSION_MAX = 1000, ROUND_MAX = 100 };

/* What the address names; person 0: one's own. */
struct asked {
	struct plan_place place;
	int64_t person;
	int number;
};

static bool
find(struct exchange *ex, struct asked *out, bool is_coach)
{
	int64_t number;

	out->person = 0;
	if (!plan_find(ex, &out->place))
		return false;
	if (!form_parse_int(
		exchange_param(ex, "nummer"), 1, VERSION_MAX, &number) ||
	    (is_coach && !form_parse_int(exchange_param(ex, "persoon"), 1,
			     INT64_MAX, &out->person))) {
		respond_status(ex, ST_NOT_FOUND);
		return false;
	}
	out->number = (int)number;
	return true;
}

/* What the page is made of. */
static void
ask_page(struct exchange *ex, const struct asked *of)
{
	if (of->person == 0)
		plan_ask(ex->batch, &of->place.key, of->number);
	else
		plan_ask_member(
		    ex->batch, &of->place.key, of->person, of->number);
	review_ask(ex->batch, &of->place.key, of->person, of->number);
	if (of->person == 0)
		team_ask_coaches(ex->batch, ex->token_hash);
}

static void
answer(struct exchange *ex, bool is_coach, const struct review_typed *typed,
    int code)
{
	struct review_view v;
	struct html h = html_new(ex->arena);
	struct asked of;

	if (!find(ex, &of, is_coach))
		return;
	if (!review_view_make(&v, ex, &of.place, is_coach, typed)) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	page_review(&h, &v);
	respond_page(ex, code, &h);
}

/* Back to the page; anchor NULL: its top. */
static void
go_back(struct exchange *ex, bool is_coach, const char *anchor)
{
	struct arena *a = ex->arena;
	const char *course = exchange_param(ex, "cursus");
	const char *casus = exchange_param(ex, "casus");
	const char *number = exchange_param(ex, "nummer");
	const struct safe_url *url =
	    is_coach ? url_path(a, "team", exchange_param(ex, "persoon"),
			   course, casus, number, "reactie", NULL)
		     : url_path(a, "cursus", course, "casus", casus, "plan",
			   "versie", number, "reactie", NULL);

	respond_redirect(
	    ex, anchor == NULL ? url : url_fragment(a, url, anchor));
}

/* "p-tekst-wens": where a passage begins, as web/plan/reading.c says. */
static const char *
anchor_of(struct arena *a, const char *passage)
{
	char *id = arena_printf(a, "p-%s", passage);

	for (char *c = id; *c != '\0'; c++)
		if (*c == ':')
			*c = '-';
	return id;
}

void
ask_review(struct exchange *ex)
{
	struct asked of;

	if (!find(ex, &of, false))
		return;
	review_ask_open(ex->batch, &of.place.key, of.number);
	ask_page(ex, &of);
}

void
show_review(struct exchange *ex)
{
	answer(ex, false, NULL, 200);
}

void
ask_member_review(struct exchange *ex)
{
	struct asked of;

	if (!find(ex, &of, true))
		return;
	ask_page(ex, &of);
	team_ask_look(ex->batch, &of.place.key, of.person, of.number);
	review_ask_see(ex->batch, &of.place.key, of.person, of.number);
}

void
show_member_review(struct exchange *ex)
{
	answer(ex, true, NULL, 200);
}

/* --- what was sent -------------------------------------------------------- */

static const char TOO_LONG[] = "Dit is te lang. Houd het bij 2.000 tekens.";
static const char ELSEWHERE[] =
    "In een ander venster staat hier intussen iets anders. Kies wat je wilt "
    "bewaren.";

/* The name of a passage as a form sends it; NULL: it is none. */
static const char *
passage_sent(const struct exchange *ex)
{
	const char *name = form_text(&ex->fields, "passage");
	size_t len = strlen(name);

	if (len == 0 || len > REVIEW_PASSAGE_MOST ||
	    strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789:_.-"
			 "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != len)
		return NULL;
	if (strncmp(name, "tekst:", 6) == 0 &&
	    plan_field_by_name(name + 6) == FIELD_COUNT)
		return NULL;
	return name;
}

static struct review_typed
typed_in(struct exchange *ex, const char *field, const char *passage)
{
	struct review_typed out = {.passage = passage,
	    .text = text_trim(ex->arena, form_text(&ex->fields, field)),
	    .outcome = REVIEW_DRAFT};

	if (text_length(out.text) > REVIEW_TEXT_MOST)
		out.error = TOO_LONG;
	return out;
}

/*
 * A coach's form that is not sound is refused when it is known who sent it:
 * then ask_ asks nothing, and show_ says so.
 */
static const char *const PUT_FIELDS[] = {"passage", "opmerking", "basis", NULL};
/* No outcome: none of the radio buttons was chosen. */
static const char *const SEND_FIELDS[] = {
    "?uitkomst", "woorden", "basis", "gezien", "ronde", NULL};
static const char *const BACK_FIELDS[] = {"ronde", NULL};

/* False: 400 or 404 was answered, or will be. */
static bool
find_passage(struct exchange *ex, struct asked *of, bool is_coach,
    const char *const *names, const char **basis)
{
	if (!find(ex, of, is_coach) || !plan_has_fields(ex, names) ||
	    !plan_basis(ex, "basis", basis))
		return false;
	if (passage_sent(ex) != NULL)
		return true;
	respond_status(ex, ST_INVALID);
	return false;
}

/* What was kept is shown where it stands; else the page says why not. */
static void
end_act(struct exchange *ex, bool is_coach, struct review_typed *typed,
    const char *anchor)
{
	if (typed->error != NULL) {
		answer(ex, is_coach, typed, 422);
		return;
	}
	if (review_is_done(ex->batch)) {
		go_back(ex, is_coach, anchor);
		return;
	}
	typed->error = ELSEWHERE;
	answer(ex, is_coach, typed, 409);
}

/* --- a remark ------------------------------------------------------------- */

void
ask_review_put(struct exchange *ex)
{
	const char *basis;
	struct asked of;
	struct review_typed typed;

	if (!find_passage(ex, &of, true, PUT_FIELDS, &basis))
		return;
	typed = typed_in(ex, "opmerking", passage_sent(ex));
	if (strcmp(typed.passage, REVIEW_WHOLE) == 0) {
		respond_status(ex, ST_INVALID);
		return;
	}
	if (typed.error == NULL)
		review_ask_put(ex->batch,
		    &(struct review_key){of.place.key, of.person, of.number},
		    typed.passage, basis, typed.text);
	ask_page(ex, &of);
}

void
show_review_put(struct exchange *ex)
{
	struct review_typed typed;

	if (!plan_fields_are(ex, PUT_FIELDS))
		return;
	typed = typed_in(ex, "opmerking", passage_sent(ex));
	end_act(ex, true, &typed, anchor_of(ex->arena, typed.passage));
}

/* --- an answer of the maker ----------------------------------------------- */

/* "12-1": of whom, and which reaction. */
static bool
reaction_sent(const struct exchange *ex, int64_t *reviewer, int64_t *round)
{
	const char *from = form_text(&ex->fields, "van");
	size_t len = strcspn(from, "-");

	return from[len] == '-' &&
	       form_parse_int(arena_strndup(ex->arena, from, len), 1, INT64_MAX,
		   reviewer) &&
	       form_parse_int(from + len + 1, 1, ROUND_MAX, round);
}

static struct review_typed
answer_sent(struct exchange *ex)
{
	struct review_typed out = typed_in(ex, "antwoord", passage_sent(ex));

	out.from = form_text(&ex->fields, "van");
	out.is_done = strcmp(form_text(&ex->fields, "gedaan"), "ja") == 0;
	return out;
}

void
ask_review_answer(struct exchange *ex)
{
	static const char *const NAMES[] = {
	    "van", "passage", "antwoord", "?gedaan", "basis", NULL};
	struct review_reply reply;
	struct review_typed typed;
	struct asked of;
	int64_t round;

	if (!plan_fields_are(ex, NAMES) ||
	    !find_passage(ex, &of, false, NAMES, &reply.basis))
		return;
	if (!reaction_sent(ex, &reply.reviewer_id, &round)) {
		respond_status(ex, ST_INVALID);
		return;
	}
	typed = answer_sent(ex);
	reply.round = (int)round;
	reply.passage = typed.passage;
	reply.text = typed.text;
	reply.is_done = typed.is_done;
	if (typed.error == NULL)
		review_ask_answer(ex->batch, &of.place.key, of.number, &reply);
	ask_page(ex, &of);
}

void
show_review_answer(struct exchange *ex)
{
	struct review_typed typed = answer_sent(ex);
	char *id =
	    arena_printf(ex->arena, "o-%s-%s", typed.from, typed.passage);

	for (char *c = id; *c != '\0'; c++)
		if (*c == ':')
			*c = '-';
	end_act(ex, false, &typed, id);
}

/* --- the reaction --------------------------------------------------------- */

static struct review_typed
reaction_typed(struct exchange *ex)
{
	struct review_typed out = typed_in(ex, "woorden", REVIEW_WHOLE);
	int64_t remarks = 0;

	out.outcome =
	    review_outcome_by_name(form_text(&ex->fields, "uitkomst"));
	if (out.error != NULL)
		return out;
	/* How many remarks go with it, the form says; the stamp proves it. */
	if (strcmp(form_text(&ex->fields, "gezien"), PLAN_NO_STAMP) != 0)
		remarks = 1;
	switch (
	    review_may_send(out.outcome, *out.text != '\0', (size_t)remarks)) {
	case REVIEW_LACKS_OUTCOME:
		out.error = "Kies eerst wat je met je reactie zegt.";
		break;
	case REVIEW_LACKS_QUESTION:
		out.error = "Schrijf je vraag op. Zonder vraag weet de maker "
			    "niet wat er anders kan.";
		break;
	case REVIEW_LACKS_WORDS:
		out.error = "Je schreef nog niets. Schrijf iets bij het plan, "
			    "of hier.";
		break;
	case REVIEW_SENDS:
		break;
	}
	return out;
}

/* False: 400 or 404 was answered, or will be. */
static bool
find_round(
    struct exchange *ex, struct asked *of, const char *const *names, int *round)
{
	int64_t n;

	if (!find(ex, of, true) || !plan_has_fields(ex, names))
		return false;
	if (!form_int(&ex->fields, "ronde", 1, ROUND_MAX, &n)) {
		respond_status(ex, ST_INVALID);
		return false;
	}
	*round = (int)n;
	return true;
}

void
ask_review_send(struct exchange *ex)
{
	struct review_sending sending;
	struct review_typed typed;
	struct asked of;

	if (!find_round(ex, &of, SEND_FIELDS, &sending.round) ||
	    !plan_basis(ex, "basis", &sending.basis) ||
	    !plan_basis(ex, "gezien", &sending.seen))
		return;
	typed = reaction_typed(ex);
	sending.text = typed.text;
	sending.outcome = typed.outcome;
	if (typed.error == NULL)
		review_ask_send(ex->batch,
		    &(struct review_key){of.place.key, of.person, of.number},
		    &sending);
	ask_page(ex, &of);
}

void
show_review_send(struct exchange *ex)
{
	struct review_typed typed;

	if (!plan_fields_are(ex, SEND_FIELDS))
		return;
	typed = reaction_typed(ex);
	end_act(ex, true, &typed, NULL);
}

void
ask_review_take_back(struct exchange *ex)
{
	struct asked of;
	int round;

	if (!find_round(ex, &of, BACK_FIELDS, &round))
		return;
	review_ask_take_back(ex->batch,
	    &(struct review_key){of.place.key, of.person, of.number}, round);
	ask_page(ex, &of);
}

/* Too late: the page shows that it was opened. */
void
show_review_take_back(struct exchange *ex)
{
	if (!plan_fields_are(ex, BACK_FIELDS))
		return;
	go_back(ex, true, review_is_done(ex->batch) ? "stuur" : NULL);
}
