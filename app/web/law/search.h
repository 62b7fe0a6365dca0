/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_LAW_SEARCH_H
#define LMS_WEB_LAW_SEARCH_H
/*
 * The page of the law: one search, in plain words, over articles, modules,
 * cases, terms and tariffs; and the articles by domain or by what somebody
 * wants to reach.
 */
#include "web/shell.h"

struct law_item {
	const char *title, *text;
	const struct safe_url *url; /* NULL: it has no page */
	const char *fits;  /* what it was found by, in words; or NULL */
	const char *badge; /* or NULL */
};

struct law_group {
	const char *title, *id;
	const char *empty; /* what is said when there is nothing, or NULL */
	size_t count;
	const struct law_item *items;
};

struct law_choice {
	const char *words;
	const struct safe_url *url;
	bool is_here;
};

enum { LAW_GROUPS_MAX = 6 };

/* What the script asks anew while somebody types. */
struct law_found_view {
	bool is_searched, is_off; /* is_off: it cannot be searched now */
	const char *search, *count_words;
	const struct safe_url *page_url; /* without a question */
	size_t goal_count, domain_count, group_count;
	const struct law_choice *goals, *domains;
	struct law_group groups[LAW_GROUPS_MAX];
};

struct law_page_view {
	struct shell shell;
	struct law_found_view found;
	const char *from; /* see struct law_origin */
	const char *back_words;
	const struct safe_url *back; /* to the plan, or NULL */
};

/* GET /wet, GET /wet?zoek=…, ?bereiken=…, ?domein=… */
void ask_law_page(struct exchange *);
void show_law_page(struct exchange *);
#endif
