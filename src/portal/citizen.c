/*
 * /citizens/:id - one citizen: who, on what benefits, screenings and courses; a new screening is issued from here.
 *	<citizen id name cpr ...> <benefit-period benefit starts-on ends-on/>* <screening id state questionnaire ... href [assess-href]/>*
 *	 <course id state ... href/>* <form name="screening"/> <form name="citizen-details"/> </citizen>
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/choice.h"
#include "domain/citizen.h"
#include "domain/permission.h"
#include "domain/screening.h"
#include "domain/subject.h"
#include "portal/pages.h"
#include "portal/person.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/request.h"
#include "xml/node.h"

/* The newest published version of each that asks citizens. */
#define OFFERED \
	" FROM questionnaire q WHERE q.state = 'published' AND q.audience = 'citizen'" \
	" AND NOT EXISTS (SELECT 1 FROM questionnaire l WHERE l.code = q.code AND l.state = 'published' AND l.version > q.version)"
/* Made for what the citizen lives on. */
#define FITS \
	" EXISTS (SELECT 1 FROM benefit_period b WHERE b.citizen_id = ? AND b.benefit_type = q.benefit_type" \
	" AND b.starts_on <= ? AND (b.ends_on IS NULL OR b.ends_on >= ?))"

/* Those that fit stand first. */
static void
questionnaire_choices(struct request *rq, xmlNode *field)
{
	struct date today;

	date_today(&today);
	choices_add(rq, field, "SELECT q.id, q.title" OFFERED " ORDER BY NOT" FITS ", q.title, q.id",
	    ARGS(INT(rq->subject), TEXT(today.iso), TEXT(today.iso)));
}

static const struct field screening_fields[] = {
	{ "questionnaire", FIELD_CHOICE, REQUIRED, .source = questionnaire_choices },
	{ 0 }
};
static const char *const screening_submits[] = { "issue", NULL };
static const struct form screening_form = { .name = "screening", .fields = screening_fields, .submits = screening_submits };

static const struct field details_fields[] = {
	{ "name",               FIELD_LINE,   REQUIRED, .max = 200 },
	{ "phone",              FIELD_LINE,   .max = 30, .check = check_phone },
	{ "language",           FIELD_CHOICE, REQUIRED, .choices = citizen_languages },
	{ .name = "interpreter-needed", .type = FIELD_CHECK },
	{ 0 }
};
static const struct form details_form = { .name = "citizen-details", .fields = details_fields };

static void
hrefs_add(struct request *rq, xmlNode *citizen, const char *name, const char *path)
{
	xmlNode *row;

	for (row = node_child(citizen, name); row != NULL; row = node_next(row, name))
		node_set(row, "href", request_href(rq, "%s%s", path, node_get(row, "id")));
}

static void
benefits_add(struct request *rq, xmlNode *citizen)
{
	rows_add(rq->db, citizen, "benefit-period",
	    "SELECT t.title AS benefit, b.starts_on AS 'starts-on', b.ends_on AS 'ends-on', b.source"
	    "  FROM benefit_period b JOIN benefit_type t ON t.code = b.benefit_type"
	    " WHERE b.citizen_id = ? ORDER BY b.starts_on DESC, b.id DESC", ARGS(INT(rq->subject)));
}

static void
screenings_add(struct request *rq, xmlNode *citizen)
{
	struct date today;
	xmlNode *row;

	date_today(&today);
	rows_add(rq->db, citizen, "screening",
	    "SELECT s.id, " SCREENING_STATE("s", "?") " AS state,"
	    "  q.title AS questionnaire, s.issued_at AS 'issued-at', s.expires_on AS 'expires-on',"
	    "  s.submitted_at AS 'submitted-at',"
	    "  s.red, s.yellow, s.green, i.name AS 'issued-by'"
	    "  FROM screening s JOIN questionnaire q ON q.id = s.questionnaire_id LEFT JOIN staff i ON i.uid = s.issued_by"
	    " WHERE s.citizen_id = ? ORDER BY s.id DESC", ARGS(TEXT(today.iso), INT(rq->subject)));
	hrefs_add(rq, citizen, "screening", "/screening/");
	for (row = node_child(citizen, "screening"); row != NULL; row = node_next(row, "screening"))
		if (request_may(rq, MAY_ASSESS) && strcmp(node_get(row, "state"), "submitted") == 0)
			node_set(row, "assess-href", request_href(rq, "/triage/%s", node_get(row, "id")));
}

/* Those that the user may open: his own department's, his own, and those he takes part in. */
static void
courses_add(struct request *rq, xmlNode *citizen)
{
	struct date today;

	date_today(&today);
	rows_add(rq->db, citizen, "course",
	    "SELECT c.id, c.state, f.name AS frame, c.opened_on AS 'opened-on', c.closed_on AS 'closed-on', w.name AS caseworker"
	    "  FROM (SELECT ? AS uid, ? AS department, ? AS wide, CAST(? AS DATE) AS today, ? AS citizen) me"
	    "  JOIN course c ON c.citizen_id = me.citizen"
	    "  LEFT JOIN course_frame f ON f.id = c.frame_id JOIN staff w ON w.uid = c.caseworker_uid"
	    " WHERE c.caseworker_uid = me.uid OR (me.wide & 1 AND c.department_id = me.department)"
	    "  OR (me.wide & 2 AND EXISTS (SELECT 1 FROM fictional_citizen v WHERE v.citizen_id = c.citizen_id))"
	    "  OR EXISTS (SELECT 1 FROM course_contact k WHERE k.course_id = c.id AND k.uid = me.uid AND k.from_on <= me.today"
	    "   AND (k.to_on IS NULL OR k.to_on > me.today))"
	    " ORDER BY c.opened_on DESC, c.id DESC",
	    ARGS(TEXT(rq->user->uid), TEXT(rq->user->department), INT(request_wide(rq)), TEXT(today.iso), INT(rq->subject)));
	hrefs_add(rq, citizen, "course", "/plan/");
}

static void
details_add(struct request *rq, xmlNode *citizen)
{
	enum { NAME, PHONE, LANGUAGE, INTERPRETER, REVISION, COLUMNS };
	const char *is[COLUMNS];
	xmlNode *form = form_add(rq, citizen, &details_form, "/citizens/%lld/details", rq->subject);

	if (form == NULL || !rows_one(rq->db, rq, is, COLUMNS,
	    "SELECT name, phone, language, IF(interpreter_needed, 'yes', NULL), revision FROM citizen WHERE id = ?",
	    ARGS(INT(rq->subject))))
		return;
	form_set(form, "name", is[NAME]);
	form_set(form, "phone", is[PHONE]);
	form_set(form, "language", is[LANGUAGE]);
	form_set(form, "interpreter-needed", is[INTERPRETER]);
	form_set_revision(form, atoll(is[REVISION]));
}

/* Where one questionnaire fits and no other does, it is chosen beforehand. */
static void
issue_add(struct request *rq, xmlNode *citizen)
{
	struct date today;
	long long fitting;
	xmlNode *form = form_add(rq, citizen, &screening_form, "/citizens/%lld/screenings", rq->subject);

	if (form == NULL)
		return;
	date_today(&today);
	fitting = rows_int(rq->db, 0, "SELECT IF(COUNT(*) = 1, MAX(q.id), 0)" OFFERED " AND" FITS,
	    ARGS(INT(rq->subject), TEXT(today.iso), TEXT(today.iso)));
	if (fitting != 0)
		form_set_int(form, "questionnaire", fitting);
}

static void
citizen_get(struct request *rq, xmlNode *content)
{
	xmlNode *citizen = citizen_add(rq, content, rq->subject);

	benefits_add(rq, citizen);
	screenings_add(rq, citizen);
	courses_add(rq, citizen);
	if (node_get(citizen, "died-on") == NULL)
		issue_add(rq, citizen);
	if (node_get(citizen, "died-on") == NULL && request_may(rq, MAY_RUN_COURSE))
		node_set(citizen, "new-course", request_href(rq, "/plan/new/%lld", rq->subject));
	details_add(rq, citizen);
	citizen_add_way(rq, content, citizen, NULL);
}

static void
details_post(struct request *rq)
{
	if (revision_stale(rq, rows_int(rq->db, 0, "SELECT revision FROM citizen WHERE id = ? FOR UPDATE",
	    ARGS(INT(rq->subject)))))
		return;
	exec(rq->db, "UPDATE citizen SET name = ?, phone = ?, language = ?, interpreter_needed = ?, changed_by = ?,"
	    "  revision = revision + 1 WHERE id = ?", ARGS(FIELD(rq, "name"), FIELD(rq, "phone"), FIELD(rq, "language"),
	    INT(field_check(rq, "interpreter-needed") ? 1 : 0), TEXT(rq->user->uid), INT(rq->subject)));
	see_other(rq, "saved", "/citizens/%lld", rq->subject);
}

static void
screening_post(struct request *rq)
{
	long long id = screening_issue(rq, rq->subject, field_int(rq, "questionnaire", 0));

	see_other(rq, "screening-issued", "/screening/%lld", id);
}

const struct route portal_citizen = {
	.path = "/citizens/:id", .page = "citizen", .menu = "citizens", .subject = &subject_citizen, .may = MAY_SEE_CASES,
	.get = citizen_get,
};

const struct route portal_citizen_details = {
	.path = "/citizens/:id/details", .page = "citizen", .menu = "citizens", .subject = &subject_citizen, .may = MAY_REGISTER,
	.get = citizen_get, .post = details_post, .form = &details_form,
};

const struct route portal_citizen_screening = {
	.path = "/citizens/:id/screenings", .page = "citizen", .menu = "citizens", .subject = &subject_citizen, .may = MAY_REGISTER,
	.get = citizen_get, .post = screening_post, .form = &screening_form,
};
