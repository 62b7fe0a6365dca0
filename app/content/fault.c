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
	return (struct faults){ .arena = a };
}

void
fault_add(struct faults *f, const char *file, int line, const char *format,
    ...)
{
	char text[TEXT_MAX];
	va_list args;

	if (f->count == FAULTS_MAX)
		return;
	f->fault = array_grow(f->arena, f->fault, f->count, &f->size,
	    sizeof(*f->fault));
	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	f->fault[f->count++] = (struct content_fault){
		.file = arena_strdup(f->arena, file),
		.line = line > 0 ? line : 1,
		.text = arena_strdup(f->arena, text),
	};
}

/* Insertion sort: stable, and the list is short. */
void
faults_sort(struct faults *f)
{
	for (size_t i = 1; i < f->count; i++) {
		struct content_fault moved = f->fault[i];
		size_t at = i;

		/* Among those of the same file only. */
		while (at > 0 && f->fault[at - 1].line > moved.line &&
		    strcmp(f->fault[at - 1].file, moved.file) == 0) {
			f->fault[at] = f->fault[at - 1];
			at--;
		}
		f->fault[at] = moved;
	}
}
