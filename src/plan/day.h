/* day.h - a day of analysis as a whole: who meets whom in which slot.  For the pages of samspil-plan alone. */
#ifndef SAMSPIL_PLAN_DAY_H
#define SAMSPIL_PLAN_DAY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "rule/rotation.h"
#include "web/request.h"

/* Source: our own assumptions: a conference of half an hour, from nine o'clock on the next working day. */
enum { DAY_ROWS_MAX = 40, DAY_TALKS_MAX = 400, DAY_CONFERENCE_MINUTES = 30 };
#define DAY_CONFERENCE_AT "09:00"

struct day_member { const char *uid, *name, *profession, *room; };
struct day_citizen {
	long long course, citizen;
	const char *name, *state;
	bool interpreter;
	bool guarded;	/* name and address are protected */
	bool hidden;	/* no concern of the user's: neither name nor talks are shown, and nothing is changed */
};
struct day_talk { long long id; int citizen, member, slot, slots; const char *state; };	/* citizen, member: where they stand in the day's own lists; -1: an earlier member */

/* Members and citizens by their ordinal; whose talks are off stay among them.  Texts are owned by the request. */
struct day {
	long long id, revision;
	const char *department, *state, *held_on, *starts_at, *place, *note, *conference_on, *conference_at;
	long slot_minutes, pause_minutes, break_after, break_minutes;	/* after break_after slots (0: never) the pause is break_minutes */
	bool whole;	/* the user sees all of it; else only the own citizens' part */
	bool paper;	/* to be drawn for paper, which lies about */
	struct day_member member[ROTATION_MEMBERS_MAX];
	struct day_citizen citizen[DAY_ROWS_MAX];
	struct day_talk talk[DAY_TALKS_MAX];
	size_t talks;
	int members, citizens, slots;	/* slots: up to the end of the last talk */
};

/* The request's day, owned by it; for a change locked until the transaction ends.  NULL when the request failed. */
struct day *day_load(struct request *rq, bool change);

/* As day_load for a change of one that goes on: a cancelled day fails the request (422, "day-cancelled"). */
struct day *day_change(struct request *rq);

/* ... and of one who sees the whole day: others are denied. */
struct day *day_change_whole(struct request *rq);

/* When a slot begins, or ends: in UTC, SQL's form; as Danish "09:45". */
void day_slot_utc(const struct day *day, int slot, bool end, char out[TIME_LENGTH]);
void day_slot_local(const struct day *day, int slot, bool end, char out[6]);

/* The slots in which no talk of so many may begin: the longer pause would cut it in two. */
rotation_busy day_never(const struct day *day, int slots);

/*
 * Is the day as it stands there possible?  Else its form's fields have errors: a date that is over or no working day, an hour that the clocks skip, a
 * conference before the day; a longer pause that is none or cuts a talk; an end after midnight.  The second needs the talks.
 */
void day_check_dates(struct request *rq, const struct day *day);
void day_check_length(struct request *rq, const struct day *day);

/* Was the form refused for a day off, so that it asks whether that is meant? */
bool day_asks_day_off(xmlNode *form);

/* The fields of a day's times and conference, as the form has them. */
void day_read_times(struct request *rq, struct day *day);

/* Has the day not come yet, so that nobody can have been there or stayed away?  Then the request fails ("day-to-come"). */
bool day_refuse_to_come(struct request *rq, const struct day *day);

/* Is the talk still to be, or was it? */
bool day_takes_place(const struct day_talk *talk);

/* The slots that a member, or a citizen, is taken in. */
rotation_busy day_busy_member(const struct day *day, int member);
rotation_busy day_busy_citizen(const struct day *day, int citizen);

/* The first talk that takes place between them, and any talk by its number; NULL: none. */
const struct day_talk *day_talk_of(const struct day *day, int citizen, int member);
const struct day_talk *day_talk_by_id(const struct day *day, long long id);
int day_citizen_of_course(const struct day *day, long long course);	/* -1: none */
bool day_has_member(const struct day *day, const char *uid);		/* of its team */

/* Days of one date are made, and filled, one after the other: a second request waits for the first one's gap, and is run again. */
void day_lock_date(struct request *rq, const char *held_on);

/* Changes, all within the request's transaction; the tables refuse what two people did at once (422, "slot-taken"). */
void day_book(struct request *rq, struct day *day, int citizen, int member, int slot);
void day_move(struct request *rq, const struct day *day, const struct day_talk *talk, int slot);
void day_swap(struct request *rq, const struct day *day, const struct day_talk *one, const struct day_talk *other);
void day_swap_citizens(struct request *rq, const struct day *day, int one, int other);
void day_hand_over(struct request *rq, const struct day *day, const struct day_talk *talk, const char *uid, const char *profession);
void day_call_off(struct request *rq, const struct day_talk *talk, const char *state, const char *by, const char *reason);
void day_set_state(struct request *rq, const struct day_talk *talk, const char *state);

/* A course that ends leaves the days to come: what is booked is off, by the municipality, and its slots are free.  Nobody is told. */
void day_leave(struct request *rq, long long course, const char *reason);

/* The slots of a talk are taken again; false, and the request fails ("slot-taken"), where somebody else has them. */
bool day_take(struct request *rq, long long day, long long talk, int slot, int slots, const char *uid, long long course);

/* Who talks with the citizen who stands there may see the course; one of the team, and all who do. */
void day_add_contact(struct request *rq, const struct day *day, int citizen, int member);
void day_add_contacts(struct request *rq, const struct day *day, int citizen);

/*
 * ... and who has no talk any more may not, if the day was why he could: uid (NULL: all of the team) in the course (0: in each of the day).  Who held
 * a talk, or has signed or begun a note, goes on.
 */
void day_end_contacts(struct request *rq, const struct day *day, const char *uid, long long course);

/* The caseworker of the citizen who stands there, and the team, are told; label message.KIND. */
void day_tell(struct request *rq, const struct day *day, int citizen, const char *kind, const char *reason);

/* ... all of them, once each. */
void day_tell_all(struct request *rq, const struct day *day, const char *kind, const char *text);

/* One of the team is told of another room, if it is another one. */
void day_tell_room(struct request *rq, const struct day *day, int member, const char *room);

/* When the conference of the citizen who stands there is to be; false: at no time.  It is planned, after the day. */
bool day_conference_utc(const struct day *day, int citizen, char out[TIME_LENGTH]);
void day_plan_conference(struct request *rq, const struct day *day, int citizen);

/*
 * Is somebody of the day at the same time in talks of another day?  The uid of a member (*course 0), or NULL and *course.  Both none: nobody is.
 */
const char *day_clash(struct request *rq, long long day, long long *course);

/* The slots in which somebody (uid, or NULL), or the course's citizen (or 0), is in talks of other days; as of now, behind day_lock_date. */
rotation_busy day_elsewhere(struct request *rq, const struct day *day, const char *uid, long long course);

/* The slots that have begun, or end after midnight: nothing new is booked in them. */
rotation_busy day_closed(struct request *rq, const struct day *day);

/* Choices: who can be in a team ("Pia Bevæg (Sundhedscenter)"), of one profession or (NULL) of any; who waits for a day. */
void day_staff_choices(struct request *rq, xmlNode *field, const char *profession);
void day_citizen_choices(struct request *rq, xmlNode *field);

/* The profession in which somebody talks with citizens; "other" where there is none. */
const char *day_profession(struct request *rq, const char *uid);

/* May the user change the day, or only the own citizens' part of it, or note what became of his own talks? */
bool day_planner(const struct request *rq, const struct day *day);
bool day_citizen_planner(const struct request *rq, const struct day *day, int citizen);

/* <assessment-day> with its grid under parent: days' pages begin with it.  NULL when the request failed. */
xmlNode *day_add(struct request *rq, xmlNode *parent, const struct day *day);

#endif
