// SPDX-License-Identifier: EUPL-1.2
// talk.test.mjs - whom to ask about a case, with limited time: by keyboard on
// a phone, and without JavaScript on a wide screen.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { inspect, logIn, makePeople, open, press, site, visitor } from './helpers.mjs';

const CASUS = '/cursus/de-basis/casus/dreigende-ontruiming';
const JORIS = /^Vraag ?: Joris Peeters/;
const MARLIES = /^Vraag ?: Marlies en Rachid/;

let browser;
let people;
before(async () => {
  browser = await open();
  people = makePeople('Gemeente Gesprek', { pim: 'cursist', puck: 'cursist' });
});
after(() => browser.close());

const main = (page) => page.locator('main');
const words = (page) => main(page).innerText();

/** One press on "Vraag": what was said is a page of its own. */
async function ask(page, whom) {
  await press(main(page).getByRole('button', { name: whom }));
  await page.waitForURL('**/document/**');
}

async function toChoice(page) {
  await press(main(page).getByRole('link', { name: 'Kies met wie je verder praat' }));
  await page.waitForURL(`**${CASUS}#praten`);
}

async function walk(page, who) {
  await logIn(page, who);
  await page.goto(site + CASUS);
  assert.match(await words(page), /Je hebt nog 3 uur\./);
  await inspect(page, 'casus-gesprekken');

  await ask(page, JORIS);
  assert.match(await words(page), /Maar ik mag jou niets vertellen/);
  assert.match(await words(page), /Privacy\.[\s\S]*Betrokkenheid\./, 'why, in plain words');
  assert.doesNotMatch(await words(page), /3 uur per week/);
  assert.match(await words(page), /Je hebt nog 2 uur en 50 minuten/);
  await inspect(page, 'gesprek-te-vroeg');
  await toChoice(page);

  await ask(page, MARLIES);
  assert.match(await words(page), /In ons huis blijven/);
  await inspect(page, 'gesprek');
  await toChoice(page);
  await ask(page, JORIS);
  assert.match(await words(page), /3 uur per week/);
  assert.match(await words(page), /Je hebt nog 1 uur en 20 minuten/);
  await toChoice(page);
  await inspect(page, 'casus-gevraagd');

  // What was heard stays, and stands beside the plan.
  await press(main(page).getByRole('link', { name: /^Ga verder met je plan/ }));
  await page.waitForURL(`**${CASUS}/plan/huishouden`);
  const beside = page.locator('[data-casus]');
  assert.equal(await beside.getByText('8. Gesprek met de jeugdhulpverlener', { exact: true }).count(), 1);
  assert.equal(await beside.getByText('Gesprek met schuldhulp').count(), 0, 'not asked');

  // Anew: asked for twice, with a press that confirms.
  await page.goto(`${site}${CASUS}#praten`);
  await press(main(page).getByText('Opnieuw beginnen met de gesprekken'));
  await inspect(page, 'casus-opnieuw');
  await press(main(page).getByRole('button', { name: 'Ja, begin opnieuw' }));
  await main(page).getByText('Je hebt nog 3 uur.').waitFor();
  assert.equal(await main(page).getByRole('link', { name: 'Joris Peeters' }).count(), 0);
}

describe('met wie wil je praten?', () => {
  it('on a phone, by keyboard', async () => {
    const page = await visitor(browser, 'telefoon', { viewport: { width: 360, height: 740 } });
    await walk(page, people.pim);
    await page.context().close();
  });

  it('on a wide screen, without JavaScript', async () => {
    const page = await visitor(browser, 'breed', { javaScriptEnabled: false });
    await walk(page, people.puck);
    await page.context().close();
  });
});
