/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * about.c - what this site is, and the answer for who watches over it.
 */
#include "web/about.h"

#include "pages.h"

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
