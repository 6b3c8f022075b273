/*
 * /report/NAME - a report: its filters, figures, charts, what they mean, and how they were computed.
 *	<form name="report" method="get"/>
 *	<report name data-at csv-href xml-href [files-hide] [from to department group benefit]> <report-own name value [words]/>* <figures-.../>* <figures/>*
 *	    <report-query name> <sql/> </report-query>* <form name="report-again"/>? </report>
 *	<report-refused name/>: what was asked cannot be, as the form says
 *	<report-run state asked-at steps step [by-name] [cancelled-by] [waited-long="yes"]> <form name="report-cancel"/>? </report-run>
 */
#include "report/page.h"

#include <string.h>
#include <talloc.h>

#include "domain/permission.h"
#include "domain/report/figures.h"
#include "report/ask.h"
#include "report/pages.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/node.h"

enum { REFRESH_S = 2, WAITED_LONG_S = 300 };

/* How many of what one may take in how long. */
enum { TAKEN_MAX = 60, TAKEN_S = 600, COMPUTED_MAX = 200, COMPUTED_S = 6 * 3600 };


static const struct field no_fields[] = { { 0 } };
static const char *const again_submits[] = { "again", NULL }, *const cancel_submits[] = { "cancel", NULL };
static const struct form again_form = { .name = "report-again", .fields = no_fields, .submits = again_submits, .always = true };
static const struct form cancel_form = { .name = "report-cancel", .fields = no_fields, .submits = cancel_submits, .always = true };

bool
page_opens_lists(struct request *rq, const struct report_question *q)
{
	return question_opens_lists(rq, q->ask.department);
}

/*
 * In how many seconds this one may ask again: when the oldest of the newest most (files and lists, or questions computed) is old enough; 0: now.
 */
static long
seconds_to_wait(struct request *rq, bool computed, long long most, long long within_s)
{
	return (long)rows_int(rq->db, 0, "SELECT GREATEST(0, ? - TIMESTAMPDIFF(SECOND, t.at, UTC_TIMESTAMP())) FROM report_taken t"
	    " WHERE t.uid = ? AND (t.what = 'compute') = ? ORDER BY t.at DESC LIMIT 1 OFFSET ?",
	    ARGS(INT(within_s), TEXT(rq->user->uid), INT(computed), INT(most - 1)));
}

/* Not now: the page says when, and leads back to what was asked. */
static void
refuse_for_now(struct request *rq, const struct report_question *q, long seconds, const char *key)
{
	fail_back(rq, seconds, request_format(rq, "/report/%s?%s", q->report->name, ask_address(rq, q)));
	fail_request(rq, FAIL_THROTTLED, key);
}

bool
page_count_taken(struct request *rq, const struct report_question *q, const char *what)
{
	long seconds = seconds_to_wait(rq, false, TAKEN_MAX, TAKEN_S);

	if (seconds > 0) {
		refuse_for_now(rq, q, seconds, "report-taken");
		return false;
	}
	exec_insert(rq->db, "INSERT INTO report_taken (uid, report, what) VALUES (?, ?, ?)", ARGS(TEXT(rq->user->uid), TEXT(ask_report(rq)->name), TEXT(what)));
	return true;
}

/* Who asks question after question, each a little other than the one before, learns what none of them tells; who may open the lists may see it all. */
static bool
may_compute(struct request *rq, const struct report_question *q)
{
	return seconds_to_wait(rq, true, COMPUTED_MAX, COMPUTED_S) == 0 || page_opens_lists(rq, q);
}

static bool
count_computed(struct request *rq, const struct report_question *q)
{
	if (!may_compute(rq, q)) {
		refuse_for_now(rq, q, seconds_to_wait(rq, true, COMPUTED_MAX, COMPUTED_S), "report-computed");
		return false;
	}
	exec_insert(rq->db, "INSERT INTO report_taken (uid, report, what) VALUES (?, ?, 'compute')", ARGS(TEXT(rq->user->uid), TEXT(ask_report(rq)->name)));
	return true;
}

bool
page_compute(struct request *rq, const struct report_question *q, xmlDoc **out, const char **data_at)
{
	struct report_made made = { .late = true };
	struct report_run run;
	long limit_ms;

	*out = NULL;
	run_find(rq->db, rq, q, &run);
	if (!run.stands && !count_computed(rq, q))
		return false;
	limit_ms = run.stands ? 0 : run_at_once_ms(rq->db, q->report);
	if (limit_ms > 0)
		run_make(rq, rq->db, q, limit_ms, NULL, &made);
	if (made.doc != NULL) {
		run_keep(rq->db, q, rq->user->uid, &made);
		*data_at = request_format(rq, "%.10sT%.8sZ", made.data_at, made.data_at + 11);
		*out = made.doc;
		return true;
	}
	if (!made.late)
		fail_request(rq, made.failed, NULL);
	else
		run_order(rq->db, q, rq->user->uid);
	return made.late;
}

/* Each figure that has a list leads to it, for those who may open it; what few people are about has been seen to. */
static void
link_figures(struct request *rq, xmlNode *node, const char *table, const char *row, const char *to)
{
	static const char *const own_matters[] = { "persons", "few", "whole", "rows", NULL };
	const char *const *gone;
	xmlNode *child;

	for (gone = own_matters; *gone != NULL; gone++)
		xmlUnsetProp(node, BAD_CAST *gone);
	if (node_is(node, "figures"))
		table = node_get(node, "name");
	if (node_is(node, "figures-row"))
		row = node_get(node, "name");
	if (node_is(node, "figure") && node_get(node, "list") != NULL) {
		if (to != NULL && row != NULL && node_get(node, "value") != NULL && strcmp(node_get(node, "value"), "0") != 0)
			node_set(node, "href", request_format(rq, "%s&list=%s&table=%s&row=%s&column=%s", to, node_get(node, "list"), uri_encode(rq, table),
			    uri_encode(rq, row), uri_encode(rq, node_get(node, "column"))));
		xmlUnsetProp(node, BAD_CAST "list");
	}
	for (child = node_child(node, NULL); child != NULL; child = node_next(child, NULL))
		link_figures(rq, child, table, row, to);
}

/* One of the values asked, as SQL has it. */
static char *
append_value(char *sql, const struct value *value)
{
	const char *at;

	if (value->kind == VALUE_END || value->kind == VALUE_NULL || value->text == NULL)
		return talloc_strdup_append_buffer(sql, value->kind == VALUE_END ? "?" : "NULL");
	sql = talloc_strdup_append_buffer(sql, "'");
	for (at = value->text; *at != '\0'; at++)
		sql = talloc_asprintf_append_buffer(sql, "%s%c", *at == '\'' || *at == '\\' ? "\\" : "", *at);
	return talloc_strdup_append_buffer(sql, "'");
}

/* The statement with what was asked in it, so that it can be run as it stands. */
static const char *
with_values(const void *owner, const char *sql, const struct value *values)
{
	char *out = talloc_strdup(owner, "");
	const char *mark;

	for (; (mark = strchr(sql, '?')) != NULL; sql = mark + 1) {
		out = append_value(talloc_strndup_append_buffer(out, sql, (size_t)(mark - sql)), values);
		values += values->kind != VALUE_END;
	}
	return talloc_strdup_append_buffer(out, sql);
}

static void
add_queries(struct request *rq, xmlNode *report, const struct report_question *q)
{
	const struct value *asked = report_args(rq, &q->ask);
	const struct report_query *query;

	for (query = q->report->queries; query != NULL && query->name != NULL; query++) {
		xmlNode *node = node_add(report, "report-query");

		node_set(node, "name", query->name);
		node_add_text(node, "sql", with_values(rq, query->sql, asked));
	}
}

xmlNode *
page_add(struct request *rq, xmlNode *content, const struct report_question *q, xmlDoc *doc, const char *data_at, bool tells_few)
{
	xmlNode *report = xmlDocCopyNode(xmlDocGetRootElement(doc), content->doc, 1);
	const char *address = ask_address(rq, q), *between = address[0] == '\0' ? "" : "&";

	xmlFreeDoc(doc);
	xmlAddChild(content, report);
	xmlReconciliateNs(content->doc, report);
	figures_hide(report, tells_few);
	figures_draw(report);
	link_figures(rq, report, NULL, NULL, tells_few ? request_href(rq, "/report/%s/list?%s", q->report->name, address) : NULL);
	node_set(report, "data-at", data_at);
	node_set(report, "csv-href", request_href(rq, "/report/%s?%s%sformat=csv", q->report->name, address, between));
	node_set(report, "xml-href", request_href(rq, "/report/%s?%s%sformat=xml", q->report->name, address, between));
	ask_describe(rq, content, report, q);
	add_queries(rq, report, q);
	return report;
}

static void
add_again(struct request *rq, xmlNode *parent, const struct report_question *q)
{
	form_add(rq, parent, &again_form, "/report/%s/again?%s", q->report->name, ask_address(rq, q));
}

/* Whose it is, and who took it back, where that is somebody else: two who ask the same wait for the same one. */
static void
add_names(struct request *rq, xmlNode *node, const struct report_run *run)
{
	const char *is[2];

	if (!rows_one(rq->db, rq, is, 2, "SELECT IF(r.asked_by = u.uid, NULL, COALESCE(s.name, r.asked_by)), IF(r.state <> 'cancelled' OR r.error = u.uid, NULL,"
	    " COALESCE(b.name, r.error)) FROM (SELECT CAST(? AS CHAR(64)) COLLATE utf8mb4_bin AS uid) u JOIN report_run r ON r.id = ? LEFT JOIN staff s ON s.uid = r.asked_by"
	    " LEFT JOIN staff b ON b.uid = r.error", ARGS(TEXT(rq->user->uid), INT(run->id))))
		return;
	node_set(node, "by-name", is[0]);
	node_set(node, "cancelled-by", is[1]);
}

/* It is being computed: the page comes again by itself until it is there. */
static void
add_run(struct request *rq, xmlNode *content, const struct report_question *q, const struct report_run *run)
{
	xmlNode *node = node_add(content, "report-run");

	node_set(node, "name", q->report->name);
	node_set(node, "state", run->state);
	node_set(node, "asked-at", run->asked_at);
	node_set_int(node, "step", run->step);
	node_set_int(node, "steps", run->steps);
	add_names(rq, node, run);
	if (run->waited_s > WAITED_LONG_S && strcmp(run->state, "waiting") == 0)
		node_set(node, "waited-long", "yes");
	if (run->stands && (strcmp(run->asked_by, rq->user->uid) == 0 || request_may(rq, MAY_LEAD)))
		form_add(rq, node, &cancel_form, "/report/%s/cancel?%s", q->report->name, ask_address(rq, q));
	if (!run->stands)
		add_again(rq, node, q);
	else
		page_refresh(rq, REFRESH_S, request_format(rq, "/report/%s?%s", q->report->name, ask_address(rq, q)));
}

/* What answers the question already, or is made now; *old: what was made earlier, since this one may ask no more; NULL where it is made later, or went wrong. */
static xmlDoc *
find_figures(struct request *rq, const struct report_question *q, struct report_run *run, const char **data_at, bool *old)
{
	xmlDoc *doc = NULL;

	run_find(rq->db, rq, q, run);
	*data_at = run->data_at;
	*old = !run->answers && run->id != 0 && strcmp(run->state, "done") == 0 && !may_compute(rq, q);
	if (run->answers || *old)
		return run_figures(rq->db, run->id);
	if (run->stands || (run->id != 0 && run->recent) || request_failed(rq))
		return NULL;
	if (page_compute(rq, q, &doc, data_at) && doc == NULL)
		run_find(rq->db, rq, q, run);
	return doc;
}

static void
page_get(struct request *rq, xmlNode *content)
{
	const char *format = query_text(rq, "format"), *data_at;
	struct report_question q;
	struct report_run run;
	xmlNode *report;
	xmlDoc *doc;
	bool old, opens, differ;

	if (!ask_read(rq, content, &q)) {
		node_set(node_add(content, "report-refused"), "name", q.report->name);
		page_status(rq, 422);
		return;
	}
	doc = find_figures(rq, &q, &run, &data_at, &old);
	if (doc == NULL) {
		if (!request_failed(rq))
			add_run(rq, content, &q, &run);
		return;
	}
	/* What goes out as a file tells nobody of few. */
	opens = page_opens_lists(rq, &q);
	differ = format == NULL && opens && figures_differ(xmlDocGetRootElement(doc));
	report = page_add(rq, content, &q, doc, data_at, format == NULL && opens);
	if (differ)
		node_set(report, "files-hide", "yes");
	if (old)
		figures_note(report, "old", NULL);
	if (format == NULL) {
		add_again(rq, report, &q);
		page_script(rq, "print.js", NULL);
	} else if (strcmp(format, "csv") != 0 && strcmp(format, "xml") != 0)
		fail_request(rq, FAIL_MISSING, NULL);
	else if (page_count_taken(rq, &q, format))
		download(rq, &q, report, format);
}

const struct route report_page = {
	.path = "/report/NAME", .page = "report", .menu = "reports", .may = MAY_READ_REPORTS, .takes_moment = true,
	.get = page_get,
};

/* What was asked, of a form's address; one that was never right is drawn again. */
static bool
asked(struct request *rq, struct report_question *q)
{
	xmlDoc *unused = node_document("page", NODE_PAGE_NAMESPACE);
	bool right = ask_read(rq, xmlDocGetRootElement(unused), q);

	xmlFreeDoc(unused);
	if (!right)
		fail_request(rq, FAIL_MALFORMED, NULL);
	return right;
}

static void
again_post(struct request *rq)
{
	struct report_question q;
	const char *data_at;
	xmlDoc *doc;

	if (!asked(rq, &q) || !page_compute(rq, &q, &doc, &data_at))
		return;
	xmlFreeDoc(doc);
	see_other(rq, NULL, "/report/%s?%s", q.report->name, ask_address(rq, &q));
}

const struct route report_again = {
	.path = "/report/NAME/again", .page = "report", .menu = "reports", .may = MAY_READ_REPORTS, .takes_moment = true,
	.get = page_get, .post = again_post, .form = &again_form,
};

static void
cancel_post(struct request *rq)
{
	struct report_question q;
	bool gone;

	if (!asked(rq, &q))
		return;
	gone = run_cancel(rq->db, &q, rq->user->uid, request_may(rq, MAY_LEAD));
	see_other(rq, gone ? "report-cancelled" : "report-over", "/report");
}

const struct route report_cancel = {
	.path = "/report/NAME/cancel", .page = "report", .menu = "reports", .may = MAY_READ_REPORTS, .takes_moment = true,
	.get = page_get, .post = cancel_post, .form = &cancel_form,
};
