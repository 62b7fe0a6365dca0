// SPDX-License-Identifier: EUPL-1.2
// reach.mjs - what a page must be for somebody who does not see it, does not
// use a mouse, or reads it large: names in the accessibility tree, tab stops
// that can be seen, text that does not overlap or get cut off.
import assert from 'node:assert/strict';
import { SIZES, axeFaults, shoot } from './helpers.mjs';

// --- names -------------------------------------------------------------------

const CONTROLS = ['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'spinbutton',
  'progressbar', 'image', 'DisclosureTriangle'];
const LANDMARKS = ['banner', 'navigation', 'main', 'complementary', 'contentinfo', 'region', 'search', 'form'];

/** The accessibility tree as a list: what a screen reader gets. */
async function heard(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter((n) => !n.ignored).map((n) => ({
    role: n.role?.value, name: n.name?.value?.trim() ?? '',
    ...Object.fromEntries((n.properties ?? []).map((p) => [p.name, p.value.value])),
  }));
}

/** Things of one role whose name says the same, although they do something else. */
function alike(nodes, role, what) {
  const seen = new Map();
  const faults = [];
  for (const n of nodes.filter((one) => one.role === role)) {
    if (seen.has(n.name) && seen.get(n.name) !== what(n)) faults.push(`${role} ‘${n.name}’ staat er twee keer`);
    seen.set(n.name, what(n));
  }
  return faults;
}

/** Every control has a name that is its own; landmarks too. (The order of headings is axe's.) */
export async function assertNames(page, name) {
  // A form is a landmark only when it has a name.
  const nodes = (await heard(page)).filter((n) => n.role !== 'form' || n.name !== '');
  const faults = nodes.filter((n) => CONTROLS.includes(n.role) && n.name === '').map((n) => `${n.role} zonder naam`);
  let count = 0;
  const unique = () => { count += 1; return count; };
  faults.push(...alike(nodes, 'link', (n) => n.url));
  for (const role of ['button', 'textbox', 'searchbox', 'combobox', 'DisclosureTriangle', ...LANDMARKS]) faults.push(...alike(nodes, role, unique));
  for (const role of ['banner', 'main', 'contentinfo']) {
    if (nodes.filter((n) => n.role === role).length !== 1) faults.push(`${role} staat er niet één keer`);
  }
  assert.deepEqual(faults, [], `${name}: namen`);
}

// --- place -------------------------------------------------------------------

/* In the page: what sticks out, is cut off, or lies over something else. */
function misplaced() {
  const width = document.documentElement.clientWidth;
  const faults = [];
  const say = (el) => `<${el.tagName.toLowerCase()} class="${el.className}"> ${el.textContent.trim().slice(0, 40)}`;
  const isHidden = (el) => el.closest('.lms-hidden, .lms-skip, .nl-skip-link, .lms-step__name, thead') !== null || !el.checkVisibility();
  /* Boxes of their own that may scroll. */
  const box = (el) => el.closest('.lms-table, .lms-picks, .lms-case__body, textarea');
  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);

  while (walker.nextNode()) {
    const el = walker.currentNode.parentElement;
    const range = document.createRange();
    const style = getComputedStyle(el);

    if (walker.currentNode.textContent.trim() === '' || isHidden(el) || el.closest('svg, textarea, select')) continue;
    range.selectNodeContents(walker.currentNode);
    for (const r of range.getClientRects()) {
      if (r.width < 2 || style.position === 'sticky') continue;
      if (box(el) === null && (r.right > width + 1 || r.left < -1)) faults.push(`steekt uit: ${say(el)}`);
      pieces.push({ el, r, box: box(el) });
    }
  }
  /* Half of a line of text over another: more than what large line boxes share. */
  pieces.sort((a, b) => a.r.top - b.r.top);
  for (let i = 0; i < pieces.length; i++) {
    for (let k = i + 1; k < pieces.length && pieces[k].r.top < pieces[i].r.bottom; k++) {
      const [a, b] = [pieces[i], pieces[k]];
      const x = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left);
      const y = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);

      if (x > 2 && y > Math.min(a.r.height, b.r.height) / 2 && a.el !== b.el && a.box === b.box) {
        faults.push(`over elkaar: ${say(a.el)} | ${say(b.el)}`);
      }
    }
  }
  for (const el of document.querySelectorAll('body *')) {
    const style = getComputedStyle(el);

    if (isHidden(el) || box(el) === el || el.closest('svg, progress')) continue;
    if (/hidden|clip/.test(style.overflowX) && el.scrollWidth > el.clientWidth + 1) faults.push(`afgekapt: ${say(el)}`);
    if (/hidden|clip/.test(style.overflowY) && el.scrollHeight > el.clientHeight + 1) faults.push(`afgekapt: ${say(el)}`);
  }
  return [...new Set(faults)];
}

/** Nothing sticks out, nothing overlaps, nothing is cut off, at this width. */
export async function assertPlace(page, name) {
  const { width } = page.viewportSize();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${name}: schuift bij ${width} pixels ${over} opzij`);
  assert.deepEqual(await page.evaluate(misplaced), [], `${name}: plaats bij ${width} pixels`);
}

// --- keyboard ----------------------------------------------------------------

/* In the page: what has the focus, whether that can be seen or something lies over all of it, and whether it is the target. */
function focused(target) {
  const el = document.activeElement;
  const style = getComputedStyle(el);
  const after = getComputedStyle(el, '::after');
  const r = el.getBoundingClientRect();
  // The browser's own ring is two colours wide, whatever it says.
  const isSeen = (s) => s.outlineStyle === 'auto' || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);

  return {
    what: `<${el.tagName.toLowerCase()} id="${el.id}"> ${el.textContent.trim().replace(/\s+/g, ' ').slice(0, 50)}`,
    isBody: el === document.body,
    isTarget: el === target,
    isGone: target !== undefined && !target.isConnected,
    isSeen: isSeen(style) || isSeen(after),
    isCovered: ![[.5, .5], [.05, .5], [.95, .5], [.5, .1], [.5, .9]].some(([x, y]) => {
      const on = document.elementFromPoint(r.left + x * r.width, r.top + y * r.height);
      return on !== null && (el.contains(on) || on.contains(el) || on.closest('label')?.control === el);
    }),
    isInView: r.bottom > 0 && r.top < innerHeight && r.width > 0,
  };
}

const STOPS_MAX = 600; // more than any page has: the list of articles comes near

/** Every stop of Tab, from the top of the page to its end, is seen and covered by nothing. */
export async function assertStops(page, name) {
  const faults = [];
  let at;
  await page.evaluate(() => {
    getSelection().removeAllRanges();
    document.activeElement.blur();
    scrollTo(0, 0);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  for (let i = 0; i < STOPS_MAX; i++) {
    await page.keyboard.press('Tab');
    at = await page.evaluate(focused);
    if (at.isBody) break;
    if (!at.isSeen) faults.push(`geen zichtbare focus op ${at.what}`);
    if (!at.isInView) faults.push(`buiten beeld: ${at.what}`);
    else if (at.isCovered) faults.push(`bedekt: ${at.what}`);
  }
  assert.ok(at.isBody, `${name}: met Tab kom je niet aan het einde`);
  assert.deepEqual(faults, [], `${name}: met Tab`);
}

// --- targets -----------------------------------------------------------------

/* In the page: WCAG 2.5.8. A control is 24 by 24, or in a sentence, or 24 from the next. */
function smallTargets() {
  const MIN = 23.5;
  const isInText = (el) => getComputedStyle(el).display === 'inline' && el.closest('p, li, dd, td, th, figcaption, summary, div') !== null &&
    el.parentElement.textContent.trim() !== el.textContent.trim();
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((el) => el.checkVisibility() && !el.disabled && !el.closest('.nl-skip-link, .lms-skip'))
    .map((el) => ({ el, r: (el.labels?.[0] && /radio|checkbox/.test(el.type) ? el.labels[0] : el).getBoundingClientRect() }))
    .filter(({ el, r }) => {
      const frame = el.closest('.lms-picks, .lms-case__body, .lms-table')?.getBoundingClientRect();
      return r.width > 0 && (!frame || (r.bottom > frame.top && r.top < frame.bottom));
    });
  const near = (a, b) => Math.hypot(Math.max(b.r.left - a.x, 0, a.x - b.r.right), Math.max(b.r.top - a.y, 0, a.y - b.r.bottom)) < MIN / 2;

  return all.filter(({ r }) => r.width < MIN || r.height < MIN).filter((one) => {
    const middle = { x: (one.r.left + one.r.right) / 2, y: (one.r.top + one.r.bottom) / 2 };
    return !isInText(one.el) && all.some((other) => other !== one && near(middle, other));
  }).map(({ el, r }) => `${Math.round(r.width)} x ${Math.round(r.height)}: ${el.outerHTML.slice(0, 90)}`);
}

/** What can be pressed is large enough, or stands apart. */
export async function assertTargets(page, name) {
  assert.deepEqual(await page.evaluate(smallTargets), [], `${name}: te klein om te raken`);
}

// --- the way by keyboard -----------------------------------------------------

/** Presses Tab until the control has the focus; each stop on the way must be seen. */
export async function tabTo(page, locator, key = 'Tab') {
  let target = await locator.first().elementHandle();
  let at = await page.evaluate(focused, target);
  for (let i = 0; i < STOPS_MAX && !at.isTarget; i++) {
    // A part of the page may have been fetched anew since.
    if (at.isGone) target = await locator.first().elementHandle();
    await page.keyboard.press(key);
    at = await page.evaluate(focused, target);
    assert.ok(at.isBody || at.isSeen, `geen zichtbare focus op ${at.what}`);
    assert.ok(at.isBody || at.isInView, `buiten beeld: ${at.what}`);
  }
  assert.ok(at.isTarget, `met ${key} niet te bereiken: ${locator}`);
}

/** The first stop of a page is the link that skips what every page has. */
export async function skip(page, selector) {
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Naar de inhoud/);
  await page.keyboard.press('Enter');
  await assertFocus(page, selector);
}

/** By Tab to a control, and then this key. */
export async function go(page, locator, key = 'Enter') {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}

/** By Tab to a field, and then write in it. */
export async function write(page, locator, text) {
  await tabTo(page, locator);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** The focus must be, or come, on this element. */
export async function assertFocus(page, selector) {
  let what;
  for (let i = 0; i < 600; i++) {
    // On the way from page to page there is nothing to ask.
    what = await page.evaluate((s) => document.activeElement.matches(s) || document.activeElement.outerHTML.slice(0, 80), selector).catch(String);
    if (what === true) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`de focus staat niet op ${selector} maar op ${what}`);
}

// --- all of it ---------------------------------------------------------------

/*
 * Colours do not differ by width, and finding out what lies behind each letter
 * takes most of axe's time: light and dark are looked at on the first size.
 */
const CONTRAST = ['color-contrast'];
const BUT_CONTRAST = { rules: { 'color-contrast': { enabled: false } } };

async function coloursAndRules(page, isLightOnly) {
  const found = await axeFaults(page);
  if (isLightOnly) return found;
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await axeFaults(page, { runOnly: CONTRAST })).map((fault) => `donker: ${fault}`));
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/**
 * What a page must be for everybody: small and wide, light and dark. Its stops
 * are those of the smallest size, unless another test walks them.
 */
export async function assertForAll(page, name, { sizes = Object.keys(SIZES), isLightOnly = false, hasStops = true } = {}) {
  for (const size of sizes) {
    const { width, height } = SIZES[size];
    await page.setViewportSize({ width, height });
    await shoot(page, name);
    await assertPlace(page, name);
    if (size === 'telefoon') {
      await assertNames(page, name);
      await assertTargets(page, name);
      if (hasStops) await assertStops(page, name);
    }
    // As tall as the page, so that what sticks to an edge covers nothing.
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(tall + 10, 16000) });
    const found = await (size === sizes[0] ? coloursAndRules(page, isLightOnly) : axeFaults(page, BUT_CONTRAST));
    assert.deepEqual(found, [], `${name} bij ${width} pixels: axe vindt\n  ${found.join('\n  ')}`);
  }
}
