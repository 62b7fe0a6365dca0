/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * gevoeligheid.h - what the outcome does when a judgement is another one:
 * rekenregels §7. A question of its own, after rk_bereken(): whoever sums
 * many plans need not pay for it.
 */
#ifndef LMS_CALC_GEVOELIGHEID_H
#define LMS_CALC_GEVOELIGHEID_H

#include "openbaar.h"
#include "rekenkern.h"

RK_OPENBAAR

enum { RK_KANSEN = 5, RK_SLAAGKANSEN = 2, RK_TARIEVEN = 3, RK_HORIZONNEN = 2 };

/* With p at 0, 1/4, 1/2, 3/4 and 1, as rk_verwachting without slaagkans. */
struct rk_bij_kans {
	const char *kans_dreigend; /* "0.25" */
	int64_t verwacht_nulalternatief;
	int64_t verwachte_baten;
};

/* With q at 1/2 and 3/4, at the plan's own p. */
struct rk_bij_slaagkans {
	bool bekend; /* false: an amount would be beyond RK_MAX_BEDRAG */
	const char *slaagkans;
	int64_t verwachte_plankosten;
	int64_t verwachte_baten;
};

/* totale_baten of both modes (never added: §6) and p*. */
struct rk_uitkomst {
	bool bekend; /* false: an amount would be beyond RK_MAX_BEDRAG */
	int64_t totale_baten[RK_MODI];
	struct rk_break_even break_even_kans;
};

/*
 * One of the largest lines, its tariff 20 % lower and higher. Lines with the
 * same code and tariff are the same tariff: they move with it, and count once
 * among the largest. The tariff is not rounded, only the year amounts are.
 */
struct rk_bij_tarief {
	enum rk_scenario_naam scenario;
	size_t
	    regel; /* the largest line with it: scenarios.<scenario>[regel] */
	int64_t bedrag;	      /* of that line, over the horizon */
	size_t aantal_regels; /* that move along, itself included */
	struct rk_uitkomst lager;
	struct rk_uitkomst hoger;
};

struct rk_bij_horizon {
	int horizon_jaren;
	struct rk_uitkomst uitkomst;
};

struct rk_gevoeligheid {
	struct rk_bij_kans kansen[RK_KANSEN];
	size_t aantal_slaagkansen; /* 0 when the plan has no kans_dreigend */
	struct rk_bij_slaagkans slaagkansen[RK_SLAAGKANSEN];
	size_t aantal_tarieven; /* fewer when there are no three with money */
	struct rk_bij_tarief tarieven[RK_TARIEVEN];
	struct rk_bij_horizon horizonnen[RK_HORIZONNEN]; /* 1 and 3 years */
	const char *tekst; /* p* in one Dutch sentence */
};

/*
 * V1: p at 0 gives -5.784,00, at 1/4 15.500,55, at 1/2 36.785,10, at 3/4
 * 58.069,65 and at 1 79.354,20; "voordelig als de dreiging in ten minste 1 op
 * de 14 gevallen werkelijkheid wordt". Gezinshuis 29.446,20 is its largest
 * line; 20 % less of it is 5.889,24 less to avoid: 73.464,96, and p* becomes
 * 5.784,00 / 79.248,96 = 0,0730.
 *
 * resultaat is what rk_bereken() made of this plan; RK_GEWEIGERD and *uit NULL
 * when it is of another. Lives in memory, borrows from plan and resultaat.
 */
enum rk_status rk_gevoeligheid(struct rk_gevoeligheid **uit,
    const struct rk_plan *plan, const struct rk_resultaat *resultaat,
    const struct rk_memory *memory) __attribute__((warn_unused_result));

RK_OPENBAAR_EINDE

#endif
