// SPDX-License-Identifier: EUPL-1.2
// terms.test.mjs - a term explains itself where it stands: by mouse, touch and
// keyboard, for a screen reader, and without JavaScript.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { SIZES, account, inspect, logIn, open, press, site, visitor } from './helpers.mjs';

const MODULE = `${site}/cursus/de-basis/zes-stappen`;
const GLOSSARY = `${site}/cursus/de-basis/begrippen`;

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

async function atModule(size, options) {
  const page = await visitor(browser, size, options);

  await logIn(page, account('learner'));
  await page.goto(MODULE);
  return page;
}

const terms = (page) => page.locator('.lms-prose .lms-term');
const box = (page) => page.locator('.lms-meaning');

for (const size of Object.keys(SIZES)) {
  describe(`een begrip, ${size}`, () => {
    it('legt zichzelf uit, vlak onder het woord en binnen het scherm', async () => {
      const page = await atModule(size, { hasTouch: size === 'telefoon' });
      const count = await terms(page).count();

      assert.ok(count >= 8, `${count} begrippen in de tekst`);
      for (const i of [0, Math.floor(count / 2), count - 1]) {
        const term = terms(page).nth(i);

        await (size === 'telefoon' ? term.tap() : term.click());
        await page.waitForFunction((open) => { // the page may glide to it
          const { top, bottom } = document.querySelector('.lms-meaning')?.getBoundingClientRect() ?? { top: -1 };
          return open.getAttribute('aria-expanded') === 'true' && top >= 0 && bottom <= innerHeight;
        }, await term.elementHandle());
        // In one look: the page may still glide.
        const [word, meaning] = await page.evaluate(() =>
          ['.lms-term[aria-expanded=true]', '.lms-meaning'].map((s) => document.querySelector(s).getBoundingClientRect().toJSON()));
        assert.ok(meaning.y >= word.y + word.height && meaning.y < word.y + word.height + 12, 'onder het woord');
        assert.ok(meaning.x >= 0 && meaning.x + meaning.width <= SIZES[size].width, 'binnen het scherm');
        assert.equal(await box(page).count(), 1, 'één uitleg tegelijk');
      }
      await inspect(page, 'begrip-open');
      await page.locator('h1').click();
      assert.equal(await box(page).count(), 0, 'dicht na een klik ernaast');
    });

    it('staat in de begrippenlijst van A tot Z', async () => {
      const page = await atModule(size);

      await page.goto(GLOSSARY);
      await inspect(page, 'begrippen');
      const names = await page.locator('.lms-entry h3').allInnerTexts();
      assert.ok(names.length >= 40, `${names.length} begrippen`);
      assert.deepEqual(names, [...names].sort((a, b) => a.localeCompare(b, 'nl')));
      await press(page.getByRole('navigation', { name: 'Naar een letter' }).getByRole('link', { name: 'W' }));
      await page.waitForURL(`${GLOSSARY}#letter-w`);
      await press(page.getByRole('link', { name: 'Terug naar de cursus' }));
      await page.waitForURL(`${site}/cursus/de-basis`);
      await press(page.getByRole('link', { name: 'begrippen van deze cursus' }));
      await page.waitForURL(GLOSSARY);
    });
  });
}

describe('een begrip met het toetsenbord', () => {
  it('gaat open met Enter en spatie, en dicht met Escape; de focus blijft bij het woord', async () => {
    const page = await atModule('breed');
    const term = terms(page).first();

    await term.focus();
    assert.equal(await box(page).count(), 0, 'focus alleen opent niets');
    for (const key of ['Enter', ' ']) {
      await page.keyboard.press(key);
      assert.equal(await box(page).count(), 1, `open met ${key}`);
      assert.equal(await term.getAttribute('aria-expanded'), 'true');
      await page.keyboard.press('Escape');
      assert.equal(await box(page).count(), 0, 'dicht met Escape');
      assert.equal(await term.getAttribute('aria-expanded'), 'false');
      assert.ok(await term.evaluate((e) => e === document.activeElement));
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    assert.equal(await box(page).count(), 0, 'nog een keer Enter sluit');
    assert.equal(page.url(), MODULE, 'de pagina blijft staan');
  });

  it('leidt met Tab de uitleg in, en sluit als de focus verder gaat', async () => {
    const page = await atModule('breed');
    const link = box(page).getByRole('link', { name: 'Bekijk bij alle begrippen' });

    await terms(page).first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await link.evaluate((e) => e === document.activeElement), 'Tab gaat naar de link in de uitleg');
    await page.keyboard.press('Escape');
    assert.ok(await terms(page).first().evaluate((e) => e === document.activeElement), 'Escape gaat terug naar het woord');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await box(page).count(), 0, 'verder met Tab sluit');
  });

  it('blijft staan als de muis weggaat, en is een knop die zijn stand zegt', async () => {
    const page = await atModule('breed');
    const term = terms(page).first();
    const word = await term.innerText();

    await term.hover();
    assert.equal(await box(page).count(), 0, 'de muis erop opent niets');
    await page.getByRole('button', { name: word, exact: true, expanded: false }).first().click();
    await page.mouse.move(5, 5);
    assert.equal(await box(page).count(), 1);
    assert.equal(await page.getByRole('button', { name: word, exact: true, expanded: true }).count(), 1);
  });
});

it('zonder JavaScript is een begrip een link naar zijn plek in de lijst', async () => {
  const page = await atModule('telefoon', { javaScriptEnabled: false });
  const term = terms(page).first();
  const word = (await term.innerText()).toLowerCase();

  assert.equal(await term.getAttribute('role'), null);
  await press(term);
  await page.waitForURL(`${GLOSSARY}#*`);
  const entry = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
  assert.ok((await entry.innerText()).toLowerCase().includes(word.slice(0, 5)), 'de plek gaat over dat woord');
  await inspect(page, 'begrippen-zonder-script');
});
