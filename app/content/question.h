/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_QUESTION_H
#define LMS_CONTENT_QUESTION_H
/*
 * Questions in a module, in LiaScript's syntax. Their blocks are taken out of
 * the source before the Markdown is parsed; of each only the line with
 * `<!-- vraag: … -->` stays, to mark its place.
 */
#include "content/header.h"
#include "content/markdown.h"

/* A piece of the block: a text and the line it begins on. */
struct piece {
	const char *text;
	int line;
};

struct block {
	int line; /* of the `vraag` comment */
	const char *id, *goal, *version;
	bool is_multiple;
	struct piece prompt, why; /* why.text NULL: none */
	size_t option_count, hint_count;
	struct piece option[QUESTION_OPTIONS_MAX];
	struct piece feedback[QUESTION_OPTIONS_MAX]; /* text NULL: missing */
	bool is_right[QUESTION_OPTIONS_MAX];
	struct piece hint[QUESTION_OPTIONS_MAX];
};

struct blocks {
	size_t count, size;
	struct block *block;
};

/* Takes all blocks out of the source; what is wrong in them is a fault. */
void questions_take(
    struct blocks *, struct arena *, struct faults *, struct source *);
/* Renders a block with the notes and links of its page (question_make.c). */
const struct question *question_make(struct page *, const struct block *);
#endif
