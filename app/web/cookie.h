/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_COOKIE_H
#define LMS_WEB_COOKIE_H
/*
 * The cookies of the site: who is logged in, who fills in the log-in form,
 * and when the use of a session was last noted. The device's own cookie is
 * device.h's, the place's visit.h's.
 */
#include "web/exchange.h"

#define COOKIE_SESSION "__Host-sid"
#define COOKIE_VISITOR "__Host-bezoeker"

/* The value of a cookie of the request: not ended by NUL; NULL: none. */
const char *exchange_cookie(const struct exchange *, const char *name,
    size_t *len);
/* The same when it is a well-formed token, ended by NUL; NULL otherwise. */
const char *cookie_token(const struct exchange *, const char *name);
/*
 * Adds a set-cookie header. max_age_s 0 removes it at once, below 0 leaves it
 * until the browser closes.
 */
void cookie_set(struct exchange *, const char *name, const char *value,
    int max_age_s);

/*
 * On a page of somebody who is logged in: notes in the batch that the session
 * is in use, but not at every page. Sets ex->used, for cookie_set_used.
 */
void cookie_note_use(struct exchange *);
void cookie_set_used(struct exchange *);
#endif
