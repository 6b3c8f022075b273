#include "triage/talk.h"

#include <stdlib.h>
#include <string.h>

#include "domain/answers.h"
#include "domain/category.h"
#include "domain/citizen.h"
#include "domain/draft.h"
#include "domain/findings.h"
#include "domain/permission.h"
#include "domain/screening.h"
#include "domain/subject.h"
#include "sql/day.h"
#include "sql/rows.h"
#include "xml/node.h"

/* The page was drawn for another group, or before a change of law: what was chosen there is not what it seems. */
static const char *
check_group(struct request *rq, const char **value)
{
	const char *key = category_key(rq, rq->citizen);

	return key != NULL && strcmp(key, *value) == 0 ? NULL : "group-changed";
}

static const struct field decision_fields[] = {
	{ "decision",        FIELD_CHOICE, REQUIRED, .source = category_choices },
	{ "reason",          FIELD_TEXT,   .max = 4000 },
	{ "note",            FIELD_TEXT,   .max = 20000 },
	{ "employment-goal", FIELD_LINE,   .max = 400 },
	{ "frame",           FIELD_CHOICE, .source = category_frame_choices },
	{ "informed-on",     FIELD_DATE, 0, .max = 0 },
	{ "responsible",     FIELD_CHOICE, .source = category_department_choices },
	{ "caseworker",      FIELD_CHOICE, .source = category_caseworker_choices },
	{ "referral",        FIELD_TEXT,   .max = 4000 },
	{ "closing-note",    FIELD_LINE,   .max = 400 },
	{ "target-group",    FIELD_HIDDEN, REQUIRED, .check = check_group },
	DRAFT_SEEN,
	{ 0 }
};
static const char *const decision_submits[] = { "assess", "close", "draft", NULL };
static const char *const again_submits[] = { "assess-again", "draft", NULL };
const struct form decision_form = { .name = "assessment", .fields = decision_fields, .submits = decision_submits, .keeps = "draft" };
const struct form again_form = { .name = "assessment", .fields = decision_fields, .submits = again_submits, .keeps = "draft" };

static const struct field no_fields[] = { { 0 } };
static const struct field hand_over_fields[] = {
	{ "colleague", FIELD_CHOICE, REQUIRED, .source = category_colleague_choices },
	{ 0 }
};
static const char *const take_submits[] = { "take", NULL }, *const hand_over_submits[] = { "hand-over", NULL };
static const char *const let_go_submits[] = { "let-go", NULL };
const struct form take_form = { .name = "take", .fields = no_fields, .submits = take_submits };
const struct form hand_over_form = { .name = "hand-over", .fields = hand_over_fields, .submits = hand_over_submits };
const struct form let_go_form = { .name = "let-go", .fields = no_fields, .submits = let_go_submits };

long long
last_assessment(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT COALESCE(MAX(id), 0) FROM risk_assessment WHERE screening_id = ?", ARGS(INT(rq->subject)));
}

/* How long it has waited is counted as the list and the home page do. */
static xmlNode *
head_add(struct request *rq, xmlNode *content)
{
	return rows_add_one(rq->db, content, "screening",
	    "SELECT s.id, s.state, q.title AS questionnaire, q.version, s.submitted_at AS 'submitted-at', DATEDIFF(me.today, " DANISH_DAY("s.submitted_at") ") AS days,"
	    "  s.filled_by AS 'filled-by', q.legal_basis AS 'legal-basis', w.name AS 'taken-by', s.taken_at AS 'taken-at',"
	    "  IF(s.taken_by = me.uid, 'yes', NULL) AS mine,"
	    "  IF(s.state = 'submitted' AND DATEDIFF(me.today, " DANISH_DAY("s.submitted_at") ") > " TRIAGE_WITHIN_DAYS ","
	    "   DATEDIFF(me.today, " DANISH_DAY("s.submitted_at") ") - " TRIAGE_WITHIN_DAYS ", NULL) AS 'days-over'"
	    " FROM (SELECT CAST(? AS DATE) AS today, ? AS uid) me JOIN screening s ON s.id = ?"
	    " JOIN questionnaire q ON q.id = s.questionnaire_id LEFT JOIN staff w ON w.uid = s.taken_by",
	    ARGS(TEXT(request_today(rq)), TEXT(rq->user->uid), INT(rq->subject)));
}

/* Whose it was, from the versions of its row: each time that it changed hands. */
static void
hands_add(struct request *rq, xmlNode *screening)
{
	rows_add(rq->db, screening, "hand",
	    "SELECT CAST(h.at AS DATETIME) AS at, b.name AS 'by-name', w.name AS 'to-name', IF(h.taken_by = h.changed_by, 'yes', NULL) AS own"
	    " FROM (SELECT v.ROW_START AS at, v.taken_by, v.changed_by, LAG(v.taken_by) OVER (ORDER BY v.ROW_START) AS before_it"
	    "   FROM screening FOR SYSTEM_TIME ALL v WHERE v.id = ?) h"
	    " LEFT JOIN staff b ON b.uid = h.changed_by LEFT JOIN staff w ON w.uid = h.taken_by"
	    " WHERE NOT h.taken_by <=> h.before_it ORDER BY h.at DESC LIMIT 50", ARGS(INT(rq->subject)));
}

/* From before assessments kept it, a title is its category's; what comes after these is the last resort. */
#define ITS_TITLE \
	"COALESCE(a.title, (SELECT c.title FROM risk_category c WHERE c.code = a.decision" \
	"  ORDER BY c.target_group <=> a.target_group DESC, c.id LIMIT 1)"

/* The titles of what was indicated stand in the questionnaires; of what was decided, in the assessments. */
static void
earlier_add(struct request *rq, xmlNode *screening)
{
	xmlNode *row;

	rows_add(rq->db, screening, "earlier",
	    "SELECT e.id, e.state, q.title AS questionnaire, e.questionnaire_id AS title, e.submitted_at AS 'submitted-at', e.red, e.yellow, e.green,"
	    "  e.indicates, (SELECT " ITS_TITLE ", a.decision) FROM risk_assessment a WHERE a.screening_id = e.id ORDER BY a.id DESC LIMIT 1)"
	    "   AS decided"
	    " FROM screening s JOIN screening e ON e.citizen_id = s.citizen_id AND e.id <> s.id AND e.state IN ('submitted', 'assessed')"
	    "  AND e.submitted_at <= s.submitted_at JOIN questionnaire q ON q.id = e.questionnaire_id"
	    " WHERE s.id = ? ORDER BY e.submitted_at DESC, e.id DESC LIMIT 20", ARGS(INT(rq->subject)));
	for (row = node_child(screening, "earlier"); row != NULL; row = node_next(row, "earlier")) {
		const struct questionnaire *q = questionnaire_load(rq, atoll(node_get(row, "title")));
		const struct indication *indication = q == NULL ? NULL : questionnaire_indication(q, node_get(row, "indicates"));

		node_set(row, "title", indication == NULL ? "" : indication->title);
		node_set(row, "plain", q != NULL && q->indication_count == 0 ? "yes" : NULL);
		/* From before categories had titles of their own. */
		if (q != NULL && questionnaire_indication(q, node_get(row, "decided")) != NULL)
			node_set(row, "decided", questionnaire_indication(q, node_get(row, "decided"))->title);
		node_set(row, "href", request_href(rq, "/triage/%s", node_get(row, "id")));
	}
	if (node_child(screening, "earlier") != NULL && request_may(rq, MAY_REGISTER))
		node_set(screening, "compare-href", request_href(rq, "/screening/%lld/compare", rq->subject));
}

/* The citizen's courses that run, and what came of this screening. */
static void
courses_add(struct request *rq, xmlNode *screening)
{
	xmlNode *row;

	rows_add(rq->db, screening, "its-course",
	    "SELECT c.id, c.state, f.name AS frame, d.name AS department, w.name AS caseworker, c.opened_on AS 'opened-on',"
	    "  IF(c.state IN ('closed', 'closed-low'), NULL, 'yes') AS open"
	    " FROM course c LEFT JOIN course_frame f ON f.id = c.frame_id LEFT JOIN department d ON d.id = c.department_id"
	    " LEFT JOIN staff w ON w.uid = c.caseworker_uid"
	    " WHERE c.citizen_id = ? AND (c.state NOT IN ('closed', 'closed-low') OR c.screening_id = ?) ORDER BY c.id DESC LIMIT 20",
	    ARGS(INT(rq->citizen), INT(rq->subject)));
	for (row = node_child(screening, "its-course"); row != NULL; row = node_next(row, "its-course"))
		if (request_sees(rq, &subject_course, atoll(node_get(row, "id"))))
			node_set(row, "href", request_href(rq, "/plan/%s", node_get(row, "id")));
}

/* All of them, the newest first: a later one stands beside those before. */
static void
assessments_add(struct request *rq, xmlNode *screening, const struct questionnaire *q)
{
	xmlNode *row;

	rows_add(rq->db, screening, "assessment",
	    "SELECT a.id, a.decision, " ITS_TITLE ", '') AS title, a.indicated, a.risk, g.title AS 'target-group', a.employment_goal AS 'employment-goal',"
	    "  a.legal_basis AS 'legal-basis', a.decided_at AS 'decided-at', w.name AS 'decided-by', a.reason, a.note"
	    "  FROM risk_assessment a LEFT JOIN staff w ON w.uid = a.changed_by LEFT JOIN target_group g ON g.code = a.target_group"
	    " WHERE a.screening_id = ? ORDER BY a.id DESC", ARGS(INT(rq->subject)));
	for (row = node_child(screening, "assessment"); row != NULL; row = node_next(row, "assessment")) {
		const struct indication *decision = questionnaire_indication(q, node_get(row, "decision"));
		const struct indication *indicated = questionnaire_indication(q, node_get(row, "indicated"));

		/* From before categories had titles of their own. */
		if (node_get(row, "title")[0] == '\0')
			node_set(row, "title", decision == NULL ? node_get(row, "decision") : decision->title);
		if (indicated != NULL)
			node_set(row, "indicated-title", indicated->title);
	}
}

static void
clear(xmlNode *field, const char *name)
{
	xmlNode *part = node_child(field, name);

	if (part != NULL) {
		xmlUnlinkNode(part);
		xmlFreeNode(part);
	}
}

/* The form is of the group as it is now; a choice that was made for another one is to be made again, which is said once. */
static void
set_group(xmlNode *form, const xmlNode *group)
{
	xmlNode *field = form_part(form, "field", "target-group"), *value;

	if (node_child(field, "error") != NULL) {
		clear(form_part(form, "field", "decision"), "value");
		clear(form_part(form, "field", "decision"), "error");
	}
	clear(field, "value");
	if (group == NULL || field == NULL)
		return;
	value = node_add_text(field, "value", node_get(group, "key"));
	if (field->children != value)
		xmlAddPrevSibling(field->children, value);
}

/* What somebody else decided in between stands beside what was typed: form_set does so in a stale form. */
static void
set_theirs(xmlNode *form, const xmlNode *assessment)
{
	if (assessment == NULL)
		return;
	form_set(form, "decision", node_get(assessment, "decision"));
	form_set(form, "reason", node_text(node_child(assessment, "reason")));
	form_set(form, "note", node_text(node_child(assessment, "note")));
	form_set(form, "employment-goal", node_get(assessment, "employment-goal"));
}

static bool
has_text(xmlNode *form, const char *name)
{
	xmlNode *field = form_part(form, "field", name);
	const char *type = field == NULL ? NULL : node_get(field, "type");

	return type != NULL && (strcmp(type, "text") == 0 || strcmp(type, "line") == 0) && node_child(field, "value") != NULL;
}

/* Beside a course that runs there is none to open.  What was written all the same stays to be copied. */
static void
trim_again(struct request *rq, xmlNode *form)
{
	static const char *const of_a_course[] = { "closing-note", "frame", "informed-on", "responsible", "caseworker", "referral" };
	size_t i, count = deciding_open_course(rq) ? sizeof of_a_course / sizeof of_a_course[0] : 1;

	for (i = 0; i < count; i++)
		if (!has_text(form, of_a_course[i]))
			form_drop(form, "field", of_a_course[i]);
}

/* A refused form has what was typed; else it is what was kept; else what is most often so. */
static void
fill(struct request *rq, xmlNode *screening, xmlNode *form)
{
	const char *sent = rq->form == NULL ? "" : rq->form->form->name;

	if (strcmp(sent, "assessment") == 0 && form_revision(rq) != last_assessment(rq))
		set_theirs(form, node_child(screening, "assessment"));
	else if (!draft_fill(rq, screening, form, talk_path(rq)) && node_get(form, "state") == NULL) {
		form_set(form, "informed-on", request_today(rq));
		form_set(form, "caseworker", rq->user->uid);
	}
}

static void
decision_add(struct request *rq, xmlNode *screening, const xmlNode *group, bool again)
{
	bool typed = rq->form != NULL && strcmp(rq->form->form->name, "assessment") == 0;
	xmlNode *form;

	/* Where nothing can be decided there is no form, but for what was typed already. */
	if (!typed && (group == NULL || node_child(group, "category") == NULL))
		return;
	form = again ? form_add(rq, screening, &again_form, "/triage/%lld/again", rq->subject)
	    : form_add(rq, screening, &decision_form, "/triage/%lld", rq->subject);

	if (form == NULL)
		return;
	form_set_revision(form, last_assessment(rq));
	fill(rq, screening, form);
	set_group(form, group);
	if (again)
		trim_again(rq, form);
}

/* Whoever has it may give it away; a leader may for others; what nobody has can be given to anybody. */
static void
hands_forms_add(struct request *rq, xmlNode *screening)
{
	bool taken = node_get(screening, "taken-by") != NULL, mine = node_get(screening, "mine") != NULL;

	if (!taken)
		form_add(rq, screening, &take_form, "/triage/%lld/take", rq->subject);
	if (!taken || mine || request_may(rq, MAY_LEAD))
		form_add(rq, screening, &hand_over_form, "/triage/%lld/hand-over", rq->subject);
	if (mine || (taken && request_may(rq, MAY_LEAD)))
		form_add(rq, screening, &let_go_form, "/triage/%lld/let-go", rq->subject);
}

static bool
deciding_again(const struct request *rq)
{
	return strcmp(rq->route->path, "/triage/:id/again") == 0 || (rq->form != NULL && strcmp(rq->form->form->name, "assessment") == 0);
}

static void
forms_add(struct request *rq, xmlNode *screening, const xmlNode *citizen, const xmlNode *group)
{
	bool assessed = strcmp(node_get(screening, "state"), "assessed") == 0, again = assessed && deciding_again(rq);

	if (!assessed)
		hands_forms_add(rq, screening);
	if (node_get(citizen, "died-on") != NULL)
		return;
	if (!assessed || again)
		decision_add(rq, screening, group, assessed);
	else if (rq->as_of == NULL && !request_tries_out(rq) && request_may(rq, MAY_ASSESS)) {
		draft_restore(rq, screening, NULL, talk_path(rq));
		node_set(screening, "again-href", request_href(rq, "/triage/%lld/again", rq->subject));
	}
}

void
talk_get(struct request *rq, xmlNode *content)
{
	const struct questionnaire *q = questionnaire_load(rq, rows_int(rq->db, 0, "SELECT questionnaire_id FROM screening WHERE id = ?",
	    ARGS(INT(rq->subject))));
	xmlNode *screening, *citizen, *group;
	const char *state;

	if (q == NULL)
		return;
	screening = head_add(rq, content);
	if (request_may(rq, MAY_REGISTER))
		node_set(screening, "answers-href", request_href(rq, "/screening/%lld", rq->subject));
	citizen = citizen_add(rq, screening, rq->citizen);
	citizen_add_way(rq, content, citizen, NULL);
	state = node_get(screening, "state");
	if (state == NULL || (strcmp(state, "submitted") != 0 && strcmp(state, "assessed") != 0)) {
		fail_request(rq, FAIL_MISSING, "not-submitted");
		return;
	}
	findings_add(rq, screening, q, rq->subject);
	group = category_group_add(rq, screening, rq->citizen);
	earlier_add(rq, screening);
	courses_add(rq, screening);
	hands_add(rq, screening);
	assessments_add(rq, screening, q);
	page_script(rq, "draft.js", NULL);
	forms_add(rq, screening, citizen, group);
}
