/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * json_dashboard.c - results as JSON back to what a dashboard adds:
 * rekenregels §11 and §11.1 "Dashboard".
 */
#include "calc/programma/json_dashboard.h"

#include <string.h>

#include "calc/geheugen.h"
#include "calc/verdeling.h"

struct lezer {
	struct rk_fouten *fouten;
	const struct rk_memory *memory;
	long regel;
};

static void
meld(struct lezer *l, const char *pad, const char *uitleg)
{
	struct rk_fouten *f = l->fouten;

	f->lijst = rk_groei(
	    l->memory, f->lijst, f->aantal, &f->ruimte, sizeof(*f->lijst));
	f->lijst[f->aantal++] =
	    (struct rk_fout){rk_tekst(l->memory, "regel %ld%s%s", l->regel,
				 *pad ? "." : "", pad),
		uitleg, -1, -1, ""};
}

static int64_t
lees_bedrag(struct lezer *l, const char *pad, const json_t *waarde)
{
	if (!waarde)
		meld(l, pad, "ontbreekt");
	else if (!json_is_integer(waarde))
		meld(l, pad, "geen geheel getal");
	else if (!rk_bedrag_past(json_integer_value(waarde)))
		meld(l, pad, "groter dan 9007199254740991 (2^53 - 1)");
	else
		return json_integer_value(waarde);
	return 0;
}

static struct rk_verdeling
lees_verdeling(struct lezer *l, const char *modus, const char *sleutel,
    const json_t *object)
{
	json_t *verdeling = json_object_get(object, sleutel), *waarde;
	const char *pad = rk_tekst(l->memory, "%s.%s", modus, sleutel);
	struct rk_verdeling uit = {0};
	const char *naam;

	if (!verdeling)
		meld(l, pad, "ontbreekt");
	else if (!json_is_object(verdeling))
		meld(l, pad, "geen object");
	else
		json_object_foreach(verdeling, naam, waarde)
		    rk_verdeling_tel_op(&uit, l->memory, naam,
			lees_bedrag(l,
			    rk_tekst(l->memory, "%s.%s", pad,
				rk_citaat(l->memory, naam)),
			    waarde));
	return uit;
}

static struct rk_dashboard_modus
lees_modus(struct lezer *l, enum rk_modus_naam naam, const json_t *document)
{
	const char *pad = rk_modus_tekst(naam);
	const json_t *object = json_object_get(document, pad);
	struct rk_dashboard_modus uit = {0};

	if (!json_is_object(object)) {
		meld(l, pad, object ? "geen object" : "ontbreekt");
		return uit;
	}
	uit.totale_baten =
	    lees_bedrag(l, rk_tekst(l->memory, "%s.totale_baten", pad),
		json_object_get(object, "totale_baten"));
	uit.baten_per_stroom = lees_verdeling(l, pad, "baten_per_wet", object);
	uit.baten_per_domein =
	    lees_verdeling(l, pad, "baten_per_domein", object);
	uit.baten_per_betaler =
	    lees_verdeling(l, pad, "baten_per_betaler", object);
	if (json_object_get(object, "kasstroom"))
		uit.kasstroom = lees_verdeling(l, pad, "kasstroom", object);
	else /* a result of before there was one */
		rk_verdeling_tel_op(&uit.kasstroom, l->memory, "onbekend",
		    uit.totale_baten);
	return uit;
}

/* The horizon, by name or else by the years that the result shows. */
static int64_t
lees_horizon(struct lezer *l, const json_t *document)
{
	const json_t *waarde = json_object_get(document, "horizon_jaren");
	const json_t *jaren = json_object_get(
	    json_object_get(json_object_get(document, "scenarios"), "huidig"),
	    "per_jaar");
	int64_t uit = waarde ? json_integer_value(waarde)
			     : (int64_t)json_array_size(jaren);

	if (uit < 1 || uit > RK_MAX_HORIZON)
		meld(l, "horizon_jaren",
		    waarde || jaren ? "niet van 1 tot en met 5" : "ontbreekt");
	return uit;
}

static void
keur_versie(struct lezer *l, const json_t *document)
{
	const char *versie =
	    json_string_value(json_object_get(document, "rekenregels_versie"));

	if (!versie)
		meld(l, "rekenregels_versie", "ontbreekt");
	else if (strcmp(versie, RK_REKENREGELS_VERSIE) != 0)
		meld(l, "rekenregels_versie",
		    rk_tekst(l->memory,
			"%s, maar dit programma kent alleen \"%s\"",
			rk_citaat(l->memory, versie), RK_REKENREGELS_VERSIE));
}

void
json_dashboard_tel_op(struct json_dashboard *d, struct rk_fouten *fouten,
    const json_t *document, long regel, const struct rk_memory *kort,
    const struct rk_memory *lang)
{
	struct rk_dashboard_modus modi[RK_MODI];
	struct lezer l = {fouten, kort, regel};
	int64_t horizon;
	int i;

	*fouten = (struct rk_fouten){0};
	if (!json_is_object(document)) {
		meld(&l, "", "geen object");
		return;
	}
	if (json_object_get(document, "fouten")) {
		d->overgeslagen++;
		return;
	}
	keur_versie(&l, document);
	horizon = lees_horizon(&l, document);
	if (d->horizon_jaren > 0 && horizon != d->horizon_jaren)
		meld(&l, "horizon_jaren",
		    rk_tekst(kort,
			"%lld jaar, maar de eerste regel heeft er %lld",
			(long long)horizon, (long long)d->horizon_jaren));
	for (i = 0; i < RK_MODI; i++)
		modi[i] = lees_modus(&l, (enum rk_modus_naam)i, document);
	if (fouten->aantal > 0)
		return;
	if (!rk_dashboard_tel_op(&d->som, modi, lang))
		meld(&l, "", "de som wordt groter dan 2^53 - 1 eurocent");
	else
		d->horizon_jaren = horizon;
}
