/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * respond.c - the answers that handlers give. Bodies live in the exchange's
 * arena; the server copies them when it sends.
 */
#include "web/exchange.h"

#include "pages.h"
#include "web/shell.h"
#include "web/texts.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void
respond_header(struct exchange *ex, const char *name, const char *value)
{
	struct response *r = &ex->response;

	if (r->header_count == HEADERS_MAX || strpbrk(value, "\r\n") != NULL)
		abort();
	r->header[r->header_count++] = (struct header){ name, value };
}

void
respond_page(struct exchange *ex, int code, const struct html *h)
{
	ex->response.code = code;
	ex->response.type = "text/html; charset=utf-8";
	ex->response.body = h->bytes;
	ex->response.body_len = h->len;
	ex->response.run_count = h->run_count;
	ex->response.run = arena_memdup(ex->arena, h->run,
	    h->run_count * sizeof(*h->run));
}

bool
exchange_reads_gzip(const struct exchange *ex)
{
	return ex->accept_encoding != NULL &&
	    strstr(ex->accept_encoding, "gzip") != NULL;
}

void
respond_packed(struct exchange *ex, const struct gzip *file)
{
	respond_header(ex, "content-encoding", "gzip");
	ex->response.body = (const char *)file->bytes;
	ex->response.body_len = file->len;
}

void
respond_redirect(struct exchange *ex, const struct safe_url *url)
{
	ex->response.code = 303;
	ex->response.type = "text/html; charset=utf-8";
	ex->response.body = "";
	ex->response.body_len = 0;
	respond_header(ex, "location", url_text(url));
}

void
respond_json(struct exchange *ex, int code, ...)
{
	json_t *object = json_object();
	const char *name;
	char *text;
	va_list args;

	va_start(args, code);
	while ((name = va_arg(args, const char *)) != NULL)
		json_object_set_new(object, name,
		    json_string(va_arg(args, const char *)));
	va_end(args);
	text = json_dumps(object, JSON_COMPACT);
	json_decref(object);
	if (text == NULL)
		abort();
	arena_defer(ex->arena, free, text);
	ex->response.code = code;
	ex->response.type = "application/json";
	ex->response.body = text;
	ex->response.body_len = strlen(text);
}

void
respond_status(struct exchange *ex, enum status status)
{
	const struct status_text *text = status_text(status);
	struct html h = html_new(ex->arena);
	struct error_view view = { .text = text,
		.link = url_local(ex->arena, text->link) };

	if (ex->part != NULL) {
		respond_json(ex, text->code, "melding", text->text, NULL);
	} else {
		view.shell = shell_plain(ex, text->title);
		page_error(&h, &view);
		respond_page(ex, text->code, &h);
	}
	if (text->code == 503)
		respond_header(ex, "retry-after", "2");
}
