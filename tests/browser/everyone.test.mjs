// SPDX-License-Identifier: EUPL-1.2
// everyone.test.mjs - the path for everyone: by keyboard alone, with and
// without JavaScript; then in other colours and on paper. Every page by itself
// is in pages.test.mjs, states.test.mjs and zoom.test.mjs.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { account, makePeople, open, shoot, shotPath, site, visitor } from './helpers.mjs';
import { assertFocus, go, skip, tabTo, write } from './reach.mjs';

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
  } else {
    await page.locator('#zoek-telling', { hasText: /^10 artikelen$/ }).waitFor();
  }
  await go(page, button(page, /^Kies Participatiewet, artikel 49/));
  await assertFocus(page, '#artikel-PW-49-b');
  await write(page, page.locator('textarea[name=ruimte]'), 'Anders volgt ontruiming.');
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
  await assertFocus(page, '#woorden');
  if (withFault) {
    await write(page, page.locator('#woorden'), 'veel');
    await page.keyboard.press('Enter');
    await assertFocus(page, '.lms-errors');
    assert.match(await page.title(), /^Fout: Rendement/);
    await go(page, main(page).locator('.lms-errors a').first());
    await assertFocus(page, '#woorden');
  }
  await write(page, page.locator('#woorden'), '2 uur per week');
  // Read back before it counts: while typing, or after a press.
  if (!page.hasScript) await page.keyboard.press('Enter');
  await page.locator('[name=gelezen]:not([value=""])').waitFor({ state: 'attached' });
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
  await assertFocus(page, '#wat'); // of the next one, which says how many there are
  assert.match(await page.locator('#wat-hint').innerText(), /^Er staat nu 1 actie\./);
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
  await go(page, button(page, 'Laat het hele plan van de expert zien'));
  await page.waitForURL(/#deel-plan$/);
  await go(page, button(page, 'Verbeter je plan in een nieuwe versie'));
  await at(page, '/plan/huishouden');
}

/** Only the acts whose focus the server must place itself. */
async function actOnPlan(page) {
  await go(page, button(page, 'Begin je plan'));
  await at(page, '/plan/huishouden');
  await page.goto(`${site}${CASUS}/plan/legitimiteit`);
  await pickArticle(page);
  await makeSum(page);
  await planAction(page);
}

/** After a link to a place on a page: that place is in view, and Tab goes on from there. */
async function assertAt(page, selector, next) {
  const isInView = () => page.evaluate((s) => {
    const { top, bottom } = document.querySelector(s)?.getBoundingClientRect() ?? {};
    return bottom > 0 && top < innerHeight;
  }, selector);
  for (let i = 0; i < 200 && !await isInView(); i++) await page.waitForTimeout(50);
  assert.ok(await isInView(), `${selector} is in beeld`);
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.textContent), next);
}

/** From the list of who needs the coach to the act itself, and back to the list by the breadcrumb. */
async function readAct(page, name, path) {
  await go(page, link(page, name));
  await page.waitForURL(path);
}

async function coachTeam(page) {
  await go(page, page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Team' }));
  await page.waitForURL('**/team');
  await skip(page, 'main');
  await go(page, link(page, 'Wijkteam Noord'));
  await page.waitForURL(/team=\d+$/);
  await readAct(page, /^Bekijk de pogingen ?: Kim Bakker$/, /#vraag-/);
  await assertAt(page, 'li:target', /^Vraag 4$/);
  await go(page, page.locator('summary', { hasText: 'Wanneer vraagt iets aandacht?' }));
  await page.getByText('Het gaat alleen over wat er gebeurt.').waitFor();
  await go(page, page.getByRole('navigation', { name: 'Kruimelpad' }).getByRole('link', { name: 'Team' }));
  await page.waitForURL('**/team');
  await go(page, page.locator('summary', { hasText: /^En nog/ }));
  await readAct(page, /^Bekijk het werk ?: Ali Demir$/, /#laatst$/);
  await assertAt(page, '#laatst', /Wanneer vraagt|Bekijk/);
  await page.goBack();
  // The table can be scrolled by itself where it is too wide, so it is a stop of its own.
  await tabTo(page, page.getByRole('region', { name: 'Tabel: Wijkteam Noord' }));
  await go(page, main(page).getByRole('link', { name: 'Fatima el Idrissi', exact: true }));
  await page.getByRole('heading', { level: 1, name: 'Fatima el Idrissi' }).waitFor();
  await go(page, link(page, /^Lees versie 1/));
  await page.getByRole('heading', { level: 1, name: /^Plan van Fatima/ }).waitFor();
  await go(page, page.getByRole('navigation', { name: 'Kruimelpad' }).getByRole('link', { name: 'Team' }));
  await page.waitForURL('**/team');
  assert.equal(await main(page).getByText(/Fatima el Idrissi leverde/).count(), 0, 'wat is gelezen, wacht niet meer');
  await go(page, page.getByRole('button', { name: 'Uitloggen' }));
  await assertFocus(page, '[role=status]');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Je bent uitgelogd/);
}

describe('met alleen het toetsenbord', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`gaat een coach van inloggen naar een gelezen plan en weer naar buiten, ${javaScriptEnabled ? 'met' : 'zonder'} JavaScript`, { timeout: 300000 }, async () => {
      const page = await visitor(browser, 'breed', { javaScriptEnabled });
      await enter(page, account('coach'));
      await coachTeam(page);
      page.faults.length = 0; // the browser reports each 422 itself
      await page.context().close();
    });
  }


  for (const [who, javaScriptEnabled] of [['ilja', true], ['bo', false]]) {
    it(javaScriptEnabled ? 'gaat een cursist van inloggen naar feedback en een nieuwe versie' :
      'staat de focus ook zonder JavaScript waar het oog moet zijn', { timeout: 480000 }, async () => {
      const page = await visitor(browser, 'breed', { javaScriptEnabled });
      await enter(page, people[who]);
      await readAndAnswer(page);
      await (javaScriptEnabled ? makePlan : actOnPlan)(page);
      page.faults.length = 0; // the browser reports each 422 itself
      await page.context().close();
    });
  }
});

// --- other colours, and paper ----------------------------------------------------

async function logIn(page, who) {
  await page.goto(`${site}/inloggen`);
  await page.getByLabel('E-mailadres').fill(who.email);
  await page.getByLabel('Wachtwoord').fill(who.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mijn leeromgeving' }).waitFor();
}

const nameOf = (path) => path.replace(CASUS, 'casus').replace(/\W+/g, '-').replace(/^-|-$/g, '');

/** The same page as ink on paper: in grey, as a document. */
const onPaper = (page) => page.evaluate(() => {
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((el) => el.checkVisibility()).length;
  const styles = (selector, name) => [...document.querySelectorAll(selector)].map((el) => getComputedStyle(el)[name]);
  return {
    controls: shown('nav, button, .nl-skip-link, .lms-account, input[type=search]'),
    closed: [...document.querySelectorAll('details')].filter((el) => el.checkVisibility() &&
      el.getBoundingClientRect().height <= el.querySelector('summary').getBoundingClientRect().height + 2).length,
    wide: Math.max(...[document.documentElement, ...document.querySelectorAll('.lms-table')].map((el) => el.scrollWidth - el.clientWidth)),
    paper: getComputedStyle(document.body).backgroundColor,
    bars: [...new Set([...styles('.lms-bar-pos', 'fill'), ...styles('.lms-bar-neg', 'fill')])],
    links: [...document.querySelectorAll('main a[href^="http"]')].filter((el) => el.checkVisibility())
      .map((el) => getComputedStyle(el, '::after').content).filter((words) => !words.includes('https://')).length,
  };
});

/** The feedback with both plans: the expert's is there once it is asked for. */
async function seeExpert(page) {
  await page.goto(`${site}${CASUS}/plan/versie/1`);
  const ask = page.getByRole('button', { name: 'Laat het hele plan van de expert zien' });
  if (await ask.count() === 0) return;
  await ask.click();
  await page.waitForURL(/#deel-plan$/);
}

describe('andere kleuren en papier', () => {
  it('blijft in hoog contrast te zien wat iets is en waar je bent', { timeout: 180000 }, async () => {
    const page = await visitor(browser, 'breed', { forcedColors: 'active' });
    await logIn(page, people.ilja);
    await page.goto(`${site}${CASUS}/plan/rendement`);
    await shoot(page, 'hoog-contrast');
    const edges = await page.evaluate(() => Object.fromEntries(['.nl-button--primary', '.nl-button--secondary', '.utrecht-textarea', '.lms-line', '.lms-sum']
      .map((s) => [s, parseFloat(getComputedStyle(document.querySelector(s)).borderTopWidth)])));
    for (const [selector, width] of Object.entries(edges)) assert.ok(width >= 1, `${selector} heeft een rand`);
    const tabs = await page.evaluate(() => [...document.querySelectorAll('.lms-tabs__link, .lms-nav__link')]
      .map((el) => [el.hasAttribute('aria-current'), getComputedStyle(el).borderBottomColor !== getComputedStyle(document.body).backgroundColor]));
    for (const [isHere, hasLine] of tabs) assert.equal(hasLine, isHere, 'een lijn onder waar je bent, en alleen daar');
    const here = await page.evaluate(() => getComputedStyle(document.querySelector('[aria-current=step] .lms-step__number')).outlineStyle);
    assert.equal(here, 'solid', 'de stap waar je bent');
    await seeExpert(page);
    const bars = await page.evaluate(() => ['.lms-bar-pos', '.lms-bar-neg'].map((s) => document.querySelector(s) && getComputedStyle(document.querySelector(s)).fill));
    assert.notEqual(bars[0], bars[1], 'meer en minder zien er anders uit');
    await shoot(page, 'hoog-contrast');
    await page.context().close();
  });

  it('beweegt er niets voor wie dat niet wil', { timeout: 180000 }, async () => {
    for (const [reducedMotion, moves] of [['reduce', false], ['no-preference', true]]) {
      const page = await visitor(browser, 'breed', { reducedMotion });
      await page.goto(`${site}/inloggen`);
      const found = await page.evaluate(() => [getComputedStyle(document.documentElement).scrollBehavior === 'smooth',
        getComputedStyle(document.querySelector('.nl-button')).transitionDuration !== '0s']);
      assert.deepEqual(found, [moves, moves], reducedMotion);
      await page.context().close();
    }
  });

  it('drukt een module, een plan en de feedback zich goed af', { timeout: 300000 }, async () => {
    const page = await visitor(browser, 'breed', { colorScheme: 'dark' });
    await logIn(page, people.ilja);
    await seeExpert(page);
    for (const path of [MODULES[2], `${CASUS}/plan/rendement`, `${CASUS}/plan/versie/1`]) {
      await page.goto(site + path);
      await page.setViewportSize({ width: 718, height: 1000 }); // A4 without its margins
      await page.emulateMedia({ media: 'print' });
      const paper = await onPaper(page);
      assert.equal(paper.controls, 0, `${path}: knoppen en menu’s op papier`);
      assert.equal(paper.closed, 0, `${path}: dichtgevouwen op papier`);
      assert.equal(paper.wide, 0, `${path}: te breed voor papier`);
      assert.equal(paper.links, 0, `${path}: een link zonder adres`);
      if (path.includes('versie')) assert.ok(paper.bars.includes('rgb(255, 255, 255)') && paper.bars.length === 2, 'balken in grijs te onderscheiden');
      assert.equal(paper.paper, 'rgb(255, 255, 255)', `${path}: wit papier`);
      const pdf = await page.pdf({ format: 'A4', printBackground: false, path: shotPath(`${nameOf(path)}.pdf`) });
      assert.ok(pdf.length > 10000, `${path}: een document`);
      await page.emulateMedia({ media: 'screen' });
    }
    await page.context().close();
  });
});
