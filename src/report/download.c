/* download.c - a report as a file. */
#include <string.h>
#include <talloc.h>

#include "domain/report/csv.h"
#include "domain/report/words.h"
#include "report/page.h"
#include "xml/node.h"

void
download(struct request *rq, const struct report_question *q, xmlNode *report, const char *kind)
{
	bool csv = strcmp(kind, "csv") == 0;
	const char *name = request_format(rq, "%s-%.7s-%.7s.%s", q->report->name, q->ask.from, q->ask.to, kind), *bytes;
	xmlDoc *doc;
	size_t length;

	report_words(report, request_labels(rq));
	if (csv) {
		bytes = csv_report(rq, request_labels(rq), report);
		respond_file(rq, "text/csv; charset=utf-8", name, bytes, strlen(bytes));
		return;
	}
	doc = xmlNewDoc(BAD_CAST "1.0");
	xmlDocSetRootElement(doc, xmlDocCopyNode(report, doc, 1));
	bytes = node_bytes(rq, doc, &length);
	xmlFreeDoc(doc);
	respond_file(rq, "application/xml; charset=utf-8", name, bytes, length);
}
