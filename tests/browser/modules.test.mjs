// SPDX-License-Identifier: EUPL-1.2
// modules.test.mjs - every module of every course as a reader sees it, on a
// phone and on a wide screen: valid HTML, accessible, nothing sticks out,
// pictures show.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';
import { account, inspect, logIn, open, site, visitor } from './helpers.mjs';

const COURSES = new URL('../../courses/', import.meta.url);
const modules = readdirSync(COURSES, { withFileTypes: true })
  .filter((e) => e.isDirectory() && e.name !== 'gegevens')
  .flatMap(({ name }) => [...readFileSync(new URL(`${name}/inhoud.md`, COURSES), 'utf8')
    .matchAll(/\(modules\/([a-z0-9-]+)\.md\)/g)].map(([, module]) => `${name}/${module}`));

let browser;
before(async () => { browser = await open(); });
after(() => browser.close());

/** The pictures of the text that did not load or have no words. */
const badPictures = (page) => page.$$eval('main img', (pictures) => pictures
  .filter((p) => !p.complete || p.naturalWidth === 0 || p.alt.trim() === '').map((p) => p.src));

const validator = new HtmlValidate({ extends: ['html-validate:standard'] });

/** What is wrong with the HTML as the server sent it. */
async function htmlFaults(page, path) {
  const { results } = await validator.validateString(await (await page.request.get(site + path)).text());
  return results.flatMap((r) => r.messages.map((m) => `${m.line}: ${m.ruleId}: ${m.message}`));
}

describe('een module', () => {
  assert.ok(modules.length > 0, 'er zijn modules');
  for (const size of ['telefoon', 'breed']) {
    for (const module of modules) {
      it(`${module} is goed te lezen op een scherm: ${size}`, { timeout: 180000 }, async () => {
        const page = await visitor(browser, size);
        await logIn(page, account('learner', 0));
        await page.goto(`${site}/cursus/${module}`);
        await page.$$eval('main img', (pictures) => Promise.all(pictures.map((p) => {
          p.loading = 'eager';
          return p.decode().catch(() => {}); // badPictures names it
        })));
        await inspect(page, module.replace('/', '-'));
        assert.deepEqual(await badPictures(page), []);
        assert.deepEqual(await htmlFaults(page, `/cursus/${module}`), []);
        await page.context().close();
      });
    }
  }
});
