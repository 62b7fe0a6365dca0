/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_BASE_STATUS_H
#define LMS_BASE_STATUS_H
/*
 * What a function reports upwards. The function that meets the outside world
 * logs the detail, once; everyone above passes the status on, and one switch
 * in web/dispatch.c turns it into an HTTP code and a Dutch page.
 */
enum status {
	ST_OK,
	ST_NOT_FOUND,	/* it is not there, or not yours: the same answer */
	ST_NO_SESSION,	/* nobody is logged in, or the session is over */
	ST_DENIED,	/* logged in, but this role may not */
	ST_INVALID,	/* the request itself is broken */
	ST_WRONG_VERB,	/* the address is there, but not for this verb */
	ST_EXPIRED_FORM, /* the form's token does not fit the session */
	ST_CONFLICT,	/* changed in another window since it was shown */
	ST_HANDED_IN,	/* a plan that was handed in can no longer change */
	ST_TOO_LARGE,	/* more than we accept */
	ST_PRIVATE,	/* it points to a real person: not stored */
	ST_OTHER_KEY,	/* sealed for another organisation: seal it anew */
	ST_BUSY,	/* all places are taken for a moment (password hashing) */
	ST_UNAVAILABLE, /* the database does not answer now */
	ST_BUG		/* ours: should not happen */
};

#define MUST_CHECK __attribute__((warn_unused_result))
#endif
