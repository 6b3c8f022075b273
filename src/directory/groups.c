#include "directory/groups.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>
#include <talloc.h>

#include "directory/dn.h"
#include "directory/filter.h"

/* Active Directory gives long lists in parts: "memberOf;range=0-1499". */
static bool
is_in_parts(LDAP *ldap, LDAPMessage *entry)
{
	BerElement *ber = NULL;
	char *name = ldap_first_attribute(ldap, entry, &ber);
	bool parts = false;

	while (name != NULL) {
		parts = parts || strncasecmp(name, "memberOf;range=", 15) == 0;
		ldap_memfree(name);
		name = ldap_next_attribute(ldap, entry, ber);
	}
	ber_free(ber, 0);
	return parts;
}

enum fail
groups_of_entry(const void *owner, LDAP *ldap, LDAPMessage *entry, const char *const **out)
{
	struct berval **values = ldap_get_values_len(ldap, entry, "memberOf");
	int count = values == NULL ? 0 : ldap_count_values_len(values), i;
	const char **groups = talloc_zero_array(owner, const char *, (unsigned)count + 1);

	if (groups == NULL || is_in_parts(ldap, entry)) {
		ldap_value_free_len(values);
		return fail_log(FAIL_BROKEN, "directory: a person has more groups than the server tells at once:"
		    " use groups = nested");
	}
	for (i = 0; i < count; i++)
		groups[i] = talloc_strndup(groups, values[i]->bv_val, values[i]->bv_len);
	ldap_value_free_len(values);
	*out = groups;
	return FAIL_NONE;
}

static enum fail
read_names(const void *owner, LDAP *ldap, LDAPMessage *answer, const char *const **out)
{
	int count = ldap_count_entries(ldap, answer), i = 0;
	const char **groups = talloc_zero_array(owner, const char *, (unsigned)(count < 0 ? 0 : count) + 1);
	LDAPMessage *entry;

	if (groups == NULL || count < 0)
		return fail_log(FAIL_AWAY, "directory: out of memory");
	for (entry = ldap_first_entry(ldap, answer); entry != NULL; entry = ldap_next_entry(ldap, entry)) {
		char *dn = ldap_get_dn(ldap, entry);

		groups[i++] = talloc_strdup(groups, dn == NULL ? "" : dn);
		ldap_memfree(dn);
	}
	*out = groups;
	return FAIL_NONE;
}

enum fail
groups_search(const void *owner, struct connection *connection, const char *dn, const char *uid,
    const char *const **out)
{
	static const char *const nothing[] = { LDAP_NO_ATTRS, NULL };
	const struct directory *dir = connection_directory(connection);
	const char *filter = filter_fill(owner, dir->group_filter, dn, uid);
	LDAPMessage *answer = NULL;
	enum fail f = FAIL_AWAY;

	if (filter != NULL)
		f = connection_search(connection, dir->groups_base, LDAP_SCOPE_SUBTREE, filter, nothing, 0, &answer);
	if (f == FAIL_MISSING)
		f = fail_log(FAIL_AWAY, "directory: %s: groups-base is not there for service-dn",
		    connection_uri(connection));
	if (f == FAIL_NONE)
		f = read_names(owner, connection_ldap(connection), answer, out);
	ldap_msgfree(answer);
	return f;
}

/* The groups in the form in which names are compared; what is no name is left out. */
static char **
normal(const void *owner, const char *const *groups)
{
	size_t count = 0, kept = 0, i;
	char **out;

	while (groups[count] != NULL)
		count++;
	out = talloc_zero_array(owner, char *, (unsigned)count + 1);
	for (i = 0; i < count && out != NULL; i++)
		if ((out[kept] = dn_normal(out, groups[i])) != NULL)
			kept++;
	return out;
}

static bool
contains(char *const *names, const char *name)
{
	for (; *names != NULL; names++)
		if (strcmp(*names, name) == 0)
			return true;
	return false;
}

const char *const *
groups_all(const void *owner, const struct mapping *mappings, const char *const *groups)
{
	const char **out = talloc_zero_array(owner, const char *, 1);
	char **names = normal(out, groups);
	size_t count = 0;

	for (; names != NULL && mappings->name != NULL; mappings++) {
		if (!contains(names, mappings->normal))
			continue;
		out = talloc_realloc(owner, out, const char *, (unsigned)count + 2);
		out[count++] = talloc_strdup(out, mappings->name);
		out[count] = NULL;
	}
	return out;
}

const char *
groups_first(const struct mapping *mappings, const char *const *groups)
{
	void *scratch = talloc_new(NULL);
	char **names = normal(scratch, groups);

	while (names != NULL && mappings->name != NULL && !contains(names, mappings->normal))
		mappings++;
	talloc_free(scratch);
	return mappings->name;
}
