/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * carry.c - nothing typed is lost when a session ends.
 *
 * The way: a POST without a session -> the log-in form with the fields hidden
 * in it (also after a wrong password) -> logged in: a page with a button that
 * sends them again, as a form of the new session. Nothing is stored.
 *
 * Another site must not get words into somebody's plan this way. So a request
 * is carried only when it is certain that a page of ours made it: its form
 * token fits the session in the cookie (a session that is over still proves
 * that), or the browser itself says that it comes from this origin. From then
 * on the fields are part of the log-in form, which has its own form token.
 * They go only to an address of the route table that takes work, never to one
 * that logs out or changes an account.
 *
 * Nor must one person's words end up with another, on a shared computer. The
 * device's cookie tells who logged in last in this browser: who is somebody
 * else sees the words, and whose name they would get, before anything is sent.
 */
#include "web/carry.h"

#include "pages.h"
#include "web/routes.h"

#include <string.h>

/* Well under the size and the number of fields that a form may have, because
 * the log-in form adds its own, and a few bytes to each name. */
enum { FIELDS_MAX = FORM_FIELDS_MAX - 16, BYTES_MAX = 224 * 1024 };

static const char PATH[] = "bewaard";
static const char PREFIX[] = "bewaard.";

static bool
takes_work(const struct route *route)
{
	return route->method == POST && route->access != ACCESS_UNSET &&
	    route->access != ANYONE && !route->is_about_account;
}

static bool
fits(const struct form *form)
{
	size_t bytes = 0;

	for (size_t i = 0; i < form->count; i++)
		bytes += strlen(form->field[i].name) + sizeof(PREFIX) +
		    strlen(form->field[i].value);
	return form->count <= FIELDS_MAX && bytes <= BYTES_MAX;
}

bool
carry_request(struct carried *out, const struct exchange *ex)
{
	struct form_field *fields =
	    arena_array(ex->arena, FORM_FIELDS_MAX, sizeof(*fields));

	*out = (struct carried){ 0 };
	if (ex->part != NULL || !takes_work(ex->route) || !fits(&ex->fields) ||
	    !(ex->is_form_proven || ex->is_own_page))
		return false;
	out->path = url_local(ex->arena, ex->path);
	out->fields = fields;
	for (size_t i = 0; i < ex->fields.count; i++)
		if (strcmp(ex->fields.field[i].name, "csrf") != 0)
			fields[out->count++] = ex->fields.field[i];
	return out->path != NULL;
}

void
carry_form(struct carried *out, const struct exchange *ex)
{
	const size_t prefix = sizeof(PREFIX) - 1;
	const char *path = form_get(&ex->fields, PATH);
	const char *param[ROUTE_PARAMS_MAX];
	const struct route *route;
	struct form_field *fields;

	*out = (struct carried){ 0 };
	if (path == NULL ||
	    route_match(&route, param, ex->arena, POST, path) != ST_OK ||
	    !takes_work(route))
		return;
	fields = arena_array(ex->arena, FORM_FIELDS_MAX, sizeof(*fields));
	out->path = url_local(ex->arena, path);
	out->fields = fields;
	for (size_t i = 0; i < ex->fields.count; i++) {
		const struct form_field *f = &ex->fields.field[i];

		if (strncmp(f->name, PREFIX, prefix) == 0)
			fields[out->count++] = (struct form_field){
				.name = f->name + prefix, .value = f->value
			};
	}
}

/* Words that a person typed have a blank somewhere; ids and numbers do not. */
static size_t
find_texts(struct arena *a, const struct carried *carried,
    const char *const **out)
{
	const char **texts = arena_array(a, carried->count + 1, sizeof(*texts));
	size_t n = 0;

	for (size_t i = 0; i < carried->count; i++)
		if (strpbrk(carried->fields[i].value, " \n") != NULL)
			texts[n++] = carried->fields[i].value;
	*out = texts;
	return n;
}

void
carry_show(struct exchange *ex, int code, const struct carried *carried,
    const char *name, bool is_same_person)
{
	struct html h = html_new(ex->arena);
	struct carry_view view = {
		.shell = shell_plain(ex,
		    is_same_person ? "Je bent weer ingelogd" :
				     "Is deze tekst van jou?"),
		.name = name,
		.is_same_person = is_same_person,
		.carried = *carried,
	};

	view.text_count = find_texts(ex->arena, carried, &view.texts);
	page_carry(&h, &view);
	respond_page(ex, code, &h);
}
