/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_PLAN_H
#define LMS_CORE_PLAN_H
/*
 * A practice plan in the method's six steps: what a learner writes, and what
 * the author of a case wrote as the expert's plan. Plain data; values of
 * lines are the texts that the calculation core reads ("1.5", "1/3").
 * Source of steps and fields: "Het Grote Doorbraakboek", the six steps.
 */
#include "core/asked.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { STEP_COUNT = 6 };

/* The texts of a plan, in the order of the steps. */
enum plan_field {
	FIELD_SITUATIE, /* 1 huishouden en situatieschets */
	FIELD_KNELT,
	FIELD_WENS, /* 2 toekomstperspectief: in the resident's own words */
	FIELD_PERSPECTIEF,
	FIELD_HINDERNIS, /* 3 doorbraak */
	FIELD_DOORBRAAK,
	FIELD_ZELF, /* 4 overzicht */
	FIELD_HULP,
	FIELD_BETROKKENHEID, /* 5 onderbouwen met de waardendriehoek */
	FIELD_LEGITIMITEIT,
	FIELD_RENDEMENT,
	FIELD_KANS_UITLEG,
	FIELD_WEGING,
	FIELD_PLAN_B, /* 6 actieplan */
	FIELD_COUNT
};

/* The numbers of a plan that are no line. */
enum plan_figure {
	FIGURE_KANS,	  /* how likely the threat is */
	FIGURE_SLAAGKANS, /* how likely the plan works */
	FIGURE_HORIZON,	  /* over how many years it is summed */
	FIGURE_COUNT
};

enum scenario { SCENARIO_HUIDIG, SCENARIO_DREIGEND, SCENARIO_DOORBRAAK,
	SCENARIO_COUNT };

/* A row of the tariff table; amounts in cents per `eenheid`. */
struct tariff {
	const char *code, *omschrijving, *eenheid;
	int64_t tarief_eurocent;
	int prijspeil_jaar;
	const char *domein, *wet, *betaler, *bron, *zekerheid, *aard,
	    *per_gebruikelijk, *kasstroom;
	/* What signals read; "ja", "nee" or empty, NULL: not in this table. */
	const char *verblijf24, *gebeurtenis, *ernstig;
	const char *folded; /* for searching */
};

/* What a line says itself, or leaves to its tariff; as enum rk_janee. */
enum plan_sign { SIGN_NONE, SIGN_NO, SIGN_YES };

struct plan_payer {
	const char *betaler, *deel; /* deel: "1/3" or "0.7" */
};

/* One provision in one scenario, with its own copy of the tariff. */
struct plan_line {
	const char *id; /* unique in its scenario */
	enum scenario scenario;
	const char *persoon; /* HH or P1, … */
	const char *code, *omschrijving, *domein, *wet, *aard, *rol;
	int64_t tarief_eurocent;
	const char *eenheid, *zekerheid, *kasstroom;
	int prijspeil_jaar; /* 0: unknown */
	const char *hoeveelheid, *per;
	const char *duur_aantal, *duur_eenheid; /* NULL when eenmalig */
	int start_maand;
	const char *kans; /* NULL: 1 */
	size_t payer_count; /* 1 payer with deel NULL, or several */
	const struct plan_payer *payers;
	const char *stopreden; /* of huidig: why it stops; NULL: none */
	/* What signals read and no amount does (rekenregels §8). */
	enum plan_sign verlengde_jeugdhulp, verblijf24, ernstig;
	const char *gebeurtenis; /* NULL: not said */
};

/*
 * Why an article gives room here. A text of the plan each, with the name
 * "ruimte:PW-49-b": the part and the code of the article.
 */
enum argument_part {
	ARGUMENT_HINDERNIS, /* which rule or habit blocks */
	ARGUMENT_RUIMTE,    /* what this article allows here */
	ARGUMENT_AFWEGING,  /* why it serves the law, what speaks against it */
	ARGUMENT_PARTS
};

struct plan_article {
	const char *code;
	const char *part[ARGUMENT_PARTS]; /* never NULL, "" when empty */
};

struct plan_action {
	const char *id, *wat, *wie, *wanneer;
};

struct plan {
	const char *text[FIELD_COUNT]; /* never NULL, "" when empty */
	const char *kans_dreigend;     /* NULL: not given */
	const char *slaagkans;	       /* NULL: not given */
	int horizon_jaren;
	const char *disconto_pct;
	const char *tables; /* the tariffs when it was handed in, or NULL */
	size_t line_count, article_count, action_count;
	const struct plan_line *lines; /* ordered by scenario, position */
	const struct plan_article *articles;
	const struct plan_action *actions;
	struct plan_asked asked; /* of the case: all zero for an expert's plan */
};

/* Whoever lives in the household of a case: id P1, name, role, age. */
struct household_member {
	const char *id, *name, *role;
	int age;
};

/* Name of a field in the database, in forms and in plan.json. */
const char *plan_field_name(enum plan_field);
/* FIELD_COUNT when there is no such field. */
enum plan_field plan_field_by_name(const char *);
/* "hindernis", "ruimte", "afweging"; ARGUMENT_PARTS for another name. */
const char *argument_part_name(enum argument_part);
enum argument_part argument_part_by_name(const char *);
/* Parts "ruimte:PW-49-b"; false: this is not such a name. */
bool argument_text_of(const char *name, enum argument_part *,
    const char **code);
/* Name of a figure: "kans_dreigend", "slaagkans", "horizon_jaren". */
const char *plan_figure_name(enum plan_figure);
/* The step (1–6) a field belongs to. */
int plan_field_step(enum plan_field);
/* "huidig", "dreigend", "doorbraak"; SCENARIO_COUNT for another name. */
const char *scenario_name(enum scenario);
enum scenario scenario_by_name(const char *);
#endif
