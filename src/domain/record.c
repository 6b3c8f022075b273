#include "domain/record.h"

#include <string.h>
#include <talloc.h>

#include "domain/background.h"
#include "domain/document.h"
#include "sql/rows.h"
#include "xml/node.h"

/*
 * Of each kind: the versions that stood at some moment from first to last.  Arguments: course, user, reads, secrets, keeps, idents, first, microseconds
 * before it, last.
 */
#define KIND(table, of, ident, columns, joins, visible, order) \
	"SELECT " ident " AS ident, CAST(v.ROW_START AS CHAR(26)) AS since, CAST(v.ROW_END AS CHAR(26)) AS until, " columns \
	" FROM (SELECT ? AS course, ? AS me, ? AS reads_notes, ? AS secrets, ? AS keeps, ? AS idents," \
	"  COALESCE(CAST(? AS DATETIME(6)), CURRENT_TIMESTAMP(6)) - INTERVAL ? MICROSECOND AS first," \
	"  COALESCE(CAST(? AS DATETIME(6)), CURRENT_TIMESTAMP(6)) AS last) p" \
	" JOIN " table " FOR SYSTEM_TIME ALL v ON v." of " = p.course AND v.ROW_START <= p.last AND v.ROW_END > p.first " joins \
	" WHERE (p.idents IS NULL OR FIND_IN_SET(" ident ", p.idents COLLATE utf8mb4_danish_ci) > 0) AND (" visible ") ORDER BY " order

#define OF "course_id"
#define ID "CAST(v.id AS CHAR(20))"
#define ALL "TRUE"
#define STAFF(uid) " LEFT JOIN staff s ON s.uid = " uid

/* After object, which names a row, or key.WORDS, which is the end of the label that does, come the facts: FIELD or FIELD.WORDS. */
const struct record_kind record_kinds[] = {
	{ "course", "", KIND("course", "id", ID,
	    "v.state AS 'state.course-state', v.employment_goal AS 'employment-goal', s.name AS caseworker, d.name AS department,"
	    " f.name AS frame, v.referrer_actor AS 'referrer-actor', v.referrer_name AS 'referrer-name', v.referral,"
	    " v.screening_note AS 'screening-note', v.opened_on AS 'opened-on', v.state_reason AS 'state-reason',"
	    " v.returns_on AS 'returns-on', v.closed_on AS 'closed-on', v.outcome AS 'outcome.choice.outcome'",
	    STAFF("v.caseworker_uid") " LEFT JOIN department d ON d.id = v.department_id LEFT JOIN course_frame f ON f.id = v.frame_id",
	    ALL, "v.id") },
	{ "handover", "/contacts", KIND("course_handover", OF, ID,
	    "t.name AS object, s.name AS 'handed-from', t.name AS 'handed-to', fd.name AS 'from-department', td.name AS 'to-department', v.reason",
	    STAFF("v.from_uid") " LEFT JOIN staff t ON t.uid = v.to_uid LEFT JOIN department fd ON fd.id = v.from_department"
	    " LEFT JOIN department td ON td.id = v.to_department", ALL, "v.id") },
	{ "assessment", "/status", KIND("risk_assessment", OF, ID,
	    "v.title AS object, v.risk AS 'risk.choice.risk', v.reason, v.legal_basis AS 'legal-basis', s.name AS 'decided-by',"
	    " v.decided_at AS 'decided-at'", STAFF("v.changed_by"), ALL, "v.id") },
	{ "contact", "/contacts", KIND("course_contact", OF, ID,
	    "COALESCE(s.name, v.name) AS object, v.role AS 'role.contact-role', v.organisation, v.phone, v.email, v.from_on AS 'from-on',"
	    " v.to_on AS 'to-on'", STAFF("v.uid"), ALL, "v.to_on IS NOT NULL, v.from_on, v.id") },
	{ "deadline", "/control", KIND("deadline", OF, ID,
	    "v.kind AS 'key.deadline', v.due_on AS 'due-on', v.counts_from AS 'counted-on', v.law, v.moved_reason AS 'moved-reason',"
	    " v.done_on AS 'done-on',"
	    " v.ended_as AS 'ended-as.choice.ended-as', v.ended_reason AS 'ended-reason'", "", ALL, "v.done_on IS NOT NULL, v.due_on, v.id") },
	{ "background", "/background", KIND("background_value", OF, "CONCAT(v.section, '.', v.field)",
	    "CONCAT(v.section, '.', v.field) AS 'key.field', v.value, v.source AS 'source.choice.source', v.told_on AS 'told-on',"
	    " v.imported, v.imported_from AS 'imported-from', v.imported_on AS 'imported-on'", "", ALL,
	    "FIELD(v.section, 'referral', 'work', 'education', 'social', 'health', 'functioning', 'lifestyle', 'earlier'), v.field") },
	{ "day", "", KIND("assessment_citizen", OF, "CONCAT(v.day_id, '.', v.ordinal)",
	    "CAST(d.held_on AS CHAR(10)) AS object, d.place, IF(v.interpreter, 'yes', 'no') AS 'interpreter.choice',"
	    " v.state AS 'state.record.day', v.reason", " JOIN assessment_day d ON d.id = v.day_id", ALL, "d.held_on, v.day_id") },
	{ "appointment", "", KIND("assessment_appointment", OF, ID,
	    "s.name AS object, v.profession AS 'profession.profession', v.starts_at AS 'starts-at', v.ends_at AS 'ends-at',"
	    " v.state AS 'state.record.appointment', v.cancelled_by AS 'cancelled-by.record.cancelled-by', v.reason", STAFF("v.uid"), ALL,
	    "v.starts_at, v.id") },
	{ "note", "/notes", KIND("professional_note", OF, ID,
	    "v.profession AS 'key.profession', s.name AS author, v.state AS 'state.history.state', v.signed_at AS 'signed-at', v.limitation,"
	    " v.suggestion", STAFF("v.uid"), "(v.uid = p.me OR (v.state = 'signed' AND p.reads_notes = 1))",
	    "FIELD(v.profession, 'caseworker', 'psychologist', 'physiotherapist', 'nurse', 'other'), v.id") },
	{ "addendum", "/notes", KIND("note_addendum", OF, ID,
	    "n.profession AS 'key.profession', s.name AS author, v.created_at AS 'created-at', v.text",
	    " JOIN professional_note n ON n.id = v.note_id" STAFF("v.uid"), "p.reads_notes = 1 OR v.uid = p.me OR n.uid = p.me", "v.id") },
	{ "waiver", "/notes", KIND("note_waiver", OF, "v.profession",
	    "v.profession AS 'key.profession', v.waived_on AS 'waived-on', v.reason", "", ALL, "v.profession") },
	{ "focus-area", "/focus-areas", KIND("focus_area", OF, ID,
	    "COALESCE(v.icf_title, LEFT(v.description, 80)) AS object, v.priority, v.component AS 'component.choice.component',"
	    " v.kind AS 'kind.choice.kind', v.icf_code AS 'icf-code', v.qualifier_title AS 'qualifier-title', v.description, v.suggestion,"
	    " v.profession AS 'profession.profession', s.name AS responsible, v.state AS 'state.focus-area-state',"
	    " v.state_reason AS 'state-reason'", STAFF("v.uid"), ALL, "v.state IN ('resolved', 'dropped'), v.priority, v.id") },
	{ "conference", "/conference", KIND("conference", OF, ID,
	    "v.state AS 'state.record.conference', v.planned_at AS 'planned-at', v.place, v.held_on AS 'held-on',"
	    " v.citizen_present AS 'citizen-present.conference.present', v.absence_reason AS 'absence-reason', v.citizens_words AS 'citizens-words',"
	    " v.examination, v.examination_on AS 'examination-on', v.realistic, v.manageable, v.conclusion, v.state_reason AS 'state-reason'",
	    "", ALL, "COALESCE(v.held_on, v.planned_at), v.id") },
	{ "attendee", "/conference", KIND("conference_attendee", OF, "CONCAT(v.conference_id, '.', v.ordinal)",
	    "COALESCE(s.name, v.name) AS object, v.role AS 'role.contact-role', v.present AS 'present.record.present'", STAFF("v.uid"), ALL,
	    "v.conference_id, v.ordinal") },
	{ "decision", "/conference", KIND("conference_decision", OF, ID,
	    "v.title AS object, v.goal, s.name AS provider, v.starts_on AS 'starts-on', v.ends_on AS 'ends-on',"
	    " v.first_measurement_on AS 'first-measurement-on'", STAFF("v.provider_uid"), ALL, "v.conference_id, v.id") },
	{ "plan", "/plan", KIND("plan", OF, ID,
	    "CAST(v.version AS CHAR(10)) AS object, v.state AS 'state.plan-state', v.employment_goal AS 'employment-goal', v.own_words AS 'own-words',"
	    " v.plain_words AS 'plain-words', v.whom_to_call AS 'whom-to-call', v.presented_on AS 'presented-on', v.agreement AS 'agreement.choice.agreement', v.agreed_on AS 'agreed-on',"
	    " v.agreed_how AS 'agreed-how.choice.agreed-how', v.citizens_words AS 'citizens-words', v.not_asked_reason AS 'not-asked-reason',"
	    " s.name AS 'approved-by', v.approved_on AS 'approved-on', v.valid_from AS 'valid-from', v.valid_to AS 'valid-to'",
	    STAFF("v.approved_by"), ALL, "v.version") },
	{ "intervention", "/interventions", KIND("intervention", OF, ID,
	    "v.title AS object, v.goal, s.name AS provider, v.state AS 'state.intervention-state', v.state_reason AS 'state-reason',"
	    " v.starts_on AS 'starts-on', v.started_on AS 'started-on', v.ends_on AS 'ends-on', v.first_measurement_on AS 'first-measurement-on',"
	    " v.kind AS 'kind.choice.kind', v.track AS 'track.choice.track', v.hours_week AS 'hours-week', v.place, v.price, v.facts,"
	    " v.ordered_on AS 'ordered-on', v.ended_on AS 'ended-on', v.follow_up AS 'follow-up.choice.follow-up', v.result",
	    STAFF("v.provider_uid"), ALL, "v.starts_on, v.id") },
	{ "citizen-absence", "/interventions", KIND("intervention_absence", OF, ID,
	    "i.title AS object, v.kind AS 'kind.choice.absence-kind', v.from_on AS 'from-on', v.to_on AS 'to-on', v.note,"
	    " IF(v.state = 'wrong', 'wrong', NULL) AS 'state.history.state'", " JOIN intervention i ON i.id = v.intervention_id", ALL,
	    "v.from_on, v.id") },
	{ "measurement", "/progression", KIND("measurement", OF, ID,
	    "i.title AS object, v.measured_by AS 'measured-by.series', v.round, v.measured_at AS 'measured-at'",
	    " JOIN intervention i ON i.id = v.intervention_id", ALL, "v.measured_at, v.id") },
	{ "goal", "/progression", KIND("progress_goal", OF, "CONCAT(v.intervention_id, '.', v.question_id)",
	    "CAST(q.text AS CHAR(300)) AS object, i.title AS 'of-intervention', v.direction AS 'direction.choice.direction', v.measure AS 'measure.choice.measure',"
	    " v.weight, v.chosen_on AS 'chosen-on', v.ended_on AS 'ended-on', v.ended_reason AS 'ended-reason'",
	    " JOIN progress_question q ON q.id = v.question_id JOIN intervention i ON i.id = v.intervention_id", ALL, "v.created_at, v.question_id") },
	{ "schedule", "/progression", KIND("measurement_schedule", OF, "CONCAT(v.intervention_id, '.', v.first_round)",
	    "i.title AS object, v.first_round AS 'first-round', v.first_due_on AS 'first-due-on', v.interval_weeks AS 'interval-weeks'",
	    " JOIN intervention i ON i.id = v.intervention_id", ALL, "v.intervention_id, v.first_round") },
	{ "employment", "/progression/employment", KIND("employment_measurement", OF, ID,
	    "CAST(v.employment_goal AS CHAR(1000)) AS object, v.measured_on AS 'measured-on', v.value, v.not_possible AS 'not-possible', v.comment,"
	    " v.correction_reason AS 'correction-reason'", "", ALL,
	    "v.measured_on, v.id") },
	{ "document", "/documents", KIND("document", OF, ID,
	    "v.title AS object, v.kind AS 'kind.choice.document-kind', v.source AS 'document-source', v.received_on AS 'received-on',"
	    " v.journal_ref AS 'journal-ref', v.file_name AS 'file-name', IF(v.is_sensitive, 'yes', NULL) AS 'sensitive.choice', i.title AS 'document-provider',"
	    " v.state AS 'state.document-state', v.state_reason AS 'state-reason', v.scan AS 'scan.document-scan'",
	    " LEFT JOIN intervention i ON i.id = v.intervention_id",
	    "v.state <> 'draft' AND (p.secrets = 1 OR NOT " DOCUMENT_IS_SENSITIVE("v") ")"
	    " AND (p.keeps = 1 OR COALESCE(v.uid = p.me, FALSE) OR NOT " DOCUMENT_IS_WRONG("v") ")", "v.received_on, v.id") },
	{ "stop", "/progression", KIND("stop_task", OF, ID,
	    "i.title AS object, v.cause AS 'cause.record.stop', v.words AS proposal, q.text AS question, v.raised_on AS 'raised-on', v.answer AS 'answer.stop.answer',"
	    " v.answer_reason AS 'answer-reason', s.name AS 'answered-by', v.answered_on AS 'answered-on'",
	    " JOIN intervention i ON i.id = v.intervention_id LEFT JOIN progress_question q ON q.id = v.question_id" STAFF("v.answered_by"), ALL,
	    "v.raised_on, v.id") },
	{ "message", "", KIND("message", OF, ID,
	    "s.name AS object, v.kind AS 'kind.message', v.sent_at AS 'sent-at', v.read_at AS 'read-at', v.receipted_at AS 'receipted-at'", STAFF("v.to_uid"), ALL, "v.id") },
	{ NULL, NULL, NULL }
};

const struct record_kind *
record_kind(const char *what)
{
	const struct record_kind *kind;

	for (kind = record_kinds; kind->what != NULL; kind++)
		if (strcmp(kind->what, what) == 0)
			return kind;
	return NULL;
}

static bool
ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), n = strlen(end);

	return length >= n && strcmp(text + length - n, end) == 0;
}

/* The background's values are shown as their fields are. */
static void
set_background(xmlNode *fact, const char *ident)
{
	char section[32];
	size_t n = strcspn(ident, ".");
	const struct background_section *is;
	const struct field *field;
	const char *type;

	if (n >= sizeof section)
		return;
	memcpy(section, ident, n);
	section[n] = '\0';
	is = background_section(section);
	field = is == NULL || ident[n] == '\0' ? NULL : background_field(is, ident + n + 1);
	if (field == NULL)
		return;
	type = background_type(field);
	if (strcmp(type, "choice") == 0)
		node_set_format(fact, "words", "choice.%s", field->name);
	else if (strcmp(type, "text") != 0)
		node_set(fact, "type", type);
}

static void
fact_add(xmlNode *row, const struct record_kind *kind, const char *name, const char *text)
{
	size_t n = strcspn(name, ".");
	char field[40] = "";
	xmlNode *fact;

	if (n >= sizeof field)
		return;
	memcpy(field, name, n);
	if (strcmp(field, "object") == 0 || strcmp(field, "key") == 0) {
		node_set(row, "name", text);
		node_set(row, "words", name[n] == '.' ? name + n + 1 : NULL);
		return;
	}
	fact = node_add_text(row, "fact", text);
	node_set(fact, "field", field);
	if (name[n] == '.')
		node_set(fact, "words", name + n + 1);
	else if (ends_with(field, "-on"))
		node_set(fact, "type", "date");
	else if (ends_with(field, "-at"))
		node_set(fact, "type", "moment");
	else if (strcmp(kind->what, "background") == 0 && (strcmp(field, "value") == 0 || strcmp(field, "imported") == 0))
		set_background(fact, node_get(row, "ident"));
}

/* A row as the statement gives it, its columns attributes and children, becomes one of facts. */
static void
row_add(xmlNode *parent, const struct record_kind *kind, const xmlNode *given, bool versions)
{
	xmlNode *row = node_add(parent, "row"), *child;
	const xmlAttr *column;

	for (column = given->properties; column != NULL; column = column->next) {
		const char *name = (const char *)column->name, *text = node_get(given, name);

		if (strcmp(name, "since") == 0 || strcmp(name, "until") == 0)
			node_set(row, name, versions ? text : NULL);
		else if (strcmp(name, "ident") == 0)
			node_set(row, "ident", text);
		else
			fact_add(row, kind, name, text);
	}
	for (child = node_child(given, NULL); child != NULL; child = node_next(child, NULL))
		if (node_text(child)[0] != '\0')
			fact_add(row, kind, (const char *)child->name, node_text(child));
}

/* idents NULL: all rows, as they stood at first, which is last. */
static size_t
add(struct request *rq, xmlNode *parent, const struct record_kind *kind, struct record_eyes eyes, const char *first, const char *last,
    const char *idents)
{
	xmlDoc *doc = node_document("given", NODE_PAGE_NAMESPACE);
	const xmlNode *given;
	size_t rows = rows_add(rq->db, xmlDocGetRootElement(doc), "row", kind->sql, ARGS(INT(rq->subject),
	    TEXT(eyes.own ? rq->user->uid : NULL), INT(eyes.reads ? 1 : 0), INT(document_secrets(rq) ? 1 : 0),
	    INT(document_keeps(rq) ? 1 : 0), TEXT(idents), TEXT(first), INT(idents == NULL ? 0 : 1), TEXT(last)));

	for (given = node_child(xmlDocGetRootElement(doc), "row"); given != NULL; given = node_next(given, "row"))
		row_add(parent, kind, given, idents != NULL);
	xmlFreeDoc(doc);
	return rows;
}

size_t
record_rows_add(struct request *rq, xmlNode *parent, const struct record_kind *kind, struct record_eyes eyes, const char *moment)
{
	return add(rq, parent, kind, eyes, moment, moment, NULL);
}

void
record_versions_add(struct request *rq, xmlNode *parent, const struct record_kind *kind, struct record_eyes eyes, const char *first,
    const char *last, const char *idents)
{
	add(rq, parent, kind, eyes, first, last, idents);
}

static const xmlNode *
fact_of(const xmlNode *row, const char *field)
{
	const xmlNode *fact;

	for (fact = node_child(row, "fact"); fact != NULL; fact = node_next(fact, "fact"))
		if (strcmp(node_get(fact, "field"), field) == 0)
			return fact;
	return NULL;
}

/* Of one fact, of which either may be NULL: 1 when it is told. */
static size_t
changed_add(xmlNode *out, const xmlNode *was, const xmlNode *became)
{
	const xmlNode *any = became == NULL ? was : became;
	xmlNode *changed;

	if (was != NULL && became != NULL && strcmp(node_text(was), node_text(became)) == 0)
		return 0;
	changed = node_add(out, "changed");
	node_set(changed, "field", node_get(any, "field"));
	node_set(changed, "words", node_get(any, "words"));
	node_set(changed, "type", node_get(any, "type"));
	if (was != NULL)
		node_add_text(changed, "was", node_text(was));
	if (became != NULL)
		node_add_text(changed, "became", node_text(became));
	return 1;
}

size_t
record_changed_add(xmlNode *out, const xmlNode *was, const xmlNode *became)
{
	const xmlNode *fact;
	size_t n = 0;

	for (fact = node_child(became, "fact"); fact != NULL; fact = node_next(fact, "fact"))
		n += changed_add(out, fact_of(was, node_get(fact, "field")), fact);
	for (fact = node_child(was, "fact"); fact != NULL; fact = node_next(fact, "fact"))
		if (fact_of(became, node_get(fact, "field")) == NULL)
			n += changed_add(out, fact, NULL);
	return n;
}
