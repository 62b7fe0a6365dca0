/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * password.c - choosing a new password.
 *
 * The old one is asked, so that a browser that somebody left open is not
 * enough, and tries of it are slowed down as those of logging in. What can be
 * seen to be wrong with the new one is said before a try is counted. All other
 * sessions end; this browser stays logged in and stays known.
 */
#include "web/password.h"

#include "base/password.h"
#include "base/text.h"
#include "core/password_rule.h"
#include "pages.h"
#include "web/device.h"
#include "web/login.h"

#include <string.h>

/* What the thread gets; try is unset when the form has faults. */
struct password_work {
	struct login_try try;
	const char *old, *fresh, *nonce;
	bool is_right, is_hashed;
	char hash[PASSWORD_HASH_BYTES];
};

static const struct password_field FIELDS[PASSWORD_FIELDS] = {
	[PASSWORD_OLD] = { "oud", "Huidig wachtwoord", "current-password",
	    NULL },
	[PASSWORD_NEW] = { "nieuw", "Nieuw wachtwoord", "new-password", NULL },
	[PASSWORD_AGAIN] = { "nogmaals", "Nieuw wachtwoord, nog een keer",
	    "new-password", NULL },
};

static struct password_view
new_view(void)
{
	struct password_view view = { 0 };

	memcpy(view.field, FIELDS, sizeof(FIELDS));
	return view;
}

static void
answer_form(struct exchange *ex, int code, struct password_view *view)
{
	struct html h = html_new(ex->arena);

	view->shell = shell_for(ex, "Nieuw wachtwoord", MENU_ACCOUNT);
	view->shell.has_fault = code >= 400;
	for (size_t i = 0; i < PASSWORD_FIELDS; i++)
		view->fault_count += view->field[i].error != NULL;
	page_password(&h, view);
	respond_page(ex, code, &h);
}

void
show_password_form(struct exchange *ex)
{
	struct password_view view = new_view();

	answer_form(ex, 200, &view);
}

static const char *
new_fault(struct exchange *ex, const char *email)
{
	enum password_fault fault = password_judge(ex->arena,
	    form_text(&ex->fields, "nieuw"), email);

	return fault == PASSWORD_GOOD ? NULL : password_fault_text(fault);
}

/* True when something is; the address is not known before the first trip. */
static bool
find_faults(struct exchange *ex, struct password_view *view, const char *email)
{
	const char *old = form_text(&ex->fields, "oud");
	const char *fresh = form_text(&ex->fields, "nieuw");
	struct password_field *f = view->field;

	if (*old == '\0' || text_length(old) > PASSWORD_MAX)
		f[PASSWORD_OLD].error =
		    "Vul het wachtwoord in dat je nu hebt.";
	f[PASSWORD_NEW].error = new_fault(ex, email);
	if (f[PASSWORD_NEW].error == NULL &&
	    strcmp(fresh, form_text(&ex->fields, "nogmaals")) != 0)
		f[PASSWORD_AGAIN].error =
		    "Dit is niet hetzelfde. Vul het nieuwe wachtwoord nog een "
		    "keer in.";
	return f[PASSWORD_OLD].error != NULL ||
	    f[PASSWORD_NEW].error != NULL || f[PASSWORD_AGAIN].error != NULL;
}

void
ask_password(struct exchange *ex)
{
	const struct login_place place = device_place(ex);
	struct password_view view = new_view();

	if (!find_faults(ex, &view, ""))
		login_ask_own(ex->batch, ex->token_hash, &place);
}

static void
answer_wait(struct exchange *ex, int wait_s)
{
	struct password_view view = new_view();

	view.refused = login_wait_text(ex->arena, wait_s);
	answer_form(ex, 429, &view);
	respond_header(ex, "retry-after",
	    arena_printf(ex->arena, "%d", wait_s));
}

void
prepare_password(struct exchange *ex)
{
	struct password_work *work = arena_alloc(ex->arena, sizeof(*work));
	struct password_view view = new_view();

	if (batch_rows(ex->batch, QUERY_LOGIN_TRY_OWN) == 0) {
		find_faults(ex, &view, "");
		answer_form(ex, 422, &view);
		return;
	}
	login_read_own(&work->try, ex->batch);
	if (work->try.wait_s > 0) {
		answer_wait(ex, work->try.wait_s);
		return;
	}
	if (find_faults(ex, &view, work->try.email)) {
		answer_form(ex, 422, &view);
		return;
	}
	work->old = form_text(&ex->fields, "oud");
	work->fresh = form_text(&ex->fields, "nieuw");
	ex->work_data = work;
}

void
work_password(void *work_data)
{
	struct password_work *work = work_data;

	work->is_right = password_verify(work->try.password_hash, work->old);
	work->is_hashed = work->is_right &&
	    password_hash(work->hash, work->fresh);
}

void
ask_password_change(struct exchange *ex)
{
	struct password_work *work = ex->work_data;
	struct password_view view = new_view();

	if (!work->is_right) {
		view.field[PASSWORD_OLD].error =
		    "Dit is niet het wachtwoord dat je nu hebt.";
		answer_form(ex, 422, &view);
		return;
	}
	if (!work->is_hashed) { /* no memory for it now */
		respond_status(ex, ST_BUSY);
		return;
	}
	work->nonce = device_nonce(ex, &work->try);
	login_ask_change(ex->batch, ex->token_hash, work->try.password_hash,
	    work->hash);
	login_ask_settle(ex->batch, &work->try, work->nonce);
}

void
show_password(struct exchange *ex)
{
	const struct password_work *work = ex->work_data;

	if (!login_read_change(ex->batch)) {
		respond_status(ex, ST_CONFLICT);
		return;
	}
	device_remember(ex, work->nonce, login_read_settle(ex->batch));
	respond_redirect(ex, URL_LITERAL("/account?wachtwoord=nieuw"));
}
