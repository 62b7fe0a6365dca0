/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * words.c - judgements beside each other, per value. A level that the rubric
 * no longer has is left out.
 */
#include "web/peer/words.h"

#include "base/text.h"

static struct peer_side
side_of(struct arena *a, const struct peer_voice *voice,
    const struct rubric_field *fields, size_t count, enum rule_value value)
{
	struct peer_line *lines = arena_array(a, count, sizeof(*lines));
	struct peer_side side = {.who = voice->who, .lines = lines};

	for (size_t i = 0; i < count; i++) {
		const struct rubric_field *f = &fields[i];
		const char *words =
		    peer_word_of(voice->words, voice->count, f->name);

		if (f->value != value)
			continue;
		if (f->criterion != NULL)
			words = rubric_words(f->criterion, words);
		if (words != NULL && !text_is_blank(words))
			lines[side.count++] = (struct peer_line){
			    f->label, words, f->criterion == NULL};
	}
	return side;
}

const struct peer_value_words *
peer_words_beside(struct arena *a, const struct rubric *rubric,
    const struct peer_voice *voices, size_t count)
{
	const struct rubric_field *fields;
	size_t n = rubric_fields(&fields, a, rubric);
	struct peer_value_words *out =
	    arena_array(a, RUBRIC_VALUES, sizeof(*out));

	for (int v = 0; v < RUBRIC_VALUES; v++) {
		struct peer_side *sides = arena_array(a, count, sizeof(*sides));

		out[v] = (struct peer_value_words){
		    .title = peer_value_title((enum rule_value)v),
		    .core = rubric->value[v].core,
		    .sides = sides};
		for (size_t i = 0; i < count; i++) {
			struct peer_side side = side_of(
			    a, &voices[i], fields, n, (enum rule_value)v);

			if (side.count > 0)
				sides[out[v].side_count++] = side;
		}
	}
	return out;
}
