/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_PLAN_JSON_H
#define LMS_CONTENT_PLAN_JSON_H
/* The expert's plan of a case: plan.json, as courses/README.md describes. */
#include "content/module.h"

/*
 * The case must have its members and tariffs. `header_rules` is what its
 * header says of the rules ("horizon_jaren=1 disconto_pct=0"), or NULL.
 */
const struct plan *expert_read(const struct reading *, const char *file,
    const struct casus *, const char *header_rules);
/* What the dossier says runs today: start.json, which may be away (start.c).
 * The case must have its documents and the expert's plan. */
size_t start_lines_read(const struct start_line **, const struct reading *,
    const char *file, const struct casus *);
/* Prefab starts per profile: gegevens/voorzetten.json (prefab.c). */
size_t prefabs_read(
    const struct prefab **, const struct reading *, const char *file);
#endif
