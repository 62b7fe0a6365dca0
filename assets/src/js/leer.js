// SPDX-License-Identifier: EUPL-1.2
/*
 * leer.js - what the pages gain when scripts run. Every feature works without it; README.md lists the hooks.
 *
 * One file a feature; each takes the document and listens by delegation, so that a fragment that came in later
 * works too. Nothing here writes HTML that did not come from our own server. The order matters for `submit`:
 * autosave may hold a submit until its save is back, the guard then stops the second one, the quiz takes its own.
 */
import { startAutosave } from './autosave.js';
import { startBeside } from './beside.js';
import { startGuard } from './guard.js';
import { startKept } from './kept.js';
import { startQuiz } from './quiz.js';
import { startExplain } from './explain.js';
import { startFields } from './fields.js';
import { startFilter } from './filter.js';
import { startFresh } from './fresh.js';
import { startPage } from './page.js';
import { startReads } from './reads.js';
import { startTerms } from './terms.js';

for (const start of [startAutosave, startKept, startGuard, startQuiz, startFields, startFilter, startFresh, startPage, startBeside, startReads, startTerms, startExplain])
	start(document);
