/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CLI_DEMO_PLAN_H
#define LMS_CLI_DEMO_PLAN_H
/* A plan of the demo, made in the session of whoever it is of. */
#include "content/library.h"

#include <libpq-fe.h>

/* What a plan that was handed in lacks; NO_PLAN: it was not handed in. */
enum demo_flaw {
	NO_PLAN,
	LACKS_LINE,	/* a running line is not in the doorbraak */
	LACKS_THREAT,	/* nothing of what threatens, and no chance */
	LACKS_ARGUMENT, /* of its articles, and the weighing */
	LACKS_LITTLE,	/* only the last line, which all of them lack */
};

struct demo_plan {
	PGconn *db;
	struct arena *a;
	const struct course *course;
	const struct casus *casus;
	const char *tables; /* the version of the tariffs */
	int step; /* written up to this one */
	enum demo_flaw flaw;
	int talks;	  /* had before writing, the resident's first */
	bool is_early;	  /* but somebody was asked too early */
	bool is_reviewed; /* its feedback was kept and answered */
	bool is_revised;  /* and a better version was handed in */
	const struct seal_writer *writer; /* demo_plan_write finds it */
};

/* Says itself what went wrong. */
bool demo_plan_write(
    const struct demo_plan *, const unsigned char token_hash[32]);
#endif
