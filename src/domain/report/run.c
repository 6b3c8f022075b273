#include "domain/report/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/clock.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { FIGURES_MAX = 8 * 1024 * 1024, STATEMENT_TIMED_OUT = 1969, TURN_S = 1 };

/* What somebody typed that figures are computed from: who looks at a report then sees it. */
#define TYPED "'rate', 'refund', 'caseload', 'baseline', 'action-plan', 'criterion', 'hours', 'budget', 'budget-category', 'budget-alias'"

void
run_find(struct db *db, const void *owner, const struct report_question *q, struct report_run *out)
{
	enum { ID, STATE, ASKED_BY, ASKED_AT, DONE_AT, DATA_AT, STEP, STEPS, WAITED, FRESH, DONE, COLUMNS };
	const char *is[COLUMNS];

	*out = (struct report_run){ 0 };
	if (!rows_one(db, owner, is, COLUMNS, "SELECT id, state, asked_by, DATE_FORMAT(asked_at, '%Y-%m-%dT%H:%i:%sZ'), DATE_FORMAT(done_at, '%Y-%m-%dT%H:%i:%sZ'),"
	    " DATE_FORMAT(data_at, '%Y-%m-%dT%H:%i:%sZ'), step, steps, TIMESTAMPDIFF(SECOND, asked_at, UTC_TIMESTAMP()),"
	    " COALESCE(done_at > UTC_TIMESTAMP() - INTERVAL 600 SECOND AND NOT EXISTS (SELECT 1 FROM rule_change c WHERE c.at >= r.done_at AND c.rule IN (" TYPED "))"
	    "  AND NOT EXISTS (SELECT 1 FROM import_run i WHERE i.at >= r.done_at AND i.direction = 'in'), 0), CAST(done_at AS CHAR(19))"
	    " FROM report_run r WHERE query_hash = ? ORDER BY standing IS NULL, id DESC LIMIT 1", ARGS(TEXT(q->hash))))
		return;
	*out = (struct report_run){ .id = atoll(is[ID]), .step = atoll(is[STEP]), .steps = atoll(is[STEPS]), .waited_s = atoll(is[WAITED]), .state = is[STATE],
	    .asked_by = is[ASKED_BY], .asked_at = is[ASKED_AT], .done_at = is[DONE_AT], .data_at = is[DATA_AT], .recent = strcmp(is[FRESH], "1") == 0 };
	out->stands = strcmp(out->state, "waiting") == 0 || strcmp(out->state, "running") == 0;
	/* A moment that was over when it was computed answers for ever. */
	out->answers = strcmp(out->state, "done") == 0 && (out->recent || (q->moment != NULL && strcmp(q->moment, is[DONE]) < 0));
}

/* In parts: a cell of a row has its limit. */
xmlDoc *
run_figures(struct db *db, long long id)
{
	enum { PART = 30000 };
	char *text = talloc_strdup(NULL, ""), *error;
	const char *part;
	xmlDoc *doc;
	long long at = 1;

	do {
		part = rows_text(db, text, "SELECT SUBSTRING(figures, ?, 30000) FROM report_run WHERE id = ?", ARGS(INT(at), INT(id)));
		text = part == NULL ? text : talloc_strdup_append_buffer(text, part);
		at += PART;
	} while (part != NULL && part[0] != '\0');
	doc = db_failed(db) != FAIL_NONE ? NULL : node_parse(text, text, strlen(text), FIGURES_MAX, &error);
	if (doc == NULL && db_failed(db) == FAIL_NONE)
		db_fail(db, fail_log(FAIL_BROKEN, "report: run %lld keeps no figures: %s", id, error));
	talloc_free(text);
	return doc;
}

/* False where somebody else's report is being computed for a page: its turn did not come. */
static bool
limit_statements(struct db *db, long limit_ms, bool all)
{
	char text[80];

	if (all) {
		db_deadline(db, clock_us() + limit_ms * 1000LL);
		return rows_int(db, 0, "SELECT COALESCE(GET_LOCK('samspil-report', ?), 0)", ARGS(INT(TURN_S))) == 1;
	}
	snprintf(text, sizeof text, "SET SESSION max_statement_time = %ld.%03ld", limit_ms / 1000, limit_ms % 1000);
	exec_text(db, text);
	return true;
}

void
run_make(const void *owner, struct db *db, const struct report_question *q, long limit_ms, struct report_progress *progress, struct report_made *out)
{
	struct db *own = report_connection(owner, db, q->moment);
	bool turn = limit_statements(own, limit_ms, progress == NULL);
	long long began = clock_us();

	*out = (struct report_made){ .doc = node_document("report", NODE_PAGE_NAMESPACE) };
	out->data_at = rows_text(own, owner, "SELECT CAST(LEAST(COALESCE(CAST(? AS DATETIME), UTC_TIMESTAMP()), UTC_TIMESTAMP()) AS CHAR(19))", ARGS(TEXT(q->moment)));
	node_set(xmlDocGetRootElement(out->doc), "name", q->report->name);
	if (turn)
		q->report->compute(own, owner, &q->ask, xmlDocGetRootElement(out->doc), progress);
	out->failed = db_failed(own);
	out->late = out->failed == FAIL_NONE ? !turn : db_error_number(own) == STATEMENT_TIMED_OUT;
	out->microseconds = clock_us() - began;
	if (out->late || out->failed != FAIL_NONE) {
		xmlFreeDoc(out->doc);
		out->doc = NULL;
	}
	db_rollback(own);
	talloc_free(own);
}

long
run_at_once_ms(struct db *db, const struct report *report)
{
	enum { TOOK, OTHERS, THIS, MANY, COLUMNS };
	const char *is[COLUMNS];
	void *owner = talloc_new(NULL);
	long limit = 0;

	if (rows_one(db, owner, is, COLUMNS, "SELECT COALESCE((SELECT r.microseconds FROM report_run r WHERE r.report = x.report AND r.state = 'done' ORDER BY r.id DESC"
	    " LIMIT 1), 0), COUNT(a.id), COALESCE(SUM(a.report = x.report), 0),"
	    " (SELECT MAX(c.id) FROM course c) > ? FROM (SELECT CAST(? AS CHAR(40)) COLLATE utf8mb4_danish_ci AS report) x"
	    " LEFT JOIN report_run a ON a.state = 'running' AND a.alive_at >= UTC_TIMESTAMP() - INTERVAL 60 SECOND GROUP BY x.report", ARGS(INT(RUN_MANY_COURSES), TEXT(report->name)))) {
		limit = atoll(is[OTHERS]) > 0 ? RUN_BESIDE_MS : RUN_AT_ONCE_MS;
		if (limit > RUN_NEW_MS && atoll(is[TOOK]) == 0 && is[MANY] != NULL && strcmp(is[MANY], "1") == 0)
			limit = RUN_NEW_MS;
		if (atoll(is[TOOK]) >= limit * 1000LL || atoll(is[THIS]) > 0)
			limit = 0;
	}
	talloc_free(owner);
	return limit;
}

long long
run_keep(struct db *db, const struct report_question *q, const char *uid, const struct report_made *made)
{
	void *owner = talloc_new(NULL);
	size_t length;
	const char *bytes = node_bytes(owner, made->doc, &length);
	long long id;

	id = exec_insert(db, "INSERT INTO report_run (report, query, query_hash, state, asked_by, begun_at, done_at, microseconds, data_at, figures)"
	    " VALUES (?, ?, ?, 'done', ?, UTC_TIMESTAMP(), UTC_TIMESTAMP(), ?, ?, ?)", ARGS(TEXT(q->report->name), TEXT(q->text), TEXT(q->hash), TEXT(uid),
	    INT(made->microseconds), TEXT(made->data_at), TEXT(bytes)));
	talloc_free(owner);
	return id;
}

bool
run_order(struct db *db, const struct report_question *q, const char *uid)
{
	return exec_unique(db, "INSERT INTO report_run (report, query, query_hash, asked_by) VALUES (?, ?, ?, ?)", ARGS(TEXT(q->report->name), TEXT(q->text),
	    TEXT(q->hash), TEXT(uid))) == 1;
}

bool
run_cancel(struct db *db, const struct report_question *q, const char *uid, bool others)
{
	return exec(db, "UPDATE report_run SET state = 'cancelled', done_at = UTC_TIMESTAMP(), error = ? WHERE query_hash = ? AND state IN ('waiting', 'running')"
	    " AND (asked_by = ? OR ? = 1)", ARGS(TEXT(uid), TEXT(q->hash), TEXT(uid), INT(others))) > 0;
}
