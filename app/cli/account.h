/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CLI_ACCOUNT_H
#define LMS_CLI_ACCOUNT_H
/*
 * Organisations, teams and people, as an administrator makes them. Each
 * function may be repeated: what is there already stays. Ids are texts, as
 * libpq gives them, owned by the arena; NULL is a failure that was reported.
 */
#include "cli/database.h"

const char *account_organisation(PGconn *, struct arena *, const char *name);
const char *account_team(PGconn *, struct arena *, const char *organisation,
    const char *name);
/* The id of this address, "" when nobody has it. */
const char *account_find(PGconn *, struct arena *, const char *email);
/* Makes the person, or gives the one of this address a new password. */
const char *account_person(PGconn *, struct arena *, const char *email,
    const char *name, const char *password);
/* A new password for who has this address, whose sessions end. An exit code. */
int account_reset(PGconn *, struct arena *, const char *email,
    const char *password);
/* Adds roles (a sum of enum role) to those the person has there. */
bool account_join(PGconn *, struct arena *, const char *organisation,
    const char *person, unsigned roles);
bool account_join_team(PGconn *, struct arena *, const char *organisation,
    const char *team, const char *person, bool is_coach);
#endif
