// SPDX-License-Identifier: EUPL-1.2
// beside.test.mjs - the case's documents beside the text that somebody writes:
// next to it on a wide screen, one tap away on a phone; nothing moves and
// nothing typed is lost.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { inspect, logIn, makePeople, open, press, shoot, site, visitor } from './helpers.mjs';

const CASUS = '/cursus/de-basis/casus/dreigende-ontruiming';
const LETTER = '2. Aankondiging van de ontruiming';
const SAID = 'Op 30 september 2026 heeft de kantonrechter';

let browser;
let people;
before(async () => {
  browser = await open();
  people = makePeople('Gemeente Ernaast', { bo: 'cursist', bas: 'cursist', bibi: 'cursist' });
});
after(() => browser.close());

async function begin(page, who) {
  await logIn(page, who);
  await page.goto(site + CASUS);
  await press(page.getByRole('button', { name: 'Begin je plan' }));
  await page.waitForURL('**/plan/huishouden');
}

/** Where the field stands in the window, and what is in it. */
const place = async (field) => ({ y: Math.round((await field.boundingBox()).y), value: await field.inputValue() });

/** A finger on the glass: Playwright's own click would scroll what sticks. */
async function tap(page, locator) {
  const box = await locator.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

async function tapAwayAndBack(page) {
  const field = page.locator('textarea[name=knelt]');
  await field.fill('De woning wordt ontruimd, en');
  await page.getByText(/^Opgeslagen om \d\d:\d\d$/).first().waitFor(); // from here on nothing else changes the page
  await field.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, document.querySelector('textarea[name=knelt]').getBoundingClientRect().top + scrollY - 300));
  const before = await place(field);
  const bar = page.locator('[data-casus] > summary');
  const box = await bar.boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= page.viewportSize().height, `the case is in sight: ${JSON.stringify(box)}`);
  await tap(page, bar);
  await tap(page, page.getByText(LETTER, { exact: true }));
  await page.getByText(SAID).waitFor();
  assert.deepEqual(await place(field), before, 'nothing moved while reading');
  await shoot(page, 'ernaast-open');
  await tap(page, bar);
  await page.getByText(SAID).waitFor({ state: 'hidden' });
  assert.deepEqual(await place(field), before, 'back at the very place');
}

describe('the documents beside the text', () => {
  it('on a phone: one tap away, and back at the very place', async () => {
    const page = await visitor(browser, 'telefoon', { viewport: { width: 360, height: 740 }, hasTouch: true });
    await begin(page, people.bo);
    await tapAwayAndBack(page);
    await page.context().close();
  });

  it('on a phone without JavaScript as well', async () => {
    const page = await visitor(browser, 'telefoon', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    await begin(page, people.bas);
    const bar = page.locator('[data-casus] > summary');
    const field = page.locator('textarea[name=situatie]');
    await field.fill('Vier mensen');
    const before = await place(field);
    await bar.click();
    await page.getByText(LETTER, { exact: true }).click();
    await page.getByText(SAID).waitFor();
    assert.deepEqual(await place(field), before);
    await bar.click();
    assert.deepEqual(await place(field), before);
    await page.context().close();
  });

  it('on a wide screen: next to the form, and open at the same document in the next step', async () => {
    const page = await visitor(browser, 'breed');
    await begin(page, people.bibi);
    const panel = await page.locator('[data-casus]').boundingBox();
    const form = await page.locator('textarea[name=situatie]').boundingBox();
    assert.ok(panel.x >= form.x + form.width, 'beside, not above');
    await page.locator('textarea[name=situatie]').fill('Vier mensen in een huis.');
    await press(page.getByText(LETTER, { exact: true }));
    await page.getByText(SAID).waitFor();
    assert.equal(await page.locator('textarea[name=situatie]').inputValue(), 'Vier mensen in een huis.');
    await inspect(page, 'ernaast');
    await press(page.getByRole('button', { name: /^Opslaan en naar/ }));
    await page.waitForURL('**/plan/toekomst');
    await page.getByText(SAID).waitFor(); // what one reads stays open
    await page.goto(`${site}${CASUS}/plan/huishouden`);
    assert.equal(await page.locator('textarea[name=situatie]').inputValue(), 'Vier mensen in een huis.');
    await page.context().close();
  });
});
