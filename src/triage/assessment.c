/*
 * /triage/:id - one answered questionnaire: what the rules found on the left, the person's decision on the right.
 *	<screening id state questionnaire version submitted-at days filled-by legal-basis> <citizen/> <tally/> <dimension/>*
 *	 <assessment decision title risk ... [course href]/>? <form name="assessment"/> </screening>
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "domain/answers.h"
#include "domain/choice.h"
#include "domain/citizen.h"
#include "domain/findings.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "triage/pages.h"
#include "web/form.h"
#include "web/request.h"
#include "xml/node.h"

static const struct questionnaire *
questionnaire_here(struct request *rq)
{
	return questionnaire_load(rq, rows_int(rq->db, 0, "SELECT questionnaire_id FROM screening WHERE id = ?", ARGS(INT(rq->subject))));
}

/* What can be decided is what can be indicated. */
static void
decision_choices(struct request *rq, xmlNode *field)
{
	const struct questionnaire *q = questionnaire_here(rq);
	size_t i;

	for (i = 0; q != NULL && i < q->indication_count; i++)
		node_set(node_add_text(field, "choice", q->indications[i].title), "value", q->indications[i].id);
}

/* Frames of the citizen's department that are offered today for the citizen's age and benefit. */
static void
frame_choices(struct request *rq, xmlNode *field)
{
	struct date today;

	date_today(&today);
	choices_add(rq, field,
	    "SELECT f.id, f.name"
	    "  FROM (SELECT ? AS citizen, CAST(? AS DATE) AS today) me JOIN citizen z ON z.id = me.citizen"
	    "  JOIN course_frame f ON f.department_id = z.department_id AND f.valid_from <= me.today"
	    "   AND (f.valid_to IS NULL OR f.valid_to >= me.today)"
	    "   AND (f.min_age IS NULL OR TIMESTAMPDIFF(YEAR, z.birth_date, me.today) >= f.min_age)"
	    "   AND (f.max_age IS NULL OR TIMESTAMPDIFF(YEAR, z.birth_date, me.today) <= f.max_age)"
	    " WHERE f.benefit_type IS NULL OR EXISTS (SELECT 1 FROM benefit_period b WHERE b.citizen_id = z.id"
	    "   AND b.benefit_type = f.benefit_type AND b.starts_on <= me.today AND (b.ends_on IS NULL OR b.ends_on >= me.today))"
	    " ORDER BY f.benefit_type IS NULL, f.name, f.id", ARGS(INT(rq->citizen), TEXT(today.iso)));
}

static const struct field assessment_fields[] = {
	{ "decision",        FIELD_CHOICE, REQUIRED, .source = decision_choices },
	{ "reason",          FIELD_TEXT,   .max = 4000 },
	{ "note",            FIELD_TEXT,   .max = 20000 },
	{ "employment-goal", FIELD_LINE,   .max = 400 },
	{ "frame",           FIELD_CHOICE, .source = frame_choices },
	{ 0 }
};
static const char *const assessment_submits[] = { "assess", NULL };
static const struct form assessment_form = { .name = "assessment", .fields = assessment_fields, .submits = assessment_submits };

static void
decided_add(struct request *rq, xmlNode *screening, const struct questionnaire *q)
{
	xmlNode *assessment = rows_add_one(rq->db, screening, "assessment",
	    "SELECT a.decision, a.indicated, a.risk, a.employment_goal AS 'employment-goal', a.legal_basis AS 'legal-basis',"
	    "  a.decided_at AS 'decided-at', w.name AS 'decided-by', c.id AS course, a.reason, a.note"
	    "  FROM risk_assessment a LEFT JOIN staff w ON w.uid = a.changed_by LEFT JOIN course c ON c.screening_id = a.screening_id"
	    " WHERE a.screening_id = ? ORDER BY a.id DESC LIMIT 1", ARGS(INT(rq->subject)));
	const struct indication *decision = questionnaire_indication(q, node_get(assessment, "decision"));

	if (decision != NULL)
		node_set(assessment, "title", decision->title);
	if (node_get(assessment, "course") != NULL)
		node_set(assessment, "href", request_href(rq, "/plan/%s", node_get(assessment, "course")));
}

static void
assessment_get(struct request *rq, xmlNode *content)
{
	const struct questionnaire *q = questionnaire_here(rq);
	const char *state;
	struct date today;
	xmlNode *screening;

	if (q == NULL)
		return;
	date_today(&today);
	screening = rows_add_one(rq->db, content, "screening",
	    "SELECT s.id, s.state, q.title AS questionnaire, q.version, s.submitted_at AS 'submitted-at',"
	    "  DATEDIFF(?, s.submitted_at) AS days, s.filled_by AS 'filled-by', q.legal_basis AS 'legal-basis'"
	    "  FROM screening s JOIN questionnaire q ON q.id = s.questionnaire_id WHERE s.id = ?", ARGS(TEXT(today.iso), INT(rq->subject)));
	citizen_add_way(rq, content, citizen_add(rq, screening, rq->citizen), NULL);
	state = node_get(screening, "state");
	if (state == NULL || (strcmp(state, "submitted") != 0 && strcmp(state, "assessed") != 0)) {
		fail_request(rq, FAIL_MISSING, "not-submitted");
		return;
	}
	findings_add(rq, screening, q, rq->subject);
	if (strcmp(state, "assessed") == 0)
		decided_add(rq, screening, q);
	/* Somebody else was faster: what was typed is still there to be copied. */
	if (strcmp(state, "submitted") == 0 || rq->form != NULL)
		form_add(rq, screening, &assessment_form, "/triage/%lld", rq->subject);
}

/* What only the questionnaire and the database can say of the form: an error at its field, or nothing. */
static void
check(struct request *rq, const struct indication *decision, const char *indicated)
{
	const char *reason = field_text(rq, "reason"), *frame = field_text(rq, "frame");

	if (scoring_reason_missing(indicated, decision->id, reason == NULL ? 0 : text_characters(reason)))
		field_error(rq, "reason", indicated == NULL ? "reason-nothing-indicated" : "reason-short");
	if (strcmp(decision->risk, "low") == 0)
		return;
	if (frame == NULL)
		field_error(rq, "frame", "frame-required");
	else if (rows_int(rq->db, 0, "SELECT 1 FROM course WHERE citizen_id = ? AND frame_id = ?"
	    " AND state NOT IN ('closed', 'closed-low') LIMIT 1", ARGS(INT(rq->citizen), TEXT(frame))) == 1)
		field_error(rq, "frame", "course-open");
}

static void
keep_assessment(struct request *rq, const struct questionnaire *q, const struct indication *decision)
{
	exec(rq->db, "INSERT INTO risk_assessment (screening_id, citizen_id, indicated, red, yellow, green, decision, risk, reason, note,"
	    "  employment_goal, legal_basis, changed_by)"
	    " SELECT id, citizen_id, indicates, red, yellow, green, ?, ?, ?, ?, ?, ?, ? FROM screening WHERE id = ?",
	    ARGS(TEXT(decision->id), TEXT(decision->risk), FIELD(rq, "reason"), FIELD(rq, "note"), FIELD(rq, "employment-goal"),
	    TEXT(q->legal_basis), TEXT(rq->user->uid), INT(rq->subject)));
}

/* The course begins with its analysis; one of low risk has no frame and is closed as it is opened, with screening and note kept. */
static long long
open_course(struct request *rq, bool low)
{
	struct date today;
	long long course;

	date_today(&today);
	course = exec_insert(rq->db, "INSERT INTO course (citizen_id, frame_id, screening_id, department_id, caseworker_uid, state,"
	    "  employment_goal, opened_on, closed_on, outcome, changed_by)"
	    " SELECT z.id, f.id, ?, COALESCE(f.department_id, z.department_id), ?, ?, ?, ?, ?, ?, ?"
	    "  FROM citizen z LEFT JOIN course_frame f ON f.id = ? WHERE z.id = ?",
	    ARGS(INT(rq->subject), TEXT(rq->user->uid), TEXT(low ? "closed-low" : "assessment"), FIELD(rq, "employment-goal"),
	    TEXT(today.iso), TEXT(low ? today.iso : NULL), TEXT(low ? "low-risk" : NULL), TEXT(rq->user->uid),
	    low ? NOTHING : FIELD(rq, "frame"), INT(rq->citizen)));
	exec(rq->db, "INSERT INTO course_contact (course_id, uid, role, from_on, to_on, changed_by) VALUES (?, ?, 'caseworker', ?, ?, ?)",
	    ARGS(INT(course), TEXT(rq->user->uid), TEXT(today.iso), TEXT(low ? today.iso : NULL), TEXT(rq->user->uid)));
	return course;
}

static void
assessment_post(struct request *rq)
{
	const struct questionnaire *q = questionnaire_here(rq);
	const struct indication *decision;
	const char *is[2];
	long long course;
	bool low;

	if (q == NULL || !rows_one(rq->db, rq, is, 2, "SELECT state, indicates FROM screening WHERE id = ? FOR UPDATE", ARGS(INT(rq->subject))))
		return;
	if (strcmp(is[0], "submitted") != 0) {
		fail_request(rq, FAIL_STALE, "assessed-already");
		return;
	}
	decision = questionnaire_indication(q, field_text(rq, "decision"));
	low = strcmp(decision->risk, "low") == 0;
	check(rq, decision, is[1]);
	keep_assessment(rq, q, decision);
	exec(rq->db, "UPDATE screening SET state = 'assessed', changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(rq->user->uid), INT(rq->subject)));
	course = open_course(rq, low);
	if (low)
		see_other(rq, "closed-low", "/triage");
	else
		see_other(rq, "course-opened", "/plan/%lld", course);
}

const struct route triage_assessment = {
	.path = "/triage/:id", .page = "assessment", .menu = "triage", .subject = &subject_screening, .may = MAY_ASSESS,
	.get = assessment_get, .post = assessment_post, .form = &assessment_form,
};
