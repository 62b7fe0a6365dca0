/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CLI_SEARCH_LOAD_H
#define LMS_CLI_SEARCH_LOAD_H
/* Loads what can be searched (migrations/0014), as the owner of the tables. */
#include "base/arena.h"
#include "core/findable.h"
#include <libpq-fe.h>
#include <stdbool.h>

enum search_loaded { SEARCH_LOADED, SEARCH_WAS_THERE, SEARCH_FAILED };

/*
 * One edition, as a whole, unless it is there already; `dictionary` is what
 * cuts down its words: "hunspell" or "dutch". After SEARCH_FAILED the
 * connection says why.
 */
enum search_loaded search_load(
    PGconn *, struct arena *, const struct findable *, const char *dictionary);
#endif
