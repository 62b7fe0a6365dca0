/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_CARRY_H
#define LMS_WEB_CARRY_H
/*
 * What somebody sent when their session was over: carried in the log-in form,
 * and sent again to the same address after logging in. See carry.c for why no
 * other site can put something in.
 */
#include "web/exchange.h"
#include "web/shell.h"

struct carried {
	const struct safe_url *path; /* of a POST route of ours; NULL: nothing */
	size_t count;
	const struct form_field *fields; /* without the form token */
};

/* From a request that was refused. False: it may or need not be carried. */
bool carry_request(struct carried *, const struct exchange *);
/* From the log-in form that carried them. */
void carry_form(struct carried *, const struct exchange *);

struct carry_view {
	struct shell shell;
	const char *name; /* of whoever is logged in now */
	bool is_same_person;
	struct carried carried;
	size_t text_count;
	const char *const *texts; /* what was typed, to be recognised */
};

/* The page with the button that sends them again. */
void carry_show(struct exchange *, int code, const struct carried *,
    const char *name, bool is_same_person);
#endif
