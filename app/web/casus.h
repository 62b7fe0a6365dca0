/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_CASUS_H
#define LMS_WEB_CASUS_H
/* A case as a learner meets it: what is asked, who they are, the documents. */
#include "web/peer/hub.h"
#include "web/plan/frame.h"
#include "web/talk.h"

/* A paper of the dossier. */
struct casus_document {
	const struct document *document;
	int number; /* in the case: "document 6" in sources and feedback */
	const char *date;
	const struct safe_url *url;
};

struct casus_version {
	int number;
	const char *words;
	const struct safe_url *url; /* the feedback; NULL for the draft */
};

struct casus_view {
	struct shell shell;
	const struct course *course;
	const struct casus *casus;
	const char *date;
	const struct safe_url *course_url, *start_url, *draft_url, *revise_url;
	const char *draft_words; /* "stap 3: Doorbraak" */
	size_t document_count, version_count;
	const struct casus_document *documents;
	const struct casus_version *versions;
	bool has_plan, has_draft, has_peers;
	struct peer_line_view peers; /* to read each other's plans */
	struct talk_list talks;
};

struct document_view {
	struct shell shell;
	const struct course *course;
	const struct casus *casus;
	const struct document *document;
	const char *date;
	const struct safe_url *course_url, *casus_url;
	const struct safe_url *next_url; /* or NULL */
	const char *next_title;
	/* Of a talk; who: NULL for a paper. */
	const char *who, *cost, *left; /* left: NULL when all is open */
	const struct safe_url *talks_url;
	bool is_early, is_asked, is_for_coach;
};

void ask_casus(struct exchange *);
void show_casus(struct exchange *);
void ask_document(struct exchange *);
void show_document(struct exchange *);
#endif
