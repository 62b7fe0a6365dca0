// SPDX-License-Identifier: EUPL-1.2
/* guard.js - a second submit of the same form is ignored while the first is under way, 5 s at most. */
const HOLD_MS = 5000;
const started = new WeakMap();

export function startGuard(doc) {
	doc.addEventListener('submit', (event) => {
		const form = event.target;

		if (form.method !== 'post')
			return;
		if (Date.now() - (started.get(form) ?? 0) < HOLD_MS) {
			event.preventDefault();
			event.stopImmediatePropagation();
			return;
		}
		started.set(form, Date.now());
		event.submitter?.setAttribute('aria-disabled', 'true');
		setTimeout(() => event.submitter?.removeAttribute('aria-disabled'), HOLD_MS);
	});
	addEventListener('pageshow', () => {
		for (const form of doc.forms)
			started.delete(form);
	});
}
