/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_EXCHANGE_H
#define LMS_WEB_EXCHANGE_H
/*
 * One request and its answer, free of Kore: server/entry.c fills the first
 * part and sends the last, tests do the same without a server.
 */
#include "base/arena.h"
#include "base/form.h"
#include "base/html.h"
#include "base/status.h"
#include "base/url.h"
#include "content/library.h"
#include "store/batch.h"
#include "store/session.h"
#include "web/cut.h"
#include "web/site.h"

enum method { GET, POST, METHOD_OTHER };

enum { ROUTE_PARAMS_MAX = 6, HEADERS_MAX = 12 };

struct route;

struct header {
	const char *name, *value;
};

/* What a page form says beside its fields after a fault. */
struct field_error {
	const char *field, *message; /* message: Dutch, with the remedy */
};

struct response {
	int code;
	const char *type; /* content-type */
	const char *body; /* NULL: only `cut` holds it, see kept.h */
	size_t body_len;
	size_t run_count;
	const struct html_run *run; /* what of it is the reader's own */
	struct cut cut;		    /* the body in pieces, made by dispatch */
	int header_count;
	struct header header[HEADERS_MAX];
};

struct exchange {
	/* The request: set by the server, borrowed until the answer is sent. */
	struct arena *arena; /* owns everything below */
	const struct library *library; /* course content, read-only */
	const char *contact; /* for who finds a leak: a URI, or NULL */
	const struct site *site; /* who runs it; NULL: not filled in */
	enum method method;	       /* HEAD arrives as GET */
	const char *path;	       /* as sent: still percent-encoded */
	const char *query;	       /* after '?', or NULL */
	const char *body;
	size_t body_len;
	const char *content_type;  /* or NULL */
	const char *cookie;	   /* Cookie header or NULL */
	const char *if_none_match; /* or NULL */
	const char *accept_encoding; /* or NULL */
	const char *part; /* X-Leer-Deel: which part of a page a script wants */
	const char *address; /* of the client, as nginx saw it; or NULL */
	bool is_own_page; /* the browser says: a page of this origin asks */
	int64_t now_s;	  /* wall clock, seconds since 1970 */

	/* Set by dispatch before the first handler runs. */
	const struct route *route;
	const char *param[ROUTE_PARAMS_MAX]; /* decoded, in path order */
	struct form fields;		     /* of the body */
	struct form search;		     /* of the query string */
	unsigned char token_hash[32];	     /* of the session token */
	const char *visitor; /* token of a form for anyone, see dispatch.c */
	unsigned roles;	     /* of enum role: one of these is needed */
	const char *csrf;    /* for forms: hidden field "csrf" */
	bool is_form_proven; /* the form's token was right */
	const char *place;   /* cookie to set: see visit.h; or NULL */
	const char *used;    /* cookie to set: see cookie.h; or NULL */
	struct batch *batch;   /* what handlers ask, then its answer */
	struct batch *earlier; /* of a second trip: the first batch */
	const struct seal_writer *writer; /* of a route that writes: seals.h */
	bool is_sealed_anew; /* the key was found to be another one's */

	/* Set by dispatch when the batch is back. */
	struct session session; /* id 0 on routes for anyone */

	/* Work off the event loop (Argon2id): see struct route. */
	void *work_data;
	int turn; /* dispatch.c: how far this exchange is */

	/* The answer. */
	struct response response;
};

/* Parameter :name of the route, by name; aborts when the route has none. */
const char *exchange_param(const struct exchange *, const char *name);

/* Answers; the last one given counts. */
void respond_page(struct exchange *, int code, const struct html *);
/* 303 to a page of our own. */
void respond_redirect(struct exchange *, const struct safe_url *);
/* A small JSON object of strings: name, value, …, NULL. */
void respond_json(struct exchange *, int code, ...)
    __attribute__((sentinel));
/* The Dutch error page (or JSON for a script) that belongs to a status. */
void respond_status(struct exchange *, enum status);

/* Will whoever asks take gzip? nginx passes on that word, or nothing. */
bool exchange_reads_gzip(const struct exchange *);
/* The body is this file from now on, and says so. */
void respond_packed(struct exchange *, const struct gzip *);
/* Adds a header; the value must not hold CR or LF (aborts). */
void respond_header(struct exchange *, const char *name, const char *value);
#endif
