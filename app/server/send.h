/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_SERVER_SEND_H
#define LMS_SERVER_SEND_H
/* One system call an answer, where Kore makes three. */
#include <kore/kore.h>

/* From now on what is queued on this connection leaves together. */
void send_together(struct connection *);
#endif
