/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * quantity_token.c - cut a quantity in words into numbers and nouns.
 *
 * Works on folded text, so "één" and "Een" are the same. A number and what
 * is glued to it are two tokens ("2x", "26wk"). Numbers stay exact parts.
 */
#include "core/quantity_token.h"

#include "base/text.h"
#include "core/plan_input.h"

#include <string.h>

enum { PARTS_MAX = 1000000 };

static int64_t
common(int64_t a, int64_t b)
{
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

struct parts
parts_of(int64_t top, int64_t bottom)
{
	int64_t d = bottom == 0 ? 0 : common(top, bottom);

	if (d == 0)
		return (struct parts){0, 0};
	top /= d;
	bottom /= d;
	if (top > 1000 * (int64_t)NUMBER_MAX || bottom > PARTS_MAX)
		return (struct parts){0, 0};
	return (struct parts){top, bottom};
}

/* Both are at most 10^9 over 10^6, so nothing here can run over. */
struct parts
parts_times(struct parts a, struct parts b)
{
	return parts_of(a.top * b.top, a.bottom * b.bottom);
}

struct parts
parts_over(struct parts a, struct parts b)
{
	return parts_of(a.top * b.bottom, a.bottom * b.top);
}

struct parts
parts_plus(struct parts a, struct parts b)
{
	return parts_of(
	    a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

bool
parts_is(struct parts p, int64_t whole)
{
	return p.bottom == 1 && p.top == whole;
}

const char *
parts_text(struct arena *a, struct parts p)
{
	int64_t scale = 1;

	if (p.bottom == 0 || p.top == 0)
		return NULL;
	while (scale < PARTS_MAX && scale % p.bottom != 0)
		scale *= 10;
	if (scale % p.bottom != 0)
		return input_quantity(
		    a, arena_printf(a, "%lld/%lld", (long long)p.top,
			   (long long)p.bottom));
	p.top *= scale / p.bottom;
	if (scale == 1)
		return input_quantity(
		    a, arena_printf(a, "%lld", (long long)p.top));
	return input_quantity(
	    a, arena_printf(a, "%lld,%0*lld", (long long)(p.top / scale),
		   (int)strlen(arena_printf(a, "%lld", (long long)scale)) - 1,
		   (long long)(p.top % scale)));
}

static const struct {
	const char *word;
	int top, bottom;
} NUMBERS[] = {
    {"een", 1, 1},
    {"twee", 2, 1},
    {"drie", 3, 1},
    {"vier", 4, 1},
    {"vijf", 5, 1},
    {"zes", 6, 1},
    {"zeven", 7, 1},
    {"acht", 8, 1},
    {"negen", 9, 1},
    {"tien", 10, 1},
    {"elf", 11, 1},
    {"twaalf", 12, 1},
    {"dertien", 13, 1},
    {"veertien", 14, 1},
    {"vijftien", 15, 1},
    {"zestien", 16, 1},
    {"zeventien", 17, 1},
    {"achttien", 18, 1},
    {"negentien", 19, 1},
    {"twintig", 20, 1},
    {"vierentwintig", 24, 1},
    {"vijfentwintig", 25, 1},
    {"zesentwintig", 26, 1},
    {"dertig", 30, 1},
    {"zesendertig", 36, 1},
    {"veertig", 40, 1},
    {"vijfenveertig", 45, 1},
    {"vijftig", 50, 1},
    {"tweeenvijftig", 52, 1},
    {"zestig", 60, 1},
    {"negentig", 90, 1},
    {"honderd", 100, 1},
    {"honderdtwintig", 120, 1},
    {"honderdtachtig", 180, 1},
    {"half", 1, 2},
    {"halve", 1, 2},
    {"anderhalf", 3, 2},
    {"anderhalve", 3, 2},
    {"heel", 1, 1},
    {"hele", 1, 1},
    {"beide", 2, 1},
    {"driekwart", 3, 4},
};

static const struct {
	const char *word;
	enum noun noun;
	int top, bottom;
} NOUNS[] = {
    {"uur", NOUN_HOUR, 1, 1},
    {"uren", NOUN_HOUR, 1, 1},
    {"u", NOUN_HOUR, 1, 1},
    {"uurtje", NOUN_HOUR, 1, 1},
    {"halfuur", NOUN_HOUR, 1, 2},
    {"minuut", NOUN_HOUR, 1, 60},
    {"minuten", NOUN_HOUR, 1, 60},
    {"min", NOUN_HOUR, 1, 60},
    {"kwartier", NOUN_HOUR, 1, 4},
    {"kwartieren", NOUN_HOUR, 1, 4},
    {"dagdeel", NOUN_PART, 1, 1},
    {"dagdelen", NOUN_PART, 1, 1},
    {"stuk", NOUN_PIECE, 1, 1},
    {"stuks", NOUN_PIECE, 1, 1},
    {"traject", NOUN_PIECE, 1, 1},
    {"trajecten", NOUN_PIECE, 1, 1},
    {"persoon", NOUN_PERSON, 1, 1},
    {"personen", NOUN_PERSON, 1, 1},
    {"mensen", NOUN_PERSON, 1, 1},
    {"kind", NOUN_PERSON, 1, 1},
    {"kinderen", NOUN_PERSON, 1, 1},
    {"ouders", NOUN_PERSON, 1, 1},
    {"gezinsleden", NOUN_PERSON, 1, 1},
    {"dag", NOUN_DAY, 1, 1},
    {"dagen", NOUN_DAY, 1, 1},
    {"nacht", NOUN_DAY, 1, 1},
    {"nachten", NOUN_DAY, 1, 1},
    {"etmaal", NOUN_DAY, 1, 1},
    {"etmalen", NOUN_DAY, 1, 1},
    {"week", NOUN_WEEK, 1, 1},
    {"weken", NOUN_WEEK, 1, 1},
    {"wk", NOUN_WEEK, 1, 1},
    {"maand", NOUN_MONTH, 1, 1},
    {"maanden", NOUN_MONTH, 1, 1},
    {"mnd", NOUN_MONTH, 1, 1},
    {"kwartaal", NOUN_MONTH, 3, 1},
    {"kwartalen", NOUN_MONTH, 3, 1},
    {"jaar", NOUN_YEAR, 1, 1},
    {"jaren", NOUN_YEAR, 1, 1},
    {"halfjaar", NOUN_YEAR, 1, 2},
    {"keer", NOUN_TIMES, 1, 1},
    {"keren", NOUN_TIMES, 1, 1},
    {"maal", NOUN_TIMES, 1, 1},
    {"x", NOUN_TIMES, 1, 1},
};

/* "1,5", "1/3", "120": exact. */
static struct parts
digits_of(struct arena *a, const char *text)
{
	const char *read = input_quantity(a, text), *p;
	int64_t top = 0, bottom = 1;

	if (read == NULL)
		return (struct parts){0, 0};
	for (p = read; *p >= '0' && *p <= '9'; p++)
		top = 10 * top + (*p - '0');
	if (*p == '/')
		for (p++, bottom = 0; *p != '\0'; p++)
			bottom = 10 * bottom + (*p - '0');
	else if (*p == '.')
		for (p++; *p != '\0'; p++, bottom *= 10)
			top = 10 * top + (*p - '0');
	return parts_of(top, bottom);
}

/* "drieenhalf", "drieeneenhalf": a number and a half, as one word. */
static struct parts
and_a_half(const char *word, size_t len)
{
	static const char *const ENDS[] = {
	    "eneenhalf", "eneenhalve", "enhalf", "enhalve"};

	for (size_t e = 0; e < sizeof(ENDS) / sizeof(ENDS[0]); e++) {
		size_t n = strlen(ENDS[e]);

		if (len <= n || strcmp(word + len - n, ENDS[e]) != 0)
			continue;
		for (size_t i = 0; i < sizeof(NUMBERS) / sizeof(NUMBERS[0]);
		     i++)
			if (NUMBERS[i].bottom == 1 &&
			    strlen(NUMBERS[i].word) == len - n &&
			    strncmp(NUMBERS[i].word, word, len - n) == 0)
				return parts_of(2 * NUMBERS[i].top + 1, 2);
	}
	return (struct parts){0, 0};
}

static struct token
token_of(struct arena *a, const char *word)
{
	struct token t = {.text = word};

	if (*word >= '0' && *word <= '9') {
		t.number = digits_of(a, word);
		return t;
	}
	for (size_t i = 0; i < sizeof(NUMBERS) / sizeof(NUMBERS[0]); i++)
		if (strcmp(NUMBERS[i].word, word) == 0)
			t.number = parts_of(NUMBERS[i].top, NUMBERS[i].bottom);
	if (t.number.bottom == 0)
		t.number = and_a_half(word, strlen(word));
	for (size_t i = 0; i < sizeof(NOUNS) / sizeof(NOUNS[0]); i++)
		if (strcmp(NOUNS[i].word, word) == 0) {
			t.noun = NOUNS[i].noun;
			t.size = parts_of(NOUNS[i].top, NOUNS[i].bottom);
		}
	return t;
}

/* "½" as digits: "2½" becomes "2,5", " ½" becomes " 0,5". */
static char *
halves(struct arena *a, const char *text)
{
	static const char HALF[] = "\xc2\xbd";
	const char *at;

	while ((at = strstr(text, HALF)) != NULL)
		text = arena_printf(a, "%.*s%s%s", (int)(at - text), text,
		    at > text && at[-1] >= '0' && at[-1] <= '9' ? ",5" : "0,5",
		    at + strlen(HALF));
	return arena_strdup(a, text);
}

/* The length of the word that begins here; digits and letters are apart. */
static size_t
word_length(const char *p)
{
	size_t n;

	if (*p >= '0' && *p <= '9') {
		n = strspn(p, "0123456789,./");
		while (strchr(",./", p[n - 1]) != NULL)
			n--;
		return n;
	}
	n = strcspn(p, " \t\r\n,;:()0123456789");
	while (n > 1 && p[n - 1] == '.')
		n--;
	return n == 0 ? 1 : n;
}

bool
tokens_of(struct token out[TOKENS_MAX + 1], struct arena *a, const char *text)
{
	const char *p = text_fold(a, halves(a, text));
	size_t n = 0;

	for (;;) {
		size_t len;

		p += strspn(p, " \t\r\n,;:().");
		if (*p == '\0' || n == TOKENS_MAX)
			break;
		len = word_length(p);
		out[n++] = token_of(a, arena_strndup(a, p, len));
		p += len;
	}
	out[n] = (struct token){.text = ""};
	return *p == '\0';
}
