/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_TESTS_COURSE_COPY_H
#define LMS_TESTS_COURSE_COPY_H
/*
 * A copy of the good course, so that one thing in it can be broken: for tables
 * of examples whose texts are escaped. Include after check.h and content.h.
 */
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEXT_MAX = 64 * 1024 };

static char copy[PATH_MAX];

static inline void
write_file(const char *path, const char *bytes, size_t n)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static inline size_t
read_file(const char *path, char *bytes)
{
	FILE *f = fopen(path, "r");
	size_t n;

	if (f == NULL)
		fail_msg("%s is not there", path);
	n = fread(bytes, 1, TEXT_MAX - 1, f);
	(void)fclose(f);
	bytes[n] = '\0';
	return n;
}

static inline int
copy_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	static char bytes[TEXT_MAX];
	char to[PATH_MAX + 512];

	(void)st;
	(void)at;
	snprintf(to, sizeof(to), "%s%s", copy, path + strlen(GOOD_COURSES));
	if (type == FTW_D)
		return mkdir(to, 0700) != 0 && access(to, X_OK) != 0;
	write_file(to, bytes, read_file(path, bytes));
	return 0;
}

static inline int
remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

static inline int
make_copy(void **state)
{
	const char *folder = getenv("TMPDIR");

	snprintf(copy, sizeof(copy), "%s/leer-cursus-XXXXXX",
	    folder != NULL ? folder : "/tmp");
	assert_non_null(mkdtemp(copy));
	assert_int_equal(nftw(GOOD_COURSES, copy_one, 8, FTW_PHYS), 0);
	return check_arena_setup(state);
}

static inline int
remove_copy(void **state)
{
	(void)nftw(copy, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	return check_arena_teardown(state);
}

/* "\n" and "\xff" in a cell stand for those bytes. */
static inline char *
unescape(char *text)
{
	char *to = text;

	for (char *from = text; *from != '\0'; from++) {
		if (strncmp(from, "\\n", 2) == 0) {
			*to++ = '\n';
			from++;
		} else if (strncmp(from, "\\xff", 4) == 0) {
			*to++ = '\xff';
			from += 3;
		} else {
			*to++ = *from;
		}
	}
	*to = '\0';
	return text;
}

/* Replaces a text that stands in the file; gives what stood there. */
static inline const char *
change_file(
    struct arena *a, const char *file, const char *old, const char *instead)
{
	static char was[TEXT_MAX];
	const char *path = arena_printf(a, "%s/%s", copy, file);
	size_t n = read_file(path, was);
	const char *at = strstr(was, old), *now;

	if (at == NULL)
		fail_msg("%s does not hold \"%s\"", file, old);
	now = arena_printf(
	    a, "%.*s%s%s", (int)(at - was), was, instead, at + strlen(old));
	write_file(path, now, strlen(now));
	return arena_strndup(a, was, n);
}

#define COPY_TEST(f) cmocka_unit_test_setup_teardown(f, make_copy, remove_copy)
#endif
