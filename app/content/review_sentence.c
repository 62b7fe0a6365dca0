/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * review_sentence.c - sentences of more than twenty words.
 *
 * A sentence ends at . ? ! or ; before a space, a quote or the end; a row of
 * a table, a heading and the header are no sentences. Good enough to point
 * at: it is advice, an author judges.
 */
#include "content/review.h"

#include <string.h>

enum { WORDS_MAX = 20, SHOWN = 40 };

static bool
is_end(const char *at)
{
	return strchr(".?!;", *at) != NULL &&
	       (at[1] == '\0' || strchr(" \n*\"", at[1]) != NULL ||
		   strncmp(at + 1, "’", strlen("’")) == 0);
}

/* The first letters of a sentence, whole words. */
static const char *
beginning(struct arena *a, const char *from)
{
	size_t n = strlen(from) < SHOWN ? strlen(from) : SHOWN;

	while (n > 0 && from[n] != '\0' && from[n] != ' ' && from[n] != '\n')
		n--;
	return arena_strndup(a, from, n);
}

static void
tell(const struct reading *r, const char *file, int line, const char *from,
    int words)
{
	if (words > WORDS_MAX)
		fault_add(r->advice, file, line,
		    "deze zin heeft %d woorden: ‘%s …’. Maak er twee van.",
		    words, beginning(r->arena, from));
}

void
review_sentences_of(
    const struct reading *r, const char *file, int line, const char *text)
{
	const char *from = text;
	bool is_in_word = false;
	int words = 0, at_line = line, from_line = line;

	for (const char *at = text; *at != '\0'; at++) {
		bool is_space = *at == ' ' || *at == '\n';

		if (words == 0 && !is_space && !is_in_word) {
			from = at;
			from_line = at_line;
		}
		if (!is_space && !is_in_word && strchr("-*|", *at) == NULL)
			words++;
		is_in_word = !is_space;
		at_line += *at == '\n';
		if (is_end(at)) {
			tell(r, file, from_line, from, words);
			words = 0;
			is_in_word = false;
		}
	}
	tell(r, file, from_line, from, words);
}

/* Lines that belong to one paragraph or list item. */
static bool
goes_on(const struct line *l)
{
	return !line_is_blank(l) && !l->is_verbatim && !line_starts(l, "#") &&
	       !line_starts(l, "|") && !line_starts(l, "<!--") &&
	       !line_starts(l, "- ") && !line_starts(l, "* ") &&
	       !line_starts(l, ">") &&
	       !(l->text[0] >= '0' && l->text[0] <= '9');
}

static bool
is_prose(const struct line *l)
{
	return !line_is_blank(l) && !l->is_verbatim && !line_starts(l, "#") &&
	       !line_starts(l, "|") && !line_starts(l, "<!--");
}

void
review_sentences(const struct reading *r, const struct source *s)
{
	size_t i = 0;

	while (i < s->line_count && !line_starts(&s->lines[i], "-->"))
		i++;
	for (i++; i < s->line_count; i++) {
		size_t last = i;

		if (!is_prose(&s->lines[i]))
			continue;
		while (last + 1 < s->line_count && goes_on(&s->lines[last + 1]))
			last++;
		review_sentences_of(r, s->file, (int)i + 1,
		    source_lines(r->arena, s, i + 1, last + 1));
		i = last;
	}
}
