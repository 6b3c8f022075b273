#include "domain/staff.h"

#include "domain/choice.h"
#include "sql/rows.h"

#define WITH_ROLE(roles) \
	"SELECT s.uid, CONCAT(s.name, COALESCE(CONCAT(' (', d.name, ')'), ''))" \
	" FROM staff s LEFT JOIN department d ON d.id = s.department_id" \
	" WHERE s.active AND EXISTS (SELECT 1 FROM staff_role r WHERE r.uid = s.uid AND r.role IN (" roles "))" \
	" ORDER BY s.name, s.uid"

void
staff_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, WITH_ROLE("'caseworker', 'team-leader', 'psychologist', 'physiotherapist', 'nurse', 'adviser',"
	    " 'provider'"), NO_ARGS);
}

void
staff_provider_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, WITH_ROLE("'provider'"), NO_ARGS);
}

const char *
staff_name(struct request *rq, const char *uid)
{
	const char *name = rows_text(rq->db, rq, "SELECT name FROM staff WHERE uid = ?", ARGS(TEXT(uid)));

	return name != NULL ? name : uid;
}
