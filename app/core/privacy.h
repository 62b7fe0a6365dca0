/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_PRIVACY_H
#define LMS_CORE_PRIVACY_H
/*
 * What in a text points to a real person. A practice plan is about a
 * fictional household, so such a thing is a slip. Numbers, addresses and dates
 * of birth are stopped; about names is asked. The rules of the first are also
 * in assets/src/js/privacy.js; tests/cases/privacy.tsv holds for both.
 *
 * What is not found proves nothing: a BSN with a wrong digit, a street without
 * a postcode, a birthday without its year pass.
 */
#include <stdbool.h>
#include <stddef.h>

enum privacy_kind {
	PRIVACY_BSN,	 /* nine digits that pass the eleven test */
	PRIVACY_IBAN,	 /* of a known country, modulo 97 is 1 */
	PRIVACY_PHONE,	 /* Dutch, or with a + and a country */
	PRIVACY_EMAIL,
	PRIVACY_ADDRESS, /* a postcode with a house number near it */
	PRIVACY_BIRTH,	 /* a whole date with a word of being born */
	PRIVACY_NAME,	 /* asked about only */
	PRIVACY_KINDS
};

struct privacy_find {
	enum privacy_kind kind;
	size_t at, len; /* bytes */
};

/* The first thing that is stopped; false: nothing. */
bool privacy_stops(struct privacy_find *, const char *text);
/*
 * The first name that is not one of the case's own, whose texts `known` are,
 * ended by NULL.
 */
bool privacy_asks(struct privacy_find *, const char *text,
    const char *const *known);
/* "een telefoonnummer"; and what to write instead, a sentence. */
const char *privacy_what(enum privacy_kind);
const char *privacy_remedy(enum privacy_kind);
#endif
