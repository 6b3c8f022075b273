/* The sign-in against a real slapd: tests/directory/run starts it and says where it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <talloc.h>

#include "helper.h"

/* The ways to ask one directory. */
static const char *const ways[] = {
	"uris = $TEST_STARTTLS\ngroups = memberof",
	"uris = $TEST_LDAPS\ngroups = memberof",
	"uris = $TEST_STARTTLS\ngroups = search",
	"uris = $TEST_LDAPS\ngroups = search",
	"uris = $TEST_PLAIN\nstart-tls = no\ngroups = search",
};

enum { WAYS = sizeof ways / sizeof ways[0] };

static void
the_right_password_signs_in(void **state)
{
	size_t i;

	for (i = 0; i < WAYS; i++) {
		void *owner = talloc_new(NULL);
		struct directory *dir = directory_of(owner, ways[i]);
		struct person *person = NULL;

		assert_int_equal(sign_in(owner, dir, "ane", "hemmelig ærø 1", &person), FAIL_NONE);
		assert_string_equal(person->uid, "ane");
		assert_string_equal(person->name, "Ane Prøve");
		assert_string_equal(person->dn, "uid=ane,ou=people,dc=kommune,dc=dk");
		assert_string_equal(person->department, "health");
		assert_string_equal(person->roles[0], "caseworker");
		assert_string_equal(person->roles[1], "nurse");
		assert_null(person->roles[2]);
		assert_int_equal(sign_in(owner, dir, "søren", "hemmelig2", &person), FAIL_NONE);
		assert_string_equal(person->uid, "søren");
		assert_string_equal(person->roles[0], "caseworker");
		assert_null(person->roles[1]);
		assert_null(person->department);
		talloc_free(owner);
	}
	(void)state;
}

static void
who_may_not_is_refused_for_a_reason(void **state)
{
	static const struct { const char *username, *password, *reason; } cases[] = {
		{ "ane", "hemmelig ærø 2", "wrong-password" },
		{ "ane", "hemmelig aero 1", "wrong-password" },
		{ "ane", "HEMMELIG ÆRØ 1", "wrong-password" },
		{ "ane", " hemmelig ærø 1", "wrong-password" },
		{ "ane", "hemmelig ærø 1 ", "wrong-password" },
		{ "ane", "", "empty-password" },
		{ "nobody", "", "empty-password" },
		{ "nobody", "hemmelig1", "unknown" },
		{ "", "hemmelig1", "no-name" },
		{ "disabled", "hemmelig4", "disabled" },
		{ "locked", "hemmelig5", "locked" },
		{ "reset", "hemmelig6", "must-change-password" },
		{ "norole", "hemmelig7", "no-role" },
		{ "twice", "hemmelig8", "several-entries" },
		{ "two", "hemmelig9", "no-single-uid" },
		{ "nopassword", "hemmelig", "no-password-set" },
		{ "cn=svc,ou=system,dc=kommune,dc=dk", "service", "unknown" },
		{ "uid=ane,ou=people,dc=kommune,dc=dk", "hemmelig ærø 1", "unknown" },
	};
	size_t i, w;

	for (w = 0; w < WAYS; w++) {
		void *owner = talloc_new(NULL);
		struct directory *dir = directory_of(owner, ways[w]);

		for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
			struct person *person = NULL;
			char *reason = talloc_asprintf(owner, "\"reason\":\"%s\"", cases[i].reason);

			assert_int_equal(sign_in(owner, dir, cases[i].username, cases[i].password, &person),
			    FAIL_DENIED);
			assert_null(person);
			/* slapd answers 49 for both, and does not say that an entry has no password. */
			if (strstr(logged(), reason) == NULL && !(strcmp(cases[i].reason, "no-password-set") == 0
			    && strstr(logged(), "wrong-password") != NULL))
				fail_msg("%s: wanted %s in %s", cases[i].username, reason, logged());
			assert_null(strstr(logged(), "hemmelig"));
		}
		talloc_free(owner);
	}
	(void)state;
}

static void
injection_finds_nobody(void **state)
{
	static const char *const typed[] = {
		"*", "a*", "an?", "ane)(uid=*", "*)(uid=ane", "*)(|(objectClass=*", "ane)(|(uid=*",
		"ane))(&(uid=ane", "\\00", "ane\\00",
		"\\2a", "ane\\2a", "ane*", "(ane)", "ane)", "(&)", "|(uid=ane)", "ane,ou=people,dc=kommune,dc=dk",
		"ane\n", "a\tne",
		"ane\r\nuid: x", "\xe2\x80\xae" "ena", "an\xe2\x80\x8b" "e", "\xd0\xb0ne", "ane\xff", "\xc0\xaa",
		"ane\x01", "ldap:///??sub?(uid=*)",
		"%s", "%n%n%n%n", "${jndi:ldap://127.0.0.1/a}", "uid=*", "(uid=*)", "#", "\"ane\"", "'ane'",
		"ane'--", "../ane",
	};
	void *owner = talloc_new(NULL);
	size_t i, w;

	for (w = 0; w < WAYS; w++) {
		struct directory *dir = directory_of(owner, ways[w]);

		for (i = 0; i < sizeof typed / sizeof typed[0]; i++) {
			struct person *person = NULL;

			if (sign_in(owner, dir, typed[i], "hemmelig ærø 1", &person) != FAIL_DENIED || person != NULL)
				fail_msg("\"%s\" by %s: %s", typed[i], ways[w], logged());
		}
	}
	talloc_free(owner);
	(void)state;
}

static void
long_names_and_passwords_are_no_trouble(void **state)
{
	void *owner = talloc_new(NULL);
	struct directory *dir = directory_of(owner, "uris = $TEST_STARTTLS");
	char *name = talloc_zero_array(owner, char, 10 * 1024 + 1);
	char *password = talloc_zero_array(owner, char, 100 * 1024 + 1);
	struct person *person = NULL;

	memset(name, 'a', 10 * 1024);
	memset(password, 'p', 100 * 1024);
	assert_int_equal(sign_in(owner, dir, name, "x", &person), FAIL_DENIED);
	assert_int_equal(sign_in(owner, dir, "ane", password, &person), FAIL_DENIED);
	password[1024] = '\0';
	assert_int_equal(sign_in(owner, dir, "ane", password, &person), FAIL_DENIED);
	assert_non_null(strstr(logged(), "wrong-password"));
	talloc_free(owner);
	(void)state;
}

/* However it is typed, a name stands for one person, and that person has one name. */
static void
one_person_has_one_name(void **state)
{
	static const struct { const char *typed, *password, *uid; } cases[] = {
		{ "ANE", "hemmelig ærø 1", "ane" },
		{ "Ane", "hemmelig ærø 1", "ane" },
		{ " ane", "hemmelig ærø 1", "ane" },
		{ "ane ", "hemmelig ærø 1", "ane" },
		{ "SØREN", "hemmelig2", "søren" },
		{ "par(en*te\\s)", "hemmelig3", "par(en*te\\s)" },
	};
	void *owner = talloc_new(NULL);
	struct directory *dir = directory_of(owner, "uris = $TEST_LDAPS");
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct person *person = NULL;

		if (sign_in(owner, dir, cases[i].typed, cases[i].password, &person) != FAIL_NONE)
			fail_msg("%s: %s", cases[i].typed, logged());
		assert_string_equal(person->uid, cases[i].uid);
	}
	talloc_free(owner);
	(void)state;
}

static void
people_are_found_without_a_password(void **state)
{
	static const struct { const char *uid; enum fail want; const char *reason; } cases[] = {
		{ "ane", FAIL_NONE, "" },
		{ "søren", FAIL_NONE, "" },
		{ "nobody", FAIL_MISSING, "unknown" },
		{ "*", FAIL_MISSING, "unknown" },
		{ "disabled", FAIL_MISSING, "disabled" },
		{ "norole", FAIL_MISSING, "no-role" },
		{ "two", FAIL_MISSING, "another-name" },
		{ "twice", FAIL_BROKEN, "several people" },
		{ "ane", FAIL_NONE, "" },
	};
	size_t i, w;

	for (w = 0; w < WAYS; w++) {
		void *owner = talloc_new(NULL);
		struct directory *dir = directory_of(owner, ways[w]);

		for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
			struct person *person = NULL;

			assert_int_equal(find(owner, dir, cases[i].uid, &person), cases[i].want);
			assert_non_null(strstr(logged(), cases[i].reason));
			assert_true((person != NULL) == (cases[i].want == FAIL_NONE));
			if (person != NULL)
				assert_string_equal(person->roles[0], "caseworker");
		}
		talloc_free(owner);
	}
	(void)state;
}

/* Nobody may be thought gone because a search was made in the wrong place or without the right to see. */
static void
a_wrong_setting_removes_nobody(void **state)
{
	static const char *const lines[] = {
		"people-base = ou=nowhere,dc=kommune,dc=dk",
		"service-dn = uid=norole,ou=people,dc=kommune,dc=dk\nservice-password = hemmelig7",
		"service-password = wrong",
		"groups = search\ngroups-base = ou=nowhere,dc=kommune,dc=dk",
		"user-filter = (&(uid=%s)(x))",
		"groups = search\ngroup-filter = (&(member=%s)(y))",
	};
	void *owner = talloc_new(NULL);
	size_t i;

	for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		struct person *person = NULL;
		struct directory *dir = directory_of(owner,
		    talloc_asprintf(owner, "uris = $TEST_STARTTLS\n%s", lines[i]));
		if (find(owner, dir, "ane", &person) != FAIL_AWAY || person != NULL)
			fail_msg("%s: %s", lines[i], logged());
		assert_int_equal(sign_in(owner, dir, "ane", "hemmelig ærø 1", &person), FAIL_AWAY);
	}
	talloc_free(owner);
	(void)state;
}

static void
every_step_is_explained(void **state)
{
	static const char *const lines[] = {
		"ok    connect ldap://127.0.0.1:", ", StartTLS\n", "ok    bind service account",
		"ok    search people-base",
		"ok    search user: uid=ane,ou=people,dc=kommune,dc=dk\n", "ok    groups: cn=",
		"ok    roles: caseworker | nurse\n",
		"ok    department: health\n",
	};
	void *owner = talloc_new(NULL);
	struct directory *dir = directory_of(owner, "uris = $TEST_STARTTLS");
	bool ok = false;
	char *text = directory_explain(owner, dir, "ane", &ok);
	size_t i;

	assert_true(ok);
	for (i = 0; i < sizeof lines / sizeof lines[0]; i++)
		if (strstr(text, lines[i]) == NULL)
			fail_msg("wanted \"%s\" in\n%s", lines[i], text);
	assert_null(strstr(text, "FAULT"));
	assert_non_null(strstr(directory_explain(owner, dir, "nobody", &ok), "FAULT search user: nobody"));
	assert_false(ok);
	assert_non_null(strstr(directory_explain(owner, dir, "norole", &ok), "FAULT roles: none"));
	assert_false(ok);
	assert_non_null(strstr(directory_explain(owner, dir, "disabled", &ok), "FAULT disabled-filter: matches"));
	assert_null(strstr(directory_explain(owner, dir, NULL, &ok), "user"));
	assert_true(ok);
	talloc_free(owner);
	(void)state;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_right_password_signs_in),
		cmocka_unit_test(who_may_not_is_refused_for_a_reason),
		cmocka_unit_test(injection_finds_nobody),
		cmocka_unit_test(long_names_and_passwords_are_no_trouble),
		cmocka_unit_test(one_person_has_one_name),
		cmocka_unit_test(people_are_found_without_a_password),
		cmocka_unit_test(a_wrong_setting_removes_nobody),
		cmocka_unit_test(every_step_is_explained),
	};

	return cmocka_run_group_tests_name("sign-in", tests, NULL, NULL);
}
