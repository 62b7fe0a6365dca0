/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_sum.c - hands a plan to the calculation core.
 *
 * Only translates: struct plan in, struct rk_plan out. No amount is computed
 * here. Lines keep their order, so that line i of a scenario is line i of the
 * core's result.
 */
#include "core/plan_sum.h"

#include "base/text.h"

#include <string.h>

static void *
alloc_in_arena(void *arena, size_t n)
{
	return arena_alloc(arena, n);
}

/* One payer who pays all is `betaler`; several, or a share, are `betalers`. */
static void
set_payers(struct rk_regel *out, struct arena *a, const struct plan_line *line)
{
	struct rk_deel *shares;

	if (line->payer_count == 1 && line->payers[0].deel == NULL) {
		out->betaler = line->payers[0].betaler;
		return;
	}
	shares = arena_array(a, line->payer_count, sizeof(*shares));
	for (size_t i = 0; i < line->payer_count; i++)
		shares[i] = (struct rk_deel){ line->payers[i].betaler,
			line->payers[i].deel };
	out->betalers = shares;
	out->aantal_betalers = line->payer_count;
}

_Static_assert((int)SIGN_NONE == (int)RK_ONBEKEND &&
	(int)SIGN_NO == (int)RK_NEE && (int)SIGN_YES == (int)RK_JA,
    "a sign is one of the core's");

static void
set_line(struct rk_regel *out, struct arena *a, const struct plan_line *line)
{
	*out = (struct rk_regel){
		.id = line->id,
		.persoon = line->persoon,
		.code = line->code,
		.omschrijving = line->omschrijving,
		.domein = line->domein,
		.wet = line->wet,
		.aard = line->aard,
		.rol = line->rol,
		.tarief_eurocent = RK_GEHEEL(line->tarief_eurocent),
		.hoeveelheid = line->hoeveelheid,
		.per = line->per,
		.duur_aantal = line->duur_aantal,
		.duur_eenheid = line->duur_eenheid,
		.start_maand = RK_GEHEEL(line->start_maand),
		.kans = line->kans,
		.stopreden = line->stopreden,
		.eenheid_tarief = line->eenheid,
		.zekerheid = line->zekerheid,
		.kasstroom = line->kasstroom,
		.prijspeil_jaar = { line->prijspeil_jaar > 0,
		    line->prijspeil_jaar },
		.verlengde_jeugdhulp =
		    (enum rk_janee)line->verlengde_jeugdhulp,
		.verblijf24 = (enum rk_janee)line->verblijf24,
		.ernstig = (enum rk_janee)line->ernstig,
		.gebeurtenis = line->gebeurtenis,
	};
	set_payers(out, a, line);
}

static void
set_scenarios(struct plan_sum *out, struct rk_plan *to, struct arena *a,
    const struct plan *plan)
{
	struct rk_regel *lines =
	    arena_array(a, plan->line_count, sizeof(*lines));

	for (size_t i = 0; i < plan->line_count; i++) {
		enum scenario s = plan->lines[i].scenario;

		if (out->count[s]++ == 0)
			out->first[s] = i;
		set_line(&lines[i], a, &plan->lines[i]);
	}
	for (int s = 0; s < SCENARIO_COUNT; s++)
		to->scenarios[s] = (struct rk_regels){ lines + out->first[s],
			out->count[s] };
}

static void
set_household(struct rk_plan *to, struct arena *a,
    const struct household_member *members, size_t count)
{
	struct rk_persoon *persons = arena_array(a, count, sizeof(*persons));

	for (size_t i = 0; i < count; i++)
		persons[i] = (struct rk_persoon){ members[i].id,
			members[i].role, RK_GEHEEL(members[i].age),
			members[i].name };
	to->huishouden = persons;
	to->aantal_personen = count;
}

void
plan_sum(struct plan_sum *out, struct arena *a, const struct plan *plan,
    const struct household_member *members, size_t member_count,
    const struct rk_tarieventabel *signals)
{
	const struct rk_memory memory = { alloc_in_arena, a };
	struct rk_resultaat *result = NULL;
	/* The core keeps pointers into its plan: it lives in the arena. */
	struct rk_plan *to = arena_alloc(a, sizeof(*to));

	*out = (struct plan_sum){ .input = to, .signals = signals };
	to->rekenregels_versie = RK_REKENREGELS_VERSIE;
	to->horizon_jaren = RK_GEHEEL(plan->horizon_jaren);
	to->disconto_pct = plan->disconto_pct;
	to->tarieventabel_versie = plan->tables;
	to->kans_dreigend = plan->kans_dreigend;
	/* On its own it says nothing, and the core would refuse the plan. */
	if (plan->kans_dreigend != NULL)
		to->slaagkans = plan->slaagkans;
	to->plan_b = text_is_blank(plan->text[FIELD_PLAN_B]) ? RK_NEE : RK_JA;
	set_household(to, a, members, member_count);
	set_scenarios(out, to, a, plan);
	if (rk_bereken(&result, &out->faults, to, signals, &memory) == RK_GOED)
		out->result = result;
}

const struct rk_gevoeligheid *
plan_sum_sensitivity(const struct plan_sum *sum, struct arena *a)
{
	const struct rk_memory memory = { alloc_in_arena, a };
	struct rk_gevoeligheid *out;

	if (sum->result == NULL ||
	    rk_gevoeligheid(&out, sum->input, sum->result, &memory) != RK_GOED)
		return NULL;
	return out;
}

const struct rk_uitleg *
plan_sum_explain(const struct plan_sum *sum, struct arena *a,
    const char *figure)
{
	const struct rk_memory memory = { alloc_in_arena, a };
	const struct rk_uitleg *out = NULL;
	struct rk_uitlegger *explainer;
	struct rk_fouten faults;

	if (sum->result == NULL ||
	    rk_uitleg_begin(&explainer, &faults, sum->input, sum->signals,
		&memory) != RK_GOED)
		return NULL;
	out = rk_uitleg(explainer, figure);
	rk_uitleg_sluit(explainer);
	return out;
}

size_t
plan_sum_index(const struct plan_sum *sum, enum scenario s, int regel)
{
	return sum->first[s] + (size_t)regel;
}

int64_t
plan_sum_line(const struct plan_sum *sum, const struct plan *plan, size_t i)
{
	enum scenario s = plan->lines[i].scenario;

	if (sum->result == NULL)
		return 0;
	return sum->result->scenarios[s].regels[i - sum->first[s]].totaal;
}

const struct plan_line *
plan_sum_at(const struct plan_sum *sum, const struct plan *plan,
    const char *path)
{
	static const char PREFIX[] = "scenarios.";
	const char *open = strchr(path, '[');
	size_t index = 0;

	if (open == NULL || strncmp(path, PREFIX, sizeof(PREFIX) - 1) != 0)
		return NULL;
	path += sizeof(PREFIX) - 1;
	for (const char *p = open + 1; *p >= '0' && *p <= '9'; p++)
		index = 10 * index + (size_t)(*p - '0');
	for (int s = 0; s < SCENARIO_COUNT; s++) {
		const char *name = scenario_name((enum scenario)s);

		if (strlen(name) == (size_t)(open - path) &&
		    strncmp(path, name, strlen(name)) == 0)
			return index < sum->count[s] ?
			    &plan->lines[sum->first[s] + index] :
			    NULL;
	}
	return NULL;
}
