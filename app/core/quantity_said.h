/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_QUANTITY_SAID_H
#define LMS_CORE_QUANTITY_SAID_H
/* What the words of a quantity say, before a tariff gives them a meaning. */
#include "core/quantity_token.h"

/* A number with bottom 0, and a month 0, was not said. */
struct said {
	struct parts amount, times, every, lasts, persons;
	enum noun amount_noun, every_noun, lasts_noun;
	int first_month, last_month;
	bool is_once, is_in_month; /* "eenmalig"; "in maand 4" */
	const char *fault;	   /* Dutch, with the example; or NULL */
};

struct said said_read(struct arena *, const char *text, const char *example);
#endif
