// SPDX-License-Identifier: EUPL-1.2
/* fields.js - a textarea grows with its text where the stylesheet's field-sizing is not known yet. */
function grow(area) {
	area.style.blockSize = 'auto';
	area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

export function startFields(doc) {
	if (CSS.supports('field-sizing', 'content'))
		return;
	doc.addEventListener('input', ({ target }) => {
		if (target.matches('textarea'))
			grow(target);
	});
	doc.querySelectorAll('textarea').forEach(grow);
}
