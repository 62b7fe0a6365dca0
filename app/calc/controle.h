/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * controle.h - judges a plan and turns its text into numbers, once:
 * rekenregels §8 (E1, E2, E4), §11 "Limits" and "Errors", §11.1.
 */
#ifndef LMS_CALC_CONTROLE_H
#define LMS_CALC_CONTROLE_H

#include "calc/lees.h"
#include "calc/register.h"
#include "calc/termijn.h"

/* A line whose numbers are known to be within the limits. */
struct rk_gekeurde_regel {
	const struct rk_regel *bron;
	const struct rk_tarief_rij
	    *rij; /* of its code, or NULL; tarieventabel.h */
	struct rk_getal hoeveelheid;
	struct rk_getal kans;
	struct rk_getal duur;	/* in duur_eenheid; not for eenmalig */
	struct rk_getal *delen; /* per bron->betalers, together 1 */
	enum rk_per per;
	enum rk_per duur_eenheid;
	int start_maand;
	int64_t vijfden; /* of its tariff, of a plan changed by §7; 0: all */
	bool overdracht;
	bool interventie;
};

struct rk_gekeurd {
	const struct rk_plan *plan;
	struct rk_register personen; /* of plan->huishouden */
	int horizon_jaren;
	struct rk_getal disconto_pct;
	struct rk_getal kans_dreigend;
	struct rk_getal slaagkans;
	struct rk_gekeurde_regel *regels[RK_SCENARIOS];
	size_t aantal[RK_SCENARIOS];
};

/* Where a fault belongs; scenario and regel are -1 outside the lines. */
struct rk_plek {
	struct rk_fouten *fouten;
	struct rk_rekenaar *rekenaar;
	const struct rk_plan *plan;
	const struct rk_register *personen;
	int scenario;
	int regel;
	const char *lijst; /* when set, the field is that of lijst[plaats] */
	size_t plaats;
};

/* Adds a fault at plek; veld may be "" for the line itself. */
void rk_fout_bij(const struct rk_plek *, const char *veld, const char *uitleg);

/* True when the text is there; else adds "ontbreekt". */
bool rk_is_gegeven(const struct rk_plek *, const char *veld, const char *s);

/* A text that is given, or the fault; optional when standaard is set. */
void rk_keur_getal(struct rk_getal *uit, const struct rk_plek *,
    const char *veld, const char *s, const struct rk_grens *);

/* The place in a closed list; 0 and a fault when absent or unknown. */
int rk_keur_woord(const struct rk_plek *, const char *veld, const char *s,
    const struct rk_woordenlijst *);

/* True when a whole number is given within the bounds; else a fault. */
bool rk_keur_geheel(const struct rk_plek *, const char *veld, struct rk_geheel,
    int64_t van, int64_t tot);

/* One line but for its id, in controle_regel.c. */
void rk_keur_regel(struct rk_gekeurde_regel *uit, const struct rk_plek *,
    const struct rk_regel *);

/* The whole plan. uit is to be used only when no fault was added. */
void rk_keur(struct rk_gekeurd *uit, struct rk_fouten *, struct rk_rekenaar *,
    const struct rk_plan *);

#endif
