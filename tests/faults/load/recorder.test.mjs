// SPDX-License-Identifier: EUPL-1.2
// recorder.test.mjs - the checker of the faults can fail: it names what is
// lost and what is doubled, and accepts what nobody was promised.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { compare as compareAll } from './recorder.mjs';

const act = (place, value, isAcknowledged) =>
  ({ person: 'a', kind: 'tekst', place, value, sent: 1, acknowledgedAt: isAcknowledged ? 1 : 0 });
const row = (place, value) => ({ person: 'a', kind: 'tekst', place, value });
const compare = (acts, rows, changes = []) => compareAll(acts, rows, changes);
const nothing = { lost: [], doubled: [] };

test('what was acknowledged and is there, is in order', () => {
  assert.deepEqual(compare([act('p', 'x', true)], [row('p', 'x')]), nothing);
});

test('an acknowledged act that is not there is lost', () => {
  const { lost, doubled } = compare([act('p', 'x', true)], []);
  assert.deepEqual(doubled, []);
  assert.deepEqual(lost, ['a tekst p: bevestigd "x", opgeslagen niets']);
});

test('an acknowledged act under which an older one lies, is lost', () => {
  const acts = [act('p', 'old', true), act('p', 'new', true)];
  assert.equal(compare(acts, [row('p', 'old')]).lost.length, 1);
  assert.deepEqual(compare(acts, [row('p', 'new')]), nothing);
});

test('what was taken out and is there again, is lost', () => {
  const acts = [act('p', 'x', true), act('p', null, true)];
  assert.equal(compare(acts, [row('p', 'x')]).lost.length, 1);
  assert.deepEqual(compare(acts, [row('p', null)]), nothing);
  assert.deepEqual(compare(acts, []), nothing);
});

test('an act that was never acknowledged may be there or not', () => {
  assert.deepEqual(compare([act('p', 'x', false)], []), nothing);
  assert.deepEqual(compare([act('p', 'x', false)], [row('p', 'x')]), nothing);
  const after = [act('p', 'x', true), act('p', 'y', false)];
  assert.deepEqual(compare(after, [row('p', 'x')]), nothing);
  assert.deepEqual(compare(after, [row('p', 'y')]), nothing);
});

test('an act that was never acknowledged may not come after one that was', () => {
  const acts = [act('p', 'x', false), act('p', 'y', true)];
  assert.equal(compare(acts, [row('p', 'x')]).lost.length, 1);
});

test('what nobody sent, or what is there twice, is doubled', () => {
  assert.equal(compare([], [row('p', 'x')]).doubled.length, 1);
  assert.equal(compare([act('p', 'x', false)], [row('p', 'z')]).doubled.length, 1);
  assert.equal(compare([act('p', 'x', true)], [row('p', 'x'), row('p', 'x')]).doubled.length, 1);
});

test('an act that does its work a second time is doubled, also when it is overwritten again', () => {
  const acts = [act('p', 'x', false), act('p', 'y', true), act('p', 'z', true)];
  const held = [row('p', 'z')];
  const changes = (...values) => values.map((value) => row('p', value));
  assert.deepEqual(compare(acts, held, changes('x', 'y', 'z')), nothing);
  assert.deepEqual(compare(acts, held, changes('y', 'z')), nothing);
  assert.deepEqual(compare(acts, held, changes('y', 'x', 'z')).doubled, ['a tekst p: "x" kwam terug na "y"']);
  assert.equal(compare(acts, held, changes('x', 'y', 'x', 'y', 'z')).doubled.length, 1);
});

test('what is taken out and put in by turns is in order', () => {
  const acts = [act('p', '1', true), act('p', null, true), act('p', '2', true), act('p', null, true)];
  const changes = (...values) => values.map((value) => row('p', value));
  assert.deepEqual(compare(acts, [], changes('1', null, '2', null)), nothing);
  assert.equal(compare(acts, [], changes('1', null, '1', '2', null)).doubled.length, 1);
});
