#include "domain/benefit.h"

#include "base/date.h"
#include "domain/choice.h"

void
benefit_choices(struct request *rq, xmlNode *field)
{
	struct date today;

	date_today(&today);
	choices_add(rq, field,
	    "SELECT code, title FROM benefit_type WHERE valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) ORDER BY title, code",
	    ARGS(TEXT(today.iso), TEXT(today.iso)));
}
