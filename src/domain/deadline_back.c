#include "domain/deadline_by.h"

#include <stdlib.h>
#include <string.h>

#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/labels.h"

/*
 * Versions of a deadline: was, the last before it was counted from that day (where said_only: of those counted from a first day of absence that somebody still
 * says); first, as that made it; now, and how it became so: what happened to it since stays: days that it rested are added to the earlier day, and a day that
 * somebody set stands.
 */
#define VERSIONS \
	"WITH v AS (SELECT course_id, due_on, counts_from, law, rule_id, moved_reason, done_on, changed_by, row_start, row_end FROM deadline FOR SYSTEM_TIME ALL" \
	"   WHERE course_id = ? AND id = ?)," \
	" asked AS (SELECT CAST(? AS DATE) AS day, CAST(? AS CHAR(80)) COLLATE utf8mb4_danish_ci AS rested, ? AS said_only)," \
	" first AS (SELECT v.* FROM v, asked WHERE v.counts_from = asked.day ORDER BY v.row_start LIMIT 1)," \
	" now AS (SELECT n.due_on, n.moved_reason, DATEDIFF(n.due_on, first.due_on) AS days," \
	"   CASE WHEN n.due_on = first.due_on AND n.moved_reason <=> first.moved_reason AND n.law <=> first.law THEN 'same' WHEN n.due_on = first.due_on THEN 'told'" \
	"   WHEN LOCATE(CONCAT_WS(' ', first.moved_reason, asked.rested), n.moved_reason) = 1 THEN 'rested' ELSE 'moved' END AS how" \
	"   FROM v n, first, asked WHERE n.row_end > CURRENT_TIMESTAMP(6))"

static const char back_sql[] = VERSIONS ", was AS (SELECT v.* FROM v JOIN first JOIN asked LEFT JOIN deadline_rule r ON r.id = v.rule_id"
    "   WHERE v.done_on IS NULL AND v.row_end <= first.row_start AND (NOT asked.said_only OR (r.id IS NULL AND v.changed_by <> first.changed_by) OR r.event <> 'first-absence'"
    "    OR EXISTS (SELECT 1 FROM background_value b WHERE b.course_id = v.course_id AND b.section = 'work' AND b.field = 'first-absence-day' AND b.value = v.counts_from)"
    "    OR EXISTS (SELECT 1 FROM course c JOIN benefit_period p ON p.citizen_id = c.citizen_id WHERE c.id = v.course_id AND p.first_absence_day = v.counts_from))"
    "   ORDER BY v.row_end DESC LIMIT 1)"
    " SELECT CASE now.how WHEN 'moved' THEN now.due_on WHEN 'rested' THEN was.due_on + INTERVAL now.days DAY ELSE was.due_on END, was.counts_from, was.law, was.rule_id,"
    "  CASE now.how WHEN 'moved' THEN now.moved_reason WHEN 'rested' THEN LEFT(CONCAT_WS(' ', was.moved_reason, asked.rested, now.days), 400) ELSE was.moved_reason END"
    " FROM was, now, asked";

/* Nobody but who counted it from that day has had a hand in it. */
static const char untouched_sql[] = VERSIONS " SELECT 1 FROM first, now WHERE first.changed_by = ? AND now.how IN ('same', 'rested')";

struct back { const struct deadline_hand *by; long long course; const char *on, *reason; bool said_only; };

/* As it stood before it was counted from that day; where there is no such version, it ends. */
static void
take_back(const struct back *back, long long id)
{
	enum { DUE, FROM, LAW, RULE, MOVED, COLUMNS };
	const struct deadline_hand *by = back->by;
	const char *was[COLUMNS];

	if (!rows_one(by->db, by->owner, was, COLUMNS, back_sql, ARGS(INT(back->course), INT(id), TEXT(back->on),
	    TEXT(labels_find(by->labels, "deadline.has-rested")), INT(back->said_only)))) {
		deadline_end_one_by(by, back->course, id, "cancelled", by->today, labels_find(by->labels, back->reason));
		return;
	}
	exec(by->db, "UPDATE deadline SET due_on = ?, counts_from = ?, law = ?, rule_id = ?, moved_reason = ?, changed_by = ? WHERE course_id = ? AND id = ?",
	    ARGS(TEXT(was[DUE]), TEXT(was[FROM]), TEXT(was[LAW]), TEXT(was[RULE]), TEXT(was[MOVED]), TEXT(by->uid), INT(back->course), INT(id)));
}

static const char *const *
counted_from(const struct deadline_hand *by, long long course, const char *event, const char *on)
{
	return rows_texts(by->db, by->owner, "SELECT d.id FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id WHERE d.course_id = ?"
	    " AND d.done_on IS NULL AND r.event = ? AND d.counts_from = ? ORDER BY d.id", ARGS(INT(course), TEXT(event), TEXT(on)));
}

void
deadline_back_by(const struct deadline_hand *by, long long course, const char *event, const char *on)
{
	const char *const *ids = counted_from(by, course, event, on);

	for (; *ids != NULL; ids++)
		take_back(&(struct back){ by, course, on, "deadline.taken-back", false }, atoll(*ids));
}

void
deadline_gone_by(const struct deadline_hand *by, long long course, const char *event, const char *on, struct deadline_gone *count)
{
	const char *const *ids = counted_from(by, course, event, on);

	for (; *ids != NULL; ids++) {
		if (rows_int(by->db, 0, untouched_sql, ARGS(INT(course), INT(atoll(*ids)), TEXT(on), TEXT(labels_find(by->labels, "deadline.has-rested")), INT(0),
		    TEXT(by->uid))) != 1) {
			count->stayed++;
			continue;
		}
		take_back(&(struct back){ by, course, on, "deadline.day-gone", true }, atoll(*ids));
		count->ended += rows_int(by->db, 0, "SELECT 1 FROM deadline WHERE course_id = ? AND id = ? AND ended_as = 'cancelled'",
		    ARGS(INT(course), INT(atoll(*ids))));
	}
}
