#include "tools/import/rows.h"

#include <signal.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

#include "sql/exec.h"
#include "sql/rows.h"
#include "tools/import/rows_cell.h"
#include "tools/import/rows_faults.h"
#include "tools/import/rows_file.h"
#include "tools/import/rows_follow.h"
#include "tools/import/rows_progress.h"
#include "tools/import/rows_store.h"
#include "tools/operator.h"

enum { WAIT_S = 1800, TRIES = 4, PAUSE_S = 1, INTERRUPTED = 130 };

struct taking {
	void *owner;
	struct db *db;
	const struct rows_kind *kind;
	const char *path;
	const struct rows_asked *asked;
	const struct labels *labels;
	struct rows_file *file;
	struct faults faults;
	struct progress progress;
	struct stored stored;
	struct deadline_paid paid;
	const char *kept;	/* a line for each row that is kept as it is here */
	long rows;
};

/* The server undoes what was not committed; to say so is all that is left to do. */
static void
end_by_signal(const char *words, size_t length)
{
	if (write(STDERR_FILENO, words, length) < 0)
		_exit(INTERRUPTED);
	_exit(INTERRUPTED);
}

static void
on_signal(int number)
{
	static const char words[] = "\ninterrupted: nothing is taken\n";

	(void)number;
	end_by_signal(words, sizeof words - 1);
}

static void
on_late_signal(int number)
{
	static const char words[] = "\ninterrupted: the rows are in; deadlines that have not followed yet do so with samspil-notify\n";

	(void)number;
	end_by_signal(words, sizeof words - 1);
}

static void
listen_for_signals(void (*handler)(int))
{
	struct sigaction action = { .sa_handler = handler };

	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

/* From here on it is done, whoever interrupts. */
static void
deaf_to_signals(bool deaf)
{
	sigset_t signals;

	sigemptyset(&signals);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGTERM);
	sigprocmask(deaf ? SIG_BLOCK : SIG_UNBLOCK, &signals, NULL);
}

static enum fail
wait_for_others(struct taking *taking)
{
	static const char lock[] = "SELECT GET_LOCK(CONCAT(DATABASE(), '.import.', ?), ?)";
	const char *name = taking->kind->name;

	if (rows_int(taking->db, 0, lock, ARGS(TEXT(name), INT(0))) == 1)
		return FAIL_NONE;
	fprintf(stderr, "%s: another import of %s runs; waiting for its end\n", taking->path, name);
	if (rows_int(taking->db, 0, lock, ARGS(TEXT(name), INT(WAIT_S))) == 1)
		return FAIL_NONE;
	fprintf(stderr, "%s: the other import of %s did not end; nothing is taken\n", taking->path, name);
	return FAIL_BUSY;
}

/* A row's cells into the table, or what is wrong with them. */
static void
take_row(struct taking *taking, struct staging *staging, struct cell_manner *manner, const struct rows_row *row)
{
	const char *values[ROWS_WIDTH_MAX] = { 0 }, *wrong;
	unsigned long before = taking->faults.count;
	size_t i;

	manner->born.iso[0] = '\0';
	for (i = 0; taking->kind->columns[i].name != NULL; i++) {
		const struct rows_column *column = &taking->kind->columns[i];

		wrong = cell_read(staging_memory(staging), column, manner, row->cells[i] == NULL ? "" : row->cells[i], row->lengths[i], &values[i]);
		if (wrong != NULL)
			faults_note(&taking->faults, row->number, column->name, "%s", wrong);
	}
	if (taking->faults.count == before)
		staging_add(staging, row->number, values);
}

static void
check_end(struct taking *taking)
{
	long wanted = taking->asked->rows;

	if (wanted >= 0 && wanted != taking->rows)
		faults_note(&taking->faults, 0, NULL, "there are %ld rows, not %ld: the file may have been cut", taking->rows, wanted);
	else if (wanted < 0 && rows_file_unended(taking->file))
		faults_note(&taking->faults, 0, NULL, "the last line has no end: the file may have been cut (if it was not, say so with --rows %ld)", taking->rows);
	else if (wanted < 0 && taking->rows == 0 && taking->faults.count == 0)
		faults_note(&taking->faults, 0, NULL, "there is no row: the file may have been cut (if there are none, say so with --rows 0)");
}

static enum fail
stage(struct taking *taking)
{
	struct staging *staging = staging_new(taking->owner, taking->db, taking->kind);
	struct cell_manner manner = { .exact = rows_file_is_xml(taking->file), .numbers = taking->asked->numbers };
	struct rows_row row;
	enum rows_next next;

	date_today(&manner.today);
	while (db_failed(taking->db) == FAIL_NONE && (next = rows_file_next(taking->file, &row)) != ROWS_END) {
		taking->rows++;
		if (next == ROWS_ROW)
			take_row(taking, staging, &manner, &row);
		progress_show(&taking->progress, "reading", rows_file_thousandths(taking->file));
	}
	staging_end(staging);
	check_end(taking);
	return db_failed(taking->db);
}

static void
record(struct taking *taking)
{
	const char *slash = strrchr(taking->path, '/'), *name = slash == NULL ? taking->path : slash + 1;
	const struct stored *stored = &taking->stored;

	exec(taking->db, "INSERT INTO import_run (kind, file, sha256, total, added, changed, same, by_whom) VALUES (?, LEFT(?, 200), ?, ?, ?, ?, ?, ?)",
	    ARGS(TEXT(taking->kind->name), TEXT(name), TEXT(rows_file_sha256(taking->file)), INT(stored->total), INT(stored->added), INT(stored->changed),
	    INT(stored->same + stored->kept), TEXT(operator_name(taking->owner))));
}

/*
 * Its first statement, so that what is read is of after any other import of this kind: GET_LOCK keeps others away on one server, this row on all of a cluster,
 * where the second to commit is refused and tries again.
 */
static void
take_turn(struct taking *taking)
{
	exec(taking->db, "INSERT INTO import_turn (kind) VALUES (?) ON DUPLICATE KEY UPDATE n = n + 1", ARGS(TEXT(taking->kind->name)));
}

/* One try; whatever it changed is undone unless all of it is right. */
static enum fail
store(struct taking *taking)
{
	bool has[ROWS_WIDTH_MAX];
	const struct staged_asked asked = { has, taking->asked->refuse_unknown, taking->asked->old_absence };
	enum fail f;
	size_t i;

	for (i = 0; i < ROWS_WIDTH_MAX; i++)
		has[i] = rows_file_has(taking->file, i);
	progress_show(&taking->progress, "checking", -1);
	take_turn(taking);
	f = staged_store(taking->db, taking->kind, &asked, &taking->faults, &taking->stored);
	if (f == FAIL_NONE) {
		taking->stored.followed = rows_owe(taking->db, taking->kind);
		taking->kept = staged_kept(taking->db, taking->owner, taking->kind, &taking->faults);
		record(taking);
	}
	f = f == FAIL_NONE ? db_failed(taking->db) : f;
	if (f != FAIL_NONE || taking->asked->dry_run) {
		db_rollback(taking->db);
		return f;
	}
	deaf_to_signals(true);
	f = db_commit(taking->db);
	if (f == FAIL_NONE)
		listen_for_signals(on_late_signal);
	deaf_to_signals(false);
	return f;
}

/* What becomes of the deadlines of courses; a dry run knows no more than how many courses it would be. */
static void
tell_deadlines(const struct taking *taking)
{
	const struct deadline_paid *paid = &taking->paid;
	long long followed = taking->stored.followed;

	if (followed > 0)
		printf("; the deadlines of %lld open course%s follow", followed, followed == 1 ? "" : "s");
	if (paid->gone.ended > 0)
		printf("; %lld deadline%s cancelled: the day is gone that they were counted from", paid->gone.ended, paid->gone.ended == 1 ? "" : "s");
	if (paid->gone.stayed > 0)
		printf("; %lld deadline%s whose day is gone stay%s: a person opened or moved them", paid->gone.stayed, paid->gone.stayed == 1 ? "" : "s",
		    paid->gone.stayed == 1 ? "s" : "");
	if (paid->left > 0)
		printf("; those of %lld course%s are owed still: samspil-notify sees to them", paid->left, paid->left == 1 ? "" : "s");
}

static void
tell(struct taking *taking, const char *earlier)
{
	const struct stored *s = &taking->stored;

	fputs(taking->kept, stdout);
	printf("%s: %s%lld row%s: %lld new, %lld changed, %lld as they were", taking->path, taking->asked->dry_run ? "dry run, nothing is changed: " : "",
	    s->total, s->total == 1 ? "" : "s", s->added, s->changed, s->same);
	if (s->kept > 0)
		printf(", %lld kept as changed here", s->kept);
	if (taking->kind->citizens)
		printf("; %lld of citizens who are not here", s->unknown);
	tell_deadlines(taking);
	puts("");
	if (earlier != NULL)
		printf("%s: note: the same file was taken %s UTC\n", taking->path, earlier);
	staged_notes(taking->db, taking->kind, taking->path);
}

/* What the file brought stands already: whatever happens here, the file was taken. */
static void
follow(struct taking *taking)
{
	if (taking->stored.followed == 0 || taking->asked->dry_run)
		return;
	progress_show(&taking->progress, "deadlines", -1);
	rows_follow(taking->db, taking->owner, taking->labels, &taking->paid);
	if (db_failed(taking->db) != FAIL_NONE) {
		fprintf(stderr, "%s: the rows are in, but deadlines could not follow: samspil-notify tries again\n", taking->path);
		db_ready(taking->db);
	}
}

/* Somebody changed the same rows meanwhile: all is looked at once more. */
static enum fail
store_in_turn(struct taking *taking)
{
	enum fail f = FAIL_BUSY;
	int tries;

	for (tries = 0; f == FAIL_BUSY && tries < TRIES; tries++) {
		if (tries > 0) {
			sleep(PAUSE_S);
			f = db_ready(taking->db);
		}
		f = store(taking);
	}
	return f;
}

static enum fail
take(struct taking *taking)
{
	const char *earlier;
	enum fail f = stage(taking);

	earlier = rows_text(taking->db, taking->owner, "SELECT DATE_FORMAT(MAX(at), '%Y-%m-%d %H:%i') FROM import_run WHERE direction = 'in' AND kind = ? AND sha256 = ?",
	    ARGS(TEXT(taking->kind->name), TEXT(rows_file_sha256(taking->file))));
	db_rollback(taking->db);
	if (f == FAIL_NONE)
		f = store_in_turn(taking);
	if (f == FAIL_NONE)
		follow(taking);
	progress_end(&taking->progress);
	if (f == FAIL_NONE)
		tell(taking, earlier);
	else if (f == FAIL_BUSY)
		fprintf(stderr, "%s: others work on the same citizens' cases; nothing is taken: try again\n", taking->path);
	else if (f != FAIL_INPUT)
		fprintf(stderr, "%s: the database failed; nothing is taken\n", taking->path);
	return f;
}

enum fail
rows_take(const void *owner, struct db *db, const struct rows_kind *kind, const struct rows_house *house, const char *path, const struct rows_asked *asked)
{
	struct taking taking = { .owner = talloc_new(owner), .db = db, .kind = kind, .path = path, .asked = asked, .labels = house->labels };
	enum fail f = faults_begin(&taking.faults, path, asked->faults);

	if (f != FAIL_NONE)
		return f;
	listen_for_signals(on_signal);
	progress_begin(&taking.progress);
	f = rows_file_open(taking.owner, path, kind, house->share, &taking.faults, &taking.file);
	if (f == FAIL_NONE)
		f = wait_for_others(&taking);
	if (f == FAIL_NONE)
		f = take(&taking);
	faults_end(&taking.faults);
	talloc_free(taking.owner);
	return f;
}
