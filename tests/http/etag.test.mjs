// SPDX-License-Identifier: EUPL-1.2
// etag.test.mjs - a page that did not change is not sent again.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { logIn, questionForm, slugs } from './helpers.mjs';

const { cursus, module } = slugs();
const page = `/cursus/${cursus}/${module}`;
const again = (visitor, path, tag, more = {}) => visitor.get(path, { 'if-none-match': tag, ...more });

test('the second time a page is 304, without a body', async () => {
  const visitor = await logIn('tarik');
  for (const path of [page, '/', '/account', `/cursus/${cursus}`]) {
    const first = await visitor.get(path);
    const tag = first.headers.get('etag');
    assert.ok(tag, path);
    assert.match(first.headers.get('cache-control'), /private, no-cache/);
    const second = await again(visitor, path, tag);
    assert.equal(second.status, 304, path);
    assert.equal(second.text, '');
    assert.equal(second.headers.get('etag'), tag);
  }
});

test('also when it travels compressed, or not', async () => {
  const visitor = await logIn('tarik');
  const plain = await visitor.get(page, { 'accept-encoding': 'identity' });
  const gzip = await visitor.get(page, { 'accept-encoding': 'gzip' });
  assert.equal(plain.headers.get('content-encoding'), null);
  assert.equal(gzip.headers.get('content-encoding'), 'gzip');
  assert.equal(gzip.text, plain.text);
  for (const tag of [plain.headers.get('etag'), gzip.headers.get('etag')]) {
    for (const encoding of ['identity', 'gzip']) {
      assert.equal((await again(visitor, page, tag, { 'accept-encoding': encoding })).status, 304);
    }
  }
  assert.match(gzip.headers.get('vary') ?? '', /accept-encoding/i);
});

test('another tag gets the page', async () => {
  const visitor = await logIn('tarik');
  const r = await again(visitor, page, 'W/"0123456789abcdef"');
  assert.equal(r.status, 200);
  assert.ok(r.text.length > 1000);
});

test('an answer changes the page', async () => {
  const visitor = await logIn('tarik');
  const before = await visitor.get(page);
  const { action, fields } = questionForm(before.text);
  assert.equal((await visitor.post(action, { ...fields, keuze: '1' })).status, 303);
  const after = await again(visitor, page, before.headers.get('etag'));
  assert.equal(after.status, 200);
  assert.notEqual(after.headers.get('etag'), before.headers.get('etag'));
});

test("somebody else's page is another page", async () => {
  const tarik = await logIn('tarik');
  const sanne = await logIn('sanne');
  const tag = (await tarik.get('/account')).headers.get('etag');
  const r = await again(sanne, '/account', tag);
  assert.equal(r.status, 200);
  assert.match(r.text, /Sanne Hofman/);
});

test('HEAD says the same as GET, without a body', async () => {
  const visitor = await logIn('tarik');
  const get = await visitor.get(page, { 'accept-encoding': 'identity' });
  const head = await visitor.send(page, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
  assert.equal(head.status, 200);
  assert.equal(head.text, '');
  assert.equal(head.headers.get('etag'), get.headers.get('etag'));
  assert.equal(head.headers.get('content-type'), get.headers.get('content-type'));
});

test('a fault is never kept', async () => {
  const visitor = await logIn('tarik');
  const r = await visitor.get('/weg');
  assert.equal(r.status, 404);
  assert.equal(r.headers.get('etag'), null);
  assert.match(r.headers.get('cache-control'), /no-cache|no-store/);
});

test('a part of a page is never kept: the way back shows the page', async () => {
  const visitor = await logIn('tarik');
  const r = await visitor.get('/wet?zoek=schuld', { 'x-leer-deel': 'zoek' });
  assert.equal(r.status, 200);
  assert.equal(r.headers.get('etag'), null);
  assert.equal(r.headers.get('cache-control'), 'no-store');
});
