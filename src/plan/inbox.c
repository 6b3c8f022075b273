/*
 * /plan/interventions - what one is asked to run, and runs.
 *	<shows> <show name count href [current]/>* </shows> <list name="interventions"> <intervention id href state title citizen-id citizen-name starts-on
 *	    first-measurement-on [ends-on] [ended-on] [died-on] [protected] [waits]/>* </list>
 * Shown are those that have not ended, or (?show=) what waits for the provider, what runs, what ended and can still be seen.
 */
#include "plan/inbox.h"

#include <string.h>

#include "domain/measurement.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "web/link.h"
#include "web/list.h"
#include "xml/node.h"

/* SHOWN knows them by their numbers. */
enum { OPEN, WAITING, RUNNING, ENDED, SHOWS };
static const char *const shows[SHOWS] = { [OPEN] = "open", [WAITING] = "waits", [RUNNING] = "running", [ENDED] = "ended" };

/* Of a closed course, or a dead citizen's, only the end is still to be told. */
#define GOES_ON "(c.closed_on IS NULL AND z.death_date IS NULL)"
#define WAITS \
	"CASE WHEN i.state = 'ordered' AND " GOES_ON " THEN 'acceptance'" \
	" WHEN i.state = 'accepted' AND " GOES_ON " AND i.starts_on <= me.today + INTERVAL 14 DAY THEN 'start'" \
	" WHEN i.state = 'running' AND " GOES_ON " AND " MEASUREMENT_DUE("i", "'provider'") " <= me.today THEN 'measurement'" \
	" WHEN i.state = 'running' AND (i.ends_on < me.today OR c.closed_on IS NOT NULL OR z.death_date IS NOT NULL) THEN 'finish' END"
#define FROM_MINE \
	" FROM (SELECT ? AS uid, CAST(? AS DATE) AS today, ? AS `show`) me JOIN intervention i ON i.provider_uid = me.uid" \
	" JOIN course c ON c.id = i.course_id JOIN citizen z ON z.id = c.citizen_id WHERE " SUBJECT_PROVIDES("i")
#define OVER "i.state IN ('completed', 'stopped', 'declined', 'withdrawn')"
#define SHOWN \
	FROM_MINE " AND CASE me.`show` WHEN 1 THEN " WAITS " IS NOT NULL WHEN 2 THEN i.state = 'running'" \
	" WHEN 3 THEN " OVER " ELSE NOT " OVER " END"
#define INBOX(order) \
	"SELECT i.id, i.state, i.title, c.citizen_id AS 'citizen-id', z.name AS 'citizen-name', i.starts_on AS 'starts-on', i.ends_on AS 'ends-on'," \
	" i.ended_on AS 'ended-on', i.first_measurement_on AS 'first-measurement-on', z.death_date AS 'died-on'," \
	" IF(z.protection_from <= me.today AND (z.protection_to IS NULL OR z.protection_to >= me.today), 'yes', NULL) AS protected, " WAITS " AS waits" SHOWN \
	" ORDER BY " order ", i.id LIMIT ? OFFSET ?"

/* Whoever waits for an answer comes first. */
static const struct list_sort sorts[] = {
	{ "waits",   INBOX("COALESCE(FIELD(" WAITS ", 'acceptance', 'start', 'measurement', 'finish'), 9), FIELD(i.state, 'running', 'accepted', 'ordered',"
	    " 'completed', 'stopped', 'declined', 'withdrawn'), i.starts_on") },
	{ "starts",  INBOX("i.starts_on") },
	{ "-starts", INBOX("i.starts_on DESC") },
	{ "name",    INBOX("z.name") },
	{ "-name",   INBOX("z.name DESC") },
	{ "state",   INBOX("FIELD(i.state, 'ordered', 'accepted', 'running', 'completed', 'stopped', 'declined', 'withdrawn'), i.starts_on") },
	{ NULL, NULL }
};

static int
wanted(struct request *rq)
{
	const char *show = query_text(rq, "show");
	int i;

	for (i = OPEN; show != NULL && i < SHOWS; i++)
		if (strcmp(show, shows[i]) == 0)
			return i;
	return OPEN;
}

static void
add_shows(struct request *rq, xmlNode *content, int current)
{
	static const char counts_sql[] = "SELECT COALESCE(SUM(NOT " OVER "), 0), COALESCE(SUM(" WAITS " IS NOT NULL), 0),"
	    " COALESCE(SUM(i.state = 'running'), 0), COALESCE(SUM(" OVER "), 0)" FROM_MINE;
	xmlNode *all = node_add(content, "shows"), *show;
	const char *counts[SHOWS];
	int i;

	if (!rows_one(rq->db, rq, counts, SHOWS, counts_sql, ARGS(TEXT(rq->user->uid), TEXT(request_today(rq)), INT(current))))
		return;
	for (i = OPEN; i < SHOWS; i++) {
		show = node_add(all, "show");
		node_set(show, "name", shows[i]);
		node_set(show, "count", counts[i]);
		node_set(show, "href", request_href(rq, i == OPEN ? "/plan/interventions" : "/plan/interventions?show=%s", shows[i]));
		if (i == current)
			node_set(show, "current", "yes");
	}
}

void
inbox_add(struct request *rq, xmlNode *content)
{
	int show = wanted(rq);
	xmlNode *list;

	add_shows(rq, content, show);
	list = list_add(rq, content, "interventions", "intervention", sorts, "SELECT COUNT(*)" SHOWN,
	    ARGS(TEXT(rq->user->uid), TEXT(request_today(rq)), INT(show)));
	link_rows(rq, list, "intervention", "id", "/plan/interventions");
}

static void
inbox_get(struct request *rq, xmlNode *content)
{
	inbox_add(rq, content);
}

const struct route plan_inbox = {
	.path = "/plan/interventions", .page = "inbox", .menu = "courses", .may = MAY_PROVIDE,
	.get = inbox_get,
};
