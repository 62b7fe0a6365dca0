/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * words.c - compare texts by their words.
 *
 * The stem is a rough one: endings off, double letters single, v and z as f
 * and s. "blijven", "blijft" and "blijf" are "blijf", "scholen" and "school"
 * are "schol". It is only ever compared with another stem.
 */
#include "core/words.h"

#include "base/text.h"

#include <string.h>

enum {
	GO_ON_MIN = 5, /* letters of a word that may go on */
	SLIP_MIN = 7,  /* letters of a word that may have a slip */
	STEM_MIN = 3
};

/* Words that a wish may lack: they say nothing of it. */
static const char *const SMALL[] = {"aan", "al", "als", "bij", "dan", "dat",
    "de", "dit", "die", "door", "een", "en", "er", "het", "hij", "hun", "ik",
    "in", "is", "je", "jij", "jullie", "maar", "me", "met", "mij", "mijn", "na",
    "naar", "niet", "nog", "nu", "of", "om", "onze", "ons", "ook", "op", "over",
    "te", "tot", "uit", "van", "voor", "wat", "we", "weer", "wel", "wij", "wil",
    "willen", "ze", "zelf", "zij", "zijn", "zo"};

static bool
is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool
is_small(const char *word)
{
	for (size_t i = 0; i < sizeof(SMALL) / sizeof(SMALL[0]); i++)
		if (strcmp(SMALL[i], word) == 0)
			return true;
	return false;
}

/* One of these endings off; never less than STEM_MIN left. */
static size_t
without(const char *word, size_t n, const char *const *endings)
{
	for (; *endings != NULL; endings++) {
		size_t e = strlen(*endings);

		if (n >= e + STEM_MIN && memcmp(word + n - e, *endings, e) == 0)
			return n - e;
	}
	return n;
}

static const char *
stem_of(struct arena *a, const char *word)
{
	static const char *const PLURAL[] = {"s", NULL};
	static const char *const ENDINGS[] = {"en", "t", "e", "n", NULL};
	size_t n = without(word, strlen(word), PLURAL), used = 0;
	char *out = arena_alloc(a, n + 1);

	n = without(word, n, ENDINGS);
	for (size_t i = 0; i < n; i++)
		if (used == 0 || out[used - 1] != word[i])
			out[used++] = word[i];
	if (used > 0 && out[used - 1] == 'v')
		out[used - 1] = 'f';
	if (used > 0 && out[used - 1] == 'z')
		out[used - 1] = 's';
	out[without(out, used, PLURAL)] = '\0';
	return out;
}

struct words
words_of(struct arena *a, const char *text)
{
	char *at = text_fold(a, text);
	struct word *list = arena_array(a, strlen(at) / 2 + 1, sizeof(*list));
	size_t n = 0;

	while (*at != '\0') {
		char *end = at;

		while (is_word_byte(*end))
			end++;
		if (end > at) {
			const char *word =
			    arena_strndup(a, at, (size_t)(end - at));

			list[n++] = (struct word){word, stem_of(a, word)};
		}
		at = *end == '\0' ? end : end + 1;
	}
	return (struct words){n, list};
}

/* At most one letter added, left out or changed. */
static bool
is_slip_apart(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b), i = 0;

	if (la < SLIP_MIN || lb < SLIP_MIN || la > lb + 1 || lb > la + 1)
		return false;
	while (a[i] != '\0' && a[i] == b[i])
		i++;
	if (la == lb)
		return strcmp(a + i + (a[i] != '\0'), b + i + (b[i] != '\0')) ==
		       0;
	return la > lb ? strcmp(a + i + 1, b + i) == 0
		       : strcmp(a + i, b + i + 1) == 0;
}

static bool
is_alike(const struct word *have, const struct word *want)
{
	size_t n = strlen(want->text);

	return strcmp(have->stem, want->stem) == 0 ||
	       (n >= GO_ON_MIN && strncmp(have->text, want->text, n) == 0) ||
	       is_slip_apart(have->text, want->text);
}

static bool
is_end_of(const char *word, const char *end)
{
	size_t w = strlen(word), e = strlen(end);

	return e > 0 && w >= e && strcmp(word + w - e, end) == 0;
}

bool
words_have(const struct words *have, struct arena *a, const char *pattern)
{
	bool is_end = *pattern == '*';
	struct words want = words_of(a, pattern);

	if (want.count == 0)
		return false;
	for (size_t i = 0; i + want.count <= have->count; i++) {
		size_t k = 0;

		while (
		    k < want.count &&
		    (is_alike(&have->word[i + k], &want.word[k]) ||
			(is_end && k == 0 &&
			    is_end_of(have->word[i].text, want.word[0].text))))
			k++;
		if (k == want.count)
			return true;
	}
	return false;
}

int
words_share(const struct words *have, struct arena *a, const char *wish)
{
	struct words want = words_of(a, wish);
	size_t found = 0, all = 0;

	for (size_t i = 0; i < want.count; i++) {
		size_t k = 0;

		if (is_small(want.word[i].text))
			continue;
		all++;
		while (
		    k < have->count && !is_alike(&have->word[k], &want.word[i]))
			k++;
		found += k < have->count;
	}
	return all == 0 ? 0 : (int)(100 * found / all);
}
