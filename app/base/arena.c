/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * arena.c - memory with one lifetime.
 *
 * Blocks are chained and grow; a large piece gets a block of its own. The
 * only malloc of the program's own code stands here, so that the rule "a
 * handler never frees" can be checked with grep.
 */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES ((size_t)16 * 1024 - 64)
#define ALIGN	    _Alignof(max_align_t)

struct block {
	struct block *next;
	size_t used, size;
	_Alignas(max_align_t) unsigned char bytes[];
};

struct deferred {
	struct deferred *next;
	void (*release)(void *);
	void *what;
};

struct arena {
	struct block *blocks;
	struct deferred *deferred;
	size_t used;
};

static void *
must_malloc(size_t size)
{
	void *p = malloc(size);

	if (p == NULL)
		abort();
	return p;
}

struct arena *
arena_new(void)
{
	struct arena *a = must_malloc(sizeof(*a));

	*a = (struct arena){ 0 };
	return a;
}

void
arena_free(struct arena *a)
{
	if (a == NULL)
		return;
	for (struct deferred *d = a->deferred; d != NULL; d = d->next)
		d->release(d->what);
	for (struct block *b = a->blocks, *next; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

static struct block *
block_new(size_t size)
{
	struct block *b = must_malloc(sizeof(*b) + size);

	b->used = 0;
	b->size = size;
	return b;
}

void *
arena_raw(struct arena *a, size_t size)
{
	struct block *b = a->blocks;
	void *p;

	if (size > SIZE_MAX / 2)
		abort();
	size = (size + ALIGN - 1) & ~(ALIGN - 1);
	if (b == NULL || b->size - b->used < size) {
		int is_large = size > BLOCK_BYTES / 4;
		struct block *fresh = block_new(is_large ? size : BLOCK_BYTES);

		if (is_large && b != NULL) { /* keep filling the old one */
			fresh->next = b->next;
			b->next = fresh;
		} else {
			fresh->next = b;
			a->blocks = fresh;
		}
		b = fresh;
	}
	p = b->bytes + b->used;
	b->used += size;
	a->used += size;
	return p;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	return memset(arena_raw(a, size), 0, size);
}

void *
arena_array(struct arena *a, size_t count, size_t size)
{
	size_t total;

	if (__builtin_mul_overflow(count, size, &total))
		abort();
	return arena_alloc(a, total);
}

void *
arena_memdup(struct arena *a, const void *from, size_t n)
{
	void *p = arena_raw(a, n);

	return n == 0 ? p : memcpy(p, from, n);
}

char *
arena_strndup(struct arena *a, const char *s, size_t n)
{
	size_t len = strnlen(s, n);
	char *p = arena_alloc(a, len + 1);

	memcpy(p, s, len);
	return p;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *format, ...)
{
	va_list args;
	char *out;
	int n;

	va_start(args, format);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0)
		abort();
	out = arena_alloc(a, (size_t)n + 1);
	va_start(args, format);
	vsnprintf(out, (size_t)n + 1, format, args);
	va_end(args);
	return out;
}

void
arena_defer(struct arena *a, void (*release)(void *), void *what)
{
	struct deferred *d = arena_alloc(a, sizeof(*d));

	*d = (struct deferred){ a->deferred, release, what };
	a->deferred = d;
}

size_t
arena_used(const struct arena *a)
{
	return a->used;
}
