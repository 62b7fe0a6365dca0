/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_LIBRARY_H
#define LMS_CONTENT_LIBRARY_H
/*
 * All course content, read from courses/ once, before the server forks:
 * read-only structs and HTML that is safe to print. Everything is owned by
 * the library's arena and lives as long as the process.
 */
#include "base/arena.h"
#include "base/html.h"
#include "base/status.h"
#include "core/plan.h"
#include "core/quiz.h"
#include "core/rubric.h"
#include "core/rule.h"
#include "core/tariff.h"
#include <stdbool.h>
#include <stddef.h>

struct goal {
	const char *id, *text;
};

/* A piece of a module: text, or a question that stands between texts. */
struct section {
	const struct safe_html *html; /* NULL when it is a question */
	const struct question *question;
};

/* A heading, for the table of contents and for anchors. */
struct heading {
	int level; /* 2 or 3 */
	const char *anchor, *text;
};

/* How a question is shown; its grading is struct question in core/quiz.h. */
struct question_text {
	const struct safe_html *prompt;
	const struct safe_html **options;  /* option_count, inline HTML */
	const struct safe_html **feedback; /* option_count, block HTML */
	size_t hint_count;
	const struct safe_html **hints;
	const struct safe_html *why; /* or NULL */
};

/* A word of the glossary, with what it means. */
struct term {
	const char *slug, *title; /* the slug is its anchor */
	const char *also;	  /* other names, as "a, b"; or NULL */
	char letter;		  /* that it stands under: 'A' */
	const struct safe_html *meaning; /* inline */
	const struct safe_html *source;	 /* inline */
	const struct safe_url *url;	 /* on the page of the glossary */
};

struct term_finder;

/* begrippen.md */
struct glossary {
	const char *title, *date, *valid_until;
	const struct safe_html *intro; /* or NULL */
	size_t source_count, term_count;
	const struct safe_html **sources;
	const struct term *terms;    /* as in the file */
	const struct term **by_name; /* the same, in order of the title */
	const struct term_finder *finder;
};

struct module {
	const char *slug, *title, *level;
	const char *date,
	    *valid_until; /* yyyy-mm-dd, stand-datum, geldig tot */
	int minutes;
	size_t goal_count, source_count, heading_count, section_count,
	    question_count;
	const struct goal *goals;
	const struct safe_html **sources; /* inline, links made */
	const struct heading *headings;
	const struct section *sections;
	const struct question **questions; /* in order of the text */
	size_t term_count;
	const struct term **terms; /* that the text uses, by name */
};

/* A document of the dossier, or a talk that the learner chooses to have. */
struct document {
	const char *slug, *title, *kind, *from, *date;
	const struct safe_html *html;
	int minutes;	 /* what the talk costs; 0: it is in the dossier */
	const char *who; /* is asked: "Woonstichting De Linde, incasso" */
	bool is_resident; /* a talk with who the plan is for */
	int early_minutes; /* lost when asked before the resident, or 0 */
	const struct safe_html *early; /* what is said then */
};

/*
 * A line of the expert's huidig that the dossier states outright, and where
 * (start.json). Of one payer.
 */
struct start_line {
	const struct plan_line *line;
	const struct document *document;
};

struct casus {
	const char *slug, *title, *profile, *date, *valid_until;
	int minutes, talk_minutes; /* to talk in; 0: nobody can be asked */
	const struct safe_html *intro;
	size_t goal_count, source_count, document_count, tariff_count,
	    member_count, start_count;
	const struct goal *goals;
	const struct safe_html **sources;
	const struct document *documents;
	const struct tariff *tariffs; /* the case's own, offered first */
	const struct rk_tarieventabel *signals; /* tariff_signals() of these */
	const struct household_member *members;
	const struct plan *expert; /* the author's own plan */
	const struct start_line *start; /* in the order of start.json */
	struct rule_set rules;	   /* of the feedback: regels.json */
};

struct course {
	const char *slug, *title, *date;
	const struct safe_html *intro;
	const struct glossary *glossary; /* or NULL */
	const struct rubric *rubric; /* beoordeling.json, or NULL */
	const struct question *taste; /* for who is not logged in, or NULL */
	size_t module_count, casus_count;
	const struct module *modules;
	const struct casus *casussen;
};

/* An article of law that gives room (wetten.csv). */
struct law {
	const char *code, *wet, *artikel, *lid, *kernzin, *wanneer, *domein;
	const char *helpt_niet; /* when it does not help */
	size_t hindernis_count;
	const char *const *hindernissen; /* as people say them */
	unsigned goals; /* a bit for each of LAW_GOALS (core/law.h) */
	const char *bwb_id;
	const char *checked; /* a sentence: how well it was read */
	const char *folded;		 /* all of it, folded, for searching */
	const struct safe_url *official; /* the article, or NULL */
};

/* Where the courses use an article. */
struct law_use {
	const char *title;
	const struct safe_url *url;
};

struct law_uses {
	size_t count, casus_count;
	const struct law_use *modules; /* `count` of them: whose text names it */
	const struct law_use *casussen; /* whose expert leans on it */
};

/* How a doorbraak often begins, per profile of cases: own draft. */
struct prefab_line {
	const char *code, *ask; /* a tariff, and what to find out */
};

struct prefab {
	const char *profile, *name, *hindernis;
	size_t line_count, law_count;
	const struct prefab_line *lines;
	const struct law **laws;
};

struct library {
	struct arena *arena;
	size_t course_count, tariff_count, law_count;
	const struct course *courses;
	const struct tariff *tariffs;
	size_t index_count;
	const struct tariff_index *index; /* by year, without a gap */
	const char *tariff_version; /* "algemeen-" and a hash of its rows */
	const struct law *laws;
	const struct law_uses *law_uses; /* of each of these laws */
	size_t synonym_count;
	const char *const *synonyms; /* synoniemen.csv: "woord | ook | ook" */
	const char *edition; /* of all that can be searched: findable.h */
	size_t prefab_count;
	const struct prefab *prefabs;
};

/* One fault: "courses/x.md:12: what, and how to mend". */
struct content_fault {
	const char *file;
	int line;
	const char *text;
};

struct content_faults {
	size_t count;
	struct content_fault *fault; /* owned by the arena that was given */
};

/*
 * Reads the folder (courses/). ST_OK, or ST_INVALID with every fault found;
 * a library is made only when there is none. The library owns itself:
 * library_free. Faults live in the arena `faults_in`.
 */
enum status library_open(struct library **, const char *folder,
    struct arena *faults_in, struct content_faults *) MUST_CHECK;
/* The same for an author: also advice, which never stops a library. */
enum status library_review(struct library **, const char *folder,
    struct arena *faults_in, struct content_faults *,
    struct content_faults *advice) MUST_CHECK;
void library_free(struct library *);

/* Each gives NULL when there is none. */
const struct course *library_course(const struct library *, const char *slug);
const struct module *course_module(const struct course *, const char *slug);
const struct casus *course_casus(const struct course *, const char *slug);
const struct document *casus_document(const struct casus *, const char *slug);
const struct question *module_question(const struct module *, const char *id);
const struct law *library_law(const struct library *, const char *code);
/* Where that article, one of the library's own, is used. */
const struct law_uses *library_law_uses(const struct library *,
    const struct law *);
/* The case's own tariff first, then the general table. */
const struct tariff *
library_tariff(const struct library *, const struct casus *, const char *code);
#endif
