/*
 * /admin/questions/:question - one question, as it was worded over time; /admin/questions/new - another one.
 *	<question-page> <bank-question .../>? <form question|question-retire|question-refuse/>* <alike .../>* <earlier .../>* </question-page>
 * A published version never changes, since measurements point at it: a change is the next version, from today on.  A proposal is taken up, worded
 * anew where that helps, or refused with a reason; who proposed it is told.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "admin/questions.h"
#include "base/date.h"
#include "domain/choice.h"
#include "domain/citizen.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static void
owner_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT id, name FROM department WHERE (valid_to IS NULL OR valid_to >= ?) AND (? = 1 OR id = ?) ORDER BY name, id",
	    ARGS(TEXT(request_today(rq)), INT(request_may(rq, MAY_WRITE_RULES) ? 1 : 0), TEXT(rq->user->department)));
}

static const char *const ways[] = { "up", "down", NULL };
static const struct field question_fields[] = {
	{ .name = "category",   .type = FIELD_LINE, .required = REQUIRED, .max = 60, .check = citizen_check_no_cpr },
	{ .name = "text",       .type = FIELD_LINE, .required = REQUIRED, .max = 300, .check = citizen_check_no_cpr },
	{ .name = "anchor-0",   .type = FIELD_LINE, .required = REQUIRED, .max = 120, .check = citizen_check_no_cpr },
	{ .name = "anchor-10",  .type = FIELD_LINE, .required = REQUIRED, .max = 120, .check = citizen_check_no_cpr },
	{ .name = "way",        .type = FIELD_CHOICE, .required = REQUIRED, .choices = ways },
	{ .name = "department", .type = FIELD_CHOICE, .source = owner_choices },
	{ .name = "anyway",     .type = FIELD_CHECK },
	{ 0 }
};
static const struct form question_form = { .name = "question", .fields = question_fields };

static const struct field no_fields[] = { { 0 } };
static const char *const retire_submits[] = { "retire-question", NULL };
static const struct form retire_form = { .name = "question-retire", .fields = no_fields, .submits = retire_submits };

static const struct field refuse_fields[] = { { .name = "reason", .type = FIELD_LINE, .required = REQUIRED, .max = 400 }, { 0 } };
static const char *const refuse_submits[] = { "refuse-question", NULL };
static const struct form refuse_form = { .name = "question-refuse", .fields = refuse_fields, .submits = refuse_submits };

/* A row of the bank, and whether it is the latest of its entry. */
struct question { const char *is[6], *state, *proposed_by, *department; long long entry, version, revision; bool latest; };

#define FIND \
	"SELECT q.category, q.text, q.anchor_0, q.anchor_10, IF(q.higher_is_better, 'up', 'down'), q.department_id, q.state, q.proposed_by," \
	"  COALESCE(q.entry_id, q.id), q.version, q.revision, NOT EXISTS (SELECT 1 FROM progress_question n" \
	"   WHERE n.entry_id = COALESCE(q.entry_id, q.id) AND n.version > q.version)" \
	" FROM progress_question q WHERE q.id = ? AND q.course_id IS NULL"

static bool
question_find(struct request *rq, bool lock, struct question *out)
{
	enum { STATE = 6, PROPOSED_BY, ENTRY, NUMBER, REVISION, LATEST, COLUMNS };
	const char *is[COLUMNS];

	if (!questions_may(rq)) {
		fail_request(rq, FAIL_DENIED, NULL);
		return false;
	}
	if (!rows_one(rq->db, rq, is, COLUMNS, lock ? FIND " FOR UPDATE" : FIND, ARGS(INT(rq->ids[0])))) {
		fail_request(rq, FAIL_MISSING, "no-such-question");
		return false;
	}
	*out = (struct question){ .is = { is[0], is[1], is[2], is[3], is[4], is[5] }, .state = is[STATE], .proposed_by = is[PROPOSED_BY],
	    .department = is[5], .entry = atoll(is[ENTRY]), .version = atoll(is[NUMBER]), .revision = atoll(is[REVISION]), .latest = atoi(is[LATEST]) == 1 };
	return true;
}

/* What was refused as being like another shows the box that says: all the same. */
static void
add_form(struct request *rq, xmlNode *page, const struct question *q)
{
	xmlNode *form = form_add(rq, page, &question_form, q == NULL ? "/admin/questions/new" : "/admin/questions/%lld", rq->ids[0]);
	size_t i;

	for (i = 0; q != NULL && i < 6; i++)
		form_set(form, question_fields[i].name, q->is[i]);
	if (q != NULL)
		form_set_revision(form, q->revision);
	else if (!request_may(rq, MAY_WRITE_RULES))
		form_set(form, "department", rq->user->department);
	if (!field_refused(rq, "text"))
		form_drop(form, "field", "anyway");
}

/* Also where it was refused. */
static const char *
typed_text(const struct request *rq)
{
	return rq->post ? pairs_find(&rq->body, "text") : NULL;
}

static void
question_get(struct request *rq, xmlNode *content)
{
	struct question q;
	xmlNode *page;

	if (!question_find(rq, false, &q))
		return;
	question_add_way(rq, content);
	page = node_add(content, "question-page");
	rows_add(rq->db, page, "bank-question", QUESTION_COLUMNS " FROM progress_question q" QUESTION_JOINS " WHERE q.id = ?", ARGS(INT(rq->ids[0])));
	if (q.latest && question_mine(rq, q.department, q.state) && strcmp(q.state, "refused") != 0) {
		add_form(rq, page, &q);
		if (strcmp(q.state, "published") == 0)
			form_set_revision(form_add(rq, page, &retire_form, "/admin/questions/%lld/retire", rq->ids[0]), q.revision);
		if (strcmp(q.state, "proposed") == 0)
			form_set_revision(form_add(rq, page, &refuse_form, "/admin/questions/%lld/refuse", rq->ids[0]), q.revision);
	}
	question_add_alike(rq, page, typed_text(rq) != NULL ? typed_text(rq) : q.is[1], q.entry);
	rows_add(rq->db, page, "earlier", "SELECT version, text, anchor_0 AS 'anchor-0', anchor_10 AS 'anchor-10', valid_from AS 'valid-from',"
	    " valid_to AS 'valid-to' FROM progress_question WHERE COALESCE(entry_id, id) = ? AND id <> ? ORDER BY version DESC",
	    ARGS(INT(q.entry), INT(rq->ids[0])));
}

static void
new_get(struct request *rq, xmlNode *content)
{
	xmlNode *page;

	if (!questions_may(rq)) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	question_add_way(rq, content);
	page = node_add(content, "question-page");
	add_form(rq, page, NULL);
	if (typed_text(rq) != NULL)
		question_add_alike(rq, page, typed_text(rq), 0);
}

/* Whose it is to be, and whether there is one like it. */
static bool
question_is_right(struct request *rq, long long entry)
{
	const char *department = field_text(rq, "department");

	if (!question_mine(rq, department, "published"))
		field_error(rq, "department", "question-own-department");
	else if (strcmp(field_text(rq, "anchor-0"), field_text(rq, "anchor-10")) == 0)
		field_error(rq, "anchor-10", "anchors-alike");
	else if (!field_check(rq, "anyway") && question_has_alike(rq, field_text(rq, "text"), entry))
		field_error(rq, "text", "question-alike");
	return !request_failed(rq);
}

/* What was said before and is said now, as rule_change keeps it. */
static void
question_changed(struct request *rq, long long id, const char *was, const char *became)
{
	exec_insert(rq->db, "INSERT INTO rule_change (rule, code, uid, was, became) VALUES ('question', ?, ?, ?, COALESCE(?, ''))",
	    ARGS(INT(id), TEXT(rq->user->uid), TEXT(was), TEXT(became)));
}

static const char *
as_text(struct request *rq, const char *const *is)
{
	char *text = talloc_strdup(rq, "");
	size_t i;

	for (i = 0; i < 6; i++)
		if ((is == NULL ? field_text(rq, question_fields[i].name) : is[i]) != NULL)
			text = talloc_asprintf_append(text, "%s\t%s\n", question_fields[i].name, is == NULL ? field_text(rq, question_fields[i].name) : is[i]);
	return text;
}

#define TYPED(rq) FIELD(rq, "category"), FIELD(rq, "text"), FIELD(rq, "anchor-0"), FIELD(rq, "anchor-10"), INT(strcmp(field_text(rq, "way"), "up") == 0 ? 1 : 0), FIELD(rq, "department")

/* version 1 of none is a new entry. */
static long long
question_insert(struct request *rq, long long entry, long long version)
{
	long long id = exec_insert(rq->db, "INSERT INTO progress_question (category, text, anchor_0, anchor_10, higher_is_better, department_id, entry_id,"
	    "  version, state, valid_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'published', ?)",
	    ARGS(TYPED(rq), entry == 0 ? NOTHING : INT(entry), INT(version), TEXT(request_today(rq))));

	return id;
}

static void
new_post(struct request *rq)
{
	long long id;

	if (!questions_may(rq))
		fail_request(rq, FAIL_DENIED, NULL);
	if (request_failed(rq) || !question_is_right(rq, 0))
		return;
	id = question_insert(rq, 0, 1);
	question_changed(rq, id, NULL, as_text(rq, NULL));
	see_other(rq, "question-saved", "/admin/questions/%lld", id);
}

static void
answer_proposer(struct request *rq, const struct question *q, const char *kind, const char *text)
{
	if (q->proposed_by != NULL)
		message_post(rq->db, 0, 0, rq->user->uid, q->proposed_by, kind, text, "/plan/interventions");
}

static void
take_up(struct request *rq, const struct question *q)
{
	exec(rq->db, "UPDATE progress_question SET category = ?, text = ?, anchor_0 = ?, anchor_10 = ?, higher_is_better = (?), department_id = ?,"
	    " state = 'published', valid_from = ?, decided_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TYPED(rq), TEXT(request_today(rq)), TEXT(rq->user->uid), INT(rq->ids[0])));
	question_changed(rq, rq->ids[0], as_text(rq, q->is), as_text(rq, NULL));
	answer_proposer(rq, q, "question-taken-up", field_text(rq, "text"));
	see_other(rq, "question-taken-up", "/admin/questions/%lld", rq->ids[0]);
}

/* The version that was is in force until yesterday: what is measured by it goes on. */
static void
next_version(struct request *rq, const struct question *q)
{
	long long id = question_insert(rq, q->entry, q->version + 1);

	exec(rq->db, "UPDATE progress_question SET state = 'retired', valid_to = GREATEST(valid_from, CAST(? AS DATE) - INTERVAL 1 DAY), revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(request_today(rq)), INT(rq->ids[0])));
	question_changed(rq, id, as_text(rq, q->is), as_text(rq, NULL));
	see_other(rq, "question-saved", "/admin/questions/%lld", id);
}

/* May it be changed by this user, as he has seen it? */
static bool
question_begin(struct request *rq, struct question *q)
{
	if (!question_find(rq, true, q))
		return false;
	if (!q->latest || strcmp(q->state, "refused") == 0)
		fail_request(rq, FAIL_STALE, "question-decided");
	else if (!question_mine(rq, q->department, q->state))
		fail_request(rq, FAIL_DENIED, "question-of-others");
	return !request_failed(rq) && !revision_stale(rq, q->revision);
}

static void
question_post(struct request *rq)
{
	struct question q;

	if (!question_begin(rq, &q) || !question_is_right(rq, q.entry))
		return;
	if (strcmp(q.state, "proposed") == 0)
		take_up(rq, &q);
	else if (strcmp(q.state, "published") == 0 && strcmp(as_text(rq, q.is), as_text(rq, NULL)) == 0)
		see_other(rq, "unchanged", "/admin/questions/%lld", rq->ids[0]);
	else
		next_version(rq, &q);
}

static void
retire_post(struct request *rq)
{
	struct question q;

	if (!question_begin(rq, &q))
		return;
	if (strcmp(q.state, "published") != 0) {
		fail_request(rq, FAIL_STALE, "question-decided");
		return;
	}
	exec(rq->db, "UPDATE progress_question SET state = 'retired', valid_to = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(request_today(rq)), INT(rq->ids[0])));
	question_changed(rq, rq->ids[0], as_text(rq, q.is), "");
	see_other(rq, "question-retired", "/admin/questions/%lld", rq->ids[0]);
}

static void
refuse_post(struct request *rq)
{
	struct question q;

	if (!question_begin(rq, &q))
		return;
	if (strcmp(q.state, "proposed") != 0) {
		fail_request(rq, FAIL_STALE, "question-decided");
		return;
	}
	exec(rq->db, "UPDATE progress_question SET state = 'refused', decided_by = ?, decided_reason = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(rq->user->uid), FIELD(rq, "reason"), INT(rq->ids[0])));
	question_changed(rq, rq->ids[0], as_text(rq, q.is), "");
	answer_proposer(rq, &q, "question-refused", field_text(rq, "reason"));
	see_other(rq, "question-refused", "/admin/questions/%lld", rq->ids[0]);
}

#define QUESTION .page = "question", .menu = "catalogue", .get = question_get

const struct route admin_question = { .path = "/admin/questions/:question", QUESTION, .post = question_post, .form = &question_form };
const struct route admin_question_retire = { .path = "/admin/questions/:question/retire", QUESTION, .post = retire_post, .form = &retire_form };
const struct route admin_question_refuse = { .path = "/admin/questions/:question/refuse", QUESTION, .post = refuse_post, .form = &refuse_form };
const struct route admin_question_new = {
	.path = "/admin/questions/new", .page = "question-new", .menu = "catalogue", .get = new_get, .post = new_post, .form = &question_form,
};
