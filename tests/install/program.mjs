// SPDX-License-Identifier: EUPL-1.2
// program.mjs - a plan in JSON as the C program that a tool's maker would
// write: the plan filled in as structs, one call, two figures printed.
const text = (value) => (value === undefined || value === null ? 'NULL' : JSON.stringify(String(value)));
const whole = (value) => (value === undefined ? '{false, 0}' : `RK_GEHEEL(${value})`);

function line(regel) {
  return `{.id = ${text(regel.id)}, .persoon = ${text(regel.persoon)}, .code = ${text(regel.code)}, .domein = ${text(regel.domein)},
 .wet = ${text(regel.wet)}, .betaler = ${text(regel.betaler)}, .aard = ${text(regel.aard)}, .rol = ${text(regel.rol)},
 .tarief_eurocent = ${whole(regel.tarief_eurocent)}, .hoeveelheid = ${text(regel.hoeveelheid)}, .per = ${text(regel.per)},
 .duur_aantal = ${text(regel.duur?.aantal)}, .duur_eenheid = ${text(regel.duur?.eenheid)}, .start_maand = ${whole(regel.start_maand)},
 .kans = ${text(regel.kans)}}`;
}

export function asProgram(plan) {
  const lists = Object.entries(plan.scenarios).map(([name, regels]) =>
    `\tconst struct rk_regel ${name}[] = {${regels.map(line).join(',\n')}};`).join('\n');
  const people = plan.huishouden.map((p) => `{.id = ${text(p.id)}}`).join(', ');
  const scenarios = ['huidig', 'dreigend', 'doorbraak'].map((name) => `{${name}, sizeof(${name}) / sizeof(*${name})}`).join(', ');
  return `#include <rekenkern/rekenkern.h>
#include <stdio.h>
#include <stdlib.h>

static void *get(void *ctx, size_t n) { (void)ctx; return malloc(n); }

int main(void)
{
${lists}
	const struct rk_persoon people[] = {${people}};
	struct rk_plan plan = {.rekenregels_versie = ${text(plan.rekenregels.versie)},
	    .horizon_jaren = ${whole(plan.rekenregels.horizon_jaren)}, .disconto_pct = ${text(plan.rekenregels.disconto_pct)},
	    .huishouden = people, .aantal_personen = ${plan.huishouden.length}, .scenarios = {${scenarios}}};
	struct rk_memory memory = {get, NULL};
	struct rk_resultaat *out;
	struct rk_fouten faults;

	if (rk_bereken(&out, &faults, &plan, NULL, &memory) != RK_GOED)
		return 65;
	printf("%lld\\n%lld\\n", (long long)out->modi[RK_TOV_HUIDIG].totale_baten,
	    (long long)out->modi[RK_TOV_DREIGEND].totale_baten);
	return 0;
}
`;
}
