/*
 * /admin/departments - the house, and which groups of the directory lead where.
 *	<departments> <department id name [parent] [parent-name] kind staff citizens [group]/>* </departments>
 */
#include "admin/pages.h"
#include "base/conf.h"
#include "domain/permission.h"
#include "sql/rows.h"
#include "web/request.h"
#include "xml/node.h"

static void
departments_get(struct request *rq, xmlNode *content)
{
	xmlNode *departments = node_add(content, "departments"), *department;

	rows_add(rq->db, departments, "department",
	    "SELECT d.id, d.name, d.parent_id AS parent, p.name AS 'parent-name', d.kind,"
	    "  d.valid_from AS 'valid-from', d.valid_to AS 'valid-to',"
	    "  (SELECT COUNT(*) FROM staff s WHERE s.department_id = d.id AND s.active) AS staff"
	    "  FROM department d LEFT JOIN department p ON p.id = d.parent_id"
	    " ORDER BY COALESCE(p.name, d.name), p.id IS NOT NULL, d.name", NO_ARGS);
	for (department = node_child(departments, "department"); department != NULL;
	    department = node_next(department, "department"))
		node_set(department, "group", conf_text(rq->site->conf, "departments", node_get(department, "id"), NULL));
}

const struct route admin_departments = {
	.path = "/admin/departments", .page = "departments", .menu = "admin", .may = MAY_SEE_ADMIN, .get = departments_get,
};
