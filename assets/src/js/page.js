// SPDX-License-Identifier: EUPL-1.2
/*
 * page.js - at load: focus to the error summary, in a browser that does not know autofocus there; the case open where
 * there is room; on paper everything unfolded.
 */
export function startPage(doc) {
	doc.querySelector('[autofocus]')?.focus();
	if (matchMedia('(min-width: 64rem)').matches)
		doc.querySelectorAll(':not(.lms-plan--folded) > [data-casus], .lms-toc > details').forEach((details) => { details.open = true; });
	addEventListener('beforeprint', () => {
		doc.querySelectorAll('details').forEach((details) => { details.open = true; });
	});
}
