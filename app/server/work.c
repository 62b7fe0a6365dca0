/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * work.c - two threads, a queue before them and a queue after them.
 *
 * A job goes from `unused` to `waiting` to a thread to `finished` and back.
 * A thread wakes the event loop through an eventfd; the loop then calls done
 * for all that is finished. All four lists are under one mutex; run and done
 * are called without it.
 *
 * Not Kore's tasks: their threads take a job without looking whether the
 * queue holds one (a late or spurious wake-up then kills the worker), and
 * jobs are dealt out in turn, so that one may wait while a thread is idle.
 */
#include "server/work.h"

#include <kore/kore.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

/*
 * Hashing passwords fills a core for as long as it is let. NICE makes the
 * threads give way whenever an event loop, nginx or PostgreSQL wakes up, and
 * still leaves them a tenth of a busy core; PLACES bounds who waits, to a
 * second or so. Measured by `ONLY=inlogstorm make bench`.
 */
enum { THREADS = 2, PLACES = 32, NICE = 10 };

struct job {
	TAILQ_ENTRY(job) link;
	void (*run)(void *);
	void (*done)(void *);
	void *arg;
};
TAILQ_HEAD(jobs, job);

static struct kore_event finish_event;
static int finish_fd = -1;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t is_waiting = PTHREAD_COND_INITIALIZER;
static struct job places[PLACES];
static struct jobs unused = TAILQ_HEAD_INITIALIZER(unused);
static struct jobs waiting = TAILQ_HEAD_INITIALIZER(waiting);
static struct jobs finished = TAILQ_HEAD_INITIALIZER(finished);

/* The first of a list, moved out of it; NULL when it is empty. */
static struct job *
take_first(struct jobs *list)
{
	struct job *job = TAILQ_FIRST(list);

	if (job != NULL)
		TAILQ_REMOVE(list, job, link);
	return job;
}

static void *
work(void *arg)
{
	static const uint64_t ONE = 1;

	(void)arg;
	/* On Linux of this thread alone. */
	if (setpriority(PRIO_PROCESS, 0, NICE) != 0)
		kore_log(LOG_ERR, "setpriority: %s", errno_s);
	pthread_mutex_lock(&mutex);
	for (;;) {
		struct job *job = take_first(&waiting);

		if (job == NULL) {
			pthread_cond_wait(&is_waiting, &mutex);
			continue;
		}
		pthread_mutex_unlock(&mutex);
		job->run(job->arg);
		pthread_mutex_lock(&mutex);
		TAILQ_INSERT_TAIL(&finished, job, link);
		if (write(finish_fd, &ONE, sizeof(ONE)) != sizeof(ONE))
			abort();
	}
	return NULL;
}

static void
finish(void *arg, int error)
{
	uint64_t count;

	(void)arg;
	(void)error;
	if (read(finish_fd, &count, sizeof(count)) != sizeof(count) &&
	    errno != EAGAIN)
		abort();
	for (;;) {
		struct job *job, ready;

		pthread_mutex_lock(&mutex);
		job = take_first(&finished);
		if (job != NULL) {
			ready = *job;
			TAILQ_INSERT_TAIL(&unused, job, link);
		}
		pthread_mutex_unlock(&mutex);
		if (job == NULL)
			return;
		ready.done(ready.arg);
	}
}

/* Signals are for the event loop: the threads block them. */
void
work_open(void)
{
	sigset_t all, before;
	pthread_t thread;

	for (int i = 0; i < PLACES; i++)
		TAILQ_INSERT_TAIL(&unused, &places[i], link);
	finish_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
	if (finish_fd < 0)
		fatal("eventfd: %s", errno_s);
	finish_event.handle = finish;
	kore_platform_event_schedule(finish_fd, EPOLLIN, 0, &finish_event);
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	for (int i = 0; i < THREADS; i++)
		if (pthread_create(&thread, NULL, work, NULL) != 0)
			fatal("pthread_create: %s", errno_s);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

bool
work_start(void (*run)(void *), void (*done)(void *), void *arg)
{
	struct job *job;

	pthread_mutex_lock(&mutex);
	job = take_first(&unused);
	if (job != NULL) {
		job->run = run;
		job->done = done;
		job->arg = arg;
		TAILQ_INSERT_TAIL(&waiting, job, link);
		pthread_cond_signal(&is_waiting);
	}
	pthread_mutex_unlock(&mutex);
	return job != NULL;
}

bool
work_cancel(const void *arg)
{
	struct job *job;

	pthread_mutex_lock(&mutex);
	TAILQ_FOREACH (job, &waiting, link)
		if (job->arg == arg)
			break;
	if (job != NULL) {
		TAILQ_REMOVE(&waiting, job, link);
		TAILQ_INSERT_TAIL(&unused, job, link);
	}
	pthread_mutex_unlock(&mutex);
	return job != NULL;
}
