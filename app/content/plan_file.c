/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_file.c - read a plan that somebody took along, for the draft of a case.
 *
 * The whole file is judged before anything is used: what is wrong with the
 * shape here, what is wrong with the sum by the calculation core. A file that
 * only holds a sum is a plan as well; its texts are empty then.
 */
#include "content/plan_file.h"

#include "base/text.h"
#include "content/json_part.h"
#include "core/plan_sum.h"
#include "core/tariff.h"

#include <string.h>

enum { TEXT_MAX = 20000, ARGUMENT_MAX = 5000, WHAT_MAX = 500, SHORT_MAX = 200 };

static const char LINE_KEYS[] =
    "id persoon code omschrijving domein wet artikel betaler betalers aard "
    "rol tarief_eurocent hoeveelheid per duur start_maand kans stopreden "
    "zekerheid kasstroom prijspeil_jaar eenheid_tarief verblijf24 "
    "verlengde_jeugdhulp gebeurtenis ernstig";

struct file_reading {
	struct json_file *j;
	const struct casus *casus;
	const char *prefix;
};

/* A text of at most so many characters; "" when it is not there. */
static const char *
short_text(const struct file_reading *p, const json_t *from, const char *path,
    const char *key, size_t max)
{
	const json_t *value = json_object_get(from, key);
	const char *text = json_text(p->j, from, path, key);

	if (text == NULL)
		return "";
	/* As it was written: json_text() joins € to its number. */
	if (*text != '\0' && json_is_string(value))
		text = arena_strdup(p->j->r->arena, json_string_value(value));
	if (text_length(text) > max)
		json_fault(p->j, path, key,
		    "is langer dan %zu tekens. Maak de tekst korter.", max);
	return text;
}

static const char *
needed_text(const struct file_reading *p, const json_t *from, const char *path,
    const char *key, size_t max)
{
	(void)json_need(p->j, from, path, key);
	return short_text(p, from, path, key, max);
}

/* One of a list of words; the first one when the file is silent. */
static const char *
word(const struct file_reading *p, const json_t *from, const char *path,
    const char *key, const char *const *words, const char *otherwise)
{
	const char *text = json_text(p->j, from, path, key), *all = "";

	if (text == NULL)
		return otherwise;
	if (tariff_is_word(text, words))
		return text;
	for (size_t i = 0; words[i] != NULL; i++)
		all = arena_printf(
		    p->j->r->arena, "%s%s%s", all, i > 0 ? ", " : "", words[i]);
	json_fault(
	    p->j, path, key, "‘%s’ ken ik niet. Kies uit: %s.", text, all);
	return otherwise;
}

/* What the file does not say of its tariff, the table does. */
static void
read_tariff(const struct file_reading *p, struct plan_line *line,
    const json_t *from, const char *path)
{
	const struct tariff *t =
	    library_tariff(p->j->r->library, p->casus, line->code);

	line->tarief_eurocent = json_whole(
	    p->j, from, path, "tarief_eurocent", 0, TARIFF_CENTS_MAX, 0);
	line->eenheid = json_text(p->j, from, path, "eenheid_tarief");
	if (line->eenheid == NULL)
		line->eenheid = t != NULL ? t->eenheid : line->per;
	line->zekerheid = word(p, from, path, "zekerheid", TARIFF_CERTAINTIES,
	    t != NULL ? t->zekerheid : "illustrative");
	line->kasstroom = word(p, from, path, "kasstroom", TARIFF_FLOWS,
	    t != NULL ? t->kasstroom : "");
	line->prijspeil_jaar = t != NULL ? t->prijspeil_jaar : 0;
	if (json_object_get(from, "prijspeil_jaar") != NULL)
		line->prijspeil_jaar = (int)json_whole(p->j, from, path,
		    "prijspeil_jaar", TARIFF_YEAR_MIN, TARIFF_YEAR_MAX, 0);
}

static void
read_when(const struct file_reading *p, struct plan_line *line,
    const json_t *from, const char *path)
{
	const char *at = arena_printf(p->j->r->arena, "%s.duur", path);
	const json_t *duration;

	line->per = word(p, from, path, "per", TARIFF_PERIODS, "eenmalig");
	line->start_maand = 1;
	if (json_object_get(from, "start_maand") != NULL)
		line->start_maand =
		    (int)json_whole(p->j, from, path, "start_maand", 1, 600, 1);
	if (json_object_get(from, "duur") == NULL)
		return;
	duration = json_need_object(p->j, from, path, "duur");
	line->duur_aantal = json_need(p->j, duration, at, "aantal");
	line->duur_eenheid = json_need(p->j, duration, at, "eenheid");
}

static void
read_payer(const struct file_reading *p, struct plan_line *line,
    const json_t *from, const char *path)
{
	struct plan_payer *payer = arena_alloc(p->j->r->arena, sizeof(*payer));

	*payer = (struct plan_payer){"gemeente", NULL};
	if (json_object_get(from, "betalers") != NULL)
		json_fault(p->j, path, "betalers",
		    "een oefenplan heeft per regel één betaler. Maak van elk "
		    "deel een eigen regel, met ‘betaler’.");
	else if (*json_need(p->j, from, path, "betaler") != '\0')
		payer->betaler = word(
		    p, from, path, "betaler", TARIFF_PAYERS, payer->betaler);
	line->payers = payer;
	line->payer_count = 1;
}

static void
read_line(const struct file_reading *p, struct plan_line *line,
    const json_t *from, const char *path, size_t number)
{
	static const char *const ROLES[] = {"lopend", "interventie", NULL};
	const char *stop;

	line->id = arena_printf(p->j->r->arena, "%s%zu", p->prefix, number);
	line->persoon = json_need(p->j, from, path, "persoon");
	line->code = needed_text(p, from, path, "code", SHORT_MAX);
	line->omschrijving =
	    short_text(p, from, path, "omschrijving", SHORT_MAX);
	if (*line->omschrijving == '\0')
		line->omschrijving = line->code;
	line->domein = word(p, from, path, "domein", TARIFF_DOMAINS, "overig");
	line->wet = needed_text(p, from, path, "wet", SHORT_MAX);
	line->aard = word(p, from, path, "aard", TARIFF_KINDS, "dienst");
	line->rol = word(p, from, path, "rol", ROLES, "lopend");
	line->hoeveelheid = json_need(p->j, from, path, "hoeveelheid");
	read_when(p, line, from, path);
	read_tariff(p, line, from, path);
	read_payer(p, line, from, path);
	line->kans = json_text(p->j, from, path, "kans");
	stop = short_text(p, from, path, "stopreden", SHORT_MAX);
	if (*stop != '\0' && line->scenario != SCENARIO_HUIDIG)
		json_fault(p->j, path, "stopreden",
		    "hoort alleen bij huidig. Haal deze sleutel weg.");
	line->stopreden = *stop != '\0' ? stop : NULL;
	json_signs(p->j, line, from, path);
	json_check_keys(p->j, from, path, LINE_KEYS);
}

static void
read_scenario(const struct file_reading *p, struct plan *plan,
    struct plan_line *list, const json_t *lines, enum scenario s)
{
	const json_t *one;
	size_t i;

	json_array_foreach(lines, i, one)
	{
		const char *path = arena_printf(
		    p->j->r->arena, "scenarios.%s[%zu]", scenario_name(s), i);
		struct plan_line *line = &list[plan->line_count];

		if (i == PLAN_FILE_LINES_MAX) {
			json_fault(p->j, path, NULL,
			    "er passen niet meer dan %d regels in een "
			    "scenario. Haal er regels uit.",
			    PLAN_FILE_LINES_MAX);
			return;
		}
		line->scenario = s;
		read_line(p, line, one, path, ++plan->line_count);
	}
}

static void
read_lines(const struct file_reading *p, struct plan *plan, const json_t *root)
{
	const json_t *scenarios = json_need_object(p->j, root, "", "scenarios");
	struct plan_line *list = arena_array(p->j->r->arena,
	    SCENARIO_COUNT * PLAN_FILE_LINES_MAX, sizeof(*list));

	plan->lines = list;
	for (int s = 0; s < SCENARIO_COUNT && scenarios != NULL; s++)
		read_scenario(p, plan, list,
		    json_need_list(p->j, scenarios, "scenarios",
			scenario_name((enum scenario)s)),
		    (enum scenario)s);
	json_check_keys(
	    p->j, scenarios, "scenarios", "huidig dreigend doorbraak");
}

/* "argument": the ruimte of a file of before there were parts. */
static void
read_argument(const struct file_reading *p, struct plan_article *out,
    const json_t *one, const char *path)
{
	for (int i = 0; i < ARGUMENT_PARTS; i++) {
		const char *name = argument_part_name((enum argument_part)i);

		if (i == ARGUMENT_RUIMTE && json_object_get(one, name) == NULL)
			name = "argument";
		out->part[i] = short_text(p, one, path, name, ARGUMENT_MAX);
	}
}

static void
read_articles(
    const struct file_reading *p, struct plan *plan, const json_t *words)
{
	static const char PATH[] = "leeromgeving.artikelen";
	const json_t *one, *from = json_object_get(words, "artikelen");
	struct plan_article *list =
	    arena_array(p->j->r->arena, PLAN_FILE_ARTICLES_MAX, sizeof(*list));
	size_t i;

	plan->articles = list;
	json_array_foreach(from, i, one)
	{
		const char *path =
		    arena_printf(p->j->r->arena, "%s[%zu]", PATH, i);

		if (i == PLAN_FILE_ARTICLES_MAX) {
			json_fault(p->j, path, NULL,
			    "dit zijn te veel artikelen. Houd er %d.",
			    PLAN_FILE_ARTICLES_MAX);
			return;
		}
		list[i].code = json_need(p->j, one, path, "code");
		read_argument(p, &list[i], one, path);
		if (library_law(p->j->r->library, list[i].code) == NULL)
			json_fault(p->j, path, "code",
			    "‘%s’ staat niet in de lijst met wetsartikelen. "
			    "Haal het weg, of gebruik een code uit de lijst.",
			    list[i].code);
		for (size_t k = 0; k < i; k++)
			if (strcmp(list[k].code, list[i].code) == 0)
				json_fault(p->j, path, "code",
				    "‘%s’ staat er al. Houd er één.",
				    list[i].code);
		plan->article_count = i + 1;
	}
}

static void
read_actions(
    const struct file_reading *p, struct plan *plan, const json_t *words)
{
	static const char PATH[] = "leeromgeving.acties";
	const json_t *one, *from = json_object_get(words, "acties");
	struct plan_action *list =
	    arena_array(p->j->r->arena, PLAN_FILE_ACTIONS_MAX, sizeof(*list));
	size_t i;

	plan->actions = list;
	json_array_foreach(from, i, one)
	{
		const char *path =
		    arena_printf(p->j->r->arena, "%s[%zu]", PATH, i);

		if (i == PLAN_FILE_ACTIONS_MAX) {
			json_fault(p->j, path, NULL,
			    "dit zijn te veel acties. Houd er %d.",
			    PLAN_FILE_ACTIONS_MAX);
			return;
		}
		list[i] = (struct plan_action){
		    arena_printf(p->j->r->arena, "%s%zu", p->prefix, i + 1),
		    needed_text(p, one, path, "wat", WHAT_MAX),
		    needed_text(p, one, path, "wie", SHORT_MAX),
		    needed_text(p, one, path, "wanneer", SHORT_MAX)};
		plan->action_count = i + 1;
	}
}

/* Texts may be absent; a plan for another case is not this one's. */
static void
read_words(const struct file_reading *p, struct plan *plan, const json_t *root)
{
	static const char PATH[] = "leeromgeving";
	const json_t *words, *texts;
	const char *casus;

	if (json_object_get(root, PATH) == NULL ||
	    (words = json_need_object(p->j, root, "", PATH)) == NULL)
		return;
	json_check_keys(
	    p->j, words, PATH, "cursus casus teksten artikelen acties");
	casus = json_text(p->j, words, PATH, "casus");
	if (casus != NULL && strcmp(casus, p->casus->slug) != 0)
		json_fault(p->j, PATH, "casus",
		    "dit plan hoort bij de casus ‘%s’. Open die casus, en "
		    "lees het bestand daar in.",
		    casus);
	texts = json_object_get(words, "teksten");
	for (int f = 0; f < FIELD_COUNT && texts != NULL; f++)
		plan->text[f] = short_text(p, texts, "leeromgeving.teksten",
		    plan_field_name((enum plan_field)f), TEXT_MAX);
	read_articles(p, plan, words);
	read_actions(p, plan, words);
}

static void
read_rules(const struct file_reading *p, struct plan *plan, const json_t *root)
{
	static const char PATH[] = "rekenregels";
	const json_t *rules = json_need_object(p->j, root, "", PATH);
	const char *version;

	if (rules == NULL)
		return;
	version = json_need(p->j, rules, PATH, "versie");
	if (*version != '\0' && strcmp(version, RK_REKENREGELS_VERSIE) != 0)
		json_fault(p->j, PATH, "versie",
		    "‘%s’ ken ik niet. Deze leeromgeving rekent met versie "
		    "‘%s’.",
		    version, RK_REKENREGELS_VERSIE);
	plan->horizon_jaren =
	    (int)json_whole(p->j, rules, PATH, "horizon_jaren", 1, 5, 1);
	plan->disconto_pct = json_need(p->j, rules, PATH, "disconto_pct");
	plan->kans_dreigend = json_text(p->j, root, "", "kans_dreigend");
	plan->slaagkans = json_text(p->j, root, "", "slaagkans");
}

/* What the calculation core has against it, by the path in the file. */
static void
check_sum(const struct file_reading *p, const struct plan *plan)
{
	struct plan_sum sum;

	plan_sum(&sum, p->j->r->arena, plan, p->casus->members,
	    p->casus->member_count, p->casus->signals);
	for (size_t i = 0; sum.result == NULL && i < sum.faults.aantal; i++) {
		const struct rk_fout *f = &sum.faults.lijst[i];

		json_fault(p->j, "", f->pad, "%s. %s", f->uitleg,
		    strcmp(f->veld, "persoon") == 0
			? "Kies HH, of iemand uit het huishouden van de casus."
			: "Verbeter dit in het bestand.");
	}
}

static void
read_plan(const struct file_reading *p, struct plan *plan)
{
	const size_t before = p->j->r->faults->count;

	if (!json_is_object(p->j->root)) {
		json_fault(p->j, "", NULL,
		    "dit is geen plan. Het bestand begint met { en eindigt "
		    "met }.");
		return;
	}
	json_check_keys(p->j, p->j->root, "",
	    "vector titel id versie prijspeil_jaar tarieventabel_versie "
	    "leeromgeving rekenregels kans_dreigend slaagkans plan_b "
	    "huishouden scenarios");
	read_rules(p, plan, p->j->root);
	read_lines(p, plan, p->j->root);
	read_words(p, plan, p->j->root);
	if (p->j->r->faults->count == before)
		check_sum(p, plan);
}

const struct plan *
plan_file_read(struct content_faults *out, struct arena *a,
    const struct library *library, const struct casus *casus,
    const char *prefix, const char *text, size_t len)
{
	struct faults faults = faults_new(a);
	const struct reading r = {
	    .arena = a, .faults = &faults, .library = library};
	struct json_file j = {.r = &r, .file = "", .text = text};
	const struct file_reading p = {&j, casus, prefix};
	struct plan *plan = arena_alloc(a, sizeof(*plan));
	json_error_t error;

	*plan = (struct plan){.horizon_jaren = 1, .disconto_pct = "0"};
	for (int f = 0; f < FIELD_COUNT; f++)
		plan->text[f] = "";
	j.root = json_loadb(text, len, JSON_REJECT_DUPLICATES, &error);
	if (j.root == NULL)
		fault_add(&faults, "", error.line, "kolom %d: %s", error.column,
		    json_syntax_words(&error));
	else
		read_plan(&p, plan);
	json_decref(j.root);
	*out = (struct content_faults){faults.count, faults.fault};
	return faults.count == 0 ? plan : NULL;
}
