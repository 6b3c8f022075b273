#include "domain/document.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/permission.h"
#include "rule/file_kind.h"
#include "sql/bytes.h"
#include "sql/rows.h"
#include "xml/node.h"

const char *const document_kinds[] = { "medical", "examination", "letter", "decision", "consent", "agreement", "report", "cv", "other", NULL };

static bool
has_grade(const struct request *rq, const char *grade)
{
	return rq->grade != NULL && strcmp(rq->grade, grade) == 0;
}

/* A department's leader, but no colleague; whoever tries looks out sees nobody real. */
bool
document_secrets(const struct request *rq)
{
	return has_grade(rq, "own") || has_grade(rq, "deputy") || has_grade(rq, "team") || request_tries_out(rq) ||
	    (has_grade(rq, "department") && request_may(rq, MAY_LEAD));
}

bool
document_keeps(const struct request *rq)
{
	return has_grade(rq, "own") || has_grade(rq, "deputy") || (request_may(rq, MAY_LEAD) && (has_grade(rq, "department") || has_grade(rq, "team")));
}

static const char *
type_of(const char *media_type)
{
	const struct file_kind *kind;

	for (kind = file_kinds; kind->name != NULL; kind++)
		if (strcmp(kind->media_type, media_type) == 0)
			return kind->name;
	return "other";
}

void
document_finish(struct request *rq, xmlNode *document)
{
	const char *scan = node_get(document, "scan");

	node_set(document, "type", type_of(node_get(document, "media-type")));
	node_set_int(document, "kilobytes", (atoll(node_get(document, "size")) + 999) / 1000);
	if (strcmp(scan, "clean") == 0 || strcmp(scan, "not-asked") == 0)
		node_set(document, "file", request_href(rq, "/plan/documents/%s/file", node_get(document, "id")));
}

void
documents_add(struct request *rq, xmlNode *parent, long long course, long long intervention)
{
	xmlNode *document;

	rows_add(rq->db, parent, "case-document", "SELECT " DOCUMENT_COLUMNS
	    " FROM (SELECT ? AS uid, ? AS secrets, 0 AS keeps, 0 AS wrong, ? AS course, ? AS intervention) p JOIN document d ON d.course_id = p.course"
	    DOCUMENT_FROM " WHERE d.state = 'final' AND (p.intervention = 0 OR (d.intervention_id = p.intervention AND NOT " DOCUMENT_IS_SENSITIVE("d")
	    "   AND EXISTS (SELECT 1 FROM document FOR SYSTEM_TIME ALL now WHERE now.course_id = d.course_id AND now.id = d.id AND now.state = 'final'"
	    "    AND now.intervention_id = p.intervention AND now.ROW_END > CURRENT_TIMESTAMP(6))))"
	    " AND " DOCUMENT_SEEN("d") " ORDER BY d.received_on DESC, d.id DESC LIMIT 50",
	    ARGS(TEXT(rq->user->uid), INT(document_secrets(rq)), INT(course), INT(intervention)));
	for (document = node_child(parent, "case-document"); document != NULL; document = node_next(document, "case-document"))
		document_finish(rq, document);
}

struct gathered { char *bytes; size_t length, room; };

static void
gather(void *user, const void *bytes, size_t length)
{
	struct gathered *to = user;

	if (length <= to->room - to->length)
		memcpy(to->bytes + to->length, bytes, length);
	to->length += length;
}

void *
document_bytes(struct db *db, const void *owner, long long document, size_t length)
{
	struct gathered to = { talloc_array(owner, char, (unsigned)length + 1), 0, length };

	bytes_each(db, "SELECT bytes FROM document_part WHERE document_id = ? ORDER BY ordinal", ARGS(INT(document)), gather, &to);
	if (db_failed(db) == FAIL_NONE && to.length == length)
		return to.bytes;
	if (db_failed(db) == FAIL_NONE)
		db_fail(db, fail_log(FAIL_BROKEN, "document: %zu of %zu bytes are there", to.length, length));
	talloc_free(to.bytes);
	return NULL;
}
