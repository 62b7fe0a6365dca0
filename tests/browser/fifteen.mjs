// SPDX-License-Identifier: EUPL-1.2
// fifteen.mjs - how long an experienced user takes for a plan (`make fifteen`).
//
// The method's makers aim at fifteen minutes. Somebody who knows the site makes a whole plan for C1, by real pages and
// with texts as a professional writes them: short. Every character, press and wait is counted (stopwatch.mjs). The
// plan is handed in, and its feedback may have nothing left of the kind "Ontbreekt".
import { CASUS, makePlan } from './experienced.mjs';
import { logIn, makePeople, open, site, visitor } from './helpers.mjs';
import { Stopwatch, Worker, table } from './stopwatch.mjs';

const LIMIT_MINUTES = 15;

const { roos } = makePeople('Gemeente Kwartier', { roos: 'cursist' });
const browser = await open();
const watch = new Stopwatch();
const page = await visitor(browser, 'breed');
await logIn(page, roos);
await page.goto(site + CASUS);
const left = await makePlan(new Worker(page, watch));
await browser.close();

console.log(table(watch, LIMIT_MINUTES).join('\n'));
console.log(`Feedback: ${left.missing.length} keer ‘Ontbreekt’, ${left.open} punten in totaal.`);
for (const words of left.missing) console.log(`  Ontbreekt: ${words}`);
if (left.missing.length > 0 || Stopwatch.seconds(watch.total) >= LIMIT_MINUTES * 60) {
  console.error('Te lang, of er ontbreekt nog iets.');
  process.exitCode = 1;
}
