/*
 * /report/NAME/list?...&list=&table=&row=&column= - who stands behind a number: those that the leader has a relation to by name, the others counted.
 *	<report-list name list table row column total others href data-at [from to department group benefit]> <report-own name value [words]/>*
 *	    <figures name> <figures-column/> <figures-row/> </figures> </report-list>: the table's column and row that the number stands in, and what was asked
 *	<list name="report-list"> <report-course id citizen-id name cpr state caseworker-name href [on] [number] [protected] [died-on]> <words/>? </report-course>* </list>
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/citizen.h"
#include "domain/permission.h"
#include "domain/report/run.h"
#include "domain/subject.h"
#include "report/ask.h"
#include "report/page.h"
#include "report/pages.h"
#include "sql/rows.h"
#include "web/list.h"
#include "xml/node.h"

enum { PEOPLE_MAX = 20000 };	/* of a number so large nobody looks through all: the rest is not asked about */

/*
 * Arguments: uid, department, wide, today, the list's rows as JSON.  A row of no course is of the citizen's newest one.  Whom one may see is asked of today,
 * whatever the day of the data.  No derived table around it: MariaDB runs such a statement once, and the second time finds no me.
 */
#define ROWS \
	" FROM (SELECT ? AS uid, ? AS department, ? AS wide, CAST(? AS DATE) AS today) me" \
	" JOIN JSON_TABLE(?, '$[*]' COLUMNS(nr FOR ORDINALITY, course BIGINT PATH '$[0]', citizen BIGINT PATH '$[1]', on_day VARCHAR(10) PATH '$[2]'," \
	"   number VARCHAR(40) PATH '$[3]')) b" \
	" JOIN course c ON c.id = COALESCE(b.course, (SELECT MAX(n.id) FROM course n WHERE n.citizen_id = b.citizen))"
#define SEEN " WHERE (" SUBJECT_COURSE_GRADE " END) IS NOT NULL"
#define PEOPLE(order) \
	"SELECT c.id, c.state, z.id AS 'citizen-id', z.name, " CPR_MASKED("p.cpr") " AS cpr, w.name AS 'caseworker-name', b.nr, b.on_day AS 'on', b.number," \
	"  z.death_date AS 'died-on', CASE WHEN z.protection_from <= me.today AND (z.protection_to IS NULL OR z.protection_to >= me.today) THEN 'yes' END AS protected" \
	ROWS " JOIN citizen z ON z.id = c.citizen_id JOIN citizen_cpr p ON p.citizen_id = z.id JOIN staff w ON w.uid = c.caseworker_uid" \
	SEEN " ORDER BY " order " LIMIT ? OFFSET ?"

static const struct list_sort sorts[] = {
	{ "name",        PEOPLE("z.name, c.id, b.nr") },
	{ "-name",       PEOPLE("z.name DESC, c.id, b.nr") },
	{ "on",          PEOPLE("b.on_day, z.name, c.id") },
	{ "-on",         PEOPLE("b.on_day DESC, z.name, c.id") },
	{ "caseworker",  PEOPLE("w.name, z.name, c.id") },
	{ "-caseworker", PEOPLE("w.name DESC, z.name, c.id") },
	{ NULL, NULL }
};

/* The list's rows as JSON: [course, citizen, day, number]; and what was written about each, where the list says it. */
struct people { const void *owner; bool says; char *json; const char **words; size_t count; };

static void
take_person(void *user, const char *const *columns, size_t count)
{
	struct people *people = user;

	(void)count;
	if (people->count++ >= PEOPLE_MAX)
		return;
	if (people->says) {
		people->words = talloc_realloc(people->owner, people->words, const char *, (unsigned)people->count);
		people->words[people->count - 1] = talloc_strdup(people->words, columns[3]);
	}
	people->json = talloc_asprintf_append_buffer(people->json, "%s[%s,%s,", people->count > 1 ? "," : "", columns[0] == NULL ? "null" : columns[0],
	    columns[1] == NULL ? "null" : columns[1]);
	people->json = columns[2] == NULL ? talloc_strdup_append_buffer(people->json, "null,") : talloc_asprintf_append_buffer(people->json, "\"%s\",", columns[2]);
	people->json = columns[4] == NULL ? talloc_strdup_append_buffer(people->json, "null]") : talloc_asprintf_append_buffer(people->json, "\"%s\"]", columns[4]);
}

static const struct report_list *
find_list(const struct report *report, const char *name)
{
	const struct report_list *list;

	for (list = report->lists; name != NULL && list != NULL && list->name != NULL; list++)
		if (strcmp(list->name, name) == 0)
			return list;
	return NULL;
}

/* The question's arguments, then the row's and the column's name. */
static const struct value *
arguments(struct request *rq, const struct report_question *q, const char *row, const char *column)
{
	const struct value *asked = report_args(rq, &q->ask);
	struct value *all;
	size_t n = 0;

	while (asked[n].kind != VALUE_END)
		n++;
	all = talloc_array(rq, struct value, (unsigned)n + 3);
	memcpy(all, asked, n * sizeof *all);
	all[n] = TEXT(row);
	all[n + 1] = TEXT(column);
	all[n + 2] = (struct value){ VALUE_END, 0, NULL, 0 };
	return all;
}

static void
find_people(struct request *rq, const struct report_question *q, const struct report_list *list, struct people *out)
{
	struct db *db = report_connection(rq, rq->db, q->moment);

	out->json = talloc_strdup(rq, "[");
	rows_each(db, list->sql, arguments(rq, q, query_text(rq, "row"), query_text(rq, "column")), take_person, out);
	out->json = talloc_strdup_append_buffer(out->json, "]");
	if (db_failed(db) != FAIL_NONE)
		fail_request(rq, db_failed(db), NULL);
	db_rollback(db);
	talloc_free(db);
}

/* Where it leads to, and what was written. */
static void
add_more(struct request *rq, xmlNode *row, const struct people *people)
{
	long long nr = atoll(node_get(row, "nr")) - 1;

	xmlUnsetProp(row, BAD_CAST "nr");
	node_set(row, "href", request_href(rq, "/plan/%s", node_get(row, "id")));
	if (people->words != NULL && people->words[nr] != NULL)
		node_add_text(row, "words", people->words[nr]);
}

/* The part of a report, or of one of its tables, with this name; NULL: there is none. */
static xmlNode *
named(xmlNode *in, const char *what, const char *attribute, const char *name)
{
	xmlNode *node = in == NULL || name == NULL ? NULL : node_child(in, what);

	while (node != NULL && strcmp(node_get(node, attribute), name) != 0)
		node = node_next(node, what);
	return node;
}

/* Is it a number of the report, and is this the list behind it?  One that is 0 has none, but was perhaps more when its page was opened. */
static bool
is_behind(xmlNode *figure, const struct report_list *list)
{
	const char *own = figure == NULL ? NULL : node_get(figure, "list"), *value = figure == NULL ? NULL : node_get(figure, "value");

	return own == NULL ? value != NULL && strcmp(value, "0") == 0 : strcmp(own, list->name) == 0;
}

/* Its table, column and row without their figures; false: the report has no such number. */
static bool
add_place(struct request *rq, xmlNode *head, xmlNode *report, const struct report_list *list)
{
	xmlNode *table = named(report, "figures", "name", query_text(rq, "table"));
	xmlNode *row = named(table, "figures-row", "name", query_text(rq, "row"));
	xmlNode *column = named(table, "figures-column", "name", query_text(rq, "column")), *copy;

	if (column == NULL || !is_behind(named(row, "figure", "column", query_text(rq, "column")), list))
		return false;
	copy = node_add(head, "figures");
	node_set(copy, "name", node_get(table, "name"));
	xmlAddChild(copy, xmlDocCopyNode(column, copy->doc, 1));
	xmlAddChild(copy, xmlDocCopyNode(row, copy->doc, 2));
	xmlReconciliateNs(copy->doc, copy);
	return true;
}

/* The figures that the number is one of: what was kept, or is computed now.  NULL: they are computed later, or something failed. */
static xmlDoc *
figures_of(struct request *rq, const struct report_question *q, const char **data_at)
{
	struct report_run run;
	xmlDoc *doc;

	run_find(rq->db, rq, q, &run);
	*data_at = run.data_at;
	if (run.id != 0 && strcmp(run.state, "done") == 0)
		return run_figures(rq->db, run.id);
	return !run.stands && page_compute(rq, q, &doc, data_at) ? doc : NULL;
}

/* Which number it is, of what was asked.  false: none of this report's, or the report is not computed yet: it says when it will be. */
static bool
add_head(struct request *rq, xmlNode *content, xmlNode *filters, const struct report_question *q, const struct report_list *list)
{
	xmlNode *head = node_add(content, "report-list");
	const char *data_at;
	xmlDoc *doc = figures_of(rq, q, &data_at);
	bool found = doc != NULL && add_place(rq, head, xmlDocGetRootElement(doc), list);

	node_set(head, "name", q->report->name);
	node_set(head, "list", list->name);
	node_set(head, "table", query_text(rq, "table"));
	node_set(head, "row", query_text(rq, "row"));
	node_set(head, "column", query_text(rq, "column"));
	node_set(head, "href", request_href(rq, "/report/%s?%s", q->report->name, ask_address(rq, q)));
	node_set(head, "data-at", data_at);
	ask_describe(rq, filters, head, q);
	if (doc == NULL && !request_failed(rq))
		see_other(rq, NULL, "/report/%s?%s", q->report->name, ask_address(rq, q));
	else if (!found)
		fail_request(rq, FAIL_MISSING, NULL);
	xmlFreeDoc(doc);
	return found;
}

static void
add_people(struct request *rq, xmlNode *content, const struct report_question *q, const struct report_list *of)
{
	struct people people = { .owner = rq, .says = q->report->says };
	xmlNode *head = node_child(content, "report-list"), *list, *row;

	find_people(rq, q, of, &people);
	node_set_int(head, "total", (long long)people.count);
	list = list_add(rq, content, "report-list", "report-course", sorts, "SELECT COUNT(*)" ROWS SEEN, ARGS(TEXT(rq->user->uid), TEXT(rq->user->department),
	    INT(request_wide(rq)), TEXT(request_today(rq)), TEXT(people.json)));
	if (list != NULL)
		node_set_int(head, "others", (long long)(people.count < PEOPLE_MAX ? people.count : PEOPLE_MAX) - atoll(node_get(list, "total")));
	for (row = node_child(list, "report-course"); row != NULL; row = node_next(row, "report-course"))
		add_more(rq, row, &people);
}

static void
people_get(struct request *rq, xmlNode *content)
{
	xmlDoc *unused = node_document("page", NODE_PAGE_NAMESPACE);
	xmlNode *filters = xmlDocGetRootElement(unused);
	struct report_question q;
	bool right = ask_read(rq, filters, &q);
	const struct report_list *list = find_list(q.report, query_text(rq, "list"));

	if (!right || list == NULL)
		fail_request(rq, FAIL_MISSING, NULL);
	else if (!page_opens_lists(rq, &q))
		fail_request(rq, FAIL_DENIED, NULL);
	else if (page_count_taken(rq, &q, "list") && add_head(rq, content, filters, &q, list))
		add_people(rq, content, &q, list);
	xmlFreeDoc(unused);
}

const struct route report_people = {
	.path = "/report/NAME/list", .page = "report-list", .menu = "reports", .may = MAY_READ_REPORTS | MAY_SEE_DEPARTMENT, .takes_moment = true,
	.get = people_get,
};
