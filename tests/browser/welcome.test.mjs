// SPDX-License-Identifier: EUPL-1.2
// welcome.test.mjs - what a newcomer meets first: the opening page, the tour,
// and Mijn leeromgeving with nothing done.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { SIZES, account, inspect, logIn, open, press, site, visitor } from './helpers.mjs';

const FIRST_VISIT_BYTES = 60_000;

/* Who did nothing yet: the learners of the demo are busy in the other tests. */
const NEWCOMER = { telefoon: 'author', breed: 'admin' };

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

for (const size of Object.keys(SIZES)) {
  describe(`een nieuwkomer, ${size}`, () => {
    it('leest wat dit is, probeert een vraag en gaat inloggen', async () => {
      const page = await visitor(browser, size);

      await page.goto(site);
      await inspect(page, 'welkom');
      assert.equal(await page.locator('.nl-button--primary').count(), 1, 'één knop');
      const button = await page.getByRole('link', { name: 'Inloggen', exact: true }).boundingBox();
      assert.ok(button.y + button.height < SIZES[size].height, 'de knop staat meteen in beeld');
      const options = page.locator('.lms-taste');
      assert.ok(await options.count() > 2);
      for (const option of await options.all()) {
        const feedback = option.locator('.lms-verdict');
        assert.equal(await feedback.isVisible(), false);
        await option.locator('summary').press('Enter');
        assert.match(await feedback.innerText(), /^(Goed|Niet goed)\.$/);
      }
      await inspect(page, 'welkom-proef');
      assert.deepEqual(await page.context().cookies(), [], 'niets bewaard');
      await press(page.getByRole('link', { name: 'Inloggen', exact: true }));
      await page.waitForURL(`${site}/inloggen`);
    });

    it('krijgt de rondleiding alleen op verzoek', async () => {
      const page = await visitor(browser, size);

      await page.goto(site);
      await press(page.getByRole('contentinfo').getByRole('link', { name: 'Rondleiding' }));
      await page.waitForURL(`${site}/rondleiding`);
      for (const image of await page.locator('main img').all()) {
        await image.scrollIntoViewIfNeeded();
        await image.evaluate((e) => e.decode());
      }
      await inspect(page, 'rondleiding');
      assert.deepEqual(await page.context().cookies(), [], 'niets bewaard');
    });

    it('ziet na het inloggen wat de eerste stap is en hoe lang die duurt', async () => {
      const page = await visitor(browser, size);

      await logIn(page, account(NEWCOMER[size]));
      await inspect(page, 'thuis-nieuw');
      const steps = await page.getByRole('region', { name: 'Zo pak je het aan' }).getByRole('listitem').allInnerTexts();
      assert.equal(steps.length, 3);
      for (const step of steps) assert.match(step, /\d+ minuten/);
      await press(page.getByRole('main').getByRole('link', { name: 'Bekijk de rondleiding' }));
      await press(page.getByRole('link', { name: 'Naar de beginpagina' }));
      await page.waitForURL(`${site}/`);
      await press(page.getByRole('link', { name: /^Begin met lezen/ }));
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goto(site);
      assert.equal(await page.getByText('Zo pak je het aan').count(), 0, 'daarna niet meer');
      assert.ok(await page.getByText('Ga verder waar je was').isVisible());
    });
  });
}

it('de eerste pagina is licht', async () => {
  const page = await visitor(browser, 'telefoon');
  const client = await page.context().newCDPSession(page);
  let bytes = 0;

  await client.send('Network.enable');
  client.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await page.goto(site, { waitUntil: 'networkidle' });
  assert.ok(bytes > 5000 && bytes < FIRST_VISIT_BYTES / 2, `${bytes} bytes`);
});
