/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_OUTLINE_H
#define LMS_CONTENT_OUTLINE_H
/* Lists of links under a heading: the order of modules, cases, documents. */
#include "content/page.h"

struct outline_link {
	const char *target; /* as written: "modules/zes-stappen.md" */
	int line;
};

/*
 * Takes the heading of this text and the list under it out of the tree, and
 * gives the links of the list. A fault when there is no such heading and it
 * is needed.
 */
size_t outline_take(const struct outline_link **, struct page *,
    cmark_node *root, const char *heading, bool is_needed);
/*
 * The part of a target between two texts: "x" of "modules/x.md". NULL and a
 * fault when it is not such a target, not a good name, or not there.
 */
const char *outline_slug(struct page *, const struct outline_link *,
    const char *before, const char *after);
#endif
