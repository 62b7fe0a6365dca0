// SPDX-License-Identifier: EUPL-1.2
// zoom.test.mjs - every kind of page, enlarged while somebody looks at it: the
// browser's zoom at 200 and 400 percent (the screen keeps its pixels, the page
// gets fewer of its own), letters twice as large by the browser's setting, and
// letters set wide. Nothing is cut off, nothing overlaps, nothing hides a stop
// of the keyboard.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { logIn, open, shoot, shotPath, site, visitor } from './helpers.mjs';
import { WHO, examples, loadTariff, makeThem, startDraft } from './examples.mjs';
import { assertPlace, assertStops } from './reach.mjs';

const SCREEN = { width: 1280, height: 1024 }; // as WCAG 1.4.10 reckons with
const LETTERS = 16; // what browsers have when nobody set it
const LONG = /begrippen$/; // seven hundred stops that are the same

let browser, people;
const rooms = new Map();
before(async () => {
  people = makeThem();
  browser = await open();
  await startDraft((await roomOf('roos')).page);
  await loadTariff((await roomOf('beheerder')).page);
});
after(() => browser.close());

/** A page of somebody, and the browser's own controls of it. */
async function roomOf(who) {
  if (!rooms.has(who)) {
    const page = await visitor(browser, 'breed');
    if (people[who]) await logIn(page, people[who]);
    rooms.set(who, { page, controls: await page.context().newCDPSession(page) });
  }
  return rooms.get(who);
}

async function zoom({ page, controls }, times) {
  const size = { width: SCREEN.width / times, height: SCREEN.height / times };
  await page.setViewportSize(size);
  await page.evaluate(() => scrollTo(0, 0)); // what sticks to an edge lies over nothing
  await controls.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: times, mobile: false });
  assert.equal(await page.evaluate(() => devicePixelRatio * innerWidth), SCREEN.width, 'de zoom doet wat hij moet doen');
}

const setLetters = ({ controls }, size) => controls.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });

/* In the page: the size of all letters that are in sight, per kind of place. */
function letters() {
  const sizes = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);

  while (walker.nextNode()) {
    const el = walker.currentNode.parentElement;
    if (walker.currentNode.textContent.trim() && !el.closest('svg')) sizes[`${el.tagName} ${el.className}`] = parseFloat(getComputedStyle(el).fontSize);
  }
  return sizes;
}

/* Headings also follow the room that there is, so that long Dutch words fit: they grow a bit less than text. */
const growth = (size) => (size > 18 ? 1.6 : 1.95);

const spread = (page, isWide) => page.evaluate((on) => {
  globalThis.wideLetters ??= new CSSStyleSheet();
  globalThis.wideLetters.replaceSync(on ? '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }' : '');
  document.adoptedStyleSheets = [globalThis.wideLetters];
}, isWide);

/** A picture of the whole page would make Chromium forget the setting. */
async function shootLetters({ page, controls }, name) {
  const path = shotPath(`${name}.png`);
  if (path === undefined) return;
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: Math.min(document.documentElement.scrollHeight, 4000) }));
  const { data } = await controls.send('Page.captureScreenshot', { captureBeyondViewport: true, clip: { x: 0, y: 0, width, height, scale: 0.5 } });
  writeFileSync(path, Buffer.from(data, 'base64'));
}

async function checkZoom(room, name) {
  for (const times of [2, 4]) {
    await zoom(room, times);
    await shoot(room.page, `${name}-${times}00`);
    await assertPlace(room.page, `${name} op ${times}00 %`);
    if (times === 4 && !LONG.test(name)) await assertStops(room.page, `${name} op ${times}00 %`);
  }
}

async function checkLetters(room, name) {
  const { page } = room;
  const before = await page.evaluate(letters);
  try {
    await setLetters(room, 2 * LETTERS);
    const large = await page.evaluate(letters);
    const stiff = Object.keys(before).filter((place) => large[place] < growth(before[place]) * before[place]).map((place) => `${place}: ${before[place]} wordt ${large[place]}`);
    assert.deepEqual(stiff, [], `${name}: letters groeien mee met de instelling van de browser`);
    await assertPlace(page, `${name} met letters van ${2 * LETTERS}`);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), `${2 * LETTERS}px`);
    await shootLetters(room, `${name}-letters`);
  } finally {
    await setLetters(room, LETTERS);
  }
  await zoom(room, 2);
  await spread(page, true);
  await assertPlace(page, `${name} met ruime letters`);
}

describe('vergroot', () => {
  for (const who of WHO) {
    it(`blijft elke pagina van ${who} heel`, { timeout: 1800000 }, async () => {
      const room = await roomOf(who);
      const faults = [];
      for (const { path } of examples().filter((one) => one.who === who)) {
        const name = `${who}${path.replace(/\W+/g, '-').replace(/-$/, '')}`;
        await zoom(room, 1);
        await room.page.goto(site + path);
        for (const check of [checkZoom, async () => { await zoom(room, 1); await checkLetters(room, name); }]) {
          await check(room, name).catch((error) => faults.push(error.message));
        }
      }
      assert.equal(faults.join('\n'), '');
    });
  }
});
