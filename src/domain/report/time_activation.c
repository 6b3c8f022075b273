/* time_activation.c - how many of those who are open are in an offer, and how many offers are in a company: at the end of each month, and by quarter. */
#include "domain/report/time_activation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/courses.h"
#include "domain/report/figures.h"
#include "rule/statistics.h"
#include "rule/suppression.h"
#include "sql/rows.h"

/* The quarters that the period touches, whole: a mean of some of a quarter's months would be read as the quarter's. */
#define QUARTERS \
	"quarters AS (SELECT MAKEDATE(YEAR(ask.from_on), 1) + INTERVAL QUARTER(ask.from_on) - 1 QUARTER AS from_on," \
	" LEAST(MAKEDATE(YEAR(ask.to_on), 1) + INTERVAL QUARTER(ask.to_on) QUARTER - INTERVAL 1 DAY, ask.today) AS until_on FROM ask)"

/*
 * At the end of each month: from which month's end on, and to which, so many were open, in an offer, or an offer ran.  A citizen with two offers is
 * one citizen: of a later one only counts what the earlier ones do not cover.
 */
const char time_activation_sql[] = "WITH " REPORT_COURSES ", " QUARTERS ","
    " ran AS (SELECT rc.citizen_id, i.id, i.is_company_offer, GREATEST(i.started_on, rc.opened_on) AS since,"
    "   LEAST(COALESCE(i.ended_on, '9999-12-31'), COALESCE(rc.closed_on, '9999-12-31')) AS until"
    "   FROM ask JOIN rc JOIN intervention i ON i.course_id = rc.id AND i.is_offer AND " TIME_STARTED("i") "),"
    " spell AS (SELECT r.is_company_offer, r.since, r.until, MAX(r.until) OVER (PARTITION BY r.citizen_id ORDER BY r.since, r.id"
    "   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered_to FROM ran r, quarters q WHERE r.since < r.until AND r.until > q.from_on AND r.since <= q.until_on),"
    " counted AS (SELECT 'open' AS kind, rc.opened_on AS since, COALESCE(rc.closed_on, '9999-12-31') AS until FROM quarters q JOIN rc"
    "   WHERE rc.opened_on <= q.until_on AND (rc.closed_on IS NULL OR rc.closed_on > q.from_on)"
    "  UNION ALL SELECT k.kind, IF(k.kind = 'active', GREATEST(s.since, COALESCE(s.covered_to, s.since)), s.since), s.until FROM spell s"
    "   JOIN (SELECT 'active' AS kind UNION ALL SELECT 'offers' UNION ALL SELECT 'company-offers') k ON k.kind <> 'company-offers' OR s.is_company_offer)"
    " SELECT x.kind, GREATEST(LAST_DAY(x.since), LAST_DAY(q.from_on)) AS from_end, LEAST(LAST_DAY(x.until), LAST_DAY(q.until_on + INTERVAL 1 DAY)) AS to_end,"
    "  COUNT(*) AS counted FROM counted x, quarters q WHERE x.since < x.until GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";

const char time_ends_sql[] = "WITH RECURSIVE ask AS (" REPORT_ASK "), " QUARTERS ", ends AS (SELECT LAST_DAY(q.from_on) AS day FROM quarters q"
    " UNION ALL SELECT LAST_DAY(ends.day + INTERVAL 1 DAY) FROM ends, quarters q WHERE LAST_DAY(ends.day + INTERVAL 1 DAY) <= q.until_on)"
    " SELECT ends.day, DATE_FORMAT(MAKEDATE(YEAR(ends.day), 1) + INTERVAL QUARTER(ends.day) - 1 QUARTER, '%Y-%m-%d') AS quarter FROM ends, quarters q"
    " WHERE ends.day <= q.until_on ORDER BY ends.day";

/* Of a citizen with two offers the course of the one that began last. */
const char time_month_ends_list[] = "WITH " REPORT_COURSES ", asked AS (SELECT CAST(? AS CHAR(40)) AS row_name, CAST(? AS CHAR(40)) AS column_name),"
    " ran AS (SELECT rc.id, rc.citizen_id, i.started_on, i.is_company_offer, ROW_NUMBER() OVER (PARTITION BY rc.citizen_id ORDER BY i.started_on DESC, i.id DESC) AS nr"
    "   FROM ask JOIN asked a JOIN rc JOIN intervention i ON i.course_id = rc.id AND i.is_offer AND " TIME_STARTED("i")
    "   WHERE i.started_on <= a.row_name AND (i.ended_on IS NULL OR i.ended_on > a.row_name) AND " REPORT_OPEN_ON("rc", "a.row_name") ")"
    " SELECT rc.id AS course_id, rc.citizen_id, rc.opened_on AS on_day, NULL AS word, DATEDIFF(a.row_name, rc.opened_on) AS number"
    "  FROM asked a JOIN rc ON a.column_name = 'open' AND " REPORT_OPEN_ON("rc", "a.row_name")
    " UNION ALL SELECT r.id, r.citizen_id, r.started_on, NULL, DATEDIFF(a.row_name, r.started_on) FROM asked a JOIN ran r"
    "  ON CASE a.column_name WHEN 'active' THEN r.nr = 1 WHEN 'offers' THEN 1 WHEN 'company-offers' THEN r.is_company_offer ELSE 0 END";

/* What was counted at the end of each month. */
enum { OPEN, ACTIVE, OFFERS, COMPANY, COUNTED };
static const char *const counted_names[COUNTED] = { "open", "active", "offers", "company-offers" };
struct month_end { char day[11], quarter[11]; long long counted[COUNTED]; };
struct ends { const void *owner; struct month_end *end; size_t count; };

static void
take_end(void *user, const char *const *columns, size_t count)
{
	struct ends *ends = user;
	struct month_end *end;

	(void)count;
	ends->end = talloc_realloc(ends->owner, ends->end, struct month_end, (unsigned)ends->count + 1);
	end = &ends->end[ends->count++];
	*end = (struct month_end){ .counted = { 0 } };
	snprintf(end->day, sizeof end->day, "%s", columns[0]);
	snprintf(end->quarter, sizeof end->quarter, "%s", columns[1]);
}

static void
take_activation(void *user, const char *const *columns, size_t count)
{
	struct ends *ends = user;
	size_t i, kind;

	(void)count;
	for (kind = 0; kind + 1 < COUNTED && strcmp(counted_names[kind], columns[0]) != 0;)
		kind++;
	for (i = 0; i < ends->count; i++)
		if (strcmp(columns[1], ends->end[i].day) <= 0 && strcmp(columns[2], ends->end[i].day) > 0)
			ends->end[i].counted[kind] += atoll(columns[3]);
}

static void
add_month_ends(const struct ends *ends, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "month-ends", FEW_BY_READER);
	size_t i, k;

	for (k = 0; k < COUNTED; k++)
		figures_column(figures, counted_names[k], FIGURE_COUNT);
	figures_column(figures, "degree", FIGURE_SHARE);
	figures_column(figures, "company-share", FIGURE_SHARE);
	for (i = 0; i < ends->count; i++) {
		const struct month_end *end = &ends->end[i];
		xmlNode *row = figures_row(figures, end->day, "date", NULL);

		for (k = 0; k < COUNTED; k++)
			figure_count(row, counted_names[k], end->counted[k], "month-ends");
		figure_share(row, "degree", end->counted[ACTIVE], end->counted[OPEN], NULL);
		figure_share(row, "company-share", end->counted[COMPANY], end->counted[OFFERS], NULL);
	}
	figures_whole(figures, WHOLE_ROWS);
}

/* What stands beside it in its month is hidden where one of these is of few. */
static bool
is_few(const struct month_end *end, int part, int whole)
{
	bool few = !suppression_allows_part((long)end->counted[whole], (long)end->counted[part]);
	size_t i;

	for (i = 0; i < COUNTED; i++)
		few = few || !suppression_allows((long)end->counted[i]);
	return few;
}

/* The mean of the ends of the quarter's months that have been: of few people, where one of them is; to others of round numbers. */
static void
add_mean_of_ends(xmlNode *row, const char *column, const struct month_end *end, size_t count, int part, int whole)
{
	struct fraction shares[3] = { { 0, 0 } }, others[3] = { { 0, 0 } };
	bool few = false;
	double mean, round;
	size_t i, n;

	for (i = 0; i < count; i++) {
		shares[i] = (struct fraction){ end[i].counted[part], end[i].counted[whole] };
		others[i] = (struct fraction){ suppression_round((long)end[i].counted[part]), suppression_round((long)end[i].counted[whole]) };
		few = few || is_few(&end[i], part, whole);
	}
	if (!statistics_mean_of(shares, count, &mean, &n)) {
		figure_none(row, column, "nobody");
		return;
	}
	row = figure_decimal(row, column, 100 * mean, 1, 0, -1, NULL);
	if (few || !statistics_mean_of(others, count, &round, &n))
		figure_few(row);
	else
		figure_others(row, 100 * round, 0);
}

static void
add_activation(const struct ends *ends, xmlNode *report)
{
	xmlNode *figures = figures_add(report, "activation", FEW_BY_READER);
	size_t i, n;

	figures_column(figures, "degree", FIGURE_SHARE);
	figures_column(figures, "company-share", FIGURE_SHARE);
	for (i = 0; i < ends->count; i += n) {
		const struct month_end *end = &ends->end[i];
		xmlNode *row = figures_row(figures, end->quarter, "quarter", NULL);

		for (n = 1; n < 3 && i + n < ends->count && strcmp(end[n].quarter, end->quarter) == 0;)
			n++;
		add_mean_of_ends(row, "degree", end, n, ACTIVE, OPEN);
		add_mean_of_ends(row, "company-share", end, n, COMPANY, OFFERS);
	}
}

void
time_activation_add(struct db *db, const void *owner, const struct value *args, xmlNode *report)
{
	struct ends ends = { .owner = owner };

	rows_each(db, time_ends_sql, args, take_end, &ends);
	rows_each(db, time_activation_sql, args, take_activation, &ends);
	if (db_failed(db))
		return;
	add_activation(&ends, report);
	add_month_ends(&ends, report);
}
