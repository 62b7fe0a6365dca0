/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_GLOSSARY_H
#define LMS_CONTENT_GLOSSARY_H
/* Reads begrippen.md: the terms of a course. */
#include "content/library.h"
#include "content/module.h"

/* NULL when the course has no such file; faults tell what is wrong in it. */
const struct glossary *glossary_read(const struct reading *);

/* For a page in which terms become links. */
struct page_terms *page_terms_new(struct arena *, const struct glossary *);
/* The terms that it uses, by name. */
size_t page_terms_used(
    const struct term ***, struct arena *, const struct page_terms *);
#endif
