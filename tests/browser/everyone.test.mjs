// SPDX-License-Identifier: EUPL-1.2
// everyone.test.mjs - the path for everyone: by keyboard alone, with and
// without JavaScript; then every page small, large, dark, in forced colours
// and on paper, and with the names that a screen reader says.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { axeFaults, makePeople, open, shoot, site, visitor } from './helpers.mjs';
import { assertFocus, assertNames, assertPlace, go, skip, tabTo, write } from './reach.mjs';

const MODULES = ['waarom-maatwerk', 'waardendriehoek', 'zes-stappen', 'wet-als-instrument'].map((m) => `/cursus/de-basis/${m}`);
const CASUS = '/cursus/de-basis/casus/dreigende-ontruiming';

let browser, people;
before(async () => {
  people = makePeople('Gemeente Iedereen', { ilja: 'cursist', bo: 'cursist', maud: 'coach' });
  browser = await open();
});
after(() => browser.close());

const main = (page) => page.locator('main');
const button = (page, name) => main(page).getByRole('button', { name });
const link = (page, name) => main(page).getByRole('link', { name });
const at = (page, path) => page.waitForURL((url) => url.pathname.endsWith(path));

async function enter(page, who) {
  await page.goto(`${site}/inloggen`);
  await skip(page, 'main');
  await write(page, page.getByLabel('E-mailadres'), who.email);
  await write(page, page.getByLabel('Wachtwoord'), 'dit is het niet');
  await page.keyboard.press('Enter');
  await assertFocus(page, '.lms-errors');
  assert.match(await page.title(), /^Fout: Inloggen/);
  await write(page, page.getByLabel('Wachtwoord'), who.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mijn leeromgeving' }).waitFor();
}

async function readAndAnswer(page) {
  await go(page, link(page, /^Begin/));
  await at(page, MODULES[0]);
  const question = page.locator('.lms-question').first();
  const id = await question.getAttribute('id');
  await go(page, button(page, /^Kijk na ?: vraag 1/));
  await assertFocus(page, page.hasScript ? `#${id}-hoe` : '.lms-errors');
  if (!page.hasScript) {
    assert.match(await page.title(), /^Fout: /);
    await go(page, link(page, /^Kies eerst/));
  }
  await go(page, question.locator('input:not([type=hidden])'), 'Space');
  await go(page, button(page, /^Kijk na ?: vraag 1/));
  await assertFocus(page, `#${id}-uitslag`);
  // Past all that can be reached in a module once; else by its list of contents.
  if (!page.hasScript) {
    await tabTo(page, link(page, 'Waar sta je?'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await assertFocus(page, '#score');
  }
  await go(page, button(page, 'Gelezen'));
  await assertFocus(page, '#score');
  await page.goto(site);
  await go(page, link(page, /^Oefencasus/));
  await at(page, CASUS);
}

/** From the top of a step; or, on a page where something was done already, from there. */
async function writeStep(page, name, fields, isOnTop = true) {
  await at(page, `/plan/${name}`);
  if (isOnTop) await skip(page, '#werk');
  for (const field of fields) await write(page, page.locator(`#${field}`), `Tekst van ${field}.`);
  await go(page, button(page, /^Opslaan en na/));
}

async function pickArticle(page) {
  await at(page, '/plan/legitimiteit');
  await skip(page, '#werk');
  await write(page, page.getByLabel('Wat houdt je tegen?'), 'schuld zeer dringende');
  if (!page.hasScript) {
    await page.keyboard.press('Enter');
    await assertFocus(page, '#zoeken');
  }
  await go(page, button(page, /^Kies Participatiewet, artikel 49/));
  await assertFocus(page, '#artikel-PW-49-b');
  await write(page, page.locator('textarea[name=argument]'), 'Anders volgt ontruiming.');
  await go(page, button(page, /^Opslaan ?: Participatiewet/));
  await assertFocus(page, '#artikel-PW-49-b');
  await writeStep(page, 'legitimiteit', ['legitimiteit'], false);
}

/** A line from the list of tariffs, for this scenario; first with a fault, if that is asked. */
async function addLine(page, scenario, withFault) {
  await go(page, link(page, new RegExp(`^${scenario}`)));
  await page.getByRole('heading', { level: 2, name: scenario }).waitFor();
  await write(page, page.getByLabel('Zoek een tarief'), 'begeleiding regulier');
  await page.keyboard.press('Enter');
  await assertFocus(page, '#tarieven');
  await go(page, link(page, /^Individuele begeleiding regulier/));
  await assertFocus(page, '#regel');
  if (withFault) {
    await write(page, page.locator('#hoeveelheid'), 'veel');
    await page.keyboard.press('Enter');
    await assertFocus(page, '.lms-errors');
    assert.match(await page.title(), /^Fout: Rendement/);
    await go(page, main(page).locator('.lms-errors a').first());
    await assertFocus(page, '#hoeveelheid');
  }
  await write(page, page.locator('#hoeveelheid'), '2');
  await tabTo(page, page.locator('#persoon'));
  await page.keyboard.press('ArrowDown');
  await go(page, button(page, 'Zet in de som'));
  await assertFocus(page, '.lms-line[id^=regel-]');
}

async function makeSum(page) {
  await at(page, '/plan/rendement');
  await skip(page, '#werk');
  for (const scenario of ['Huidig', 'Dreigend', 'Doorbraak']) await addLine(page, scenario, scenario === 'Dreigend');
  await go(page, button(page, /^Verwijder Individuele/));
  await assertFocus(page, '#verwijderd');
  await go(page, button(page, /^Zet terug/));
  await assertFocus(page, '.lms-line[id^=regel-]');
  await go(page, link(page, 'Sla de lijst met tarieven over'));
  await assertFocus(page, '#kans');
  await write(page, page.locator('#kans_dreigend'), '50');
  await page.keyboard.press('Enter');
  await assertFocus(page, '#kans');
  await writeStep(page, 'rendement', ['kans_uitleg', 'rendement'], false);
}

async function planAction(page) {
  await at(page, '/plan/actieplan');
  await skip(page, '#werk');
  for (const [label, text] of [['Wat gebeurt er?', 'Bellen'], ['Wie doet het?', 'Ilja'], ['Wanneer is het klaar?', 'Morgen']]) {
    await write(page, page.getByLabel(label), text);
  }
  await page.keyboard.press('Enter');
  await assertFocus(page, '.lms-line[id^=actie-]');
  await writeStep(page, 'actieplan', ['plan_b'], false);
}

async function makePlan(page) {
  await go(page, button(page, 'Begin je plan'));
  for (const [name, fields] of Object.entries({ huishouden: ['situatie', 'knelt'], toekomst: ['wens', 'perspectief'],
    doorbraak: ['hindernis', 'doorbraak'], overzicht: ['zelf', 'hulp'] })) await writeStep(page, name, fields);
  await writeStep(page, 'onderbouwing', ['betrokkenheid', 'weging']);
  await pickArticle(page);
  await makeSum(page);
  await planAction(page);
  await at(page, '/plan/inleveren');
  await skip(page, '#werk');
  await go(page, button(page, 'Lever je plan in'));
  await page.waitForURL(/plan\/versie\/1$/);
  await page.getByRole('heading', { level: 1, name: 'Feedback op je plan' }).waitFor();
}

describe('met alleen het toetsenbord', () => {
  for (const [who, javaScriptEnabled] of [['ilja', true], ['bo', false]]) {
    it(`gaat een cursist ${javaScriptEnabled ? 'met' : 'zonder'} JavaScript van inloggen naar feedback`, { timeout: 180000 }, async () => {
      const page = await visitor(browser, 'breed', { javaScriptEnabled, reducedMotion: 'reduce' });
      await enter(page, people[who]);
      await readAndAnswer(page);
      await makePlan(page);
      page.faults.length = 0; // the browser reports each 422 itself
      await page.context().close();
    });
  }
});

// --- every page, as different people meet it -----------------------------------

const DRAFT = ['huishouden', 'toekomst', 'doorbraak', 'overzicht', 'onderbouwing', 'legitimiteit', 'rendement',
  'rendement?scenario=dreigend&tarief=WON-ONTR', 'actieplan', 'inleveren'].map((p) => `${CASUS}/plan/${p}`);
const OPEN = ['/inloggen', '/over', '/toegankelijkheid', '/bestaat-niet'];
const LEARNER = ['/', '/cursus/de-basis', '/cursus/de-basis/begrippen', ...MODULES, CASUS, `${CASUS}/document/02-aankondiging-ontruiming`, ...DRAFT,
  `${CASUS}/plan/versie/1`, '/account'];

async function logIn(page, who) {
  await page.goto(`${site}/inloggen`);
  await page.getByLabel('E-mailadres').fill(who.email);
  await page.getByLabel('Wachtwoord').fill(who.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mijn leeromgeving' }).waitFor();
}

const nameOf = (path) => path.replace(CASUS, 'casus').replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'thuis';

/** A phone in the dark: axe, names and place at 320 pixels; then twice as large, with wide letters. */
async function checkPage(page, name) {
  await page.setViewportSize({ width: 320, height: 640 });
  await shoot(page, name);
  await assertPlace(page, name);
  await assertNames(page, name);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 320, height: Math.min(height + 10, 16000) });
  const found = await axeFaults(page);
  assert.deepEqual(found, [], `${name}: axe vindt in het donker\n  ${found.join('\n  ')}`);
  await page.setViewportSize({ width: 640, height: 450 });
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [sheet];
  });
  await assertPlace(page, `${name} met ruime letters`);
}

async function checkPages(page, paths) {
  const faults = [];
  for (const path of paths) {
    await page.goto(site + path);
    await checkPage(page, nameOf(path)).catch((error) => faults.push(error.message));
  }
  assert.equal(faults.join('\n'), '');
}

describe('klein, groot, donker en voorgelezen', () => {
  const night = { colorScheme: 'dark', reducedMotion: 'reduce' };

  it('is elke open pagina goed, ook met een fout', { timeout: 120000 }, async () => {
    const page = await visitor(browser, 'telefoon', night);
    await checkPages(page, OPEN);
    await page.goto(`${site}/inloggen`);
    await page.locator('form').first().evaluate((form) => { form.noValidate = true; });
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Inloggen' }).press('Enter');
    await page.locator('.lms-errors').waitFor();
    await checkPage(page, 'inloggen-fout');
    await page.context().close();
  });

  it('is elke pagina van een cursist goed', { timeout: 240000 }, async () => {
    const page = await visitor(browser, 'telefoon', night);
    await logIn(page, people.ilja);
    await page.goto(`${site}${CASUS}/plan/versie/1`);
    await button(page, 'Verbeter je plan in een nieuwe versie').press('Enter');
    await at(page, '/plan/huishouden');
    await checkPages(page, LEARNER);
    await page.context().close();
  });

  it('is elke pagina van een coach goed', { timeout: 120000 }, async () => {
    const page = await visitor(browser, 'telefoon', night);
    await logIn(page, people.maud);
    await checkPages(page, ['/team']);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${site}/team`);
    await go(page, main(page).getByRole('link', { name: 'ilja', exact: true }));
    await page.getByRole('heading', { level: 1, name: 'ilja', exact: true }).waitFor();
    await checkPages(page, [new URL(page.url()).pathname]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await go(page, link(page, /lees het plan$/));
    await page.getByRole('heading', { level: 1, name: /^Plan van ilja/ }).waitFor();
    await checkPages(page, [new URL(page.url()).pathname]);
    await page.context().close();
  });
});
