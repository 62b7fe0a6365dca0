/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * entry.c - where Kore calls us: the start of parent and workers, the sandbox
 * and every request.
 *
 * In this order: kore_parent_configure reads the courses, before the fork, so
 * that all workers share them; kore_seccomp_hook says what the sandbox lets
 * through; kore_worker_configure connects to PostgreSQL; lms_request is called
 * for each request, and again after each wait.
 *
 * A visit is one request on its way through dispatch. It lives in the arena
 * of its exchange, which ends with the answer, or when the client has left
 * and no thread works on it any more.
 *
 * From the environment: LEER_COURSES (the folder), LEER_DATABASE (a libpq
 * connection string or URL), LEER_CONNECTIONS (per worker, 8), LEER_CONTACT
 * (for security.txt), LEER_SLEUTEL (the file of master keys, base/seal.h),
 * and who runs the site: LEER_ORGANISATIE,
 * LEER_MELDPUNT, LEER_ONDERZOEK (web/site.h).
 */
#include <kore/kore.h>
#include <kore/hooks.h>
#include <kore/http.h>

#include "base/password.h"
#include "core/validity.h"
#include "server/database.h"
#include "server/drain.h"
#include "server/masters.h"
#include "server/message.h"
#include "server/sandbox.h"
#include "server/squeeze.h"
#include "server/work.h"
#include "web/about.h"
#include "web/dispatch.h"

#include <malloc.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))

EXPORT void kore_parent_configure(int, char **);
EXPORT void kore_parent_teardown(void);
EXPORT void kore_seccomp_hook(void);
EXPORT void kore_worker_configure(void);
EXPORT void kore_worker_teardown(void);
EXPORT int lms_request(struct http_request *);

enum { CONNECTIONS = 8, CONNECTIONS_MAX = 16, DATABASE_WAIT_MS = 500,
	DRAIN_MS = 4000, KEEP_BYTES = 8 << 20 };

struct visit {
	struct http_request *req; /* NULL: the client has left */
	struct exchange *ex;
	struct flight *flight; /* the batch that is under way */
	bool is_working;       /* a thread has it, or will */
	bool is_last;	       /* the connection must close after it */
};

static struct library *library;
static const char *database, *contact;
static struct site site;
static int connection_count = CONNECTIONS;
/* Workers that began and did not end well; shared with the parent. */
static atomic_int *unfinished;

/* --- the start ----------------------------------------------------------- */

static void
stop(const char *why)
{
	fprintf(stderr, "%s\n", why);
	unlink(kore_pidfile);
	exit(EXIT_FAILURE);
}

static void
read_environment(void)
{
	const char *count = getenv("LEER_CONNECTIONS");
	int64_t n = CONNECTIONS;

	database = getenv("LEER_DATABASE");
	if (database == NULL || *database == '\0')
		stop("LEER_DATABASE ontbreekt: de verbinding met PostgreSQL.");
	if (count != NULL && !form_parse_int(count, 1, CONNECTIONS_MAX, &n))
		stop("LEER_CONNECTIONS moet een getal van 1 tot 16 zijn.");
	connection_count = (int)n;
	contact = getenv("LEER_CONTACT");
	if (contact != NULL && *contact == '\0')
		contact = NULL;
	if (contact == NULL)
		fprintf(stderr, "LEER_CONTACT ontbreekt: er is geen "
				"/.well-known/security.txt.\n");
	else if (!security_contact_is_sound(contact))
		stop("LEER_CONTACT moet een adres zijn dat begint met mailto:, "
		     "https:// of tel:.");
}

/* A variable that is there and says something; or NULL. */
static const char *
filled_in(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && *value != '\0' ? value : NULL;
}

static void
read_site(void)
{
	site = (struct site){ filled_in("LEER_ORGANISATIE"),
		filled_in("LEER_MELDPUNT"), filled_in("LEER_ONDERZOEK") };
	if (site.contact != NULL && strchr(site.contact, '@') == NULL &&
	    strncmp(site.contact, "https://", 8) != 0)
		stop("LEER_MELDPUNT moet een e-mailadres of een https-adres "
		     "zijn.");
	if (site.audit != NULL && !validity_is_day(site.audit))
		stop("LEER_ONDERZOEK moet een dag zijn, zoals 2027-03-01.");
}

static void
read_courses(void)
{
	const char *folder = getenv("LEER_COURSES");
	struct content_faults faults = { 0 };
	struct arena *a = arena_new();

	if (folder == NULL || *folder == '\0')
		stop("LEER_COURSES ontbreekt: de map met cursussen.");
	if (library_open(&library, folder, a, &faults) != ST_OK) {
		for (size_t i = 0; i < faults.count; i++)
			fprintf(stderr, "%s:%d: %s\n", faults.fault[i].file,
			    faults.fault[i].line, faults.fault[i].text);
		stop("De cursussen zijn niet in orde; hierboven staat wat er "
		     "moet veranderen.");
	}
	arena_free(a);
}

void
kore_parent_configure(int argc, char **argv)
{
	const char *fault;
	void *shared = mmap(NULL, sizeof(*unfinished), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	(void)argc;
	(void)argv;
	setvbuf(stdout, NULL, _IOLBF, 0);
	setenv("TZ", "Europe/Amsterdam", 1);
	tzset();
	if (shared == MAP_FAILED || !secret_start())
		stop("Er is te weinig geheugen om te beginnen.");
	unfinished = shared;
	read_environment();
	read_site();
	fault = masters_read(getenv("LEER_SLEUTEL"));
	if (fault != NULL)
		stop(fault);
	read_courses();
}

/* Kore would report success after a worker that died. */
void
kore_parent_teardown(void)
{
	if (atomic_load(unfinished) == 0)
		return;
	unlink(kore_pidfile);
	exit(EXIT_FAILURE);
}

void
kore_seccomp_hook(void)
{
	sandbox_describe();
}

void
kore_worker_configure(void)
{
	/* Keep what requests give back: each needs as much again. */
	mallopt(M_TRIM_THRESHOLD, KEEP_BYTES);
	mallopt(M_MMAP_THRESHOLD, KEEP_BYTES);
	atomic_fetch_add(unfinished, 1);
	work_open();
	database_open(database, connection_count);
	database_wait_ready(DATABASE_WAIT_MS);
}

void
kore_worker_teardown(void)
{
	drain_worker(DRAIN_MS);
	atomic_fetch_sub(unfinished, 1);
}

/* --- a visit ---------------------------------------------------------------- */

static void
visit_end_wait(void *arg)
{
	struct visit *v = arg;

	v->flight = NULL;
	http_request_wakeup(v->req);
}

static void
visit_work(void *arg)
{
	const struct visit *v = arg;

	dispatch_work(v->ex);
}

static void
visit_end_work(void *arg)
{
	struct visit *v = arg;

	v->is_working = false;
	if (v->req != NULL)
		http_request_wakeup(v->req);
	else
		arena_free(v->ex->arena);
}

/* Kore ends the request: after the answer, or because the client left. */
static void
visit_leave(struct http_request *req)
{
	struct visit *v = req->hdlr_extra;

	if (v == NULL)
		return;
	req->hdlr_extra = NULL;
	v->req = NULL;
	if (v->flight != NULL)
		database_forget(v->flight);
	if (!v->is_working || work_cancel(v))
		arena_free(v->ex->arena);
}

static struct visit *
visit_new(struct http_request *req)
{
	struct exchange *ex = exchange_new(library);
	struct visit *v = arena_alloc(ex->arena, sizeof(*v));

	ex->site = &site;
	v->req = req;
	v->ex = ex;
	ex->contact = contact;
	v->is_last = message_hold_input(req);
	message_read(ex, req);
	req->hdlr_extra = v;
	req->flags |= HTTP_REQUEST_RETAIN_EXTRA; /* the arena's to free */
	req->onfree = visit_leave;
	return v;
}

static void
visit_answer(struct visit *v)
{
	struct http_request *req = v->req;
	bool is_last = v->is_last || TAILQ_NEXT(req, olist) != NULL;

	req->hdlr_extra = NULL;
	squeeze_answer(v->ex);
	message_answer_take(v->ex, req, is_last);
}

/* Does what the turn asks; true when the answer has been given. */
static bool
visit_go(struct visit *v, enum turn turn)
{
	while (turn != TURN_ANSWER) {
		if (turn == TURN_ASK) {
			v->flight = database_send(v->ex->batch,
			    v->ex->method == GET, visit_end_wait, v);
			if (v->flight != NULL)
				return false;
			turn = dispatch_resume(v->ex);
		} else {
			v->is_working = work_start(visit_work, visit_end_work,
			    v);
			if (v->is_working)
				return false;
			turn = dispatch_refuse_work(v->ex);
		}
	}
	visit_answer(v);
	return true;
}

/*
 * Kore may hand us a request while an earlier one of the same connection has
 * no answer yet. It never gets one: the earlier answer closes the connection,
 * which tells the client to send the later one again.
 */
static bool
is_out_of_turn(const struct http_request *req)
{
	return TAILQ_FIRST(&req->owner->http_requests) != req;
}

static int
wait_for_it(struct http_request *req)
{
	http_request_sleep(req);
	return KORE_RESULT_RETRY;
}

int
lms_request(struct http_request *req)
{
	struct visit *v = req->hdlr_extra;
	enum turn turn;
	int fault;

	if (v != NULL && (v->flight != NULL || v->is_working))
		return wait_for_it(req);
	if (v != NULL) {
		turn = dispatch_resume(v->ex);
	} else {
		if (is_out_of_turn(req))
			return wait_for_it(req);
		fault = message_fault(req);
		if (fault != 0) {
			message_refuse(req, fault);
			return KORE_RESULT_OK;
		}
		v = visit_new(req);
		turn = dispatch_start(v->ex);
	}
	return visit_go(v, turn) ? KORE_RESULT_OK : wait_for_it(req);
}
