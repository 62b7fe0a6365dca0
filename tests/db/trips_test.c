/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * trips_test.c - how often each route goes to PostgreSQL. Every route of the
 * site is walked with a real session, real parameters and the real courses;
 * the driver below stands where server/ stands, and counts.
 */
#include "content/library.h"
#include "store/plan.h"
#include "store/plan_part.h"
#include "web/dispatch.h"
#include "web/routes.h"

#include "check.h"
#include "db/db.h"
#include "db/peer_acts.h"

static struct library *library;
static const char PASSWORD[] = "lente-in-den-haag";

/* Everything that a route may need is there, and Ali made it. */
struct sample {
	const struct course *course;
	const struct module *module;
	const struct casus *casus;
	const char *email;
	const char *page; /* of the plan */
};

/* --- the driver ----------------------------------------------------------- */

struct walk {
	int trips;
	struct exchange *ex; /* owned by its own arena: walk_end */
};

static void
walk(struct walk *walk, struct world *w, struct exchange *ex)
{
	enum turn turn = dispatch_start(ex);

	*walk = (struct walk){.ex = ex};
	while (turn != TURN_ANSWER) {
		if (turn == TURN_ASK) {
			enum status status = batch_run(ex->batch, w->app);

			walk->trips++;
			(void)status; /* dispatch reads it from the batch */
		} else {
			dispatch_work(ex);
		}
		turn = dispatch_resume(ex);
	}
}

/* --- requests ------------------------------------------------------------- */

static const char *
value_of(struct world *w, const struct sample *site, const char *name, size_t len)
{
	const struct {
		const char *name, *value;
	} VALUES[] = {
	    {"cursus", site->course->slug},
	    {"module", site->module->slug},
	    {"casus", site->casus->slug},
	    {"document", site->casus->documents[0].slug},
	    {"persoon", db_text(w, w->ali.id)},
	    {"nummer", "1"},
	    {"pagina", site->page},
	    {"bestand", "eigen.csv"},
	    {"plek", "1"},
	    {"lezer", "1"},
	    {"team", db_text(w, w->north)},
	    {"code", library->laws[0].code},
	    {"artikel", "1"},
	};

	for (size_t i = 0; i < sizeof(VALUES) / sizeof(VALUES[0]); i++)
		if (strlen(VALUES[i].name) == len &&
		    memcmp(VALUES[i].name, name, len) == 0)
			return VALUES[i].value;
	fail_msg("give :%.*s a value in this test", (int)len, name);
	return NULL;
}

static const char *
path_of(struct world *w, const struct sample *site, const char *pattern)
{
	const char *out = "";

	while (*pattern != '\0') {
		size_t len = strcspn(pattern, ":");

		out = arena_printf(w->arena, "%s%.*s", out, (int)len, pattern);
		pattern += len;
		if (*pattern == ':') {
			len = strcspn(++pattern, "/");
			out = arena_printf(w->arena, "%s%s", out,
			    value_of(w, site, pattern, len));
			pattern += len;
		}
	}
	return out;
}

static bool
ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return n >= m && strcmp(text + n - m, end) == 0;
}

/* A table of tariffs with one row, as a form sends it. */
#define TABLE                                                                  \
	"code;omschrijving;eenheid;tarief;prijspeil_jaar;domein;wet;betaler;" \
	"bron;zekerheid%0D%0AA1;Hulp;uur;1;2026;zorg;Zvw;rijk;b;published"

/* A judgement with nothing in it: each field and its stamp. */
static const char *
judgement_fields(struct world *w, const struct sample *site)
{
	const struct rubric_field *fields;
	size_t n = rubric_fields(&fields, w->arena, site->course->rubric);
	const char *out = "";

	for (size_t i = 0; i < n; i++)
		out = arena_printf(w->arena, "%s&%s=&basis_%s=leeg", out,
		    fields[i].name, fields[i].name);
	return out;
}

/* What the forms of the plan send; none matches: only the token. */
static const char *
plan_fields(struct world *w, const struct sample *site, const char *path)
{
	static const struct {
		const char *end, *fields;
	} FORMS[] = {
	    {"/gesprek", "&na=0&gesprek=08-gesprek-jeugdhulp"},
	    {"/gesprek/opnieuw", "&na=1"},
	    {"/hulp", "&regel=wens-marlies&niveau=1"},
	    {"/:nummer/expert", "&deel=plan"},
	    {"/team/:persoon/:cursus/:casus/:nummer/reactie",
		"&passage=tekst:wens&opmerking=x&basis=leeg"},
	    {"/:nummer/stuur",
		"&uitkomst=klaar&woorden=&basis=leeg&gezien=leeg&ronde=1"},
	    {"/:nummer/haal-terug", "&ronde=1"},
	    {"/:nummer/antwoord",
		"&regel=wens-marlies&klopt=nee&basis=leeg&antwoord=x"},
	    {"/plan/inleveren", "&revisie=0"},
	    {"/rendement/neem-over", "&scenario=huidig&id=c1"},
	    {"/rendement/dossier", "&regel=alles&id=d1"},
	    {"/rendement/verandert",
		"&scenario=dreigend&id=v1&jaren=1&wat_r1=door&hoe_r1="
		"&gelezen_r1=&eenheid_r1=uur"},
	    {"/rendement/ongedaan", "&scenario=huidig&id=c1"},
	    {"/plan/meenemen", "&id=i1&revisie=0&vervang=ja"},
	    {"/meenemen/ongedaan", "&id=i1"},
	    {"/geschiedenis/terug", "&tekst=wens&id=1&basis=leeg"},
	    {"/rendement/kans", "&kans_dreigend=50&basis_kans_dreigend=leeg"},
	    {"/actieplan/actie", "&id=a1&basis=leeg&wat=bel&wie=noor&wanneer=nu"},
	    {"/ontvangen/:lezer", "&geholpen=ja&terug=dank"},
	    {"/plan/:pagina", "&revisie=0&kans_uitleg=x&rendement=y"},
	    {"/:pagina/verwijder", "&id=r1&basis=leeg"},
	    {"/:pagina/terug", "&id=r1&basis=leeg"},
	    {"/beheer/tarieven/laad", "&id=t3&basis=2&tabel=" TABLE},
	    {"/beheer/tarieven/terug", "&id=t4&basis=3&nummer=1"},
	    {"/beheer/artikelen/:artikel",
		"&id=w1&basis=1&soort=verordening&regeling=R&artikel=1"
		"&kernzin=k&wanneer=w&helpt_niet=h&hindernissen=z"
		"&domein=werk&link=&stand=1-7-2026"},
	    {"/:artikel/intrekken", "&id=w2&basis=2&wat=intrekken"},
	};
	const char *tariff = site->casus->tariffs[0].code;
	const char *law = library->laws[0].code;

	if (ends_with(path, "/rendement/regel"))
		return arena_printf(w->arena,
		    "&id=r1&basis=leeg&scenario=huidig&tarief=%s&persoon=HH&hoeveelheid=1"
		    "&per=maand&duur_aantal=12&duur_eenheid=maand"
		    "&start_maand=1&betaler=gemeente",
		    tariff);
	if (ends_with(path, "/lezen/:plek"))
		return judgement_fields(w, site);
	if (ends_with(path, "/team/samen-lezen"))
		return arena_printf(w->arena,
		    "&team=%s&cursus=%s&casus=%s&open=ja",
		    db_text(w, w->north), site->course->slug,
		    site->casus->slug);
	if (ends_with(path, "/versie/:nummer/reactie"))
		return arena_printf(w->arena,
		    "&van=%s-1&passage=tekst:wens&antwoord=x&basis=leeg",
		    db_text(w, w->coach.id));
	if (ends_with(path, "/legitimiteit/kies"))
		return arena_printf(w->arena, "&revisie=1&code=%s", law);
	if (ends_with(path, "/legitimiteit/argument"))
		return arena_printf(
		    w->arena, "&code=%s&revisie=99&ruimte=x", law);
	for (size_t i = 0; i < sizeof(FORMS) / sizeof(FORMS[0]); i++)
		if (ends_with(path, FORMS[i].end))
			return FORMS[i].fields;
	return "";
}

/* What the form of this route sends, beside its token. */
static const char *
fields_of(struct world *w, const struct sample *site, const struct route *route)
{
	const struct question *q = site->module->questions[0];

	if (strcmp(route->path, "/inloggen") == 0)
		return arena_printf(
		    w->arena, "&email=%s&wachtwoord=%s", site->email, PASSWORD);
	if (strcmp(route->path, "/account/wachtwoord") == 0)
		return arena_printf(w->arena,
		    "&oud=%s&nieuw=een+kat+op+het+dak"
		    "&nogmaals=een+kat+op+het+dak",
		    PASSWORD);
	if (ends_with(route->path, "/organisatie"))
		return arena_printf(
		    w->arena, "&organisatie=%s", db_text(w, w->town));
	if (ends_with(route->path, "/:module/antwoord"))
		return arena_printf(w->arena,
		    "&vraag=%s&versie=%s&poging=1&keuze=1", q->id, q->version);
	return plan_fields(w, site, route->path);
}

/* Whoever may use the route, with a session of their own. */
static struct person
user_of(struct world *w, enum access access)
{
	struct person p = access == COACH   ? w->coach
			  : access == ADMIN ? w->admin
					    : w->ali;

	if (access != ANYONE)
		db_log_in(w, &p, w->town);
	else
		token_new(p.token);
	return p;
}

static struct exchange *
request(struct world *w, const struct sample *site, const struct route *route)
{
	struct exchange *ex = exchange_new(library);
	struct person p = user_of(w, route->access);

	ex->method = route->method;
	ex->path = path_of(w, site, route->path);
	ex->now_s = 1795439000;
	ex->contact = "mailto:meld@voorbeeldstad.example";
	if (ends_with(route->path, "/uitleg"))
		ex->query = "cijfer=scenarios.huidig.totaal";
	if (ends_with(route->path, "/som") || ends_with(route->path, "/lees"))
		ex->part = "vers"; /* only a script asks for it */
	ex->cookie = arena_printf(ex->arena, "__Host-%s=%s",
	    route->access == ANYONE ? "bezoeker" : "sid", p.token);
	if (route->method == POST) {
		ex->content_type = "application/x-www-form-urlencoded";
		ex->body = arena_printf(ex->arena, "csrf=%s%s",
		    token_for_forms(ex->arena, p.token),
		    fields_of(w, site, route));
		ex->body_len = strlen(ex->body);
	}
	return ex;
}

/* What the coach wrote about version 1, and sent. */
static void
make_review(struct world *w)
{
	const char *v[] = {db_text(w, w->ali.id), db_text(w, w->coach.id)};

	db_sql(w,
	    "INSERT INTO plan_review (organisation_id, plan_id, number,"
	    " reviewer_id, round, outcome, sent_at)"
	    " SELECT organisation_id, id, 1, $2, 1, 'opmerkingen', now()"
	    " FROM plan WHERE person_id = $1",
	    2, v);
	db_sql(w,
	    "INSERT INTO plan_review_note (organisation_id, plan_id, number,"
	    " reviewer_id, round, passage, text)"
	    " SELECT organisation_id, id, 1, $2, 1, 'tekst:wens', 'Hoe?'"
	    " FROM plan WHERE person_id = $1",
	    2, v);
}

/* A plan of Ali with version 1 handed in and version 2 a draft. */
static struct sample
make_site(struct world *w)
{
	struct sample site = {
	    .course = &library->courses[0], .page = "rendement"};
	struct plan_key key = {.token_hash = w->ali.token_hash};
	char hash[PASSWORD_HASH_BYTES];
	const char *v[] = {db_text(w, w->ali.id), hash};
	struct batch *b;

	site.module = &site.course->modules[0];
	site.casus = &site.course->casussen[0];
	key.course = site.course->slug;
	key.casus = site.casus->slug;
	b = db_as(w, &w->ali);
	plan_ask_start(b, &key, 1, "0");
	db_run_ok(w, b);
	b = db_as(w, &w->ali);
	plan_ask_hand_in(b, &key, 0, "algemeen-1");
	db_run_ok(w, b);
	b = db_as(w, &w->ali);
	plan_ask_revise(b, &key);
	db_run_ok(w, b);
	db_read_each_other(w, site.course->slug, site.casus->slug);
	make_review(w);
	/* The town's own tariffs are at version 2. */
	db_sql(w,
	    "INSERT INTO tariff_table (organisation_id, number, id, row_count)"
	    " SELECT organisation_id, n, 't' || n, 0 FROM membership,"
	    " generate_series(1, 2) n WHERE person_id = $1",
	    1, v);
	/* And it has an article of its own. */
	db_sql(w,
	    "INSERT INTO local_law (organisation_id, number, version, id,"
	    " is_withdrawn, soort, regeling, artikel, kernzin, wanneer,"
	    " helpt_niet, link, stand, domein, hindernissen)"
	    " SELECT organisation_id, 1, 1, 'w0', false, 'verordening', 'r',"
	    " '1', 'k', 'w', 'h', '', '2026-07-01', 'werk', '{z}'"
	    " FROM membership WHERE person_id = $1",
	    1, v);
	assert_true(password_hash(hash, PASSWORD));
	site.email = PQgetvalue(db_sql(w,
				    "UPDATE person SET password_hash = $2,"
				    " email = 'ali' || id || '@x.example'"
				    " WHERE id = $1 RETURNING email",
				    2, v),
	    0, 0);
	return site;
}

/* --- the tests ------------------------------------------------------------ */

static void
every_route_uses_the_trips_that_it_says(void **state)
{
	struct world *w = *state;
	struct sample site = make_site(w);

	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		const struct route *route = &ROUTES[i];
		struct walk done;
		int code;

		walk(&done, w, request(w, &site, route));
		code = done.ex->response.code;
		if (done.trips > route_trips(route))
			fail_msg("%s: %d trips, not %d", route->path,
			    done.trips, route_trips(route));
		if (code == 400 || code == 401 || code == 403 || code == 404 ||
		    code >= 500)
			fail_msg("%s %s: %d", route->path, done.ex->path, code);
		arena_free(done.ex->arena);
	}
}

/* A page that could be shown was really asked for. */
static void
every_page_is_shown_after_its_trips(void **state)
{
	struct world *w = *state;
	struct sample site = make_site(w);

	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		const struct route *route = &ROUTES[i];
		struct walk done;

		if (route->method != GET)
			continue;
		walk(&done, w, request(w, &site, route));
		if (done.ex->response.code != 200 ||
		    done.trips != route_trips(route))
			fail_msg("%s: %d after %d trips", done.ex->path,
			    done.ex->response.code, done.trips);
		arena_free(done.ex->arena);
	}
}

static void
logging_in_takes_two_trips(void **state)
{
	struct world *w = *state;
	struct sample site = make_site(w);

	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		struct walk done;

		if (ROUTES[i].method != POST || ROUTES[i].access != ANYONE)
			continue;
		assert_string_equal(ROUTES[i].path, "/inloggen");
		walk(&done, w, request(w, &site, &ROUTES[i]));
		assert_int_equal(done.ex->response.code, 303);
		assert_int_equal(done.trips, 2);
		arena_free(done.ex->arena);
	}
}

static void
saving_an_answer_is_one_trip(void **state)
{
	struct world *w = *state;
	struct sample site = make_site(w);
	int found = 0;

	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		struct walk done;

		if (!ends_with(ROUTES[i].path, "/:module/antwoord"))
			continue;
		found++;
		walk(&done, w, request(w, &site, &ROUTES[i]));
		assert_int_equal(done.ex->response.code, 303);
		assert_int_equal(done.trips, 1);
		arena_free(done.ex->arena);
	}
	assert_int_equal(found, 1);
}

/* Fills the draft with what is required, and gives its revision. */
static int64_t
finish_plan(struct world *w, const struct sample *site)
{
	const struct plan_key key = {.token_hash = w->ali.token_hash,
	    .course = site->course->slug,
	    .casus = site->casus->slug};
	static const struct plan_payer PAYER = {"gemeente", NULL};
	static const struct plan_action ACTION = {"a1", "bel", "noor", "nu"};
	const char *fields[FIELD_COUNT], *texts[FIELD_COUNT],
	    *bases[FIELD_COUNT];
	const struct plan_texts all = {FIELD_COUNT, fields, texts, bases, 0};
	struct plan_line line = {.persoon = "HH", .code = "x", .wet = "x",
	    .omschrijving = "x", .domein = "x", .aard = "dienst",
	    .rol = "lopend", .tarief_eurocent = 100, .eenheid = "stuk",
	    .zekerheid = "published", .kasstroom = "variabel",
	    .prijspeil_jaar = 2026, .hoeveelheid = "1", .per = "eenmalig",
	    .start_maand = 1, .payer_count = 1, .payers = &PAYER};
	struct batch *b = db_as(w, &w->ali);

	for (int f = 0; f < FIELD_COUNT; f++) {
		fields[f] = plan_field_name((enum plan_field)f);
		texts[f] = "x";
		bases[f] = PLAN_NO_STAMP;
	}
	plan_ask_save(b, &key, &all);
	db_run_ok(w, b);
	for (int s = 0; s < SCENARIO_COUNT; s++) {
		line.id = scenario_name((enum scenario)s);
		line.scenario = (enum scenario)s;
		b = db_as(w, &w->ali);
		plan_ask_put_line(b, &key, PLAN_NO_STAMP, &line);
		db_run_ok(w, b);
	}
	b = db_as(w, &w->ali);
	plan_ask_put_article(b, &key, 0, library->laws[0].code);
	db_run_ok(w, b);
	b = db_as(w, &w->ali);
	plan_ask_put_action(b, &key, PLAN_NO_STAMP, &ACTION);
	db_run_ok(w, b);
	return plan_read_saved(b, QUERY_PLAN_ACTION_PUT).revision;
}

/* The second trip is only for a plan that is complete. */
static void
handing_in_takes_two_trips_once_it_is_complete(void **state)
{
	struct world *w = *state;
	struct sample site = make_site(w);
	int64_t revision = finish_plan(w, &site);
	int found = 0;

	for (size_t i = 0; i < ROUTE_COUNT; i++) {
		static const int TRIPS[] = {2, 1}; /* then once more */
		const char *form;

		if (!ends_with(ROUTES[i].path, "/plan/inleveren"))
			continue;
		found++;
		form = arena_printf(
		    w->arena, "%lld", (long long)revision);
		for (int n = 0; n < 2; n++) {
			struct exchange *ex = request(w, &site, &ROUTES[i]);
			struct walk done;

			ex->body = arena_printf(ex->arena, "%.*s%s",
			    (int)(ex->body_len - 1), ex->body, form);
			ex->body_len = strlen(ex->body);
			walk(&done, w, ex);
			assert_int_equal(done.ex->response.code, 303);
			assert_int_equal(done.trips, TRIPS[n]);
			arena_free(ex->arena);
		}
	}
	assert_int_equal(found, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    DB_TEST(every_route_uses_the_trips_that_it_says),
	    DB_TEST(every_page_is_shown_after_its_trips),
	    DB_TEST(logging_in_takes_two_trips),
	    DB_TEST(saving_an_answer_is_one_trip),
	    DB_TEST(handing_in_takes_two_trips_once_it_is_complete),
	};
	struct arena *a = arena_new();
	struct content_faults faults = {0};

	if (!secret_start() ||
	    library_open(&library, "courses", a, &faults) != ST_OK) {
		for (size_t i = 0; i < faults.count; i++)
			fprintf(stderr, "%s:%d: %s\n", faults.fault[i].file,
			    faults.fault[i].line, faults.fault[i].text);
		return 1;
	}
	arena_free(a);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
