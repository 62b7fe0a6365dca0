/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * calc_plan_fuzz.c - makes a struct rk_plan of bytes and gives it to the
 * library itself. Most bytes choose from words and numbers that are nearly
 * right, so that plans get past the judging; some are taken as they are. What
 * must hold: calc.h, and the same faults when the plan is only judged.
 */
#include "calc.h"

enum { MAX_LINES = 7, MAX_PERSONS = 4, MAX_SHARES = 6, MAX_TEXT = 40 };

struct source {
	const uint8_t *at, *end;
	const struct rk_memory *memory;
};

static unsigned
byte(struct source *s)
{
	return s->at < s->end ? *s->at++ : 0;
}

static uint64_t
bytes(struct source *s, int n)
{
	uint64_t out = 0;

	while (n-- > 0)
		out = out << 8 | byte(s);
	return out;
}

/* The next bytes as a text. */
static const char *
text(struct source *s)
{
	size_t n = byte(s) % MAX_TEXT, i;
	char *out = s->memory->alloc(s->memory->ctx, n + 1);

	for (i = 0; i < n; i++)
		out[i] = (char)byte(s);
	out[n] = '\0';
	return out;
}

/* One of words, which end with NULL; or, seldom, nothing or any text. */
static const char *
word(struct source *s, const char *const *words)
{
	unsigned choice = byte(s), n = 0;

	while (words[n])
		n++;
	if (choice == 255 && byte(s) % 8 == 1)
		return byte(s) % 2 ? text(s) : NULL;
	return words[choice % n];
}

/* One of words; or any number up to max; or now and then anything. */
static const char *
number(struct source *s, const char *const *words, unsigned max)
{
	unsigned choice = byte(s);
	uint64_t a, b;
	char *out;

	if (choice < 128)
		return word(s, words);
	if (choice == 255 && byte(s) % 8 == 1)
		return byte(s) % 2 ? text(s) : NULL;
	out = s->memory->alloc(s->memory->ctx, MAX_TEXT + 1);
	a = bytes(s, 5);
	b = choice % 2 ? bytes(s, 3) % 1000000 + 1 : 1000000;
	a %= max * b + 1;
	if (choice % 2)
		snprintf(out, MAX_TEXT + 1, "%llu/%llu", (unsigned long long)a,
		    (unsigned long long)b);
	else
		snprintf(out, MAX_TEXT + 1, "%llu.%06llu",
		    (unsigned long long)(a / b), (unsigned long long)(a % b));
	return out;
}

static struct rk_geheel
whole(struct source *s, int64_t within)
{
	unsigned choice = byte(s);

	if (choice == 255 && byte(s) % 8 == 1)
		return byte(s) % 2 ? RK_GEHEEL((int64_t)bytes(s, 8))
				   : (struct rk_geheel){0};
	if (choice >= 250)
		return RK_GEHEEL(within - (int64_t)(choice - 250));
	return RK_GEHEEL(
	    (int64_t)(bytes(s, 4) % (uint64_t)within) >> (choice % 32));
}

static enum rk_janee
yes_or_no(struct source *s)
{
	return (enum rk_janee)(byte(s) % 3);
}

#define WORDS(...)                                                             \
	(const char *const[])                                                  \
	{                                                                      \
		__VA_ARGS__, NULL                                              \
	}

static const char *
payer(struct source *s)
{
	return word(
	    s, WORDS("gemeente", "rijk", "zorgverzekeraar", "zorgkantoor",
		   "uwv", "svb", "onderwijs", "corporatie",
		   "energieleverancier", "inwoner", "overig"));
}

static void
shares(struct source *s, struct rk_regel *line)
{
	/* Quarters of two cents and thirds of one add up to 1. */
	static const char *const EQUAL[] = {
	    "1", "1/2", "1/3", "1/4", "1/5", "1/6"};
	size_t n = byte(s) % (MAX_SHARES + 1), i;
	bool equal = byte(s) % 16 > 0;
	struct rk_deel *out;

	if (n == 0)
		return;
	line->betaler = byte(s) == 0 ? line->betaler : NULL;
	out = s->memory->alloc(s->memory->ctx, n * sizeof(*out));
	for (i = 0; i < n; i++)
		out[i] = (struct rk_deel){
		    payer(s), equal ? EQUAL[n - 1]
				    : number(s,
					  WORDS("0.5", "1/3", "2/3", "0.25",
					      "0.000001", "0.999999"),
					  1)};
	line->betalers = out;
	line->aantal_betalers = n;
}

static const char *
code(struct source *s)
{
	const struct rk_tarieventabel *table = rk_tarieven_ingebouwd();
	unsigned choice = byte(s);

	return choice < table->aantal ? table->rijen[choice].code
				      : word(s, WORDS("T", "WMO-BW", "X"));
}

static void
remarks(struct source *s, struct rk_regel *line)
{
	line->stopreden = word(s, WORDS("", "", "klaar"));
	line->eenheid_tarief =
	    word(s, WORDS("", "uur", "etmaal", "dag", "dagdeel", "week"));
	line->verblijf24 = yes_or_no(s);
	line->zekerheid =
	    word(s, WORDS("", "official", "published", "illustrative"));
	line->kasstroom = word(s, WORDS("", "variabel", "beschikbaarheid"));
	line->prijspeil_jaar = whole(s, 2100);
	line->verlengde_jeugdhulp = yes_or_no(s);
	line->gebeurtenis = word(s, WORDS("", "uitzetting", "uitval"));
	line->ernstig = yes_or_no(s);
}

static struct rk_regel
line(struct source *s, size_t i)
{
	static const char *const IDS[] = {
	    "a", "b", "c", "d", "e", "f", "g", "h"};
	struct rk_regel out = {.id = IDS[i]};

	out.persoon = word(s, WORDS("HH", "P1", "P2", "P3"));
	out.code = code(s);
	out.domein = word(s, WORDS("zorg", "wonen", "jeugd"));
	out.wet = word(s, WORDS("Wmo 2015", "Jeugdwet", "Zvw", "W"));
	out.betaler = payer(s);
	out.aard = word(s, WORDS("dienst", "overdracht", "schade"));
	out.rol = word(s, WORDS("lopend", "interventie"));
	out.tarief_eurocent = whole(s, 1000000000);
	out.hoeveelheid = number(s,
	    WORDS("1", "0.5", "1000000", "0", "1/3", "999999.999999",
		"1/1000000", "2.25"),
	    1000000);
	out.per = word(s, WORDS("maand", "eenmalig", "dag", "week", "jaar"));
	if (!out.per || strcmp(out.per, "eenmalig") != 0 || byte(s) == 1) {
		out.duur_aantal = number(s,
		    WORDS("12", "1", "26", "0.5", "60", "365/12", "1/7",
			"0.000001", "60"),
		    60);
		out.duur_eenheid =
		    word(s, WORDS("maand", "week", "dag", "jaar"));
	}
	out.start_maand =
	    byte(s) % 4 ? RK_GEHEEL(1 + byte(s) % 61) : whole(s, 600);
	if (byte(s) % 4 == 0)
		out.kans = number(s, WORDS("0", "1", "1/3", "0.000001"), 1);
	shares(s, &out);
	if (byte(s) % 2)
		remarks(s, &out);
	if (byte(s) == 77)
		out.id = text(s);
	return out;
}

static struct rk_regels
lines(struct source *s)
{
	size_t n = byte(s) % (MAX_LINES + 1), i;
	struct rk_regel *out =
	    s->memory->alloc(s->memory->ctx, n * sizeof(*out));

	for (i = 0; i < n; i++)
		out[i] = line(s, i);
	return (struct rk_regels){out, n};
}

static void
household(struct source *s, struct rk_plan *plan)
{
	size_t n = byte(s) % 8 ? MAX_PERSONS : byte(s) % MAX_PERSONS, i;
	struct rk_persoon *out =
	    s->memory->alloc(s->memory->ctx, n * sizeof(*out));

	for (i = 0; i < n; i++) {
		out[i] = (struct rk_persoon){
		    .id = (const char *const[]){"P1", "P2", "P3", "P4"}[i]};
		out[i].rol = word(s, WORDS("kind", "ouder", "jongere", ""));
		out[i].leeftijd = whole(s, 150);
		if (byte(s) == 77)
			out[i].id = text(s);
	}
	plan->huishouden = out;
	plan->aantal_personen = n;
}

static struct rk_plan
make_plan(struct source *s)
{
	struct rk_plan plan = {.horizon_jaren = RK_GEHEEL(1 + byte(s) % 5)};
	int i;

	plan.rekenregels_versie = word(s, WORDS("1"));
	plan.disconto_pct =
	    byte(s) % 8 == 0
		? number(s, WORDS("0"), 20)
		: word(s, WORDS("0", "2.8", "-5", "20", "-0.0001", "2.25"));
	if (byte(s) == 77) {
		plan.horizon_jaren = whole(s, 6);
		plan.weken_per_jaar = whole(s, 52);
		plan.dagen_per_jaar = whole(s, 365);
		plan.afronding = word(s, WORDS("half_up_per_regel_per_jaar"));
	}
	if (byte(s) % 4)
		plan.kans_dreigend =
		    number(s, WORDS("0", "1", "0.5", "1/3", "0.000001"), 1);
	if (byte(s) % 2)
		plan.slaagkans =
		    number(s, WORDS("0", "1", "0.75", "2/7", "0.999999"), 1);
	plan.prijspeil_jaar = whole(s, 2100);
	plan.plan_b = yes_or_no(s);
	household(s, &plan);
	for (i = 0; i < RK_SCENARIOS; i++)
		plan.scenarios[i] = lines(s);
	if (byte(s) % 8 == 1) /* D = H, p* = 0 or 1 */
		plan.scenarios[byte(s) % RK_SCENARIOS] =
		    plan.scenarios[byte(s) % RK_SCENARIOS];
	return plan;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pieces pieces = {0};
	struct rk_memory memory = {piece, &pieces};
	struct source source = {data, data + size, &memory};
	struct rk_plan plan = make_plan(&source);
	struct rk_fouten judged, fouten;
	enum rk_status status = rk_controleer(&judged, &plan, &memory);
	size_t i;

	if (compute(&fouten, &plan, &memory) == RK_GOED) {
		MUST(status == RK_GOED);
	} else if (status == RK_GEWEIGERD) {
		MUST(judged.aantal == fouten.aantal);
		for (i = 0; i < judged.aantal; i++)
			MUST(strcmp(judged.lijst[i].pad, fouten.lijst[i].pad) ==
			     0);
	}
	free_pieces(&pieces);
	return 0;
}
