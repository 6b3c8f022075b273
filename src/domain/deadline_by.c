#include "domain/deadline_by.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/date.h"
#include "rule/deadline.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/labels.h"

/* A rule that something came of, with its day. */
struct rule { long long id; const char *kind, *law; struct date due; };
struct rules { const struct deadline_hand *by; const char *on; struct rule *list; size_t count; };

/* The open deadline of a kind, and which event it came of; id 0: there is none. */
struct open { long long id; const char *due_on, *counts_from, *event, *unit, *by_end_of; int n; };

static long long
open_of(const struct deadline_hand *by, long long course, const char *kind)
{
	return rows_int(by->db, 0, "SELECT id FROM deadline WHERE course_id = ? AND kind = ? AND done_on IS NULL ORDER BY id LIMIT 1",
	    ARGS(INT(course), TEXT(kind)));
}

void
deadline_open_by(const struct deadline_hand *by, long long course, const char *kind, const char *due_on, const char *counts_from, const char *law)
{
	const struct value uid = TEXT(by->uid);
	long long open = open_of(by, course, kind);

	if (open != 0)
		exec(by->db, "UPDATE deadline SET due_on = ?, counts_from = ?, law = ?, changed_by = ? WHERE course_id = ? AND id = ?",
		    ARGS(TEXT(due_on), TEXT(counts_from), TEXT(law), uid, INT(course), INT(open)));
	else
		exec_insert(by->db, "INSERT INTO deadline (course_id, kind, due_on, counts_from, law, changed_by) VALUES (?, ?, ?, ?, ?, ?)",
		    ARGS(INT(course), TEXT(kind), TEXT(due_on), TEXT(counts_from), TEXT(law), uid));
}

/* The rules that a rule's due day is found for; one that no calendar can count is passed over. */
static void
take_rule(void *user, const char *const *columns, size_t count)
{
	enum { ID, KIND, LAW, N, UNIT, BY_END_OF };
	struct rules *rules = user;
	const struct deadline_count rule = { atoi(columns[N]), columns[UNIT], columns[BY_END_OF] };
	struct rule *is;

	(void)count;
	if (rules->count > 0 && strcmp(rules->list[rules->count - 1].kind, columns[KIND]) == 0)
		return;
	rules->list = talloc_realloc(rules->by->owner, rules->list, struct rule, (unsigned)rules->count + 1);
	is = &rules->list[rules->count];
	if (!deadline_due(&rule, rules->on, &is->due))
		return;
	is->id = atoll(columns[ID]);
	is->kind = talloc_strdup(rules->by->owner, columns[KIND]);
	is->law = talloc_strdup(rules->by->owner, columns[LAW]);
	rules->count++;
}

/*
 * kind NULL: all that the event opens; else what comes again of that kind.  The most particular one of a kind is the first.  Who will be on a benefit whose
 * first day of absence is known already has its deadline at once.
 */
static struct rules
find_rules(const struct deadline_hand *by, long long course, const char *event, const char *on, const char *kind)
{
	struct rules rules = { .by = by, .on = on };

	rows_each(by->db, "SELECT r.id, r.kind, r.law, r.n, r.unit, r.by_end_of"
	    " FROM (SELECT ? AS course, ? AS event, CAST(? AS DATE) AS day, CAST(? AS DATE) AS today, ? AS kind) me"
	    " JOIN course c ON c.id = me.course LEFT JOIN course_frame f ON f.id = c.frame_id"
	    " JOIN deadline_rule r ON r.event = me.event AND r.valid_from <= me.day AND (r.valid_to IS NULL OR r.valid_to >= me.day)"
	    "  AND (me.kind IS NULL OR (r.kind = me.kind AND r.repeats)) AND (r.target_group IS NULL OR r.target_group = f.target_group)"
	    "  AND (r.benefit_type IS NULL OR EXISTS (SELECT 1 FROM benefit_period p WHERE p.citizen_id = c.citizen_id"
	    "   AND p.benefit_type = r.benefit_type AND (p.ends_on IS NULL OR p.ends_on >= GREATEST(me.day, me.today))"
	    "   AND (p.starts_on <= GREATEST(me.day, me.today) OR (r.event = 'first-absence' AND p.first_absence_day = me.day))))"
	    " ORDER BY r.kind, (r.benefit_type IS NOT NULL) + (r.target_group IS NOT NULL) DESC, r.valid_from DESC, r.id DESC",
	    ARGS(INT(course), TEXT(event), TEXT(on), TEXT(by->today), TEXT(kind)), take_rule, &rules);
	return rules;
}

static struct open
find_open(const struct deadline_hand *by, long long course, const char *kind)
{
	const char *is[7] = { NULL };

	rows_one(by->db, by->owner, is, 7, "SELECT d.id, d.due_on, d.counts_from, r.event, r.n, r.unit, r.by_end_of FROM deadline d"
	    " LEFT JOIN deadline_rule r ON r.id = d.rule_id WHERE d.course_id = ? AND d.kind = ? AND d.done_on IS NULL ORDER BY d.id LIMIT 1",
	    ARGS(INT(course), TEXT(kind)));
	return (struct open){ .id = is[0] == NULL ? 0 : atoll(is[0]), .due_on = is[1], .counts_from = is[2], .event = is[3],
	    .n = is[4] == NULL ? 0 : atoi(is[4]), .unit = is[5], .by_end_of = is[6] };
}

/* What happens once was seen to already (also where only the next one, counted from when it was held, tells so), or was over before anybody here could see to it. */
static bool
is_past(const struct deadline_hand *by, long long course, const struct rule *rule, const char *on)
{
	return rows_int(by->db, 0, "SELECT 1 FROM course c WHERE c.id = ? AND (c.opened_on > ? OR EXISTS (SELECT 1 FROM deadline d"
	    "  WHERE d.course_id = c.id AND d.kind = ? AND d.done_on >= ? AND COALESCE(d.ended_as, 'done') <> 'cancelled')"
	    "  OR EXISTS (SELECT 1 FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id AND r.event = 'follow-up-held'"
	    "  WHERE d.course_id = c.id AND d.kind = ? AND d.done_on IS NULL AND d.counts_from >= ?))",
	    ARGS(INT(course), TEXT(rule->due.iso), TEXT(rule->kind), TEXT(on), TEXT(rule->kind), TEXT(on))) == 1;
}

/* It was counted from another day: its own rule, and why it is another day now. */
static void
count_anew(const struct deadline_hand *by, long long course, const struct open *open, const char *on)
{
	const struct deadline_count count = { open->n, open->unit, open->by_end_of };
	const char *why = labels_find(by->labels, "deadline.counted-anew");
	struct date due;
	char was[32];

	if (open->counts_from == NULL || strcmp(open->counts_from, on) == 0 || !deadline_due(&count, on, &due))
		return;
	date_show(open->counts_from, was);
	exec(by->db, "UPDATE deadline SET due_on = ?, counts_from = ?, moved_reason = LEFT(CONCAT_WS(' ', ?, ?), 400), changed_by = ?"
	    " WHERE course_id = ? AND id = ?", ARGS(TEXT(due.iso), TEXT(on), TEXT(why), TEXT(was), TEXT(by->uid), INT(course), INT(open->id)));
}

/* In one statement: each of its versions is one that was meant. */
static void
put(const struct deadline_hand *by, long long course, const struct rule *rule, const char *on)
{
	const struct value uid = TEXT(by->uid), due = TEXT(rule->due.iso), law = TEXT(rule->law);
	long long open = open_of(by, course, rule->kind);

	if (open != 0)
		exec(by->db, "UPDATE deadline SET due_on = ?, counts_from = ?, law = ?, rule_id = ?, moved_reason = NULL, changed_by = ? WHERE course_id = ? AND id = ?",
		    ARGS(due, TEXT(on), law, INT(rule->id), uid, INT(course), INT(open)));
	else
		exec_insert(by->db, "INSERT INTO deadline (course_id, kind, due_on, counts_from, law, rule_id, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
		    ARGS(INT(course), TEXT(rule->kind), due, TEXT(on), law, INT(rule->id), uid));
}

static bool
happens_once(const char *event)
{
	return strcmp(event, "first-absence") == 0 || strcmp(event, "benefit-start") == 0 || strcmp(event, "course-opened") == 0;
}

static void
follow(const struct deadline_hand *by, long long course, const char *event, const char *on, const struct rule *rule)
{
	struct open open = find_open(by, course, rule->kind);
	bool once = happens_once(event), same = open.event != NULL && strcmp(open.event, event) == 0;

	if (same && once)
		count_anew(by, course, &open, on);
	else if (once && is_past(by, course, rule, on))
		return;
	else if (open.id == 0 || same || strcmp(rule->due.iso, open.due_on) < 0)
		put(by, course, rule, on);
}

/* One that is opened while the course is paused rests from then on. */
static void
rest_new(const struct deadline_hand *by, long long course)
{
	if (rows_int(by->db, 0, "SELECT 1 FROM course WHERE id = ? AND state = 'paused'", ARGS(INT(course))) == 1)
		deadline_rest_by(by, course, true, by->today);
}

struct ended_one { long long id; const char *kind, *event; };
struct ended { const struct deadline_hand *by; struct ended_one *list; size_t count; };

static void
take_ended(void *user, const char *const *columns, size_t count)
{
	struct ended *ended = user;

	(void)count;
	ended->list = talloc_realloc(ended->by->owner, ended->list, struct ended_one, (unsigned)ended->count + 1);
	ended->list[ended->count].id = atoll(columns[0]);
	ended->list[ended->count].kind = talloc_strdup(ended->by->owner, columns[1]);
	ended->list[ended->count++].event = columns[2] == NULL ? NULL : talloc_strdup(ended->by->owner, columns[2]);
}

/* The open ones of kind (NULL: all), or the one with that id (0: all). */
static struct ended
find_ended(const struct deadline_hand *by, long long course, const char *kind, long long id)
{
	struct ended ended = { .by = by };

	rows_each(by->db, "SELECT d.id, d.kind, r.event FROM deadline d LEFT JOIN deadline_rule r ON r.id = d.rule_id"
	    " WHERE d.course_id = ? AND d.kind = COALESCE(?, d.kind) AND d.id = COALESCE(?, d.id) AND d.done_on IS NULL ORDER BY d.id",
	    ARGS(INT(course), TEXT(kind), id == 0 ? NOTHING : INT(id)), take_ended, &ended);
	return ended;
}

static void
end_row(const struct deadline_hand *by, long long course, long long id, const char *as, const char *on, const char *reason)
{
	exec(by->db, "UPDATE deadline SET done_on = ?, ended_as = ?, ended_reason = ?, rests_since = NULL, changed_by = ?"
	    " WHERE course_id = ? AND id = ?", ARGS(TEXT(on), TEXT(as), TEXT(reason), TEXT(by->uid), INT(course), INT(id)));
}

/* What comes of a deadline that was met. */
static void
go_on(const struct deadline_hand *by, long long course, const char *kind, const char *event, const char *on)
{
	struct rules next = event == NULL ? (struct rules){ .count = 0 } : find_rules(by, course, event, on, kind);

	if (next.count > 0)
		put(by, course, &next.list[0], on);
	if (strcmp(kind, "follow-up") == 0)
		deadline_follow_by(by, course, "follow-up-held", on);
}

static void
end_all(const struct deadline_hand *by, long long course, const struct ended *ended, const char *as, const char *on, const char *reason)
{
	size_t i;

	for (i = 0; i < ended->count; i++)
		end_row(by, course, ended->list[i].id, as, on, reason);
	for (i = 0; i < ended->count && strcmp(as, "done") == 0; i++)
		go_on(by, course, ended->list[i].kind, ended->list[i].event, on);
}

bool
deadline_end_one_by(const struct deadline_hand *by, long long course, long long id, const char *as, const char *on, const char *reason)
{
	struct ended ended = find_ended(by, course, NULL, id);

	end_all(by, course, &ended, as, on, reason);
	return ended.count > 0;
}

void
deadline_end_by(const struct deadline_hand *by, long long course, const char *kind, const char *as, const char *on, const char *reason)
{
	struct ended ended = find_ended(by, course, kind, 0);

	end_all(by, course, &ended, as, on, reason);
}

/* The deadline that the event itself had is met. */
static void
meet(const struct deadline_hand *by, long long course, const char *event, const char *on)
{
	static const struct { const char *event, *kind; } met[] = { { "follow-up-held", "follow-up" }, { "plan-agreed", "plan" } };
	struct ended ended;
	size_t i, j;

	for (i = 0; i < sizeof met / sizeof met[0]; i++) {
		if (strcmp(met[i].event, event) != 0)
			continue;
		ended = find_ended(by, course, met[i].kind, 0);
		for (j = 0; j < ended.count; j++)
			end_row(by, course, ended.list[j].id, "done", on, NULL);
	}
}

bool
deadline_follow_by(const struct deadline_hand *by, long long course, const char *event, const char *on)
{
	struct rules rules;
	size_t i;

	meet(by, course, event, on);
	rules = find_rules(by, course, event, on, NULL);
	for (i = 0; i < rules.count; i++)
		follow(by, course, event, on, &rules.list[i]);
	if (rules.count > 0)
		rest_new(by, course);
	return rules.count > 0;
}

void
deadline_begin_by(const struct deadline_hand *by, long long course)
{
	const char *opened = rows_text(by->db, by->owner, "SELECT opened_on FROM course WHERE id = ?", ARGS(INT(course)));

	if (opened == NULL)
		return;
	deadline_follow_by(by, course, "course-opened", opened);
	deadline_live_by(by, course);
}

void
deadline_live_by(const struct deadline_hand *by, long long course)
{
	const char *const *ahead, *is[2];

	if (rows_one(by->db, by->owner, is, 2, "SELECT p.starts_on, p.first_absence_day FROM course c JOIN benefit_period p ON p.citizen_id = c.citizen_id"
	    " AND p.starts_on <= c.opened_on AND (p.ends_on IS NULL OR p.ends_on >= c.opened_on) WHERE c.id = ? ORDER BY p.starts_on DESC, p.id DESC LIMIT 1",
	    ARGS(INT(course)))) {
		deadline_follow_by(by, course, "benefit-start", is[0]);
		if (is[1] != NULL)
			deadline_follow_by(by, course, "first-absence", is[1]);
	}
	ahead = rows_texts(by->db, by->owner, "SELECT p.first_absence_day FROM course c JOIN benefit_period p ON p.citizen_id = c.citizen_id"
	    " AND p.starts_on > c.opened_on WHERE c.id = ? AND p.first_absence_day <= c.opened_on ORDER BY p.starts_on, p.id", ARGS(INT(course)));
	for (; *ahead != NULL; ahead++)
		deadline_follow_by(by, course, "first-absence", *ahead);
}

void
deadline_rest_by(const struct deadline_hand *by, long long course, bool rests, const char *on)
{
	const char *why = labels_find(by->labels, "deadline.has-rested");
	const struct value uid = TEXT(by->uid);

	if (rests)
		exec(by->db, "UPDATE deadline SET rests_since = ?, changed_by = ? WHERE course_id = ? AND done_on IS NULL AND rests_since IS NULL"
		    " AND rule_id IN (SELECT id FROM deadline_rule WHERE rests)", ARGS(TEXT(on), uid, INT(course)));
	else
		exec(by->db, "UPDATE deadline SET due_on = due_on + INTERVAL GREATEST(DATEDIFF(?, rests_since), 0) DAY,"
		    " moved_reason = LEFT(CONCAT_WS(' ', moved_reason, ?, GREATEST(DATEDIFF(?, rests_since), 0)), 400), rests_since = NULL, changed_by = ?"
		    " WHERE course_id = ? AND rests_since IS NOT NULL", ARGS(TEXT(on), TEXT(why), TEXT(on), uid, INT(course)));
}
