/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PEER_WORDS_H
#define LMS_WEB_PEER_WORDS_H
/* A judgement to read: per value what was chosen and written. */
#include "web/peer/place.h"

struct peer_line {
	const char *label, *words;
	bool is_own; /* in the writer's own words */
};

/* What one of them finds of one value. */
struct peer_side {
	const char *who; /* "Lezer 1", "Jij zelf" */
	size_t count;
	const struct peer_line *lines;
};

struct peer_value_words {
	const char *title, *core;
	size_t side_count;
	const struct peer_side *sides;
};

/* Whose words, to lay beside each other. */
struct peer_voice {
	const char *who;
	size_t count;
	const struct peer_word *words;
};

/* RUBRIC_VALUES of them; a side without words is left out. */
const struct peer_value_words *peer_words_beside(struct arena *,
    const struct rubric *, const struct peer_voice *, size_t count);
#endif
