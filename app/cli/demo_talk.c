/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * demo_talk.c - whom an invented colleague asked: the resident first, then
 * others in the order of the case; or somebody too early before that.
 */
#include "cli/demo_talk.h"

#include "cli/cli.h"
#include "store/asked.h"

/* What was asked so far. */
struct talking {
	const struct demo_plan *d;
	const struct plan_key *key;
	int seen, had;
};

static bool
ask(struct talking *t, const struct document *doc)
{
	const struct asked_wish wish = {.document = doc->slug,
	    .seen = t->seen++,
	    .minutes = doc->minutes,
	    .early_minutes = doc->early_minutes,
	    .budget = t->d->casus->talk_minutes,
	    .is_resident = doc->is_resident};
	struct batch *b = batch_new(t->d->a);

	b->writer = t->d->writer;
	asked_ask_talk(b, t->key, &wish);
	if (batch_run(b, t->d->db) == ST_OK)
		return true;
	cli_fail("een demo-gesprek kan niet worden gemaakt (%s)", b->sqlstate);
	return false;
}

/* Of the talks with the resident, or of those with others: as many as there
 * are still to be had. */
static bool
ask_some(struct talking *t, bool is_resident)
{
	const struct casus *c = t->d->casus;

	for (size_t i = 0; i < c->document_count && t->had < t->d->talks; i++) {
		const struct document *doc = &c->documents[i];

		if (doc->minutes == 0 || doc->is_resident != is_resident)
			continue;
		if (!ask(t, doc))
			return false;
		t->had++;
	}
	return true;
}

static bool
ask_early(struct talking *t)
{
	const struct casus *c = t->d->casus;

	for (size_t i = 0; i < c->document_count; i++)
		if (c->documents[i].early_minutes > 0)
			return ask(t, &c->documents[i]);
	return true;
}

bool
demo_talks(const struct demo_plan *d, const struct plan_key *key)
{
	struct talking t = {.d = d, .key = key};

	return (!d->is_early || ask_early(&t)) && ask_some(&t, true) &&
	       ask_some(&t, false);
}
