/* test_workers.c - several processes of one program: who is replaced, who ends with whom. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "web/workers.h"

#include <cmocka.h>

enum { COUNT = 3 };

/* What a worker does: say who it is, and wait for a signal.  The end of the pipe is seen when the last of them has ended. */
struct crew { pid_t first; int pipe[2]; };

static void
begin(struct crew *crew)
{
	int status = 3;

	assert_int_equal(pipe(crew->pipe), 0);
	crew->first = fork();
	if (crew->first == 0) {
		close(crew->pipe[0]);
		if (workers_start(COUNT, &status)) {
			pid_t me = getpid();

			_exit(write(crew->pipe[1], &me, sizeof me) == sizeof me ? pause() : 1);
		}
		_exit(status);
	}
	close(crew->pipe[1]);
}

/* 0: all have ended. */
static pid_t
next(const struct crew *crew)
{
	pid_t pid = 0;

	return read(crew->pipe[0], &pid, sizeof pid) == sizeof pid ? pid : 0;
}

static int
end_of(const struct crew *crew)
{
	int status;

	assert_int_equal(next(crew), 0);
	assert_int_equal(waitpid(crew->first, &status, 0), crew->first);
	close(crew->pipe[0]);
	return status;
}

static void
who_ends_is_replaced(void **state)
{
	struct crew crew;
	pid_t pids[COUNT], other;
	int i;

	(void)state;
	begin(&crew);
	for (i = 0; i < COUNT; i++)
		pids[i] = next(&crew);
	assert_int_equal(kill(pids[1], SIGKILL), 0);
	other = next(&crew);
	assert_true(other > 0 && other != pids[0] && other != pids[1] && other != pids[2]);
	assert_int_equal(kill(crew.first, SIGTERM), 0);
	i = end_of(&crew);
	assert_true(WIFEXITED(i) && WEXITSTATUS(i) == 0);
	assert_int_equal(kill(pids[0], 0), -1);
}

static void
nobody_outlives_the_first(void **state)
{
	struct crew crew;
	int i;

	(void)state;
	begin(&crew);
	for (i = 0; i < COUNT; i++)
		assert_true(next(&crew) > 0);
	assert_int_equal(kill(crew.first, SIGKILL), 0);
	i = end_of(&crew);
	assert_true(WIFSIGNALED(i) && WTERMSIG(i) == SIGKILL);
}

/* As where each of them finds the database set wrongly. */
static void
it_gives_up_where_all_end_at_once(void **state)
{
	const pid_t first = fork();
	int status = 3;

	(void)state;
	if (first == 0)
		_exit(workers_start(WORKERS_TRIES, &status) ? 7 : status);
	assert_int_equal(waitpid(first, &status, 0), first);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_ends_is_replaced),
		cmocka_unit_test(nobody_outlives_the_first),
		cmocka_unit_test(it_gives_up_where_all_end_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
