/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * author_question.c - read vragen.json: what the author of a case wants asked
 * when a plan has been handed in. Each belongs to a value of the triangle, or
 * to the plan as a whole.
 */
#include "content/plan_json.h"

#include "content/json_part.h"

#include <string.h>

static bool
is_value(const char *value)
{
	static const char *const VALUES[] = {
	    "betrokkenheid", "legitimiteit", "rendement", "plan"};

	for (size_t i = 0; i < sizeof(VALUES) / sizeof(*VALUES); i++)
		if (strcmp(VALUES[i], value) == 0)
			return true;
	return false;
}

static void
check_question(const struct json_file *j, const struct author_question *all,
    size_t i, const char *path)
{
	if (*all[i].value != '\0' && !is_value(all[i].value))
		json_fault(j, path, "waarde",
		    "‘%s’ kan niet. Kies "
		    "betrokkenheid, legitimiteit, rendement of plan.",
		    all[i].value);
	if (*all[i].id != '\0' && !id_is_valid(all[i].id))
		json_fault(j, path, "id",
		    "‘%s’ is geen goede naam. Gebruik "
		    "kleine letters en cijfers, zoals q1.",
		    all[i].id);
	for (size_t k = 0; k < i; k++)
		if (*all[i].id != '\0' && strcmp(all[k].id, all[i].id) == 0)
			json_fault(j, path, "id",
			    "‘%s’ is ook de naam van "
			    "vraag [%zu]. Geef elke vraag een eigen naam.",
			    all[i].id, k);
}

size_t
author_questions_read(const struct author_question **out,
    const struct reading *r, const char *file)
{
	struct json_file j;
	struct author_question *list;
	size_t count, i;
	json_t *one;

	*out = NULL;
	if (!json_file_read(&j, r, file))
		return 0;
	if (!json_is_array(j.root))
		json_fault(&j, "", NULL,
		    "hier hoort een lijst vragen te "
		    "staan: [ { … }, { … } ].");
	count = json_array_size(j.root);
	list = arena_array(r->arena, count + 1, sizeof(*list));
	json_array_foreach(j.root, i, one)
	{
		const char *path = arena_printf(r->arena, "[%zu]", i);

		list[i] = (struct author_question){
		    .id = json_need(&j, one, path, "id"),
		    .value = json_need(&j, one, path, "waarde"),
		    .text = json_need(&j, one, path, "vraag"),
		    .explanation = json_need(&j, one, path, "toelichting"),
		    .source = json_text(&j, one, path, "bron")};
		json_check_keys(
		    &j, one, path, "id waarde vraag toelichting bron");
		check_question(&j, list, i, path);
	}
	json_decref(j.root);
	*out = list;
	return count;
}
