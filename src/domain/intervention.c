#include "domain/intervention.h"

#include <stdlib.h>
#include <string.h>

#include "domain/course_event.h"
#include "domain/deadline.h"
#include "domain/measurement.h"
#include "domain/message.h"
#include "domain/permission.h"
#include "domain/place.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

/* An intervention as it stands now.  entry: of the catalogue, 0 for none. */
struct now { long long course, id, entry; const char *state, *title, *provider, *caseworker; bool waits; };

static bool
read_now(struct request *rq, long long course, long long intervention, struct now *out)
{
	enum { STATE, TITLE, PROVIDER, CASEWORKER, ENTRY, WAITS, COLUMNS };
	const char *is[COLUMNS];

	if (!rows_one(rq->db, rq, is, COLUMNS, "SELECT i.state, i.title, i.provider_uid, c.caseworker_uid, COALESCE(v.entry_id, 0),"
	    "  i.waits_since IS NOT NULL FROM intervention i JOIN course c ON c.id = i.course_id"
	    " LEFT JOIN catalogue_version v ON v.id = i.catalogue_version_id WHERE i.course_id = ? AND i.id = ?",
	    ARGS(INT(course), INT(intervention))))
		return false;
	*out = (struct now){ .course = course, .id = intervention, .entry = atoll(is[ENTRY]), .state = is[STATE], .title = is[TITLE],
	    .provider = is[PROVIDER], .caseworker = is[CASEWORKER], .waits = strcmp(is[WAITS], "1") == 0 };
	return true;
}

const char *
intervention_state_of(struct request *rq, long long course, long long intervention)
{
	return rows_text(rq->db, rq, "SELECT state FROM intervention WHERE course_id = ? AND id = ?", ARGS(INT(course), INT(intervention)));
}

/* Each asks about the intervention me.id on the day me.today. */
#define ME " FROM (SELECT ? AS id, CAST(? AS DATE) AS today) me JOIN intervention i ON i.id = me.id"

static const char course_sql[] = "SELECT 1" ME " JOIN course c ON c.id = i.course_id WHERE c.state IN ('planning', 'active')";
static const char alive_sql[] = "SELECT 1" ME " JOIN course c ON c.id = i.course_id JOIN citizen z ON z.id = c.citizen_id WHERE z.death_date IS NULL";
static const char plan_sql[] = "SELECT 1" ME " JOIN plan p ON p.course_id = i.course_id AND p.id = i.plan_id WHERE p.state = 'agreed'";
static const char goal_sql[] = "SELECT 1" ME " WHERE TRIM(i.goal) <> ''";
static const char provider_sql[] = "SELECT 1" ME " JOIN staff s ON s.uid = i.provider_uid WHERE s.active";
static const char ahead_sql[] = "SELECT 1" ME " WHERE i.ends_on IS NULL OR i.ends_on >= me.today";
static const char offered_sql[] = "SELECT 1" ME " LEFT JOIN catalogue_version v ON v.id = i.catalogue_version_id"
    " WHERE v.id IS NULL OR v.state = 'published'";

/* holds: one row says that the guard holds; none: it is said.  own: it is seen to where the intervention is changed. */
static const struct { const char *holds, *tab; bool own; } checks[INTERVENTION_GUARDS] = {
	[INTERVENTION_COURSE] = { .holds = course_sql, .tab = "/status" },
	[INTERVENTION_ALIVE] = { .holds = alive_sql, .tab = "/status" },
	[INTERVENTION_PLAN] = { .holds = plan_sql, .tab = "/plan" },
	[INTERVENTION_GOAL] = { .holds = goal_sql, .tab = "/interventions", .own = true },
	[INTERVENTION_PROVIDER] = { .holds = provider_sql, .tab = "/interventions", .own = true },
	[INTERVENTION_AHEAD] = { .holds = ahead_sql, .tab = "/interventions", .own = true },
	[INTERVENTION_OFFERED] = { .holds = offered_sql, .tab = "/interventions", .own = true },
	[INTERVENTION_REASON] = { .tab = "/interventions" },
	[INTERVENTION_DAY] = { .tab = "/interventions" },
	[INTERVENTION_FOLLOW_UP] = { .tab = "/interventions" },
};

const char *
intervention_first_day(struct request *rq, long long intervention)
{
	return rows_text(rq->db, rq, "SELECT GREATEST(c.opened_on, LEAST(COALESCE(i.ordered_on, c.opened_on), COALESCE(p.valid_from, p.agreed_on, i.ordered_on,"
	    " c.opened_on))) FROM intervention i JOIN course c ON c.id = i.course_id JOIN plan p ON p.id = i.plan_id WHERE i.id = ?",
	    ARGS(INT(intervention)));
}

/* Not to come, not before it began, and it not before it was wanted. */
static bool
day_holds(struct request *rq, const struct now *now, const char *on)
{
	const char *first = rows_text(rq->db, rq, "SELECT started_on FROM intervention WHERE id = ?", ARGS(INT(now->id)));

	if (first == NULL)
		first = intervention_first_day(rq, now->id);
	return on != NULL && strcmp(on, request_today(rq)) <= 0 && first != NULL && strcmp(first, on) <= 0;
}

static bool
holds(struct request *rq, const struct now *now, enum intervention_guard guard, const struct intervention_said *said)
{
	if (checks[guard].holds != NULL)
		return rows_int(rq->db, 0, checks[guard].holds, ARGS(INT(now->id), TEXT(request_today(rq)))) == 1;
	if (guard == INTERVENTION_DAY)
		return day_holds(rq, now, said->on);
	return guard == INTERVENTION_REASON ? said->reason != NULL : said->follow_up != NULL;
}

static void
add_one(struct request *rq, xmlNode *parent, const struct now *now, enum intervention_guard guard)
{
	xmlNode *node = node_add(parent, "missing");

	node_set_format(node, "key", "intervention-%s", intervention_guard_key(guard));
	if (strcmp(rq->user->uid, now->provider) == 0 && !request_may(rq, MAY_RUN_COURSE))
		node_set(node, "href", request_href(rq, "/plan/interventions/%lld", now->id));	/* not for the provider to see to */
	else if (checks[guard].own)
		node_set(node, "href", request_href(rq, "/plan/%lld/interventions/%lld", now->course, now->id));
	else
		node_set(node, "href", request_href(rq, "/plan/%lld%s", now->course, checks[guard].tab));
	node_set(node, "title", now->title);
}

/* Append what is missing of these guards (parent NULL: nothing is drawn); how many that is. */
static size_t
add_missing(struct request *rq, xmlNode *parent, const struct now *now, unsigned guards, const struct intervention_said *said)
{
	size_t count = 0;
	int guard;

	for (guard = 0; guard < INTERVENTION_GUARDS; guard++) {
		if ((guards & 1U << guard) == 0 || holds(rq, now, (enum intervention_guard)guard, said))
			continue;
		if (parent != NULL)
			add_one(rq, parent, now, (enum intervention_guard)guard);
		count++;
	}
	return count;
}

static const unsigned said_with_it = 1U << INTERVENTION_REASON | 1U << INTERVENTION_DAY | 1U << INTERVENTION_FOLLOW_UP;
static const unsigned place = 1U << INTERVENTION_PLACE;
static const struct intervention_said nothing = { .reason = NULL };

size_t
intervention_missing_add(struct request *rq, xmlNode *parent, long long course, long long intervention, enum intervention_event event)
{
	const struct intervention_rule *rule;
	struct now now;

	if (!read_now(rq, course, intervention, &now))
		return 0;
	rule = intervention_rule_find(now.state, event);
	return rule == NULL ? 0 : add_missing(rq, parent, &now, rule->guards & ~said_with_it & ~place, &nothing);
}

/* Whoever did not do it is told; of what was only proposed nobody knows. */
static void
tell(struct request *rq, const struct now *now, enum intervention_event event, const char *reason)
{
	const char *kind = request_format(rq, "intervention-%s", intervention_event_key(event));

	if (strcmp(now->state, "proposed") == 0 && event != INTERVENTION_ORDER)
		return;
	if (strcmp(rq->user->uid, now->provider) == 0)
		message_send_about(rq, now->course, now->id, now->caseworker, kind, reason,
		    request_format(rq, "/plan/%lld/interventions", now->course));
	else
		message_send_about(rq, now->course, now->id, now->provider, kind, reason, request_format(rq, "/plan/interventions/%lld", now->id));
}

/* The next state, with what was said of it; days that were known stay. */
static void
move(struct request *rq, const struct now *now, const struct intervention_rule *rule, const struct intervention_said *said)
{
	bool ordered = rule->event == INTERVENTION_ORDER, started = rule->event == INTERVENTION_START;
	bool ran = rule->event == INTERVENTION_COMPLETE || rule->event == INTERVENTION_STOP;
	bool ended = rule->event == INTERVENTION_DECLINE || rule->event == INTERVENTION_WITHDRAW;
	const char *ended_on = ran ? said->on : ended ? request_today(rq) : NULL;

	exec(rq->db, "UPDATE intervention SET state = ?, waits_since = NULL, ordered_on = COALESCE(?, ordered_on), started_on = COALESCE(?, started_on),"
	    " ended_on = COALESCE(ended_on, ?), end_told_on = COALESCE(end_told_on, ?), state_reason = ?, follow_up = ?, result = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ?", ARGS(TEXT(rule->to), TEXT(ordered ? request_today(rq) : NULL), TEXT(started ? said->on : NULL),
	    TEXT(ended_on), TEXT(ended_on == NULL ? NULL : request_today(rq)), TEXT(said->reason), TEXT(said->follow_up), TEXT(said->result), TEXT(rq->user->uid), INT(now->course),
	    INT(now->id)));
}

/* On the list, where it is not yet: in the order in which they got their turn. */
static void
wait_for_place(struct request *rq, const struct now *now)
{
	if (!now->waits)
		exec(rq->db, "UPDATE intervention SET waits_since = CURRENT_TIMESTAMP(6), changed_by = ?, revision = revision + 1"
		    " WHERE course_id = ? AND id = ?", ARGS(TEXT(rq->user->uid), INT(now->course), INT(now->id)));
}

/* Move it, and give its place, or its turn for one, to who is next. */
static void
leave_place(struct request *rq, const struct now *now, const struct intervention_rule *rule, const struct intervention_said *said)
{
	bool gives = now->entry != 0 && intervention_holds_place(now->state) && !intervention_holds_place(rule->to);
	long long free = now->waits ? place_free(rq, now->entry) : 0;
	bool had_turn = now->waits && place_in_line(rq, now->entry, now->id) <= free;

	move(rq, now, rule, said);
	if (gives || had_turn)
		place_tell(rq, now->entry, place_free(rq, now->entry));
}

/* Nothing of an intervention that has ended, or (0) of a whole course, waits for a decision or for the citizen. */
static void
end_waiting(struct request *rq, long long course, long long intervention)
{
	const struct value of = INT(course), id = intervention == 0 ? NOTHING : INT(intervention);

	exec(rq->db, "UPDATE stop_task SET answer = 'ended', answered_by = ?, answered_on = ?, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND intervention_id = COALESCE(?, intervention_id) AND answered_on IS NULL",
	    ARGS(TEXT(rq->user->uid), TEXT(request_today(rq)), TEXT(rq->user->uid), of, id));
	exec(rq->db, "UPDATE access_code k JOIN intervention i ON i.id = k.intervention_id SET k.revoked_at = CURRENT_TIMESTAMP, k.shown_once = NULL"
	    " WHERE i.course_id = ? AND i.id = COALESCE(?, i.id) AND k.revoked_at IS NULL", ARGS(of, id));
}

static void
end_with_it(struct request *rq, const struct now *now, const char *on)
{
	end_waiting(rq, now->course, now->id);
	measurement_first_end(rq, now->course, "cancelled", on);
}

static void
follow(struct request *rq, const struct now *now, const struct intervention_rule *rule, const struct intervention_said *said)
{
	if (rule->event == INTERVENTION_ORDER && now->entry != 0 && place_in_line(rq, now->entry, now->id) > place_free(rq, now->entry)) {
		wait_for_place(rq, now);
		return;
	}
	leave_place(rq, now, rule, said);
	if (rule->event == INTERVENTION_START)
		measurement_begin(rq, now->course, now->id);
	if (rule->event == INTERVENTION_COMPLETE || rule->event == INTERVENTION_STOP)
		end_with_it(rq, now, said->on);
	else if (rule->event == INTERVENTION_WITHDRAW && strcmp(now->state, "accepted") == 0)
		end_with_it(rq, now, request_today(rq));
	tell(rq, now, rule->event, said->reason);
}

/* What the rule asks for, of one that has it: true, or the request fails. */
static bool
check(struct request *rq, const struct now *now, const struct intervention_rule *rule, const struct intervention_said *said)
{
	if (rule == NULL)
		fail_request(rq, FAIL_INPUT, "intervention-state");
	else if (add_missing(rq, fail_more(rq), now, rule->guards & ~place, said) > 0)
		fail_request(rq, FAIL_INPUT, "intervention-lacks");
	return !request_failed(rq);
}

bool
intervention_take(struct request *rq, long long course, long long intervention, enum intervention_event event,
    const struct intervention_said *said)
{
	const struct intervention_rule *rule;
	struct now now;

	if (request_failed(rq))
		return false;
	if (!read_now(rq, course, intervention, &now)) {
		fail_request(rq, FAIL_MISSING, "no-such-intervention");
		return false;
	}
	rule = intervention_rule_find(now.state, event);
	if (rule != NULL && now.entry != 0)
		place_turn(rq, now.entry);
	if (check(rq, &now, rule, said))
		follow(rq, &now, rule, said);
	return !request_failed(rq);
}

bool
intervention_replace(struct request *rq, long long course, long long earlier, long long later, const struct intervention_said *said)
{
	const struct intervention_said ending = { .reason = said->reason, .on = request_today(rq) };
	const struct intervention_rule *order, *end;
	struct now was, now;

	if (request_failed(rq) || !read_now(rq, course, earlier, &was) || !read_now(rq, course, later, &now)) {
		fail_request(rq, FAIL_MISSING, "no-such-intervention");
		return false;
	}
	if (was.entry == 0 || was.entry != now.entry || !intervention_holds_place(was.state)) {
		if (strcmp(was.state, "declined") != 0 && !intervention_take(rq, course, earlier, strcmp(was.state, "running") == 0 ?
		    INTERVENTION_STOP : INTERVENTION_WITHDRAW, &ending))
			return false;
		return intervention_take(rq, course, later, INTERVENTION_ORDER, &nothing);
	}
	place_turn(rq, now.entry);
	end = intervention_rule_find(was.state, strcmp(was.state, "running") == 0 ? INTERVENTION_STOP : INTERVENTION_WITHDRAW);
	order = intervention_rule_find(now.state, INTERVENTION_ORDER);
	if (!check(rq, &was, end, &ending) || !check(rq, &now, order, &nothing))
		return false;
	move(rq, &was, end, &ending);
	if (end->event == INTERVENTION_STOP)
		end_with_it(rq, &was, ending.on);
	tell(rq, &was, end->event, said->reason);
	move(rq, &now, order, &nothing);
	tell(rq, &now, INTERVENTION_ORDER, NULL);
	return !request_failed(rq);
}

void
intervention_end_all(struct request *rq, long long course, const char *reason)
{
	const struct intervention_said said = { .reason = reason };
	const char *const *id = rows_texts(rq->db, rq, "SELECT i.id FROM intervention i LEFT JOIN catalogue_version v"
	    " ON v.id = i.catalogue_version_id WHERE i.course_id = ? AND i.state IN ('proposed', 'ordered', 'accepted') ORDER BY v.entry_id, i.id",
	    ARGS(INT(course)));
	struct now now;

	for (; *id != NULL; id++) {
		if (!read_now(rq, course, atoll(*id), &now))
			continue;
		if (now.entry != 0)
			place_turn(rq, now.entry);
		leave_place(rq, &now, intervention_rule_find(now.state, INTERVENTION_WITHDRAW), &said);
	}
	end_waiting(rq, course, 0);
}

void
intervention_course_goes_on(struct request *rq, long long course, const char *state)
{
	if (strcmp(state, "planning") == 0 && course_ready(rq, course, state, COURSE_AGREE))
		course_take(rq, course, state, COURSE_AGREE);
}
