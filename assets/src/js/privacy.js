// SPDX-License-Identifier: EUPL-1.2
/*
 * privacy.js - a second script, of the pages of a plan: says beside a field, while somebody writes, what may not be
 * stored. It changes nothing: the server refuses the same, and keeps what was written.
 */
import { detect } from './detect.js';

const WAIT_MS = 600;
const WORDS = {
	bsn: ['een burgerservicenummer (BSN)', 'Haal het weg. Een plan heeft geen BSN nodig.'],
	iban: ['een rekeningnummer (IBAN)', 'Haal het weg, of schrijf: ‘op de eigen rekening’.'],
	phone: ['een telefoonnummer', 'Haal het weg, of schrijf: ‘telefonisch’.'],
	email: ['een e-mailadres', 'Haal het weg, of schrijf: ‘per mail’.'],
	address: ['een adres', 'Haal postcode en huisnummer weg. Schrijf bijvoorbeeld: ‘een flat in de stad’.'],
	birth: ['een geboortedatum', 'Haal hem weg en schrijf de leeftijd: ‘hij is 17’.'],
};
const timers = new WeakMap();

/* The place of the message: made once, before the field, so that a reader hears what changes in it. */
function messageOf(field) {
	const place = field.closest('.utrecht-form-field__input') ?? field;
	let message = place.previousElementSibling;

	if (!message?.matches('[data-echt]')) {
		message = document.createElement('div');
		message.className = 'utrecht-form-field-error-message utrecht-form-field__error-message';
		message.dataset.echt = '';
		message.setAttribute('role', 'status');
		place.before(message);
	}
	return message;
}

function look(field) {
	const found = detect(field.value);
	const message = messageOf(field);
	const words = found ? `‘${found.text}’ lijkt ${WORDS[found.kind][0]}. ${WORDS[found.kind][1]}` : '';

	if (message.textContent !== words)
		message.textContent = words;
	message.hidden = !found;
}

document.addEventListener('input', ({ target }) => {
	if (!target.matches('form[method="post"] textarea, form[method="post"] input:not([type])'))
		return;
	clearTimeout(timers.get(target));
	timers.set(target, setTimeout(look, WAIT_MS, target));
});
