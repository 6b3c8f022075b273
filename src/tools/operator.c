#include "tools/operator.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

static const char *
name_of(const void *owner, uid_t uid)
{
	const struct passwd *user = getpwuid(uid);

	return user == NULL ? NULL : talloc_strdup(owner, user->pw_name);
}

/* NULL where nobody signed in: a service, a container. */
static const char *
signed_in(const void *owner)
{
	FILE *file = fopen("/proc/self/loginuid", "re");
	unsigned long uid = (unsigned long)(uid_t)-1;

	if (file == NULL)
		return NULL;
	if (fscanf(file, "%lu", &uid) != 1)
		uid = (unsigned long)(uid_t)-1;
	fclose(file);
	return uid == (unsigned long)(uid_t)-1 ? NULL : name_of(owner, (uid_t)uid);
}

const char *
operator_name(const void *owner)
{
	const char *runs = name_of(owner, getuid()), *person = signed_in(owner);

	runs = runs == NULL ? "?" : runs;
	if (person == NULL && getuid() == 0)
		person = getenv("SUDO_USER");
	if (person == NULL || person[0] == '\0' || strcmp(person, runs) == 0)
		return talloc_asprintf(owner, "%.*s", OPERATOR_MAX, runs);
	return talloc_asprintf(owner, "%.40s (%.20s)", person, runs);
}

enum fail
operator_told(const char *program, enum fail f)
{
	if (f == FAIL_AWAY)
		fprintf(stderr, "%s: the database cannot be reached, and nothing was done; samspil-check tells what is wrong\n", program);
	return f;
}
