/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * dashboard.c - sums and averages over plans: rekenregels §5 "Dashboard".
 *
 * Each result is checked against every sum before anything is added, so a
 * refused one leaves the dashboard as it was.
 */
#include "calc/dashboard.h"

#include <stdlib.h>
#include <string.h>

#include "calc/geheugen.h"
#include "calc/getal.h"
#include "calc/verdeling.h"

/* Both within +-2^53 before, so the sum fits in 64 bits. */
static bool
past(const struct rk_verdeling *som, const struct rk_verdeling *erbij)
{
	size_t i = 0, k;

	for (k = 0; k < erbij->aantal; k++) {
		const struct rk_post *post = &erbij->posten[k];

		if (!rk_bedrag_past(post->eurocent))
			return false;
		for (i = 0; i < som->aantal; i++)
			if (strcmp(som->posten[i].naam, post->naam) == 0 &&
			    !rk_bedrag_past(
				som->posten[i].eurocent + post->eurocent))
				return false;
	}
	return true;
}

static bool
modus_past(const struct rk_dashboard_modus *som,
    const struct rk_dashboard_modus *erbij)
{
	return rk_bedrag_past(erbij->totale_baten) &&
	       rk_bedrag_past(som->totale_baten + erbij->totale_baten) &&
	       past(&som->baten_per_stroom, &erbij->baten_per_stroom) &&
	       past(&som->baten_per_domein, &erbij->baten_per_domein) &&
	       past(&som->baten_per_betaler, &erbij->baten_per_betaler) &&
	       past(&som->kasstroom, &erbij->kasstroom);
}

static void
tel_verdeling(struct rk_verdeling *som, const struct rk_verdeling *erbij,
    const struct rk_memory *m)
{
	size_t i;

	for (i = 0; i < erbij->aantal; i++) {
		size_t voor = som->aantal;
		struct rk_post *post =
		    rk_verdeling_post(som, m, erbij->posten[i].naam);

		if (som->aantal > voor) /* the name must outlive erbij */
			post->naam = rk_tekst(m, "%s", post->naam);
		post->eurocent += erbij->posten[i].eurocent;
	}
}

bool
rk_dashboard_tel_op(struct rk_dashboard *d,
    const struct rk_dashboard_modus modi[RK_MODI], const struct rk_memory *m)
{
	int i;

	for (i = 0; i < RK_MODI; i++)
		if (!modus_past(&d->modi[i], &modi[i]))
			return false;
	for (i = 0; i < RK_MODI; i++) {
		struct rk_dashboard_modus *som = &d->modi[i];

		som->totale_baten += modi[i].totale_baten;
		tel_verdeling(
		    &som->baten_per_stroom, &modi[i].baten_per_stroom, m);
		tel_verdeling(
		    &som->baten_per_domein, &modi[i].baten_per_domein, m);
		tel_verdeling(
		    &som->baten_per_betaler, &modi[i].baten_per_betaler, m);
		tel_verdeling(&som->kasstroom, &modi[i].kasstroom, m);
	}
	d->aantal_plannen++;
	return true;
}

struct rk_verdeling
rk_kasstroom_verdeling(struct rk_post posten[RK_MAX_KASSTROMEN],
    const struct rk_kasstroom *kasstroom)
{
	const struct rk_post alle[RK_MAX_KASSTROMEN] = {
	    {"beschikbaarheid", kasstroom->beschikbaarheid},
	    {"onbekend", kasstroom->onbekend},
	    {"variabel", kasstroom->variabel}};
	struct rk_verdeling uit = {posten, 0, RK_MAX_KASSTROMEN};
	int i;

	for (i = 0; i < RK_MAX_KASSTROMEN; i++)
		if (alle[i].eurocent != 0)
			posten[uit.aantal++] = alle[i];
	return uit;
}

bool
rk_dashboard_tel_resultaat_op(struct rk_dashboard *d,
    const struct rk_resultaat *resultaat, const struct rk_memory *m)
{
	struct rk_dashboard_modus modi[RK_MODI];
	struct rk_post posten[RK_MODI][RK_MAX_KASSTROMEN];
	int i;

	if (strcmp(resultaat->rekenregels_versie, RK_REKENREGELS_VERSIE) != 0)
		return false;
	if (d->horizon_jaren > 0 &&
	    d->horizon_jaren != resultaat->horizon_jaren)
		return false;
	for (i = 0; i < RK_MODI; i++)
		modi[i] = (struct rk_dashboard_modus){
		    resultaat->modi[i].baten_per_wet,
		    resultaat->modi[i].baten_per_domein,
		    resultaat->modi[i].baten_per_betaler,
		    rk_kasstroom_verdeling(
			posten[i], &resultaat->modi[i].kasstroom),
		    resultaat->modi[i].totale_baten};
	if (!rk_dashboard_tel_op(d, modi, m))
		return false;
	d->horizon_jaren = resultaat->horizon_jaren;
	return true;
}

int64_t
rk_gemiddelde(int64_t totaal, int64_t n)
{
	struct rk_rekenaar r = {0}; /* 64-bit numbers need no GMP, no memory */
	int64_t uit;

	if (n == 0)
		return 0;
	if (!rk_afronden(&uit, rk_breuk(&r, totaal, n)))
		abort();
	return uit;
}

int64_t
rk_dashboard_gemiddelde(const struct rk_dashboard *d, enum rk_modus_naam naam)
{
	return rk_gemiddelde(d->modi[naam].totale_baten, d->aantal_plannen);
}
