/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_ARRAY_H
#define LMS_CONTENT_ARRAY_H
/* Arrays that grow in an arena. */
#include "base/arena.h"

/*
 * Makes room for one more in an array that holds `count` of `*size` places;
 * gives the array, moved when it had to be.
 */
void *array_grow(
    struct arena *, void *array, size_t count, size_t *size, size_t each);
#endif
