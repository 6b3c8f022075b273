#include "directory/entry.h"

#include <stddef.h>
#include <string.h>
#include <talloc.h>

#include "directory/dn.h"
#include "directory/filter.h"
#include "directory/groups.h"

enum { EMAIL_MAX = 254 };

static const char *
value_text(const void *owner, const struct berval *value)
{
	return talloc_strndup(owner, value->bv_val, value->bv_len);
}

/* The attribute's first value, owned by owner; NULL when there is none, or with alone also when there are several. */
static const char *
attribute(const void *owner, LDAP *ldap, LDAPMessage *entry, const char *name, bool alone)
{
	struct berval **values = ldap_get_values_len(ldap, entry, name);
	const char *out = NULL;

	if (values != NULL && values[0] != NULL && (!alone || values[1] == NULL))
		out = value_text(owner, values[0]);
	ldap_value_free_len(values);
	return out;
}

/* One address and nothing else, as it may stand in an envelope: what could end a line or begin another one is refused. */
static bool
is_address(const char *text)
{
	const char *at = text == NULL ? NULL : strchr(text, '@'), *c;

	if (at == NULL || at == text || at[1] == '\0' || strchr(at + 1, '@') != NULL || strlen(text) > EMAIL_MAX)
		return false;
	for (c = text; *c != '\0'; c++)
		if (*c <= ' ' || *c >= 0x7f || strchr("<>()[]\\,;:\"", *c) != NULL)
			return false;
	return true;
}

static enum fail
read_entry(const void *owner, struct connection *connection, LDAPMessage *message, struct entry *out)
{
	const struct directory *dir = connection_directory(connection);
	LDAP *ldap = connection_ldap(connection);
	char *dn = ldap_get_dn(ldap, message);
	const char *uid = attribute(owner, ldap, message, dir->uid_attribute, true);

	out->dn = talloc_strdup(owner, dn == NULL ? "" : dn);
	ldap_memfree(dn);
	out->uid = uid == NULL ? NULL : dn_fold(owner, uid, (long)strlen(uid));
	out->name = attribute(owner, ldap, message, dir->name_attribute, false);
	if (out->name == NULL)
		out->name = out->uid;
	out->email = attribute(owner, ldap, message, dir->mail_attribute, false);
	if (!is_address(out->email))
		out->email = NULL;
	return dir->groups_from == GROUPS_MEMBEROF ? groups_of_entry(owner, ldap, message, &out->groups) : FAIL_NONE;
}

static enum fail
search_person(const void *owner, struct connection *connection, const char *username, struct entry *out)
{
	const struct directory *dir = connection_directory(connection);
	const char *attributes[] = { dir->uid_attribute, dir->name_attribute, dir->mail_attribute,
		dir->groups_from == GROUPS_MEMBEROF ? "memberOf" : NULL, NULL };
	const char *filter = filter_fill(owner, dir->user_filter, username, username);
	LDAPMessage *answer = NULL;
	enum fail f = FAIL_AWAY;

	if (filter != NULL)
		f = connection_search(connection, dir->people_base, LDAP_SCOPE_SUBTREE, filter, attributes, 1, &answer);
	if (f == FAIL_MISSING)
		f = fail_log(FAIL_AWAY, "directory: %s: people-base is not there for service-dn",
		    connection_uri(connection));
	if (f == FAIL_NONE) {
		int count = ldap_count_entries(connection_ldap(connection), answer);

		out->found = count > 2 ? 2 : count;
		if (count == 1)
			f = read_entry(owner, connection, ldap_first_entry(connection_ldap(connection), answer), out);
	}
	ldap_msgfree(answer);
	return f;
}

/* Asked of the decoy, too, so that a name that is not there takes as long. */
static enum fail
search_disabled(struct connection *connection, struct entry *entry)
{
	const struct directory *dir = connection_directory(connection);
	static const char *const nothing[] = { LDAP_NO_ATTRS, NULL };
	LDAPMessage *answer = NULL;
	enum fail f;

	if (dir->disabled_filter == NULL)
		return FAIL_NONE;
	f = connection_search(connection, entry->dn, LDAP_SCOPE_BASE, dir->disabled_filter, nothing, 0, &answer);
	if (f == FAIL_NONE)
		entry->disabled = ldap_count_entries(connection_ldap(connection), answer) > 0;
	ldap_msgfree(answer);
	return f == FAIL_MISSING ? FAIL_NONE : f;
}

enum fail
entry_look_up(const void *owner, struct connection *connection, const char *username, struct entry *out)
{
	static const char *const none[] = { NULL };
	const struct directory *dir = connection_directory(connection);
	enum fail f;

	*out = (struct entry){ .dn = dir->decoy_dn, .groups = none };
	f = search_person(owner, connection, username, out);
	if (f == FAIL_NONE)
		f = search_disabled(connection, out);
	if (f == FAIL_NONE && dir->groups_from != GROUPS_MEMBEROF)
		f = groups_search(owner, connection, out->dn, out->uid == NULL ? username : out->uid, &out->groups);
	return f;
}

enum fail
entry_base_visible(struct connection *connection)
{
	static const char *const nothing[] = { LDAP_NO_ATTRS, NULL };
	const struct directory *dir = connection_directory(connection);
	LDAPMessage *answer = NULL;
	enum fail f = connection_search(connection, dir->people_base, LDAP_SCOPE_BASE, "(objectClass=*)", nothing,
	    0, &answer);

	if (f == FAIL_MISSING || (f == FAIL_NONE && ldap_count_entries(connection_ldap(connection), answer) != 1))
		f = fail_log(FAIL_AWAY, "directory: %s: service-dn may not see people-base, so nobody can be said to be gone",
		    connection_uri(connection));
	ldap_msgfree(answer);
	return f;
}

struct person *
entry_person(const void *owner, const struct directory *dir, const struct entry *entry)
{
	struct person *person = talloc_zero(owner, struct person);

	if (person == NULL)
		return NULL;
	person->uid = talloc_strdup(person, entry->uid);
	person->name = talloc_strdup(person, entry->name);
	person->dn = talloc_strdup(person, entry->dn);
	person->email = talloc_strdup(person, entry->email);
	person->department = talloc_strdup(person, groups_first(dir->departments, entry->groups));
	person->roles = groups_all(person, dir->roles, entry->groups);
	if (person->uid == NULL || person->name == NULL || person->dn == NULL || person->roles == NULL) {
		talloc_free(person);
		return NULL;
	}
	return person;
}
