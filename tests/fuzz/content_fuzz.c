/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * content_fuzz.c - feeds anything to the readers of course content, for
 * libFuzzer (clang -fsanitize=fuzzer,address,undefined). The first byte picks
 * the reader, so that one corpus serves all. What must hold: no crash, and
 * no script or unknown scheme in the HTML.
 */
#include "content/csv.h"
#include "content/header.h"
#include "content/json_where.h"
#include "content/markdown.h"
#include "content/question.h"
#include "content/scan.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must_be_safe(const struct safe_html *html)
{
	static const char *const NEVER[] = {
	    "<script", "<iframe", "href=\"javascript", "href=\"data", "<svg"};
	const char *text = markdown_text(html);

	for (size_t i = 0; i < sizeof(NEVER) / sizeof(*NEVER); i++)
		if (strcasestr(text, NEVER[i]) != NULL)
			abort();
}

static void
feed_questions(struct arena *a, struct faults *f, struct source *s)
{
	struct header h;
	struct blocks blocks;
	struct page p;

	(void)header_take(&h, a, f, s, "title bron doel-*");
	questions_take(&blocks, a, f, s);
	p = page_new(a, f, s, NULL, "modules/x.md");
	for (size_t i = 0; i < blocks.count; i++)
		must_be_safe(question_make(&p, &blocks.block[i])->text->prompt);
	must_be_safe(page_whole(&p, page_tree(&p)));
}

static void
feed(struct arena *a, char which, const char *text, size_t len)
{
	static const char *const WANTED[] = {"a", "b"};
	struct course_file image = {.path = "media/x.svg"};
	struct faults f = faults_new(a);
	struct source s;
	struct csv csv;

	if (which == 'm') {
		must_be_safe(markdown_render(a, &f, text, len));
		return;
	}
	if (which == 's') {
		(void)image_measure(&image, text, len);
		return;
	}
	if (!source_from(&s, a, &f, "x", text, len))
		return;
	if (which == 'q')
		feed_questions(a, &f, &s);
	else if (which == 'j')
		(void)json_where(s.text, "a[1].b");
	else if (csv_from(&csv, a, &f, &s, WANTED, 2) &&
		 csv.row_count > CSV_ROWS_MAX)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();

	if (size > 0)
		feed(a, (char)data[0],
		    arena_strndup(a, (const char *)data + 1, size - 1),
		    strnlen((const char *)data + 1, size - 1));
	arena_free(a);
	return 0;
}
