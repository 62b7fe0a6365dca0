/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * table.c - pipe tables, which cmark prints as text.
 *
 * cmark tells which lines a paragraph has; the rows are cut from those lines
 * of the source again, because in the tree an escaped pipe cannot be told
 * from another and emphasis may run over a cell's edge. Each cell is parsed
 * by itself. In a quote or list item the marks before the row are skipped.
 */
#include "content/parts.h"

#include <string.h>

enum { COLUMNS_MAX = 20 };

enum align { ALIGN_NONE, ALIGN_CENTER, ALIGN_RIGHT };

struct row {
	int line; /* in the source of the tree */
	size_t count;
	char *cell[COLUMNS_MAX + 1]; /* one too many tells there are more */
};

static char *
trim(char *text)
{
	size_t n;

	text += strspn(text, " \t");
	n = strlen(text);
	while (n > 0 && (text[n - 1] == ' ' || text[n - 1] == '\t'))
		text[--n] = '\0';
	return text;
}

/* Cuts a line in cells, in place. "\|" is a pipe that does not cut. */
static void
cut_row(struct row *row, char *text)
{
	char *from, *to;
	bool is_open = true; /* a cell has begun */

	row->count = 0;
	text = trim(text);
	from = to = text + (*text == '|');
	row->cell[0] = to;
	for (; *from != '\0'; from++) {
		if (from[0] == '\\' && from[1] == '|') {
			*to++ = *++from;
			is_open = true;
		} else if (*from != '|') {
			*to++ = *from;
			is_open = true;
		} else if (row->count <= COLUMNS_MAX) {
			*to++ = '\0';
			row->cell[row->count] = trim(row->cell[row->count]);
			row->count++;
			if (row->count <= COLUMNS_MAX)
				row->cell[row->count] = to;
			is_open = false;
		}
	}
	*to = '\0';
	if (is_open && row->count <= COLUMNS_MAX) {
		row->cell[row->count] = trim(row->cell[row->count]);
		row->count++;
	}
}

static bool
read_align(const char *cell, enum align *align)
{
	size_t n = strlen(cell);
	bool left = n > 0 && cell[0] == ':';
	bool right = n > 1 && cell[n - 1] == ':';
	size_t dashes = strspn(cell + left, "-");

	*align = right ? (left ? ALIGN_CENTER : ALIGN_RIGHT) : ALIGN_NONE;
	return dashes > 0 && left + dashes + right == n;
}

static bool
is_delimiter(const struct row *row)
{
	enum align align;

	for (size_t i = 0; i < row->count; i++)
		if (!read_align(row->cell[i], &align))
			return false;
	return row->count > 0;
}

/* The text of a source line without quote marks and list marks. */
static char *
row_text(struct page *p, cmark_node *paragraph, int line)
{
	const struct line *l = &p->source->lines[line - 1];
	size_t at = 0;

	if (line == cmark_node_get_start_line(paragraph)) {
		at = (size_t)cmark_node_get_start_column(paragraph) - 1;
		return arena_strndup(p->arena, l->text + (at < l->len ? at : 0),
		    at < l->len ? l->len - at : 0);
	}
	for (cmark_node *n = paragraph; n != NULL; n = cmark_node_parent(n)) {
		if (cmark_node_get_type(n) != CMARK_NODE_BLOCK_QUOTE)
			continue;
		while (at < l->len && l->text[at] == ' ')
			at++;
		at += at < l->len && l->text[at] == '>';
	}
	return arena_strndup(p->arena, l->text + at, l->len - at);
}

/* Cells of a header without markup of notes, for the label of the region. */
static void
put_label(struct html *h, struct page *p, cmark_node *cell, bool is_first)
{
	char *text = tree_plain_text(p->arena, cell), *note, *end;

	while ((note = strstr(text, "[^")) != NULL &&
	       (end = strchr(note, ']')) != NULL)
		memmove(note, end + 1, strlen(end + 1) + 1);
	if (!is_first)
		HTML_LIT(h, ", ");
	html_text(h, text);
}

static const char *
cell_tag(bool is_head, enum align align)
{
	static const char *const TAGS[2][3] = {
	    {"<td>", "<td class=\"lms-center\">", "<td class=\"lms-num\">"},
	    {"<th scope=\"col\">",
		"<th scope=\"col\" "
		"class=\"lms-center\">",
		"<th scope=\"col\" "
		"class=\"lms-num\">"},
	};

	return TAGS[is_head][align];
}

static cmark_node *
make_row(struct page *p, const struct row *row, const enum align *align,
    size_t columns, bool is_head)
{
	cmark_node *block = tree_line_block("<tr>", "</tr>", NULL);
	cmark_node *line = cmark_node_first_child(block);

	for (size_t i = 0; i < columns; i++) {
		cmark_node *cell = tree_parse_inline(
		    p->arena, i < row->count ? row->cell[i] : "", row->line);

		if (cell == NULL) {
			PAGE_FAULT(p, row->line,
			    "cel %zu van de tabel is niet "
			    "te lezen. Zet er gewone tekst in.",
			    i + 1);
			cell = tree_inline("", "");
		}
		cmark_node_set_on_enter(cell, cell_tag(is_head, align[i]));
		cmark_node_set_on_exit(cell, is_head ? "</th>" : "</td>");
		cmark_node_append_child(line, cell);
	}
	return block;
}

static const char *
table_open(struct page *p, cmark_node *head)
{
	struct html h = part_html(p);
	cmark_node *cell = cmark_node_first_child(cmark_node_first_child(head));

	HTML_LIT(&h, "<div class=\"lms-table\" role=\"region\" tabindex=\"0\" "
		     "aria-label=\"Tabel ");
	html_int(&h, ++p->table_count);
	HTML_LIT(&h, ": ");
	for (bool is_first = true; cell != NULL; is_first = false) {
		put_label(&h, p, cell, is_first);
		cell = cmark_node_next(cell);
	}
	HTML_LIT(&h, "\">\n<table class=\"utrecht-table\">\n<thead>");
	return h.bytes;
}

static void
make_table(
    struct page *p, cmark_node *paragraph, const struct row *rows, size_t count)
{
	enum align align[COLUMNS_MAX + 1];
	size_t columns = rows[0].count;
	cmark_node *head, *table;

	for (size_t i = 0; i < columns; i++)
		(void)read_align(rows[1].cell[i], &align[i]);
	head = make_row(p, &rows[0], align, columns, true);
	table = tree_block(table_open(p, head), "</tbody>\n</table>\n</div>");
	cmark_node_append_child(table, head);
	cmark_node_append_child(table, tree_block("</thead>\n<tbody>", ""));
	for (size_t i = 2; i < count; i++) {
		if (rows[i].count != columns)
			PAGE_FAULT(p, rows[i].line,
			    "deze rij heeft %zu "
			    "cellen, de kop van de tabel heeft er %zu. Maak "
			    "het gelijk; een | in de tekst schrijf je als \\|.",
			    rows[i].count, columns);
		cmark_node_append_child(
		    table, make_row(p, &rows[i], align, columns, false));
	}
	if (count == 2)
		PAGE_FAULT(p, rows[0].line,
		    "deze tabel heeft alleen een kop. "
		    "Voeg rijen toe.");
	tree_replace(paragraph, table);
}

/* A paragraph that was meant as a table but is none. */
static void
check_almost(
    struct page *p, const struct row *rows, size_t count, const char *first)
{
	for (size_t i = 2; i < count; i++)
		if (is_delimiter(&rows[i]) && rows[i].count > 1) {
			PAGE_FAULT(p, rows[i - 1].line,
			    "de tabel zit vast aan "
			    "de tekst erboven. Zet een lege regel boven de "
			    "kop van de tabel.");
			return;
		}
	if (count > 1 && is_delimiter(&rows[1]) && rows[0].count > 1)
		PAGE_FAULT(p, rows[1].line,
		    "de kop van de tabel heeft %zu "
		    "kolommen, de regel met streepjes %zu (hoogstens %d). Maak "
		    "het gelijk.",
		    rows[0].count, rows[1].count, COLUMNS_MAX);
	else if (first[strspn(first, " ")] == '|')
		PAGE_FAULT(p, rows[0].line,
		    "dit lijkt een tabel, maar de "
		    "regel met streepjes ontbreekt. Zet onder de kop: "
		    "|---|---|");
}

/* A link definition that cmark has taken off the top of the paragraph. */
static bool
is_definition(const char *text)
{
	return text[0] == '[' && strstr(text, "]:") != NULL;
}

static void
try_table(struct page *p, cmark_node *paragraph)
{
	int first = cmark_node_get_start_line(paragraph);
	int last = cmark_node_get_end_line(paragraph);
	struct row *rows;
	size_t count = 0;
	char *top;

	if (first < 1 || last < first || (size_t)last > p->source->line_count)
		return;
	while (first < last && is_definition(row_text(p, paragraph, first)))
		first++;
	top = row_text(p, paragraph, first);
	if (first == last && top[strspn(top, " ")] != '|')
		return;
	rows = arena_array(p->arena, (size_t)(last - first) + 1, sizeof(*rows));
	for (int line = first; line <= last; line++) {
		cut_row(&rows[count], row_text(p, paragraph, line));
		rows[count++].line = p->source_line + line - 1;
	}
	if (count > 1 && is_delimiter(&rows[1]) &&
	    rows[0].count == rows[1].count && rows[0].count <= COLUMNS_MAX &&
	    (rows[0].count > 1 || strchr(top, '|') != NULL))
		make_table(p, paragraph, rows, count);
	else
		check_almost(p, rows, count, top);
}

void
tables_make(struct page *p, cmark_node *root)
{
	struct nodes found =
	    tree_collect(p->arena, root, TYPE_BIT(CMARK_NODE_PARAGRAPH));

	for (size_t i = 0; i < found.count && p->source != NULL; i++)
		try_table(p, found.node[i]);
}
