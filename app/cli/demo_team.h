/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CLI_DEMO_TEAM_H
#define LMS_CLI_DEMO_TEAM_H
/*
 * Colleagues in the demo's teams who are somewhere in the course, so that a
 * coach's page has something to show. They are invented, and have no password:
 * nobody can log in as them.
 */
#include "cli/database.h"

/*
 * Adds who is not there yet, with work in the first course of the folder
 * `courses`. The coaches must be there. False: it failed, and was reported.
 */
bool demo_team(PGconn *, struct arena *, const char *courses,
    const char *organisation, const char *coach_email);
#endif
