/*
 * samspil-sessions - sessions follow the directory.
 *
 *	samspil-sessions [--config FILE] [--every SECONDS] [--anyway]
 *
 * One pass looks up everybody who is signed in.  Those who have left, were disabled or have no role any more are signed out and
 * no longer active; roles, department, name and address of the others are brought up to date, in their sessions too.  An error, or an
 * answer that cannot be used, changes nobody's rights.  If more than max(5, 5 %) of those signed in would be signed out at
 * once, nobody is (a directory that was emptied by mistake looks just so); --anyway does it all the same.  At its end a pass
 * drops what is kept for a while only: forms that were kept for somebody whose session ended, the values of `once`, what was
 * begun and not sent of surveys that are over, and drafts of talks that were decided long ago.
 *
 * It ends with 0 after a whole pass, 1 when the pass failed or held back, 2 when the command line is wrong.  With --every it
 * goes on until SIGTERM or SIGINT, and ends with 0.
 */
#include <getopt.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/conf.h"
#include "base/log.h"
#include "directory/directory.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "tools/passes.h"

enum { AT_ONCE_MAX = 5, AT_ONCE_PERCENT = 5 };

/* A person who is signed in, and what the directory says now. */
struct signed_in {
	const char *uid;
	bool gone;
	const struct person *person;	/* NULL: gone, or nothing usable was said */
};

struct pass {
	void *memory;
	struct db *db;
	struct directory *dir;
	bool anyway;
	struct signed_in *people;
	size_t count, gone, changed;
};

static void
take_uid(void *user, const char *const *columns, size_t count)
{
	struct pass *pass = user;

	(void)count;
	pass->people = talloc_realloc(pass->memory, pass->people, struct signed_in, (unsigned)pass->count + 1);
	pass->people[pass->count++] = (struct signed_in){ .uid = talloc_strdup(pass->memory, columns[0]) };
}

/* FAIL_AWAY ends the pass: nothing is known of those who come after, either. */
static enum fail
look_up(struct pass *pass)
{
	enum fail f = FAIL_NONE;
	size_t i;

	for (i = 0; i < pass->count && f != FAIL_AWAY; i++) {
		struct person *person = NULL;

		f = directory_find(pass->memory, pass->dir, pass->people[i].uid, &person);
		pass->people[i].gone = f == FAIL_MISSING;
		pass->people[i].person = person;
		pass->gone += f == FAIL_MISSING;
	}
	return f == FAIL_AWAY ? f : FAIL_NONE;
}

static char *
joined(const void *owner, const char *const *roles)
{
	char *out = talloc_strdup(owner, roles[0]);

	for (roles++; *roles != NULL; roles++)
		out = talloc_asprintf_append(out, ",%s", *roles);
	return out;
}

static void
end_sessions(struct pass *pass, const char *uid)
{
	exec(pass->db, "UPDATE session SET ended_at = NOW() WHERE uid = ? AND ended_at IS NULL", ARGS(TEXT(uid)));
	exec(pass->db, "UPDATE staff SET active = FALSE WHERE uid = ?", ARGS(TEXT(uid)));
}

/* A department that the directory names and the database does not know leaves the person where he or she was. */
static long long
refresh_staff(struct pass *pass, const struct person *person)
{
	struct value department = TEXT(person->department), uid = TEXT(person->uid), name = TEXT(person->name), email = TEXT(person->email);

	if (person->department != NULL
	    && rows_int(pass->db, 0, "SELECT COUNT(*) FROM department WHERE id = ?", ARGS(department)) == 0) {
		fail_log(FAIL_INPUT, "sessions: [departments] %s is no department of the database", person->department);
		department = TEXT(rows_text(pass->db, pass->memory, "SELECT department_id FROM staff WHERE uid = ?",
		    ARGS(uid)));
	}
	if (rows_int(pass->db, 0, "SELECT COUNT(*) FROM staff WHERE uid = ? AND name = ? AND email <=> ?"
	    " AND department_id <=> ?", ARGS(uid, name, email, department)) > 0)
		return 0;
	return exec(pass->db, "UPDATE staff SET name = ?, email = ?, department_id = ? WHERE uid = ?",
	    ARGS(name, email, department, uid));
}

static long long
refresh_roles(struct pass *pass, const struct person *person)
{
	struct value uid = TEXT(person->uid), roles = TEXT(joined(pass->memory, person->roles));
	long long stale = rows_int(pass->db, 0,
	    "SELECT COUNT(*) FROM session WHERE uid = ? AND roles <> ? AND ended_at IS NULL", ARGS(uid, roles));
	long long same = 0, count = 0, all = rows_int(pass->db, 0, "SELECT COUNT(*) FROM staff_role WHERE uid = ?",
	    ARGS(uid));
	const char *const *role;

	for (role = person->roles; *role != NULL; role++, count++)
		same += rows_int(pass->db, 0, "SELECT COUNT(*) FROM staff_role WHERE uid = ? AND role = ?",
		    ARGS(uid, TEXT(*role)));
	if (stale == 0 && same == count && all == count)
		return 0;
	exec(pass->db, "UPDATE session SET roles = ? WHERE uid = ? AND ended_at IS NULL", ARGS(roles, uid));
	exec(pass->db, "DELETE FROM staff_role WHERE uid = ?", ARGS(uid));
	for (role = person->roles; *role != NULL; role++)
		exec(pass->db, "INSERT INTO staff_role (uid, role) VALUES (?, ?)", ARGS(uid, TEXT(*role)));
	return 1;
}

/* One person is one transaction: a deadlock with a sign-in costs this pass nothing but that person. */
static enum fail
follow(struct pass *pass, const struct signed_in *one, bool may_end)
{
	long long changed = 0;
	enum fail f;

	if (one->gone && may_end)
		end_sessions(pass, one->uid);
	if (one->person != NULL)
		changed = refresh_staff(pass, one->person) + refresh_roles(pass, one->person);
	f = db_commit(pass->db);
	if (f == FAIL_NONE) {
		pass->changed += changed > 0;
		return f;
	}
	db_rollback(pass->db);
	if (f != FAIL_AWAY)
		db_clear(pass->db);
	return f;
}

static enum fail
follow_all(struct pass *pass)
{
	size_t part = pass->count * AT_ONCE_PERCENT / 100, i;
	bool may_end = pass->gone <= AT_ONCE_MAX || pass->gone <= part || pass->anyway;
	enum fail f = FAIL_NONE, one;

	for (i = 0; i < pass->count && f != FAIL_AWAY; i++) {
		one = follow(pass, &pass->people[i], may_end);
		f = one == FAIL_NONE ? f : one;
	}
	log_event("sessions", LOG_FIELDS(LOG_INT("signed-in", (long long)pass->count),
	    LOG_INT("ended", may_end ? (long long)pass->gone : 0), LOG_INT("changed", (long long)pass->changed)));
	if (!may_end)
		return fail_log(FAIL_STALE, "sessions: %zu of %zu people would be signed out at once: nobody is; look at the"
		    " directory,"
		    " and run samspil-sessions --anyway if they have really left", pass->gone, pass->count);
	return f;
}

/* Of surveys whose last day is over everywhere.  Whose it was goes first: no name stands beside what is to be forgotten. */
static void
drop_unsent(struct db *db)
{
	exec(db, "UPDATE survey_participant p JOIN survey v ON v.id = p.survey_id SET p.response_id = NULL"
	    " WHERE p.response_id IS NOT NULL AND v.closes_on < DATE(NOW() - INTERVAL 1 DAY)", NO_ARGS);
	exec(db, "UPDATE answer_session s JOIN survey_response r ON r.id = s.response_id JOIN survey v ON v.id = r.survey_id"
	    " SET s.response_id = NULL WHERE v.closes_on < DATE(NOW() - INTERVAL 1 DAY)", NO_ARGS);
	exec(db, "DELETE a FROM survey_answer a JOIN survey_response r ON r.id = a.response_id JOIN survey v ON v.id = r.survey_id"
	    " WHERE r.sent = 0 AND v.closes_on < DATE(NOW() - INTERVAL 1 DAY)", NO_ARGS);
	exec(db, "DELETE r FROM survey_response r JOIN survey v ON v.id = r.survey_id"
	    " WHERE r.sent = 0 AND v.closes_on < DATE(NOW() - INTERVAL 1 DAY)", NO_ARGS);
}

/* What nobody has typed on for long, and what can no longer be sent: not of a talk that waits for its decision, nor of a course that runs. */
static void
drop_drafts(struct db *db)
{
	exec(db, "DELETE f FROM form_draft f"
	    " LEFT JOIN screening s ON f.path LIKE '/triage/%' AND s.id = CAST(SUBSTRING_INDEX(SUBSTRING(f.path, 9), '/', 1) AS UNSIGNED)"
	    " LEFT JOIN course c ON f.path LIKE '/plan/%' AND c.id = CAST(SUBSTRING_INDEX(SUBSTRING(f.path, 7), '/', 1) AS UNSIGNED)"
	    " WHERE f.saved_at < NOW() - INTERVAL 90 DAY AND COALESCE(s.state, 'assessed') = 'assessed'"
	    " AND COALESCE(c.state, 'closed') IN ('closed', 'closed-low')", NO_ARGS);
}

/* What is kept only for a while: typed text whose session ended, forms that nobody will send again, notes of talks long decided. */
static enum fail
drop_old(struct db *db)
{
	drop_unsent(db);
	drop_drafts(db);
	exec(db, "DELETE FROM kept_form WHERE at < NOW() - INTERVAL 1 DAY", NO_ARGS);
	exec(db, "DELETE FROM stylesheet_failure WHERE at < NOW() - INTERVAL 90 DAY", NO_ARGS);
	exec(db, "DELETE FROM once WHERE at < NOW() - INTERVAL 7 DAY", NO_ARGS);
	return db_commit(db);
}

/* What each pass needs. */
struct follower { void *owner; struct db *db; struct directory *dir; bool anyway; };

static enum fail
run_pass(void *user)
{
	const struct follower *follower = user;
	struct db *db = follower->db;
	struct pass pass = { .memory = talloc_new(follower->owner), .db = db, .dir = follower->dir, .anyway = follower->anyway };
	enum fail f = db_ready(db);

	if (f == FAIL_NONE) {
		rows_each(db, "SELECT DISTINCT uid FROM session WHERE ended_at IS NULL AND ends_at > NOW()",
		    NO_ARGS, take_uid, &pass);
		f = db_commit(db);
	}
	if (f == FAIL_NONE)
		f = look_up(&pass);
	if (f == FAIL_NONE)
		f = follow_all(&pass);
	if (f == FAIL_NONE)
		f = drop_old(db);
	if (f != FAIL_NONE)
		db_rollback(db);
	talloc_free(pass.memory);
	return f;
}

static int
usage(void)
{
	fputs("usage: samspil-sessions [--config FILE] [--every SECONDS] [--anyway]\n", stderr);
	return 2;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "config", required_argument, NULL, 'c' }, { "every", required_argument, NULL, 'e' },
		{ "anyway", no_argument, NULL, 'a' }, { 0 },
	};
	const char *path = SAMSPIL_CONF;
	struct follower follower = { .owner = NULL };
	struct conf *conf = NULL;
	long every = 0;
	int option;
	enum fail f;

	log_program("sessions");
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'c')
			path = optarg;
		else if (option == 'a')
			follower.anyway = true;
		else if (option != 'e' || !passes_every(optarg, &every))
			return usage();
	}
	if (optind != argc)
		return usage();
	follower.owner = talloc_new(NULL);
	f = conf_read(follower.owner, path, &conf);
	if (f == FAIL_NONE)
		f = directory_new(follower.owner, conf, &follower.dir);
	if (f == FAIL_NONE)
		f = db_new(follower.owner, conf, "sessions", &follower.db);
	if (f == FAIL_NONE)
		f = passes_run("sessions", every, run_pass, &follower);
	talloc_free(follower.owner);
	return f == FAIL_NONE ? 0 : 1;
}
