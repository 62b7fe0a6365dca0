// SPDX-License-Identifier: EUPL-1.2
/*
 * leer.js - what the pages gain when scripts run. Every feature works without it; README.md lists the hooks.
 *
 * One file a feature; each takes the document and listens by delegation, so that a fragment that came in later
 * works too. Nothing here writes HTML that did not come from our own server.
 */
import { startAutosave } from './autosave.js';
import { startQuiz } from './quiz.js';
import { startFields } from './fields.js';
import { startFilter } from './filter.js';
import { startFresh } from './fresh.js';
import { startGuard } from './guard.js';
import { startPage } from './page.js';

for (const start of [startGuard, startAutosave, startQuiz, startFields, startFilter, startFresh, startPage])
	start(document);
