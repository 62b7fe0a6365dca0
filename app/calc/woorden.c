/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * woorden.c - the closed lists of words of rekenregels §1, and the names that
 * the result uses for its own enums. Constant data.
 */
#include "calc/woorden.h"

#define LIJST(rij)                                                             \
	{                                                                      \
		(rij), (int)(sizeof(rij) / sizeof(*(rij)))                     \
	}

static const char *const PER[] = {"eenmalig", "dag", "week", "maand", "jaar"};
static const char *const AARD[] = {"dienst", "overdracht", "schade"};
static const char *const ROL[] = {"lopend", "interventie"};
static const char *const PERSOONSROL[] = {
    "alleenstaande", "ouder", "kind", "jongere", "overig"};

static const char *const ZEKERHEID[] = {
    "official", "published", "illustrative"};
static const char *const KASSTROOM[] = {"variabel", "beschikbaarheid"};

static const char *const VERSIE[] = {RK_REKENREGELS_VERSIE};
static const char *const AFRONDING[] = {"half_up_per_regel_per_jaar"};

/* The first seven are public: rekenregels §11.1. */
#define AANTAL_PUBLIEK 7
static const char *const BETALER[] = {"gemeente", "rijk", "zorgverzekeraar",
    "zorgkantoor", "uwv", "svb", "onderwijs", "corporatie",
    "energieleverancier", "inwoner", "overig"};

const struct rk_woordenlijst RK_WOORDEN_PER = LIJST(PER);
const struct rk_woordenlijst RK_WOORDEN_AARD = LIJST(AARD);
const struct rk_woordenlijst RK_WOORDEN_ROL = LIJST(ROL);
const struct rk_woordenlijst RK_WOORDEN_BETALER = LIJST(BETALER);
const struct rk_woordenlijst RK_WOORDEN_PERSOONSROL = LIJST(PERSOONSROL);
const struct rk_woordenlijst RK_WOORDEN_VERSIE = LIJST(VERSIE);
const struct rk_woordenlijst RK_WOORDEN_AFRONDING = LIJST(AFRONDING);
const struct rk_woordenlijst RK_WOORDEN_ZEKERHEID = LIJST(ZEKERHEID);
const struct rk_woordenlijst RK_WOORDEN_KASSTROOM = LIJST(KASSTROOM);

int
rk_woord(const struct rk_woordenlijst *lijst, const char *s)
{
	int i;

	for (i = 0; i < lijst->aantal; i++)
		if (rk_orde(lijst->woorden[i], s) == 0)
			return i;
	return -1;
}

bool
rk_betaler_is_publiek(const char *betaler)
{
	int i = rk_woord(&RK_WOORDEN_BETALER, betaler);

	return i >= 0 && i < AANTAL_PUBLIEK;
}

const char *
rk_scenario_tekst(enum rk_scenario_naam naam)
{
	static const char *const TEKST[RK_SCENARIOS] = {
	    "huidig", "dreigend", "doorbraak"};

	return TEKST[naam];
}

const char *
rk_modus_tekst(enum rk_modus_naam naam)
{
	static const char *const TEKST[RK_MODI] = {
	    "tov_huidige_situatie", "tov_dreigende_situatie"};

	return TEKST[naam];
}

const char *
rk_duiding_tekst(enum rk_duiding duiding)
{
	static const char *const TEKST[] = {"altijd_voordelig",
	    "nooit_voordelig", "voordelig_vanaf_deze_kans",
	    "voordelig_tot_deze_kans"};

	return TEKST[duiding];
}

const char *
rk_ernst_tekst(enum rk_ernst ernst)
{
	static const char *const TEKST[] = {"let_op", "waarschuwing", "fout"};

	return TEKST[ernst];
}
