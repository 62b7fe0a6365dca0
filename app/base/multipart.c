/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * multipart.c - a strict reader of forms with files.
 *
 * As browsers write it: the boundary, the head of a part, an empty line, its
 * bytes, the boundary; nothing before the first and nothing after the last.
 * Of a head only the names count; the file's own name and type are not
 * trusted and not kept.
 */
#include "base/multipart.h"

#include "base/text.h"

#include <string.h>

static const char TYPE[] = "multipart/form-data";
enum { BOUNDARY_MAX = 70, HEAD_MAX = 2048 };

/* What is still to be read. */
struct rest {
	const char *at, *end;
	const char *mark; /* "\r\n--" and the boundary */
	size_t mark_len;
};

bool
multipart_is_type(const char *type)
{
	const size_t n = sizeof(TYPE) - 1;

	return type != NULL && strncasecmp(type, TYPE, n) == 0 &&
	    (type[n] == ';' || type[n] == ' ' || type[n] == '\0');
}

/* RFC 2046 §5.1.1: 1 to 70 of these; NULL when it is not so. */
static const char *
boundary_of(struct arena *a, const char *type)
{
	static const char GOOD[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	    "0123456789'()+_,-./:=?";
	const char *at = strcasestr(type, "boundary=");
	size_t n;

	if (at == NULL)
		return NULL;
	at += strlen("boundary=");
	if (*at == '"') {
		at++;
		n = strspn(at, GOOD);
		if (at[n] != '"')
			return NULL;
	} else {
		n = strcspn(at, "; ");
		if (strspn(at, GOOD) < n)
			return NULL;
	}
	return n == 0 || n > BOUNDARY_MAX ? NULL : arena_strndup(a, at, n);
}

static bool
skip(struct rest *r, const char *what, size_t len)
{
	if ((size_t)(r->end - r->at) < len || memcmp(r->at, what, len) != 0)
		return false;
	r->at += len;
	return true;
}

/* The value of `key="…"` in a line of a head; NULL when it is not there. */
static const char *
parameter(struct arena *a, const char *line, const char *key)
{
	const char *at = line, *end;
	size_t n = strlen(key);

	while ((at = strchr(at, ';')) != NULL) {
		at++;
		at += strspn(at, " ");
		if (strncasecmp(at, key, n) != 0 || at[n] != '=' ||
		    at[n + 1] != '"') {
			/* Past a quoted value, which may hold a ';'. */
			at += strcspn(at, ";\"");
			if (*at == '"' && (at = strchr(at + 1, '"')) == NULL)
				return NULL;
			continue;
		}
		at += n + 2;
		end = strchr(at, '"');
		return end == NULL ? NULL :
				     arena_strndup(a, at, (size_t)(end - at));
	}
	return NULL;
}

struct part {
	const char *name;
	const char *filename; /* NULL: not a file */
};

/* The head of a part, up to and with the empty line. */
static bool
read_head(struct part *part, struct rest *r, struct arena *a)
{
	static const char KEY[] = "content-disposition: form-data;";
	const char *end = memmem(
	    r->at, (size_t)(r->end - r->at), "\r\n\r\n", 4);
	const char *line, *next;
	char *head;

	*part = (struct part){ 0 };
	if (end == NULL || end - r->at > HEAD_MAX ||
	    memchr(r->at, '\0', (size_t)(end - r->at)) != NULL)
		return false;
	head = arena_strndup(a, r->at, (size_t)(end - r->at));
	r->at = end + 4;
	for (line = head; line != NULL; line = next) {
		char *stop = strstr(line, "\r\n");

		next = stop == NULL ? NULL : stop + 2;
		if (stop != NULL)
			*stop = '\0';
		if (strncasecmp(line, KEY, sizeof(KEY) - 1) != 0)
			continue;
		if (part->name != NULL)
			return false;
		part->name = parameter(a, line, "name");
		part->filename = parameter(a, line, "filename");
	}
	return part->name != NULL &&
	    text_is_utf8(part->name, strlen(part->name));
}

static enum status
keep(struct form *form, struct arena *a, const struct part *part,
    const char *bytes, size_t len)
{
	if (part->filename != NULL) {
		if (*part->filename == '\0' && len == 0)
			return ST_OK; /* nothing was chosen */
		if (form->file_count == FORM_FILES_MAX)
			return ST_TOO_LARGE;
		form->file[form->file_count++] = (struct form_file){
			part->name, arena_memdup(a, bytes, len), len
		};
		return ST_OK;
	}
	if (form->count == FORM_FIELDS_MAX)
		return ST_TOO_LARGE;
	if (!text_is_utf8(bytes, len))
		return ST_INVALID;
	form->field[form->count++] = (struct form_field){ part->name,
		arena_strndup(a, bytes, len) };
	return ST_OK;
}

/* One part and the boundary after it. */
static enum status
read_part(struct form *form, struct rest *r, struct arena *a)
{
	struct part part;
	const char *bytes, *end;

	if (!read_head(&part, r, a))
		return ST_INVALID;
	bytes = r->at;
	end = memmem(bytes, (size_t)(r->end - bytes), r->mark, r->mark_len);
	if (end == NULL)
		return ST_INVALID;
	r->at = end + r->mark_len;
	return keep(form, a, &part, bytes, (size_t)(end - bytes));
}

enum status
multipart_parse(struct form *form, struct arena *a, const char *content_type,
    const char *body, size_t len)
{
	const char *boundary = boundary_of(a, content_type);
	struct rest r = { .at = body, .end = body + len };
	enum status status = ST_OK;

	form->count = form->file_count = 0;
	if (boundary == NULL)
		return ST_INVALID;
	r.mark = arena_printf(a, "\r\n--%s", boundary);
	r.mark_len = strlen(r.mark);
	if (!skip(&r, r.mark + 2, r.mark_len - 2))
		return ST_INVALID;
	while (status == ST_OK && skip(&r, "\r\n", 2))
		status = read_part(form, &r, a);
	if (status != ST_OK)
		return status;
	if (!skip(&r, "--", 2))
		return ST_INVALID;
	skip(&r, "\r\n", 2);
	return r.at == r.end ? ST_OK : ST_INVALID;
}
