// SPDX-License-Identifier: EUPL-1.2
/*
 * fresh.js - <… data-vers="URL"> shows the state after the last save: its content is fetched again. The element
 * itself stays, so that an aria-live on it works. Without an answer the old content stays: it was true a save ago.
 */
import { ask, pick } from './send.js';

const PAUSE_MS = 150;

async function refresh(place) {
	try {
		const { status, text } = await ask(place.dataset.vers, 'vers');
		const part = status === 200 && pick(text, '[data-vers]');

		if (part)
			place.replaceChildren(...part.childNodes);
	} catch { /* the next save asks again */ }
}

export function startFresh(doc) {
	let timer;

	doc.addEventListener('leer:opgeslagen', () => {
		clearTimeout(timer);
		timer = setTimeout(() => doc.querySelectorAll('[data-vers]').forEach(refresh), PAUSE_MS);
	});
}
