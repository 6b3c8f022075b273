#include "domain/citizen.h"

#include <string.h>

#include "base/date.h"
#include "domain/permission.h"
#include "rule/cpr.h"
#include "sql/rows.h"
#include "web/link.h"
#include "xml/node.h"

xmlNode *
citizen_add(struct request *rq, xmlNode *parent, long long id)
{
	struct date today;
	xmlNode *citizen;

	date_today(&today);
	citizen = rows_add_one(rq->db, parent, "citizen",
	    "SELECT z.id, z.name, CONCAT(LEFT(p.cpr, 6), '-', RIGHT(p.cpr, 4)) AS cpr, p.kind AS 'cpr-kind',"
	    "  z.birth_date AS 'birth-date', TIMESTAMPDIFF(YEAR, z.birth_date, t.today) AS age, z.phone, z.language,"
	    "  CASE WHEN z.interpreter_needed THEN 'yes' END AS interpreter,"
	    "  CASE WHEN z.protection_from <= t.today AND (z.protection_to IS NULL OR z.protection_to >= t.today) THEN 'yes' END"
	    "   AS protected,"
	    "  CASE WHEN z.protection_from <= t.today AND z.protection_to >= t.today THEN z.protection_to END AS 'protected-to',"
	    "  z.death_date AS 'died-on',"
	    "  CASE WHEN EXISTS (SELECT 1 FROM fictional_citizen v WHERE v.citizen_id = z.id) THEN 'yes' END AS fictional,"
	    "  (SELECT bt.title FROM benefit_period b JOIN benefit_type bt ON bt.code = b.benefit_type"
	    "    WHERE b.citizen_id = z.id AND b.starts_on <= t.today AND (b.ends_on IS NULL OR b.ends_on >= t.today)"
	    "    ORDER BY b.starts_on DESC LIMIT 1) AS benefit"
	    " FROM (SELECT CAST(? AS DATE) AS today) t JOIN citizen z ON z.id = ? JOIN citizen_cpr p ON p.citizen_id = z.id",
	    ARGS(TEXT(today.iso), INT(id)));
	if (citizen == NULL)
		fail_request(rq, FAIL_MISSING, "no-such-citizen");
	else if (request_may(rq, MAY_REGISTER) || request_tries_out(rq))
		node_set(citizen, "href", request_href(rq, "/citizens/%lld", id));
	return citizen;
}

/* May the user open the list that the way begins at? */
static bool
may_list(const struct request *rq, const char *menu)
{
	if (strcmp(menu, "courses") == 0)
		return true;
	return request_may(rq, strcmp(menu, "triage") == 0 ? MAY_ASSESS : MAY_REGISTER);
}

void
citizen_add_way(struct request *rq, xmlNode *content, const xmlNode *citizen, const char *here)
{
	const char *menu = rq->route->menu;
	xmlNode *way, *item;

	if (citizen == NULL || menu == NULL)
		return;
	way = node_add(content, "breadcrumbs");
	if (may_list(rq, menu))
		link_add(rq, way, menu, "/%s", strcmp(menu, "courses") == 0 ? "plan" : menu);
	item = node_add_text(way, "item", node_get(citizen, "name"));
	if (strcmp(menu, "citizens") != 0)
		node_set(item, "href", node_get(citizen, "href"));
	if (here != NULL)
		node_set(node_add(way, "item"), "name", here);
}

const char *
citizen_check_no_cpr(struct request *rq, const char **value)
{
	(void)rq;
	return cpr_stands_in(*value, NULL) != NULL ? "no-cpr" : NULL;
}
