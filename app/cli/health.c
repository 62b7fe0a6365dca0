/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * health.c - `leer gezond`: asks /gezondheid over a unix socket or TCP. For
 * `make run`, the tests and supervisors, so that none of them needs curl.
 */
#include "cli/cli.h"

#include <getopt.h>
#include <netdb.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static const char HELP[] =
    "gebruik: leer gezond [--wacht SECONDEN] ADRES\n\n"
    "Vraagt ADRES (naam:poort, of het pad van een socket) of de leeromgeving\n"
    "en haar database antwoorden. Met --wacht blijft hij het zo lang vragen.\n";

static const char REQUEST[] = "GET /gezondheid HTTP/1.1\r\n"
			      "Host: localhost\r\nConnection: close\r\n\r\n";

enum { ANSWER_S = 3, RETRY_MS = 50, WAIT_MAX_S = 600 };

static int
open_unix(const char *path)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	int s;

	if (strlen(path) >= sizeof(to.sun_path))
		return -1;
	memcpy(to.sun_path, path, strlen(path) + 1);
	s = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (s >= 0 && connect(s, (struct sockaddr *)&to, sizeof(to)) != 0) {
		close(s);
		s = -1;
	}
	return s;
}

static int
open_tcp(struct arena *a, const char *address)
{
	const char *colon = strrchr(address, ':');
	struct addrinfo want = { .ai_socktype = SOCK_STREAM };
	struct addrinfo *found = NULL;
	int s = -1;

	if (colon == NULL ||
	    getaddrinfo(arena_strndup(a, address, (size_t)(colon - address)),
		colon + 1, &want, &found) != 0)
		return -1;
	for (struct addrinfo *i = found; i != NULL && s < 0; i = i->ai_next) {
		s = socket(i->ai_family, i->ai_socktype | SOCK_CLOEXEC,
		    i->ai_protocol);
		if (s >= 0 && connect(s, i->ai_addr, i->ai_addrlen) != 0) {
			close(s);
			s = -1;
		}
	}
	freeaddrinfo(found);
	return s;
}

/* One question; true when the answer is 200. */
static bool
is_healthy(struct arena *a, const char *address)
{
	static const char OK[] = "HTTP/1.1 200";
	struct timeval limit = { .tv_sec = ANSWER_S };
	char answer[sizeof(OK)] = { 0 };
	int s = address[0] == '/' ? open_unix(address) : open_tcp(a, address);
	ssize_t got = -1;

	if (s < 0)
		return false;
	setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
	setsockopt(s, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
	if (send(s, REQUEST, sizeof(REQUEST) - 1, MSG_NOSIGNAL) > 0)
		got = recv(s, answer, sizeof(OK) - 1, MSG_WAITALL);
	close(s);
	return got == (ssize_t)sizeof(OK) - 1 && strcmp(answer, OK) == 0;
}

static int
wait_for(const char *address, long wait_s)
{
	const struct timespec pause = { .tv_nsec = RETRY_MS * 1000000L };
	struct timespec now, until;
	struct arena *a = arena_new();
	bool healthy;

	clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_sec += wait_s;
	for (;;) {
		healthy = is_healthy(a, address);
		clock_gettime(CLOCK_MONOTONIC, &now);
		if (healthy || now.tv_sec > until.tv_sec ||
		    (now.tv_sec == until.tv_sec &&
			now.tv_nsec >= until.tv_nsec))
			break;
		nanosleep(&pause, NULL);
	}
	arena_free(a);
	return healthy ? EXIT_OK :
			 cli_fail("%s antwoordt niet gezond", address);
}

int
cli_health(int argc, char **argv)
{
	static const struct option OPTIONS[] = {
		{ "wacht", required_argument, NULL, 'w' },
		{ "help", no_argument, NULL, 'h' },
		{ NULL, 0, NULL, 0 },
	};
	long wait_s = 0;
	char *end = NULL;
	int c;

	while ((c = getopt_long(argc, argv, "", OPTIONS, NULL)) != -1) {
		switch (c) {
		case 'h':
			fputs(HELP, stdout);
			return EXIT_OK;
		case 'w':
			wait_s = strtol(optarg, &end, 10);
			if (*end != '\0' || wait_s < 0 || wait_s > WAIT_MAX_S)
				return cli_usage("gezond",
				    "--wacht vraagt 0 tot %d", WAIT_MAX_S);
			break;
		default:
			return cli_usage("gezond", "onbekende optie");
		}
	}
	if (optind != argc - 1)
		return cli_usage("gezond", "geef één adres");
	return wait_for(argv[optind], wait_s);
}
