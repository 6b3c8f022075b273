/*
 * samspil-export rows KIND FILE - all that there is of a kind, in the form in which samspil-import takes it: XML where the file's name ends so, else CSV.
 *
 * It holds what nobody outside may have, so it is read with the account of samspil-import, whose counterpart it is, and the file is its owner's alone.  That it
 * was written stands beside the imports (import_run): who, when, what, how many rows and their sum.  A file that is not logged is not left there.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <talloc.h>
#include <unistd.h>

#include "sql/db.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "tools/export/accesses.h"
#include "tools/export/export.h"
#include "tools/export/folder.h"
#include "tools/operator.h"
#include "tools/rows/kinds.h"

enum { PATIENCE_S = 3600 };

struct writing { FILE *out; const struct rows_kind *kind; bool xml; size_t columns; long long rows; };

/* Would a spreadsheet take it for a formula, or an import for one that was guarded? */
static bool
like_formula(const char *text)
{
	text += strspn(text, "'");
	return text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL;
}

static void
csv_text(FILE *out, const char *text)
{
	bool quotes = strpbrk(text, ";\"\r\n\t ") != NULL;

	if (quotes)
		fputc('"', out);
	if (like_formula(text))
		fputc('\'', out);
	for (; *text != '\0'; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	if (quotes)
		fputc('"', out);
}

static void
csv_cell(FILE *out, const struct rows_column *column, const char *value)
{
	if (column->kind != CELL_NUMBER) {
		csv_text(out, value);
		return;
	}
	for (; *value != '\0'; value++)
		fputc(*value == '.' ? ',' : *value, out);
}

static void
csv_row(void *user, const char *const *values, size_t count)
{
	struct writing *w = user;
	size_t i;

	w->rows++;
	for (i = 0; i < count && i < w->columns; i++) {
		if (i > 0)
			fputc(';', w->out);
		if (values[i] != NULL)
			csv_cell(w->out, &w->kind->columns[i], values[i]);
	}
	fputs("\r\n", w->out);
}

static void
xml_text(FILE *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (strchr("<>&\"\n\t\r", *text) != NULL)
			fprintf(out, "&#%d;", *text);
		else
			fputc(*text, out);
	}
}

static void
xml_row(void *user, const char *const *values, size_t count)
{
	struct writing *w = user;
	size_t i;

	w->rows++;
	fputs("<row", w->out);
	for (i = 0; i < count && i < w->columns; i++) {
		if (values[i] == NULL || values[i][0] == '\0')
			continue;
		fprintf(w->out, " %s=\"", w->kind->columns[i].name);
		xml_text(w->out, values[i]);
		fputc('"', w->out);
	}
	fputs("/>\n", w->out);
}

static void
write_all(struct writing *w, struct db *db)
{
	size_t i;

	if (w->xml) {
		fprintf(w->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s xmlns=\"urn:samspil:import:1\">\n", w->kind->name);
		rows_each(db, w->kind->write, NO_ARGS, xml_row, w);
		fprintf(w->out, "</%s>\n", w->kind->name);
		return;
	}
	fputs("\xef\xbb\xbf", w->out);
	for (i = 0; i < w->columns; i++)
		fprintf(w->out, "%s%s", i == 0 ? "" : ";", w->kind->columns[i].name);
	fputs("\r\n", w->out);
	rows_each(db, w->kind->write, NO_ARGS, csv_row, w);
}

struct citizens { void *owner; long long *ids; size_t count; };

static void
take_citizen(void *user, const char *const *columns, size_t count)
{
	struct citizens *citizens = user;

	(void)count;
	if (citizens->count % 1024 == 0)
		citizens->ids = talloc_realloc(citizens->owner, citizens->ids, long long, (unsigned)citizens->count + 1024);
	citizens->ids[citizens->count++] = atoll(columns[0]);
}

/* The file, and whom it is about. */
static void
record(struct db *db, const struct writing *w, const char *path, const char *sum)
{
	struct citizens citizens = { .owner = talloc_new(NULL) };
	const char *slash = strrchr(path, '/');
	long long id;

	if (w->kind->persons != NULL)
		rows_each(db, w->kind->persons, NO_ARGS, take_citizen, &citizens);
	id = exec_insert(db, "INSERT INTO import_run (direction, kind, file, sha256, total, added, changed, same, by_whom)"
	    " VALUES ('out', ?, LEFT(?, 200), ?, ?, 0, 0, 0, ?)", ARGS(TEXT(w->kind->name), TEXT(slash == NULL ? path : slash + 1), TEXT(sum), INT(w->rows),
	    TEXT(operator_name(citizens.owner))));
	accesses_log(db, citizens.owner, citizens.ids, citizens.count, "rows", id);
	talloc_free(citizens.owner);
	if (db_failed(db) == FAIL_NONE)
		db_commit(db);
}

/* A new file that its owner alone reads; what cannot be written whole, or logged, is not left there. */
static enum fail
write_file(struct db *db, const struct rows_kind *kind, const char *path)
{
	const char *end = strrchr(path, '.');
	struct writing w = { NULL, kind, end != NULL && strcmp(end, ".xml") == 0, rows_columns(kind), 0 };
	char sum[FOLDER_SUM + 1];
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
	bool whole;

	w.out = fd < 0 ? NULL : fdopen(fd, "w+");
	if (w.out == NULL) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		return FAIL_INPUT;
	}
	write_all(&w, db);
	whole = fflush(w.out) == 0 && ferror(w.out) == 0 && folder_sum(w.out, sum);
	whole = fclose(w.out) == 0 && whole;
	if (whole && db_failed(db) == FAIL_NONE)
		record(db, &w, path, sum);
	if (whole && db_failed(db) == FAIL_NONE)
		return FAIL_NONE;
	fprintf(stderr, "%s: %s\n", path, whole ? "the database failed" : "it cannot be written");
	unlink(path);
	return FAIL_BROKEN;
}

static int
run(const struct export *ex, int argc, char **argv)
{
	const struct rows_kind *kind = argc == 3 ? rows_kind_find(argv[1]) : NULL;
	struct db *db;
	enum fail f;

	if (kind == NULL)
		return EXPORT_USAGE;
	export_let_signals_wait();
	f = db_new(ex->owner, ex->conf, "import", &db);
	if (f == FAIL_NONE)
		db_patient(db, PATIENCE_S);
	if (f == FAIL_NONE)
		f = db_ready(db);
	return (int)(f == FAIL_NONE ? write_file(db, kind, argv[2]) : f);
}

const struct export_command export_rows = { .name = "rows", .usage = "KIND FILE", .run = run };
