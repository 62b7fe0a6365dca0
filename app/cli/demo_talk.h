/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CLI_DEMO_TALK_H
#define LMS_CLI_DEMO_TALK_H
/* The talks of a plan of the demo, by the acts of the application itself. */
#include "cli/demo_plan.h"
#include "store/plan.h"

/* The plan was begun; demo_plan.talks says how many. */
bool demo_talks(const struct demo_plan *, const struct plan_key *);
#endif
