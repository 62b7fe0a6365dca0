/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dispatch.c - every request's way from path to answer, in one order that no
 * handler can change: match, token, form, CSRF, question, access, answer.
 *
 * Two tokens (cookie.h): of the session, and a random one for somebody who is
 * not logged in, so that the log-in form can be protected by the same rule as
 * every other form.
 */
#include "web/dispatch.h"

#include "base/multipart.h"
#include "base/password.h"
#include "web/carry.h"
#include "web/cookie.h"
#include "web/header.h"
#include "web/kept.h"
#include "web/login.h"
#include "web/routes.h"
#include "web/seals.h"

#include <stdlib.h>
#include <string.h>

enum progress { ASKED_KEY, ASKED_FIRST, ASKED_WHO, WORKING, ASKED_AGAIN };

struct exchange *
exchange_new(const struct library *library)
{
	struct arena *a = arena_new();
	struct exchange *ex = arena_alloc(a, sizeof(*ex));

	ex->arena = a;
	ex->library = library;
	return ex;
}

const char *
exchange_param(const struct exchange *ex, const char *name)
{
	const char *at = ex->route->path;
	size_t n = strlen(name);

	for (int i = 0; (at = strchr(at, ':')) != NULL; i++) {
		at++;
		if (strcspn(at, "/") == n && memcmp(at, name, n) == 0)
			return ex->param[i];
	}
	abort();
}

static bool
has_answered(const struct exchange *ex)
{
	return ex->response.code != 0;
}

static unsigned
roles_of(enum access access)
{
	switch (access) {
	case MEMBER:
		return ROLE_LEARNER | ROLE_COACH | ROLE_AUTHOR | ROLE_ADMIN;
	case LEARNER:
		return ROLE_LEARNER;
	case COACH:
		return ROLE_COACH;
	case AUTHOR:
		return ROLE_AUTHOR;
	case ADMIN:
		return ROLE_ADMIN;
	case ACCESS_UNSET:
	case ANYONE:
		break;
	}
	return 0;
}

/* Binds the forms of the answer to whoever is not logged in. */
static void
become_visitor(struct exchange *ex)
{
	const char *token = cookie_token(ex, COOKIE_VISITOR);

	if (token == NULL) {
		char fresh[TOKEN_TEXT_BYTES];

		token_new(fresh);
		token = ex->visitor = arena_strdup(ex->arena, fresh);
	}
	ex->csrf = token_for_forms(ex->arena, token);
}

/* A page for visitors; else the log-in form, and back here afterwards. */
static void
answer_log_in(struct exchange *ex)
{
	const struct safe_url *url = URL_LITERAL("/inloggen");
	struct carried carried;

	if (ex->method == POST && carry_request(&carried, ex)) {
		become_visitor(ex);
		login_show_carried(ex, &carried);
		return;
	}
	if (ex->part != NULL || ex->method != GET) {
		respond_status(ex, ST_NO_SESSION);
		return;
	}
	if (ex->route->greet != NULL) {
		ex->route->greet(ex);
		return;
	}
	respond_redirect(
	    ex, url_query(ex->arena, url, "verder", ex->path));
}

/* With or without parameters, as "; charset=UTF-8". */
static bool
is_form_type(const char *type)
{
	static const char FORM_TYPE[] = "application/x-www-form-urlencoded";
	const size_t n = sizeof(FORM_TYPE) - 1;

	return type != NULL && strncasecmp(type, FORM_TYPE, n) == 0 &&
	    strchr("; ", type[n]) != NULL;
}

static enum status
read_fields(struct exchange *ex)
{
	const char *query = ex->query != NULL ? ex->query : "";
	enum status status =
	    form_parse(&ex->search, ex->arena, query, strlen(query));

	if (status != ST_OK || ex->method != POST)
		return status;
	if (ex->route->takes_file && multipart_is_type(ex->content_type))
		return multipart_parse(&ex->fields, ex->arena,
		    ex->content_type, ex->body, ex->body_len);
	if (!is_form_type(ex->content_type))
		return ST_INVALID;
	return form_parse(&ex->fields, ex->arena, ex->body, ex->body_len);
}

/*
 * Finds the token that this route's forms are bound to. ST_NO_SESSION when
 * the route needs a session and there is no cookie of one.
 */
static enum status
read_tokens(struct exchange *ex)
{
	const char *token;

	if (ex->route->access != ANYONE) {
		token = cookie_token(ex, COOKIE_SESSION);
		if (token == NULL)
			return ST_NO_SESSION;
		token_hash(ex->token_hash, token);
	} else {
		token = cookie_token(ex, COOKIE_VISITOR);
		if (token == NULL && ex->method == GET) {
			become_visitor(ex);
			return ST_OK;
		}
	}
	ex->csrf = token != NULL ? token_for_forms(ex->arena, token) : NULL;
	return ST_OK;
}

static bool
is_forged(const struct exchange *ex)
{
	const char *sent = form_get(&ex->fields, "csrf");

	return ex->method == POST &&
	    (ex->csrf == NULL || sent == NULL || !token_equals(sent, ex->csrf));
}

static void
new_batch(struct exchange *ex)
{
	ex->earlier = ex->batch;
	ex->batch = batch_new(ex->arena);
	ex->batch->writer = ex->writer;
	ex->roles = roles_of(ex->route->access);
}

/* No statement of a route with access runs before the session's. */
static void
require_session(struct exchange *ex)
{
	if (ex->route->access != ANYONE)
		session_ask_first(ex->batch, ex->token_hash, ex->roles);
}

static void
cut_body(struct exchange *ex)
{
	struct response *r = &ex->response;

	if (r->body != NULL)
		r->cut = cut_page(ex->arena, r->body, r->body_len, ex->csrf,
		    r->run, r->run_count);
}

static enum turn
finish(struct exchange *ex)
{
	if (!has_answered(ex))
		respond_status(ex, ST_BUG);
	cut_body(ex);
	/* Who gets no form needs no cookie for it. */
	if (ex->visitor != NULL && cut_has_token(&ex->response.cut))
		cookie_set(ex, COOKIE_VISITOR, ex->visitor, -1);
	if (ex->place != NULL && ex->response.code < 400)
		respond_header(ex, "set-cookie", ex->place);
	if (ex->used != NULL && ex->response.code < 400)
		cookie_set_used(ex);
	if (ex->route != NULL && ex->route->is_kept)
		kept_remember(ex);
	header_add_etag(ex);
	return TURN_ANSWER;
}

static enum turn
refuse(struct exchange *ex, enum status status)
{
	ex->response = (struct response){ 0 };
	if (status == ST_NO_SESSION)
		answer_log_in(ex);
	else if (ex->route != NULL && ex->route->refused != NULL)
		ex->route->refused(ex, status);
	else
		respond_status(ex, status);
	if (status == ST_WRONG_VERB)
		header_add_verbs(ex);
	return finish(ex);
}

/*
 * A form that is not of this session. When it is surely ours, it was made
 * before somebody logged in anew: who is that now?
 */
static enum turn
refuse_form(struct exchange *ex)
{
	struct carried carried;

	if (!carry_request(&carried, ex))
		return refuse(ex, ST_EXPIRED_FORM);
	new_batch(ex);
	require_session(ex);
	ex->turn = ASKED_WHO;
	return TURN_ASK;
}

/* They see the words, and that they would be theirs. */
static enum turn
offer_form(struct exchange *ex)
{
	struct carried carried;

	if (carry_request(&carried, ex))
		carry_show(ex, 403, &carried, ex->session.name, false);
	return finish(ex);
}

static enum turn
show(struct exchange *ex)
{
	bool is_done = has_answered(ex) ||
	    (ex->route->is_kept && kept_respond(ex));

	if (!is_done)
		ex->route->show(ex);
	if (sealed_is_broken(ex->batch) ||
	    (ex->earlier != NULL && sealed_is_broken(ex->earlier)))
		return refuse(ex, ST_BUG);
	return finish(ex);
}

/* The key that seals what this form holds, when it is not remembered. */
static enum turn
ask_key(struct exchange *ex)
{
	new_batch(ex);
	seals_ask(ex);
	require_session(ex);
	ex->turn = ASKED_KEY;
	return TURN_ASK;
}

static enum turn
begin(struct exchange *ex)
{
	new_batch(ex);
	if (ex->route->ask != NULL)
		ex->route->ask(ex);
	ex->turn = ASKED_FIRST;
	if (ex->batch->is_private)
		return refuse(ex, ST_PRIVATE);
	if (has_answered(ex))
		return show(ex);
	if (ex->route->access != ANYONE && ex->method == GET &&
	    ex->part == NULL)
		cookie_note_use(ex);
	require_session(ex);
	return ex->batch->count > 0 ? TURN_ASK : show(ex);
}

enum turn
dispatch_start(struct exchange *ex)
{
	enum status status = route_match(&ex->route, ex->param, ex->arena,
	    ex->method, ex->path);

	if (status == ST_OK)
		status = ex->route->access == ACCESS_UNSET ? ST_DENIED :
							     read_fields(ex);
	if (status == ST_OK)
		status = read_tokens(ex);
	if (status == ST_OK && is_forged(ex))
		return refuse_form(ex);
	if (status != ST_OK)
		return refuse(ex, status);
	ex->is_form_proven = ex->method == POST;
	return seals_know(ex) ? begin(ex) : ask_key(ex);
}

static enum turn
ask_again(struct exchange *ex)
{
	if (ex->route->ask_again == NULL || has_answered(ex))
		return show(ex);
	new_batch(ex);
	ex->route->ask_again(ex);
	ex->turn = ASKED_AGAIN;
	if (has_answered(ex))
		return finish(ex);
	require_session(ex);
	return TURN_ASK;
}

enum turn
dispatch_resume(struct exchange *ex)
{
	if (ex->turn == WORKING)
		return ask_again(ex);
	if (ex->batch->status == ST_OTHER_KEY && !ex->is_sealed_anew) {
		ex->is_sealed_anew = true;
		return ask_key(ex);
	}
	if (ex->batch->status != ST_OK)
		return refuse(ex, ex->batch->status);
	if (ex->route->access != ANYONE)
		session_read(&ex->session, ex->batch);
	seals_remember(ex);
	if (ex->turn == ASKED_KEY)
		return ex->writer != NULL ? begin(ex) : refuse(ex, ST_BUG);
	if (ex->turn == ASKED_WHO)
		return offer_form(ex);
	if (ex->turn == ASKED_AGAIN)
		return show(ex);
	if (ex->route->prepare_work != NULL) {
		ex->route->prepare_work(ex);
		ex->turn = WORKING;
		return has_answered(ex) ? finish(ex) : TURN_WORK;
	}
	return ask_again(ex);
}

void
dispatch_work(struct exchange *ex)
{
	ex->route->work(ex->work_data);
}

enum turn
dispatch_refuse_work(struct exchange *ex)
{
	return refuse(ex, ST_BUSY);
}
