#include "plan/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "domain/permission.h"
#include "domain/place.h"
#include "rule/intervention_state.h"
#include "rule/timeline.h"
#include "sql/day.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { TOP = 50, ROW = 56, BAR = 18, FOOT = 18 };

/*
 * in-line and free: of one that waits for a place, where it stands and how many are free; order: it has its turn.  gone: it was taken out of the
 * catalogue while it was proposed, for another version (replaced) or for good (retired).
 */
#define REPLACED "EXISTS (SELECT 1 FROM intervention r WHERE r.replaces_id = i.id AND r.state <> 'withdrawn')"
#define ROWS \
	"SELECT i.id, i.title, i.provider_uid AS provider, s.name AS 'provider-name', i.goal, i.state, i.starts_on AS 'starts-on'," \
	"  i.ends_on AS 'ends-on', i.first_measurement_on AS 'first-measurement-on', i.started_on AS 'started-on', i.ended_on AS 'ended-on'," \
	"  i.state_reason AS 'state-reason', i.follow_up AS 'follow-up', p.version AS 'plan-version', a.icf_title AS 'focus-area', i.kind, i.track," \
	"  IF(i.is_offer, IF(i.is_company_offer, 'company-offer', 'offer'), NULL) AS offer, i.hours_week AS 'hours-week', i.place, i.price," \
	"  i.price_per AS 'price-per', i.revision, IF(i.state = 'proposed' AND p.state = 'agreed', 'yes', NULL) AS agreed," \
	"  IF(s.active OR i.state NOT IN ('proposed', 'ordered', 'accepted', 'running'), NULL, 'yes') AS 'provider-left'," \
	"  IF(i.state = 'declined' AND " REPLACED ", 'yes', NULL) AS replaced," \
	"  IF(i.waits_since IS NULL, NULL, 1 + " PLACE_AHEAD("v.entry_id", "i") ") AS 'in-line'," \
	"  IF(i.waits_since IS NULL, NULL, GREATEST(0, COALESCE(" PLACE_FREE("v.entry_id") ", 0))) AS free," \
	"  " DANISH_DAY("i.waits_since") " AS 'waits-since', IF(i.state = 'proposed' AND v.state = 'retired', IF(EXISTS (SELECT 1 FROM catalogue_version n" \
	"   WHERE n.entry_id = v.entry_id AND n.state = 'published'), 'replaced', 'retired'), NULL) AS gone, i.facts, i.result," \
	"  IF(i.state = 'accepted' AND i.starts_on < t.today, 'yes', NULL) AS late" \
	" FROM (SELECT CAST(? AS DATE) AS today) t JOIN intervention i ON i.course_id = ? JOIN plan p ON p.id = i.plan_id" \
	" JOIN staff s ON s.uid = i.provider_uid LEFT JOIN focus_area a ON a.id = i.focus_area_id" \
	" LEFT JOIN catalogue_version v ON v.id = i.catalogue_version_id"
#define INTERVENTIONS(which) \
	"SELECT x.*, CASE WHEN x.state = 'ordered' THEN 'acceptance' WHEN x.state = 'declined' AND x.replaced IS NULL THEN 'provider'" \
	"   WHEN x.state = 'accepted' THEN 'start' WHEN x.state = 'proposed' AND x.agreed IS NULL THEN 'agreement'" \
	"   WHEN x.gone = 'retired' THEN 'offer' WHEN x.state = 'proposed' THEN IF(x.`in-line` > x.free, 'place', 'order') END AS waits" \
	" FROM (" ROWS which ") x ORDER BY x.`starts-on`, x.id"

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
	const char *ended = node_get(intervention, "ended-on"), *ends = node_get(intervention, "ends-on");

	return ended != NULL ? ended : ends != NULL ? ends : end;
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
	node_set(intervention, "drawn-from", begin_of(intervention));
	node_set(intervention, "drawn-to", end_of(intervention, NULL));
	set_place(intervention, "label-x", x > 6000 ? 6000 : x);
	node_set_int(intervention, "y", TOP + row * ROW);
}

/* So many months are named that their names can be read: each, each third, each January, or that of every so many years. */
static size_t
months_apart(size_t months)
{
	return months <= 12 ? 1 : months <= 36 ? 3 : 12 * ((months + 119) / 120);
}

static void
add_line(xmlNode *course, const struct timeline *line, const char *today, int rows)
{
	xmlNode *node = node_add(course, "timeline"), *month;
	struct date first;
	size_t n, months = timeline_months(line), each = months_apart(months);

	node_set(node, "from", line->from.iso);
	node_set(node, "to", line->to.iso);
	node_set_int(node, "height", TOP + rows * ROW - (ROW - BAR) + FOOT + 16);
	node_set_int(node, "foot", TOP + rows * ROW - (ROW - BAR) + 16);
	set_place(node, "now", timeline_x(line, today));
	for (n = each < 12 ? 0 : (size_t)(13 - atoi(line->from.iso + 5)) % 12; n < months; n += each) {
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

/* Its pages: its provider's, where all that was agreed stands, and where it is changed; and a new one after it. */
static void
add_ways(struct request *rq, xmlNode *i)
{
	const char *id = node_get(i, "id"), *state = node_get(i, "state");

	node_set(i, "href", request_href(rq, "/plan/interventions/%s", id));
	if (rq->as_of != NULL || !request_may(rq, MAY_RUN_COURSE))
		return;
	if (!intervention_is_over(state) && node_get(i, "replaced") == NULL)
		node_set(i, "change-href", request_href(rq, "/plan/%lld/interventions/%s", rq->subject, id));
	else if (strcmp(state, "withdrawn") != 0)
		node_set(i, "again-href", request_href(rq, "/plan/%lld/interventions?from=%s#form-intervention", rq->subject, id));
}

void
interventions_add(struct request *rq, xmlNode *course, bool living)
{
	const char *today = request_today(rq);
	xmlNode *i;

	if (living)
		rows_add(rq->db, course, "intervention", INTERVENTIONS(" WHERE i.state IN ('proposed', 'ordered', 'accepted', 'declined', 'running')")
		    " LIMIT 20", ARGS(TEXT(today), INT(rq->subject)));
	else
		rows_add(rq->db, course, "intervention", INTERVENTIONS(""), ARGS(TEXT(today), INT(rq->subject)));
	for (i = node_child(course, "intervention"); i != NULL; i = node_next(i, "intervention"))
		add_ways(rq, i);
	add_timeline(course, today);
}

xmlNode *
interventions_add_one(struct request *rq, xmlNode *course, long long intervention)
{
	xmlNode *i = rows_add_one(rq->db, course, "intervention", INTERVENTIONS(" WHERE i.id = ?"),
	    ARGS(TEXT(request_today(rq)), INT(rq->subject), INT(intervention)));

	if (i != NULL)
		node_set(i, "href", request_href(rq, "/plan/interventions/%lld", intervention));
	return i;
}
