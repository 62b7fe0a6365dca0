/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * array.c - doubling. What is left behind stays in the arena: content is
 * read once, and the sum of it is less than the last array.
 */
#include "content/array.h"

#include <string.h>

void *
array_grow(
    struct arena *a, void *array, size_t count, size_t *size, size_t each)
{
	size_t more = *size == 0 ? 16 : *size * 2;
	void *grown;

	if (count < *size)
		return array;
	grown = arena_array(a, more, each);
	if (count > 0)
		memcpy(grown, array, count * each);
	*size = more;
	return grown;
}
