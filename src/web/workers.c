#include "web/workers.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/fail.h"

enum { SHORT_LIFE_MS = 1000 };

/* pid 0: there is none, and none is started before due. */
struct worker { pid_t pid; long long started, due; };

struct crew {
	struct worker workers[WORKERS_MAX];
	unsigned count, tries;		/* tries: short lives in a row */
	bool stopping;
	sigset_t waited_for, before;
};

static bool
start(struct crew *crew, struct worker *worker)
{
	const pid_t first = getpid(), pid = fork();

	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGTERM);
		if (getppid() != first)
			raise(SIGTERM);
		sigprocmask(SIG_SETMASK, &crew->before, NULL);
		return true;
	}
	if (pid < 0)
		fail_log(FAIL_BROKEN, "workers: none can be started: %s", strerror(errno));
	*worker = (struct worker){ .pid = pid < 0 ? 0 : pid, .started = clock_ms(), .due = clock_ms() + SHORT_LIFE_MS };
	crew->tries += pid < 0;
	return false;
}

/* Start who is missing and due.  True in a new worker. */
static bool
fill(struct crew *crew)
{
	unsigned i;

	for (i = 0; i < crew->count; i++)
		if (crew->workers[i].pid == 0 && !crew->stopping && clock_ms() >= crew->workers[i].due && start(crew, &crew->workers[i]))
			return true;
	return false;
}

static void
note_end(struct crew *crew, struct worker *worker, int status)
{
	const bool was_short = clock_ms() - worker->started < SHORT_LIFE_MS;

	if (WIFSIGNALED(status) && !crew->stopping)
		fail_log(FAIL_BROKEN, "workers: one ended by signal %d", WTERMSIG(status));
	crew->tries = was_short ? crew->tries + 1 : 0;
	*worker = (struct worker){ .due = was_short ? clock_ms() + SHORT_LIFE_MS : 0 };
}

/* Who has ended; how many are left. */
static unsigned
reap(struct crew *crew)
{
	unsigned i, left = 0;
	int status;

	for (i = 0; i < crew->count; i++) {
		if (crew->workers[i].pid != 0 && waitpid(crew->workers[i].pid, &status, WNOHANG) == crew->workers[i].pid)
			note_end(crew, &crew->workers[i], status);
		left += crew->workers[i].pid != 0;
	}
	return left;
}

static void
stop(struct crew *crew)
{
	unsigned i;

	crew->stopping = true;
	for (i = 0; i < crew->count; i++)
		if (crew->workers[i].pid != 0)
			kill(crew->workers[i].pid, SIGTERM);
}

/* The signals stay blocked, and are taken up here: none is lost between a look and the next wait. */
static void
block_signals(struct crew *crew)
{
	sigemptyset(&crew->waited_for);
	sigaddset(&crew->waited_for, SIGCHLD);
	sigaddset(&crew->waited_for, SIGTERM);
	sigaddset(&crew->waited_for, SIGINT);
	sigaddset(&crew->waited_for, SIGUSR1);
	sigprocmask(SIG_BLOCK, &crew->waited_for, &crew->before);
}

bool
workers_start(unsigned count, int *status)
{
	struct crew crew = { .count = count < WORKERS_MAX ? count : WORKERS_MAX };
	const struct timespec second = { .tv_sec = 1 };
	int number;

	block_signals(&crew);
	do {
		if (fill(&crew))
			return true;
		number = sigtimedwait(&crew.waited_for, NULL, &second);
		if (!crew.stopping && ((number > 0 && number != SIGCHLD) || crew.tries >= WORKERS_TRIES))
			stop(&crew);
	} while (reap(&crew) > 0 || !crew.stopping);
	*status = crew.tries >= WORKERS_TRIES;
	return false;
}
