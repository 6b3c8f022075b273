/* ask.h - what somebody asks of a report: its filters as a form, read and checked.  For samspil-report alone. */
#ifndef SAMSPIL_REPORT_ASK_H
#define SAMSPIL_REPORT_ASK_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "domain/report/question.h"
#include "web/request.h"

/* The report that the path names; never NULL on a route of a report. */
const struct report *ask_report(struct request *rq);

/*
 * Append the form of the report's filters to content, with what was asked; read it into out, owned by the request.  false: something in it cannot be, and
 * the form says so.
 */
bool ask_read(struct request *rq, xmlNode *content, struct report_question *out);

/* The same question again, as the end of an address: "from=01-2026&to=03-2026". */
const char *ask_address(struct request *rq, const struct report_question *question);

/* What was asked, in words that are data: attributes and <report-own> of <report>.  content holds the form that ask_read made. */
void ask_describe(struct request *rq, xmlNode *content, xmlNode *report, const struct report_question *question);

#endif
