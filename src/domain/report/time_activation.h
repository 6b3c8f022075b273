/* time_activation.h - the part of the report "time" that is about offers that run.  domain/report/. */
#ifndef SAMSPIL_DOMAIN_REPORT_TIME_ACTIVATION_H
#define SAMSPIL_DOMAIN_REPORT_TIME_ACTIVATION_H

#include <libxml/tree.h>

#include "sql/db.h"

/* SQL: an intervention that really started. */
#define TIME_STARTED(i) i ".started_on <= ask.today AND " i ".state IN ('running', 'completed', 'stopped')"

extern const char time_activation_sql[], time_ends_sql[];

/* Who stand behind the counts at the end of a month: the row is the day, the column what is counted. */
extern const char time_month_ends_list[];

/* Add the tables "activation" and "month-ends". */
void time_activation_add(struct db *db, const void *owner, const struct value *args, xmlNode *report);

#endif
