/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * request_fuzz.c - sends anything through dispatch up to the question that
 * goes to PostgreSQL: method, address, header values, form. What must hold:
 * an answer with a status of ours and headers of one line, or a question; and
 * nobody without a cookie of a session asks for anything of a member.
 *
 * The input: a letter for the method (g p o; capitals: with a session and a
 * right form token), then lines: path, query, cookie, content type,
 * If-None-Match, X-Leer-Deel; then the body.
 */
#include "base/password.h"
#include "web/dispatch.h"
#include "web/routes.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define TOKEN "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct library *library;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	struct content_faults faults = {0};
	struct arena *a = arena_new();

	(void)argc;
	(void)argv;
	if (!secret_start() ||
	    library_open(&library, "tests/fixtures/courses/goed", a,
		&faults) != ST_OK)
		abort();
	arena_free(a);
	return 0;
}

/* The next line, NULL when it is empty; moves past it. */
static const char *
line(struct arena *a, const char **at)
{
	size_t n = strcspn(*at, "\n");
	const char *text = n > 0 ? arena_strndup(a, *at, n) : NULL;

	*at += n + ((*at)[n] == '\n');
	return text;
}

static struct exchange *
request(const char *text)
{
	struct exchange *ex = exchange_new(library);
	struct arena *a = ex->arena;
	int letter = *text != '\0' ? *text++ : 'g';
	bool is_inside = isupper(letter);

	letter = tolower(letter);
	ex->method = letter == 'g' ? GET : letter == 'p' ? POST : METHOD_OTHER;
	ex->path = line(a, &text);
	if (ex->path == NULL)
		ex->path = "/";
	ex->query = line(a, &text);
	ex->cookie = line(a, &text);
	ex->content_type = line(a, &text);
	ex->if_none_match = line(a, &text);
	ex->part = line(a, &text);
	ex->body = arena_strdup(a, text);
	ex->now_s = 1795438980;
	if (is_inside) {
		ex->cookie = "__Host-sid=" TOKEN;
		ex->content_type = "application/x-www-form-urlencoded";
		ex->body = arena_printf(a, "csrf=%s&%s",
		    token_for_forms(a, TOKEN), ex->body);
	}
	ex->body_len = strlen(ex->body);
	return ex;
}

static void
must_be_an_answer(const struct exchange *ex)
{
	const struct response *r = &ex->response;

	if (r->code < 200 || r->code > 599 || r->body == NULL)
		abort();
	for (int i = 0; i < r->header_count; i++)
		for (const char *c = r->header[i].value; *c != '\0'; c++)
			if ((unsigned char)*c < ' ' || *c == 0x7f)
				abort();
}

static void
must_be_allowed(const struct exchange *ex)
{
	if (ex->route->access == ACCESS_UNSET ||
	    (ex->route->access != ANYONE &&
		(ex->cookie == NULL ||
		    strstr(ex->cookie, "__Host-sid=") == NULL)))
		abort();
	if (ex->method == POST && form_get(&ex->fields, "csrf") == NULL)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct exchange *ex =
	    request(arena_strndup(a, (const char *)data, size));

	if (dispatch_start(ex) == TURN_ANSWER)
		must_be_an_answer(ex);
	else
		must_be_allowed(ex);
	arena_free(ex->arena);
	arena_free(a);
	return 0;
}
