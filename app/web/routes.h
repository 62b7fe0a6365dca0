/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_ROUTES_H
#define LMS_WEB_ROUTES_H
/*
 * The table of all addresses: who may, and which functions answer. A route
 * that does not say who may use it is denied, and fails the tests.
 */
#include "web/exchange.h"

/* Who may use a route. ACCESS_UNSET is 0: closed by default. */
enum access {
	ACCESS_UNSET,
	ANYONE,	 /* no session needed */
	MEMBER,	 /* logged in, any role */
	LEARNER, /* the role learner in the active organisation */
	COACH,
	AUTHOR,
	ADMIN
};

struct route {
	enum method method;
	const char *path; /* segments; ":name" matches one segment */
	enum access access;
	/* Its form is never carried over a log-in (carry.h): it holds a
	 * password, or acts on the session itself. */
	bool is_about_account;
	/*
	 * ask adds statements to ex->batch (or answers at once with a
	 * respond_ function, and nothing is asked); show reads the rows and
	 * answers. NULL ask: no statement but the session's own.
	 */
	void (*ask)(struct exchange *);
	void (*show)(struct exchange *);
	bool takes_file; /* its form may have files: multipart/form-data */
	bool is_kept; /* the page may be kept: see kept.h for what it promises */
	/*
	 * Who has no session gets this page at this address; NULL: the way to
	 * the log-in form.
	 */
	void (*greet)(struct exchange *);
	/*
	 * The exceptions to "one page, one round trip": after the first
	 * answer, work runs off the event loop, then ask_again adds to a new
	 * batch. Either may be NULL. When either has answered, show is not
	 * called.
	 */
	void (*prepare_work)(struct exchange *); /* fills ex->work_data */
	void (*work)(void *work_data);
	void (*ask_again)(struct exchange *);
	/*
	 * It stores what somebody wrote, sealed: its key is known before ask
	 * is called. A worker that does not remember it makes a trip for it.
	 */
	bool seals;
	/*
	 * Answers instead of the page of the status, and gives back what was
	 * written. NULL: nothing is written here.
	 */
	void (*refused)(struct exchange *, enum status);
};

extern const struct route ROUTES[];
extern const size_t ROUTE_COUNT;

/*
 * Finds the route of a method and an encoded path, and decodes its
 * parameters. ST_NOT_FOUND: no such path; ST_INVALID: malformed encoding;
 * ST_WRONG_VERB: the path exists with another verb.
 */
enum status route_match(const struct route **, const char **params,
    struct arena *, enum method, const char *path) MUST_CHECK;
/* Round trips to PostgreSQL that this route may use: 0, 1 or 2. */
int route_trips(const struct route *);
#endif
