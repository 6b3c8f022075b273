#include "plan/documents.h"

#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "domain/choice.h"
#include "sql/bytes.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

void
document_provider_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT i.id, CONCAT(i.title, ': ', s.name) FROM intervention i JOIN staff s ON s.uid = i.provider_uid"
	    " WHERE i.course_id = ? AND (i.state IN ('ordered', 'accepted', 'running')"
	    "  OR EXISTS (SELECT 1 FROM document d WHERE d.course_id = i.course_id AND d.intervention_id = i.id)) ORDER BY i.title, i.id",
	    ARGS(INT(rq->subject)));
}

void
documents_tidy_form(xmlNode *form)
{
	if (node_child(form_part(form, "field", "document-provider"), "choice") == NULL)
		form_drop(form, "field", "document-provider");
}

const char *
document_check_received(struct request *rq, const char **value)
{
	const char *born = rows_text(rq->db, rq, "SELECT z.birth_date FROM course c JOIN citizen z ON z.id = c.citizen_id WHERE c.id = ?", ARGS(INT(rq->subject)));

	if (strcmp(*value, request_today(rq)) > 0)
		return "in-the-future";
	return strcmp(*value, "1900-01-01") < 0 ? "out-of-range" : born != NULL && strcmp(*value, born) < 0 ? "before-birth" : NULL;
}

bool
document_goes_together(struct request *rq)
{
	if (!field_check(rq, "sensitive") || field_text(rq, "document-provider") == NULL)
		return true;
	field_error(rq, "document-provider", "sensitive-to-nobody");
	return false;
}

/* A part fits a packet of every server. */
static void
store_parts(struct request *rq, long long document, const struct file *file)
{
	size_t at, n, ordinal = 0;

	for (at = 0; at < file->length; at += n) {
		n = file->length - at < BYTES_PART_MAX ? file->length - at : BYTES_PART_MAX;
		exec(rq->db, "INSERT INTO document_part (document_id, ordinal, bytes) VALUES (?, ?, ?)",
		    ARGS(INT(document), INT((long long)ordinal++), BYTES(file->bytes + at, n)));
	}
}

long long
document_store(struct request *rq, const struct taken *one, const char *state)
{
	const char *title = field_text(rq, "title") == NULL ? one->title : field_text(rq, "title");
	const char *provider = field_text(rq, "document-provider");
	long long id = exec_insert(rq->db, "INSERT INTO document (course_id, intervention_id, kind, title, file_name, media_type, size, sha256, source,"
	    "  received_on, journal_ref, is_sensitive, state, scan, scanned_at, uid, changed_by)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, IF(?, CURRENT_TIMESTAMP, NULL), ?, ?)",
	    ARGS(INT(rq->subject), TEXT(provider), FIELD(rq, "document-kind"), TEXT(title), TEXT(one->name), TEXT(one->kind->media_type),
	    INT((long long)one->file->length), TEXT(one->sha256), FIELD(rq, "source"), FIELD(rq, "received-on"), FIELD(rq, "journal-ref"),
	    INT(field_check(rq, "sensitive")), TEXT(state), TEXT(scan_word(one->scan)), INT(one->scan == SCAN_CLEAN), TEXT(rq->user->uid),
	    TEXT(rq->user->uid)));

	store_parts(rq, id, one->file);
	return id;
}
