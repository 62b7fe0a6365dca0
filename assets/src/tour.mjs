// SPDX-License-Identifier: EUPL-1.2
/*
 * tour.mjs - the four drawings of the tour: what a place looks like, without its words. Drawn and not photographed,
 * so that they stay true when a text changes, and weigh a kilobyte. build.mjs writes them to dist/.
 */
const C = {
	paper: '#fbf9f4', card: '#fff', line: '#d5cdbd', words: '#cfd6d3', ink: '#17292b', soft: '#506062',
	teal: '#0b5a59', tint: '#e4f0ed', amber: '#e0952f', amberTint: '#fcf0d9',
};
const SIZE = { width: 600, height: 340 };

const box = (x, y, w, h, fill = C.card, stroke = C.line) =>
	`<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="8" fill="${fill}" stroke="${stroke}" stroke-width="2"/>`;
const say = (x, y, words, { size = 22, fill = C.ink, weight = 700, middle = false } = {}) =>
	`<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}"${middle ? ' text-anchor="middle"' : ''}>${words}</text>`;
/* Lines of text that nobody needs to read: how long each is. */
const text = (x, y, ...lengths) =>
	lengths.map((length, i) => `<rect x="${x}" y="${y + 24 * i}" width="${length}" height="9" rx="4.5" fill="${C.words}"/>`).join('');
const dot = (x, y, r, fill, stroke = C.teal) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" stroke="${stroke}" stroke-width="3"/>`;

const picture = (...parts) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" ` +
	`font-family="system-ui,sans-serif"><rect width="${SIZE.width}" height="${SIZE.height}" fill="${C.paper}"/>${parts.join('')}</svg>\n`;

function module() {
	return picture(
		say(40, 62, 'De zes stappen', { size: 32 }),
		text(40, 92, 480, 520, 390), text(40, 180, 90), say(142, 190, 'hindernis', { weight: 400 }),
		`<path d="M142 198h94" stroke="${C.ink}" stroke-width="2" stroke-dasharray="2 4"/>`, text(248, 180, 250),
		text(40, 282, 500, 440),
		box(142, 208, 390, 62, C.card, C.teal), say(162, 246, 'Wat de oplossing tegenhoudt.', { weight: 400 }),
	);
}

function question() {
	const option = (y, isChosen, length) => box(40, y, 520, 50, isChosen ? C.tint : C.card, isChosen ? C.teal : C.line) +
		dot(68, y + 25, 11, C.card, isChosen ? C.teal : C.soft) + (isChosen ? dot(68, y + 25, 4, C.teal) : '') + text(94, y + 21, length);

	return picture(
		say(40, 46, 'Vraag 1 van 8', { size: 22, fill: C.soft }), text(40, 64, 430),
		option(94, false, 300), option(156, true, 380),
		`<path d="M44 218v52" stroke="${C.teal}" stroke-width="5"/>`, say(62, 236, 'Goed.', { fill: C.teal }), text(142, 227, 370), text(62, 252, 420),
		option(282, false, 260),
	);
}

function plan() {
	const steps = [1, 2, 3, 4, 5, 6].map((n) => dot(72 + 92 * (n - 1), 44, 22, n === 1 ? C.teal : C.card, n === 1 ? C.teal : C.soft) +
		say(72 + 92 * (n - 1), 52, n, { fill: n === 1 ? '#fff' : C.ink, middle: true }));

	return picture(
		...steps,
		box(40, 92, 180, 224), say(60, 128, 'Casus'), text(60, 148, 130, 140, 110, 136, 120, 90),
		say(244, 116, 'Wat knelt er nu?'), box(244, 130, 316, 122, C.card, C.soft), text(262, 152, 270, 250, 160),
		`<path d="M426 196v14" stroke="${C.ink}" stroke-width="2"/>`,
		say(244, 292, '✓ Opgeslagen om 14:03', { fill: C.teal, weight: 400 }),
	);
}

function feedback() {
	const row = (y, name) => say(40, y, name, { size: 20, fill: C.soft }) + [40, 308].map((x) =>
		box(x, y + 10, 252, 58) + text(x + 16, y + 24, 200, x === 40 ? 150 : 180)).join('');

	return picture(
		say(40, 44, 'Jouw plan', { size: 24, fill: C.teal }), say(308, 44, 'Plan van de expert', { size: 24, fill: C.teal }),
		row(80, 'Betrokkenheid'), row(170, 'Legitimiteit'), row(260, 'Rendement'),
	);
}

export const tourPictures = () => ({
	'rondleiding-module.svg': module(),
	'rondleiding-vraag.svg': question(),
	'rondleiding-plan.svg': plan(),
	'rondleiding-feedback.svg': feedback(),
});
