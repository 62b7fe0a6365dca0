// SPDX-License-Identifier: EUPL-1.2
// team.test.mjs - every number on the coach's pages leads to the acts that it
// counts, and agrees with them.
import { before, test } from 'node:test';
import assert from 'node:assert/strict';
import { logIn } from './helpers.mjs';

const DAY_S = 24 * 3600;
const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];

let anouk, team;
before(async () => {
  anouk = await logIn('anouk');
  team = main((await anouk.get('/team')).text);
});

const main = (html) => html.slice(html.indexOf('<main'), html.indexOf('</main>'));
const words = (html) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim();
const count = (html, what) => html.split(what).length - 1;

/** What a link leads to: from its anchor on, or the page; it must be there. */
async function place(url) {
  const [path, anchor] = url.split('#');
  const r = await anouk.get(path);
  assert.equal(r.status, 200, url);
  if (!anchor) return main(r.text);
  const at = r.text.indexOf(` id="${anchor}"`);
  assert.ok(at > 0, `${url}: dat anker is er niet`);
  return r.text.slice(r.text.lastIndexOf('<', at), r.text.indexOf('</main>'));
}

/** The element that begins here, without what comes after it. */
const part = (html, tag) => {
  let depth = 0;
  for (const { 0: found, index } of html.matchAll(new RegExp(`</?${tag}\\b`, 'g'))) {
    depth += found[1] === '/' ? -1 : 1;
    if (depth === 0) return html.slice(0, index);
  }
  return html;
};

const seconds = (html) => {
  const [, day, month, year] = /(\d{1,2}) ([a-z]+) (\d{4})/.exec(words(html));
  return Date.UTC(year, MONTHS.indexOf(month), day) / 1000;
};
const daysAgo = (html) => (Date.now() / 1000 - seconds(html)) / DAY_S;
const days = (n, unit) => Number(n) * { dag: 1, dagen: 1, weken: 7, maanden: 30 }[unit];

/** As many days as the words say; a week or month that is not full does not count. */
function assertAge(html, n, unit, about) {
  const said = days(n, unit);
  const step = said / Number(n);
  const real = daysAgo(html);
  assert.ok(real >= said - 1 && real < said + step + 2, `${about}: ${n} ${unit}, en het was ${real.toFixed(1)} dagen`);
}

/** One line of those who need the coach: its number against what its link leads to. */
async function assertAttention(line) {
  const said = words(line);
  const [, url] = /<a [^>]*href="([^"]*)"/.exec(line);
  const there = await place(url);
  let found;
  if ((found = /had vraag (\d+) van .* (\d+) keer niet goed/.exec(said))) {
    const question = part(there, 'li');
    assert.match(words(question), new RegExp(`^Vraag ${found[1]}: ${found[2]} keer geprobeerd, nog niet goed`), said);
    assert.equal(count(question, ': niet goed,'), Number(found[2]), said);
  } else if ((found = /bewaarde al (\d+) (\w+) niets in .* stap (\d)/.exec(said))) {
    const plan = part(there, 'section');
    assert.match(words(plan), new RegExp(`Werkt aan stap ${found[3]}`), said);
    assertAge(/Laatst bewaard op .*/.exec(words(plan))[0], found[1], found[2], said);
  } else if ((found = /was er (\d+) (\w+) niet/.exec(said))) {
    assertAge(part(there, 'p'), found[1], found[2], said);
  } else if (/leverde/.test(said)) {
    assert.match(there, /<h1[^>]*>Plan van/, said);
  } else {
    assert.doesNotMatch(said, /\d/, `een getal dat deze test niet kent: ${said}`);
    assert.match(words(part(there, 'p')), /Nog niet hier geweest/, said);
  }
  return said;
}

test('who needs the coach: each number is what stands behind its link', async () => {
  const lines = [...team.matchAll(/<li class="lms-attention__item">([\s\S]*?)<\/li>/g)].map(([, line]) => line);
  const said = [];
  for (const line of lines) said.push(await assertAttention(line));
  for (const kind of [/leverde/, /had vraag/, /bewaarde al/, /was er/, /nog geen cursus/]) assert.ok(said.some((one) => kind.test(one)), `${kind} komt voor`);
  assert.equal(Number(/En nog (\d+)/.exec(words(team))[1]), lines.length - 5, 'en nog zoveel');
});

test('the table: every number is a link, and is what stands behind it', async () => {
  const cells = [...team.matchAll(/<td data-label="(Cursus|Plan)">([\s\S]*?)<\/td>/g)];
  assert.ok(cells.length > 20);
  for (const [, , cell] of cells) {
    assert.doesNotMatch(words(cell.replace(/<a [\s\S]*?<\/a>/g, '')), /\d/, 'geen getal buiten een link');
    for (const [, url, text] of cell.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)) {
      const there = await place(url);
      const found = /(\d+) van de (\d+) onderdelen klaar/.exec(words(text));
      if (found) {
        const [section] = there.split('<section class="lms-stack'); // of this course
        assert.equal(count(section, 'class="lms-part"'), Number(found[2]), url);
        assert.equal(count(section, 'lms-badge--ok'), Number(found[1]), url);
      } else if (/^Stap/.test(words(text))) {
        assert.ok(words(part(there, 'section')).includes(`Werkt aan ${words(text).replace(/^S/, 's').replace(/ bij .*/, '')}`), url);
      }
    }
  }
});

test('a member: so many questions right, so many tries, as stand under it', async () => {
  let seen = 0;
  for (const [, id] of team.matchAll(/<th scope="row"><a class="nl-link" href="\/team\/(\d+)">/g)) {
    const page = main((await anouk.get(`/team/${id}`)).text);
    for (const { index } of page.matchAll(/<section class="lms-part" id="module-/g)) {
      const module = part(page.slice(index), 'section');
      const found = /(\d+) van de (\d+) vragen goed/.exec(words(module));
      if (!found) continue;
      seen += 1;
      const questions = module.split('<li id="vraag-').slice(1);
      assert.equal(questions.length, Number(found[2]));
      assert.equal(questions.filter((q) => /: goed, /.test(q)).length, Number(found[1]));
      for (const q of questions) {
        const tries = /(\d+) keer geprobeerd/.exec(q)?.[1] ?? /goed bij poging (\d+)/.exec(q)?.[1] ?? (/in één keer goed/.test(q) ? 1 : 0);
        assert.equal(count(q, 'Poging '), Number(tries), words(q));
      }
    }
  }
  assert.ok(seen > 10);
});
