/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * kern.c - what one plan costs in the rekenkern, for `make bench-calc`.
 *
 *	kern plan LINES YEARS          µs per plan, in the library
 *	kern dashboard PLANS           seconds to compute PLANS plans and add
 *them kern stroom PLANS LINES YEARS  those plans as NDJSON on standard output
 *
 * Plans are made, not real, from the kinds of line that the vectors hold: a
 * quarter of the lines in huidig, five twelfths in dreigend, the rest in
 * doorbraak; every plan has its own amounts, the same on every machine. Time
 * is the processor's, not the clock's, so a busy machine matters less; of many
 * short batches it prints the median and the fastest.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "calc/dashboard.h"

enum {
	TEXT = 24,
	BATCHES = 101,
	BATCH_US = 5000,
	ARENA = 16 << 20,
	PLANS = 3000 /* different plans in memory: more than a cache holds */
};

/* One kind of line; the amounts vary around it. */
struct kind {
	const char *code, *domein, *wet, *betaler;
	const char *aard, *rol, *per, *duur, *eenheid;
	int64_t tarief;
	const char *kans;
};

/* clang-format off */
static const struct kind KINDS[] = {
	{"PW-NORM-GEH", "inkomen", "Participatiewet", "gemeente", "overdracht", "lopend", "maand", "12", "maand", 200213, NULL},
	{"BEW-SCH", "inkomen", "Participatiewet", "gemeente", "dienst", "lopend", "maand", "12", "maand", 17212, NULL},
	{"JW-AMB-HBO", "jeugd", "Jeugdwet", "gemeente", "dienst", "lopend", "week", "52", "week", 7800, NULL},
	{"WMO-BEG-IND", "ondersteuning", "Wmo 2015", "gemeente", "dienst", "lopend", "week", "26", "week", 6600, NULL},
	{"WON-ONTR", "wonen", "BW boek 7", "corporatie", "schade", "lopend", "eenmalig", NULL, NULL, 750000, "0.3"},
	{"WMO-NOODOPV", "opvang", "Wmo 2015", "gemeente", "dienst", "lopend", "dag", "120", "dag", 6000, NULL},
	{"JW-GEZINSHUIS", "jeugd", "Jeugdwet", "gemeente", "dienst", "lopend", "dag", "6", "maand", 16359, "1/4"},
	{"ZVW-WANBET", "zorg", "Zvw", "inwoner", "overdracht", "lopend", "maand", "12", "maand", 17270, NULL},
	{"EN-ACHTERSTAND", "energie", "Energiewet", NULL, "overdracht", "interventie", "eenmalig", NULL, NULL, 184999, NULL},
	{"WGS-TRAJECT", "schulden", "Wgs", "gemeente", "dienst", "interventie", "eenmalig", NULL, NULL, 240000, NULL},
	{"JW-OTS", "jeugd", "Jeugdwet", "rijk", "dienst", "lopend", "maand", "8", "maand", 110000, "0.45"},
	{"WMO-CASUSREGIE", "ondersteuning", "Wmo 2015", "gemeente", "dienst", "interventie", "week", "40", "week", 9500, NULL},
};
static const char *const QUANTITIES[] = {"1", "2", "1.5", "0.5", "4", "1", "3", "1"};
static const struct rk_persoon PEOPLE[] = {
	{.id = "P1", .rol = "ouder"}, {.id = "P2", .rol = "ouder"},
	{.id = "P3", .rol = "kind"}, {.id = "P4", .rol = "kind"},
};
static const struct rk_deel SHARES[] = {
	{"gemeente", "0.7"}, {"energieleverancier", "0.3"},
};
static const char *const WHO[] = {"HH", "P1", "P4", "HH", "P2", "P3"};
/* clang-format on */
#define COUNT(list) (sizeof(list) / sizeof(*(list)))

struct made {
	struct rk_plan plan;
	struct rk_regel *lines;
	char (*ids)[TEXT];
};

static char arena[ARENA];
static size_t used;

static void
die(const char *why)
{
	(void)fprintf(stderr, "kern: %s\n", why);
	exit(1);
}

static void *
get(void *ctx, size_t n)
{
	char *out = arena + used;

	(void)ctx;
	n = (n + 15) & ~(size_t)15;
	if (n > sizeof(arena) - used)
		die("te weinig geheugen");
	used += n;
	return out;
}

static const struct rk_memory MEMORY = {get, NULL};

static uint64_t
next(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

static void
make_line(struct rk_regel *out, const char *id, size_t i, uint64_t *seed)
{
	const struct kind *k = &KINDS[i % COUNT(KINDS)];
	int64_t spread = (int64_t)(next(seed) % 401) - 200;
	bool once = strcmp(k->per, "eenmalig") == 0;

	*out = (struct rk_regel){.id = id,
	    .persoon = WHO[next(seed) % COUNT(WHO)],
	    .code = k->code,
	    .domein = k->domein,
	    .wet = k->wet,
	    .betaler = k->betaler,
	    .betalers = k->betaler ? NULL : SHARES,
	    .aantal_betalers = k->betaler ? 0 : COUNT(SHARES),
	    .aard = k->aard,
	    .rol = k->rol,
	    .tarief_eurocent = RK_GEHEEL(k->tarief + k->tarief * spread / 1000),
	    .hoeveelheid = QUANTITIES[next(seed) % COUNT(QUANTITIES)],
	    .per = k->per,
	    .duur_aantal = k->duur,
	    .duur_eenheid = k->eenheid,
	    .start_maand = RK_GEHEEL(once ? 1 + (int64_t)(next(seed) % 12) : 1),
	    .kans = k->kans};
}

static void
make_plan(struct made *m, size_t lines, int years, uint64_t *seed)
{
	size_t of[RK_SCENARIOS] = {lines / 4, lines * 5 / 12, 0}, s, i, n = 0;

	of[RK_DOORBRAAK] = lines - of[0] - of[1];
	m->lines = calloc(lines, sizeof(*m->lines));
	m->ids = calloc(lines, sizeof(*m->ids));
	if (!m->lines || !m->ids)
		die("te weinig geheugen");
	m->plan = (struct rk_plan){.rekenregels_versie = "1",
	    .horizon_jaren = RK_GEHEEL(years),
	    .disconto_pct = "2.8",
	    .kans_dreigend = "0.4",
	    .slaagkans = "0.75",
	    .huishouden = PEOPLE,
	    .aantal_personen = COUNT(PEOPLE)};
	for (s = 0; s < RK_SCENARIOS; s++) {
		m->plan.scenarios[s] = (struct rk_regels){m->lines + n, of[s]};
		for (i = 0; i < of[s]; i++, n++) {
			(void)snprintf(
			    m->ids[n], TEXT, "%c%zu", "HDB"[s], i + 1);
			make_line(&m->lines[n], m->ids[n], s * 4 + i, seed);
		}
	}
}

static void
drop_plan(struct made *m)
{
	free(m->lines);
	free(m->ids);
}

static double
cpu_us(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t) != 0)
		die("geen klok");
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static const struct rk_resultaat *
compute(const struct rk_plan *plan)
{
	struct rk_resultaat *out;
	struct rk_fouten faults;

	used = 0;
	if (rk_bereken(&out, &faults, plan, NULL, &MEMORY) != RK_GOED)
		die(faults.lijst[0].pad);
	return out;
}

static int
ascending(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static struct made *
make_plans(size_t plans, size_t lines, int years)
{
	uint64_t seed = UINT64_C(88172645463325252);
	struct made *out = calloc(plans, sizeof(*out));
	size_t i;

	if (!out)
		die("te weinig geheugen");
	for (i = 0; i < plans; i++)
		make_plan(&out[i], lines, years, &seed);
	return out;
}

/* Batches of about BATCH_US each: what a plan costs. */
static void
measure_plan(size_t lines, int years)
{
	size_t plans = 1 + 3000 / lines, batch = 1, i, b, n = 0;
	struct made *made = make_plans(plans, lines, years);
	double took[BATCHES], began = cpu_us();

	for (i = 0; i < plans; i++)
		(void)compute(&made[i].plan);
	batch += (size_t)(BATCH_US / ((cpu_us() - began) / (double)plans));
	for (b = 0; b < BATCHES; b++) {
		began = cpu_us();
		for (i = 0; i < batch; i++, n++)
			(void)compute(&made[n % plans].plan);
		took[b] = (cpu_us() - began) / (double)batch;
	}
	qsort(took, BATCHES, sizeof(*took), ascending);
	printf("%.2f %.2f %zu\n", took[BATCHES / 2], took[0], used);
	for (i = 0; i < plans; i++)
		drop_plan(&made[i]);
	free(made);
}

/* The sums have memory of their own: the arena is emptied per plan. */
static void *
keep(void *ctx, size_t n)
{
	void *out = malloc(n);

	(void)ctx;
	if (!out)
		die("te weinig geheugen");
	return out;
}

static void
measure_dashboard(size_t total)
{
	struct made *made = make_plans(PLANS, 30, 1);
	struct rk_dashboard sums = {0};
	const struct rk_memory long_lived = {keep, NULL};
	double began = cpu_us();
	size_t i;

	for (i = 0; i < total; i++)
		if (!rk_dashboard_tel_resultaat_op(
			&sums, compute(&made[i % PLANS].plan), &long_lived))
			die("de som past niet");
	printf("%.3f %" PRId64 "\n", (cpu_us() - began) / 1e6,
	    rk_dashboard_gemiddelde(&sums, RK_TOV_DREIGEND));
}

static void
print_line(const struct rk_regel *l)
{
	printf(
	    "{\"id\":\"%s\",\"persoon\":\"%s\",\"code\":\"%s\","
	    "\"domein\":\"%s\",\"wet\":\"%s\",\"aard\":\"%s\","
	    "\"rol\":\"%s\",\"tarief_eurocent\":%" PRId64
	    ",\"hoeveelheid\":\"%s\",\"per\":\"%s\",\"start_maand\":%" PRId64,
	    l->id, l->persoon, l->code, l->domein, l->wet, l->aard, l->rol,
	    l->tarief_eurocent.waarde, l->hoeveelheid, l->per,
	    l->start_maand.waarde);
	if (l->duur_aantal)
		printf(",\"duur\":{\"aantal\":\"%s\",\"eenheid\":\"%s\"}",
		    l->duur_aantal, l->duur_eenheid);
	if (l->kans)
		printf(",\"kans\":\"%s\"", l->kans);
	if (l->betaler)
		printf(",\"betaler\":\"%s\"}", l->betaler);
	else
		printf(",\"betalers\":[{\"betaler\":\"%s\",\"deel\":\"%s\"},"
		       "{\"betaler\":\"%s\",\"deel\":\"%s\"}]}",
		    l->betalers[0].betaler, l->betalers[0].deel,
		    l->betalers[1].betaler, l->betalers[1].deel);
}

static void
print_plan(const struct rk_plan *plan)
{
	static const char *const NAMES[] = {"huidig", "dreigend", "doorbraak"};
	size_t s, i;

	printf("{\"rekenregels\":{\"versie\":\"1\",\"horizon_jaren\":%" PRId64
	       ",\"disconto_pct\":\"%s\"},\"kans_dreigend\":\"%s\","
	       "\"slaagkans\":\"%s\",\"huishouden\":[",
	    plan->horizon_jaren.waarde, plan->disconto_pct, plan->kans_dreigend,
	    plan->slaagkans);
	for (i = 0; i < plan->aantal_personen; i++)
		printf("%s{\"id\":\"%s\",\"rol\":\"%s\"}", i ? "," : "",
		    plan->huishouden[i].id, plan->huishouden[i].rol);
	printf("],\"scenarios\":{");
	for (s = 0; s < RK_SCENARIOS; s++) {
		printf("%s\"%s\":[", s ? "," : "", NAMES[s]);
		for (i = 0; i < plan->scenarios[s].aantal; i++) {
			if (i > 0)
				putchar(',');
			print_line(&plan->scenarios[s].regels[i]);
		}
		putchar(']');
	}
	puts("}}");
}

static void
stream(size_t plans, size_t lines, int years)
{
	uint64_t seed = UINT64_C(88172645463325252);
	struct made made;

	for (; plans > 0 && !ferror(stdout); plans--) {
		make_plan(&made, lines, years, &seed);
		print_plan(&made.plan);
		drop_plan(&made);
	}
}

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static int
run(char **argv)
{
	struct rusage usage;
	int status;
	pid_t child = fork();

	if (child == 0) {
		(void)execv(argv[0], argv);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) != child)
		die("kan niet starten");
	(void)fprintf(stderr, "%.3f %ld\n",
	    seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

int
main(int argc, char **argv)
{
	size_t number[3] = {0};
	int i;

	if (argc > 2 && strcmp(argv[1], "draai") == 0)
		return run(argv + 2);
	for (i = 2; i < argc && i < 5; i++)
		number[i - 2] = strtoul(argv[i], NULL, 10);
	if (argc == 4 && strcmp(argv[1], "plan") == 0)
		measure_plan(number[0], (int)number[1]);
	else if (argc == 3 && strcmp(argv[1], "dashboard") == 0)
		measure_dashboard(number[0]);
	else if (argc == 5 && strcmp(argv[1], "stroom") == 0)
		stream(number[0], number[1], (int)number[2]);
	else
		die("plan | dashboard | stroom | draai: zie kern.c");
	return fflush(stdout) != 0 || ferror(stdout);
}
