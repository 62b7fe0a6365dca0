/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * question.c - read the questions of a module.
 *
 * A block runs from its `vraag` comment to its last feedback comment. Its
 * version is the hash of that text, so that an edited question is another
 * question for whoever answered it.
 */
#include "content/question.h"

#include "base/text.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct taking {
	struct arena *arena;
	struct faults *faults;
	struct source *source;
	size_t at; /* line, 1-based */
};

static const struct line *
line_at(const struct taking *t, size_t n)
{
	return &t->source->lines[n - 1];
}

static const char *
text_at(const struct taking *t, size_t n)
{
	return source_lines(t->arena, t->source, n, n);
}

/* "[(X)] text" of this mark; gives the text behind it, or NULL. */
static const char *
after_mark(const char *line, const char *mark)
{
	size_t n = strlen(mark);

	return strncmp(line, mark, n) == 0 ? line + n : NULL;
}

struct option_line {
	const char *text;
	bool is_multiple, is_right;
};

static bool
is_option(const char *line, struct option_line *out)
{
	static const struct {
		const char *mark;
		bool is_multiple, is_right;
	} MARKS[] = {{"[( )]", false, false}, {"[(X)]", false, true},
	    {"[(x)]", false, true}, {"[[ ]]", true, false},
	    {"[[X]]", true, true}, {"[[x]]", true, true}};

	for (size_t i = 0; i < sizeof(MARKS) / sizeof(MARKS[0]); i++) {
		const char *text = after_mark(line, MARKS[i].mark);

		if (text != NULL) {
			*out = (struct option_line){
			    text, MARKS[i].is_multiple, MARKS[i].is_right};
			return true;
		}
	}
	return false;
}

static bool
is_mark(const char *line)
{
	struct option_line ignored;

	return is_option(line, &ignored) || after_mark(line, "[[?]]") != NULL;
}

static bool
is_fence(const char *line)
{
	size_t stars = strspn(line, "*");

	return stars >= 3 && line[stars + strspn(line + stars, " \t")] == '\0';
}

/* Reads `vraag: v1 doel: d2` out of the opening comment. */
static void
read_opening(struct taking *t, struct block *b, const char *line)
{
	char id[65] = "", goal[65] = "";
	const char *end = strstr(line, "-->");

	if (end == NULL ||
	    sscanf(line, "<!-- vraag: %64s doel: %64s -->", id, goal) < 1 ||
	    !id_is_valid(id))
		fault_add(t->faults, t->source->file, b->line,
		    "deze vraag heeft geen goede naam. Schrijf "
		    "‘<!-- vraag: v1 doel: d1 -->’, met kleine letters en "
		    "cijfers.");
	if (strcmp(goal, "-->") == 0 || goal[0] == '\0')
		fault_add(t->faults, t->source->file, b->line,
		    "bij deze vraag ontbreekt het leerdoel. Schrijf erachter "
		    "‘doel: d1’.");
	b->id = arena_strdup(t->arena, id);
	b->goal = arena_strdup(t->arena, goal);
}

/* The text up to the first option; moves to that option. */
static void
read_prompt(struct taking *t, struct block *b)
{
	size_t first = ++t->at;

	while (t->at <= t->source->line_count && !is_mark(text_at(t, t->at)) &&
	       !line_starts(line_at(t, t->at), "<!--"))
		t->at++;
	b->prompt.line = (int)first;
	b->prompt.text =
	    t->at > first
		? text_trim(t->arena,
		      source_lines(t->arena, t->source, first, t->at - 1))
		: "";
	if (*b->prompt.text == '\0')
		fault_add(t->faults, t->source->file, b->line,
		    "de vraag zelf ontbreekt. Zet de tekst onder deze regel.");
}

static void
add_option(struct taking *t, struct block *b, const struct option_line *option)
{
	if (b->option_count == QUESTION_OPTIONS_MAX) {
		fault_add(t->faults, t->source->file, (int)t->at,
		    "een vraag heeft hooguit %d antwoorden. Haal er een weg.",
		    QUESTION_OPTIONS_MAX);
		return;
	}
	if (b->option_count > 0 && option->is_multiple != b->is_multiple)
		fault_add(t->faults, t->source->file, (int)t->at,
		    "[( )] en [[ ]] staan door elkaar. Gebruik [( )] voor één "
		    "antwoord of [[ ]] voor meer.");
	b->is_multiple = option->is_multiple;
	b->is_right[b->option_count] = option->is_right;
	b->option[b->option_count++] =
	    (struct piece){text_trim(t->arena, option->text), (int)t->at};
}

/* Options and hints; a blank line between them is allowed. */
static void
read_options(struct taking *t, struct block *b)
{
	for (; t->at <= t->source->line_count; t->at++) {
		const char *line = text_at(t, t->at);
		const char *hint = after_mark(line, "[[?]]");
		struct option_line option;

		if (hint != NULL && b->hint_count < QUESTION_OPTIONS_MAX)
			b->hint[b->hint_count++] = (struct piece){
			    text_trim(t->arena, hint), (int)t->at};
		else if (hint != NULL)
			fault_add(t->faults, t->source->file, (int)t->at,
			    "een vraag heeft hooguit %d hints. Haal er een "
			    "weg.",
			    QUESTION_OPTIONS_MAX);
		else if (is_option(line, &option))
			add_option(t, b, &option);
		else if (!line_is_blank(line_at(t, t->at)))
			break;
	}
}

/* The explanation between two lines of stars. */
static void
read_why(struct taking *t, struct block *b)
{
	size_t first = t->at + 1, last = first;

	if (t->at > t->source->line_count || !is_fence(text_at(t, t->at)))
		return;
	while (last <= t->source->line_count && !is_fence(text_at(t, last)))
		last++;
	if (last > t->source->line_count) {
		fault_add(t->faults, t->source->file, (int)t->at,
		    "de uitleg heeft geen einde. Sluit haar met een regel "
		    "*****.");
		return;
	}
	b->why = (struct piece){
	    text_trim(
		t->arena, source_lines(t->arena, t->source, first, last - 1)),
	    (int)first};
	t->at = last + 1;
}

/* One feedback comment, which may run over several lines. */
static bool
read_feedback(struct taking *t, struct block *b)
{
	static const char OPENING[] = "<!-- feedback ";
	size_t last = t->at;
	const char *text, *end;
	char *rest;
	long number;

	while (last < t->source->line_count &&
	       strstr(text_at(t, last), "-->") == NULL)
		last++;
	text = source_lines(t->arena, t->source, t->at, last);
	end = strstr(text, "-->");
	number = strtol(text + sizeof(OPENING) - 1, &rest, 10);
	if (end == NULL || *rest != ':') {
		fault_add(t->faults, t->source->file, (int)t->at,
		    "deze feedback is niet te lezen. Schrijf "
		    "‘<!-- feedback 1: tekst -->’.");
	} else if (number < 1 || (size_t)number > b->option_count) {
		fault_add(t->faults, t->source->file, (int)t->at,
		    "er is geen antwoord %ld. Er zijn er %zu.", number,
		    b->option_count);
	} else if (b->feedback[number - 1].text != NULL) {
		fault_add(t->faults, t->source->file, (int)t->at,
		    "bij antwoord %ld staat al feedback. Houd er een.", number);
	} else {
		b->feedback[number - 1] = (struct piece){
		    text_trim(t->arena, arena_strndup(t->arena, rest + 1,
					    (size_t)(end - rest - 1))),
		    (int)t->at};
	}
	t->at = last + 1;
	return true;
}

/* Feedback comments with blank lines between; returns the last line used. */
static size_t
read_all_feedback(struct taking *t, struct block *b, size_t last)
{
	while (t->at <= t->source->line_count) {
		if (line_starts(line_at(t, t->at), "<!-- feedback ") &&
		    read_feedback(t, b))
			last = t->at - 1;
		else if (line_is_blank(line_at(t, t->at)))
			t->at++;
		else
			break;
	}
	return last;
}

static void
check_block(const struct taking *t, const struct block *b)
{
	size_t rights = 0;

	for (size_t i = 0; i < b->option_count; i++) {
		rights += b->is_right[i];
		if (b->option[i].text[0] == '\0')
			fault_add(t->faults, t->source->file, b->option[i].line,
			    "dit antwoord is leeg. Schrijf er een tekst "
			    "achter.");
		if (b->feedback[i].text == NULL || *b->feedback[i].text == '\0')
			fault_add(t->faults, t->source->file, b->option[i].line,
			    "bij dit antwoord ontbreekt feedback. Zet onder de "
			    "antwoorden ‘<!-- feedback %zu: … -->’.",
			    i + 1);
	}
	if (b->option_count < 2)
		fault_add(t->faults, t->source->file, b->line,
		    "deze vraag heeft minder dan twee antwoorden. Zet ze elk "
		    "op een regel die begint met [( )] of [[ ]].");
	else if (rights == 0)
		fault_add(t->faults, t->source->file, b->line,
		    "geen antwoord is goed. Zet een X tussen de haakjes: "
		    "[(X)] of [[X]].");
	else if (rights == b->option_count && !b->is_multiple)
		fault_add(t->faults, t->source->file, b->line,
		    "elk antwoord is goed, dan valt er niets te kiezen. Haal "
		    "bij een fout antwoord de X weg: [( )].");
}

/* Trailing spaces do not make another question. */
static const char *
version_of(const struct taking *t, size_t first, size_t last)
{
	crypto_generichash_state state;
	unsigned char hash[crypto_generichash_BYTES];
	char *out = arena_alloc(t->arena, 17);

	crypto_generichash_init(&state, NULL, 0, sizeof(hash));
	for (size_t n = first; n <= last; n++) {
		const struct line *l = line_at(t, n);
		size_t len = l->len;

		while (len > 0 &&
		       (l->text[len - 1] == ' ' || l->text[len - 1] == '\t'))
			len--;
		crypto_generichash_update(
		    &state, (const unsigned char *)l->text, len);
		crypto_generichash_update(
		    &state, (const unsigned char *)"\n", 1);
	}
	crypto_generichash_final(&state, hash, sizeof(hash));
	sodium_bin2hex(out, 17, hash, 8);
	return out;
}

static void
take_block(struct taking *t, struct block *b)
{
	size_t first = t->at, last;

	b->line = (int)first;
	read_opening(t, b, text_at(t, first));
	read_prompt(t, b);
	read_options(t, b);
	read_why(t, b);
	last = read_all_feedback(t, b, t->at - 1);
	while (last > first && line_is_blank(line_at(t, last)))
		last--;
	if (last < first)
		last = first;
	check_block(t, b);
	b->version = version_of(t, first, last);
	if (last > first)
		source_blank(t->source, first + 1, last);
	t->at = last + 1;
}

/* An option or hint that no question took. */
static void
check_loose(const struct taking *t)
{
	if (!line_at(t, t->at)->is_verbatim &&
	    line_starts(line_at(t, t->at), "[") && is_mark(text_at(t, t->at)))
		fault_add(t->faults, t->source->file, (int)t->at,
		    "dit antwoord hoort niet bij een vraag. Zet boven de vraag "
		    "‘<!-- vraag: v1 doel: d1 -->’, en tussen de antwoorden "
		    "geen gewone tekst.");
}

void
questions_take(
    struct blocks *out, struct arena *a, struct faults *f, struct source *s)
{
	struct taking t = {a, f, s, 1};

	*out = (struct blocks){0};
	while (t.at <= s->line_count) {
		struct block *b;

		if (line_at(&t, t.at)->is_verbatim ||
		    !line_starts(line_at(&t, t.at), "<!-- vraag:")) {
			check_loose(&t);
			t.at++;
			continue;
		}
		out->block = array_grow(
		    a, out->block, out->count, &out->size, sizeof(*out->block));
		b = &out->block[out->count++];
		*b = (struct block){0};
		take_block(&t, b);
		for (size_t i = 0; i + 1 < out->count; i++)
			if (strcmp(out->block[i].id, b->id) == 0)
				fault_add(f, s->file, b->line,
				    "de vraag ‘%s’ bestaat al, op regel %d. "
				    "Kies een andere naam.",
				    b->id, out->block[i].line);
	}
}
