// SPDX-License-Identifier: EUPL-1.2
// stopwatch.mjs - somebody at work, counted: what is typed, pressed and waited for, per part of the work.
//
// A character takes 0.3 s (200 a minute). A click takes 1.2 s; so does a key that does something (Tab, Enter), and
// so does each screen that must be moved to reach what is pressed. Choosing in a list is two of them. Waiting is as
// measured: from the press until the page that it leads to has loaded. Reading is counted apart, in words.
export const CHARACTER_S = 60 / 200;
export const PRESS_S = 1.2;
export const WORDS_A_MINUTE = 230;

const countWords = (text) => text.split(/\s+/).filter(Boolean).length;

export class Stopwatch {
  parts = [];

  begin(name) {
    this.parts.push({ name, characters: 0, presses: 0, screens: 0, waited: 0, words: 0 });
  }

  get part() {
    return this.parts.at(-1);
  }

  get total() {
    const sum = { name: 'samen', characters: 0, presses: 0, screens: 0, waited: 0, words: 0 };
    for (const part of this.parts) for (const key of ['characters', 'presses', 'screens', 'waited', 'words']) sum[key] += part[key];
    return sum;
  }

  static seconds({ characters, presses, screens, waited }) {
    return characters * CHARACTER_S + (presses + screens) * PRESS_S + waited / 1000;
  }
}

/** One person at one page; every act goes through here, so that nothing is done for free. */
export class Worker {
  constructor(page, watch) {
    this.page = page;
    this.watch = watch;
  }

  /** How many screens away it is: a person has to move there first. */
  async #reach(locator) {
    const screens = await locator.evaluate((e) => {
      const { top, bottom } = e.getBoundingClientRect();
      const away = top < 0 ? -top : Math.max(0, Math.min(bottom, top + innerHeight) - innerHeight);
      return Math.ceil(away / innerHeight);
    });
    this.watch.part.screens += screens;
    if (screens > 0) await locator.scrollIntoViewIfNeeded();
  }

  /** A click on what is there. */
  async click(locator) {
    await this.#reach(locator);
    this.watch.part.presses += 1;
    await locator.click();
  }

  /** A click, and the wait until the page that it leads to is there. */
  async follow(locator) {
    await this.#reach(locator);
    await this.#load(() => locator.click());
  }

  /** Enter where the focus is, and the wait for the page that it leads to. */
  async enter() {
    await this.#load(() => this.page.keyboard.press('Enter'));
  }

  async #load(act) {
    this.watch.part.presses += 1;
    const began = performance.now();
    await Promise.all([this.page.waitForEvent('load'), act()]);
    this.watch.part.waited += performance.now() - began;
  }

  /** Types where the focus already is, or after a click when it is elsewhere. */
  async type(locator, text) {
    if (!await locator.evaluate((e) => e === document.activeElement)) await this.click(locator);
    this.watch.part.characters += [...text].length;
    await this.page.keyboard.press('Control+End'); // a click puts the caret where it is wanted
    await this.page.keyboard.type(text);
  }

  /** To the next field, and its text. */
  async next(text) {
    this.watch.part.presses += 1;
    await this.page.keyboard.press('Tab');
    this.watch.part.characters += [...text].length;
    await this.page.keyboard.type(text);
  }

  /** Draws over these words, from the first to the last. */
  async select(locator, words) {
    await this.#reach(locator);
    this.watch.part.presses += 1;
    await locator.evaluate((e, text) => {
      const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() && !walker.currentNode.data.includes(text)) { /* the next */ }
      const at = walker.currentNode.data.indexOf(text);
      getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + text.length);
    }, words);
  }

  /** From a list: to open it, and to choose. */
  async choose(locator, words) {
    await this.#reach(locator);
    this.watch.part.presses += 2;
    await locator.focus();
    await locator.selectOption({ label: words });
  }

  /** Looks at it until it says so. */
  async see(locator) {
    const began = performance.now();
    await locator.waitFor();
    this.watch.part.waited += performance.now() - began;
  }

  /** What is read; apart from the time that the work takes. */
  async read(locator) {
    this.watch.part.words += countWords(await locator.innerText());
  }
}

const minutes = (seconds) => (seconds / 60).toFixed(2).replace('.', ',');
const row = (cells) => cells.map((cell, i) => (i === 0 ? String(cell).padEnd(22) : String(cell).padStart(10))).join('');

/** The table, as lines of text. */
export function table(watch, limit) {
  const total = watch.total;
  const line = (p) => row([p.name, p.characters, p.presses, p.screens, (p.waited / 1000).toFixed(1).replace('.', ','), minutes(Stopwatch.seconds(p))]);
  return [
    row(['deel', 'tekens', 'klikken', 'schermen', 'wachten s', 'minuten']),
    ...watch.parts.map(line), line(total), '',
    `Typen   ${minutes(total.characters * CHARACTER_S)} minuten (200 tekens per minuut)`,
    `Klikken ${minutes((total.presses + total.screens) * PRESS_S)} minuten (1,2 seconde per klik, toets of scherm)`,
    `Wachten ${minutes(total.waited / 1000)} minuten (gemeten)`,
    `Samen   ${minutes(Stopwatch.seconds(total))} minuten; de grens is ${limit}.`,
    `Lezen   ${minutes(total.words / WORDS_A_MINUTE * 60)} minuten (${total.words} woorden, ${WORDS_A_MINUTE} per minuut); telt niet mee.`,
  ];
}
