/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_CASUS_H
#define LMS_CONTENT_CASUS_H
/* Reads one case: its folder with texts, tables and the expert's plan. */
#include "content/module.h"

/* casussen/<slug>/; faults tell what is wrong, the rest is filled. */
void casus_read(struct casus *, const struct reading *, const char *slug);
#endif
