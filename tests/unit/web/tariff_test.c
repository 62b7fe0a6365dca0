/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tariff_test.c - the pages of an organisation's own tariffs, from views: with
 * a table in use, with a file that was refused, and what a file would change.
 */
#include "web/tariff.h"

#include "pages.h"

#include "check.h"
#include "golden.h"

static const struct shell SHELL = { .title = "Tarieven van Gemeente X",
	.name = "Bram Okafor",
	.owner = "1.2",
	.csrf = "TEKEN",
	.here = MENU_TARIFFS,
	.is_admin = true };

static const char *
rendered(struct html *h)
{
	const char *from = strstr(h->bytes, "<main");

	assert_non_null(from);
	return from;
}

static void
the_table_in_use_stands_beside_the_general_one(void **state)
{
	static const struct tariff_row ROWS[] = { { "WMO-HH", "Hulp & huis",
	    "€ 36,80 per uur", "2026, gepubliceerd bedrag",
	    "€ 32,40 per uur, prijspeil 2023: de jouwe is +13,6 %" } };
	const struct tariff_past past[] = { { "Versie 2", "1 tarief", NULL },
		{ "Versie 1", "2 tarieven",
		    URL_LITERAL("/beheer/tarieven/versie/1") } };
	struct html h = html_new(*state);
	struct tariff_view v = { .shell = SHELL,
		.news = "Versie 2 is nu in gebruik.",
		.summary = "Versie 2: 1 tarief.",
		.row_count = 1,
		.rows = ROWS,
		.past_count = 2,
		.past = past,
		.typed = "",
		.has_own = true,
		.general = "105 tarieven" };

	page_tariff(&h, &v);
	golden_check("tarieven.geladen", rendered(&h));
}

static void
every_fault_is_on_the_page_and_the_text_is_kept(void **state)
{
	static const char *const FAULTS[] = { "Regel 2, kolom ‘tarief’: Vul een "
					      "bedrag in.",
		"Regel 3: Hier staan <2> waarden." };
	struct html h = html_new(*state);
	struct tariff_view v = { .shell = SHELL,
		.summary = "Jullie hebben nu geen eigen tarieven.",
		.fault_count = 2,
		.faults = FAULTS,
		.typed = "code;tarief\n<b>;\"x\"",
		.general = "105 tarieven" };

	v.shell.has_fault = true;
	page_tariff(&h, &v);
	assert_contains(h.bytes, "<title>Fout: ");
	golden_check("tarieven.fout", rendered(&h));
}

static void
what_would_change_is_shown_with_a_form_that_does_it(void **state)
{
	static const struct tariff_preview_row ROWS[] = {
		{ "Veranderd", "WMO-HH", "Hulp & huis", "€ 36,80 per uur",
		    "€ 38,00 per uur", "+3,3 %; bron" },
		{ "Vervalt", "A", "Oud", "€ 1,00 per uur", "–", "–" }
	};
	struct html h = html_new(*state);
	struct tariff_preview_view v = { .shell = SHELL,
		.title = "Wat er verandert",
		.summary = "0 nieuw, 1 veranderd, 1 vervalt, 0 hetzelfde.",
		.act_words = "Gebruik deze tabel",
		.refused = "De tabel is intussen veranderd.",
		.action = URL_LITERAL("/beheer/tarieven/laad"),
		.id = "t1",
		.basis = "2",
		.table = "code;omschrijving\nWMO-HH;\"Hulp & huis\"\n",
		.row_count = 2,
		.rows = ROWS,
		.has_change = true };

	page_tariff_preview(&h, &v);
	golden_check("tarieven.verschil", rendered(&h));
}

static void
a_table_that_changes_nothing_has_no_button(void **state)
{
	struct html h = html_new(*state);
	struct tariff_preview_view v = { .shell = SHELL,
		.title = "Wat er verandert",
		.summary = "0 nieuw, 0 veranderd, 0 vervallen, 1 hetzelfde.",
		.act_words = "Gebruik deze tabel",
		.action = URL_LITERAL("/beheer/tarieven/laad") };

	page_tariff_preview(&h, &v);
	assert_lacks(rendered(&h), "<form");
	assert_contains(rendered(&h), "precies de tabel die je nu hebt");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ARENA_TEST(the_table_in_use_stands_beside_the_general_one),
		ARENA_TEST(every_fault_is_on_the_page_and_the_text_is_kept),
		ARENA_TEST(what_would_change_is_shown_with_a_form_that_does_it),
		ARENA_TEST(a_table_that_changes_nothing_has_no_button),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
