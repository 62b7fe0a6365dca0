/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_HEADER_H
#define LMS_WEB_HEADER_H
/* Headers of the finished answer; for dispatch.c. */
#include "web/exchange.h"

/* The page's tag, and 304 for who has that page already. */
void header_add_etag(struct exchange *);
/* Which verbs a path knows, after a wrong one. */
void header_add_verbs(struct exchange *);
#endif
