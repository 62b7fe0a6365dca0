/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_SERVER_TOGETHER_H
#define LMS_SERVER_TOGETHER_H
/*
 * Who asks the same at the same time goes together. While one such flight is
 * under way, others wait in line for it to land, and then leave as one
 * statement: nobody waits for company, and the busier it is the more share.
 * Which statements may: "-- together:" in the .sql files of app/store.
 */
#include "server/flight.h"

void together_init(void);
/* True: it waits in line, and will be sent. */
bool together_waits(struct flight *) MUST_CHECK;
/* It was sent: who asks the same waits for it. */
void together_left(struct flight *);
/* It is over, well or not: who waited for it leaves. */
void together_landed(const struct flight *);
/* Who waits too long hears so; who waits behind what is slow leaves. */
void together_check(uint64_t now);
#endif
