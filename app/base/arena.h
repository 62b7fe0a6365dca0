/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_BASE_ARENA_H
#define LMS_BASE_ARENA_H
/*
 * Memory that lives as long as one request (or as long as the process, for
 * course content). Nothing in it is freed by hand; everything in it dies at
 * arena_free. Running out of memory aborts: the supervisor starts anew.
 */
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
/* Runs the deferred functions, last in first out, then frees all. NULL is ok. */
void arena_free(struct arena *);

/* Zeroed, aligned for any type, never NULL. Owned by the arena. */
void *arena_alloc(struct arena *, size_t size);
/* The same, not zeroed: for large buffers that are written at once. */
void *arena_raw(struct arena *, size_t size);
/* Zeroed array; aborts when count * size overflows. */
void *arena_array(struct arena *, size_t count, size_t size);
/* Copies of a string, of its first n bytes, of raw bytes. */
char *arena_strdup(struct arena *, const char *);
char *arena_strndup(struct arena *, const char *, size_t n);
void *arena_memdup(struct arena *, const void *, size_t n);
/* printf into the arena. For messages and parameters, never for HTML. */
char *arena_printf(struct arena *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Runs release(what) at arena_free. */
void arena_defer(struct arena *, void (*release)(void *), void *what);
/* Bytes handed out so far: for tests and the memory figures. */
size_t arena_used(const struct arena *);
#endif
