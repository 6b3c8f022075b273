/* account_saved_sql.c - what account_saved.c asks of the database, as its page shows it. */
#include "domain/report/account_saved.h"
#include "domain/report/courses.h"

const char saved_baseline_sql[] = "WITH ask AS (" REPORT_ASK ") SELECT b.title, b.from_on, b.to_on FROM ask JOIN baseline b ON b.id = CAST(ask.own_1 AS UNSIGNED)";

/*
 * Days on benefits as what changes from month to month: so many more people from then on (changes), and so many days of that month that they
 * have (days).  A period is cut where a week begins from which the state pays another share.  Weeks are counted from the first of the
 * periods that follow each other without a day between.  What ended before the baseline begins is in no figure, nor is a
 * time in which the citizen supported himself.
 */
const char saved_days_sql[] = "WITH ask AS (" REPORT_ASK "), " REPORT_DEPARTMENTS ","
    " base AS (SELECT b.from_on, b.to_on, b.benefit_type FROM ask JOIN baseline b ON b.id = CAST(ask.own_1 AS UNSIGNED)),"
    " periods AS (SELECT p.citizen_id, p.id, p.benefit_type, p.starts_on, COALESCE(p.ends_on, DATE '9999-12-30') AS ends_on FROM ask JOIN benefit_period p"
    "  ON p.starts_on <= ask.today JOIN benefit_type t ON t.code = p.benefit_type AND t.is_paid JOIN citizen z ON z.id = p.citizen_id AND z.department_id IN (SELECT rd.id FROM rd)),"
    " touching AS (SELECT p.*, IF(p.starts_on <= MAX(p.ends_on) OVER w + INTERVAL 1 DAY, NULL, p.starts_on) AS begins FROM periods p"
    "  WINDOW w AS (PARTITION BY p.citizen_id ORDER BY p.starts_on, p.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),"
    " runs AS (SELECT t.benefit_type, t.starts_on, t.ends_on, MAX(t.begins) OVER (PARTITION BY t.citizen_id ORDER BY t.starts_on, t.id) AS began FROM touching t),"
    " asked AS (SELECT r.benefit_type, r.starts_on, LEAST(r.ends_on, ask.today) AS ends_on, r.began FROM ask JOIN base JOIN runs r ON r.ends_on >= base.from_on"
    "  AND (ask.benefit IS NULL OR r.benefit_type = ask.benefit) AND (base.benefit_type IS NULL OR r.benefit_type = base.benefit_type)),"
    " weeks AS (SELECT w.benefit_type, w.from_week, COALESCE(LEAD(w.from_week) OVER (PARTITION BY w.benefit_type ORDER BY w.from_week), 100000) AS next_week"
    "  FROM (SELECT code AS benefit_type, 1 AS from_week FROM benefit_type UNION SELECT benefit_type, from_week FROM benefit_refund) w),"
    " parts AS (SELECT r.benefit_type, w.from_week, GREATEST(r.starts_on, r.began + INTERVAL (w.from_week - 1) * 7 DAY) AS first_on,"
    "  LEAST(r.ends_on, r.began + INTERVAL (w.next_week - 1) * 7 - 1 DAY) AS last_on FROM asked r JOIN weeks w ON w.benefit_type = r.benefit_type),"
    " moves AS (SELECT t.benefit_type, t.from_week, e.more, IF(e.more = 1, t.first_on, t.last_on + INTERVAL 1 DAY) AS on_day FROM parts t"
    "  JOIN (SELECT 1 AS more UNION ALL SELECT -1) e WHERE t.first_on <= t.last_on)"
    " SELECT c.benefit_type, c.from_week, DATE_FORMAT(c.on_day, '%Y-%m-01') AS month, SUM(c.more) AS changes, SUM(c.more * (DATEDIFF(LAST_DAY(c.on_day), c.on_day) + 1)) AS days"
    " FROM moves c GROUP BY 1, 2, 3 ORDER BY 1, 2, 3";

const char saved_rates_sql[] = "WITH ask AS (" REPORT_ASK ") SELECT r.benefit_type, r.valid_from, 0 AS from_week, CAST(r.monthly * 100 AS SIGNED) AS oere"
    " FROM ask JOIN benefit_rate r ON r.valid_from <= ask.today ORDER BY 1, 2";
const char saved_refunds_sql[] = "WITH ask AS (" REPORT_ASK ") SELECT r.benefit_type, r.valid_from, r.from_week, CAST(r.percent * 100 AS SIGNED) AS hundredths"
    " FROM ask JOIN benefit_refund r ON r.valid_from <= ask.today ORDER BY 1, 2, 3";

/* The first month of which anything is known. */
const char saved_known_sql[] = "WITH ask AS (" REPORT_ASK ") SELECT DATE_FORMAT(MIN(p.starts_on), '%Y-%m-01') FROM ask JOIN benefit_period p ON p.starts_on <= ask.today"
    " JOIN benefit_type t ON t.code = p.benefit_type AND t.is_paid";

/* The benefits asked about, from when to when they are given, and since when there are rates of them: nobody's periods tell what is missing. */
const char saved_gaps_sql[] = "WITH ask AS (" REPORT_ASK ") SELECT t.title, t.valid_from, t.valid_to, MIN(r.valid_from) AS rates_from FROM ask"
    " JOIN baseline b ON b.id = CAST(ask.own_1 AS UNSIGNED) JOIN benefit_type t ON t.is_paid AND (ask.benefit IS NULL OR t.code = ask.benefit)"
    "  AND (b.benefit_type IS NULL OR t.code = b.benefit_type)"
    " LEFT JOIN benefit_rate r ON r.benefit_type = t.code AND r.valid_from <= ask.today GROUP BY t.code, t.title, t.valid_from, t.valid_to ORDER BY t.title, t.code";
