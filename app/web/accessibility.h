/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_ACCESSIBILITY_H
#define LMS_WEB_ACCESSIBILITY_H
/* The accessibility statement, after the model of Dutch public bodies. */
#include "web/exchange.h"
#include "web/shell.h"

struct accessibility_view {
	struct shell shell;
	const char *organisation; /* "Gemeente X", or words for "who runs it" */
	const char *contact;	  /* as text, or NULL: not filled in */
	const struct safe_url *contact_url;
	const char *audit; /* "1 maart 2027", or NULL: no audit within reach */
	bool is_named;	   /* the organisation filled in its name */
};

void show_accessibility(struct exchange *);
#endif
