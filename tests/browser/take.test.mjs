// SPDX-License-Identifier: EUPL-1.2
// take.test.mjs - a plan read from a file in a browser, put back, and printed:
// the pdf that Chromium makes of the paper has the structure of the page.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { inspect, logIn, makePeople, open, press, shotPath, site, visitor } from './helpers.mjs';

const COURSE = 'de-basis';
const PLAN = `/cursus/${COURSE}/casus/dreigende-ontruiming/plan`;
const EXPERT = JSON.parse(readFileSync(
  new URL(`../../courses/${COURSE}/casussen/dreigende-ontruiming/plan.json`, import.meta.url), 'utf8'));
const FILE = {
  name: 'plan.json', mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({
    ...EXPERT.rekenkern,
    leeromgeving: { teksten: { ...EXPERT.teksten, plan_b: EXPERT.plan_b }, artikelen: EXPERT.artikelen, acties: EXPERT.acties },
  })),
};

let browser, mila;
before(async () => {
  browser = await open();
  ({ mila } = makePeople('Meeneemstad', { mila: 'learner' }));
});
after(() => browser.close());

/** What stands in a pdf, its packed parts unpacked. */
function unpacked(pdf) {
  const text = pdf.toString('latin1');
  const parts = [text];
  for (const { index, 0: head } of text.matchAll(/stream\r?\n/g)) {
    try {
      parts.push(inflateSync(pdf.subarray(index + head.length)).toString('latin1'));
    } catch { /* a picture or a font */ }
  }
  return parts.join('\n');
}

describe('een plan meenemen', () => {
  it('leest een bestand in op een telefoon, en maakt het ongedaan', async () => {
    const page = await visitor(browser, 'telefoon');
    await logIn(page, mila);
    await page.goto(`${site}${PLAN.replace(/\/plan$/, '')}`);
    await press(page.getByRole('button', { name: /plan/i }).first());
    await page.waitForURL('**/plan/**');
    await page.goto(`${site}${PLAN}/toekomst`);
    await page.locator('textarea[name=wens]').fill('Thuis blijven wonen.');
    await press(page.getByRole('button', { name: /^Opslaan/ }).first());
    await page.waitForURL('**/plan/doorbraak');
    await press(page.getByRole('link', { name: 'Neem je plan mee' }));
    await inspect(page, 'meenemen');
    await page.locator('#bestand').setInputFiles(FILE);
    await press(page.getByRole('button', { name: 'Lees het bestand in' }));
    await page.getByRole('heading', { name: 'Er is niets ingelezen' }).waitFor();
    page.faults.length = 0; // the answer was 422, as it should be
    await inspect(page, 'meenemen-gevraagd');
    await page.locator('#bestand').setInputFiles(FILE);
    await page.getByLabel('Vervang wat er nu staat').check();
    await press(page.getByRole('button', { name: 'Lees het bestand in' }));
    await page.getByText('Het bestand is ingelezen.').waitFor();
    await inspect(page, 'meenemen-ingelezen');
    await press(page.getByRole('button', { name: 'Maak ongedaan' }));
    await page.waitForURL(`**${PLAN}/meenemen`);
    await page.goto(`${site}${PLAN}/toekomst`);
    assert.equal(await page.locator('textarea[name=wens]').inputValue(), 'Thuis blijven wonen.');
    await page.context().close();
  });

  it('komt op papier, met koppen en tabellen in de pdf', async () => {
    const page = await visitor(browser, 'breed');
    await logIn(page, mila);
    await page.goto(`${site}${PLAN}/meenemen`);
    await page.locator('#bestand').setInputFiles(FILE);
    await page.getByLabel('Vervang wat er nu staat').check();
    await press(page.getByRole('button', { name: 'Lees het bestand in' }));
    await page.getByText('Het bestand is ingelezen.').waitFor();
    await press(page.getByRole('link', { name: 'Op papier of als pdf' }));
    await page.waitForURL('**/afdruk');
    await inspect(page, 'afdruk');
    const pdf = await page.pdf({ format: 'A4', tagged: true, margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
    const path = shotPath('afdruk.pdf');
    if (path !== undefined) writeFileSync(path, pdf);
    const inside = unpacked(pdf);
    assert.match(inside, /\/StructTreeRoot/);
    assert.match(inside, /\/MarkInfo\s*<<\s*\/Type\s*\/MarkInfo\s*\/Marked true|\/Marked true/);
    assert.match(inside, /\/Lang\s*\(nl/);
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'LI']) assert.match(inside, new RegExp(`/S\\s*/${tag}\\b`), tag);
    const pages = (inside.match(/\/Type\s*\/Page\b/g) ?? []).length;
    assert.ok(pages <= 9, `${pages} pagina’s`);
    await page.context().close();
  });
});
