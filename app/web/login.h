/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_LOGIN_H
#define LMS_WEB_LOGIN_H
/* Logging in and out. */
#include "web/exchange.h"
#include "web/shell.h"

struct login_view {
	struct shell shell;
	const char *email;	   /* what was typed */
	const char *next;	   /* where to go afterwards, or NULL */
	const char *email_error;   /* or NULL */
	const char *password_error; /* or NULL */
	const char *refused;	   /* over the form, or NULL */
	const char *farewell;	   /* a quiet note, or NULL */
};

void show_login_form(struct exchange *);
void ask_login(struct exchange *);
void prepare_login(struct exchange *);
void work_login(void *work_data);
void ask_login_session(struct exchange *);
void show_login(struct exchange *);

void ask_logout(struct exchange *);
void show_logout(struct exchange *);
#endif
