// SPDX-License-Identifier: EUPL-1.2
/*
 * filter.js - <input data-filter="ID"> narrows the list ID while somebody types. Every word must occur, in any order;
 * accents do not count. A chosen item stays in sight. The form's button still asks the server.
 */
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const searchText = (item) => plain(`${item.textContent} ${item.dataset.zoekwoorden ?? ''}`);

export function matches(item, words) {
	const text = searchText(item);

	return words.every((word) => text.includes(word)) || item.querySelector(':checked') !== null;
}

function filter({ target }) {
	const list = target.dataset?.filter && document.getElementById(target.dataset.filter);

	if (!list)
		return;

	const words = plain(target.value).split(/\s+/);
	const count = target.form?.querySelector('[data-telling]');
	let shown = 0;

	for (const item of list.children) {
		item.hidden = !matches(item, words);
		shown += !item.hidden;
	}
	if (count)
		count.textContent = `${shown} ${shown === 1 ? count.dataset.enkel ?? 'resultaat' : count.dataset.meer ?? 'resultaten'}`;
}

export function startFilter(doc) {
	doc.addEventListener('input', filter);
}
