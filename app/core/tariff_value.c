/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tariff_value.c - what each column of a tariff may hold. The limits are
 * those of migrations/0009 and of the calculation core (rekenregels §11).
 */
#include "core/tariff_value.h"

#include "base/form.h"
#include "base/text.h"

#include <string.h>

enum { CODE_MAX = 40, NAME_MAX = 200, UNIT_MAX = 20, LAW_MAX = 80,
	SOURCE_MAX = 400 };

static const struct {
	const char *name;
	bool is_needed;
} COLUMNS[TARIFF_COLUMN_COUNT] = {
	[COLUMN_CODE] = { "code", true },
	[COLUMN_NAME] = { "omschrijving", true },
	[COLUMN_UNIT] = { "eenheid", true },
	[COLUMN_CENTS] = { "tarief_eurocent", false },
	[COLUMN_EUROS] = { "tarief", false },
	[COLUMN_YEAR] = { "prijspeil_jaar", true },
	[COLUMN_DOMAIN] = { "domein", true },
	[COLUMN_LAW] = { "wet", true },
	[COLUMN_PAYER] = { "betaler", true },
	[COLUMN_SOURCE] = { "bron", true },
	[COLUMN_CERTAINTY] = { "zekerheid", true },
	[COLUMN_KIND] = { "aard", false },
	[COLUMN_PERIOD] = { "per_gebruikelijk", false },
	[COLUMN_FLOW] = { "kasstroom", false },
	[COLUMN_STAY] = { "verblijf24", false },
	[COLUMN_EVENT] = { "gebeurtenis", false },
	[COLUMN_SEVERE] = { "ernstig", false },
};

const char *
tariff_column_name(int column)
{
	return COLUMNS[column].name;
}

bool
tariff_column_is_needed(int column)
{
	return COLUMNS[column].is_needed;
}

int
tariff_column_of(const char *name)
{
	int c = 0;

	if (*name == '\0')
		return -1;
	while (c < TARIFF_COLUMN_COUNT && strcmp(COLUMNS[c].name, name) != 0)
		c++;
	return c;
}

void
tariff_fault(struct tariff_file *file, struct arena *a, int line,
    const char *column, const char *message)
{
	if (file->fault_count == file->fault_size) {
		size_t size = file->fault_size == 0 ? 16 : 2 * file->fault_size;
		struct tariff_fault *list =
		    arena_array(a, size, sizeof(*list));

		if (file->fault_count > 0)
			memcpy(list, file->faults,
			    file->fault_count * sizeof(*list));
		file->faults = list;
		file->fault_size = size;
	}
	file->faults[file->fault_count++] =
	    (struct tariff_fault){ line, column, message };
}

/* A row that is being read. */
struct reading {
	struct tariff_file *file;
	struct arena *arena;
	int line;
	const char *const *values;
};

static void
fault(struct reading *r, int column, const char *message)
{
	tariff_fault(r->file, r->arena, r->line, COLUMNS[column].name, message);
}

/* Words of at most `most` characters, on one line, that no spreadsheet takes
 * for a formula. */
static const char *
read_words(struct reading *r, int column, size_t most)
{
	const char *value = r->values[column];

	if (*value == '\0')
		fault(r, column, "Dit is leeg. Vul het in.");
	else if (strchr(value, '\n') != NULL)
		fault(r, column, "Dit staat op meer regels. Zet het op een.");
	else if (text_length(value) > most)
		fault(r, column,
		    arena_printf(r->arena,
			"Dit is te lang. Gebruik niet meer dan %zu tekens.",
			most));
	else if (strchr("=+-@", *value) != NULL)
		fault(r, column,
		    arena_printf(r->arena,
			"Dit begint met ‘%c’: een spreadsheet ziet dat als "
			"een formule. Haal dat teken weg.",
			*value));
	return value;
}

static const char *
read_code(struct reading *r)
{
	static const char GOOD[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				   "abcdefghijklmnopqrstuvwxyz0123456789-._";
	const char *code = r->values[COLUMN_CODE];
	const struct tariff_file *file = r->file;

	if (*code == '\0')
		fault(r, COLUMN_CODE,
		    "Dit is leeg. Geef elk tarief een eigen code.");
	else if (code[strspn(code, GOOD)] != '\0' || strlen(code) > CODE_MAX ||
	    strchr("-._", *code) != NULL)
		fault(r, COLUMN_CODE,
		    "Gebruik letters, cijfers en streepjes, samen niet meer "
		    "dan 40, en begin met een letter of cijfer.");
	else
		for (size_t i = 0; i < file->row_count; i++)
			if (strcmp(file->rows[i].code, code) == 0) {
				fault(r, COLUMN_CODE,
				    arena_printf(r->arena,
					"‘%s’ staat ook op regel %d. Geef elk "
					"tarief een eigen code.",
					code, file->row_lines[i]));
				break;
			}
	return code;
}

/* "1.234,50", "€ 12,50", "12" and "12.50" in cents; -1 when it is none. */
static int64_t
cents_of(const char *text)
{
	const char *at = text, *end, *tail;
	size_t digits, first;
	int64_t cents = 0;

	if (strncmp(at, "€", strlen("€")) == 0)
		at += strlen("€");
	if (strncmp(at, "\u00a0", strlen("\u00a0")) == 0)
		at += strlen("\u00a0");
	at += strspn(at, " ");
	end = strchr(at, ',');
	tail = end != NULL ? end + 1 : "";
	if (end == NULL) {
		end = strchr(at, '.');
		tail = end != NULL ? end + 1 : "";
		if (end != NULL && strlen(tail) != 2)
			return -1; /* a thousand, or a decimal? */
	}
	end = end != NULL ? end : at + strlen(at);
	first = strcspn(at, ".");
	for (digits = 0; at < end; at++) {
		if (*at == '.') {
			if (digits == 0 || first > 3 || (end - at) % 4 != 0)
				return -1;
			continue;
		}
		if (*at < '0' || *at > '9' || ++digits > 10)
			return -1;
		cents = 10 * cents + (*at - '0');
	}
	if (digits == 0 || strlen(tail) > 2 || (*end != '\0' && !*tail) ||
	    tail[strspn(tail, "0123456789")] != '\0')
		return -1;
	cents *= 100;
	if (*tail != '\0')
		cents += 10 * (tail[0] - '0') +
		    (tail[1] != '\0' ? tail[1] - '0' : 0);
	return cents;
}

static int64_t
read_price(struct reading *r)
{
	const char *euros = r->values[COLUMN_EUROS];
	int64_t cents = 0;

	if (euros == NULL) {
		if (!form_parse_int(r->values[COLUMN_CENTS], 0,
			TARIFF_CENTS_MAX, &cents))
			fault(r, COLUMN_CENTS,
			    "Vul een heel aantal eurocenten in, van 0 tot en "
			    "met 1000000000. € 12,50 schrijf je als 1250.");
		return cents;
	}
	cents = cents_of(euros);
	if (*euros == '-' || strncmp(euros, "−", strlen("−")) == 0)
		fault(r, COLUMN_EUROS,
		    "Een tarief is niet lager dan 0. Haal het minteken weg.");
	else if (cents < 0)
		fault(r, COLUMN_EUROS,
		    "Vul een bedrag in euro’s in, met een komma en hooguit "
		    "twee cijfers erachter: 12,50 of 1.234,50.");
	else if (cents > TARIFF_CENTS_MAX)
		fault(r, COLUMN_EUROS,
		    "Een tarief is niet hoger dan 10.000.000 euro. Kijk het "
		    "bedrag na.");
	return cents < 0 ? 0 : cents;
}

static int
read_year(struct reading *r, int this_year)
{
	int64_t year = 0;
	int last = this_year + 1;

	if (!form_parse_int(
		r->values[COLUMN_YEAR], TARIFF_YEAR_MIN, last, &year))
		fault(r, COLUMN_YEAR,
		    arena_printf(r->arena,
			"Vul het jaar van de prijs in, van %d tot en met %d.",
			TARIFF_YEAR_MIN, last));
	return (int)year;
}

/* All words of a list, as "a, b of c". */
static const char *
words_of(struct arena *a, const char *const *words)
{
	const char *out = words[0];

	for (size_t i = 1; words[i] != NULL; i++)
		out = arena_printf(a, "%s%s%s", out,
		    words[i + 1] != NULL ? ", " : " of ", words[i]);
	return out;
}

/* `otherwise`: for an empty value; NULL when it must be there. */
static const char *
read_choice(struct reading *r, int column, const char *const *words,
    const char *otherwise)
{
	const char *typed = r->values[column], *value;

	if (typed == NULL || *typed == '\0') {
		if (otherwise == NULL)
			fault(r, column,
			    arena_printf(r->arena,
				"Dit is leeg. Vul in: %s.",
				words_of(r->arena, words)));
		return otherwise != NULL ? otherwise : "";
	}
	value = text_fold(r->arena, typed);
	if (!tariff_is_word(value, words))
		fault(r, column,
		    arena_printf(r->arena, "%s kan hier niet. Vul in: %s.",
			text_length(typed) > NAME_MAX ?
			    "Dit" :
			    arena_printf(r->arena, "‘%s’", typed),
			words_of(r->arena, words)));
	return value;
}

static const char *
read_certainty(struct reading *r)
{
	static const struct {
		const char *screen, *word;
	} WORDS[] = { { "officieel", "official" },
		{ "officieel bedrag", "official" },
		{ "gepubliceerd", "published" },
		{ "gepubliceerd bedrag", "published" },
		{ "oefenbedrag", "illustrative" } };
	const char *typed =
	    text_fold(r->arena, r->values[COLUMN_CERTAINTY]);

	for (size_t i = 0; i < sizeof(WORDS) / sizeof(WORDS[0]); i++)
		if (strcmp(typed, WORDS[i].screen) == 0)
			return WORDS[i].word;
	return read_choice(r, COLUMN_CERTAINTY, TARIFF_CERTAINTIES, NULL);
}

/* How often something of this unit is mostly given. */
static const char *
usual_period(const char *unit)
{
	static const char *const WEEKLY[] = { "uur", "dagdeel", "week", NULL };
	static const char *const DAILY[] = { "dag", "etmaal", NULL };

	if (tariff_is_word(unit, WEEKLY))
		return "week";
	if (tariff_is_word(unit, DAILY))
		return "dag";
	return strcmp(unit, "maand") == 0 || strcmp(unit, "jaar") == 0 ?
	    unit :
	    "eenmalig";
}

/* Empty: this table does not say, and the general one does. */
static const char *
read_event(struct reading *r)
{
	const char *typed = r->values[COLUMN_EVENT], *name;

	if (typed == NULL || *typed == '\0')
		return "";
	name = text_fold(r->arena, typed);
	if (!tariff_is_event(name))
		fault(r, COLUMN_EVENT,
		    "Gebruik één woord van hooguit 40 letters, cijfers en "
		    "streepjes, zoals ‘uitzetting’. Of laat het leeg.");
	return name;
}

struct tariff
tariff_row_read(struct tariff_file *file, struct arena *a, int line,
    const char *const *values, int this_year)
{
	static const char *const YES_NO[] = { "ja", "nee", NULL };
	struct reading r = { file, a, line, values };
	struct tariff t = { .code = read_code(&r) };

	t.omschrijving = read_words(&r, COLUMN_NAME, NAME_MAX);
	t.eenheid = read_words(&r, COLUMN_UNIT, UNIT_MAX);
	t.tarief_eurocent = read_price(&r);
	t.prijspeil_jaar = read_year(&r, this_year);
	t.domein = read_choice(&r, COLUMN_DOMAIN, TARIFF_DOMAINS, NULL);
	t.wet = read_words(&r, COLUMN_LAW, LAW_MAX);
	t.betaler = read_choice(&r, COLUMN_PAYER, TARIFF_PAYERS, NULL);
	t.bron = read_words(&r, COLUMN_SOURCE, SOURCE_MAX);
	t.zekerheid = read_certainty(&r);
	t.aard = read_choice(&r, COLUMN_KIND, TARIFF_KINDS, "dienst");
	t.per_gebruikelijk = read_choice(&r, COLUMN_PERIOD, TARIFF_PERIODS,
	    usual_period(t.eenheid));
	t.kasstroom = read_choice(&r, COLUMN_FLOW, TARIFF_FLOWS, "variabel");
	t.verblijf24 = read_choice(&r, COLUMN_STAY, YES_NO, "");
	t.gebeurtenis = read_event(&r);
	t.ernstig = read_choice(&r, COLUMN_SEVERE, YES_NO, "");
	t.folded = tariff_folded(a, &t);
	return t;
}
