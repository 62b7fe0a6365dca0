/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * zoeker.h - what the rules of rekenregels §8 share, and the rules themselves.
 * Each lives in a file of its own, with its paragraph and a worked example.
 */
#ifndef LMS_CALC_SIGNAAL_ZOEKER_H
#define LMS_CALC_SIGNAAL_ZOEKER_H

#include "calc/regel.h"
#include "calc/scenario.h"

struct rk_zoeker {
	struct rk_resultaat *uit; /* all but the signals is complete */
	const struct rk_berekening *b;
	const struct rk_memory *memory;
	size_t ruimte;
};

/* Adds one; the paths and the text are the caller's to fill. */
struct rk_signaal *rk_signaal_nieuw(
    struct rk_zoeker *, const char *code, enum rk_ernst, size_t aantal_paden);

/* "scenarios.huidig[2]" */
const char *
rk_regelpad(const struct rk_zoeker *, enum rk_scenario_naam, size_t regel);

bool rk_is_hh(const struct rk_gekeurde_regel *);

/* The lines of a scenario by their code, sorted. */
struct rk_register rk_op_code(const struct rk_zoeker *, enum rk_scenario_naam);

/* True when a line of that scenario has the code, for the same person. */
bool rk_staat_in(const struct rk_zoeker *, const struct rk_register *,
    enum rk_scenario_naam, const struct rk_gekeurde_regel *);

/* "Sem", or "persoon P4" where the plan has no name; not for HH. */
const char *rk_wie(const struct rk_zoeker *, const char *persoon);

/* What the line costs over the horizon, in eurocent. */
int64_t
rk_bedrag_van(const struct rk_zoeker *, enum rk_scenario_naam, size_t regel);

/* "zorg, veiligheid en wonen": the words that are not NULL. */
const char *
rk_opsomming(const struct rk_zoeker *, const char *const *woorden, size_t n);

/* The rules, in the order in which a reader gets them. */
void rk_zoek_uren(struct rk_zoeker *);		/* E3 */
void rk_zoek_vergeten(struct rk_zoeker *);	/* W1 */
void rk_zoek_dubbel(struct rk_zoeker *);	/* W2 */
void rk_zoek_jeugd(struct rk_zoeker *);		/* W3 */
void rk_zoek_gebeurtenis(struct rk_zoeker *);	/* W4 */
void rk_zoek_betalers(struct rk_zoeker *);	/* W5 */
void rk_zoek_zwaar(struct rk_zoeker *);		/* W6 */
void rk_zoek_oefentarieven(struct rk_zoeker *); /* W7 */
void rk_zoek_prijspeil(struct rk_zoeker *);	/* W8 */
void rk_zoek_goedkoop(struct rk_zoeker *);	/* W10 */
void rk_zoek_overdracht(struct rk_zoeker *);	/* W11 */
void rk_zoek_plan_b(struct rk_zoeker *);	/* W12 */

#endif
