/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_JSON_WHERE_H
#define LMS_CONTENT_JSON_WHERE_H

/*
 * The line on which the value at a path ("acties[2].wie") begins, in a text
 * that is known to be JSON. When it is not there: the line of the deepest
 * part of the path that is.
 */
int json_where(const char *text, const char *path);
#endif
