/* sql/ against a real server: the socket's path is the only argument. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <talloc.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/date.h"
#include "sql/bytes.h"
#include "sql/day.h"
#include "sql/db.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

/* Last: its macro fail() would rename enum fail. */
#include <cmocka.h>

static const char *server;
static void *memory;

static struct db *
open_db(const char *hosts)
{
	char path[] = "/tmp/samspil-test-XXXXXX";
	struct conf *conf;
	struct db *db;
	FILE *file = fdopen(mkstemp(path), "w");

	fprintf(file, "[database]\nhosts = %s\nuser = root\nname = sql_test\nconnect-timeout = 1\nread-timeout = 4\n", hosts);
	fclose(file);
	assert_int_equal(conf_read(memory, path, &conf), FAIL_NONE);
	unlink(path);
	assert_int_equal(db_new(memory, conf, "test", &db), FAIL_NONE);
	return db;
}

static struct db *
ready_db(void)
{
	struct db *db = open_db(server);

	assert_int_equal(db_ready(db), FAIL_NONE);
	return db;
}

static int
set_up(void **state)
{
	struct db *db;

	(void)state;
	memory = talloc_new(NULL);
	db = ready_db();
	exec(db, "DELETE FROM thing", NO_ARGS);
	return db_commit(db) != FAIL_NONE;
}

static int
tear_down(void **state)
{
	(void)state;
	talloc_free(memory);
	return 0;
}

static void
rows_become_elements(void **state)
{
	struct db *db = ready_db();
	xmlDoc *doc = node_document("page", NODE_PAGE_NAMESPACE);
	xmlNode *row, *page = xmlDocGetRootElement(doc);

	(void)state;
	exec(db, "INSERT INTO thing (id, name, day, at, amount, note) VALUES (?, ?, ?, ?, ?, ?)",
	    ARGS(INT(7), TEXT("\xc3\x86 & <b>"), TEXT("2026-04-15"), TEXT("2026-04-15 08:30:00.250"), TEXT("37.50"), TEXT("a\nb")));
	exec(db, "INSERT INTO thing (id, name, note) VALUES (?, ?, ?)", ARGS(INT(8), TEXT("x"), TEXT("")));
	assert_int_equal(rows_add(db, page, "thing",
	    "SELECT id, name AS 'the-name', day, at, amount, note FROM thing ORDER BY id", NO_ARGS), 2);
	row = node_child(page, "thing");
	assert_string_equal(node_get(row, "id"), "7");
	assert_string_equal(node_get(row, "the-name"), "\xc3\x86 & <b>");
	assert_string_equal(node_get(row, "day"), "2026-04-15");
	assert_string_equal(node_get(row, "at"), "2026-04-15T08:30:00Z");
	assert_string_equal(node_get(row, "amount"), "37.50");
	assert_string_equal(node_text(node_child(row, "note")), "a\nb");
	row = node_next(row, "thing");
	assert_null(node_get(row, "day"));
	assert_null(node_child(row, "note"));
	assert_int_equal(db_failed(db), FAIL_NONE);
	xmlFreeDoc(doc);
}

static void
long_cells_are_whole_or_refused(void **state)
{
	struct db *db = ready_db();
	char *text = talloc_array(memory, char, ROWS_CELL_MAX + 2);
	const char *two[3];

	(void)state;
	memset(text, 'n', ROWS_CELL_MAX);
	text[ROWS_CELL_MAX] = '\0';
	exec(db, "INSERT INTO thing (id, name, note) VALUES (1, 'short', 'x'), (2, 'long', ?), (3, 'short', 'y')", ARGS(TEXT(text)));
	assert_string_equal(rows_text(db, memory, "SELECT note FROM thing WHERE id = 2", NO_ARGS), text);
	assert_string_equal(rows_text(db, memory, "SELECT GROUP_CONCAT(id ORDER BY note) FROM thing", NO_ARGS), "2,1,3");
	/* Two long cells in one row, at the first time that the statement meets any. */
	assert_int_equal(rows_one(db, memory, two, 3, "SELECT REPEAT('a', 10000), id, REPEAT('b', 9000) FROM thing WHERE id = 1", NO_ARGS), 1);
	assert_int_equal(strlen(two[0]), 10000);
	assert_string_equal(two[1], "1");
	assert_int_equal(strlen(two[2]), 9000);
	assert_int_equal(rows_one(db, memory, two, 3, "SELECT note, id, note FROM thing WHERE id = 2", NO_ARGS), 1);
	assert_string_equal(two[2], text);
	exec(db, "UPDATE thing SET note = CONCAT(note, 'n') WHERE id = 2", NO_ARGS);
	assert_null(rows_text(db, memory, "SELECT note FROM thing WHERE id = 2 AND 1 = 1", NO_ARGS));
	assert_int_equal(db_failed(db), FAIL_BROKEN);
}

struct gathered { unsigned char *bytes; size_t length, parts; };

static void
gather(void *user, const void *bytes, size_t length)
{
	struct gathered *to = user;

	memcpy(to->bytes + to->length, bytes, length);
	to->length += length;
	to->parts++;
}

static size_t
gather_raw(struct db *db, struct gathered *to)
{
	to->length = to->parts = 0;
	return bytes_each(db, "SELECT raw FROM thing ORDER BY id", NO_ARGS, gather, to);
}

/* Each value of a byte, and what is no UTF-8; several parts, one of them as large as may be, one empty, one NULL. */
static void
bytes_stay_as_they_are(void **state)
{
	static const char insert_sql[] = "INSERT INTO thing (id, name, raw) VALUES (?, 'part', ?)";
	struct gathered got = { talloc_array(memory, unsigned char, 2 * BYTES_PART_MAX), 0, 0 };
	unsigned char *sent = talloc_array(memory, unsigned char, BYTES_PART_MAX + 3);
	struct db *db = ready_db();
	size_t i;

	(void)state;
	for (i = 0; i < BYTES_PART_MAX + 3; i++)
		sent[i] = (unsigned char)(i * 7 + i / 256);
	exec(db, insert_sql, ARGS(INT(1), BYTES(sent, BYTES_PART_MAX)));
	exec(db, insert_sql, ARGS(INT(2), BYTES(sent + BYTES_PART_MAX, 3)));
	exec(db, insert_sql, ARGS(INT(3), BYTES("", 0)));
	exec(db, insert_sql, ARGS(INT(4), NOTHING));
	assert_int_equal(db_commit(db), FAIL_NONE);
	assert_int_equal(gather_raw(db, &got), 4);
	assert_int_equal(got.length, BYTES_PART_MAX + 3);
	assert_memory_equal(got.bytes, sent, got.length);
	/* And once more by the same statement, whose buffer has grown. */
	assert_int_equal(gather_raw(db, &got), 4);
	assert_memory_equal(got.bytes, sent, got.length);
	assert_int_equal(rows_int(db, 0, "SELECT COUNT(*) FROM thing WHERE raw IS NULL", NO_ARGS), 1);
}

static void
what_are_no_bytes_is_refused(void **state)
{
	struct gathered got = { talloc_array(memory, unsigned char, 2 * BYTES_PART_MAX), 0, 0 };
	struct db *db = ready_db();

	(void)state;
	exec(db, "INSERT INTO thing (id, name, raw) VALUES (1, 'long', REPEAT('x', ?))", ARGS(INT(BYTES_PART_MAX + 1)));
	assert_int_equal(db_commit(db), FAIL_NONE);
	assert_int_equal(gather_raw(db, &got), 0);
	assert_int_equal(db_failed(db), FAIL_BROKEN);
	assert_int_equal(got.parts, 0);
	db_rollback(db);
	assert_int_equal(db_ready(db), FAIL_NONE);
	assert_int_equal(bytes_each(db, "SELECT name FROM thing", NO_ARGS, gather, &got), 0);
	assert_int_equal(db_failed(db), FAIL_BROKEN);
	db_rollback(db);
	assert_int_equal(db_ready(db), FAIL_NONE);
	assert_int_equal(bytes_each(db, "SELECT raw FROM thing WHERE id = 7", NO_ARGS, gather, &got), 0);
	assert_int_equal(db_failed(db), FAIL_NONE);
}

static void
failures_stick(void **state)
{
	struct db *db = ready_db();

	(void)state;
	exec(db, "INSERT INTO thing (id, name) VALUES (?, ?)", ARGS(INT(1), TEXT("a")));
	exec(db, "INSERT INTO thing (id, name) VALUES (?, ?)", ARGS(INT(2), NOTHING));
	assert_int_equal(db_failed(db), FAIL_INPUT);
	exec(db, "INSERT INTO thing (id, name) VALUES (3, 'c')", NO_ARGS);
	assert_int_equal(db_commit(db), FAIL_INPUT);
	db_rollback(db);
	assert_int_equal(db_ready(db), FAIL_NONE);
	assert_int_equal(rows_int(db, -1, "SELECT COUNT(*) FROM thing", NO_ARGS), 0);
	assert_int_equal(rows_int(db, -1, "SELECT nonsense FROM thing", NO_ARGS), -1);
	assert_int_equal(db_failed(db), FAIL_BROKEN);
}

static void
wrong_arguments_are_refused(void **state)
{
	struct db *db = ready_db();
	const char *two[2];

	(void)state;
	exec(db, "INSERT INTO thing (id, name) VALUES (?, 'd')", NO_ARGS);
	assert_int_equal(db_failed(db), FAIL_BROKEN);
	db_ready(db);
	assert_int_equal(rows_one(db, memory, two, 2, "SELECT 1", NO_ARGS), 0);
	assert_int_equal(db_failed(db), FAIL_BROKEN);
}

static void
duplicates_can_be_expected(void **state)
{
	struct db *db = ready_db();
	static const char insert[] = "INSERT INTO thing (id, name) VALUES (?, ?)";

	(void)state;
	assert_int_equal(exec_unique(db, insert, ARGS(INT(1), TEXT("a"))), 1);
	assert_int_equal(exec_unique(db, insert, ARGS(INT(1), TEXT("b"))), -1);
	assert_int_equal(db_failed(db), FAIL_NONE);
	exec(db, insert, ARGS(INT(1), TEXT("b")));
	assert_int_equal(db_failed(db), FAIL_INPUT);
}

static void
many_rows_go_in_one_statement(void **state)
{
	struct db *db = ready_db();
	struct value rows[3 * 3] = { INT(1), TEXT("a"), TEXT("one"), INT(2), TEXT("b"), NOTHING, INT(3), TEXT("\xc3\xa5"), TEXT("three") };

	(void)state;
	assert_int_equal(exec_rows(db, "INSERT INTO thing (id, name, note) VALUES (?, ?, ?)", rows, 3, 3), 3);
	assert_string_equal(rows_text(db, memory, "SELECT GROUP_CONCAT(id, name, COALESCE(note, '-') ORDER BY id) FROM thing", NO_ARGS),
	    "1aone,2b-,3\xc3\xa5three");
	assert_int_equal(exec_rows(db, "INSERT INTO thing (id, name, note) VALUES (?, ?, ?)", rows, 3, 0), 0);
	assert_int_equal(db_failed(db), FAIL_NONE);
}

static void
a_lost_race_is_told(void **state)
{
	struct db *a = ready_db(), *b = ready_db();

	(void)state;
	exec(a, "INSERT INTO thing (id, name) VALUES (1, 'a')", NO_ARGS);
	assert_int_equal(db_commit(a), FAIL_NONE);
	assert_int_equal(rows_int(a, 0, "SELECT id FROM thing", NO_ARGS), 1);
	exec(b, "UPDATE thing SET name = 'b' WHERE id = 1", NO_ARGS);
	assert_int_equal(db_commit(b), FAIL_NONE);
	exec(a, "UPDATE thing SET name = CONCAT(name, '+') WHERE id = 1", NO_ARGS);
	assert_int_equal(db_failed(a), FAIL_BUSY);
	db_rollback(a);
	assert_int_equal(db_ready(a), FAIL_NONE);
	exec(a, "UPDATE thing SET name = CONCAT(name, '+') WHERE id = 1", NO_ARGS);
	assert_int_equal(db_commit(a), FAIL_NONE);
	assert_string_equal(rows_text(a, memory, "SELECT name FROM thing", NO_ARGS), "b+");
}

static void
a_dead_connection_is_opened_anew(void **state)
{
	struct db *a = ready_db(), *b = ready_db();
	long long id = rows_int(a, 0, "SELECT CONNECTION_ID()", NO_ARGS);

	(void)state;
	exec(a, "INSERT INTO thing (id, name) VALUES (1, 'half')", NO_ARGS);
	exec(b, "KILL ?", ARGS(INT(id)));
	exec(a, "INSERT INTO thing (id, name) VALUES (2, 'done')", NO_ARGS);
	assert_int_equal(db_failed(a), FAIL_AWAY);
	assert_int_equal(db_commit(a), FAIL_AWAY);
	db_rollback(a);
	assert_int_equal(db_ready(a), FAIL_NONE);
	assert_int_equal(rows_int(a, -1, "SELECT COUNT(*) FROM thing", NO_ARGS), 0);
	assert_int_not_equal(rows_int(a, 0, "SELECT CONNECTION_ID()", NO_ARGS), id);
}

/* A host that accepts and never says a word. */
static int
silent_host(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	unlink(path);
	snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
	assert_int_equal(listen(fd, 8), 0);
	return fd;
}

static void
hosts_that_refuse_or_hang_are_passed_over(void **state)
{
	char *silent = talloc_asprintf(memory, "/tmp/samspil-silent-%d.sock", (int)getpid());
	struct db *db = open_db(talloc_asprintf(memory, "/nonexistent/sql.sock, %s %s", silent, server));
	int fd = silent_host(silent);
	struct timespec before, after;

	(void)state;
	clock_gettime(CLOCK_MONOTONIC, &before);
	assert_int_equal(db_ready(db), FAIL_NONE);
	clock_gettime(CLOCK_MONOTONIC, &after);
	assert_true(after.tv_sec - before.tv_sec <= 10);
	assert_string_equal(db_host(db), server);
	/* The host that answered is asked first from now on. */
	db_close(db);
	clock_gettime(CLOCK_MONOTONIC, &before);
	assert_int_equal(db_ready(db), FAIL_NONE);
	clock_gettime(CLOCK_MONOTONIC, &after);
	assert_true(after.tv_sec - before.tv_sec <= 1);
	db = open_db(silent);
	assert_int_equal(db_ready(db), FAIL_AWAY);
	assert_int_equal(db_failed(db), FAIL_AWAY);
	close(fd);
	unlink(silent);
}

static void
a_server_set_wrongly_is_refused(void **state)
{
	struct db *db = ready_db(), *other = open_db(server);
	char *wrong;

	(void)state;
	exec_text(db, "SET GLOBAL sync_binlog = 0, GLOBAL innodb_flush_log_at_trx_commit = 2");
	assert_int_equal(db_failed(db), FAIL_NONE);
	wrong = db_settings_wrong(memory, db);
	assert_non_null(strstr(wrong, "sync_binlog is 0, must be 1\n"));
	assert_non_null(strstr(wrong, "innodb_flush_log_at_trx_commit is 2, must be 1\n"));
	assert_null(strstr(wrong, "secure_timestamp"));
	assert_int_equal(db_ready(other), FAIL_BROKEN);
	exec_text(db, "SET GLOBAL sync_binlog = 1, GLOBAL innodb_flush_log_at_trx_commit = 1");
	assert_int_equal(db_ready(other), FAIL_NONE);
}

/* A statement that takes too long fails while its rows are read: the server has answered already, with its columns. */
static void
a_statement_that_takes_too_long_is_known(void **state)
{
	struct db *db = ready_db();

	(void)state;
	exec_text(db, "SET SESSION max_statement_time = 0.2");
	assert_int_equal(rows_int(db, -1, "SELECT SUM(a.seq * b.seq % 7) FROM seq_1_to_100000 a, seq_1_to_100000 b GROUP BY a.seq % 3", NO_ARGS), -1);
	assert_int_equal(db_failed(db), FAIL_BUSY);
	assert_int_equal(db_error_number(db), 1969);
	db_rollback(db);
	assert_int_equal(db_ready(db), FAIL_NONE);
	assert_int_equal(rows_int(db, -1, "SELECT 7", NO_ARGS), 7);
}

/* Many short ones have a deadline together; none begins after it, and the connection can be used again without one. */
static void
statements_have_a_deadline_together(void **state)
{
	struct db *db = ready_db();
	int done = 0;

	(void)state;
	db_deadline(db, clock_us() + 300000);
	while (done < 10 && rows_int(db, -1, "SELECT SLEEP(0.1)", NO_ARGS) == 0)
		done++;
	assert_in_range(done, 0, 3);
	assert_int_equal(db_failed(db), FAIL_BUSY);
	assert_int_equal(db_error_number(db), 1969);
	db_rollback(db);
	assert_int_equal(db_ready(db), FAIL_NONE);
	assert_int_equal(rows_int(db, -1, "SELECT 7", NO_ARGS), -1);
	db_deadline(db, 0);
	assert_int_equal(db_ready(db), FAIL_NONE);
	exec_text(db, "SET SESSION max_statement_time = 10");
	assert_int_equal(rows_int(db, -1, "SELECT 7", NO_ARGS), 7);
}

static void
the_past_can_be_seen(void **state)
{
	struct db *db = ready_db(), *then;
	const char *moment;

	(void)state;
	exec(db, "INSERT INTO thing (id, name) VALUES (1, 'before')", NO_ARGS);
	assert_int_equal(db_commit(db), FAIL_NONE);
	moment = rows_text(db, memory, "SELECT CAST(NOW(6) AS CHAR(26))", NO_ARGS);
	exec(db, "UPDATE thing SET name = 'after' WHERE id = 1", NO_ARGS);
	assert_int_equal(db_commit(db), FAIL_NONE);
	then = db_as_of(memory, db, moment);
	assert_int_equal(db_failed(then), FAIL_NONE);
	assert_string_equal(rows_text(then, memory, "SELECT name FROM thing", NO_ARGS), "before");
	assert_string_equal(rows_text(db, memory, "SELECT name FROM thing", NO_ARGS), "after");
}

/* More statements than are kept: the oldest are dropped, none is mixed up. */
static void
many_statements_are_kept_apart(void **state)
{
	struct db *db = ready_db();
	int i;

	(void)state;
	for (i = 0; i < 700; i++) {
		const char *sql = talloc_asprintf(memory, "SELECT %d", i);

		assert_int_equal(rows_int(db, -1, sql, NO_ARGS), i);
		assert_int_equal(rows_int(db, -1, sql, NO_ARGS), i);
	}
}

/* What happened just after midnight in Denmark is of the new day, in winter, in summer and where the clocks change. */
static void
moments_are_of_their_danish_day(void **state)
{
	static const char *const moments[] = { "2026-01-14 22:59:59", "2026-01-14 23:00:00", "2026-01-14 23:30:00", "2026-04-14 21:59:59", "2026-04-14 22:30:00",
		"2026-03-28 23:30:00", "2026-03-29 00:59:59", "2026-03-29 21:59:59", "2026-03-29 22:00:00", "2026-10-24 22:30:00", "2026-10-25 00:59:59",
		"2026-10-25 22:59:59", "2026-10-25 23:00:00", "2024-03-31 22:30:00", "2024-03-30 23:10:00", "2024-10-26 22:00:00", "2024-10-27 22:00:00",
		"2021-10-31 22:30:00", "2025-12-31 23:00:00", "2024-02-28 23:30:00", "2019-03-31 22:00:00", "2020-10-24 22:59:59" };
	struct db *db = ready_db();
	size_t i;

	(void)state;
	exec(db, "INSERT INTO thing (id, name) VALUES (1, 'x')", NO_ARGS);
	assert_null(rows_text(db, memory, "SELECT " DANISH_DAY("at") " FROM thing", NO_ARGS));
	for (i = 0; i < sizeof moments / sizeof moments[0]; i++) {
		struct date day;
		char hhmm[6];

		assert_true(date_local(moments[i], &day, hhmm));
		exec(db, "UPDATE thing SET at = ?", ARGS(TEXT(moments[i])));
		assert_string_equal(rows_text(db, memory, "SELECT " DANISH_DAY("at") " FROM thing", NO_ARGS), day.iso);
		assert_string_equal(rows_text(db, memory, "SELECT " DANISH_DAY("MAX(at)") " FROM thing", NO_ARGS), day.iso);
	}
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(rows_become_elements, set_up, tear_down),
		cmocka_unit_test_setup_teardown(long_cells_are_whole_or_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(bytes_stay_as_they_are, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_are_no_bytes_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(failures_stick, set_up, tear_down),
		cmocka_unit_test_setup_teardown(wrong_arguments_are_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(duplicates_can_be_expected, set_up, tear_down),
		cmocka_unit_test_setup_teardown(many_rows_go_in_one_statement, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_lost_race_is_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_dead_connection_is_opened_anew, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hosts_that_refuse_or_hang_are_passed_over, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_server_set_wrongly_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(statements_have_a_deadline_together, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_statement_that_takes_too_long_is_known, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_past_can_be_seen, set_up, tear_down),
		cmocka_unit_test_setup_teardown(many_statements_are_kept_apart, set_up, tear_down),
		cmocka_unit_test_setup_teardown(moments_are_of_their_danish_day, set_up, tear_down),
	};

	if (argc != 2)
		return 2;
	server = argv[1];
	node_start();
	date_start();
	return cmocka_run_group_tests_name("sql", tests, NULL, NULL);
}
