/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * message_fuzz.c - server/message.c on what Kore makes of any header, without
 * Kore: kore_reads does to a buffer what http_header_recv of Kore 4.1 does.
 * What must hold: bytes after the header are never overlooked (they would be
 * lost, or answered out of turn; an empty line may be), and a sound request has one host, one
 * cookie line and one length at most.
 */
#include "server/message.h"

#include "server/send.h"
#include "web/dispatch.h"

#include <stdlib.h>
#include <string.h>

/* What message.c calls to answer; nothing is answered here. */
void
http_response_header(struct http_request *req, const char *n, const char *v)
{
	(void)req, (void)n, (void)v;
	abort();
}
void
http_response(struct http_request *req, int status, const void *d, size_t n)
{
	(void)req, (void)status, (void)d, (void)n;
	abort();
}
void
http_response_stream(struct http_request *req, int status, void *d, size_t n,
    int (*cb)(struct netbuf *), void *arg)
{
	(void)req, (void)status, (void)d, (void)n, (void)cb, (void)arg;
	abort();
}
void
send_together(struct connection *c)
{
	(void)c;
	abort();
}
void
http_start_recv(struct connection *c)
{
	(void)c;
	abort();
}
void
kore_log(int prio, const char *fmt, ...)
{
	(void)prio, (void)fmt;
	abort();
}
void
kore_free(void *p)
{
	free(p);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { HEADER_BYTES = 16384, LINES = 24 };

/* As kore_split_string: every \r or \n becomes a NUL; how many parts. */
static int
split(char *text, char **line)
{
	int n = 0;

	for (char *at; n < LINES && (at = strsep(&text, "\r\n")) != NULL;)
		if (*at != '\0')
			line[n++] = at;
	return n;
}

/* The length of the header in the buffer, and its lines; 0: none. */
static size_t
kore_reads(struct http_request *req, uint8_t *buf, size_t len,
    struct http_header *headers)
{
	char *line[LINES], *value;
	size_t skip = 4;
	uint8_t *end = memmem(buf, len, "\r\n\r\n", 4);
	int count;

	if (end == NULL) {
		end = memmem(buf, len, "\n\n", 2);
		skip = 2;
	}
	if (end == NULL || memchr(buf, '\0', (size_t)(end - buf)) != NULL)
		return 0;
	*end = '\0';
	count = split((char *)buf, line);
	TAILQ_INIT(&req->req_headers);
	for (int i = 1; i < count; i++) {
		value = strchr(line[i], ':');
		if (value == NULL)
			return 0;
		*value++ = '\0';
		value += strspn(value, " \t");
		headers[i].header = line[i];
		headers[i].value = value;
		TAILQ_INSERT_TAIL(&req->req_headers, &headers[i], list);
	}
	return count < 2 ? 0 : (size_t)(end - buf) + skip;
}

/* An empty line between requests means nothing (RFC 9112, 2.2). */
static bool
is_more(const uint8_t *rest, size_t len)
{
	return len > 2 || (len > 0 && memcmp(rest, "\r\n", len) != 0);
}

static void
must_be_sound(const struct http_request *req)
{
	const struct http_header *h;
	int lengths = 0, cookies = 0;

	TAILQ_FOREACH (h, &req->req_headers, list) {
		lengths += strcasecmp(h->header, "content-length") == 0;
		cookies += strcasecmp(h->header, "cookie") == 0;
		if (strcasecmp(h->header, "transfer-encoding") == 0)
			abort();
	}
	if (lengths > 1 || cookies > 1)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const int METHOD[] = {
	    HTTP_METHOD_GET, HTTP_METHOD_HEAD, HTTP_METHOD_DELETE};
	struct http_header headers[LINES];
	struct netbuf nb = {0};
	struct connection c = {.rnb = &nb};
	struct http_request req = {.owner = &c, .path = "/"};
	uint8_t *buf = malloc(HEADER_BYTES);
	struct exchange *ex;
	size_t header_len;

	if (buf == NULL || size < 1 || size > HEADER_BYTES) {
		free(buf);
		return -1;
	}
	req.method = METHOD[data[0] % 3];
	memcpy(buf, data + 1, size - 1);
	nb.s_off = size - 1;
	req.headers = buf;
	header_len = kore_reads(&req, buf, nb.s_off, headers);
	if (header_len > 0 && message_fault(&req) == 0) {
		must_be_sound(&req);
		if (is_more(buf + header_len, nb.s_off - header_len) &&
		    !message_hold_input(&req))
			abort();
		ex = exchange_new(NULL);
		message_read(ex, &req);
		arena_free(ex->arena);
	}
	free(buf);
	return 0;
}
