#include "domain/benefit.h"

#include "base/date.h"
#include "domain/choice.h"
#include "rule/bounds.h"
#include "sql/rows.h"

void
benefit_choices(struct request *rq, xmlNode *field)
{
	struct date today;

	date_today(&today);
	choices_add(rq, field,
	    "SELECT code, title FROM benefit_type WHERE valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY title, code",
	    ARGS(TEXT(today.iso), TEXT(today.iso)));
}

const char *
benefit_absence_asked(struct request *rq, const char *benefit, const char *starts, const char *absence)
{
	return rows_text(rq->db, rq, "SELECT CASE"
	    " WHEN me.absence < (SELECT MIN(valid_from) FROM deadline_rule WHERE event = 'first-absence' AND (benefit_type IS NULL OR benefit_type = me.benefit))"
	    "  THEN 'absence-before-rules'"
	    " WHEN me.absence < me.starts - INTERVAL " BOUNDS_TEXT(BOUNDS_ABSENCE_YEARS) " YEAR THEN 'absence-long-before' END"
	    " FROM (SELECT ? AS benefit, CAST(? AS DATE) AS starts, CAST(? AS DATE) AS absence) me", ARGS(TEXT(benefit), TEXT(starts), TEXT(absence)));
}
