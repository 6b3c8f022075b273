/* plans.c - success criteria, counted: plans.h. */
#include "domain/report/plans.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/report/plans_sql.h"
#include "rule/survival.h"
#include "sql/exec.h"
#include "sql/rows.h"

/* How long it lasted for one cohort; name "p" and a plan, or "b" and a baseline. */
struct cohort { const char *name; struct lasted *of; size_t n; };
struct cohorts { const void *owner; struct cohort *of; size_t count; };
struct reading { const void *owner; struct plan_criteria *all; struct baseline { const char *id, *mean; } *baselines; };

static const char *
keep(const void *owner, const char *text)
{
	return text == NULL ? NULL : talloc_strdup(owner, text);
}

static long long
number(const char *text)
{
	return text == NULL ? 0 : atoll(text);
}

static enum criterion_state
state_named(const char *name)
{
	enum criterion_state state;

	for (state = CRITERION_REACHED; state > CRITERION_UNKNOWN; state--)
		if (name != NULL && strcmp(name, criterion_state_name(state)) == 0)
			break;
	return state;
}

static void
take_criterion(void *user, const char *const *columns, size_t count)
{
	enum { PLAN, TITLE, ID, WORDS, METRIC, UNIT, THRESHOLD, PARTLY, MEAN, BASELINE, ENTRIES, IMPLEMENTED, JUDGED, QUARTER };
	struct reading *r = user;
	struct plan_criterion *c;
	size_t n = r->all->count++;

	(void)count;
	r->all->of = talloc_realloc(r->owner, r->all->of, struct plan_criterion, (unsigned)n + 1);
	r->baselines = talloc_realloc(r->owner, r->baselines, struct baseline, (unsigned)n + 1);
	r->baselines[n] = (struct baseline){ keep(r->owner, columns[BASELINE]), keep(r->owner, columns[MEAN]) };
	c = &r->all->of[n];
	*c = (struct plan_criterion){ .plan = keep(r->owner, columns[PLAN]), .title = keep(r->owner, columns[TITLE]), .id = keep(r->owner, columns[ID]),
	    .text = keep(r->owner, columns[WORDS]), .metric = keep(r->owner, columns[METRIC]), .quarter = keep(r->owner, columns[QUARTER]),
	    .rule = { CRITERION_SHARE, (long)number(columns[THRESHOLD]), columns[PARTLY] == NULL ? CRITERION_NEVER_PARTLY : atol(columns[PARTLY]) },
	    .state = state_named(columns[JUDGED]) };
	criterion_unit_named(columns[UNIT], &c->rule.unit);
	if (strcmp(c->metric, "implemented") == 0)
		c->counts = (struct criterion_counts){ .numerator = number(columns[IMPLEMENTED]), .denominator = number(columns[ENTRIES]) };
}

static void
take_answers(void *user, const char *const *columns, size_t count)
{
	enum { PLAN, PERSONS, ANSWERED, BETTER, FELT };
	struct plan_criteria *all = ((struct reading *)user)->all;
	size_t i;

	(void)count;
	for (i = 0; i < all->count; i++) {
		struct plan_criterion *c = &all->of[i];
		bool better = strcmp(c->metric, "better-function") == 0;

		if (strcmp(c->plan, columns[PLAN]) != 0 || (!better && strcmp(c->metric, "felt-effect") != 0))
			continue;
		c->persons = number(columns[PERSONS]);
		c->counts = (struct criterion_counts){ .numerator = number(columns[better ? BETTER : FELT]), .denominator = number(columns[ANSWERED]) };
		c->missing = c->persons - c->counts.denominator;
	}
}

static void
take_work(void *user, const char *const *columns, size_t count)
{
	enum { PLAN, EARLY, KNOWN, BEFORE, AFTER, PERSONS };
	struct plan_criteria *all = ((struct reading *)user)->all;
	size_t i;

	(void)count;
	for (i = 0; i < all->count; i++) {
		struct plan_criterion *c = &all->of[i];
		const long long known = number(columns[KNOWN]);

		if (strcmp(c->plan, columns[PLAN]) != 0 || strcmp(c->metric, "job-or-education") != 0)
			continue;
		c->persons = number(columns[PERSONS]);
		c->early = number(columns[EARLY]);
		c->missing = c->persons - c->early - known;
		c->counts = (struct criterion_counts){ number(columns[AFTER]), known, number(columns[BEFORE]), known };
	}
}

static void
take_lasted(void *user, const char *const *columns, size_t count)
{
	struct cohorts *all = user;
	struct cohort *c = all->count == 0 ? NULL : &all->of[all->count - 1];
	const long long days = number(columns[1]), persons = number(columns[3]);

	(void)count;
	if (c == NULL || strcmp(c->name, columns[0]) != 0) {
		all->of = talloc_realloc(all->owner, all->of, struct cohort, (unsigned)all->count + 1);
		c = &all->of[all->count++];
		*c = (struct cohort){ .name = talloc_strdup(all->owner, columns[0]) };
	}
	if (c->n == 0 || c->of[c->n - 1].days != days) {
		c->of = talloc_realloc(all->owner, c->of, struct lasted, (unsigned)c->n + 1);
		c->of[c->n++] = (struct lasted){ .days = days };
	}
	*(number(columns[2]) == 1 ? &c->of[c->n - 1].ended : &c->of[c->n - 1].censored) += persons;
}

static struct cohort
cohort_of(const struct cohorts *all, const char *kind, const char *id)
{
	size_t i;

	for (i = 0; i < all->count; i++)
		if (all->of[i].name[0] == kind[0] && strcmp(all->of[i].name + 1, id) == 0)
			return all->of[i];
	return (struct cohort){ .name = NULL };
}

/* Both means end at the same day; one from elsewhere does not, and then a shorter one tells nothing (duration.c). */
static void
compare_days(const struct cohorts *all, const struct baseline *baseline, struct plan_criterion *c)
{
	const struct cohort now = cohort_of(all, "p", c->plan), earlier = cohort_of(all, "b", baseline->id);
	const bool told = baseline->mean != NULL;
	long long limit = survival_horizon(now.of, now.n), other = told ? -1 : survival_horizon(earlier.of, earlier.n);

	if (limit < 0 || (other >= 0 && other < limit))
		limit = other >= 0 ? other : limit;
	c->persons = survival_count(now.of, now.n);
	c->earlier = told ? strtod(baseline->mean, NULL) : 0;
	c->has_means = survival_mean(now.of, now.n, limit, &c->now) && (told || survival_mean(earlier.of, earlier.n, limit, &c->earlier));
	if (!c->has_means)
		return;
	c->counts = (struct criterion_counts){ .numerator = (long long)floor((c->earlier - c->now) * 10 + 1e-6), .denominator = c->persons };
	c->state = criterion_judge(&c->rule, &c->counts);
	if (told && limit >= 0 && c->state != CRITERION_NOT)
		c->state = CRITERION_UNKNOWN;
}

/* As things stood on the day that plans are looked at: the last one of the period, which is over then. */
static const struct value *
args_of_the_day(const void *owner, const struct report_ask *ask)
{
	struct report_ask then = *ask;

	if (ask->to != NULL && strcmp(ask->to, ask->today) < 0)
		then.today = ask->to;
	return report_args(owner, &then);
}

void
plans_read(struct db *db, const void *owner, const struct report_ask *ask, struct plan_criteria *out)
{
	const struct value *args = args_of_the_day(owner, ask);
	struct reading r = { .owner = owner, .all = out };
	struct cohorts lasted = { .owner = owner };
	size_t i;

	*out = (struct plan_criteria){ .of = NULL };
	rows_each(db, plans_criteria_sql, args, take_criterion, &r);
	if (out->count == 0)
		return;
	rows_each(db, plans_answers_sql, args, take_answers, &r);
	rows_each(db, plans_work_sql, args, take_work, &r);
	rows_each(db, plans_lasted_sql, args, take_lasted, &lasted);
	for (i = 0; i < out->count; i++)
		if (strcmp(out->of[i].metric, "duration") == 0)
			compare_days(&lasted, &r.baselines[i], &out->of[i]);
		else if (strcmp(out->of[i].metric, "judged") != 0)
			out->of[i].state = criterion_judge(&out->of[i].rule, &out->of[i].counts);
}
