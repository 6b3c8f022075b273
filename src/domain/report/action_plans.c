/* action_plans.c - the report "action-plans": how far the municipality has come with what it promised.  plans.h says what is counted of whom. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/choice.h"
#include "domain/report/figures.h"
#include "domain/report/plans.h"
#include "domain/report/plans_sql.h"
#include "rule/suppression.h"
#include "sql/rows.h"
#include "xml/node.h"

/* One table for each nature of criteria. */
enum nature { OF_ANSWERS, OF_WORK, OF_ENTRIES, OF_DAYS, OF_JUDGEMENT, NATURES };

static enum nature
nature_of(const struct plan_criterion *c)
{
	static const struct { const char *metric; enum nature nature; } natures[] = {
		{ "job-or-education", OF_WORK }, { "implemented", OF_ENTRIES }, { "duration", OF_DAYS }, { "judged", OF_JUDGEMENT },
	};
	size_t i;

	for (i = 0; i < sizeof natures / sizeof natures[0]; i++)
		if (strcmp(c->metric, natures[i].metric) == 0)
			return natures[i].nature;
	return OF_ANSWERS;
}

static xmlNode *
add_row(xmlNode *figures, const void *owner, const struct plan_criterion *c)
{
	return figures_row(figures, talloc_asprintf(owner, "c%s", c->id), NULL, talloc_asprintf(owner, "%s: %s", c->title, c->text));
}

static bool
is_few(const struct plan_criterion *c)
{
	enum nature nature = nature_of(c);

	return nature != OF_ENTRIES && nature != OF_JUDGEMENT && !suppression_allows((long)c->counts.denominator);
}

/* How it stands tells of few people where few were counted. */
static void
add_state(xmlNode *row, const struct plan_criterion *c, bool of_people)
{
	xmlNode *figure = figure_word(row, "state", criterion_state_name(c->state));

	if (of_people && is_few(c))
		figure_few(figure);
}

static void
answers_row(xmlNode *row, const struct plan_criterion *c)
{
	const char *list = strcmp(c->metric, "felt-effect") == 0 ? "felt" : "better";

	figure_count(row, "persons", c->persons, list);
	figure_count(row, "yes", c->counts.numerator, list);
	figure_count(row, "no", c->counts.denominator - c->counts.numerator, list);
	figure_count(row, "missing", c->missing, list);
	figure_share(row, "share", c->counts.numerator, c->counts.denominator, NULL);
	figure_share(row, "response", c->counts.denominator, c->persons, NULL);
	add_state(row, c, true);
}

/* To others of round numbers, as the shares beside it: of fewer than would be one, nothing. */
static void
add_change(xmlNode *row, const char *column, double value, long long n, long long of, double others)
{
	xmlNode *figure = figure_decimal(row, column, value, 1, n, of, NULL);

	if (isfinite(others))
		figure_others(figure, others, 0);
	else
		figure_few(figure);
}

static void
work_row(xmlNode *row, const struct plan_criterion *c)
{
	const long long now = c->counts.numerator, before = c->counts.before, known = c->counts.denominator;
	const double fives = (double)(suppression_round((long)now) - suppression_round((long)before));

	figure_count(row, "persons", c->persons, "work");
	figure_count(row, "yes", now, "work");
	figure_count(row, "no", known - now, "work");
	figure_count(row, "missing", c->missing, "work");
	figure_count(row, "early", c->early, "work");
	figure_share(row, "earlier-share", before, known, NULL);
	figure_share(row, "share", now, known, NULL);
	if (before == 0 || known == 0)
		figure_none(row, "growth", known == 0 ? "nobody" : "from-nothing");
	else
		add_change(row, "growth", 100.0 * (double)(now - before) / (double)before, before, known, 100 * fives / (double)suppression_round((long)before));
	if (known == 0)
		figure_none(row, "points", "nobody");
	else
		add_change(row, "points", 100.0 * (double)(now - before) / (double)known, known, known, 100 * fives / (double)suppression_round((long)known));
	add_state(row, c, true);
}

static void
entries_row(xmlNode *row, const struct plan_criterion *c)
{
	figure_count(row, "chosen", c->counts.denominator, NULL);
	figure_count(row, "implemented", c->counts.numerator, NULL);
	figure_share(row, "share", c->counts.numerator, c->counts.denominator, NULL);
	add_state(row, c, false);
}

static void
days_row(xmlNode *row, const struct plan_criterion *c)
{
	static const char *const names[] = { "now", "earlier", "shorter" };
	const double means[] = { c->now, c->earlier, c->earlier - c->now };
	xmlNode *figure = NULL;
	size_t i;

	figure_count(row, "persons", c->persons, NULL);
	for (i = 0; i < 3; i++)
		figure = c->has_means ? figure_decimal(row, names[i], means[i], 1, c->persons, c->persons, NULL) : figure_none(row, names[i], "nobody");
	if (c->has_means)
		figure_others_mean(figure, suppression_round_mean(c->earlier) - suppression_round_mean(c->now));
	add_state(row, c, true);
}

/* Of which quarter the newest judgement is, stands in the table of quarters and on the plan's page. */
static void
judged_row(xmlNode *row, const struct plan_criterion *c)
{
	if (c->quarter == NULL)
		figure_none(row, "state", "not-judged");
	else
		add_state(row, c, false);
}

static const struct column { const char *name; enum figure_kind kind; } columns_of[NATURES][11] = {
	[OF_ANSWERS] = { { "persons", FIGURE_COUNT }, { "yes", FIGURE_COUNT }, { "no", FIGURE_COUNT }, { "missing", FIGURE_COUNT }, { "share", FIGURE_SHARE },
	    { "response", FIGURE_SHARE }, { "state", FIGURE_WORD } },
	[OF_WORK] = { { "persons", FIGURE_COUNT }, { "yes", FIGURE_COUNT }, { "no", FIGURE_COUNT }, { "missing", FIGURE_COUNT }, { "early", FIGURE_COUNT },
	    { "earlier-share", FIGURE_SHARE }, { "share", FIGURE_SHARE }, { "growth", FIGURE_SHARE }, { "points", FIGURE_POINTS }, { "state", FIGURE_WORD } },
	[OF_ENTRIES] = { { "chosen", FIGURE_COUNT }, { "implemented", FIGURE_COUNT }, { "share", FIGURE_SHARE }, { "state", FIGURE_WORD } },
	[OF_DAYS] = { { "persons", FIGURE_COUNT }, { "now", FIGURE_DAYS }, { "earlier", FIGURE_DAYS }, { "shorter", FIGURE_DAYS }, { "state", FIGURE_WORD } },
	[OF_JUDGEMENT] = { { "state", FIGURE_WORD } },
};
static const struct {
	const char *name, *parts;	/* parts: of the column "persons" */
	enum figures_few few;
	void (*row)(xmlNode *row, const struct plan_criterion *c);
} tables[NATURES] = {
	[OF_ANSWERS] = { "measured", "yes no missing", FEW_BY_READER, answers_row },
	[OF_WORK] = { "work", "yes no missing early", FEW_BY_READER, work_row },
	[OF_ENTRIES] = { "entries", NULL, FEW_OPEN, entries_row },
	[OF_DAYS] = { "days", NULL, FEW_BY_READER, days_row },
	[OF_JUDGEMENT] = { "judged", NULL, FEW_OPEN, judged_row },
};

/* Nothing where no plan has such a criterion.  Each criterion is about the same people as the others of its plan: few of them are hidden row by row. */
static void
add_table(xmlNode *report, const void *owner, const struct plan_criteria *all, enum nature nature)
{
	const struct column *column;
	xmlNode *figures = NULL;
	size_t i;

	for (i = 0; i < all->count; i++) {
		if (nature_of(&all->of[i]) != nature)
			continue;
		if (figures == NULL) {
			figures = figures_add(report, tables[nature].name, tables[nature].few);
			for (column = columns_of[nature]; column->name != NULL; column++)
				figures_column(figures, column->name, column->kind);
			if (tables[nature].parts != NULL)
				figures_parts(figures, "persons", tables[nature].parts);
		}
		tables[nature].row(add_row(figures, owner, &all->of[i]), &all->of[i]);
	}
}

static xmlNode *
add_states(xmlNode *report, const char *name)
{
	xmlNode *figures = figures_add(report, name, FEW_OPEN);
	enum criterion_state state;

	for (state = CRITERION_REACHED; ; state--) {
		figures_column(figures, criterion_state_name(state), FIGURE_COUNT);
		if (state == CRITERION_UNKNOWN)
			break;
	}
	figures_column(figures, "hidden", FIGURE_COUNT);
	figures_chart(report, name, CHART_STACK, "reached partly not unknown");
	return figures;
}

/* What was found of few is hidden from who may not open the lists: not told to be anything else. */
static void
add_count(xmlNode *row, const char *column, long long count, long long others)
{
	xmlNode *figure = figure_count(row, column, count, NULL);

	if (others != count)
		figure_others(figure, (double)others, 0);
}

/* A plan's criteria stand together: how many of them stand how. */
static void
add_plans(xmlNode *report, const void *owner, const struct plan_criteria *all)
{
	xmlNode *figures = add_states(report, "plans");
	size_t i, j;

	for (i = 0; i < all->count; i = j) {
		xmlNode *row = figures_row(figures, talloc_asprintf(owner, "p%s", all->of[i].plan), NULL, all->of[i].title);
		long long counts[CRITERION_REACHED + 1] = { 0 }, others[CRITERION_REACHED + 1] = { 0 }, few = 0;
		int state;

		for (j = i; j < all->count && strcmp(all->of[j].plan, all->of[i].plan) == 0; j++) {
			counts[all->of[j].state]++;
			others[all->of[j].state] += !is_few(&all->of[j]);
			few += is_few(&all->of[j]);
		}
		for (state = CRITERION_REACHED; state >= CRITERION_UNKNOWN; state--)
			add_count(row, criterion_state_name((enum criterion_state)state), counts[state], others[state]);
		add_count(row, "hidden", 0, few);
	}
}

static void
take_quarter(void *user, const char *const *columns, size_t count)
{
	static const char *const names[] = { "reached", "partly", "not", "unknown" };
	xmlNode *row = figures_row(user, columns[0], "quarter", NULL);
	long long few = 0;
	size_t i;

	(void)count;
	for (i = 0; i < 4; i++) {
		add_count(row, names[i], atoll(columns[i + 1]), atoll(columns[i + 1]) - atoll(columns[i + 5]));
		few += atoll(columns[i + 5]);
	}
	add_count(row, "hidden", 0, few);
}

static void
compute(struct db *db, const void *owner, const struct report_ask *ask, xmlNode *report, struct report_progress *progress)
{
	struct plan_criteria all;
	long long reached = 0;
	bool few = false;
	xmlNode *brief;
	enum nature nature;
	size_t i;

	plans_read(db, owner, ask, &all);
	if (!report_step(progress, 1, 2))
		return;
	for (i = 0; i < all.count; i++) {
		reached += all.of[i].state == CRITERION_REACHED;
		few = few || is_few(&all.of[i]);
	}
	brief = figures_brief(report, "criteria", FIGURE_COUNT);
	figures_brief_open(brief);
	figure_count(brief, "value", (long long)all.count, NULL);
	brief = figures_brief(report, "reached", FIGURE_COUNT);
	figures_brief_open(brief);
	brief = figure_count(brief, "value", reached, NULL);
	if (few)
		figure_few(brief);
	if (all.count == 0)
		figures_note(report, "none", NULL);
	add_plans(report, owner, &all);
	for (nature = OF_ANSWERS; nature < NATURES; nature++)
		add_table(report, owner, &all, nature);
	if (ask->target_group != NULL || ask->benefit != NULL)
		figures_note(report, "history-of-all", NULL);
	rows_each(db, plans_history_sql, report_args(owner, ask), take_quarter, add_states(report, "quarters"));
	report_step(progress, 2, 2);
}

static void
plan_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT CAST(p.id AS CHAR(20)), p.title FROM action_plan p ORDER BY p.title, p.id", NO_ARGS);
}

static const struct field own_fields[] = {
	{ .name = "plan", .type = FIELD_CHOICE, .source = plan_choices },
	{ 0 }
};

const struct report report_action_plans = {
	.name = "action-plans", .takes = REPORT_PERIOD | REPORT_DEPARTMENT | REPORT_GROUP | REPORT_BENEFIT, .months = 24, .fields = own_fields,
	.queries = plans_queries, .lists = plans_lists, .compute = compute,
};
