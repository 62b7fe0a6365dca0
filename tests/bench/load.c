/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * load.c - a small HTTP/1.1 load client for `make bench`.
 *
 *	load SECONDS CONNECTIONS ADDRESS FILE
 *
 * ADDRESS is "127.0.0.1:8080" or the path of a unix socket (loopback only:
 * it refuses anything else). FILE holds raw requests, each after a line with
 * its length in bytes. Connection i sends requests i, i+C, i+2C, … over and
 * over, so that a file of distinct acts stays distinct. Prints one line of
 * JSON: requests, errors (no 2xx or 3xx, or a broken connection), per_second,
 * p50_us, p99_us. Its own because wrk speaks no unix sockets and h2load
 * cannot send a different body each time.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { CONNECTIONS_MAX = 512, BUFFER = 64 * 1024, BUCKETS = 200000 };

struct request {
	const char *bytes;
	size_t len;
};

struct connection {
	int fd;
	size_t next, sent;
	size_t have; /* bytes of the answer in buffer */
	long left;   /* of the body; -1: the head is not complete yet */
	bool will_close;
	int status;
	uint64_t began_us;
	char buffer[BUFFER];
};

static struct request *requests;
static size_t request_count, connection_count;
static struct connection connections[CONNECTIONS_MAX];
static uint64_t histogram[BUCKETS]; /* per 5 microseconds */
static uint64_t done, errors;
static struct sockaddr_storage address;
static socklen_t address_len;
static int poller;

static void
die(const char *why)
{
	fprintf(stderr, "load: %s: %s\n", why, strerror(errno));
	exit(1);
}

static uint64_t
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

static void
read_requests(const char *path)
{
	FILE *in = fopen(path, "rb");
	size_t len, room = 0;

	if (in == NULL)
		die(path);
	while (fscanf(in, "%zu", &len) == 1 && fgetc(in) == '\n') {
		char *bytes = malloc(len);

		if (request_count == room) {
			room = room == 0 ? 1024 : room * 2;
			requests = realloc(requests, room * sizeof(*requests));
		}
		if (bytes == NULL || requests == NULL ||
		    fread(bytes, 1, len, in) != len)
			die("requests");
		requests[request_count++] = (struct request){ bytes, len };
	}
	fclose(in);
	if (request_count == 0)
		die("no requests");
}

static void
read_address(const char *text)
{
	struct sockaddr_in *in = (struct sockaddr_in *)(void *)&address;
	struct sockaddr_un *un = (struct sockaddr_un *)(void *)&address;

	if (strncmp(text, "127.0.0.1:", 10) == 0) {
		in->sin_family = AF_INET;
		in->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
		in->sin_port = htons((uint16_t)strtol(text + 10, NULL, 10));
		address_len = sizeof(*in);
	} else if (text[0] == '/' && strlen(text) < sizeof(un->sun_path)) {
		un->sun_family = AF_UNIX;
		memcpy(un->sun_path, text, strlen(text) + 1);
		address_len = sizeof(*un);
	} else {
		fputs("load: 127.0.0.1:PORT or a socket's path\n", stderr);
		exit(64);
	}
}

static void
watch(struct connection *c, int operation, uint32_t events)
{
	struct epoll_event e = { .events = events, .data.ptr = c };

	if (epoll_ctl(poller, operation, c->fd, &e) != 0)
		die("epoll_ctl");
}

static void
send_next(struct connection *c)
{
	const struct request *r = &requests[c->next];

	while (c->sent < r->len) {
		ssize_t n = send(c->fd, r->bytes + c->sent, r->len - c->sent,
		    MSG_NOSIGNAL);

		if (n < 0) {
			if (errno == EAGAIN)
				watch(c, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
			return;
		}
		c->sent += (size_t)n;
	}
}

static void
begin(struct connection *c)
{
	c->sent = c->have = 0;
	c->left = -1;
	c->began_us = now_us();
	send_next(c);
}

static void
open_connection(struct connection *c)
{
	int one = 1;

	c->fd = socket(address.ss_family, SOCK_STREAM, 0);
	if (c->fd < 0 ||
	    connect(c->fd, (struct sockaddr *)&address, address_len) != 0)
		die("connect");
	if (address.ss_family == AF_INET)
		setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	fcntl(c->fd, F_SETFL, O_NONBLOCK);
	watch(c, EPOLL_CTL_ADD, EPOLLIN);
	begin(c);
}

static void
reopen(struct connection *c)
{
	close(c->fd);
	open_connection(c);
}

static void
finish(struct connection *c)
{
	uint64_t bucket = (now_us() - c->began_us) / 5;

	histogram[bucket < BUCKETS ? bucket : BUCKETS - 1]++;
	done++;
	errors += c->status < 200 || c->status >= 400;
	c->next += connection_count;
	if (c->next >= request_count)
		c->next = (size_t)(c - connections) % request_count;
	if (c->will_close)
		reopen(c);
	else
		begin(c);
}

/* The value of a header in the head of the answer, or NULL. */
static const char *
header(const char *head, const char *name)
{
	size_t n = strlen(name);

	for (const char *line = strstr(head, "\r\n"); line != NULL;
	     line = strstr(line + 2, "\r\n"))
		if (strncasecmp(line + 2, name, n) == 0)
			return line + 2 + n;
	return NULL;
}

/* Chunked bodies end in an empty chunk; nothing is sent after it here. */
static bool
is_chunked_end(const struct connection *c)
{
	return c->have >= 5 &&
	    memcmp(c->buffer + c->have - 5, "0\r\n\r\n", 5) == 0;
}

enum { CHUNKED = -2 };

static void
read_head(struct connection *c, char *end)
{
	const char *length, *closes;
	size_t head_len = (size_t)(end - c->buffer) + 4;

	*end = '\0';
	c->status = (int)strtol(c->buffer + 9, NULL, 10);
	length = header(c->buffer, "content-length:");
	closes = header(c->buffer, "connection:");
	c->will_close = closes != NULL && strncasecmp(closes, " close", 6) == 0;
	if (length != NULL)
		c->left = strtol(length, NULL, 10) -
		    (long)(c->have - head_len);
	else if (header(c->buffer, "transfer-encoding:") != NULL)
		c->left = CHUNKED;
	else
		c->left = 0;
}

static void
receive(struct connection *c)
{
	ssize_t n = recv(c->fd, c->buffer + c->have, BUFFER - 1 - c->have, 0);
	char *end;

	if (n < 0 && errno == EAGAIN)
		return;
	if (n <= 0) {
		errors++;
		reopen(c);
		return;
	}
	if (c->left >= 0) {
		c->left -= n;
	} else {
		c->have += (size_t)n;
		c->buffer[c->have] = '\0';
		end = c->left == -1 ? strstr(c->buffer, "\r\n\r\n") : NULL;
		if (end != NULL)
			read_head(c, end);
	}
	if (c->left == 0 || (c->left == CHUNKED && is_chunked_end(c)))
		finish(c);
	else if (c->left == CHUNKED && c->have > BUFFER / 2) {
		memmove(c->buffer, c->buffer + c->have - 8, 8);
		c->have = 8; /* only the end of the chunks matters */
	}
}

static uint64_t
percentile(uint64_t per_hundred)
{
	uint64_t seen = 0;

	for (size_t i = 0; i < BUCKETS; i++) {
		seen += histogram[i];
		if (seen * 100 >= done * per_hundred)
			return i * 5;
	}
	return 0;
}

int
main(int argc, char **argv)
{
	struct epoll_event events[64];
	uint64_t began, until;
	double seconds;

	if (argc != 5) {
		fputs("load SECONDS CONNECTIONS ADDRESS FILE\n", stderr);
		return 64;
	}
	seconds = strtod(argv[1], NULL);
	connection_count = strtoul(argv[2], NULL, 10);
	if (connection_count == 0 || connection_count > CONNECTIONS_MAX)
		return 64;
	read_address(argv[3]);
	read_requests(argv[4]);
	poller = epoll_create1(0);
	for (size_t i = 0; i < connection_count; i++) {
		connections[i].next = i % request_count;
		open_connection(&connections[i]);
	}
	began = now_us();
	until = began + (uint64_t)(seconds * 1e6);
	while (now_us() < until) {
		int n = epoll_wait(poller, events, 64, 100);

		for (int i = 0; i < n; i++) {
			struct connection *c = events[i].data.ptr;

			if ((events[i].events & EPOLLOUT) != 0) {
				watch(c, EPOLL_CTL_MOD, EPOLLIN);
				send_next(c);
			}
			if ((events[i].events & ~(uint32_t)EPOLLOUT) != 0)
				receive(c);
		}
	}
	seconds = (double)(now_us() - began) / 1e6;
	printf("{\"requests\":%llu,\"errors\":%llu,\"per_second\":%.0f,"
	       "\"p50_us\":%llu,\"p99_us\":%llu}\n",
	    (unsigned long long)done, (unsigned long long)errors,
	    (double)done / seconds, (unsigned long long)percentile(50),
	    (unsigned long long)percentile(99));
	return 0;
}
