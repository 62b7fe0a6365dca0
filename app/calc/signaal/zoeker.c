/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * zoeker.c - what the rules of rekenregels §8 share.
 */
#include "calc/signaal/zoeker.h"

#include <string.h>

#include "calc/geheugen.h"

const char *
rk_regelpad(const struct rk_zoeker *z, enum rk_scenario_naam naam, size_t i)
{
	return rk_tekst(
	    z->memory, "scenarios.%s[%zu]", rk_scenario_tekst(naam), i);
}

struct rk_signaal *
rk_signaal_nieuw(struct rk_zoeker *z, const char *code, enum rk_ernst ernst,
    size_t aantal_paden)
{
	struct rk_resultaat *uit = z->uit;
	struct rk_signaal *s;

	uit->signalen = rk_groei(z->memory, uit->signalen, uit->aantal_signalen,
	    &z->ruimte, sizeof(*uit->signalen));
	s = &uit->signalen[uit->aantal_signalen++];
	s->code = code;
	s->ernst = ernst;
	s->paden = rk_alloc_nul(z->memory, aantal_paden, sizeof(*s->paden));
	s->aantal_paden = aantal_paden;
	return s;
}

bool
rk_is_hh(const struct rk_gekeurde_regel *regel)
{
	return rk_orde(regel->bron->persoon, "HH") == 0;
}

/* The household counts as everyone. */
static bool
zelfde_persoon(
    const struct rk_gekeurde_regel *a, const struct rk_gekeurde_regel *b)
{
	return rk_is_hh(a) || rk_is_hh(b) ||
	       rk_orde(a->bron->persoon, b->bron->persoon) == 0;
}

struct rk_register
rk_op_code(const struct rk_zoeker *z, enum rk_scenario_naam naam)
{
	const struct rk_gekeurd *plan = z->b->plan;
	struct rk_register uit =
	    rk_register_nieuw(z->memory, plan->aantal[naam]);
	size_t i;

	for (i = 0; i < plan->aantal[naam]; i++)
		rk_register_zet(&uit, plan->regels[naam][i].bron->code, i);
	rk_register_sorteer(&uit, z->memory);
	return uit;
}

bool
rk_staat_in(const struct rk_zoeker *z, const struct rk_register *op_code,
    enum rk_scenario_naam naam, const struct rk_gekeurde_regel *regel)
{
	const struct rk_gekeurde_regel *regels = z->b->plan->regels[naam];
	const struct rk_ingang *eind = op_code->rij + op_code->aantal;
	const struct rk_ingang *i =
	    rk_register_eerste(op_code, regel->bron->code);

	for (; i && i < eind && rk_orde(i->id, regel->bron->code) == 0; i++)
		if (zelfde_persoon(&regels[i->index], regel))
			return true;
	return false;
}

const char *
rk_wie(const struct rk_zoeker *z, const char *persoon)
{
	const struct rk_gekeurd *plan = z->b->plan;
	const char *naam =
	    plan->plan->huishouden[rk_register_zoek(&plan->personen, persoon)]
		.naam;

	if (naam && *naam)
		return rk_in_zin(z->memory, naam);
	return rk_tekst(
	    z->memory, "persoon %s", rk_in_zin(z->memory, persoon));
}

int64_t
rk_bedrag_van(
    const struct rk_zoeker *z, enum rk_scenario_naam naam, size_t regel)
{
	return z->uit->scenarios[naam].regels[regel].totaal;
}

const char *
rk_opsomming(const struct rk_zoeker *z, const char *const *woorden, size_t n)
{
	const char *uit = NULL, *vorige = NULL;
	size_t i;

	for (i = 0; i < n; i++) {
		if (!woorden[i])
			continue;
		if (vorige)
			uit = uit ? rk_tekst(z->memory, "%s, %s", uit, vorige)
				  : vorige;
		vorige = woorden[i];
	}
	return uit ? rk_tekst(z->memory, "%s en %s", uit, vorige) : vorige;
}
