/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * url_fuzz.c - feeds anything to what judges, decodes and makes addresses.
 * What must hold: an address of our own stays on this site, one of another
 * site has a scheme that does nothing, and a segment comes back as it was.
 */
#include "base/url.h"
#include "web/routes.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Quotes may stand in it: html_url escapes them. */
static void
must_be_printable(const char *url)
{
	for (; *url != '\0'; url++)
		if ((unsigned char)*url <= ' ' || *url == 0x7f)
			abort();
}

static void
must_stay_here(const struct safe_url *url)
{
	const char *text = url != NULL ? url_text(url) : "/";

	must_be_printable(text);
	if (text[0] != '/' || text[1] == '/' || strchr(text, '\\') != NULL)
		abort();
}

static void
must_be_harmless(const struct safe_url *url)
{
	static const char *const NEVER[] = {"javascript:", "data:", "vbscript:",
	    "file:", "blob:"};
	const char *text = url != NULL ? url_text(url) : "";

	must_be_printable(text);
	for (size_t i = 0; i < sizeof(NEVER) / sizeof(*NEVER); i++)
		if (strncasecmp(text, NEVER[i], strlen(NEVER[i])) == 0)
			abort();
}

/* "." and ".." are steps for a browser, not names: not made of content. */
static void
must_come_back(struct arena *a, const char *text, size_t len)
{
	const char *segment = url_decode_segment(a, text, len);
	const char *made, *again;

	if (segment == NULL || *segment == '\0')
		return;
	made = url_text(url_path(a, segment, NULL));
	must_be_printable(made);
	again = url_decode_segment(a, made + 1, strlen(made + 1));
	if (again == NULL || strcmp(again, segment) != 0)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	const char *text = arena_strndup(a, (const char *)data, size);
	const struct route *route = NULL;
	const char *param[ROUTE_PARAMS_MAX];

	must_stay_here(url_local(a, text));
	must_be_harmless(url_external(a, text));
	must_come_back(a, text, strlen(text));
	for (int method = GET; method <= METHOD_OTHER; method++)
		if (route_match(&route, param, a, (enum method)method, text) ==
			ST_OK &&
		    route->method != (enum method)method)
			abort();
	arena_free(a);
	return 0;
}
