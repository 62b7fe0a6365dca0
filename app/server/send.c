/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * send.c - the sending end of a connection.
 *
 * Kore sends a header, then a body in pieces of 8 KiB, each with a call of its
 * own, and whoever reads is woken for each. Ours is called in the same place
 * (struct connection's write), for the first buffer of the queue, but sends
 * what stands behind it too. What it sent of those is counted in their s_off;
 * when Kore comes to a buffer that has nothing left, we send nothing and Kore
 * takes it off the queue, as it does with any that is done.
 */
#include "server/send.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/uio.h>

enum { TOGETHER_MAX = 8 };

static size_t
left_of(const struct netbuf *nb)
{
	return nb->b_len - nb->s_off;
}

/* How many of the queue's first buffers go along. */
static int
gather(struct connection *c, struct iovec *out)
{
	struct netbuf *nb;
	int n = 0;

	TAILQ_FOREACH (nb, &c->send_queue, list) {
		if (n == TOGETHER_MAX || nb->file_ref != NULL)
			break;
		out[n++] = (struct iovec){ .iov_base = nb->buf + nb->s_off,
			.iov_len = left_of(nb) };
	}
	return n;
}

/* What went out beyond the first buffer, which Kore counts itself. */
static void
count_rest(struct connection *c, size_t sent)
{
	struct netbuf *nb = c->snb;

	while (sent > 0 && (nb = TAILQ_NEXT(nb, list)) != NULL) {
		size_t own = sent < left_of(nb) ? sent : left_of(nb);

		nb->s_off += own;
		sent -= own;
	}
}

static int
write_together(struct connection *c, size_t len, size_t *written)
{
	struct iovec part[TOGETHER_MAX];
	struct msghdr message = { .msg_iov = part };
	size_t first = left_of(c->snb);
	ssize_t sent;

	*written = 0;
	if (len == 0)
		return KORE_RESULT_OK;
	message.msg_iovlen = (size_t)gather(c, part);
	sent = sendmsg(c->fd, &message, MSG_NOSIGNAL);
	if (sent == -1 && errno == EAGAIN) {
		c->evt.flags &= ~KORE_EVENT_WRITE;
		c->snb->flags |= NETBUF_MUST_RESEND;
		return KORE_RESULT_OK;
	}
	if (sent == -1)
		return errno == EINTR ? KORE_RESULT_OK : KORE_RESULT_ERROR;
	*written = (size_t)sent < first ? (size_t)sent : first;
	count_rest(c, (size_t)sent - *written);
	return KORE_RESULT_OK;
}

void
send_together(struct connection *c)
{
	c->write = write_together;
}
