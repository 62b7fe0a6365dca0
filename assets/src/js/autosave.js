// SPDX-License-Identifier: EUPL-1.2
/*
 * autosave.js - forms with data-autosave are saved while somebody writes.
 *
 * What is older than two seconds is safe: a save leaves 1 s after the last key, and at most every 2 s while the
 * keys go on; also on leaving a field and on leaving the page (keepalive, so it outlives the page). Saves of one form
 * never overlap. A save that fails is tried again, slower and slower, with the text as it then is: the text stays in
 * the form. Only a refusal that trying again cannot mend (log in again, wrong input, changed elsewhere) waits for the
 * next change. The text counts as saved when the body that the server confirmed is the body that the form has now.
 */
import { ask, encode, say } from './send.js';

const QUIET_MS = 1000;
const EVERY_MS = 2000;
const RETRY_MS = [2000, 4000, 8000, 15000, 30000];
const KEEPALIVE_MAX = 60000;

const WORDS = {
	busy: 'Bezig met opslaan…',
	retry: 'Niet opgeslagen. We proberen het opnieuw…',
	401: 'Niet opgeslagen. Je bent uitgelogd. Log in een ander tabblad weer in; je tekst blijft hier staan.',
	403: 'Niet opgeslagen. Ververs de pagina nadat je je tekst hebt gekopieerd.',
	409: 'Niet opgeslagen. Dit plan is ook ergens anders veranderd. Kopieer je tekst en ververs de pagina.',
	422: 'Niet opgeslagen. Kijk de velden na.',
};

const states = new WeakMap();
const waiting = new Set();

/* The revision is ours, not the writer's: it does not make a form changed. */
function content(form) {
	const fields = encode(form);

	fields.delete('revisie');
	fields.delete('csrf');
	return fields.toString();
}

function stateOf(form) {
	let s = states.get(form);

	if (!s) {
		s = { saved: null, timer: 0, due: Infinity, lastSent: 0, busy: false, tries: 0 };
		states.set(form, s);
	}
	return s;
}

const isDirty = (form) => waiting.has(form) && content(form) !== stateOf(form).saved;

function plan(form, delay) {
	const s = stateOf(form);

	clearTimeout(s.timer);
	s.timer = setTimeout(() => save(form), delay);
}

function finished(form, sent, answer) {
	const s = stateOf(form);

	s.tries = 0;
	s.saved = sent;
	if (form.elements.revisie && answer.revisie !== undefined)
		form.elements.revisie.value = answer.revisie;
	if (content(form) === sent) {
		waiting.delete(form);
		say(form, `Opgeslagen om ${answer.opgeslagen_om}`, 'goed');
	} else {
		plan(form, QUIET_MS);
	}
	form.dispatchEvent(new CustomEvent('leer:opgeslagen', { bubbles: true }));
}

function failed(form, status, message) {
	const s = stateOf(form);

	if (WORDS[status]) {
		say(form, message || WORDS[status], 'fout');
		return;
	}
	say(form, WORDS.retry, 'fout');
	plan(form, RETRY_MS[Math.min(s.tries, RETRY_MS.length - 1)]);
	s.tries += 1;
}

async function save(form, options) {
	const s = stateOf(form);

	clearTimeout(s.timer);
	if (s.busy || !form.isConnected || !isDirty(form))
		return;

	const sent = content(form);

	s.busy = true;
	s.lastSent = Date.now();
	say(form, WORDS.busy, 'bezig');
	try {
		const response = await ask(form.action, 'opslaan', encode(form), options);
		const answer = await response.json().catch(() => ({}));

		s.busy = false;
		if (response.ok && answer.opgeslagen_om)
			finished(form, sent, answer);
		else
			failed(form, response.status, answer.melding);
	} catch {
		s.busy = false;
		failed(form, 0);
	}
}

function changed(event) {
	const form = event.target.form?.closest('form[data-autosave]');

	if (!form)
		return;

	const s = stateOf(form);
	const since = Date.now() - s.lastSent;

	if (!waiting.has(form))
		s.lastSent = Math.max(s.lastSent, Date.now() - (EVERY_MS - QUIET_MS));
	waiting.add(form);
	plan(form, Math.max(0, Math.min(QUIET_MS, EVERY_MS - since)) || (s.busy ? QUIET_MS : 0));
}

function saveAll(options) {
	for (const form of waiting) {
		const small = content(form).length < KEEPALIVE_MAX;

		save(form, options?.keepalive && !small ? {} : options);
	}
}

export function startAutosave(doc) {
	doc.addEventListener('input', changed);
	doc.addEventListener('change', changed);
	doc.addEventListener('focusout', (event) => {
		const form = event.target.form;

		if (form && waiting.has(form))
			save(form);
	});
	doc.addEventListener('submit', (event) => waiting.delete(event.target));
	doc.addEventListener('visibilitychange', () => {
		if (doc.visibilityState === 'hidden')
			saveAll({ keepalive: true });
	});
	addEventListener('pagehide', () => saveAll({ keepalive: true }));
	addEventListener('online', () => saveAll());
	addEventListener('beforeunload', (event) => {
		if ([...waiting].some((form) => form.isConnected && isDirty(form)))
			event.preventDefault();
	});
}
