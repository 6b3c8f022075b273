/*
 * questionnaires.h - what the pages for authors of questionnaires share.  admin/: may use all folders below.
 *
 * Nothing here is about a citizen: of screenings, surveys and their responses only how many there are.
 */
#ifndef SAMSPIL_ADMIN_QUESTIONNAIRES_H
#define SAMSPIL_ADMIN_QUESTIONNAIRES_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "domain/publishing.h"
#include "web/request.h"

/* The columns of a version, for pages about it and for lists; the table is q.  Around midnight UTC's day is near enough. */
#define QUESTIONNAIRE_COLUMNS \
	"SELECT q.id, q.code, q.version, q.title, q.state, q.audience, q.language, q.languages, q.revision," \
	" q.benefit_type AS 'benefit-type', b.title AS 'benefit-title', q.licence, q.legal_basis AS 'legal-basis'," \
	" q.created_at AS 'created-at', cr.name AS 'created-by-name', q.changed_at AS 'changed-at', ch.name AS 'changed-by-name'," \
	" q.published_at AS 'published-at', pu.name AS 'published-by-name', q.retired_at AS 'retired-at'," \
	" re.name AS 'retired-by-name'," \
	" (SELECT COUNT(*) FROM screening s WHERE s.questionnaire_id = q.id) AS screenings," \
	" (SELECT COUNT(*) FROM screening s WHERE s.questionnaire_id = q.id AND s.state IN ('invited', 'opened'))" \
	" + (SELECT COUNT(*) FROM survey v WHERE v.questionnaire_id = q.id AND v.ended_at IS NULL AND v.closes_on >= CURRENT_DATE) AS open," \
	" (SELECT NULLIF(COUNT(*), 0) FROM survey v WHERE v.questionnaire_id = q.id) AS surveys," \
	" (SELECT IF(COUNT(DISTINCT v.id) = 0, NULL, COUNT(r.id)) FROM survey v LEFT JOIN survey_response r ON r.survey_id = v.id AND r.sent" \
	"   WHERE v.questionnaire_id = q.id) AS responses"
#define QUESTIONNAIRE_FROM \
	" FROM questionnaire q LEFT JOIN benefit_type b ON b.code = q.benefit_type" \
	" LEFT JOIN staff cr ON cr.uid = q.created_by LEFT JOIN staff ch ON ch.uid = q.changed_by" \
	" LEFT JOIN staff pu ON pu.uid = q.published_by LEFT JOIN staff re ON re.uid = q.retired_by"

/* The grammar of questionnaires, read once a process.  NULL after a failure, which the request remembers. */
const struct schema *author_grammar(struct request *rq);

/* Each <questionnaire-version> below parent gets its address. */
void author_set_hrefs(struct request *rq, xmlNode *parent);

/*
 * Append the way back and <questionnaire-version id code version state ...> of the row that the path names: what a page about it
 * begins with.  NULL: there is none, and the request failed.
 */
xmlNode *author_add(struct request *rq, xmlNode *content);

/* Check a text; name is what reasons call it. */
void author_check(struct request *rq, const char *name, const char *text, struct checked *out);

/* The text of the row that the path names; NULL after a failure. */
const char *author_text(struct request *rq);

/* Append <check state="passed|refused"> <finding key line? .../>* </check>; false: it is refused. */
bool author_add_check(xmlNode *parent, const struct checked *checked);

/* Was the step done?  If not, the request fails as it should, with notice questionnaire-NAME. */
bool author_step(struct request *rq, enum publishing_step step);

#endif
