/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * law.c - what an article is called.
 */
#include "web/law/law.h"

const char *
law_name(struct arena *a, const struct law *law)
{
	bool is_number = law->lid[0] >= '0' && law->lid[0] <= '9';

	return arena_printf(a, "%s, artikel %s%s%s", law->wet, law->artikel,
	    *law->lid == '\0' ? ""
	    : is_number	      ? ", lid "
			      : ", ",
	    law->lid);
}
