/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * coach.c - the page where a coach opens and closes the reading per team and
 * case, and the page that tells who read whom. A judgement that was not sent
 * is not shown: it is still its writer's own.
 */
#include "web/peer/coach.h"

#include "base/text.h"
#include "pages.h"

#include <string.h>

void
ask_peer_rounds(struct exchange *ex)
{
	peer_ask_rounds(ex->batch, ex->token_hash);
}

static const struct peer_round *
find_round(const struct peer_round *list, size_t count, int64_t team,
    const char *course, const char *casus)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].team_id == team && list[i].course != NULL &&
		    strcmp(list[i].course, course) == 0 &&
		    strcmp(list[i].casus, casus) == 0)
			return &list[i];
	return NULL;
}

static const char *
words_round(struct arena *a, const struct peer_round *r)
{
	if (r == NULL || r->handed_in == 0)
		return "Nog niemand leverde een plan in.";
	if (r->dealt == 0)
		return arena_printf(a, "%d %s een plan in.", r->handed_in,
		    r->handed_in == 1 ? "persoon leverde" : "mensen leverden");
	return arena_printf(a,
	    "%d %s een plan in. Verdeeld om te lezen: %d keer. Verstuurde "
	    "beoordelingen: %d.",
	    r->handed_in,
	    r->handed_in == 1 ? "persoon leverde" : "mensen leverden", r->dealt,
	    r->sent);
}

static size_t
rounds_of(const struct peer_round_view **out, const struct exchange *ex,
    const struct peer_round *all, size_t count, const struct peer_round *team)
{
	struct arena *a = ex->arena;
	const struct library *l = ex->library;
	size_t n = 0, most = 0;
	struct peer_round_view *list;

	for (size_t c = 0; c < l->course_count; c++)
		most += l->courses[c].casus_count;
	list = arena_array(a, most, sizeof(*list));
	for (size_t c = 0; c < l->course_count; c++)
		for (size_t i = 0; l->courses[c].rubric != NULL &&
				   i < l->courses[c].casus_count;
		     i++) {
			const struct course *course = &l->courses[c];
			const struct casus *casus = &course->casussen[i];
			const struct peer_round *r = find_round(all, count,
			    team->team_id, course->slug, casus->slug);
			const char *id =
			    arena_printf(a, "%lld", (long long)team->team_id);

			list[n++] = (struct peer_round_view){
			    .casus = casus->title,
			    .words = words_round(a, r),
			    .about = team->team,
			    .cursus_slug = course->slug,
			    .casus_slug = casus->slug,
			    .team_id = id,
			    .is_open = r != NULL && r->is_open,
			    .url = r == NULL || r->dealt == 0
				       ? NULL
				       : url_path(a, "team", "samen-lezen", id,
					     course->slug, casus->slug, NULL)};
		}
	*out = list;
	return n;
}

void
show_peer_rounds(struct exchange *ex)
{
	struct html h = html_new(ex->arena);
	const struct peer_round *all;
	size_t count = peer_read_rounds(ex->batch, &all);
	struct peer_team_view *teams =
	    arena_array(ex->arena, count, sizeof(*teams));
	struct peer_rounds_view v = {
	    .shell = shell_for(ex, "Elkaars plan lezen", MENU_TEAM),
	    .teams = teams};

	for (size_t i = 0; i < count; i++) {
		struct peer_team_view *t;

		if (i > 0 && all[i].team_id == all[i - 1].team_id)
			continue;
		t = &teams[v.team_count++];
		t->name = all[i].team;
		t->round_count = rounds_of(&t->rounds, ex, all, count, &all[i]);
	}
	page_peer_rounds(&h, &v);
	respond_page(ex, 200, &h);
}

/* What was sent; anything but ST_OK: not what the page's form sends. */
static enum status
read_round(struct exchange *ex, struct plan_key *key, int64_t *team,
    bool *is_open)
{
	const char *open = form_text(&ex->fields, "open");
	const struct course *course =
	    library_course(ex->library, form_text(&ex->fields, "cursus"));
	const struct casus *casus =
	    course == NULL || course->rubric == NULL
		? NULL
		: course_casus(course, form_text(&ex->fields, "casus"));

	*is_open = strcmp(open, "ja") == 0;
	if ((!*is_open && strcmp(open, "nee") != 0) ||
	    !form_int(&ex->fields, "team", 1, INT64_MAX, team))
		return ST_INVALID;
	if (casus == NULL)
		return ST_NOT_FOUND;
	*key = (struct plan_key){ex->token_hash, course->slug, casus->slug};
	return ST_OK;
}

void
ask_peer_round(struct exchange *ex)
{
	struct plan_key key;
	int64_t team;
	bool is_open;

	if (read_round(ex, &key, &team, &is_open) == ST_OK)
		peer_ask_round(ex->batch, &key, team, is_open);
}

void
show_peer_round(struct exchange *ex)
{
	struct plan_key key;
	int64_t team;
	bool is_open;
	enum status status = read_round(ex, &key, &team, &is_open);

	if (status != ST_OK)
		respond_status(ex, status);
	else
		respond_redirect(ex, URL_LITERAL("/team/samen-lezen"));
}

/* --- who read what -------------------------------------------------------- */

void
ask_peer_class(struct exchange *ex)
{
	struct plan_place place;
	int64_t team;

	if (!peer_find(ex, &place))
		return;
	if (form_parse_int(exchange_param(ex, "team"), 1, INT64_MAX, &team))
		peer_ask_team(ex->batch, &place.key, team);
	else
		respond_status(ex, ST_NOT_FOUND);
}

static struct peer_read_view
read_of(const struct exchange *ex, const struct plan_place *place,
    const struct peer_judgement *j)
{
	struct arena *a = ex->arena;
	const struct peer_voice voice = {j->person, j->count, j->words};
	struct peer_read_view out = {
	    .title = arena_printf(a, "%s, als Lezer %d", j->person, j->reader),
	    .state = j->sent_s == 0
			 ? "Nog niet verstuurd."
			 : arena_printf(a, "Verstuurd op %s, over versie %d.",
			       text_date_time(a, j->sent_s), j->number)};

	if (j->sent_s != 0)
		out.words =
		    peer_words_beside(a, place->course->rubric, &voice, 1);
	if (j->has_helped)
		out.helped = arena_printf(
		    a, "%s vindt: hier heb ik iets aan.", j->maker);
	if (*j->answer != '\0')
		out.answer = j->answer;
	return out;
}

void
show_peer_class(struct exchange *ex)
{
	struct html h = html_new(ex->arena);
	const struct peer_judgement *list;
	struct peer_class_view v = {0};
	struct peer_maker_view *makers;
	struct peer_read_view *reads;
	struct plan_place place;
	size_t n;

	if (!peer_find(ex, &place))
		return;
	n = peer_read_team(ex->batch, &list, &v.team);
	if (v.team == NULL) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	makers = arena_array(ex->arena, n, sizeof(*makers));
	reads = arena_array(ex->arena, n, sizeof(*reads));
	for (size_t i = 0; i < n; i++) {
		reads[i] = read_of(ex, &place, &list[i]);
		if (i == 0 || list[i].maker_id != list[i - 1].maker_id)
			makers[v.maker_count++] = (struct peer_maker_view){
			    .name = list[i].maker, .readers = &reads[i]};
		makers[v.maker_count - 1].count++;
	}
	v.makers = makers;
	v.shell = shell_for(ex, "Wie las wat", MENU_TEAM);
	v.casus = place.casus->title;
	page_peer_class(&h, &v);
	respond_page(ex, 200, &h);
}
