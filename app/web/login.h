/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_LOGIN_H
#define LMS_WEB_LOGIN_H
/* Logging in and out. */
#include "web/carry.h"
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
	struct carried carried;	   /* to be sent again afterwards */
	bool is_just_over;	   /* the session: nothing tried yet */
};

void show_login_form(struct exchange *);
/* 401: the form, with what was sent when the session was over. */
void login_show_carried(struct exchange *, const struct carried *);
void ask_login(struct exchange *);
void prepare_login(struct exchange *);
void work_login(void *work_data);
void ask_login_session(struct exchange *);
void show_login(struct exchange *);
/* What somebody reads who must wait before trying a password; 429. */
const char *login_wait_text(struct arena *, int wait_s);

void ask_logout(struct exchange *);
void show_logout(struct exchange *);
void ask_logout_all(struct exchange *);
void show_logout_all(struct exchange *);
#endif
