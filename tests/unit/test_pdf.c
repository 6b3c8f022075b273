/* What samspil-pdf can reach once it is closed, and that a worker waits for it no longer than it may. */
int pdf_main(int argc, char **argv);
#define main pdf_main
#include "tools/pdf.c"
#undef main

#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <talloc.h>

#include "base/clock.h"
#include "web/pdf.h"

#include <cmocka.h>

enum { REACHED = 42, REFUSED = 43 };

static int
inet(void)
{
	return socket(AF_INET, SOCK_STREAM, 0);
}

static int
inet6(void)
{
	return socket(AF_INET6, SOCK_DGRAM, 0);
}

static int
local(void)
{
	return socket(AF_UNIX, SOCK_STREAM, 0);
}

static int
read_file(void)
{
	return open("/etc/passwd", O_RDONLY);
}

static int
read_itself(void)
{
	return open("/proc/self/environ", O_RDONLY);
}

static int
read_beside(void)
{
	return open("/tmp", O_RDONLY);
}

static int
write_file(void)
{
	return open("/tmp/samspil-pdf-test", O_WRONLY | O_CREAT, 0600);
}

static int
make_process(void)
{
	return (int)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
}

static int
kill_parent(void)
{
	return kill(getppid(), 0);
}

static int
make_code(void)
{
	return mmap(NULL, 4096, PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}

/* What was written first, and is to be run then. */
static int
make_code_later(void)
{
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return page == MAP_FAILED ? 0 : mprotect(page, 4096, PROT_READ | PROT_EXEC);
}

static int
make_code_by_key(void)
{
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return page == MAP_FAILED ? 0 : (int)syscall(SYS_pkey_mprotect, page, 4096, PROT_READ | PROT_EXEC, -1);
}

static int
signal_thread(void)
{
	return (int)syscall(SYS_tgkill, getppid(), getppid(), 0);
}

static int
signal_with_value(void)
{
	siginfo_t info = { .si_code = SI_QUEUE };

	return (int)syscall(SYS_rt_sigqueueinfo, getppid(), 0, &info);
}

static int
signal_thread_with_value(void)
{
	siginfo_t info = { .si_code = SI_QUEUE };

	return (int)syscall(SYS_rt_tgsigqueueinfo, getppid(), getppid(), 0, &info);
}

static int
limit_another(void)
{
	struct rlimit is;

	return prlimit(getppid(), RLIMIT_NOFILE, NULL, &is);
}

static int
limit_itself(void)
{
	struct rlimit is;

	return prlimit(0, RLIMIT_NOFILE, NULL, &is);
}

static int
find_fonts(void)
{
	return open("/usr/share", O_RDONLY);
}

static int
random_bytes(void)
{
	return open("/dev/urandom", O_RDONLY);
}

/* A sanitizer says at the end what was left, and would have to write: _exit. */
static int
outcome(int (*try)(void))
{
	int status = 0;
	pid_t pid = fork();

	if (pid == 0)
		_exit(!close_up("/dev/null") ? 1 : try() < 0 ? REFUSED : REACHED);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
closed(void **state)
{
	static int (*const refused[])(void) = { inet, inet6, local, read_file, read_itself, read_beside, write_file, make_process, kill_parent, make_code,
	    make_code_later, make_code_by_key, signal_thread, signal_with_value, signal_thread_with_value, limit_another };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof refused / sizeof refused[0]; i++)
		assert_int_equal(outcome(refused[i]), REFUSED);
	assert_int_equal(outcome(find_fonts), REACHED);
	assert_int_equal(outcome(random_bytes), REACHED);
	assert_int_equal(outcome(limit_itself), REACHED);
}

static void
programs(void **state)
{
	char found[64];

	(void)state;
	assert_false(read_interpreter("/nowhere/weasyprint", found, sizeof found));
	assert_false(read_interpreter("/bin/sh", found, sizeof found));
}

/* A program in samspil-pdf's place, as a script; owned by owner. */
static const char *
stub(const void *owner, const char *dir, const char *body)
{
	const char *path = talloc_asprintf(owner, "%s/stub", dir);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fprintf(file, "#!/bin/sh\n%s\n", body);
	fclose(file);
	assert_int_equal(chmod(path, 0700), 0);
	return path;
}

static const struct { const char *name, *body; bool works; } stubs[] = {
	{ "it hears all",             "printf %%PDF-; /usr/bin/wc -c",                      true },
	{ "it says much",             "printf %%PDF-; /usr/bin/head -c 2000000 /dev/zero",  true },
	{ "it does not listen",       "printf %%PDF-; exec 0<&-",                           true },
	{ "it never ends",            "printf %%PDF-; exec /bin/sleep 60",                  false },
	{ "it says too much",         "printf %%PDF-; exec /bin/cat /dev/zero",             false },
	{ "what comes is no PDF",     "echo hello",                                         false },
	{ "nothing comes",            "exit 0",                                             false },
	{ "it says that it failed",   "printf %%PDF-; exit 1",                              false },
	{ "it dies",                  "printf %%PDF-; kill -9 $$",                          false },
	{ "it has no surroundings",   "[ -z \"$HOME\" ] && printf %%PDF-",                  true },
};

static void
waiting(void **state)
{
	void *memory = talloc_new(NULL);
	char dir[] = "/tmp/samspil-pdf-XXXXXX", *html = talloc_array(memory, char, 500000);
	struct pdf_options options = { .weasyprint = "w", .css = "c", .limit_ms = 3000 };
	size_t i, length;

	(void)state;
	memset(html, 'x', 500000);
	assert_non_null(mkdtemp(dir));
	for (i = 0; i < sizeof stubs / sizeof stubs[0]; i++) {
		const long long begun = clock_ms();
		const char *pdf;

		options.program = stub(memory, dir, stubs[i].body);
		options.limit_ms = stubs[i].works ? 20000 : 2000;
		pdf = pdf_print(memory, &options, html, 500000, &length);
		if ((pdf != NULL) != stubs[i].works)
			fail_msg("%s", stubs[i].name);
		assert_true(clock_ms() - begun < 30000);
		if (i == 0)
			assert_memory_equal(pdf, "%PDF-500000\n", 12);
	}
	options.program = "/nowhere/samspil-pdf";
	assert_null(pdf_print(memory, &options, html, 10, &length));
	unlink(talloc_asprintf(memory, "%s/stub", dir));
	rmdir(dir);
	talloc_free(memory);
}

/* Each keeps a worker: the second one at a time is refused at once. */
static void
one_at_a_time(void **state)
{
	void *memory = talloc_new(NULL);
	char dir[] = "/tmp/samspil-pdf-XXXXXX";
	struct pdf_options options = { .weasyprint = "w", .css = "c", .limit_ms = 20000 };
	size_t length = 1;
	int held;

	(void)state;
	assert_non_null(mkdtemp(dir));
	options.program = stub(memory, dir, stubs[0].body);
	held = open(options.program, O_RDONLY);
	assert_int_equal(flock(held, LOCK_EX | LOCK_NB), 0);
	assert_null(pdf_print(memory, &options, "x", 1, &length));
	assert_int_equal(length, 0);
	close(held);
	assert_non_null(pdf_print(memory, &options, "x", 1, &length));
	assert_non_null(pdf_print(memory, &options, "x", 1, &length));
	unlink(options.program);
	rmdir(dir);
	talloc_free(memory);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(closed),
		cmocka_unit_test(programs),
		cmocka_unit_test(waiting),
		cmocka_unit_test(one_at_a_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
