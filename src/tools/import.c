/*
 * samspil-import - brings reference lists, questionnaires and what other systems know into the database.
 *
 *	samspil-import [--config FILE] icf [--source TEXT] FILE
 *	samspil-import [--config FILE] synonyms [--source TEXT] FILE
 *	samspil-import [--config FILE] questionnaire [--draft] FILE...
 *	samspil-import [--config FILE] background FILE
 *	samspil-import [--config FILE] [--dry-run] [--decimal comma|point] [--rows N] [--faults FILE] [--unknown skip|refuse]
 *	    [--old-absence take|refuse] KIND FILE
 *	samspil-import columns | grammar
 *
 * icf takes the Danish classification of functioning: the official SKS list (fixed width; lines of other classifications are
 * passed over) or a tab-separated table.  synonyms takes the words that people use for its codes: two columns, word and code; a
 * list takes the place of the earlier one of the same source (the file's name).  questionnaire publishes, or with --draft keeps for /admin/questionnaires;
 * a questionnaire whose own tests fail is published nowhere.
 * background takes what systems of records know of citizens: cpr, section, field, value, system and date, with tabs between them.
 * It comes to their open courses; what a person wrote stays, and what the system says stands beside it.
 * KIND is what systems of records have as rows: citizens, benefit-periods, outcomes and others, in CSV or XML; conf/import.md has all of them with their columns
 * (columns prints the list, grammar that of XML files).
 * What deadlines follow from follows after the rows are in, or is left to samspil-notify; what somebody changed here since stays, and is told.
 * Each file is taken whole or not at all, a wrong line is told with its number and reason, and taking a file again changes
 * nothing.
 *
 * It ends with 0 when all is in place, 1 when something was refused or failed, 2 when the command line is wrong.
 */
#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <talloc.h>
#include <time.h>

#include "base/conf.h"
#include "base/date.h"
#include "base/log.h"
#include "base/secret.h"
#include "sql/db.h"
#include "tools/import/background.h"
#include "tools/import/icf.h"
#include "tools/import/publish.h"
#include "tools/import/rows.h"
#include "tools/import/synonyms.h"
#include "tools/operator.h"
#include "xml/labels.h"
#include "xml/node.h"
#include "xml/schema.h"

/* A million rows take their time. */
enum { PATIENCE_S = 3600 };

struct import { void *owner; const struct conf *conf; struct db *db; const char *source; bool draft; struct rows_asked rows; };

/* "SKScomplete.txt 2026-04-01": the file's name and when it was last changed. */
static const char *
source_of(const struct import *im, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash == NULL ? path : slash + 1;
	struct stat is;
	struct tm day;

	if (im->source != NULL)
		return im->source;
	if (stat(path, &is) != 0 || localtime_r(&is.st_mtime, &day) == NULL)
		return name;
	return talloc_asprintf(im->owner, "%.40s %04d-%02d-%02d", name, day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

static enum fail
import_icf(const struct import *im, const char *path)
{
	struct icf_list list;
	struct icf_done done;
	struct lines lines;
	enum fail f = lines_read(im->owner, path, &lines);

	if (f == FAIL_NONE)
		f = icf_read(im->owner, &lines, &list);
	if (f == FAIL_INPUT && lines.faults > 0)
		fprintf(stderr, "%s: %u faults, nothing is taken\n", path, lines.faults);
	if (f == FAIL_NONE)
		f = icf_store(im->db, &list, source_of(im, path), &done);
	if (f == FAIL_NONE)
		f = db_commit(im->db);
	if (f == FAIL_NONE)
		printf("%s: %zu codes: %zu new, %zu changed, %zu as they were; %zu lines of other lists, %zu earlier versions\n", path,
		    list.count, done.added, done.changed, done.same, list.skipped, list.superseded);
	return f;
}

/* A list is known by its file's name, without the day: a newer one takes its place. */
static enum fail
import_synonyms(const struct import *im, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = talloc_asprintf(im->owner, "%.60s", slash == NULL ? path : slash + 1);
	struct synonym_list list;
	struct synonyms_done done;
	struct lines lines;
	enum fail f = lines_read(im->owner, path, &lines);

	if (f == FAIL_NONE)
		f = synonyms_read(im->owner, &lines, &list);
	if (f == FAIL_INPUT && lines.faults > 0)
		fprintf(stderr, "%s: %u faults, nothing is taken\n", path, lines.faults);
	if (f == FAIL_NONE)
		f = synonyms_store(im->db, &list, im->source != NULL ? im->source : name, &done);
	if (f == FAIL_NONE)
		f = db_commit(im->db);
	if (f == FAIL_NONE)
		printf("%s: %zu synonyms: %zu new, %zu removed, %zu as they were; %zu of codes that are not there\n", path, list.count,
		    done.added, done.removed, done.same, done.unknown);
	return f;
}

static enum fail
import_background(const struct import *im, const char *path)
{
	struct told_list list;
	struct told_done done;
	struct lines lines;
	enum fail f = lines_read(im->owner, path, &lines);

	if (f == FAIL_NONE)
		f = told_read(im->owner, &lines, &list);
	if (f == FAIL_INPUT && lines.faults > 0)
		fprintf(stderr, "%s: %u faults, nothing is taken\n", path, lines.faults);
	if (f == FAIL_NONE)
		f = told_store(im->db, &list, &done);
	if (f == FAIL_NONE)
		f = db_commit(im->db);
	if (f == FAIL_NONE)
		printf("%s: %zu values: %zu new, %zu changed, %zu beside a person's, %zu as they were, %zu older than what is known;"
		    " %zu of citizens without an open course\n", path, list.count, done.added, done.changed, done.beside, done.same,
		    done.older, done.homeless);
	return f;
}

/* Each file is a transaction of its own; the others go on after one that is refused. */
static enum fail
import_questionnaires(const struct import *im, char **paths)
{
	const char *share = conf_text(im->conf, "site", "share", SAMSPIL_SHARE);
	struct schema *grammar;
	struct labels *english = NULL;
	enum fail worst = schema_read(im->owner, talloc_asprintf(im->owner, "%s/xslt/schema/questionnaire.rng", share), &grammar), f;

	if (worst == FAIL_NONE)
		worst = labels_read(im->owner, talloc_asprintf(im->owner, "%s/xslt/labels", share), "en", &english);

	for (; *paths != NULL && worst <= FAIL_INPUT; paths++) {
		f = publish(im->db, grammar, english, *paths, im->draft);
		if (f == FAIL_NONE)
			f = db_commit(im->db);
		else
			db_rollback(im->db);
		worst = f > worst ? f : worst;
	}
	return worst;
}

static enum fail
import_rows(const struct import *im, const struct rows_kind *kind, const char *path)
{
	struct rows_house house = { .share = conf_text(im->conf, "site", "share", SAMSPIL_SHARE) };
	struct labels *labels = NULL;
	enum fail f = labels_read(im->owner, talloc_asprintf(im->owner, "%s/xslt/labels", house.share), conf_text(im->conf, "site", "language", "da"), &labels);

	house.labels = labels;
	return f == FAIL_NONE ? rows_take(im->owner, im->db, kind, &house, path, &im->rows) : f;
}

static enum fail
run(struct import *im, const char *what, char **paths)
{
	const struct rows_kind *kind = rows_kind_find(what);
	enum fail f = db_new(im->owner, im->conf, "import", &im->db);

	if (f == FAIL_NONE && kind != NULL)
		db_patient(im->db, PATIENCE_S);
	if (f == FAIL_NONE)
		f = db_ready(im->db);
	if (f != FAIL_NONE)
		return operator_told("samspil-import", f);
	if (strcmp(what, "icf") == 0)
		return import_icf(im, paths[0]);
	if (strcmp(what, "synonyms") == 0)
		return import_synonyms(im, paths[0]);
	if (strcmp(what, "background") == 0)
		return import_background(im, paths[0]);
	if (kind != NULL)
		return import_rows(im, kind, paths[0]);
	return import_questionnaires(im, paths);
}

static const char forms[] =
    "usage: samspil-import [--config FILE] icf [--source TEXT] FILE\n"
    "       samspil-import [--config FILE] synonyms [--source TEXT] FILE\n"
    "       samspil-import [--config FILE] questionnaire [--draft] FILE...\n"
    "       samspil-import [--config FILE] background FILE\n"
    "       samspil-import [--config FILE] [--dry-run] [--decimal comma|point] [--rows N] [--faults FILE] [--unknown skip|refuse]\n"
    "                      [--old-absence take|refuse] KIND FILE\n"
    "       samspil-import columns\n"
    "       samspil-import grammar\n";
static const char options_told[] =
    "\n\n"
    "  --config FILE       instead of " SAMSPIL_CONF "\n"
    "  --dry-run           do everything, undo it, and say what would have changed\n"
    "  --decimal WORD      comma or point: which of them stands before the decimals in a CSV file\n"
    "  --rows N            the file has so many rows: else a file without rows, or whose last line has no end, may have been cut\n"
    "  --faults FILE       a new file for all that is wrong: line;column;reason\n"
    "  --unknown WORD      rows of citizens who are not here: skip (and count) them, or refuse the file\n"
    "  --old-absence WORD  a first day of absence long before its benefit: take it, it is meant, or refuse the file\n"
    "  --source TEXT       where a list is from, instead of the file's name\n"
    "  --draft             the questionnaire is a draft, to be published in /admin/questionnaires\n"
    "columns lists what a file of each kind has, grammar is the one of XML files; the manual is import.md in the documentation's folder.\n";

static int
usage(bool asked)
{
	FILE *out = asked ? stdout : stderr;
	size_t i;

	fprintf(out, "%sKIND is one of:", forms);
	for (i = 0; rows_kinds[i] != NULL; i++)
		fprintf(out, " %s", rows_kinds[i]->name);
	fputs(asked ? options_told : "\n", out);
	return asked ? 0 : 2;
}

/* Questionnaires come several at once, lists one by one.  False, and told why, where the command line is another one. */
static bool
takes(const char *what, int files)
{
	bool list = what != NULL && (strcmp(what, "icf") == 0 || strcmp(what, "synonyms") == 0 || strcmp(what, "background") == 0 || rows_kind_find(what) != NULL);

	if (list ? files == 1 : what != NULL && strcmp(what, "questionnaire") == 0 && files > 0)
		return true;
	if (what == NULL)
		fputs("samspil-import: what is the file of? There is no kind\n", stderr);
	else if (list || strcmp(what, "questionnaire") == 0)
		fprintf(stderr, "samspil-import: %s takes %s file, not %d\n", what, list ? "one" : "a", files);
	else
		fprintf(stderr, "samspil-import: there is no kind \"%s\"\n", what);
	return false;
}

/* An option of rows; false: its value is none. */
static bool
rows_option(struct rows_asked *asked, int option, const char *value)
{
	char *end;

	switch (option) {
	case 'D':
		asked->dry_run = true;
		return true;
	case 'F':
		asked->faults = value;
		return true;
	case 'n':
		asked->numbers = strcmp(value, "comma") == 0 ? NUMBER_COMMA : NUMBER_POINT;
		return strcmp(value, "comma") == 0 || strcmp(value, "point") == 0;
	case 'u':
		asked->refuse_unknown = strcmp(value, "refuse") == 0;
		return asked->refuse_unknown || strcmp(value, "skip") == 0;
	case 'a':
		asked->old_absence = strcmp(value, "take") == 0;
		return asked->old_absence || strcmp(value, "refuse") == 0;
	case 'r':
		asked->rows = strtol(value, &end, 10);
		return *end == '\0' && *value != '\0' && asked->rows >= 0;
	default:
		return false;
	}
}

/* What needs neither file nor database. */
static bool
told(const char *what)
{
	if (what == NULL || (strcmp(what, "columns") != 0 && strcmp(what, "grammar") != 0))
		return false;
	if (strcmp(what, "columns") == 0)
		rows_describe();
	else
		rows_grammar();
	return true;
}

/* False: the command line is wrong, or asks for help. */
static bool
options_read(struct import *im, int argc, char **argv, const char **path, bool *help)
{
	static const struct option options[] = {
		{ "config", required_argument, NULL, 'c' }, { "source", required_argument, NULL, 's' },
		{ "draft", no_argument, NULL, 'd' }, { "help", no_argument, NULL, 'h' }, { "dry-run", no_argument, NULL, 'D' },
		{ "decimal", required_argument, NULL, 'n' }, { "rows", required_argument, NULL, 'r' }, { "faults", required_argument, NULL, 'F' },
		{ "unknown", required_argument, NULL, 'u' }, { "old-absence", required_argument, NULL, 'a' }, { 0 },
	};
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		*help = option == 'h';
		if (option == 'c')
			*path = optarg;
		else if (option == 's')
			im->source = optarg;
		else if (option == 'd')
			im->draft = true;
		else if (*help || !rows_option(&im->rows, option, optarg)) {
			if (!*help && option != '?')
				fprintf(stderr, "samspil-import: \"%s\" is no value of that option\n", optarg);
			return false;
		}
	}
	return true;
}

int
main(int argc, char **argv)
{
	struct import im = { .rows = { .rows = -1 } };
	const char *path = SAMSPIL_CONF;
	struct conf *conf;
	bool help = false;
	int files;
	enum fail f;

	log_program("import");
	if (!options_read(&im, argc, argv, &path, &help))
		return usage(help);
	files = argc - optind - 1;
	if (files == 0 && told(argv[optind]))
		return 0;
	if (!takes(argv[optind], files) || !secret_start())
		return usage(false);
	im.owner = talloc_new(NULL);
	date_start();
	node_start();
	f = conf_read(im.owner, path, &conf);
	im.conf = conf;
	if (f == FAIL_NONE)
		f = run(&im, argv[optind], argv + optind + 1);
	talloc_free(im.owner);
	return f == FAIL_NONE ? 0 : 1;
}
