/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prefab.c - read voorzetten.json: per profile how a doorbraak often begins.
 *
 * A prefab names tariffs and asks; it holds no numbers, so that nobody can
 * take one over without thinking about this household.
 */
#include "content/plan_json.h"

#include "content/json_part.h"

#include <string.h>

static size_t
read_lines(const struct prefab_line **out, const struct json_file *j,
    const json_t *from, const char *path)
{
	const json_t *list = json_need_list(j, from, path, "regels"), *one;
	size_t n = json_array_size(list), i;
	struct prefab_line *lines =
	    arena_array(j->r->arena, n + 1, sizeof(*lines));

	json_array_foreach(list, i, one)
	{
		const char *at =
		    arena_printf(j->r->arena, "%s.regels[%zu]", path, i);

		lines[i].code = json_need(j, one, at, "code");
		lines[i].ask = json_need(j, one, at, "vraag");
		json_check_keys(j, one, at, "code vraag");
		if (*lines[i].code != '\0' &&
		    library_tariff(j->r->library, NULL, lines[i].code) == NULL)
			json_fault(j, at, "code",
			    "het tarief ‘%s’ staat niet in "
			    "gegevens/tarieven.csv.",
			    lines[i].code);
	}
	*out = lines;
	return n;
}

static size_t
read_laws(const struct law ***out, const struct json_file *j,
    const json_t *from, const char *path)
{
	const json_t *list = json_need_list(j, from, path, "artikelen"), *one;
	size_t n = json_array_size(list), i, count = 0;
	const struct law **laws =
	    arena_array(j->r->arena, n + 1, sizeof(*laws));

	json_array_foreach(list, i, one)
	{
		const char *code = json_string_value(one);

		laws[count] =
		    code == NULL ? NULL : library_law(j->r->library, code);
		if (laws[count] != NULL)
			count++;
		else
			json_fault(j,
			    arena_printf(
				j->r->arena, "%s.artikelen[%zu]", path, i),
			    NULL, "‘%s’ staat niet in gegevens/wetten.csv.",
			    code == NULL ? "" : code);
	}
	*out = laws;
	return count;
}

size_t
prefabs_read(
    const struct prefab **out, const struct reading *r, const char *file)
{
	struct json_file j;
	struct prefab *list;
	size_t count, i;
	json_t *one;

	*out = NULL;
	if (!json_file_read(&j, r, file))
		return 0;
	if (!json_is_array(j.root))
		json_fault(&j, "", NULL, "hier hoort een lijst te staan.");
	count = json_array_size(j.root);
	list = arena_array(r->arena, count + 1, sizeof(*list));
	json_array_foreach(j.root, i, one)
	{
		const char *path = arena_printf(r->arena, "[%zu]", i);
		struct prefab *p = &list[i];

		p->profile = json_need(&j, one, path, "profiel");
		p->name = json_need(&j, one, path, "naam");
		p->hindernis = json_need(&j, one, path, "hindernis");
		p->line_count = read_lines(&p->lines, &j, one, path);
		p->law_count = read_laws(&p->laws, &j, one, path);
		json_check_keys(
		    &j, one, path, "profiel naam hindernis regels artikelen");
		for (size_t k = 0; k < i; k++)
			if (strcmp(list[k].profile, p->profile) == 0)
				json_fault(&j, path, "profiel",
				    "‘%s’ staat er al, bij [%zu].", p->profile,
				    k);
	}
	json_decref(j.root);
	*out = list;
	return count;
}
