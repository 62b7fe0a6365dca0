/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * feedback_sum_test.c - the sums of both plans on the feedback page: amounts,
 * pictures, who pays, and what would weigh.
 */
#include "check.h"

#include "base/text.h"
#include "feedback_page.h"

static void
both_plans_are_summed_in_both_modes(void **state)
{
	const struct feedback_view *v = view_of(*state, false);

	/* now 1200, threat 6200, both lines of mine 2400 */
	assert_string_equal(v->mine.totals[SCENARIO_HUIDIG].amount, "€\u00a01.200");
	assert_string_equal(v->mine.totals[SCENARIO_DREIGEND].amount, "€\u00a06.200");
	assert_string_equal(v->mine.totals[SCENARIO_DOORBRAAK].amount, "€\u00a02.400");
	assert_string_equal(v->mine.words_now.text,
	    "In het eerste jaar kost het plan €\u00a01.200 meer dan nu.");
	assert_string_equal(v->mine.words_threat.text,
	    "Als het misgaat, kost dat €\u00a03.800 meer dan het plan.");
	assert_string_equal(v->expert.words_now.text, v->mine.words_now.text);
}

static void
the_modes_are_never_added(void **state)
{
	const char *html = html_of(*state, false);

	assert_contains(html, "Tel die twee nooit op");
	/* -1200 + 3800 stands nowhere */
	assert_lacks(html, "2.600");
}

static void
pictures_side_by_side_share_a_scale(void **state)
{
	const struct feedback_view *v = view_of(*state, false);

	assert_int_equal(v->mine.threat.count, v->expert.threat.count);
	assert_int_equal(
	    v->mine.threat.bar[0].width, v->expert.threat.bar[0].width);
}

static void
every_picture_has_its_own_ids_and_a_table(void **state)
{
	static const char *const IDS[] = {
	    "gemaakt-nu", "gemaakt-dreigend", "expert-nu", "expert-dreigend"};
	struct page *p = *state;
	const char *html = html_of(p, false);

	for (size_t i = 0; i < 4; i++) {
		const char *id =
		    arena_printf(p->ex->arena, "id=\"%s-t\"", IDS[i]);
		const char *first = strstr(html, id);

		assert_contains(html, id);
		assert_null(strstr(first + 1, id));
	}
	assert_contains(html, "Bekijk als tabel");
}

static void
payers_are_named_once_with_four_amounts(void **state)
{
	const struct feedback_view *v = view_of(*state, false);

	assert_int_equal(v->payer_count, 2);
	for (size_t i = 0; i < v->payer_count; i++) {
		const struct feedback_payer *p = &v->payers[i];

		if (strcmp(p->name, "corporatie") == 0) {
			assert_string_equal(p->mine[RK_TOV_HUIDIG].amount, "–");
			assert_string_equal(p->mine[RK_TOV_DREIGEND].amount, "€\u00a05.000");
		} else {
			assert_string_equal(p->name, "gemeente");
			assert_string_equal(p->mine[RK_TOV_HUIDIG].amount, "−€\u00a01.200");
			assert_string_equal(p->expert[RK_TOV_DREIGEND].amount, "−€\u00a01.200");
		}
	}
}

/* Without a threat nothing is said about what going wrong would cost. */
static void
a_plan_without_a_threat_is_not_compared_with_one(void **state)
{
	struct page *p = *state;
	const struct feedback_view *v;

	p->record.plan.lines = &MINE[3];
	p->record.plan.line_count = 2;
	v = view_of(p, false);
	assert_contains(v->mine.words_threat.text, "staat niet in deze rekensom");
	assert_contains(v->mine.words_even.text, "valt niet te zeggen");
	assert_null(v->mine.words_chance.text);
	assert_null(v->mine.sensitivity);
	assert_lacks(html_of(p, false), "Wat als de kans anders is");
	assert_contains(v->expert.words_threat.text, "Als het misgaat");
}

/* Huidig and doorbraak rest on them whole, dreigend for 1200 of 6200. */
static void
tariffs_for_practice_are_named_where_they_weigh(void **state)
{
	const struct feedback_view *v = view_of(*state, false);

	assert_string_equal(v->mine.words_practice.text,
	    "Op voorbeeldtarieven rust 100 % van huidig, 19 % van dreigend en "
	    "100 % van doorbraak. Gebruik in een echt plan lokale tarieven.");
	assert_true(v->mine.threat.has_practice);
	for (size_t i = 0; i < v->mine.threat.count; i++) {
		const struct bar *bar = &v->mine.threat.bar[i];

		if (strcmp(bar->name, "Wmo 2015 *") == 0)
			assert_int_equal(bar->practice_percent, 100);
		else
			assert_string_equal(bar->name, "Huurrecht");
	}
}

/* H 1200, D 6200, B 2400: p* = 1200 / 5000 = 24 %. */
static void
the_outcome_is_drawn_as_the_chance_moves(void **state)
{
	struct page *p = *state;
	const struct chance_line *line;
	const char *html;

	p->record.plan.kans_dreigend = "0.5";
	line = &view_of(p, false)->mine.line;
	assert_string_equal(line->cross, "voordelig vanaf 24 %");
	assert_string_equal(line->own, "in het plan: 50 %");
	assert_string_equal(line->row[0].words, "€\u00a01.200 duurder");
	assert_string_equal(line->row[4].words, "€\u00a03.800 voordeliger");
	html = html_of(p, false);
	assert_contains(html, "id=\"gemaakt-kans-t\"");
	assert_contains(html, "id=\"expert-kans-t\"");
	assert_true(place_of(html, "1 op de 4 gevallen misgaat") <
		    place_of(html, "gemaakt-kans"));
}

/* 5000 of eviction, 20 % dearer: 1000 more to avoid. */
static void
what_would_weigh_is_listed_in_both_modes(void **state)
{
	const struct feedback_view *v = view_of(*state, false);

	assert_string_equal(v->whatif[0].name, "Zoals het plan is");
	assert_string_equal(v->whatif[0].threat.amount, "€\u00a03.800");
	assert_string_equal(v->whatif[0].even.amount, "vanaf 24 %");
	assert_contains(v->whatif[2].name, "Ontruiming (€\u00a05.000,00 per");
	assert_contains(v->whatif[2].name, "20 % duurder");
	assert_string_equal(v->whatif[2].now.amount, "−€\u00a01.200");
	assert_string_equal(v->whatif[2].threat.amount, "€\u00a04.800");
	assert_string_equal(v->whatif[2].even.amount, "vanaf 20 %");
	assert_int_equal(v->whatif_count, WHATIF_MAX);
}

static void
who_pays_is_told_with_what_makes_it_whole(void **state)
{
	const struct feedback_view *v = view_of(*state, false);

	assert_int_equal(v->payers_now.count, 1);
	assert_int_equal(v->payers_threat.count, 2);
	assert_string_equal(v->payers_threat.head, "Wie");
	assert_int_equal(v->pocket_count, 1);
	assert_contains(v->pockets[0].text,
	    "betaalt gemeente €\u00a01.200 meer, terwijl het geheel "
	    "voordeliger is. De meeste baat heeft corporatie: €\u00a05.000.");
}

/* "…?van=expert&amp;cijfer=a%5B0%5D" as "a[0]"; *of_expert: whose figure. */
static const char *
figure_of(struct arena *a, const char *link, bool *of_expert)
{
	const char *end = strchr(link, '"'), *at = strstr(link, "cijfer=");
	const char *van = strstr(link, "van=expert");
	char *out = arena_alloc(a, (size_t)(end - link) + 1), *to = out;

	*of_expert = van != NULL && van < end;
	for (at += strlen("cijfer="); at < end; at++)
		if (*at == '%') {
			const char hex[] = {at[1], at[2], '\0'};

			*to++ = (char)strtol(hex, NULL, 16);
			at += 2;
		} else {
			*to++ = *at == '+' ? ' ' : *at;
		}
	*to = '\0';
	return out;
}

static void
assert_link_says(struct arena *a, const struct feedback_view *v,
    const char *link, const char *text)
{
	bool of_expert;
	const char *path = figure_of(a, link, &of_expert), *want;
	const struct rk_uitleg *from = plan_sum_explain(
	    of_expert ? &v->expert.sum : &v->mine.sum, a, path);

	if (from == NULL)
		fail_msg("%s has no explanation", path);
	/* Of an amount on tariffs for practice the page says a percentage. */
	if (from->maat != RK_IN_EUROCENT || strstr(path, "voorbeeld") != NULL ||
	    strncmp(text, "even duur", 9) == 0)
		return;
	want = text_euro_whole(
	    a, from->eurocent < 0 ? -from->eurocent : from->eurocent);
	if (strstr(text, want) == NULL ||
	    strstr(text, want) > strstr(text, "</a"))
		fail_msg("%s is %s, but its link says %.30s", path, want, text);
}

static void
every_link_says_the_figure_that_it_explains(void **state)
{
	static const char LINK[] = "<a class=\"nl-link\" href=\"";
	static const char MARK[] = "\" data-uitleg>";
	struct page *p = *state;
	struct arena *a = p->ex->arena;
	const struct feedback_view *v;
	const char *html, *at;
	int count = 0;

	p->record.plan.kans_dreigend = "0.5";
	p->record.plan.slaagkans = "0.75";
	v = view_of(p, false);
	html = html_of(p, false);
	for (at = html; (at = strstr(at, LINK)) != NULL;) {
		const char *end;

		at += strlen(LINK);
		end = strchr(at, '"');
		if (strncmp(end, MARK, strlen(MARK)) != 0)
			continue;
		assert_link_says(a, v, at, end + strlen(MARK));
		count++;
	}
	assert_true(count > 60);
}

/* Pictures say it in a table below, and a row names its tariff. */
static bool
is_said_elsewhere(const char *open)
{
	static const char *const TAGS[] = {"<text", "<desc",
	    "<th scope=\"row\"", "<span class=\"lms-hidden\""};

	for (size_t i = 0; i < sizeof(TAGS) / sizeof(*TAGS); i++)
		if (strncmp(open, TAGS[i], strlen(TAGS[i])) == 0)
			return true;
	return false;
}

static void
every_amount_of_the_sums_can_be_pressed(void **state)
{
	static const char LINK[] = "<a class=\"nl-link\"";
	struct page *p = *state;
	const char *html, *at, *end;

	p->record.plan.kans_dreigend = "0.5";
	p->record.plan.slaagkans = "0.75";
	html = html_of(p, false);
	end = strstr(html, "id=\"naast\"");
	at = strstr(html, "id=\"som-kop\"");
	while ((at = strstr(at + 1, "€\u00a0")) != NULL && at < end) {
		const char *open = at;

		while (*open != '<')
			open--;
		if (!is_said_elsewhere(open) &&
		    strncmp(open, LINK, strlen(LINK)) != 0)
			fail_msg("not to be pressed: %.90s", open);
	}
}

static const struct CMUnitTest TESTS[] = {
    WHOLE_TEST(both_plans_are_summed_in_both_modes),
    WHOLE_TEST(the_modes_are_never_added),
    WHOLE_TEST(pictures_side_by_side_share_a_scale),
    WHOLE_TEST(every_picture_has_its_own_ids_and_a_table),
    WHOLE_TEST(payers_are_named_once_with_four_amounts),
    WHOLE_TEST(a_plan_without_a_threat_is_not_compared_with_one),
    WHOLE_TEST(tariffs_for_practice_are_named_where_they_weigh),
    WHOLE_TEST(the_outcome_is_drawn_as_the_chance_moves),
    WHOLE_TEST(what_would_weigh_is_listed_in_both_modes),
    WHOLE_TEST(who_pays_is_told_with_what_makes_it_whole),
    WHOLE_TEST(every_link_says_the_figure_that_it_explains),
    WHOLE_TEST(every_amount_of_the_sums_can_be_pressed),
};

FEEDBACK_MAIN(TESTS)
