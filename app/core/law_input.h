/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_LAW_INPUT_H
#define LMS_CORE_LAW_INPUT_H
/*
 * What an administrator fills in about an article of the own organisation,
 * and what is wrong with it.
 */
#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

enum law_field {
	LAW_SOORT,
	LAW_REGELING,
	LAW_ARTIKEL,
	LAW_KERNZIN,
	LAW_WANNEER,
	LAW_HELPT_NIET,
	LAW_HINDERNISSEN, /* a sentence a line */
	LAW_DOMEIN,
	LAW_LINK,
	LAW_STAND, /* a day, as 1-7-2026 or 2026-07-01 */
	LAW_FIELD_COUNT
};

struct law_input {
	const char *text[LAW_FIELD_COUNT];  /* trimmed, never NULL */
	const char *error[LAW_FIELD_COUNT]; /* Dutch, with the remedy; NULL */
	const char *stand; /* LAW_STAND as yyyy-mm-dd, when it has no error */
	size_t phrase_count;
	const char *const *phrases; /* the lines of LAW_HINDERNISSEN */
};

/* Its name in a form. */
const char *law_field_name(enum law_field);
/* Fills errors and phrases; true: there is no error. today: yyyy-mm-dd. */
bool law_input_check(struct law_input *, struct arena *, const char *today);
#endif
