/* plan_changes.c - what is other in a version of the plan than in the one before. */
#include "plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "sql/rows.h"
#include "xml/node.h"

/* What began with this version: an intervention that goes on is moved to each new one, its first version stays in its history. */
#define ADDED \
	"SELECT 'added' AS what, i.title, i.id FROM intervention i WHERE i.course_id = ? AND i.plan_id >= ?" \
	" AND (SELECT MIN(v.plan_id) FROM intervention FOR SYSTEM_TIME ALL v WHERE v.course_id = i.course_id AND v.id = i.id) = ?" \
	" ORDER BY i.starts_on, i.id"

/* What did not go on: it stayed with the version before. */
#define GONE \
	"SELECT CONCAT('gone-', i.state) AS what, i.title, i.id FROM intervention i WHERE i.course_id = ? AND i.plan_id = ?" \
	" AND i.state IN ('completed', 'stopped', 'declined', 'withdrawn') ORDER BY i.starts_on, i.id"

static void
add_text(xmlNode *changes, const char *what, const char *before, const char *after)
{
	xmlNode *change;

	if (before == NULL || (after != NULL && strcmp(before, after) == 0))
		return;
	change = node_add(changes, "change");
	node_set(change, "what", what);
	node_add_text(change, "before", before);
	if (after != NULL)
		node_add_text(change, "after", after);
}

static const char *
child_text(const xmlNode *plan, const char *name)
{
	const xmlNode *child = node_child(plan, name);

	return child == NULL ? NULL : node_text(child);
}

static void
add_links(struct request *rq, xmlNode *changes)
{
	xmlNode *change;

	for (change = node_child(changes, "change"); change != NULL; change = node_next(change, "change"))
		if (node_get(change, "id") != NULL) {
			node_set(change, "href", request_href(rq, "/plan/interventions/%s", node_get(change, "id")));
			xmlUnsetProp(change, (const xmlChar *)"id");
		}
}

void
plan_changes_add(struct request *rq, xmlNode *plan, const xmlNode *earlier)
{
	const struct value course = INT(rq->subject), id = INT(atoll(node_get(plan, "id")));
	xmlNode *changes;

	if (earlier == NULL)
		return;
	changes = node_add(plan, "changes");
	node_set(changes, "since", node_get(earlier, "version"));
	add_text(changes, "employment-goal", node_get(earlier, "employment-goal"), node_get(plan, "employment-goal"));
	add_text(changes, "own-words", child_text(earlier, "own-words"), child_text(plan, "own-words"));
	add_text(changes, "plain-words", child_text(earlier, "plain-words"), child_text(plan, "plain-words"));
	rows_add(rq->db, changes, "change", ADDED, ARGS(course, id, id));
	rows_add(rq->db, changes, "change", GONE, ARGS(course, INT(atoll(node_get(earlier, "id")))));
	add_links(rq, changes);
	if (node_child(changes, "change") == NULL) {
		xmlUnlinkNode(changes);
		xmlFreeNode(changes);
	}
}
