/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_ACCOUNT_H
#define LMS_WEB_ACCOUNT_H
/* Who you are here, and in which organisation you work. */
#include "web/exchange.h"
#include "web/shell.h"

/* A browser where somebody is logged in. */
struct account_place {
	const char *what, *since, *used; /* words */
};

struct account_view {
	struct shell shell;
	const char *name, *organisation, *roles;
	const char *news; /* what was just done, or NULL */
	size_t place_count;
	const struct account_place *places;
	size_t organisation_count;
	const struct session_organisation *organisations;
};

void ask_account(struct exchange *);
void show_account(struct exchange *);
void ask_switch(struct exchange *);
void show_switch(struct exchange *);
#endif
