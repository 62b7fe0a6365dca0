/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * law_use.c - where the courses use an article of law, found once at the
 * start.
 *
 * A module names it when the number stands right beside the law:
 * "Participatiewet artikel 35", "artikel 4:84 van de Awb". A number alone
 * may be of another law, so it does not count.
 */
#include "content/law_use.h"

#include <string.h>

static const char ARTICLE[] = "artikel ";

static bool
is_of_number(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

/* "35." ends a sentence; "2.3" goes on. */
static bool
ends_number(const char *at)
{
	if (is_of_number(*at))
		return false;
	return (*at != '.' && *at != ':') || !is_of_number(at[1]);
}

/* Does the text before `at` end with the name, but for ", " or ") "? */
static bool
stands_before(const char *text, const char *at, const char *name)
{
	size_t len = strlen(name);

	while (at > text && strchr(" ,)", at[-1]) != NULL)
		at--;
	return (size_t)(at - text) >= len && strncmp(at - len, name, len) == 0;
}

static bool
stands_after(const char *at, const char *name)
{
	static const char *const LINKS[] = {"van de ", "van het ", ""};

	if (*at != ' ')
		return false;
	at++;
	for (size_t i = 0; i < sizeof(LINKS) / sizeof(LINKS[0]); i++) {
		size_t len = strlen(LINKS[i]);

		if (strncmp(at, LINKS[i], len) == 0)
			return strncmp(at + len, name, strlen(name)) == 0;
	}
	return false;
}

bool
law_is_named(const char *text, const struct law *law)
{
	size_t len = strlen(law->artikel);
	const char *at = text;

	while ((at = strstr(at, ARTICLE)) != NULL) {
		const char *number = at + sizeof(ARTICLE) - 1;

		if (strncmp(number, law->artikel, len) == 0 &&
		    ends_number(number + len) &&
		    (stands_before(text, at, law->wet) ||
			stands_after(number + len, law->wet)))
			return true;
		at = number;
	}
	return false;
}

static bool
leans_on(const struct plan *plan, const char *code)
{
	for (size_t i = 0; plan != NULL && i < plan->article_count; i++)
		if (strcmp(plan->articles[i].code, code) == 0)
			return true;
	return false;
}

/* The text of a document; parts stand in the order of the documents. */
static const char *
text_of(const struct findable *f, size_t document)
{
	for (size_t i = 0; i < f->part_count; i++)
		if (f->parts[i].document == document &&
		    f->parts[i].part == PART_TEXT)
			return f->parts[i].text;
	return "";
}

static void
add_modules(struct law_uses *uses, struct library *l, const struct findable *f,
    const struct law *law, struct law_use *list)
{
	const char *last = "";

	for (size_t i = 0; i < f->document_count; i++) {
		const struct findable_document *d = &f->documents[i];

		if (strcmp(d->kind, "module") != 0 ||
		    strcmp(d->key, last) == 0 ||
		    !law_is_named(text_of(f, i), law))
			continue;
		last = d->key; /* the first place of a module */
		list[uses->count++] =
		    (struct law_use){arena_strdup(l->arena, d->title),
			url_local(l->arena, d->path)};
	}
}

static void
add_cases(struct law_uses *uses, struct library *l, const struct law *law,
    struct law_use *list)
{
	for (size_t i = 0; i < l->course_count; i++)
		for (size_t k = 0; k < l->courses[i].casus_count; k++) {
			const struct course *c = &l->courses[i];
			const struct casus *casus = &c->casussen[k];

			if (!leans_on(casus->expert, law->code))
				continue;
			list[uses->count + uses->casus_count++] =
			    (struct law_use){casus->title,
				url_path(l->arena, "cursus", c->slug, "casus",
				    casus->slug, NULL)};
		}
}

void
law_uses_read(struct library *l, const struct findable *f)
{
	struct law_uses *all =
	    arena_array(l->arena, l->law_count + 1, sizeof(*all));
	size_t most = 0;

	for (size_t i = 0; i < l->course_count; i++)
		most += l->courses[i].module_count + l->courses[i].casus_count;
	for (size_t i = 0; i < l->law_count; i++) {
		struct law_use *list =
		    arena_array(l->arena, most + 1, sizeof(*list));

		all[i] = (struct law_uses){.modules = list};
		add_modules(&all[i], l, f, &l->laws[i], list);
		add_cases(&all[i], l, &l->laws[i], list);
		all[i].casussen = list + all[i].count;
	}
	l->law_uses = all;
}
