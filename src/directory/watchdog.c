#include "directory/watchdog.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>
#include <talloc.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"

struct watchdog {
	pthread_t thread;
	pthread_mutex_t lock;	/* guards all below but fd */
	pthread_cond_t news;
	long long deadline;
	bool leave, bit;
	int fd;
};

static void *
watch(void *user)
{
	struct watchdog *dog = user;

	pthread_mutex_lock(&dog->lock);
	while (!dog->leave && clock_ms() < dog->deadline) {
		struct timespec until = { dog->deadline / 1000, dog->deadline % 1000 * 1000000 };

		pthread_cond_timedwait(&dog->news, &dog->lock, &until);
	}
	if (!dog->leave) {
		dog->bit = true;
		shutdown(dog->fd, SHUT_RDWR);
	}
	pthread_mutex_unlock(&dog->lock);
	return NULL;
}

static int
watchdog_end(struct watchdog *dog)
{
	pthread_mutex_lock(&dog->lock);
	dog->leave = true;
	pthread_cond_signal(&dog->news);
	pthread_mutex_unlock(&dog->lock);
	pthread_join(dog->thread, NULL);
	pthread_cond_destroy(&dog->news);
	pthread_mutex_destroy(&dog->lock);
	close(dog->fd);
	return 0;
}

/* Signals are the main thread's. */
static int
start_thread(struct watchdog *dog)
{
	sigset_t all, before;
	int rc;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	rc = pthread_create(&dog->thread, NULL, watch, dog);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return rc;
}

struct watchdog *
watchdog_start(const void *owner, int fd, long long deadline)
{
	struct watchdog *dog = talloc_zero(owner, struct watchdog);
	pthread_condattr_t attributes;

	if (dog == NULL)
		return NULL;
	dog->deadline = deadline;
	dog->fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	pthread_mutex_init(&dog->lock, NULL);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&dog->news, &attributes);
	pthread_condattr_destroy(&attributes);
	if (dog->fd < 0 || start_thread(dog) != 0) {
		if (dog->fd >= 0)
			close(dog->fd);
		talloc_free(dog);
		return NULL;
	}
	talloc_set_destructor(dog, watchdog_end);
	return dog;
}

void
watchdog_move(struct watchdog *dog, long long deadline)
{
	pthread_mutex_lock(&dog->lock);
	dog->deadline = deadline;
	pthread_cond_signal(&dog->news);
	pthread_mutex_unlock(&dog->lock);
}

bool
watchdog_bit(struct watchdog *dog)
{
	bool bit;

	pthread_mutex_lock(&dog->lock);
	bit = dog->bit;
	pthread_mutex_unlock(&dog->lock);
	return bit;
}
