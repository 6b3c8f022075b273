#include "directory/directory.h"

#include <string.h>
#include <talloc.h>

#include "base/log.h"
#include "directory/entry.h"
#include "directory/servers.h"

struct finding { const void *owner; struct directory *dir; const char *uid; struct person **out; const char *gone; };

static const char *
why_gone(const struct entry *entry, const char *uid)
{
	if (entry->found == 0)
		return "unknown";
	if (entry->disabled)
		return "disabled";
	return entry->uid == NULL || strcmp(entry->uid, uid) != 0 ? "another-name" : NULL;
}

static enum fail
find_step(struct connection *connection, void *user)
{
	struct finding *finding = user;
	void *scratch = talloc_new(NULL);
	struct entry entry;
	enum fail f = entry_look_up(scratch, connection, finding->uid, &entry);

	if (f == FAIL_NONE && entry.found == 0)
		f = entry_base_visible(connection);
	if (f == FAIL_NONE && entry.found == 2)
		f = fail_log(FAIL_BROKEN, "directory: %s: user-filter finds several people for one name",
		    connection_uri(connection));
	if (f == FAIL_NONE) {
		finding->gone = why_gone(&entry, finding->uid);
		if (finding->gone == NULL)
			*finding->out = entry_person(finding->owner, finding->dir, &entry);
		if (finding->gone == NULL && *finding->out == NULL)
			f = fail_log(FAIL_AWAY, "directory: out of memory");
	}
	talloc_free(scratch);
	return f;
}

enum fail
directory_find(const void *owner, struct directory *dir, const char *uid, struct person **out)
{
	struct finding finding = { owner, dir, uid, out, NULL };
	enum fail f;

	*out = NULL;
	f = servers_try(dir, true, find_step, &finding);
	if (f == FAIL_NONE && finding.gone == NULL && (*out)->roles[0] == NULL) {
		finding.gone = "no-role";
		talloc_free(*out);
		*out = NULL;
	}
	if (f != FAIL_NONE || finding.gone == NULL)
		return f;
	log_event("directory-gone", LOG_FIELDS(LOG_TEXT("reason", finding.gone)));
	return FAIL_MISSING;
}

static enum fail
check_step(struct connection *connection, void *user)
{
	(void)user;
	return entry_base_visible(connection);
}

enum fail
directory_check(struct directory *dir)
{
	return servers_try(dir, false, check_step, NULL);
}
