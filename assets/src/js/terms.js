// SPDX-License-Identifier: EUPL-1.2
/*
 * terms.js - <a class="lms-term" href="…#slug"> shows what #begrip-slug says, right under the word. Without script it
 * is a link to the glossary, and with a modifier key it still is.
 *
 * A disclosure: it opens on a click, tap, Enter or space, never by itself. It closes on the same, on Escape, on a
 * click elsewhere, and when focus goes elsewhere. The box comes right after the word, so that reading and Tab go on
 * into it.
 */
let open = null;

const entryOf = (term) => document.getElementById(`begrip-${term.hash.slice(1)}`);

function close() {
	open?.box.remove();
	open?.term.setAttribute('aria-expanded', 'false');
	open = null;
}

function closeUnless(target) {
	if (open && target !== open.term && !open.box.contains(target))
		close();
}

function show(term) {
	const box = document.createElement('span');
	const all = document.createElement('a');

	all.href = term.href;
	all.textContent = 'Bekijk bij alle begrippen';
	box.className = 'lms-meaning';
	box.append(...entryOf(term).lastElementChild.cloneNode(true).childNodes, ' ', all);
	term.after(box);
	box.style.top = `${term.offsetTop + term.offsetHeight + 4}px`;
	box.style.left = `${Math.max(0, Math.min(term.offsetLeft, box.offsetParent.clientWidth - box.offsetWidth))}px`;
	box.scrollIntoView({ block: 'nearest' });
	term.setAttribute('aria-expanded', 'true');
	open = { term, box };
}

function clicked(event) {
	const term = event.target.closest?.('.lms-term[aria-expanded]');
	const isOpen = open !== null && open.term === term;

	closeUnless(event.target);
	if (!term || event.ctrlKey || event.metaKey || event.shiftKey)
		return;
	event.preventDefault();
	if (isOpen)
		close();
	else
		show(term);
}

function pressed(event) {
	if (event.key === 'Escape' && open) {
		open.term.focus();
		close();
	} else if (event.key === ' ' && event.target.matches?.('.lms-term[aria-expanded]')) {
		event.preventDefault();
		event.target.click();
	}
}

export function startTerms(doc) {
	for (const term of doc.querySelectorAll('.lms-term')) {
		if (!entryOf(term))
			continue;
		term.setAttribute('role', 'button');
		term.setAttribute('aria-expanded', 'false');
	}
	doc.addEventListener('click', clicked);
	doc.addEventListener('keydown', pressed);
	doc.addEventListener('focusin', ({ target }) => closeUnless(target));
}
