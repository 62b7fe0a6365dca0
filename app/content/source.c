/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * source.c - read one file whole and cut it into lines.
 *
 * What is not part of the running text (header, questions, footnotes) is
 * taken out by overwriting it with spaces, so that cmark sees every other
 * line at its own number and faults can name it.
 */
#include "content/source.h"

#include "base/text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

bool
line_is_blank(const struct line *l)
{
	for (size_t i = 0; i < l->len; i++)
		if (l->text[i] != ' ' && l->text[i] != '\t')
			return false;
	return true;
}

bool
line_starts(const struct line *l, const char *prefix)
{
	size_t n = strlen(prefix);

	return l->len >= n && memcmp(l->text, prefix, n) == 0;
}

/* Length of a code fence that opens or closes here, 0 when there is none. */
static size_t
fence_length(const struct line *l, char *mark)
{
	size_t at = 0, n = 0;

	while (at < l->len && at < 3 && l->text[at] == ' ')
		at++;
	if (at == l->len || (l->text[at] != '`' && l->text[at] != '~'))
		return 0;
	*mark = l->text[at];
	while (at + n < l->len && l->text[at + n] == *mark)
		n++;
	return n >= 3 ? n : 0;
}

static bool
has_comment_end(const struct line *l)
{
	return memmem(l->text, l->len, "-->", 3) != NULL;
}

static void
mark_verbatim(struct source *s)
{
	size_t fence = 0, n;
	char open = 0, mark = 0;
	bool in_comment = false;

	for (size_t i = 0; i < s->line_count; i++) {
		struct line *l = &s->lines[i];

		l->is_verbatim = fence > 0 || in_comment;
		if (in_comment) {
			in_comment = !has_comment_end(l);
			continue;
		}
		n = fence_length(l, &mark);
		if (fence > 0) {
			if (n >= fence && mark == open)
				fence = 0;
		} else if (n > 0) {
			fence = n;
			open = mark;
			l->is_verbatim = true;
		} else if (line_starts(l, "<!--")) {
			in_comment = !has_comment_end(l);
		}
	}
}

static void
cut_lines(struct source *s, struct arena *a)
{
	char *at = s->text, *end = s->text + s->len;
	size_t n = 1;

	for (const char *p = s->text; p < end; p++)
		n += *p == '\n';
	s->lines = arena_array(a, n, sizeof(*s->lines));
	for (s->line_count = 0; s->line_count < n; s->line_count++) {
		char *stop = memchr(at, '\n', (size_t)(end - at));

		if (stop == NULL)
			stop = end;
		s->lines[s->line_count].text = at;
		s->lines[s->line_count].len = (size_t)(stop - at);
		at = stop < end ? stop + 1 : end;
	}
	mark_verbatim(s);
}

static bool
check_utf8(const struct source *s, struct faults *f)
{
	if (text_is_utf8(s->text, s->len))
		return true;
	for (size_t i = 0; i < s->line_count; i++)
		if (!text_is_utf8(s->lines[i].text, s->lines[i].len))
			fault_add(f, s->file, (int)i + 1,
			    "deze regel is geen geldige UTF-8 of heeft een "
			    "stuurteken. Sla het bestand op als UTF-8.");
	return false;
}

bool
source_from(struct source *s, struct arena *a, struct faults *f,
    const char *file, const char *text, size_t len)
{
	char *at;

	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		len -= 3;
	}
	*s = (struct source){.file = file, .text = arena_alloc(a, len + 1)};
	at = s->text;
	for (size_t i = 0; i < len; i++)
		if (text[i] != '\r' || i + 1 == len || text[i + 1] != '\n')
			*at++ = (char)(text[i] == '\r' ? '\n' : text[i]);
	s->len = (size_t)(at - s->text);
	cut_lines(s, a);
	return check_utf8(s, f);
}

/* Reads at most SOURCE_BYTES_MAX + 1 bytes; -1 when that fails. */
static long
read_bytes(char *bytes, const char *file, struct faults *f)
{
	FILE *in = fopen(file, "rbe");
	size_t n;
	int is_broken;

	if (in == NULL) {
		if (errno == ENOENT)
			fault_add(f, file, 0,
			    "dit bestand is er niet. Maak "
			    "het, of haal de verwijzing ernaar weg.");
		else
			fault_add(f, file, 0,
			    "dit bestand is niet te openen "
			    "(%s). Kijk naar de rechten.",
			    strerror(errno));
		return -1;
	}
	n = fread(bytes, 1, SOURCE_BYTES_MAX + 1, in);
	is_broken = ferror(in);
	(void)fclose(in);
	if (is_broken) {
		fault_add(f, file, 0,
		    "dit bestand is niet te lezen. Is het "
		    "een map, of kapot?");
		return -1;
	}
	return (long)n;
}

bool
source_read(
    struct source *s, struct arena *a, struct faults *f, const char *file)
{
	struct arena *passing = arena_new();
	char *bytes = arena_alloc(passing, SOURCE_BYTES_MAX + 1);
	long n = read_bytes(bytes, file, f);
	bool is_good = false;

	if (n > SOURCE_BYTES_MAX)
		fault_add(f, file, 0,
		    "dit bestand is groter dan 1 MiB. "
		    "Splits het in kleinere delen.");
	else if (n >= 0)
		is_good = source_from(s, a, f, file, bytes, (size_t)n);
	arena_free(passing);
	return is_good;
}

void
source_blank(struct source *s, size_t first, size_t last)
{
	for (size_t i = first; i <= last && i <= s->line_count; i++)
		memset(s->lines[i - 1].text, ' ', s->lines[i - 1].len);
}

char *
source_lines(struct arena *a, const struct source *s, size_t first, size_t last)
{
	const char *from = s->lines[first - 1].text;
	const char *to = s->lines[last - 1].text + s->lines[last - 1].len;

	return arena_strndup(a, from, (size_t)(to - from));
}
