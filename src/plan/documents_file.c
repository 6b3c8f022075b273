/*
 * /plan/documents/:id/file - a document's bytes, always saved, never shown: the guard's row says who fetched which.
 * Refused while it waits for clamd ("document-waiting") and when it is infected ("document-infected").  There is none of the past: what was open
 * then may be closed today.
 */
#include <stdlib.h>
#include <string.h>

#include "base/scan.h"
#include "domain/document.h"
#include "domain/subject.h"
#include "plan/pages.h"
#include "sql/rows.h"
#include "web/request.h"

struct stored { const char *name, *type, *size, *state, *sensitive, *scan, *uid; };

static bool
may_have(const struct request *rq, const struct stored *is)
{
	bool own = strcmp(is->uid, rq->user->uid) == 0;

	if (is->sensitive[0] != '0' && !document_secrets(rq))
		return false;
	return strcmp(is->state, "final") == 0 || own || document_keeps(rq);
}

static void
file_get(struct request *rq, xmlNode *content)
{
	const char *is[7];
	struct stored stored;
	void *bytes;

	(void)content;
	if (rq->as_of != NULL) {
		rq->as_of = rq->as_of_given = NULL;
		fail_request(rq, FAIL_MALFORMED, "no-as-of");
		return;
	}
	if (!rows_one(rq->db, rq, is, 7, "SELECT file_name, media_type, size, state, is_sensitive, scan, uid FROM document WHERE id = ?",
	    ARGS(INT(rq->subject)))) {
		fail_request(rq, FAIL_MISSING, "no-such-document");
		return;
	}
	stored = (struct stored){ is[0], is[1], is[2], is[3], is[4], is[5], is[6] };
	if (!may_have(rq, &stored)) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	if (strcmp(stored.scan, "waiting") == 0 || strcmp(stored.scan, "infected") == 0) {
		fail_request(rq, FAIL_DENIED, strcmp(stored.scan, "waiting") == 0 ? "document-waiting" : "document-infected");
		return;
	}
	bytes = document_bytes(rq->db, rq, rq->subject, (size_t)atoll(stored.size));
	if (bytes != NULL)
		respond_file(rq, stored.type, stored.name, bytes, (size_t)atoll(stored.size));
}

const struct route plan_document_file = {
	.path = "/plan/documents/:id/file", .page = "documents-file", .subject = &subject_document, .menu = "courses", .get = file_get,
};
