#include "domain/deadline.h"

#include "domain/deadline_by.h"

static struct deadline_hand
hand_of(struct request *rq)
{
	return (struct deadline_hand){ .db = rq->db, .owner = rq, .uid = rq->user->uid, .today = request_today(rq), .labels = request_labels(rq) };
}

void
deadline_open(struct request *rq, long long course, const char *kind, const char *due_on, const char *counts_from, const char *law)
{
	const struct deadline_hand by = hand_of(rq);

	deadline_open_by(&by, course, kind, due_on, counts_from, law);
}

void
deadline_end(struct request *rq, long long course, const char *kind, const char *as, const char *on, const char *reason)
{
	const struct deadline_hand by = hand_of(rq);

	deadline_end_by(&by, course, kind, as, on, reason);
}

bool
deadline_end_one(struct request *rq, long long course, long long id, const char *as, const char *on, const char *reason)
{
	const struct deadline_hand by = hand_of(rq);

	return deadline_end_one_by(&by, course, id, as, on, reason);
}

void
deadline_back(struct request *rq, long long course, const char *event, const char *on)
{
	const struct deadline_hand by = hand_of(rq);

	deadline_back_by(&by, course, event, on);
}

bool
deadline_follow(struct request *rq, long long course, const char *event, const char *on)
{
	const struct deadline_hand by = hand_of(rq);

	return deadline_follow_by(&by, course, event, on);
}

void
deadline_begin(struct request *rq, long long course)
{
	const struct deadline_hand by = hand_of(rq);

	deadline_begin_by(&by, course);
}

void
deadline_live(struct request *rq, long long course)
{
	const struct deadline_hand by = hand_of(rq);

	deadline_live_by(&by, course);
}

void
deadline_rest(struct request *rq, long long course, bool rests, const char *on)
{
	const struct deadline_hand by = hand_of(rq);

	deadline_rest_by(&by, course, rests, on);
}
