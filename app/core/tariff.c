/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tariff.c - the words of a tariff, and the difference between two tables.
 * Tables have at most some hundreds of rows: a walk along them is enough.
 */
#include "core/tariff.h"

#include "base/text.h"
#include "calc/indexeer.h"

#include <stdlib.h>
#include <string.h>

const char *const TARIFF_DOMAINS[] = { "inkomen", "schulden", "ondersteuning",
	"opvang", "jeugd", "zorg", "wonen", "energie", "onderwijs", "werk",
	"veiligheid", "overig", NULL };
const char *const TARIFF_PAYERS[] = { "gemeente", "rijk", "zorgverzekeraar",
	"zorgkantoor", "uwv", "svb", "onderwijs", "corporatie",
	"energieleverancier", "inwoner", "overig", NULL };
const char *const TARIFF_KINDS[] = { "dienst", "overdracht", "schade", NULL };
const char *const TARIFF_CERTAINTIES[] = { "official", "published",
	"illustrative", NULL };
const char *const TARIFF_PERIODS[] = { "eenmalig", "dag", "week", "maand",
	"jaar", NULL };
const char *const TARIFF_FLOWS[] = { "variabel", "beschikbaarheid", NULL };

bool
tariff_is_word(const char *value, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(value, *words) == 0)
			return true;
	return false;
}

const char *
tariff_word(const char *value)
{
	return value != NULL ? value : "";
}

static bool
is_same_word(const char *a, const char *b)
{
	return strcmp(tariff_word(a), tariff_word(b)) == 0;
}

bool
tariff_is_event(const char *name)
{
	static const char GOOD[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	size_t n = strspn(name, GOOD);

	return n > 0 && n <= 40 && name[n] == '\0' && *name != '-';
}

const struct tariff *
tariff_find(const struct tariff *list, size_t count, const char *code)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].code, code) == 0)
			return &list[i];
	return NULL;
}

const char *
tariff_folded(struct arena *a, const struct tariff *t)
{
	return text_fold(a, arena_printf(a, "%s %s %s %s", t->code,
				t->omschrijving, t->domein, t->wet));
}

static bool
is_same(const struct tariff *a, const struct tariff *b)
{
	return a->tarief_eurocent == b->tarief_eurocent &&
	    a->prijspeil_jaar == b->prijspeil_jaar &&
	    strcmp(a->omschrijving, b->omschrijving) == 0 &&
	    strcmp(a->eenheid, b->eenheid) == 0 &&
	    strcmp(a->domein, b->domein) == 0 && strcmp(a->wet, b->wet) == 0 &&
	    strcmp(a->betaler, b->betaler) == 0 &&
	    strcmp(a->bron, b->bron) == 0 &&
	    strcmp(a->zekerheid, b->zekerheid) == 0 &&
	    strcmp(a->aard, b->aard) == 0 &&
	    strcmp(a->per_gebruikelijk, b->per_gebruikelijk) == 0 &&
	    strcmp(a->kasstroom, b->kasstroom) == 0 &&
	    is_same_word(a->verblijf24, b->verblijf24) &&
	    is_same_word(a->gebeurtenis, b->gebeurtenis) &&
	    is_same_word(a->ernstig, b->ernstig);
}

static enum tariff_change
change_of(const struct tariff *old, const struct tariff *new)
{
	if (old == NULL)
		return TARIFF_NEW;
	if (new == NULL)
		return TARIFF_GONE;
	return is_same(old, new) ? TARIFF_SAME : TARIFF_CHANGED;
}

/* Counts this pair, and keeps it when it is of the kind that is listed. */
static void
add_step(struct tariff_diff *d, struct tariff_step *list,
    const struct tariff *old, const struct tariff *new,
    enum tariff_change wanted)
{
	if (change_of(old, new) != wanted)
		return;
	d->count[wanted]++;
	if (wanted != TARIFF_SAME)
		list[d->step_count++] =
		    (struct tariff_step){ wanted, old, new };
}

struct tariff_diff
tariff_compare(struct arena *a, const struct tariff *old, size_t old_count,
    const struct tariff *new, size_t new_count)
{
	static const enum tariff_change ORDER[] = { TARIFF_CHANGED, TARIFF_NEW,
		TARIFF_SAME };
	struct tariff_diff d = { 0 };
	struct tariff_step *list =
	    arena_array(a, old_count + new_count, sizeof(*list));

	for (size_t k = 0; k < sizeof(ORDER) / sizeof(ORDER[0]); k++)
		for (size_t i = 0; i < new_count; i++)
			add_step(&d, list,
			    tariff_find(old, old_count, new[i].code), &new[i],
			    ORDER[k]);
	for (size_t i = 0; i < old_count; i++)
		if (tariff_find(new, new_count, old[i].code) == NULL)
			add_step(&d, list, &old[i], NULL, TARIFF_GONE);
	d.steps = list;
	return d;
}

const char *
tariff_rise(struct arena *a, int64_t from, int64_t to)
{
	int64_t by = to > from ? to - from : from - to, tenths;

	if (from <= 0 || by == 0)
		return NULL;
	tenths = (by * 2000 + from) / (2 * from);
	return arena_printf(a, "%s%lld,%lld %%", to > from ? "+" : "−",
	    (long long)(tenths / 10), (long long)(tenths % 10));
}

enum { INDEX_YEARS_MAX = 100, FACTOR_ONE = 10000 /* four decimals */ };

static void *
alloc_for_core(void *arena, size_t n)
{
	return arena_alloc(arena, n);
}

bool
tariff_indexed(struct arena *a, int64_t *out, int64_t cents, int from, int to,
    const struct tariff_index *list, size_t count)
{
	const struct rk_memory memory = { alloc_for_core, a };
	int changes[INDEX_YEARS_MAX];
	size_t n = 0;

	if (from >= to || to - from > INDEX_YEARS_MAX)
		return false;
	for (int year = from + 1; year <= to; year++)
		for (size_t i = 0; i < count; i++)
			if (list[i].jaar == year)
				changes[n++] = list[i].promille;
	return n == (size_t)(to - from) &&
	    rk_indexeer(out, cents, changes, n, &memory) &&
	    *out <= TARIFF_CENTS_MAX;
}

const char *
tariff_factor(struct arena *a, int from, int to,
    const struct tariff_index *list, size_t count)
{
	int64_t factor = FACTOR_ONE;

	if (!tariff_indexed(a, &factor, FACTOR_ONE, from, to, list, count))
		factor = FACTOR_ONE;
	return arena_printf(a, "%lld,%04lld", (long long)(factor / FACTOR_ONE),
	    (long long)(factor % FACTOR_ONE));
}

static enum rk_janee
yes_no(const char *word)
{
	if (word == NULL || *word == '\0')
		return RK_ONBEKEND;
	return strcmp(word, "ja") == 0 ? RK_JA : RK_NEE;
}

static int
by_code(const void *left, const void *right)
{
	const struct rk_tarief_rij *a = left, *b = right;

	return strcmp(a->code, b->code);
}

const struct rk_tarieventabel *
tariff_signals(struct arena *a, const struct tariff *own, size_t count)
{
	const struct rk_tarieventabel *general = rk_tarieven_ingebouwd();
	struct rk_tarieventabel *out = arena_alloc(a, sizeof(*out));
	struct rk_tarief_rij *rows =
	    arena_array(a, count + general->aantal, sizeof(*rows));
	size_t n = 0;

	if (count == 0)
		return NULL;
	for (size_t i = 0; i < count; i++)
		rows[n++] = (struct rk_tarief_rij){ .code = own[i].code,
			.eenheid = own[i].eenheid,
			.verblijf24 = yes_no(own[i].verblijf24),
			.zekerheid = own[i].zekerheid,
			.kasstroom = own[i].kasstroom,
			.prijspeil_jaar = own[i].prijspeil_jaar,
			.gebeurtenis = own[i].gebeurtenis,
			.ernstig = yes_no(own[i].ernstig) };
	for (size_t i = 0; i < general->aantal; i++)
		if (tariff_find(own, count, general->rijen[i].code) == NULL)
			rows[n++] = general->rijen[i];
	qsort(rows, n, sizeof(*rows), by_code);
	*out = (struct rk_tarieventabel){ rows, n, true };
	return out;
}
