/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * password.c - the program's use of libsodium for secrets.
 */
#include "base/password.h"

#include <sodium.h>
#include <string.h>

_Static_assert(PASSWORD_HASH_BYTES >= crypto_pwhash_STRBYTES,
    "room for a hash");
_Static_assert(TOKEN_BYTES == crypto_generichash_BYTES, "BLAKE2b-256");

enum { OPSLIMIT = 2, MEMLIMIT = 19 * 1024 * 1024 };

/* Made at the start with the same cost, for addresses that do not exist. */
static char nobody[crypto_pwhash_STRBYTES];

bool
secret_start(void)
{
	unsigned char noise[32];

	if (sodium_init() < 0)
		return false;
	randombytes_buf(noise, sizeof(noise));
	return crypto_pwhash_str(nobody, (const char *)noise, sizeof(noise),
		   OPSLIMIT, MEMLIMIT) == 0;
}

bool
password_hash(char out[PASSWORD_HASH_BYTES], const char *password)
{
	return crypto_pwhash_str(out, password, strlen(password), OPSLIMIT,
		   MEMLIMIT) == 0;
}

bool
password_verify(const char *hash, const char *password)
{
	const char *against = hash != NULL ? hash : nobody;
	bool fits = crypto_pwhash_str_verify(against, password,
			strlen(password)) == 0;

	return fits && hash != NULL;
}

static void
as_text(char out[TOKEN_TEXT_BYTES], const unsigned char bytes[TOKEN_BYTES])
{
	sodium_bin2base64(out, TOKEN_TEXT_BYTES, bytes, TOKEN_BYTES,
	    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

void
token_new(char out[TOKEN_TEXT_BYTES])
{
	unsigned char bytes[TOKEN_BYTES];

	randombytes_buf(bytes, sizeof(bytes));
	as_text(out, bytes);
}

void
id_new(char out[ID_TEXT_BYTES])
{
	unsigned char bytes[(ID_TEXT_BYTES - 1) / 2];

	randombytes_buf(bytes, sizeof(bytes));
	sodium_bin2hex(out, ID_TEXT_BYTES, bytes, sizeof(bytes));
}

void
token_hash(unsigned char out[TOKEN_BYTES], const char *token)
{
	crypto_generichash(out, TOKEN_BYTES, (const unsigned char *)token,
	    strlen(token), NULL, 0);
}

const char *
token_for_forms(struct arena *a, const char *token)
{
	static const char PURPOSE[] = "leeromgeving: form";
	unsigned char mac[TOKEN_BYTES];
	char *out = arena_alloc(a, TOKEN_TEXT_BYTES);

	crypto_generichash(mac, sizeof(mac), (const unsigned char *)PURPOSE,
	    sizeof(PURPOSE) - 1, (const unsigned char *)token,
	    TOKEN_TEXT_BYTES - 1);
	as_text(out, mac);
	return out;
}

bool
token_equals(const char *a, const char *b)
{
	size_t n = strlen(a);

	return n == strlen(b) && sodium_memcmp(a, b, n) == 0;
}

bool
token_is_wellformed(const char *text, size_t len)
{
	static const char ALPHABET[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	if (len != TOKEN_TEXT_BYTES - 1)
		return false;
	for (size_t i = 0; i < len; i++)
		if (text[i] == '\0' || strchr(ALPHABET, text[i]) == NULL)
			return false;
	return true;
}
