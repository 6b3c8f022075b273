/*
 * /admin/access-log - who looked at what, the newest first.  ?citizen= &uid= &action= &from= &to=
 *	<access-log of [citizen-id] [more]> <form name="filter"/> <list name="access-log"> <access .../>* </list> </access-log>
 *
 * Who leads a department sees what concerns its staff or its citizens, with names; an operator sees all of it, without the
 * citizens' names.  The filter is posted, so that a CPR number never comes into an address; it becomes the citizen's id.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "base/date.h"
#include "domain/permission.h"
#include "rule/cpr.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/list.h"
#include "web/request.h"
#include "xml/node.h"

/* Without a person or a citizen to look for, the log is read from a week back: all of it is long. */
enum { DAYS_SHOWN = 7 };

static const char *
check_citizen(struct request *rq, const char **value)
{
	struct date today;
	struct cpr cpr;
	long long id;

	date_today(&today);
	cpr_read(*value, today.iso, &cpr);
	if (cpr.digits[0] != '\0')
		id = rows_int(rq->db, 0, "SELECT citizen_id FROM citizen_cpr WHERE cpr = ?", ARGS(TEXT(cpr.digits)));
	else if (strspn(*value, "0123456789") == strlen(*value) && strlen(*value) <= 9)
		id = rows_int(rq->db, 0, "SELECT id FROM citizen WHERE id = ?", ARGS(INT(atoll(*value))));
	else
		return "cpr-or-number";
	*value = request_format(rq, "%lld", id);
	return id == 0 ? "nobody-found" : NULL;
}

static const char *
check_uid(struct request *rq, const char **value)
{
	*value = rows_text(rq->db, rq, "SELECT uid FROM staff WHERE uid = ?", ARGS(TEXT(*value)));
	return *value == NULL ? "nobody-found" : NULL;
}

static const char *const actions[] = { "show", "change", "refuse", NULL };
static const struct field filter_fields[] = {
	{ "citizen", FIELD_LINE,   .max = 40, .check = check_citizen },
	{ "uid",     FIELD_LINE,   .max = 64, .check = check_uid },
	{ "action",  FIELD_CHOICE, .choices = actions },
	{ .name = "from", .type = FIELD_DATE },
	{ .name = "to", .type = FIELD_DATE },
	{ 0 }
};
static const char *const filter_submits[] = { "find", NULL };
static const struct form filter_form = { .name = "filter", .fields = filter_fields, .submits = filter_submits };

/*
 * Rows lie by id, citizen and person; times are turned into ids first, so no reading of the log passes over more than it shows.
 * Counting ends at ROWS_COUNTED: who has found that many looks at a shorter time.
 */
enum { ROWS_COUNTED = 10000 };

#define FILTER \
	" FROM (SELECT ? AS department, ? AS citizen, ? AS uid, ? AS action, ? AS first_id, ? AS last_id) f"
#define WITHIN " AND l.id BETWEEN f.first_id AND f.last_id AND (f.action IS NULL OR l.action = f.action)"
#define BY_TIME " JOIN access_log l ON l.id > 0" WITHIN
#define BY_CITIZEN " JOIN access_log l ON l.citizen_id = f.citizen AND (f.uid IS NULL OR l.uid = f.uid)" WITHIN
#define BY_PERSON " JOIN access_log l ON l.uid = f.uid" WITHIN
#define PERSON " LEFT JOIN staff s ON s.uid = l.uid"
#define OF_DEPARTMENT \
	PERSON " LEFT JOIN citizen z ON z.id = l.citizen_id" \
	" WHERE (s.department_id = f.department OR z.department_id = f.department)"

#define COLUMNS \
	"SELECT STRAIGHT_JOIN l.id, l.at, l.uid, s.name, l.roles, l.grade, l.citizen_id AS 'citizen-number', l.program, l.route," \
	" l.object_id AS object, l.action, l.reference, l.address"
#define WITH_NAMES COLUMNS ", l.citizen_id AS 'citizen-id', z.name AS citizen"
#define NEWEST " ORDER BY l.id DESC LIMIT ? OFFSET ?"
#define COUNT(of) "SELECT COUNT(*) FROM (SELECT STRAIGHT_JOIN 1" of " LIMIT 10000) counted"

/* One way of looking: the statements for those who see all, and for those who see their department. */
struct way { struct list_sort all[2], department[2]; const char *count_all, *count_department; };

#define WAY(by) { \
	.all = { { "-at", COLUMNS FILTER by PERSON NEWEST }, { 0 } }, \
	.department = { { "-at", WITH_NAMES FILTER by OF_DEPARTMENT NEWEST }, { 0 } }, \
	.count_all = COUNT(FILTER by), .count_department = COUNT(FILTER by OF_DEPARTMENT), \
}

static const struct way by_time = WAY(BY_TIME), by_citizen = WAY(BY_CITIZEN), by_person = WAY(BY_PERSON);

struct filter {
	long long citizen, first_id, last_id;
	const char *uid, *action, *from, *to;
};

/* A date of the address, NULL for none or what is none. */
static const char *
query_date(struct request *rq, const char *name)
{
	const char *given = query_text(rq, name);
	struct date date;

	return given != NULL && date_parse(given, &date) ? talloc_strdup(rq, date.iso) : NULL;
}

/* A moment of the day in Denmark, as the database keeps it. */
static const char *
end_of(struct request *rq, const char *date)
{
	char moment[32];

	return date_moment(date, moment) ? talloc_strdup(rq, moment) : NULL;
}

static struct filter
filter_read(struct request *rq)
{
	struct filter filter = { query_int(rq, "citizen", 0, 0, 1LL << 60), 0, 1LL << 62, query_text(rq, "uid"), NULL,
	    query_date(rq, "from"), query_date(rq, "to") };
	const char *action = query_text(rq, "action"), *from = filter.from;
	struct date day;
	size_t i;

	for (i = 0; action != NULL && actions[i] != NULL; i++)
		if (strcmp(actions[i], action) == 0)
			filter.action = actions[i];
	if (filter.from == NULL && filter.citizen == 0 && filter.uid == NULL) {
		date_today(&day);
		date_add_days(day.iso, -DAYS_SHOWN, &day);
		from = talloc_strdup(rq, day.iso);
	}
	if (from != NULL) {
		date_add_days(from, -1, &day);
		filter.first_id = rows_int(rq->db, 1LL << 62, "SELECT id FROM access_log WHERE at > ? ORDER BY at, id LIMIT 1",
		    ARGS(TEXT(end_of(rq, day.iso))));
	}
	if (filter.to != NULL)
		filter.last_id = rows_int(rq->db, 0, "SELECT id FROM access_log WHERE at <= ? ORDER BY at DESC, id DESC LIMIT 1",
		    ARGS(TEXT(end_of(rq, filter.to))));
	return filter;
}

static void
form_fill(xmlNode *form, const struct filter *filter)
{
	if (filter->citizen != 0)
		form_set_int(form, "citizen", filter->citizen);
	form_set(form, "uid", filter->uid);
	form_set(form, "action", filter->action);
	form_set(form, "from", filter->from);
	form_set(form, "to", filter->to);
}

/* Only an operator sees all; everybody else his department. */
static bool
sees_all(struct request *rq)
{
	return request_may(rq, MAY_SEE_ADMIN | MAY_SEE_ACCESS_LOG);
}

static void
accesses_add(struct request *rq, xmlNode *log, const struct filter *filter)
{
	const struct way *way = filter->citizen != 0 ? &by_citizen : filter->uid != NULL ? &by_person : &by_time;
	bool all = sees_all(rq);
	xmlNode *list = list_add(rq, log, "access-log", "access", all ? way->all : way->department,
	    all ? way->count_all : way->count_department,
	    ARGS(TEXT(rq->user->department), filter->citizen == 0 ? NOTHING : INT(filter->citizen), TEXT(filter->uid),
	    TEXT(filter->action), INT(filter->first_id), INT(filter->last_id)));

	if (list != NULL && atol(node_get(list, "total")) == ROWS_COUNTED)
		node_set(log, "more", "yes");
}

static void
access_log_get(struct request *rq, xmlNode *content)
{
	xmlNode *log = node_add(content, "access-log");
	struct filter filter = filter_read(rq);

	node_set(log, "of", sees_all(rq) ? "all" : "department");
	/* Looking for a citizen is looking at the citizen. */
	if (filter.citizen != 0)
		node_set_int(log, "citizen-id", filter.citizen);
	form_fill(form_add(rq, log, &filter_form, "/admin/access-log"), &filter);
	accesses_add(rq, log, &filter);
}

static const char *
with(struct request *rq, const char *query, const char *name)
{
	const char *value = field_text(rq, name);

	if (value == NULL)
		return query;
	return request_format(rq, "%s%c%s=%s", query, query[0] == '\0' ? '?' : '&', name, uri_encode(rq, value));
}

static void
access_log_post(struct request *rq)
{
	const char *query = "";
	size_t i;

	for (i = 0; filter_fields[i].name != NULL; i++)
		query = with(rq, query, filter_fields[i].name);
	see_other(rq, NULL, "/admin/access-log%s", query);
}

const struct route admin_access_log = {
	.path = "/admin/access-log", .page = "access-log", .menu = "admin", .may = MAY_SEE_ACCESS_LOG,
	.get = access_log_get, .post = access_log_post, .form = &filter_form,
};
