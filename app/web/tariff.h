/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_TARIFF_H
#define LMS_WEB_TARIFF_H
/*
 * An organisation's own tariffs, for its admin: what there is, a new table as
 * a file or pasted, what it would change, and earlier versions.
 */
#include "core/tariff_csv.h"
#include "store/tariff.h"
#include "web/exchange.h"
#include "web/shell.h"

struct tariff_row {
	const char *code, *name, *price, *about; /* about: year, certainty */
	const char *general; /* beside the general table, in words */
};

struct tariff_past {
	const char *title, *words;
	const struct safe_url *url; /* NULL: this one is in use */
};

struct tariff_view {
	struct shell shell;
	const char *news;    /* what was just done, or NULL */
	const char *summary; /* what there is now */
	size_t row_count, past_count, fault_count;
	const struct tariff_row *rows;
	const struct tariff_past *past;
	const char *const *faults; /* one a line: where, what, the remedy */
	const char *typed;	   /* the table as text, kept after a fault */
	bool has_own;
	const char *general; /* "105 tarieven" */
};

struct tariff_preview_row {
	const char *what, *code, *name, *old, *new, *difference;
};

struct tariff_preview_view {
	struct shell shell;
	const char *title, *summary, *act_words;
	const char *refused; /* why an act was not done, or NULL */
	const struct safe_url *action;
	const char *id, *basis;
	const char *table;  /* to load: the rows as text; or NULL */
	const char *number; /* to put back: the version; or NULL */
	size_t row_count;
	const struct tariff_preview_row *rows;
	bool has_change;
};

void ask_tariffs(struct exchange *);
void show_tariffs(struct exchange *);
void ask_tariff_download(struct exchange *);
void show_tariff_download(struct exchange *);
/* tariff_load.c: a new table, and an earlier one again. */
void ask_tariff_preview(struct exchange *);
void show_tariff_preview(struct exchange *);
void ask_tariff_load(struct exchange *);
void show_tariff_load(struct exchange *);
void ask_tariff_version(struct exchange *);
void show_tariff_version(struct exchange *);
void ask_tariff_put_back(struct exchange *);
void show_tariff_put_back(struct exchange *);

/* The page of the table, with the faults of what was sent; code 200 or 422. */
void tariff_page_answer(struct exchange *, int code, const char *typed,
    const struct tariff_file *);
/* The newest version's number, 0 without one. */
int tariff_newest(const struct exchange *);
#endif
