#include "directory/directory.h"

#include <string.h>
#include <talloc.h>

#include "base/log.h"
#include "base/text.h"
#include "directory/dn.h"
#include "directory/entry.h"
#include "directory/reason.h"
#include "directory/servers.h"

enum { USERNAME_MAX = 256, PASSWORD_MAX = 4096 };

struct sign_in {
	const void *owner;
	struct directory *dir;
	const char *username, *password;
	struct person **out;
	const char *refused;		/* why; NULL: not */
	char diagnostic[200];
};

/*
 * A server that lets a bind pass as nobody, or as somebody else, must not sign anyone in.  "u:..." is the server's own
 * naming, which is no DN: it is somebody, which is all that can be said.
 */
static bool
is_identity(const char *identity, const char *dn)
{
	if (identity == NULL)
		return true;
	if (strncmp(identity, "dn:", 3) == 0)
		return dn_equal(identity + 3, dn);
	return strncmp(identity, "u:", 2) == 0 && identity[2] != '\0';
}

/* The reasons that need no password come first only in the log: every step has been made by then, whatever it found. */
static const char *
verdict(const struct entry *entry, const struct bind_answer *said, const char *identity, const struct person *person)
{
	if (entry->found != 1)
		return entry->found == 0 ? "unknown" : "several-entries";
	if (reason_of_bind(said) != NULL)
		return reason_of_bind(said);
	if (entry->disabled)
		return "disabled";
	if (!is_identity(identity, entry->dn))
		return "not-the-entry";
	if (entry->uid == NULL)
		return "no-single-uid";
	return person == NULL || person->roles[0] == NULL ? "no-role" : NULL;
}

static enum fail
judge(struct sign_in *in, const struct entry *entry, const struct bind_answer *said, const char *identity)
{
	struct person *person = NULL;

	if (entry->found == 1 && entry->uid != NULL
	    && (person = entry_person(in->owner, in->dir, entry)) == NULL)
		return fail_log(FAIL_AWAY, "directory: out of memory");
	in->refused = verdict(entry, said, identity, person);
	memcpy(in->diagnostic, said->diagnostic, sizeof in->diagnostic);
	if (in->refused == NULL)
		*in->out = person;
	else
		talloc_free(person);
	return FAIL_NONE;
}

/* The groups are read before the person's bind, and every step is made for every name: an answer's time tells nothing. */
static enum fail
sign_in_step(struct connection *connection, void *user)
{
	struct sign_in *in = user;
	void *scratch = talloc_new(NULL);
	struct bind_answer said;
	struct entry entry;
	char *identity = NULL;
	enum fail f = entry_look_up(scratch, connection, in->username, &entry);

	if (f == FAIL_NONE)
		f = connection_bind(connection, entry.dn, in->password, &said);
	if (f == FAIL_NONE && reason_is_away(&said))
		f = fail_log(FAIL_AWAY, "directory: %s: bind: code %d, %s", connection_uri(connection), said.code,
		    said.diagnostic);
	if (f == FAIL_NONE)
		f = connection_who_am_i(scratch, connection, &identity);
	if (f == FAIL_NONE)
		f = judge(in, &entry, &said, identity);
	talloc_free(scratch);
	return f;
}

static const char *
refused_unasked(const char *username, const char *password)
{
	size_t length = strlen(username);

	if (password[0] == '\0')
		return "empty-password";
	if (length == 0 || length > USERNAME_MAX || !text_is_clean(username, length))
		return "no-name";
	return strlen(password) > PASSWORD_MAX ? "long-password" : NULL;
}

enum fail
directory_authenticate(const void *owner, struct directory *dir, const char *username, const char *password,
    struct person **out)
{
	struct sign_in in = { owner, dir, username, password, out, refused_unasked(username, password), "" };
	enum fail f = FAIL_NONE;

	*out = NULL;
	if (in.refused == NULL)
		f = servers_try(dir, false, sign_in_step, &in);
	if (f != FAIL_NONE || in.refused == NULL)
		return f;
	log_event("sign-in-refused", LOG_FIELDS(LOG_TEXT("reason", in.refused),
	    LOG_TEXT("directory-said", in.diagnostic[0] == '\0' ? NULL : in.diagnostic)));
	return FAIL_DENIED;
}
