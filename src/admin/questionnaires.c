/*
 * /admin/questionnaires - every version of every questionnaire: its state, whom it asks, how often it was put to somebody.
 *	<questionnaires> <form name="filter"/> <list name="questionnaires"> <questionnaire-version id code version state ... href/>* </list>
 *	</questionnaires>
 */
#include "admin/questionnaires.h"

#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "base/text.h"
#include "domain/permission.h"
#include "web/form.h"
#include "web/list.h"
#include "xml/node.h"

static const char *const states[] = { "draft", "published", "retired", NULL };
static const char *const audiences[] = { "citizen", "survey", NULL };
static const struct field filter_fields[] = {
	{ "words",    FIELD_LINE, .max = 100 },
	{ "state",    FIELD_CHOICE, .choices = states },
	{ "audience", FIELD_CHOICE, .choices = audiences },
	{ 0 }
};
static const char *const filter_submits[] = { "filter", NULL };
static const struct form filter_form = { .name = "filter", .fields = filter_fields, .submits = filter_submits, .get = true };

#define WANTED \
	" JOIN (SELECT ? AS state, ? AS audience, ? AS words) f ON (f.state IS NULL OR q.state = f.state)" \
	" AND (f.audience IS NULL OR q.audience = f.audience) AND (f.words IS NULL OR q.title LIKE f.words OR q.code LIKE f.words)"
#define ALL QUESTIONNAIRE_COLUMNS QUESTIONNAIRE_FROM WANTED

static const struct list_sort sorts[] = {
	{ "title",    ALL " ORDER BY q.title, q.code, q.version DESC LIMIT ? OFFSET ?" },
	{ "-title",   ALL " ORDER BY q.title DESC, q.code DESC, q.version DESC LIMIT ? OFFSET ?" },
	{ "-changed", ALL " ORDER BY GREATEST(q.created_at, COALESCE(q.changed_at, 0), COALESCE(q.published_at, 0),"
	    " COALESCE(q.retired_at, 0)) DESC, q.id DESC LIMIT ? OFFSET ?" },
	{ 0 }
};

/* One of the choices, as the address has it; NULL for none. */
static const char *
chosen(struct request *rq, const char *name, const char *const *choices)
{
	const char *given = query_text(rq, name);

	for (; given != NULL && *choices != NULL; choices++)
		if (strcmp(*choices, given) == 0)
			return given;
	return NULL;
}

static void
questionnaires_get(struct request *rq, xmlNode *content)
{
	const char *words = query_text(rq, "words");
	xmlNode *node = node_add(content, "questionnaires"), *list;

	node_set(node, "new", request_href(rq, "/admin/questionnaires/new"));
	form_add(rq, node, &filter_form, "/admin/questionnaires");
	list = list_add(rq, node, "questionnaires", "questionnaire-version", sorts, "SELECT COUNT(*) FROM questionnaire q" WANTED,
	    ARGS(TEXT(chosen(rq, "state", states)), TEXT(chosen(rq, "audience", audiences)),
	    TEXT(words == NULL ? NULL : text_like(rq, "%", words))));
	if (list != NULL)
		author_set_hrefs(rq, list);
}

const struct route admin_questionnaires = {
	.path = "/admin/questionnaires", .page = "questionnaires", .menu = "admin", .may = MAY_WRITE_QUESTIONNAIRE,
	.get = questionnaires_get,
};
