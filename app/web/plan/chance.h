/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PLAN_CHANCE_H
#define LMS_WEB_PLAN_CHANCE_H
#include "web/exchange.h"

/* POST …/plan/rendement/kans */
void ask_chance(struct exchange *);
void show_chance(struct exchange *);
#endif
