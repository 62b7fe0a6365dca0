/* SPDX-License-Identifier: EUPL-1.2 */
/* cijfer.h - the figures of a result: which there are, their paths, values. */
#ifndef LMS_CALC_CIJFER_H
#define LMS_CALC_CIJFER_H

#include "calc/rekenkern.h"

enum rk_cijfer_soort {
	/* Of a scenario; the first two of a line. */
	RK_CIJFER_REGEL,
	RK_CIJFER_REGEL_JAAR,
	RK_CIJFER_JAAR,
	RK_CIJFER_WET,
	RK_CIJFER_DOMEIN,
	RK_CIJFER_BETALER,
	RK_CIJFER_TOTAAL,
	RK_CIJFER_PUBLIEK,
	RK_CIJFER_OVERDRACHTEN,
	RK_CIJFER_INTERVENTIE,
	RK_CIJFER_INTERVENTIE_CW,
	RK_CIJFER_KASSTROOM,
	RK_CIJFER_VOORBEELD,
	RK_CIJFER_VOORBEELD_WET,
	RK_CIJFER_CW,
	/* Of a mode. */
	RK_CIJFER_BAAT_WET,
	RK_CIJFER_BAAT_DOMEIN,
	RK_CIJFER_BAAT_BETALER,
	RK_CIJFER_VRIJVAL,
	RK_CIJFER_EXTRA_INZET,
	RK_CIJFER_BATEN,
	RK_CIJFER_BATEN_EXCL,
	RK_CIJFER_BATEN_PUBLIEK,
	RK_CIJFER_BATEN_CW,
	RK_CIJFER_BAAT_KASSTROOM,
	RK_CIJFER_TERUGVERDIENTIJD,
	/* Of the plan. */
	RK_CIJFER_VERERGERING,
	RK_CIJFER_BREAK_EVEN,
	RK_CIJFER_BREAK_EVEN_TELLER,
	RK_CIJFER_BREAK_EVEN_NOEMER,
	RK_CIJFER_NULALTERNATIEF,
	RK_CIJFER_VERWACHTE_BATEN,
	RK_CIJFER_PLANKOSTEN,
	RK_CIJFER_BATEN_SLAAGKANS,
	RK_CIJFER_BREAK_EVEN_SLAAGKANS,
	RK_CIJFER_ZAK_TEKORT,
	RK_CIJFER_ZAK_BAAT,
};

/* One figure. */
struct rk_cijfer {
	enum rk_cijfer_soort soort;
	int groep;     /* the scenario or the mode */
	size_t nummer; /* the line, the name in its list, the zak, the kind */
	int jaar;      /* 0 is the first */
};

struct rk_cijfers {
	struct rk_cijfer *lijst;
	const char **paden; /* of each, in the same order */
	size_t aantal;
};

/* All figures of a result: per scenario, per mode, then of the plan. */
void rk_cijfers_som_op(struct rk_cijfers *uit, const struct rk_resultaat *,
    const struct rk_memory *);

/* The path of a figure. */
const char *rk_cijfer_pad(
    struct rk_cijfer, const struct rk_resultaat *, const struct rk_memory *);

/* The list of names that a figure is one of; NULL for other figures. */
const struct rk_verdeling *
rk_cijfer_lijst(struct rk_cijfer, const struct rk_resultaat *);

/* Kinds of kasstroom, by nummer: "beschikbaarheid", "onbekend", "variabel". */
#define RK_KASSTROMEN 3
const char *rk_kasstroom_naam(size_t nummer);

/* The amount; not for chances and months. */
int64_t rk_cijfer_eurocent(struct rk_cijfer, const struct rk_resultaat *);

#endif
