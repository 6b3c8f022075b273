#include "domain/stylesheet.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "rule/difference.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"
#include "xml/renderer.h"

enum { AROUND = 3 };

const char *const stylesheet_programs[] = { "portal", "answer", "screening", "triage", "plan", "report", "admin", NULL };

char *
stylesheet_beginning(const void *owner, const char *program)
{
	return talloc_asprintf(owner,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"\n"
	    "    xmlns:p=\"urn:samspil:page:1\" xmlns:s=\"urn:samspil:functions\" exclude-result-prefixes=\"p s\">\n"
	    "  <xsl:import href=\"samspil:pages/%s.xsl\"/>\n\n"
	    "</xsl:stylesheet>", program);
}

/* In the order of struct stylesheet_version; read_version takes them apart. */
#define COLUMNS \
	"SELECT v.id, v.revision, v.number, v.department_id, v.program, v.state, v.sheet, v.reason, v.created_by, v.changed_by," \
	"  v.changed_at, v.asked_by, v.asked_at, v.activated_by, v.activated_at, v.retired_by, v.retired_at, v.retired_why" \
	" FROM stylesheet_version v"
enum { COLUMN_COUNT = 18 };

static bool
read_version(struct db *db, const void *owner, const char *sql, const struct value *args, struct stylesheet_version *out)
{
	const char *c[COLUMN_COUNT];

	*out = (struct stylesheet_version){ 0 };
	if (!rows_one(db, owner, c, COLUMN_COUNT, sql, args))
		return false;
	*out = (struct stylesheet_version){
		.id = atoll(c[0]), .revision = atoll(c[1]), .number = atoi(c[2]), .department = c[3], .program = c[4], .state = c[5],
		.sheet = c[6], .reason = c[7], .created_by = c[8], .changed_by = c[9], .changed_at = c[10], .asked_by = c[11],
		.asked_at = c[12], .activated_by = c[13], .activated_at = c[14], .retired_by = c[15], .retired_at = c[16],
		.retired_why = c[17],
	};
	return true;
}

bool
stylesheet_find(struct db *db, const void *owner, long long id, struct stylesheet_version *out)
{
	return read_version(db, owner, COLUMNS " WHERE v.id = ?", ARGS(INT(id)), out);
}

bool
stylesheet_active(struct db *db, const void *owner, const char *department, const char *program, struct stylesheet_version *out)
{
	return read_version(db, owner, COLUMNS " JOIN stylesheet_view w ON w.active_id = v.id WHERE w.department_id = ? AND w.program = ?",
	    ARGS(TEXT(department), TEXT(program)), out);
}

bool
stylesheet_draft_of(struct db *db, const void *owner, const char *department, const char *program, const char *by,
    struct stylesheet_version *out)
{
	return read_version(db, owner, COLUMNS " WHERE v.department_id = ? AND v.program = ? AND v.state = 'draft' AND v.created_by = ?"
	    " ORDER BY v.id LIMIT 1", ARGS(TEXT(department), TEXT(program), TEXT(by)), out);
}

/*
 * Steps of one view happen one after the other: each locks its row first.  Who waited for it and finds it changed since the
 * transaction began gets FAIL_BUSY and begins anew, on what is there by then.  Returns the active version, 0 for none.
 */
static long long
lock_view(struct db *db, const char *department, const char *program)
{
	long long active = rows_int(db, -1, "SELECT COALESCE(active_id, 0) FROM stylesheet_view WHERE department_id = ? AND program = ?"
	    " FOR UPDATE", ARGS(TEXT(department), TEXT(program)));

	if (active >= 0 || db_failed(db) != FAIL_NONE)
		return active < 0 ? 0 : active;
	if (exec_unique(db, "INSERT INTO stylesheet_view (department_id, program, look_revision)"
	    " VALUES (?, ?, (SELECT revision FROM department_look WHERE department_id = ?))",
	    ARGS(TEXT(department), TEXT(program), TEXT(department))) < 0)
		db_fail(db, FAIL_BUSY);
	return 0;
}

static bool
is_too_long(struct db *db, const char *sheet)
{
	if (strlen(sheet) <= LAYER_MAX)
		return false;
	if (db_failed(db) == FAIL_NONE)
		db_fail(db, fail_log(FAIL_LARGE, "stylesheet: a layer of %zu bytes, at most %d", strlen(sheet), LAYER_MAX));
	return true;
}

long long
stylesheet_draft(struct db *db, const char *department, const char *program, const char *by, const char *sheet, const char *reason)
{
	long long own, number;

	if (is_too_long(db, sheet))
		return 0;
	lock_view(db, department, program);
	own = rows_int(db, 0, "SELECT id FROM stylesheet_version WHERE department_id = ? AND program = ? AND state = 'draft'"
	    " AND created_by = ? ORDER BY id LIMIT 1 FOR UPDATE", ARGS(TEXT(department), TEXT(program), TEXT(by)));
	if (own != 0 || db_failed(db) != FAIL_NONE)
		return own;
	number = rows_int(db, 0, "SELECT number FROM stylesheet_version WHERE department_id = ? AND program = ?"
	    " ORDER BY number DESC LIMIT 1 FOR UPDATE", ARGS(TEXT(department), TEXT(program)));
	return exec_insert(db, "INSERT INTO stylesheet_version (department_id, program, number, sheet, reason, created_by, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?)", ARGS(TEXT(department), TEXT(program), INT(number + 1), TEXT(sheet), TEXT(reason), TEXT(by),
	    TEXT(by)));
}

/* Why a change of a draft met nothing. */
static enum stylesheet_step
hindrance(struct db *db, long long id)
{
	const char *state = rows_text(db, db, "SELECT state FROM stylesheet_version WHERE id = ?", ARGS(INT(id)));
	enum stylesheet_step step = STYLESHEET_STALE;

	if (state == NULL)
		step = STYLESHEET_GONE;
	else if (strcmp(state, "draft") != 0)
		step = STYLESHEET_NOT_A_DRAFT;
	talloc_free((void *)state);
	return step;
}

/* What became of a change of a draft: rows were found, or why not. */
static enum stylesheet_step
outcome(struct db *db, long long id, long long rows)
{
	if (db_failed(db) != FAIL_NONE)
		return STYLESHEET_GONE;
	return rows > 0 ? STYLESHEET_DONE : hindrance(db, id);
}

enum stylesheet_step
stylesheet_save(struct db *db, long long id, long long revision, const char *by, const char *sheet, const char *reason)
{
	if (is_too_long(db, sheet))
		return STYLESHEET_GONE;
	return outcome(db, id, exec(db, "UPDATE stylesheet_version SET sheet = ?, reason = ?, changed_by = ?, changed_at = NOW(),"
	    " asked_by = NULL, asked_at = NULL, revision = revision + 1 WHERE id = ? AND state = 'draft' AND revision = ?",
	    ARGS(TEXT(sheet), TEXT(reason), TEXT(by), INT(id), INT(revision))));
}

enum stylesheet_step
stylesheet_ask(struct db *db, long long id, long long revision, const char *by)
{
	/* asked_at first: it looks at what asked_by was. */
	return outcome(db, id, exec(db, "UPDATE stylesheet_version SET asked_at = IF(asked_by IS NULL, NOW(), asked_at),"
	    " asked_by = COALESCE(asked_by, ?) WHERE id = ? AND state = 'draft' AND revision = ?",
	    ARGS(TEXT(by), INT(id), INT(revision))));
}

enum stylesheet_step
stylesheet_discard(struct db *db, long long id, long long revision)
{
	long long there = rows_int(db, 0, "SELECT id FROM stylesheet_version WHERE id = ? AND state = 'draft' AND revision = ? FOR UPDATE",
	    ARGS(INT(id), INT(revision)));

	if (there == 0)
		return outcome(db, id, 0);
	exec(db, "DELETE FROM stylesheet_use WHERE version_id = ?", ARGS(INT(id)));
	exec(db, "DELETE FROM stylesheet_failure WHERE version_id = ?", ARGS(INT(id)));
	return outcome(db, id, exec(db, "DELETE FROM stylesheet_version WHERE id = ?", ARGS(INT(id))));
}

/*
 * The moment of a step, later than all that was noted of the view: that a version gave way to the next is known by retired_at of the
 * one being activated_at of the other, and seconds are too coarse (or a cluster's clocks too different) to tell by themselves.
 */
static const char *
next_moment(struct db *db, const void *owner, const char *department, const char *program)
{
	return rows_text(db, owner, "SELECT CAST(GREATEST(NOW(), COALESCE(MAX(activated_at) + INTERVAL 1 SECOND, NOW()),"
	    " COALESCE(MAX(retired_at) + INTERVAL 1 SECOND, NOW())) AS CHAR(19)) FROM stylesheet_version"
	    " WHERE department_id = ? AND program = ?", ARGS(TEXT(department), TEXT(program)));
}

static void
retire(struct db *db, long long id, const char *by, const char *moment, const char *why)
{
	exec(db, "UPDATE stylesheet_version SET state = 'retired', retired_by = ?, retired_at = ?, retired_why = ?"
	    " WHERE id = ? AND state = 'active'", ARGS(TEXT(by), TEXT(moment), TEXT(why), INT(id)));
}

static void
show(struct db *db, const char *department, const char *program, long long id)
{
	exec(db, "UPDATE stylesheet_view SET active_id = ?, failures_in_row = 0 WHERE department_id = ? AND program = ?",
	    ARGS(id == 0 ? NOTHING : INT(id), TEXT(department), TEXT(program)));
}

static bool
is_one_of_its_people(const struct stylesheet_version *version, const char *by)
{
	return strcmp(by, version->created_by) == 0 || strcmp(by, version->changed_by) == 0 || strcmp(by, version->asked_by) == 0;
}

static enum stylesheet_step
may_be_activated(const struct stylesheet_version *version, long long revision, const char *by)
{
	if (strcmp(version->state, "draft") != 0)
		return STYLESHEET_NOT_A_DRAFT;
	if (version->revision != revision)
		return STYLESHEET_STALE;
	if (version->asked_by == NULL)
		return STYLESHEET_NOT_ASKED;
	return is_one_of_its_people(version, by) ? STYLESHEET_SAME_PERSON : STYLESHEET_DONE;
}

enum stylesheet_step
stylesheet_activate(struct db *db, long long id, long long revision, const char *by)
{
	void *memory = talloc_new(db);
	struct stylesheet_version version;
	enum stylesheet_step step = STYLESHEET_GONE;
	const char *moment;
	long long active;

	if (!stylesheet_find(db, memory, id, &version))
		goto done;
	active = lock_view(db, version.department, version.program);
	if (!read_version(db, memory, COLUMNS " WHERE v.id = ? FOR UPDATE", ARGS(INT(id)), &version))
		goto done;
	step = may_be_activated(&version, revision, by);
	if (step != STYLESHEET_DONE)
		goto done;
	moment = next_moment(db, memory, version.department, version.program);
	retire(db, active, by, moment, NULL);
	exec(db, "UPDATE stylesheet_version SET state = 'active', activated_by = ?, activated_at = ? WHERE id = ?",
	    ARGS(TEXT(by), TEXT(moment), INT(id)));
	show(db, version.department, version.program, id);
	if (db_failed(db) != FAIL_NONE)
		step = STYLESHEET_GONE;
done:
	talloc_free(memory);
	return step;
}

/* The latest of those that gave way to another and have not come back: where a step back leads; 0 for none. */
static long long
version_before(struct db *db, const char *department, const char *program)
{
	return rows_int(db, 0, "SELECT v.id FROM stylesheet_version v WHERE v.department_id = ? AND v.program = ? AND v.state = 'retired'"
	    " AND v.retired_by IS NOT NULL AND EXISTS (SELECT 1 FROM stylesheet_version n WHERE n.department_id = v.department_id"
	    "  AND n.program = v.program AND n.activated_at = v.retired_at)"
	    " ORDER BY v.activated_at DESC LIMIT 1", ARGS(TEXT(department), TEXT(program)));
}

enum stylesheet_step
stylesheet_roll_back(struct db *db, const char *department, const char *program, long long from, const char *by, const char *why)
{
	long long active = lock_view(db, department, program), before = version_before(db, department, program);
	const char *moment;

	if (db_failed(db) != FAIL_NONE)
		return STYLESHEET_GONE;
	if (active != from)
		return STYLESHEET_STALE;
	if (active == 0 && before == 0)
		return STYLESHEET_NOTHING_BEFORE;
	moment = next_moment(db, db, department, program);
	retire(db, active, by, moment, why);
	exec(db, "UPDATE stylesheet_version SET state = 'active', retired_by = NULL, retired_at = NULL, retired_why = NULL WHERE id = ?",
	    ARGS(INT(before)));
	show(db, department, program, before);
	talloc_free((void *)moment);
	return db_failed(db) == FAIL_NONE ? STYLESHEET_DONE : STYLESHEET_GONE;
}

bool
stylesheet_take_out(struct db *db, long long version, const char *why)
{
	if (exec(db, "UPDATE stylesheet_view SET active_id = NULL, failures_in_row = 0 WHERE active_id = ?", ARGS(INT(version))) == 0)
		return false;
	exec(db, "UPDATE stylesheet_version SET state = 'retired', retired_at = NOW(), retired_why = ? WHERE id = ? AND state = 'active'",
	    ARGS(TEXT(why), INT(version)));
	return db_failed(db) == FAIL_NONE;
}

static void
add_line(xmlNode *parent, const struct changed_line *changed)
{
	static const char *const names[] = { [CHANGE_SAME] = "same", [CHANGE_REMOVED] = "removed", [CHANGE_ADDED] = "added" };
	xmlNode *line = node_add(parent, "line");

	node_set(line, "change", names[changed->change]);
	if (changed->old > 0)
		node_set_int(line, "old", (long long)changed->old);
	if (changed->new > 0)
		node_set_int(line, "new", (long long)changed->new);
	if (changed->length > 0)
		xmlAddChild(line, xmlNewDocTextLen(line->doc, (const xmlChar *)changed->text, (int)changed->length));
}

/* From a line that is not shown to the next that is, or, past the most lines, to the end: one gap.  Returns where it ends. */
static size_t
add_gap(xmlNode *parent, const struct difference *difference, size_t at, bool rest)
{
	xmlNode *gap = node_add(parent, "gap");
	bool changed = false;
	size_t i;

	for (i = at; i < difference->count && (rest || !difference_is_near(difference, i, AROUND)); i++)
		changed |= difference->lines[i].change != CHANGE_SAME;
	node_set_int(gap, "lines", (long long)(i - at));
	node_set(gap, "changed", changed ? "yes" : NULL);
	return i;
}

bool
stylesheet_difference(xmlNode *parent, const struct stylesheet_version *from, const struct stylesheet_version *to)
{
	xmlNode *node = node_add(parent, "difference");
	void *memory = talloc_new(NULL);
	struct difference difference;
	size_t i = 0, shown = 0;
	bool found = difference_find(memory, from == NULL ? "" : from->sheet, to->sheet, &difference);

	if (from != NULL)
		node_set_int(node, "from", from->number);
	node_set_int(node, "to", to->number);
	while (i < difference.count) {
		bool rest = shown >= STYLESHEET_LINES_MAX;

		if (rest || !difference_is_near(&difference, i, AROUND)) {
			i = add_gap(node, &difference, i, rest);
			continue;
		}
		add_line(node, &difference.lines[i++]);
		shown++;
	}
	talloc_free(memory);
	return found;
}
