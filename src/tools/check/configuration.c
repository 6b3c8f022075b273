#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <talloc.h>
#include <unistd.h>

#include "domain/permission.h"
#include "tools/check/check.h"

#define AREA "configuration"

enum kind { TEXT_KEY, FLAG_KEY, NUMBER_KEY, FILE_KEY, SECRET_KEY };

/* Every key that a program reads.  A SECRET_KEY stands for key and key-file; one with each holds %s, the program. */
static const struct key { const char *section, *name; enum kind kind; long min, max; bool each; } keys[] = {
	{ "site", "base-path", TEXT_KEY, 0, 0, false },
	{ "site", "name", TEXT_KEY, 0, 0, false },
	{ "site", "demo", FLAG_KEY, 0, 0, false },
	{ "site", "share", FILE_KEY, 0, 0, false },
	{ "site", "renderer", FILE_KEY, 0, 0, false },
	{ "site", "renderer-ms", NUMBER_KEY, 100, 60000, false },
	{ "site", "layer-failures", NUMBER_KEY, 1, 1000, false },
	{ "site", "edge-secret", SECRET_KEY, 0, 0, false },
	{ "site", "https", FLAG_KEY, 0, 0, false },
	{ "site", "language", TEXT_KEY, 0, 0, false },
	{ "site", "idle-minutes", NUMBER_KEY, 1, 24 * 60, false },
	{ "site", "session-hours", NUMBER_KEY, 1, 24, false },
	{ "site", "validate-pages", FLAG_KEY, 0, 0, false },
	{ "pdf", "program", FILE_KEY, 0, 0, false },
	{ "pdf", "weasyprint", TEXT_KEY, 0, 0, false },
	{ "pdf", "limit-ms", NUMBER_KEY, 100, 60000, false },
	{ "answer", "idle-s", NUMBER_KEY, 3, 600, false },
	{ "database", "hosts", TEXT_KEY, 0, 0, false },
	{ "database", "name", TEXT_KEY, 0, 0, false },
	{ "database", "user", TEXT_KEY, 0, 0, false },
	{ "database", "password", SECRET_KEY, 0, 0, true },
	{ "database", "ca-file", FILE_KEY, 0, 0, false },
	{ "database", "connect-timeout", NUMBER_KEY, 1, 60, false },
	{ "database", "read-timeout", NUMBER_KEY, 1, 3600, false },
	{ "migrate", "hosts", TEXT_KEY, 0, 0, false },
	{ "migrate", "user", TEXT_KEY, 0, 0, false },
	{ "migrate", "password", SECRET_KEY, 0, 0, false },
	{ "migrate", "account-host", TEXT_KEY, 0, 0, false },
	{ "scan", "socket", TEXT_KEY, 0, 0, false },
	{ "scan", "timeout-ms", NUMBER_KEY, 100, 60000, false },
	{ "mail", "relay", TEXT_KEY, 0, 0, false },
	{ "mail", "starttls", FLAG_KEY, 0, 0, false },
	{ "mail", "ca-file", FILE_KEY, 0, 0, false },
	{ "mail", "from", TEXT_KEY, 0, 0, false },
	{ "mail", "link", TEXT_KEY, 0, 0, false },
	{ "directory", "uris", TEXT_KEY, 0, 0, false },
	{ "directory", "start-tls", FLAG_KEY, 0, 0, false },
	{ "directory", "ca-file", FILE_KEY, 0, 0, false },
	{ "directory", "service-dn", TEXT_KEY, 0, 0, false },
	{ "directory", "service-password", SECRET_KEY, 0, 0, false },
	{ "directory", "people-base", TEXT_KEY, 0, 0, false },
	{ "directory", "decoy-dn", TEXT_KEY, 0, 0, false },
	{ "directory", "user-filter", TEXT_KEY, 0, 0, false },
	{ "directory", "disabled-filter", TEXT_KEY, 0, 0, false },
	{ "directory", "uid-attribute", TEXT_KEY, 0, 0, false },
	{ "directory", "name-attribute", TEXT_KEY, 0, 0, false },
	{ "directory", "mail-attribute", TEXT_KEY, 0, 0, false },
	{ "directory", "groups", TEXT_KEY, 0, 0, false },
	{ "directory", "groups-base", TEXT_KEY, 0, 0, false },
	{ "directory", "group-filter", TEXT_KEY, 0, 0, false },
	{ "directory", "timeout", NUMBER_KEY, 1, 5, false },
};

enum { KEYS = sizeof keys / sizeof keys[0] };

int
check_keys(void)
{
	size_t i;

	for (i = 0; i < KEYS; i++) {
		printf("%s.%s\n", keys[i].section, keys[i].name);
		if (keys[i].kind == SECRET_KEY)
			printf("%s.%s-file\n", keys[i].section, keys[i].name);
	}
	return 0;
}

/* The table's line for a key; *in_file: it was the -file of a secret.  NULL when there is none. */
static const struct key *
find(const char *section, const char *name, bool *in_file)
{
	size_t i, length;

	for (i = 0; i < KEYS; i++) {
		length = strlen(keys[i].name);
		if (strcmp(keys[i].section, section) != 0 || strncmp(keys[i].name, name, length) != 0)
			continue;
		*in_file = strcmp(name + length, "-file") == 0;
		if (name[length] == '\0' || (*in_file && keys[i].kind == SECRET_KEY))
			return &keys[i];
	}
	return NULL;
}

static bool
section_is_known(const char *section)
{
	size_t i;

	for (i = 0; i < KEYS && strcmp(keys[i].section, section) != 0; i++)
		continue;
	return i < KEYS;
}

static void
check_secret_file(struct check *check, const char *what, const char *name)
{
	const char *path = conf_secret_path(check->owner, check->conf, name);
	struct stat is;
	FILE *file = fopen(path, "re");
	char first[2] = "";

	if (file == NULL || fstat(fileno(file), &is) != 0)
		check_fault(check, AREA, "make it (samspil-secrets does), readable for root and the program alone",
		    "%s: %s: %s", what, path, strerror(errno));
	else if (fgets(first, sizeof first, file) == NULL || first[0] == '\n')
		check_fault(check, AREA, "put the secret into its first line", "%s: %s is empty", what, path);
	else if ((is.st_mode & S_IRWXO) != 0)
		check_fault(check, AREA, talloc_asprintf(check->owner,
		    "chmod o= %s, and change the secret: others could read it", path),
		    "%s: %s is open to everybody", what, path);
	else
		check_ok(check, AREA, "%s: %s", what, path);
	if (file != NULL)
		fclose(file);
}

/* A file with %s in its name is one for each program. */
static void
check_secret_files(struct check *check, const struct key *key, const char *what, const char *name)
{
	const char *mark = key->each ? strstr(name, "%s") : NULL;
	const char *const *program;

	if (mark == NULL) {
		check_secret_file(check, what, name);
		return;
	}
	for (program = check->programs; *program != NULL; program++)
		check_secret_file(check, what,
		    talloc_asprintf(check->owner, "%.*s%s%s", (int)(mark - name), name, *program, mark + 2));
}

static void
check_secret_value(struct check *check, const char *what)
{
	struct stat is;

	if (stat(check->path, &is) == 0 && (is.st_mode & S_IRWXO) != 0)
		check_fault(check, AREA, "put it into a file of its own and name that with -file, or chmod o= the configuration",
		    "%s stands in %s, which is open to everybody", what, check->path);
	else
		check_ok(check, AREA, "%s is set", what);
}

static void
check_number(struct check *check, const struct key *key, const char *what, const char *value)
{
	char *end;
	long number = strtol(value, &end, 10);

	if (end == value || *end != '\0' || number < key->min || number > key->max)
		check_fault(check, AREA,
		    talloc_asprintf(check->owner, "write a number from %ld to %ld", key->min, key->max),
		    "%s is \"%s\"", what, value);
}

static void
check_value(struct check *check, const struct key *key, bool in_file, const char *what, const char *value)
{
	if (value[0] == '\0')
		return;
	switch (key->kind) {
	case FLAG_KEY:
		if (strcmp(value, "yes") != 0 && strcmp(value, "no") != 0)
			check_fault(check, AREA, "write yes or no", "%s is \"%s\"", what, value);
		break;
	case NUMBER_KEY:
		check_number(check, key, what, value);
		break;
	case FILE_KEY:
		if (access(value, R_OK) != 0)
			check_fault(check, AREA, "name a file that is there and may be read",
			    "%s: %s: %s", what, value, strerror(errno));
		break;
	case SECRET_KEY:
		if (in_file)
			check_secret_files(check, key, what, value);
		else
			check_secret_value(check, what);
		break;
	case TEXT_KEY:
		break;
	}
}

static void
check_role(struct check *check, const char *role)
{
	if (!permission_role(role))
		check_fault(check, AREA, "the roles are those of the shipped configuration's [roles]",
		    "[roles] %s is no role of Samspil", role);
}

static void
check_entry(struct check *check, const char *section, const char *name, const char *value)
{
	const char *what = talloc_asprintf(check->owner, "[%s] %s", section, name);
	const struct key *key;
	bool in_file = false;

	if (strcmp(section, "roles") == 0) {
		check_role(check, name);
		return;
	}
	if (strcmp(section, "departments") == 0)
		return;
	if (!section_is_known(section)) {
		check_fault(check, AREA, "look at its spelling, or take it out", "%s: there is no such section", what);
		return;
	}
	key = find(section, name, &in_file);
	if (key == NULL)
		check_fault(check, AREA, "look at its spelling (samspil-check --keys lists all keys), or take it out",
		    "%s: there is no such key", what);
	else
		check_value(check, key, in_file, what, value);
}

static void
check_base_path(struct check *check)
{
	const char *base = conf_text(check->conf, "site", "base-path", "");

	if (base[0] != '\0' && (base[0] != '/' || base[strlen(base) - 1] == '/'))
		check_fault(check, AREA, "write it as /samspil, or leave it empty", "[site] base-path is \"%s\"", base);
}

void
check_configuration(struct check *check)
{
	const char *section, *name, *value;
	unsigned before = check->faults;
	size_t i;

	for (i = 0; conf_nth(check->conf, i, &section, &name, &value); i++)
		check_entry(check, section, name, value);
	check_base_path(check);
	if (check->faults == before)
		check_ok(check, AREA, "%s: %zu keys, all known", check->path, i);
}
