// SPDX-License-Identifier: EUPL-1.2
/*
 * detect.js - what in a text points to a real person: the rules of app/core/privacy*.c once more, for while somebody
 * writes. The server decides. tests/fixtures/privacy holds for both.
 */
const SIZES = { NL: 18, BE: 16, DE: 22, FR: 27, GB: 22, ES: 24, IT: 27, PL: 28, TR: 26, PT: 25, LU: 20, AT: 20, CH: 21, IE: 22, RO: 24, BG: 22 };
const GROUPS = ['9', '333', '423', '2223', '45'];
const MONTH = 'januari|februari|maart|april|mei|juni|juli|augustus|september|sept|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec';
const DATE = new RegExp(`(?:\\d{4}-\\d{1,2}-\\d{1,2}|(\\d{1,2})([-/.])\\d{1,2}\\2(?:\\d{4}|\\d\\d)|\\d{1,2}[ \u00a0](?:${MONTH})\\.?[ \u00a0]'?(?:\\d{4}|\\d\\d))(?!\\d)`, 'iy');

const isWord = (c) => c !== undefined && /[\p{L}\d_]/u.test(c);
const isDigit = (c) => c >= '0' && c <= '9';

/* The match of a sticky expression at this place, or null. */
function at(re, text, i) {
	re.lastIndex = i;
	return re.exec(text)?.[0] ?? null;
}

const goesOn = (text, end) => isWord(text[end]) || (/[.,\-/]/.test(text[end] ?? '') && isDigit(text[end + 1]));
const comesFrom = (text, i) => i > 1 && /[.,\-/:]/.test(text[i - 1]) &&
	(isDigit(text[i - 2]) || (text[i - 1] === '-' && /\p{L}/u.test(text[i - 2]) && !isWord(text[i - 3])));

function bsn(text, i) {
	const found = at(/\d(?:[ .\-\u00a0]?\d){7,8}/y, text, i);
	const digits = found?.replace(/\D/g, '');

	if (!found || comesFrom(text, i) || goesOn(text, i + found.length) || new Set(found.replace(/\d/g, '').replace(/\u00a0/g, ' ')).size > 1)
		return null;
	const end = i + found.length;
	const groups = found.split(/\D/).map((g) => g.length).join('');

	if (/€/.test(text.slice(Math.max(0, i - 5), i)) || /^.?\s?(?:eur|miljoen)/i.test(text.slice(end, end + 9)) || /^0+$/.test(digits))
		return null;
	if (digits.length === 8 ? groups !== '8' || !/\b(?:bsn|burgerservicenummer|sofi)/i.test(text.slice(Math.max(0, i - 40), i)) :
		!GROUPS.includes(groups) || (groups === '45' && /\s/.test(found)))
		return null;
	const n = digits.length;

	return [...digits].reduce((sum, d, k) => sum + d * (k === n - 1 ? -1 : n - k), 0) % 11 === 0 ? found : null;
}

function iban(text, i) {
	const size = SIZES[text.slice(i, i + 2).toUpperCase()];
	let plain = '';
	let end = i;

	while (size && plain.length < size) {
		if (plain && /[ .\-\u00a0]/.test(text[end] ?? ''))
			end++;
		if (!/[a-z0-9]/i.test(text[end] ?? ''))
			return null;
		plain += text[end++].toUpperCase();
	}
	if (!size || !/^..\d\d/.test(plain) || isWord(text[end]))
		return null;
	const rest = [...plain.slice(4), ...plain.slice(0, 4)].reduce((r, c) => (isDigit(c) ? r * 10 + Number(c) : r * 100 + c.charCodeAt(0) - 55) % 97, 0);

	return rest === 1 ? text.slice(i, end) : null;
}

function phone(text, i) {
	const gap = '[-()./ \u00a0]{0,3}';
	const far = at(new RegExp(`(?:\\+|00)(?:31${gap}(?:\\(?0\\)?${gap})?[1-9](?:${gap}\\d){8}|(?!31)[1-9](?:${gap}\\d){8,13})`, 'y'), text, i);

	if (far)
		return isWord(text[i + far.length]) ? null : far;
	const near = at(new RegExp(`\\(?0[1-9](?:${gap}\\d){8}`, 'y'), text, i);

	return !near || comesFrom(text, i) || goesOn(text, i + near.length) || at(/\d{1,2}([.-])\d{1,2}\1\d{4}/y, text, i) ? null : near;
}

const email = (text, i) => at(/[a-z0-9._%+-]+(?:@|\(at\)|\[at\]| \(at\) | \[at\] | @ )[a-z0-9]+(?:[.-]+[a-z0-9]+)*\.[a-z]{2,}(?![a-z0-9])/iy, text, i);

function address(text, i) {
	const found = at(/[1-9]\d{3}(?:[ \u00a0]?(?!S[ADS])[A-Z]{2}|[a-z]{2})/y, text, i);
	const end = i + (found?.length ?? 0);
	const house = (part) => /(?:^|[^\p{L}\d_])[1-9]\d{0,4}(?![\p{L}\d_]{2}|\d)/u.test(part);

	if (!found || isWord(text[end]) || (/[:.,]/.test(text[i - 1] ?? '') && isDigit(text[i - 2])) ||
		/\b(?:art|lid)/i.test(text.slice(Math.max(0, i - 16), i)))
		return null;
	return house(text.slice(Math.max(0, i - 32), i)) || house(text.slice(end, end + 32)) ? found : null;
}

function birth(text, i) {
	const found = at(DATE, text, i);

	return found && (/(?:^|[^\p{L}])(?:geboren|geboorteda|geb[.: ]|gebdatum|verjaa|jarig)/iu.test(text.slice(Math.max(0, i - 40), i)) ||
		/^.{0,17}\bgeboren/is.test(text.slice(i + found.length))) ? found : null;
}

const RULES = { email, iban, phone, birth, bsn, address };

/* The first thing: { kind, text }, or null. */
export function detect(text) {
	for (let i = 0; i < text.length; i++) {
		if (!/[\p{L}\d_+(]/u.test(text[i]) || isWord(text[i - 1]))
			continue;
		for (const [kind, rule] of Object.entries(RULES)) {
			const found = rule(text, i);

			if (found)
				return { kind, text: found };
		}
	}
	return null;
}
