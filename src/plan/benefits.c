/*
 * /plan/:id/background/benefits - what the citizen has lived on, and what he lives on from a day on.
 *	<course> <benefits> <benefit-period benefit starts-on [ends-on] [first-absence-day] source [now] [imported-on
 *	    [imported-ends-on] [imported-absence]]/>* </benefits> <deadline/>* [<benefit-back/>] [<form benefit/>] </course>
 * What begins ends what runs, on the day before, and ends the day before what is to come; nothing can begin before what has begun already.  The periods are
 * the citizen's: what follows from a new one follows in each of his open courses.
 */
#include "plan/benefits.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/benefit.h"
#include "domain/course.h"
#include "domain/deadline.h"
#include "domain/permission.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "rule/bounds.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field benefit_fields[] = {
	{ .name = "benefit-type",      .type = FIELD_CHOICE, .required = REQUIRED, .source = benefit_choices },
	{ .name = "starts-on",         .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "first-absence-day", .type = FIELD_DATE },
	{ .name = "absence-old",       .type = FIELD_CHECK },
	{ 0 }
};
static const char *const benefit_submits[] = { "change-benefit", NULL };
static const struct form benefit_form = { .name = "benefit", .fields = benefit_fields, .submits = benefit_submits };

xmlNode *
benefits_add(struct request *rq, xmlNode *course)
{
	xmlNode *benefits = node_add(course, "benefits");

	rows_add(rq->db, benefits, "benefit-period", "SELECT t.title AS benefit, b.starts_on AS 'starts-on', b.ends_on AS 'ends-on',"
	    "  b.first_absence_day AS 'first-absence-day', b.source,"
	    "  i.imported_on AS 'imported-on', i.ends_on AS 'imported-ends-on', i.first_absence_day AS 'imported-absence',"
	    "  IF(b.starts_on <= me.today AND (b.ends_on IS NULL OR b.ends_on >= me.today), 'yes', NULL) AS now"
	    " FROM (SELECT ? AS course, CAST(? AS DATE) AS today) me JOIN course c ON c.id = me.course JOIN benefit_period b ON b.citizen_id = c.citizen_id"
	    " JOIN benefit_type t ON t.code = b.benefit_type LEFT JOIN benefit_imported i ON i.citizen_id = b.citizen_id AND i.period_id = b.id"
	    " ORDER BY b.starts_on DESC, b.id DESC",
	    ARGS(INT(rq->subject), TEXT(request_today(rq))));
	return benefits;
}

long long
benefits_revision(struct request *rq)
{
	return rows_int(rq->db, 1, "SELECT 1 + COUNT(*) + COUNT(CASE WHEN v.ROW_END <= CURRENT_TIMESTAMP(6) THEN 1 END) FROM course c"
	    " JOIN benefit_period FOR SYSTEM_TIME ALL v ON v.citizen_id = c.citizen_id WHERE c.id = ?", ARGS(INT(rq->subject)));
}

void
benefits_get(struct request *rq, xmlNode *content)
{
	xmlNode *course = course_add(rq, content), *form;

	if (course == NULL)
		return;
	benefits_add(rq, course);
	if (!course_writable(rq, course))
		return;
	benefits_left_add(rq, course);
	benefits_back_add(rq, course, benefits_revision(rq));
	form = form_add(rq, course, &benefit_form, "/plan/%lld/background/benefits", rq->subject);
	form_set_revision(form, benefits_revision(rq));
	/* Asked only of who typed such a day. */
	if (!field_refused(rq, "absence-old") && !field_check(rq, "absence-old"))
		form_drop(form, "field", "absence-old");
	if (node_get(form, "state") == NULL)
		form_set(form, "starts-on", request_today(rq));
}

static void
check_days(struct request *rq)
{
	const char *starts = field_text(rq, "starts-on"), *absence = field_text(rq, "first-absence-day"), *born;

	if (!bounds_ahead(starts, request_today(rq), BOUNDS_BENEFIT_AHEAD_DAYS))
		field_error(rq, "starts-on", "benefit-far-ahead");
	if (absence != NULL && strcmp(absence, request_today(rq)) > 0)
		field_error(rq, "first-absence-day", "in-future");
	else if (absence != NULL && strcmp(absence, starts) > 0)
		field_error(rq, "first-absence-day", "absence-after-benefit");
	born = rows_text(rq->db, rq, "SELECT z.birth_date FROM course c JOIN citizen z ON z.id = c.citizen_id WHERE c.id = ?", ARGS(INT(rq->subject)));
	if (born != NULL && strcmp(starts, born) < 0)
		field_error(rq, "starts-on", "before-birth");
	if (born != NULL && absence != NULL && strcmp(absence, born) < 0)
		field_error(rq, "first-absence-day", "before-birth");
}

/* A wrong year, if nobody says that it is meant. */
static void
check_absence(struct request *rq)
{
	const char *absence = field_text(rq, "first-absence-day"), *asked;

	if (absence == NULL || field_check(rq, "absence-old"))
		return;
	asked = benefit_absence_asked(rq, field_text(rq, "benefit-type"), field_text(rq, "starts-on"), absence);
	if (asked != NULL)
		field_error(rq, "absence-old", asked);
}

/* Whom it is about, what he lives on when it begins (of a main benefit the main one, of another one that same), and what begins on that day or later. */
struct change { const char *citizen; bool is_main, valid; const char *running, *running_type, *running_until, *next, *next_type; };

static bool
is_true(const char *cell)
{
	return cell != NULL && strcmp(cell, "1") == 0;
}

static void
find_change(struct request *rq, struct change *change)
{
	const char *is[3], *runs[3], *comes[2];

	rows_one(rq->db, rq, is, 3, "SELECT c.citizen_id, t.is_main, t.valid_from <= me.day AND (t.valid_to IS NULL OR t.valid_to >= me.day)"
	    " FROM (SELECT ? AS course, ? AS type, CAST(? AS DATE) AS day) me JOIN course c ON c.id = me.course JOIN benefit_type t ON t.code = me.type",
	    ARGS(INT(rq->subject), FIELD(rq, "benefit-type"), FIELD(rq, "starts-on")));
	rows_one(rq->db, rq, runs, 3, "SELECT p.id, p.benefit_type, p.ends_on FROM (SELECT ? AS citizen, ? AS type, CAST(? AS DATE) AS day, ? AS main) me"
	    " JOIN benefit_period p ON p.citizen_id = me.citizen AND p.starts_on < me.day AND (p.ends_on IS NULL OR p.ends_on >= me.day)"
	    " JOIN benefit_type t ON t.code = p.benefit_type AND IF(me.main, t.is_main, t.code = me.type) ORDER BY p.starts_on DESC, p.id DESC LIMIT 1",
	    ARGS(TEXT(is[0]), FIELD(rq, "benefit-type"), FIELD(rq, "starts-on"), INT(is_true(is[1]))));
	rows_one(rq->db, rq, comes, 2, "SELECT p.starts_on, p.benefit_type FROM (SELECT ? AS citizen, ? AS type, CAST(? AS DATE) AS day, ? AS main) me"
	    " JOIN benefit_period p ON p.citizen_id = me.citizen AND p.starts_on >= me.day"
	    " JOIN benefit_type t ON t.code = p.benefit_type AND IF(me.main, t.is_main, t.code = me.type) ORDER BY p.starts_on, p.id LIMIT 1",
	    ARGS(TEXT(is[0]), FIELD(rq, "benefit-type"), FIELD(rq, "starts-on"), INT(is_true(is[1]))));
	*change = (struct change){ is[0], is_true(is[1]), is_true(is[2]), runs[0], runs[1], runs[2], comes[0], comes[1] };
}

static void
check_change(struct request *rq, const struct change *change)
{
	const char *type = field_text(rq, "benefit-type");

	if (!change->valid)
		field_error(rq, "benefit-type", "benefit-not-valid");
	else if (change->running_type != NULL && strcmp(change->running_type, type) == 0)
		field_error(rq, "benefit-type", "benefit-same");
	else if (change->next != NULL && (strcmp(change->next, request_today(rq)) <= 0 || strcmp(change->next, field_text(rq, "starts-on")) == 0))
		field_error(rq, "starts-on", "benefit-later");
	else if (change->next_type != NULL && strcmp(change->next_type, type) == 0)
		field_error(rq, "benefit-type", "benefit-comes");
}

static void
write_change(struct request *rq, const struct change *change)
{
	const struct value uid = TEXT(rq->user->uid), starts = FIELD(rq, "starts-on");

	if (change->running != NULL)
		exec(rq->db, "UPDATE benefit_period SET ends_on = CAST(? AS DATE) - INTERVAL 1 DAY, changed_by = ? WHERE citizen_id = ? AND id = ?",
		    ARGS(starts, uid, TEXT(change->citizen), TEXT(change->running)));
	exec(rq->db, "INSERT INTO benefit_period (citizen_id, benefit_type, starts_on, ends_on, first_absence_day, ended_period, ended_was, changed_by)"
	    " VALUES (?, ?, ?, CAST(? AS DATE) - INTERVAL 1 DAY, ?, ?, ?, ?)", ARGS(TEXT(change->citizen), FIELD(rq, "benefit-type"), starts, TEXT(change->next),
	    FIELD(rq, "first-absence-day"), TEXT(change->running), TEXT(change->running_until), uid));
}

bool
benefits_follow(struct request *rq, const char *citizen, const struct benefit_days *days, void (*follow)(struct request *, long long, const char *, const char *))
{
	const char *const *course = rows_texts(rq->db, rq, "SELECT id FROM course WHERE citizen_id = ? AND state NOT IN ('closed', 'closed-low') ORDER BY id",
	    ARGS(TEXT(citizen)));

	for (; *course != NULL; course++) {
		if (atoll(*course) != rq->subject && course_lock(rq, atoll(*course)) == NULL)
			return false;
		follow(rq, atoll(*course), "benefit-start", days->starts);
		if (days->absence != NULL)
			follow(rq, atoll(*course), "first-absence", days->absence);
	}
	return !request_failed(rq);
}

static void
follow(struct request *rq, long long course, const char *event, const char *on)
{
	deadline_follow(rq, course, event, on);
}

static void
benefits_post(struct request *rq)
{
	struct change change;

	check_days(rq);
	if (request_failed(rq) || course_lock(rq, rq->subject) == NULL || revision_stale(rq, benefits_revision(rq)))
		return;
	find_change(rq, &change);
	check_change(rq, &change);
	check_absence(rq);
	if (request_failed(rq))
		return;
	write_change(rq, &change);
	if (benefits_follow(rq, change.citizen, &(struct benefit_days){ field_text(rq, "starts-on"), field_text(rq, "first-absence-day") }, follow))
		see_other(rq, benefits_deadline_left(rq) ? "benefit-changed-deadline" : "benefit-changed", "/plan/%lld/background/benefits", rq->subject);
}

const struct route plan_benefits = {
	.path = "/plan/:id/background/benefits", .page = "benefits", .subject = &subject_course, .menu = "courses",
	.may = MAY_SEE_CASES, .may_post = MAY_SEE_CASES | MAY_RUN_COURSE,
	.get = benefits_get, .post = benefits_post, .form = &benefit_form,
};
