/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * header.c - the comment header of a module, case, document or outline.
 *
 * It is an HTML comment, so that forges and LiaScript hide it. A key may
 * repeat (bron). An unknown key is a fault, because it is most often a typing
 * error that would silently drop something.
 */
#include "content/header.h"

#include "base/form.h"
#include "base/text.h"

#include <string.h>

bool
id_is_valid(const char *id)
{
	return id[0] >= 'a' && id[0] <= 'z' && strlen(id) <= 64 &&
	       strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") ==
		   strlen(id);
}

/* The number in so many digits, or -1. */
static int
digits_at(const char *text, int count)
{
	int number = 0;

	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		number = 10 * number + (text[i] - '0');
	}
	return number;
}

bool
date_is_valid(const char *date)
{
	static const int DAYS[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int year, month, day, leap;

	if (strlen(date) != 10 || date[4] != '-' || date[7] != '-')
		return false;
	year = digits_at(date, 4);
	month = digits_at(date + 5, 2);
	day = digits_at(date + 8, 2);
	leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return year >= 1900 && month >= 1 && month <= 12 && day >= 1 &&
	       day <= DAYS[month - 1] + (month == 2 && leap);
}

static bool
is_known(const char *key, const char *known)
{
	size_t n;

	for (; *known != '\0'; known += n + (known[n] == ' ')) {
		n = strcspn(known, " ");
		if (n > 0 && known[n - 1] == '*'
			? strncmp(key, known, n - 1) == 0
			: strlen(key) == n && strncmp(key, known, n) == 0)
			return true;
	}
	return false;
}

static void
read_key(struct header *h, struct arena *a, struct faults *f,
    const struct line *l, int line, const char *known)
{
	char *text = text_trim(a, arena_strndup(a, l->text, l->len));
	char *colon = strchr(text, ':');
	struct key *k = &h->key[h->count];

	if (text[0] == '\0')
		return;
	if (colon == NULL) {
		fault_add(f, h->file, line,
		    "deze regel van de kop heeft geen "
		    "dubbele punt. Schrijf: sleutel: waarde.");
		return;
	}
	*colon = '\0';
	k->key = text_trim(a, text);
	k->value = text_trim(a, colon + 1);
	k->line = line;
	if (!is_known(k->key, known)) {
		fault_add(f, h->file, line,
		    "de kop kent geen sleutel ‘%s’. "
		    "Dit mag: %s.",
		    k->key, known);
		return;
	}
	if (k->value[0] == '\0') {
		fault_add(f, h->file, line,
		    "achter ‘%s:’ staat niets. Vul "
		    "het in of haal de regel weg.",
		    k->key);
		return;
	}
	if (strcmp(k->key, "bron") != 0 && header_get(h, k->key) != NULL) {
		fault_add(f, h->file, line,
		    "de sleutel ‘%s’ staat twee keer "
		    "in de kop. Laat er één staan.",
		    k->key);
		return;
	}
	h->count++;
}

bool
header_take(struct header *h, struct arena *a, struct faults *f,
    struct source *s, const char *known)
{
	size_t last = 1, end;

	*h = (struct header){.file = s->file,
	    .key = arena_array(a, s->line_count, sizeof(struct key))};
	if (!line_starts(&s->lines[0], "<!--") || s->lines[0].len > 4) {
		fault_add(f, s->file, 1,
		    "de kop ontbreekt. Begin het bestand "
		    "met een regel ‘<!--’, dan regels ‘sleutel: waarde’, dan "
		    "een regel ‘-->’.");
		return false;
	}
	while (last < s->line_count && !line_starts(&s->lines[last], "-->"))
		last++;
	if (last == s->line_count) {
		fault_add(f, s->file, 1,
		    "de kop heeft geen einde. Zet onder "
		    "de sleutels een regel ‘-->’.");
		return false;
	}
	end = last;
	for (last = 1; last < end; last++)
		read_key(h, a, f, &s->lines[last], (int)last + 1, known);
	source_blank(s, 1, end + 1);
	return true;
}

static const struct key *
find(const struct header *h, const char *key)
{
	for (size_t i = 0; i < h->count; i++)
		if (strcmp(h->key[i].key, key) == 0)
			return &h->key[i];
	return NULL;
}

const char *
header_get(const struct header *h, const char *key)
{
	const struct key *k = find(h, key);

	return k != NULL ? k->value : NULL;
}

int
header_line(const struct header *h, const char *key)
{
	const struct key *k = find(h, key);

	return k != NULL ? k->line : 1;
}

const char *
header_need(const struct header *h, struct faults *f, const char *key,
    const char *example)
{
	const char *value = header_get(h, key);

	if (value != NULL)
		return value;
	fault_add(f, h->file, 1,
	    "de kop mist de sleutel ‘%s’. Voeg toe: "
	    "‘%s: %s’.",
	    key, key, example);
	return "";
}

const char *
header_date(const struct header *h, struct faults *f, const char *key)
{
	const char *date = header_need(h, f, key, "2026-11-23");

	if (date[0] == '\0' || date_is_valid(date))
		return date;
	fault_add(f, h->file, header_line(h, key),
	    "‘%s: %s’ is geen datum. "
	    "Schrijf jaar-maand-dag, bijvoorbeeld 2026-11-23.",
	    key, date);
	return "";
}

int
header_minutes(const struct header *h, struct faults *f, const char *key)
{
	const char *text = header_need(h, f, key, "20 minuten");
	size_t digits = strspn(text, "0123456789");
	int minutes = 0;

	if (text[0] == '\0')
		return 0;
	if (digits > 0 && digits <= 4 && strcmp(text + digits, " minuten") == 0)
		minutes = digits_at(text, (int)digits);
	if (minutes < 1 || minutes > 1000)
		fault_add(f, h->file, header_line(h, key),
		    "‘%s: %s’ is geen "
		    "duur. Schrijf bijvoorbeeld ‘20 minuten’.",
		    key, text);
	return minutes;
}

void
header_check(const struct header *h, struct faults *f)
{
	const char *language = header_need(h, f, "language", "nl");
	const char *date = header_get(h, "date");
	const char *until = header_get(h, "geldig-tot");

	if (language[0] != '\0' && strcmp(language, "nl") != 0)
		fault_add(f, h->file, header_line(h, "language"),
		    "de taal is ‘%s’. Schrijf ‘language: nl’.", language);
	if (date != NULL && until != NULL && date_is_valid(date) &&
	    date_is_valid(until) && strcmp(until, date) <= 0)
		fault_add(f, h->file, header_line(h, "geldig-tot"),
		    "geldig-tot (%s) ligt niet na date (%s). Kies een latere "
		    "datum.",
		    until, date);
}
