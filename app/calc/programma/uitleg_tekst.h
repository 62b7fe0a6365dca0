/* SPDX-License-Identifier: EUPL-1.2 */
/* uitleg_tekst.h - an explanation as text, for a reader: rekenregels §11. */
#ifndef LMS_CALC_UITLEG_TEKST_H
#define LMS_CALC_UITLEG_TEKST_H

#include <stdbool.h>
#include <stdio.h>

#include "calc/uitleg.h"

#define UITLEG_ALLES "alles"

/*
 * Explains one figure, or each of them. False when there is no such figure:
 * then nothing is printed, and standard error says which there are.
 */
bool uitleg_schrijf(FILE *, struct rk_uitlegger *, const char *pad);

#endif
