/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_DEVICE_H
#define LMS_WEB_DEVICE_H
/*
 * A browser where somebody logged in before. Its cookie holds a random nonce
 * and what PostgreSQL signed it with for that person: failed tries from
 * elsewhere do not slow down who logs in with it. It says nothing about the
 * device itself, and a new password makes it worthless.
 */
#include "store/login.h"
#include "web/exchange.h"

/* Where this request comes from: address and device cookie. */
struct login_place device_place(const struct exchange *);
/* The nonce to sign after logging in: a fresh one in a strange browser. */
const char *device_nonce(const struct exchange *, const struct login_try *);
void device_remember(struct exchange *, const char *nonce, const char *mac);
#endif
