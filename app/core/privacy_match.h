/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CORE_PRIVACY_MATCH_H
#define LMS_CORE_PRIVACY_MATCH_H
/*
 * The parts of privacy.c. Each looks whether a thing of its kind begins at
 * this place of the text, and gives its length; 0: no.
 */
#include <stdbool.h>
#include <stddef.h>

size_t privacy_bsn(const char *text, size_t at);
size_t privacy_iban(const char *text, size_t at);
size_t privacy_phone(const char *text, size_t at);
size_t privacy_email(const char *text, size_t at);
size_t privacy_address(const char *text, size_t at);
size_t privacy_birth(const char *text, size_t at);

/* Bytes: of ASCII, or of a letter outside it. */
bool privacy_is_digit(char);
bool privacy_is_letter(char);
bool privacy_is_word(char);
/* Does a word or number begin at this place? */
bool privacy_begins(const char *text, size_t at);
/* A no-break space counts as one: its length, 0 when there is none. */
size_t privacy_space(const char *text, size_t at);
/* Is one of these words, lower case, in the bytes from..to? */
bool privacy_near(const char *text, size_t from, size_t to,
    const char *const *words);
#endif
