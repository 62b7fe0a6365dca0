// SPDX-License-Identifier: EUPL-1.2
/*
 * cite.js - what somebody selects in the case beside the work can be put, as a quotation, in the text that was written
 * in last (or the first that is empty). The button comes right under what was selected, and goes with the selection.
 */
const button = document.createElement('button');
let last;

button.type = 'button';
button.className = 'nl-button nl-button--secondary lms-button--small';

function chosen() {
	const selection = getSelection();
	const block = selection.focusNode?.parentElement?.closest('[data-casus] .lms-prose > *');

	return block && selection.toString().trim() ? { block, words: selection.toString().trim() } : null;
}

function target() {
	const areas = [...document.querySelectorAll('main textarea')];

	return areas.includes(last) ? last : areas.find((area) => !area.value) ?? areas[0];
}

function cite() {
	const found = chosen();
	const area = target();

	if (!found)
		return;
	const words = /[‘’]/.test(found.words) ? found.words : `‘${found.words}’`;

	area.value += `${area.value && !/\s$/.test(area.value) ? ' ' : ''}${words} `;
	area.dispatchEvent(new Event('input', { bubbles: true }));
	area.focus();
	area.setSelectionRange(area.value.length, area.value.length);
	button.remove();
}

function offer() {
	if (document.activeElement === button)
		return;
	const found = chosen();
	const area = target();

	if (!found || !area)
		return button.remove();
	button.textContent = `Citeer bij ‘${area.labels[0].firstChild.textContent.trim()}’`;
	if (found.block.nextSibling !== button)
		found.block.after(button);
}

document.addEventListener('focusin', ({ target: now }) => {
	if (now.matches('main textarea'))
		last = now;
});
document.addEventListener('selectionchange', offer);
button.addEventListener('pointerdown', (event) => event.preventDefault());
button.addEventListener('click', cite);
