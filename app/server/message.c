/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * message.c - Kore 4.1's requests and answers, made safe.
 *
 * Kore takes a body on a method that has none for the next request, knows no
 * transfer encodings, drops the header lines after the 23rd and keeps its own
 * reading buffer's state across requests. Before it all stands nginx, which
 * refuses most of this too; here it is refused once more.
 *
 * The names that begin with req->owner->rnb are Kore's own buffer of what was
 * read: s_off bytes in it. When a request without a body is parsed, Kore gives
 * the buffer to the request and stops reading until the answer.
 */
#include "server/message.h"
#include "server/send.h"

#include <string.h>
#include <time.h>

enum {
	/* Kore splits 24 lines; one is the request, one the Host. */
	HEADER_LINES_MAX = 21,
	COPIED_BYTES_MAX = 8191 /* longer answers are streamed */
};

static bool
has_body(const struct http_request *req)
{
	return req->method == HTTP_METHOD_POST ||
	    req->method == HTTP_METHOD_PUT || req->method == HTTP_METHOD_PATCH;
}

static bool
is_body_whole(const struct http_request *req)
{
	size_t got = req->http_body != NULL ? req->http_body_length : 0;

	return !has_body(req) || req->http_body == NULL ||
	    got <= req->http_body->length;
}

int
message_fault(const struct http_request *req)
{
	const struct http_header *h;
	int lines = 0, lengths = 0, cookies = 0;

	TAILQ_FOREACH (h, &req->req_headers, list) {
		lines++;
		if (strcasecmp(h->header, "transfer-encoding") == 0 ||
		    strcasecmp(h->header, "host") == 0)
			return HTTP_STATUS_BAD_REQUEST;
		if (strcasecmp(h->header, "cookie") == 0)
			cookies++;
		if (strcasecmp(h->header, "content-length") != 0)
			continue;
		lengths++;
		if (!has_body(req) && strcmp(h->value, "0") != 0)
			return HTTP_STATUS_BAD_REQUEST;
	}
	if (lengths > 1 || cookies > 1 || !is_body_whole(req))
		return HTTP_STATUS_BAD_REQUEST;
	if (lines > HEADER_LINES_MAX)
		return 431; /* Request Header Fields Too Large */
	return 0;
}

void
message_refuse(struct http_request *req, int status)
{
	static const char BROKEN[] = "Deze aanvraag is niet goed opgebouwd.\n";
	static const char LONG[] = "Deze aanvraag heeft te veel kopregels.\n";
	const char *text = status == HTTP_STATUS_BAD_REQUEST ? BROKEN : LONG;

	req->owner->flags |= CONN_CLOSE_EMPTY;
	http_response_header(req, "content-type", "text/plain; charset=utf-8");
	http_response(req, status, text, strlen(text));
}

/*
 * Did more than the header come in the same read? Splitting has put NULs for
 * the line ends, and left only the empty line at the end as it came: the
 * first NUL that a newline follows.
 */
static bool
has_bytes_after_header(const struct http_request *req)
{
	size_t got = req->owner->rnb->s_off;
	const uint8_t *bytes = req->headers, *end = bytes + got;
	const uint8_t *at = memmem(bytes, got, "\0\n", 2);

	if (at == NULL)
		return true; /* not as we know it: the safe answer */
	at += 2;
	if (end - at >= 2 && at[0] == '\r' && at[1] == '\n')
		at += 2;
	return at < end;
}

bool
message_hold_input(struct http_request *req)
{
	struct netbuf *nb = req->owner->rnb;
	bool has_more;

	/* One timer serves waiting for a request and for us to answer. */
	req->owner->http_timeout = 0;
	if (nb->buf != NULL) { /* after a body that came in pieces */
		has_more = nb->s_off > 0;
		kore_free(nb->buf);
		nb->buf = NULL;
		nb->m_len = 0;
		return has_more;
	}
	return req->http_body == NULL && has_bytes_after_header(req);
}

static const char *
header(const struct exchange *ex, const struct http_request *req,
    const char *name)
{
	const struct http_header *h;

	TAILQ_FOREACH (h, &req->req_headers, list)
		if (strcasecmp(h->header, name) == 0)
			return arena_strdup(ex->arena, h->value);
	return NULL;
}

void
message_read(struct exchange *ex, const struct http_request *req)
{
	const char *origin;

	switch (req->method) {
	case HTTP_METHOD_GET:
	case HTTP_METHOD_HEAD:
		ex->method = GET;
		break;
	case HTTP_METHOD_POST:
		ex->method = POST;
		break;
	default:
		ex->method = METHOD_OTHER;
	}
	ex->path = arena_strdup(ex->arena, req->path);
	if (req->query_string != NULL)
		ex->query = arena_strdup(ex->arena, req->query_string);
	ex->body = "";
	if (req->http_body != NULL && req->http_body_length > 0) {
		ex->body_len = req->http_body_length;
		ex->body = arena_memdup(ex->arena, req->http_body->data,
		    ex->body_len);
	}
	ex->content_type = header(ex, req, "content-type");
	ex->cookie = header(ex, req, "cookie");
	ex->if_none_match = header(ex, req, "if-none-match");
	ex->accept_encoding = header(ex, req, "accept-encoding");
	ex->part = header(ex, req, "x-leer-deel");
	ex->address = header(ex, req, "x-leer-adres");
	origin = header(ex, req, "sec-fetch-site");
	ex->is_own_page = origin != NULL && strcmp(origin, "same-origin") == 0;
	ex->now_s = time(NULL);
}

/* A control character in a header would make a header or an answer of it. */
static bool
is_header_text(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text < ' ' || *text == 0x7f)
			return false;
	return true;
}

static bool
put_headers(struct http_request *req, const struct response *r)
{
	for (int i = 0; i < r->header_count; i++)
		if (!is_header_text(r->header[i].name) ||
		    !is_header_text(r->header[i].value))
			return false;
	if (r->type != NULL && !is_header_text(r->type))
		return false;
	for (int i = 0; i < r->header_count; i++)
		http_response_header(req, r->header[i].name,
		    r->header[i].value);
	if (r->type != NULL && r->body_len > 0)
		http_response_header(req, "content-type", r->type);
	return true;
}

static int
stream_ends(struct netbuf *nb)
{
	arena_free(nb->extra);
	return KORE_RESULT_OK;
}

/*
 * Kore begins to read the next request while the header of this answer is
 * queued and its body is not, and answers a malformed one at once, in between.
 * So it is told to be busy until the body is queued too.
 */
static void
stream(struct exchange *ex, struct http_request *req)
{
	struct connection *c = req->owner;
	char *body = arena_memdup(ex->arena, ex->response.body,
	    ex->response.body_len);

	c->flags |= CONN_IS_BUSY;
	http_response_stream(req, ex->response.code, body,
	    ex->response.body_len, stream_ends, ex->arena);
	c->flags &= (u_int16_t)~CONN_IS_BUSY;
	if (!(c->flags & CONN_CLOSE_EMPTY))
		http_start_recv(c);
}

void
message_answer_take(struct exchange *ex, struct http_request *req, bool is_last)
{
	const struct response *r = &ex->response;

	if (is_last)
		req->owner->flags |= CONN_CLOSE_EMPTY;
	send_together(req->owner);
	if (!put_headers(req, r)) {
		kore_log(LOG_ERR, "a header of the answer is malformed");
		http_response(req, HTTP_STATUS_INTERNAL_ERROR, NULL, 0);
	} else if (r->body_len > COPIED_BYTES_MAX &&
	    req->method != HTTP_METHOD_HEAD) {
		stream(ex, req);
		return;
	} else {
		/* The length of a 304 would be that of the page. */
		if (r->code == HTTP_STATUS_NOT_MODIFIED)
			req->flags |= HTTP_REQUEST_NO_CONTENT_LENGTH;
		http_response(req, r->code, r->body, r->body_len);
	}
	arena_free(ex->arena);
}
