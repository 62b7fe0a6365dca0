// SPDX-License-Identifier: EUPL-1.2
/*
 * kept.js - what was typed and not yet confirmed waits in this browser, so that it outlives the page: offline, logged
 * out, or closed in between.
 *
 * A text lies in localStorage under its owner (data-bewaar: organisation.person/course/case), its field and the tab
 * that typed it, with the stamps that its form knew. It goes away with the receipt, at logging out, and after 30 days.
 * Somebody else's text is never looked at: a page takes only what lies under the owner that the server put in it.
 * A tab holds a lock as long as it lives; when the lock is free, its texts are for whoever opens their page next.
 */
const PREFIX = 'leer:';
const MAX_AGE_MS = 30 * 24 * 3600 * 1000;
const TAB = Math.random().toString(36).slice(2);

/* Browsers may refuse storage altogether: then there is nothing to read, and keep() says no. */
function entries() {
	try {
		return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => {
			const [, owner, field, tab] = key.split(':');

			return { key, owner, field, tab, ...JSON.parse(localStorage[key]) };
		});
	} catch {
		return [];
	}
}

const keyOf = (form, field) => `${PREFIX}${form.dataset.bewaar}:${field}:${TAB}`;

export function keep(form, field) {
	try {
		localStorage[keyOf(form, field.name)] = JSON.stringify({
			text: field.value,
			basis: form.elements[`basis_${field.name}`].value,
			at: Date.now(),
			page: location.pathname,
		});
		return true;
	} catch {
		return false;
	}
}

const remove = ({ key }) => localStorage.removeItem(key);

export function drop(form, name) {
	remove({ key: keyOf(form, name) });
}

/* A text of a tab that is gone goes back into its form, which saves it; or a line says where it waits. */
function take(doc, tab, owner) {
	for (const entry of entries().filter((e) => e.tab === tab)) {
		const form = doc.querySelector(`form[data-autosave][data-bewaar="${CSS.escape(entry.owner)}"]:has([name="${CSS.escape(entry.field)}"])`);
		const field = form?.elements[entry.field];

		if (!entry.owner.startsWith(`${owner}/`))
			continue;
		if (field?.value === field?.defaultValue && field) {
			remove(entry);
			if (field.value !== entry.text)
				field.dispatchEvent(new CustomEvent('leer:bewaard', { bubbles: true, detail: entry }));
		} else if (!field && !doc.querySelector('[data-vergeet], [data-wacht]')) {
			point(doc, entry);
		}
	}
}

function point(doc, { page }) {
	const line = doc.createElement('p');
	const link = doc.createElement('a');

	line.className = 'nl-paragraph';
	line.dataset.wacht = '';
	line.setAttribute('role', 'status');
	line.textContent = 'Op dit apparaat staat nog tekst die niet is verstuurd. ';
	link.className = 'nl-link';
	link.href = new URL(page, location.origin).pathname;
	link.textContent = 'Ga erheen om haar te versturen';
	line.append(link);
	doc.querySelector('main').prepend(line);
}

function loggingOut(event) {
	const owner = event.target.dataset.persoon;
	const mine = owner ? entries().filter((e) => e.owner.startsWith(`${owner}/`)) : [];

	if (mine.length && !confirm('Er staat nog tekst op dit apparaat die niet is verstuurd. Als je uitlogt, is die weg. Toch uitloggen?')) {
		event.preventDefault();
		event.stopImmediatePropagation();
		return;
	}
	mine.forEach(remove);
}

/* On the page with both texts: whoever keeps what is stored needs what was typed no more. */
function forget({ target }) {
	const owner = target.closest?.('[data-vergeet]')?.dataset.vergeet;

	if (owner)
		entries().filter((e) => e.owner === owner && target.closest('form').elements[e.field]).forEach(remove);
}

export function startKept(doc) {
	const owner = doc.querySelector('[data-persoon]')?.dataset.persoon;
	const all = entries();

	all.filter(({ at }) => !(Date.now() - at < MAX_AGE_MS)).forEach(remove);
	navigator.locks?.request(PREFIX + TAB, () => new Promise(() => {}));
	for (const tab of new Set(all.map((e) => e.tab)))
		if (navigator.locks)
			navigator.locks.request(PREFIX + tab, () => take(doc, tab, owner));
		else
			take(doc, tab, owner);
	doc.addEventListener('submit', loggingOut);
	doc.addEventListener('click', forget);
}
