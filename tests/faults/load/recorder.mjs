// SPDX-License-Identifier: EUPL-1.2
// recorder.mjs - keeps every act that a client sent, and compares them with
// what the database holds.
//
// An act puts a value in a place: an answer in its attempt, a text in its
// field, a line under its id (null: taken out). A place belongs to one person,
// and one person does one act at a time, each with a value of its own. An act
// that was never acknowledged may be there or not, so a place may hold what
// its last acknowledged act put there, or anything that was sent after that.
// And every act does its work at most once: the values that a place has had,
// come in the order of the acts. What comes back was done a second time, or so
// late that it undid what was acknowledged since.

export class Recorder {
  acts = [];
  faults = [];

  begin(person, kind, place, value) {
    const act = { person, kind, place, value, sent: 0, acknowledgedAt: 0 };
    this.acts.push(act);
    return act;
  }

  /** Something that should never be: an answer that makes no sense. */
  fault(text) {
    this.faults.push(text);
  }
}

export const keyOf = ({ person, kind, place }) => `${person} ${kind} ${place}`;

function byPlace(list) {
  const places = new Map();
  for (const item of list) {
    const key = keyOf(item);
    if (!places.has(key)) places.set(key, []);
    places.get(key).push(item);
  }
  return places;
}

const shown = (value) => (value === null ? 'niets' : `"${String(value).slice(0, 40)}"`);

/** One place: what is wrong with it, as { lost } or { doubled }, or nothing. */
function judge(key, acts, rows) {
  if (rows.length > 1) return { doubled: `${key}: ${rows.length} keer opgeslagen` };
  if (acts.length === 0) return { doubled: `${key}: opgeslagen, door niemand gestuurd` };
  const held = rows.length === 0 ? null : rows[0].value;
  const last = acts.findLastIndex((act) => act.acknowledgedAt > 0);
  const allowed = acts.slice(Math.max(last, 0)).map((act) => act.value);
  if (last === -1) allowed.push(null);
  if (allowed.includes(held)) return {};
  if (last === -1) return { doubled: `${key}: ${shown(held)}, door niemand gestuurd` };
  return { lost: `${key}: bevestigd ${shown(acts[last].value)}, opgeslagen ${shown(held)}` };
}

/** The values that a place has had, in order: each must be of an act after the one before it. */
function judgeOrder(key, acts, changes) {
  let next = 0;
  for (const { value } of changes) {
    const found = acts.findIndex((act, i) => i >= next && act.value === value);
    if (found === -1) return `${key}: ${shown(value)} kwam terug na ${shown(acts[next - 1]?.value ?? null)}`;
    next = found + 1;
  }
  return undefined;
}

/**
 * The acts beside the rows { person, kind, place, value } that the database
 * holds, and beside every change of such a row, in order.
 */
export function compare(acts, rows, changes) {
  const result = { lost: [], doubled: [] };
  const [sent, held, changed] = [acts, rows, changes].map(byPlace);
  for (const key of new Set([...sent.keys(), ...held.keys(), ...changed.keys()])) {
    const ofPlace = sent.get(key) ?? [];
    const { lost, doubled } = judge(key, ofPlace, held.get(key) ?? []);
    const late = doubled ?? judgeOrder(key, ofPlace, changed.get(key) ?? []);
    if (lost) result.lost.push(lost);
    if (late) result.doubled.push(late);
  }
  return result;
}
