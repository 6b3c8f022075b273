/*
 * /report - all reports: what each of them answers, and how fresh its newest figures are.
 *	<reports extracts> <report-item name href [data-at]/>* </reports>
 */
#include <string.h>

#include "domain/permission.h"
#include "domain/report/report.h"
#include "report/pages.h"
#include "sql/rows.h"
#include "xml/node.h"

struct newest { xmlNode *list; };

static void
take_newest(void *user, const char *const *columns, size_t count)
{
	const struct newest *newest = user;
	xmlNode *item;

	(void)count;
	for (item = node_child(newest->list, "report-item"); item != NULL; item = node_next(item, "report-item"))
		if (strcmp(node_get(item, "name"), columns[0]) == 0)
			node_set(item, "data-at", columns[1]);
}

static void
reports_get(struct request *rq, xmlNode *content)
{
	struct newest newest = { node_add(content, "reports") };
	size_t i;

	node_set(newest.list, "extracts", request_href(rq, "/report/extracts"));
	for (i = 0; reports[i] != NULL; i++) {
		xmlNode *item = node_add(newest.list, "report-item");

		node_set(item, "name", reports[i]->name);
		node_set(item, "href", request_href(rq, "/report/%s", reports[i]->name));
	}
	rows_each(rq->db, "SELECT report, DATE_FORMAT(MAX(data_at), '%Y-%m-%dT%H:%i:%sZ') FROM report_run WHERE state = 'done' GROUP BY report", NO_ARGS,
	    take_newest, &newest);
}

const struct route report_reports = {
	.path = "/report", .page = "reports", .menu = "reports", .may = MAY_READ_REPORTS,
	.get = reports_get,
};
