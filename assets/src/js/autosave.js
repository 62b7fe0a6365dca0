// SPDX-License-Identifier: EUPL-1.2
/*
 * autosave.js - forms with data-autosave are saved while somebody writes.
 *
 * A save leaves 1 s after the last key, and 1.5 s after the first unsaved key while the keys go on, so that what is
 * older than two seconds is safe; also on leaving a field and on leaving the page (keepalive: it outlives the page).
 * Saves of one form never overlap, and a submit waits for the save under way, because each carries the revision that
 * the one before it was answered with; if that save fails, the text stays on the screen instead of being sent away.
 * Text counts as saved when the fields that the server confirmed are those that the form has now. A save that fails
 * is tried again, slower and slower, with the text as it then is. Logged out or a stale token: the token is asked for
 * again first, so that logging in again in another tab is enough. Only what trying again cannot mend (wrong input,
 * changed elsewhere) waits for the next change.
 */
import { ask, encode, pick, say } from './send.js';

const QUIET_MS = 1000;
const EVERY_MS = 1500;
const RETRY_MS = [2000, 4000, 8000, 15000];
/* A quick save says nothing before it is done: no flicker. */
const SHOW_BUSY_MS = 400;
const KEEPALIVE_MAX = 60000;

const RETRY = 'Niet opgeslagen. We proberen het opnieuw…';
const LOGIN = 'Niet opgeslagen: je bent uitgelogd. Log in een ander tabblad weer in. Je tekst blijft hier staan.';
const FINAL = {
	409: 'Niet opgeslagen: dit is ook ergens anders veranderd. Kopieer je tekst en ververs de pagina.',
	413: 'Niet opgeslagen: je tekst is te lang. Maak de tekst korter.',
	422: 'Niet opgeslagen. Kijk na wat je hebt ingevuld.',
};

/* form -> { saved, since, timer, busy, tries, stale, failed, after }; since: first change that no save has taken along */
const states = new Map();

function stateOf(form) {
	if (!states.has(form))
		states.set(form, { saved: null, since: 0, timer: 0, busy: false, tries: 0 });
	return states.get(form);
}

/* Token and revision are ours, not the writer's: they do not make a form changed. */
function content(form) {
	const fields = encode(form);

	fields.delete('revisie');
	fields.delete('csrf');
	return fields.toString();
}

const dirty = () => [...states].filter(([form, s]) => form.isConnected && content(form) !== s.saved);

function plan(form, delay) {
	const s = stateOf(form);

	clearTimeout(s.timer);
	s.timer = setTimeout(save, Math.max(0, delay), form);
}

const untilDue = (s) => Math.min(QUIET_MS, s.since + EVERY_MS - Date.now());

function changed(event) {
	const form = event.target.form;

	if (!form?.matches('[data-autosave]'))
		return;

	const s = stateOf(form);

	s.since ||= Date.now();
	plan(form, untilDue(s));
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

async function renewToken() {
	const { text } = await ask(location.href, 'sleutel');
	const token = pick(text, 'input[name="csrf"]')?.value;

	if (token)
		for (const field of document.querySelectorAll('input[name="csrf"]'))
			field.value = token;
}

function confirmed(form, s, sent, answer) {
	s.tries = 0;
	s.failed = s.stale = false;
	s.saved = sent;
	if (answer.revisie !== undefined)
		setRevision(form, answer.revisie);
	if (content(form) === sent)
		say(form, `Opgeslagen om ${answer.opgeslagen_om}`, 'goed');
	else
		plan(form, untilDue(s));
	form.dispatchEvent(new CustomEvent('leer:opgeslagen', { bubbles: true }));
}

function refused(form, s, status, message) {
	s.failed = true;
	s.stale = status === 401 || status === 403;
	say(form, message || (s.stale ? LOGIN : FINAL[status] ?? RETRY), 'fout');
	if (!FINAL[status])
		plan(form, RETRY_MS[Math.min(s.tries++, RETRY_MS.length - 1)]);
}

async function send(form, s) {
	const sent = content(form);
	let status = 0;
	let answer = {};

	try {
		if (s.stale)
			await renewToken();
		const body = encode(form);
		const response = await ask(form.action, 'opslaan', body, { keepalive: body.toString().length < KEEPALIVE_MAX });

		status = response.status;
		answer = JSON.parse(response.text);
	} catch { /* no network, or no JSON: status and answer say so */ }
	if (status === 200 && answer.opgeslagen_om)
		confirmed(form, s, sent, answer);
	else
		refused(form, s, status, answer.melding);
}

async function save(form) {
	const s = stateOf(form);

	clearTimeout(s.timer);
	if (s.busy || !form.isConnected || content(form) === s.saved)
		return;
	s.busy = true;
	s.since = 0;
	const busy = s.failed ? 0 : setTimeout(say, SHOW_BUSY_MS, form, 'Bezig met opslaan…', 'bezig');

	await send(form, s);
	clearTimeout(busy);
	s.busy = false;
	s.after?.();
}

function submitted(event) {
	const form = event.target;
	const s = states.get(form);

	if (!s)
		return;
	clearTimeout(s.timer);
	if (!s.busy) {
		states.delete(form);
		return;
	}
	event.preventDefault();
	event.stopImmediatePropagation();
	s.after = () => {
		s.after = null;
		if (!s.failed)
			form.requestSubmit(event.submitter);
	};
}

const saveAll = () => dirty().forEach(([form]) => save(form));

export function startAutosave(doc) {
	doc.addEventListener('input', changed);
	doc.addEventListener('change', changed);
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
		const unsafe = dirty().some(([form, s]) => s.failed || !navigator.onLine || content(form).length >= KEEPALIVE_MAX);

		saveAll();
		if (unsafe)
			event.preventDefault();
	});
	/* Back from the browser's memory: the last save may have been answered to nobody, so the revision is unsure. */
	addEventListener('pageshow', ({ persisted }) => {
		if (persisted && states.size && ![...states.values()].some((s) => s.failed))
			location.reload();
	});
}
