/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_ABOUT_H
#define LMS_WEB_ABOUT_H
/* What this site is, whether it works, and whom to tell when it leaks. */
#include "web/exchange.h"
#include "web/shell.h"

struct about_view {
	struct shell shell;
};

void show_about(struct exchange *);

/* May this be the Contact of security.txt? A mailto:, https: or tel: URI. */
bool security_contact_is_sound(const char *);
/* Where to report a leak: RFC 9116. Without a contact there is no such page. */
void show_security(struct exchange *);

void ask_health(struct exchange *);
void show_health(struct exchange *);
#endif
