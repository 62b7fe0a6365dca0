/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_GLOSSARY_H
#define LMS_WEB_GLOSSARY_H
/* The terms of a course, from A to Z. */
#include "web/exchange.h"
#include "web/shell.h"

/* The terms under one letter. */
struct letter_view {
	char name[2], anchor[16]; /* "A", "letter-a" */
	size_t term_count;
	const struct term **terms;
};

struct glossary_view {
	struct shell shell;
	const struct course *course;
	const struct glossary *glossary;
	const struct safe_url *course_url, *url;
	const char *date;	 /* in words */
	const char *valid_until; /* in words; NULL while it holds */
	size_t letter_count;
	const struct letter_view *letters;
};

/* GET /cursus/:cursus/begrippen */
void ask_glossary(struct exchange *);
void show_glossary(struct exchange *);

const struct safe_url *glossary_url(struct arena *, const struct course *);
#endif
