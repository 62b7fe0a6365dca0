/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * route.c - finds the route of a request. The table itself is routes.c.
 * Kore gives no captures and does not decode paths, so both happen here,
 * segment by segment: an encoded slash can never become a separator.
 */
#include "web/routes.h"

#include <string.h>

/* One segment of a path: [at, at + len). False at the end. */
static bool
next_segment(const char **path, const char **at, size_t *len)
{
	if (**path != '/')
		return false;
	*at = ++*path;
	*len = strcspn(*path, "/");
	*path += *len;
	return true;
}

static bool
pattern_fits(const char *pattern, const char *path, const char **raw,
    size_t *lens)
{
	const char *want, *have;
	size_t want_len, have_len;
	int params = 0;

	for (;;) {
		bool is_more = next_segment(&pattern, &want, &want_len);

		if (is_more != next_segment(&path, &have, &have_len))
			return false;
		if (!is_more)
			return *pattern == '\0' && *path == '\0';
		if (want_len > 0 && *want == ':') {
			if (have_len == 0)
				return false;
			raw[params] = have;
			lens[params++] = have_len;
		} else if (want_len != have_len ||
		    memcmp(want, have, want_len) != 0) {
			return false;
		}
	}
}

enum status
route_match(const struct route **out, const char **params, struct arena *a,
    enum method method, const char *path)
{
	bool is_known = false;

	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		const char *raw[ROUTE_PARAMS_MAX] = { 0 };
		size_t lens[ROUTE_PARAMS_MAX] = { 0 };

		if (!pattern_fits(ROUTES[i].path, path, raw, lens))
			continue;
		is_known = true;
		if (ROUTES[i].method != method)
			continue;
		for (int p = 0; p < ROUTE_PARAMS_MAX && raw[p] != NULL; p++) {
			params[p] = url_decode_segment(a, raw[p], lens[p]);
			if (params[p] == NULL)
				return ST_INVALID;
		}
		*out = &ROUTES[i];
		return ST_OK;
	}
	return is_known ? ST_WRONG_VERB : ST_NOT_FOUND;
}

int
route_trips(const struct route *route)
{
	if (route->ask_again != NULL)
		return 2;
	return route->ask != NULL || route->access != ANYONE ? 1 : 0;
}
