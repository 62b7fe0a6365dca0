/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * take_in.c - the page from which a plan is taken along, and the way back: a
 * file is read into the draft. A file with a fault changes nothing. What was
 * in the draft is only replaced when its maker said so, and can be put back.
 */
#include "web/plan/take.h"

#include "base/password.h"
#include "base/text.h"
#include "content/plan_file.h"
#include "core/plan_input.h"
#include "pages.h"
#include "store/plan_take.h"

#include <string.h>

enum { FILE_MAX = 200000 /* bytes */, PREFIX_LENGTH = 20 };

/* What the reading of a sent file gave. */
struct taken {
	const struct plan *plan; /* NULL: there is a fault, or no file */
	struct content_faults faults;
	const char *act;
	int64_t seen;
};

static const char *
count_words(struct arena *a, size_t n, const char *one, const char *more)
{
	return arena_printf(a, "%zu %s", n, n == 1 ? one : more);
}

static void
fill_holds(struct take_view *v, struct arena *a, const struct plan *plan)
{
	size_t texts = 0;

	for (int f = 0; f < FIELD_COUNT; f++)
		texts += !text_is_blank(plan->text[f]);
	v->is_empty = texts + plan->line_count + plan->article_count +
		plan->action_count == 0;
	v->holds = arena_printf(a, "%s, %s, %s en %s",
	    count_words(a, texts, "tekst", "teksten"),
	    count_words(a, plan->line_count, "regel", "regels"),
	    count_words(a, plan->article_count, "wetsartikel", "wetsartikelen"),
	    count_words(a, plan->action_count, "actie", "acties"));
}

static struct take_view
view_of(struct exchange *ex, const struct plan_place *place,
    const struct plan_record *record)
{
	char fresh[ID_TEXT_BYTES];
	struct take_view v = {
		.frame = plan_frame_for(ex, place, record, PAGE_TAKE),
		.paper_url = plan_url(ex, place, "afdruk"),
		.file_url = plan_url(ex, place, "bestand"),
		.action = plan_url(ex, place, "meenemen"),
		.undo_url = plan_act_url(ex, place, "meenemen", "ongedaan"),
	};

	id_new(fresh);
	v.id = arena_strdup(ex->arena, fresh);
	fill_holds(&v, ex->arena, &record->plan);
	return v;
}

static void
answer(struct exchange *ex, int code, struct take_view *v)
{
	struct html h = html_new(ex->arena);

	v->frame.shell.has_fault = code != 200;
	page_plan_take(&h, v);
	respond_page(ex, code, &h);
}

/* The id of an import in the address, or NULL. */
static const char *
id_asked(const struct form *form, const char *name)
{
	const char *id = form_get(form, name);

	return id != NULL && input_is_id(id) ? id : NULL;
}

void
ask_take(struct exchange *ex)
{
	struct plan_place place;
	const char *id = id_asked(&ex->search, "ingelezen");

	if (!plan_find(ex, &place))
		return;
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
	if (id != NULL)
		plan_ask_imported(ex->batch, &place.key, id);
}

void
show_take(struct exchange *ex)
{
	struct plan_place place;
	struct plan_record record;
	struct take_view v;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	v = view_of(ex, &place, &record);
	if (plan_read_imported(ex->batch))
		v.imported_id = id_asked(&ex->search, "ingelezen");
	answer(ex, 200, &v);
}

static void
no_file(struct taken *t, struct arena *a, const char *text)
{
	struct content_fault *fault = arena_alloc(a, sizeof(*fault));

	*fault = (struct content_fault){ "", 0, text };
	t->faults = (struct content_faults){ 1, fault };
}

/* False: the form is not ours, and 400 was answered. */
static bool
read_sent(struct taken *t, struct exchange *ex, const struct plan_place *place)
{
	const struct form_file *file = form_file(&ex->fields, "bestand");
	const char *prefix;

	*t = (struct taken){ .act = id_asked(&ex->fields, "id") };
	if (t->act == NULL ||
	    !form_int(&ex->fields, "revisie", 0, INT64_MAX, &t->seen)) {
		respond_status(ex, ST_INVALID);
		return false;
	}
	prefix = arena_printf(ex->arena, "%.*s", PREFIX_LENGTH, t->act);
	if (file == NULL)
		no_file(t, ex->arena, "Er is geen bestand gekozen. Kies een "
				      "bestand dat eindigt op .json.");
	else if (file->len > FILE_MAX)
		no_file(t, ex->arena, "Dit bestand is te groot. Een plan is "
				      "hooguit 200 kB.");
	else
		t->plan = plan_file_read(&t->faults, ex->arena, ex->library,
		    place->casus, prefix, file->bytes, file->len);
	return true;
}

/* A draft with something in it is replaced only on request. */
static bool
said_yes(const struct exchange *ex)
{
	return strcmp(form_text(&ex->fields, "vervang"), "ja") == 0;
}

void
ask_import(struct exchange *ex)
{
	struct plan_place place;
	struct taken t;

	if (!plan_find(ex, &place) || !read_sent(&t, ex, &place))
		return;
	if (t.plan != NULL && said_yes(ex)) {
		const struct plan *sealed =
		    plan_take_sealed(ex->batch, &place.key, t.plan);
		const struct plan_file_rows rows =
		    plan_file_rows(ex->arena, sealed);

		plan_ask_import(ex->batch, &place.key,
		    &(struct plan_import){ t.act, t.seen, sealed, rows.lines,
			rows.articles, rows.actions });
	}
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

void
show_import(struct exchange *ex)
{
	struct plan_place place;
	struct plan_record record;
	struct take_view v;
	struct taken t;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record) ||
	    !read_sent(&t, ex, &place))
		return;
	if (t.plan != NULL && said_yes(ex)) {
		respond_redirect(ex,
		    url_fragment(ex->arena,
			url_query(ex->arena, plan_url(ex, &place, "meenemen"),
			    "ingelezen", t.act),
			"ingelezen"));
		return;
	}
	v = view_of(ex, &place, &record);
	v.faults = t.faults.fault;
	v.fault_count = t.faults.count;
	v.must_say_yes = t.plan != NULL;
	answer(ex, 422, &v);
}

void
ask_import_undo(struct exchange *ex)
{
	static const char *const NAMES[] = { "id", NULL };
	struct plan_place place;
	const char *id = id_asked(&ex->fields, "id");

	if (!plan_find(ex, &place) || !plan_fields_are(ex, NAMES))
		return;
	if (id == NULL) {
		respond_status(ex, ST_INVALID);
		return;
	}
	plan_ask_import_undo(ex->batch, &place.key, id);
	plan_ask(ex->batch, &place.key, PLAN_NEWEST);
}

void
show_import_undo(struct exchange *ex)
{
	struct plan_place place;
	struct plan_record record;
	struct take_view v;

	if (!plan_find(ex, &place) || !plan_load(ex, &place, &record))
		return;
	if (plan_read_saved(ex->batch, QUERY_PLAN_IMPORT_UNDO).is_saved) {
		respond_redirect(ex, plan_url(ex, &place, "meenemen"));
		return;
	}
	v = view_of(ex, &place, &record);
	v.was_changed = true;
	answer(ex, 409, &v);
}
