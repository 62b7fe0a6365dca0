/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casus.c - read a case: its header with the household, its text and
 * documents (document.c, talk.c), then the tables and the expert's plan that
 * refer to them.
 */
#include "content/casus.h"

#include "base/form.h"
#include "base/text.h"
#include "content/document.h"
#include "content/gegevens.h"
#include "content/talk.h"
#include "content/outline.h"
#include "content/plan_json.h"
#include "content/review.h"
#include "content/rules_json.h"

#include <string.h>

enum { AGE_MAX = 120 };

static const char *
path_of(const struct reading *r, const struct casus *c, const char *file)
{
	return arena_printf(
	    r->arena, "%s/casussen/%s/%s", r->folder, c->slug, file);
}

/* P1 to P99. */
static bool
is_person_id(const char *id)
{
	size_t digits = id[0] == 'P' ? strspn(id + 1, "0123456789") : 0;

	return digits >= 1 && digits <= 2 && id[1] != '0' &&
	       id[1 + digits] == '\0';
}

/* "Marlies | ouder | 38" */
static void
read_member(struct household_member *m, const struct reading *r,
    const struct header *h, const struct key *key)
{
	static const char *const ROLES[] = {
	    "alleenstaande", "ouder", "kind", "jongere", "overig"};
	char *text = arena_strdup(r->arena, key->value), *role, *age;
	int64_t years = 0;
	size_t i = 0;

	*m = (struct household_member){
	    .id = key->key + strlen("persoon-"), .name = "", .role = ""};
	role = strchr(text, '|');
	age = role == NULL ? NULL : strchr(role + 1, '|');
	if (age == NULL) {
		fault_add(r->faults, h->file, key->line,
		    "deze persoon is niet te lezen. Schrijf ‘persoon-P1: Naam "
		    "| ouder | 38’.");
		return;
	}
	*role = *age = '\0';
	if (!is_person_id(key->key + strlen("persoon-")))
		fault_add(r->faults, h->file, key->line,
		    "‘%s’ kan niet. Noem de personen persoon-P1, persoon-P2, "
		    "enzovoort.",
		    key->key);
	m->name = text_trim(r->arena, text);
	m->role = text_trim(r->arena, role + 1);
	while (i < 5 && strcmp(ROLES[i], m->role) != 0)
		i++;
	if (i == 5)
		fault_add(r->faults, h->file, key->line,
		    "de rol ‘%s’ bestaat niet. Kies alleenstaande, ouder, "
		    "kind, jongere of overig.",
		    m->role);
	if (!form_parse_int(text_trim(r->arena, age + 1), 0, AGE_MAX, &years))
		fault_add(r->faults, h->file, key->line,
		    "de leeftijd is geen getal van 0 tot en met %d.", AGE_MAX);
	m->age = (int)years;
}

static void
read_members(struct casus *c, const struct reading *r, const struct header *h)
{
	struct household_member *list =
	    arena_array(r->arena, h->count + 1, sizeof(*list));

	for (size_t i = 0; i < h->count; i++)
		if (strncmp(h->key[i].key, "persoon-", 8) == 0)
			read_member(&list[c->member_count++], r, h, &h->key[i]);
	if (c->member_count == 0)
		fault_add(r->faults, h->file, 1,
		    "er staan geen personen in de kop. Schrijf bijvoorbeeld "
		    "‘persoon-P1: Naam | ouder | 38’.");
	c->members = list;
}

static void
read_documents(struct casus *c, const struct reading *r, struct page *page,
    const struct outline_link *links, size_t count)
{
	struct document *list = arena_array(r->arena, count + 1, sizeof(*list));

	c->documents = list;
	for (size_t i = 0; i < count; i++) {
		const char *slug =
		    outline_slug(page, &links[i], "documenten/", ".md");

		if (slug == NULL)
			continue;
		if (casus_document(c, slug) != NULL) {
			PAGE_FAULT(page, links[i].line,
			    "‘%s’ staat er twee "
			    "keer in. Haal er een weg.",
			    links[i].target);
			continue;
		}
		document_read(&list[c->document_count++], r, c->slug, slug);
	}
}

static void
read_text(struct casus *c, const struct reading *r, struct source *s,
    const struct header *h)
{
	struct page page = page_new(r->arena, r->faults, s, r->map,
	    arena_printf(r->arena, "casussen/%s/casus.md", c->slug));
	cmark_node *root = page_tree(&page);
	const struct outline_link *links;
	size_t count = outline_take(&links, &page, root, "Documenten", true);

	page.title = c->title;
	c->source_count = sources_read(&c->sources, &page, h);
	c->intro = page_whole(&page, root);
	read_documents(c, r, &page, links, count);
}

static void
read_header(struct casus *c, const struct reading *r, const struct header *h)
{
	header_check(h, r->faults);
	c->title = header_need(h, r->faults, "title", "Familie X");
	c->profile = header_need(h, r->faults, "profiel", "P1");
	c->date = header_date(h, r->faults, "date");
	c->valid_until = header_date(h, r->faults, "geldig-tot");
	c->minutes = header_minutes(h, r->faults, "duur");
	if (header_get(h, "gesprekstijd") != NULL)
		c->talk_minutes =
		    header_minutes(h, r->faults, "gesprekstijd");
	if (strcmp(header_need(h, r->faults, "fictie", "ja"), "ja") != 0)
		fault_add(r->faults, h->file, header_line(h, "fictie"),
		    "een casus is altijd verzonnen. Schrijf ‘fictie: ja’.");
	c->goal_count = goals_read(&c->goals, r, h);
	read_members(c, r, h);
}

void
casus_read(struct casus *c, const struct reading *r, const char *slug)
{
	size_t faults = r->faults->count;
	struct source s;
	struct header h;

	*c = (struct casus){.slug = slug, .title = ""};
	if (!source_read(&s, r->arena, r->faults, path_of(r, c, "casus.md")))
		return;
	if (!header_take(&h, r->arena, r->faults, &s,
		"title language date geldig-tot duur profiel fictie doel-* "
		"bron persoon-* plan-persoon gesprekstijd rekenregels "
		"author version"))
		return;
	read_header(c, r, &h);
	read_text(c, r, &s, &h);
	talks_check(c, r, &h);
	c->tariff_count = tariffs_read(
	    &c->tariffs, r->arena, r->faults, path_of(r, c, "tarieven.csv"));
	c->signals = tariff_signals(r->arena, c->tariffs, c->tariff_count);
	c->expert = expert_read(
	    r, path_of(r, c, "plan.json"), c, header_get(&h, "rekenregels"));
	c->start_count = start_lines_read(
	    &c->start, r, path_of(r, c, "start.json"), c);
	c->rules = rules_read(r, path_of(r, c, "regels.json"), c);
	if (r->advice != NULL && r->faults->count == faults)
		casus_review(c, r);
}
