/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_ABOUT_H
#define LMS_WEB_ABOUT_H
/* What this site is, and whether it works. */
#include "web/exchange.h"
#include "web/shell.h"

struct about_view {
	struct shell shell;
};

void show_about(struct exchange *);
void ask_health(struct exchange *);
void show_health(struct exchange *);
#endif
