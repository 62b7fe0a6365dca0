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

/* The price of `cents` in `year`, brought to the newest year; or nothing. */
static size_t
add_index(struct plan_option *out, struct exchange *ex, int64_t cents,
    int year)
{
	struct arena *a = ex->arena;
	int64_t now;

	if (!brought(ex, &now, cents, year))
		return 0;
	*out = choice(a, INDEX, cents, year,
	    arena_printf(a,
		"Omgerekend naar prijspeil %d: %s (%d) × %s = %s",
		newest_year(ex), text_euro(a, cents), year,
		factor(ex, year), text_euro(a, now)));
	return 1;
}

/* "Inflatie volgens het CBS: 2024 3,3 %, 2025 3,3 %." */
static const char *
index_words(const struct exchange *ex, int year)
{
	const struct library *l = ex->library;
	const char *out = "";

	for (size_t i = 0; i < l->index_count; i++)
		if (l->index[i].jaar > year)
			out = arena_printf(ex->arena, "%s%s%d %d,%d %%", out,
			    *out != '\0' ? ", " : "", l->index[i].jaar,
			    l->index[i].promille / 10,
			    l->index[i].promille % 10);
	return arena_printf(ex->arena,
	    "Omrekenen gaat met de inflatie volgens het CBS: %s. Een tarief "
	    "kan anders stijgen dan de inflatie.",
	    out);
}

static size_t
add_all(struct plan_option *out, struct exchange *ex,
    const struct plan_line *line, const struct tariff *tariff)
{
	struct arena *a = ex->arena;
	size_t n = 0;

	if (line != NULL)
		out[n++] = (struct plan_option){ .value = "",
			.words = arena_printf(a,
			    "Zoals het in de som staat: %s, prijspeil %d",
			    tariff_words(
				a, line->tarief_eurocent, line->eenheid),
			    line->prijspeil_jaar) };
	if (tariff != NULL &&
	    (line == NULL ||
		line->tarief_eurocent != tariff->tarief_eurocent ||
		line->prijspeil_jaar != tariff->prijspeil_jaar))
		out[n++] = choice(a, TABLE, tariff->tarief_eurocent,
		    tariff->prijspeil_jaar,
		    arena_printf(a, "%s: %s, prijspeil %d",
			line == NULL ? "Zoals het in de tabel staat" :
				       "Neem over wat nu in de tabel staat",
			tariff_words(
			    a, tariff->tarief_eurocent, tariff->eenheid),
			tariff->prijspeil_jaar));
	if (line != NULL && strstr(line->omschrijving, BROUGHT) == NULL)
		n += add_index(&out[n], ex, line->tarief_eurocent,
		    line->prijspeil_jaar);
	else if (line == NULL && tariff != NULL)
		n += add_index(&out[n], ex, tariff->tarief_eurocent,
		    tariff->prijspeil_jaar);
	return n;
}

struct plan_select_view
price_choices(struct exchange *ex, const struct plan_line *line,
    const struct tariff *tariff, const char *chosen)
{
	struct plan_option *list = arena_array(ex->arena, 3, sizeof(*list));
	struct plan_select_view v = { .options = list };
	int year = line != NULL ? line->prijspeil_jaar :
	    tariff != NULL	? tariff->prijspeil_jaar :
				  newest_year(ex);

	v.count = add_all(list, ex, line, tariff);
	for (size_t i = 0; i < v.count; i++) {
		list[i].is_chosen = strcmp(list[i].value, chosen) == 0;
		if (strncmp(list[i].value, INDEX, sizeof(INDEX) - 1) == 0)
			v.hint = index_words(ex, year);
	}
	return v;
}
