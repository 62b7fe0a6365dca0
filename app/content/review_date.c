/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * review_date.c - papers are from before the case was written, actions from
 * within the time that the case plays.
 */
#include "content/review.h"

#include "content/json_where.h"

#include <stdlib.h>
#include <string.h>

static const char *const MONTHS[] = {"januari", "februari", "maart", "april",
    "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december"};

/*
 * The next "7 december 2026" as "2026-12-07", and where it ends; NULL: there
 * is none. A month without a day or a year is no date.
 */
static const char *
next_date(struct arena *a, const char **at)
{
	for (const char *p = *at; *p != '\0'; p++) {
		char *end;
		long day, year;
		int m = 0;

		if (*p < '0' || *p > '9' ||
		    (p > *at && p[-1] >= '0' && p[-1] <= '9'))
			continue;
		day = strtol(p, &end, 10);
		if (day < 1 || day > 31 || *end != ' ')
			continue;
		while (m < 12 &&
		       strncmp(end + 1, MONTHS[m], strlen(MONTHS[m])) != 0)
			m++;
		if (m == 12 || end[1 + strlen(MONTHS[m])] != ' ')
			continue;
		year = strtol(end + 2 + strlen(MONTHS[m]), &end, 10);
		if (year < 1900 || year > 2199)
			continue;
		*at = end;
		return arena_printf(a, "%04ld-%02d-%02ld", year, m + 1, day);
	}
	return NULL;
}

static int
line_of(const struct source *s, const char *key)
{
	for (size_t i = 0; i < s->line_count; i++)
		if (line_starts(&s->lines[i], key))
			return (int)i + 1;
	return 1;
}

/* The papers and talks of a case are from these days. */
static void
days_of(const struct casus *c, const char **first, const char **last)
{
	*first = *last = c->document_count > 0 ? c->documents[0].date : c->date;
	for (size_t i = 0; i < c->document_count; i++) {
		const char *day = c->documents[i].date;

		if (strcmp(day, *first) < 0)
			*first = day;
		if (strcmp(day, *last) > 0)
			*last = day;
	}
}

/* A paper from after the text was written cannot be right. */
static void
review_paper(
    const struct casus *c, const struct reading *r, const struct document *d)
{
	struct source s;

	if (strcmp(d->date, c->date) <= 0 ||
	    !source_read(&s, r->arena, r->faults,
		arena_printf(r->arena, "%s/casussen/%s/documenten/%s.md",
		    r->folder, c->slug, d->slug)))
		return;
	fault_add(r->faults, s.file, line_of(&s, "datum:"),
	    "dit document is van %s, later dan de casus zelf (%s). Kies een "
	    "eerdere datum.",
	    d->date, c->date);
}

void
review_dates(
    const struct casus *c, const struct reading *r, const struct source *plan)
{
	const char *first, *last;

	days_of(c, &first, &last);
	/* Actions may come up to a year after the sum ends. */
	last = arena_printf(r->arena, "%04ld%s",
	    strtol(last, NULL, 10) + c->expert->horizon_jaren + 1, last + 4);

	for (size_t i = 0; i < c->document_count; i++)
		review_paper(c, r, &c->documents[i]);
	for (size_t i = 0; i < c->expert->action_count; i++) {
		const char *at = c->expert->actions[i].wanneer, *date;

		while ((date = next_date(r->arena, &at)) != NULL)
			if (strcmp(date, first) < 0 || strcmp(date, last) > 0)
				fault_add(r->faults, plan->file,
				    json_where(plan->text,
					arena_printf(r->arena,
					    "acties[%zu].wanneer", i)),
				    "%s ligt buiten de casus: die speelt van "
				    "%s tot %s.",
				    date, first, last);
	}
}
