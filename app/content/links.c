/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * links.c - check a link as an author writes it, between files, and turn it
 * into an address of the site.
 *
 * Authors link to files, so that links also work on a forge and in an
 * editor. Whatever is not a file of this course, http(s) or mailto is
 * refused: that is what keeps javascript: out, and dead links too.
 */
#include "content/links.h"

#include "content/array.h"

#include <string.h>

/* Cuts the last part off a path of this length; gives the new length. */
static size_t
parent_length(const char *path, size_t len)
{
	while (len > 0 && path[len - 1] != '/')
		len--;
	return len > 0 ? len - 1 : 0;
}

char *
path_join(struct arena *a, const char *from_file, const char *target)
{
	size_t len = parent_length(from_file, strlen(from_file)), n;
	char *out = arena_alloc(a, len + strlen(target) + 2);

	memcpy(out, from_file, len);
	for (; *target != '\0'; target += n + (target[n] == '/')) {
		n = strcspn(target, "/");
		if (n == 0 || (n == 1 && target[0] == '.'))
			continue;
		if (n == 2 && memcmp(target, "..", 2) == 0) {
			if (len == 0)
				return NULL;
			len = parent_length(out, len);
			continue;
		}
		if (len > 0)
			out[len++] = '/';
		memcpy(out + len, target, n);
		len += n;
	}
	out[len] = '\0';
	return out;
}

const struct course_file *
map_file(const struct course_map *m, const char *path)
{
	for (size_t i = 0; i < m->file_count; i++)
		if (strcmp(m->files[i].path, path) == 0)
			return &m->files[i];
	return NULL;
}

static bool
has_slug(const char *const *slugs, size_t count, const char *slug)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(slugs[i], slug) == 0)
			return true;
	return false;
}

bool
map_has_module(const struct course_map *m, const char *slug)
{
	return has_slug(m->modules, m->module_count, slug);
}

bool
map_has_casus(const struct course_map *m, const char *slug)
{
	return has_slug(m->casussen, m->casus_count, slug);
}

/* The text between prefix and suffix; NULL when it is not so, or holds '/'. */
static char *
between(
    struct arena *a, const char *path, const char *prefix, const char *suffix)
{
	size_t n = strlen(path), p = strlen(prefix), s = strlen(suffix);

	if (n <= p + s || strncmp(path, prefix, p) != 0 ||
	    strcmp(path + n - s, suffix) != 0 ||
	    memchr(path + p, '/', n - p - s) != NULL)
		return NULL;
	return arena_strndup(a, path + p, n - p - s);
}

/* Casus and document of casussen/<casus>/documenten/<document>.md. */
static bool
split_document(struct arena *a, const char *path, char **casus, char **document)
{
	static const char PREFIX[] = "casussen/";
	const char *at = path + sizeof(PREFIX) - 1, *slash;

	if (strncmp(path, PREFIX, sizeof(PREFIX) - 1) != 0 ||
	    (slash = strchr(at, '/')) == NULL)
		return false;
	*casus = arena_strndup(a, at, (size_t)(slash - at));
	*document = between(a, slash, "/documenten/", ".md");
	return *document != NULL;
}

const char *
link_id_prefix(struct arena *a, const char *path)
{
	char *casus, *document;

	if (path == NULL || !split_document(a, path, &casus, &document))
		return "";
	return arena_printf(a, "%s-", document);
}

static const struct safe_url *
document_url(const struct course_map *m, struct arena *a, const char *path)
{
	char *casus, *document;

	if (!split_document(a, path, &casus, &document) ||
	    !map_has_casus(m, casus))
		return NULL;
	return url_path(
	    a, "cursus", m->slug, "casus", casus, "document", document, NULL);
}

/* The address of a Markdown file of this course; NULL: no page of its own. */
static const struct safe_url *
page_url(const struct course_map *m, struct arena *a, const char *path)
{
	const char *slug = between(a, path, "modules/", ".md");

	if (strcmp(path, "inhoud.md") == 0)
		return url_path(a, "cursus", m->slug, NULL);
	if (strcmp(path, GLOSSARY_FILE) == 0)
		return url_path(a, "cursus", m->slug, "begrippen", NULL);
	if (slug != NULL)
		return map_has_module(m, slug)
			   ? url_path(a, "cursus", m->slug, slug, NULL)
			   : NULL;
	slug = between(a, path, "casussen/", "/casus.md");
	if (slug != NULL && map_has_casus(m, slug))
		return url_path(a, "cursus", m->slug, "casus", slug, NULL);
	return document_url(m, a, path);
}

static struct link
broken(const char *why)
{
	return (struct link){.why = why};
}

/* Has a scheme ("mailto:") before any slash, query or fragment. */
static bool
has_scheme(const char *target)
{
	return target[strcspn(target, ":/?#")] == ':';
}

static struct link
external(struct arena *a, const char *target)
{
	bool is_web = strncasecmp(target, "https://", 8) == 0 ||
		      strncasecmp(target, "http://", 7) == 0;
	const char *host = strstr(target, "://");
	struct link out = {.is_external = true};

	if ((is_web && host[3] != '\0' && host[3] != '/') ||
	    strncasecmp(target, "mailto:", 7) == 0)
		out.url = url_external(a, target);
	if (out.url == NULL)
		out.why = "een link naar buiten begint met https:// (of "
			  "http://, mailto:) en heeft geen spaties";
	return out;
}

/* The address of a file of the course that is not the page itself. */
static const struct safe_url *
file_url(const struct course_map *m, struct arena *a, const char *path)
{
	if (strncmp(path, "media/", 6) == 0)
		return url_path(a, "media", m->slug, path + 6, NULL);
	return page_url(m, a, path);
}

/* A link to a file, of which `hash` is the part from # on, or NULL. */
static struct link
internal(const struct course_map *m, struct arena *a, const char *path,
    const char *target, const char *hash)
{
	/* A definition is shown on other pages as well. */
	bool is_here = hash == target && strcmp(path, GLOSSARY_FILE) != 0;
	struct link out = {.path = path};

	if (hash != NULL && hash[1] != '\0')
		out.anchor = hash + 1;
	if (hash != target)
		out.path = path_join(
		    a, path, arena_strndup(a, target, strcspn(target, "#")));
	if (out.path == NULL)
		return broken("de link gaat buiten de cursus; link naar een "
			      "bestand van deze cursus");
	out.file = map_file(m, out.path);
	if (out.file == NULL)
		return broken("dat bestand is er niet; verbeter de naam, of "
			      "maak het bestand");
	out.url = is_here ? URL_LITERAL("") : file_url(m, a, out.path);
	if (out.url == NULL)
		return broken("dat bestand staat niet in inhoud.md; zet het "
			      "daar in de lijst, of haal de link weg");
	if (out.anchor != NULL)
		out.url = url_fragment(a, out.url,
		    arena_printf(
			a, "%s%s", link_id_prefix(a, out.path), out.anchor));
	return out;
}

struct link
link_resolve(const struct course_map *m, struct arena *a, const char *path,
    const char *target)
{
	if (target[0] == '\0' || strcmp(target, "#") == 0)
		return broken("de link is leeg; vul een adres in");
	if (has_scheme(target) || strncmp(target, "//", 2) == 0)
		return external(a, target);
	if (m == NULL || path == NULL)
		return broken("hier kan alleen een link met https://");
	if (target[0] == '/')
		return broken(
		    "link naar het bestand, bijvoorbeeld "
		    "‘../modules/zes-stappen.md’, niet naar een adres van de "
		    "site");
	return internal(m, a, path, target, strchr(target, '#'));
}

static bool
is_image_name(const char *name)
{
	static const char *const KINDS[] = {".svg", ".png", ".webp", ".jpg"};
	size_t n = strlen(name);

	if (n != strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_."))
		return false;
	for (size_t i = 0; i < sizeof(KINDS) / sizeof(*KINDS); i++) {
		size_t k = strlen(KINDS[i]);

		if (n > k && strcmp(name + n - k, KINDS[i]) == 0)
			return true;
	}
	return false;
}

struct link
link_image(const struct course_map *m, struct arena *a, const char *path,
    const char *target)
{
	struct link out = {0};

	if (m == NULL || path == NULL || has_scheme(target) ||
	    target[0] == '/' || target[0] == '\0' || target[0] == '#')
		return broken(
		    "een afbeelding staat in de map media van deze "
		    "cursus; schrijf bijvoorbeeld ../media/plaatje.svg");
	out.path = path_join(a, path, target);
	if (out.path == NULL || strncmp(out.path, "media/", 6) != 0)
		return broken(
		    "een afbeelding staat in de map media van deze "
		    "cursus; schrijf bijvoorbeeld ../media/plaatje.svg");
	if (!is_image_name(out.path + 6))
		return broken(
		    "een afbeelding is een svg, png, webp of jpg met "
		    "een naam in kleine letters, cijfers en streepjes");
	out.file = map_file(m, out.path);
	if (out.file == NULL)
		return broken("dat bestand staat niet in de map media; zet "
			      "het daar, of verbeter de naam");
	out.url = url_path(a, "media", m->slug, out.path + 6, NULL);
	return out;
}

void
map_wish_anchor(struct course_map *m, const char *file, int line,
    const char *path, const char *anchor)
{
	m->wishes = array_grow(m->arena, m->wishes, m->wish_count,
	    &m->wish_size, sizeof(*m->wishes));
	m->wishes[m->wish_count++] = (struct anchor_wish){
	    .file = file, .path = path, .anchor = anchor, .line = line};
}

void
map_know_anchor(struct course_map *m, const char *path, const char *anchor)
{
	m->known = array_grow(m->arena, m->known, m->known_count,
	    &m->known_size, sizeof(*m->known));
	m->known[m->known_count++] =
	    (struct anchor_known){.path = path, .anchor = anchor};
}

void
map_know_page(struct course_map *m, const char *path)
{
	map_know_anchor(m, path, "");
}

static bool
is_anchor_known(
    const struct course_map *m, const char *path, const char *anchor)
{
	for (size_t i = 0; i < m->known_count; i++)
		if (strcmp(m->known[i].path, path) == 0 &&
		    strcmp(m->known[i].anchor, anchor) == 0)
			return true;
	return false;
}

void
map_check_anchors(const struct course_map *m, struct faults *f)
{
	for (size_t i = 0; i < m->wish_count; i++) {
		const struct anchor_wish *w = &m->wishes[i];

		if (is_anchor_known(m, w->path, "") &&
		    !is_anchor_known(m, w->path, w->anchor))
			fault_add(f, w->file, w->line,
			    "de link wijst naar "
			    "‘#%s’, maar die kop is er niet in %s. Verbeter "
			    "het deel achter #.",
			    w->anchor, w->path);
	}
}
