#include "tools/passes.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <time.h>

static volatile sig_atomic_t asked_to_end;

static void
end_soon(int signal_number)
{
	(void)signal_number;
	asked_to_end = 1;
}

bool
passes_every(const char *text, long *every)
{
	char *end;

	*every = strtol(text, &end, 10);
	return end != text && *end == '\0' && *every >= 1 && *every <= PASSES_EVERY_MAX_S;
}

bool
passes_told_to_end(void)
{
	sigset_t waiting;

	return asked_to_end || (sigpending(&waiting) == 0 && (sigismember(&waiting, SIGTERM) == 1 || sigismember(&waiting, SIGINT) == 1));
}

enum fail
passes_run(const char *name, long every, enum fail (*pass)(void *user), void *user)
{
	struct sigaction action = { .sa_handler = end_soon };
	struct timespec pause = { every, 0 };
	sigset_t ends, before;

	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	sigprocmask(SIG_BLOCK, &ends, &before);
	if (every == 0)
		return pass(user);
	while (!asked_to_end) {
		enum fail f = pass(user);

		if (f != FAIL_NONE && f != FAIL_AWAY)
			fail_log(f, "%s: this pass did not do all; the next one is in %ld seconds", name, every);
		if (pselect(0, NULL, NULL, NULL, &pause, &before) < 0 && errno != EINTR)
			return fail_log(FAIL_BROKEN, "%s: %s", name, strerror(errno));
	}
	return FAIL_NONE;
}
