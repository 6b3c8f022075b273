/*
 * /admin/questions - the bank: what can be measured, for whom, and what providers propose.
 *	<questions new> <form filter/> <list name="questions"> <bank-question .../>* </list> </questions>
 * An entry shows as its latest version; a department's questions are written by its own, those for all by who writes rules.
 */
#include "admin/questions.h"

#include <string.h>

#include "admin/pages.h"
#include "base/text.h"
#include "domain/permission.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/link.h"
#include "web/list.h"
#include "xml/node.h"

static const char *const states[] = { "published", "proposed", "refused", "retired", NULL };
static const struct field filter_fields[] = {
	{ .name = "words",          .type = FIELD_LINE, .max = 100 },
	{ .name = "category",       .type = FIELD_LINE, .max = 60 },
	{ .name = "question-state", .type = FIELD_CHOICE, .choices = states },
	{ 0 }
};
static const char *const filter_submits[] = { "filter", NULL };
static const struct form filter_form = { .name = "filter", .fields = filter_fields, .submits = filter_submits, .get = true };

/* The latest of each entry; asked for no state, what is published and what is proposed. */
#define WANTED \
	" FROM (SELECT ? AS words, ? AS category, ? AS state) f JOIN progress_question q ON q.course_id IS NULL" \
	"  AND NOT EXISTS (SELECT 1 FROM progress_question n WHERE n.entry_id = COALESCE(q.entry_id, q.id) AND n.version > q.version)" \
	"  AND IF(f.state IS NULL, q.state IN ('published', 'proposed'), q.state = f.state COLLATE utf8mb4_danish_ci)" \
	"  AND (f.words IS NULL OR q.text LIKE f.words) AND (f.category IS NULL OR q.category LIKE f.category)"
#define ALL QUESTION_COLUMNS WANTED QUESTION_JOINS " ORDER BY q.state <> 'proposed', "

static const struct list_sort sorts[] = {
	{ "category",  ALL "q.category, q.text, q.id LIMIT ? OFFSET ?" },
	{ "-category", ALL "q.category DESC, q.text, q.id LIMIT ? OFFSET ?" },
	{ "text",      ALL "q.text, q.id LIMIT ? OFFSET ?" },
	{ "-text",     ALL "q.text DESC, q.id LIMIT ? OFFSET ?" },
	{ 0 }
};

bool
questions_may(const struct request *rq)
{
	return request_may(rq, MAY_WRITE_RULES) || request_may(rq, MAY_WRITE_CATALOGUE);
}

bool
question_mine(const struct request *rq, const char *department, const char *state)
{
	if (request_may(rq, MAY_WRITE_RULES))
		return true;
	return request_may(rq, MAY_WRITE_CATALOGUE) &&
	    (department == NULL ? strcmp(state, "proposed") == 0 : strcmp(rq->user->department, department) == 0);
}

void
question_add_way(struct request *rq, xmlNode *content)
{
	link_add(rq, node_add(content, "breadcrumbs"), "questions", "/admin/questions");
}

static const char *
asked_state(const struct request *rq)
{
	const char *asked = query_text(rq, "question-state");
	size_t i;

	for (i = 0; states[i] != NULL; i++)
		if (asked != NULL && strcmp(asked, states[i]) == 0)
			return states[i];
	return NULL;
}

static const char *
pattern(struct request *rq, const char *name)
{
	const char *given = query_text(rq, name);

	return given == NULL ? NULL : text_like(rq, "%", given);
}

static void
questions_get(struct request *rq, xmlNode *content)
{
	xmlNode *node, *list;

	if (!questions_may(rq)) {
		fail_request(rq, FAIL_DENIED, NULL);
		return;
	}
	node = node_add(content, "questions");
	node_set(node, "new", request_href(rq, "/admin/questions/new"));
	form_add(rq, node, &filter_form, "/admin/questions");
	list = list_add(rq, node, "questions", "bank-question", sorts, "SELECT COUNT(*)" WANTED,
	    ARGS(TEXT(pattern(rq, "words")), TEXT(pattern(rq, "category")), TEXT(asked_state(rq))));
	link_rows(rq, list, "bank-question", "id", "/admin/questions");
}

const struct route admin_questions = { .path = "/admin/questions", .page = "questions", .menu = "catalogue", .get = questions_get };
