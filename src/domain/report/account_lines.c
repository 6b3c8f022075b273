#include "domain/report/account_lines.h"

#include <stdlib.h>
#include <talloc.h>

#include "domain/report/figures.h"
#include "domain/report/report.h"
#include "sql/rows.h"

const char account_lines_sql[] = "WITH ask AS (" REPORT_ASK ")"
    " SELECT c.side, c.code, c.title, c.whole, l.year, l.kind, CAST(l.amount * 100 AS SIGNED) AS hundredths, l.stated_on, l.note FROM ask"
    " JOIN budget_line l ON l.stated_on <= ask.today AND l.year BETWEEN COALESCE(YEAR(ask.from_on), 0) AND COALESCE(YEAR(ask.to_on), 9999)"
    " JOIN budget_category c ON c.code = l.category"
    " WHERE NOT EXISTS (SELECT 1 FROM budget_line n WHERE n.category = l.category AND n.year = l.year AND n.kind = l.kind AND n.stated_on > l.stated_on"
    "  AND n.stated_on <= ask.today) ORDER BY c.side, c.ordinal, c.code, l.year, l.kind";

struct lines { const void *owner; xmlNode *figures; };

static void
take_line(void *user, const char *const *columns, size_t count)
{
	enum { SIDE, CODE, TITLE, WHOLE, YEAR, KIND, HUNDREDTHS, STATED_ON, NOTE };
	struct lines *lines = user;
	const char *name = talloc_asprintf(lines->owner, "%s-%s-%s", columns[CODE], columns[YEAR], columns[KIND]);
	xmlNode *row = figures_row(lines->figures, name, NULL, talloc_asprintf(lines->owner, "%s, %s", columns[TITLE], columns[YEAR]));

	(void)count;
	figure_mark(figure_money(row, "amount", atoll(columns[HUNDREDTHS])), columns[KIND]);
	figure_day(row, "stated-on", columns[STATED_ON]);
	if (columns[NOTE] != NULL)
		figure_text(row, "note", columns[NOTE]);
}

void
account_lines_add(struct db *db, const void *owner, const struct value *args, xmlNode *report)
{
	struct lines lines = { owner, figures_add(report, "lines", FEW_OPEN) };

	figures_column(lines.figures, "amount", FIGURE_MILLIONS);
	figures_column(lines.figures, "stated-on", FIGURE_WORD);
	figures_column(lines.figures, "note", FIGURE_WORD);
	rows_each(db, account_lines_sql, args, take_line, &lines);
}
