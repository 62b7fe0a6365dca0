// SPDX-License-Identifier: EUPL-1.2
// privacy.test.mjs - a slip is named beside the field while somebody types, and
// goes when it is mended; nothing that was typed is lost, nothing of it stored.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { account, axeFaults, logIn, open, shoot, site, visitor } from './helpers.mjs';

let browser;

before(async () => { browser = await open(); });
after(() => browser.close());

test('a number is named while typing, on a phone too', async () => {
  const page = await visitor(browser, 'telefoon');

  await logIn(page, account('learner'));
  await page.goto(`${site}/cursus/de-basis`);
  const plan = await page.locator('a[href*="/casus/"]').first().getAttribute('href');
  await page.goto(site + plan);
  await page.locator('form[action$="/plan"] button').first().press('Enter');
  await page.waitForURL(/\/plan\//);
  await page.goto(`${site}${plan}/plan/huishouden`);
  const field = page.locator('textarea[name="situatie"]');
  const message = page.locator('[data-echt]');

  await field.fill('Haar zus is bereikbaar op 06-12345678.');
  await message.filter({ hasText: '‘06-12345678’ lijkt een telefoonnummer.' }).waitFor();
  await page.locator('[data-status]').filter({ hasText: 'lijkt een telefoonnummer' }).waitFor();
  assert.deepEqual(await axeFaults(page), []);
  await shoot(page, 'privacy-telefoon');

  await field.fill('Haar zus is telefonisch bereikbaar.');
  await message.waitFor({ state: 'hidden' });
  await page.locator('[data-status]').filter({ hasText: 'Opgeslagen om' }).waitFor();
  await page.reload();
  assert.equal(await field.inputValue(), 'Haar zus is telefonisch bereikbaar.');
});
