#include "domain/category.h"

#include "domain/choice.h"
#include "sql/rows.h"
#include "xml/node.h"

/* me is the citizen on a day: two '?', citizen and today.  RUNNING: of the benefit periods, those of that day. */
#define ME \
	"(SELECT z.id, z.department_id AS department, d.today, TIMESTAMPDIFF(YEAR, z.birth_date, d.today) AS age" \
	"   FROM citizen z JOIN (SELECT CAST(? AS DATE) AS today) d WHERE z.id = ?) me"
#define VALID(alias) alias ".valid_from <= me.today AND (" alias ".valid_to IS NULL OR " alias ".valid_to >= me.today)"
#define AGE(alias) "(" alias ".min_age IS NULL OR me.age >= " alias ".min_age) AND (" alias ".max_age IS NULL OR me.age <= " alias ".max_age)"
#define BENEFIT(alias) \
	"(" alias ".benefit_type IS NULL OR EXISTS (SELECT 1 FROM benefit_period b WHERE b.citizen_id = me.id" \
	"  AND b.benefit_type = " alias ".benefit_type AND b.starts_on <= me.today AND (b.ends_on IS NULL OR b.ends_on >= me.today)))"

/* The group is asked for as a scalar, so that it stands once: the first by ordinal. */
#define GROUP_CODE \
	"(SELECT g.code FROM target_group g WHERE " VALID("g") " AND " AGE("g") " AND " BENEFIT("g") " ORDER BY g.ordinal, g.code LIMIT 1)"

#define FRAMES \
	" FROM (SELECT me.*, " GROUP_CODE " AS target_group FROM " ME ") me JOIN course_frame f ON " VALID("f") " AND " AGE("f") \
	"  AND " BENEFIT("f") " AND (f.target_group IS NULL OR f.target_group = me.target_group) JOIN department d ON d.id = f.department_id"

/* A period of the group's own benefit says why; else the latest one. */
static const char group_sql[] =
    "SELECT g.code, g.title, g.law, me.age, IF(g.benefit_type IS NULL, NULL, 'yes') AS 'by-benefit',"
    "  (SELECT t.title FROM benefit_period b JOIN benefit_type t ON t.code = b.benefit_type"
    "    WHERE b.citizen_id = me.id AND b.starts_on <= me.today AND (b.ends_on IS NULL OR b.ends_on >= me.today)"
    "    ORDER BY b.benefit_type <=> g.benefit_type DESC, b.starts_on DESC LIMIT 1) AS benefit,"
    "  CAST(CONCAT(g.code, ':', COALESCE((SELECT GROUP_CONCAT(c.id ORDER BY c.id SEPARATOR '.') FROM risk_category c"
    "    WHERE c.target_group = g.code AND " VALID("c") "), '')) AS CHAR(200)) AS 'key'"
    " FROM (SELECT me.*, " GROUP_CODE " AS target_group FROM " ME ") me JOIN target_group g ON g.code = me.target_group";

#define CATEGORIES \
	" FROM (SELECT me.*, " GROUP_CODE " AS target_group FROM " ME ") me JOIN risk_category c ON c.target_group = me.target_group AND " VALID("c")

#define PEOPLE(where) \
	"SELECT s.uid, CONCAT(s.name, IF(s.department_id = o.department, '', COALESCE(CONCAT(' (', d.name, ')'), '')))" where \
	"  AND s.active AND EXISTS (SELECT 1 FROM staff_role r WHERE r.uid = s.uid AND r.role IN ('caseworker', 'team-leader'))" \
	" ORDER BY s.department_id <> o.department, s.name, s.uid"

xmlNode *
category_group_add(struct request *rq, xmlNode *parent, long long citizen)
{
	const char *day = request_today(rq);
	xmlNode *group = rows_add_one(rq->db, parent, "target-group", group_sql, ARGS(TEXT(day), INT(citizen)));

	if (group != NULL)
		rows_add(rq->db, group, "category", "SELECT c.code, c.title, c.risk" CATEGORIES " ORDER BY c.ordinal, c.id",
		    ARGS(TEXT(day), INT(citizen)));
	return group;
}

const char *
category_key(struct request *rq, long long citizen)
{
	enum { KEY = 6, COLUMNS };
	const char *is[COLUMNS];

	return rows_one(rq->db, rq, is, COLUMNS, group_sql, ARGS(TEXT(request_today(rq)), INT(citizen))) ? is[KEY] : NULL;
}

bool
category_find(struct request *rq, long long citizen, const char *code, struct category *out)
{
	const char *is[4];

	if (!rows_one(rq->db, rq, is, 4, "SELECT c.code, c.title, c.risk, c.target_group" CATEGORIES " AND c.code = ?",
	    ARGS(TEXT(request_today(rq)), INT(citizen), TEXT(code))))
		return false;
	*out = (struct category){ .code = is[0], .title = is[1], .risk = is[2], .group = is[3] };
	return true;
}

void
category_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT c.code, c.title" CATEGORIES " ORDER BY c.ordinal, c.id", ARGS(TEXT(request_today(rq)), INT(rq->citizen)));
}

void
category_frame_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT f.id, CONCAT(f.name, IF(f.department_id = me.department, '', CONCAT(' (', d.name, ')')))" FRAMES
	    " ORDER BY f.department_id <> me.department, f.target_group IS NULL, f.name, f.id", ARGS(TEXT(request_today(rq)), INT(rq->citizen)));
}

void
category_department_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT d.id, d.name" FRAMES " GROUP BY d.id, d.name, me.department ORDER BY d.id <> me.department, d.name",
	    ARGS(TEXT(request_today(rq)), INT(rq->citizen)));
}

void
category_colleague_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, PEOPLE(
	    " FROM (SELECT department_id AS department FROM citizen WHERE id = ?) o JOIN staff s ON s.department_id = o.department"
	    "  LEFT JOIN department d ON d.id = s.department_id WHERE s.uid <> ?"),
	    ARGS(INT(rq->citizen), TEXT(rq->user->uid)));
}

void
category_caseworker_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, PEOPLE(
	    " FROM (SELECT department_id AS department FROM citizen WHERE id = ?) o JOIN staff s JOIN department d ON d.id = s.department_id"
	    "  WHERE (s.department_id = o.department OR s.uid = ? OR s.department_id IN (SELECT f.department_id" FRAMES "))"),
	    ARGS(INT(rq->citizen), TEXT(rq->user->uid), TEXT(request_today(rq)), INT(rq->citizen)));
}
