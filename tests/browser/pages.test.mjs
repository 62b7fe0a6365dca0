// SPDX-License-Identifier: EUPL-1.2
// pages.test.mjs - every kind of page that the site has, for everyone: axe
// (WCAG 2.2 A and AA) small and wide, light and dark; one h1, a title of its
// own, names, place, controls that can be hit. The accessibility statement
// rests on this and on zoom.test.mjs: each stop of the keyboard, and larger.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { SIZES, logIn, open, site, visitor } from './helpers.mjs';
import { WHO, assertComplete, examples, loadTariff, makeThem, startDraft } from './examples.mjs';
import { assertForAll } from './reach.mjs';

let browser, people;
const rooms = new Map(); // who: a page, logged in
before(async () => {
  people = makeThem();
  browser = await open();
  await startDraft(await pageOf('roos'));
  await loadTariff(await pageOf('beheerder'));
});
after(() => browser.close());

async function pageOf(who) {
  if (!rooms.has(who)) {
    const page = await visitor(browser, 'breed');
    if (people[who]) await logIn(page, people[who]);
    rooms.set(who, page);
  }
  return rooms.get(who);
}

const nameOf = ({ who, path }) => `${who}${path.replace(/\W+/g, '-').replace(/-$/, '')}`;

/** The page with an h1 of its own, and a title that no other place has. */
async function assertItself(page, response, { who, path }, titles) {
  assert.equal(response.status(), 200, `${who} ${path}`);
  assert.equal(new URL(page.url()).pathname, path.replace(/\?.*/, ''), `${who} ${path} leidt ergens anders heen`);
  assert.equal(await page.locator('h1').count(), 1, `${path}: één h1`);
  const title = await page.title();
  assert.match(title, /^\S.{3,} – Doorbraakmethode$/, path);
  const place = path.replace(/\?.*/, '');
  assert.equal(titles.get(title) ?? place, place, `${title}: de titel van twee pagina’s`);
  titles.set(title, place);
}

/* zoom.test.mjs walks the stops of each page, at the width of a phone. */
const BUT_STOPS = { hasStops: false };

async function checkAll(list) {
  const faults = [];
  const titles = new Map();
  assert.ok(list.length > 0);
  for (const one of list) {
    const page = await pageOf(one.who);
    await page.setViewportSize(SIZES.breed);
    await assertItself(page, await page.goto(site + one.path), one, titles);
    await assertForAll(page, nameOf(one), BUT_STOPS).catch((error) => faults.push(error.message));
  }
  assert.equal(faults.join('\n'), '');
}

describe('elke soort pagina', () => {
  it('heeft een voorbeeld in deze test', () => assertComplete());

  for (const who of WHO) {
    it(`bestaat en is goed voor ${who}: klein en breed, licht en donker`, { timeout: 1800000 }, () =>
      checkAll(examples().filter((one) => one.who === who)));
  }
});
