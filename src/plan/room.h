/*
 * room.h - the conference's own screen, where citizen and team sit around a table: what its parts share.  plan/
 *
 * The whole screen is one form.  Whatever is pressed, all that was typed goes along and is kept; so nothing has to be saved before one goes on.
 */
#ifndef SAMSPIL_PLAN_ROOM_H
#define SAMSPIL_PLAN_ROOM_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/form.h"
#include "web/request.h"

/* The conference that the path names. */
#define ROOM_CONFERENCE(rq) ((rq)->ids[1])

/* The screen's form for those who are on the list of this conference: fields present-N. */
const struct form *room_form(struct request *rq);

/*
 * What stands in the form at first: what the user was typing when the page was lost, else the conference's texts, who is here, the intervention
 * that is being written.  In a form that came back because somebody else saved in between, what that one saved.
 */
void room_fill(struct request *rq, xmlNode *course, xmlNode *form);

/* The page's own path, under which what is typed is kept as a draft; and to keep it (submit "draft"). */
const char *room_path(struct request *rq);
void room_draft(struct request *rq);

/* What the user's draft says of a field; *is: it says something. */
const char *room_drafted(struct request *rq, const char *field, bool *is);

/*
 * A conference that is being held, locked with its course.  revision_now is what the form's texts are compared with.
 */
struct room { const char *course_state, *state; long long revision; };

/* Lock it.  False, and the request failed: the course is closed, or there is no such conference. */
bool room_lock(struct request *rq, struct room *out);

/*
 * Keep what was typed and who is here.  A text that two people changed is told, with both (409); one that only the other one changed stays as the
 * other one left it.  False when the request failed.
 */
bool room_keep(struct request *rq, struct room *room);

/* The columns of a <conference> in SQL, up to its WHERE (of k). */
#define CONFERENCE_COLUMNS \
	"SELECT k.id, k.state, k.planned_at AS 'planned-at', k.place, k.held_on AS 'held-on', k.citizen_present AS 'citizen-present'," \
	"  k.absence_reason AS 'absence-reason', k.examination_on AS 'examination-on', k.realistic, k.manageable, k.state_reason AS 'state-reason'," \
	"  k.changed_by AS 'by', s.name AS 'by-name', k.citizens_words AS 'citizens-words', k.conclusion, k.examination" \
	" FROM conference k LEFT JOIN staff s ON s.uid = k.changed_by"

/*
 * Open a planned conference of the request's course, which is locked in course_state: the citizen is here.  One that is open already, or over, stays
 * as it is.  False, and the request failed, where it cannot be held: it was cancelled, the course is paused or not analysed yet, the citizen
 * is dead.
 */
bool room_open(struct request *rq, long long conference, const char *course_state);

/* The first conference ends the analysis of the locked course, for which the notes must be there; later ones leave its state. */
void room_end_analysis(struct request *rq, const char *state);

/* Is the citizen dead on that day? */
bool room_is_dead(struct request *rq, const char *day);

/*
 * Check a day on which a conference was held, at its field held-on: not in the future, not before there was a course, nor after the citizen's death
 * (a notice).
 */
void room_check_held(struct request *rq, const char *day);

/* Check a day to come at its field: not before from, and at most two years ahead. */
void room_check_ahead(struct request *rq, const char *field, const char *day, const char *from);

/* Who is expected at a conference that begins: the caseworker, and who takes part in the course today. */
void room_invite(struct request *rq, long long course, long long conference);

/* Append <attendee n name role [uid] [present]/>* */
void room_add_attendees(struct request *rq, xmlNode *conference, long long id);

/*
 * Append, where there are any, <decision id title goal provider provider-name starts-on [ends-on] first-measurement-on [finding finding-title]
 * [version] [intervention href] x width measured-x/>* <months> <month number year x/>* </months>, places in per cent across.
 */
void room_add_decisions(struct request *rq, xmlNode *conference, long long id);

/*
 * An intervention that is being written: own words (own), a version of the catalogue (v17) or a decision that is changed (d5, and in the form
 * its revision: d5-1).  From the form where one was sent, else from the address (?write=), else from the draft.  kind 0: none.
 */
struct writing { char kind; long long id, revision; const char *text; };
struct writing room_writing(struct request *rq);
void room_fill_writing(struct request *rq, xmlNode *form);

/* The finding that one talks about: of the form, of the address (?finding=), else the first that nothing was decided about; 0: none. */
long long room_finding(struct request *rq);

/* Keep the intervention that is being written.  False when the request failed; true also where none is. */
bool room_write(struct request *rq);

/* Is the version chosen in this conference for another finding?  An intervention has one finding: it stays as it is. */
bool room_chosen_elsewhere(struct request *rq, long long version, long long finding);

/* Take a version of the catalogue as it stands; false where something is missing that a person must say first (not refused). */
bool room_take(struct request *rq, long long version, long long finding);

/* Take a decision back. */
void room_drop(struct request *rq, long long decision);

/* Decisions become plan and interventions, the course goes on, those whom it concerns are told. */
void room_conclude(struct request *rq, const struct room *room);

/* The next and the previous conference of the day, by their time alone: <turn/>. */
void room_add_turn(struct request *rq, xmlNode *course, const char *planned_at);

#endif
