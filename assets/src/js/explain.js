// SPDX-License-Identifier: EUPL-1.2
/*
 * explain.js - <a data-uitleg href="…"> shows how a figure came about in a dialog over the page. Without script, with a
 * modifier key, or without an answer it is a link to the page that says the same. A link inside the dialog goes on
 * in it; "Terug" is the one before, and after the first it closes.
 */
import { ask, pick } from './send.js';

let box;
let shown = [];

function button(words, action) {
	const made = document.createElement('button');

	made.type = 'button';
	made.className = 'nl-button nl-button--secondary lms-button--small';
	made.textContent = words;
	made.addEventListener('click', action);
	return made;
}

function put(part) {
	box.firstChild.replaceWith(part);
	box.scrollTop = 0;
	part.querySelector('h2').focus();
}

function back() {
	shown.pop();
	if (shown.length)
		put(shown.at(-1));
	else
		box.close();
}

function open(part) {
	if (!box) {
		box = document.createElement('dialog');
		box.className = 'lms-uitleg';
		box.setAttribute('aria-labelledby', 'uitleg');
		box.append(part, button('Terug', back), ' ', button('Sluit', () => box.close()));
		document.body.append(box);
	}
	if (!box.open) {
		shown = [];
		box.showModal();
	}
	shown.push(part);
	put(part);
}

async function clicked(event) {
	const link = event.target.closest?.('a[data-uitleg]');

	if (!link || event.ctrlKey || event.metaKey || event.shiftKey)
		return;
	event.preventDefault();
	try {
		const part = pick((await ask(link.href, 'uitleg')).text, '[data-uitleg-tekst]');

		if (part)
			return open(part);
	} catch { /* the page itself says what is wrong */ }
	location.assign(link.href);
}

export function startExplain(doc) {
	doc.addEventListener('click', clicked);
}
