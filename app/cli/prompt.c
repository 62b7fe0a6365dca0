/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * prompt.c - a password from the terminal or from standard input.
 *
 * Echo is off while it is typed. Whatever ends or stops the program then (an
 * interrupt, a hang-up, Ctrl-Z) turns it on again first: a terminal that is
 * left silent looks broken.
 */
#include "cli/prompt.h"

#include "base/password.h"
#include "base/text.h"
#include "cli/cli.h"
#include "core/password_rule.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int SIGNALS[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP };

enum { SIGNAL_COUNT = sizeof(SIGNALS) / sizeof(SIGNALS[0]) };

static struct termios before, silent;
static struct sigaction old[SIGNAL_COUNT];

/* Async-signal-safe calls only. Comes back here after Ctrl-Z and fg. */
static void
speak_and_go(int signal)
{
	struct sigaction own;
	sigset_t set;

	tcsetattr(STDIN_FILENO, TCSANOW, &before);
	for (int i = 0; i < SIGNAL_COUNT; i++)
		if (SIGNALS[i] == signal)
			sigaction(signal, &old[i], &own);
	raise(signal);
	sigemptyset(&set);
	sigaddset(&set, signal);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	sigaction(signal, &own, NULL);
	tcsetattr(STDIN_FILENO, TCSANOW, &silent);
}

static void
fall_silent(void)
{
	struct sigaction own = { .sa_handler = speak_and_go,
		.sa_flags = SA_RESTART };

	sigemptyset(&own.sa_mask);
	silent = before;
	silent.c_lflag &= ~(tcflag_t)ECHO;
	for (int i = 0; i < SIGNAL_COUNT; i++)
		sigaction(SIGNALS[i], &own, &old[i]);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
}

static void
speak(void)
{
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
	for (int i = 0; i < SIGNAL_COUNT; i++)
		sigaction(SIGNALS[i], &old[i], NULL);
	fputc('\n', stderr);
}

/* One line of standard input, without echo when that is a terminal. */
static bool
read_line(char *line, size_t size)
{
	bool is_terminal = tcgetattr(STDIN_FILENO, &before) == 0;
	bool ok;

	if (is_terminal) {
		fall_silent();
		fputs("Wachtwoord (leeg: ik maak er een): ", stderr);
	}
	ok = fgets(line, (int)size, stdin) != NULL;
	if (is_terminal)
		speak();
	if (!ok)
		line[0] = '\0'; /* an empty input: make one */
	line[strcspn(line, "\r\n")] = '\0';
	return !ferror(stdin);
}

int
prompt_password(struct arena *a, const char *email, const char **password,
    bool *made)
{
	char line[PASSWORD_MAX * 4 + 2];
	char fresh[NEW_PASSWORD_BYTES];
	enum password_fault fault;

	if (!read_line(line, sizeof(line)))
		return cli_fail("het wachtwoord kan niet worden gelezen");
	*made = line[0] == '\0';
	if (*made) {
		cli_new_password(fresh);
		*password = arena_strdup(a, fresh);
		return EXIT_OK;
	}
	if (!text_is_utf8(line, strlen(line)))
		return cli_fail("het wachtwoord is geen geldige tekst (UTF-8)");
	fault = password_judge(a, line, email);
	if (fault != PASSWORD_GOOD)
		return cli_fail("%s", password_fault_text(fault));
	*password = arena_strdup(a, line);
	return EXIT_OK;
}
