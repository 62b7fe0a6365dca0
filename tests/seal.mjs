// SPDX-License-Identifier: EUPL-1.2
// seal.mjs - opens sealed texts, from what app/base/seal.c and seal_file.c say
// of them and with libsodium's own JavaScript: by another hand than the code.
import { readFileSync } from 'node:fs';
import sodium from 'libsodium-wrappers';

await sodium.ready;
const { crypto_aead_xchacha20poly1305_ietf_decrypt: decrypt, base64_variants: variants } = sodium;
const NONCE = 24;
const open = (bytes, label, key) => decrypt(null, bytes.subarray(NONCE), sodium.from_string(label), bytes.subarray(0, NONCE), key);

/** The master keys of a file: { id: key }. */
export function mastersOf(path) {
  const lines = readFileSync(path, 'utf8').trim().split('\n').map((line) => line.split(' '));
  return Object.fromEntries(lines.map(([, , id, key]) => [id, sodium.from_base64(key, variants.ORIGINAL)]));
}

/**
 * Rows of seal_key ({ organisation, number, master, wrapped in hex }) as a
 * function that opens a text of a place: (sealed, { organisation, person,
 * course, casus, column, row }). What is no sealed text stays as it is.
 */
export function openerOf(masters, rows) {
  const keys = new Map(rows.map(({ organisation, number, master, wrapped }) => {
    const secret = open(sodium.from_hex(wrapped), `sleutel ${organisation} ${number}`, masters[master]);
    return [`${organisation} ${number}`, secret.subarray(0, secret.length / 2)];
  }));

  return (text, { organisation, person, course, casus, column, row }) => {
    if (!text?.startsWith('\x01')) return text;
    const [, of, number, body] = text.slice(1).split('.');
    const place = [organisation, person, course, casus, column, row].join('\x1f');
    return sodium.to_string(open(sodium.from_base64(body, variants.URLSAFE_NO_PADDING), place, keys.get(`${of} ${number}`)));
  };
}
