/* account_saved.h - what benefits cost less than in a period that one compares with, by month; for account.c.  domain/report/. */
#ifndef SAMSPIL_DOMAIN_REPORT_ACCOUNT_SAVED_H
#define SAMSPIL_DOMAIN_REPORT_ACCOUNT_SAVED_H

#include <libxml/tree.h>

#include "domain/report/account_years.h"
#include "domain/report/report.h"

extern const char saved_baseline_sql[], saved_days_sql[], saved_rates_sql[], saved_refunds_sql[], saved_gaps_sql[], saved_known_sql[];

/*
 * Add the table "computed" where a baseline is asked for (own field 1), else a note.  A month's actual is what the municipality paid then: days on each benefit, by week of
 * the citizen's time on benefits, times the rate of the month's first day, less what the state pays.  Expected is the same with as many people as in the
 * baseline's mean month, at the same rates.  A month with somebody on a benefit whose rate is not known has no figure; which rates
 * are missing is told of the rates alone.  Where nothing is known of the baseline, or nobody was there, nothing is expected, and a note says so.  out: the years of them; none
 * where there is no table.
 */
void saved_add(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct saved_years *out);

#endif
