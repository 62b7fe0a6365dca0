// SPDX-License-Identifier: EUPL-1.2
// law.test.mjs - searching the law in a real browser: results while typing, by
// keyboard, on a phone, and without JavaScript; and from a plan and back.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { inspect, logIn, makePeople, open, press, site, visitor } from './helpers.mjs';

const CASUS = '/cursus/de-basis/casus/dreigende-ontruiming';
const STEP = `${CASUS}/plan/legitimiteit`;

let browser, people;
before(async () => {
  browser = await open();
  people = makePeople('Gemeente Zoekstad', { zoekroos: 'cursist', zoekpim: 'cursist', zoekbaas: 'beheerder' });
  // A worker that has just begun still reads its dictionary: each of them must have answered.
  const page = await visitor(browser, 'breed');
  await logIn(page, people.zoekroos);
  for (let good = 0; good < 4; good = (await page.request.get(`${site}/wet?zoek=schuld`)).status() === 200 ? good + 1 : 0);
  await page.context().close();
});
after(() => browser.close());

const count = (page, words) => page.locator('#zoek-telling', { hasText: words }).waitFor();
const field = (page) => page.getByLabel('Zoek in je eigen woorden');

async function startPlan(page) {
  await page.goto(site + CASUS);
  await Promise.all([page.waitForURL('**/plan/huishouden'), press(page.getByRole('button', { name: 'Begin je plan' }))]);
}

describe('zoeken in de wet', () => {
  it('geeft resultaten terwijl je typt, en telt ze hardop', async () => {
    const page = await visitor(browser, 'breed');
    await logIn(page, people.zoekroos);
    await press(page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Wet' }));
    await page.waitForURL('**/wet');
    await page.getByRole('heading', { name: 'Wat wil je bereiken?' }).waitFor();
    await field(page).pressSequentially('breifadres');
    await count(page, /^\d+ resultaten$/);
    assert.equal(await page.locator('#zoek-telling').getAttribute('role'), 'status');
    await page.getByRole('heading', { level: 2, name: 'Wetsartikelen' }).waitFor();
    assert.equal(new URL(page.url()).search, '', 'typing is no visit');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'zoek', 'somebody can type on');
    await inspect(page, 'wet-getypt', { hasAxe: true });
    // By keyboard to a result; back shows the same search.
    const first = page.locator('#gevonden a').first();
    const name = await first.innerText();
    await first.focus();
    await Promise.all([page.waitForURL('**/wet/**'), page.keyboard.press('Enter')]);
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), name);
    await page.goBack();
    await page.getByRole('link', { name, exact: true }).waitFor();
    assert.equal(await field(page).inputValue(), 'breifadres');
    // Nothing asked any more: the subjects are back.
    await field(page).fill('');
    await page.getByRole('heading', { name: 'Wat wil je bereiken?' }).waitFor();
    await field(page).fill('zeppelin');
    await page.getByText('Niets gevonden voor ‘zeppelin’.').waitFor();
    await count(page, '0 resultaten');
    await page.context().close();
  });

  it('laat wie al in de lijst staat, daar staan', async () => {
    const page = await visitor(browser, 'breed');
    await logIn(page, people.zoekroos);
    await page.goto(`${site}/wet?zoek=schuld`);
    const link = page.locator('#gevonden a').first();
    const name = await link.innerText();
    await link.focus();
    await page.evaluate(() => document.getElementById('zoek').dispatchEvent(new Event('input', { bubbles: true })));
    await page.waitForFunction((was) => document.activeElement.textContent === was, name);
    assert.equal(await page.evaluate(() => document.activeElement.closest('#gevonden') !== null), true);
    await page.context().close();
  });

  for (const [name, size, options] of [['op een telefoon', 'telefoon', {}], ['zonder JavaScript', 'breed', { javaScriptEnabled: false }]]) {
    it(`werkt ${name}, van je plan naar een artikel en terug`, async () => {
      const page = await visitor(browser, size, options);
      const who = size === 'telefoon' ? people.zoekroos : people.zoekpim;
      await logIn(page, who);
      await startPlan(page);
      await page.goto(site + STEP);
      await Promise.all([page.waitForURL(/\/wet\?van=/), press(page.getByRole('link', { name: 'Naar de pagina over de wet' }))]);
      await field(page).fill('schuld moet eerst weg');
      await Promise.all([page.waitForURL(/\/wet\?van=.*zoek=schuld/), press(page.getByRole('button', { name: 'Zoek' }))]);
      await count(page, /^\d+ resultaten$/);
      await inspect(page, `wet-${size}`);
      await Promise.all([page.waitForURL(/\/wet\/[^?]+\?van=/), press(page.locator('#gevonden a').first())]);
      await inspect(page, `wet-artikel-${size}`);
      const article = await page.getByRole('heading', { level: 1 }).innerText();
      await Promise.all([page.waitForURL(`**${STEP}#artikel-**`), press(page.getByRole('button', { name: /^Kies voor:/ }))]);
      const card = page.locator('section.lms-line', { has: page.getByRole('heading', { level: 3, name: article }) });
      await card.waitFor();
      await Promise.all([page.waitForURL(/\/wet\/[^?]+\?van=/), press(card.getByRole('link', { name: /^Meer over dit artikel/ }))]);
      await page.getByText('Het staat in je plan voor').waitFor();
      await Promise.all([page.waitForURL(`**${STEP}#zoeken`), press(page.getByRole('link', { name: /^Terug naar je plan/ }))]);
      await page.context().close();
    });
  }

  it('vindt in de stap legitimiteit terwijl je typt, ook wat je eigen organisatie toevoegde', async () => {
    const admin = await visitor(browser, 'telefoon');
    await logIn(admin, people.zoekbaas);
    await admin.goto(`${site}/beheer/artikelen/nieuw`);
    for (const [label, value] of [['Hoe heet de regeling?', 'Beleidsregel huisdieren'], ['Artikel', '2'], ['Wat regelt het, in één zin?', 'Een hond mag mee.'],
      ['Wanneer helpt het?', 'Een gezin weigert opvang om de hond.'], ['Wanneer helpt het niet?', 'Niet bij gevaar.'],
      ['Wat zeggen mensen die hierop vastlopen?', 'de labrador mag niet mee naar de opvang'], ['Van welke dag is de tekst die je las?', '1-7-2026']]) {
      await admin.getByLabel(label, { exact: true }).fill(value);
    }
    await admin.getByLabel('Wat voor regeling is het?').selectOption('beleidsregel');
    await admin.getByLabel('Waar gaat het over?').selectOption('opvang');
    await inspect(admin, 'lokaal-nieuw', { hasAxe: true });
    await Promise.all([admin.waitForURL('**/beheer/artikelen?bewaard=*'), press(admin.getByRole('button', { name: 'Voeg toe' }))]);
    await inspect(admin, 'lokaal', { hasAxe: true });
    await Promise.all([admin.waitForURL('**/beheer/artikelen/1'), press(admin.getByRole('link', { name: 'Beleidsregel huisdieren, artikel 2' }))]);
    await inspect(admin, 'lokaal-wijzig', { hasAxe: true });
    await admin.context().close();

    const page = await visitor(browser, 'breed');
    await logIn(page, people.zoekroos);
    await page.goto(site + STEP);
    await page.getByLabel('Wat houdt je tegen?').pressSequentially('labradors');
    const pick = page.getByRole('button', { name: 'Kies Beleidsregel huisdieren, artikel 2' });
    await count(page, /^\d artikel(en)?$/);
    await pick.waitFor();
    assert.match(await page.locator('#lijst-wetten').innerText(), /van je eigen organisatie/);
    await inspect(page, 'stap-getypt', { hasAxe: true });
    await Promise.all([page.waitForURL(`**${STEP}#artikel-LOKAAL-*`), press(pick)]);
    await page.getByRole('heading', { level: 3, name: 'Beleidsregel huisdieren, artikel 2' }).waitFor();
    await page.context().close();
  });
});
