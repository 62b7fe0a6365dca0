/* SPDX-License-Identifier: EUPL-1.2 */
/* json_invoer.h - documents from a file or standard input, within a limit. */
#ifndef LMS_CALC_JSON_INVOER_H
#define LMS_CALC_JSON_INVOER_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

#include "calc/rekenkern.h"

#define JSON_MAX_DOCUMENT ((size_t)1 << 20)  /* rekenregels §11 */
#define JSON_MAX_RESULTAAT ((size_t)1 << 24) /* above any result of a plan */

enum json_gelezen { JSON_DOCUMENT, JSON_EINDE, JSON_TE_GROOT, JSON_LEESFOUT };

struct json_invoer {
	FILE *bron;
	size_t limiet;
	char *buffer;  /* owned */
	size_t ruimte; /* of buffer */
	size_t begin;  /* what is read and not yet given out */
	size_t eind;
	long regel; /* number of the line given out last, from 1 */
	bool op;    /* the source has ended */
};

/*
 * The next line that is not blank: *tekst points into the buffer until the
 * next call. A line over the limit is skipped and gives JSON_TE_GROOT.
 */
enum json_gelezen
json_invoer_regel(struct json_invoer *, const char **tekst, size_t *lengte);

/* The whole source as one document. */
enum json_gelezen
json_invoer_alles(struct json_invoer *, const char **tekst, size_t *lengte);

/* Frees the buffer; the source stays open. */
void json_invoer_sluit(struct json_invoer *);

/*
 * Parses strictly: duplicate keys, invalid UTF-8 and anything after the value
 * are faults. NULL, and one fault with the path "regel:kolom" in fouten;
 * eerste_regel is the number of the text's first line.
 */
json_t *json_ontleed(struct rk_fouten *fouten, const struct rk_memory *,
    const char *tekst, size_t lengte, long eerste_regel);

#endif
