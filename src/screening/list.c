/*
 * /screening - the screenings of one's department and those that one issued oneself: ?state= one of screening_states.
 *	<screenings> <form name="filter"/> <list name="screenings"> <invitation id citizen-id ... state href/>* </list> </screenings>
 */
#include <string.h>

#include "base/date.h"
#include "domain/citizen.h"
#include "domain/permission.h"
#include "screening/pages.h"
#include "web/form.h"
#include "web/list.h"
#include "web/request.h"
#include "xml/node.h"


static const char *const states[] = { "open", "invited", "opened", "submitted", "assessed", "expired", "revoked", NULL };

static const struct field filter_fields[] = {
	{ "state", FIELD_CHOICE, .choices = states },
	{ 0 }
};
static const char *const filter_submits[] = { "filter", NULL };
static const struct form filter_form = { .name = "filter", .fields = filter_fields, .submits = filter_submits, .get = true };

/* What is open past its last day is expired, whoever has noticed. */
#define STATE "IF(s.state IN ('invited', 'opened') AND s.expires_on < me.today, 'expired', s.state)"

#define VISIBLE \
	"  FROM (SELECT ? AS uid, ? AS department, CAST(? AS DATE) AS today, CAST(? AS CHAR(20)) COLLATE utf8mb4_danish_ci AS state) me" \
	"  JOIN screening s JOIN citizen z ON z.id = s.citizen_id" \
	" WHERE (z.department_id = me.department OR s.issued_by = me.uid)" \
	"   AND (me.state IS NULL OR me.state = " STATE " OR (me.state = 'open' AND " STATE " IN ('invited', 'opened')))"

#define ROWS \
	"SELECT s.id, z.id AS 'citizen-id', z.name AS citizen," \
	" (SELECT " CPR_MASKED("p.cpr") " FROM citizen_cpr p WHERE p.citizen_id = z.id) AS cpr," \
	" IF(z.protection_from <= me.today AND (z.protection_to IS NULL OR z.protection_to >= me.today), 'yes', NULL) AS protected," \
	" (SELECT q.title FROM questionnaire q WHERE q.id = s.questionnaire_id) AS questionnaire, " STATE " AS state," \
	" (SELECT i.name FROM staff i WHERE i.uid = s.issued_by) AS 'issued-by', s.issued_at AS 'issued-at'," \
	" s.expires_on AS 'expires-on', s.submitted_at AS 'submitted-at'," \
	" IF(" STATE " IN ('invited', 'opened'), DATEDIFF(s.expires_on, me.today), NULL) AS 'days-left'," \
	" s.red, s.yellow, s.green" VISIBLE

static const struct list_sort sorts[] = {
	{ "-issued",  ROWS " ORDER BY s.issued_at DESC, s.id DESC LIMIT ? OFFSET ?" },
	{ "issued",   ROWS " ORDER BY s.issued_at, s.id LIMIT ? OFFSET ?" },
	{ "citizen",  ROWS " ORDER BY z.name, s.id LIMIT ? OFFSET ?" },
	{ "-citizen", ROWS " ORDER BY z.name DESC, s.id DESC LIMIT ? OFFSET ?" },
	{ "expires",  ROWS " ORDER BY COALESCE(s.submitted_at, s.expires_on), s.id LIMIT ? OFFSET ?" },
	{ "-expires", ROWS " ORDER BY COALESCE(s.submitted_at, s.expires_on) DESC, s.id DESC LIMIT ? OFFSET ?" },
	{ 0 }
};

/* A state of the list's own words; NULL for all, and for what is none. */
static const char *
wanted_state(const struct request *rq)
{
	const char *wanted = query_text(rq, "state");
	const char *const *state;

	for (state = states; wanted != NULL && *state != NULL; state++)
		if (strcmp(*state, wanted) == 0)
			return *state;
	return NULL;
}

static void
list_get(struct request *rq, xmlNode *content)
{
	xmlNode *screenings = node_add(content, "screenings"), *list, *row;
	struct date today;

	date_today(&today);
	form_add(rq, screenings, &filter_form, "/screening");
	list = list_add(rq, screenings, "screenings", "invitation", sorts, "SELECT COUNT(*)" VISIBLE,
	    ARGS(TEXT(rq->user->uid), TEXT(rq->user->department), TEXT(today.iso), TEXT(wanted_state(rq))));
	node_set(list, "state", wanted_state(rq));
	for (row = node_child(list, "invitation"); row != NULL; row = node_next(row, "invitation"))
		node_set(row, "href", request_href(rq, "/screening/%s", node_get(row, "id")));
}

const struct route screening_list = {
	.path = "/screening", .page = "screenings", .menu = "screening", .may = MAY_REGISTER, .get = list_get,
};
