/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * gegevens.c - tariffs and articles of law as data: a row with a fault is
 * named with its line, and the table is refused as a whole by the library.
 */
#include "content/gegevens.h"

#include "base/form.h"
#include "base/text.h"
#include "content/csv.h"
#include "core/law.h"
#include "core/tariff.h"
#include "core/validity.h"

#include <stdio.h>
#include <string.h>

enum { YEAR_MIN = TARIFF_YEAR_MIN };

static void
check_word(const struct csv *csv, struct faults *f, int line, const char *what,
    const char *value, const char *const *words)
{
	if (*value != '\0' && !tariff_is_word(value, words))
		fault_add(f, csv->file, line,
		    "‘%s’ is geen %s. Kijk in courses/README.md welke er "
		    "zijn.",
		    value, what);
}

static const char *const NO_WORDS[] = {NULL}; /* already known to be none */

static void
check_code(const struct csv *csv, struct faults *f, size_t row)
{
	const char *code = csv->rows[row].value[0];

	if (*code == '\0')
		fault_add(f, csv->file, csv->rows[row].line,
		    "de code ontbreekt. Geef elke rij een eigen code.");
	for (size_t i = 0; i < row; i++)
		if (strcmp(csv->rows[i].value[0], code) == 0)
			fault_add(f, csv->file, csv->rows[row].line,
			    "de code ‘%s’ staat ook op regel %d. Geef elke "
			    "rij een eigen code.",
			    code, csv->rows[i].line);
}

static const char *const TARIFF_COLUMNS[] = {"code", "omschrijving", "eenheid",
    "tarief_eurocent", "prijspeil_jaar", "domein", "wet", "betaler", "bron",
    "zekerheid", "aard", "per_gebruikelijk", "kasstroom", "verblijf24",
    "gebeurtenis", "ernstig"};
enum {
	TARIFF_COLUMN_COUNT =
	    sizeof(TARIFF_COLUMNS) / sizeof(TARIFF_COLUMNS[0]),
	TARIFF_COLUMNS_FILLED = TARIFF_COLUMN_COUNT - 3 /* never empty */
};

/* A total must say of which event: the core warns for its parts beside it. */
static void
check_event(const struct csv *csv, struct faults *f, const struct csv_row *row)
{
	static const char TOTAL[] = "-TOTAAL";
	const char *code = row->value[0], *event = row->value[14];
	size_t length = strlen(code), end = sizeof(TOTAL) - 1;

	if (event[strspn(event, "abcdefghijklmnopqrstuvwxyz-")] != '\0')
		fault_add(f, csv->file, row->line,
		    "de gebeurtenis ‘%s’ mag alleen kleine letters en "
		    "streepjes hebben.",
		    event);
	if (*event == '\0' && length > end &&
	    strcmp(code + length - end, TOTAL) == 0)
		fault_add(f, csv->file, row->line,
		    "‘%s’ is een totaal. Noem bij gebeurtenis waarvan.", code);
}

static void
check_tariff(const struct csv *csv, struct faults *f, const struct csv_row *row)
{
	/* Empty: nobody judged it yet, and the core stays silent. */
	static const char *const YES_NO[] = {"ja", "nee", "", NULL};

	for (size_t i = 1; i < TARIFF_COLUMNS_FILLED; i++)
		if (*row->value[i] == '\0')
			fault_add(f, csv->file, row->line,
			    "‘%s’ is leeg. Elk tarief heeft een bron, een "
			    "prijspeil en een zekerheid. Vul het in.",
			    TARIFF_COLUMNS[i]);
	check_word(csv, f, row->line, "domein", row->value[5], TARIFF_DOMAINS);
	check_word(csv, f, row->line, "betaler", row->value[7], TARIFF_PAYERS);
	check_word(csv, f, row->line, "zekerheid", row->value[9],
	    TARIFF_CERTAINTIES);
	check_word(csv, f, row->line, "aard", row->value[10], TARIFF_KINDS);
	check_word(csv, f, row->line, "per_gebruikelijk", row->value[11],
	    TARIFF_PERIODS);
	check_word(csv, f, row->line, "kasstroom", row->value[12],
	    TARIFF_FLOWS);
	check_word(csv, f, row->line, "verblijf24", row->value[13], YES_NO);
	check_word(csv, f, row->line, "ernstig", row->value[15], YES_NO);
	check_event(csv, f, row);
}

size_t
tariffs_read(const struct tariff **out, struct arena *a, struct faults *f,
    const char *file)
{
	struct csv csv;
	struct tariff *list;

	*out = NULL;
	if (!csv_read(&csv, a, f, file, TARIFF_COLUMNS, TARIFF_COLUMN_COUNT))
		return 0;
	list = arena_array(a, csv.row_count, sizeof(*list));
	for (size_t i = 0; i < csv.row_count; i++) {
		const struct csv_row *row = &csv.rows[i];
		const char *const *v = row->value;
		int64_t cents = 0, year = 0;

		check_code(&csv, f, i);
		check_tariff(&csv, f, row);
		if (!form_parse_int(v[3], 0, TARIFF_CENTS_MAX, &cents))
			fault_add(f, file, row->line,
			    "tarief_eurocent ‘%s’ is geen bedrag in hele "
			    "eurocenten.",
			    v[3]);
		if (!form_parse_int(v[4], YEAR_MIN, TARIFF_YEAR_MAX, &year))
			fault_add(f, file, row->line,
			    "prijspeil_jaar ‘%s’ is geen jaartal.", v[4]);
		list[i] = (struct tariff){.code = v[0],
		    .omschrijving = v[1],
		    .eenheid = v[2],
		    .tarief_eurocent = cents,
		    .prijspeil_jaar = (int)year,
		    .domein = v[5],
		    .wet = v[6],
		    .betaler = v[7],
		    .bron = v[8],
		    .zekerheid = v[9],
		    .aard = v[10],
		    .per_gebruikelijk = v[11],
		    .kasstroom = v[12],
		    .verblijf24 = v[13],
		    .gebeurtenis = v[14],
		    .ernstig = v[15],
		    .folded = text_fold(a, arena_printf(a, "%s %s %s %s", v[0],
					       v[1], v[5], v[6]))};
	}
	*out = list;
	return csv.row_count;
}

size_t
index_read(const struct tariff_index **out, struct arena *a, struct faults *f,
    const char *file)
{
	static const char *const COLUMNS[] = {
	    "jaar", "jaarmutatie_promille", "bron", "nagekeken"};
	struct csv csv;
	struct tariff_index *list;

	*out = NULL;
	if (!csv_read(&csv, a, f, file, COLUMNS, 4))
		return 0;
	list = arena_array(a, csv.row_count, sizeof(*list));
	for (size_t i = 0; i < csv.row_count; i++) {
		const char *const *v = csv.rows[i].value;
		int64_t year = 0, change = 0;

		if (!form_parse_int(v[0], YEAR_MIN, TARIFF_YEAR_MAX, &year) ||
		    (i > 0 && year != list[i - 1].jaar + 1))
			fault_add(f, file, csv.rows[i].line,
			    "‘%s’ is niet het jaar na de vorige regel.", v[0]);
		if (!form_parse_int(v[1], -999, 999, &change))
			fault_add(f, file, csv.rows[i].line,
			    "‘%s’ is geen verandering in promille: 3,3 %% is "
			    "33.",
			    v[1]);
		if (*v[2] == '\0' || !validity_is_day(v[3]))
			fault_add(f, file, csv.rows[i].line,
			    "een cijfer heeft een bron en een dag waarop het "
			    "is nagekeken.");
		list[i] = (struct tariff_index){
		    (int)year, (int)change, v[2]};
	}
	*out = list;
	return csv.row_count;
}

static const char *const LAW_COLUMNS[] = {"code", "wet", "artikel", "lid",
    "kernzin", "wanneer_bruikbaar", "domein", "bwb_id", "geverifieerd", "waar",
    "hindernissen", "helpt_niet", "bereiken"};
enum { LAW_COLUMN_COUNT = sizeof(LAW_COLUMNS) / sizeof(LAW_COLUMNS[0]) };

size_t
synonyms_read(const char *const **out, struct arena *a, struct faults *f,
    const char *file)
{
	static const char *const COLUMNS[] = {"woord", "ook"};
	struct csv csv;
	const char **list;

	*out = NULL;
	if (!csv_read(&csv, a, f, file, COLUMNS, 2))
		return 0;
	list = arena_array(a, csv.row_count + 1, sizeof(*list));
	for (size_t i = 0; i < csv.row_count; i++) {
		const char *const *v = csv.rows[i].value;

		if (text_is_blank(v[0]) || text_is_blank(v[1]))
			fault_add(f, file, csv.rows[i].line,
			    "een woord heeft ten minste één ander woord dat "
			    "ongeveer hetzelfde zegt.");
		list[i] = arena_printf(a, "%s | %s", v[0], v[1]);
	}
	*out = list;
	return csv.row_count;
}

/* One article, like "4a", "2.3.5" or "3:4"; not "6 en 9" or "475c-475e". */
static bool
is_one_article(const char *text)
{
	return *text != '\0' &&
	       text[strspn(text, "0123456789abcdefghijklmnopqrstuvwxyz.:")] ==
		   '\0';
}

/*
 * wetten.overheid.nl knows Dutch law by its BWB number, and an article in it
 * by the reference of Juriconnect.
 */
static const struct safe_url *
official_text(struct arena *a, const char *bwb_id, const char *article)
{
	if (strncmp(bwb_id, "BWBR", 4) == 0 && is_one_article(article))
		return url_external(
		    a, arena_printf(a,
			   "https://wetten.overheid.nl/jci1.3:c:%s&artikel=%s",
			   bwb_id, article));
	if (strncmp(bwb_id, "BWBR", 4) == 0)
		return url_external(a,
		    arena_printf(a, "https://wetten.overheid.nl/%s", bwb_id));
	if (strncmp(bwb_id, "CELEX ", 6) == 0)
		return url_external(
		    a, arena_printf(a,
			   "https://eur-lex.europa.eu/legal-content/NL/TXT/"
			   "?uri=CELEX:%s",
			   bwb_id + 6));
	return NULL;
}

/* The first dd-mm-jjjj in a text, in words; NULL: there is none. */
static const char *
first_date(struct arena *a, const char *text)
{
	int day, month, year;

	for (; *text != '\0'; text++)
		if (sscanf(text, "%2d-%2d-%4d", &day, &month, &year) == 3 &&
		    year >= YEAR_MIN)
			return text_iso_date(
			    a, arena_printf(
				   a, "%04d-%02d-%02d", year, month, day));
	return NULL;
}

/* What the columns "geverifieerd" and "waar" mean to a learner. */
static const char *
checked_words(struct arena *a, const char *verified, const char *where)
{
	const char *date = first_date(a, where);

	if (strcmp(verified, "ja") == 0 && date != NULL)
		return arena_printf(
		    a, "Nagelezen in de wettekst van %s.", date);
	if (strcmp(verified, "ja") == 0)
		return "Nagelezen in de wettekst.";
	if (strcmp(verified, "deels") == 0)
		return "Nog niet helemaal nagelezen. Kijk zelf in de wet.";
	return "Nog niet nagelezen. Kijk zelf in de wet.";
}

/* "een zin | nog een zin": its parts, without spaces around them. */
static size_t
split_phrases(struct arena *a, const char *text, const char *const **out)
{
	char *rest = arena_strdup(a, text), *part;
	const char **list = arena_array(a, strlen(text) / 2 + 1, sizeof(*list));
	size_t count = 0;

	while ((part = strtok_r(rest, "|", &rest)) != NULL)
		if (!text_is_blank(part))
			list[count++] = text_trim(a, part);
	*out = list;
	return count;
}

static unsigned
read_goals(struct arena *a, struct faults *f, const struct csv *csv, int line,
    const char *text)
{
	char *rest = arena_strdup(a, text), *slug;
	unsigned goals = 0;

	while ((slug = strtok_r(rest, " ", &rest)) != NULL) {
		int at = law_theme_at(LAW_GOALS, LAW_GOAL_COUNT, slug);

		if (at < 0)
			check_word(csv, f, line, "bereiken", slug, NO_WORDS);
		else
			goals |= 1U << at;
	}
	return goals;
}

/* What the columns of an article must hold. */
static void
check_law(const struct csv *csv, struct faults *f, const struct csv_row *row)
{
	static const char *const VERIFIED[] = {"ja", "deels", "nee", NULL};
	const char *const *v = row->value;

	if (*v[1] == '\0' || *v[2] == '\0' || *v[4] == '\0')
		fault_add(f, csv->file, row->line,
		    "wet, artikel en kernzin mogen niet leeg zijn.");
	if (law_theme_at(LAW_DOMAINS, LAW_DOMAIN_COUNT, v[6]) < 0)
		check_word(csv, f, row->line, "domein", v[6], NO_WORDS);
	check_word(csv, f, row->line, "geverifieerd", v[8], VERIFIED);
	if (*v[8] == '\0' || *v[9] == '\0')
		fault_add(f, csv->file, row->line,
		    "zeg bij geverifieerd of het is nagelezen, en bij "
		    "waar in welke tekst.");
	if (text_is_blank(v[10]) || text_is_blank(v[11]) ||
	    text_is_blank(v[12]))
		fault_add(f, csv->file, row->line,
		    "vul hindernissen (zoals mensen het zeggen, met | "
		    "ertussen), helpt_niet en bereiken in.");
}

size_t
laws_read(
    const struct law **out, struct arena *a, struct faults *f, const char *file)
{
	struct csv csv;
	struct law *list;

	*out = NULL;
	if (!csv_read(&csv, a, f, file, LAW_COLUMNS, LAW_COLUMN_COUNT))
		return 0;
	list = arena_array(a, csv.row_count, sizeof(*list));
	for (size_t i = 0; i < csv.row_count; i++) {
		const char *const *v = csv.rows[i].value;

		check_code(&csv, f, i);
		check_law(&csv, f, &csv.rows[i]);
		list[i] = (struct law){.code = v[0],
		    .wet = v[1],
		    .artikel = v[2],
		    .lid = v[3],
		    .kernzin = v[4],
		    .wanneer = v[5],
		    .domein = v[6],
		    .bwb_id = v[7],
		    .checked = checked_words(a, v[8], v[9]),
		    .folded = text_fold(
			a, arena_printf(a, "%s %s %s %s %s %s %s", v[0], v[1],
			       v[2], v[3], v[4], v[5], v[6])),
		    .official = official_text(a, v[7], v[2]),
		    .helpt_niet = v[11],
		    .goals = read_goals(a, f, &csv, csv.rows[i].line, v[12])};
		list[i].hindernis_count =
		    split_phrases(a, v[10], &list[i].hindernissen);
	}
	*out = list;
	return csv.row_count;
}
