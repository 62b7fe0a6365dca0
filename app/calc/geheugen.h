/* SPDX-License-Identifier: EUPL-1.2 */
/* geheugen.h - memory and texts from the caller's arena. */
#ifndef LMS_CALC_GEHEUGEN_H
#define LMS_CALC_GEHEUGEN_H

#include "calc/rekenkern.h"

/* Never NULL; contents undefined. */
void *rk_alloc(const struct rk_memory *, size_t n);

/* n elements of the given size, zeroed. Never NULL, also for n = 0. */
void *rk_alloc_nul(const struct rk_memory *, size_t n, size_t grootte);

/*
 * Room for one more element in an array that lives in the arena: returns it,
 * or a copy that is twice as large, and updates *ruimte.
 */
void *rk_groei(const struct rk_memory *, void *rij, size_t aantal,
    size_t *ruimte, size_t grootte);

/* printf into memory; whole numbers and text only. */
const char *rk_tekst(const struct rk_memory *, const char *vorm, ...)
    __attribute__((format(printf, 2, 3)));

/* s between quotes, on one line, at most 40 bytes of it: for messages. */
const char *rk_citaat(const struct rk_memory *, const char *s);

/*
 * s as part of a sentence, which stays one line: s itself, or a copy in which
 * control characters are spaces.
 */
const char *rk_in_zin(const struct rk_memory *, const char *s);

#endif
