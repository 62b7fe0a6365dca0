/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * about.c - what this site is, and the answers for who watches over it.
 */
#include "web/about.h"

#include "pages.h"

#include <string.h>
#include <time.h>

enum { SECURITY_DAYS = 90, DAY_S = 24 * 3600 };

void
show_about(struct exchange *ex)
{
	struct html h = html_new(ex->arena);
	struct about_view view = { .shell = shell_plain(ex,
				       "Over deze leeromgeving") };

	page_about(&h, &view);
	respond_page(ex, 200, &h);
}

void
ask_health(struct exchange *ex)
{
	batch_add(ex->batch, QUERY_HEALTH);
}

void
show_health(struct exchange *ex)
{
	ex->response.code = 200;
	ex->response.type = "text/plain; charset=utf-8";
	ex->response.body = "in orde\n";
	ex->response.body_len = sizeof("in orde\n") - 1;
}

bool
security_contact_is_sound(const char *contact)
{
	static const char *const SCHEMES[] = { "mailto:", "https://", "tel:" };

	for (const char *at = contact; *at != '\0'; at++)
		if (*at <= ' ' || *at >= 0x7f)
			return false;
	for (size_t i = 0; i < sizeof(SCHEMES) / sizeof(*SCHEMES); i++) {
		size_t n = strlen(SCHEMES[i]);

		if (strncmp(contact, SCHEMES[i], n) == 0)
			return contact[n] != '\0';
	}
	return false;
}

/*
 * Expires is reckoned from the day of the question: as long as somebody runs
 * this with a contact, the contact counts. Whole days, so that it is the same
 * page all day.
 */
void
show_security(struct exchange *ex)
{
	time_t end = (time_t)(ex->now_s / DAY_S + SECURITY_DAYS) * DAY_S;
	char expires[sizeof("2026-11-23T00:00:00Z")];
	struct tm tm;

	ex->visitor = NULL; /* no form, so no cookie */
	if (ex->contact == NULL) {
		respond_status(ex, ST_NOT_FOUND);
		return;
	}
	gmtime_r(&end, &tm);
	strftime(expires, sizeof(expires), "%Y-%m-%dT%H:%M:%SZ", &tm);
	ex->response.code = 200;
	ex->response.type = "text/plain; charset=utf-8";
	ex->response.body = arena_printf(ex->arena,
	    "Contact: %s\nExpires: %s\nPreferred-Languages: nl, en\n",
	    ex->contact, expires);
	ex->response.body_len = strlen(ex->response.body);
}
