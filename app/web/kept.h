/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_KEPT_H
#define LMS_WEB_KEPT_H
/*
 * Pages kept whole, ready to be sent. Many learners open a module in the same
 * state; then the page is the same but for what says who reads it (name, form
 * token, owner of what the browser keeps), and need not be made again.
 *
 * A page is kept under everything it is made of: path and query, the day, the
 * reader's roles, and each value that came from the database. The whole key
 * is compared, not a hash of it, so a page can never reach somebody whose own
 * page would say something else, and what is kept is never out of date. A
 * route marked KEPT promises that its page depends on nothing more.
 */
#include "web/exchange.h"

/*
 * Answers with the kept page when there is one; false: make it. Only for
 * readers who take gzip: nothing else is kept.
 */
bool kept_respond(struct exchange *);
/*
 * After the page has been made and cut: keeps it, when it was asked for in
 * this very state before (most states are one person's, once).
 */
void kept_remember(struct exchange *);
#endif
