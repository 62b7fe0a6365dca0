/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * calc_dashboard_fuzz.c - gives any lines to the dashboard, as the program
 * does: the reader of lines with a small limit, then the reader of results.
 * What must hold: faults name their line, nothing is added by a line with
 * faults, and the sums stay within their bounds.
 */
#include "calc.h"

#include "calc/programma/json_dashboard.h"
#include "calc/programma/json_invoer.h"

enum { LIMIT = 8192 };

static void
add(struct json_dashboard *board, const char *text, size_t length, long line,
    const struct rk_memory *m)
{
	struct rk_fouten fouten = {0};
	int64_t before = board->som.aantal_plannen;
	json_t *document = json_ontleed(&fouten, m, text, length, line);
	size_t i;

	if (document)
		json_dashboard_tel_op(board, &fouten, document, line, m, m);
	else
		MUST(fouten.aantal == 1 && is_place(fouten.lijst[0].pad));
	for (i = 0; i < fouten.aantal; i++)
		MUST(is_line(fouten.lijst[i].pad) &&
		     is_line(fouten.lijst[i].uitleg));
	if (fouten.aantal > 0)
		MUST(board->som.aantal_plannen == before);
	json_decref(document);
}

static void
finish(const struct json_dashboard *board)
{
	char *text = NULL;
	size_t size = 0, i;
	struct json_uit out = {.f = open_memstream(&text, &size)};
	json_t *again;

	MUST(out.f);
	json_schrijf_dashboard(&out, &board->som, board->horizon_jaren);
	MUST(fclose(out.f) == 0);
	again = json_loadb(text, size, JSON_REJECT_DUPLICATES, NULL);
	MUST(again);
	json_decref(again);
	free(text);
	for (i = 0; i < RK_MODI; i++) {
		const struct rk_dashboard_modus *m = &board->som.modi[i];

		MUST(llabs(m->totale_baten) <= RK_MAX_BEDRAG);
		(void)sum(&m->baten_per_stroom);
		(void)sum(&m->baten_per_domein);
		(void)sum(&m->baten_per_betaler);
		(void)sum(&m->kasstroom);
		MUST(llabs(rk_dashboard_gemiddelde(&board->som,
			 (enum rk_modus_naam)i)) <= llabs(m->totale_baten));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct pieces pieces = {0};
	struct rk_memory memory = {piece, &pieces};
	struct json_invoer in = {.limiet = LIMIT};
	struct json_dashboard board = {0};
	enum json_gelezen got;
	const char *text;
	size_t length;

	if (size == 0)
		return -1;
	in.bron = fmemopen((void *)(uintptr_t)data, size, "r");
	MUST(in.bron);
	while (
	    (got = json_invoer_regel(&in, &text, &length)) == JSON_DOCUMENT ||
	    got == JSON_TE_GROOT)
		if (got == JSON_DOCUMENT)
			add(&board, text, length, in.regel, &memory);
	MUST(got == JSON_EINDE);
	finish(&board);
	json_invoer_sluit(&in);
	(void)fclose(in.bron);
	free_pieces(&pieces);
	return 0;
}
