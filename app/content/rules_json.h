/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CONTENT_RULES_JSON_H
#define LMS_CONTENT_RULES_JSON_H
/*
 * The rules of a case's feedback: regels.json, as courses/README.md and
 * content/schema/regels.json describe it.
 */
#include "content/json_part.h"
#include "core/rule.h"

/* The case must have its members and tariffs. Faults tell what is wrong. */
struct rule_set
rules_read(const struct reading *, const char *file, const struct casus *);

/* What the tests of one file are read with. */
struct rules_reading {
	struct json_file *j;
	const struct casus *casus;
	const json_t *days, *wishes; /* what the file names, or NULL */
};

/*
 * One test, "als" of a rule or a part of it (rule_test_json.c). NULL, with a
 * fault, when it is none. is_sum becomes true when the sum is part of it.
 */
const struct rule_test *rule_test_read(const struct rules_reading *,
    const json_t *, const char *path, bool *is_sum);

/* Where a test stands: the value of its key, and the path to it. */
struct test_at {
	const struct rules_reading *r;
	const json_t *value;
	const char *path;
	int depth;
	bool *is_sum;
};
/* A whole number from 1 to `max`; `otherwise` when it is not there. */
int test_whole(const struct test_at *, const char *key, int max, int otherwise);
void test_check_keys(const struct test_at *, const char *known);
/* False, with a fault, when there is no { … }. */
bool test_is_object(const struct test_at *);
/* rule_test_sum_json.c */
void test_read_sum(struct rule_test *, const struct test_at *);
void test_read_signal(struct rule_test *, const struct test_at *);
void test_read_chance(struct rule_test *, const struct test_at *);
void test_read_years(struct rule_test *, const struct test_at *);

/* A text or a list of texts at "path.key"; none when it is not there. */
struct rule_words words_read(const struct rules_reading *, const json_t *,
    const char *path, const char *key);
/* The filters of lines, actions and arguments (rule_filter_json.c). */
struct line_filter line_filter_read(
    const struct rules_reading *, const json_t *, const char *path);
struct action_filter action_filter_read(
    const struct rules_reading *, const json_t *, const char *path);
struct argument_filter argument_filter_read(
    const struct rules_reading *, const json_t *, const char *path);
struct rule_range range_read(const struct rules_reading *, const json_t *,
    const char *path, const char *key);
/* A yes or no; `otherwise` when it is not there. */
bool bool_read(const struct rules_reading *, const json_t *, const char *path,
    const char *key, bool otherwise);
/* The same, where not saying it does not matter. */
enum rule_flag flag_read(const struct rules_reading *, const json_t *,
    const char *path, const char *key);
/* Bits of enum plan_field at "path.veld"; 0 when it is not there. */
uint32_t fields_read(const struct rules_reading *, const json_t *,
    const char *path, const char *key);
#endif
