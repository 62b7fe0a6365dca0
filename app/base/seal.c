/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * seal.c - sealing and opening texts with libsodium's XChaCha20-Poly1305.
 *
 * A sealed text is text: the byte 1, which no form lets in and which is the
 * version, then "1.<organisation>.<key>." and base64url of nonce, ciphertext
 * and tag. What does not begin with that byte is plain text of before there
 * were keys, and can still be read.
 *
 * The nonce is a keyed hash of place and text (SIV). So the same text in the
 * same place gives the same bytes, and the database's rules hold: what is
 * saved twice is one act, `value <> new value` tells a change. And two texts
 * never share a nonce by bad luck. A new key keeps the nonces.
 *
 * Forms carry stamps of texts (migrations/0005). The first part of the nonce
 * follows from the stamp of the plain text, and the stamp of the sealed text
 * follows from that part: so a stamp that a browser made of what it sent, or
 * that a page gave before the text was sealed, can be translated (seal_stamp)
 * without knowing the text.
 *
 * What it leaks to who reads the database without the master key: that a text
 * is empty, how long it is, and whether a text has the same words as an
 * earlier state of that very place. Not whether two places hold the same.
 */
#include "base/seal.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
	HALF = SEAL_SECRET_BYTES / 2,
	MARK = 9, /* of the nonce: what its stamp follows from */
	BASE64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING
};
_Static_assert(HALF == crypto_aead_xchacha20poly1305_ietf_KEYBYTES, "half");
_Static_assert(SEAL_WRAPPED_BYTES == NONCE + SEAL_SECRET_BYTES + TAG, "room");

static const char VERSION[] = "\x01"
			      "1.";

/* --- keys ----------------------------------------------------------------- */

void
seal_key_new(struct seal_key *out, int64_t organisation, int number,
    const struct seal_key *before)
{
	out->organisation = organisation;
	out->number = number;
	randombytes_buf(out->secret, sizeof(out->secret));
	if (before != NULL)
		memcpy(out->secret + HALF, before->secret + HALF, HALF);
}

/* Which key it is: a wrapped key cannot be given to another organisation. */
struct label {
	char text[64];
	size_t len;
};

static struct label
label_of(const struct seal_key *key)
{
	struct label l;

	l.len = (size_t)snprintf(l.text, sizeof(l.text), "sleutel %lld %d",
	    (long long)key->organisation, key->number);
	return l;
}

void
seal_wrap(unsigned char out[SEAL_WRAPPED_BYTES], const struct seal_key *key,
    const struct seal_master *master)
{
	struct label l = label_of(key);

	randombytes_buf(out, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(out + NONCE, NULL,
	    key->secret, sizeof(key->secret), (unsigned char *)l.text, l.len,
	    NULL, out, master->key);
}

bool
seal_unwrap(struct seal_key *key, const unsigned char in[SEAL_WRAPPED_BYTES],
    const struct seal_master *master)
{
	struct label l = label_of(key);

	return crypto_aead_xchacha20poly1305_ietf_decrypt(key->secret, NULL,
		   NULL, in + NONCE, SEAL_WRAPPED_BYTES - NONCE,
		   (unsigned char *)l.text, l.len, in, master->key) == 0;
}

/* --- texts ---------------------------------------------------------------- */

static void
add_hash(unsigned char *out, size_t out_len, const struct seal_key *key,
    const char *place, const char *what, const void *bytes, size_t len)
{
	unsigned char hash[crypto_generichash_BYTES];
	crypto_generichash_state state;

	crypto_generichash_init(&state, key->secret + HALF, HALF, sizeof(hash));
	crypto_generichash_update(
	    &state, (const unsigned char *)place, strlen(place) + 1);
	crypto_generichash_update(
	    &state, (const unsigned char *)what, strlen(what) + 1);
	crypto_generichash_update(&state, bytes, len);
	crypto_generichash_final(&state, hash, sizeof(hash));
	memcpy(out, hash, out_len);
}

/* As text_stamp of migrations/0005 and the script of the page make it. */
static void
plain_stamp_of(char out[SEAL_PLAIN_STAMP + 1], const char *text, size_t len)
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, (const unsigned char *)text, len);
	sodium_bin2hex(out, SEAL_PLAIN_STAMP + 1, hash, SEAL_PLAIN_STAMP / 2);
}

static void
make_nonce(unsigned char out[NONCE], const struct seal_key *key,
    const char *place, const char *text, size_t len)
{
	char stamp[SEAL_PLAIN_STAMP + 1];

	plain_stamp_of(stamp, text, len);
	add_hash(out, MARK, key, place, "stempel", stamp, SEAL_PLAIN_STAMP);
	add_hash(out + MARK, NONCE - MARK, key, place, "tekst", text, len);
}

void
seal_stamp(char out[SEAL_STAMP_BYTES], const struct seal_key *key,
    const char *place, const char *plain_stamp)
{
	unsigned char mark[MARK], hash[crypto_hash_sha256_BYTES];
	char text[sodium_base64_ENCODED_LEN(MARK, BASE64)];

	add_hash(
	    mark, MARK, key, place, "stempel", plain_stamp, SEAL_PLAIN_STAMP);
	sodium_bin2base64(text, sizeof(text), mark, MARK, BASE64);
	crypto_hash_sha256(hash, (const unsigned char *)text, strlen(text));
	out[0] = 'z';
	sodium_bin2hex(
	    out + 1, SEAL_STAMP_BYTES - 1, hash, (SEAL_STAMP_BYTES - 2) / 2);
}

const char *
seal_text(struct arena *a, const struct seal_key *key, const char *place,
    const char *text)
{
	size_t len = strlen(text), size = NONCE + len + TAG;
	unsigned char *raw;
	size_t begin, room;
	char *out;

	if (len == 0)
		return "";
	raw = arena_raw(a, size);
	make_nonce(raw, key, place, text, len);
	crypto_aead_xchacha20poly1305_ietf_encrypt(raw + NONCE, NULL,
	    (const unsigned char *)text, len, (const unsigned char *)place,
	    strlen(place), NULL, raw, key->secret);
	room = sodium_base64_ENCODED_LEN(size, BASE64);
	out = arena_raw(a, room + 48);
	begin = (size_t)snprintf(out, 48, "%s%lld.%d.", VERSION,
	    (long long)key->organisation, key->number);
	sodium_bin2base64(out + begin, room, raw, size, BASE64);
	return out;
}

bool
seal_is_sealed(const char *text)
{
	return text != NULL && text[0] == VERSION[0];
}

/* What follows the names of organisation and key; NULL: it is not sealed. */
static const char *
body_of(const char *sealed, int64_t *organisation, int *number)
{
	const size_t n = sizeof(VERSION) - 1;
	char *end;

	if (strncmp(sealed, VERSION, n) != 0)
		return NULL;
	*organisation = strtoll(sealed + n, &end, 10);
	if (*end != '.')
		return NULL;
	*number = (int)strtol(end + 1, &end, 10);
	return *end == '.' ? end + 1 : NULL;
}

bool
seal_key_of(const char *sealed, int64_t *organisation, int *number)
{
	return body_of(sealed, organisation, number) != NULL;
}

const char *
seal_open(struct arena *a, const struct seal_key *key, const char *place,
    const char *sealed)
{
	int64_t organisation;
	int number;
	const char *body = body_of(sealed, &organisation, &number);
	size_t n = body == NULL ? 0 : strlen(body), len;
	unsigned char *raw, *text;

	if (body == NULL || organisation != key->organisation ||
	    number != key->number)
		return NULL;
	raw = arena_raw(a, n + 1);
	if (sodium_base642bin(raw, n + 1, body, n, NULL, &len, NULL, BASE64) !=
		0 ||
	    len < NONCE + TAG)
		return NULL;
	text = arena_raw(a, len - NONCE - TAG + 1);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(text, NULL, NULL,
		raw + NONCE, len - NONCE, (const unsigned char *)place,
		strlen(place), raw, key->secret) != 0)
		return NULL;
	text[len - NONCE - TAG] = '\0';
	return (const char *)text;
}
