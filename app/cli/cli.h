/* SPDX-License-Identifier: EUPL-1.2 */
#ifndef LMS_CLI_CLI_H
#define LMS_CLI_CLI_H
/*
 * The command `leer`: one file per sub-command, each a function that takes
 * its own arguments (argv[0] is its name) and returns an exit code. What a
 * user reads is Dutch. Results go to standard output, trouble to standard
 * error, in one line with the remedy.
 */
#include "base/arena.h"
#include <stddef.h>

enum { EXIT_OK = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

int cli_migrate(int argc, char **argv);
int cli_demo(int argc, char **argv);
int cli_account(int argc, char **argv);
int cli_key(int argc, char **argv);
int cli_user(int argc, char **argv);
int cli_course(int argc, char **argv);
int cli_casus(int argc, char **argv);
int cli_search(int argc, char **argv);
int cli_health(int argc, char **argv);

/* Prints "leer: …" on standard error; returns EXIT_FAILED. */
int cli_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same, plus how to get help about the command; returns EXIT_USAGE. */
int cli_usage(const char *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A whole file as text; NULL when it cannot be read (errno says why). */
char *cli_read_file(struct arena *, const char *path, size_t *len);

enum { NEW_PASSWORD_BYTES = 20 };
/* A password that is easy to read aloud: four groups of four, 79 bits. */
void cli_new_password(char out[NEW_PASSWORD_BYTES]);
#endif
