/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_PASSWORD_RULE_H
#define LMS_CORE_PASSWORD_RULE_H
/*
 * Which new passwords are good enough, after NIST SP 800-63B §5.1.1.2 and the
 * advice of the NCSC: long, and not what everybody tries first. No rules
 * about capitals, digits or signs.
 */
#include "base/arena.h"

enum password_fault {
	PASSWORD_GOOD,
	PASSWORD_TOO_SHORT,
	PASSWORD_TOO_LONG,
	PASSWORD_COMMON, /* among the first that anybody would try */
	PASSWORD_OF_EMAIL /* the address itself, or its first part */
};

/* The arena is for working space. The password is valid UTF-8. */
enum password_fault password_judge(struct arena *, const char *password,
    const char *email);
/* What is wrong and what to do, in Dutch; "" for PASSWORD_GOOD. */
const char *password_fault_text(enum password_fault);
#endif
