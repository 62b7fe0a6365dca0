/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sum_words_test.c - a sum in sentences.
 */
#include "core/sum_words.h"

#include "check.h"

static struct rk_resultaat
result(int years, int64_t now, int64_t threat)
{
	struct rk_resultaat r = {.horizon_jaren = years};

	r.modi[RK_TOV_HUIDIG].totale_baten = now;
	r.modi[RK_TOV_DREIGEND].totale_baten = threat;
	return r;
}

static void
against_now_the_plan_costs_more_or_less(void **state)
{
	struct rk_resultaat r = result(1, -578400, 0);

	assert_string_equal(sum_words_now(*state, &r),
	    "In het eerste jaar kost het plan €\u00a05.784 meer dan nu.");
	r = result(1, 178050, 0);
	assert_string_equal(sum_words_now(*state, &r),
	    "In het eerste jaar kost het plan €\u00a01.781 minder dan nu.");
	r = result(1, 0, 0);
	assert_string_equal(sum_words_now(*state, &r),
	    "In het eerste jaar kost het plan evenveel als nu.");
}

static void
the_period_is_named_in_words(void **state)
{
	static const char *const WANT[] = {"In het eerste jaar", "In twee jaar",
	    "In drie jaar", "In vier jaar", "In vijf jaar"};

	for (int years = 1; years <= RK_MAX_HORIZON; years++) {
		struct rk_resultaat r = result(years, -100, 0);
		const char *want = WANT[years - 1];

		assert_memory_equal(
		    sum_words_now(*state, &r), want, strlen(want));
	}
}

static void
against_the_threat_it_says_what_going_wrong_costs(void **state)
{
	struct rk_resultaat r = result(1, 0, 8513000);

	assert_string_equal(sum_words_threat(*state, &r),
	    "Als het misgaat, kost dat €\u00a085.130 meer dan het plan.");
	r = result(1, 0, -100);
	assert_string_equal(sum_words_threat(*state, &r),
	    "Als het misgaat, kost dat €\u00a01 minder dan het plan.");
	r = result(1, 0, 0);
	assert_string_equal(sum_words_threat(*state, &r),
	    "Als het misgaat, kost dat evenveel als het plan.");
}

static void
a_threshold_is_rounded_up(void **state)
{
	assert_string_equal(sum_words_percent_up(*state, "0.0679"), "7 %");
	assert_string_equal(sum_words_percent_up(*state, "0.0700"), "7 %");
	assert_string_equal(sum_words_percent_up(*state, "0.0701"), "8 %");
	assert_string_equal(sum_words_percent_up(*state, "0.5"), "50 %");
	assert_string_equal(sum_words_percent_up(*state, "0.0001"), "1 %");
	assert_string_equal(sum_words_percent_up(*state, "1/3"), "34 %");
	assert_string_equal(sum_words_percent_up(*state, "1/4"), "25 %");
	assert_string_equal(sum_words_percent_up(*state, "1/14"), "8 %");
}

static void
nothing_and_everything_stay_exact(void **state)
{
	assert_string_equal(sum_words_percent_up(*state, "0"), "0 %");
	assert_string_equal(sum_words_percent_up(*state, "0.0000"), "0 %");
	assert_string_equal(sum_words_percent_up(*state, "1"), "100 %");
	assert_string_equal(sum_words_percent_up(*state, "1.0"), "100 %");
	assert_string_equal(sum_words_percent_up(*state, "3/3"), "100 %");
}

/* What is not nothing is never called 0 %. */
static void
a_very_small_chance_is_one_percent(void **state)
{
	assert_string_equal(sum_words_percent_up(*state, "0.00001"), "1 %");
	assert_string_equal(sum_words_percent_up(*state, "0.07000001"), "8 %");
	assert_string_equal(sum_words_percent_up(*state, "1/1000000"), "1 %");
}

static void
the_break_even_is_told_as_one_in_so_many(void **state)
{
	struct rk_resultaat r = {
	    .break_even_kans = {.duiding = RK_VOORDELIG_VANAF,
		.drempel_pct = 7,
		.een_op = 14}};

	assert_string_equal(sum_words_break_even(*state, &r),
	    "Het plan is voordelig als het in ten minste 1 op de 14 gevallen "
	    "misgaat (kans vanaf 7 %).");
}

static void
a_break_even_above_a_half_is_told_as_a_chance(void **state)
{
	struct rk_resultaat r = {
	    .break_even_kans = {.duiding = RK_VOORDELIG_VANAF,
		.drempel_pct = 82,
		.een_op = 1}};

	assert_contains(sum_words_break_even(*state, &r),
	    "als de kans op misgaan ten minste 82 % is");
	assert_lacks(sum_words_break_even(*state, &r), "1 op de");
}

static void
the_other_meanings_of_the_break_even_are_said_plainly(void **state)
{
	struct rk_resultaat r = {
	    .break_even_kans = {.duiding = RK_ALTIJD_VOORDELIG}};

	assert_contains(sum_words_break_even(*state, &r),
	    "voordelig, hoe groot de kans op misgaan ook is");
	r.break_even_kans.duiding = RK_NOOIT_VOORDELIG;
	assert_contains(
	    sum_words_break_even(*state, &r), "bij geen enkele kans");
	r.break_even_kans.duiding = RK_VOORDELIG_TOT;
	r.break_even_kans.drempel_pct = 25;
	assert_contains(
	    sum_words_break_even(*state, &r), "niet groter is dan 25 %");
}

static void
no_chance_given_means_no_sentence(void **state)
{
	struct rk_resultaat r = {0};

	assert_null(sum_words_chance(*state, &r));
}

static void
the_chance_of_the_maker_gives_an_expectation(void **state)
{
	struct rk_resultaat r = {.verwachting = {.gegeven = true,
				     .kans_dreigend = "0.5",
				     .verwachte_baten = 345600}};

	assert_string_equal(sum_words_chance(*state, &r),
	    "Bij de kans die in het plan staat (50 %) is het plan naar "
	    "verwachting €\u00a03.456 voordeliger dan niets doen.");
	r.verwachting.verwachte_baten = -100;
	assert_contains(sum_words_chance(*state, &r),
	    "naar verwachting €\u00a01 duurder dan niets doen");
}

static void
an_expectation_of_nothing_is_neither_dearer_nor_cheaper(void **state)
{
	struct rk_resultaat r = {
	    .verwachting = {.gegeven = true, .kans_dreigend = "0.5"}};

	assert_contains(sum_words_chance(*state, &r), "even duur als");
	assert_lacks(sum_words_chance(*state, &r), "voordeliger");
}

/* rekenregels §5: q* = I / (N - B + I). */
static void
success_says_what_it_brings_and_how_often_it_must_work(void **state)
{
	struct rk_resultaat r = {.verwachting = {.gegeven = true,
				     .met_slaagkans = true,
				     .slaagkans = "0.75",
				     .break_even_slaagkans = "0.3571",
				     .verwachte_baten_met_slaagkans = 55000}};

	assert_string_equal(sum_words_success(*state, &r),
	    "Lukt het plan in 75 % van de gevallen, dan is het naar "
	    "verwachting €\u00a0550 voordeliger dan niets doen. In geld is het "
	    "voordelig als het in ten minste 36 % van de gevallen lukt.");
	r.verwachting.break_even_slaagkans = "1.2500";
	r.verwachting.verwachte_baten_met_slaagkans = -100;
	assert_contains(sum_words_success(*state, &r), "€\u00a01 duurder");
	assert_contains(
	    sum_words_success(*state, &r), "Ook als het altijd lukt");
	r.verwachting.break_even_slaagkans = NULL;
	assert_contains(
	    sum_words_success(*state, &r), "Ook als het altijd lukt");
	r.verwachting.met_slaagkans = false;
	assert_null(sum_words_success(*state, &r));
}

static void
payback_is_told_for_each_comparison(void **state)
{
	struct rk_resultaat r = {0};

	r.modi[RK_TOV_HUIDIG].terugverdientijd_maand = RK_NIET_TERUGVERDIEND;
	r.modi[RK_TOV_DREIGEND].terugverdientijd_maand = 3;
	assert_string_equal(sum_words_payback(*state, &r, RK_TOV_HUIDIG),
	    "Vergeleken met nu is het plan aan het eind van de rekensom nog "
	    "niet terugverdiend.");
	assert_string_equal(sum_words_payback(*state, &r, RK_TOV_DREIGEND),
	    "Vergeleken met de dreigende situatie is het plan na 3 maanden "
	    "terugverdiend.");
	r.modi[RK_TOV_DREIGEND].terugverdientijd_maand = 0;
	assert_contains(sum_words_payback(*state, &r, RK_TOV_DREIGEND),
	    "in geen enkele maand duurder");
}

/* V1: of 79.354,20 the beds and the Raad are 30.900,00. */
static void
cash_is_told_apart_from_room(void **state)
{
	struct rk_resultaat r = result(1, 0, 7935420);

	r.modi[RK_TOV_DREIGEND].kasstroom =
	    (struct rk_kasstroom){4845420, 3090000, 0};
	assert_string_equal(sum_words_cash(*state, &r, RK_TOV_DREIGEND),
	    "Van de €\u00a079.354 is €\u00a048.454 geld dat vrijkomt. "
	    "€\u00a030.900 zit in plekken en mensen die er toch zijn: daar "
	    "komt ruimte vrij, en geen geld.");
	r.modi[RK_TOV_DREIGEND].kasstroom.onbekend = 100;
	assert_contains(sum_words_cash(*state, &r, RK_TOV_DREIGEND),
	    " Van €\u00a01 is dat niet bekend.");
	/* Nothing gained, or all of it cash: nothing to tell apart. */
	assert_null(sum_words_cash(*state, &r, RK_TOV_HUIDIG));
	r.modi[RK_TOV_DREIGEND].kasstroom = (struct rk_kasstroom){1, 0, 0};
	assert_null(sum_words_cash(*state, &r, RK_TOV_DREIGEND));
}

static void
the_wrong_pocket_names_what_makes_it_whole(void **state)
{
	struct rk_verkeerde_zak z = {
	    RK_TOV_DREIGEND, "gemeente", 24000, "rijk", 90000};

	assert_string_equal(sum_words_pocket(*state, &z),
	    "Vergeleken met de dreigende situatie betaalt gemeente €\u00a0240 "
	    "meer, terwijl het geheel voordeliger is. De meeste baat heeft "
	    "rijk: €\u00a0900. Betaalt die €\u00a0240 mee, dan is gemeente "
	    "schadeloos.");
	z.baat_medefinancier = 10000;
	assert_contains(sum_words_pocket(*state, &z), "samen met anderen");
}

static void
more_years_are_also_told_in_the_money_of_now(void **state)
{
	struct rk_resultaat r = result(3, 0, 0);

	r.modi[RK_TOV_HUIDIG].contante_waarde = 100000;
	r.modi[RK_TOV_DREIGEND].contante_waarde = 200000;
	assert_string_equal(sum_words_present(*state, &r, "2.8"),
	    "Latere jaren tellen minder zwaar (discontovoet 2,8 %). In geld "
	    "van nu zijn de baten €\u00a01.000 tegenover huidig, en "
	    "€\u00a02.000 tegenover dreigend.");
	r.horizon_jaren = 1;
	assert_null(sum_words_present(*state, &r, "2.8"));
}

static void
practice_tariffs_are_told_per_scenario(void **state)
{
	struct rk_resultaat r = {0};

	r.scenarios[RK_DREIGEND].totaal = 12448920;
	assert_null(sum_words_practice(*state, &r));
	r.scenarios[RK_DREIGEND].waarvan_voorbeeld = 6110000;
	assert_contains(sum_words_practice(*state, &r),
	    "Op voorbeeldtarieven rust 0 % van huidig, 49 % van dreigend en "
	    "0 % van doorbraak.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ARENA_TEST(against_now_the_plan_costs_more_or_less),
	    ARENA_TEST(the_period_is_named_in_words),
	    ARENA_TEST(against_the_threat_it_says_what_going_wrong_costs),
	    ARENA_TEST(a_threshold_is_rounded_up),
	    ARENA_TEST(nothing_and_everything_stay_exact),
	    ARENA_TEST(a_very_small_chance_is_one_percent),
	    ARENA_TEST(the_break_even_is_told_as_one_in_so_many),
	    ARENA_TEST(a_break_even_above_a_half_is_told_as_a_chance),
	    ARENA_TEST(the_other_meanings_of_the_break_even_are_said_plainly),
	    ARENA_TEST(no_chance_given_means_no_sentence),
	    ARENA_TEST(the_chance_of_the_maker_gives_an_expectation),
	    ARENA_TEST(an_expectation_of_nothing_is_neither_dearer_nor_cheaper),
	    ARENA_TEST(success_says_what_it_brings_and_how_often_it_must_work),
	    ARENA_TEST(payback_is_told_for_each_comparison),
	    ARENA_TEST(cash_is_told_apart_from_room),
	    ARENA_TEST(the_wrong_pocket_names_what_makes_it_whole),
	    ARENA_TEST(more_years_are_also_told_in_the_money_of_now),
	    ARENA_TEST(practice_tariffs_are_told_per_scenario),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
