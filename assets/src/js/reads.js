// SPDX-License-Identifier: EUPL-1.2
/*
 * reads.js - <input data-lees="URL"> says how the server reads a quantity in words, while somebody types. What it says
 * goes into the form as well, so that one press is enough; whoever then changes a field lets the words go.
 */
import { ask } from './send.js';

const PAUSE_MS = 200;

async function read(input) {
	const box = input.closest('.utrecht-form-field');
	const value = (name) => box.querySelector(`[name^=${name}]`)?.value;
	const seen = box.querySelector('[name^=gelezen]');
	const { form } = input;
	const typed = input.value;

	seen.value = '';
	if (!typed.trim())
		return;
	try {
		const query = new URLSearchParams({ zin: typed, eenheid: value('eenheid'), jaren: form.elements.jaren.value });
		const { status, text } = await ask(`${input.dataset.lees}?${query}`, 'lees');

		if (status !== 200 || typed !== input.value)
			return;
		const said = JSON.parse(text);

		box.querySelector('[data-gelezen]').textContent = said.gelezen ? `Ik lees: ${said.gelezen}.` : said.melding;
		seen.value = said.gelezen ?? '';
		if (input.name === 'woorden' && said.gelezen) {
			form.querySelector('[data-velden]').textContent = `: ${said.gelezen}`;
			for (const name in said)
				form.elements[name].value = said[name];
		}
	} catch { /* the server reads it again when the form is sent */ }
}

export function startReads(doc) {
	let timer;

	doc.addEventListener('input', ({ target }) => {
		if (!target.dataset?.lees) {
			const words = target.closest('details.lms-fold') && target.form?.elements.woorden;

			if (words)
				words.value = '';
			return;
		}
		clearTimeout(timer);
		timer = setTimeout(read, PAUSE_MS, target);
	});
}
