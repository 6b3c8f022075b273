#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/fail.h"

enum { DYING_MAX = 16, GONE_MS = 30, ROOM_MS = 1000 };

/* Nothing of this process's surroundings goes along. */
static char *const no_environment[] = { NULL };

static int
spawn(pid_t *pid, const char *path, const char *const *args, bool answers, int fd)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t none;
	int error;

	sigemptyset(&none);
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	error = posix_spawn_file_actions_adddup2(&actions, fd, 0);
	if (answers)
		error |= posix_spawn_file_actions_adddup2(&actions, fd, 1);
	else
		error |= posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
	error |= posix_spawnattr_setsigmask(&attributes, &none);
	error |= posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	if (error == 0)
		error = posix_spawn(pid, path, &actions, &attributes, (char *const *)(uintptr_t)args, no_environment);
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
child_start(struct child *child, const char *path, const char *const *args, bool answers)
{
	int pair[2], error, turn;

	*child = (struct child){ 0, -1 };
	for (turn = 0; turn < ROOM_MS && reap() >= DYING_MAX / 2; turn++)
		usleep(1000);
	if (turn == ROOM_MS) {
		fail_log(FAIL_BROKEN, "child: %d of them are still ending", DYING_MAX / 2);
		return false;
	}
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) {
		fail_log(FAIL_BROKEN, "child: no socket: %s", strerror(errno));
		return false;
	}
	error = spawn(&child->pid, path, args, answers, pair[1]);
	close(pair[1]);
	child->fd = pair[0];
	if (error == 0)
		return true;
	close(pair[0]);
	*child = (struct child){ 0, -1 };
	fail_log(FAIL_BROKEN, "child: %s cannot be started: %s", path, strerror(error));
	return false;
}

int
child_settle(struct child *child)
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
