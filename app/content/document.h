/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_DOCUMENT_H
#define LMS_CONTENT_DOCUMENT_H
/* Reads one document of a case: a paper of the dossier, or a talk. */
#include "content/module.h"

/* casussen/<casus>/documenten/<slug>.md; what cannot be read stays empty. */
void document_read(struct document *, const struct reading *, const char *casus,
    const char *slug);
#endif
