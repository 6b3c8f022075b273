/*
 * /triage - what was sent and waits for a decision: of one's department, and what one issued oneself.
 *	<list name="triage"> <waiting id citizen-id citizen cpr questionnaire submitted-at days red yellow green [indicates title] href/>* </list>
 */
#include <stdlib.h>

#include "base/date.h"
#include "domain/answers.h"
#include "domain/citizen.h"
#include "domain/permission.h"
#include "triage/pages.h"
#include "web/list.h"
#include "web/request.h"
#include "xml/node.h"

#define WAITING \
	"  FROM (SELECT ? AS uid, ? AS department, CAST(? AS DATE) AS today) me" \
	"  JOIN screening s ON s.state = 'submitted' JOIN citizen z ON z.id = s.citizen_id" \
	" WHERE (z.department_id = me.department OR s.issued_by = me.uid)"

#define ROWS \
	"SELECT s.id, z.id AS 'citizen-id', z.name AS citizen," \
	" (SELECT " CPR_MASKED("p.cpr") " FROM citizen_cpr p WHERE p.citizen_id = z.id) AS cpr," \
	" IF(z.protection_from <= me.today AND (z.protection_to IS NULL OR z.protection_to >= me.today), 'yes', NULL) AS protected," \
	" (SELECT q.title FROM questionnaire q WHERE q.id = s.questionnaire_id) AS questionnaire," \
	" s.questionnaire_id AS 'questionnaire-id', s.submitted_at AS 'submitted-at', DATEDIFF(me.today, s.submitted_at) AS days," \
	" s.red, s.yellow, s.green, s.indicates" WAITING

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
	node_set(row, "href", request_href(rq, "/triage/%s", node_get(row, "id")));
}

static void
list_get(struct request *rq, xmlNode *content)
{
	struct date today;
	xmlNode *list, *row;

	date_today(&today);
	list = list_add(rq, content, "triage", "waiting", sorts, "SELECT COUNT(*)" WAITING,
	    ARGS(TEXT(rq->user->uid), TEXT(rq->user->department), TEXT(today.iso)));
	for (row = node_child(list, "waiting"); row != NULL; row = node_next(row, "waiting"))
		complete(rq, row);
}

const struct route triage_list = {
	.path = "/triage", .page = "list", .menu = "triage", .may = MAY_ASSESS, .get = list_get,
};
