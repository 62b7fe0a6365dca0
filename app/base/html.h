/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_BASE_HTML_H
#define LMS_BASE_HTML_H
/*
 * A page being written. What is printed is escaped because of its C type:
 * plain strings always, struct safe_html and struct safe_url never. The
 * writer lives in an arena and cannot fail.
 */
#include "base/arena.h"
#include "base/url.h"

/* A run of the page that is one reader's own: who, or something they did. */
enum html_run_kind { HTML_NAME, HTML_OWNER, HTML_OWN };

struct html_run {
	size_t at, len;
	enum html_run_kind kind;
};

enum { HTML_RUNS_MAX = 24 };

struct html {
	struct arena *arena;
	char *bytes;
	size_t len, size;
	size_t run_count;
	struct html_run run[HTML_RUNS_MAX]; /* in the order of the page */
};

/* Never defined: a promise, made by a cast in content/markdown.c only. */
struct safe_html;

/* Starts an empty page in this arena. */
struct html html_new(struct arena *);
/* Literals only: the "" refuses anything else at compile time. */
#define HTML_LIT(h, lit) html_write_((h), "" lit, sizeof(lit) - 1)
void html_write_(struct html *, const char *, size_t);
/* Escapes & < > " '; NULL prints nothing. */
void html_text(struct html *, const char *);
/*
 * Print text, and note that it is this reader's own: their name, the key under
 * which their browser keeps what they typed, or something else that hardly two
 * readers share, such as the minute of an act. What stands around it is then
 * the same for many, and can be kept compressed.
 */
void html_name(struct html *, const char *);
void html_owner(struct html *, const char *);
void html_own(struct html *, const char *);
void html_int(struct html *, long long);
void html_count(struct html *, unsigned long);
void html_raw(struct html *, const struct safe_html *);
void html_url(struct html *, const struct safe_url *);

/* Markup as bytes, for who looks for something in it. */
const char *html_source(const struct safe_html *);
/*
 * The words of markup, without tags and with the five escapes undone: of all
 * of it (NULL gives ""), or of a piece that begins and ends outside a tag.
 */
const char *html_plain(struct arena *, const struct safe_html *);
const char *html_strip(struct arena *, const char *markup, size_t len);

#define HTML_PUT(h, v)                                                      \
	_Generic((v),                                                       \
	    const char *: html_text,                                        \
	    char *: html_text,                                              \
	    int: html_int,                                                  \
	    unsigned: html_count,                                           \
	    long: html_int,                                                 \
	    unsigned long: html_count,                                      \
	    long long: html_int,                                            \
	    const struct safe_html *: html_raw,                             \
	    const struct safe_url *: html_url)((h), (v))
#endif
