/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_SERVER_SQUEEZE_H
#define LMS_SERVER_SQUEEZE_H
/*
 * Compresses a page with gzip, mostly from memory. A page is cut at its form
 * tokens; what stands between them is the same for many people, and is kept
 * compressed under the hash of its bytes. Because the content is the key,
 * nothing kept can be out of date. The tokens themselves go in uncompressed,
 * so that their size tells an eavesdropper nothing (BREACH).
 */
#include "web/exchange.h"

/*
 * Compresses the answer in place when the client can read that and it is
 * worth it; ST_OK or not, the answer stays valid. Not thread-safe: it belongs
 * to the event loop of one worker.
 */
void squeeze_answer(struct exchange *);
#endif
