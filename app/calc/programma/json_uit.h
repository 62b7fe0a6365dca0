/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * json_uit.h - writes JSON straight to a stream. A NULL key inside a list; the
 * caller keeps begin and eind in pairs.
 */
#ifndef LMS_CALC_JSON_UIT_H
#define LMS_CALC_JSON_UIT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct json_uit {
	FILE *f;
	bool op_een_regel; /* NDJSON */
	int diepte;
	bool vervolg; /* a comma comes first */
};

/* soort is '{' or '['. */
void json_begin(struct json_uit *, const char *sleutel, char soort);
void json_eind(struct json_uit *, char soort); /* '}' or ']' */

/* NULL gives null. Text must be valid UTF-8. */
void json_tekst(struct json_uit *, const char *sleutel, const char *tekst);
void json_getal(struct json_uit *, const char *sleutel, int64_t waarde);
void json_niets(struct json_uit *, const char *sleutel);

/* Ends the document with a line end. */
void json_klaar(struct json_uit *);

#endif
