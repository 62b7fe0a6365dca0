// SPDX-License-Identifier: EUPL-1.2
// path.test.mjs - what a learner and a coach do, from log-in to feedback, in a
// real browser: on a phone and on a wide screen, and once without JavaScript.
// Every page on the way has its title and its width (inspect in helpers.mjs);
// pages.test.mjs lets axe look at each kind, here it looks at what acts made.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { account, inspect as inspectAll, logIn, open, press, site, visitor } from './helpers.mjs';

const CASUS = '/cursus/de-basis/casus/dreigende-ontruiming';
// Where a newcomer begins: the first module of the outline.
const [, FIRST] = /\(modules\/([a-z-]+)\.md\)/.exec(readFileSync(new URL('../../courses/de-basis/inhoud.md', import.meta.url), 'utf8'));
const expert = JSON.parse(readFileSync(new URL('../../courses/de-basis/casussen/dreigende-ontruiming/plan.json', import.meta.url)));

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

const MADE_HERE = ['module-antwoord', 'plan-regel', 'plan-rendement', 'plan-actieplan', 'feedback', 'uitleg-regel', 'thuis-na'];
const isPhone = (page) => page.viewportSize().width < 600;
const inspect = (page, name) => inspectAll(page, name, { hasAxe: isPhone(page) && MADE_HERE.includes(name) });

const main = (page) => page.locator('main');
const button = (page, name) => page.getByRole('button', { name });

async function readModule(page) {
  await press(main(page).getByRole('link', { name: /^(Begin|Ga verder)/ }).first());
  await page.waitForURL(`**/cursus/de-basis/${FIRST}`);
  await inspect(page, 'module');
}

/** Answers the first question, wrong and then right if there are such options. */
async function answerFirstQuestion(page) {
  const question = page.locator('.lms-question').first();
  await question.getByRole('radio').first().check({ force: true });
  await press(question.getByRole('button', { name: 'Kijk na' }));
  await page.locator('.lms-question').first().locator('.lms-question__result').waitFor();
  assert.match(await page.locator('.lms-question').first().innerText(), /Opgeslagen om \d\d:\d\d/);
  await inspect(page, 'module-antwoord');
}

async function startPlan(page) {
  await page.goto(site + CASUS);
  await inspect(page, 'casus');
  await press(main(page).getByRole('link', { name: 'Situatieschets van het wijkteam' }));
  await inspect(page, 'document');
  await page.goto(site + CASUS);
  await press(main(page).getByRole('button', { name: 'Begin je plan' })
    .or(main(page).getByRole('link', { name: 'Ga verder met je plan' })));
  await page.waitForURL(`**${CASUS}/plan/huishouden`);
}

const FIELDS = {
  huishouden: ['situatie', 'knelt'], toekomst: ['wens', 'perspectief'], doorbraak: ['hindernis', 'doorbraak'],
  overzicht: ['zelf', 'hulp'], onderbouwing: ['betrokkenheid', 'weging'],
};
const text = (field) => expert.teksten[field] ?? expert[field];

async function fill(page, name) {
  await page.waitForURL(`**${CASUS}/plan/${name}`);
  for (const field of FIELDS[name]) await page.locator(`textarea[name=${field}]`).fill(text(field));
  await inspect(page, `plan-${name}`);
  await press(button(page, /^Opslaan en naar/));
}

async function chooseArticles(page) {
  await page.waitForURL(`**${CASUS}/plan/legitimiteit`);
  await page.getByLabel('Wat houdt je tegen?').fill('schuld zeer dringende');
  await Promise.all([page.waitForURL(/zoek=schuld/), press(button(page, 'Zoek'))]);
  await Promise.all([page.waitForNavigation(), press(button(page, /^Kies Participatiewet, artikel 49/))]);
  await page.locator('textarea[name=ruimte]').first().fill('De schuld leidt tot ontruiming; er is geen ander krediet.');
  await Promise.all([page.waitForNavigation(), press(main(page).getByRole('button', { name: /^Opslaan ?:/ }).first())]);
  await page.locator('textarea[name=legitimiteit]').fill(text('legitimiteit'));
  await inspect(page, 'plan-legitimiteit');
  await press(button(page, 'Opslaan en naar rendement'));
}

async function addLine(page, scenario, line) {
  await page.goto(`${site}${CASUS}/plan/rendement?scenario=${scenario}&tarief=${line.code}`);
  await page.getByText('Losse velden').click();
  await page.locator('#hoeveelheid').fill(line.hoeveelheid.replace('.', ','));
  await page.locator('#per').selectOption(line.per);
  if (line.duur) {
    await page.locator('#duur_aantal').fill(line.duur.aantal);
    await page.locator('#duur_eenheid').selectOption(line.duur.eenheid);
  }
  await page.locator('#start_maand').fill(String(line.start_maand));
  await page.locator('#persoon').selectOption(line.persoon);
  await page.locator('#betaler').selectOption(line.betaler);
  if (scenario === 'doorbraak') await page.locator('#rol').selectOption(line.rol);
  if (line === expert.rekenkern.scenarios.huidig[0]) await inspect(page, 'plan-regel');
  await press(button(page, 'Zet in de som'));
  await page.locator('.lms-lines .lms-line').first().waitFor();
}

async function makeSum(page) {
  await page.waitForURL(`**${CASUS}/plan/rendement`);
  await inspect(page, 'plan-rendement-leeg');
  for (const scenario of ['huidig', 'dreigend', 'doorbraak']) {
    for (const line of expert.rekenkern.scenarios[scenario]) await addLine(page, scenario, line);
  }
  await page.locator('#kans_dreigend').fill('50');
  await press(button(page, 'Kansen en jaren opslaan'));
  await page.waitForURL('**/rendement#kans');
  const sum = await page.locator('.lms-sum').innerText();
  for (const words of ['€\u00a039.351', '€\u00a0124.489', '€\u00a045.135', '1 op de 14']) assert.ok(sum.includes(words), `${words} in de som`);
  await page.locator('textarea[name=kans_uitleg]').fill(text('kans_uitleg'));
  await page.locator('textarea[name=rendement]').fill(text('rendement'));
  await inspect(page, 'plan-rendement');
  await press(button(page, 'Opslaan en naar stap 6'));
}

async function planActions(page) {
  await page.waitForURL(`**${CASUS}/plan/actieplan`);
  await page.getByLabel('Wat gebeurt er?').fill('Brief aan de corporatie met het voorstel');
  await page.getByLabel('Wie doet het?').fill('Esra Demir, wijkteam');
  await page.getByLabel('Wanneer is het klaar?').fill('30 november');
  await press(button(page, 'Zet in het actieplan'));
  await page.locator('.lms-line').first().waitFor();
  await page.locator('textarea[name=plan_b]').fill(expert.plan_b);
  await inspect(page, 'plan-actieplan');
  await press(button(page, 'Opslaan en nakijken'));
}

/** Presses a figure and what it is made of; with script in a dialog over the page, without on pages of their own. */
async function explain(page) {
  const here = page.url();
  const dialog = page.locator('dialog[open]');
  const place = page.hasScript ? dialog : main(page);
  const heading = (name) => place.getByRole('heading', { level: 2, name }).waitFor();
  await press(page.getByRole('link', { name: /^€.124\.489.*zo is dit berekend/ }).first());
  await heading('Dreigende situatie: totaal, het eerste jaar');
  await inspect(page, 'uitleg-totaal');
  await press(place.getByRole('link', { name: /^Gezinshuis/ }).first());
  await heading(/^Dreigende situatie: Gezinshuis/);
  assert.ok((await place.innerText()).includes('163,59 × 1 × 180 = 29.446,20'));
  await inspect(page, 'uitleg-regel');
  if (!page.hasScript) {
    await press(page.getByRole('link', { name: 'Terug naar de feedback' }));
    await page.waitForURL(here);
    return;
  }
  assert.equal(page.url(), here, 'the page stays');
  await press(dialog.getByRole('button', { name: 'Terug' }));
  await heading('Dreigende situatie: totaal, het eerste jaar');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^€\u00a0124\.489, zo is dit berekend: dreigende situatie/, 'focus is back on the figure');
}

async function handIn(page) {
  await page.waitForURL(`**${CASUS}/plan/inleveren`);
  await inspect(page, 'plan-inleveren');
  await press(button(page, 'Lever je plan in'));
  await page.waitForURL(/plan\/versie\/\d+$/);
  await inspect(page, 'feedback');
  const words = await main(page).innerText();
  for (const expected of ['Betrokkenheid', 'Legitimiteit', 'Rendement', 'Dubbel geteld?', 'Het plan van de expert']) {
    assert.ok(words.includes(expected), `${expected} op de feedback`);
  }
  assert.match(words, /kost het plan €\u00a05\.784\s+\(zo is dit berekend: .+\)\s+meer dan nu/);
  assert.ok(!words.includes('Expert, tegenover nu'), 'nothing of the expert before it is asked');
  await explain(page);
  await press(button(page, 'Laat het hele plan van de expert zien'));
  await page.waitForURL(/plan\/versie\/\d+#deel-plan$/);
  await inspect(page, 'feedback-expert');
  assert.ok((await main(page).innerText()).includes('De rekensom naast die van de expert'));
}

async function makePlan(page) {
  for (const name of Object.keys(FIELDS)) await fill(page, name);
  await chooseArticles(page);
  await makeSum(page);
  await planActions(page);
  await handIn(page);
}

describe('de weg van een cursist', () => {
  it('gaat op een telefoon van inloggen naar feedback', { timeout: 1800000 }, async () => {
    const page = await visitor(browser, 'telefoon');
    await page.goto(`${site}/inloggen`);
    await inspect(page, 'inloggen');
    await logIn(page, account('learner', 0));
    await inspect(page, 'thuis');
    await readModule(page);
    await answerFirstQuestion(page);
    await press(button(page, 'Gelezen'));
    await page.goto(`${site}/cursus/de-basis`);
    await inspect(page, 'cursus');
    await startPlan(page);
    await makePlan(page);
    await page.goto(site);
    await inspect(page, 'thuis-na');
    await page.context().close();
  });

  it('ziet op een breed scherm elke bladzijde van het plan goed', { timeout: 300000 }, async () => {
    const page = await visitor(browser, 'breed');
    await logIn(page, account('learner', 0));
    await inspect(page, 'thuis');
    await page.goto(`${site}/cursus/de-basis/zes-stappen`);
    await inspect(page, 'module');
    await page.goto(`${site}${CASUS}/plan/versie/1`);
    await inspect(page, 'feedback');
    await explain(page);
    await press(button(page, 'Verbeter je plan in een nieuwe versie'));
    await page.waitForURL(`**${CASUS}/plan/huishouden`);
    for (const name of ['huishouden', 'onderbouwing', 'legitimiteit', 'rendement', 'rendement?scenario=dreigend&tarief=WON-ONTR', 'actieplan', 'inleveren']) {
      await page.goto(`${site}${CASUS}/plan/${name}`);
      await inspect(page, `plan-${name.replace(/\W+/g, '-')}`);
    }
    await page.context().close();
  });

  it('gaat op een breed scherm zonder JavaScript net zo ver', { timeout: 1800000 }, async () => {
    const page = await visitor(browser, 'breed', { javaScriptEnabled: false });
    await logIn(page, account('learner', 1));
    await page.goto(`${site}/cursus/de-basis/zes-stappen`);
    const question = page.locator('.lms-question').first();
    await question.getByRole('radio').first().check({ force: true });
    await press(question.getByRole('button', { name: 'Kijk na' }));
    await page.locator('.lms-question').first().locator('.lms-question__result').waitFor();
    await page.waitForLoadState();
    assert.match(await page.locator('.lms-question').first().innerText(), /Opgeslagen om \d\d:\d\d/);
    await startPlan(page);
    await makePlan(page);
    await page.context().close();
  });

  it('bewaart wat iemand typt zonder dat die ergens op drukt', { timeout: 180000 }, async () => {
    const page = await visitor(browser, 'breed');
    await logIn(page, account('learner', 2));
    await startPlan(page);
    await page.locator('textarea[name=situatie]').pressSequentially('Zeven kinderen en een hond', { delay: 5 });
    await page.getByText(/^Opgeslagen om \d\d:\d\d$/).first().waitFor();
    await page.goto(site);
    await press(main(page).getByRole('link', { name: /^Ga verder/ }).first());
    await page.waitForURL(`**${CASUS}/plan/huishouden`);
    const other = await visitor(browser, 'telefoon');
    await logIn(other, account('learner', 2));
    await other.goto(`${site}${CASUS}/plan/huishouden`);
    assert.equal(await other.locator('textarea[name=situatie]').inputValue(), 'Zeven kinderen en een hond');
    await other.context().close();
    await page.context().close();
  });
});

describe('de weg van een coach', () => {
  for (const size of ['telefoon', 'breed']) {
    it(`ziet op een ${size} scherm het team en leest een ingeleverd plan`, { timeout: 180000 }, async () => {
      const page = await visitor(browser, size);
      await logIn(page, account('coach', 0));
      await press(page.getByRole('link', { name: 'Team' }));
      await inspect(page, 'team');
      await press(main(page).getByRole('link', { name: /^Sanne Hofman$/ }));
      await inspect(page, 'teamlid');
      await press(main(page).getByRole('link', { name: /^Lees versie 1/ }));
      await inspect(page, 'team-plan');
      assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /^Plan van Sanne Hofman/);
      await page.goto(`${site}/team`);
      assert.equal(await main(page).getByText(/Sanne Hofman leverde/).count(), 0, 'what is read waits no more');
      await page.goto(`${site}/account`);
      await inspect(page, 'account');
      await page.goto(`${site}/over`);
      await inspect(page, 'over');
      await page.goto(`${site}/bestaat-niet`);
      page.faults.length = 0; // the browser reports the 404 itself
      await inspect(page, 'fout-404');
      await page.context().close();
    });

    it(`ziet op een ${size} scherm, ook zonder JavaScript, wat de plannen samen laten zien`, { timeout: 240000 }, async () => {
      for (const javaScriptEnabled of [true, false]) {
        const page = await visitor(browser, size, { javaScriptEnabled });
        await logIn(page, account('coach', 0));
        await page.goto(`${site}/team`);
        await press(main(page).getByRole('link', { name: 'Bekijk wat de ingeleverde plannen samen laten zien' }));
        await page.waitForURL('**/team/uitkomsten');
        await inspect(page, 'uitkomsten');
        const words = await main(page).innerText();
        for (const expected of ['Betrokkenheid', 'Legitimiteit', 'Vergeleken met nu', 'Vergeleken met wat er dreigt', 'Tel die twee nooit op', 'verzonnen']) {
          assert.ok(words.includes(expected), `${expected} op de uitkomsten`);
        }
        await press(main(page).locator('li', { hasText: 'ontbreekt een lopende regel' }).getByRole('link'));
        await page.waitForURL(/signaal=W1/);
        await inspect(page, 'uitkomsten-signaal');
        assert.equal(await main(page).getByRole('link', { name: /^Noor Haddad/ }).count(), 0);
        await press(main(page).getByRole('link', { name: /^Fatima el Idrissi/ }));
        await page.waitForURL(/\/team\/\d+\/de-basis\//);
        assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /^Plan van Fatima el Idrissi/);
        await page.context().close();
      }
      const page = await visitor(browser, size);
      await logIn(page, account('admin', 0));
      await press(page.getByRole('link', { name: 'Uitkomsten' }));
      await page.waitForURL('**/beheer/uitkomsten');
      await inspect(page, 'beheer-uitkomsten');
      await page.context().close();
    });

    it(`laat op een ${size} scherm een cursist zien wat de coach ziet`, { timeout: 180000 }, async () => {
      const page = await visitor(browser, size);
      await logIn(page, account('learner', 0));
      await press(main(page).getByRole('link', { name: 'Dit ziet je coach' }));
      await inspect(page, 'gedeeld');
      const words = await main(page).innerText();
      assert.match(words, /Anouk Visser, coach van Wijkteam Noord/);
      assert.match(words, /Geopend door Anouk Visser op/);
      await page.context().close();
    });
  }
});
