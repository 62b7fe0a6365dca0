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

/* Where a line ends: in the month after `heel` it still costs `deel`. */
struct einde {
	int64_t heel; /* months from the beginning of the horizon */
	bool met_deel;
	struct rk_getal deel;
};

/*
 * 120 dagen from month 3 on, at 60,00 a day: 2 + 120 x 12/365 = 5 345/365
 * months, so heel is 5 and deel is 1.825,00 x 345/365 = 1.725,00.
 */
static void
zoek_einde(struct einde *uit, struct rk_rekenaar *r, const struct rk_loop *l,
    int maanden)
{
	struct rk_getal rest;

	uit->heel = maanden;
	uit->met_deel = false;
	if (rk_vergelijk(r, l->termijn.eind, rk_heel(r, maanden)) >= 0)
		return;
	uit->heel = rk_geheel_deel(l->termijn.eind);
	rest = rk_min(r, l->termijn.eind, rk_heel(r, uit->heel));
	uit->met_deel = rk_teken(rest) > 0;
	if (uit->met_deel)
		uit->deel = rk_maal(r, rest, l->tempo);
}

/* The end of each line; *kgv takes in the noemers of all that it costs. */
static struct einde *
zoek_einden(const struct rk_berekening *b, enum rk_scenario_naam naam,
    struct rk_getal *kgv)
{
	struct rk_rekenaar *r = b->rekenaar;
	size_t n = b->plan->aantal[naam], i;
	int maanden = 12 * b->plan->horizon_jaren;
	struct einde *uit = rk_alloc(r->memory, n * sizeof(*uit));

	for (i = 0; i < n; i++) {
		const struct rk_loop *l = &b->lopen[naam][i];

		if (l->termijn.begin >= maanden)
			continue;
		zoek_einde(&uit[i], r, l, maanden);
		*kgv = rk_kgv(r, *kgv, l->tempo);
		if (uit[i].met_deel)
			*kgv = rk_kgv(r, *kgv, uit[i].deel);
	}
	return uit;
}

/* The changes of the monthly cost by one line, in the months of the horizon. */
static void
tel_regel(struct rk_maandreeks *uit, const struct rk_berekening *b,
    const struct rk_loop *l, const struct einde *einde, struct rk_getal kgv)
{
	struct rk_rekenaar *r = b->rekenaar;
	int64_t maanden = 12 * b->plan->horizon_jaren;
	struct rk_getal *bij = uit->stand, bedrag = rk_op_kgv(r, l->tempo, kgv);

	bij[l->termijn.begin] = rk_plus(r, bij[l->termijn.begin], bedrag);
	if (einde->heel >= maanden)
		return;
	bij[einde->heel] = rk_min(r, bij[einde->heel], bedrag);
	if (!einde->met_deel)
		return;
	bedrag = rk_op_kgv(r, einde->deel, kgv);
	bij[einde->heel] = rk_plus(r, bij[einde->heel], bedrag);
	if (einde->heel + 1 < maanden)
		bij[einde->heel + 1] = rk_min(r, bij[einde->heel + 1], bedrag);
}

static void
stapel(struct rk_maandreeks *uit, const struct rk_berekening *b,
    enum rk_scenario_naam naam, const struct einde *einden, struct rk_getal kgv)
{
	struct rk_rekenaar *r = b->rekenaar;
	int maand, maanden = 12 * b->plan->horizon_jaren;
	struct rk_getal tempo = rk_heel(r, 0), stand = tempo;
	size_t i;

	for (maand = 0; maand < maanden; maand++)
		uit->stand[maand] = tempo;
	for (i = 0; i < b->plan->aantal[naam]; i++)
		if (b->lopen[naam][i].termijn.begin < maanden)
			tel_regel(uit, b, &b->lopen[naam][i], &einden[i], kgv);
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
	struct einde *einden[RK_SCENARIOS];
	int s;

	for (s = 0; s < RK_SCENARIOS; s++)
		einden[s] = zoek_einden(b, (enum rk_scenario_naam)s, &kgv);
	for (s = 0; s < RK_SCENARIOS; s++)
		stapel(&uit[s], b, (enum rk_scenario_naam)s, einden[s], kgv);
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
