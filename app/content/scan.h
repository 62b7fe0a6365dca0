/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_SCAN_H
#define LMS_CONTENT_SCAN_H
/* The files of a course on disk. */
#include "content/links.h"

/* Lists the files of a course's folder, with the sizes of images. */
void map_scan(struct course_map *, struct faults *, const char *folder);
/*
 * Fills in width and height from the bytes of an image (NUL terminated), as
 * far as they can be read. Gives what is dangerous in it, or NULL.
 */
const char *image_measure(struct course_file *, const char *bytes, size_t len);
#endif
