/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_GOLDEN_H
#define LMS_TESTS_GOLDEN_H
/*
 * Expected pages: tests/golden/<name>.html. `make golden` (GOLDEN=write)
 * writes them anew; the diff is reviewed with the change that caused it.
 * Include after cmocka.h. Tests run in the top folder.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void
golden_write(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fputs(text, f) < 0, 0);
	assert_int_equal(fclose(f), 0);
}

/* The whole file; the test program's memory ends with it. */
static inline char *
golden_read(const char *path)
{
	FILE *f = fopen(path, "r");
	char *text = NULL;
	size_t size = 0;

	if (f == NULL)
		fail_msg("%s is not there; run make golden", path);
	if (getdelim(&text, &size, '\0', f) < 0 && text != NULL)
		*text = '\0';
	(void)fclose(f);
	return text;
}

/* Fails at the first line that differs, and shows both. */
static inline void
golden_compare(const char *path, const char *want, const char *have)
{
	for (int line = 1; *want != '\0' || *have != '\0'; line++) {
		size_t w = strcspn(want, "\n"), h = strcspn(have, "\n");

		if (w != h || memcmp(want, have, w) != 0)
			fail_msg("%s:%d\n  expected: %.*s\n  rendered: %.*s",
			    path, line, (int)w, want, (int)h, have);
		want += w + (want[w] == '\n');
		have += h + (have[h] == '\n');
	}
}

static inline void
golden_check(const char *name, const char *text)
{
	const char *mode = getenv("GOLDEN");
	char path[PATH_MAX];
	char *expected;

	snprintf(path, sizeof(path), "tests/golden/%s.html", name);
	if (mode != NULL && strcmp(mode, "write") == 0) {
		golden_write(path, text);
		return;
	}
	expected = golden_read(path);
	golden_compare(path, expected, text);
	free(expected);
}
#endif
