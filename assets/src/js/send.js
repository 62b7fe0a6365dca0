// SPDX-License-Identifier: EUPL-1.2
/*
 * send.js - one way to talk to the server: the form's own fields, with a header that asks for a part.
 * Rejects when there is no answer within LIMIT_MS, as when there is no network: the caller tries again or falls back.
 */
const LIMIT_MS = 10000;

export function encode(form, submitter) {
	const fields = new URLSearchParams();

	for (const [name, value] of new FormData(form))
		if (typeof value === 'string')
			fields.append(name, value);
	if (submitter?.name)
		fields.append(submitter.name, submitter.value);
	return fields;
}

export async function ask(url, part, body, options) {
	const stop = new AbortController();
	const timer = setTimeout(() => stop.abort(), LIMIT_MS);

	try {
		const response = await fetch(url, {
			method: body ? 'POST' : 'GET',
			headers: { 'X-Leer-Deel': part },
			credentials: 'same-origin',
			redirect: 'error',
			signal: stop.signal,
			body,
			...options,
		});
		return { status: response.status, text: await response.text() };
	} finally {
		clearTimeout(timer);
	}
}

/* The first such element in HTML of our own server, or null when it is not there (a log-in page, an error page). */
export function pick(html, selector) {
	return new DOMParser().parseFromString(html, 'text/html').querySelector(selector);
}

/* wayOn: a link or a button after the words. */
export function say(form, words, state, wayOn) {
	const place = form.querySelector('[data-status]');

	if (!place)
		return;
	/* Said once more, it stays as it is: somebody may stand on the way on. */
	if (!wayOn || place.textContent !== `${words} ${wayOn.textContent}`)
		place.replaceChildren(words, ...(wayOn ? [' ', wayOn] : []));
	place.dataset.toestand = state;
}
