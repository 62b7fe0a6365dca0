/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_SHELL_H
#define LMS_WEB_SHELL_H
/* What stands around every page: head, header with the menu, footer. */
#include "web/exchange.h"
#include "web/texts.h"
#include <stdbool.h>

enum menu { MENU_NONE, MENU_HOME, MENU_LAW, MENU_TEAM, MENU_OUTCOMES,
	MENU_TARIFFS, MENU_OWN_LAW, MENU_ACCOUNT };

struct shell {
	const char *title; /* plain text, without the product's name */
	const char *name;  /* of whoever is logged in, or NULL */
	const char *owner; /* who that is, for what a browser keeps */
	const char *csrf;
	const char *start; /* id that the skip link leads to; NULL: main */
	enum menu here;
	bool is_coach, is_admin;
	bool is_written; /* its script looks at what is written */
	bool searches; /* its script searches while somebody types */
	bool has_fault; /* the title begins with "Fout: " */
};

/* For a page of somebody who is logged in. */
struct shell shell_for(const struct exchange *, const char *title, enum menu);
/* Organisation and person: under this a browser keeps what was typed. */
const char *shell_owner(const struct exchange *);
/* Without menu and name: log-in and error pages. */
struct shell shell_plain(const struct exchange *, const char *title);

struct error_view {
	struct shell shell;
	const struct status_text *text;
	const struct safe_url *link;
};
#endif
