/*
 * /admin/access-log - who looked at what, the newest first.  ?citizen= &uid= &action= &from= &to=
 *	<access-log [citizen-id citizen]> <form name="filter"/> <list name="access-log"> <access .../>* </list> </access-log>
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
	{ "from",    FIELD_DATE },
	{ "to",      FIELD_DATE },
	{ 0 }
};
static const char *const filter_submits[] = { "find", NULL };
static const struct form filter_form = { .name = "filter", .fields = filter_fields, .submits = filter_submits };

/*
 * Rows lie by id, citizen and person; times are turned into ids first, so no reading of the log passes over more than it shows.
 * all: sees every row; else those of the department's staff or citizens.
 */
#define FROM \
	" FROM (SELECT ? AS department, ? AS is_all, ? AS citizen, ? AS uid, ? AS action, ? AS first_id, ? AS last_id) f"
#define WHOM_ALL " JOIN access_log l ON l.id BETWEEN f.first_id AND f.last_id"
#define WHOM_CITIZEN " JOIN access_log l ON l.citizen_id = f.citizen AND l.id BETWEEN f.first_id AND f.last_id AND (f.uid IS NULL OR l.uid = f.uid)"
#define WHOM_UID " JOIN access_log l ON l.uid = f.uid AND l.id BETWEEN f.first_id AND f.last_id"
#define ALLOWED \
	" LEFT JOIN staff s ON s.uid = l.uid LEFT JOIN citizen z ON z.id = l.citizen_id" \
	" WHERE (f.action IS NULL OR l.action = f.action)" \
	"  AND (f.is_all = 1 OR s.department_id = f.department OR z.department_id = f.department)"
#define COLUMNS \
	"SELECT l.id, l.at, l.uid, s.name, l.roles, l.grade, l.citizen_id AS 'citizen-number'," \
	"  IF(f.is_all = 1, NULL, l.citizen_id) AS 'citizen-id', IF(f.is_all = 1, NULL, z.name) AS citizen," \
	"  l.program, l.route, l.object_id AS object, l.action, l.reference, l.address"
#define NEWEST " ORDER BY l.id DESC LIMIT ? OFFSET ?"

static const struct list_sort sorts_all[] = { { "-at", COLUMNS FROM WHOM_ALL ALLOWED NEWEST }, { 0 } };
static const struct list_sort sorts_citizen[] = { { "-at", COLUMNS FROM WHOM_CITIZEN ALLOWED NEWEST }, { 0 } };
static const struct list_sort sorts_uid[] = { { "-at", COLUMNS FROM WHOM_UID ALLOWED NEWEST }, { 0 } };

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
access_log_get(struct request *rq, xmlNode *content)
{
	xmlNode *log = node_add(content, "access-log");
	struct filter filter = filter_read(rq);
	const struct value *args = ARGS(TEXT(rq->user->department), INT(sees_all(rq) ? 1 : 0),
	    filter.citizen == 0 ? NOTHING : INT(filter.citizen), TEXT(filter.uid), TEXT(filter.action), INT(filter.first_id), INT(filter.last_id));

	node_set(log, "of", sees_all(rq) ? "all" : "department");
	/* Looking for a citizen is looking at the citizen. */
	if (filter.citizen != 0)
		node_set_int(log, "citizen-id", filter.citizen);
	form_fill(form_add(rq, log, &filter_form, "/admin/access-log"), &filter);
	if (filter.citizen != 0)
		list_add(rq, log, "access-log", "access", sorts_citizen, "SELECT COUNT(*)" FROM WHOM_CITIZEN ALLOWED, args);
	else if (filter.uid != NULL)
		list_add(rq, log, "access-log", "access", sorts_uid, "SELECT COUNT(*)" FROM WHOM_UID ALLOWED, args);
	else
		list_add(rq, log, "access-log", "access", sorts_all, "SELECT COUNT(*)" FROM WHOM_ALL ALLOWED, args);
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
