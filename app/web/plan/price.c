/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * price.c - which tariff a line takes, and at which price.
 *
 * A choice carries the price that it was made of ("tabel.6110.2023"), so that
 * a table that changes while somebody types is never taken over unseen.
 */
#include "web/plan/price.h"

#include "base/text.h"
#include "core/plan_words.h"

#include <stdio.h>
#include <string.h>

static const char TABLE[] = "tabel", INDEX[] = "index";
/* In the name of a line that was brought to another year. */
static const char BROUGHT[] = ", omgerekend: ";

void
plan_tariffs_ask(struct exchange *ex)
{
	tariff_ask_own(ex->batch, ex->token_hash);
}

struct plan_tariffs
plan_tariffs_of(const struct exchange *ex, const struct plan_place *place)
{
	struct plan_tariffs t = { .library = ex->library,
		.casus = place->casus };

	t.own_count = tariff_read_own(ex->batch, &t.own);
	return t;
}

const struct tariff *
plan_tariffs_find(const struct plan_tariffs *t, const char *code)
{
	const struct casus *c = t->casus;
	const struct tariff *found =
	    tariff_find(c->tariffs, c->tariff_count, code);

	if (found == NULL)
		found = tariff_find(t->own, t->own_count, code);
	return found != NULL ? found : library_tariff(t->library, NULL, code);
}

const struct tariff *
plan_tariff_early(
    struct exchange *ex, const struct plan_place *place, const char *code)
{
	const struct tariff *known =
	    library_tariff(ex->library, place->casus, code);
	struct tariff *unknown;

	if (known != NULL || *code == '\0')
		return known;
	unknown = arena_alloc(ex->arena, sizeof(*unknown));
	unknown->code = code;
	return unknown;
}

/* The newest year that the table of indices can bring a price to. */
static int
newest_year(const struct exchange *ex)
{
	const struct library *l = ex->library;

	return l->index_count == 0 ? 0 : l->index[l->index_count - 1].jaar;
}

static bool
brought(struct exchange *ex, int64_t *cents, int64_t from, int year)
{
	return tariff_indexed(ex->arena, cents, from, year, newest_year(ex),
	    ex->library->index, ex->library->index_count);
}

static const char *
factor(struct exchange *ex, int year)
{
	return tariff_factor(ex->arena, year, newest_year(ex),
	    ex->library->index, ex->library->index_count);
}

bool
price_read(struct plan_price *out, struct exchange *ex,
    const struct plan_place *place, const char *code, const char *typed)
{
	const struct casus *c = place->casus;
	char word[8], rest[2];
	long long cents;
	int year;

	*out = (struct plan_price){ .choice = "",
		.may_be_own =
		    tariff_find(c->tariffs, c->tariff_count, code) == NULL };
	if (*typed == '\0')
		return true;
	if (sscanf(typed, "%7[a-z].%10lld.%4d%1s", word, &cents, &year, rest) !=
		3 ||
	    cents < 0 || cents > TARIFF_CENTS_MAX || year < TARIFF_YEAR_MIN)
		return false;
	out->from_eurocent = cents;
	out->from_jaar = year;
	if (strcmp(word, TABLE) == 0) {
		out->choice = TABLE;
		return true;
	}
	out->choice = INDEX;
	out->jaar = newest_year(ex);
	out->afleiding = arena_printf(ex->arena, "%s%s (%d) × %s", BROUGHT,
	    text_euro(ex->arena, cents), year, factor(ex, year));
	return strcmp(word, INDEX) == 0 &&
	    brought(ex, &out->eurocent, cents, year);
}

static struct plan_option
choice(struct arena *a, const char *word, int64_t cents, int year,
    const char *words)
{
	return (struct plan_option){
		.value = arena_printf(
		    a, "%s.%lld.%d", word, (long long)cents, year),
		.words = words,
	};
}

/* "€ 85,20 (2023)" */
static const char *
short_price(struct arena *a, int64_t cents, int year)
{
	return arena_printf(a, "%s (%d)", text_euro(a, cents), year);
}

/*
 * "Omrekenen kan: € 85,20 (2023) × 1,0671 = € 90,92 (2025), met de inflatie
 * volgens het CBS: 2024 3,3 %, 2025 3,3 %." And what that is worth.
 */
static const char *
index_words(struct exchange *ex, int64_t from, int year, int64_t now)
{
	struct arena *a = ex->arena;
	const struct library *l = ex->library;
	const char *out = "";

	for (size_t i = 0; i < l->index_count; i++)
		if (l->index[i].jaar > year)
			out = arena_printf(a, "%s%s%d %d,%d %%", out,
			    *out != '\0' ? ", " : "", l->index[i].jaar,
			    l->index[i].promille / 10,
			    l->index[i].promille % 10);
	return arena_printf(a,
	    "Omrekenen kan: %s × %s = %s, met de inflatie volgens het CBS: %s. "
	    "Een tarief kan anders stijgen dan de inflatie.",
	    short_price(a, from, year), factor(ex, year),
	    short_price(a, now, newest_year(ex)), out);
}

/* The price of `cents` in `year`, brought to the newest year; or nothing. */
static void
add_index(struct plan_select_view *v, struct plan_option *list,
    struct exchange *ex, int64_t cents, int year)
{
	int64_t now;

	if (!brought(ex, &now, cents, year))
		return;
	list[v->count++] = choice(ex->arena, INDEX, cents, year,
	    arena_printf(ex->arena, "Omgerekend: %s",
		short_price(ex->arena, now, newest_year(ex))));
	v->hint = index_words(ex, cents, year, now);
}

const char *
price_since(struct arena *a, const struct plan_line *line,
    const struct tariff *tariff)
{
	if (tariff == NULL || strstr(line->omschrijving, BROUGHT) != NULL ||
	    (line->tarief_eurocent == tariff->tarief_eurocent &&
		line->prijspeil_jaar == tariff->prijspeil_jaar))
		return NULL;
	return arena_printf(a, "In de tabel staat nu %s, prijspeil %d.",
	    tariff_words(a, tariff->tarief_eurocent, tariff->eenheid),
	    tariff->prijspeil_jaar);
}

/* Of a line that is there. */
static void
add_for_line(struct plan_select_view *v, struct plan_option *list,
    struct exchange *ex, const struct plan_line *line,
    const struct tariff *tariff)
{
	struct arena *a = ex->arena;

	list[v->count++] = (struct plan_option){ .value = "",
		.words = arena_printf(a, "Blijft %s",
		    short_price(
			a, line->tarief_eurocent, line->prijspeil_jaar)) };
	if (tariff != NULL &&
	    (line->tarief_eurocent != tariff->tarief_eurocent ||
		line->prijspeil_jaar != tariff->prijspeil_jaar))
		list[v->count++] = choice(a, TABLE, tariff->tarief_eurocent,
		    tariff->prijspeil_jaar,
		    arena_printf(a, "Uit de tabel: %s",
			short_price(a, tariff->tarief_eurocent,
			    tariff->prijspeil_jaar)));
	if (strstr(line->omschrijving, BROUGHT) == NULL)
		add_index(v, list, ex, line->tarief_eurocent,
		    line->prijspeil_jaar);
}

struct plan_select_view
price_choices(struct exchange *ex, const struct plan_line *line,
    const struct tariff *tariff, const char *chosen)
{
	struct plan_option *list = arena_array(ex->arena, 3, sizeof(*list));
	struct plan_select_view v = { .options = list };

	if (line != NULL) {
		add_for_line(&v, list, ex, line, tariff);
	} else if (tariff != NULL) {
		int64_t cents = tariff->tarief_eurocent;
		int year = tariff->prijspeil_jaar;

		list[v.count++] = choice(ex->arena, TABLE, cents, year,
		    arena_printf(ex->arena, "Uit de tabel: %s",
			short_price(ex->arena, cents, year)));
		add_index(&v, list, ex, cents, year);
	}
	for (size_t i = 0; i < v.count; i++)
		list[i].is_chosen = strcmp(list[i].value, chosen) == 0;
	return v;
}
