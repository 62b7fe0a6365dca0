/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * question_make.c - from a block to a question that can be shown and judged.
 * Each part is rendered by itself, with the notes and links of its page and
 * with its own line numbers for faults.
 */
#include "content/question.h"

static const struct safe_html **
render_all(
    struct page *p, const struct piece *pieces, size_t count, bool is_inline)
{
	const struct safe_html **list =
	    arena_array(p->arena, count, sizeof(*list));

	for (size_t i = 0; i < count; i++)
		if (pieces[i].text != NULL)
			list[i] = is_inline ? page_inline(p, pieces[i].text,
						  pieces[i].line)
					    : page_blocks(p, pieces[i].text,
						  pieces[i].line);
	return list;
}

const struct question *
question_make(struct page *p, const struct block *b)
{
	struct question *q = arena_alloc(p->arena, sizeof(*q));
	struct question_text *text = arena_alloc(p->arena, sizeof(*text));

	text->prompt = page_blocks(p, b->prompt.text, b->prompt.line);
	text->options = render_all(p, b->option, b->option_count, true);
	text->feedback = render_all(p, b->feedback, b->option_count, false);
	text->hints = render_all(p, b->hint, b->hint_count, false);
	text->hint_count = b->hint_count;
	if (b->why.text != NULL)
		text->why = page_blocks(p, b->why.text, b->why.line);
	*q = (struct question){.id = b->id,
	    .goal = b->goal,
	    .version = b->version,
	    .is_multiple = b->is_multiple,
	    .option_count = b->option_count,
	    .is_right =
		arena_memdup(p->arena, b->is_right, sizeof(b->is_right)),
	    .text = text};
	return q;
}
