/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * view.c - the page of a plan with what coaches wrote beside it.
 *
 * On top what was sent: who, with which outcome. Then the plan, and beside
 * each passage its remarks. For the coach each passage has a form, and the
 * reaction as a whole stands at the end, where one has read the plan.
 */
#include "web/review/review.h"

#include "base/text.h"
#include "pages.h"
#include "web/explain.h"

#include <string.h>

/* --- remarks -------------------------------------------------------------- */

static const char *
from_of(struct arena *a, const struct review_record *r)
{
	return arena_printf(a, "%lld-%d", (long long)r->reviewer_id, r->round);
}

static struct review_remark
remark_of(const struct review_view *v, struct arena *a,
    const struct review_record *r, const struct review_note *note,
    const char *about)
{
	const struct review_typed *typed = v->typed;
	struct review_remark out = {.page = v,
	    .note = note,
	    .about = about,
	    .from = from_of(a, r),
	    .who = r->is_mine ? "Jij" : r->reviewer,
	    .is_done = note->is_done};
	char *id = arena_printf(a, "o-%s-%s", out.from, note->passage);

	for (char *c = id; *c != '\0'; c++)
		if (*c == ':')
			*c = '-';
	out.id = id;
	if (note->answered_s != 0)
		out.answered = text_date(a, note->answered_s);
	if (typed != NULL && typed->from != NULL &&
	    strcmp(typed->from, out.from) == 0 &&
	    strcmp(typed->passage, note->passage) == 0) {
		out.typed = typed->text;
		out.error = typed->error;
		out.is_done = typed->is_done;
	}
	return out;
}

static const struct review_note *
note_at(const struct review_record *r, const char *passage)
{
	for (size_t i = 0; r != NULL && i < r->note_count; i++)
		if (strcmp(r->notes[i].passage, passage) == 0)
			return &r->notes[i];
	return NULL;
}

/* The same provision often stands in two scenarios: each has its own name. */
static const char *
name_of(struct arena *a, const struct reading_passage *passage)
{
	return passage->kind == NULL
		   ? passage->label
		   : arena_printf(a, "%s, %s", passage->kind, passage->label);
}

static void
print_draft(struct html *h, const struct review_view *v,
    const struct reading_passage *passage)
{
	const struct review_note *note = note_at(v->draft, passage->key);
	const struct review_typed *typed = v->typed;
	struct review_draft draft = {.page = v,
	    .passage = passage,
	    .name = name_of(h->arena, passage),
	    .text = note == NULL ? "" : note->text,
	    .stamp = note == NULL ? PLAN_NO_STAMP : note->stamp};

	if (typed != NULL && strcmp(typed->passage, passage->key) == 0) {
		draft.stored = note == NULL ? NULL : note->text;
		draft.text = typed->text;
		draft.error = typed->error;
	}
	page_review_draft(h, &draft);
}

/* What stands beside a passage: what was sent, and what one writes. */
static void
print_beside(
    struct html *h, const void *about, const struct reading_passage *passage)
{
	const struct review_view *v = about;

	HTML_LIT(h, "<div class=\"lms-stack\">\n");
	for (size_t i = 0; i < v->review_count; i++) {
		const struct review_record *r = &v->reviews[i];
		const struct review_note *note = note_at(r, passage->key);

		if (r->sent_s != 0 && note != NULL) {
			struct review_remark remark = remark_of(
			    v, h->arena, r, note, name_of(h->arena, passage));

			page_review_remark(h, &remark);
		}
	}
	if (v->is_coach)
		print_draft(h, v, passage);
	HTML_LIT(h, "</div>\n");
}

/* --- what was sent -------------------------------------------------------- */

static struct review_sent
sent_of(
    const struct review_view *v, struct arena *a, const struct review_record *r)
{
	static const struct {
		const char *badge, *css;
	} OUTCOME[] = {
	    {"met opmerkingen", "lms-badge--empty"},
	    {"met een vraag terug", "lms-badge--busy"},
	    {"klaar voor de praktijk", "lms-badge--ok"},
	    {"", ""},
	};
	struct review_sent out = {.page = v,
	    .record = r,
	    .badge = OUTCOME[r->outcome].badge,
	    .badge_css = OUTCOME[r->outcome].css,
	    .title = r->is_mine ? arena_printf(a, "Jouw reactie van %s",
				      text_date(a, r->sent_s))
				: arena_printf(a, "Reactie van %s, %s",
				      r->reviewer, text_date(a, r->sent_s))};
	struct review_state state = {
	    r->outcome, r->sent_s, r->is_opened, v->draft != NULL};

	out.may_take_back = r->is_mine && review_may_take_back(state);
	if (r->note_count > 0)
		out.remarks = arena_printf(a,
		    "%s bij het plan hieronder: zoek ze naast de tekst.",
		    review_words_remarks(a, r->note_count));
	if (r->whole != NULL) {
		struct review_remark whole =
		    remark_of(v, a, r, r->whole, out.title);

		out.whole = arena_memdup(a, &whole, sizeof(whole));
	}
	return out;
}

static void
fill_sent(struct review_view *v, struct arena *a)
{
	struct review_sent *list =
	    arena_array(a, v->review_count, sizeof(*list));

	/* The newest first. */
	for (size_t i = v->review_count; i-- > 0;)
		if (v->reviews[i].sent_s != 0)
			list[v->sent_count++] = sent_of(v, a, &v->reviews[i]);
	v->sent = list;
}

/* --- the draft ------------------------------------------------------------ */

static void
fill_draft(struct review_view *v, struct arena *a)
{
	const struct review_typed *typed = v->typed;
	const struct review_note *whole =
	    v->draft == NULL ? NULL : v->draft->whole;
	size_t count = v->draft == NULL ? 0 : v->draft->note_count;

	v->seen = v->draft == NULL ? PLAN_NO_STAMP : v->draft->stamp;
	v->whole = whole == NULL ? "" : whole->text;
	v->whole_stamp = whole == NULL ? PLAN_NO_STAMP : whole->stamp;
	v->outcome = REVIEW_DRAFT;
	v->draft_words = count == 0
			     ? "Je schreef nog nergens iets bij. Dat hoeft ook "
			       "niet."
			     : arena_printf(a,
				   "Met deze reactie gaat mee wat je bij het "
				   "plan schreef: %s.",
				   review_words_remarks(a, count));
	if (typed == NULL || strcmp(typed->passage, REVIEW_WHOLE) != 0 ||
	    typed->from != NULL)
		return;
	v->whole_stored = whole == NULL ? NULL : whole->text;
	v->whole = typed->text;
	v->outcome = typed->outcome;
}

/* Those of this version stand together; a draft of one's own is the last. */
static void
fill_reviews(struct review_view *v, const struct batch *b)
{
	const struct review_record *all;
	size_t count = review_read(b, &all), from = 0;

	while (from < count && all[from].number != v->record->number)
		from++;
	v->reviews = all + from;
	v->round = 1;
	for (size_t i = from; i < count; i++, v->review_count++) {
		if (!all[i].is_mine)
			continue;
		if (all[i].sent_s == 0)
			v->draft = &all[i];
		else if (all[i].round >= v->round)
			v->round = all[i].round + 1;
	}
	if (v->draft != NULL)
		v->round = v->draft->round;
}

/* --- around it ------------------------------------------------------------ */

/* "Roos en Bart lezen ook wat jij antwoordt." */
static const char *
readers_of(struct exchange *ex, const struct review_view *v)
{
	const struct coach_record *coaches;
	size_t n;
	const char *names = "";

	if (v->is_coach)
		return arena_printf(ex->arena,
		    "Wat je hier schrijft, ziet %s pas als je het onderaan "
		    "verstuurt. Andere coaches van het team zien het dan ook.",
		    v->record->person);
	n = team_read_coaches(ex->batch, &coaches);
	for (size_t i = 0; i < n; i++)
		names = arena_printf(ex->arena, "%s%s%s", names,
		    i == 0	 ? ""
		    : i + 1 == n ? " en "
				 : ", ",
		    coaches[i].person);
	if (n == 0)
		return NULL;
	return arena_printf(ex->arena,
	    "%s %s deze pagina ook, met wat jij antwoordt.", names,
	    n == 1 ? "ziet" : "zien");
}

static void
fill_links(struct review_view *v, struct arena *a, const struct plan_place *at)
{
	const struct plan_record *r = v->record;

	v->feedback_url = version_url(a, at, r, v->is_coach, NULL);
	v->action = version_url(a, at, r, v->is_coach, "reactie");
	v->send_url = version_url(a, at, r, v->is_coach, "stuur");
	v->take_back_url = version_url(a, at, r, v->is_coach, "haal-terug");
	v->revise_url = url_path(a, "cursus", at->course->slug, "casus",
	    at->casus->slug, "plan", "opnieuw", NULL);
	v->home_url =
	    v->is_coach
		? url_path(a, "team",
		      arena_printf(a, "%lld", (long long)r->person_id), NULL)
		: url_path(a, "cursus", at->course->slug, "casus",
		      at->casus->slug, NULL);
}

bool
review_view_make(struct review_view *v, struct exchange *ex,
    const struct plan_place *at, bool is_coach,
    const struct review_typed *typed)
{
	struct arena *a = ex->arena;
	struct plan_record *record = arena_alloc(a, sizeof(*record));

	if (!plan_read(record, ex->batch) || record->handed_in_s == 0)
		return false;
	*v = (struct review_view){.course = at->course,
	    .casus = at->casus,
	    .record = record,
	    .is_coach = is_coach,
	    .typed = typed,
	    .handed_in = text_date_time(a, record->handed_in_s)};
	fill_reviews(v, ex->batch);
	fill_sent(v, a);
	fill_draft(v, a);
	fill_links(v, a, at);
	v->standing =
	    review_standing_of(a, v->reviews, v->review_count, record->number);
	v->readers = readers_of(ex, v);
	v->title = is_coach ? arena_printf(a, "Plan van %s", record->person)
		   : v->sent_count > 0 ? "Je plan met de reactie van je coach"
				       : "Je plan zoals een ander het leest";
	v->shell =
	    shell_for(ex, arena_printf(a, "%s: %s", v->title, at->casus->title),
		is_coach ? MENU_TEAM : MENU_HOME);
	v->shell.is_written = is_coach || v->sent_count > 0;
	v->shell.has_fault = typed != NULL;
	v->reading = reading_of(
	    ex, at->casus, &record->plan, is_coach ? "Dit plan" : "Jouw plan");
	if (is_coach || v->sent_count > 0)
		v->reading.beside = print_beside;
	v->reading.about = v;
	return true;
}
