// SPDX-License-Identifier: EUPL-1.2
// states.test.mjs - what the site shows when something goes otherwise: errors
// in a form, two windows, no right, no page, too much text, a session that is
// over, no database; and the pages of nginx itself. Each is checked like every
// other page, and each says what happened where the eye and the ear are.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SIZES, inspect, logIn, open, site, visitor } from './helpers.mjs';
import { CASUS, PLAN, makeThem, send, sendForm, sendTariff, startDraft, token } from './examples.mjs';
import { assertFocus, assertForAll } from './reach.mjs';

let browser, people, roos, nieuw;
before(async () => {
  people = makeThem();
  browser = await open();
  roos = await enter('roos');
  nieuw = await enter('nieuw');
  await startDraft(roos);
});
after(() => browser.close());

async function enter(who) {
  const page = await visitor(browser, 'breed');
  if (people[who]) await logIn(page, people[who]);
  return page;
}

const nobody = () => enter('niemand');

/* A page that pages.test.mjs looks at as well, and a long one. */
const AGAIN = { sizes: ['breed'] };
/* nginx has no stylesheet: in the dark the browser paints, and axe takes what no page painted for white. */
const UNPAINTED = { isLightOnly: true };

/** An answer with this status, this heading, and all that a page must be. */
async function assertState(page, response, status, heading, name, options) {
  assert.equal(response.status(), status, name);
  assert.match(await page.locator('h1').first().innerText(), heading, name);
  await assertForAll(page, name, options);
  await page.setViewportSize(SIZES.breed);
}

/** The same for a form with faults: it begins with a summary that has the focus; each field says its own fault. */
async function assertFaults(page, response, name, fields = [], options = {}) {
  await assertFocus(page, '[role=group][aria-labelledby=fouten]');
  assert.match(await page.title(), /^Fout: /, name);
  for (const id of fields) {
    const field = page.locator(`#${id}`);
    assert.equal(await field.getAttribute('aria-invalid'), 'true', `${name}: ${id}`);
    const says = await field.evaluate((el) => el.getAttribute('aria-describedby').split(' ').map((d) => document.getElementById(d).textContent).join(' '));
    assert.match(says, /\S/, `${name}: ${id}`);
    assert.equal(await page.locator(`.lms-errors a[href="#${id}"]`).count(), 1, `${name}: de lijst leidt naar ${id}`);
  }
  await assertState(page, response, 422, /./, name, options);
}

/** What just happened has the focus: so it is seen and heard. */
async function assertSaid(page, words) {
  await assertFocus(page, '[role=status]');
  assert.match(await page.evaluate(() => document.activeElement.textContent), words);
}

describe('een formulier met fouten', () => {
  it('van het inloggen', { timeout: 180000 }, async () => {
    const page = await nobody();
    await page.goto(`${site}/inloggen`);
    await assertFaults(page, await sendForm(page, 'form'), 'fout-inloggen', ['email', 'wachtwoord']);
    await assertFaults(page, await sendForm(page, 'form', { email: 'niemand@iedereen.example', wachtwoord: 'dit is het niet' }), 'fout-inloggen-niet');
    await page.context().close();
  });

  it('van het wachtwoord', { timeout: 180000 }, async () => {
    await roos.goto(`${site}/account/wachtwoord`);
    const form = 'form[action="/account/wachtwoord"]';
    await assertFaults(roos, await sendForm(roos, form), 'fout-wachtwoord', ['oud', 'nieuw']);
    await assertFaults(roos, await sendForm(roos, form, { oud: 'dit is het niet', nieuw: 'kano druppel fietsbel', nogmaals: 'kano druppel fietsbel' }), 'fout-wachtwoord-oud');
  });

  it('van een regel, een kans, een actie en een argument', { timeout: 240000 }, async () => {
    await roos.goto(`${site}${PLAN}/rendement?scenario=dreigend&tarief=WON-ONTR#regel`);
    await assertFaults(roos, await sendForm(roos, '#regel', { hoeveelheid: 'veel' }), 'fout-regel', ['hoeveelheid'], AGAIN);
    await roos.goto(`${site}${PLAN}/rendement`);
    await assertFaults(roos, await sendForm(roos, 'form:has(#kans_dreigend)', { kans_dreigend: 'vast wel' }), 'fout-kans', ['kans_dreigend'], AGAIN);
    await roos.goto(`${site}${PLAN}/actieplan`);
    await assertFaults(roos, await sendForm(roos, '#actie'), 'fout-actie', ['wat']);
  });

  it('van een vraag zonder antwoord', { timeout: 180000 }, async () => {
    await nieuw.goto(`${site}/cursus/de-basis/zes-stappen`);
    await assertFaults(nieuw, await sendForm(nieuw, '[data-vraag]'), 'fout-vraag');
  });

  it('van een tabel met tarieven', { timeout: 180000 }, async () => {
    const page = await enter('beheerder');
    await assertFaults(page, await sendTariff(page, 'code;naam\nX;Y'), 'fout-tarieven');
    const shown = await sendTariff(page);
    await assertState(page, shown, 200, /./, 'tarieven-verschil');
    await sendForm(page, 'main form');
    await assertSaid(page, /geladen|gebruik/);
    await page.context().close();
  });

  it('van een plan dat nog niet af is', { timeout: 180000 }, async () => {
    await nieuw.goto(site + CASUS);
    await send(nieuw, PLAN, { csrf: await token(nieuw) });
    await nieuw.goto(`${site}${PLAN}/inleveren`);
    const revisie = await nieuw.locator('[name=revisie]').first().inputValue();
    await assertFaults(nieuw, await send(nieuw, `${PLAN}/inleveren`, { csrf: await token(nieuw), revisie }), 'fout-inleveren');
  });
});

describe('iets anders dan verwacht', () => {
  it('twee vensters met één tekst: beide staan er', { timeout: 180000 }, async () => {
    await roos.goto(`${site}${PLAN}/huishouden`);
    const r = await sendForm(roos, 'form[data-autosave]', { basis_situatie: 'leeg', situatie: 'Een vader alleen.' });
    await assertFocus(roos, '[role=group][aria-labelledby=fouten]');
    await assertState(roos, r, 409, /./, 'twee-vensters');
  });

  it('een plan dat al is ingeleverd: wat is geschreven, staat er om mee te nemen', { timeout: 180000 }, async () => {
    const page = await enter('anouk');
    await page.goto(site + CASUS);
    await send(page, PLAN, { csrf: await token(page) });
    await page.goto(`${site}${PLAN}/huishouden`);
    execFileSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', process.env.LEER_DATABASE, '-c', `UPDATE plan_version v SET handed_in_at = now()
      FROM plan p JOIN person m ON m.id = p.person_id WHERE p.id = v.plan_id AND m.email LIKE 'anouk@%'`]);
    await assertState(page, await sendForm(page, 'form[data-autosave]', { situatie: 'Te laat geschreven.' }), 409, /Dit plan is al ingeleverd/, 'al-ingeleverd');
    await page.context().close();
  });

  it('geen recht, geen pagina, een verkeerd adres, een oud formulier', { timeout: 240000 }, async () => {
    const page = await nobody();
    await assertState(roos, await roos.goto(`${site}/team`), 403, /Deze pagina is niet voor jou/, '403');
    await assertState(roos, await roos.goto(`${site}/cursus/bestaat-niet`), 404, /Deze pagina is er niet/, '404');
    await assertState(page, await page.goto(`${site}/bestaat-niet`), 404, /Deze pagina is er niet/, '404-niemand');
    await assertState(roos, await roos.goto(`${site}/uitloggen`), 405, /Dit adres werkt anders/, '405');
    await roos.goto(site);
    await assertState(roos, await send(roos, '/uitloggen', { csrf: 'oud' }), 403, /Dit formulier is verlopen/, '403-formulier');
    await roos.goto(site);
    await assertState(roos, await send(roos, `${PLAN}/huishouden`, { csrf: 'oud', situatie: 'Een tekst van net.' }), 403, /Is deze tekst van jou/, '403-tekst');
    await page.context().close();
  });

  it('te veel tekst', { timeout: 180000 }, async () => {
    await roos.goto(`${site}${PLAN}/huishouden`);
    const words = 'woord '.repeat(10000);
    const r = await sendForm(roos, 'form[data-autosave]', { situatie: words });
    assert.ok(r.status() === 413 || r.status() === 422, `${r.status()}`);
    if (r.status() === 422) await assertFaults(roos, r, 'te-lang', ['situatie']);
    else await assertState(roos, r, 413, /Dit is te veel tekst/, 'te-lang');
    await roos.goto(site);
    await assertState(roos, await send(roos, `${PLAN}/huishouden`, { csrf: await token(roos), situatie: words.repeat(10) }), 413, /Dit is te groot/, '413-nginx', UNPAINTED);
  });
});

describe('een sessie die over is', () => {
  it('de gegevens staan in het inloggen, ook na een fout; dan één knop', { timeout: 240000 }, async () => {
    const page = await enter('roos');
    await page.goto(`${site}${PLAN}/toekomst`);
    execFileSync('psql', ['-X', '-q', '-d', process.env.LEER_DATABASE, '-c', 'UPDATE session SET expires_at = now() - interval \'1 minute\'']);
    const r = await sendForm(page, 'form[data-autosave]', { wens: 'Samen in één huis.' });
    await assertSaid(page, /Wat je net verstuurde, is niet weg/);
    await assertState(page, r, 401, /Inloggen/, 'sessie-over');
    await assertFaults(page, await sendForm(page, 'form', { email: people.roos.email, wachtwoord: 'dit is het niet' }), 'sessie-over-fout');
    await sendForm(page, 'form', { email: people.roos.email, wachtwoord: people.roos.password });
    assert.match(await page.locator('h1').innerText(), /Je bent weer ingelogd/);
    await assertForAll(page, 'weer-ingelogd');
    await page.setViewportSize(SIZES.breed);
    await sendForm(page, 'main form');
    await page.goto(`${site}${PLAN}/toekomst`);
    assert.equal(await page.locator('[name=wens]').inputValue(), 'Samen in één huis.');
    roos = page;
    nieuw = await enter('nieuw');
  });

  it('wie uitlogt of overal uitlogt, hoort dat', { timeout: 180000 }, async () => {
    for (const [path, words] of [['/uitloggen', /uitgelogd/], ['/account/overal-uitloggen', /overal uitgelogd/]]) {
      const page = await enter('nieuw');
      await page.goto(`${site}/account`);
      await sendForm(page, `form[action="${path}"]`);
      await assertSaid(page, words);
      await inspect(page, `na${path.replaceAll('/', '-')}`);
      await page.context().close();
    }
  });
});

describe('nginx zelf', () => {
  const file = (code) => readFileSync(new URL(`../../conf/nginx-pages/${code}.html`, import.meta.url), 'utf8');

  it('heeft pagina’s die iedereen kan lezen, met de weg naar de verklaring', { timeout: 240000 }, async () => {
    const page = await nobody();
    const real = await page.goto(`${site}/assets/bestaat-niet.css`);
    await assertState(page, real, 404, /Dit bestand is er niet/, 'nginx-404', UNPAINTED);
    // The others do not come at will: the same file, with the headers of a real one.
    for (const code of [400, 413, 429, 503]) {
      await page.route(`**/nginx-${code}`, (route) => route.fulfill({ status: code, headers: real.headers(), body: file(code) }));
      await assertState(page, await page.goto(`${site}/nginx-${code}`), code, /./, `nginx-${code}`, UNPAINTED);
    }
    for (const code of [400, 404, 413, 429, 503]) {
      assert.match(file(code), /<title>.+ – Doorbraakmethode<\/title>/, `${code}`);
      assert.match(file(code), /<footer>\s*<p><a href="\/toegankelijkheid">/, `${code}`);
    }
    await page.context().close();
  });
});

describe('zonder database', () => {
  const control = (act) => execFileSync('sh', ['-c', `${process.env.LEER_PG_CTL} ${act}`], { stdio: 'ignore' });

  it('staat er wat er is, en wat is geschreven', { timeout: 240000 }, async () => {
    await roos.goto(`${site}${PLAN}/doorbraak`);
    control('stop');
    try {
      await assertState(roos, await sendForm(roos, 'form[data-autosave]', { hindernis: 'De regel zegt nee.' }), 503, /Even geduld/, '503-geschreven');
      assert.ok((await roos.locator('main').innerText()).includes('De regel zegt nee.'));
      await assertState(roos, await roos.goto(`${site}${PLAN}/doorbraak`), 503, /Even geduld/, '503');
    } finally {
      control('start');
    }
  });
});
