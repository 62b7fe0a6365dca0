/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * login.c - logging in and out.
 *
 * The order: ask_login finds the account and counts the try, prepare_login ends
 * it when there were too many, work_login checks the password in a thread,
 * ask_login_session stores the hash of a fresh token, show_login sets the
 * cookies. An unknown address walks the same way with a hash that no password
 * fits, so answer and time do not tell whether it exists.
 */
#include "web/login.h"

#include "base/password.h"
#include "base/text.h"
#include "pages.h"
#include "store/past.h"
#include "web/cookie.h"
#include "web/device.h"

#include <string.h>

/*
 * The cookie outlives the session (14 days: session_insert), so that a form
 * that is sent too late still proves to be ours: see carry.c.
 */
enum { EMAIL_MAX = 254, COOKIE_S = 60 * 24 * 3600 };

/* What the thread gets: its own copies, nothing of the exchange. */
struct login_work {
	struct login_try try;
	const char *password, *nonce;
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
	const char *left = form_get(&ex->search, "uitgelogd");
	struct login_view view = { .email = "",
		.next = next_of(ex, &ex->search) };

	if (left != NULL)
		view.farewell = strcmp(left, "overal") == 0 ?
		    "Je bent overal uitgelogd." :
		    "Je bent uitgelogd. Tot de volgende keer.";
	/* The script of autosave leads here: see autosave.js. */
	else if (form_get(&ex->search, "bewaard") != NULL)
		view.farewell =
		    "Je was te lang weg en bent uitgelogd. Je tekst staat op "
		    "dit apparaat: log in, dan wordt hij verstuurd.";
	answer_form(ex, 200, &view);
}

void
login_show_carried(struct exchange *ex, const struct carried *carried)
{
	struct login_view view = { .email = "",
		.carried = *carried,
		.is_just_over = true };

	answer_form(ex, 401, &view);
}

void
ask_login(struct exchange *ex)
{
	const char *email = text_trim(ex->arena,
	    form_text(&ex->fields, "email"));
	const char *password = form_text(&ex->fields, "wachtwoord");
	const struct login_place place = device_place(ex);
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
		carry_form(&view.carried, ex);
		answer_form(ex, 422, &view);
		return;
	}
	login_ask(ex->batch, email, &place);
}

static void
answer_refused(struct exchange *ex, int code, const char *why)
{
	struct login_view view = {
		.email = text_trim(ex->arena, form_text(&ex->fields, "email")),
		.next = next_of(ex, &ex->fields),
		.refused = why,
	};

	carry_form(&view.carried, ex);
	answer_form(ex, code, &view);
}

static const char WRONG[] =
    "Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze na en "
    "probeer het opnieuw.";

const char *
login_wait_text(struct arena *a, int wait_s)
{
	return arena_printf(a,
	    "Er is een paar keer achter elkaar een verkeerd wachtwoord "
	    "ingevuld. Wacht %d %s en probeer het dan opnieuw.",
	    wait_s, wait_s == 1 ? "seconde" : "seconden");
}

void
prepare_login(struct exchange *ex)
{
	struct login_work *work = arena_alloc(ex->arena, sizeof(*work));

	login_read(&work->try, ex->batch);
	work->password = form_text(&ex->fields, "wachtwoord");
	ex->work_data = work;
	if (work->try.wait_s > 0) {
		answer_refused(ex, 429,
		    login_wait_text(ex->arena, work->try.wait_s));
		respond_header(ex, "retry-after",
		    arena_printf(ex->arena, "%d", work->try.wait_s));
	}
}

void
work_login(void *work_data)
{
	struct login_work *work = work_data;

	work->is_right =
	    password_verify(work->try.password_hash, work->password);
}

/* Who logs in again in this browser leaves no older session behind. */
static void
end_older_session(struct exchange *ex)
{
	const char *token = cookie_token(ex, COOKIE_SESSION);
	unsigned char hash[TOKEN_BYTES];

	if (token == NULL)
		return;
	token_hash(hash, token);
	session_ask_end(ex->batch,
	    arena_memdup(ex->arena, hash, sizeof(hash)));
}

void
ask_login_session(struct exchange *ex)
{
	struct login_work *work = ex->work_data;
	unsigned char hash[TOKEN_BYTES];

	if (!work->is_right) {
		answer_refused(ex, 422, WRONG);
		return;
	}
	token_new(work->token);
	token_hash(hash, work->token);
	work->nonce = device_nonce(ex, &work->try);
	login_ask_settle(ex->batch, &work->try, work->nonce);
	end_older_session(ex);
	session_ask_start(ex->batch,
	    arena_memdup(ex->arena, hash, sizeof(hash)), work->try.person_id);
	past_ask_tidy(ex->batch);
}

void
show_login(struct exchange *ex)
{
	struct login_work *work = ex->work_data;
	const char *next = next_of(ex, &ex->fields);
	struct carried carried;

	if (!session_read_start(ex->batch)) {
		answer_refused(ex, 422, WRONG); /* left just now */
		return;
	}
	cookie_set(ex, COOKIE_SESSION, work->token, COOKIE_S);
	device_remember(ex, work->nonce, login_read_settle(ex->batch));
	carry_form(&carried, ex);
	if (carried.path != NULL) {
		ex->csrf = token_for_forms(ex->arena, work->token);
		carry_show(ex, 200, &carried, session_started_name(ex->batch),
		    work->try.is_known);
		return;
	}
	respond_redirect(ex,
	    next != NULL ? url_local(ex->arena, next) : URL_LITERAL("/"));
}

void
ask_logout(struct exchange *ex)
{
	session_ask_end(ex->batch, ex->token_hash);
}

static void
leave(struct exchange *ex, const struct safe_url *url)
{
	cookie_set(ex, COOKIE_SESSION, "", 0);
	respond_header(ex, "clear-site-data", "\"cache\"");
	respond_redirect(ex, url);
}

void
show_logout(struct exchange *ex)
{
	leave(ex, URL_LITERAL("/inloggen?uitgelogd=ja"));
}

void
ask_logout_all(struct exchange *ex)
{
	session_ask_end_all(ex->batch, ex->token_hash);
}

void
show_logout_all(struct exchange *ex)
{
	leave(ex, URL_LITERAL("/inloggen?uitgelogd=overal"));
}
