/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * password_rule.c - which new passwords are good enough.
 *
 * Most lists of the commonest passwords hold short ones, which the length
 * already refuses. What people do with those is make them long: a digit or a
 * sign at the end, the word twice. So a password is compared by its core (the
 * letters that are left without what stands before and after them), and one
 * that repeats a piece is as weak as the piece, which is then too short.
 */
#include "core/password_rule.h"

#include "base/password.h"
#include "base/text.h"

#include <stdbool.h>
#include <string.h>

/* As text_fold leaves them: small letters without accents. */
static const char *const COMMON[] = {
	"wachtwoord", "geheim", "welkom", "welkomwelkom", "wachtwoordwachtwoord",
	"nieuwwachtwoord", "mijnwachtwoord", "hetwachtwoord", "ditiseenwachtwoord",
	"password", "passwordpassword", "mypassword", "letmein", "letmeinplease",
	"welcome", "changeme", "default", "secret", "administrator", "beheerder",
	"gebruiker", "qwerty", "qwertyuiop", "qwertyuiopasdfghjkl", "asdfghjkl",
	"azerty", "azertyuiop", "zxcvbnm", "qwertyqwerty", "iloveyou",
	"ikhouvanjou", "ikhouvanjullie", "halloallemaal", "goedemorgen",
	"goedemiddag", "lente", "zomer", "herfst", "winter", "voorjaar",
	"najaar", "januari", "februari", "maart", "april", "juni", "juli",
	"augustus", "september", "oktober", "november", "december",
	"amsterdam", "rotterdam", "utrecht", "nederland", "gemeente",
	"doorbraakmethode", "doorbraak", "leeromgeving", "maatwerk",
	"feyenoord", "voetbal", "computer", "superman", "princess", "sunshine",
	"football", "dragon", "monkey", "abcdefghijkl", "abcdefghijklm",
};

/* Runs of a keyboard's rows and of digits. */
static const char *const RUNS[] = {
	"01234567890123456789", "09876543210987654321",
	"abcdefghijklmnopqrstuvwxyz", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb",
	"qwertyuiopasdfghjklzxcvbnm",
};

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* The folded password without what is no letter at both ends. */
static const char *
core_of(struct arena *a, const char *folded)
{
	size_t end = strlen(folded), at = 0;

	while (at < end && !is_letter(folded[at]))
		at++;
	while (end > at && !is_letter(folded[end - 1]))
		end--;
	return arena_strndup(a, folded + at, end - at);
}

static bool
repeats_a_piece(const char *text)
{
	size_t len = strlen(text);

	for (size_t piece = 1; piece < PASSWORD_MIN && piece <= len / 2;
	    piece++)
		if (memcmp(text, text + piece, len - piece) == 0)
			return true;
	return false;
}

static bool
is_common(struct arena *a, const char *folded)
{
	const char *core = core_of(a, folded);

	for (size_t i = 0; i < sizeof(COMMON) / sizeof(COMMON[0]); i++)
		if (strcmp(core, COMMON[i]) == 0)
			return true;
	for (size_t i = 0; i < sizeof(RUNS) / sizeof(RUNS[0]); i++)
		if (strstr(RUNS[i], folded) != NULL)
			return true;
	return repeats_a_piece(folded);
}

static bool
is_of_email(struct arena *a, const char *folded, const char *email)
{
	const char *whole = text_fold(a, email);
	size_t first = strcspn(whole, "@");

	return strcmp(folded, whole) == 0 ||
	    (strlen(folded) == first && memcmp(folded, whole, first) == 0);
}

enum password_fault
password_judge(struct arena *a, const char *password, const char *email)
{
	size_t length = text_length(password);
	const char *folded;

	if (length < PASSWORD_MIN)
		return PASSWORD_TOO_SHORT;
	if (length > PASSWORD_MAX)
		return PASSWORD_TOO_LONG;
	folded = text_fold(a, password);
	if (is_of_email(a, folded, email))
		return PASSWORD_OF_EMAIL;
	return is_common(a, folded) ? PASSWORD_COMMON : PASSWORD_GOOD;
}

const char *
password_fault_text(enum password_fault fault)
{
	switch (fault) {
	case PASSWORD_GOOD:
		break;
	case PASSWORD_TOO_SHORT:
		return "Neem een wachtwoord van 12 tekens of meer. Een korte "
		       "zin is goed.";
	case PASSWORD_TOO_LONG:
		return "Dit wachtwoord is te lang: hooguit 200 tekens.";
	case PASSWORD_COMMON:
		return "Dit wachtwoord is makkelijk te raden. Neem "
		       "bijvoorbeeld een paar woorden die niets met elkaar "
		       "te maken hebben.";
	case PASSWORD_OF_EMAIL:
		return "Gebruik je e-mailadres niet als wachtwoord. Neem "
		       "iets dat anderen niet van je weten.";
	}
	return "";
}
