/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * resultaat.h - the output of the rekenkern (rekenregels §5, §8, §11).
 *
 * All money is in whole eurocents and within +-(2^53 - 1). Everything lives
 * in the memory that the caller gave to rk_bereken(), or is borrowed from the
 * plan (names, ids). Lists of names are in byte order (strcmp).
 */
#ifndef LMS_CALC_RESULTAAT_H
#define LMS_CALC_RESULTAAT_H

#include "openbaar.h"
#include "plan.h"

RK_OPENBAAR

/* A fault in the plan: rekenregels §11 "Errors". */
struct rk_fout {
	const char *pad;    /* "scenarios.huidig[2].hoeveelheid" */
	const char *uitleg; /* "negatief": Dutch, no full stop */
	int scenario;	    /* enum rk_scenario_naam, or -1 */
	int regel;	    /* index in the scenario, or -1 */
	const char *veld;   /* "hoeveelheid": the key at fault, never NULL */
};

struct rk_fouten {
	struct rk_fout *lijst;
	size_t aantal;
	size_t ruimte; /* the library's own */
};

struct rk_post {
	const char *naam;
	int64_t eurocent;
};

struct rk_verdeling {
	struct rk_post *posten;
	size_t aantal;
	size_t ruimte; /* the library's own */
};

struct rk_regel_bedrag {
	const char *id;
	int64_t totaal;
	int64_t *per_jaar; /* horizon_jaren of them */
};

/* Money that moves with use, capacity that is there anyway; §5. */
struct rk_kasstroom {
	int64_t variabel;
	int64_t beschikbaarheid;
	int64_t onbekend;
};

struct rk_scenario {
	struct rk_regel_bedrag *regels; /* in the order of the plan */
	size_t aantal_regels;
	int64_t *per_jaar; /* horizon_jaren of them */
	struct rk_verdeling per_wet;
	struct rk_verdeling per_domein;
	struct rk_verdeling per_betaler;
	int64_t totaal;
	int64_t totaal_publiek;
	int64_t waarvan_overdrachten;
	int64_t interventiekosten;
	int64_t interventiekosten_cw;
	int64_t contante_waarde;
	struct rk_kasstroom kasstroom; /* together totaal */
	int64_t waarvan_voorbeeld;     /* by illustrative tariffs */
	struct rk_verdeling voorbeeld_per_wet;
};

#define RK_NIET_TERUGVERDIEND (-1)

/* Reference minus doorbraak; positive is a gain: rekenregels §5. */
struct rk_modus {
	struct rk_verdeling baten_per_wet;
	struct rk_verdeling baten_per_domein;
	struct rk_verdeling baten_per_betaler;
	int64_t vrijval;
	int64_t extra_inzet;
	int64_t totale_baten;
	int64_t totale_baten_excl_overdrachten;
	int64_t totale_baten_publiek;
	int64_t contante_waarde;
	int terugverdientijd_maand;    /* or RK_NIET_TERUGVERDIEND */
	struct rk_kasstroom kasstroom; /* together totale_baten */
};

enum rk_duiding {
	RK_ALTIJD_VOORDELIG,
	RK_NOOIT_VOORDELIG,
	RK_VOORDELIG_VANAF,
	RK_VOORDELIG_TOT,
};

struct rk_break_even {
	int64_t teller;
	int64_t noemer;
	const char *decimaal4; /* NULL when noemer is 0 */
	enum rk_duiding duiding;
	int64_t een_op;	 /* "1 op de n", n = floor(1/p); 0: not to be said */
	int drempel_pct; /* p* in whole percents, to the safe side; -1: none */
};

struct rk_verwachting {
	bool gegeven; /* the plan has kans_dreigend */
	const char *kans_dreigend;
	int64_t verwacht_nulalternatief;
	int64_t verwachte_baten;
	bool met_slaagkans; /* the plan has slaagkans: the rest is filled */
	const char *slaagkans;
	int64_t verwachte_plankosten;
	int64_t verwachte_baten_met_slaagkans;
	const char *break_even_slaagkans; /* NULL when there is none */
};

enum rk_modus_naam { RK_TOV_HUIDIG, RK_TOV_DREIGEND, RK_MODI };

/* A payer that pays more while the whole gains: rekenregels §5. */
struct rk_verkeerde_zak {
	enum rk_modus_naam modus;
	const char *betaler;
	int64_t tekort; /* what makes the payer whole, > 0 */
	const char *medefinancier;
	int64_t baat_medefinancier;
};

/*
 * RK_LET_OP: the sum may be right, think again. RK_WAARSCHUWING: it is
 * probably wrong. RK_ONMOGELIJK ("fout"): it cannot be right.
 */
enum rk_ernst { RK_LET_OP, RK_WAARSCHUWING, RK_ONMOGELIJK };

/* A remark that changes no amount: rekenregels §8. */
struct rk_signaal {
	const char *code; /* "W1" */
	enum rk_ernst ernst;
	const char **paden; /* what it is about: lines, or "plan_b" */
	size_t aantal_paden;
	const char *tekst; /* Dutch, whole sentences */
};

struct rk_resultaat {
	const char *rekenregels_versie;
	/* What the plan says of itself, borrowed; NULL: nothing (§1, §11.1). */
	const char *plan_id;
	const char *plan_versie;
	const char *tarieventabel_versie;
	struct rk_geheel prijspeil_jaar;
	int horizon_jaren;
	struct rk_scenario scenarios[RK_SCENARIOS];
	struct rk_modus modi[RK_MODI];
	int64_t voorkomen_verergering;
	struct rk_break_even break_even_kans;
	struct rk_verwachting verwachting;
	struct rk_verkeerde_zak *verkeerde_zak;
	size_t aantal_verkeerde_zak;
	struct rk_signaal *signalen;
	size_t aantal_signalen;
};

RK_OPENBAAR_EINDE

#endif
