/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_LAW_H
#define LMS_CORE_LAW_H
/*
 * How articles of law are put in order for who does not know the law: by the
 * domain they belong to, and by what somebody wants to reach with them. The
 * words of the columns `domein` and `bereiken` of courses/gegevens/wetten.csv.
 */
#include <stddef.h>

struct law_theme {
	const char *slug, *title; /* title: Dutch, on screen */
};

enum { LAW_DOMAIN_COUNT = 10, LAW_GOAL_COUNT = 13 };
extern const struct law_theme LAW_DOMAINS[LAW_DOMAIN_COUNT];
extern const struct law_theme LAW_GOALS[LAW_GOAL_COUNT];

/* The place of a slug in such a list, or -1. */
int law_theme_at(const struct law_theme *, size_t count, const char *slug);
#endif
