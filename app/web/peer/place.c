/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * place.c - the case whose plans are read, and the addresses of that. An
 * address says "my first plan", never whose: what somebody copies or what a
 * log keeps gives nobody away.
 */
#include "web/peer/place.h"

bool
peer_find(struct exchange *ex, struct plan_place *place)
{
	if (!plan_find(ex, place))
		return false;
	if (place->course->rubric != NULL)
		return true;
	respond_status(ex, ST_NOT_FOUND);
	return false;
}

const struct safe_url *
peer_url(const struct exchange *ex, const struct plan_place *place,
    const char *part, const char *more)
{
	return url_path(ex->arena, "cursus", place->course->slug, "casus",
	    place->casus->slug, "lezen", part, more, NULL);
}

const char *
peer_value_title(enum rule_value value)
{
	switch (value) {
	case VALUE_BETROKKENHEID:
		return "Betrokkenheid";
	case VALUE_LEGITIMITEIT:
		return "Legitimiteit";
	case VALUE_RENDEMENT:
		return "Rendement";
	case VALUE_PLAN:
	case VALUE_COUNT:
		break;
	}
	return "";
}
