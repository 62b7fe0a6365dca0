/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * drain.c - stopping without dropping anybody.
 *
 * Kore itself leaves its loop at the first SIGTERM and closes every
 * connection, also those with a request under way. nginx cannot tell that
 * from a crash, and must not send such a request to another instance (see
 * conf/README.md). So the loop goes on here until the connections are gone.
 *
 * The listening socket is shared with the parent: closing ours changes
 * nothing, shutting it down makes every connect fail at once. Who was queued
 * before that still comes in. nginx closes what it keeps idle itself, within
 * two seconds; closing it here would meet a request that was just sent.
 */
#include "server/drain.h"

#include <kore/kore.h>
#include <kore/http.h>

#include <sys/socket.h>

enum { STEP_MS = 20 };

static void
let_in_the_queue(struct listener *l)
{
	uint32_t before;

	l->evt.flags |= KORE_EVENT_READ;
	do { /* Kore takes a few at a time */
		before = worker_active_connections;
		kore_listener_accept(l, 0);
	} while (worker_active_connections > before);
}

static void
refuse_newcomers(void)
{
	const struct kore_server *server;
	struct listener *l;

	kore_platform_disable_accept(); /* Kore dies of an event on it */
	LIST_FOREACH (server, &kore_servers, list) {
		LIST_FOREACH (l, &server->listeners, list) {
			(void)shutdown(l->fd, SHUT_RD);
			let_in_the_queue(l);
		}
	}
}

void
drain_worker(uint64_t limit_ms)
{
	uint64_t now = kore_time_ms(), end = now + limit_ms;

	refuse_newcomers();
	http_keepalive_time = 0; /* every answer is its connection's last */
	while (worker_active_connections > 0 && now < end) {
		kore_platform_event_wait(STEP_MS);
		now = kore_time_ms();
		kore_timer_run(now);
		http_process();
		kore_connection_prune(KORE_CONNECTION_PRUNE_DISCONNECT);
	}
}
