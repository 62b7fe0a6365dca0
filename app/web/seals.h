/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_SEALS_H
#define LMS_WEB_SEALS_H
/*
 * A worker's memory of who writes with which key (store/sealed.h), so that a
 * save is one round trip. For dispatch.c.
 */
#include "store/sealed.h"
#include "web/exchange.h"

/* How long a key may be used after it was found; then it is asked for. */
enum { SEALS_S = 60 };

/* True when ex->writer is known, or this route needs none. */
bool seals_know(struct exchange *);
/* Asks for the writer of this session. */
void seals_ask(struct exchange *);
/* Takes the writer from an answer that holds it. */
void seals_remember(struct exchange *);
#endif
