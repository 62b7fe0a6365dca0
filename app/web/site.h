/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_WEB_SITE_H
#define LMS_WEB_SITE_H
/*
 * Who runs this site, as they filled it in. The server reads it from its
 * environment when it starts; each may be NULL: not filled in.
 */

struct site {
	const char *organisation; /* LEER_ORGANISATIE: name */
	const char *contact;	  /* LEER_MELDPUNT: address of mail or https */
	const char *audit;	  /* LEER_ONDERZOEK: day, "2027-03-01" */
};
#endif
