#include "rule/stop.h"

#include <string.h>

static const char *const causes[STOP_CAUSES] = {
	[STOP_NO_PROGRESS] = "no-progress", [STOP_DISTANCE] = "distance", [STOP_MISSED] = "missed", [STOP_LONGER] = "longer",
};

const char *
stop_cause_name(enum stop_cause cause)
{
	return causes[cause];
}

enum stop_cause
stop_cause_of(const char *name)
{
	enum stop_cause cause;

	for (cause = STOP_NO_PROGRESS; cause < STOP_CAUSES; cause++)
		if (name != NULL && strcmp(causes[cause], name) == 0)
			break;
	return cause;
}

static const struct progress_value *
given_by(const struct progress_round *round, bool citizen)
{
	const struct progress_value *value = citizen ? round->citizen : round->provider;

	return round->open && value != NULL && value->given ? value : NULL;
}

/* How much better b is than a. */
static int
better(const struct stop_goal *goal, int a, int b)
{
	return goal->higher_is_better ? b - a : a - b;
}

static bool
reached(const struct stop_goal *goal, int value)
{
	int best = goal->higher_is_better ? PROGRESSION_MAX : 0;

	return better(goal, goal->target < 0 ? best : goal->target, value) >= 0;
}

/* One person's last measurements, as many as the limit says; the latest at [0]. */
static size_t
last_values(const struct progress_round *rounds, size_t count, bool citizen, int after, const struct progress_value **out, size_t room)
{
	size_t found = 0;

	while (count-- > 0 && rounds[count].round > after && found < room)
		if (given_by(&rounds[count], citizen) != NULL)
			out[found++] = given_by(&rounds[count], citizen);
	return found;
}

enum { MEASUREMENTS_MAX = 20 };

static bool
no_progress_by(const struct stop_limits *limits, const struct stop_goal *goal, const struct progress_round *rounds, size_t count,
    bool citizen, int after, struct stop_finding *out)
{
	const struct progress_value *values[MEASUREMENTS_MAX];
	size_t want = (size_t)limits->no_progress, i;
	int first;

	if (want < 2 || want > MEASUREMENTS_MAX || last_values(rounds, count, citizen, after, values, want) < want)
		return false;
	first = values[want - 1]->value;
	if (goal->keeps && better(goal, first, values[0]->value) > -goal->noticeable)
		return false;
	for (i = 0; i + 1 < want && !goal->keeps; i++)
		if (better(goal, first, values[i]->value) >= goal->noticeable)
			return false;
	if (reached(goal, values[0]->value))
		return false;
	*out = (struct stop_finding){ .at_round = values[0]->round, .figure = limits->no_progress };
	return true;
}

bool
stop_no_progress(const struct stop_limits *limits, const struct stop_goal *goal, const struct progress_round *rounds, size_t count,
    int after, struct stop_finding *out)
{
	struct stop_finding of[2];
	bool found[2];
	int i;

	for (i = 0; i < 2; i++)
		found[i] = no_progress_by(limits, goal, rounds, count, i == 1, after, &of[i]);
	if (!found[0] && !found[1])
		return false;
	*out = found[0] && (!found[1] || of[0].at_round >= of[1].at_round) ? of[0] : of[1];
	return true;
}

bool
stop_distance(const struct stop_limits *limits, const struct progress_round *rounds, size_t count, int after, struct stop_finding *out)
{
	while (count-- > 0 && rounds[count].round > after) {
		const struct progress_value *a = given_by(&rounds[count], true), *b = given_by(&rounds[count], false);
		int apart;

		if (a == NULL || b == NULL)
			continue;
		apart = a->value > b->value ? a->value - b->value : b->value - a->value;
		if (apart < limits->distance)
			return false;
		*out = (struct stop_finding){ .at_round = rounds[count].round, .figure = apart };
		return true;
	}
	return false;
}

bool
stop_missed_rounds(const struct stop_limits *limits, const struct stop_missed *rounds, size_t count, int after, struct stop_finding *out)
{
	int citizen = 0, provider = 0, most;
	size_t i;

	for (i = 0; i < count; i++) {
		if (rounds[i].round <= after)
			continue;
		citizen = rounds[i].citizen ? citizen + 1 : 0;
		provider = rounds[i].provider ? provider + 1 : 0;
	}
	most = citizen > provider ? citizen : provider;
	if (most < limits->missed)
		return false;
	*out = (struct stop_finding){ .at_round = rounds[count - 1].round, .figure = most };
	return true;
}

bool
stop_longer(const struct stop_limits *limits, int usual_weeks, long days_run, int after, struct stop_finding *out)
{
	long long extra = (long long)usual_weeks * limits->longer_percent, again = STOP_LONGER_AGAIN_WEEKS * 100;
	long long limit = after == 0 ? (long long)usual_weeks * 100 + extra : (long long)after * 100 + (extra > again ? extra : again);

	if (usual_weeks <= 0 || (long long)days_run * 100 <= limit * 7)
		return false;
	*out = (struct stop_finding){ .at_round = (int)(days_run / 7), .figure = (int)(days_run / 7) };
	return true;
}
