#include "domain/course_event.h"

#include <string.h>

#include "domain/course.h"
#include "sql/day.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

/* Each asks about the course me.id on the day me.today. */
#define ME " FROM (SELECT ? AS id, CAST(? AS DATE) AS today) me"
#define COURSE ME " JOIN course c ON c.id = me.id"

#define SCREENED " s.citizen_id = c.citizen_id AND s.state IN ('submitted', 'assessed')"
static const char screening_sql[] = "SELECT 1" COURSE " WHERE c.screening_note IS NOT NULL OR EXISTS (SELECT 1 FROM screening s"
    " WHERE" SCREENED " AND (s.id = c.screening_id OR " DANISH_DAY("s.submitted_at") " >= c.opened_on))";

/* The latest assessment of the course, or of its screening. */
#define RISK \
	" JOIN risk_assessment r ON r.id = (SELECT MAX(k.id) FROM risk_assessment k WHERE k.course_id = c.id OR k.screening_id = c.screening_id)"
static const char risk_sql[] = "SELECT 1" COURSE RISK;
static const char low_sql[] = "SELECT 1" COURSE RISK " WHERE r.risk = 'low'";
static const char not_low_sql[] = "SELECT 1" COURSE RISK " WHERE r.risk IN ('moderate', 'high')";

static const char frame_sql[] = "SELECT 1" COURSE " WHERE c.frame_id IS NOT NULL";
static const char informed_sql[] = "SELECT 1" COURSE " WHERE c.informed_on <= me.today";

#define LATEST_CONFERENCE \
	" JOIN conference k ON k.course_id = me.id AND k.id = (SELECT MAX(l.id) FROM conference l WHERE l.course_id = me.id" \
	"  AND l.state IN ('held', 'concluded'))"
static const char conference_sql[] = "SELECT 1" ME LATEST_CONFERENCE;
/* Asked of one that was held; where none was, that is what is missing. */
static const char presence_sql[] = "SELECT 1" ME " LEFT" LATEST_CONFERENCE " WHERE k.id IS NULL OR k.citizen_present IN ('yes', 'phone') OR k.absence_reason IS NOT NULL";

#define NEWEST_PLAN \
	" JOIN plan p ON p.course_id = me.id AND p.version = (SELECT MAX(q.version) FROM plan q WHERE q.course_id = me.id)"
static const char plan_sql[] = "SELECT 1" ME NEWEST_PLAN " WHERE p.state = 'agreed' AND (p.agreement IN ('agreed', 'agreed-with-reservation')"
    "  OR (p.agreement = 'not-agreed' AND p.citizens_words IS NOT NULL AND p.approved_by IS NOT NULL)"
    "  OR (p.agreement = 'not-asked' AND p.not_asked_reason IS NOT NULL AND p.approved_by IS NOT NULL))";
static const char new_plan_sql[] = "SELECT 1" ME NEWEST_PLAN " WHERE p.state IN ('draft', 'presented')";
static const char ordered_sql[] = "SELECT 1" ME " JOIN intervention i ON i.course_id = me.id AND i.state IN ('ordered', 'accepted', 'running')"
    " LIMIT 1";

static const char recent_sql[] = "SELECT 1" COURSE " WHERE DATEDIFF(me.today, c.closed_on) <= 90";
_Static_assert(COURSE_REOPEN_DAYS == 90, "as recent_sql has it");

/* These have a row for each thing that is missing. */
static const char notes_sql[] = "SELECT w.profession" COURSE " LEFT JOIN course_frame f ON f.id = c.frame_id"
    " JOIN (SELECT 'caseworker' AS profession, 1 AS ordinal UNION VALUES ('psychologist', 2), ('physiotherapist', 3), ('nurse', 4),"
    "  ('other', 5)) w ON FIND_IN_SET(w.profession, f.professions) > 0"
    " WHERE NOT EXISTS (SELECT 1 FROM professional_note n WHERE n.course_id = c.id AND n.profession = w.profession AND n.state = 'signed')"
    "  AND NOT EXISTS (SELECT 1 FROM note_waiver v WHERE v.course_id = c.id AND v.profession = w.profession) ORDER BY w.ordinal";
static const char ends_sql[] = "SELECT i.title" ME " JOIN intervention i ON i.course_id = me.id AND i.state = 'running' AND i.ends_on IS NULL"
    " ORDER BY i.id";

/* holds: one row says that the guard holds; each: a row says what is missing, as attribute; neither: it is said, or who does it. */
static const struct { const char *holds, *each, *attribute, *tab; } checks[COURSE_GUARDS] = {
	[GUARD_SCREENING] = { .holds = screening_sql, .tab = "/status" },
	[GUARD_RISK] = { .holds = risk_sql, .tab = "/status" },
	[GUARD_LOW] = { .holds = low_sql, .tab = "/status" },
	[GUARD_NOT_LOW] = { .holds = not_low_sql, .tab = "/status" },
	[GUARD_FRAME] = { .holds = frame_sql, .tab = "/status" },
	[GUARD_INFORMED] = { .holds = informed_sql, .tab = "/status" },
	[GUARD_NOTES] = { .each = notes_sql, .attribute = "profession", .tab = "/notes" },
	[GUARD_CONFERENCE] = { .holds = conference_sql, .tab = "/conference" },
	[GUARD_PRESENCE] = { .holds = presence_sql, .tab = "/conference" },
	[GUARD_PLAN] = { .holds = plan_sql, .tab = "/plan" },
	[GUARD_ORDERED] = { .holds = ordered_sql, .tab = "/interventions" },
	[GUARD_NEW_PLAN] = { .holds = new_plan_sql, .tab = "/interventions" },
	[GUARD_REASON] = { .tab = "/status" },
	[GUARD_RETURN] = { .tab = "/status" },
	[GUARD_OUTCOME] = { .tab = "/status" },
	[GUARD_ENDS] = { .each = ends_sql, .attribute = "title", .tab = "/interventions" },
	[GUARD_LEADER] = { .tab = "/contacts" },
	[GUARD_RECENT] = { .holds = recent_sql, .tab = "/status" },
};

static const unsigned said_with_it = 1U << GUARD_REASON | 1U << GUARD_RETURN | 1U << GUARD_OUTCOME;

struct missing { struct request *rq; xmlNode *parent; long long course; enum course_guard guard; };

static xmlNode *
add_one(const struct missing *missing)
{
	xmlNode *node = node_add(missing->parent, "missing");

	node_set(node, "key", course_guard_key(missing->guard));
	node_set(node, "href", request_href(missing->rq, "/plan/%lld%s", missing->course, checks[missing->guard].tab));
	return node;
}

static void
add_each(void *user, const char *const *columns, size_t count)
{
	const struct missing *missing = user;

	(void)count;
	node_set(add_one(missing), checks[missing->guard].attribute, columns[0]);
}

static bool
is_said(enum course_guard guard, const struct course_said *said)
{
	if (guard == GUARD_REASON)
		return said->reason != NULL;
	return guard == GUARD_RETURN ? said->returns_on != NULL : said->outcome != NULL;
}

static bool
holds(struct request *rq, long long course, enum course_guard guard, const struct course_said *said)
{
	if (checks[guard].holds != NULL)
		return rows_int(rq->db, 0, checks[guard].holds, ARGS(INT(course), TEXT(request_today(rq)))) == 1;
	return guard == GUARD_LEADER ? course_leads(rq) : is_said(guard, said);
}

/* Append what is missing of these guards (parent NULL: nothing is drawn); how many that is. */
static size_t
add_missing(struct request *rq, xmlNode *parent, long long course, unsigned guards, const struct course_said *said)
{
	struct missing missing = { .rq = rq, .parent = parent, .course = course };
	size_t count = 0;
	int guard;

	for (guard = 0; guard < COURSE_GUARDS; guard++) {
		missing.guard = (enum course_guard)guard;
		if ((guards & 1U << guard) == 0)
			continue;
		if (checks[guard].each != NULL) {
			count += rows_each(rq->db, checks[guard].each, ARGS(INT(course), TEXT(request_today(rq))), add_each, &missing);
		} else if (!holds(rq, course, missing.guard, said)) {
			add_one(&missing);
			count++;
		}
	}
	return count;
}

void
course_missing_add(struct request *rq, xmlNode *parent, long long course, const char *state, enum course_event event)
{
	const struct course_rule *rule = course_rule_find(state, event);

	if (rule != NULL)
		add_missing(rq, parent, course, rule->guards & ~said_with_it, &(struct course_said){ .reason = NULL });
}

bool
course_ready(struct request *rq, long long course, const char *state, enum course_event event)
{
	const struct course_rule *rule = course_rule_find(state, event);

	return rule != NULL && add_missing(rq, NULL, course, rule->guards, &(struct course_said){ .reason = NULL }) == 0 &&
	    !request_failed(rq);
}

static void
move(struct request *rq, long long course, const struct course_rule *rule, const struct course_said *said)
{
	const char *closed_on = course_is_open(rule->to) ? NULL : request_today(rq);
	const char *outcome = rule->event == COURSE_CLOSE_LOW ? "low-risk" : said->outcome;

	exec(rq->db, "UPDATE course SET state = ?, state_reason = ?, returns_on = ?, outcome = ?, closed_on = ?, state_since = CURRENT_TIMESTAMP,"
	    " changed_by = ?, revision = revision + 1 WHERE id = ?",
	    ARGS(TEXT(rule->to), TEXT(said->reason), TEXT(said->returns_on), TEXT(outcome), TEXT(closed_on), TEXT(rq->user->uid), INT(course)));
}

bool
course_take_said(struct request *rq, long long course, const char *state, enum course_event event, const struct course_said *said)
{
	const struct course_rule *rule = course_rule_find(state, event);

	if (state == NULL || request_failed(rq))
		return false;
	if (rule == NULL)
		fail_request(rq, FAIL_INPUT, "course-state");
	else if (add_missing(rq, fail_more(rq), course, rule->guards, said) > 0)
		fail_request(rq, FAIL_INPUT, "course-lacks");
	else
		move(rq, course, rule, said);
	return !request_failed(rq);
}

bool
course_take(struct request *rq, long long course, const char *state, enum course_event event)
{
	return course_take_said(rq, course, state, event, &(struct course_said){ .reason = NULL });
}
