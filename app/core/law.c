/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * law.c - the two orders in which articles of law can be browsed. The goals
 * are our own: what households and their helpers say they want.
 */
#include "core/law.h"

#include <string.h>

const struct law_theme LAW_DOMAINS[LAW_DOMAIN_COUNT] = {
    {"inkomen", "Inkomen"},
    {"schulden", "Schulden"},
    {"wonen", "Wonen"},
    {"opvang", "Opvang"},
    {"jeugd", "Jeugd"},
    {"ondersteuning", "Ondersteuning thuis"},
    {"zorg", "Zorg"},
    {"onderwijs", "School"},
    {"werk", "Werk"},
    {"algemeen", "Elk besluit"},
};

const struct law_theme LAW_GOALS[LAW_GOAL_COUNT] = {
    {"woning-houden", "In huis blijven"},
    {"woning-vinden", "Een eigen plek vinden"},
    {"veilig", "Vandaag een veilige plek"},
    {"inkomen", "Genoeg geld om van te leven"},
    {"schulden", "Rust in de schulden"},
    {"adres", "Een adres"},
    {"gezin", "Als gezin bij elkaar blijven"},
    {"hulp", "Hulp die past"},
    {"zorg", "De zorg die nodig is"},
    {"school", "School of een diploma"},
    {"werk", "Werk vinden of houden"},
    {"een-plan", "Samen één plan"},
    {"besluit", "Een ander of sneller besluit"},
};

int
law_theme_at(const struct law_theme *list, size_t count, const char *slug)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].slug, slug) == 0)
			return (int)i;
	return -1;
}
