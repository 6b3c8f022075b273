/* Servers that refuse, hang, lie or have the wrong certificate: nobody signs in by it, and nobody waits long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>
#include <talloc.h>

#include "fake.h"
#include "helper.h"

enum { PERSON_WAITS_MS = 5000, TICK_MS = 400 };

static void
set_port(const char *name, const struct fake *fake)
{
	char port[8];

	snprintf(port, sizeof port, "%d", fake_port(fake));
	setenv(name, port, 1);
}

static struct directory *
directory_at(const void *owner, const struct fake *fake)
{
	return directory_of(owner, talloc_asprintf(owner, "uris = ldap://127.0.0.1:%d\nstart-tls = no\ndisabled-filter = (x=y)\ntimeout = 1",
	    fake_port(fake)));
}

static void
each_fault_is_away_in_time(void **state)
{
	static const struct { enum fake_way way; long long at_most_ms; } cases[] = {
		{ FAKE_SILENT, 1000 }, { FAKE_SLOW, 1000 }, { FAKE_RESET, 0 }, { FAKE_GARBAGE, 1000 }, { FAKE_BUSY, 0 },
		{ FAKE_UNAVAILABLE, 0 }, { FAKE_PARTIAL, 0 }, { FAKE_HANGS_UP, 0 },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		void *owner = talloc_new(NULL);
		struct fake *fake = fake_start(cases[i].way);
		struct directory *dir = directory_at(owner, fake);
		struct person *person = NULL;

		if (sign_in(owner, dir, "ane", "right", &person) != FAIL_AWAY || person != NULL)
			fail_msg("fault %d: %s", cases[i].way, logged());
		assert_in_range(took_ms(), 0, cases[i].at_most_ms + TICK_MS);
		assert_non_null(strstr(logged(), "directory-away"));
		assert_null(strstr(logged(), "right"));
		/* Who hangs up on a person's bind only, may still be asked who is there. */
		assert_int_equal(find(owner, dir, "ane", &person),
		    cases[i].way == FAKE_HANGS_UP ? FAIL_NONE : FAIL_AWAY);
		talloc_free(owner);
		fake_stop(fake);
	}
	(void)state;
}

/* On one port a server is silent, on the other nobody listens. */
static void
the_next_server_answers(void **state)
{
	static const char *const lines[] = {
		"uris = ldap://127.0.0.1:$TEST_DEAD $TEST_STARTTLS",
		"uris = ldaps://127.0.0.1:$TEST_DEAD $TEST_STARTTLS",
		"uris = ldaps://127.0.0.1:$TEST_DEAD $TEST_LDAPS",
		"uris = ldap://127.0.0.1:$TEST_SILENT $TEST_STARTTLS",
		"uris = ldaps://127.0.0.1:$TEST_SILENT $TEST_STARTTLS",
		"uris = ldaps://127.0.0.1:$TEST_SILENT $TEST_LDAPS",
		"uris = ldap://127.0.0.1:$TEST_SILENT ldaps://127.0.0.1:$TEST_DEAD $TEST_LDAPS",
		"uris = ldap://no.such.host.invalid $TEST_STARTTLS",
	};
	struct fake *silent = fake_start(FAKE_SILENT), *dead = fake_start(FAKE_SILENT);
	size_t i;

	set_port("TEST_SILENT", silent);
	set_port("TEST_DEAD", dead);
	fake_stop(dead);
	for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		void *owner = talloc_new(NULL);
		struct directory *dir = directory_of(owner, talloc_asprintf(owner, "%s\ntimeout = 1", lines[i]));
		struct person *person = NULL;

		if (sign_in(owner, dir, "ane", "hemmelig ærø 1", &person) != FAIL_NONE)
			fail_msg("%s: %s", lines[i], logged());
		assert_string_equal(person->uid, "ane");
		assert_in_range(took_ms(), 0, PERSON_WAITS_MS);
		/* The one that did not answer is tried last for a while: the second person does not wait. */
		assert_int_equal(sign_in(owner, dir, "ane", "hemmelig ærø 1", &person), FAIL_NONE);
		assert_in_range(took_ms(), 0, TICK_MS);
		talloc_free(owner);
	}
	fake_stop(silent);
	(void)state;
}

static void
all_silent_is_said_in_time(void **state)
{
	struct fake *silent = fake_start(FAKE_SILENT);
	void *owner = talloc_new(NULL);
	struct person *person = NULL;
	clock_t before = clock();
	struct directory *dir;

	set_port("TEST_SILENT", silent);
	dir = directory_of(owner, "uris = ldap://127.0.0.1:$TEST_SILENT ldaps://127.0.0.1:$TEST_SILENT"
	    " ldap://127.0.0.1:$TEST_SILENT ldaps://127.0.0.1:$TEST_SILENT");
	assert_int_equal(sign_in(owner, dir, "ane", "hemmelig ærø 1", &person), FAIL_AWAY);
	assert_in_range(took_ms(), 0, PERSON_WAITS_MS);
	/* libldap spins while it waits for a silent TLS server, if it is let. */
	assert_in_range((clock() - before) * 1000 / CLOCKS_PER_SEC, 0, 1000);
	assert_int_equal(directory_check(dir), FAIL_AWAY);
	talloc_free(owner);
	fake_stop(silent);
	(void)state;
}

static void
no_password_crosses_in_the_clear(void **state)
{
	static const char *const lines[] = {
		"uris = $TEST_STARTTLS\nca-file = $TEST_DIR/other.crt",		/* another authority, StartTLS */
		"uris = $TEST_LDAPS\nca-file = $TEST_DIR/other.crt",		/* and ldaps */
		"uris = $TEST_PLAIN",						/* a server without TLS: StartTLS is refused */
		"uris = $TEST_STARTTLS\nstart-tls = no",				/* a server that demands TLS */
	};
	void *owner = talloc_new(NULL);
	size_t i;

	for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		struct directory *dir = directory_of(owner, lines[i]);
		struct person *person = NULL;

		if (sign_in(owner, dir, "ane", "hemmelig ærø 1", &person) != FAIL_AWAY || person != NULL)
			fail_msg("%s: %s", lines[i], logged());
	}
	talloc_free(owner);
	(void)state;
}

/* The certificate is for 127.0.0.1; the same server under another name is another server. */
static void
the_certificates_name_counts(void **state)
{
	void *owner = talloc_new(NULL);
	const char *port = strrchr(getenv("TEST_LDAPS"), ':');
	struct directory *dir = directory_of(owner, talloc_asprintf(owner,
	    "uris = ldaps://127.0.0.2%s ldaps://localhost%s", port, port));
	struct person *person = NULL;

	assert_int_equal(sign_in(owner, dir, "ane", "hemmelig ærø 1", &person), FAIL_AWAY);
	assert_null(person);
	talloc_free(owner);
	(void)state;
}

static void
who_the_server_takes_one_for_counts(void **state)
{
	static const struct { enum fake_way way; enum fail want; const char *reason; } cases[] = {
		{ FAKE_HONEST, FAIL_NONE, "" },
		{ FAKE_NO_WHOAMI, FAIL_NONE, "" },
		{ FAKE_WINDOWS_NAME, FAIL_NONE, "" },
		{ FAKE_REFERRALS, FAIL_NONE, "" },
		{ FAKE_RANGE, FAIL_BROKEN, "more groups than the server tells" },
		{ FAKE_NOBODY, FAIL_DENIED, "\"reason\":\"not-the-entry\"" },
		{ FAKE_ANOTHER, FAIL_DENIED, "\"reason\":\"not-the-entry\"" },
		{ FAKE_AD_LOCKED, FAIL_DENIED, "\"reason\":\"locked\"" },
	};
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		void *owner = talloc_new(NULL);
		struct fake *fake = fake_start(cases[i].way);
		struct directory *dir = directory_at(owner, fake);
		struct person *person = NULL;

		if (sign_in(owner, dir, "ane", "right", &person) != cases[i].want
		    || strstr(logged(), cases[i].reason) == NULL)
			fail_msg("way %d: %s", cases[i].way, logged());
		assert_true((person != NULL) == (cases[i].want == FAIL_NONE));
		talloc_free(owner);
		fake_stop(fake);
	}
	(void)state;
}

/* An answer's time tells who exists only if the steps differ: they are the same, to the letter. */
static void
every_name_costs_the_same_steps(void **state)
{
	static const struct { const char *username, *password; } cases[] = {
		{ "ane", "right" }, { "ane", "wrong" }, { "nobody", "right" }, { "*", "x" },
	};
	static const char *const groups[] = { "groups = memberof", "groups = search" };
	void *owner = talloc_new(NULL);
	struct fake *fake = fake_start(FAKE_HONEST);
	size_t i, g;

	for (g = 0; g < 2; g++) {
		struct directory *dir = directory_of(owner, talloc_asprintf(owner,
		    "uris = ldap://127.0.0.1:%d\nstart-tls = no\ndisabled-filter = (x=y)\n%s",
		    fake_port(fake), groups[g]));

		for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
			struct person *person = NULL;

			fake_forget(fake);
			sign_in(owner, dir, cases[i].username, cases[i].password, &person);
			assert_memory_equal(fake_requests(fake), g == 0 ? "bssbx" : "bsssbx", g == 0 ? 5 : 6);
		}
	}
	talloc_free(owner);
	fake_stop(fake);
	(void)state;
}

static void
an_empty_password_reaches_no_server(void **state)
{
	void *owner = talloc_new(NULL);
	struct fake *fake = fake_start(FAKE_NOBODY);
	struct directory *dir = directory_at(owner, fake);
	struct person *person = NULL;

	assert_int_equal(sign_in(owner, dir, "ane", "", &person), FAIL_DENIED);
	assert_null(person);
	assert_int_equal(fake_connections(fake), 0);
	talloc_free(owner);
	fake_stop(fake);
	(void)state;
}

static void
finding_many_takes_one_connection(void **state)
{
	void *owner = talloc_new(NULL);
	struct fake *fake = fake_start(FAKE_HONEST);
	struct directory *dir = directory_at(owner, fake);
	struct person *person = NULL;
	int i;

	for (i = 0; i < 50; i++)
		assert_int_equal(find(owner, dir, "ane", &person), FAIL_NONE);
	assert_int_equal(fake_connections(fake), 1);
	talloc_free(owner);
	fake_stop(fake);
	(void)state;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_fault_is_away_in_time),
		cmocka_unit_test(the_next_server_answers),
		cmocka_unit_test(all_silent_is_said_in_time),
		cmocka_unit_test(no_password_crosses_in_the_clear),
		cmocka_unit_test(the_certificates_name_counts),
		cmocka_unit_test(who_the_server_takes_one_for_counts),
		cmocka_unit_test(every_name_costs_the_same_steps),
		cmocka_unit_test(an_empty_password_reaches_no_server),
		cmocka_unit_test(finding_many_takes_one_connection),
	};

	return cmocka_run_group_tests_name("outage", tests, NULL, NULL);
}
