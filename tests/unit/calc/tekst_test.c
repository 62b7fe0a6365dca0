/* SPDX-License-Identifier: EUPL-1.2 */
/* tekst.c: what rk_tekst() writes is what printf() would. */
#include "unit/calc/hulp.h"

#include <limits.h>
#include <stdio.h>

#define ZELFDE(h, ...)                                                         \
	do {                                                                   \
		char verwacht[200];                                            \
                                                                               \
		snprintf(verwacht, sizeof(verwacht), __VA_ARGS__);             \
		assert_string_equal(                                           \
		    rk_tekst(&(h)->memory, __VA_ARGS__), verwacht);            \
	} while (0)

static void
a_text_is_what_printf_would_write(void **state)
{
	struct hulp *h = *state;

	ZELFDE(h, "%s", "");
	ZELFDE(h, "100 %% zeker");
	ZELFDE(h, "%s[%zu].%s", "betalers", (size_t)0, "deel");
	ZELFDE(h, "%zu", SIZE_MAX);
	ZELFDE(h, "%d %d %d", INT_MIN, 0, INT_MAX);
	ZELFDE(h, "%ld en %lld", LONG_MIN, LLONG_MIN);
	ZELFDE(h, "%s%lld.%04d", "-", 12LL, 34);
	ZELFDE(h, "%04d %04d %04d", 0, 9999, 12345);
}

static void
a_conversion_it_does_not_know_goes_through_printf(void **state)
{
	struct hulp *h = *state;

	ZELFDE(h, "%.*s, %s en %zu", 3, "afgekapt", "heel", (size_t)7);
	ZELFDE(h, "%s: %x", "zestien", 255u);
	ZELFDE(h, "%5d|%-5d|", 42, 42);
}

int
main(void)
{
	const struct CMUnitTest proeven[] = {
	    PROEF(a_text_is_what_printf_would_write),
	    PROEF(a_conversion_it_does_not_know_goes_through_printf)};

	return cmocka_run_group_tests(proeven, NULL, NULL);
}
