/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fault.c - collects what is wrong with the content.
 *
 * Readers go on after a fault, so that an author sees everything at once.
 * The texts live in the caller's arena, because the library's own arena is
 * thrown away when there is a fault.
 */
#include "content/fault.h"

#include "content/array.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FAULTS_MAX = 500, TEXT_MAX = 1000 };

struct faults
faults_new(struct arena *a)
{
	return (struct faults){.arena = a};
}

void
fault_add(struct faults *f, const char *file, int line, const char *format, ...)
{
	char text[TEXT_MAX];
	va_list args;

	if (f->count == FAULTS_MAX)
		return;
	f->fault = array_grow(
	    f->arena, f->fault, f->count, &f->size, sizeof(*f->fault));
	va_start(args, format);
	(void)vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	f->fault[f->count++] = (struct content_fault){
	    .file = arena_strdup(f->arena, file),
	    .line = line > 0 ? line : 1,
	    .text = arena_strdup(f->arena, text),
	};
}

/* Puts a fault behind those of its file that stand on its line or above. */
static void
insert(struct content_fault *list, size_t first, size_t count,
    struct content_fault fault)
{
	while (count > first && list[count - 1].line > fault.line) {
		list[count] = list[count - 1];
		count--;
	}
	list[count] = fault;
}

void
faults_sort(struct faults *f)
{
	struct content_fault *sorted =
	    arena_array(f->arena, f->count, sizeof(*sorted));
	size_t n = 0;

	for (size_t i = 0; i < f->count; i++) {
		const char *file = f->fault[i].file;
		size_t first = n;

		if (file == NULL) /* taken already */
			continue;
		for (size_t k = i; k < f->count; k++) {
			if (f->fault[k].file == NULL ||
			    strcmp(f->fault[k].file, file) != 0)
				continue;
			insert(sorted, first, n++, f->fault[k]);
			if (k > i)
				f->fault[k].file = NULL;
		}
	}
	f->fault = sorted;
}
