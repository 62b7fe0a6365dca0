/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CLI_PROMPT_H
#define LMS_CLI_PROMPT_H
/* Asking an administrator for a password. */
#include "base/arena.h"
#include <stdbool.h>

/*
 * The password that is typed (without echo) or piped in, or a fresh one when
 * that is empty: `made` is then true, and the caller must show it. Returns an
 * exit code; what was wrong has been said. `email` is whose it will be.
 */
int prompt_password(struct arena *, const char *email, const char **password,
    bool *made);
#endif
