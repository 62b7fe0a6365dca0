/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dashboard.h - sums and averages over plans (rekenregels §5 "Dashboard").
 *
 * Zero the struct, rk_dashboard_tel_op() for each result, then
 * rk_dashboard_gemiddelde(). Never adds the two modes (rekenregels §6).
 */
#ifndef LMS_CALC_DASHBOARD_H
#define LMS_CALC_DASHBOARD_H

#include "openbaar.h"
#include "rekenkern.h"

RK_OPENBAAR

/* The part of one result that a dashboard reads, for one mode. */
struct rk_dashboard_modus {
	struct rk_verdeling baten_per_stroom; /* per wet */
	struct rk_verdeling baten_per_domein;
	struct rk_verdeling baten_per_betaler;
	struct rk_verdeling kasstroom; /* §5: rk_kasstroom_verdeling() */
	int64_t totale_baten;
};

/* The kinds of kasstroom that are not 0, by name, in a list of 3 places. */
#define RK_MAX_KASSTROMEN 3
struct rk_verdeling rk_kasstroom_verdeling(
    struct rk_post posten[RK_MAX_KASSTROMEN], const struct rk_kasstroom *);

struct rk_dashboard {
	int64_t aantal_plannen;
	struct rk_dashboard_modus modi[RK_MODI];
	int horizon_jaren; /* of the results that were added; 0: not known */
};

/*
 * Adds one result. New names are copied into memory, so the result may be
 * thrown away; memory grows with the number of different names only. False,
 * and nothing added, when a sum would leave +-(2^53 - 1) eurocent.
 */
bool rk_dashboard_tel_op(struct rk_dashboard *,
    const struct rk_dashboard_modus modi[RK_MODI], const struct rk_memory *)
    __attribute__((warn_unused_result));

/*
 * The same from a result of rk_bereken(). Refused too: a result of other
 * rekenregels, or over another horizon than the results before it
 * (rekenregels §11.1 "Dashboard"): 1 year after 3 years is not added.
 */
bool rk_dashboard_tel_resultaat_op(struct rk_dashboard *,
    const struct rk_resultaat *, const struct rk_memory *)
    __attribute__((warn_unused_result));

/* Half-up, symmetrical: total / n in eurocent; 0 when there are no plans. */
int64_t
rk_dashboard_gemiddelde(const struct rk_dashboard *, enum rk_modus_naam);

/*
 * The same of one of its sums, over n plans: 2.556.439,00 over 580 is
 * 4.407,65 (V10). 0 when n is 0.
 */
int64_t rk_gemiddelde(int64_t totaal, int64_t n);

RK_OPENBAAR_EINDE

#endif
