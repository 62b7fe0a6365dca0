// SPDX-License-Identifier: EUPL-1.2
/*
 * beside.js - the case beside the work stays where it was: the documents that are open, and how far one read, go along
 * to the next step of this tab. On a phone Escape closes it, as a second press on its bar does.
 */
export function startBeside(doc) {
	const box = doc.querySelector('[data-casus]');
	const body = box?.querySelector('.lms-case__body');
	const key = `stukken:${location.pathname.split('/plan')[0]}`;
	const papers = () => [...body.querySelectorAll('.lms-doc')];

	if (!body)
		return;
	try {
		const { open, top } = JSON.parse(sessionStorage[key] ?? '{"open":[]}');

		papers().forEach((paper) => { paper.open = open.includes(paper.firstElementChild.textContent); });
		body.scrollTop = top;
		addEventListener('pagehide', () => {
			sessionStorage[key] = JSON.stringify({ open: papers().filter((p) => p.open).map((p) => p.firstElementChild.textContent), top: body.scrollTop });
		});
	} catch { /* No storage: then they begin closed. */ }
	box.addEventListener('keydown', (event) => {
		if (event.key === 'Escape' && getComputedStyle(body).position === 'absolute') {
			box.open = false;
			box.firstElementChild.focus();
		}
	});
}
