/*
 * /plan/:id/my-plan - "my plan": the plan as the citizen gets it, in plain language, on screen and paper.  ?version=N: that one, else the one in force.
 *	<my-plan version state on [valid-from] [employment-goal] [call] [caseworker-name] href [pdf] [number-missing] [other other-href]> <citizen id name/> <own-words/>
 *	    <plain-words/> <help title provider-name goal starts-on [ends-on] [place] [waits]/>* </my-plan>
 * /plan/:id/my-plan.pdf - the same as PDF (web/pdf.h), for which there is a link where there is a weasyprint.
 * What is not for the citizen is not on it: no reasons, no prices, nothing about what was declined; and no CPR number is.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "plan/plan.h"
#include "sql/rows.h"
#include "web/pdf.h"
#include "xml/node.h"

/* The version that was asked for; 0: the one in force, the last that was when the course is closed, or the newest. */
static xmlNode *
add_plan(struct request *rq, xmlNode *content, long long version)
{
	xmlNode *plan = rows_add_one(rq->db, content, "my-plan",
	    "SELECT p.id, p.version, p.state, p.valid_from AS 'valid-from', p.valid_to AS 'valid-to', COALESCE(p.employment_goal, c.employment_goal) AS 'employment-goal',"
	    "  p.whom_to_call AS 'call', w.name AS 'caseworker-name', p.own_words AS 'own-words', p.plain_words AS 'plain-words'"
	    " FROM (SELECT ? AS course, ? AS version) me JOIN plan p ON p.course_id = me.course AND (me.version = 0 OR p.version = me.version)"
	    " JOIN course c ON c.id = p.course_id LEFT JOIN staff w ON w.uid = c.caseworker_uid ORDER BY p.state = 'agreed' DESC,"
	    " c.closed_on IS NOT NULL AND (p.valid_from IS NOT NULL OR p.state = 'ended') DESC, p.version DESC LIMIT 1",
	    ARGS(INT(rq->subject), INT(version)));

	if (plan == NULL || rows_add_one(rq->db, plan, "citizen", "SELECT id, name FROM citizen WHERE id = ?", ARGS(INT(rq->citizen))) == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-plan");
		return NULL;
	}
	return plan;
}

/* What is to come or under way; of a version that is being made also what goes on from the one before. */
static void
add_help(struct request *rq, xmlNode *plan)
{
	rows_add(rq->db, plan, "help",
	    "SELECT i.title, s.name AS 'provider-name', CAST(i.goal AS CHAR(1000)) AS goal, COALESCE(i.started_on, i.starts_on) AS 'starts-on', i.ends_on AS 'ends-on',"
	    "  i.place, CASE WHEN i.waits_since IS NOT NULL THEN 'yes' END AS waits"
	    " FROM (SELECT ? AS course, ? AS plan, ? AS is_open) me JOIN intervention i ON i.course_id = me.course AND (i.plan_id = me.plan"
	    "  OR (me.is_open AND (i.waits_since IS NOT NULL OR i.state IN ('ordered', 'accepted', 'running'))))"
	    " JOIN staff s ON s.uid = i.provider_uid WHERE i.state IN ('proposed', 'ordered', 'accepted', 'running')"
	    " ORDER BY COALESCE(i.started_on, i.starts_on), i.id",
	    ARGS(INT(rq->subject), INT(atoll(node_get(plan, "id"))), INT(plan_is_open(node_get(plan, "state")))));
}

/* A proposal stands beside the plan in force: from each there is a way to the other. */
static void
add_other(struct request *rq, xmlNode *plan)
{
	long long version = atoll(node_get(plan, "version")), other = rows_int(rq->db, 0, "SELECT p.version FROM plan p WHERE p.course_id = ?"
	    " AND p.version <> ? AND p.state IN ('draft', 'presented', 'agreed') ORDER BY p.version DESC LIMIT 1", ARGS(INT(rq->subject), INT(version)));

	if (other == 0)
		return;
	node_set_int(plan, "other", other);
	node_set(plan, "other-href", request_href(rq, "/plan/%lld/my-plan?version=%lld", rq->subject, other));
}

static xmlNode *
add_all(struct request *rq, xmlNode *content)
{
	xmlNode *plan = add_plan(rq, content, query_int(rq, "version", 0, 1, 100000));

	if (plan == NULL)
		return NULL;
	add_help(rq, plan);
	add_other(rq, plan);
	node_set(plan, "on", request_today(rq));
	node_set(plan, "href", request_href(rq, "/plan/%lld/plan", rq->subject));
	xmlUnsetProp(plan, (const xmlChar *)"id");
	page_script(rq, "print.js", NULL);
	return plan;
}

static bool
goes_on(const char *state)
{
	return plan_is_open(state) || strcmp(state, "agreed") == 0;
}

/* Nobody can call by a name. */
static bool
lacks_number(const char *call)
{
	return call == NULL || strpbrk(call, "0123456789") == NULL;
}

static void
my_plan_get(struct request *rq, xmlNode *content)
{
	xmlNode *plan = add_all(rq, content);

	if (plan != NULL && rq->as_of == NULL && goes_on(node_get(plan, "state")) && lacks_number(node_get(plan, "call")))
		node_set(plan, "number-missing", "yes");
	if (plan != NULL && rq->as_of == NULL && pdf_can(rq))
		node_set(plan, "pdf", request_href(rq, "/plan/%lld/my-plan.pdf?version=%s", rq->subject, node_get(plan, "version")));
}

static void
my_plan_pdf_get(struct request *rq, xmlNode *content)
{
	xmlNode *plan = add_all(rq, content);

	if (plan != NULL)
		page_as_pdf(rq, request_format(rq, "min-plan-%lld-%s.pdf", rq->subject, node_get(plan, "version")));
}

#define MY_PLAN_ROUTE .page = "my-plan", .subject = &subject_course, .menu = "courses", .may = MAY_SEE_CASES

const struct route plan_my_plan = { .path = "/plan/:id/my-plan", MY_PLAN_ROUTE, .get = my_plan_get };
const struct route plan_my_plan_pdf = { .path = "/plan/:id/my-plan.pdf", MY_PLAN_ROUTE, .get = my_plan_pdf_get };
