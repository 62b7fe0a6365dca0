/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_SERVER_MESSAGE_H
#define LMS_SERVER_MESSAGE_H
/*
 * Between Kore's request and our exchange: what Kore lets through and should
 * not, the parts of a request, the sending of an answer.
 */
#include <kore/kore.h>
#include <kore/http.h>

#include "web/exchange.h"

/* The HTTP status with which to refuse this request unread; 0: it is sound. */
int message_fault(const struct http_request *);
/* Answers a status in a plain line and closes the connection. */
void message_refuse(struct http_request *, int status);
/*
 * Kore would lose what the client sent after this request, or answer it out
 * of turn: stops reading until the answer. True when something had come
 * already; the connection must then close after the answer.
 */
bool message_hold_input(struct http_request *);

/* Fills the request part of an exchange with copies. */
void message_read(struct exchange *, const struct http_request *);
/*
 * Sends the answer and takes the exchange: its arena ends when the last byte
 * is copied or sent. `is_last`: the connection closes after it.
 */
void message_answer_take(struct exchange *, struct http_request *,
    bool is_last);
#endif
