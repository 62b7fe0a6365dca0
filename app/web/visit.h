/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_VISIT_H
#define LMS_WEB_VISIT_H
/* Remembering where somebody is, for "ga verder waar je was". */
#include "web/exchange.h"

/*
 * Asks to note that this person is at this place (see table visit), unless
 * this browser noted the same place in the last five minutes: a cookie says
 * so, which holds over instances and keeps most pages from writing.
 */
void visit_note(struct exchange *, const char *course, const char *place);
#endif
