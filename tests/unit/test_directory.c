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

#include "base/conf.h"
#include "directory/directory.h"
#include "directory/dn.h"
#include "directory/filter.h"
#include "directory/groups.h"
#include "directory/reason.h"
#include "directory/settings.h"

static void
filters_hold_what_was_typed(void **state)
{
	static const struct { const char *template, *s, *u, *want; } cases[] = {
		{ "(uid=%s)", "ane", NULL, "(uid=ane)" },
		{ "(uid=%s)", "*", NULL, "(uid=\\2a)" },
		{ "(uid=%s)", "ane)(uid=*", NULL, "(uid=ane\\29\\28uid=\\2a)" },
		{ "(uid=%s)", "*)(|(objectClass=*", NULL, "(uid=\\2a\\29\\28|\\28objectClass=\\2a)" },
		{ "(uid=%s)", "\\00", NULL, "(uid=\\5c00)" },
		{ "(uid=%s)", "a\nb\x7f", NULL, "(uid=a\\0ab\\7f)" },
		{ "(uid=%s)", "søren", NULL, "(uid=søren)" },
		{ "(uid=%s)", "%s%u", "x", "(uid=%s%u)" },
		{ "(|(sAMAccountName=%s)(userPrincipalName=%s@ad.kommune.dk))", "a(b", NULL,
		    "(|(sAMAccountName=a\\28b)(userPrincipalName=a\\28b@ad.kommune.dk))" },
		{ "(|(member=%s)(memberUid=%u))", "cn=a\\2c b,dc=dk", "ane*", "(|(member=cn=a\\5c2c b,dc=dk)(memberUid=ane\\2a))" },
		{ "(a=100%)", "x", "y", "(a=100%)" },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *got = filter_fill(NULL, cases[i].template, cases[i].s, cases[i].u);

		assert_string_equal(got, cases[i].want);
		talloc_free(got);
	}
	(void)state;
}

/* No byte that is typed may change a filter's shape: parentheses and stars in it are all the template's own. */
static void
no_byte_changes_a_filter(void **state)
{
	int a, b;

	for (a = 1; a < 256; a++)
		for (b = 1; b < 256; b++) {
			char typed[] = { (char)a, (char)b, '\0' }, *got = filter_fill(NULL, "(uid=%s)", typed, NULL);

			assert_true(filter_is_whole(got));
			assert_null(strchr(got, '*'));
			assert_null(strchr(got + 1, '('));
			assert_ptr_equal(strchr(got, ')'), got + strlen(got) - 1);
			talloc_free(got);
		}
	(void)state;
}

static void
whole_filters_are_told(void **state)
{
	assert_true(filter_is_whole("(&(objectClass=user)(uid=%s))"));
	assert_false(filter_is_whole("(uid=%s"));
	assert_false(filter_is_whole("uid=%s"));
	assert_false(filter_is_whole("(uid=%s))"));
	assert_false(filter_is_whole("(a=1)(b=2)"));
	assert_false(filter_is_whole("(&(uid=%s)(=x))"));
	assert_false(filter_is_whole(""));
	(void)state;
}

static void
names_are_compared_as_names(void **state)
{
	static const struct { const char *a, *b; bool equal; } cases[] = {
		{ "uid=ane,ou=people,dc=dk", "UID=Ane, OU=People, DC=dk", true },
		{ "cn=S\xc3\xb8ren,dc=dk", "cn=S\\c3\\b8ren,dc=dk", true },
		{ "cn=S\xc3\x98REN,dc=dk", "cn=s\xc3\xb8ren,dc=dk", true },
		{ "cn=A\xcc\x8arhus,dc=dk", "cn=\xc3\x85rhus,dc=dk", true },
		{ "cn=Hansen\\, Ane,dc=dk", "cn=Hansen\\2c Ane,dc=dk", true },
		{ "cn=a+sn=b,dc=dk", "sn=b+cn=a,dc=dk", true },
		{ "cn=Ane  Hansen,dc=dk", "cn=ane hansen,dc=dk", true },
		{ "uid=ane,dc=dk", "uid=ane,dc=dk,dc=dk", false },
		{ "uid=ane,dc=dk", "uid=anne,dc=dk", false },
		{ "cn=a\\,cn=b,dc=dk", "cn=a,cn=b,dc=dk", false },
		{ "cn=a+cn=b,dc=dk", "cn=a,cn=b,dc=dk", false },
		{ "cn=ane", "uid=ane", false },
		{ "", "", false },
		{ "ane", "ane", false },
		{ "cn=a,,dc=dk", "cn=a,,dc=dk", false },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		if (dn_equal(cases[i].a, cases[i].b) != cases[i].equal)
			fail_msg("%s and %s", cases[i].a, cases[i].b);
		assert_int_equal(dn_equal(cases[i].b, cases[i].a), cases[i].equal);
	}
	(void)state;
}

static void
groups_become_roles(void **state)
{
	void *owner = talloc_new(NULL);
	struct mapping mappings[] = {
		{ "caseworker", "", dn_normal(owner, "cn=samspil-caseworker,ou=groups,dc=kommune,dc=dk") },
		{ "nurse", "", dn_normal(owner, "CN=Sygeplejersker\\, Øst,OU=Grupper,DC=kommune,DC=dk") },
		{ "provider", "", dn_normal(owner, "cn=provider,dc=dk") },
		{ NULL, NULL, NULL },
	};
	static const char *const groups[] = {
		"cn=sygeplejersker\\2C \xc3\xb8st,ou=grupper,dc=kommune,dc=dk", "no name at all",
		"cn=samspil-caseworkers,ou=groups,dc=kommune,dc=dk", "CN=Samspil-Caseworker, OU=Groups, DC=kommune, DC=dk", NULL,
	};
	static const char *const none[] = { NULL };
	const char *const *roles = groups_all(owner, mappings, groups);

	assert_string_equal(roles[0], "caseworker");
	assert_string_equal(roles[1], "nurse");
	assert_null(roles[2]);
	assert_string_equal(groups_first(mappings, groups), "caseworker");
	assert_string_equal(groups_first(mappings + 1, groups), "nurse");
	assert_null(groups_first(mappings + 2, groups));
	assert_null(groups_all(owner, mappings, none)[0]);
	assert_null(groups_first(mappings, none));
	talloc_free(owner);
	(void)state;
}

#define AD(data) "80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data " data ", v2580"

static void
reasons_are_read(void **state)
{
	static const struct { struct bind_answer said; const char *reason; bool away; } cases[] = {
		{ { LDAP_SUCCESS, PP_noError, "" }, NULL, false },
		{ { LDAP_SUCCESS, PP_changeAfterReset, "" }, "must-change-password", false },
		{ { LDAP_INVALID_CREDENTIALS, PP_noError, "" }, "wrong-password", false },
		{ { LDAP_INVALID_CREDENTIALS, PP_accountLocked, "" }, "locked", false },
		{ { LDAP_INVALID_CREDENTIALS, PP_passwordExpired, "" }, "password-expired", false },
		{ { LDAP_INVALID_CREDENTIALS, PP_noError, AD("52e") }, "wrong-password", false },
		{ { LDAP_INVALID_CREDENTIALS, PP_noError, AD("532") }, "password-expired", false },
		{ { LDAP_INVALID_CREDENTIALS, PP_noError, AD("533") }, "disabled", false },
		{ { LDAP_INVALID_CREDENTIALS, PP_noError, AD("701") }, "account-expired", false },
		{ { LDAP_INVALID_CREDENTIALS, PP_noError, AD("773") }, "must-change-password", false },
		{ { LDAP_INVALID_CREDENTIALS, PP_noError, AD("775") }, "locked", false },
		{ { LDAP_UNWILLING_TO_PERFORM, PP_noError, "" }, "refused-by-directory", false },
		{ { LDAP_BUSY, PP_noError, "" }, "refused-by-directory", true },
		{ { LDAP_UNAVAILABLE, PP_noError, "" }, "refused-by-directory", true },
		{ { LDAP_CONFIDENTIALITY_REQUIRED, PP_noError, "" }, "refused-by-directory", true },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		const char *reason = reason_of_bind(&cases[i].said);

		if (cases[i].reason == NULL)
			assert_null(reason);
		else
			assert_string_equal(reason, cases[i].reason);
		assert_int_equal(reason_is_away(&cases[i].said), cases[i].away);
	}
	(void)state;
}

#define GOOD_REST \
	"service-dn = cn=svc,dc=dk\nservice-password = x\npeople-base = ou=people,dc=dk\nca-file = /dev/null\n" \
	"[roles]\na = cn=a,dc=dk\n[departments]\nb = cn=b,dc=dk\n"

static struct conf *
conf_of(const void *owner, const char *text)
{
	char path[] = "/tmp/test_directory.XXXXXX";
	int fd = mkstemp(path);
	struct conf *conf = NULL;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	assert_int_equal(conf_read(owner, path, &conf), FAIL_NONE);
	unlink(path);
	return conf;
}

static void
configuration_faults_are_named(void **state)
{
	static const struct { const char *text, *fault; } cases[] = {
		{ "[directory]\nuris = ldap://a.dk ldaps://b.dk:6360\n" GOOD_REST, "" },
		{ "[directory]\nuris = ldap://127.0.0.1:389\nstart-tls = no\n" GOOD_REST, "" },
		{ "[directory]\nuris = ldap://a.dk\nstart-tls = no\n" GOOD_REST, "in the clear" },
		{ "[directory]\nuris = ldaps://a.dk\nstart-tls = no\n" GOOD_REST, "" },
		{ "[directory]\n" GOOD_REST, "uris names no server" },
		{ "[directory]\nuris = http://a.dk\n" GOOD_REST, "\"http://a.dk\" is not" },
		{ "[directory]\nuris = ldap://\n" GOOD_REST, "is not ldap://host" },
		{ "[directory]\nuris = ldap://a.dk\nuser-filter = (uid=%s\n" GOOD_REST, "user-filter is no filter" },
		{ "[directory]\nuris = ldap://a.dk\nuser-filter = (uid=ane)\n" GOOD_REST, "has no %s" },
		{ "[directory]\nuris = ldap://a.dk\ngroups = nested\n" GOOD_REST, "groups-base is missing" },
		{ "[directory]\nuris = ldap://a.dk\ngroups = magic\n" GOOD_REST, "must be memberof, search or nested" },
		{ "[directory]\nuris = ldap://a.dk\n", "service-dn is missing" },
		{ "[directory]\nuris = ldap://a.dk\n", "service-password is missing" },
		{ "[directory]\nuris = ldap://a.dk\n", "people-base is missing" },
		{ "[directory]\nuris = ldap://a.dk\n", "[roles] is empty" },
		{ "[directory]\nuris = ldap://a.dk\n", "[departments] is empty" },
		{ "[directory]\nuris = ldap://a.dk\nca-file = /nowhere/ca.crt\n", "/nowhere/ca.crt cannot be read" },
		{ "[directory]\nuris = ldap://a.dk\n[roles]\nnurse = nurses\n", "[roles] nurse: \"nurses\" is no distinguished name" },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		void *owner = talloc_new(NULL);
		char *faults = directory_faults(owner, conf_of(owner, cases[i].text));

		if (cases[i].fault[0] == '\0')
			assert_string_equal(faults, "");
		else if (strstr(faults, cases[i].fault) == NULL)
			fail_msg("wanted \"%s\" in \"%s\"", cases[i].fault, faults);
		talloc_free(owner);
	}
	(void)state;
}

/* Active Directory resolves groups in groups itself, by the matching rule in the filter. */
static void
nested_groups_are_asked_for(void **state)
{
	void *owner = talloc_new(NULL);
	struct directory *dir = talloc_zero(owner, struct directory);
	char *faults = settings_read(dir, conf_of(owner,
	    "[directory]\nuris = ldaps://ad\ngroups = nested\ngroups-base = DC=kommune,DC=dk\n" GOOD_REST));

	assert_string_equal(faults, "");
	assert_int_equal(dir->groups_from, GROUPS_NESTED);
	assert_string_equal(filter_fill(owner, dir->group_filter, "CN=Ane (vikar)\\, Øst,OU=Brugere,DC=kommune,DC=dk", "ane"),
	    "(member:1.2.840.113556.1.4.1941:=CN=Ane \\28vikar\\29\\5c, Øst,OU=Brugere,DC=kommune,DC=dk)");
	assert_string_equal(dir->groups_base, "DC=kommune,DC=dk");
	talloc_free(owner);
	(void)state;
}

static void
servers_are_read_in_order(void **state)
{
	void *owner = talloc_new(NULL);
	struct directory *dir = talloc_zero(owner, struct directory);
	char *faults = settings_read(dir, conf_of(owner, "[directory]\nuris = ldaps://b.dk, ldap://a.dk:3890\ntimeout = 3\n" GOOD_REST));

	assert_string_equal(faults, "");
	assert_int_equal(dir->server_count, 2);
	assert_string_equal(dir->servers[0].host, "b.dk");
	assert_string_equal(dir->servers[0].port, "636");
	assert_true(dir->servers[0].ldaps);
	assert_string_equal(dir->servers[1].port, "3890");
	assert_false(dir->servers[1].ldaps);
	assert_int_equal(dir->timeout_ms, 3000);
	assert_true(dir->start_tls);
	assert_string_equal(dir->decoy_dn, "cn=samspil-unknown,ou=people,dc=dk");
	talloc_free(owner);
	(void)state;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(filters_hold_what_was_typed),
		cmocka_unit_test(no_byte_changes_a_filter),
		cmocka_unit_test(whole_filters_are_told),
		cmocka_unit_test(names_are_compared_as_names),
		cmocka_unit_test(groups_become_roles),
		cmocka_unit_test(reasons_are_read),
		cmocka_unit_test(configuration_faults_are_named),
		cmocka_unit_test(nested_groups_are_asked_for),
		cmocka_unit_test(servers_are_read_in_order),
	};

	return cmocka_run_group_tests_name("directory", tests, NULL, NULL);
}
