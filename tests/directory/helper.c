#include "helper.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <talloc.h>

#include "base/clock.h"
#include "directory/watchdog.h"

static char log_text[64 * 1024];
static long long began;

/* $NAME is the variable of the environment. */
static char *
expanded(const void *owner, const char *text)
{
	char *out = talloc_strdup(owner, "");

	while (*text != '\0') {
		size_t plain = strcspn(text, "$"), name;

		out = talloc_strndup_append(out, text, plain);
		text += plain;
		if (*text == '\0')
			break;
		name = strspn(text + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
		out = talloc_strdup_append(out, getenv(talloc_strndup(out, text + 1, name)));
		text += 1 + name;
	}
	return out;
}

/* Lines that name a key of lines already are left out: a key stands once. */
static char *
with_defaults(const void *owner, const char *lines)
{
	static const char *const defaults[] = {
		"service-dn = cn=svc,ou=system,dc=kommune,dc=dk", "service-password = service",
		"people-base = ou=people,dc=kommune,dc=dk", "disabled-filter = (employeeType=disabled)",
		"groups-base = ou=groups,dc=kommune,dc=dk", NULL,
	};
	char *text = talloc_asprintf(owner, "[directory]\n%s\n", expanded(owner, lines));
	size_t i;

	for (i = 0; defaults[i] != NULL; i++) {
		char *key = talloc_strndup(owner, defaults[i], strcspn(defaults[i], " ") + 2);

		if (strstr(text, key) == NULL)
			text = talloc_asprintf_append(text, "%s\n", defaults[i]);
	}
	if (strstr(text, "ca-file") == NULL)
		text = talloc_asprintf_append(text, "ca-file = %s/ca.crt\n", getenv("TEST_DIR"));
	return talloc_strdup_append(text, "[roles]\n"
	    "caseworker = CN=caseworkers, OU=groups, DC=kommune, DC=dk\nnurse = cn=nurses,ou=groups,dc=kommune,dc=dk\n"
	    "[departments]\njobcenter = cn=jobcenter,ou=groups,dc=kommune,dc=dk\nhealth = cn=health,ou=groups,dc=kommune,dc=dk\n");
}

struct directory *
directory_of(const void *owner, const char *lines)
{
	char path[] = "/tmp/test_directory.XXXXXX", *text = with_defaults(owner, lines);
	int fd = mkstemp(path);
	struct directory *dir = NULL;
	struct conf *conf = NULL;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	assert_int_equal(conf_read(owner, path, &conf), FAIL_NONE);
	unlink(path);
	assert_int_equal(directory_new(owner, conf, &dir), FAIL_NONE);
	return dir;
}

/* Standard error goes to a file while one call runs. */
static int
log_begin(FILE *file)
{
	int before = dup(STDERR_FILENO);

	dup2(fileno(file), STDERR_FILENO);
	began = clock_ms();
	return before;
}

static void
log_end(FILE *file, int before)
{
	size_t length;

	dup2(before, STDERR_FILENO);
	close(before);
	rewind(file);
	length = fread(log_text, 1, sizeof log_text - 1, file);
	log_text[length] = '\0';
	fclose(file);
}

enum fail
sign_in(const void *owner, struct directory *dir, const char *username, const char *password, struct person **out)
{
	FILE *file = tmpfile();
	int before = log_begin(file);
	enum fail f = directory_authenticate(owner, dir, username, password, out);

	began = clock_ms() - began;
	log_end(file, before);
	return f;
}

enum fail
find(const void *owner, struct directory *dir, const char *uid, struct person **out)
{
	FILE *file = tmpfile();
	int before = log_begin(file);
	enum fail f = directory_find(owner, dir, uid, out);

	began = clock_ms() - began;
	log_end(file, before);
	return f;
}

const char *
logged(void)
{
	return log_text;
}

long long
took_ms(void)
{
	return began;
}
