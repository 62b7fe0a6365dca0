/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_LAW_ARTICLE_H
#define LMS_WEB_LAW_ARTICLE_H
/*
 * The page of one article: what it says, when it helps and when not, where it
 * stands, who uses it; and the plans that it can be taken to.
 */
#include "web/law/search.h"

/* A draft of the reader: to take the article to, or where it is already. */
struct law_draft_view {
	const char *title;
	bool has_it;
	const struct safe_url *url; /* where it goes, or where it stands */
	int64_t revision;
};

struct law_article_view {
	struct shell shell;
	const struct law *law;
	const char *name, *code;
	const char *limits; /* of a local article: what its kind allows */
	const struct safe_url *limits_url;
	const char *goals, *domain; /* in words; or NULL */
	const char *back_words;
	const struct safe_url *back; /* to the plan, or NULL */
	const struct safe_url *all;  /* the page of the law */
	bool is_local, is_withdrawn;
	size_t draft_count, module_count, casus_count, related_count;
	const struct law_draft_view *drafts;
	const struct law_use *modules, *casussen;
	const struct law_item *related;
};

/* GET /wet/CODE */
void ask_law_article(struct exchange *);
void show_law_article(struct exchange *);
#endif
