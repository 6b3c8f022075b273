/* page.h - a report as its page shows it.  For samspil-report alone. */
#ifndef SAMSPIL_REPORT_PAGE_H
#define SAMSPIL_REPORT_PAGE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "domain/report/question.h"
#include "domain/report/run.h"
#include "web/request.h"

/*
 * May this user open the lists behind the numbers?  A leader may, where it is asked about the own department or one below it.  Who may not is told nothing
 * about few people.
 */
bool page_opens_lists(struct request *rq, const struct report_question *question);

/* Compute it now and keep it; where that takes too long, or one like it is being computed, let it be made.  false: neither could be, and the request says why. */
bool page_compute(struct request *rq, const struct report_question *question, xmlDoc **out, const char **data_at);

/* The report, of what was kept or made: without what may not be told, with its charts drawn.  tells_few: not as a file that goes out.  Frees doc. */
xmlNode *page_add(struct request *rq, xmlNode *content, const struct report_question *question, xmlDoc *doc, const char *data_at, bool tells_few);

/* Count a download or a list of this user; after too many of them the request is refused, and says when one may come again: false. */
bool page_count_taken(struct request *rq, const struct report_question *question, const char *what);

/* The answer is this report as a file of that kind, "csv" or "xml", with the tables that the page shows. */
void download(struct request *rq, const struct report_question *question, xmlNode *report, const char *kind);

#endif
