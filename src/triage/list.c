/*
 * /triage - what was sent and waits for a decision: of one's department, and what one issued oneself; ?whose= mine, department or nobody,
 * ?questionnaire= its code.
 *	<form name="filter"/> <list name="triage"> <waiting id citizen-id citizen cpr questionnaire submitted-at days red yellow green
 *	 [indicates title] [plain] [days-over] [taken-by mine] href> <score/>* <form name="take"/> </waiting>* </list>
 */
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/answers.h"
#include "domain/choice.h"
#include "domain/citizen.h"
#include "domain/findings.h"
#include "domain/permission.h"
#include "domain/screening.h"
#include "sql/day.h"
#include "triage/pages.h"
#include "triage/talk.h"
#include "web/form.h"
#include "web/list.h"
#include "web/request.h"
#include "xml/node.h"

/* Mine is what the home page shows as mine: what I took, and what I issued and nobody took. */
static const char *const whose[] = { "mine", "department", "nobody", NULL };

/* Those of which something waits, and the wanted one: each once, under the title of its last version; that too where two have one title. */
static void
questionnaire_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT q.code, IF(COUNT(*) OVER (PARTITION BY q.title) > 1, CONCAT(q.title, ' (v', q.version, ')'), q.title) AS title"
	    " FROM questionnaire q WHERE q.audience = 'citizen' AND q.state <> 'draft'"
	    " AND NOT EXISTS (SELECT 1 FROM questionnaire l WHERE l.code = q.code AND l.version > q.version AND l.state <> 'draft')"
	    " AND (q.code = ? OR q.code IN (SELECT w.code FROM questionnaire w JOIN screening s ON s.questionnaire_id = w.id AND s.state = 'submitted'"
	    "   JOIN citizen z ON z.id = s.citizen_id AND z.death_date IS NULL WHERE z.department_id = ? OR s.issued_by = ?))"
	    " ORDER BY title, q.code", ARGS(TEXT(query_text(rq, "questionnaire")), TEXT(rq->user->department), TEXT(rq->user->uid)));
}

static const struct field filter_fields[] = {
	{ "whose",         FIELD_CHOICE, .choices = whose },
	{ "questionnaire", FIELD_CHOICE, .source = questionnaire_choices },
	{ 0 }
};
static const char *const filter_submits[] = { "filter", NULL };
static const struct form filter_form = { .name = "filter", .fields = filter_fields, .submits = filter_submits, .get = true };

/* Who has died needs no decision any more. */
#define WAITING \
	"  FROM (SELECT ? AS uid, ? AS department, CAST(? AS DATE) AS today, CAST(? AS CHAR(20)) COLLATE utf8mb4_danish_ci AS whose," \
	"   CAST(? AS CHAR(60)) COLLATE utf8mb4_danish_ci AS questionnaire) me" \
	"  JOIN screening s ON s.state = 'submitted' JOIN citizen z ON z.id = s.citizen_id AND z.death_date IS NULL" \
	"  JOIN questionnaire q ON q.id = s.questionnaire_id JOIN citizen_cpr p ON p.citizen_id = z.id" \
	" WHERE (z.department_id = me.department OR s.issued_by = me.uid)" \
	"  AND (COALESCE(me.whose, '') <> 'mine' OR COALESCE(s.taken_by, s.issued_by) = me.uid)" \
	"  AND (COALESCE(me.whose, '') <> 'department' OR z.department_id = me.department)" \
	"  AND (COALESCE(me.whose, '') <> 'nobody' OR s.taken_by IS NULL)" \
	"  AND (me.questionnaire IS NULL OR q.code = me.questionnaire)"

#define ROWS \
	"SELECT s.id, z.id AS 'citizen-id', z.name AS citizen," \
	" " CPR_MASKED("p.cpr") " AS cpr, IF(p.kind = 'replacement', 'replacement', NULL) AS 'cpr-kind'," \
	" IF(z.protection_from <= me.today AND (z.protection_to IS NULL OR z.protection_to >= me.today), 'yes', NULL) AS protected," \
	" q.title AS questionnaire," \
	" s.questionnaire_id AS 'questionnaire-id', s.submitted_at AS 'submitted-at', DATEDIFF(me.today, " DANISH_DAY("s.submitted_at") ") AS days," \
	" s.red, s.yellow, s.green, s.indicates," \
	" IF(DATEDIFF(me.today, " DANISH_DAY("s.submitted_at") ") > " TRIAGE_WITHIN_DAYS ", DATEDIFF(me.today, " DANISH_DAY("s.submitted_at") ") - " TRIAGE_WITHIN_DAYS ", NULL)" \
	"  AS 'days-over'," \
	" (SELECT w.name FROM staff w WHERE w.uid = s.taken_by) AS 'taken-by', IF(s.taken_by = me.uid, 'yes', NULL) AS mine" WAITING

static const struct list_sort sorts[] = {
	{ "submitted",  ROWS " ORDER BY s.submitted_at, s.id LIMIT ? OFFSET ?" },
	{ "-submitted", ROWS " ORDER BY s.submitted_at DESC, s.id DESC LIMIT ? OFFSET ?" },
	{ "-red",       ROWS " ORDER BY s.red DESC, s.yellow DESC, s.submitted_at, s.id LIMIT ? OFFSET ?" },
	{ "red",        ROWS " ORDER BY s.red, s.yellow, s.submitted_at, s.id LIMIT ? OFFSET ?" },
	{ "citizen",    ROWS " ORDER BY z.name, s.id LIMIT ? OFFSET ?" },
	{ "-citizen",   ROWS " ORDER BY z.name DESC, s.id DESC LIMIT ? OFFSET ?" },
	{ 0 }
};

static void
complete(struct request *rq, xmlNode *row)
{
	const struct questionnaire *q = questionnaire_load(rq, atoll(node_get(row, "questionnaire-id")));
	const struct indication *indication = q == NULL ? NULL : questionnaire_indication(q, node_get(row, "indicates"));

	xmlUnsetProp(row, BAD_CAST "questionnaire-id");
	if (indication != NULL)
		node_set(row, "title", indication->title);
	if (q != NULL && q->indication_count == 0) {
		node_set(row, "plain", "yes");
		findings_scores_add(rq, row, q, atoll(node_get(row, "id")));
	}
	node_set(row, "href", request_href(rq, "/triage/%s", node_get(row, "id")));
	if (node_get(row, "taken-by") == NULL)
		node_set(form_add(rq, row, &take_form, "/triage/%s/take", node_get(row, "id")), "id", node_get(row, "id"));
}

/* One of the words that the filter knows; all for any other. */
static const char *
wanted(const struct request *rq)
{
	const char *word = query_text(rq, "whose");
	size_t i;

	for (i = 0; word != NULL && whose[i] != NULL; i++)
		if (strcmp(whose[i], word) == 0)
			return whose[i];
	return NULL;
}

static void
list_get(struct request *rq, xmlNode *content)
{
	struct date today;
	xmlNode *list, *row;

	date_today(&today);
	form_add(rq, content, &filter_form, "/triage");
	list = list_add(rq, content, "triage", "waiting", sorts, "SELECT COUNT(*)" WAITING,
	    ARGS(TEXT(rq->user->uid), TEXT(rq->user->department), TEXT(today.iso), TEXT(wanted(rq)),
	    TEXT(query_text(rq, "questionnaire"))));
	for (row = node_child(list, "waiting"); row != NULL; row = node_next(row, "waiting"))
		complete(rq, row);
}

const struct route triage_list = {
	.path = "/triage", .page = "list", .menu = "triage", .may = MAY_ASSESS, .get = list_get,
};
