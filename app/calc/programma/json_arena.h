/* SPDX-License-Identifier: EUPL-1.2 */
/* json_arena.h - the program's memory: given out, then taken back at once. */
#ifndef LMS_CALC_JSON_ARENA_H
#define LMS_CALC_JSON_ARENA_H

#include "calc/rekenkern.h"

struct json_blok;

struct json_arena {
	struct json_blok *blok; /* the newest */
	size_t gebruikt;	/* of the newest */
};

/* For the library: memory that lasts until json_arena_leeg(). */
struct rk_memory json_arena_memory(struct json_arena *);

/* Everything given out is gone; keeps one ordinary block for the next. */
void json_arena_leeg(struct json_arena *);

void json_arena_sluit(struct json_arena *);

#endif
