/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_PASSWORD_H
#define LMS_WEB_PASSWORD_H
/* Choosing a new password for oneself. */
#include "web/exchange.h"
#include "web/shell.h"

enum { PASSWORD_OLD, PASSWORD_NEW, PASSWORD_AGAIN, PASSWORD_FIELDS };

struct password_field {
	const char *name, *label, *autocomplete;
	const char *error; /* or NULL */
};

struct password_view {
	struct shell shell;
	struct password_field field[PASSWORD_FIELDS];
	size_t fault_count;
	const char *refused; /* over the form, or NULL */
};

void show_password_form(struct exchange *);
void ask_password(struct exchange *);
void prepare_password(struct exchange *);
void work_password(void *work_data);
void ask_password_change(struct exchange *);
void show_password(struct exchange *);
#endif
