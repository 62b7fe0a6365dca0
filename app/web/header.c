/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * header.c - headers that follow from the answer as a whole.
 */
#include "web/header.h"

#include "web/cut.h"
#include "web/routes.h"

#include <string.h>

/*
 * What is the same is not sent again: a page's tag is the hash of its bytes.
 * Pages are private and always asked for anew. A part has the address of its
 * page: a browser that kept it would show it for the page on the way back.
 */
void
header_add_etag(struct exchange *ex)
{
	struct response *r = &ex->response;
	const char *tag;

	respond_header(ex, "cache-control",
	    ex->part == NULL ? "private, no-cache" : "no-store");
	if (r->code != 200 || ex->method != GET || ex->part != NULL)
		return;
	/* Weak: the same page may come compressed or not. */
	tag = arena_printf(
	    ex->arena, "W/\"%016llx\"", (unsigned long long)cut_hash(&r->cut));
	respond_header(ex, "etag", tag);
	if (ex->if_none_match != NULL &&
	    strstr(ex->if_none_match, tag) != NULL) {
		r->code = 304;
		r->body = "";
		r->body_len = 0;
		r->cut.count = 0;
	}
}

/* RFC 9110 §15.5.6: a 405 says which verbs there are. */
void
header_add_verbs(struct exchange *ex)
{
	const struct route *route;
	const char *param[ROUTE_PARAMS_MAX];
	bool has_get = route_match(&route, param, ex->arena, GET, ex->path) !=
		       ST_WRONG_VERB;
	bool has_post = route_match(&route, param, ex->arena, POST, ex->path) !=
			ST_WRONG_VERB;

	respond_header(ex, "allow",
	    !has_get   ? "POST"
	    : has_post ? "GET, HEAD, POST"
		       : "GET, HEAD");
}
