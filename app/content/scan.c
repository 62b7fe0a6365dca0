/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * scan.c - which files a course has, and how large its images are.
 *
 * Sizes go into width and height attributes, so that text does not jump when
 * an image arrives. Also refuses SVG that carries script: a picture opened at
 * its own address would run it.
 */
#include "content/array.h"
#include "content/links.h"
#include "content/scan.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEPTH_MAX = 4, FILES_MAX = 5000, IMAGE_BYTES_MAX = 1024 * 1024 };

static unsigned
big_endian(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;

	return (unsigned)b[0] << 24 | (unsigned)b[1] << 16 |
	       (unsigned)b[2] << 8 | b[3];
}

static void
png_size(struct course_file *f, const char *bytes, size_t len)
{
	if (len < 24 || memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) != 0)
		return;
	if (big_endian(bytes + 16) <= 20000 &&
	    big_endian(bytes + 20) <= 20000) {
		f->width = (int)big_endian(bytes + 16);
		f->height = (int)big_endian(bytes + 20);
	}
}

/* The value of an attribute of the svg element, or NULL. */
static const char *
svg_attribute(const char *svg, const char *name)
{
	size_t n = strlen(name);

	for (const char *p = svg; *p != '\0' && *p != '>'; p++)
		if ((*p == ' ' || *p == '\n' || *p == '\t') &&
		    strncmp(p + 1, name, n) == 0 && p[1 + n] == '=' &&
		    (p[2 + n] == '"' || p[2 + n] == '\''))
			return p + 3 + n;
	return NULL;
}

/* Reads up to four numbers, apart by spaces or commas; gives how many. */
static int
read_numbers(const char *text, double *out, int count)
{
	int n = 0;

	while (n < count) {
		char *end;

		out[n] = strtod(text, &end);
		if (end == text)
			break;
		n++;
		text = end + strspn(end, " ,");
	}
	return n;
}

static int
in_pixels(double size)
{
	return size >= 1 && size <= 20000 ? (int)(size + 0.5) : 0;
}

static void
svg_size(struct course_file *f, const char *text)
{
	const char *svg = strstr(text, "<svg");
	const char *width, *height, *box;
	double n[4];

	if (svg == NULL)
		return;
	width = svg_attribute(svg, "width");
	height = svg_attribute(svg, "height");
	box = svg_attribute(svg, "viewBox");
	if (box != NULL && read_numbers(box, n, 4) == 4) {
		f->width = in_pixels(n[2]);
		f->height = in_pixels(n[3]);
	} else if (width != NULL && height != NULL &&
		   read_numbers(width, n, 1) == 1 &&
		   read_numbers(height, n + 1, 1) == 1) {
		f->width = in_pixels(n[0]);
		f->height = in_pixels(n[1]);
	}
}

/* Something in an SVG that would run or load something else. */
static const char *
svg_danger(const char *text)
{
	static const char *const WORDS[] = {"<script",
	    "javascript:", "<foreignobject", "<!entity", " onload", " onclick",
	    " onerror", " onmouse", " onfocus", " onbegin", "<iframe",
	    "<handler"};

	for (size_t i = 0; i < sizeof(WORDS) / sizeof(*WORDS); i++)
		if (strcasestr(text, WORDS[i]) != NULL)
			return WORDS[i] + (WORDS[i][0] == ' ');
	return NULL;
}

static bool
ends_with(const char *text, const char *suffix)
{
	size_t n = strlen(text), s = strlen(suffix);

	return n >= s && strcmp(text + n - s, suffix) == 0;
}

const char *
image_measure(struct course_file *f, const char *bytes, size_t len)
{
	if (ends_with(f->path, ".png"))
		png_size(f, bytes, len);
	if (ends_with(f->path, ".svg")) {
		svg_size(f, bytes);
		return svg_danger(bytes);
	}
	return NULL;
}

static void
measure(struct course_file *f, struct faults *faults, const char *file)
{
	struct arena *passing;
	char *bytes;
	size_t n;
	FILE *in;
	const char *danger;

	if (strncmp(f->path, "media/", 6) != 0 ||
	    (in = fopen(file, "rbe")) == NULL)
		return;
	passing = arena_new();
	bytes = arena_alloc(passing, IMAGE_BYTES_MAX + 1);
	n = fread(bytes, 1, IMAGE_BYTES_MAX + 1, in);
	(void)fclose(in);
	if (n > IMAGE_BYTES_MAX) {
		fault_add(faults, file, 0,
		    "deze afbeelding is groter dan "
		    "1 MiB. Maak haar kleiner.");
		n = IMAGE_BYTES_MAX;
	}
	bytes[n] = '\0';
	danger = image_measure(f, bytes, n);
	if (danger != NULL)
		fault_add(faults, file, 0,
		    "deze afbeelding bevat ‘%s’. Een "
		    "plaatje mag geen programma bevatten: haal dat weg.",
		    danger);
	arena_free(passing);
}

static void
scan_folder(struct course_map *m, struct faults *faults, const char *folder,
    const char *path, int depth)
{
	DIR *dir = opendir(folder);
	struct dirent *e;

	if (dir == NULL)
		return;
	while ((e = readdir(dir)) != NULL && m->file_count < FILES_MAX) {
		char *file = arena_printf(m->arena, "%s/%s", folder, e->d_name);
		char *below = arena_printf(m->arena, "%s%s", path, e->d_name);
		struct stat st;

		if (e->d_name[0] == '.' || stat(file, &st) != 0)
			continue;
		if (S_ISDIR(st.st_mode) && depth < DEPTH_MAX)
			scan_folder(m, faults, file,
			    arena_printf(m->arena, "%s/", below), depth + 1);
		if (!S_ISREG(st.st_mode))
			continue;
		m->files = array_grow(m->arena, m->files, m->file_count,
		    &m->file_size, sizeof(*m->files));
		m->files[m->file_count] = (struct course_file){.path = below};
		measure(&m->files[m->file_count++], faults, file);
	}
	closedir(dir);
}

static int
by_path(const void *a, const void *b)
{
	const struct course_file *one = a, *other = b;

	return strcmp(one->path, other->path);
}

void
map_scan(struct course_map *m, struct faults *faults, const char *folder)
{
	scan_folder(m, faults, folder, "", 0);
	if (m->file_count > 0)
		qsort(m->files, m->file_count, sizeof(*m->files), by_path);
}
