// SPDX-License-Identifier: EUPL-1.2
/*
 * zoek.js - a script of the pages that search: <form data-zoek="ID"> asks the server while somebody types, and shows
 * what it answers in the element ID; how much that is, is said by the form. Whoever was in the list already stays at
 * the same result, or goes to the first. Whoever follows a result comes back to this search. Without an answer the
 * button still asks.
 */
import { ask, encode, pick } from './send.js';

const PAUSE_MS = 150;
const WAYS = 'a[href], button';
let timer;
let turn = 0;

function addressOf(form) {
	const url = new URL(form.action);

	url.search = encode(form);
	return url.href;
}

/* What somebody stands on, by what it does. */
const keyOf = (way) => way && `${way.getAttribute('href')} ${way.value}`;

function show(place, found) {
	const here = place.contains(document.activeElement) && keyOf(document.activeElement);

	place.replaceChildren(...found.childNodes);
	if (here) {
		const ways = [...place.querySelectorAll(WAYS)];

		(ways.find((way) => keyOf(way) === here) ?? ways[0])?.focus();
	}
}

async function search(form) {
	const mine = ++turn;
	const place = document.getElementById(form.dataset.zoek);

	try {
		const { status, text } = await ask(addressOf(form), 'zoek');
		const found = status === 200 && mine === turn && pick(text, `#${place.id}`);

		if (!found)
			return;
		show(place, found);
		form.querySelector('[data-telling]').textContent = found.dataset.telling;
	} catch { /* the button asks again */ }
}

document.addEventListener('input', ({ target }) => {
	const form = target.closest('form[data-zoek]');

	if (!form)
		return;
	clearTimeout(timer);
	timer = setTimeout(search, PAUSE_MS, form);
});

document.addEventListener('click', ({ target }) => {
	const form = document.querySelector('form[data-zoek]');

	if (form && target.closest(`#${form.dataset.zoek} a[href]`))
		history.replaceState(null, '', addressOf(form));
});
