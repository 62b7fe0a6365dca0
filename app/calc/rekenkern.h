/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * rekenkern.h - the maatschappelijke rekensom: one plan in, one result out.
 *
 * Pure: no I/O, no global state, no floating point; safe from any thread.
 * The paragraphs cited ("rekenregels §2") are those of app/calc/README.md.
 *
 *	struct rk_memory memory = {my_alloc, my_arena};
 *	struct rk_resultaat *uit;
 *	struct rk_fouten fouten;
 *
 *	if (rk_bereken(&uit, &fouten, &plan, NULL, &memory) == RK_GEWEIGERD)
 *		... show fouten.lijst[0 .. fouten.aantal - 1]
 */
#ifndef LMS_CALC_REKENKERN_H
#define LMS_CALC_REKENKERN_H

#include "openbaar.h"
#include "plan.h"
#include "resultaat.h"

RK_OPENBAAR

#define RK_REKENREGELS_VERSIE "1"
#define RK_BIBLIOTHEEK_VERSIE "1.0.0"
#define RK_MAX_REGELS 500
#define RK_MAX_HORIZON 5
#define RK_MAX_BEDRAG INT64_C(9007199254740991) /* 2^53 - 1 eurocent */

/*
 * Where results come from: an arena. alloc() returns memory aligned for any
 * type and never NULL; the library frees nothing of it (it aborts on NULL).
 * Exception: numbers beyond 128 bits use GMP's allocator and are freed before
 * the call returns (rekenregels §11.1 "Size").
 */
struct rk_memory {
	void *(*alloc)(void *ctx, size_t n);
	void *ctx;
};

enum rk_status { RK_GOED, RK_GEWEIGERD };

/*
 * Judges a plan without computing it (rekenregels §8 E1 E2 E4, §11, §11.1).
 * Finds all faults at once, in the order of the plan; fouten is overwritten.
 * RK_GOED: no fault. Faults live in memory.
 */
enum rk_status
rk_controleer(struct rk_fouten *fouten, const struct rk_plan *plan,
    const struct rk_memory *memory) __attribute__((warn_unused_result));

/*
 * Computes a plan (rekenregels §2-§5), after rk_controleer(). RK_GEWEIGERD:
 * *uit is NULL and fouten says why, which includes a total beyond
 * RK_MAX_BEDRAG, by its path. RK_GOED: *uit is complete, fouten empty.
 * tabel is what the signals of §8 read where a line is silent; NULL means
 * rk_tarieven_ingebouwd(). The result borrows strings from plan and tabel.
 */
enum rk_status rk_bereken(struct rk_resultaat **uit, struct rk_fouten *fouten,
    const struct rk_plan *plan, const struct rk_tarieventabel *tabel,
    const struct rk_memory *memory) __attribute__((warn_unused_result));

/* The built-in table (codes sorted), for signals only: no amounts. Static. */
const struct rk_tarieventabel *rk_tarieven_ingebouwd(void);

/* A real discount rate and its source: rekenregels §4. */
struct rk_discontovoet {
	const char *geldig_vanaf; /* "2026-01-01" */
	const char *voet_pct;	  /* "2.8" */
	const char *bron;
};

/*
 * The rate in force on a date ("2026-11-23"; ISO, compared as text), or NULL
 * when the table does not go that far back. Static. *aantal rows in the whole
 * table for rk_discontovoeten(), oldest first.
 */
const struct rk_discontovoet *rk_discontovoet_op(const char *datum);
const struct rk_discontovoet *rk_discontovoeten(size_t *aantal);

/* Names as in the contract: "huidig", "tov_huidige_situatie", ... Static. */
const char *rk_scenario_tekst(enum rk_scenario_naam);
const char *rk_modus_tekst(enum rk_modus_naam);
const char *rk_duiding_tekst(enum rk_duiding);
const char *rk_ernst_tekst(enum rk_ernst);

/*
 * How much of a scenario, of a mode (wet NULL) or of one of its streams rests
 * on illustrative tariffs: whole percents of the amounts behind it (§8).
 */
int rk_voorbeeld_pct_scenario(const struct rk_scenario *);
int rk_voorbeeld_pct(
    const struct rk_resultaat *, enum rk_modus_naam, const char *wet);

/* True when the payer counts as public: rekenregels §11.1 "Public". */
bool rk_betaler_is_publiek(const char *betaler);

RK_OPENBAAR_EINDE

#endif
