/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * privacy.c - goes through a text and asks each kind whether it begins here.
 * What the kinds share is here as well.
 */
#include "core/privacy.h"

#include "core/privacy_match.h"

#include <string.h>

bool
privacy_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
privacy_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       ((unsigned char)c >= 0xC3 && (unsigned char)c <= 0xCB);
}

bool
privacy_is_word(char c)
{
	return privacy_is_digit(c) || privacy_is_letter(c) || c == '_';
}

bool
privacy_begins(const char *text, size_t at)
{
	return at == 0 || !privacy_is_word(text[at - 1]);
}

size_t
privacy_space(const char *text, size_t at)
{
	if (text[at] == ' ')
		return 1;
	return text[at] == '\xC2' && text[at + 1] == '\xA0' ? 2 : 0;
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
is_here(const char *text, size_t at, size_t to, const char *word)
{
	size_t n = strlen(word);

	if (at + n > to || !privacy_begins(text, at))
		return false;
	for (size_t i = 0; i < n; i++)
		if (lower(text[at + i]) != word[i])
			return false;
	return true;
}

bool
privacy_near(const char *text, size_t from, size_t to, const char *const *words)
{
	for (size_t at = from; at < to; at++)
		for (size_t i = 0; words[i] != NULL; i++)
			if (is_here(text, at, to, words[i]))
				return true;
	return false;
}

bool
privacy_stops(struct privacy_find *out, const char *text)
{
	static const struct {
		enum privacy_kind kind;
		size_t (*match)(const char *, size_t);
	} KINDS[] = {
	    {PRIVACY_EMAIL, privacy_email},
	    {PRIVACY_IBAN, privacy_iban},
	    {PRIVACY_PHONE, privacy_phone},
	    {PRIVACY_BIRTH, privacy_birth},
	    {PRIVACY_BSN, privacy_bsn},
	    {PRIVACY_ADDRESS, privacy_address},
	};

	for (size_t at = 0; text[at] != '\0'; at++) {
		char c = text[at];

		if (!privacy_is_word(c) && c != '+' && c != '(')
			continue;
		for (size_t k = 0; k < sizeof(KINDS) / sizeof(KINDS[0]); k++) {
			size_t len = privacy_begins(text, at)
					 ? KINDS[k].match(text, at)
					 : 0;

			if (len == 0)
				continue;
			*out = (struct privacy_find){KINDS[k].kind, at, len};
			return true;
		}
	}
	return false;
}

static const struct {
	const char *what, *remedy;
} WORDS[PRIVACY_KINDS] = {
    [PRIVACY_BSN] = {"een burgerservicenummer (BSN)",
	"Haal het weg. Een plan heeft geen BSN nodig."},
    [PRIVACY_IBAN] = {"een rekeningnummer (IBAN)",
	"Haal het weg, of schrijf: ‘op de eigen rekening’."},
    [PRIVACY_PHONE] = {"een telefoonnummer",
	"Haal het weg, of schrijf: ‘telefonisch’."},
    [PRIVACY_EMAIL] = {"een e-mailadres",
	"Haal het weg, of schrijf: ‘per mail’."},
    [PRIVACY_ADDRESS] = {"een adres",
	"Haal postcode en huisnummer weg. Schrijf bijvoorbeeld: ‘een flat "
	"in de stad’."},
    [PRIVACY_BIRTH] = {"een geboortedatum",
	"Haal hem weg en schrijf de leeftijd: ‘hij is 17’."},
    [PRIVACY_NAME] = {"een naam die niet in de casus staat",
	"Is het een echt mens? Maak er dan een functie of een verzonnen "
	"naam van."},
};

const char *
privacy_what(enum privacy_kind kind)
{
	return WORDS[kind].what;
}

const char *
privacy_remedy(enum privacy_kind kind)
{
	return WORDS[kind].remedy;
}
