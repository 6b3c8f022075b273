#include "domain/publishing.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "sql/exec.h"
#include "xml/node.h"

#define BY_ID \
	"SELECT CAST(id AS CHAR(20)), code, CAST(version AS CHAR(20)), state, checksum, title, CAST(revision AS CHAR(20))," \
	" changed_by FROM questionnaire WHERE id = ?"
#define BY_VERSION \
	"SELECT CAST(id AS CHAR(20)), code, CAST(version AS CHAR(20)), state, checksum, title, CAST(revision AS CHAR(20))," \
	" changed_by FROM questionnaire WHERE code = ? AND version = ?"
enum { ID, CODE, NUMBER, STATE, CHECKSUM, TITLE, REVISION, CHANGED_BY, COLUMNS };

static long long
number(const char *text)
{
	return text == NULL ? 0 : atoll(text);
}

bool
publishing_find(struct db *db, const void *owner, long long id, struct publishing *out)
{
	const char *is[COLUMNS];
	bool found = rows_one(db, owner, is, COLUMNS, BY_ID, ARGS(INT(id))) == 1;

	*out = (struct publishing){ number(is[ID]), number(is[NUMBER]), number(is[REVISION]), is[CODE], is[STATE], is[CHECKSUM], is[TITLE] };
	return found;
}

static bool
is_draft(const char *state)
{
	return strcmp(state, "draft") == 0;
}

/* At the root: name is the code of the questionnaire unless it is about another, is its version. */
static void
add(struct reasons *reasons, const struct questionnaire *q, enum reason_key key, const char *name)
{
	reasons_add(reasons, &(struct reason){ .key = key, .line = xmlGetLineNo(q->root), .element = (const char *)q->root->name,
	    .name = name == NULL ? q->code : name, .is = talloc_asprintf(reasons->owner, "%ld", q->version) });
}

static void
add_occupied(struct checked *checked, bool draft)
{
	add(&checked->faults, checked->q, draft ? REASON_OTHER_DRAFT : REASON_OTHER_PUBLISHED, NULL);
}

/* The codes that may be decided today for those whom it asks, with commas between; owned by the reasons' owner, NULL for none. */
static const char *
categories_of(struct db *db, const struct checked *checked, const char *today)
{
	return rows_text(db, checked->doubts.owner, "SELECT GROUP_CONCAT(DISTINCT c.code ORDER BY c.code SEPARATOR ', ')"
	    "  FROM (SELECT CAST(? AS DATE) AS today, CAST(? AS CHAR(40)) COLLATE utf8mb4_danish_ci AS benefit) me"
	    "  JOIN target_group g ON g.valid_from <= me.today AND (g.valid_to IS NULL OR g.valid_to >= me.today)"
	    "   AND (me.benefit IS NULL OR g.benefit_type IS NULL OR g.benefit_type = me.benefit)"
	    "  JOIN risk_category c ON c.target_group = g.code AND c.valid_from <= me.today AND (c.valid_to IS NULL OR c.valid_to >= me.today)",
	    ARGS(TEXT(today), TEXT(checked->q->benefit_type)));
}

static bool
is_listed(const char *codes, const char *code)
{
	size_t length = strlen(code);
	const char *at = codes;

	while (at != NULL && !(strncmp(at, code, length) == 0 && (at[length] == '\0' || at[length] == ','))) {
		at = strchr(at, ' ');
		at = at == NULL ? NULL : at + 1;
	}
	return at != NULL;
}

/* Source: domain.md b, risk_assessment: what is decided is compared with what is indicated. */
static void
doubt_indications(struct db *db, struct checked *checked)
{
	const struct questionnaire *q = checked->q;
	const xmlNode *node = node_child(q->root, "indication");
	const char *codes;
	struct date today;

	if (node == NULL || strcmp(checked->audience, "citizen") != 0)
		return;
	date_today(&today);
	/* It may be asked again, when it is stored. */
	checked->doubts.count = checked->doubts.left_out = 0;
	codes = categories_of(db, checked, today.iso);
	for (; node != NULL; node = node_next(node, "indication"))
		if (!is_listed(codes, node_get(node, "id")))
			reasons_add(&checked->doubts, &(struct reason){ .key = REASON_NO_CATEGORY, .line = xmlGetLineNo(node),
			    .element = "indication", .name = node_get(node, "id"), .wanted = codes == NULL ? "" : codes });
}

bool
publishing_fits(struct db *db, long long id, struct checked *checked)
{
	const struct questionnaire *q = checked->q;
	const char *is[COLUMNS];

	if (q->benefit_type != NULL && rows_int(db, 0, "SELECT 1 FROM benefit_type WHERE code = ?", ARGS(TEXT(q->benefit_type))) == 0)
		add(&checked->faults, q, REASON_NO_BENEFIT, q->benefit_type);
	if (rows_one(db, checked->faults.owner, is, COLUMNS, BY_VERSION, ARGS(TEXT(q->code), INT(q->version))) &&
	    number(is[ID]) != id && (id != 0 || strcmp(is[CHECKSUM], checked->checksum) != 0))
		add_occupied(checked, is_draft(is[STATE]));
	else if (rows_int(db, 0, "SELECT MAX(version) FROM questionnaire WHERE code = ? AND state <> 'draft'", ARGS(TEXT(q->code))) > q->version)
		add(&checked->faults, q, REASON_LATER_PUBLISHED, NULL);
	doubt_indications(db, checked);
	return checked->faults.count == 0 && db_failed(db) == FAIL_NONE;
}

static enum publishing_step
refused(const struct db *db)
{
	return db_failed(db) == FAIL_NONE ? PUBLISHING_REFUSED : PUBLISHING_GONE;
}

/* The columns that say what the text says stand in one order in both statements. */
#define FACTS(c) TEXT((c)->q->code), INT((c)->q->version), TEXT((c)->q->language), TEXT((c)->languages), TEXT((c)->q->title), \
	TEXT((c)->q->benefit_type), TEXT((c)->audience), TEXT((c)->q->licence), TEXT((c)->q->legal_basis), TEXT((c)->xml), \
	TEXT((c)->checksum)

static enum publishing_step
write_draft(struct db *db, long long id, long long revision, struct checked *checked, const char *by)
{
	long long n = exec_unique(db, "UPDATE questionnaire SET code = ?, version = ?, language = ?, languages = ?, title = ?,"
	    " benefit_type = ?, audience = ?, licence = ?, legal_basis = ?, xml = ?, checksum = ?, changed_at = NOW(), changed_by = ?,"
	    " revision = revision + 1 WHERE id = ? AND state = 'draft' AND revision = ?",
	    ARGS(FACTS(checked), TEXT(by), INT(id), INT(revision)));

	if (n == -1) {
		add(&checked->faults, checked->q, REASON_VERSION_THERE, NULL);
		return PUBLISHING_REFUSED;
	}
	return db_failed(db) != FAIL_NONE ? PUBLISHING_GONE : n == 0 ? PUBLISHING_STALE : PUBLISHING_DONE;
}

/* The version is there: with this content, as a draft that samspil-import may replace, or in the way. */
static enum publishing_step
meet(struct db *db, const char *const *is, struct checked *checked, const char *by)
{
	bool draft = is_draft(is[STATE]);

	if (strcmp(is[CHECKSUM], checked->checksum) == 0)
		return PUBLISHING_SAME;
	if (draft && by == NULL && is[CHANGED_BY] == NULL)
		return publishing_fits(db, number(is[ID]), checked) ? write_draft(db, number(is[ID]), number(is[REVISION]), checked, by) :
		    refused(db);
	add_occupied(checked, draft);
	return PUBLISHING_REFUSED;
}

enum publishing_step
publishing_draft(struct db *db, struct checked *checked, const char *by, long long *id)
{
	const char *is[COLUMNS];
	const struct questionnaire *q = checked->q;

	*id = 0;
	if (rows_one(db, checked->faults.owner, is, COLUMNS, BY_VERSION, ARGS(TEXT(q->code), INT(q->version)))) {
		*id = number(is[ID]);
		return meet(db, is, checked, by);
	}
	if (!publishing_fits(db, 0, checked))
		return refused(db);
	*id = exec_insert(db, "INSERT INTO questionnaire (code, version, language, languages, title, benefit_type, audience, licence,"
	    " legal_basis, xml, checksum, state, created_by, changed_at, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', ?, NOW(), ?)", ARGS(FACTS(checked), TEXT(by), TEXT(by)));
	return *id == 0 ? PUBLISHING_GONE : PUBLISHING_DONE;
}

/* Why a step found no row to change. */
static enum publishing_step
hindrance(struct db *db, long long id, const char *state, enum publishing_step other)
{
	struct publishing is;
	void *owner = talloc_new(NULL);
	enum publishing_step step = PUBLISHING_GONE;

	if (publishing_find(db, owner, id, &is))
		step = strcmp(is.state, state) != 0 ? other : PUBLISHING_STALE;
	talloc_free(owner);
	return step;
}

enum publishing_step
publishing_save(struct db *db, long long id, long long revision, struct checked *checked, const char *by)
{
	enum publishing_step step;

	if (!publishing_fits(db, id, checked))
		return refused(db);
	step = write_draft(db, id, revision, checked, by);
	return step == PUBLISHING_STALE ? hindrance(db, id, "draft", PUBLISHING_NOT_A_DRAFT) : step;
}

/*
 * The first statement takes all rows of the code, so that of two who publish versions of it the later waits, and then, since the
 * rows are not as it saw them, begins anew.
 */
enum publishing_step
publishing_publish(struct db *db, long long id, long long revision, struct checked *checked, const char *by)
{
	const struct questionnaire *q = checked->q;

	if (checked->failed.count > 0)
		return PUBLISHING_REFUSED;
	exec(db, "UPDATE questionnaire SET state = 'retired', retired_by = ?, retired_at = NOW() WHERE code = ? AND state = 'published'"
	    " AND id <> ?", ARGS(TEXT(by), TEXT(q->code), INT(id)));
	if (rows_int(db, 0, "SELECT MAX(version) FROM questionnaire WHERE code = ? AND state <> 'draft' AND id <> ?",
	    ARGS(TEXT(q->code), INT(id))) > q->version) {
		add(&checked->failed, q, REASON_LATER_PUBLISHED, NULL);
		return refused(db);
	}
	if (exec(db, "UPDATE questionnaire SET state = 'published', published_by = ?, published_at = NOW(), revision = revision + 1"
	    " WHERE id = ? AND state = 'draft' AND revision = ? AND checksum = ?",
	    ARGS(TEXT(by), INT(id), INT(revision), TEXT(checked->checksum))) == 0)
		return hindrance(db, id, "draft", PUBLISHING_NOT_A_DRAFT);
	return PUBLISHING_DONE;
}

enum publishing_step
publishing_retire(struct db *db, long long id, long long revision, const char *by)
{
	if (exec(db, "UPDATE questionnaire SET state = 'retired', retired_by = ?, retired_at = NOW(), revision = revision + 1"
	    " WHERE id = ? AND state = 'published' AND revision = ?", ARGS(TEXT(by), INT(id), INT(revision))) == 0)
		return hindrance(db, id, "published", PUBLISHING_NOT_PUBLISHED);
	return PUBLISHING_DONE;
}

enum publishing_step
publishing_discard(struct db *db, long long id, long long revision)
{
	if (exec(db, "DELETE FROM questionnaire WHERE id = ? AND state = 'draft' AND revision = ?", ARGS(INT(id), INT(revision))) == 0)
		return hindrance(db, id, "draft", PUBLISHING_NOT_A_DRAFT);
	return PUBLISHING_DONE;
}

const char *
publishing_renumbered(struct db *db, const void *owner, long long id)
{
	struct publishing is;
	const char *text;
	long long next;

	if (!publishing_find(db, owner, id, &is))
		return NULL;
	text = rows_text(db, owner, "SELECT xml FROM questionnaire WHERE id = ?", ARGS(INT(id)));
	next = rows_int(db, 0, "SELECT MAX(version) FROM questionnaire WHERE code = ?", ARGS(TEXT(is.code))) + 1;
	return text == NULL ? NULL : publishing_with_version(owner, text, next);
}
