/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_DB_PEER_ACTS_H
#define LMS_TESTS_DB_PEER_ACTS_H
/* Reading each other's plans, as tests arrange it. Include after db/db.h. */
#include "store/peer.h"

/* Somebody handed in a plan for a case. */
static inline void
db_handed_in(struct world *w, const struct person *p, int64_t organisation,
    const char *course, const char *casus)
{
	const char *const v[] = {
	    db_text(w, organisation), db_text(w, p->id), course, casus};

	db_sql(w,
	    "WITH mine AS (INSERT INTO plan (organisation_id, person_id, "
	    "course,"
	    " casus) VALUES ($1, $2, $3, $4) RETURNING organisation_id, id)"
	    " INSERT INTO plan_version (organisation_id, plan_id, number,"
	    " handed_in_at) SELECT organisation_id, id, 1, clock_timestamp()"
	    " FROM mine",
	    4, v);
}

static inline struct plan_key
db_peer_key(const struct person *p, const char *course, const char *casus)
{
	return (struct plan_key){
	    .token_hash = p->token_hash, .course = course, .casus = casus};
}

/* Ali, who handed in, and Bea read each other; Bea sent what she found. */
static inline void
db_read_each_other(struct world *w, const char *course, const char *casus)
{
	static const char *const FIELDS[] = {"betrokkenheid-sterk"};
	static const char *const TEXTS[] = {"Ik hoor de inwoner."};
	static const char *const BASES[] = {"leeg"};
	const struct plan_texts texts = {1, FIELDS, TEXTS, BASES, 0};
	struct plan_key ali = db_peer_key(&w->ali, course, casus);
	struct plan_key bea = db_peer_key(&w->bea, course, casus);
	struct plan_key coach = db_peer_key(&w->coach, course, casus);
	struct batch *b = db_as(w, &w->coach);

	peer_ask_round(b, &coach, w->north, true);
	db_run_ok(w, b);
	db_handed_in(w, &w->bea, w->town, course, casus);
	b = db_as(w, &w->ali);
	peer_ask_deal(b, &ali);
	db_run_ok(w, b);
	b = db_as(w, &w->bea);
	peer_ask_deal(b, &bea);
	peer_ask_save(b, &bea, 1, &texts, true);
	db_run_ok(w, b);
}
#endif
