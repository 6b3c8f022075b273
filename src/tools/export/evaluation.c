/*
 * samspil-export evaluation: pseudonymised rows for those who evaluate, in one folder, logged with why and to whom.
 *
 * It is written down (evaluation_extract, and in the access log for each person whose rows went out) before the folder is there, so none leaves the
 * house unseen; if the folder cannot be put there in the end, what stands in the log is one that nobody got.
 */
#include <getopt.h>
#include <signal.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

#include "base/date.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "rule/cpr.h"
#include "rule/suppression.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "tools/export/accesses.h"
#include "tools/export/codebook.h"
#include "tools/export/export.h"
#include "tools/export/extract.h"
#include "tools/export/folder.h"
#include "tools/operator.h"
#include "xml/node.h"

enum { PURPOSE, RECEIVER, LEGAL_BASIS, FROM, TO, KEY_FILE, OUT, AGAIN, OPTIONS, NEEDED = AGAIN };
static const char *const option_names[OPTIONS] = { "purpose", "receiver", "legal-basis", "from", "to", "key-file", "out", "again" };
static const size_t longest[OPTIONS] = { 400, 200, 400, 20, 20, 4000, 4000, 400 };

struct evaluation { const struct export *ex; const char *words[OPTIONS]; struct date from, to, today; struct key key; const char *by_whom; };

/* The command line's words; false: usage. */
static bool
read_words(struct evaluation *e, int argc, char **argv)
{
	struct option options[OPTIONS + 1] = { 0 };
	int option;
	size_t i;

	for (i = 0; i < OPTIONS; i++)
		options[i] = (struct option){ option_names[i], required_argument, NULL, (int)i };
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option < 0 || option >= OPTIONS || e->words[option] != NULL)
			return false;
		e->words[option] = optarg;
	}
	for (i = 0; i < NEEDED; i++)
		if (e->words[i] == NULL)
			fprintf(stderr, "--%s is missing\n", option_names[i]);
	for (i = 0; i < NEEDED && e->words[i] != NULL; i++)
		continue;
	return i == NEEDED && optind == argc;
}

static enum fail
told(const char *option, const char *why)
{
	fprintf(stderr, "--%s %s\n", option, why);
	return FAIL_INPUT;
}

/* Words are kept as forms keep them; the log tells of no person. */
static enum fail
check_word(struct evaluation *e, size_t i)
{
	size_t length;

	if (!text_is_clean(e->words[i], strlen(e->words[i])) || text_characters(e->words[i]) > longest[i])
		return told(option_names[i], "is no text in UTF-8, or too long");
	if (i == KEY_FILE || i == OUT)
		return e->words[i][0] == '\0' ? told(option_names[i], "is empty") : FAIL_NONE;
	e->words[i] = text_tidy(e->ex->owner, talloc_strdup(e->ex->owner, e->words[i]));
	if (e->words[i] == NULL || e->words[i][0] == '\0')
		return told(option_names[i], "is empty");
	return i != FROM && i != TO && cpr_stands_in(e->words[i], &length) != NULL ? told(option_names[i], "holds what looks like a CPR number") : FAIL_NONE;
}

/* Months that are over, so that no two extracts differ by the few of some days. */
static enum fail
check_months(const struct evaluation *e)
{
	struct date next;

	if (strcmp(e->to.iso, e->today.iso) > 0)
		return told("to", "is still to come");
	date_add_days(e->to.iso, 1, &next);
	if (strcmp(e->from.iso + 8, "01") != 0)
		return told("from", "is not the first day of a month: an extract is of whole months");
	return strcmp(next.iso + 8, "01") != 0 ? told("to", "is not the last day of a month: an extract is of whole months") : FAIL_NONE;
}

static enum fail
check_words(struct evaluation *e)
{
	enum fail f = FAIL_NONE;
	size_t i;

	for (i = 0; i < OPTIONS && f == FAIL_NONE; i++)
		f = e->words[i] == NULL ? FAIL_NONE : check_word(e, i);
	if (f != FAIL_NONE)
		return f;
	date_today(&e->today);
	if (!date_parse(e->words[FROM], &e->from))
		return told("from", "is no date; one is written 2024-01-01");
	if (!date_parse(e->words[TO], &e->to))
		return told("to", "is no date; one is written 2024-12-31");
	if (strcmp(e->to.iso, e->from.iso) < 0)
		return told("to", "is before --from");
	return check_months(e);
}

/* Another receiver's extract may be joined with this one as well; whether the two are one, only people know. */
static void
tell_others(const struct evaluation *e)
{
	const char *others = rows_text(e->ex->db, e->ex->owner, "SELECT GROUP_CONCAT(CONCAT('no. ', id, ' to ', receiver) ORDER BY id SEPARATOR ', ') FROM evaluation_extract"
	    " WHERE NOT " EXTRACT_RECEIVER_IS " AND from_on <= ? AND to_on >= ?", ARGS(EXTRACT_RECEIVER(e->words[RECEIVER]), TEXT(e->to.iso), TEXT(e->from.iso)));

	if (others != NULL)
		fprintf(stderr, "note: part of that period went out already (%s): who has both can tell who is in one of them alone\n", others);
}

/* Who has two extracts of nearly the same time can tell who is in one of them alone.  The lock: two at once see each other. */
static enum fail
check_earlier(const struct evaluation *e)
{
	struct db *db = e->ex->db;

	if (rows_int(db, 0, "SELECT GET_LOCK(CONCAT(DATABASE(), '.evaluation'), 0)", NO_ARGS) != 1) {
		fputs("another extract is being made: try again when it is done\n", stderr);
		return FAIL_BUSY;
	}
	db_rollback(db);
	if (db_ready(db) != FAIL_NONE)
		return db_failed(db);
	if (e->words[AGAIN] == NULL && rows_int(db, 0, "SELECT COUNT(*) FROM evaluation_extract WHERE " EXTRACT_RECEIVER_IS " AND from_on <= ? AND to_on >= ?",
	    ARGS(EXTRACT_RECEIVER(e->words[RECEIVER]), TEXT(e->to.iso), TEXT(e->from.iso))) > 0) {
		fputs("the receiver has an extract of part of that period already: two of them can single people out. Say why with --again REASON\n", stderr);
		return FAIL_INPUT;
	}
	tell_others(e);
	return db_failed(db);
}

/* Did somebody ask it to end?  Signals wait while an extract is made, so that nothing of it stays behind. */
static bool
told_to_end(void)
{
	sigset_t waiting;

	return sigpending(&waiting) == 0 && (sigismember(&waiting, SIGINT) == 1 || sigismember(&waiting, SIGTERM) == 1 || sigismember(&waiting, SIGHUP) == 1);
}

static void
write_file(struct extract *extract, const struct extract_file *file, struct folder *folder, struct codebook *book)
{
	struct extract_codes codes[EXTRACT_COLUMNS_MAX] = { 0 };
	FILE *out = folder_open(folder, talloc_asprintf(extract->owner, "%s.csv", file->name));
	long rows = 0;
	size_t i;

	if (out != NULL)
		rows = file == extract_files ? extract_write_persons(extract, file, out, codes) : extract_write(extract, file, out, codes);
	extract->rows += rows;
	codebook_file(book, extract->db, file, codes, rows);
	folder_close(folder);
	for (i = 0; i < EXTRACT_COLUMNS_MAX; i++)
		extract_codes_drop(&codes[i]);
}

/* How many were left out for their protected address, unless they are so few that it tells of them. */
static void
describe(const struct evaluation *e, const struct extract *extract, xmlNode *node)
{
	node_set(node, "number", extract->number);
	node_set(node, "key", e->key.mark);
	node_set(node, "from", e->from.iso);
	node_set(node, "to", e->to.iso);
	node_set(node, "today", e->today.iso);
	node_set_int(node, "persons", (long long)extract->count);
	node_set_int(node, "rows", extract->rows);
	node_set_int(node, "hidden", extract->hidden);
	if (suppression_allows(extract->protected))
		node_set_int(node, "protected", extract->protected);
	node_set(node, "version", PACKAGE_VERSION);
	node_add_text(node, "purpose", e->words[PURPOSE]);
	node_add_text(node, "receiver", e->words[RECEIVER]);
	node_add_text(node, "legal-basis", e->words[LEGAL_BASIS]);
}

/* Who was in it, for the extracts to come; and each person's own log says that their rows went out. */
static void
log_persons(const struct extract *extract, long long id)
{
	enum { WIDTH = 2, BLOCK = 1000 };
	struct value *pairs = talloc_array(extract->owner, struct value, WIDTH * BLOCK);
	long long *citizens = talloc_array(extract->owner, long long, (unsigned)extract->count);
	size_t from, i;

	for (from = 0; from < extract->count; from += BLOCK) {
		size_t count = extract->count - from < BLOCK ? extract->count - from : BLOCK;

		for (i = 0; i < count; i++) {
			citizens[from + i] = extract->by_citizen[from + i]->citizen;
			pairs[WIDTH * i] = INT(id);
			pairs[WIDTH * i + 1] = INT(citizens[from + i]);
		}
		exec_rows(extract->db, "INSERT INTO evaluation_person (extract_id, citizen_id) VALUES (?, ?)", pairs, WIDTH, count);
	}
	accesses_log(extract->db, extract->owner, citizens, extract->count, "evaluation", id);
}

static enum fail
log_extract(const struct evaluation *e, const struct extract *extract, const char *sum)
{
	long long id = exec_insert(extract->db, "INSERT INTO evaluation_extract"
	    " (purpose, receiver, legal_basis, from_on, to_on, again, key_mark, persons, total, hidden, sha256, by_whom) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    ARGS(TEXT(e->words[PURPOSE]), TEXT(e->words[RECEIVER]), TEXT(e->words[LEGAL_BASIS]), TEXT(e->from.iso), TEXT(e->to.iso), TEXT(e->words[AGAIN]), TEXT(e->key.mark), INT((long long)extract->count), INT(extract->rows), INT(extract->hidden), TEXT(sum), TEXT(e->by_whom)));

	log_persons(extract, id);
	return db_failed(extract->db) == FAIL_NONE ? db_commit(extract->db) : db_failed(extract->db);
}

static enum fail
write_all(const struct evaluation *e, struct extract *extract, struct folder *folder, struct codebook *book)
{
	char sum[FOLDER_SUM + 1];
	const struct extract_file *file;

	for (file = extract_files; file->name != NULL && !told_to_end() && folder->wrong == FAIL_NONE && db_failed(extract->db) == FAIL_NONE; file++)
		write_file(extract, file, folder, book);
	describe(e, extract, node_child(xmlDocGetRootElement(book->doc), "extract"));
	codebook_write(book, folder);
	folder_seal(folder, sum);
	if (folder->wrong != FAIL_NONE || db_failed(extract->db) != FAIL_NONE)
		return folder->wrong != FAIL_NONE ? folder->wrong : db_failed(extract->db);
	if (told_to_end()) {
		fputs("ended before it was done: nothing is written\n", stderr);
		return FAIL_INPUT;
	}
	return log_extract(e, extract, sum);
}

static enum fail
make(const struct evaluation *e, struct folder *folder)
{
	struct extract extract = { .owner = e->ex->owner, .db = e->ex->db, .from = e->from.iso, .to = e->to.iso, .today = e->today.iso, .key = &e->key };
	struct codebook book = { 0 };
	enum fail f = folder->wrong;

	key_number(extract.number);
	if (f == FAIL_NONE)
		f = extract_find(&extract);
	if (f == FAIL_NONE)
		f = extract_differs(&extract, e->words[RECEIVER]);
	if (f == FAIL_NONE)
		f = codebook_begin(e->ex->owner, e->ex->conf, &book);
	if (f == FAIL_NONE)
		f = write_all(e, &extract, folder, &book);
	if (f == FAIL_NONE)
		f = folder_hand_over(folder);
	folder_drop(folder);
	codebook_end(&book);
	extract_codes_drop(&extract.trait_texts);
	if (f == FAIL_NONE)
		printf("%s: %zu persons, %ld rows, %ld values left out; key %s\n", folder->final, extract.count, extract.rows, extract.hidden, e->key.mark);
	return f;
}

static int
run(const struct export *ex, int argc, char **argv)
{
	struct evaluation e = { .ex = ex, .by_whom = operator_name(ex->owner) };
	enum fail f;

	if (!read_words(&e, argc, argv))
		return EXPORT_USAGE;
	export_let_signals_wait();
	f = check_words(&e);
	if (f == FAIL_NONE)
		f = key_read(e.words[KEY_FILE], &e.key);
	if (f == FAIL_NONE)
		f = check_earlier(&e);
	if (f == FAIL_NONE)
		f = make(&e, folder_begin(ex->owner, e.words[OUT]));
	key_forget(&e.key);
	return (int)f;
}

const struct export_command export_evaluation = { .name = "evaluation", .run = run,
	.usage = "--purpose TEXT --receiver TEXT --legal-basis TEXT\n              --from DATE --to DATE --key-file FILE --out FOLDER [--again REASON]" };
