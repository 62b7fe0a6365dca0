/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * json_part.c - the strict reading of values that plan.json and regels.json
 * share. Numbers with a point are refused, because they are not exact: the
 * calculation core reads texts ("1.5").
 */
#include "content/json_part.h"

#include "base/text.h"
#include "content/json_where.h"
#include "core/tariff.h"

#include <stdio.h>
#include <string.h>

enum { KEY_BYTES_MAX = 100 };

/* jansson's own words are English, and may hold bytes that are no text. */
const char *
json_syntax_words(const json_error_t *error)
{
	const enum json_error_code code = json_error_code(error);

	if (code == json_error_duplicate_key)
		return "deze sleutel staat er twee keer. Houd er één.";
	if (code == json_error_invalid_utf8)
		return "hier staat een teken dat geen UTF-8 is. Sla het "
		       "bestand op als UTF-8.";
	return "dit is geen goede JSON. Kijk naar komma’s, haken en "
	       "aanhalingstekens.";
}

bool
json_file_read(struct json_file *j, const struct reading *r, const char *file)
{
	struct source s;
	json_error_t error;

	*j = (struct json_file){.r = r, .file = file, .text = ""};
	if (!source_read(&s, r->arena, r->faults, file))
		return false;
	j->text = s.text;
	j->root = json_loadb(s.text, s.len, JSON_REJECT_DUPLICATES, &error);
	if (j->root == NULL)
		fault_add(r->faults, file, error.line, "kolom %d: %s",
		    error.column, json_syntax_words(&error));
	return j->root != NULL;
}

static const char *
path_to(const struct json_file *j, const char *path, const char *key)
{
	if (key == NULL)
		return path;
	return arena_printf(
	    j->r->arena, "%s%s%s", path, *path != '\0' ? "." : "", key);
}

void
json_fault(const struct json_file *j, const char *path, const char *key,
    const char *format, ...)
{
	const char *full = path_to(j, path, key);
	char text[800];
	va_list args;

	va_start(args, format);
	(void)vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	for (size_t n = strlen(text); n > 0 && !text_is_utf8(text, n); n--)
		text[n - 1] = '\0'; /* cut inside a letter */
	fault_add(j->r->faults, j->file, json_where(j->text, full), "%s%s%s",
	    full, *full != '\0' ? ": " : "", text);
}

const char *
json_text(const struct json_file *j, const json_t *object, const char *path,
    const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (value == NULL || json_is_null(value))
		return NULL;
	if (json_is_string(value) &&
	    text_is_utf8(json_string_value(value), json_string_length(value)))
		return text_join_euro(j->r->arena,
		    arena_strdup(j->r->arena, json_string_value(value)));
	if (json_is_integer(value))
		return arena_printf(
		    j->r->arena, "%lld", (long long)json_integer_value(value));
	json_fault(j, path, key,
	    json_is_real(value)
		? "zet dit getal tussen aanhalingstekens, zoals \"1.5\"."
		: "hier hoort een tekst tussen aanhalingstekens, zonder "
		  "stuurtekens.");
	return "";
}

const char *
json_need(const struct json_file *j, const json_t *object, const char *path,
    const char *key)
{
	const json_t *value = json_object_get(object, key);
	const char *text = json_text(j, object, path, key);

	if (text == NULL)
		json_fault(j, path, key, "ontbreekt. Vul het in.");
	else if (*text == '\0' && json_string_length(value) == 0 &&
		 json_is_string(value))
		json_fault(j, path, key, "is leeg. Vul het in.");
	return text != NULL ? text : "";
}

int64_t
json_whole(const struct json_file *j, const json_t *object, const char *path,
    const char *key, int64_t min, int64_t max, int64_t otherwise)
{
	const json_t *value = json_object_get(object, key);
	json_int_t number = json_integer_value(value);

	if (json_is_integer(value) && number >= min && number <= max)
		return number;
	json_fault(j, path, key,
	    "hier hoort een heel getal van %lld tot en "
	    "met %lld, zonder aanhalingstekens.",
	    (long long)min, (long long)max);
	return otherwise;
}

enum plan_sign
json_sign(const struct json_file *j, const json_t *object, const char *path,
    const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (value != NULL && !json_is_boolean(value))
		json_fault(j, path, key,
		    "hier hoort true of false, zonder aanhalingstekens.");
	if (!json_is_boolean(value))
		return SIGN_NONE;
	return json_is_true(value) ? SIGN_YES : SIGN_NO;
}

void
json_signs(const struct json_file *j, struct plan_line *line,
    const json_t *object, const char *path)
{
	const char *event = json_text(j, object, path, "gebeurtenis");

	line->verlengde_jeugdhulp =
	    json_sign(j, object, path, "verlengde_jeugdhulp");
	line->verblijf24 = json_sign(j, object, path, "verblijf24");
	line->ernstig = json_sign(j, object, path, "ernstig");
	if (event == NULL || *event == '\0')
		return;
	line->gebeurtenis = event;
	if (!tariff_is_event(event))
		json_fault(j, path, "gebeurtenis",
		    "gebruik één woord van hooguit 40 kleine letters, cijfers "
		    "en streepjes, voor alle delen hetzelfde: uitzetting.");
}

const json_t *
json_need_list(const struct json_file *j, const json_t *object,
    const char *path, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (json_is_array(value))
		return value;
	json_fault(j, path, key, "hier hoort een lijst tussen [ en ].");
	return NULL;
}

const json_t *
json_need_object(const struct json_file *j, const json_t *object,
    const char *path, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (json_is_object(value))
		return value;
	json_fault(j, path, key, "hier horen gegevens tussen { en }.");
	return NULL;
}

static bool
is_listed(const char *key, const char *known)
{
	size_t n = strlen(key);
	const char *at = known;

	while (n > 0 && (at = strstr(at, key)) != NULL) {
		if ((at == known || at[-1] == ' ') &&
		    (at[n] == ' ' || at[n] == '\0'))
			return true;
		at++;
	}
	return false;
}

void
json_check_keys(const struct json_file *j, const json_t *object,
    const char *path, const char *known)
{
	const char *key;
	json_t *value;

	/* jansson's iterator takes no const object, but changes nothing. */
	json_object_foreach((json_t *)(uintptr_t)object, key, value)
	{
		/* The iterator finds its place by `key`: leave it. */
		const char *shown = key;

		if (is_listed(key, known))
			continue;
		if (strlen(key) > KEY_BYTES_MAX ||
		    !text_is_utf8(key, strlen(key)))
			shown = "(een lange sleutel, of met stuurtekens)";
		json_fault(j, path, shown,
		    "deze sleutel bestaat niet. Dit mag: %s.", known);
	}
}
