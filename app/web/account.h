/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_ACCOUNT_H
#define LMS_WEB_ACCOUNT_H
/* Who you are here, and in which organisation you work. */
#include "web/exchange.h"
#include "web/shell.h"

struct account_view {
	struct shell shell;
	const char *name, *organisation, *roles;
	size_t organisation_count;
	const struct session_organisation *organisations;
};

void ask_account(struct exchange *);
void show_account(struct exchange *);
void ask_switch(struct exchange *);
void show_switch(struct exchange *);
#endif
