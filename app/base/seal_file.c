/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * seal_file.c - the file of master keys: a line for each, the newest first,
 * "leer-hoofdsleutel 1 <id> <base64 of the key>". Only its owner may read it,
 * and it must stay out of the backups of the database.
 */
#include "base/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	BASE64 = sodium_base64_VARIANT_ORIGINAL,
	KEY_TEXT = sodium_base64_ENCODED_LEN(
	    SEAL_MASTER_BYTES, sodium_base64_VARIANT_ORIGINAL),
	FILE_MAX = SEAL_MASTERS_MAX * 128,
	OTHERS = S_IRWXG | S_IRWXO
};

static const char MAGIC[] = "leer-hoofdsleutel 1 ";

static void
name_master(struct seal_master *m)
{
	unsigned char hash[crypto_generichash_BYTES_MIN];

	crypto_generichash(hash, sizeof(hash), m->key, sizeof(m->key), NULL, 0);
	sodium_bin2hex(m->id, sizeof(m->id), hash, (SEAL_ID_BYTES - 1) / 2);
}

void
seal_master_new(struct seal_master *out)
{
	randombytes_buf(out->key, sizeof(out->key));
	name_master(out);
}

const struct seal_master *
seal_master_find(const struct seal_masters *all, const char *id)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->master[i].id, id) == 0)
			return &all->master[i];
	return NULL;
}

/* One line, without its end. */
static bool
read_line(struct seal_master *out, const char *line, size_t len)
{
	const size_t n = sizeof(MAGIC) - 1, id = SEAL_ID_BYTES - 1;
	size_t got;

	if (len != n + id + 1 + KEY_TEXT - 1 || memcmp(line, MAGIC, n) != 0 ||
	    sodium_base642bin(out->key, sizeof(out->key), line + n + id + 1,
		KEY_TEXT - 1, NULL, &got, NULL, BASE64) != 0 ||
	    got != sizeof(out->key))
		return false;
	name_master(out);
	return memcmp(out->id, line + n, id) == 0;
}

static bool
read_lines(struct seal_masters *out, const char *text)
{
	out->count = 0;
	while (*text != '\0') {
		size_t len = strcspn(text, "\n");

		if (out->count == SEAL_MASTERS_MAX ||
		    !read_line(&out->master[out->count++], text, len))
			return false;
		text += len + (text[len] == '\n');
	}
	return out->count > 0;
}

static const char *
fault_of_file(struct arena *a, const char *path, int fd)
{
	struct stat about;

	if (fd < 0 || fstat(fd, &about) != 0)
		return arena_printf(a,
		    "Het bestand met de hoofdsleutel %s is niet te lezen (%s). "
		    "Zet het terug uit je kluis. Alleen voor een lege "
		    "leeromgeving maak je een nieuwe: leer sleutel maak.",
		    path, strerror(errno));
	if ((about.st_mode & OTHERS) != 0)
		return arena_printf(a,
		    "Het bestand met de hoofdsleutel %s is ook voor anderen. "
		    "Doe: chmod 600 %s",
		    path, path);
	return NULL;
}

const char *
seal_masters_read(struct seal_masters *out, struct arena *a, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	const char *fault = fault_of_file(a, path, fd);
	char text[FILE_MAX + 1];
	ssize_t n = fault == NULL ? read(fd, text, sizeof(text)) : -1;

	if (fd >= 0)
		close(fd);
	if (fault != NULL)
		return fault;
	if (n > 0 && n <= FILE_MAX) {
		text[n] = '\0';
		if (!read_lines(out, text))
			n = 0;
	}
	sodium_memzero(text, sizeof(text));
	return n > 0 && n <= FILE_MAX
		   ? NULL
		   : arena_printf(a,
			 "%s is geen heel bestand met een "
			 "hoofdsleutel. Zet het terug uit je "
			 "kluis.",
			 path);
}

static bool
write_all(int fd, const struct seal_masters *all)
{
	char line[128], key[KEY_TEXT];
	bool ok = true;

	for (size_t i = 0; i < all->count && ok; i++) {
		int n;

		sodium_bin2base64(key, sizeof(key), all->master[i].key,
		    sizeof(all->master[i].key), BASE64);
		n = snprintf(line, sizeof(line), "%s%s %s\n", MAGIC,
		    all->master[i].id, key);
		ok = write(fd, line, (size_t)n) == n;
	}
	sodium_memzero(line, sizeof(line));
	sodium_memzero(key, sizeof(key));
	return ok && fsync(fd) == 0;
}

const char *
seal_masters_write(
    const struct seal_masters *all, struct arena *a, const char *path)
{
	const char *fresh = arena_printf(a, "%s.nieuw", path);
	int fd = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool ok = fd >= 0 && fchmod(fd, 0600) == 0 && write_all(fd, all);
	struct stat old;

	/* The owner stays who it was: the server must read it too. */
	if (ok && stat(path, &old) == 0)
		ok = fchown(fd, old.st_uid, old.st_gid) == 0;
	if (fd >= 0 && close(fd) != 0)
		ok = false;
	if (ok && rename(fresh, path) == 0)
		return NULL;
	return arena_printf(a, "%s: %s", path, strerror(errno));
}
