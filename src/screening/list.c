/*
 * /screening - the screenings of one's department and those that one issued oneself, narrowed by whose, state, questionnaire, waiting.
 *	<tabs/> <screenings> <form name="filter"/> <list name="screenings"> <invitation id citizen-id ... state [days] href/>* </list> </screenings>
 */
#include <string.h>

#include "base/date.h"
#include "domain/choice.h"
#include "domain/citizen.h"
#include "domain/permission.h"
#include "domain/screening.h"
#include "domain/subject.h"
#include "screening/pages.h"
#include "screening/survey.h"
#include "web/form.h"
#include "web/link.h"
#include "web/list.h"
#include "web/request.h"
#include "xml/node.h"

enum { STATES = 6, WAITING_MAX = 3650, NUMBER_MAX = 999999999 };

static const char *const whose[] = { "mine", "department", NULL };
static const char *const states[] = { "open", "invited", "opened", "submitted", "assessed", "expired", "revoked", NULL };

/* By its name, which is the same from version to version; its title is that of the newest. */
static void
questionnaire_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT q.code, q.title FROM questionnaire q WHERE q.state <> 'draft' AND q.audience = 'citizen' AND NOT EXISTS"
	    " (SELECT 1 FROM questionnaire l WHERE l.code = q.code AND l.state <> 'draft' AND l.version > q.version) ORDER BY q.title, q.code",
	    NO_ARGS);
}

static const struct field filter_fields[] = {
	{ "whose",         FIELD_CHOICE, .choices = whose },
	{ "state",         FIELD_CHOICE, .choices = states },
	{ "questionnaire", FIELD_CHOICE, .source = questionnaire_choices },
	{ "waiting",       FIELD_INTEGER, .min = 1, .max = WAITING_MAX },
	{ "number",        FIELD_INTEGER, .min = 1, .max = NUMBER_MAX },
	{ 0 }
};
static const char *const filter_submits[] = { "filter", NULL };
static const struct form filter_form = { .name = "filter", .fields = filter_fields, .submits = filter_submits, .get = true };

#define STATE SCREENING_STATE("s", "me.today")

/* What is open waits for the citizen since its issue, what was sent for us since then; what is decided or over waits for nobody. */
#define DAYS \
	"CASE WHEN " STATE " IN ('invited', 'opened') THEN DATEDIFF(me.today, s.issued_at)" \
	" WHEN s.state = 'submitted' THEN DATEDIFF(me.today, s.submitted_at) END"

/*
 * Arguments: uid and department (NULL: not asked for so), today, state, questionnaire, days; then the states of rows where the state
 * can be found, so that the index of states is used.
 */
#define VISIBLE \
	"  FROM (SELECT ? AS uid, ? AS department, CAST(? AS DATE) AS today, CAST(? AS CHAR(20)) COLLATE utf8mb4_danish_ci AS state," \
	"   CAST(? AS CHAR(40)) COLLATE utf8mb4_danish_ci AS questionnaire, ? AS waiting) me" \
	"  JOIN screening s ON s.state IN (?, ?, ?, ?, ?, ?) JOIN citizen z ON z.id = s.citizen_id" \
	" WHERE (z.department_id = me.department OR s.issued_by = me.uid)" \
	"   AND (me.state IS NULL OR me.state = " STATE " OR (me.state = 'open' AND " STATE " IN ('invited', 'opened')))" \
	"   AND (me.questionnaire IS NULL OR s.questionnaire_id IN (SELECT v.id FROM questionnaire v WHERE v.code = me.questionnaire))" \
	"   AND (me.waiting IS NULL OR " DAYS " >= me.waiting)"

#define ROWS \
	"SELECT s.id, z.id AS 'citizen-id', z.name AS citizen," \
	" (SELECT " CPR_MASKED("p.cpr") " FROM citizen_cpr p WHERE p.citizen_id = z.id) AS cpr," \
	" IF(z.protection_from <= me.today AND (z.protection_to IS NULL OR z.protection_to >= me.today), 'yes', NULL) AS protected," \
	" (SELECT q.title FROM questionnaire q WHERE q.id = s.questionnaire_id) AS questionnaire, " STATE " AS state," \
	" (SELECT i.name FROM staff i WHERE i.uid = s.issued_by) AS 'issued-by', s.issued_at AS 'issued-at'," \
	" s.expires_on AS 'expires-on', s.submitted_at AS 'submitted-at'," \
	" IF(" STATE " IN ('invited', 'opened') AND s.expires_on >= me.today, DATEDIFF(s.expires_on, me.today), NULL) AS 'days-left'," \
	" s.red, s.yellow, s.green, " DAYS " AS days" VISIBLE

static const struct list_sort sorts[] = {
	{ "-issued",  ROWS " ORDER BY s.issued_at DESC, s.id DESC LIMIT ? OFFSET ?" },
	{ "issued",   ROWS " ORDER BY s.issued_at, s.id LIMIT ? OFFSET ?" },
	{ "citizen",  ROWS " ORDER BY z.name, s.id LIMIT ? OFFSET ?" },
	{ "-citizen", ROWS " ORDER BY z.name DESC, s.id DESC LIMIT ? OFFSET ?" },
	{ "expires",  ROWS " ORDER BY COALESCE(s.submitted_at, s.expires_on), s.id LIMIT ? OFFSET ?" },
	{ "-expires", ROWS " ORDER BY COALESCE(s.submitted_at, s.expires_on) DESC, s.id DESC LIMIT ? OFFSET ?" },
	{ "waiting",  ROWS " ORDER BY days, s.id LIMIT ? OFFSET ?" },
	{ "-waiting", ROWS " ORDER BY days DESC, s.id LIMIT ? OFFSET ?" },
	{ 0 }
};

/* A word of ours that the address names; NULL where it names none, and for what is none. */
static const char *
wanted(const struct request *rq, const char *name, const char *const *words)
{
	const char *given = query_text(rq, name);

	for (; given != NULL && *words != NULL; words++)
		if (strcmp(*words, given) == 0)
			return *words;
	return NULL;
}

/* In which states rows stand that are shown as state. */
static void
stored_states(const char *state, struct value *out)
{
	static const char *const all[STATES] = { "invited", "opened", "submitted", "assessed", "expired", "revoked" };
	static const char *const open[STATES] = { "invited", "opened", "opened", "opened", "opened", "opened" };
	static const char *const expired[STATES] = { "invited", "opened", "expired", "expired", "expired", "expired" };
	size_t i;

	for (i = 0; i < STATES; i++)
		out[i] = TEXT(state == NULL ? all[i] : strcmp(state, "open") == 0 ? open[i] : strcmp(state, "expired") == 0 ? expired[i] : state);
}

/* The number that a questionnaire on paper bears leads to its screening; true: it does. */
static bool
found_by_number(struct request *rq)
{
	long long number = query_int(rq, "number", 0, 0, NUMBER_MAX);

	if (number == 0)
		return false;
	if (request_sees(rq, &subject_screening, number)) {
		see_other(rq, NULL, "/screening/%lld", number);
		return true;
	}
	notice_add(rq, "info", "screening-unknown");
	return false;
}

static void
list_get(struct request *rq, xmlNode *content)
{
	xmlNode *screenings, *list;
	const char *state = wanted(rq, "state", states), *of = wanted(rq, "whose", whose);
	long long waiting = query_int(rq, "waiting", 0, 0, WAITING_MAX);
	struct date today;
	struct value in[STATES];

	if (found_by_number(rq))
		return;
	date_today(&today);
	stored_states(state, in);
	survey_tabs_add(rq, content, "screenings");
	screenings = node_add(content, "screenings");
	form_add(rq, screenings, &filter_form, "/screening");
	list = list_add(rq, screenings, "screenings", "invitation", sorts, "SELECT COUNT(*)" VISIBLE,
	    ARGS(TEXT(of != NULL && strcmp(of, "department") == 0 ? NULL : rq->user->uid),
	    TEXT(of != NULL && strcmp(of, "mine") == 0 ? NULL : rq->user->department), TEXT(today.iso), TEXT(state),
	    TEXT(query_text(rq, "questionnaire")), waiting == 0 ? NOTHING : INT(waiting), in[0], in[1], in[2], in[3], in[4], in[5]));
	node_set(list, "state", state);
	link_rows(rq, list, "invitation", "id", "/screening");
}

const struct route screening_list = {
	.path = "/screening", .page = "screenings", .menu = "screening", .may = MAY_REGISTER, .get = list_get,
};
