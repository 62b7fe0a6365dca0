// SPDX-License-Identifier: EUPL-1.2
/*
 * autosave.js - forms with data-autosave are saved while somebody writes.
 *
 * A save leaves 1 s after the last key, and 1.5 s after the first unsaved key while the keys go on, so that what is
 * older than two seconds is safe; also on leaving a field and on leaving the page (keepalive: it outlives the page).
 * Saves of one form overlap only on leaving. A submit saves first; if that fails, the text stays on the screen instead
 * of being sent away. Every key also goes to this browser's own store (kept.js) until the server has confirmed it.
 *
 * Beside each text stands its basis: the stamp of what the server gave, and those of what was sent without an answer.
 * By these the server knows a form's own text from another window's. A save that fails is tried again, slower and
 * slower, with the text as it then is. Logged out or a stale token: the token is asked for again first, so that logging
 * in again in another tab is enough; a submit leads to logging in. What trying again cannot mend (wrong input, changed elsewhere) waits for the next
 * change, or for a press on the button that shows both.
 */
import { drop, keep } from './kept.js';
import { ask, encode, pick, say } from './send.js';

const QUIET_MS = 1000;
const EVERY_MS = 1500;
const RETRY_MS = [2000, 4000, 8000, 15000];
/* A quick save says nothing before it is done: no flicker. */
const SHOW_BUSY_MS = 400;
const KEEPALIVE_MAX = 60000;
const STAMPS_MAX = 8;

const RETRY = 'Niet opgeslagen. We proberen het opnieuw…';
const WAITS = 'Geen verbinding. Je tekst staat op dit apparaat en wordt verstuurd zodra er weer verbinding is.';
const LOGIN = 'Niet opgeslagen: je bent uitgelogd. Je tekst is bewaard op dit apparaat.';
const FINAL = {
	409: 'Niet opgeslagen: dit is ook ergens anders veranderd. Je tekst blijft hier staan.',
	413: 'Niet opgeslagen: je tekst is te lang. Maak de tekst korter.',
	422: 'Niet opgeslagen. Kijk na wat je hebt ingevuld.',
};

/*
 * form -> { saved, since, timer, busy, tries, stale, failed, final, after, ... }
 * since: first change that no save has taken along; final: what the server refused for good; bases: the stamp that the server gave, by field; flights: saves
 * without an answer; last, done: the numbers of the last save sent, and answered; kept: this browser has it.
 */
const states = new Map();

const isOurs = (name) => name === 'csrf' || name === 'revisie' || name.startsWith('basis');

function stateOf(form) {
	if (!states.has(form)) {
		const bases = {};

		for (const field of form.elements)
			if (field.name.startsWith('basis_'))
				bases[field.name.slice(6)] = field.value;
		states.set(form, { saved: null, since: 0, timer: 0, busy: 0, tries: 0, bases, flights: [], last: 0, done: 0 });
	}
	return states.get(form);
}

/* Token, revision and stamps are ours, not the writer's: they do not make a form changed. */
function content(form) {
	const fields = encode(form);

	[...fields.keys()].filter(isOurs).forEach((name) => fields.delete(name));
	return fields.toString();
}

const dirty = () => [...states].filter(([form, s]) => form.isConnected && content(form) !== s.saved);

function plan(form, delay) {
	const s = stateOf(form);

	clearTimeout(s.timer);
	s.timer = setTimeout(save, Math.max(0, delay), form);
}

const untilDue = (s) => Math.min(QUIET_MS, s.since + EVERY_MS - Date.now());

function keepField(form, s, field) {
	if (field.name in s.bases)
		s.kept = keep(form, field);
}

function changed({ target }) {
	const form = target.form;

	if (!form?.matches('[data-autosave]'))
		return;

	const s = stateOf(form);

	if (!s.busy && content(form) === s.saved) {
		drop(form, target.name);
		return;
	}
	s.since ||= Date.now();
	keepField(form, s, target);
	plan(form, untilDue(s));
}

/* What another tab left behind. If the server has something newer than its stamps, it will say so. */
function found({ target, detail }) {
	const s = stateOf(target.form);

	target.value = detail.text;
	s.bases[target.name] = detail.basis;
	s.isFound = true;
	writeBases(target.form, s);
	changed({ target });
}

/* What the server stores of a text: without space around it and without carriage returns; its stamp is of that. */
async function stampOf(text) {
	const stored = text.replace(/\r/g, '').replace(/^[ \t\n]+|[ \t\n]+$/g, '');

	if (!stored)
		return 'leeg';
	const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(stored));

	return [...new Uint8Array(hash, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function writeBases(form, s) {
	for (const [name, base] of Object.entries(s.bases)) {
		const known = [...new Set([...base.split(' '), ...s.flights.map(({ stamps }) => stamps[name]).filter(Boolean)])];

		form.elements[`basis_${name}`].value = [known[0], ...known.slice(1).slice(1 - STAMPS_MAX)].join(' ');
	}
}

/* Beside the save, not before it: on leaving there is no time. Only later saves need to know of this one. */
async function takeOff(form, s, number, fields) {
	if (!globalThis.crypto?.subtle)
		return;
	const stamps = {};

	for (const name of Object.keys(s.bases))
		stamps[name] = await stampOf(fields.get(name));
	if (number > s.done) {
		s.flights.push({ number, stamps });
		writeBases(form, s);
	}
}

function land(form, s, number, bases) {
	s.flights = s.flights.filter((flight) => flight.number > number);
	Object.assign(s.bases, bases);
	writeBases(form, s);
}

/* Forms with the same, not empty, data-autosave write to one plan and share its revision. */
function setRevision(form, revision) {
	const group = form.dataset.autosave;

	for (const other of document.forms) {
		const field = other.elements.revisie;

		if (field && (other === form || (group && other.dataset.autosave === group)))
			field.value = revision;
	}
}

/* Of the same person only: somebody else may have logged in since, in another tab. */
async function renewToken(form) {
	const { text } = await ask(location.href, 'sleutel');
	const owner = form.dataset.bewaar;
	const token = pick(text, `${owner ? `form[data-bewaar="${CSS.escape(owner)}"] ` : ''}input[name="csrf"]`)?.value;

	if (token)
		for (const field of document.querySelectorAll('input[name="csrf"]'))
			field.value = token;
}

function confirmed(form, s, sent, fields, answer) {
	const words = `Opgeslagen om ${answer.opgeslagen_om}`;

	s.tries = 0;
	s.failed = s.stale = false;
	s.saved = sent;
	if (answer.revisie !== undefined)
		setRevision(form, answer.revisie);
	for (const name of Object.keys(s.bases))
		if (form.elements[name].value === fields.get(name))
			drop(form, name);
		else
			keepField(form, s, form.elements[name]);
	if (content(form) === sent)
		say(form, s.isFound ? `De tekst van dit apparaat is verstuurd. ${words}` : words, 'goed');
	else
		plan(form, untilDue(s));
	form.dispatchEvent(new CustomEvent('leer:opgeslagen', { bubbles: true }));
}

function wayOn(tag, words, set) {
	const element = document.createElement(tag);

	element.textContent = words;
	return Object.assign(element, set);
}

const toLogIn = () => `/inloggen?verder=${encodeURIComponent(location.pathname)}&bewaard=hier`;

function refused(form, s, sent, status, message) {
	const isFinal = status in FINAL;

	s.failed = true;
	s.final = isFinal && sent;
	s.stale = status === 401 || status === 403;
	if (s.stale)
		say(form, LOGIN, 'fout', wayOn('a', 'Log opnieuw in', { className: 'nl-link', href: toLogIn() }));
	else if (status === 409)
		say(form, message || FINAL[409], 'fout', wayOn('button', 'Bekijk en kies', { className: 'nl-button nl-button--secondary lms-button--small' }));
	else
		say(form, s.kept && !isFinal ? WAITS : message || FINAL[status] || RETRY, 'fout');
	if (!isFinal)
		plan(form, RETRY_MS[Math.min(s.tries++, RETRY_MS.length - 1)]);
}

async function send(form, s) {
	const number = ++s.last;
	let sent;
	let fields;
	let status = 0;
	let answer = {};

	try {
		if (s.stale)
			await renewToken(form);
		sent = s.sending = content(form);
		fields = encode(form);
		takeOff(form, s, number, fields);
		const response = await ask(form.action, 'opslaan', fields, { keepalive: fields.toString().length < KEEPALIVE_MAX });

		status = response.status;
		answer = JSON.parse(response.text);
	} catch { /* no network, or no JSON: status and answer say so */ }
	if (number < s.done)
		return;
	const isSaved = status === 200 && answer.opgeslagen_om;

	if (isSaved || (status >= 400 && status < 500)) {
		s.done = number;
		land(form, s, number, isSaved ? answer.basis : {});
	}
	if (isSaved)
		confirmed(form, s, sent, fields, answer);
	else
		refused(form, s, sent, status, answer.melding);
}

async function save(form, isLeaving) {
	const s = stateOf(form);
	const now = content(form);

	clearTimeout(s.timer);
	if (!form.isConnected || now === s.saved || now === s.final || (s.busy && !(isLeaving && now !== s.sending)))
		return;
	s.busy += 1;
	s.since = 0;
	const busy = s.failed ? 0 : setTimeout(say, SHOW_BUSY_MS, form, 'Bezig met opslaan…', 'bezig');

	await send(form, s);
	clearTimeout(busy);
	s.busy -= 1;
	if (!s.busy)
		s.after?.();
}

/* The text waits here for whoever logs in again; in a browser that keeps nothing, the log-in form carries it. */
function logIn(form, s, submitter) {
	clearTimeout(s.timer);
	if (s.kept) {
		location.assign(toLogIn());
		return;
	}
	states.delete(form);
	form.requestSubmit(submitter);
}

function submitted(event) {
	const form = event.target;
	const s = states.get(form);

	if (!s)
		return;
	clearTimeout(s.timer);
	if (!s.busy && [s.saved, s.final].includes(content(form))) {
		states.delete(form);
		return;
	}
	event.preventDefault();
	event.stopImmediatePropagation();
	let isAgain = false;

	s.after = () => {
		if (s.stale && !isAgain) {
			isAgain = true;
			save(form);
			return;
		}
		s.after = null;
		if (s.stale)
			logIn(form, s, event.submitter);
		else if (!s.failed)
			form.requestSubmit(event.submitter);
	};
	save(form);
}

const saveAll = () => dirty().forEach(([form]) => save(form, true));

export function startAutosave(doc) {
	doc.addEventListener('input', changed);
	doc.addEventListener('change', changed);
	doc.addEventListener('leer:bewaard', found);
	doc.addEventListener('submit', submitted);
	doc.addEventListener('focusout', ({ target, relatedTarget }) => {
		if (states.has(target.form) && relatedTarget?.type !== 'submit')
			save(target.form);
	});
	doc.addEventListener('visibilitychange', () => {
		if (doc.visibilityState === 'hidden')
			saveAll();
	});
	addEventListener('online', saveAll);
	addEventListener('pagehide', saveAll);
	addEventListener('beforeunload', (event) => {
		const unsafe = dirty().some(([form, s]) => !s.kept && (s.failed || !navigator.onLine || content(form).length >= KEEPALIVE_MAX));

		saveAll();
		if (unsafe)
			event.preventDefault();
	});
	/* Back in the browser's history the page may be older than what it saved since. */
	addEventListener('pageshow', ({ persisted }) => {
		if (persisted && states.size && ![...states.values()].some((s) => s.failed))
			location.reload();
	});
	if (doc.querySelector('form[data-bewaar]') && performance.getEntriesByType('navigation')[0]?.type === 'back_forward')
		location.reload();
}
