/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * privacy.c - the words beside a text that points to a real person. They
 * quote the place, so that it can be found; nothing of it is logged.
 */
#include "web/privacy.h"

#include "content/markdown.h"
#include "core/privacy.h"

const char *
privacy_fault(struct arena *a, const char *text)
{
	struct privacy_find find;

	if (!privacy_stops(&find, text))
		return NULL;
	return arena_printf(a, "‘%.*s’ lijkt %s. %s", (int)find.len,
	    text + find.at, privacy_what(find.kind), privacy_remedy(find.kind));
}

/* Everything that a learner can read of the case, ended by NULL. */
static const char *const *
texts_of(struct arena *a, const struct casus *casus)
{
	size_t n = 0,
	       most = 2 + casus->member_count + 3 * casus->document_count;
	const char **out = arena_array(a, most, sizeof(*out));

	out[n++] = casus->title;
	for (size_t i = 0; i < casus->member_count; i++)
		out[n++] = casus->members[i].name;
	for (size_t i = 0; i < casus->document_count; i++) {
		const struct document *d = &casus->documents[i];

		out[n++] = d->title;
		out[n++] = markdown_text(d->html);
		if (d->who != NULL)
			out[n++] = d->who;
	}
	return out;
}

const char *
privacy_question(struct arena *a, const struct casus *casus, const char *text)
{
	struct privacy_find find;

	if (*text == '\0' || !privacy_asks(&find, text, texts_of(a, casus)))
		return NULL;
	return arena_printf(a, "‘%.*s’ is %s. %s", (int)find.len,
	    text + find.at, privacy_what(PRIVACY_NAME),
	    privacy_remedy(PRIVACY_NAME));
}
