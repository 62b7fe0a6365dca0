/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * youth.c - when to ask for verlengde jeugdhulp. As the core does (W3): ages
 * are in whole years, so who is 17 now is surely 18 after twelve months.
 */
#include "core/youth.h"

#include <string.h>

enum { GROWN_UP = 18 };

bool
youth_is_asked(const char *wet, const char *persoon,
    const struct household_member *members, size_t count, int horizon_jaren)
{
	int youngest = -1;

	if (strcmp(wet, "Jeugdwet") != 0)
		return false;
	for (size_t i = 0; i < count; i++)
		if ((strcmp(persoon, "HH") == 0 ||
			strcmp(persoon, members[i].id) == 0) &&
		    (youngest < 0 || members[i].age < youngest))
			youngest = members[i].age;
	/* 18 or older now, or before the last month of the horizon. */
	return youngest >= GROWN_UP ||
	       (youngest >= 0 && GROWN_UP - youngest < horizon_jaren);
}
