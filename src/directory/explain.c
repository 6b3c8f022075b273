#include "directory/directory.h"

#include <stdarg.h>
#include <talloc.h>

#include "base/clock.h"
#include "directory/entry.h"
#include "directory/servers.h"
#include "directory/watchdog.h"

struct explanation { char *text; const char *username; bool ok; };

static void __attribute__((format(printf, 3, 4)))
tell(struct explanation *explanation, bool ok, const char *format, ...)
{
	va_list ap;

	explanation->text = talloc_strdup_append(explanation->text, ok ? "ok    " : "FAULT ");
	va_start(ap, format);
	explanation->text = talloc_vasprintf_append(explanation->text, format, ap);
	va_end(ap);
	explanation->text = talloc_strdup_append(explanation->text, "\n");
	explanation->ok = explanation->ok && ok;
}

static char *
joined(const void *owner, const char *const *texts)
{
	char *out = talloc_strdup(owner, texts[0] == NULL ? "none" : texts[0]);
	size_t i;

	for (i = 1; texts[0] != NULL && texts[i] != NULL; i++)
		out = talloc_asprintf_append(out, " | %s", texts[i]);
	return out;
}

static void
explain_found(struct explanation *explanation, struct directory *dir, const struct entry *entry)
{
	const struct person *person = entry->uid == NULL ? NULL : entry_person(explanation->text, dir, entry);
	const char *const *groups = entry->groups;

	tell(explanation, true, "search user: %s", entry->dn);
	tell(explanation, entry->uid != NULL, "%s: %s", dir->uid_attribute,
	    entry->uid != NULL ? entry->uid : "there is none, or more than one: set uid-attribute to one that is unique");
	tell(explanation, true, "%s: %s", dir->mail_attribute, entry->email != NULL ? entry->email : "none: no mail says that something waits");
	tell(explanation, !entry->disabled, "disabled-filter: %s",
	    entry->disabled ? "matches, so the user may not sign in" : "does not match");
	tell(explanation, groups[0] != NULL, "groups: %s", joined(explanation->text, groups));
	if (person == NULL)
		return;
	tell(explanation, person->roles[0] != NULL, "roles: %s%s", joined(explanation->text, person->roles),
	    person->roles[0] != NULL ? "" : ": none of the groups stands in [roles]");
	tell(explanation, person->department != NULL, "department: %s",
	    person->department != NULL ? person->department : "none: none of the groups stands in [departments]");
}

static enum fail
explain_user(struct explanation *explanation, struct directory *dir, struct connection *connection)
{
	struct entry entry;
	enum fail f = entry_look_up(explanation->text, connection, explanation->username, &entry);

	if (f != FAIL_NONE)
		tell(explanation, false, "search user: %s", connection_problem(connection));
	else if (entry.found == 0)
		tell(explanation, false, "search user: nobody: look at people-base, user-filter and what service-dn may see");
	else if (entry.found == 2)
		tell(explanation, false, "search user: several entries: make user-filter narrower");
	else
		explain_found(explanation, dir, &entry);
	return f;
}

static bool
explain_server(struct explanation *explanation, struct directory *dir, const struct server *server, bool with_user)
{
	char problem[PROBLEM_MAX] = "";
	struct connection *connection = NULL;
	const char *secured = server->ldaps ? ", TLS" : dir->start_tls ? ", StartTLS" : ", no TLS";
	long long deadline = clock_ms() + dir->timeout_ms;
	bool ok;

	if (connection_open(explanation->text, dir, server, deadline, &connection, problem) != FAIL_NONE) {
		tell(explanation, false, "connect %s%s: %s", server->uri, secured, problem);
		return false;
	}
	tell(explanation, true, "connect %s%s", server->uri, secured);
	ok = connection_bind_service(connection) == FAIL_NONE;
	tell(explanation, ok, "bind service account at %s%s%s", server->uri, ok ? "" : ": ",
	    connection_problem(connection));
	if (ok) {
		ok = entry_base_visible(connection) == FAIL_NONE;
		tell(explanation, ok, "search people-base at %s%s", server->uri,
		    ok ? "" : ": service-dn cannot see it");
	}
	if (ok && with_user)
		ok = explain_user(explanation, dir, connection) == FAIL_NONE;
	talloc_free(connection);
	return ok;
}

char *
directory_explain(const void *owner, struct directory *dir, const char *username, bool *ok)
{
	struct explanation explanation = { talloc_strdup(owner, ""), username, true };
	bool user_done = username == NULL;
	size_t i;

	for (i = 0; i < dir->server_count; i++)
		user_done = explain_server(&explanation, dir, &dir->servers[i], !user_done) || user_done;
	*ok = explanation.ok;
	return explanation.text;
}
