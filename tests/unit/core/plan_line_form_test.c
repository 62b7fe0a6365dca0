/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * plan_line_form_test.c - from a form to a line, and back. What this lets
 * through, the calculation core must accept: one odd line may never make the
 * whole sum refuse.
 */
#include "core/plan_line_form.h"

#include "core/plan_sum.h"

#include "check.h"

static const struct tariff TARIFF = {.code = "JW-AMB-HBO",
    .omschrijving = "Ambulante jeugdhulp",
    .eenheid = "uur",
    .tarief_eurocent = 7800,
    .prijspeil_jaar = 2024,
    .domein = "jeugd",
    .wet = "Jeugdwet",
    .betaler = "gemeente",
    .bron = "Bron",
    .zekerheid = "published",
    .aard = "dienst",
    .per_gebruikelijk = "week",
    .kasstroom = "variabel"};
static const struct household_member MEMBERS[] = {
    {"P1", "Marlies", "ouder", 38}, {"P2", "Sem", "kind", 9}};

static struct line_form
good(enum scenario s)
{
	return (struct line_form){.id = "r1",
	    .scenario = scenario_name(s),
	    .tarief = "JW-AMB-HBO",
	    .persoon = "P2",
	    .hoeveelheid = "1,5",
	    .per = "week",
	    .duur_aantal = "52",
	    .duur_eenheid = "week",
	    .start_maand = "1",
	    .betaler = "gemeente",
	    .kans = "",
	    .rol = "lopend",
	    .stopreden = ""};
}

static size_t
read_form(struct plan_line *line, struct input_fault *faults, struct arena *a,
    const struct line_form *form)
{
	return line_read(line, faults, a, form, &TARIFF, MEMBERS, 2);
}

/* The field of the only fault, "" for none. */
static const char *
fault_in(struct arena *a, struct line_form form)
{
	struct input_fault faults[LINE_FAULTS_MAX];
	struct plan_line line;
	size_t n = read_form(&line, faults, a, &form);

	if (n > 1)
		fail_msg("%s and %s", faults[0].field, faults[1].field);
	return n == 0 ? "" : faults[0].field;
}

static const char *
refused_by_core(struct arena *a, const struct plan_line *line)
{
	struct plan plan = {.lines = line,
	    .line_count = 1,
	    .text = {[FIELD_PLAN_B] = ""},
	    .horizon_jaren = 1,
	    .disconto_pct = "0"};
	struct plan_sum sum;

	plan_sum(&sum, a, &plan, MEMBERS, 2, NULL);
	return sum.result != NULL ? NULL : sum.faults.lijst[0].uitleg;
}

static void
a_form_becomes_a_line_with_its_own_tariff(void **state)
{
	struct input_fault faults[LINE_FAULTS_MAX];
	struct line_form form = good(SCENARIO_HUIDIG);
	struct plan_line line;

	assert_int_equal(read_form(&line, faults, *state, &form), 0);
	assert_string_equal(line.hoeveelheid, "1.5");
	assert_string_equal(line.duur_aantal, "52");
	assert_string_equal(line.omschrijving, TARIFF.omschrijving);
	assert_int_equal(line.tarief_eurocent, 7800);
	assert_int_equal(line.prijspeil_jaar, 2024);
	assert_string_equal(line.zekerheid, "published");
	assert_string_equal(line.rol, "lopend");
	assert_int_equal(line.payer_count, 1);
	assert_string_equal(line.payers[0].betaler, "gemeente");
	assert_null(line.payers[0].deel);
	assert_null(line.kans);
	assert_null(refused_by_core(*state, &line));
}

#define CHANGED(f, s, field, value)                                            \
	struct line_form f = good(SCENARIO_##s);                               \
	f.field = (value)

#define FAULTY(s, member, value, field)                                        \
	do {                                                                   \
		CHANGED(f_, s, member, value);                                 \
		assert_string_equal(fault_in(*state, f_), field);              \
	} while (0)

static void
each_fault_names_its_field(void **state)
{
	FAULTY(HUIDIG, hoeveelheid, "1.000", "hoeveelheid");
	FAULTY(HUIDIG, hoeveelheid, "", "hoeveelheid");
	FAULTY(HUIDIG, per, "eeuw", "per");
	FAULTY(HUIDIG, per, "", "per");
	FAULTY(HUIDIG, duur_aantal, "", "duur_aantal");
	FAULTY(HUIDIG, duur_eenheid, "eeuw", "duur_eenheid");
	FAULTY(HUIDIG, start_maand, "0", "start_maand");
	FAULTY(HUIDIG, start_maand, "601", "start_maand");
	FAULTY(HUIDIG, start_maand, "1,5", "start_maand");
	FAULTY(HUIDIG, betaler, "buurman", "betaler");
	FAULTY(HUIDIG, persoon, "P3", "persoon");
	FAULTY(HUIDIG, persoon, "", "persoon");
	FAULTY(DREIGEND, kans, "101", "kans");
	FAULTY(DREIGEND, kans, "2/01", "kans");
	FAULTY(DOORBRAAK, rol, "", "rol");
	FAULTY(DOORBRAAK, rol, "hoofdrol", "rol");
}

static void
what_does_not_apply_is_not_read(void **state)
{
	FAULTY(HUIDIG, kans, "101", "");
	FAULTY(HUIDIG, rol, "hoofdrol", "");
	FAULTY(HUIDIG, start_maand, " ", "");
	FAULTY(HUIDIG, persoon, "HH", "");
}

static void
all_faults_fit(void **state)
{
	struct input_fault faults[LINE_FAULTS_MAX];
	struct line_form form = {.id = "r",
	    .scenario = "doorbraak",
	    .tarief = "",
	    .persoon = "",
	    .hoeveelheid = "",
	    .per = "",
	    .duur_aantal = "",
	    .duur_eenheid = "",
	    .start_maand = "x",
	    .betaler = "",
	    .kans = "x",
	    .rol = "",
	    .stopreden = "x"};
	struct plan_line line;
	size_t n = line_read(&line, faults, *state, &form, NULL, MEMBERS, 2);

	assert_int_equal(n, 9);
	assert_string_equal(faults[0].field, "tarief");
}

static void
once_lasts_no_time(void **state)
{
	struct input_fault faults[LINE_FAULTS_MAX];
	struct line_form form = good(SCENARIO_HUIDIG);
	struct plan_line line;

	form.per = "eenmalig";
	form.duur_aantal = "lang";
	form.duur_eenheid = "";
	assert_int_equal(read_form(&line, faults, *state, &form), 0);
	assert_null(line.duur_aantal);
	assert_null(line.duur_eenheid);
	assert_null(refused_by_core(*state, &line));
}

/* Both sides of every limit: what is let through, the core accepts. */
static void
the_core_accepts_what_is_let_through(void **state)
{
	static const struct {
		const char *amount, *duration, *unit, *start, *chance;
		bool is_right;
	} TRY[] = {
	    {"0,000001", "1", "dag", "600", "0", true},
	    {"1000000", "60", "jaar", "1", "100", true},
	    {"1/3", "720", "maand", "1", "1/3", true},
	    {"1/1000000", "3120", "week", "1", "0,0001", true},
	    {"1000000/1", "21900", "dag", "1", "12,3456", true},
	    {"1", "0,5", "jaar", "1", "1/1000000", true},
	    {"1", "59,999999", "jaar", "1", "02/3", true},
	    {"1", "1/3", "jaar", "1", "", true},
	    {"1", "60,000001", "jaar", "1", "", false},
	    {"1", "61", "jaar", "1", "", false},
	    {"1", "721", "maand", "1", "", false},
	    {"1", "3121", "week", "1", "", false},
	    {"1", "21901", "dag", "1", "", false},
	    {"1", "121/2", "jaar", "1", "", false},
	    {"1000000,1", "1", "jaar", "1", "", false},
	};
	struct arena *a = *state;

	for (size_t i = 0; i < sizeof(TRY) / sizeof(TRY[0]); i++) {
		struct input_fault faults[LINE_FAULTS_MAX];
		struct line_form form = good(SCENARIO_DREIGEND);
		struct plan_line line;
		const char *core;
		size_t n;

		form.hoeveelheid = TRY[i].amount;
		form.duur_aantal = TRY[i].duration;
		form.duur_eenheid = TRY[i].unit;
		form.start_maand = TRY[i].start;
		form.kans = TRY[i].chance;
		n = read_form(&line, faults, a, &form);
		if ((n == 0) != TRY[i].is_right)
			fail_msg("row %zu: %s", i,
			    n == 0 ? "let through" : faults[0].message);
		if (n > 0)
			continue;
		core = refused_by_core(a, &line);
		if (core != NULL)
			fail_msg("row %zu: the core says: %s", i, core);
	}
}

static void
the_first_form_of_a_tariff_is_right_at_once(void **state)
{
	static const char *const PER[] = {
	    "eenmalig", "dag", "week", "maand", "jaar"};
	static const char *const LASTS[] = {"", "1095", "156", "36", "3"};

	for (size_t i = 0; i < 5; i++)
		for (int s = 0; s < SCENARIO_COUNT; s++) {
			struct input_fault faults[LINE_FAULTS_MAX];
			struct tariff t = TARIFF;
			struct line_form form;
			struct plan_line line;

			t.per_gebruikelijk = PER[i];
			form = line_defaults(*state, &t, (enum scenario)s, 3);
			assert_string_equal(form.duur_aantal, LASTS[i]);
			assert_string_equal(form.per, PER[i]);
			assert_string_equal(form.tarief, t.code);
			form.id = "r1";
			assert_int_equal(line_read(&line, faults, *state,
					     &form, &t, MEMBERS, 2),
			    0);
			assert_int_equal(line.scenario, s);
			assert_null(refused_by_core(*state, &line));
		}
}

static void
a_line_goes_back_into_its_form_unchanged(void **state)
{
	struct input_fault faults[LINE_FAULTS_MAX];
	struct line_form form = good(SCENARIO_DREIGEND), back;
	struct plan_line line, again;

	form.kans = "12,5";
	form.start_maand = "4";
	assert_int_equal(read_form(&line, faults, *state, &form), 0);
	assert_string_equal(line.kans, "0.125");
	back = line_form_of(*state, &line);
	assert_string_equal(back.hoeveelheid, "1,5");
	assert_string_equal(back.kans, "12,5");
	assert_string_equal(back.start_maand, "4");
	assert_int_equal(read_form(&again, faults, *state, &back), 0);
	assert_string_equal(again.hoeveelheid, line.hoeveelheid);
	assert_string_equal(again.kans, line.kans);
	assert_int_equal(again.start_maand, 4);
}

/* Letters are counted, not bytes, and only what runs now can stop. */
static void
a_reason_to_stop_is_two_hundred_characters(void **state)
{
	struct input_fault faults[LINE_FAULTS_MAX];
	struct line_form form = good(SCENARIO_HUIDIG);
	struct plan_line line;
	char reason[2 * (STOPREDEN_MAX + 1) + 1];

	for (int i = 0; i <= STOPREDEN_MAX; i++)
		memcpy(reason + 2 * i, "é", 3);
	form.stopreden = reason;
	assert_string_equal(fault_in(*state, form), "stopreden");
	FAULTY(DREIGEND, stopreden, reason, "");
	form.stopreden = reason + 2;
	assert_int_equal(read_form(&line, faults, *state, &form), 0);
	assert_string_equal(line.stopreden, reason + 2);
	assert_null(refused_by_core(*state, &line));
}

static void
a_reason_to_stop_may_be_left_out(void **state)
{
	struct input_fault faults[LINE_FAULTS_MAX];
	struct line_form form = good(SCENARIO_HUIDIG), back;
	struct plan_line line;

	form.stopreden = " \r\n";
	assert_int_equal(read_form(&line, faults, *state, &form), 0);
	assert_null(line.stopreden);
	assert_string_equal(line_form_of(*state, &line).stopreden, "");
	form.stopreden = "  De schuld is betaald. ";
	assert_int_equal(read_form(&line, faults, *state, &form), 0);
	back = line_form_of(*state, &line);
	assert_string_equal(back.stopreden, "De schuld is betaald.");
	for (int s = SCENARIO_DREIGEND; s < SCENARIO_COUNT; s++) {
		form.scenario = scenario_name((enum scenario)s);
		assert_int_equal(read_form(&line, faults, *state, &form), 0);
		assert_null(line.stopreden);
	}
}

/* The database keeps 200 characters of a name; never half a letter. */
static void
a_long_name_is_cut_between_letters(void **state)
{
	struct input_fault faults[LINE_FAULTS_MAX];
	struct line_form form = good(SCENARIO_HUIDIG);
	struct tariff t = TARIFF;
	struct plan_line line;
	char name[2 * 201 + 2] = "x";

	for (int i = 0; i < 201; i++)
		memcpy(name + 1 + 2 * i, "é", 3);
	t.omschrijving = name;
	assert_int_equal(
	    line_read(&line, faults, *state, &form, &t, MEMBERS, 2), 0);
	assert_int_equal(strlen(line.omschrijving) % 2, 1);
	assert_true(strlen(line.omschrijving) <= 400);
	assert_null(refused_by_core(*state, &line));
}

static void
an_answer_about_extended_youth_care_is_read_and_comes_back(void **state)
{
	static const struct {
		const char *typed;
		enum plan_sign sign;
		const char *back, *fault;
	} CASES[] = {{NULL, SIGN_NONE, "", ""}, {"", SIGN_NONE, "", ""},
	    {"nee", SIGN_NO, "nee", ""}, {"ja", SIGN_YES, "ja", ""},
	    {"misschien", SIGN_NO, "nee", "verlengd"}};
	struct input_fault faults[LINE_FAULTS_MAX];
	struct plan_line line;

	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		struct line_form form = good(SCENARIO_HUIDIG);

		form.verlengd = CASES[i].typed;
		assert_string_equal(fault_in(*state, form), CASES[i].fault);
		read_form(&line, faults, *state, &form);
		assert_int_equal(line.verlengde_jeugdhulp, CASES[i].sign);
		assert_string_equal(
		    line_form_of(*state, &line).verlengd, CASES[i].back);
	}
}

static void
payers_have_words(void **state)
{
	(void)state;
	assert_string_equal(line_payer_words("uwv"), "UWV");
	assert_string_equal(line_payer_words("iemand"), "iemand");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(a_form_becomes_a_line_with_its_own_tariff),
	    ARENA_TEST(each_fault_names_its_field),
	    ARENA_TEST(what_does_not_apply_is_not_read),
	    ARENA_TEST(all_faults_fit),
	    ARENA_TEST(once_lasts_no_time),
	    ARENA_TEST(the_core_accepts_what_is_let_through),
	    ARENA_TEST(the_first_form_of_a_tariff_is_right_at_once),
	    ARENA_TEST(a_line_goes_back_into_its_form_unchanged),
	    ARENA_TEST(a_reason_to_stop_is_two_hundred_characters),
	    ARENA_TEST(a_reason_to_stop_may_be_left_out),
	    ARENA_TEST(a_long_name_is_cut_between_letters),
	    ARENA_TEST(
		an_answer_about_extended_youth_care_is_read_and_comes_back),
	    ARENA_TEST(payers_have_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
