/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * shell.c - what every page has in common.
 */
#include "web/shell.h"

struct shell
shell_for(const struct exchange *ex, const char *title, enum menu here)
{
	return (struct shell){ .title = title,
		.name = ex->session.name,
		.csrf = ex->csrf,
		.here = here,
		.is_coach = (ex->session.roles & ROLE_COACH) != 0 };
}

struct shell
shell_plain(const struct exchange *ex, const char *title)
{
	return (struct shell){ .title = title, .csrf = ex->csrf };
}
