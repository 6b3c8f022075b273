/*
 * room_state.c - how a conference begins and how it ends: its decisions become plan and interventions, the course goes on, and those whom it
 * concerns are told, all at once.  Where something has to be found out first and nothing was decided, the course waits for that, and for its
 * next conference.
 */
#include <stdlib.h>
#include <string.h>

#include "domain/course_event.h"
#include "domain/deadline.h"
#include "domain/draft.h"
#include "domain/message.h"
#include "plan/proposal.h"
#include "plan/room.h"
#include "sql/exec.h"
#include "sql/rows.h"

bool
room_is_dead(struct request *rq, const char *day)
{
	return rows_int(rq->db, 0, "SELECT 1 FROM citizen WHERE id = ? AND death_date < CAST(? AS DATE) + INTERVAL 1 DAY",
	    ARGS(INT(rq->citizen), TEXT(day))) == 1;
}

bool
room_open(struct request *rq, long long conference, const char *course_state)
{
	const char *state = rows_text(rq->db, rq, "SELECT state FROM conference WHERE course_id = ? AND id = ? FOR UPDATE",
	    ARGS(INT(rq->subject), INT(conference)));

	if (state == NULL || strcmp(state, "cancelled") == 0)
		fail_request(rq, state == NULL ? FAIL_MISSING : FAIL_INPUT, state == NULL ? "no-such-conference" : "conference-cancelled");
	else if (strcmp(course_state, "paused") == 0 || course_step(course_state) < course_step("assessment"))
		fail_request(rq, FAIL_INPUT, strcmp(course_state, "paused") == 0 ? "conference-paused" : "course-state");
	else if (room_is_dead(rq, request_today(rq)))
		fail_request(rq, FAIL_INPUT, "conference-dead");
	if (request_failed(rq) || strcmp(state, "planned") != 0)
		return !request_failed(rq);
	exec(rq->db, "UPDATE conference SET state = 'held', held_on = ?, changed_by = ?, revision = revision + 1 WHERE course_id = ? AND id = ?",
	    ARGS(TEXT(request_today(rq)), TEXT(rq->user->uid), INT(rq->subject), INT(conference)));
	room_invite(rq, rq->subject, conference);
	return true;
}

/* What stands in the conference now, after the form was kept. */
struct ending { const char *held_on, *present, *absence, *conclusion, *examination, *examination_on; long long decisions; };

static void
read_ending(struct request *rq, struct ending *out)
{
	const char *is[7];

	rows_one(rq->db, rq, is, 7, "SELECT k.held_on, k.citizen_present, k.absence_reason, k.conclusion, k.examination, k.examination_on,"
	    "  (SELECT COUNT(*) FROM conference_decision d WHERE d.conference_id = k.id)"
	    " FROM conference k WHERE k.course_id = ? AND k.id = ?", ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq))));
	*out = (struct ending){ is[0], is[1], is[2], is[3], is[4], is[5], is[6] == NULL ? 0 : atoll(is[6]) };
}

/* Each thing that is missing stands at its field. */
static bool
check_ending(struct request *rq, const struct ending *e)
{
	if (e->present == NULL)
		field_error(rq, "citizen-present", "required");
	else if (strcmp(e->present, "no") == 0 && e->absence == NULL)
		field_error(rq, "absence-reason", "required");
	if (e->decisions == 0 && e->conclusion == NULL && e->examination == NULL)
		field_error(rq, "conclusion", "nothing-decided");
	if (e->examination != NULL && e->examination_on == NULL)
		field_error(rq, "examination-on", "required");
	if (e->examination_on != NULL && e->examination == NULL)
		field_error(rq, "examination", "required");
	return !request_failed(rq);
}

/* Who was to run it may have left since. */
static bool
check_providers(struct request *rq)
{
	if (rows_int(rq->db, 0, "SELECT 1 FROM conference_decision d JOIN staff s ON s.uid = d.provider_uid WHERE d.course_id = ? AND d.conference_id = ?"
	    " AND NOT s.active LIMIT 1", ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq)))) != 0)
		fail_request(rq, FAIL_INPUT, "provider-left");
	return !request_failed(rq);
}

static void
propose_intervention(struct request *rq, long long plan, long long decision)
{
	const struct value course = INT(rq->subject), uid = TEXT(rq->user->uid), id = INT(decision);
	long long intervention = exec_insert(rq->db, "INSERT INTO intervention (course_id, plan_id, conference_id, catalogue_version_id, kind, track,"
	    " price, price_per, title, provider_uid, goal, focus_area_id, starts_on, ends_on, first_measurement_on, changed_by) SELECT d.course_id, me.plan,"
	    " d.conference_id, d.catalogue_version_id, v.kind, IF(v.tracks = '' OR v.tracks LIKE '%,%', NULL, v.tracks), v.price, v.price_per, d.title,"
	    " d.provider_uid, d.goal, d.focus_area_id, d.starts_on, d.ends_on, d.first_measurement_on, me.uid FROM (SELECT ? AS plan, ? AS uid) me"
	    " JOIN conference_decision d ON d.course_id = ? AND d.id = ? LEFT JOIN catalogue_version v ON v.id = d.catalogue_version_id", ARGS(INT(plan), uid, course, id));

	exec(rq->db, "UPDATE conference_decision SET intervention_id = ?, changed_by = ?, revision = revision + 1 WHERE course_id = ? AND id = ?",
	    ARGS(INT(intervention), uid, course, id));
	exec(rq->db, "UPDATE focus_area SET state = 'chosen', changed_by = ?, revision = revision + 1 WHERE course_id = ? AND state = 'open'"
	    " AND id = (SELECT d.focus_area_id FROM conference_decision d WHERE d.course_id = ? AND d.id = ?)", ARGS(uid, course, course, id));
}

static void
propose_all(struct request *rq)
{
	long long plan = plan_draft(rq);
	const char *const *decisions = rows_texts(rq->db, rq, "SELECT id FROM conference_decision WHERE course_id = ? AND conference_id = ? AND intervention_id IS NULL ORDER BY id",
	    ARGS(INT(rq->subject), INT(ROOM_CONFERENCE(rq)))), *const *one;

	for (one = decisions; *one != NULL; one++)
		propose_intervention(rq, plan, atoll(*one));
	if (*decisions != NULL)
		plan_ask_anew(rq, plan);
}

void
room_end_analysis(struct request *rq, const char *state)
{
	if (strcmp(state, "assessment") == 0 && course_take(rq, rq->subject, state, COURSE_PREPARE))
		state = "conference-ready";
	if (strcmp(state, "conference-ready") == 0)
		course_take(rq, rq->subject, state, COURSE_CONFER);
}

/* To planning, unless something has to be found out first; of a plan in force a new version is made. */
static void
move_course(struct request *rq, const char *state, const struct ending *e)
{
	if (e->decisions == 0 && e->examination != NULL)
		return;
	if (course_step(state) < course_step("planning"))
		room_end_analysis(rq, state);
	else if (e->decisions > 0 && strcmp(state, "planning") != 0)
		course_take(rq, rq->subject, state, COURSE_REPLAN);
}

/* The team reads what was decided; whoever is to run an intervention and is no part of the team learns that it is coming. */
static void
tell(struct request *rq)
{
	const struct value course = INT(rq->subject), conference = INT(ROOM_CONFERENCE(rq)), today = TEXT(request_today(rq));
	const char *const *team, *const *providers;

	team = rows_texts(rq->db, rq, "SELECT c.caseworker_uid FROM course c WHERE c.id = ?"
	    " UNION SELECT cc.uid FROM course_contact cc WHERE cc.course_id = ? AND cc.uid IS NOT NULL AND cc.from_on <= ? AND (cc.to_on IS NULL OR cc.to_on > ?)",
	    ARGS(course, course, today, today));
	providers = rows_texts(rq->db, rq, "SELECT DISTINCT d.provider_uid FROM conference_decision d JOIN course c ON c.id = d.course_id"
	    " WHERE d.course_id = ? AND d.conference_id = ? AND d.provider_uid <> c.caseworker_uid AND NOT EXISTS (SELECT 1 FROM course_contact cc"
	    "  WHERE cc.course_id = d.course_id AND cc.uid = d.provider_uid AND cc.from_on <= ? AND (cc.to_on IS NULL OR cc.to_on > ?))",
	    ARGS(course, conference, today, today));
	for (; *team != NULL; team++)
		message_send(rq, rq->subject, *team, "conference-concluded", NULL, room_path(rq));
	for (; *providers != NULL; providers++)
		message_send(rq, rq->subject, *providers, "intervention-proposed", NULL, "/plan/interventions");
}

void
room_conclude(struct request *rq, const struct room *room)
{
	struct ending e;

	if (room_is_dead(rq, request_today(rq))) {
		fail_request(rq, FAIL_INPUT, "conference-dead");
		return;
	}
	read_ending(rq, &e);
	if (e.decisions > 0 && strcmp(room->course_state, "paused") == 0) {
		fail_request(rq, FAIL_INPUT, "conference-paused");
		return;
	}
	if (!check_ending(rq, &e) || !check_providers(rq))
		return;
	if (e.decisions > 0)
		propose_all(rq);
	exec(rq->db, "UPDATE conference SET state = 'concluded', changed_by = ?, revision = revision + 1 WHERE course_id = ? AND id = ?",
	    ARGS(TEXT(rq->user->uid), INT(rq->subject), INT(ROOM_CONFERENCE(rq))));
	deadline_end(rq, rq->subject, "conference", "done", e.held_on, NULL);
	if (e.examination != NULL)
		deadline_open(rq, rq->subject, "examination", e.examination_on, e.held_on, NULL);
	if (e.decisions > 0)
		deadline_follow(rq, rq->subject, "conference-held", e.held_on);
	move_course(rq, room->course_state, &e);
	tell(rq);
	draft_drop(rq, room_path(rq));
	see_other(rq, "conference-concluded", "%s", room_path(rq));
}
