#include "plan/intervention_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/catalogue.h"
#include "domain/choice.h"
#include "domain/citizen.h"
#include "domain/staff.h"
#include "plan/proposal.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

static void focus_area_choices(struct request *rq, xmlNode *field);

static const char *const price_units[] = { "course", "week", "hour", "session", NULL };

static const struct field fields[] = {
	{ .name = "version",              .type = FIELD_HIDDEN, .max = 20 },
	{ .name = "replaces",             .type = FIELD_HIDDEN, .max = 20 },
	{ .name = "title",                .type = FIELD_LINE, .required = REQUIRED, .check = citizen_check_no_cpr },
	{ .name = "provider",             .type = FIELD_CHOICE, .required = REQUIRED, .source = staff_provider_choices },
	{ .name = "goal",                 .type = FIELD_TEXT, .required = REQUIRED, .max = 1000 },
	{ .name = "focus-area",           .type = FIELD_CHOICE, .source = focus_area_choices },
	{ .name = "starts-on",            .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "ends-on",              .type = FIELD_DATE },
	{ .name = "first-measurement-on", .type = FIELD_DATE, .required = REQUIRED },
	{ .name = "kind",                 .type = FIELD_CHOICE, .choices = catalogue_kinds },
	{ .name = "track",                .type = FIELD_CHOICE, .choices = catalogue_tracks },
	{ .name = "hours-week",           .type = FIELD_DECIMAL, .max = 60 },
	{ .name = "place",                .type = FIELD_LINE },
	{ .name = "is-offer",             .type = FIELD_CHECK },
	{ .name = "is-company-offer",     .type = FIELD_CHECK },
	{ .name = "price",                .type = FIELD_DECIMAL, .max = 10000000 },
	{ .name = "price-per",            .type = FIELD_CHOICE, .required = IN_CASE, .choices = price_units },
	{ .name = "facts",                .type = FIELD_TEXT, .max = 4000 },
	{ 0 }
};
const struct form intervention_form = { .name = "intervention", .fields = fields };

/* The columns of an intervention, in the order of the fields from title on. */
enum { TITLE, PROVIDER, GOAL, FOCUS_AREA, STARTS, ENDS, MEASURED, KIND, TRACK, HOURS, PLACE, OFFER, COMPANY_OFFER, PRICE, PRICE_PER, FACTS, PARTS };
#define COLUMNS \
	"title, provider_uid, goal, focus_area_id, starts_on, ends_on, first_measurement_on, kind, track, REPLACE(hours_week, '.', ','), place, IF(is_offer, 'yes', NULL)," \
	" IF(is_company_offer, 'yes', NULL), REPLACE(price, '.', ','), price_per, facts"
enum { FIRST = 2 };

static void
focus_area_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT id, CONCAT(priority, '. ', COALESCE(icf_title, LEFT(description, 80))) FROM focus_area"
	    " WHERE course_id = ? AND state IN ('open', 'chosen') ORDER BY priority, id", ARGS(INT(rq->subject)));
}

static void
set_parts(xmlNode *form, const char *const is[PARTS])
{
	size_t i;

	for (i = 0; i < PARTS; i++)
		form_set(form, fields[FIRST + i].name, is[i]);
}

/* A version that may be proposed: what is published of its entry now. */
static void
begin_with_version(struct request *rq, xmlNode *form, long long version)
{
	const char *is[PARTS] = { NULL };
	struct proposed_dates dates;
	struct catalogue_entry entry;

	if (!catalogue_find(rq, version, &entry))
		return;
	proposal_dates(rq, &entry, &dates);
	is[TITLE] = entry.title;
	is[PROVIDER] = entry.provider;
	is[GOAL] = entry.goal;
	is[KIND] = entry.kind;
	is[TRACK] = strchr(entry.tracks, ',') == NULL ? entry.tracks : NULL;
	is[STARTS] = dates.starts.iso;
	is[ENDS] = dates.open ? NULL : dates.ends.iso;
	is[MEASURED] = dates.measured.iso;
	is[PRICE] = entry.price;
	is[PRICE_PER] = entry.price_per;
	form_set_int(form, "version", version);
	set_parts(form, is);
}

/* The same again, with the catalogue's dates for it, or an open end from the next working day on. */
static void
begin_with_earlier(struct request *rq, xmlNode *form, long long earlier)
{
	const char *is[PARTS + 1];
	struct catalogue_entry entry = { .waiting_days = -1, .usual_weeks = -1 };
	struct proposed_dates dates;
	long long version;

	if (!rows_one(rq->db, rq, is, PARTS + 1, "SELECT " COLUMNS ", catalogue_version_id FROM intervention WHERE course_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(earlier))))
		return;
	version = is[PARTS] == NULL ? 0 : catalogue_current(rq, atoll(is[PARTS]));
	if (version != 0)
		catalogue_find(rq, version, &entry);
	proposal_dates(rq, &entry, &dates);
	is[STARTS] = dates.starts.iso;
	is[ENDS] = dates.open ? NULL : dates.ends.iso;
	is[MEASURED] = dates.measured.iso;
	form_set_int(form, "replaces", earlier);
	if (version != 0)
		form_set_int(form, "version", version);
	set_parts(form, is);
}

/* One's own: from the next working day on, measured first after four weeks. */
static void
begin_with_own(struct request *rq, xmlNode *form)
{
	const struct catalogue_entry none = { .waiting_days = -1, .usual_weeks = -1 };
	struct proposed_dates dates;

	proposal_dates(rq, &none, &dates);
	form_set(form, "starts-on", dates.starts.iso);
	form_set(form, "first-measurement-on", dates.measured.iso);
}

void
intervention_form_begin(struct request *rq, xmlNode *form, long long version, long long earlier)
{
	if (form == NULL)
		return;
	if (earlier != 0)
		begin_with_earlier(rq, form, earlier);
	else if (version != 0)
		begin_with_version(rq, form, version);
	else
		begin_with_own(rq, form);
}

void
intervention_form_set(struct request *rq, xmlNode *form, long long intervention)
{
	const char *is[PARTS + 2];

	if (form == NULL || !rows_one(rq->db, rq, is, PARTS + 2, "SELECT " COLUMNS ", catalogue_version_id, revision FROM intervention"
	    " WHERE course_id = ? AND id = ?", ARGS(INT(rq->subject), INT(intervention))))
		return;
	form_set_revision(form, atoll(is[PARTS + 1]));
	form_set(form, "version", is[PARTS]);
	set_parts(form, is);
}

/* As many decimals as are kept. */
static void
check_decimals(struct request *rq, const char *field, size_t most, const char *error)
{
	const char *text = field_text(rq, field), *point = text == NULL ? NULL : strchr(text, '.');

	if (point != NULL && strlen(point + 1) > most)
		field_error(rq, field, error);
}

/* Both of a price or none; more than no hours. */
static void
check_figures(struct request *rq)
{
	const char *hours = field_text(rq, "hours-week");
	bool price = field_text(rq, "price") != NULL, per = field_text(rq, "price-per") != NULL;

	if (hours != NULL && strtod(hours, NULL) <= 0)
		field_error(rq, "hours-week", "more-than-none");
	check_decimals(rq, "hours-week", 1, "one-decimal");
	check_decimals(rq, "price", 2, "two-decimals");
	if (price != per)
		field_error(rq, price ? "price-per" : "price", "required");
}

enum { DAYS_AHEAD = 5 * 365 + 1 };

void
intervention_day_check(struct request *rq, const char *field)
{
	const char *on = field_text(rq, field);

	if (on != NULL && date_days(request_today(rq), on) > DAYS_AHEAD)
		field_error(rq, field, "too-far");
}

bool
intervention_form_check(struct request *rq)
{
	const char *starts = field_text(rq, "starts-on"), *ends = field_text(rq, "ends-on"), *measured = field_text(rq, "first-measurement-on");

	if (ends != NULL && strcmp(ends, starts) < 0)
		field_error(rq, "ends-on", "before-start");
	if (strcmp(measured, starts) < 0)
		field_error(rq, "first-measurement-on", "before-start");
	else if (ends != NULL && strcmp(measured, ends) > 0)
		field_error(rq, "first-measurement-on", "after-end");
	intervention_day_check(rq, "starts-on");
	intervention_day_check(rq, "ends-on");
	intervention_day_check(rq, "first-measurement-on");
	check_figures(rq);
	return !request_failed(rq);
}

bool
intervention_form_fits(struct request *rq, long long plan)
{
	const char *starts = field_text(rq, "starts-on"), *ends = field_text(rq, "ends-on"), *is[3];

	if (!rows_one(rq->db, rq, is, 3, "SELECT c.opened_on, p.valid_from, p.valid_to FROM course c JOIN plan p ON p.course_id = c.id AND p.id = ?"
	    " WHERE c.id = ?", ARGS(INT(plan), INT(rq->subject))))
		return false;
	if (strcmp(starts, is[0]) < 0)
		field_error(rq, "starts-on", "before-course-opened");
	else if (is[1] != NULL && strcmp(starts, is[1]) < 0)
		field_error(rq, "starts-on", "before-plan");
	if (is[2] != NULL && strcmp(ends == NULL ? starts : ends, is[2]) > 0)
		field_error(rq, ends == NULL ? "starts-on" : "ends-on", "after-plan");
	return !request_failed(rq);
}

/* A version that may be proposed, or none. */
static struct value
version_of(struct request *rq)
{
	const char *text = field_text(rq, "version");
	long long version = text == NULL ? 0 : atoll(text);
	struct catalogue_entry entry;

	if (version <= 0 || !catalogue_find(rq, version, &entry) || strcmp(entry.state, "draft") == 0)
		return NOTHING;
	if (strcmp(entry.state, "published") != 0)
		fail_request(rq, FAIL_INPUT, "offer-retired");
	return INT(version);
}

static struct value
replaces_of(struct request *rq)
{
	const char *text = field_text(rq, "replaces");
	long long earlier = text == NULL ? 0 : rows_int(rq->db, 0, "SELECT id FROM intervention WHERE course_id = ? AND id = ?",
	    ARGS(INT(rq->subject), INT(atoll(text))));

	return earlier == 0 ? NOTHING : INT(earlier);
}

/* A company's offer is an offer. */
#define IS_OFFER(rq) INT(field_check(rq, "is-offer") || field_check(rq, "is-company-offer")), INT(field_check(rq, "is-company-offer"))

static void
choose_area(struct request *rq)
{
	exec(rq->db, "UPDATE focus_area SET state = 'chosen', changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ? AND state = 'open'", ARGS(TEXT(rq->user->uid), INT(rq->subject), FIELD(rq, "focus-area")));
}

long long
intervention_form_insert(struct request *rq, long long plan)
{
	struct value version = version_of(rq), replaces = replaces_of(rq);
	long long id;

	if (request_failed(rq))
		return 0;
	id = exec_insert(rq->db, "INSERT INTO intervention (course_id, plan_id, catalogue_version_id, replaces_id, title, provider_uid, goal, focus_area_id,"
	    " starts_on, ends_on, first_measurement_on, kind, track, hours_week, place, is_offer, is_company_offer, price, price_per, facts, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    ARGS(INT(rq->subject), INT(plan), version, replaces, FIELD(rq, "title"), FIELD(rq, "provider"), FIELD(rq, "goal"),
	    FIELD(rq, "focus-area"), FIELD(rq, "starts-on"), FIELD(rq, "ends-on"), FIELD(rq, "first-measurement-on"), FIELD(rq, "kind"),
	    FIELD(rq, "track"), FIELD(rq, "hours-week"), FIELD(rq, "place"), IS_OFFER(rq), FIELD(rq, "price"), FIELD(rq, "price-per"),
	    FIELD(rq, "facts"), TEXT(rq->user->uid)));
	choose_area(rq);
	return id;
}

void
intervention_form_update(struct request *rq, long long intervention)
{
	exec(rq->db, "UPDATE intervention SET title = ?, provider_uid = ?, goal = ?, focus_area_id = ?, starts_on = ?, ends_on = ?,"
	    " first_measurement_on = ?, kind = ?, track = ?, hours_week = ?, place = ?, is_offer = ?, is_company_offer = ?, price = ?, price_per = ?,"
	    " facts = ?, changed_by = ?, revision = revision + 1 WHERE course_id = ? AND id = ? AND state = 'proposed'",
	    ARGS(FIELD(rq, "title"), FIELD(rq, "provider"), FIELD(rq, "goal"), FIELD(rq, "focus-area"), FIELD(rq, "starts-on"),
	    FIELD(rq, "ends-on"), FIELD(rq, "first-measurement-on"), FIELD(rq, "kind"), FIELD(rq, "track"), FIELD(rq, "hours-week"),
	    FIELD(rq, "place"), IS_OFFER(rq), FIELD(rq, "price"), FIELD(rq, "price-per"), FIELD(rq, "facts"), TEXT(rq->user->uid),
	    INT(rq->subject), INT(intervention)));
	choose_area(rq);
}
