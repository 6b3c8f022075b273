/*
 * document.h - documents of a course: who may see which of them, and how they are told.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * A draft is seen by who wrote it and by who keeps the course's documents; one that was filed never changes, and is marked as wrong where it is.
 * What is sensitive now is shown to caseworker, team and leader alone, also as it was before it was marked so; what is wrong now, likewise, to who
 * filed it and who keeps the documents.
 */
#ifndef SAMSPIL_DOMAIN_DOCUMENT_H
#define SAMSPIL_DOMAIN_DOCUMENT_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

/* Keys of what a document is, label document-kind.KEY; ends with NULL.  Our own list. */
extern const char *const document_kinds[];

/* May the user see what is sensitive among the documents of the course that the request is about?  By the relation that gave access. */
bool document_secrets(const struct request *rq);

/* ... mark as wrong, give to a provider, and see drafts and wrong ones of others: caseworker, deputy, leader. */
bool document_keeps(const struct request *rq);

/*
 * SQL: may p see document d?  p is a row of uid, secrets, keeps (the two above, 0 or 1) and wrong (are wrong ones wanted).
 */
#define DOCUMENT_IS_SENSITIVE(d) \
	"(" d ".is_sensitive OR EXISTS (SELECT 1 FROM document FOR SYSTEM_TIME ALL now WHERE now.course_id = " d ".course_id AND now.id = " d ".id" \
	" AND now.is_sensitive AND now.ROW_END > CURRENT_TIMESTAMP(6)))"
#define DOCUMENT_IS_WRONG(d) \
	"(" d ".state = 'wrong' OR EXISTS (SELECT 1 FROM document FOR SYSTEM_TIME ALL now WHERE now.course_id = " d ".course_id AND now.id = " d ".id" \
	" AND now.state = 'wrong' AND now.ROW_END > CURRENT_TIMESTAMP(6)))"
#define DOCUMENT_SEEN(d) \
	"(p.secrets OR NOT " DOCUMENT_IS_SENSITIVE(d) ") AND (" d ".state <> 'draft' OR " d ".uid = p.uid OR p.keeps)" \
	" AND (" d ".state <> 'wrong' OR p.wrong) AND (NOT " DOCUMENT_IS_WRONG(d) " OR " d ".uid = p.uid OR p.keeps)"

/* The columns of one, d, in a row <case-document>; by the name of who filed it. */
#define DOCUMENT_COLUMNS \
	"d.id, d.kind, d.title, d.file_name AS 'file-name', d.media_type AS 'media-type', d.size, d.source, d.received_on AS 'received-on'," \
	" d.journal_ref AS 'journal-ref', IF(d.is_sensitive, 'yes', NULL) AS 'sensitive', d.state, d.state_reason AS 'state-reason', d.scan," \
	" d.scan_found AS 'scan-found', d.created_at AS at, s.name AS 'by-name', i.title AS intervention"
#define DOCUMENT_FROM " JOIN staff s ON s.uid = d.uid LEFT JOIN intervention i ON i.id = d.intervention_id"

/*
 * What such a row, made by rows_add, needs besides: type (pdf, docx ...: label file-kind.KEY), kilobytes, and file, where its bytes are, unless they wait
 * for clamd or are infected.
 */
void document_finish(struct request *rq, xmlNode *document);

/*
 * Those that are filed and that the user may see, the newest first, at most 50: of an intervention, as its provider sees them (also at a moment of the
 * past those alone that are his today), or (0) of the course:
 *	<case-document id kind title file-name media-type type size kilobytes [source] received-on [journal-ref] [sensitive] state scan at by-name [intervention]
 *	    [file]/>*
 */
void documents_add(struct request *rq, xmlNode *parent, long long course, long long intervention);

/*
 * The bytes of one, in one piece owned by owner; length as its row says.  NULL after a failure, which db remembers (FAIL_BROKEN, logged: parts are
 * missing).
 */
void *document_bytes(struct db *db, const void *owner, long long document, size_t length);

#endif
