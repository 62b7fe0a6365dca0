/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_BASE_PASSWORD_H
#define LMS_BASE_PASSWORD_H
/*
 * Secrets: passwords with Argon2id, session tokens, form tokens. Over
 * libsodium; secret_start must have run once in the process.
 */
#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

enum {
	PASSWORD_HASH_BYTES = 128, /* with the closing NUL */
	PASSWORD_MIN = 12,	   /* characters, as the NCSC advises */
	PASSWORD_MAX = 200,
	TOKEN_BYTES = 32,
	TOKEN_TEXT_BYTES = 44, /* base64url with the closing NUL */
	ID_TEXT_BYTES = 17     /* 16 hex digits and the closing NUL */
};

/* False when the machine gives no randomness. */
bool secret_start(void) __attribute__((warn_unused_result));

/*
 * Argon2id, 19 MiB and 2 passes (OWASP's floor, so that a small machine can
 * log in many people): about 20 ms. Never on an event loop. False: no memory.
 */
bool password_hash(char out[PASSWORD_HASH_BYTES], const char *password)
    __attribute__((warn_unused_result));
/*
 * Takes the same time when `hash` is NULL (an unknown address): it then
 * checks against a hash that no password fits, and gives false.
 */
bool password_verify(const char *hash, const char *password);

/* A fresh random token as text. */
void token_new(char out[TOKEN_TEXT_BYTES]);
/* A fresh id for a part of a plan: a form that is sent twice names one. */
void id_new(char out[ID_TEXT_BYTES]);
/* BLAKE2b-256 of a token's text: what the database keeps. */
void token_hash(unsigned char out[TOKEN_BYTES], const char *token);
/*
 * The form token that goes with a session (or visitor) token: a keyed hash,
 * so it cannot be made without it, and needs no place in the database. The
 * token must be one that token_is_wellformed accepts.
 */
const char *token_for_forms(struct arena *, const char *token);
/* 43 characters of base64url, as token_new makes them. */
bool token_is_wellformed(const char *, size_t len);
/* Compares in constant time. */
bool token_equals(const char *, const char *);
#endif
