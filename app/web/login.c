/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * login.c - logging in and out.
 *
 * The order: ask_login finds the account, work_login checks the password in a
 * thread, ask_login_session stores the hash of a fresh token, show_login sets
 * the cookie. An unknown address walks the same way with a hash that no
 * password fits, so answer and time do not tell whether it exists.
 */
#include "web/login.h"

#include "base/password.h"
#include "base/text.h"
#include "pages.h"
#include "store/past.h"

#include <sodium.h>
#include <string.h>

enum { EMAIL_MAX = 254, SESSION_S = 14 * 24 * 3600 };

/* What the thread gets: its own copies, nothing of the exchange. */
struct login_work {
	const char *password, *hash;
	int64_t person_id;
	bool is_right;
	char token[TOKEN_TEXT_BYTES];
};

static void
answer_form(struct exchange *ex, int code, struct login_view *view)
{
	struct html h = html_new(ex->arena);

	view->shell = shell_plain(ex, "Inloggen");
	view->shell.has_fault = code >= 400;
	page_login(&h, view);
	respond_page(ex, code, &h);
}

/* Where to go afterwards: only inside this site. */
static const char *
next_of(const struct exchange *ex, const struct form *form)
{
	const char *next = form_get(form, "verder");

	return next != NULL && url_local(ex->arena, next) != NULL ? next : NULL;
}

void
show_login_form(struct exchange *ex)
{
	struct login_view view = { .email = "",
		.next = next_of(ex, &ex->search) };

	if (form_get(&ex->search, "uitgelogd") != NULL)
		view.farewell = "Je bent uitgelogd. Tot de volgende keer.";
	answer_form(ex, 200, &view);
}

void
ask_login(struct exchange *ex)
{
	const char *email = text_trim(ex->arena,
	    form_text(&ex->fields, "email"));
	const char *password = form_text(&ex->fields, "wachtwoord");
	struct login_view view = { .email = email,
		.next = next_of(ex, &ex->fields) };

	if (strchr(email, '@') == NULL || strlen(email) > EMAIL_MAX)
		view.email_error =
		    "Vul je e-mailadres in, zoals naam@gemeente.nl.";
	if (*password == '\0')
		view.password_error = "Vul je wachtwoord in.";
	else if (text_length(password) > PASSWORD_MAX)
		view.password_error =
		    "Dit wachtwoord is te lang: hooguit 200 tekens.";
	if (view.email_error != NULL || view.password_error != NULL) {
		answer_form(ex, 422, &view);
		return;
	}
	session_ask_person(ex->batch, email);
}

void
prepare_login(struct exchange *ex)
{
	struct login_work *work = arena_alloc(ex->arena, sizeof(*work));

	work->person_id = session_read_person(ex->batch, &work->hash);
	work->password = form_text(&ex->fields, "wachtwoord");
	ex->work_data = work;
}

void
work_login(void *work_data)
{
	struct login_work *work = work_data;

	work->is_right = password_verify(work->hash, work->password);
}

static void
answer_refused(struct exchange *ex)
{
	struct login_view view = {
		.email = text_trim(ex->arena, form_text(&ex->fields, "email")),
		.next = next_of(ex, &ex->fields),
		.refused = "Dit e-mailadres en wachtwoord horen niet bij "
			   "elkaar. Kijk ze na en probeer het opnieuw.",
	};

	answer_form(ex, 422, &view);
}

void
ask_login_session(struct exchange *ex)
{
	struct login_work *work = ex->work_data;
	unsigned char hash[TOKEN_BYTES];

	if (!work->is_right) {
		answer_refused(ex);
		return;
	}
	token_new(work->token);
	token_hash(hash, work->token);
	session_ask_start(ex->batch,
	    arena_memdup(ex->arena, hash, sizeof(hash)), work->person_id);
	past_ask_tidy(ex->batch);
}

static void
set_session_cookie(struct exchange *ex, const char *token, int seconds)
{
	respond_header(ex, "set-cookie",
	    arena_printf(ex->arena,
		"__Host-sid=%s; Path=/; Secure; HttpOnly; SameSite=Lax; "
		"Max-Age=%d",
		token, seconds));
}

void
show_login(struct exchange *ex)
{
	struct login_work *work = ex->work_data;
	const char *next = next_of(ex, &ex->fields);

	if (!session_read_start(ex->batch)) {
		answer_refused(ex); /* left the organisation just now */
		return;
	}
	set_session_cookie(ex, work->token, SESSION_S);
	respond_redirect(ex,
	    next != NULL ? url_local(ex->arena, next) : URL_LITERAL("/"));
}

void
ask_logout(struct exchange *ex)
{
	session_ask_end(ex->batch, ex->token_hash);
}

void
show_logout(struct exchange *ex)
{
	set_session_cookie(ex, "", 0);
	respond_header(ex, "clear-site-data", "\"cache\"");
	respond_redirect(ex, URL_LITERAL("/inloggen?uitgelogd=ja"));
}
