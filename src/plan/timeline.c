#include "plan/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course.h"
#include "rule/timeline.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { TOP = 50, ROW = 56, BAR = 18, FOOT = 18 };

#define INTERVENTIONS \
	"SELECT i.id, i.title, i.provider_uid AS provider, s.name AS 'provider-name', i.goal, i.state, i.starts_on AS 'starts-on'," \
	"  i.ends_on AS 'ends-on', i.first_measurement_on AS 'first-measurement-on', i.started_on AS 'started-on'," \
	"  i.state_reason AS 'state-reason', p.version AS 'plan-version', a.icf_title AS 'focus-area'," \
	"  CASE WHEN i.state = 'ordered' THEN 'acceptance' WHEN i.state = 'declined' THEN 'provider'" \
	"   WHEN i.state = 'accepted' THEN 'start' WHEN i.state = 'proposed' THEN 'agreement' END AS waits," \
	"  CASE WHEN i.state = 'accepted' AND i.starts_on < t.today THEN 'yes' END AS late" \
	" FROM (SELECT CAST(? AS DATE) AS today) t JOIN intervention i ON i.course_id = ? JOIN plan p ON p.id = i.plan_id" \
	" JOIN staff s ON s.uid = i.provider_uid LEFT JOIN focus_area a ON a.id = i.focus_area_id"

/* A place across, in per cent. */
static void
set_place(xmlNode *node, const char *name, long hundredths)
{
	node_set_format(node, name, "%ld.%02ld", hundredths / 100, hundredths % 100);
}

/* When it began, or shall begin. */
static const char *
begin_of(const xmlNode *intervention)
{
	const char *started = node_get(intervention, "started-on");

	return started != NULL ? started : node_get(intervention, "starts-on");
}

/* When it ended, or shall end; an open end reaches end. */
static const char *
end_of(const xmlNode *intervention, const char *end)
{
	const char *ends = node_get(intervention, "ends-on");

	return ends != NULL ? ends : end;
}

static bool
is_drawn(const xmlNode *intervention)
{
	const char *state = node_get(intervention, "state");

	return strcmp(state, "declined") != 0 && strcmp(state, "withdrawn") != 0;
}

static void
place(xmlNode *intervention, const struct timeline *line, const char *today, int row)
{
	const char *state = node_get(intervention, "state"), *until;
	bool ran = strcmp(state, "running") == 0 || strcmp(state, "completed") == 0 || strcmp(state, "stopped") == 0;
	long x = timeline_x(line, begin_of(intervention)), end = timeline_x(line, end_of(intervention, line->to.iso)), now;

	until = strcmp(today, end_of(intervention, line->to.iso)) < 0 ? today : end_of(intervention, line->to.iso);
	now = ran ? timeline_x(line, until) : x;
	if (now > x) {
		set_place(intervention, "x", x);
		set_place(intervention, "width", now - x);
	}
	if (end > now && (!ran || strcmp(state, "running") == 0)) {
		set_place(intervention, "planned-x", now);
		set_place(intervention, "planned-width", end - now);
	}
	set_place(intervention, "label-x", x > 6000 ? 6000 : x);
	node_set_int(intervention, "y", TOP + row * ROW);
}

static void
add_line(xmlNode *course, const struct timeline *line, const char *today, int rows)
{
	xmlNode *node = node_add(course, "timeline"), *month;
	struct date first;
	size_t n, months = timeline_months(line), each = months > 12 ? 3 : 1;

	node_set(node, "from", line->from.iso);
	node_set(node, "to", line->to.iso);
	node_set_int(node, "height", TOP + rows * ROW - (ROW - BAR) + FOOT + 16);
	node_set_int(node, "foot", TOP + rows * ROW - (ROW - BAR) + 16);
	set_place(node, "now", timeline_x(line, today));
	for (n = 0; n < months; n += each) {
		timeline_month(line, n, &first);
		month = node_add(node, "month");
		node_set_int(month, "number", atoi(first.iso + 5));
		node_set_int(month, "year", atoi(first.iso));
		set_place(month, "x", timeline_x(line, first.iso));
	}
}

static void
add_timeline(xmlNode *course, const char *today)
{
	const char *from = NULL, *to = today;
	struct timeline line;
	xmlNode *i;
	int row = 0;

	for (i = node_child(course, "intervention"); i != NULL; i = node_next(i, "intervention")) {
		if (!is_drawn(i))
			continue;
		if (from == NULL || strcmp(begin_of(i), from) < 0)
			from = begin_of(i);
		if (strcmp(end_of(i, node_get(i, "first-measurement-on")), to) > 0)
			to = end_of(i, node_get(i, "first-measurement-on"));
	}
	if (from == NULL)
		return;
	timeline_span(strcmp(from, today) < 0 ? from : today, to, &line);
	for (i = node_child(course, "intervention"); i != NULL; i = node_next(i, "intervention"))
		if (is_drawn(i))
			place(i, &line, today, row++);
	add_line(course, &line, today, row);
}

void
interventions_add(struct request *rq, xmlNode *course, bool living)
{
	const char *today = request_today(rq);
	xmlNode *i;

	if (living)
		rows_add(rq->db, course, "intervention", INTERVENTIONS
		    " WHERE i.state IN ('proposed', 'ordered', 'accepted', 'declined', 'running') ORDER BY i.starts_on, i.id LIMIT 20",
		    ARGS(TEXT(today), INT(rq->subject)));
	else
		rows_add(rq->db, course, "intervention", INTERVENTIONS " ORDER BY i.starts_on, i.id",
		    ARGS(TEXT(today), INT(rq->subject)));
	for (i = node_child(course, "intervention"); i != NULL; i = node_next(i, "intervention"))
		node_set(i, "href", request_href(rq, "/plan/interventions/%s", node_get(i, "id")));
	add_timeline(course, today);
}
