/*
 * account_years.h - what was saved on benefits (account_saved.h) beside what was invested, by year and in all: net, cumulative, when it paid, and what a krone
 * saved.  Part of the report "account".  domain/report/.
 */
#ifndef SAMSPIL_DOMAIN_REPORT_ACCOUNT_YEARS_H
#define SAMSPIL_DOMAIN_REPORT_ACCOUNT_YEARS_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "domain/report/report.h"
#include "rule/economy.h"

/* A year's months together, in øre; known where each of them has its rates; few: that tells of few people. */
struct saved_year { long year; long long expected, actual; bool known, expected_few, actual_few; };
enum { SAVED_YEARS_MAX = 60 };
/* unexpected: why there is nothing to compare any of them with; NULL: there is. */
struct saved_years { struct saved_year year[SAVED_YEARS_MAX]; size_t count; const char *unexpected; };

/* One more month, in order. */
void years_take(struct saved_years *years, long year, const struct saved_year *month);

/*
 * The table "computed-years" and what it says in short.  lines: what was typed, of the whole municipality: where a department or a benefit is asked
 * for, what was saved has no investment beside it, and no net.
 */
void years_add(const void *owner, const struct report_ask *ask, const struct saved_years *years, const struct economy_line *lines, size_t count, xmlNode *report);

/* A figure of the account with its kind as a mark, or none. */
xmlNode *account_figure(xmlNode *row, const char *column, struct economy_figure is);

#endif
