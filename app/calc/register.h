/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * register.h - find an id among many, in n log n whatever the ids are (no
 * hashing, so no crafted document makes it slow).
 */
#ifndef LMS_CALC_REGISTER_H
#define LMS_CALC_REGISTER_H

#include "calc/rekenkern.h"

#define RK_NIET_GEVONDEN SIZE_MAX

struct rk_ingang {
	uint64_t begin; /* the first eight bytes, to compare with */
	const char *id;
	size_t index;
};

struct rk_register {
	struct rk_ingang *rij; /* sorted by id, equal ids by index */
	size_t aantal;
	bool dubbel; /* some id is there more than once */
};

/* Room for n ids, empty. */
struct rk_register rk_register_nieuw(const struct rk_memory *, size_t n);

/* Adds one, at most n times; NULL and "" are left out. */
void rk_register_zet(struct rk_register *, const char *id, size_t index);

/* To be called once, after the last rk_register_zet(). */
void rk_register_sorteer(struct rk_register *, const struct rk_memory *);

/* The first of the equal ids, or NULL; the others follow in rij. */
const struct rk_ingang *
rk_register_eerste(const struct rk_register *, const char *id);

/* The lowest index that has this id, or RK_NIET_GEVONDEN. */
size_t rk_register_zoek(const struct rk_register *, const char *id);

#endif
