/* Once it is closed, the renderer can compute and talk on descriptor 0, and nothing else. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "xml/render/seal.h"

#include <cmocka.h>

enum { FINE = 42, NOT_CLOSED = 43, CPU_MS = 200 };

/* What a closed process tries; the ones that should work return FINE.  Files are as if they were not there: the library says what it missed. */
static int
open_file(void)
{
	return syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY) == -1 && errno == ENOENT && access("/etc/passwd", F_OK) == -1 &&
	    errno == ENOENT ? FINE : NOT_CLOSED;
}

static int
write_file(void)
{
	return (int)syscall(SYS_openat, AT_FDCWD, "/tmp/samspil-seal-test", O_WRONLY | O_CREAT, 0600);
}

static int
open_socket(void)
{
	return (int)syscall(SYS_socket, AF_INET, SOCK_STREAM, 0);
}

static int
run_program(void)
{
	static char *const none[] = { NULL };

	return (int)syscall(SYS_execve, "/bin/true", none, none);
}

static int
make_process(void)
{
	return (int)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
}

static int
kill_parent(void)
{
	return (int)syscall(SYS_kill, getppid(), 0);
}

static int
map_code(void)
{
	return (int)(intptr_t)syscall(SYS_mmap, NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static int
write_elsewhere(void)
{
	return (int)syscall(SYS_sendto, 5, "x", 1, 0, NULL, 0);
}

static int
send_to_address(void)
{
	struct sockaddr address = { .sa_family = AF_UNIX };

	return (int)syscall(SYS_sendto, 0, "x", 1, 0, &address, sizeof address);
}

static int
look_at_processes(void)
{
	return (int)syscall(SYS_ptrace, 0, 0, 0, 0);
}

static int
spin(void)
{
	volatile unsigned long n = 0;

	seal_clock(CPU_MS);
	for (;;)
		n++;
	return 0;
}

static int
talk(void)
{
	return send(0, "x", 1, MSG_NOSIGNAL) == 1 ? FINE : 1;
}

static int
take_memory(void)
{
	char *memory = malloc(8 << 20);

	if (memory == NULL)
		return 1;
	memset(memory, 1, 8 << 20);
	free(memory);
	return FINE;
}

static int
be_quick(void)
{
	seal_clock(CPU_MS);
	seal_clock_off();
	return seal_was_slow() ? 1 : FINE;
}

#ifndef __SANITIZE_ADDRESS__
/* A sanitized process has no limit of address space. */
static int
take_too_much(void)
{
	return mmap(NULL, (size_t)SEAL_MEMORY_MIB << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? FINE : 1;
}
#endif

static int
status_of(int (*try)(void))
{
	int pair[2], status = 0;
	pid_t pid;

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	pid = fork();
	if (pid == 0) {
		dup2(pair[1], 0);
		_exit(seal() ? try() : NOT_CLOSED);
	}
	close(pair[1]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	close(pair[0]);
	return status;
}

static const struct { const char *name; int (*try)(void); int ends_by; } cases[] = {
	{ "open a file", open_file, 0 },
	{ "write a file", write_file, SIGSYS },
	{ "open a socket", open_socket, SIGSYS },
	{ "run a program", run_program, SIGSYS },
	{ "make a process", make_process, SIGSYS },
	{ "signal the worker", kill_parent, SIGSYS },
	{ "map code", map_code, SIGSYS },
	{ "write to another descriptor", write_elsewhere, SIGSYS },
	{ "send to an address", send_to_address, SIGSYS },
	{ "trace", look_at_processes, SIGSYS },
	{ "spin", spin, SIGPROF },
	{ "talk", talk, 0 },
	{ "take memory", take_memory, 0 },
	{ "be quick", be_quick, 0 },
#ifndef __SANITIZE_ADDRESS__
	{ "take too much memory", take_too_much, 0 },
#endif
};

static void
a_closed_process_can_do_little(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		int status = status_of(cases[i].try);

		if (cases[i].ends_by == 0 && !(WIFEXITED(status) && WEXITSTATUS(status) == FINE))
			fail_msg("%s: status %x", cases[i].name, (unsigned)status);
		if (cases[i].ends_by != 0 && !(WIFSIGNALED(status) && WTERMSIG(status) == cases[i].ends_by))
			fail_msg("%s: status %x", cases[i].name, (unsigned)status);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_closed_process_can_do_little) };

	return cmocka_run_group_tests_name("seal", tests, NULL, NULL);
}
