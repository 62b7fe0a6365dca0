/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_OUTCOME_H
#define LMS_WEB_OUTCOME_H
/*
 * What the plans that were handed in show together. For a coach: of the own
 * teams, and every number leads to the plans behind it. For an administrator,
 * who may not read those: of the organisation, without what is about fewer
 * than ten plans (core/suppress.h). Words before euros, the three values
 * equally large, the two modes beside each other and never added.
 */
#include "core/outcome.h"
#include "web/bars.h"
#include "web/exchange.h"
#include "web/shell.h"

/* At most so many plans are added up, and so many are listed. */
enum { OUTCOME_PLANS_MAX = 1000, OUTCOME_LISTED_MAX = 200 };

struct outcome_choice {
	const char *name;
	const struct safe_url *url;
	bool is_here;
};
struct outcome_choices {
	const char *label;
	size_t count; /* 0: there is nothing to choose */
	const struct outcome_choice *items;
};

/* "In 3 van de 7 plannen ontbreekt …", with the plans it is about. */
struct outcome_fact {
	const char *words;
	const char *go; /* "Bekijk deze plannen"; NULL: there is no way */
	const struct safe_url *url;
};
struct outcome_facts {
	size_t count;
	struct outcome_fact *items;
};

/* A law, a payer or a team in both modes. */
struct outcome_row {
	const char *name;
	const struct safe_url *url; /* NULL: there is no way */
	const char *sum[RK_MODI], *average[RK_MODI], *plans[RK_MODI];
	bool is_hidden[RK_MODI]; /* the sum is words */
};
struct outcome_table {
	const char *id, *title, *head; /* head: of the first column */
	size_t count;
	struct outcome_row *items;
};

struct outcome_mode {
	const char *id, *title, *words, *average;
	const char *payers; /* who pays most, who benefits most; or "" */
	struct bars bars;
};

/* Plans over one number of years. */
struct outcome_years {
	const char *id, *title; /* "Plannen over één jaar" */
	const char *averages;	/* of how many plans; or NULL */
	struct outcome_mode mode[RK_MODI];
	struct outcome_table laws, payers, flows, teams; /* teams: outsiders
							    only */
};

struct outcome_listed {
	const char *person, *casus, *handed_in, *signals;
	const char *gain[RK_MODI]; /* "–": not to be computed */
	const struct safe_url *url;
};

struct outcome_view {
	struct shell shell;
	bool is_outsider;
	const char *title, *lead;
	const char *limit; /* that the limit bites; or NULL */
	struct outcome_choices teams, casussen;
	size_t plan_count;
	bool has_team; /* there is anybody who could hand in */
	bool is_too_few; /* for an outsider to see any of it */
	struct outcome_facts signals, betrokkenheid, legitimiteit, rendement;
	size_t years_count;
	struct outcome_years years[RK_MAX_HORIZON];
	const char *listed_title, *listed_words; /* words: or NULL */
	const struct safe_url *all_url;		 /* NULL: all are listed */
	size_t listed_count;
	struct outcome_listed *listed;
};

/* GET /team/uitkomsten?team=3&cursus=…&casus=…&signaal=W1 */
void ask_outcomes(struct exchange *);
void show_outcomes(struct exchange *);
/* GET /beheer/uitkomsten */
void ask_all_outcomes(struct exchange *);
void show_all_outcomes(struct exchange *);
#endif
