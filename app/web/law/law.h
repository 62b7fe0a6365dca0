/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_LAW_LAW_H
#define LMS_WEB_LAW_LAW_H
/* Articles of law as a reader meets them: by code, and by name. */
#include "web/exchange.h"

/* "Participatiewet, artikel 35, lid 1" */
const char *law_name(struct arena *, const struct law *);
#endif
