#include "xml/render/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <talloc.h>
#include <unistd.h>

#include "base/fail.h"

enum { DYING_MAX = 16, GONE_MS = 30, ROOM_MS = 1000 };

/* Nothing of this process's surroundings goes along. */
static char *const no_environment[] = { NULL };

static int
spawn(pid_t *pid, const struct renderer_options *options, const char *check, int fd)
{
	const char *args[] = { options->path, "--check", check, options->share, options->language, NULL, NULL };
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t none;
	int error;

	if (check == NULL) {
		args[1] = options->share;
		args[2] = options->language;
		args[3] = options->idle ? "idle" : NULL;
		args[4] = NULL;
	}
	sigemptyset(&none);
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	error = posix_spawn_file_actions_adddup2(&actions, fd, 0);
	error |= posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
	error |= posix_spawnattr_setsigmask(&attributes, &none);
	error |= posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	if (error == 0)
		error = posix_spawn(pid, options->path, &actions, &attributes, (char *const *)(uintptr_t)args, no_environment);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return error;
}

/*
 * Killed, and not gone yet: a process that runs in idle time takes seconds to give a lot of memory back on a busy machine, and nobody shall
 * wait for that.  Of the process, since children are.
 */
static pid_t dying[DYING_MAX];

/* How many there are still. */
static size_t
reap(void)
{
	size_t i, count = 0;

	for (i = 0; i < DYING_MAX; i++) {
		if (dying[i] != 0 && waitpid(dying[i], NULL, WNOHANG) != 0)
			dying[i] = 0;
		count += dying[i] != 0;
	}
	return count;
}

static void
leave_dying(pid_t pid)
{
	size_t i;

	for (i = 0; i < DYING_MAX; i++)
		if (dying[i] == 0) {
			dying[i] = pid;
			return;
		}
	/* child_start sees to it that there is room. */
	waitpid(pid, NULL, 0);
}

int
child_end(struct child *child)
{
	int status = 0, turn;
	bool gone = false;

	if (child->pid == 0)
		return 0;
	close(child->fd);
	kill(child->pid, SIGKILL);
	for (turn = 0; turn < GONE_MS && !gone; turn++) {
		gone = waitpid(child->pid, &status, WNOHANG) == child->pid;
		if (!gone)
			usleep(1000);
	}
	if (!gone)
		leave_dying(child->pid);
	*child = (struct child){ 0, -1 };
	return status;
}

bool
child_start(struct child *child, const struct renderer_options *options, const char *check)
{
	int pair[2], error, turn;

	*child = (struct child){ 0, -1 };
	for (turn = 0; turn < ROOM_MS && reap() >= DYING_MAX / 2; turn++)
		usleep(1000);
	if (turn == ROOM_MS) {
		fail_log(FAIL_BROKEN, "renderer: %d of them are still ending", DYING_MAX / 2);
		return false;
	}
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) {
		fail_log(FAIL_BROKEN, "renderer: no socket: %s", strerror(errno));
		return false;
	}
	error = spawn(&child->pid, options, check, pair[1]);
	close(pair[1]);
	child->fd = pair[0];
	if (error == 0)
		return true;
	close(pair[0]);
	*child = (struct child){ 0, -1 };
	fail_log(FAIL_BROKEN, "renderer: %s cannot be started: %s", options->path, strerror(error));
	return false;
}

/* One that has closed its socket is about to end by itself: how it does says more than our signal would. */
static int
wait_a_moment(struct child *child)
{
	int status = 0, turn;

	for (turn = 0; turn < 50; turn++) {
		if (waitpid(child->pid, &status, WNOHANG) == child->pid) {
			close(child->fd);
			*child = (struct child){ 0, -1 };
			return status;
		}
		usleep(1000);
	}
	return child_end(child);
}

char *
child_obituary(const void *owner, struct child *child, enum wire_end how, long wall_ms, bool *ours)
{
	int status = child->pid == 0 ? 0 : how == WIRE_CLOSED ? wait_a_moment(child) : child_end(child);

	/* A layer makes it late, or a signal ends it; all else is this machine's doing. */
	*ours = how == WIRE_BAD || (how == WIRE_CLOSED && (!WIFSIGNALED(status) || WTERMSIG(status) == SIGKILL));
	if (how == WIRE_LATE)
		return talloc_asprintf(owner, "took more than %ld ms", wall_ms);
	if (how == WIRE_BAD)
		return talloc_strdup(owner, "an answer that is none");
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF)
		return talloc_strdup(owner, "took more processor time than a page may");
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
		return talloc_strdup(owner, "asked the system for what is forbidden");
	if (WIFSIGNALED(status))
		return talloc_asprintf(owner, "the renderer died by signal %d", WTERMSIG(status));
	return talloc_asprintf(owner, "the renderer ended with %d", WEXITSTATUS(status));
}

void
child_put_pairs(struct wire *out, const char *const *pairs)
{
	long count = 0;

	while (pairs[count * 2] != NULL)
		count++;
	wire_put_int(out, count);
	for (; pairs[0] != NULL; pairs += 2) {
		wire_put_text(out, pairs[0]);
		wire_put_text(out, pairs[1]);
	}
}

void
child_put_look(struct wire *out, const struct layer *layer)
{
	wire_put_text(out, layer->key);
	wire_put_text(out, layer->program);
	wire_put_text(out, layer->settings);
	if (layer->text == NULL)
		wire_put_text(out, NULL);
	else
		wire_put(out, layer->text, layer->length);
	wire_put_text(out, labels_language(layer->labels));
	child_put_pairs(out, labels_pairs_over(layer->labels));
}
