/*
 * /plan/calendar - one's own days in a calendar elsewhere: a secret address, made anew or stopped.
 *	<calendar [address created-at seen-at]> <form calendar-new/> <form calendar-end/>? </calendar>
 * /plan/calendar.ics?key=SECRET - the talks and conferences of who made that address, without names.  It answers nobody who has left.
 * /plan/days/:id/calendar.ics - one's own of one day, as a file.
 * Of the secret only a hash is kept, once its owner has seen it.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/secret.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/calendar_file.h"
#include "plan/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/labels.h"
#include "xml/node.h"

enum { EVENTS_MAX = 2000 };
#define KEY_PURPOSE "calendar"
#define CONFERENCE_MINUTES "30"	/* DAY_CONFERENCE_MINUTES */

static const struct field no_fields[] = { { 0 } };
static const char *const make_submits[] = { "make", NULL };
static const struct form make_form = { .name = "calendar-new", .fields = no_fields, .submits = make_submits };
static const char *const end_submits[] = { "stop", NULL };
static const struct form end_form = { .name = "calendar-end", .fields = no_fields, .submits = end_submits };

/* The address is shown by the first page that asks, and forgotten by it. */
static void
show_address(struct request *rq, xmlNode *calendar)
{
	const char *key = rows_text(rq->db, rq, "SELECT shown_once FROM calendar_feed WHERE uid = ?", ARGS(TEXT(rq->user->uid)));

	if (key == NULL)
		return;
	node_set_format(calendar, "address", "%s%s", request_origin(rq), request_href(rq, "/plan/calendar.ics?key=%s", key));
	exec(rq->db, "UPDATE calendar_feed SET shown_once = NULL WHERE uid = ?", ARGS(TEXT(rq->user->uid)));
	page_forget(rq);
}

static void
calendar_get(struct request *rq, xmlNode *content)
{
	xmlNode *calendar = rows_add_one(rq->db, content, "calendar", "SELECT created_at AS 'created-at', seen_at AS 'seen-at' FROM calendar_feed WHERE uid = ?",
	    ARGS(TEXT(rq->user->uid)));
	bool has = calendar != NULL;

	if (has)
		show_address(rq, calendar);
	else
		calendar = node_add(content, "calendar");
	form_add(rq, calendar, &make_form, "/plan/calendar/new");
	if (has)
		form_add(rq, calendar, &end_form, "/plan/calendar");
}

static void
calendar_new_post(struct request *rq)
{
	const char *key = secret_token(rq), *hash = secret_hash(rq, KEY_PURPOSE, key);

	exec(rq->db, "INSERT INTO calendar_feed (uid, key_hash, shown_once) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE key_hash = VALUES(key_hash),"
	    " shown_once = VALUES(shown_once), created_at = CURRENT_TIMESTAMP, seen_at = NULL", ARGS(TEXT(rq->user->uid), TEXT(hash), TEXT(key)));
	see_other(rq, NULL, "/plan/calendar");
}

static void
calendar_end_post(struct request *rq)
{
	exec(rq->db, "DELETE FROM calendar_feed WHERE uid = ?", ARGS(TEXT(rq->user->uid)));
	see_other(rq, "calendar-ended", "/plan/calendar");
}

struct collecting { struct request *rq; struct calendar_event *events; size_t count; const char *host; };

static void
collect(void *user, const char *const *columns, size_t count)
{
	struct collecting *c = user;
	struct calendar_event *e = &c->events[c->count];
	const char *kind = columns[8];

	(void)count;
	if (c->count == EVENTS_MAX)
		return;
	c->count++;
	e->id = talloc_asprintf(c->events, "%s-%s@%s", kind, columns[0], c->host);
	e->summary = labels_find(request_labels(c->rq), request_format(c->rq, "calendar.%s", kind));
	e->place = columns[1] == NULL || columns[6] == NULL ? talloc_strdup(c->events, columns[1] == NULL ? "" : columns[1])
	    : talloc_asprintf(c->events, "%s, %s", columns[1], columns[6]);
	e->from = talloc_strdup(c->events, columns[2]);
	e->to = talloc_strdup(c->events, columns[3]);
	e->stamp = talloc_strdup(c->events, columns[4]);
	e->revision = atoi(columns[5]);
	e->cancelled = strcmp(columns[7], "cancelled") == 0;
}

/* The user's talks, and the conferences of the courses that he takes part in: of a day's team also those of that day's citizens. */
#define ME "WITH me AS (SELECT ? AS uid, CAST(? AS DATE) AS today, ? AS day) "
#define TALKS \
	"SELECT a.id, d.place, CAST(a.starts_at AS CHAR(19)) AS starts_at, CAST(a.ends_at AS CHAR(19)), CAST(UTC_TIMESTAMP() AS CHAR(19)), a.revision," \
	"  m.room, a.state, 'talk'" \
	" FROM me JOIN assessment_appointment a ON a.uid = me.uid JOIN assessment_day d ON d.id = a.day_id" \
	" LEFT JOIN assessment_member m ON m.day_id = a.day_id AND m.uid = a.uid WHERE "
#define CONFERENCES \
	" UNION ALL SELECT k.id, k.place, CAST(k.planned_at AS CHAR(19)), CAST(k.planned_at + INTERVAL " CONFERENCE_MINUTES " MINUTE AS CHAR(19))," \
	"  CAST(UTC_TIMESTAMP() AS CHAR(19)), k.revision, NULL, k.state, 'conference'" \
	" FROM me JOIN conference k ON k.planned_at IS NOT NULL JOIN course c ON c.id = k.course_id" \
	" WHERE (c.caseworker_uid = me.uid OR EXISTS (SELECT 1 FROM assessment_member m WHERE m.day_id = k.day_id AND m.uid = me.uid)" \
	"  OR EXISTS (SELECT 1 FROM course_contact cc WHERE cc.course_id = k.course_id AND cc.uid = me.uid AND cc.from_on <= me.today" \
	"   AND (cc.to_on IS NULL OR cc.to_on > me.today))) AND "
#define IN_ORDER " ORDER BY starts_at, 9, 1 LIMIT 2000"

static void
answer(struct request *rq, const char *uid, const char *sql, long long day, const char *file_name)
{
	struct collecting c = { .rq = rq, .events = talloc_array(rq, struct calendar_event, EVENTS_MAX) };
	const char *origin = strstr(request_origin(rq), "://");
	char *text;

	c.host = origin == NULL ? "samspil" : origin + 3;
	rows_each(rq->db, sql, ARGS(TEXT(uid), TEXT(request_today(rq)), INT(day)), collect, &c);
	if (request_failed(rq))
		return;
	text = calendar_file(rq, labels_find(request_labels(rq), "calendar.name"), c.events, c.count);
	if (text == NULL)
		fail_request(rq, FAIL_BROKEN, NULL);
	else
		respond_file(rq, "text/calendar; charset=utf-8", file_name, text, strlen(text));
}

/* From a month ago on. */
static void
feed_get(struct request *rq, xmlNode *content)
{
	const char *key = query_text(rq, "key"), *hash = key == NULL ? NULL : secret_hash(rq, KEY_PURPOSE, key);
	const char *uid = hash == NULL ? NULL : rows_text(rq->db, rq, "SELECT f.uid FROM calendar_feed f JOIN staff s ON s.uid = f.uid AND s.active"
	    " WHERE f.key_hash = ?", ARGS(TEXT(hash)));

	(void)content;
	if (uid == NULL) {
		fail_request(rq, FAIL_MISSING, NULL);
		return;
	}
	exec(rq->db, "UPDATE calendar_feed SET seen_at = CURRENT_TIMESTAMP WHERE uid = ?", ARGS(TEXT(uid)));
	answer(rq, uid, ME TALKS "a.starts_at > UTC_TIMESTAMP() - INTERVAL 31 DAY" CONFERENCES "k.planned_at > UTC_TIMESTAMP() - INTERVAL 31 DAY" IN_ORDER,
	    0, NULL);
}

static void
day_file_get(struct request *rq, xmlNode *content)
{
	(void)content;
	answer(rq, rq->user->uid, ME TALKS "a.day_id = me.day" CONFERENCES "k.day_id = me.day" IN_ORDER, rq->subject, "vurderingsdag.ics");
}

const struct route plan_calendar = {
	.path = "/plan/calendar", .page = "calendar", .menu = "days", .may = MAY_JOIN_DAYS,
	.get = calendar_get, .post = calendar_end_post, .form = &end_form,
};
const struct route plan_calendar_new = {
	.path = "/plan/calendar/new", .page = "calendar", .menu = "days", .may = MAY_JOIN_DAYS,
	.get = calendar_get, .post = calendar_new_post, .form = &make_form,
};
const struct route plan_calendar_feed = { .path = "/plan/calendar.ics", .page = "calendar", .open = true, .get = feed_get };
const struct route plan_day_file = {
	.path = "/plan/days/:id/calendar.ics", .page = "day", .subject = &subject_assessment_day, .menu = "days", .may = MAY_SEE_CASES, .get = day_file_get,
};
