/* pages.h - the pages of samspil-report: a route or more from each file. */
#ifndef SAMSPIL_REPORT_PAGES_H
#define SAMSPIL_REPORT_PAGES_H

#include "web/route.h"

extern const struct route report_extracts, report_reports;

/* What each report has: /report/NAME and below it.  Their paths are put in by main. */
extern const struct route report_page, report_people, report_again, report_cancel;

#endif
