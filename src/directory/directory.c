#include "directory/directory.h"

#include <signal.h>
#include <string.h>
#include <talloc.h>

#include "directory/settings.h"

static int
wipe(struct directory *dir)
{
	if (dir->service_password != NULL)
		explicit_bzero(dir->service_password, strlen(dir->service_password));
	return 0;
}

static enum fail
read_settings(const void *owner, const struct conf *conf, struct directory **out, char **faults)
{
	struct directory *dir = talloc_zero(owner, struct directory);

	*faults = NULL;
	if (dir == NULL)
		return fail_log(FAIL_BROKEN, "directory: out of memory");
	talloc_set_destructor(dir, wipe);
	*faults = settings_read(dir, conf);
	*out = dir;
	return *faults == NULL ? fail_log(FAIL_BROKEN, "directory: out of memory") : FAIL_NONE;
}

char *
directory_faults(const void *owner, const struct conf *conf)
{
	struct directory *dir = NULL;
	char *faults = NULL;

	read_settings(owner, conf, &dir, &faults);
	faults = talloc_steal(owner, faults);
	talloc_free(dir);
	return faults;
}

enum fail
directory_new(const void *owner, const struct conf *conf, struct directory **out)
{
	struct directory *dir = NULL;
	char *faults = NULL, *rest, *line;
	enum fail f = read_settings(owner, conf, &dir, &faults);

	for (rest = faults; faults != NULL && (line = strtok_r(rest, "\n", &rest)) != NULL;)
		f = fail_log(FAIL_BROKEN, "conf: [directory] %s", line);
	if (f != FAIL_NONE)
		talloc_free(dir);
	else
		*out = dir;
	/* A server that hangs up must not end the process. */
	signal(SIGPIPE, SIG_IGN);
	return f;
}
