/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_LAW_LAW_H
#define LMS_WEB_LAW_LAW_H
/*
 * Articles of law as a reader meets them: by code, by name, and where they
 * came from. An article is of the library or, with a code LOKAAL-number, of
 * the reader's organisation; those are in the answer to law_ask_local, and come
 * with every plan that is asked for.
 */
#include "store/law.h"
#include "web/exchange.h"

/* "Participatiewet, artikel 35, lid 1" */
const char *law_name(struct arena *, const struct law *);
/* Could this be an article? Known for the library; of one's own by shape. */
bool law_is_code(const struct exchange *, const char *code);
bool law_is_local(const struct law *);
/* By code; NULL: there is none that was asked for. */
const struct law *law_of(const struct exchange *, const char *code);
/* One of the organisation's own, as an article. */
const struct law *law_of_local(struct arena *, const struct local_law *);
/* Those of the organisation that are not withdrawn. */
size_t law_all_local(const struct exchange *, const struct law ***);

/* The plan that somebody came from, as ?van=cursus/casus; or nothing. */
struct law_origin {
	const char *from; /* to pass on, or NULL */
	const struct course *course;
	const struct casus *casus;
};
struct law_origin law_origin_of(const struct exchange *);
/* /wet/CODE, with the way back. */
const struct safe_url *
law_url(struct arena *, const char *code, const char *from);
const struct safe_url *law_page_url(struct arena *, const char *from);
/* Back to the articles of that plan; NULL: somebody came from nowhere. */
const struct safe_url *
law_back_url(struct arena *, const struct law_origin *, const char *fragment);
#endif
