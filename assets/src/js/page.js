// SPDX-License-Identifier: EUPL-1.2
/*
 * page.js - at load: focus to the error summary, in a browser that does not know autofocus there; the case open where
 * there is room, and closed again by zooming in; on paper everything unfolded.
 */
export function startPage(doc) {
	const wide = matchMedia('(min-width: 64rem)');
	const unfold = () => doc.querySelectorAll(':not(.lms-plan--folded) > [data-casus], .lms-toc > details').forEach((details) => { details.open = wide.matches; });

	doc.querySelector('[autofocus]')?.focus();
	if (wide.matches)
		unfold();
	wide.addEventListener('change', unfold);
	addEventListener('beforeprint', () => {
		doc.querySelectorAll('details').forEach((details) => { details.open = true; });
	});
}
