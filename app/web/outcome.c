/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * outcome.c - which plans are added up, and the page about them. Nothing of
 * it is stored: the core makes the sums anew while the page is made. Whose
 * plans these may be is in the statement.
 */
#include "web/outcome.h"

#include "core/suppress.h"
#include "pages.h"
#include "store/outcome.h"
#include "web/outcome_facts.h"
#include "web/outcome_plans.h"


/* What was chosen; 0 and NULL: all. */
struct choice {
	int64_t team;
	const struct course *course;
	const struct casus *casus;
	struct outcome_filter filter;
};

/* False: a case that is not there. */
static bool
read_choice(struct choice *c, const struct exchange *ex)
{
	const char *course = form_get(&ex->search, "cursus");
	const char *casus = form_get(&ex->search, "casus");

	*c = (struct choice){.filter = outcome_filter_of(&ex->search)};
	if (form_get(&ex->search, "team") != NULL &&
	    !form_int(&ex->search, "team", 1, INT64_MAX, &c->team))
		return false;
	if (course == NULL && casus == NULL)
		return true;
	c->course = library_course(ex->library, course == NULL ? "" : course);
	c->casus = c->course == NULL || casus == NULL
		       ? NULL
		       : course_casus(c->course, casus);
	return c->casus != NULL;
}

void
ask_outcomes(struct exchange *ex)
{
	struct choice c;

	if (!read_choice(&c, ex)) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	outcome_ask_teams(ex->batch, ex->token_hash);
	outcome_ask_plans(ex->batch,
	    &(struct outcome_ask){.token_hash = ex->token_hash,
		.whose = c.team == 0 ? OUTCOME_COACHED : c.team,
		.course = c.casus == NULL ? NULL : c.course->slug,
		.casus = c.casus == NULL ? NULL : c.casus->slug,
		.limit = OUTCOME_PLANS_MAX + 1});
}

/* Without a choice: what differs between two would give away a few plans. */
void
ask_all_outcomes(struct exchange *ex)
{
	outcome_ask_plans(ex->batch,
	    &(struct outcome_ask){.token_hash = ex->token_hash,
		.whose = OUTCOME_EVERYBODY,
		.limit = OUTCOME_PLANS_MAX + 1});
}

/* --- the choices ---------------------------------------------------------- */

static const struct safe_url *
url_of(struct arena *a, int64_t team, const struct course *course,
    const struct casus *casus)
{
	const struct safe_url *url = URL_LITERAL("/team/uitkomsten");

	if (team != 0)
		url = url_query(a, url, "team",
		    arena_printf(a, "%lld", (long long)team));
	if (casus != NULL)
		url = url_query(a, url_query(a, url, "cursus", course->slug),
		    "casus", casus->slug);
	return url;
}

/* False: a team that is not theirs. */
static bool
choose_team(struct outcome_view *v, const struct exchange *ex,
    const struct choice *c)
{
	const struct outcome_team *teams;
	size_t n = outcome_read_teams(ex->batch, &teams);
	struct outcome_choice *list =
	    arena_array(ex->arena, n + 1, sizeof(*list));
	bool is_theirs = c->team == 0;

	list[0] = (struct outcome_choice){"Alle teams",
	    url_of(ex->arena, 0, c->course, c->casus), c->team == 0};
	for (size_t i = 0; i < n; i++) {
		bool is_here = teams[i].id == c->team;

		is_theirs |= is_here;
		list[i + 1] = (struct outcome_choice){teams[i].name,
		    url_of(ex->arena, teams[i].id, c->course, c->casus),
		    is_here};
	}
	v->has_team = n > 0;
	v->teams = (struct outcome_choices){
	    "Kies een team", n > 1 ? n + 1 : 0, list};
	return is_theirs;
}

static void
choose_casus(struct outcome_view *v, const struct exchange *ex,
    const struct choice *c)
{
	const struct library *library = ex->library;
	struct outcome_choice *list;
	size_t n = 1;

	for (size_t i = 0; i < library->course_count; i++)
		n += library->courses[i].casus_count;
	list = arena_array(ex->arena, n, sizeof(*list));
	list[0] = (struct outcome_choice){"Alle casussen",
	    url_of(ex->arena, c->team, NULL, NULL), c->casus == NULL};
	n = 1;
	for (size_t i = 0; i < library->course_count; i++)
		for (size_t k = 0; k < library->courses[i].casus_count; k++) {
			const struct course *course = &library->courses[i];
			const struct casus *casus = &course->casussen[k];

			list[n++] = (struct outcome_choice){casus->title,
			    url_of(ex->arena, c->team, course, casus),
			    casus == c->casus};
		}
	v->casussen = (struct outcome_choices){
	    "Kies een casus", n > 2 ? n : 0, list};
}

/* --- the pages ------------------------------------------------------------ */

static void
make_years(struct outcome_making *m, const struct safe_url *base)
{
	for (int y = 1; y <= RK_MAX_HORIZON; y++)
		if (m->o.sums[y].plan_count[RK_TOV_HUIDIG] > 0)
			outcome_years_make(&m->v->years[m->v->years_count++],
			    &(struct outcome_years_ask){.arena = m->ex->arena,
				.sum = &m->o.sums[y],
				.years = y,
				.is_outsider = m->v->is_outsider,
				.base = base,
				.groups = &m->groups[y]});
}

static void
name_list(struct outcome_making *m, const struct safe_url *base)
{
	struct outcome_view *v = m->v;

	v->listed_title = outcome_filter_words(m->ex, &m->filter);
	if (m->filter.about != OUTCOME_ALL)
		v->all_url = url_fragment(m->ex->arena, base, "plannen");
	if (m->meant_count > v->listed_count)
		v->listed_words = arena_printf(m->ex->arena,
		    "Dit zijn er %zu van de %zu, op naam. Kies een team, een "
		    "casus of een getal hierboven om minder plannen te zien.",
		    v->listed_count, m->meant_count);
}

void
show_outcomes(struct exchange *ex)
{
	struct outcome_view *v = arena_alloc(ex->arena, sizeof(*v));
	struct outcome_making *m = arena_alloc(ex->arena, sizeof(*m));
	struct html h = html_new(ex->arena);
	const struct safe_url *base;
	struct choice c;

	v->shell = shell_for(ex, "Uitkomsten van oefenplannen", MENU_TEAM);
	v->title = "Uitkomsten van oefenplannen";
	v->lead = "Wat de ingeleverde plannen samen laten zien. De casussen "
		  "zijn verzonnen: dit zijn oefensommen, geen echte "
		  "besparingen.";
	if (!read_choice(&c, ex) || !choose_team(v, ex, &c)) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	choose_casus(v, ex, &c);
	*m = (struct outcome_making){.ex = ex, .v = v, .filter = c.filter};
	base = url_of(ex->arena, c.team, c.course, c.casus);
	outcome_add_plans(m);
	outcome_facts_make(v, ex, &m->o, base);
	make_years(m, base);
	name_list(m, base);
	page_outcome(&h, v);
	respond_page(ex, 200, &h);
}

void
show_all_outcomes(struct exchange *ex)
{
	struct outcome_view *v = arena_alloc(ex->arena, sizeof(*v));
	struct outcome_making *m = arena_alloc(ex->arena, sizeof(*m));
	struct html h = html_new(ex->arena);

	v->shell =
	    shell_for(ex, "Uitkomsten van de organisatie", MENU_OUTCOMES);
	v->title = "Uitkomsten van de organisatie";
	v->lead = "Wat alle ingeleverde oefenplannen samen laten zien. De "
		  "casussen zijn verzonnen: dit zijn oefensommen, geen echte "
		  "besparingen. De plannen zelf lees je hier niet.";
	v->is_outsider = v->has_team = true;
	*m = (struct outcome_making){.ex = ex, .v = v};
	outcome_add_plans(m);
	v->is_too_few = suppress_share(v->plan_count, v->plan_count);
	outcome_facts_make(v, ex, &m->o, NULL);
	make_years(m, NULL);
	page_outcome(&h, v);
	respond_page(ex, 200, &h);
}
