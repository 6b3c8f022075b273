/* Messages between a worker and its renderer: what comes is never trusted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <talloc.h>
#include <unistd.h>

#include "base/clock.h"
#include "xml/gate/finding.h"
#include "xml/render/wire.h"

#include <cmocka.h>

enum { SOON_MS = 300 };

static int pair[2];

static int
open_pair(void **state)
{
	*state = talloc_new(NULL);
	return socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
}

static int
close_pair(void **state)
{
	talloc_free(*state);
	close(pair[0]);
	close(pair[1]);
	return 0;
}

static void
what_is_put_is_got(void **state)
{
	struct wire out, in;
	size_t length;
	const char *bytes;

	wire_begin(&out, *state, 'R');
	wire_put_text(&out, "æ");
	wire_put_text(&out, NULL);
	wire_put_text(&out, "");
	wire_put_int(&out, -7);
	wire_put(&out, "a\0b", 3);
	assert_int_equal(wire_send(pair[0], &out, clock_ms() + SOON_MS), WIRE_DONE);
	assert_int_equal(wire_receive(*state, pair[1], clock_ms() + SOON_MS, &in), WIRE_DONE);
	assert_int_equal(wire_kind(&in), 'R');
	assert_string_equal(wire_get_text(&in), "æ");
	assert_null(wire_get_text(&in));
	assert_string_equal(wire_get_text(&in), "");
	assert_int_equal(wire_get_int(&in), -7);
	bytes = wire_get(&in, &length);
	assert_int_equal(length, 3);
	assert_memory_equal(bytes, "a\0b", 4);
	assert_false(in.bad);
	assert_string_equal(wire_get_text(&in), "");
	assert_true(in.bad);
}

/* A length, then what a malicious renderer might say. */
static void
bad_messages_are_noticed(void **state)
{
	static const struct { const char *name, *bytes; size_t length; } cases[] = {
		{ "a field longer than the message", "H\xff\0\0\0abc", 8 },
		{ "a field without its end", "H\x03\0\0\0abc", 8 },
		{ "half a length", "H\x03\0", 3 },
		{ "the longest length", "H\xfe\xff\xff\xff", 5 },
	};
	struct wire in;
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		uint32_t length = (uint32_t)cases[i].length;

		assert_int_equal(write(pair[0], &length, sizeof length), sizeof length);
		assert_int_equal(write(pair[0], cases[i].bytes, cases[i].length), cases[i].length);
		assert_int_equal(wire_receive(*state, pair[1], clock_ms() + SOON_MS, &in), WIRE_DONE);
		assert_int_equal(wire_kind(&in), 'H');
		assert_string_equal(wire_get_text(&in), "");
		if (!in.bad)
			fail_msg("%s was believed", cases[i].name);
	}
}

static void
lengths_out_of_bounds_are_refused(void **state)
{
	static const uint32_t lengths[] = { 0, WIRE_MAX + 1, UINT32_MAX };
	struct wire in;
	size_t i;

	for (i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
		assert_int_equal(write(pair[0], &lengths[i], sizeof lengths[i]), sizeof lengths[i]);
		assert_int_equal(wire_receive(*state, pair[1], clock_ms() + SOON_MS, &in), WIRE_BAD);
		assert_int_equal(wire_kind(&in), '\0');
	}
}

static void
too_much_is_not_sent(void **state)
{
	char *much = talloc_zero_size(*state, WIRE_MAX);
	struct wire out;

	wire_begin(&out, *state, 'R');
	wire_put(&out, much, WIRE_MAX);
	assert_true(out.bad);
	assert_int_equal(wire_send(pair[0], &out, clock_ms() + SOON_MS), WIRE_BAD);
	wire_begin(&out, *state, 'R');
	wire_put(&out, much, WIRE_MAX / 2);
	wire_put(&out, much, WIRE_MAX / 2);
	assert_true(out.bad);
}

static void
silence_and_an_end_are_told_apart(void **state)
{
	struct wire in;

	assert_int_equal(wire_receive(*state, pair[1], clock_ms() + 20, &in), WIRE_LATE);
	assert_int_equal(write(pair[0], "\x05\0\0", 3), 3);
	assert_int_equal(wire_receive(*state, pair[1], clock_ms() + 20, &in), WIRE_LATE);
	shutdown(pair[0], SHUT_RDWR);
	assert_int_equal(wire_receive(*state, pair[1], clock_ms() + SOON_MS, &in), WIRE_CLOSED);
}

/* Nobody reads: the sender does not wait longer than it may. */
static void
a_full_socket_is_late(void **state)
{
	struct wire out;

	wire_begin(&out, *state, 'R');
	wire_put(&out, talloc_zero_size(*state, WIRE_MAX / 2), WIRE_MAX / 2);
	assert_int_equal(wire_send(pair[0], &out, clock_ms() + 20), WIRE_LATE);
}

static void
findings_are_kept_once_and_sorted(void **state)
{
	static const struct finding told[] = {
		{ .key = "fails", .page = "plan-overview" }, { .line = 7, .column = 2, .key = "b" }, { .line = 7, .column = 1, .key = "a" },
		{ .line = 7, .column = 1, .key = "a", .page = "plan-plan" }, { .line = 2, .key = "c", .refuses = true },
	};
	struct findings findings = { .owner = *state };
	size_t i;

	for (i = 0; i < 4; i++)
		findings_add(&findings, &told[i]);
	assert_int_equal(findings.count, 3);
	assert_false(findings_refuse(&findings));
	findings_add(&findings, &told[4]);
	assert_true(findings_refuse(&findings));
	findings_sort(&findings);
	assert_string_equal(findings.list[0].key, "c");
	assert_string_equal(findings.list[1].key, "a");
	assert_string_equal(findings.list[2].key, "b");
	assert_string_equal(findings.list[3].key, "fails");
}

/* Whatever does not fit any more still refuses. */
static void
more_findings_than_fit_refuse_all_the_same(void **state)
{
	struct findings findings = { .owner = *state };
	int i;

	for (i = 1; i <= FINDINGS_MAX + 5; i++)
		findings_add(&findings, &(struct finding){ .line = i, .key = "x" });
	assert_int_equal(findings.count, FINDINGS_MAX);
	assert_false(findings_refuse(&findings));
	findings_add(&findings, &(struct finding){ .line = 9999, .key = "x", .refuses = true });
	assert_int_equal(findings.count, FINDINGS_MAX);
	assert_true(findings_refuse(&findings));
}

static void
long_texts_are_cut_where_a_character_ends(void **state)
{
	struct findings findings = { .owner = *state };
	char name[FINDING_TEXT_MAX * 2 + 2];
	size_t i;

	name[0] = 'x';
	for (i = 1; i + 1 < sizeof name; i += 2)
		memcpy(name + i, "å", 2);
	name[sizeof name - 1] = '\0';
	findings_add(&findings, &(struct finding){ .key = "x", .name = name });
	assert_int_equal(strlen(findings.list[0].name), FINDING_TEXT_MAX - 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_put_is_got, open_pair, close_pair),
		cmocka_unit_test_setup_teardown(bad_messages_are_noticed, open_pair, close_pair),
		cmocka_unit_test_setup_teardown(lengths_out_of_bounds_are_refused, open_pair, close_pair),
		cmocka_unit_test_setup_teardown(too_much_is_not_sent, open_pair, close_pair),
		cmocka_unit_test_setup_teardown(silence_and_an_end_are_told_apart, open_pair, close_pair),
		cmocka_unit_test_setup_teardown(a_full_socket_is_late, open_pair, close_pair),
		cmocka_unit_test_setup_teardown(findings_are_kept_once_and_sorted, open_pair, close_pair),
		cmocka_unit_test_setup_teardown(more_findings_than_fit_refuse_all_the_same, open_pair, close_pair),
		cmocka_unit_test_setup_teardown(long_texts_are_cut_where_a_character_ends, open_pair, close_pair),
	};

	return cmocka_run_group_tests_name("wire", tests, NULL, NULL);
}
