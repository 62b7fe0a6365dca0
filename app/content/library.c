/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * library.c - all content of courses/ in read-only memory.
 *
 * The order: the tables, then per course its outline, then its modules and
 * cases, then the links between them. Reading goes on after a fault, so that
 * an author sees all; a library is only given when there is none.
 */
#include "content/library.h"

#include "content/casus.h"
#include "content/findable.h"
#include "content/gegevens.h"
#include "content/glossary.h"
#include "content/law_use.h"
#include "content/outline.h"
#include "content/plan_json.h"
#include "content/review.h"
#include "content/rubric_json.h"
#include "content/scan.h"
#include "core/tariff_csv.h"

#include <dirent.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { COURSES_MAX = 100 };

/* The slugs that links of a list name; they are where the map looks. */
static const char **
slugs_of(struct page *p, cmark_node *root, const char *heading,
    const char *before, const char *after, size_t *count, bool is_needed)
{
	const struct outline_link *links;
	size_t n = outline_take(&links, p, root, heading, is_needed);
	const char **slugs = arena_array(p->arena, n + 1, sizeof(*slugs));

	*count = 0;
	for (size_t i = 0; i < n; i++) {
		const char *slug = outline_slug(p, &links[i], before, after);

		for (size_t d = 0; slug != NULL && d < *count; d++)
			if (strcmp(slugs[d], slug) == 0) {
				PAGE_FAULT(p, links[i].line,
				    "‘%s’ staat er twee keer in. Haal er een "
				    "weg.",
				    links[i].target);
				slug = NULL;
			}
		if (slug != NULL)
			slugs[(*count)++] = slug;
	}
	return slugs;
}

/* What inhoud.md says of the question to try: "zes-stappen v3". */
struct wish {
	const char *text; /* or NULL */
	int line;
};

static void
read_outline(struct course *c, const struct reading *r, struct wish *taste)
{
	struct source s;
	struct header h;
	struct page page;
	cmark_node *root;

	if (!source_read(&s, r->arena, r->faults,
		arena_printf(r->arena, "%s/inhoud.md", r->folder)))
		return;
	if (!header_take(&h, r->arena, r->faults, &s,
		"title language date proefvraag author version"))
		return;
	header_check(&h, r->faults);
	c->title = header_need(&h, r->faults, "title", "Naam van de cursus");
	c->date = header_date(&h, r->faults, "date");
	*taste = (struct wish){header_get(&h, "proefvraag"),
	    header_line(&h, "proefvraag")};
	page = page_new(r->arena, r->faults, &s, r->map, "inhoud.md");
	page.title = c->title;
	root = page_tree(&page);
	r->map->modules = slugs_of(&page, root, "Modules", "modules/", ".md",
	    &r->map->module_count, true);
	r->map->casussen = slugs_of(&page, root, "Casussen", "casussen/",
	    "/casus.md", &r->map->casus_count, false);
	c->intro = page_whole(&page, root);
}

static void
find_taste(struct course *c, const struct reading *r, const struct wish *wish)
{
	size_t n;
	const struct module *m;

	if (wish->text == NULL)
		return;
	n = strcspn(wish->text, " ");
	m = course_module(c, arena_strndup(r->arena, wish->text, n));
	if (m != NULL && *m->title == '\0')
		return; /* could not be read: that was told */
	if (m != NULL && wish->text[n] == ' ')
		c->taste = module_question(m, wish->text + n + 1);
	if (c->taste == NULL)
		fault_add(r->faults,
		    arena_printf(r->arena, "%s/inhoud.md", r->folder),
		    wish->line,
		    "de proefvraag ‘%s’ is er niet. Noem een module en een "
		    "vraag, zoals ‘zes-stappen v3’.",
		    wish->text);
}

static void
read_course(struct course *c, struct reading *r, const char *slug)
{
	struct course_map map = {.arena = r->arena, .slug = slug};
	struct module *modules;
	struct casus *casussen;
	struct wish taste = {0};

	*c = (struct course){.slug = slug, .title = slug};
	r->map = &map;
	map_scan(&map, r->faults, r->folder);
	read_outline(c, r, &taste);
	r->glossary = c->glossary = glossary_read(r);
	modules = arena_array(r->arena, map.module_count + 1, sizeof(*modules));
	casussen =
	    arena_array(r->arena, map.casus_count + 1, sizeof(*casussen));
	for (size_t i = 0; i < map.module_count; i++)
		module_read(&modules[i], r, map.modules[i]);
	for (size_t i = 0; i < map.casus_count; i++)
		casus_read(&casussen[i], r, map.casussen[i]);
	c->modules = modules;
	c->module_count = map.module_count;
	c->casussen = casussen;
	c->casus_count = map.casus_count;
	c->rubric = rubric_read(r);
	find_taste(c, r, &taste);
	map_check_anchors(&map, r->faults);
	if (r->advice != NULL)
		casussen_review(r);
	r->map = NULL;
	r->glossary = NULL;
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Every folder is a course, but gegevens/ and what is hidden. */
static bool
is_course(const char *name, const char *path, struct faults *f)
{
	if (name[0] == '.' || strcmp(name, "gegevens") == 0 || !is_folder(path))
		return false;
	if (id_is_valid(name))
		return true;
	fault_add(f, path, 1,
	    "de naam van deze map kan niet. Gebruik kleine "
	    "letters, cijfers en streepjes.");
	return false;
}

/* The courses, in the order of their names. */
static size_t
find_courses(
    const char **slugs, struct arena *a, struct faults *f, const char *folder)
{
	struct dirent **found;
	int n = scandir(folder, &found, NULL, alphasort);
	size_t count = 0;

	for (int i = 0; i < n; i++) {
		const char *name = found[i]->d_name;

		if (count < COURSES_MAX &&
		    is_course(name, arena_printf(a, "%s/%s", folder, name), f))
			slugs[count++] = arena_strdup(a, name);
		free(found[i]);
	}
	if (n >= 0)
		free(found);
	return count;
}

/* A name for the table as it is: other rows, another name. */
static const char *
name_tariffs(struct arena *a, const struct tariff *list, size_t count)
{
	const char *text = tariff_csv_write(a, list, count, false);
	unsigned char hash[crypto_generichash_BYTES_MIN];

	crypto_generichash(hash, sizeof(hash), (const unsigned char *)text,
	    strlen(text), NULL, 0);
	return arena_printf(a, "algemeen-%02x%02x%02x%02x", hash[0], hash[1],
	    hash[2], hash[3]);
}

/*
 * What follows from all texts together. They are not kept themselves: what is
 * searched is in PostgreSQL.
 */
static void
read_texts(struct library *l)
{
	struct arena *texts = arena_new();
	const struct findable f = findable_of(texts, l);

	l->edition = arena_strdup(l->arena, f.edition);
	law_uses_read(l, &f);
	arena_free(texts);
}

static void
read_all(struct library *l, struct faults *f, struct faults *advice,
    const char *folder)
{
	const char *slugs[COURSES_MAX] = {NULL};
	struct reading r = {.arena = l->arena,
	    .faults = f,
	    .advice = advice,
	    .library = l};
	struct course *courses;

	l->tariff_count = tariffs_read(&l->tariffs, l->arena, f,
	    arena_printf(l->arena, "%s/gegevens/tarieven.csv", folder));
	l->index_count = index_read(&l->index, l->arena, f,
	    arena_printf(l->arena, "%s/gegevens/indexcijfers.csv", folder));
	l->tariff_version =
	    name_tariffs(l->arena, l->tariffs, l->tariff_count);
	l->law_count = laws_read(&l->laws, l->arena, f,
	    arena_printf(l->arena, "%s/gegevens/wetten.csv", folder));
	l->synonym_count = synonyms_read(&l->synonyms, l->arena, f,
	    arena_printf(l->arena, "%s/gegevens/synoniemen.csv", folder));
	l->prefab_count = prefabs_read(&l->prefabs, &r,
	    arena_printf(l->arena, "%s/gegevens/voorzetten.json", folder));
	l->course_count = find_courses(slugs, l->arena, f, folder);
	if (l->course_count == 0)
		fault_add(f, folder, 1,
		    "hier staat geen cursus. Een cursus is een map met een "
		    "inhoud.md.");
	courses = arena_array(l->arena, l->course_count + 1, sizeof(*courses));
	for (size_t i = 0; i < l->course_count; i++) {
		r.folder = arena_printf(l->arena, "%s/%s", folder, slugs[i]);
		read_course(&courses[i], &r, slugs[i]);
	}
	l->courses = courses;
}

enum status
library_review(struct library **out, const char *folder,
    struct arena *faults_in, struct content_faults *faults,
    struct content_faults *advice)
{
	struct faults f = faults_new(faults_in), told = faults_new(faults_in);
	struct arena *a = arena_new();
	struct library *l = arena_alloc(a, sizeof(*l));

	l->arena = a;
	read_all(l, &f, advice != NULL ? &told : NULL, folder);
	faults_sort(&f);
	*faults = (struct content_faults){f.count, f.fault};
	if (advice != NULL) {
		faults_sort(&told);
		*advice = (struct content_faults){told.count, told.fault};
	}
	*out = NULL;
	if (f.count > 0) {
		library_free(l);
		return ST_INVALID;
	}
	read_texts(l);
	*out = l;
	return ST_OK;
}

enum status
library_open(struct library **out, const char *folder, struct arena *faults_in,
    struct content_faults *faults)
{
	return library_review(out, folder, faults_in, faults, NULL);
}

void
library_free(struct library *l)
{
	if (l != NULL)
		arena_free(l->arena);
}
