// SPDX-License-Identifier: EUPL-1.2
/*
 * quiz.js - an answer without leaving the page. The server's HTML takes the place of the question; focus goes to the
 * result, so that a screen reader says it. Anything unexpected: the form is submitted as if there were no script.
 */
import { ask, encode, pick, say } from './send.js';

function submitPlainly(form, submitter) {
	if (submitter?.name) {
		const field = document.createElement('input');

		field.type = 'hidden';
		field.name = submitter.name;
		field.value = submitter.value;
		form.append(field);
	}
	form.submit();
}

async function answer(event) {
	const form = event.target;

	if (!form.matches('[data-vraag]'))
		return;
	event.preventDefault();
	say(form, 'Bezig met nakijken…', 'bezig');
	try {
		const response = await ask(form.action, 'vraag', encode(form, event.submitter));
		const part = [200, 422].includes(response.status) && pick(response.text, '[data-deel]');

		if (!part)
			throw new Error('no part');
		form.closest('[data-deel]').replaceWith(part);
		part.querySelector('[data-focus]')?.focus();
		part.dispatchEvent(new CustomEvent('leer:opgeslagen', { bubbles: true }));
	} catch {
		submitPlainly(form, event.submitter);
	}
}

export function startQuiz(doc) {
	doc.addEventListener('submit', answer);
}
