/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * start.c - read start.json: which lines of the expert's huidig the dossier
 * itself states, so that a learner need not type them over.
 *
 * A line is named by its id in plan.json, so that no amount is written twice.
 * What a line of the expert's plan says beyond the dossier (why it stops) is
 * thinking, and is left out by web/plan/start.c. A case may do without. With
 * documents or plan unread nothing is said here: that was told.
 */
#include "content/plan_json.h"

#include "content/json_part.h"

#include <string.h>

static const struct plan_line *
find_line(const struct casus *c, const char *id)
{
	for (size_t i = 0; i < c->expert->line_count; i++)
		if (c->expert->lines[i].scenario == SCENARIO_HUIDIG &&
		    strcmp(c->expert->lines[i].id, id) == 0)
			return &c->expert->lines[i];
	return NULL;
}

static void
check_line(const struct json_file *j, const struct start_line *list, size_t i,
    const char *path, const char *id)
{
	if (list[i].line == NULL) {
		json_fault(j, path, "regel",
		    "‘%s’ is geen regel van huidig in plan.json. Noem het id "
		    "van zo’n regel.",
		    id);
		return;
	}
	if (list[i].line->payer_count > 1)
		json_fault(j, path, "regel",
		    "‘%s’ heeft meer dan één betaler. Zo’n regel vult de "
		    "lerende zelf in. Haal hem hier weg.",
		    id);
	for (size_t k = 0; k < i; k++)
		if (list[k].line == list[i].line)
			json_fault(j, path, "regel",
			    "‘%s’ staat er al, bij [%zu]. Houd er één.", id, k);
}

static void
read_start_line(const struct json_file *j, const struct casus *c,
    struct start_line *list, size_t i, const json_t *one)
{
	const char *path = arena_printf(j->r->arena, "[%zu]", i);
	const char *id = json_need(j, one, path, "regel");
	const char *slug = json_need(j, one, path, "document");

	json_check_keys(j, one, path, "regel document");
	list[i] = (struct start_line){
	    .line = find_line(c, id), .document = casus_document(c, slug)};
	if (*id != '\0')
		check_line(j, list, i, path, id);
	if (*slug != '\0' && list[i].document == NULL)
		json_fault(j, path, "document",
		    "‘%s’ is geen document van deze casus. Noem het bestand "
		    "zonder .md, zoals ‘01-situatieschets’.",
		    slug);
}

size_t
start_lines_read(const struct start_line **out, const struct reading *r,
    const char *file, const struct casus *c)
{
	struct json_file j;
	struct start_line *list;
	size_t count, i;
	json_t *one;

	*out = NULL;
	if (c->document_count == 0 || c->expert->line_count == 0 ||
	    map_file(r->map, arena_printf(r->arena, "casussen/%s/start.json",
				 c->slug)) == NULL ||
	    !json_file_read(&j, r, file))
		return 0;
	if (!json_is_array(j.root))
		json_fault(&j, "", NULL,
		    "hier hoort een lijst te staan: [ { \"regel\": \"H1\", "
		    "\"document\": \"01-…\" } ].");
	count = json_array_size(j.root);
	list = arena_array(r->arena, count + 1, sizeof(*list));
	json_array_foreach(j.root, i, one) read_start_line(&j, c, list, i, one);
	json_decref(j.root);
	*out = list;
	return count;
}
