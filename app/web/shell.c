/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * shell.c - what every page has in common.
 */
#include "web/shell.h"

const char *
shell_owner(const struct exchange *ex)
{
	return arena_printf(ex->arena, "%lld.%lld",
	    (long long)ex->session.organisation_id,
	    (long long)ex->session.person_id);
}

struct shell
shell_for(const struct exchange *ex, const char *title, enum menu here)
{
	return (struct shell){ .title = title,
		.name = ex->session.name,
		.owner = shell_owner(ex),
		.csrf = ex->csrf,
		.here = here,
		.is_coach = (ex->session.roles & ROLE_COACH) != 0,
		.is_admin = (ex->session.roles & ROLE_ADMIN) != 0 };
}

struct shell
shell_plain(const struct exchange *ex, const char *title)
{
	return (struct shell){ .title = title, .csrf = ex->csrf };
}
