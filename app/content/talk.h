/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_TALK_H
#define LMS_CONTENT_TALK_H
/* The talks of a case: whom one can ask, and what that costs. */
#include "content/module.h"

/* What the header of a document may say of a talk. */
#define TALK_KEYS "vraag-aan tijd inwoner eerst-inwoner"

/*
 * Reads what the header says of a talk, and cuts the section "Eerst de
 * inwoner" out of the page's source. Before page_tree.
 */
void talk_take(struct document *, struct page *, const struct header *);
/* Do the talks make a choice together? The header is that of casus.md. */
void talks_check(
    const struct casus *, const struct reading *, const struct header *);
#endif
