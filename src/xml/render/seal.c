#include "xml/render/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <errno.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/fail.h"

/* A page takes a few milliseconds, the first compile of its sheet some ten; sanitized, ten times that. */
#ifdef __SANITIZE_ADDRESS__
enum { SLOW_MS = 600 };
#else
enum { SLOW_MS = 60 };
#endif

/* An argument of a call, whole or in some of its bits. */
#define EQUALS(n, value)	((struct scmp_arg_cmp){ .arg = (n), .op = SCMP_CMP_EQ, .datum_a = (scmp_datum_t)(value), .datum_b = 0 })
#define MASKED(n, mask, value)	((struct scmp_arg_cmp){ .arg = (n), .op = SCMP_CMP_MASKED_EQ, .datum_a = (scmp_datum_t)(mask), .datum_b = (scmp_datum_t)(value) })

/* A signal handler has no other place. */
static volatile sig_atomic_t slow;

static void
on_slow(int signal_number)
{
	static const struct sched_param none;

	(void)signal_number;
	slow = 1;
	sched_setscheduler(0, SCHED_IDLE, &none);
}

static bool
limit(int what, rlim_t most)
{
	const struct rlimit both = { most, most };

	return setrlimit((__rlimit_resource_t)what, &both) == 0;
}

static bool
limit_all(void)
{
	bool fine = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_NOFILE, 1);

#ifndef __SANITIZE_ADDRESS__
	fine = fine && limit(RLIMIT_AS, (rlim_t)SEAL_MEMORY_MIB * 1024 * 1024);
#endif
	return fine;
}

/* Memory without names and without code. */
static int
allow_memory(scmp_filter_ctx filter)
{
	int worst = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2,
	    MASKED(2, PROT_EXEC, 0), MASKED(3, MAP_ANONYMOUS, MAP_ANONYMOUS));

	worst |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, MASKED(2, PROT_EXEC, 0));
	return worst;
}

/* To step back behind everybody: itself, and no other process. */
static int
allow_step_back(scmp_filter_ctx filter)
{
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(sched_setscheduler), 2, EQUALS(0, 0), EQUALS(1, SCHED_IDLE));
}

/* The one socket: descriptor 0. */
static int
allow_talk(scmp_filter_ctx filter)
{
	int worst = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(recvfrom), 1, EQUALS(0, 0));

	worst |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(sendto), 2, EQUALS(0, 0), EQUALS(4, 0));
#ifdef __SANITIZE_ADDRESS__
	worst |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, EQUALS(0, STDERR_FILENO));
#endif
	return worst;
}

/*
 * The libraries look for plug-ins where a layer names a function or a character set that they have not: they are told that there is
 * none, and so can say which line it was.  Whoever opens a file to write ends.
 */
static int
refuse_names(scmp_filter_ctx filter)
{
	static const int refused[] = {
		SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(stat), SCMP_SYS(lstat),
		SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd),
	};
	int worst = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOENT), SCMP_SYS(openat), 1,
	    MASKED(2, O_ACCMODE | O_CREAT, O_RDONLY));
	size_t i;

	worst |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOENT), SCMP_SYS(open), 1,
	    MASKED(1, O_ACCMODE | O_CREAT, O_RDONLY));
	for (i = 0; i < sizeof refused / sizeof refused[0]; i++)
		worst |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOENT), refused[i], 0);
	return worst;
}

static bool
filter_calls(void)
{
	static const int allowed[] = {
		SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(restart_syscall), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk),
		SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom), SCMP_SYS(sysinfo), SCMP_SYS(getpid),
		SCMP_SYS(gettid), SCMP_SYS(setitimer), SCMP_SYS(sched_yield), SCMP_SYS(rt_sigreturn),
		SCMP_SYS(rt_sigprocmask), SCMP_SYS(sigaltstack), SCMP_SYS(exit), SCMP_SYS(exit_group),
	};
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
	int worst = 0;
	size_t i;

	if (filter == NULL)
		return false;
	for (i = 0; i < sizeof allowed / sizeof allowed[0]; i++)
		worst |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
	worst |= allow_memory(filter);
	worst |= allow_step_back(filter);
	worst |= allow_talk(filter);
	worst |= refuse_names(filter);
	worst |= seccomp_load(filter);
	seccomp_release(filter);
	return worst == 0;
}

static bool
prepare_signals(void)
{
	struct sigaction action;

	memset(&action, 0, sizeof action);
	action.sa_handler = on_slow;
	action.sa_flags = SA_RESTART;
	signal(SIGPROF, SIG_DFL);
	signal(SIGPIPE, SIG_IGN);
	return sigaction(SIGVTALRM, &action, NULL) == 0;
}

/* A sanitizer's report must be able to come out. */
static bool
close_all(void)
{
#ifdef __SANITIZE_ADDRESS__
	return close(1) == 0 && close_range(3, ~0U, 0) == 0;
#else
	return close_range(1, ~0U, 0) == 0;
#endif
}

bool
seal(void)
{
	if (!prepare_signals() || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 ||
	    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0 || !limit_all())
		return fail_log(FAIL_BROKEN, "render: cannot be limited: %s", strerror(errno)) == FAIL_NONE;
	/* Tried beforehand, since afterwards nobody can be told: a system call filter around this process may forbid one of its own. */
	if (prctl(PR_GET_SECCOMP, 0, 0, 0, 0) < 0 || syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &(uint32_t){ SECCOMP_RET_KILL_PROCESS }) != 0)
		return fail_log(FAIL_BROKEN, "render: seccomp is not to be had: %s", strerror(errno)) == FAIL_NONE;
	return close_all() && filter_calls();
}

static void
set_timer(__itimer_which_t which, long ms)
{
	const struct itimerval after = { .it_value = { ms / 1000, (ms % 1000) * 1000 } };

	setitimer(which, &after, NULL);
}

void
seal_clock(long ms)
{
	set_timer(ITIMER_PROF, ms);
	set_timer(ITIMER_VIRTUAL, SLOW_MS);
}

void
seal_clock_off(void)
{
	set_timer(ITIMER_PROF, 0);
	set_timer(ITIMER_VIRTUAL, 0);
}

bool
seal_was_slow(void)
{
	return slow != 0;
}
