/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accessibility.c - the accessibility statement.
 *
 * What was tested and what is known to fail are facts about this program, so
 * they stand in the page. Who runs it and when they have it audited are not:
 * they come from struct site. The status follows from them by the rule of
 * digitoegankelijk.nl: without a full and recent audit it is D; C for who has
 * planned one within six months. A and B are for the auditor to give.
 */
#include "web/accessibility.h"

#include "base/text.h"
#include "core/validity.h"
#include "pages.h"

#include <string.h>

enum { SIX_MONTHS_S = 183 * 24 * 3600 };

/* Planned, not past, and at most six months away. */
static bool
is_audit_near(const char *day, int64_t now_s)
{
	return day != NULL && !validity_is_over(day, now_s) &&
	    validity_is_over(day, now_s + SIX_MONTHS_S);
}

void
show_accessibility(struct exchange *ex)
{
	static const struct site NOBODY = { NULL, NULL, NULL };
	const struct site *site = ex->site != NULL ? ex->site : &NOBODY;
	struct accessibility_view v = {
		.shell = shell_plain(ex, "Toegankelijkheidsverklaring"),
		.is_named = site->organisation != NULL,
		.organisation = site->organisation != NULL ?
		    site->organisation :
		    "De organisatie die deze leeromgeving aanbiedt",
		.contact = site->contact,
	};
	struct html h = html_new(ex->arena);

	if (site->contact != NULL)
		v.contact_url = url_external(ex->arena,
		    strchr(site->contact, '@') == NULL ?
			site->contact :
			arena_printf(ex->arena, "mailto:%s", site->contact));
	if (is_audit_near(site->audit, ex->now_s))
		v.audit = text_iso_date(ex->arena, site->audit);
	page_accessibility(&h, &v);
	respond_page(ex, 200, &h);
}
