/* room_text.h - the texts that a conference itself keeps, and who is here: what the screen's form and its keeping share.  plan/ */
#ifndef SAMSPIL_PLAN_ROOM_TEXT_H
#define SAMSPIL_PLAN_ROOM_TEXT_H

#include "plan/room.h"

enum { ROOM_ATTENDEES_MAX = 40 };

/* The fields, which are the columns of conference in the same order. */
enum { ROOM_HELD_ON, ROOM_PRESENT, ROOM_ABSENCE, ROOM_WORDS, ROOM_CONCLUSION, ROOM_EXAMINATION, ROOM_EXAMINATION_ON, ROOM_REALISTIC,
    ROOM_MANAGEABLE, ROOM_TEXTS };
extern const char *const room_texts[ROOM_TEXTS];

/* The texts as they are now, and behind them their revision; false where there is no such conference, or the request failed. */
bool room_texts_now(struct request *rq, const char *out[ROOM_TEXTS + 1]);

/* The texts of a revision; out stays as it was where there is none. */
void room_texts_at(struct request *rq, long long revision, const char *out[ROOM_TEXTS]);

/* Both the same text, or both none. */
bool room_same(const char *a, const char *b);

/* How many are on the conference's list; the field that says whether its nth is here. */
long long room_attendees(struct request *rq);
const char *room_present_field(struct request *rq, long long n);

#endif
