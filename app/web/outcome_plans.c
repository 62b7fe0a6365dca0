/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * outcome_plans.c - adds up what was handed in, plan by plan. Each has an
 * arena of its own: a result is needed no longer than it takes to count it.
 */
#include "web/outcome_plans.h"

#include "base/text.h"
#include "store/outcome.h"

#include <stdlib.h>
#include <string.h>

/* Parts a list of words at its spaces. */
static size_t
split(const char *const **out, struct arena *a, const char *words)
{
	char *copy = arena_strdup(a, words), *word;
	const char **list = arena_array(a, strlen(words) / 2 + 1, sizeof(*list));
	size_t n = 0;

	while ((word = strsep(&copy, " ")) != NULL)
		if (*word != '\0')
			list[n++] = word;
	*out = list;
	return n;
}

static void
read_words(struct outcome_plan *p, struct arena *a,
    const struct outcome_record *record)
{
	const char *const *texts;
	size_t n = split(&texts, a, record->texts);

	for (size_t i = 0; i < n; i++) {
		enum plan_field field = plan_field_by_name(texts[i]);

		if (field == FIELD_COUNT)
			continue;
		p->has_text[field] = true;
		p->plan.text[field] = texts[i]; /* W12 asks if it is blank */
	}
	p->article_count = split(&p->articles, a, record->articles);
	p->argued_count = (size_t)record->argued_count;
}

/* The one team of who handed it in; together these are all plans, once. */
static struct outcome_group *
group_of(struct outcome_making *m, const struct outcome_record *record)
{
	struct outcome_groups *all = &m->groups[record->horizon_jaren];
	const char *name = record->team_count == 0 ? "Zonder team"
			   : record->team_count > 1
			       ? "In meer dan één team"
			       : record->team;

	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->items[i].name, name) == 0)
			return &all->items[i];
	all->items[all->count].name = name;
	return &all->items[all->count++];
}

static void
add_to_group(struct outcome_making *m, struct arena *scratch,
    const struct outcome_record *record, const struct outcome_part *part)
{
	struct outcome_group *group = group_of(m, record);
	struct rk_dashboard_modus modes[RK_MODI] = {0};
	const struct rk_memory none = {NULL, scratch}; /* no names to keep */

	for (int i = 0; i < RK_MODI; i++) {
		bool is_counted = i == RK_TOV_HUIDIG || part->has_threat;

		modes[i].totale_baten = is_counted ? part->gain[i] : 0;
		group->plan_count[i] += is_counted;
	}
	/* Part of a sum that fitted, but without the other signs in it. */
	if (!rk_dashboard_tel_op(&group->dashboard, modes, &none))
		group->is_too_large = true;
}

static void
list_plan(struct outcome_making *m, const struct outcome_record *record,
    const struct casus *casus, const struct outcome_part *part)
{
	struct arena *a = m->ex->arena;
	struct outcome_listed *l;

	if (!part->is_meant || m->v->is_outsider ||
	    m->meant_count++ >= OUTCOME_LISTED_MAX)
		return;
	l = &m->v->listed[m->v->listed_count++];
	*l = (struct outcome_listed){.person = record->person,
	    .casus = casus->title,
	    .handed_in = text_date(a, record->handed_in_s),
	    .signals = *part->signals == '\0' ? "geen" : part->signals,
	    .gain = {"–", "–"},
	    .url = url_path(a, "team",
		arena_printf(a, "%lld", (long long)record->person_id),
		record->course, record->casus,
		arena_printf(a, "%d", record->number), NULL)};
	for (int i = 0; i < RK_MODI; i++)
		if (part->is_computed &&
		    (i == RK_TOV_HUIDIG || part->has_threat))
			l->gain[i] = text_euro_whole(a, part->gain[i]);
}

/* A plan for a case that the course no longer has is left out. */
static void
add_plan(struct outcome_making *m, const struct outcome_record *record)
{
	const struct course *course =
	    library_course(m->ex->library, record->course);
	const struct casus *casus =
	    course == NULL ? NULL : course_casus(course, record->casus);
	struct arena *scratch;
	struct outcome_part part;
	struct outcome_plan plan = {0};

	if (casus == NULL)
		return;
	scratch = arena_new();
	plan.members = casus->members;
	plan.member_count = casus->member_count;
	plan.signals = casus->signals;
	outcome_read_lines(&plan.plan, scratch, record);
	read_words(&plan, scratch, record);
	outcome_add(
	    &m->o, &part, m->ex->arena, scratch, &plan, &m->filter);
	if (m->v->is_outsider && part.is_computed)
		add_to_group(m, scratch, record, &part);
	list_plan(m, record, casus, &part);
	arena_free(scratch);
}

static int
by_name(const void *left, const void *right)
{
	const struct outcome_record *a = left, *b = right;
	int order = strcmp(a->person, b->person);

	if (order == 0)
		order = (a->person_id > b->person_id) -
			(a->person_id < b->person_id);
	if (order == 0)
		order = strcmp(a->course, b->course);
	return order != 0 ? order : strcmp(a->casus, b->casus);
}

void
outcome_add_plans(struct outcome_making *m)
{
	const struct outcome_record *rows;
	struct outcome_record *sorted;
	size_t n = outcome_read_plans(m->ex->batch, &rows);

	if (n > OUTCOME_PLANS_MAX) {
		n = OUTCOME_PLANS_MAX; /* the newest of them */
		m->v->limit =
		    m->v->is_outsider
			? "Dit gaat over de 1.000 nieuwste plannen."
			: "Dit gaat over de 1.000 nieuwste plannen. Kies een "
			  "team of een casus om andere te zien.";
	}
	sorted = arena_array(m->ex->arena, n, sizeof(*sorted));
	if (n > 0)
		memcpy(sorted, rows, n * sizeof(*sorted));
	qsort(sorted, n, sizeof(*sorted), by_name);
	m->v->listed = arena_array(
	    m->ex->arena, OUTCOME_LISTED_MAX, sizeof(*m->v->listed));
	for (int y = 1; y <= RK_MAX_HORIZON; y++)
		m->groups[y].items = arena_array(
		    m->ex->arena, n, sizeof(*m->groups[y].items));
	for (size_t i = 0; i < n; i++)
		add_plan(m, &sorted[i]);
	outcome_finish(&m->o);
	m->v->plan_count = m->o.plan_count;
}

