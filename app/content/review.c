/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * review.c - reads a case once more, as its author would have it read.
 */
#include "content/review.h"

#include "content/json_where.h"

#include <string.h>

static const char *
path_in(const struct reading *r, const struct casus *c, const char *name)
{
	return arena_printf(
	    r->arena, "%s/casussen/%s/%s", r->folder, c->slug, name);
}

/* A paper in the folder that casus.md does not name is never seen. */
static void
review_papers(const struct casus *c, const struct reading *r)
{
	const char *folder =
	    arena_printf(r->arena, "casussen/%s/documenten/", c->slug);
	size_t n = strlen(folder);

	for (size_t i = 0; i < r->map->file_count; i++) {
		const char *path = r->map->files[i].path;
		size_t len = strlen(path);
		const char *slug;

		if (strncmp(path, folder, n) != 0 || len < n + 4 ||
		    strcmp(path + len - 3, ".md") != 0)
			continue;
		slug = arena_strndup(r->arena, path + n, len - n - 3);
		if (casus_document(c, slug) == NULL)
			fault_add(r->faults,
			    arena_printf(r->arena, "%s/%s", r->folder, path), 1,
			    "dit document staat niet in de lijst van "
			    "casus.md. Zet het erbij of haal het weg.");
	}
}

/* What the dossier states stands in a paper, not in a talk to be chosen. */
static void
review_start(const struct casus *c, const struct reading *r)
{
	struct source s;

	for (size_t i = 0; i < c->start_count; i++)
		if (c->start[i].document->minutes > 0 &&
		    source_read(
			&s, r->arena, r->faults, path_in(r, c, "start.json")))
			fault_add(r->faults, s.file,
			    json_where(s.text,
				arena_printf(r->arena, "[%zu].document", i)),
			    "‘%s’ is een gesprek. Kies een document dat er "
			    "vanaf het begin is.",
			    c->start[i].document->slug);
}

static void
review_plan_sentences(
    const struct casus *c, const struct reading *r, const struct source *plan)
{
	for (int f = 0; f < FIELD_COUNT; f++) {
		const char *name = plan_field_name((enum plan_field)f);
		const char *path = f == FIELD_PLAN_B ? name
						     : arena_printf(r->arena,
							   "teksten.%s", name);

		review_sentences_of(r, plan->file, json_where(plan->text, path),
		    c->expert->text[f]);
	}
	for (size_t i = 0; i < c->expert->article_count; i++)
		for (int p = 0; p < ARGUMENT_PARTS; p++)
			review_sentences_of(r, plan->file,
			    json_where(plan->text,
				arena_printf(r->arena, "artikelen[%zu].%s", i,
				    argument_part_name((enum argument_part)p))),
			    c->expert->articles[i].part[p]);
}

void
casus_review(const struct casus *c, const struct reading *r)
{
	struct source s;

	review_papers(c, r);
	review_start(c, r);
	if (c->rules.count > 0)
		review_rules(c, r, path_in(r, c, "regels.json"));
	if (source_read(&s, r->arena, r->faults, path_in(r, c, "casus.md")))
		review_sentences(r, &s);
	for (size_t i = 0; i < c->document_count; i++) {
		const char *name = arena_printf(
		    r->arena, "documenten/%s.md", c->documents[i].slug);

		if (source_read(&s, r->arena, r->faults, path_in(r, c, name)))
			review_sentences(r, &s);
	}
	if (!source_read(&s, r->arena, r->faults, path_in(r, c, "plan.json")))
		return;
	review_amounts(c, r, &s);
	review_dates(c, r, &s);
	review_plan_sentences(c, r, &s);
}

void
casussen_review(const struct reading *r)
{
	static const char FOLDER[] = "casussen/", NAME[] = "/casus.md";

	for (size_t i = 0; i < r->map->file_count; i++) {
		const char *path = r->map->files[i].path;
		size_t len = strlen(path), n = strlen(FOLDER);

		if (strncmp(path, FOLDER, n) != 0 || len <= n + strlen(NAME) ||
		    strcmp(path + len - strlen(NAME), NAME) != 0)
			continue;
		if (!map_has_casus(r->map, arena_strndup(r->arena, path + n,
					       len - n - strlen(NAME))))
			fault_add(r->faults,
			    arena_printf(r->arena, "%s/%s", r->folder, path), 1,
			    "deze casus staat niet in inhoud.md. Zet hem bij "
			    "‘## Casussen’.");
	}
}
