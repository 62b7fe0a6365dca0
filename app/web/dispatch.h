/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_DISPATCH_H
#define LMS_WEB_DISPATCH_H
/*
 * Takes an exchange through its steps: match, session, access, CSRF token,
 * form, handler, answer. Handlers cannot skip a step. The waits in between
 * belong to the caller:
 *
 *	turn = dispatch_start(ex);
 *	while (turn != TURN_ANSWER) {
 *		TURN_ASK:  send ex->batch, wait, set its replies and status
 *		TURN_WORK: dispatch_work(ex), in another thread if need be
 *		turn = dispatch_resume(ex);
 *	}
 *	send ex->response; arena_free(ex->arena)
 */
#include "web/exchange.h"

enum turn { TURN_ASK, TURN_WORK, TURN_ANSWER };

/* Puts an exchange in a new arena; the server then sets the request part. */
struct exchange *exchange_new(const struct library *);

enum turn dispatch_start(struct exchange *) MUST_CHECK;
enum turn dispatch_resume(struct exchange *) MUST_CHECK;
/* Runs the route's work: touches nothing but ex->work_data. Thread-safe. */
void dispatch_work(struct exchange *);
/* Instead of work that found no place: the answer is then "te druk", 503. */
enum turn dispatch_refuse_work(struct exchange *) MUST_CHECK;
#endif
