/* domain/stylesheet.c against a real server with the schema: the socket's path and the database's name are the arguments. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <talloc.h>
#include <unistd.h>

#include "domain/stylesheet.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"
#include "xml/renderer.h"

/* Last: its macro fail() would rename enum fail. */
#include <cmocka.h>

#define DONE	STYLESHEET_DONE

static const char *server, *name;
static void *memory;
static struct db *db;

static struct db *
open_db(void)
{
	char path[] = "/tmp/samspil-test-XXXXXX";
	struct conf *conf;
	struct db *out;
	FILE *file = fdopen(mkstemp(path), "w");

	fprintf(file, "[database]\nhosts = %s\nuser = root\nname = %s\nconnect-timeout = 2\nread-timeout = 9\n", server, name);
	fclose(file);
	assert_int_equal(conf_read(memory, path, &conf), FAIL_NONE);
	unlink(path);
	assert_int_equal(db_new(memory, conf, "test", &out), FAIL_NONE);
	assert_int_equal(db_ready(out), FAIL_NONE);
	return out;
}

static void
commit(void)
{
	assert_int_equal(db_commit(db), FAIL_NONE);
}

static int
set_up(void **state)
{
	(void)state;
	memory = talloc_new(NULL);
	db = open_db();
	exec(db, "UPDATE stylesheet_view SET active_id = NULL", NO_ARGS);
	exec(db, "DELETE FROM stylesheet_use", NO_ARGS);
	exec(db, "DELETE FROM stylesheet_failure", NO_ARGS);
	exec(db, "DELETE FROM stylesheet_view", NO_ARGS);
	exec(db, "DELETE FROM stylesheet_version", NO_ARGS);
	exec(db, "DELETE FROM department_look", NO_ARGS);
	exec(db, "INSERT IGNORE INTO department (id, name) VALUES ('health', 'Health'), ('jobs', 'Jobs')", NO_ARGS);
	return db_commit(db) != FAIL_NONE;
}

static int
tear_down(void **state)
{
	(void)state;
	talloc_free(memory);
	return 0;
}

/* A draft of health's plan by anna that is asked for; its id.  Its revision is 1. */
static long long
asked(const char *sheet)
{
	long long id = stylesheet_draft(db, "health", "plan", "anna", sheet, "why");

	assert_true(id > 0);
	assert_int_equal(stylesheet_ask(db, id, 1, "anna"), DONE);
	commit();
	return id;
}

static long long
activated(const char *sheet)
{
	long long id = asked(sheet);

	assert_int_equal(stylesheet_activate(db, id, 1, "bo"), DONE);
	commit();
	return id;
}

static long long
active(void)
{
	struct stylesheet_version version;

	return stylesheet_active(db, memory, "health", "plan", &version) ? version.id : 0;
}

static enum stylesheet_step
back(void)
{
	enum stylesheet_step step = stylesheet_roll_back(db, "health", "plan", active(), "bo", "it was better before");

	commit();
	return step;
}

static void
take_out(long long id)
{
	assert_true(stylesheet_take_out(db, id, "runtime error"));
	commit();
}

static void
a_draft_is_what_was_given(void **state)
{
	struct stylesheet_version v;
	long long id = stylesheet_draft(db, "health", "plan", "anna", "<x>\xc3\xa6</x>\n", "an extra column");

	(void)state;
	commit();
	assert_true(stylesheet_find(db, memory, id, &v));
	assert_int_equal(v.id, id);
	assert_int_equal(v.number, 1);
	assert_int_equal(v.revision, 1);
	assert_string_equal(v.department, "health");
	assert_string_equal(v.program, "plan");
	assert_string_equal(v.state, "draft");
	assert_string_equal(v.sheet, "<x>\xc3\xa6</x>\n");
	assert_string_equal(v.reason, "an extra column");
	assert_string_equal(v.created_by, "anna");
	assert_string_equal(v.changed_by, "anna");
	assert_non_null(v.changed_at);
	assert_null(v.asked_by);
	assert_null(v.asked_at);
	assert_null(v.activated_by);
	assert_null(v.retired_at);
	assert_false(stylesheet_find(db, memory, id + 1, &v));
	assert_false(stylesheet_active(db, memory, "health", "plan", &v));
	assert_true(stylesheet_draft_of(db, memory, "health", "plan", "anna", &v));
	assert_false(stylesheet_draft_of(db, memory, "health", "plan", "ann", &v));
	assert_false(stylesheet_draft_of(db, memory, "jobs", "plan", "anna", &v));
	assert_int_equal(db_failed(db), FAIL_NONE);
}

static void
each_has_one_draft_and_numbers_run_on(void **state)
{
	struct stylesheet_version v;
	long long anna = stylesheet_draft(db, "health", "plan", "anna", "a", "w");

	(void)state;
	assert_int_equal(stylesheet_draft(db, "health", "plan", "anna", "other", "w"), anna);
	assert_true(stylesheet_find(db, memory, anna, &v));
	assert_string_equal(v.sheet, "a");
	assert_true(stylesheet_find(db, memory, stylesheet_draft(db, "health", "plan", "bo", "b", "w"), &v));
	assert_int_equal(v.number, 2);
	assert_true(stylesheet_find(db, memory, stylesheet_draft(db, "health", "triage", "anna", "b", "w"), &v));
	assert_int_equal(v.number, 1);
	assert_true(stylesheet_find(db, memory, stylesheet_draft(db, "jobs", "plan", "anna", "b", "w"), &v));
	assert_int_equal(v.number, 1);
	commit();
}

static void
a_view_begins_with_the_departments_settings(void **state)
{
	(void)state;
	exec(db, "INSERT INTO department_look (department_id, revision, changed_by) VALUES ('health', 7, 'anna')", NO_ARGS);
	stylesheet_draft(db, "health", "plan", "anna", "a", "w");
	stylesheet_draft(db, "jobs", "plan", "anna", "a", "w");
	commit();
	assert_int_equal(rows_int(db, -1, "SELECT look_revision FROM stylesheet_view WHERE department_id = 'health'", NO_ARGS), 7);
	assert_int_equal(rows_int(db, -1, "SELECT look_revision FROM stylesheet_view WHERE department_id = 'jobs'", NO_ARGS), -1);
}

static void
nonsense_fails_and_changes_nothing(void **state)
{
	char *large = talloc_array(memory, char, LAYER_MAX + 2);
	long long id;

	(void)state;
	assert_int_equal(stylesheet_draft(db, "nowhere", "plan", "anna", "a", "w"), 0);
	assert_int_equal(db_failed(db), FAIL_INPUT);
	assert_int_equal(stylesheet_save(db, 1, 1, "anna", "a", "w"), STYLESHEET_GONE);
	assert_int_equal(stylesheet_roll_back(db, "health", "plan", 0, "anna", "w"), STYLESHEET_GONE);
	db_rollback(db);
	db_ready(db);
	memset(large, 'x', LAYER_MAX + 1);
	large[LAYER_MAX + 1] = '\0';
	assert_int_equal(stylesheet_draft(db, "health", "plan", "anna", large, "w"), 0);
	assert_int_equal(db_failed(db), FAIL_LARGE);
	db_rollback(db);
	db_ready(db);
	large[LAYER_MAX] = '\0';
	id = asked(large);
	large[LAYER_MAX] = 'x';
	assert_int_equal(stylesheet_save(db, id, 1, "anna", large, "w"), STYLESHEET_GONE);
	assert_int_equal(db_failed(db), FAIL_LARGE);
	db_rollback(db);
	db_ready(db);
	assert_int_equal(rows_int(db, 0, "SELECT COUNT(*) FROM stylesheet_version", NO_ARGS), 1);
}

static void
saving_asks_for_the_revision_and_takes_back_the_asking(void **state)
{
	struct stylesheet_version v;
	long long id = asked("one");

	(void)state;
	assert_int_equal(stylesheet_save(db, id, 1, "carl", "two", "other"), DONE);
	assert_int_equal(stylesheet_save(db, id, 1, "anna", "three", "w"), STYLESHEET_STALE);
	assert_int_equal(stylesheet_save(db, id + 1, 1, "anna", "three", "w"), STYLESHEET_GONE);
	assert_int_equal(stylesheet_ask(db, id, 1, "anna"), STYLESHEET_STALE);
	assert_int_equal(stylesheet_ask(db, id + 1, 1, "anna"), STYLESHEET_GONE);
	commit();
	assert_true(stylesheet_find(db, memory, id, &v));
	assert_string_equal(v.sheet, "two");
	assert_string_equal(v.reason, "other");
	assert_string_equal(v.created_by, "anna");
	assert_string_equal(v.changed_by, "carl");
	assert_int_equal(v.revision, 2);
	assert_null(v.asked_by);
	assert_null(v.asked_at);
	/* Who asked first stays the one who did. */
	assert_int_equal(stylesheet_ask(db, id, 2, "dora"), DONE);
	assert_int_equal(stylesheet_ask(db, id, 2, "anna"), DONE);
	commit();
	assert_true(stylesheet_find(db, memory, id, &v));
	assert_string_equal(v.asked_by, "dora");
	assert_non_null(v.asked_at);
}

static void
activation_needs_an_asking_and_another_person(void **state)
{
	struct stylesheet_version v;
	long long id = stylesheet_draft(db, "health", "plan", "anna", "one", "w");

	(void)state;
	assert_int_equal(stylesheet_save(db, id, 1, "carl", "two", "w"), DONE);
	assert_int_equal(stylesheet_activate(db, id, 2, "bo"), STYLESHEET_NOT_ASKED);
	assert_int_equal(stylesheet_ask(db, id, 2, "dora"), DONE);
	assert_int_equal(stylesheet_activate(db, id, 1, "bo"), STYLESHEET_STALE);
	assert_int_equal(stylesheet_activate(db, id, 2, "anna"), STYLESHEET_SAME_PERSON);
	assert_int_equal(stylesheet_activate(db, id, 2, "carl"), STYLESHEET_SAME_PERSON);
	assert_int_equal(stylesheet_activate(db, id, 2, "dora"), STYLESHEET_SAME_PERSON);
	assert_int_equal(stylesheet_activate(db, id + 1, 1, "bo"), STYLESHEET_GONE);
	commit();
	assert_int_equal(active(), 0);
	assert_int_equal(stylesheet_activate(db, id, 2, "bo"), DONE);
	assert_int_equal(stylesheet_activate(db, id, 2, "bo"), STYLESHEET_NOT_A_DRAFT);
	assert_int_equal(stylesheet_save(db, id, 2, "anna", "three", "w"), STYLESHEET_NOT_A_DRAFT);
	assert_int_equal(stylesheet_ask(db, id, 2, "anna"), STYLESHEET_NOT_A_DRAFT);
	assert_int_equal(stylesheet_discard(db, id, 2), STYLESHEET_NOT_A_DRAFT);
	commit();
	assert_true(stylesheet_active(db, memory, "health", "plan", &v));
	assert_int_equal(v.id, id);
	assert_string_equal(v.state, "active");
	assert_string_equal(v.activated_by, "bo");
	assert_non_null(v.activated_at);
}

static void
the_next_one_retires_the_one_before(void **state)
{
	struct stylesheet_version v;
	long long one = activated("one"), two = activated("two");

	(void)state;
	assert_int_equal(active(), two);
	assert_true(stylesheet_find(db, memory, one, &v));
	assert_string_equal(v.state, "retired");
	assert_string_equal(v.retired_by, "bo");
	assert_non_null(v.retired_at);
	assert_null(v.retired_why);
	assert_int_equal(rows_int(db, 0, "SELECT COUNT(*) FROM stylesheet_version WHERE state = 'active'", NO_ARGS), 1);
}

static void
drafts_can_be_discarded(void **state)
{
	long long id = asked("one");

	(void)state;
	exec(db, "INSERT INTO stylesheet_use (version_id, day, renderings) VALUES (?, '2026-04-15', 1)", ARGS(INT(id)));
	exec(db, "INSERT INTO stylesheet_failure (version_id, page, reason, reference) VALUES (?, 'plan', 'r', 'abcdefgh')", ARGS(INT(id)));
	assert_int_equal(stylesheet_discard(db, id, 2), STYLESHEET_STALE);
	assert_int_equal(stylesheet_discard(db, id, 1), DONE);
	assert_int_equal(stylesheet_discard(db, id, 1), STYLESHEET_GONE);
	commit();
	assert_int_equal(rows_int(db, -1, "SELECT COUNT(*) FROM stylesheet_version", NO_ARGS), 0);
}

/* In the same second, too, and drafts that were activated in another order than they were begun in. */
static void
steps_back_go_through_all_that_were_active(void **state)
{
	struct stylesheet_version v;
	long long late = stylesheet_draft(db, "health", "plan", "carl", "late", "w"), one = activated("one"), two = activated("two");

	(void)state;
	assert_int_equal(stylesheet_ask(db, late, 1, "carl"), DONE);
	assert_int_equal(stylesheet_activate(db, late, 1, "bo"), DONE);
	commit();
	assert_int_equal(back(), DONE);
	assert_int_equal(active(), two);
	assert_true(stylesheet_find(db, memory, late, &v));
	assert_string_equal(v.state, "retired");
	assert_string_equal(v.retired_by, "bo");
	assert_string_equal(v.retired_why, "it was better before");
	assert_true(stylesheet_find(db, memory, two, &v));
	assert_string_equal(v.state, "active");
	assert_null(v.retired_by);
	assert_null(v.retired_at);
	assert_null(v.retired_why);
	assert_int_equal(back(), DONE);
	assert_int_equal(active(), one);
	assert_int_equal(back(), DONE);
	assert_int_equal(active(), 0);
	assert_int_equal(back(), STYLESHEET_NOTHING_BEFORE);
	assert_int_equal(stylesheet_roll_back(db, "jobs", "plan", 0, "bo", "w"), STYLESHEET_NOTHING_BEFORE);
}

/* What was rolled back from is no step of the way any more. */
static void
a_step_back_is_no_version(void **state)
{
	long long one = activated("one"), four;

	(void)state;
	activated("two");
	assert_int_equal(back(), DONE);
	assert_int_equal(active(), one);
	four = activated("four");
	assert_int_equal(active(), four);
	assert_int_equal(back(), DONE);
	assert_int_equal(active(), one);
	assert_int_equal(back(), DONE);
	assert_int_equal(active(), 0);
	assert_int_equal(back(), STYLESHEET_NOTHING_BEFORE);
}

static void
one_that_failed_does_not_come_back(void **state)
{
	struct stylesheet_version v;
	long long one = activated("one"), two = activated("two"), three;

	(void)state;
	exec(db, "UPDATE stylesheet_view SET failures_in_row = 9", NO_ARGS);
	assert_false(stylesheet_take_out(db, one, "runtime error"));
	take_out(two);
	assert_false(stylesheet_take_out(db, two, "again"));
	assert_int_equal(active(), 0);
	assert_true(stylesheet_find(db, memory, two, &v));
	assert_string_equal(v.state, "retired");
	assert_null(v.retired_by);
	assert_non_null(v.retired_at);
	assert_string_equal(v.retired_why, "runtime error");
	assert_int_equal(rows_int(db, -1, "SELECT failures_in_row FROM stylesheet_view WHERE program = 'plan'", NO_ARGS), 0);
	/* From the shipped look, back to the one before it. */
	assert_int_equal(back(), DONE);
	assert_int_equal(active(), one);
	/* ... and over it, when another followed. */
	three = activated("three");
	take_out(three);
	activated("four");
	assert_int_equal(back(), DONE);
	assert_int_equal(active(), one);
	/* One that came back may fail, too. */
	take_out(one);
	assert_int_equal(back(), STYLESHEET_NOTHING_BEFORE);
}

/* Two see version two and go back: one step is made. */
static void
a_second_step_back_from_the_same_version_is_stale(void **state)
{
	long long one = activated("one"), two = activated("two");

	(void)state;
	assert_int_equal(stylesheet_roll_back(db, "health", "plan", two, "bo", "w"), DONE);
	assert_int_equal(stylesheet_roll_back(db, "health", "plan", two, "carl", "w"), STYLESHEET_STALE);
	assert_int_equal(stylesheet_roll_back(db, "health", "plan", 0, "carl", "w"), STYLESHEET_STALE);
	commit();
	assert_int_equal(active(), one);
}

/* What a step does of its own: run anew after FAIL_BUSY, as dispatcher and tool do. */
static enum stylesheet_step
until_done(struct db *own, enum stylesheet_step (*step)(struct db *own, long long id), long long id)
{
	int tries;

	for (tries = 0; tries < 20; tries++) {
		enum stylesheet_step answer = step(own, id);

		if (db_commit(own) == FAIL_NONE)
			return answer;
		db_rollback(own);
		db_ready(own);
	}
	return STYLESHEET_GONE;
}

static enum stylesheet_step
activate_it(struct db *own, long long id)
{
	return stylesheet_activate(own, id, 1, "bo");
}

static enum stylesheet_step
roll_it_back(struct db *own, long long id)
{
	return stylesheet_roll_back(own, "health", "plan", id, "bo", "w");
}

static enum stylesheet_step
save_it(struct db *own, long long id)
{
	return stylesheet_save(own, id, 1, "carl", "saved", "w");
}

static enum stylesheet_step
draft_it(struct db *own, long long id)
{
	(void)id;
	return stylesheet_draft(own, "health", "plan", talloc_asprintf(memory, "p%d", (int)getpid()), "d", "w") == 0
	    ? STYLESHEET_GONE : DONE;
}

/* Count steps by answer: each of many processes does one at the same moment, every other one the second kind. */
static void
at_once(enum stylesheet_step (*first)(struct db *, long long), enum stylesheet_step (*second)(struct db *, long long), long long id,
    int counts[STYLESHEET_GONE + 1])
{
	enum { PROCESSES = 8 };
	pid_t children[PROCESSES];
	int go[2], i, status;
	char byte;

	assert_int_equal(pipe(go), 0);
	memset(counts, 0, (STYLESHEET_GONE + 1) * sizeof *counts);
	for (i = 0; i < PROCESSES; i++) {
		children[i] = fork();
		assert_true(children[i] >= 0);
		if (children[i] == 0) {
			struct db *own = open_db();

			close(go[1]);
			/* A snapshot from before, as a page has that asked who the user is. */
			rows_int(own, 0, "SELECT COUNT(*) FROM department", NO_ARGS);
			(void)!read(go[0], &byte, 1);
			_exit((int)until_done(own, i % 2 == 0 ? first : second, id));
		}
	}
	usleep(300 * 1000);
	close(go[1]);
	close(go[0]);
	for (i = 0; i < PROCESSES; i++) {
		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) <= STYLESHEET_GONE);
		counts[WEXITSTATUS(status)]++;
	}
}

static void
of_many_at_once_one_wins(void **state)
{
	struct stylesheet_version v;
	int counts[STYLESHEET_GONE + 1];
	long long one = activated("one"), two = asked("two"), three;

	(void)state;
	at_once(activate_it, activate_it, two, counts);
	assert_int_equal(counts[DONE], 1);
	assert_int_equal(counts[STYLESHEET_NOT_A_DRAFT], 7);
	commit();
	assert_int_equal(active(), two);
	at_once(roll_it_back, roll_it_back, two, counts);
	assert_int_equal(counts[DONE], 1);
	assert_int_equal(counts[STYLESHEET_STALE], 7);
	commit();
	assert_int_equal(active(), one);
	/* Saved or activated, never both. */
	three = asked("three");
	at_once(activate_it, save_it, three, counts);
	assert_int_equal(counts[DONE], 1);
	commit();
	assert_true(stylesheet_find(db, memory, three, &v));
	if (strcmp(v.state, "active") == 0) {
		assert_string_equal(v.sheet, "three");
		assert_int_equal(counts[STYLESHEET_NOT_A_DRAFT], 7);
	} else {
		assert_string_equal(v.sheet, "saved");
		assert_int_equal(counts[STYLESHEET_STALE], 7);
	}
	at_once(draft_it, draft_it, 0, counts);
	assert_int_equal(counts[DONE], 8);
	commit();
	assert_int_equal(rows_int(db, 0, "SELECT COUNT(DISTINCT number) FROM stylesheet_version", NO_ARGS), 11);
}

static void
differences_are_shown_around_changes(void **state)
{
	struct stylesheet_version from = { .number = 6, .sheet = "1\n2\n3\n4\n5\n6\n7\nold\n9\n" };
	struct stylesheet_version to = { .number = 7, .sheet = "1\n2\n3\n4\n5\n6\n7\nnew & <b>\n9\n\nend" };
	xmlDoc *doc = node_document("page", NODE_PAGE_NAMESPACE);
	xmlNode *page = xmlDocGetRootElement(doc), *line;
	size_t length;

	(void)state;
	assert_true(stylesheet_difference(page, &from, &to));
	assert_non_null(strstr(node_bytes(memory, doc, &length), "<difference from=\"6\" to=\"7\"><gap lines=\"4\"/>"
	    "<line change=\"same\" old=\"5\" new=\"5\">5</line><line change=\"same\" old=\"6\" new=\"6\">6</line>"
	    "<line change=\"same\" old=\"7\" new=\"7\">7</line><line change=\"removed\" old=\"8\">old</line>"
	    "<line change=\"added\" new=\"8\">new &amp; &lt;b&gt;</line><line change=\"same\" old=\"9\" new=\"9\">9</line>"
	    "<line change=\"added\" new=\"10\"/><line change=\"added\" new=\"11\">end</line></difference>"));
	assert_true(stylesheet_difference(page, &to, &to));
	assert_string_equal(node_get(node_child(page->last, NULL), "lines"), "11");
	assert_null(node_get(node_child(page->last, NULL), "changed"));
	assert_true(stylesheet_difference(page, NULL, &from));
	assert_null(node_get(page->last, "from"));
	line = node_child(page->last, "line");
	assert_string_equal(node_get(line, "change"), "added");
	assert_string_equal(node_get(line, "new"), "1");
	xmlFreeDoc(doc);
}

static void
a_long_difference_ends_and_says_so(void **state)
{
	struct stylesheet_version from = { .number = 1 }, to = { .number = 2 };
	char *a = talloc_array(memory, char, 16001), *b = talloc_array(memory, char, 16001);
	xmlDoc *doc = node_document("page", NODE_PAGE_NAMESPACE);
	xmlNode *page = xmlDocGetRootElement(doc);
	int i;

	(void)state;
	for (i = 0; i < 16000; i++) {
		a[i] = i % 2 == 0 ? 'a' : '\n';
		b[i] = i % 2 == 0 ? 'b' : '\n';
	}
	a[16000] = b[16000] = '\0';
	from.sheet = a;
	to.sheet = b;
	assert_true(stylesheet_difference(page, &from, &to));
	assert_true(node_is(page->last->last, "gap"));
	assert_string_equal(node_get(page->last->last, "lines"), "13000");
	assert_string_equal(node_get(page->last->last, "changed"), "yes");
	xmlFreeDoc(doc);
}

static void
every_program_has_a_beginning(void **state)
{
	const char *const *program;

	(void)state;
	for (program = stylesheet_programs; *program != NULL; program++) {
		char *text = stylesheet_beginning(memory, *program), *error;
		xmlDoc *doc = node_parse(memory, text, strlen(text), LAYER_MAX, &error);

		assert_non_null(doc);
		assert_non_null(strstr(text, talloc_asprintf(memory, "<xsl:import href=\"samspil:pages/%s.xsl\"/>", *program)));
		xmlFreeDoc(doc);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		TEST(a_draft_is_what_was_given),
		TEST(each_has_one_draft_and_numbers_run_on),
		TEST(a_view_begins_with_the_departments_settings),
		TEST(nonsense_fails_and_changes_nothing),
		TEST(saving_asks_for_the_revision_and_takes_back_the_asking),
		TEST(activation_needs_an_asking_and_another_person),
		TEST(the_next_one_retires_the_one_before),
		TEST(drafts_can_be_discarded),
		TEST(steps_back_go_through_all_that_were_active),
		TEST(a_step_back_is_no_version),
		TEST(one_that_failed_does_not_come_back),
		TEST(a_second_step_back_from_the_same_version_is_stale),
		TEST(of_many_at_once_one_wins),
		TEST(differences_are_shown_around_changes),
		TEST(a_long_difference_ends_and_says_so),
		TEST(every_program_has_a_beginning),
	};

	if (argc != 3)
		return 2;
	server = argv[1];
	name = argv[2];
	node_start();
	return cmocka_run_group_tests_name("stylesheet", tests, NULL, NULL);
}
