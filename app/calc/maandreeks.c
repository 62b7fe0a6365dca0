/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * maandreeks.c - exact cumulative cost per month: rekenregels §5.
 *
 * A line costs `tempo` in each whole month and a part of it in its last. So
 * it changes the monthly cost at two or three months only: those changes are
 * kept, all brought under one denominator (then whole numbers are added, even
 * when lines have many different denominators), and summed twice.
 */
#include "calc/maandreeks.h"

#include "calc/geheugen.h"

#define MAX_STAPPEN 3

/* From this month on, the cost per month is higher by `bedrag`. */
struct stap {
	int64_t maand; /* 0 is the first */
	struct rk_getal bedrag;
};

static size_t
stappen_van(struct stap uit[MAX_STAPPEN], struct rk_getal *kgv,
    struct rk_rekenaar *r, const struct rk_loop *l)
{
	struct rk_getal nul = rk_heel(r, 0), deel;
	int64_t eind = rk_geheel_deel(l->termijn.eind);

	*kgv = rk_kgv(r, *kgv, l->tempo);
	uit[0] = (struct stap){l->termijn.begin, l->tempo};
	deel = rk_min(r, l->termijn.eind, rk_heel(r, eind));
	if (rk_teken(deel) == 0) {
		uit[1] = (struct stap){eind, rk_min(r, nul, l->tempo)};
		return 2;
	}
	deel = rk_maal(r, l->tempo, deel); /* what the last month costs */
	*kgv = rk_kgv(r, *kgv, deel);
	uit[1] = (struct stap){eind, rk_min(r, deel, l->tempo)};
	uit[2] = (struct stap){eind + 1, rk_min(r, nul, deel)};
	return 3;
}

struct stappen {
	struct stap *rij;
	size_t aantal;
};

/* All steps of a scenario within the horizon; *kgv takes in their noemers. */
static struct stappen
verzamel(const struct rk_berekening *b, enum rk_scenario_naam naam,
    struct rk_getal *kgv)
{
	struct rk_rekenaar *r = b->rekenaar;
	size_t n = b->plan->aantal[naam], i, k;
	int maanden = 12 * b->plan->horizon_jaren;
	struct stappen uit = {
	    rk_alloc(r->memory, n * MAX_STAPPEN * sizeof(struct stap)), 0};

	for (i = 0; i < n; i++) {
		struct stap stappen[MAX_STAPPEN];
		size_t aantal =
		    stappen_van(stappen, kgv, r, &b->lopen[naam][i]);

		for (k = 0; k < aantal; k++) {
			if (stappen[k].maand >= maanden)
				continue;
			uit.rij[uit.aantal++] = stappen[k];
		}
	}
	return uit;
}

static void
stapel(struct rk_maandreeks *uit, const struct rk_berekening *b,
    const struct stappen *stappen, struct rk_getal kgv)
{
	struct rk_rekenaar *r = b->rekenaar;
	int maand, maanden = 12 * b->plan->horizon_jaren;
	struct rk_getal tempo = rk_heel(r, 0), stand = tempo;
	size_t i;

	for (maand = 0; maand < maanden; maand++)
		uit->stand[maand] = tempo;
	for (i = 0; i < stappen->aantal; i++) {
		struct rk_getal *plek = &uit->stand[stappen->rij[i].maand];

		*plek = rk_plus(
		    r, *plek, rk_op_kgv(r, stappen->rij[i].bedrag, kgv));
	}
	for (maand = 0; maand < maanden; maand++) {
		tempo = rk_plus(r, tempo, uit->stand[maand]);
		stand = rk_plus(r, stand, tempo);
		uit->stand[maand] = stand;
	}
}

void
rk_maandreeksen(
    struct rk_maandreeks uit[RK_SCENARIOS], const struct rk_berekening *b)
{
	struct rk_getal kgv = rk_heel(b->rekenaar, 1);
	struct stappen stappen[RK_SCENARIOS];
	int s;

	for (s = 0; s < RK_SCENARIOS; s++)
		stappen[s] = verzamel(b, (enum rk_scenario_naam)s, &kgv);
	for (s = 0; s < RK_SCENARIOS; s++)
		stapel(&uit[s], b, &stappen[s], kgv);
}

int
rk_terugverdientijd(struct rk_rekenaar *r, const struct rk_maandreeks *ref,
    const struct rk_maandreeks *plan, int maanden)
{
	int maand;

	for (maand = maanden; maand > 0; maand--)
		if (rk_vergelijk(
			r, ref->stand[maand - 1], plan->stand[maand - 1]) < 0)
			break;
	if (maand == 0)
		return 0;
	return maand == maanden ? RK_NIET_TERUGVERDIEND : maand + 1;
}
