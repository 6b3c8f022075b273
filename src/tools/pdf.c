/*
 * samspil-pdf - HTML on standard input, PDF on standard output, by weasyprint in a closed process.  Started by the programs, never by hand:
 * samspil-pdf WEASYPRINT CSS (the program of that name, of whose Python it is run; the one style sheet that there is).
 *
 * Nothing that the page names is fetched: no address, no file.  And should weasyprint be made to try: the process may read the system's
 * programs, libraries and fonts and that one style sheet (Landlock), writes nowhere, opens no socket, starts nothing.
 * Its exit status says how it ended: 0, 1 (weasyprint failed), 2 (wrong use), 3 (it could not be closed), 4 (there is no weasyprint).
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/fail.h"
#include "base/log.h"

enum { MEMORY_MIB = 1024, CPU_S = 30, FILES_MAX = 64, WRONG_USE = 2, NOT_CLOSED = 3, NO_WEASYPRINT = 4 };

/*
 * What Python runs.  It says nothing: the page's words stand in what it would say.  Fonts are the system's: the folder for those that come with a page
 * is never made.
 */
static const char script[] =
    "import logging, sys, tempfile\n"
    "tempfile.mkdtemp = lambda *rest, **more: '/nonexistent'\n"
    "logging.getLogger('weasyprint').setLevel(logging.CRITICAL + 1)\n"
    "try:\n"
    "    from weasyprint import CSS, HTML\n"
    "except Exception:\n"
    "    sys.exit(4)\n"
    "def nothing(url, *rest, **more):\n"
    "    raise ValueError('closed')\n"
    "try:\n"
    "    page = HTML(string=sys.stdin.buffer.read().decode('utf-8'), media_type='print', url_fetcher=nothing)\n"
    "    pdf = page.write_pdf(stylesheets=[CSS(filename=sys.argv[1], media_type='print', url_fetcher=nothing)])\n"
    "    sys.stdout.buffer.write(pdf)\n"
    "    sys.stdout.buffer.flush()\n"
    "except Exception:\n"
    "    sys.exit(1)\n";

/* The interpreter that the program's first line names, without arguments. */
static bool
read_interpreter(const char *program, char *out, size_t room)
{
	FILE *file = fopen(program, "re");
	bool found = file != NULL && fgets(out, (int)room, file) != NULL && strncmp(out, "#!/", 3) == 0;

	if (file != NULL)
		fclose(file);
	if (!found)
		return false;
	memmove(out, out + 2, strlen(out + 2) + 1);
	out[strcspn(out, " \t\r\n")] = '\0';
	return strstr(out, "python") != NULL;
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
	bool fine = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, FILES_MAX) && limit(RLIMIT_CPU, CPU_S);

#ifndef __SANITIZE_ADDRESS__
	fine = fine && limit(RLIMIT_AS, (rlim_t)MEMORY_MIB * 1024 * 1024);
#endif
	return fine;
}

/* Every right that this kernel knows of, so that what is not allowed below is refused. */
static uint64_t
rights_known(long abi)
{
	return abi >= 5 ? (1ULL << 16) - 1 : abi >= 3 ? (1ULL << 15) - 1 : abi == 2 ? (1ULL << 14) - 1 : (1ULL << 13) - 1;
}

static bool
allow_below(int rules, const char *path, uint64_t rights)
{
	struct landlock_path_beneath_attr below = { .allowed_access = rights, .parent_fd = open(path, O_PATH | O_CLOEXEC) };
	bool fine;

	/* What this system has not needs no rule. */
	if (below.parent_fd < 0)
		return true;
	fine = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0) == 0;
	close(below.parent_fd);
	return fine;
}

static bool
close_files(const char *css)
{
	static const char *const folders[] = { "/usr", "/lib", "/lib64", "/etc/fonts", "/var/cache/fontconfig", NULL };
	static const char *const files[] = { "/etc/ld.so.cache", "/dev/null", "/dev/urandom", NULL };
	const long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	const struct landlock_ruleset_attr all = { .handled_access_fs = rights_known(abi) };
	const uint64_t in_folder = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
	const char *const *path;
	bool fine;
	int rules;

	if (abi < 1)
		return false;
	rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all.handled_access_fs, 0);
	fine = rules >= 0 && allow_below(rules, css, LANDLOCK_ACCESS_FS_READ_FILE);
	for (path = folders; fine && *path != NULL; path++)
		fine = allow_below(rules, *path, in_folder);
	for (path = files; fine && *path != NULL; path++)
		fine = allow_below(rules, *path, LANDLOCK_ACCESS_FS_READ_FILE);
	return fine && syscall(SYS_landlock_restrict_self, rules, 0) == 0 && close(rules) == 0;
}

/* No network, no other process, no memory that was written and is run, nothing of the kernel's that a page does not need. */
static bool
close_calls(void)
{
	static const int refused[] = {
		SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4),
		SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg), SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter),
		SCMP_SYS(io_uring_register), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(kill), SCMP_SYS(tkill), SCMP_SYS(tgkill),
		SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo),
		SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_send_signal), SCMP_SYS(pidfd_getfd), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
		SCMP_SYS(process_vm_writev), SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(keyctl), SCMP_SYS(add_key),
		SCMP_SYS(request_key), SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(personality),
	};
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
	const struct scmp_arg_cmp write_and_run = { .arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = PROT_WRITE | PROT_EXEC, .datum_b = PROT_WRITE | PROT_EXEC };
	const struct scmp_arg_cmp run = { .arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = PROT_EXEC, .datum_b = PROT_EXEC };
	const struct scmp_arg_cmp another = { .arg = 0, .op = SCMP_CMP_NE, .datum_a = 0 };
	const struct scmp_arg_cmp no_thread = { .arg = 0, .op = SCMP_CMP_MASKED_EQ, .datum_a = CLONE_THREAD, .datum_b = 0 };
	int worst = 0;
	size_t i;

	if (filter == NULL)
		return false;
	for (i = 0; i < sizeof refused / sizeof refused[0]; i++)
		worst |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), refused[i], 0);
	/* Its flags lie in memory, where no filter looks: the library then tries clone. */
	worst |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
	worst |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, no_thread);
	worst |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(mmap), 1, write_and_run);
	worst |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(mprotect), 1, run);
	worst |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(pkey_mprotect), 1, run);
	worst |= seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1, another);
	worst |= seccomp_load(filter);
	seccomp_release(filter);
	return worst == 0;
}

static bool
close_up(const char *css)
{
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_IGN);
	return close_range(3, ~0U, 0) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 &&
	    limit_all() && close_files(css) && close_calls();
}

int
main(int argc, char **argv)
{
	static char *const environment[] = { (char *)(uintptr_t)"LC_ALL=C.UTF-8", (char *)(uintptr_t)"HOME=/nonexistent", NULL };
	const char *args[] = { "python3", "-I", "-B", "-c", script, argc == 3 ? argv[2] : NULL, NULL };
	char interpreter[256];

	log_program("pdf");
	if (argc != 3) {
		fputs("samspil-pdf is started by Samspil's programs: WEASYPRINT CSS, HTML on descriptor 0, PDF on 1\n", stderr);
		return WRONG_USE;
	}
	if (!read_interpreter(argv[1], interpreter, sizeof interpreter)) {
		fail_log(FAIL_BROKEN, "pdf: %s is no program of Python's", argv[1]);
		return NO_WEASYPRINT;
	}
	if (!close_up(argv[2])) {
		fail_log(FAIL_BROKEN, "pdf: cannot be closed, by Landlock and seccomp: %s", strerror(errno));
		return NOT_CLOSED;
	}
	dup2(open("/dev/null", O_RDONLY), STDERR_FILENO);
	execve(interpreter, (char *const *)(uintptr_t)args, environment);
	return NO_WEASYPRINT;
}
