// SPDX-License-Identifier: EUPL-1.2
// learner.mjs - one person who answers questions, types in a plan, puts lines
// in it and takes them out, and says of a module that it was read.
//
// One act at a time. An act without an acknowledgement is sent again, the same
// request, as somebody does who presses the button once more; now and then
// they give up, load the page anew and go on from what it shows.
import { setTimeout as wait } from 'node:timers/promises';
import { formsOf, get, post } from './client.mjs';

const COURSE = '/cursus/de-basis';
export const MODULE = `${COURSE}/zes-stappen`;
const TARIFF = 'WMO-BEG-IND';
const LINES = 2;
const GIVES_UP = 0.15;
const STUBBORN_MS = 40000;

const cookieOf = (answer, name) => (answer.headers['set-cookie'] ?? [])
  .map((line) => line.split(';')[0]).find((pair) => pair.startsWith(`${name}=`) && pair.length > name.length + 1);

/** What came back instead of an acknowledgement, when that is in order: a broken connection, or the page that says what to do. */
export function isPolite(answer) {
  if (answer.status === 0) return true;
  if (answer.status !== 503) return false;
  return answer.text.startsWith('{') || (/<html lang="nl"/.test(answer.text) && /Even geduld|Het is even druk/.test(answer.text));
}

export class Learner {
  isBusy = false;
  #done = 0;
  #hasRead = false;

  constructor(number, casus, recorder, random) {
    this.number = number;
    this.email = `storm${number}@voorbeeld.nl`;
    this.password = `storm-op-komst-${number}`;
    this.name = `Storm${String(number).padStart(4, '0')}`;
    this.plan = `${COURSE}/casus/${casus}/plan`;
    this.recorder = recorder;
    this.random = random;
  }

  async logIn() {
    const form = await get('/inloggen', '');
    const { fields } = formsOf(form.text, '/inloggen')[0];
    const answer = await post('/inloggen', cookieOf(form, '__Host-bezoeker'), { ...fields, email: this.email, wachtwoord: this.password });
    this.cookie = cookieOf(answer, '__Host-sid');
    if (answer.status !== 303 || !this.cookie) throw new Error(`inloggen gaf ${answer.status}`);
    await this.#page(MODULE);
    await post(this.plan, this.cookie, { csrf: this.csrf });
    await this.#reload();
    const line = await this.#page(`${this.plan}/rendement?scenario=huidig&tarief=${TARIFF}`);
    this.line = formsOf(line, '/rendement/regel').at(-1).fields;
    this.lines = Array(LINES).fill(null); // or { id, amount }
  }

  async #page(path) {
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await get(path, this.cookie);
      this.cookie = [this.cookie.split('; ')[0], cookieOf(answer, '__Host-plek')].filter(Boolean).join('; ');
      if (answer.status === 200) {
        this.csrf ??= /name="csrf" value="([^"]+)"/.exec(answer.text)[1];
        return answer.text;
      }
      if (!isPolite(answer)) this.recorder.fault(`GET ${path}: ${answer.status}`);
      await wait(100);
    }
    throw new Error(`${path} komt niet meer`);
  }

  /** Goes on from what the pages show. A question that was answered shows no choices, but they stay what they were. */
  async #reload() {
    const questions = formsOf(await this.#page(MODULE), '/antwoord');
    this.questions = questions.map(({ fields, inner }, i) => (fields.versie === undefined
      ? { ...this.questions[i], poging: Number(fields.poging) }
      : { ...fields, poging: Number(fields.poging), choices: [...inner.matchAll(/name="keuze" value="(\d+)"/g)].map((m) => m[1]) }));
    this.typing = formsOf(await this.#page(`${this.plan}/huishouden`), '/huishouden')[0].fields;
  }

  /** Begins one act; resolves when it is over, whichever way. */
  async act() {
    this.isBusy = true;
    this.#done += 1;
    try {
      await this.choose();
    } finally {
      this.isBusy = false;
    }
  }

  /** What this act is. */
  async choose() {
    const turn = this.random();
    if (!this.#hasRead && turn < 0.02) await this.#read();
    else if (turn < 0.35) await this.#answer();
    else if (turn < 0.65) await this.type();
    else await this.#changeLine();
  }

  async #read() {
    const act = this.recorder.begin(this.email, 'gelezen', 'zes-stappen', 'ja');
    const fields = { csrf: this.csrf };
    this.#hasRead = await this.#perform(act, () => post(`${MODULE}/gelezen`, this.cookie, fields), (a) => a.status === 303);
  }

  async #answer() {
    const asked = this.questions.filter((q) => q.poging < 1000);
    const question = asked[Math.floor(this.random() * asked.length)];
    const { choices, ...fields } = question;
    const choice = choices[Math.floor(this.random() * choices.length)];
    const part = this.random() < 0.5 ? 'vraag' : undefined;
    const act = this.recorder.begin(this.email, 'antwoord',
      `${fields.vraag}/${fields.versie}/${fields.poging}`, String(2 ** (Number(choice) - 1)));
    const isSaved = await this.#perform(act, () => post(`${MODULE}/antwoord`, this.cookie, { ...fields, keuze: choice }, part),
      (a) => (part ? a.status === 200 && a.text.includes('Opgeslagen') && !a.text.includes('al beantwoord')
        : a.status === 303 && !a.headers.location.includes('elders')),
      (a) => (part ? a.status === 409 || a.text.includes('al beantwoord') : a.status === 303));
    if (isSaved) question.poging += 1;
  }

  /** Saves a text of the plan, as the page does by itself while somebody types. */
  async type() {
    const field = this.random() < 0.5 ? 'situatie' : 'knelt';
    const text = `Regel ${this.#done} van ${this.name}: wat er nu speelt. `.repeat(1 + Math.floor(this.random() * 10)).trim();
    const act = this.recorder.begin(this.email, 'tekst', field, text);
    const fields = { ...this.typing, [field]: text };
    let answer;
    const isSaved = await this.#perform(act, () => post(`${this.plan}/huishouden`, this.cookie, fields, 'opslaan'),
      (a) => {
        if (a.status !== 200) return false;
        answer = JSON.parse(a.text);
        return Number.isInteger(answer.revisie);
      }, (a) => a.status === 409);
    if (!isSaved) return;
    this.typing = { ...fields, revisie: String(answer.revisie) };
    for (const [name, stamp] of Object.entries(answer.basis)) this.typing[`basis_${name}`] = stamp;
  }

  /** A line is put in, changed, and taken out again; the next one has a new id. */
  async #changeLine() {
    const n = Math.floor(this.random() * LINES);
    const known = this.lines[n] ?? { id: `storm${this.#done}`, amount: null };
    const goesOut = known.amount !== null && this.random() < 0.5;
    const amount = goesOut ? null : String(this.#done);
    const key = { id: known.id, basis: this.lines[n] ? await this.#lineStamp(known.id) : 'leeg' };
    const fields = goesOut ? { csrf: this.csrf, ...key } : { ...this.line, ...key, hoeveelheid: amount };
    const act = this.recorder.begin(this.email, 'regel', known.id, amount);
    const isSaved = await this.#perform(act, () => post(`${this.plan}/rendement/${goesOut ? 'verwijder' : 'regel'}`, this.cookie, fields),
      (a) => a.status === 303, (a) => a.status === 409);
    this.lines[n] = isSaved && !goesOut ? { id: known.id, amount } : null;
  }

  async #lineStamp(id) {
    const page = await this.#page(`${this.plan}/rendement?regel=${id}`);
    return new RegExp(`name="id" value="${id}"><input type="hidden" name="basis" value="([^"]*)"`).exec(page)?.[1] ?? 'leeg';
  }

  /** May an earlier act, that nobody answered, have come between? */
  #hasUnsure(act) {
    const mine = this.recorder.acts.filter((other) => other.person === act.person && other.kind === act.kind);
    if (act.kind !== 'tekst') return act.sent > 1 || mine.some((other) => other !== act && other.place === act.place);
    return mine.slice(mine.findLastIndex((other) => other.acknowledgedAt > 0) + 1).some((other) => other !== act);
  }

  async #perform(act, send, isYes, isNo = () => false) {
    const began = performance.now();
    for (;;) {
      act.sent += 1;
      const answer = await send();
      if (isYes(answer)) {
        act.acknowledgedAt = performance.now();
        act.ms = answer.ms;
        this.recorder.onAcknowledged?.(act);
        return true;
      }
      if (isNo(answer) && this.#hasUnsure(act)) {
        act.wasTold = true; // something else is stored, and they see it
        await this.#reload();
        return false;
      }
      if (!isPolite(answer)) {
        this.recorder.fault(`${act.kind} ${act.place}, keer ${act.sent}: ${answer.status} ${answer.headers.location ?? answer.text.replace(/\s+/g, ' ').slice(0, 160)}`);
        await this.#reload();
        return false;
      }
      this.recorder.onRefused?.(act, answer);
      if (performance.now() - began > STUBBORN_MS) {
        this.recorder.fault(`${act.kind} ${act.place}: na ${act.sent} keer nog niet bewaard`);
        return false;
      }
      await wait(200 + this.random() * 300);
      if (this.random() < GIVES_UP) {
        await this.#reload();
        return false;
      }
    }
  }
}
