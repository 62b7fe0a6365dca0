/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan.h - the input of the rekenkern: one plan as the learner wrote it.
 *
 * Numbers that need not be whole are text ("0.5", "1/3"; rekenregels §11.1),
 * so that what came from a form or a JSON string goes in unchanged. Whole
 * numbers say themselves whether they were given. A NULL string or an empty
 * one is "absent". A zeroed struct is a valid, empty value that is refused
 * with a fault for every required field. Everything is borrowed: the core
 * keeps pointers to these strings in its result, so the plan must live as long.
 */
#ifndef LMS_CALC_PLAN_H
#define LMS_CALC_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "openbaar.h"

RK_OPENBAAR

struct rk_geheel {
	bool gegeven;
	int64_t waarde;
};
#define RK_GEHEEL(n) ((struct rk_geheel){true, (n)})

/* true/false that may be silent (rekenregels §11.1, "Optional keys"). */
enum rk_janee { RK_ONBEKEND, RK_NEE, RK_JA };

enum rk_scenario_naam { RK_HUIDIG, RK_DREIGEND, RK_DOORBRAAK, RK_SCENARIOS };

/* One share of a line: rekenregels §1 `betalers`. */
struct rk_deel {
	const char *betaler;
	const char *deel;
};

/* One line: rekenregels §1. Units: tarief in eurocent per `per`. */
struct rk_regel {
	const char *id;
	const char *persoon; /* "HH" or an id of the huishouden */
	const char *code;
	const char *omschrijving; /* optional, unused by the sum */
	const char *domein;
	const char *wet;
	const char *betaler; /* this, or betalers */
	const struct rk_deel *betalers;
	size_t aantal_betalers;
	const char *aard; /* dienst, overdracht, schade */
	const char *rol;  /* lopend, interventie */
	struct rk_geheel tarief_eurocent;
	const char *hoeveelheid;
	const char *per;	      /* eenmalig, dag, week, maand, jaar */
	const char *duur_aantal;      /* absent when eenmalig */
	const char *duur_eenheid;     /* dag, week, maand, jaar */
	struct rk_geheel start_maand; /* absent: 1 */
	const char *kans;	      /* absent: 1 */
	/* Change no amount (rekenregels §8, §11.1); all optional. */
	const char *stopreden;
	const char *eenheid_tarief;
	enum rk_janee verblijf24;
	const char *zekerheid;		 /* official, published, illustrative */
	const char *kasstroom;		 /* variabel, beschikbaarheid */
	struct rk_geheel prijspeil_jaar; /* of the tariff */
	enum rk_janee verlengde_jeugdhulp;
	const char *gebeurtenis; /* the event that the line is a part of */
	enum rk_janee ernstig;
};

struct rk_persoon {
	const char *id;
	const char *rol; /* optional; alleenstaande, ouder, kind, ... */
	struct rk_geheel leeftijd;
	const char *naam; /* optional: how signals call this person */
};

struct rk_regels {
	const struct rk_regel *regels;
	size_t aantal;
};

/* One plan: rekenregels §1 and §11. */
struct rk_plan {
	const char *rekenregels_versie; /* "1" */
	const char *afronding;		/* optional, one value is known */
	struct rk_geheel horizon_jaren;
	const char *disconto_pct;
	struct rk_geheel weken_per_jaar; /* optional, only 52 */
	struct rk_geheel dagen_per_jaar; /* optional, only 365 */
	const char *kans_dreigend;	 /* optional */
	const char *slaagkans;		 /* optional, needs kans_dreigend */
	const struct rk_persoon *huishouden;
	size_t aantal_personen;
	struct rk_regels scenarios[RK_SCENARIOS];
	struct rk_geheel prijspeil_jaar; /* optional, of the whole sum */
	enum rk_janee plan_b;		 /* optional: is there one? */
	/* Of no effect, all optional; a result carries them on. */
	const char *id;
	const char *versie;
	const char *tarieventabel_versie; /* which tables it was made with */
};

/* What a tariff table says of a code; fields that it lacks are 0 or NULL. */
struct rk_tarief_rij {
	const char *code;
	const char *eenheid; /* uur, dagdeel, dag, etmaal, week, ... */
	enum rk_janee verblijf24;
	const char *zekerheid;
	const char *kasstroom;
	int prijspeil_jaar;
	const char *gebeurtenis;
	enum rk_janee ernstig;
};

struct rk_tarieventabel {
	const struct rk_tarief_rij *rijen;
	size_t aantal;
	bool gesorteerd; /* by code (strcmp): found faster */
};

RK_OPENBAAR_EINDE

#endif
