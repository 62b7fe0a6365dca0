/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_LINKS_H
#define LMS_CONTENT_LINKS_H
/*
 * Where links of a course lead. The map is made before any text is read: the
 * files on disk, and the modules and cases of the outline. Pure.
 */
#include "content/fault.h"

#include <stdbool.h>

/* The terms of a course; its page is /cursus/<course>/begrippen. */
#define GLOSSARY_FILE "begrippen.md"

struct course_file {
	const char *path;  /* in the course: "media/driehoek.svg" */
	int width, height; /* of an image, 0 when unknown */
};

/* A link to a heading, checked when all pages have been read. */
struct anchor_wish {
	const char *file, *path, *anchor;
	int line;
};

struct anchor_known {
	const char *path, *anchor;
};

struct course_map {
	struct arena *arena;
	const char *slug;
	size_t file_count, file_size, module_count, casus_count;
	struct course_file *files;
	const char **modules, **casussen; /* slugs, of the outline */
	size_t wish_count, wish_size, known_count, known_size;
	struct anchor_wish *wishes;
	struct anchor_known *known;
};

struct link {
	const struct safe_url *url; /* NULL: broken */
	const char *why;	    /* what is wrong, and the remedy */
	bool is_external;
	const struct course_file *file; /* of an image or page, or NULL */
	const char *path, *anchor;	/* "modules/x.md", "stap-1"; or NULL */
};

/* Resolves `target` as written in the file with this path in the course. */
struct link link_resolve(const struct course_map *, struct arena *,
    const char *path, const char *target);
/* The same for the source of an image: a file under media/. */
struct link link_image(const struct course_map *, struct arena *,
    const char *path, const char *target);
/*
 * What stands before every id of a page: "" or, for a document, "<slug>-",
 * because all documents of a case are shown on one page.
 */
const char *link_id_prefix(struct arena *, const char *path);
/* "modules/" and "../media/x.svg" give "media/x.svg"; NULL: outside. */
char *path_join(struct arena *, const char *from_file, const char *target);

const struct course_file *map_file(const struct course_map *, const char *path);
bool map_has_module(const struct course_map *, const char *slug);
bool map_has_casus(const struct course_map *, const char *slug);
void map_wish_anchor(struct course_map *, const char *file, int line,
    const char *path, const char *anchor);
/* A page that was read: links to an anchor on another are left alone. */
void map_know_page(struct course_map *, const char *path);
void map_know_anchor(struct course_map *, const char *path, const char *anchor);
/* Faults for every wish on a known page that is not known. */
void map_check_anchors(const struct course_map *, struct faults *);
#endif
