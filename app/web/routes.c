/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * routes.c - every address of the site, who may use it, who answers.
 */
#include "web/routes.h"

#include "web/about.h"
#include "web/accessibility.h"
#include "web/account.h"
#include "web/casus.h"
#include "web/course.h"
#include "web/explain.h"
#include "web/feedback.h"
#include "web/glossary.h"
#include "web/home.h"
#include "web/law/article.h"
#include "web/law/own.h"
#include "web/law/search.h"
#include "web/login.h"
#include "web/member.h"
#include "web/module.h"
#include "web/outcome.h"
#include "web/password.h"
#include "web/peer/coach.h"
#include "web/peer/hub.h"
#include "web/peer/judge.h"
#include "web/peer/received.h"
#include "web/plan/action.h"
#include "web/plan/change.h"
#include "web/plan/figures.h"
#include "web/plan/hand_in.h"
#include "web/plan/law.h"
#include "web/plan/line.h"
#include "web/plan/page.h"
#include "web/plan/part.h"
#include "web/plan/past.h"
#include "web/plan/refused.h"
#include "web/plan/rendement.h"
#include "web/plan/start.h"
#include "web/plan/take.h"
#include "web/quiz.h"
#include "web/review/review.h"
#include "web/talk.h"
#include "web/tariff.h"
#include "web/team.h"
#include "web/welcome.h"

/* One page, one round trip. */
#define ROUTE(m, p, a, asks, shows) \
	{ .method = (m), .path = (p), .access = (a), .ask = (asks), \
	  .show = (shows) }
/* The same, where somebody writes: it is sealed, or given back. */
#define ROUTE_WRITTEN(m, p, a, asks, shows, gives_back) \
	{ .method = (m), .path = (p), .access = (a), .ask = (asks), \
	  .show = (shows), .refused = (gives_back), .seals = true }
/* What is done to an account or a session: never carried over a log-in. */
#define ROUTE_ACCOUNT(m, p, a, asks, shows) \
	{ .method = (m), .path = (p), .access = (a), .ask = (asks), \
	  .show = (shows), .is_about_account = true }
/* The same, where who has no session gets a page as well. */
#define ROUTE_GREETED(m, p, a, asks, shows, greets) \
	{ .method = (m), .path = (p), .access = (a), .ask = (asks), \
	  .show = (shows), .greet = (greets) }
/* The exceptions: see struct route. */
#define ROUTE_TWO_TRIPS(m, p, a, asks, prepares, works, asks_again, shows) \
	{ .method = (m), .path = (p), .access = (a), .ask = (asks), \
	  .prepare_work = (prepares), .work = (works), \
	  .ask_again = (asks_again), .show = (shows) }
#define ROUTE_ACCOUNT_TWO_TRIPS(m, p, a, asks, prepares, works, again, shows) \
	{ .method = (m), .path = (p), .access = (a), .ask = (asks), \
	  .prepare_work = (prepares), .work = (works), .ask_again = (again), \
	  .show = (shows), .is_about_account = true }

/* A form with a file in it. */
#define ROUTE_FILE(m, p, a, asks, shows) \
	{ .method = (m), .path = (p), .access = (a), .ask = (asks), \
	  .show = (shows), .takes_file = true }

/* The same, where what is in the file is stored sealed. */
#define ROUTE_FILE_WRITTEN(m, p, a, asks, shows) \
	{ .method = (m), .path = (p), .access = (a), .ask = (asks), \
	  .show = (shows), .takes_file = true, .seals = true }

/* A page that is the same for many: see kept.h. */
#define ROUTE_KEPT(p, a, asks, shows) \
	{ .method = GET, .path = (p), .access = (a), .ask = (asks), \
	  .show = (shows), .is_kept = true }

#define CASUS "/cursus/:cursus/casus/:casus"

/* clang-format off */
const struct route ROUTES[] = {
	/* Logging in: the password is checked between two round trips. */
	ROUTE(GET,  "/inloggen",		ANYONE, NULL, show_login_form),
	ROUTE_TWO_TRIPS(POST, "/inloggen",	ANYONE, ask_login,
	    prepare_login, work_login, ask_login_session, show_login),
	ROUTE_ACCOUNT(POST, "/uitloggen",	MEMBER, ask_logout, show_logout),
	ROUTE(GET,  "/account",			MEMBER, ask_account, show_account),
	ROUTE_ACCOUNT(POST, "/account/organisatie", MEMBER, ask_switch, show_switch),
	ROUTE_ACCOUNT(POST, "/account/overal-uitloggen", MEMBER, ask_logout_all, show_logout_all),
	/* The old password is checked, the new one hashed, between two trips. */
	ROUTE(GET,  "/account/wachtwoord",	MEMBER, NULL, show_password_form),
	ROUTE_ACCOUNT_TWO_TRIPS(POST, "/account/wachtwoord", MEMBER, ask_password,
	    prepare_password, work_password, ask_password_change, show_password),

	/* Learning: courses, modules and their questions. */
	ROUTE_GREETED(GET, "/",			MEMBER, ask_home, show_home,
	    show_welcome),
	ROUTE(GET,  "/cursus/:cursus",		MEMBER, ask_course, show_course),
	ROUTE(GET,  "/cursus/:cursus/begrippen", MEMBER, ask_glossary, show_glossary),
	ROUTE_KEPT("/cursus/:cursus/:module",	MEMBER, ask_module, show_module),
	ROUTE(POST, "/cursus/:cursus/:module/gelezen",
	    MEMBER, ask_read, show_read),
	ROUTE(POST, "/cursus/:cursus/:module/antwoord",
	    MEMBER, ask_answer, show_answer),

	/* A case, and the plan that is made for it. */
	ROUTE(GET,  CASUS,			MEMBER, ask_casus, show_casus),
	ROUTE(GET,  CASUS "/document/:document", MEMBER, ask_document, show_document),
	ROUTE(POST, CASUS "/gesprek",		MEMBER, ask_talk, show_talk),
	ROUTE(POST, CASUS "/gesprek/opnieuw",	MEMBER, ask_talk_again, show_talk_again),
	ROUTE(POST, CASUS "/plan",		MEMBER, ask_plan_start, show_plan_start),
	ROUTE(POST, CASUS "/plan/opnieuw",	MEMBER, ask_plan_revise, show_plan_revise),
	/* Handing in judges what was read before it freezes it. */
	ROUTE_TWO_TRIPS(POST, CASUS "/plan/inleveren", MEMBER, ask_hand_in,
	    NULL, NULL, ask_hand_in_again, show_hand_in),
	ROUTE(POST, CASUS "/plan/legitimiteit/kies", MEMBER, ask_law_pick, show_law_pick),
	ROUTE_WRITTEN(POST, CASUS "/plan/legitimiteit/argument",
	    MEMBER, ask_law_argue, show_law_argue, plan_refused),
	ROUTE_WRITTEN(POST, CASUS "/plan/rendement/regel",
	    MEMBER, ask_line_save, show_line_save, plan_refused),
	ROUTE(POST, CASUS "/plan/rendement/neem-over", MEMBER, ask_lines_copy, show_lines_copy),
	ROUTE(POST, CASUS "/plan/rendement/ongedaan", MEMBER, ask_copy_undo, show_copy_undo),
	ROUTE(POST, CASUS "/plan/rendement/dossier", MEMBER, ask_start_take, show_start_take),
	ROUTE_WRITTEN(POST, CASUS "/plan/rendement/verandert",
	    MEMBER, ask_changes, show_changes, plan_refused),
	ROUTE(GET,  CASUS "/plan/rendement/lees", MEMBER, NULL, show_words_read),
	ROUTE_WRITTEN(POST, CASUS "/plan/rendement/kans",
	    MEMBER, ask_figures, show_figures, plan_refused),
	ROUTE(GET,  CASUS "/plan/rendement/som", MEMBER, ask_sum, show_sum),
	ROUTE(GET,  CASUS "/plan/rendement/uitleg", MEMBER, ask_draft_explain, show_draft_explain),
	ROUTE_WRITTEN(POST, CASUS "/plan/actieplan/actie",
	    MEMBER, ask_action_save, show_action_save, plan_refused),
	ROUTE(GET,  CASUS "/plan/geschiedenis",	MEMBER, ask_past, show_past),
	ROUTE(POST, CASUS "/plan/geschiedenis/terug", MEMBER, ask_past_put_back, show_past_put_back),
	/* Taken along: on paper, or as a file; and a file read. */
	ROUTE(GET,  CASUS "/plan/meenemen",	MEMBER, ask_take, show_take),
	ROUTE_FILE_WRITTEN(POST, CASUS "/plan/meenemen", MEMBER, ask_import, show_import),
	ROUTE(POST, CASUS "/plan/meenemen/ongedaan", MEMBER, ask_import_undo, show_import_undo),
	ROUTE(GET,  CASUS "/plan/afdruk",	MEMBER, ask_draft_paper, show_draft_paper),
	ROUTE(GET,  CASUS "/plan/bestand",	MEMBER, ask_draft_file, show_draft_file),
	ROUTE(GET,  CASUS "/plan/versie/:nummer/afdruk", MEMBER, ask_version_paper, show_version_paper),
	ROUTE(GET,  CASUS "/plan/versie/:nummer/bestand", MEMBER, ask_version_file, show_version_file),
	ROUTE(GET,  "/team/:persoon/:cursus/:casus/:nummer/afdruk",
	    COACH, ask_member_paper, show_member_paper),
	ROUTE(GET,  CASUS "/plan/:pagina",	MEMBER, ask_plan_page, show_plan_page),
	ROUTE_WRITTEN(POST, CASUS "/plan/:pagina",
	    MEMBER, ask_plan_save, show_plan_save, plan_refused),
	ROUTE(POST, CASUS "/plan/:pagina/verwijder", MEMBER, ask_part_remove, show_part_remove),
	ROUTE(POST, CASUS "/plan/:pagina/terug", MEMBER, ask_part_restore, show_part_restore),

	/* Reading each other's plans inside a class. */
	ROUTE(GET,  CASUS "/lezen",		MEMBER, ask_peer_hub, show_peer_hub),
	ROUTE(POST, CASUS "/lezen",		MEMBER, ask_peer_deal, show_peer_deal),
	ROUTE(GET,  CASUS "/lezen/ontvangen",	MEMBER, ask_peer_received, show_peer_received),
	ROUTE_WRITTEN(POST, CASUS "/lezen/ontvangen/:lezer",
	    MEMBER, ask_peer_reply, show_peer_reply, plan_refused),
	ROUTE(GET,  CASUS "/lezen/:plek",	MEMBER, ask_peer_judge, show_peer_judge),
	ROUTE_WRITTEN(POST, CASUS "/lezen/:plek",
	    MEMBER, ask_peer_save, show_peer_save, plan_refused),
	ROUTE(GET,  "/team/samen-lezen",	COACH, ask_peer_rounds, show_peer_rounds),
	ROUTE(POST, "/team/samen-lezen",	COACH, ask_peer_round, show_peer_round),
	ROUTE(GET,  "/team/samen-lezen/:team/:cursus/:casus",
	    COACH, ask_peer_class, show_peer_class),

	/* The law, apart from a plan. */
	ROUTE(GET,  "/wet",			MEMBER, ask_law_page, show_law_page),
	ROUTE(GET,  "/wet/:code",		MEMBER, ask_law_article, show_law_article),

	/* The coach. */
	ROUTE(GET,  "/team",			COACH, ask_team, show_team),
	ROUTE(GET,  "/team/uitkomsten",		COACH, ask_outcomes, show_outcomes),
	ROUTE(GET,  "/team/:persoon",		COACH, ask_member, show_member),
	/* The same for who may not read the plans: see core/suppress.h. */
	ROUTE(GET,  "/beheer/uitkomsten",	ADMIN, ask_all_outcomes, show_all_outcomes),
	/* What the coach sees of whoever looks. */
	ROUTE(GET,  "/dit-ziet-je-coach",	MEMBER, ask_shared, show_shared),

	/* The admin: the organisation's own tariffs. */
	ROUTE(GET,  "/beheer/tarieven",		ADMIN, ask_tariffs, show_tariffs),
	ROUTE_FILE(POST, "/beheer/tarieven",	ADMIN, ask_tariff_preview, show_tariff_preview),
	ROUTE_FILE(POST, "/beheer/tarieven/laad", ADMIN, ask_tariff_load, show_tariff_load),
	ROUTE_FILE(POST, "/beheer/tarieven/terug", ADMIN, ask_tariff_put_back, show_tariff_put_back),
	ROUTE(GET,  "/beheer/tarieven/versie/:nummer", ADMIN, ask_tariff_version, show_tariff_version),
	ROUTE(GET,  "/beheer/tarieven/:bestand", ADMIN, ask_tariff_download, show_tariff_download),

	/* And its own articles: a verordening, a beleidsregel. */
	ROUTE(GET,  "/beheer/artikelen",	ADMIN, ask_own_laws, show_own_laws),
	ROUTE(GET,  "/beheer/artikelen/:artikel", ADMIN, ask_own_law, show_own_law),
	ROUTE(POST, "/beheer/artikelen/:artikel", ADMIN, ask_own_law_save, show_own_law_save),
	ROUTE(POST, "/beheer/artikelen/:artikel/intrekken", ADMIN, ask_own_law_turn, show_own_law_turn),

	/* Feedback on what was handed in. */
	ROUTE(GET,  "/cursus/:cursus/casus/:casus/plan/versie/:nummer",
	    MEMBER, ask_feedback, show_feedback),
	ROUTE(GET,  "/team/:persoon/:cursus/:casus/:nummer",
	    COACH, ask_member_feedback, show_member_feedback),
	ROUTE(POST, CASUS "/plan/versie/:nummer/hulp", MEMBER, ask_feedback_open, show_feedback_open),
	ROUTE(POST, CASUS "/plan/versie/:nummer/expert",
	    MEMBER, ask_feedback_expert, show_feedback_expert),
	ROUTE_WRITTEN(POST, CASUS "/plan/versie/:nummer/antwoord",
	    MEMBER, ask_feedback_answer, show_feedback_answer, plan_refused),
	/* What the coach says of it, beside its passages. */
	ROUTE(GET,  CASUS "/plan/versie/:nummer/reactie", MEMBER, ask_review, show_review),
	ROUTE_WRITTEN(POST, CASUS "/plan/versie/:nummer/reactie",
	    MEMBER, ask_review_answer, show_review_answer, plan_refused),
	ROUTE(GET,  "/team/:persoon/:cursus/:casus/:nummer/reactie",
	    COACH, ask_member_review, show_member_review),
	ROUTE_WRITTEN(POST, "/team/:persoon/:cursus/:casus/:nummer/reactie",
	    COACH, ask_review_put, show_review_put, plan_refused),
	ROUTE_WRITTEN(POST, "/team/:persoon/:cursus/:casus/:nummer/stuur",
	    COACH, ask_review_send, show_review_send, plan_refused),
	ROUTE(POST, "/team/:persoon/:cursus/:casus/:nummer/haal-terug",
	    COACH, ask_review_take_back, show_review_take_back),
	/* How a figure in it came about. */
	ROUTE(GET,  "/cursus/:cursus/casus/:casus/plan/versie/:nummer/uitleg",
	    MEMBER, ask_feedback_explain, show_feedback_explain),
	ROUTE(GET,  "/team/:persoon/:cursus/:casus/:nummer/uitleg",
	    COACH, ask_member_explain, show_member_explain),

	ROUTE(GET,  "/rondleiding",		ANYONE, NULL, show_tour),
	ROUTE(GET,  "/over",			ANYONE, NULL, show_about),
	ROUTE(GET,  "/.well-known/security.txt", ANYONE, NULL, show_security),
	ROUTE(GET,  "/toegankelijkheid",	ANYONE, NULL, show_accessibility),
	ROUTE(GET,  "/gezondheid",		ANYONE, ask_health, show_health),
};
/* clang-format on */

const size_t ROUTE_COUNT = sizeof(ROUTES) / sizeof(ROUTES[0]);
