/* SPDX-License-Identifier: EUPL-1.2 */
/* programma.h - runs .build/rekenkern in a test. Include after hulp.h. */
#ifndef LMS_TESTS_CALC_PROGRAMMA_H
#define LMS_TESTS_CALC_PROGRAMMA_H

#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAMMA ".build/rekenkern"

struct gedraaid {
	int code;
	char *uit;
	size_t uit_lengte;
	char *fout;
	long geheugen_kb; /* the most that it held */
};

static inline char *
programma_lees(struct hulp *h, FILE *f, size_t *lengte)
{
	long n = ftell(f);
	char *uit;

	assert_true(n >= 0);
	uit = rk_alloc(&h->memory, (size_t)n + 1);
	rewind(f);
	*lengte = fread(uit, 1, (size_t)n, f);
	uit[*lengte] = '\0';
	fclose(f);
	return uit;
}

/* bron is where standard input comes from, rewound by the caller. */
static inline struct gedraaid
programma_draai_bron(struct hulp *h, const char *const *argumenten, FILE *bron)
{
	FILE *uit = tmpfile(), *fout = tmpfile();
	struct gedraaid g = {0};
	struct rusage gebruik;
	size_t lengte;
	pid_t kind;
	int status;

	assert_non_null(uit);
	assert_non_null(fout);
	fflush(NULL);
	kind = fork();
	if (kind == 0) {
		dup2(fileno(bron), 0);
		dup2(fileno(uit), 1);
		dup2(fileno(fout), 2);
		execv(PROGRAMMA, (char *const *)(uintptr_t)argumenten);
		_exit(127);
	}
	assert_true(kind > 0);
	assert_int_equal(wait4(kind, &status, 0, &gebruik), kind);
	assert_true(WIFEXITED(status));
	g.code = WEXITSTATUS(status);
	g.geheugen_kb = gebruik.ru_maxrss;
	fseek(uit, 0, SEEK_END);
	fseek(fout, 0, SEEK_END);
	g.uit = programma_lees(h, uit, &g.uit_lengte);
	g.fout = programma_lees(h, fout, &lengte);
	return g;
}

static inline struct gedraaid
programma_draai_met(struct hulp *h, const char *const *argumenten,
    const char *invoer, size_t lengte)
{
	FILE *bron = tmpfile();
	struct gedraaid uit;

	assert_non_null(bron);
	assert_int_equal(fwrite(invoer, 1, lengte, bron), lengte);
	rewind(bron);
	uit = programma_draai_bron(h, argumenten, bron);
	fclose(bron);
	return uit;
}

/* programma_draai(h, "text on standard input", "reken", "--ndjson") */
#define programma_draai(h, invoer, ...)                                        \
	programma_draai_met((h),                                               \
	    (const char *const[]){PROGRAMMA, __VA_ARGS__, NULL}, (invoer),     \
	    strlen(invoer))

#endif
