/*
 * time.c - the report "time": how long until the first offer, where a course waits, which lie still, and how many are in an offer at all.
 *
 * An offer counts where it really started.  What stands of a step is what the course's own versions say: a report as of a moment sees none that
 * came later.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/courses.h"
#include "domain/report/figures.h"
#include "domain/report/time_activation.h"
#include "domain/still.h"
#include "rule/statistics.h"
#include "rule/suppression.h"
#include "sql/day.h"
#include "sql/rows.h"

#define UNTIL "LEAST(ask.to_on, ask.today)"

/* Those who were let go with low risk were offered nothing. */
#define OPENED_THEN "rc.opened_on BETWEEN ask.from_on AND " UNTIL " AND rc.state <> 'closed-low'"
#define FIRST_OFFERS \
	"(SELECT rc.id, rc.citizen_id, rc.opened_on, MIN(i.started_on) AS offer, MIN(CASE WHEN i.is_company_offer THEN i.started_on END) AS company" \
	" FROM ask JOIN rc LEFT JOIN intervention i ON i.course_id = rc.id AND i.is_offer AND " TIME_STARTED("i") \
	" WHERE " OPENED_THEN " GROUP BY rc.id, rc.citizen_id, rc.opened_on)"
#define WEEKS(day) "(GREATEST(0, DATEDIFF(" day ", f.opened_on)) DIV 7)"

/* A course without one has no weeks. */
static const char offers_sql[] = "WITH " REPORT_COURSES
    " SELECT k.kind, CASE k.kind WHEN 'offer' THEN " WEEKS("f.offer") " ELSE " WEEKS("f.company") " END AS weeks, COUNT(*) AS courses"
    " FROM " FIRST_OFFERS " f JOIN (SELECT 'offer' AS kind UNION ALL SELECT 'company') k GROUP BY 1, 2 ORDER BY 1, 2";

/*
 * Each stay in a step that ended in the period, by whole days.  Versions of a course that are later than the one that this connection sees are not read:
 * FOR SYSTEM_TIME ALL alone would.  Of two steps that began in one second the one that was written first came first.
 */
#define STAYS \
	"(SELECT v.id, v.state, v.state_since, LEAD(v.state_since) OVER (PARTITION BY v.id ORDER BY v.state_since, v.since) AS until FROM" \
	" (SELECT h.id, h.state, h.state_since, MIN(h.ROW_START) AS since FROM ask JOIN rc JOIN course c ON c.id = rc.id JOIN course FOR SYSTEM_TIME ALL h ON h.id = c.id" \
	"   AND h.ROW_START <= c.ROW_START WHERE rc.opened_on <= " UNTIL " AND c.state_since >= ask.from_on" \
	"   GROUP BY h.id, h.state, h.state_since ORDER BY NULL) v)"
#define STAY_ENDED "s.until >= " STILL_FROM("ask.from_on") " AND s.until < " STILL_FROM("(" UNTIL " + INTERVAL 1 DAY)")
static const char steps_sql[] = "WITH " REPORT_COURSES
    " SELECT s.state, TIMESTAMPDIFF(DAY, s.state_since, s.until) AS days, COUNT(*) AS courses FROM ask JOIN " STAYS " s ON " STAY_ENDED
    " WHERE s.state IN ('new', 'screened', 'assessed-risk', 'assessment', 'conference-ready', 'planning', 'paused') GROUP BY 1, 2 ORDER BY 1, 2";

#define ORDERED_THEN "i.course_id = rc.id AND i.ordered_on IS NOT NULL AND i.started_on BETWEEN ask.from_on AND " UNTIL " AND " TIME_STARTED("i")
static const char orders_sql[] = "WITH " REPORT_COURSES
    " SELECT 'order' AS step, GREATEST(0, DATEDIFF(i.started_on, i.ordered_on)) AS days, COUNT(*) AS interventions FROM ask JOIN rc JOIN intervention i"
    "  ON " ORDERED_THEN " GROUP BY 1, 2 ORDER BY 1, 2";

/* What is open now, and of it what nothing happened to for so long.  A course that is paused does not lie still. */
#define OPEN_NOW "rc.state NOT IN ('closed', 'closed-low', 'paused') AND " REPORT_OPEN_ON("rc", "ask.today")
#define STILL_LIMIT "limits AS (SELECT " STILL_FROM("(ask.today - INTERVAL 27 DAY)") " AS at FROM ask)"
_Static_assert(STILL_DAYS == 28, "the query says one less");
static const char still_sql[] = "WITH " REPORT_COURSES ", " STILL_LIMIT
    " SELECT rc.state, COUNT(*) AS open, COALESCE(SUM(" STILL_SINCE("limits.at") "), 0) AS still FROM ask JOIN limits JOIN rc JOIN course c ON c.id = rc.id"
    " WHERE " OPEN_NOW " GROUP BY rc.state";

static const struct report_query queries[] = {
	{ "offers", offers_sql }, { "steps", steps_sql }, { "orders", orders_sql }, { "still", still_sql }, { "activation", time_activation_sql },
	{ "ends", time_ends_sql }, { NULL, NULL }
};

/* Weeks in bands: a band's row is named by its first week; the last has no end. */
static const struct { const char *name; long long first; } bands[] = {
	{ "weeks-0", 0 }, { "weeks-4", 4 }, { "weeks-8", 8 }, { "weeks-13", 13 }, { "weeks-26", 26 }, { "weeks-52", 52 },
};
enum { BANDS = sizeof bands / sizeof bands[0] };
#define WITHIN_BAND(weeks) \
	"CASE a.row_name WHEN 'weeks-0' THEN " weeks " < 4 WHEN 'weeks-4' THEN " weeks " BETWEEN 4 AND 7 WHEN 'weeks-8' THEN " weeks " BETWEEN 8 AND 12" \
	" WHEN 'weeks-13' THEN " weeks " BETWEEN 13 AND 25 WHEN 'weeks-26' THEN " weeks " BETWEEN 26 AND 51 WHEN 'weeks-52' THEN " weeks " >= 52" \
	" WHEN 'none' THEN " weeks " IS NULL WHEN 'total' THEN TRUE ELSE FALSE END"

#define ASKED ", asked AS (SELECT CAST(? AS CHAR(40)) AS row_name, CAST(? AS CHAR(40)) AS column_name)"
static const struct report_list lists[] = {
	{ "weeks", "WITH " REPORT_COURSES ASKED " SELECT x.id AS course_id, x.citizen_id, x.opened_on AS on_day, NULL AS word, x.weeks AS number"
	    " FROM asked a JOIN (SELECT f.id, f.citizen_id, f.opened_on, k.kind, CASE k.kind WHEN 'offer' THEN " WEEKS("f.offer") " ELSE " WEEKS("f.company")
	    " END AS weeks FROM " FIRST_OFFERS " f JOIN (SELECT 'offer' AS kind UNION ALL SELECT 'company') k) x ON x.kind = a.column_name AND " WITHIN_BAND("x.weeks") },
	{ "still", "WITH " REPORT_COURSES ", " STILL_LIMIT ASKED
	    " SELECT rc.id AS course_id, rc.citizen_id, rc.opened_on AS on_day, rc.state AS word, DATEDIFF(ask.today, " STILL_LATEST ") AS number"
	    " FROM ask JOIN limits JOIN asked a JOIN rc JOIN course c ON c.id = rc.id WHERE " OPEN_NOW " AND a.row_name IN ('total', rc.state)"
	    " AND CASE a.column_name WHEN 'open' THEN 1 WHEN 'moves' THEN NOT (" STILL_SINCE("limits.at") ") ELSE " STILL_SINCE("limits.at") " END" },
	{ "left", "WITH " REPORT_COURSES ASKED
	    " SELECT s.id AS course_id, rc.citizen_id, " DANISH_DAY("s.until") " AS on_day, s.state AS word, TIMESTAMPDIFF(DAY, s.state_since, s.until) AS number"
	    " FROM ask JOIN asked a JOIN " STAYS " s ON s.state = a.row_name AND " STAY_ENDED " JOIN rc ON rc.id = s.id"
	    " UNION ALL SELECT rc.id, rc.citizen_id, i.started_on, NULL, GREATEST(0, DATEDIFF(i.started_on, i.ordered_on)) FROM ask JOIN asked a ON a.row_name = 'order'"
	    " JOIN rc JOIN intervention i ON " ORDERED_THEN },
	{ "month-ends", time_month_ends_list },
	{ NULL, NULL }
};

struct tally { const void *owner; const char *name; struct counted *values; size_t n; long long without; };
struct tallies { struct tally *tally; size_t count; };

/* Rows name, value, count; a value that there is not is counted apart. */
static void
take_counted(void *user, const char *const *columns, size_t count)
{
	struct tallies *tallies = user;
	size_t i;

	(void)count;
	for (i = 0; i < tallies->count; i++) {
		struct tally *tally = &tallies->tally[i];

		if (strcmp(tally->name, columns[0]) != 0)
			continue;
		if (columns[1] == NULL)
			tally->without += atoll(columns[2]);
		else
			tally->values = statistics_add(tally->owner, tally->values, &tally->n, atoll(columns[1]), atoll(columns[2]));
	}
}

static long long
tally_in(const struct tally *tally, long long first, long long last)
{
	long long sum = 0;
	size_t i;

	for (i = 0; i < tally->n; i++)
		sum += tally->values[i].value >= first && tally->values[i].value <= last ? tally->values[i].count : 0;
	return sum;
}

/* "n of N" stands beside the mean: those who were offered nothing are in no mean. */
static void
add_fraction(xmlNode *row, const char *column, struct fraction f, long long n, long long of)
{
	if (f.denominator == 0)
		figure_none(row, column, "nobody");
	else
		figure_decimal(row, column, statistics_value(f), 1, n, of, NULL);
}

static void
add_offers(const struct tally *tallies, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "offers", FEW_BY_READER);
	size_t i;

	figures_column(figures, "mean", FIGURE_WEEKS);
	figures_column(figures, "median", FIGURE_WEEKS);
	figures_column(figures, "without", FIGURE_SHARE);
	figures_counted(figures, "mean median");
	for (i = 0; i < 2; i++) {
		xmlNode *row = figures_row(figures, tallies[i].name, NULL, NULL);
		long long n = statistics_count(tallies[i].values, tallies[i].n), of = n + tallies[i].without;

		add_fraction(row, "mean", statistics_mean(tallies[i].values, tallies[i].n), n, of);
		add_fraction(row, "median", statistics_median(tallies[i].values, tallies[i].n), n, of);
		figure_share(row, "without", tallies[i].without, of, NULL);
	}
}

static void
add_weeks(const struct tally *tallies, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "weeks", FEW_BY_READER), *row;
	size_t i, k;

	for (k = 0; k < 2; k++)
		figures_column(figures, tallies[k].name, FIGURE_COUNT);
	for (i = 0; i < BANDS; i++)
		for (row = figures_row(figures, bands[i].name, NULL, NULL), k = 0; k < 2; k++)
			figure_count(row, tallies[k].name, tally_in(&tallies[k], bands[i].first, i + 1 < BANDS ? bands[i + 1].first - 1 : 1000000), "weeks");
	for (row = figures_row(figures, "none", NULL, NULL), k = 0; k < 2; k++)
		figure_count(row, tallies[k].name, tallies[k].without, "weeks");
	for (row = figures_total(figures, "total"), k = 0; k < 2; k++)
		figure_count(row, tallies[k].name, statistics_count(tallies[k].values, tallies[k].n) + tallies[k].without, "weeks");
}

/* A mean or the like of so many courses, which tells of few where they are few. */
static void
add_of_so_many(xmlNode *row, const char *column, struct fraction f, long long n)
{
	xmlNode *figure;

	if (f.denominator == 0) {
		figure_none(row, column, "nobody");
		return;
	}
	figure = figure_decimal(row, column, statistics_value(f), 1, 0, -1, NULL);
	if (!suppression_allows((long)n))
		figure_few(figure);
}

static void
add_waiting(const struct tallies *tallies, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "waiting", FEW_BY_READER);
	size_t i;

	figures_column(figures, "left", FIGURE_COUNT);
	figures_column(figures, "mean", FIGURE_DAYS);
	figures_column(figures, "median", FIGURE_DAYS);
	figures_column(figures, "nine-tenths", FIGURE_DAYS);
	for (i = 0; i < tallies->count; i++) {
		const struct tally *tally = &tallies->tally[i];
		xmlNode *row = figures_row(figures, tally->name, NULL, NULL);
		long long n = statistics_count(tally->values, tally->n);

		figure_count(row, "left", n, "left");
		add_of_so_many(row, "mean", statistics_mean(tally->values, tally->n), n);
		add_of_so_many(row, "median", statistics_median(tally->values, tally->n), n);
		add_of_so_many(row, "nine-tenths", statistics_quantile(tally->values, tally->n, (struct fraction){ 9, 10 }), n);
	}
}

static const char *const open_states[] = { "new", "screened", "assessed-risk", "assessment", "conference-ready", "planning", "active" };
enum { OPEN_STATES = sizeof open_states / sizeof open_states[0] };
struct still { long long open[OPEN_STATES + 1], still[OPEN_STATES + 1]; };	/* the last is the sum */

static void
take_still(void *user, const char *const *columns, size_t count)
{
	struct still *still = user;
	size_t i;

	(void)count;
	for (i = 0; i <= OPEN_STATES; i++) {
		if (i < OPEN_STATES && strcmp(open_states[i], columns[0]) != 0)
			continue;
		still->open[i] += atoll(columns[1]);
		still->still[i] += atoll(columns[2]);
	}
}

static void
add_still(const struct still *still, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "still", FEW_BY_READER);
	size_t i;

	figures_column(figures, "still", FIGURE_COUNT);
	figures_column(figures, "moves", FIGURE_COUNT);
	figures_column(figures, "open", FIGURE_COUNT);
	figures_column(figures, "share", FIGURE_SHARE);
	figures_parts(figures, "open", "still moves");
	for (i = 0; i <= OPEN_STATES; i++) {
		xmlNode *row = i < OPEN_STATES ? figures_row(figures, open_states[i], NULL, NULL) : figures_total(figures, "total");

		figure_count(row, "still", still->still[i], "still");
		figure_count(row, "moves", still->open[i] - still->still[i], "still");
		figure_count(row, "open", still->open[i], "still");
		figure_share(row, "share", still->still[i], still->open[i], NULL);
	}
}

static void
add_briefs(const struct tally *offers, const struct still *still, xmlNode *report)
{
	long long n = statistics_count(offers->values, offers->n), of = n + offers->without;

	add_fraction(figures_brief(report, "mean", FIGURE_WEEKS), "value", statistics_mean(offers->values, offers->n), n, of);
	add_fraction(figures_brief(report, "median", FIGURE_WEEKS), "value", statistics_median(offers->values, offers->n), n, of);
	figure_share(figures_brief(report, "without", FIGURE_SHARE), "value", offers->without, of, NULL);
	figure_share(figures_brief(report, "still", FIGURE_SHARE), "value", still->still[OPEN_STATES], still->open[OPEN_STATES], NULL);
}

static void
compute(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct report_progress *progress)
{
	enum { STEPS = 4 };
	const struct value *args = report_args(owner, ask);
	struct tally offers[] = { { .owner = owner, .name = "offer" }, { .owner = owner, .name = "company" } };
	struct tally waits[] = { { .owner = owner, .name = "new" }, { .owner = owner, .name = "screened" }, { .owner = owner, .name = "assessed-risk" },
	    { .owner = owner, .name = "assessment" }, { .owner = owner, .name = "conference-ready" }, { .owner = owner, .name = "planning" },
	    { .owner = owner, .name = "paused" }, { .owner = owner, .name = "order" } };
	struct tallies weeks = { offers, 2 }, waiting = { waits, sizeof waits / sizeof waits[0] };
	struct still still = { { 0 }, { 0 } };

	rows_each(db, offers_sql, args, take_counted, &weeks);
	if (db_failed(db) || !report_step(progress, 1, STEPS))
		return;
	rows_each(db, steps_sql, args, take_counted, &waiting);
	rows_each(db, orders_sql, args, take_counted, &waiting);
	if (db_failed(db) || !report_step(progress, 2, STEPS))
		return;
	rows_each(db, still_sql, args, take_still, &still);
	if (db_failed(db) || !report_step(progress, 3, STEPS))
		return;
	add_briefs(offers, &still, report);
	add_offers(offers, report);
	add_weeks(offers, report);
	add_waiting(&waiting, report);
	add_still(&still, report);
	time_activation_add(db, owner, args, report);
	if (db_failed(db))
		return;
	figures_chart(report, "weeks", CHART_BARS, "offer company");
	figures_chart(report, "waiting", CHART_BARS, "median nine-tenths");
	figures_chart(report, "activation", CHART_LINES, "degree company-share");
}

const struct report report_time = {
	.name = "time", .takes = REPORT_PERIOD | REPORT_DEPARTMENT | REPORT_GROUP | REPORT_BENEFIT, .months = 12,
	.queries = queries, .lists = lists, .compute = compute,
};
