/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lookup.c - find things in the library by their names. The lists are short;
 * a walk along them costs less than a request's other work.
 */
#include "content/library.h"

#include <string.h>

const struct course *
library_course(const struct library *l, const char *slug)
{
	for (size_t i = 0; i < l->course_count; i++)
		if (strcmp(l->courses[i].slug, slug) == 0)
			return &l->courses[i];
	return NULL;
}

const struct module *
course_module(const struct course *c, const char *slug)
{
	for (size_t i = 0; i < c->module_count; i++)
		if (strcmp(c->modules[i].slug, slug) == 0)
			return &c->modules[i];
	return NULL;
}

const struct casus *
course_casus(const struct course *c, const char *slug)
{
	for (size_t i = 0; i < c->casus_count; i++)
		if (strcmp(c->casussen[i].slug, slug) == 0)
			return &c->casussen[i];
	return NULL;
}

const struct document *
casus_document(const struct casus *c, const char *slug)
{
	for (size_t i = 0; i < c->document_count; i++)
		if (strcmp(c->documents[i].slug, slug) == 0)
			return &c->documents[i];
	return NULL;
}

const struct question *
module_question(const struct module *m, const char *id)
{
	for (size_t i = 0; i < m->question_count; i++)
		if (strcmp(m->questions[i]->id, id) == 0)
			return m->questions[i];
	return NULL;
}

const struct law *
library_law(const struct library *l, const char *code)
{
	for (size_t i = 0; i < l->law_count; i++)
		if (strcmp(l->laws[i].code, code) == 0)
			return &l->laws[i];
	return NULL;
}

const struct law_uses *
library_law_uses(const struct library *l, const struct law *law)
{
	return &l->law_uses[law - l->laws];
}

static const struct tariff *
find_tariff(const struct tariff *list, size_t count, const char *code)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].code, code) == 0)
			return &list[i];
	return NULL;
}

const struct tariff *
library_tariff(const struct library *l, const struct casus *c, const char *code)
{
	const struct tariff *own =
	    c == NULL ? NULL : find_tariff(c->tariffs, c->tariff_count, code);

	return own != NULL ? own
			   : find_tariff(l->tariffs, l->tariff_count, code);
}
