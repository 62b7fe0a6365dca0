/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * account.c - the page about yourself, and switching organisation.
 */
#include "web/account.h"

#include "base/text.h"
#include "pages.h"

#include <string.h>

void
ask_account(struct exchange *ex)
{
	session_ask_organisations(ex->batch, ex->token_hash);
	session_ask_list(ex->batch, ex->token_hash);
}

static const char *
words_for(struct arena *a, unsigned roles)
{
	static const struct {
		unsigned role;
		const char *word;
	} WORDS[] = { { ROLE_LEARNER, "cursist" }, { ROLE_COACH, "coach" },
		{ ROLE_AUTHOR, "auteur" }, { ROLE_ADMIN, "beheerder" } };
	const char *out = "";

	for (size_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++)
		if ((roles & WORDS[i].role) != 0)
			out = arena_printf(a, "%s%s%s", out,
			    *out != '\0' ? ", " : "", WORDS[i].word);
	return out;
}

/* Roughly: a day is enough to know one's own browsers by. */
static const char *
words_used(struct arena *a, int64_t when_s, int64_t now_s)
{
	const char *day = text_date(a, when_s);

	if (strcmp(day, text_date(a, now_s)) == 0)
		return arena_printf(a, "vandaag rond %s", text_time(a, when_s));
	return day;
}

static size_t
list_places(struct exchange *ex, const struct account_place **out)
{
	const struct session_place *from;
	size_t n = session_read_list(ex->batch, &from);
	struct account_place *list = arena_array(ex->arena, n, sizeof(*list));

	for (size_t i = 0; i < n; i++)
		list[i] = (struct account_place){
			.what = from[i].is_this ? "Deze browser" :
						  "Een andere browser",
			.since = text_date(ex->arena, from[i].started_s),
			.used = from[i].is_this ?
			    "nu" :
			    words_used(ex->arena, from[i].used_s, ex->now_s),
		};
	*out = list;
	return n;
}

void
show_account(struct exchange *ex)
{
	struct html h = html_new(ex->arena);
	struct account_view view = {
		.shell = shell_for(ex, "Jouw gegevens", MENU_ACCOUNT),
		.name = ex->session.name,
		.organisation = ex->session.organisation,
		.roles = words_for(ex->arena, ex->session.roles),
	};

	if (form_get(&ex->search, "wachtwoord") != NULL)
		view.news = "Je wachtwoord is veranderd. In andere browsers "
			    "ben je uitgelogd.";
	view.place_count = list_places(ex, &view.places);
	view.organisation_count =
	    session_read_organisations(ex->batch, &view.organisations);
	page_account(&h, &view);
	respond_page(ex, 200, &h);
}

void
ask_switch(struct exchange *ex)
{
	int64_t id;

	if (!form_int(&ex->fields, "organisatie", 1, INT64_MAX, &id)) {
		respond_status(ex, ST_INVALID);
		return;
	}
	session_ask_switch(ex->batch, ex->token_hash, id);
}

void
show_switch(struct exchange *ex)
{
	if (batch_rows(ex->batch, QUERY_SESSION_SWITCH) == 0)
		respond_status(ex, ST_NOT_FOUND);
	else
		respond_redirect(ex, URL_LITERAL("/"));
}
