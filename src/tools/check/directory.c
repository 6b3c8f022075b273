#include "directory/directory.h"

#include <string.h>
#include <talloc.h>

#include "tools/check/capture.h"
#include "tools/check/check.h"

#define AREA "directory"

/* What to do about a line of directory_explain, by how it begins. */
static const struct { const char *step, *todo; } advice[] = {
	{ "connect", "is the address right, does the server answer there, and has ca-file's authority signed its certificate"
	    " for that name?" },
	{ "bind service", "look at service-dn and service-password" },
	{ "search people", "look at people-base, and at what service-dn may read" },
	{ "search user", "look at people-base and user-filter, and at what service-dn may read" },
	{ "disabled", "nothing, if that person is not to sign in; else look at disabled-filter" },
	{ "groups", "is the person in a group?  Look at groups, groups-base and group-filter" },
	{ "roles", "put the person into a group of [roles], or name a group of his or hers there" },
	{ "department", "put the person into a group of [departments], or name a group of his or hers there" },
};

static const char *
advice_for(const char *text)
{
	size_t i;

	for (i = 0; i < sizeof advice / sizeof advice[0]; i++)
		if (strncmp(text, advice[i].step, strlen(advice[i].step)) == 0)
			return advice[i].todo;
	return "look at [directory]";
}

static void
tell(struct check *check, char *lines)
{
	char *line, *rest = NULL;

	for (line = strtok_r(lines, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
		if (strncmp(line, "FAULT ", 6) == 0)
			check_fault(check, AREA, advice_for(line + 6), "%s", line + 6);
		else
			check_ok(check, AREA, "%s", line + 6);
	}
}

void
check_directory(struct check *check)
{
	struct capture *capture = capture_begin(check->owner);
	char *faults = directory_faults(check->owner, check->conf), *line, *rest = NULL, *lines = NULL;
	struct directory *dir = NULL;
	bool ok = false;

	if (faults[0] == '\0' && directory_new(check->owner, check->conf, &dir) == FAIL_NONE)
		lines = directory_explain(check->owner, dir, check->user, &ok);
	capture_end(check->owner, capture);
	for (line = strtok_r(faults, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest))
		check_fault(check, AREA, "mend the configuration", "%s", line);
	if (lines != NULL)
		tell(check, lines);
	if (lines != NULL && check->user == NULL)
		check_ok(check, AREA, "no person was looked up (--user UID does)");
}
