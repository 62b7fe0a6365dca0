// SPDX-License-Identifier: EUPL-1.2
/*
 * assets.test.mjs - the stylesheet and the script by themselves, in Debian's Chromium, against a server of this file
 * that answers as README.md in assets/ says the product does. Time is the page's fake clock where the script waits.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { open } from './helpers.mjs';

const assets = new URL('../../assets/', import.meta.url);
const read = (path) => readFileSync(new URL(path, assets), 'utf8');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CSP = "default-src 'self'";

let server, origin, browser, page, posts, reply;

const shell = (body) => `<!doctype html><html lang="nl"><title>Proef</title>
<link rel="stylesheet" href="/dist/leer.css"><script src="/dist/leer.js" defer></script><main>${body}</main>`;

const saveForm = (token = 'oud') => shell(`<form method="post" action="/opslaan" data-autosave>
<input type="hidden" name="csrf" value="${token}"><input type="hidden" name="revisie" value="7">
<label for="t">Tekst</label><textarea id="t" name="tekst"></textarea>
<p class="lms-status" data-status role="status"></p><button name="naar" value="2">Verder</button></form>
<aside data-vers="/som"><p>oude som</p></aside><a href="/leeg">Weg</a>`);

const question = (inner) => `<section data-deel><form method="post" action="/antwoord" data-vraag>${inner}
<p data-status role="status"></p><button name="knop" value="kijk">Kijk na</button></form></section>`;

const PAGES = {
	'/patronen': () => read('src/patronen.html').replaceAll('../dist/', '/dist/'),
	'/plan': () => saveForm(),
	'/leeg': () => shell('<h1>Leeg</h1>'),
	'/som': () => '<aside data-vers="/som"><p>nieuwe som</p></aside>',
	'/vraag': () => shell(question('<label><input type="radio" name="keuze" value="1"> Eén</label>')),
	'/lijst': () => shell(`<form><label for="z">Zoek</label><input id="z" data-filter="l">
<p data-telling data-enkel="tarief" data-meer="tarieven"></p></form><ul id="l"><li>Ambulante begeleiding</li>
<li data-zoekwoorden="geld">Schuldhulp</li><li><label><input type="radio" checked> Dagbesteding</label></li></ul>`),
	'/fout': () => shell('<div role="group" aria-label="Kijk na" tabindex="-1" autofocus>Kijk na</div>'),
};

async function handle(request, response) {
	const url = new URL(request.url, 'http://x');
	let body = '';

	for await (const chunk of request)
		body += chunk;
	if (url.pathname.startsWith('/dist/')) {
		const type = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }[url.pathname.split('.').pop()];

		response.writeHead(200, { 'content-type': type });
		response.end(read(url.pathname.slice(1)));
		return;
	}
	if (request.method === 'POST') {
		const post = { path: url.pathname, part: request.headers['x-leer-deel'], body: new URLSearchParams(body) };

		posts.push(post);
		await reply(response, post);
		return;
	}
	response.writeHead(PAGES[url.pathname] ? 200 : 404, {
		'content-type': 'text/html; charset=utf-8', 'content-security-policy': CSP,
	});
	response.end(PAGES[url.pathname]?.() ?? '');
}

const json = (response, status, data) => {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(data));
};
const html = (response, text) => {
	response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
	response.end(text);
};
const saved = (response) => json(response, 200, { opgeslagen_om: '14:03', revisie: 7 + posts.length });
const status = () => page.locator('[data-status]');
const says = (words) => page.locator('[data-status]', { hasText: words }).waitFor();

async function until(condition) {
	for (let i = 0; i < 3000 && !condition(); i++)
		await new Promise((done) => { setTimeout(done, 10); });
	assert.ok(condition(), String(condition));
}

before(async () => {
	server = http.createServer((request, response) => {
		handle(request, response).catch((error) => { response.destroy(error); });
	});
	await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
	origin = `http://127.0.0.1:${server.address().port}`;
	browser = await open();
});

after(async () => {
	await browser.close();
	server.closeAllConnections();
	server.close();
});

beforeEach(async () => {
	posts = [];
	reply = saved;
	page = await browser.newPage({ baseURL: origin });
});

afterEach(() => page.close());

/** From here on time passes only where the test says so: runFor. */
async function openPlan() {
	await page.clock.install({ time: '2026-11-23T13:00:00Z' });
	await page.goto('/plan');
	await page.clock.pauseAt('2026-11-23T14:00:00Z');
}

/** What was sent has its answer, and the script has read it. */
async function settled(sent) {
	await Promise.all(sent.map(async (request) => (await request.response())?.finished()));
	for (let i = 0; i < 3; i++)
		await page.evaluate(() => new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }));
}

/** Time passes until the page says this: a try that was under way may put its next one off. */
async function saysAfter(words, step) {
	for (let i = 0; i < 100 && !(await status().innerText()).includes(words); i++)
		await page.clock.runFor(step);
	await says(words);
}

for (const [width, height] of [[360, 740], [1280, 900]]) {
	for (const colorScheme of ['light', 'dark']) {
		test(`patterns at ${width} pixels, ${colorScheme}: no WCAG A/AA violation, nothing blocked, no sideways scroll`, async () => {
			const context = await browser.newContext({ viewport: { width, height }, colorScheme, baseURL: origin, bypassCSP: false });
			const patterns = await context.newPage();
			const complaints = [];

			patterns.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
			patterns.on('pageerror', (error) => complaints.push(error.message));
			await patterns.goto('/patronen');
			assert.deepEqual(complaints, []);
			assert.equal(await patterns.evaluate(() => document.documentElement.scrollWidth), width);
			const { violations } = await patterns.evaluate(`${axe}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`);

			assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`), []);
			await context.close();
		});
	}
}

test('every class that a page template uses is in the vocabulary', () => {
	const names = /\b(?:nl|utrecht|lms)-[a-z0-9_-]*[a-z0-9]/g;
	const known = new Set([...read('dist/leer.css').matchAll(names), ...read('README.md').matchAll(names)].map(([name]) => name));
	const pages = new URL('../../app/web/pages/', import.meta.url);
	const folders = ['', ...readdirSync(pages, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => `${e.name}/`)];
	const files = folders.flatMap((folder) => readdirSync(new URL(folder, pages)).map((name) => folder + name)).filter((n) => n.endsWith('.html'));
	const unknown = [];

	assert.ok(files.includes('plan/step.html'), 'every folder is read');
	for (const file of files)
		for (const [, list] of readFileSync(new URL(file, pages), 'utf8').matchAll(/ class="([^"]*)"/g))
			for (const [name] of list.replace(/\{\{.*?\}\}/g, '').matchAll(/\b(?:nl|utrecht|lms)-[a-z0-9_-]*[a-z0-9](?=\s|$)/g))
				if (!known.has(name))
					unknown.push(`${file}: ${name}`);
	assert.deepEqual(unknown, []);
});

test('text is saved one second after the last key, with token, revision and part', async () => {
	await openPlan();
	await page.locator('#t').pressSequentially('Hallo');
	await page.clock.runFor(900);
	assert.equal(posts.length, 0);
	await page.clock.runFor(200);
	await says('Opgeslagen om 14:03');
	assert.equal(posts.length, 1);
	assert.equal(posts[0].part, 'opslaan');
	assert.deepEqual([...posts[0].body], [['csrf', 'oud'], ['revisie', '7'], ['tekst', 'Hallo']]);
	assert.equal(await page.locator('[name=revisie]').inputValue(), '8');
});

test('while the keys go on, no text waits for two seconds', async () => {
	const sent = [];

	await openPlan();
	page.on('request', (request) => { if (request.method() === 'POST') sent.push(request); });
	for (let i = 0; i < 12; i++) {
		await page.locator('#t').press('a');
		await page.clock.runFor(500);
		await settled(sent);
		const waited = 500 * (i + 1 - (posts.at(-1)?.body.get('tekst').length ?? 0));

		assert.ok(waited <= 2000, `${waited} ms`);
	}
	assert.ok(posts.length >= 3);
});

test('a save that fails says so, keeps the text and is tried again with the newest text', async () => {
	reply = (response) => (posts.length === 1 ? json(response, 503, { melding: '' }) : saved(response));
	await openPlan();
	await page.locator('#t').fill('Eerst');
	await page.clock.runFor(1000);
	await says('Niet opgeslagen. We proberen het opnieuw…');
	await page.context().setOffline(true);
	await page.clock.runFor(30000);
	await page.locator('#t').fill('Daarna');
	await page.clock.runFor(30000);
	await says('Niet opgeslagen. We proberen het opnieuw…');
	assert.equal(posts.length, 1);
	await page.context().setOffline(false);
	await saysAfter('Opgeslagen om 14:03', 15000);
	assert.equal(posts.at(-1).body.get('tekst'), 'Daarna');
});

test('a conflict shows the server\'s words and waits for the next change', async () => {
	reply = (response) => json(response, 409, { melding: 'Dit plan is al ingeleverd.' });
	await openPlan();
	await page.locator('#t').fill('x');
	await page.clock.runFor(1000);
	await says('Dit plan is al ingeleverd.');
	await page.clock.runFor(60000);
	assert.equal(posts.length, 1);
});

test('a stale token is fetched anew before the next try', async () => {
	const plan = PAGES['/plan'];

	reply = (response, { body }) => (body.get('csrf') === 'nieuw' ? saved(response) : json(response, 403, {}));
	await openPlan();
	PAGES['/plan'] = () => saveForm('nieuw');
	try {
		await page.locator('#t').fill('x');
		await page.clock.runFor(1000);
		await says('je bent uitgelogd');
		await saysAfter('Opgeslagen om 14:03', 2000);
		assert.equal(await page.locator('#t').inputValue(), 'x');
	} finally {
		PAGES['/plan'] = plan;
	}
});

test('a submit waits for the save under way and carries its revision', async () => {
	let release;

	reply = async (response, { part }) => {
		if (part !== 'opslaan')
			return html(response, shell('<h1>Stap 2</h1>'));
		await new Promise((done) => { release = done; });
		return saved(response);
	};
	await openPlan();
	await page.locator('#t').fill('x');
	await page.clock.runFor(1000);
	await until(() => release);
	await page.getByRole('button').click({ noWaitAfter: true });
	assert.equal(posts.length, 1);
	release();
	await page.getByRole('heading', { name: 'Stap 2' }).waitFor();
	assert.equal(posts.length, 2);
	assert.equal(posts[1].part, undefined);
	assert.deepEqual([posts[1].body.get('revisie'), posts[1].body.get('naar')], ['8', '2']);
});

test('leaving at once still saves; no warning', async () => {
	await openPlan();
	page.on('dialog', () => assert.fail('a warning'));
	await page.locator('#t').fill('Net getypt');
	await page.getByRole('link').click();
	await page.getByRole('heading', { name: 'Leeg' }).waitFor();
	await until(() => posts.length > 0);
	assert.equal(posts.at(-1).body.get('tekst'), 'Net getypt');
});

test('leaving with text that could not be saved warns', async () => {
	reply = (response) => json(response, 503, {});
	await openPlan();
	await page.locator('#t').pressSequentially('x');
	await page.clock.runFor(1000);
	await says('Niet opgeslagen');
	const warned = new Promise((done) => {
		page.on('dialog', async (dialog) => { done(dialog.type()); await dialog.accept(); });
	});

	page.goto('/leeg').catch(() => {});
	assert.equal(await warned, 'beforeunload');
});

test('after a save the sum is fetched again', async () => {
	await openPlan();
	await page.locator('#t').fill('x');
	await page.clock.runFor(1000);
	await says('Opgeslagen');
	for (let i = 0; i < 100 && !await page.getByText('nieuwe som').isVisible(); i++)
		await page.clock.runFor(200);
	await page.getByText('nieuwe som').waitFor();
	assert.equal(await page.locator('[data-vers]').count(), 1);
});

test('an answer is replaced by the server\'s part, and its result gets focus', async () => {
	reply = (response) => html(response, question('<h2 tabindex="-1" data-focus>Goed</h2>'));
	await page.goto('/vraag');
	await page.getByRole('radio').check();
	await page.getByRole('button').click();
	await page.getByRole('heading', { name: 'Goed' }).waitFor();
	assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Goed');
	assert.deepEqual([posts[0].part, posts[0].body.get('keuze'), posts[0].body.get('knop')], ['vraag', '1', 'kijk']);
	assert.equal(new URL(page.url()).pathname, '/vraag');
});

test('an answer without a usable part is sent as a plain form', async () => {
	reply = (response, { part }) => (part ? json(response, 503, {}) : html(response, shell('<h1>Gewoon</h1>')));
	await page.goto('/vraag');
	await page.getByRole('radio').check();
	await page.getByRole('button').click();
	await page.getByRole('heading', { name: 'Gewoon' }).waitFor();
	assert.deepEqual([...posts[1].body], [['keuze', '1'], ['knop', 'kijk']]);
});

test('a second click sends nothing', async () => {
	let release;

	reply = async (response) => {
		await new Promise((done) => { release = done; });
		html(response, question('<h2 tabindex="-1" data-focus>Goed</h2>'));
	};
	await page.goto('/vraag');
	await page.getByRole('button').click();
	await until(() => release);
	await page.getByRole('button').evaluate((button) => { button.click(); });
	release();
	await page.getByRole('heading', { name: 'Goed' }).waitFor();
	assert.equal(posts.length, 1);
});

test('a list is narrowed while typing; what is chosen stays', async () => {
	await page.goto('/lijst');
	await page.locator('#z').fill('GÉLD');
	assert.deepEqual(await page.locator('li:visible').allInnerTexts(), ['Schuldhulp', ' Dagbesteding']);
	assert.equal(await page.locator('[data-telling]').innerText(), '2 tarieven');
	await page.locator('#z').fill('begeleiding ambul');
	assert.equal(await page.locator('li:visible').count(), 2);
	await page.locator('#z').fill('');
	assert.equal(await page.locator('li:visible').count(), 3);
});

test('the error summary gets focus at load', async () => {
	await page.goto('/fout');
	assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'group');
});

test('without scripts a form is an ordinary form', async () => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origin });
	const plain = await context.newPage();

	reply = (response) => html(response, shell('<h1>Stap 2</h1>'));
	await plain.goto('/plan');
	await plain.locator('#t').fill('x');
	await plain.getByRole('button').click();
	await plain.getByRole('heading', { name: 'Stap 2' }).waitFor();
	assert.deepEqual([posts[0].part, posts[0].body.get('tekst')], [undefined, 'x']);
	await context.close();
});
