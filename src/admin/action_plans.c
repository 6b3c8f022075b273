/*
 * /admin/action-plans - the political action plans, and how far each has come.
 *	<action-plans [new]> <form name="filter"/> <list name="action-plans"> <action-plan .../>* </list> </action-plans>
 */
#include "admin/action_plans.h"

#include <stdlib.h>
#include <string.h>

#include "admin/catalogue.h"
#include "admin/pages.h"
#include "admin/rules.h"
#include "domain/choice.h"
#include "domain/permission.h"
#include "sql/rows.h"
#include "web/link.h"
#include "web/list.h"
#include "xml/node.h"

bool
action_plan_find(struct request *rq, bool lock, struct action_plan *out)
{
#define FIND "SELECT title, department_id, revision FROM action_plan WHERE id = ?"
	const char *is[3];

	if (!rows_one(rq->db, rq, is, 3, lock ? FIND " FOR UPDATE" : FIND, ARGS(INT(rq->ids[0])))) {
		fail_request(rq, FAIL_MISSING, "no-such-action-plan");
		return false;
	}
	*out = (struct action_plan){ .title = is[0], .department = is[1], .revision = atoll(is[2]) };
	return true;
}

bool
action_plan_for_change(struct request *rq, bool lock, struct action_plan *out)
{
	if (!action_plan_find(rq, lock, out))
		return false;
	if (!catalogue_writes(rq, out->department))
		fail_request(rq, FAIL_DENIED, "action-plan-of-others");
	return !request_failed(rq);
}

void
action_plan_add_way(struct request *rq, xmlNode *content, const char *title)
{
	xmlNode *crumbs = node_add(content, "breadcrumbs");

	link_add(rq, crumbs, "catalogue", "/admin/catalogue");
	link_add(rq, crumbs, "action-plans", "/admin/action-plans");
	if (title != NULL)
		link_add_title(rq, crumbs, title, "/admin/action-plans/%lld", rq->ids[0]);
}

void
action_plan_changed(struct request *rq, long long plan, const char *was, const char *became)
{
	rule_changed(rq, &(struct rule){ .name = "action-plan" }, request_format(rq, "%lld", plan), was, became);
}

/* Half up, of one decimal; of persons by round numbers, in whole per cent, and days in two digits. */
#define ROUND(count) "((" count " + 2) DIV 5 * 5)"
#define SHARE(part, of) \
	"CAST(IF(s.persons, (200 * " ROUND(part) " + " ROUND(of) ") DIV (2 * " ROUND(of) "), ((2000 * " part " + " of ") DIV (2 * " of ")) / 10) AS DECIMAL(7,1))"
#define DAYS(days) \
	"IF(s.persons AND ABS(" days ") >= 10, CAST(CAST(ROUND(" days ", 1 - FLOOR(LOG10(ABS(" days ")))) AS SIGNED) AS CHAR(12)), CAST(CAST(" days " AS DECIMAL(9,1)) AS CHAR(12)))"
#define COUNT(count) "IF(s.persons, " ROUND(count) ", " count ")"

/*
 * Everybody reads these pages: what was counted of persons is told where no number of it is one of few (rule/suppression.h), in the round figures that reports
 * tell who may not open their lists (domain/report/figures_round.h), and how it stood is hidden where few were counted.  Entries are no persons, as long as
 * the criterion never counted anything else.
 */
#define TOLD(count) "COALESCE(" count " = 0 OR " count " >= 5, TRUE)"
#define PERSONS(c) "(" c ".metric <> 'judged' AND EXISTS (SELECT 1 FROM success_criterion FOR SYSTEM_TIME ALL h WHERE h.id = " c ".id AND h.metric <> 'implemented'))"
#define FEW_COUNTED "s.denominator BETWEEN 1 AND 4"
#define FEW \
	"NOT (" TOLD("s.denominator") " AND " TOLD("s.missing") " AND " TOLD("s.earlier") " AND " TOLD("s.earlier_of - s.earlier") \
	" AND (c.unit = 'days' OR (" TOLD("s.numerator") " AND " TOLD("s.denominator - s.numerator") ")))"
#define STATE(c) "IF(s.changed_by = 'samspil-reporter' AND " FEW_COUNTED " AND " PERSONS(c) ", 'hidden', s.state)"

void
criterion_add_states(struct request *rq, xmlNode *criterion, long long id, const struct criterion_states *which)
{
	rows_add(rq->db, criterion, "criterion-state", "SELECT s.quarter, IF(? = 1, s.state, s.told) AS state, s.created_at AS at, s.by_name AS 'by-name',"
	    "  IF(s.persons, NULL, s.numerator) AS numerator, IF(s.few OR (s.persons AND s.unit <> 'days'), NULL, " COUNT("s.denominator") ") AS denominator,"
	    "  IF(s.few OR s.unit = 'days', NULL, " SHARE("s.numerator", "s.denominator") ") AS share,"
	    "  IF(s.few OR s.unit <> 'days', NULL, " DAYS("s.numerator / 10") ") AS days,"
	    "  IF(s.few, NULL, " SHARE("s.earlier", "s.earlier_of") ") AS 'earlier-share', IF(s.few, NULL, " COUNT("s.missing") ") AS missing,"
	    "  IF(s.few, 'yes', NULL) AS few, IF(s.persons AND NOT s.few, 'yes', NULL) AS 'round', s.note, h.metric, h.unit, " CRITERION_LIMIT_OF("h", "threshold") " AS threshold, " CRITERION_LIMIT_OF("h", "partly") " AS partly"
	    " FROM (SELECT s.*, c.revision AS revision_now, c.metric AS metric_now, c.threshold AS threshold_now, c.partly AS partly_now,"
	    "   COALESCE(c.unit, '') AS unit, " STATE("c") " AS told, s.changed_by = 'samspil-reporter' AND " PERSONS("c") " AS persons,"
	    "   s.changed_by = 'samspil-reporter' AND " PERSONS("c") " AND " FEW " AS few,"
	    "   IF(s.changed_by = 'samspil-reporter', NULL, COALESCE(u.name, s.changed_by)) AS by_name"
	    "   FROM criterion_state s JOIN success_criterion c ON c.id = s.criterion_id LEFT JOIN staff u ON u.uid = s.changed_by WHERE s.criterion_id = ?) s"
	    " LEFT JOIN success_criterion FOR SYSTEM_TIME ALL h ON h.id = s.criterion_id AND h.revision = s.criterion_revision AND h.revision <> s.revision_now"
	    "  AND NOT (h.metric = s.metric_now AND h.unit <=> s.unit AND h.threshold <=> s.threshold_now AND h.partly <=> s.partly_now)"
	    "  AND h.ROW_END = (SELECT MAX(e.ROW_END) FROM success_criterion FOR SYSTEM_TIME ALL e WHERE e.id = h.id AND e.revision = h.revision)"
	    " WHERE ? = 1 OR NOT EXISTS (SELECT 1 FROM criterion_state n WHERE n.criterion_id = s.criterion_id"
	    "  AND n.quarter = s.quarter AND n.id > s.id) ORDER BY s.quarter DESC, s.id DESC LIMIT ?", ARGS(INT(which->opens_lists), INT(id), INT(which->all), INT(which->limit)));
}

static void
department_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT d.id, d.name FROM department d WHERE EXISTS (SELECT 1 FROM action_plan p WHERE p.department_id = d.id)"
	    " ORDER BY d.name, d.id", NO_ARGS);
}

static const char *const standings[] = { "ended", "all", NULL };
static const struct field filter_fields[] = {
	{ .name = "department", .type = FIELD_CHOICE, .source = department_choices },
	{ .name = "standing",   .type = FIELD_CHOICE, .choices = standings },
	{ 0 }
};
static const char *const filter_submits[] = { "filter", NULL };
static const struct form filter_form = { .name = "filter", .fields = filter_fields, .submits = filter_submits, .get = true };

/* f: what is wanted.  Asked for no more, one sees what has not ended. */
#define WANTED \
	" FROM (SELECT ? AS department, ? AS everything, ? AS ended, CAST(? AS DATE) AS today) f" \
	" JOIN action_plan p ON (f.department IS NULL OR p.department_id = f.department)" \
	"  AND (f.everything = 1 OR IF(p.to_on < f.today, 1, 0) = f.ended)" \
	" JOIN department d ON d.id = p.department_id"
/* How a plan's criteria stood at the end of the last quarter that is known of each. */
#define HOW_MANY(state) "SUM(COALESCE(" STATE("c") ", 'unknown') = '" state "')"
#define STATES \
	"(SELECT c.plan_id, " HOW_MANY("reached") " AS reached, " HOW_MANY("partly") " AS partly, " HOW_MANY("not") " AS failed, " HOW_MANY("unknown") " AS unknown, NULLIF(" HOW_MANY("hidden") ", 0) AS hidden" \
	" FROM success_criterion c LEFT JOIN criterion_state s ON s.id = (SELECT n.id FROM criterion_state n WHERE n.criterion_id = c.id" \
	"  ORDER BY n.quarter DESC, n.id DESC LIMIT 1) GROUP BY c.plan_id)"
#define ALL \
	"SELECT p.id, p.title, p.department_id AS department, d.name AS 'department-name', p.from_on AS 'from-on', p.to_on AS 'to-on'," \
	" (SELECT COUNT(*) FROM action_plan_entry e WHERE e.plan_id = p.id) AS entries, k.reached, k.partly, k.failed AS 'not', k.unknown, k.hidden" WANTED \
	" LEFT JOIN " STATES " k ON k.plan_id = p.id ORDER BY "

static const struct list_sort sorts[] = {
	{ "title",       ALL "p.title, p.id LIMIT ? OFFSET ?" },
	{ "-title",      ALL "p.title DESC, p.id DESC LIMIT ? OFFSET ?" },
	{ "department",  ALL "d.name, p.title, p.id LIMIT ? OFFSET ?" },
	{ "-department", ALL "d.name DESC, p.title, p.id LIMIT ? OFFSET ?" },
	{ 0 }
};

static void
plans_get(struct request *rq, xmlNode *content)
{
	const char *standing = query_text(rq, "standing") == NULL ? "" : query_text(rq, "standing");
	xmlNode *node = node_add(content, "action-plans"), *list;

	if (request_may(rq, MAY_WRITE_CATALOGUE))
		node_set(node, "new", request_href(rq, "/admin/action-plans/new"));
	form_add(rq, node, &filter_form, "/admin/action-plans");
	list = list_add(rq, node, "action-plans", "action-plan", sorts, "SELECT COUNT(*)" WANTED,
	    ARGS(TEXT(query_text(rq, "department")), INT(strcmp(standing, "all") == 0), INT(strcmp(standing, "ended") == 0), TEXT(request_today(rq))));
	link_rows(rq, list, "action-plan", "id", "/admin/action-plans");
}

const struct route admin_action_plans = { .path = "/admin/action-plans", .page = "action-plans", .menu = "catalogue", .get = plans_get };
