/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * law.c - an article by its code, what it is called, and the way back to the
 * plan that somebody came from.
 */
#include "web/law/law.h"

#include "base/text.h"
#include "core/law.h"

#include <string.h>

const char *
law_name(struct arena *a, const struct law *law)
{
	bool is_number = law->lid[0] >= '0' && law->lid[0] <= '9';

	return arena_printf(a, "%s, artikel %s%s%s", law->wet, law->artikel,
	    *law->lid == '\0' ? ""
	    : is_number	      ? ", lid "
			      : ", ",
	    law->lid);
}

bool
law_is_code(const struct exchange *ex, const char *code)
{
	return local_law_number(code) > 0 ||
	       library_law(ex->library, code) != NULL;
}

bool
law_is_local(const struct law *law)
{
	return local_law_number(law->code) > 0;
}

/* The lines of a text. */
static size_t
lines_of(struct arena *a, const char *text, const char *const **out)
{
	const char **list =
	    arena_array(a, LOCAL_PHRASES_MAX + 1, sizeof(*list));
	char *rest = arena_strdup(a, text), *line;
	size_t count = 0;

	while (count < LOCAL_PHRASES_MAX &&
	       (line = strtok_r(rest, "\n", &rest)) != NULL)
		list[count++] = line;
	*out = list;
	return count;
}

static const char *
checked_words(struct arena *a, const struct local_law *l)
{
	return arena_printf(a, "%s van je eigen organisatie, stand %s.%s",
	    strcmp(l->soort, "verordening") == 0 ? "Verordening"
						 : "Beleidsregel",
	    text_iso_date(a, l->stand),
	    l->is_withdrawn ? " Dit artikel is intussen ingetrokken." : "");
}

const struct law *
law_of_local(struct arena *a, const struct local_law *l)
{
	struct law *law = arena_alloc(a, sizeof(*law));

	*law = (struct law){.code = arena_printf(a, "LOKAAL-%d", l->number),
	    .wet = l->regeling,
	    .artikel = l->artikel,
	    .lid = "",
	    .kernzin = l->kernzin,
	    .wanneer = l->wanneer,
	    .helpt_niet = l->helpt_niet,
	    .domein = l->domein,
	    .bwb_id = "",
	    .checked = checked_words(a, l),
	    .official = *l->link == '\0' ? NULL : url_external(a, l->link)};
	law->hindernis_count = lines_of(a, l->hindernissen, &law->hindernissen);
	law->folded =
	    text_fold(a, arena_printf(a, "%s %s %s %s", law_name(a, law),
			     law->kernzin, law->wanneer, l->hindernissen));
	return law;
}

/* What was asked of the organisation's own: of a plan, or as it is now. */
static size_t
read_local(const struct exchange *ex, const struct local_law **list)
{
	size_t n = law_read_plan(ex->batch, list);

	return n > 0 ? n : law_read_local(ex->batch, list);
}

const struct law *
law_of(const struct exchange *ex, const char *code)
{
	int number = local_law_number(code);
	const struct local_law *list;
	size_t n = number > 0 ? read_local(ex, &list) : 0;

	for (size_t i = 0; i < n; i++)
		if (list[i].number == number)
			return law_of_local(ex->arena, &list[i]);
	return library_law(ex->library, code);
}

size_t
law_all_local(const struct exchange *ex, const struct law ***out)
{
	const struct local_law *from;
	size_t n = read_local(ex, &from), count = 0;
	const struct law **list = arena_array(ex->arena, n + 1, sizeof(*list));

	for (size_t i = 0; i < n; i++)
		if (!from[i].is_withdrawn)
			list[count++] = law_of_local(ex->arena, &from[i]);
	*out = list;
	return count;
}

/* --- where somebody came from ---------------------------------------------
 */

struct law_origin
law_origin_of(const struct exchange *ex)
{
	const char *from = form_text(&ex->search, "van");
	const char *slash = strchr(from, '/');
	struct law_origin o = {0};

	if (slash == NULL)
		return o;
	o.course = library_course(ex->library,
	    arena_strndup(ex->arena, from, (size_t)(slash - from)));
	if (o.course != NULL)
		o.casus = course_casus(o.course, slash + 1);
	o.from = o.casus == NULL ? NULL : from;
	return o;
}

static const struct safe_url *
with_origin(struct arena *a, const struct safe_url *url, const char *from)
{
	return from == NULL ? url : url_query(a, url, "van", from);
}

const struct safe_url *
law_url(struct arena *a, const char *code, const char *from)
{
	return with_origin(a, url_path(a, "wet", code, NULL), from);
}

const struct safe_url *
law_page_url(struct arena *a, const char *from)
{
	return with_origin(a, URL_LITERAL("/wet"), from);
}

const struct safe_url *
law_back_url(struct arena *a, const struct law_origin *o, const char *fragment)
{
	if (o->from == NULL)
		return NULL;
	return url_fragment(a,
	    url_path(a, "cursus", o->course->slug, "casus", o->casus->slug,
		"plan", "legitimiteit", NULL),
	    fragment);
}
