/* Who can be chosen for a day. */
#include "plan/day.h"

#include <string.h>

#include "domain/choice.h"
#include "sql/rows.h"
#include "xml/labels.h"
#include "xml/node.h"

#define STAFF(roles) \
	"SELECT s.uid, CONCAT(s.name, COALESCE(CONCAT(' (', d.name, ')'), '')) FROM staff s LEFT JOIN department d ON d.id = s.department_id" \
	" WHERE s.active AND EXISTS (SELECT 1 FROM staff_role r WHERE r.uid = s.uid AND r.role IN (" roles "))" \
	" ORDER BY s.name, s.uid"

/* A team leader is a caseworker as well. */
#define ONE_PROFESSION "?, ?"
#define ANY_PROFESSION "'caseworker', 'team-leader', 'psychologist', 'physiotherapist', 'nurse', 'adviser'"

void
day_staff_choices(struct request *rq, xmlNode *field, const char *profession)
{
	if (profession == NULL)
		choices_add(rq, field, STAFF(ANY_PROFESSION), NO_ARGS);
	else
		choices_add(rq, field, STAFF(ONE_PROFESSION), ARGS(TEXT(profession),
		    TEXT(strcmp(profession, "caseworker") == 0 ? "team-leader" : profession)));
}

const char *
day_profession(struct request *rq, const char *uid)
{
	const char *found = rows_text(rq->db, rq, "SELECT IF(r.role = 'team-leader', 'caseworker', r.role) FROM staff_role r WHERE r.uid = ?"
	    " AND r.role IN ('psychologist', 'physiotherapist', 'nurse', 'caseworker', 'team-leader')"
	    " ORDER BY FIELD(r.role, 'psychologist', 'physiotherapist', 'nurse', 'caseworker', 'team-leader') LIMIT 1", ARGS(TEXT(uid)));

	return found == NULL ? "other" : found;
}

struct choosing { struct request *rq; xmlNode *field; };

static void
add_citizen_choice(void *user, const char *const *columns, size_t count)
{
	struct choosing *c = user;
	const char *interpreter = columns[2][0] == '0' ? NULL : labels_find(request_labels(c->rq), "assessed.interpreter");

	xmlNode *choice = node_add_text(c->field, "choice",
	    interpreter == NULL ? columns[1] : request_format(c->rq, "%s · %s", columns[1], interpreter));

	(void)count;
	node_set(choice, "value", columns[0]);
	node_set(choice, "citizen-id", columns[3]);
}

/* Who may be invited: one's own courses and those that one takes part in, with the department all of its; one's own first, and who has waited longest. */
void
day_citizen_choices(struct request *rq, xmlNode *field)
{
	const char *today = request_today(rq), *uid = rq->user->uid;
	struct choosing c = { rq, field };

	rows_each(rq->db, "SELECT c.id, CONCAT(z.name, ' (', DATE_FORMAT(z.birth_date, '%d-%m-%Y'), ')'), z.interpreter_needed, z.id"
	    " FROM course c JOIN citizen z ON z.id = c.citizen_id WHERE c.state IN ('assessed-risk', 'assessment') AND z.death_date IS NULL"
	    "  AND (c.caseworker_uid = ? OR c.department_id = ? OR EXISTS (SELECT 1 FROM course_contact k WHERE k.course_id = c.id AND k.uid = ?"
	    "   AND k.from_on <= ? AND (k.to_on IS NULL OR k.to_on > ?)))"
	    "  AND NOT EXISTS (SELECT 1 FROM assessment_citizen a JOIN assessment_day d ON d.id = a.day_id AND d.state = 'planned'"
	    "   WHERE a.course_id = c.id AND a.state = 'booked' AND d.held_on >= ?) ORDER BY c.caseworker_uid <> ?, c.state_since, c.id LIMIT 100",
	    ARGS(TEXT(uid), TEXT(request_wide(rq) & SUBJECT_WIDE_DEPARTMENT ? rq->user->department : NULL), TEXT(uid), TEXT(today), TEXT(today),
	    TEXT(today), TEXT(uid)), add_citizen_choice, &c);
}
