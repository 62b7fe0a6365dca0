/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * outline.c - the order of things is a Markdown list of links, so that it can
 * be read on any forge.
 */
#include "content/outline.h"

#include "content/header.h"
#include "content/links.h"

#include <string.h>

static cmark_node *
find_heading(struct page *p, cmark_node *root, const char *text)
{
	for (cmark_node *n = cmark_node_first_child(root); n != NULL;
	     n = cmark_node_next(n))
		if (cmark_node_get_type(n) == CMARK_NODE_HEADING &&
		    cmark_node_get_heading_level(n) == 2 &&
		    strcmp(tree_plain_text(p->arena, n), text) == 0)
			return n;
	return NULL;
}

size_t
outline_take(const struct outline_link **out, struct page *p, cmark_node *root,
    const char *heading, bool is_needed)
{
	cmark_node *at = find_heading(p, root, heading), *list;
	struct outline_link *links;
	struct nodes found;

	*out = NULL;
	if (at == NULL && !is_needed)
		return 0;
	list = at == NULL ? NULL : cmark_node_next(at);
	if (list == NULL || cmark_node_get_type(list) != CMARK_NODE_LIST) {
		PAGE_FAULT(p, at == NULL ? 1 : tree_line(at),
		    "hier hoort een kop ‘## %s’ met direct daaronder een lijst "
		    "van links, zoals ‘- [Titel](map/naam.md)’.",
		    heading);
		return 0;
	}
	found = tree_collect(p->arena, list, TYPE_BIT(CMARK_NODE_LINK));
	links = arena_array(p->arena, found.count + 1, sizeof(*links));
	for (size_t i = 0; i < found.count; i++)
		links[i] = (struct outline_link){
		    arena_strdup(p->arena, cmark_node_get_url(found.node[i])),
		    tree_line(found.node[i])};
	cmark_node_free(list);
	cmark_node_free(at);
	*out = links;
	return found.count;
}

const char *
outline_slug(struct page *p, const struct outline_link *link,
    const char *before, const char *after)
{
	size_t all = strlen(link->target), first = strlen(before),
	       last = strlen(after);
	const char *slug = NULL;

	if (all > first + last && strncmp(link->target, before, first) == 0 &&
	    strcmp(link->target + all - last, after) == 0)
		slug = arena_strndup(
		    p->arena, link->target + first, all - first - last);
	/* Documents are numbered: 01-situatieschets. */
	if (slug != NULL && !id_is_valid(slug + strspn(slug, "0123456789-")))
		slug = NULL;
	/* These addresses under /cursus/<cursus>/ are no modules. */
	if (slug != NULL && strcmp(before, "modules/") == 0 &&
	    (strcmp(slug, "casus") == 0 || strcmp(slug, "begrippen") == 0))
		slug = NULL;
	if (slug == NULL)
		PAGE_FAULT(p, link->line,
		    "‘%s’ kan hier niet staan. Verwijs naar %s<naam>%s, met "
		    "kleine letters en streepjes in de naam.",
		    link->target, before, after);
	else if (p->map != NULL &&
		 map_file(p->map, path_join(p->arena, p->path, link->target)) ==
		     NULL) {
		PAGE_FAULT(p, link->line,
		    "het bestand ‘%s’ is er niet. Maak "
		    "het, verbeter de naam of haal de regel weg.",
		    link->target);
		slug = NULL;
	}
	return slug;
}
