// SPDX-License-Identifier: EUPL-1.2
/*
 * build.mjs - make assets/dist from assets/src and the NL Design System packages.
 *
 *   node build.mjs           write dist/
 *   node build.mjs --check   compare dist/ with what the sources give; exit 1 on a difference or when too big
 *
 * The stylesheet is: theme + our base + the NLDS rules that vocabulary.json names + our lms- layer. An NLDS rule is
 * kept when each of its nl-/utrecht- classes is in the vocabulary. Its tokens are replaced by the values of
 * tokens.css; a declaration whose token has neither value nor fallback is left out.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';
import parseValue from 'postcss-value-parser';
import { browserslistToTargets, transform } from 'lightningcss';
import { buildSync } from 'esbuild';
import { tourPictures } from './src/tour.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const text = (path) => readFileSync(here(path), 'utf8');

/* Gzip sizes that the first visit of a module page is planned with. */
const LIMITS = { 'leer.css': 10240, 'leer.js': 6144, 'privacy.js': 3072, 'cite.js': 1024, 'zoek.js': 1536, 'icoon.svg': 1024 };
const TARGETS = browserslistToTargets(['chrome 100', 'firefox 102', 'safari 15.4', 'ios_saf 15.4']);
const LAYERS = ['layout', 'parts', 'article', 'form', 'table', 'plan', 'feedback', 'print'];

const vocabulary = JSON.parse(text('vocabulary.json'));
const known = new Set(vocabulary.classes);

function readTokens() {
	const tokens = new Map();
	postcss.parse(text('src/css/tokens.css')).walkDecls((d) => { tokens.set(d.prop, d.value); });
	return tokens;
}

function isUsed(selector) {
	const classes = selector.match(/\.(?:nl|utrecht)-[\w-]+/g) ?? [];
	return classes.every((c) => known.has(c.slice(1))) &&
		!vocabulary.states.some((s) => selector.includes(s));
}

/* Our own names and the private ones of a component that still exist are left for the browser. */
function isRuntime(name, privates) {
	return name.startsWith('--lms-') || privates.has(name);
}

/* Returns the value with its tokens filled in, or null when one of them has neither value nor fallback. */
function resolve(value, tokens, privates, used) {
	const tree = parseValue(value);
	let lost = false;

	tree.walk((node) => {
		if (node.type !== 'function' || node.value !== 'var')
			return true;
		const comma = node.nodes.findIndex((n) => n.type === 'div' && n.value === ',');
		const name = node.nodes.find((n) => n.type === 'word').value;
		const rest = comma < 0 ? null :
			resolve(parseValue.stringify(node.nodes.slice(comma + 1)).trim(), tokens, privates, used);
		let out;

		if (tokens.has(name)) {
			used.add(name);
			out = tokens.get(name);
		} else if (isRuntime(name, privates)) {
			out = rest === null ? `var(${name})` : `var(${name},${rest})`;
		} else if (rest !== null) {
			out = rest;
		} else {
			lost = true;
			return false;
		}
		node.type = 'word';
		node.value = out;
		return false;
	});
	return lost ? null : tree.toString();
}

/* A product with the number 0 is a margin that a token would have switched on; a data: picture is stopped by our CSP. */
const isUseless = (value) => /calc\(0 ?\*/.test(value) || /url\(/.test(value);

function dropEmpty(root) {
	root.walkRules((rule) => { if (rule.nodes.length === 0) rule.remove(); });
	root.walkAtRules((rule) => { if (rule.nodes && rule.nodes.length === 0) rule.remove(); });
}

function collectPrivates(root) {
	const names = new Set();
	root.walkDecls(/^--/, (d) => { names.add(d.prop); });
	return names;
}

function pruneComponents(root) {
	const tokens = readTokens();
	const used = new Set();
	let size;

	root.walkComments((c) => { c.remove(); });
	root.walkRules((rule) => {
		rule.selectors = rule.selectors.filter(isUsed);
		if (rule.selectors.every((s) => s === ''))
			rule.remove();
	});
	/* Public tokens that a component sets for another component never come from the page: only private ones stay. */
	root.walkDecls(/^--(?!_)/, (d) => { d.remove(); });
	do {
		const privates = collectPrivates(root);

		size = root.toString().length;
		root.walkDecls((d) => {
			const value = resolve(d.value, tokens, privates, used);

			if (value === null || isUseless(value))
				d.remove();
			else
				d.value = value;
		});
		dropEmpty(root);
	} while (root.toString().length !== size);

	const idle = [...tokens.keys()].filter((name) => !used.has(name));
	if (idle.length > 0)
		throw new Error(`tokens.css: no rule uses ${idle.join(', ')}`);
	return root.toString();
}

function makeCss() {
	const parts = vocabulary.packages.map((p) => text(`node_modules/${p}`));
	const components = pruneComponents(postcss.parse(parts.join('\n').replace(/\/\*#.*?\*\//g, '')));
	const own = (name) => text(`src/css/${name}.css`);
	const source = [own('theme'), own('base'), components, ...LAYERS.map(own)].join('\n');
	const { code } = transform({
		filename: 'leer.css', code: Buffer.from(source), minify: true, targets: TARGETS,
	});
	const css = `/*! SPDX-License-Identifier: EUPL-1.2 - includes parts of NL Design System (Frameless B.V., ` +
		`Gemeente Utrecht, community) */\n${code}\n`;

	if (/url\(|@import/.test(css))
		throw new Error('leer.css: url() or @import: each would be one more request, or be stopped by the CSP');
	return css;
}

function makeJs(name) {
	const { outputFiles } = buildSync({
		entryPoints: [here(`src/js/${name}`)], bundle: true, minify: true, format: 'iife',
		target: 'es2020', charset: 'utf8', write: false, legalComments: 'none',
	});
	return `/*! SPDX-License-Identifier: EUPL-1.2 */\n${outputFiles[0].text}`;
}

function makeAll() {
	const out = { 'leer.css': makeCss(), 'leer.js': makeJs('leer.js'), 'privacy.js': makeJs('privacy.js'), 'cite.js': makeJs('cite.js'), 'zoek.js': makeJs('zoek.js'), ...tourPictures() };

	for (const name of readdirSync(here('src/images')))
		out[name] = text(`src/images/${name}`);
	return out;
}

function report(out) {
	let ok = true;

	for (const [name, data] of Object.entries(out)) {
		const gzip = gzipSync(data, { level: 9 }).length;
		const limit = LIMITS[name] ?? 4096;

		console.log(`${name}: ${Buffer.byteLength(data)} bytes, ${gzip} gzipped (limit ${limit})`);
		ok &&= gzip <= limit;
	}
	if (!ok)
		console.error('assets: over the limit');
	return ok;
}

function compare(out) {
	const have = readdirSync(here('dist')).sort();
	const want = Object.keys(out).sort();
	const wrong = want.filter((n) => !have.includes(n) || text(`dist/${n}`) !== out[n]);

	wrong.push(...have.filter((n) => !want.includes(n)));
	for (const name of wrong)
		console.error(`assets: dist/${name} is not what the sources give; run: node assets/build.mjs`);
	return wrong.length === 0;
}

const out = makeAll();
let ok = report(out);

if (process.argv.includes('--check')) {
	ok = compare(out) && ok;
} else {
	mkdirSync(here('dist'), { recursive: true });
	for (const [name, data] of Object.entries(out))
		writeFileSync(here(`dist/${name}`), data);
}
process.exitCode = ok ? 0 : 1;
