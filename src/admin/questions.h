/* questions.h - the bank of questions by which progress is measured.  admin/: may use all folders below. */
#ifndef SAMSPIL_ADMIN_QUESTIONS_H
#define SAMSPIL_ADMIN_QUESTIONS_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

/* The columns of <bank-question>, of progress_question q. */
#define QUESTION_COLUMNS \
	"SELECT q.id, q.category, q.text, q.anchor_0 AS 'anchor-0', q.anchor_10 AS 'anchor-10', IF(q.higher_is_better, 'up', 'down') AS way," \
	"  q.state, q.version, q.valid_from AS 'valid-from', q.valid_to AS 'valid-to', d.name AS department, q.decided_reason AS 'refused-reason'," \
	"  s.name AS 'proposed-by-name', q.proposed_at AS 'proposed-at'," \
	"  (SELECT COUNT(DISTINCT g.intervention_id) FROM progress_goal g WHERE g.question_id = q.id) AS uses"
#define QUESTION_JOINS \
	" LEFT JOIN department d ON d.id = q.department_id LEFT JOIN staff s ON s.uid = q.proposed_by"

/* May the user write in the bank at all, and what belongs to that department (NULL: to all)?  A proposal that belongs to none may be anybody's. */
bool questions_may(const struct request *rq);
bool question_mine(const struct request *rq, const char *department, const char *state);

/* The way to the bank, above a page of it. */
void question_add_way(struct request *rq, xmlNode *content);

/* Append <alike id text category href/> for each published question that is worded much like text, but of that entry (0: none). */
void question_add_alike(struct request *rq, xmlNode *page, const char *text, long long entry);
bool question_has_alike(struct request *rq, const char *text, long long entry);

#endif
