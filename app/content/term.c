/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * term.c - find the words of a glossary in a text.
 *
 * Every form is tried at the beginning of every word. That is slow and
 * simple: a course is read once, at the start.
 */
#include "content/term.h"

#include <string.h>

/* Bytes of white space here: " ", a newline, a no-break space. */
static size_t
space_length(const char *text)
{
	if (*text == ' ' || *text == '\t' || *text == '\n')
		return 1;
	return strncmp(text, "\xc2\xa0", 2) == 0 ? 2 : 0;
}

/* A letter, digit or hyphen begins here; é and its kin are letters. */
static bool
is_word_at(const char *text)
{
	unsigned char c = (unsigned char)*text;

	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || (c >= 0xc3 && c <= 0xc9);
}

static bool
is_word_before(const char *text, size_t at)
{
	if (at == 0)
		return false;
	do
		at--;
	while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80);
	return is_word_at(text + at);
}

/* The word goes on: also over an apostrophe, as in "Wmo’s". */
static bool
is_word_after(const char *text)
{
	if (*text == '\'')
		return is_word_at(text + 1);
	if (strncmp(text, "’", strlen("’")) == 0)
		return is_word_at(text + strlen("’"));
	return is_word_at(text);
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* How many bytes of the text this form takes; 0: it does not stand here. */
static size_t
form_length(const char *text, const char *form)
{
	const char *at = text;

	for (; *form != '\0'; form++) {
		if (*form == ' ') {
			if (space_length(at) == 0)
				return 0;
			while (space_length(at) > 0)
				at += space_length(at);
		} else if (lower(*at) == lower(*form)) {
			at++;
		} else {
			return 0;
		}
	}
	return is_word_after(at) ? 0 : (size_t)(at - text);
}

static bool
longest(struct term_match *m, const struct term_finder *finder,
    const char *text, size_t at)
{
	*m = (struct term_match){.at = at};
	for (size_t i = 0; i < finder->count; i++) {
		size_t len = form_length(text + at, finder->forms[i].text);

		if (len > m->len) {
			m->len = len;
			m->term = finder->forms[i].term;
		}
	}
	return m->len > 0;
}

bool
term_find(struct term_match *m, const struct term_finder *finder,
    const bool *is_used, const char *text, size_t from)
{
	for (size_t at = from; text[at] != '\0'; at++) {
		if (is_word_before(text, at) || !longest(m, finder, text, at))
			continue;
		if (!is_used[m->term])
			return true;
		at += m->len - 1;
	}
	return false;
}
