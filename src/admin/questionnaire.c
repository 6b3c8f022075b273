/*
 * /admin/questionnaire/:id - a version of a questionnaire for its authors: what it asks, by which rules, how its tests go, its life.
 *	<questionnaire-version id code version state ...> <check/>? <section id title> <dimension id title> <question id kind>text</question>*
 *	  <rule .../>* </dimension>* </section>* <rule .../>* <test id line state/>* <form publish|retire|copy|discard/>*
 *	  <questionnaire-version .../>* </questionnaire-version>
 * /publish, /retire, /copy (its next version, as a draft) and /discard take POST; /file is the text.
 */
#include <stdlib.h>
#include <string.h>

#include "admin/pages.h"
#include "admin/questionnaires.h"
#include "domain/permission.h"
#include "web/form.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const publish_submits[] = { "publish", NULL };
static const struct form publish_form = { .name = "publish", .fields = no_fields, .submits = publish_submits };
static const char *const retire_submits[] = { "retire", NULL };
static const struct form retire_form = { .name = "retire", .fields = no_fields, .submits = retire_submits };
static const char *const copy_submits[] = { "copy", NULL };
static const struct form copy_form = { .name = "copy", .fields = no_fields, .submits = copy_submits };
static const char *const discard_submits[] = { "discard-draft", NULL };
static const struct form discard_form = { .name = "discard-draft", .fields = no_fields, .submits = discard_submits };

/* The element's words, without the elements in it. */
static void
add_words(xmlNode *parent, const xmlNode *from, const char *attribute)
{
	xmlChar *words = from == NULL ? NULL : xmlNodeGetContent(from);

	if (words != NULL && attribute != NULL)
		node_set(parent, attribute, (const char *)words);
	else if (words != NULL)
		xmlAddChild(parent, xmlNewDocText(parent->doc, words));
	xmlFree(words);
}

static void
add_rule(xmlNode *parent, const xmlNode *rule, const char *of)
{
	const char *expression = node_get(rule, "test") != NULL ? node_get(rule, "test") : node_get(rule, "select");
	xmlNode *node = node_add(parent, "rule"), *title = node_child(rule, "title"), *text = node_child(rule, "text");

	node_set(node, "kind", (const char *)rule->name);
	node_set(node, "id", node_get(rule, "id"));
	node_set(node, "level", node_get(rule, "level"));
	node_set(node, "of", of);
	node_set(node, "test", expression != NULL ? expression : node_get(rule, "method"));
	add_words(node, title != NULL ? title : text != NULL ? text : rule, NULL);
	for (rule = node_child(rule, "band"); rule != NULL; rule = node_next(rule, "band"))
		add_rule(parent, rule, node_get(node, "id"));
}

static void
add_rules(xmlNode *parent, const xmlNode *from, const char *name)
{
	const xmlNode *rule;

	for (rule = node_child(from, name); rule != NULL; rule = node_next(rule, name))
		add_rule(parent, rule, NULL);
}

static void
add_dimension(xmlNode *section, const xmlNode *from)
{
	xmlNode *dimension = node_add(section, "dimension");
	const xmlNode *question;

	node_set(dimension, "id", node_get(from, "id"));
	add_words(dimension, node_child(from, "title"), "title");
	for (question = node_child(from, "question"); question != NULL; question = node_next(question, "question")) {
		xmlNode *node = node_add(dimension, "question");

		node_set(node, "id", node_get(question, "id"));
		node_set(node, "kind", node_get(question, "type"));
		node_set(node, "show-if", node_get(question, "show-if"));
		add_words(node, node_child(question, "text"), NULL);
	}
	add_rules(dimension, from, "colour");
}

/* What it asks and by which rules it judges, from the text itself. */
static void
add_overview(xmlNode *parent, const xmlNode *root)
{
	const xmlNode *section, *dimension;

	for (section = node_child(root, "section"); section != NULL; section = node_next(section, "section")) {
		xmlNode *node = node_add(parent, "section");

		node_set(node, "id", node_get(section, "id"));
		add_words(node, node_child(section, "title"), "title");
		for (dimension = node_child(section, "dimension"); dimension != NULL; dimension = node_next(dimension, "dimension"))
			add_dimension(node, dimension);
	}
	add_rules(parent, root, "score");
	add_rules(parent, root, "undecided");
	add_rules(parent, root, "indication");
}

static void
add_tests(xmlNode *parent, const struct checked *checked)
{
	const xmlNode *test;
	size_t i;

	for (test = node_child(checked->q->root, "test"); test != NULL; test = node_next(test, "test")) {
		xmlNode *node = node_add(parent, "test");
		bool fails = false;

		for (i = 0; i < checked->failed.count; i++) {
			const char *failed = checked->failed.list[i].test;

			fails = fails || (failed != NULL && strcmp(failed, node_get(test, "id")) == 0);
		}
		node_set(node, "id", node_get(test, "id"));
		node_set_int(node, "line", xmlGetLineNo(test));
		node_set(node, "state", fails ? "failed" : "passed");
	}
}

static void
add_forms(struct request *rq, xmlNode *node, const struct checked *checked)
{
	long long id = rq->subject, revision = atoll(node_get(node, "revision"));
	const char *state = node_get(node, "state");
	bool draft = strcmp(state, "draft") == 0;

	if (draft && checked->faults.count == 0 && checked->failed.count == 0)
		form_set_revision(form_add(rq, node, &publish_form, "/admin/questionnaire/%lld/publish", id), revision);
	if (strcmp(state, "published") == 0)
		form_set_revision(form_add(rq, node, &retire_form, "/admin/questionnaire/%lld/retire", id), revision);
	if (!draft)
		form_add(rq, node, &copy_form, "/admin/questionnaire/%lld/copy", id);
	if (draft)
		form_set_revision(form_add(rq, node, &discard_form, "/admin/questionnaire/%lld/discard", id), revision);
}

static void
questionnaire_get(struct request *rq, xmlNode *content)
{
	xmlNode *node = author_add(rq, content);
	const char *text = node == NULL ? NULL : author_text(rq);
	struct checked checked;

	if (text == NULL)
		return;
	author_check(rq, NULL, text, &checked);
	/* What was published passed then; its version stands where it stood, whatever was published since. */
	if (strcmp(node_get(node, "state"), "draft") == 0)
		author_add_check(node, &checked);
	if (checked.q != NULL) {
		node_set_int(node, "questions", (long long)checked.q->question_count);
		add_overview(node, checked.q->root);
		add_tests(node, &checked);
	}
	add_forms(rq, node, &checked);
	rows_add(rq->db, node, "questionnaire-version", QUESTIONNAIRE_COLUMNS QUESTIONNAIRE_FROM " WHERE q.code = ? ORDER BY q.version DESC LIMIT 50",
	    ARGS(TEXT(node_get(node, "code"))));
	author_set_hrefs(rq, node);
}

static void
publish_post(struct request *rq)
{
	const char *text = author_text(rq);
	struct checked checked;

	if (text == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-questionnaire");
		return;
	}
	author_check(rq, NULL, text, &checked);
	if (author_step(rq, checked.faults.count > 0 ? PUBLISHING_REFUSED :
	    publishing_publish(rq->db, rq->subject, form_revision(rq), &checked, rq->user->uid)))
		see_other(rq, "questionnaire-published", "/admin/questionnaire/%lld", rq->subject);
}

static void
retire_post(struct request *rq)
{
	if (author_step(rq, publishing_retire(rq->db, rq->subject, form_revision(rq), rq->user->uid)))
		see_other(rq, "questionnaire-retired", "/admin/questionnaire/%lld", rq->subject);
}

static void
discard_post(struct request *rq)
{
	if (author_step(rq, publishing_discard(rq->db, rq->subject, form_revision(rq))))
		see_other(rq, "questionnaire-discarded", "/admin/questionnaires");
}

static void
copy_post(struct request *rq)
{
	const char *text = publishing_renumbered(rq->db, rq, rq->subject);
	struct checked checked;
	long long id = 0;

	if (text == NULL) {
		fail_request(rq, FAIL_MISSING, "no-such-questionnaire");
		return;
	}
	rq->subject = 0;
	author_check(rq, NULL, text, &checked);
	rq->subject = rq->ids[0];
	if (author_step(rq, checked.faults.count > 0 ? PUBLISHING_REFUSED : publishing_draft(rq->db, &checked, rq->user->uid, &id)))
		see_other(rq, "questionnaire-copied", "/admin/questionnaire/%lld/edit", id);
}

static void
file_get(struct request *rq, xmlNode *content)
{
	struct publishing is;
	const char *text = author_text(rq);

	(void)content;
	if (text == NULL || !publishing_find(rq->db, rq, rq->subject, &is)) {
		fail_request(rq, FAIL_MISSING, "no-such-questionnaire");
		return;
	}
	respond_file(rq, "text/xml; charset=utf-8", request_format(rq, "%s-%lld.xml", is.code, is.version), text, strlen(text));
}

const struct route admin_questionnaire = {
	.path = "/admin/questionnaire/:id", .page = "questionnaire", .menu = "admin", .may = MAY_WRITE_QUESTIONNAIRE, .get = questionnaire_get,
};

const struct route admin_questionnaire_publish = {
	.path = "/admin/questionnaire/:id/publish", .page = "questionnaire", .menu = "admin", .may = MAY_WRITE_QUESTIONNAIRE,
	.get = questionnaire_get, .post = publish_post, .form = &publish_form,
};

const struct route admin_questionnaire_retire = {
	.path = "/admin/questionnaire/:id/retire", .page = "questionnaire", .menu = "admin", .may = MAY_WRITE_QUESTIONNAIRE,
	.get = questionnaire_get, .post = retire_post, .form = &retire_form,
};

const struct route admin_questionnaire_copy = {
	.path = "/admin/questionnaire/:id/copy", .page = "questionnaire", .menu = "admin", .may = MAY_WRITE_QUESTIONNAIRE,
	.get = questionnaire_get, .post = copy_post, .form = &copy_form,
};

const struct route admin_questionnaire_discard = {
	.path = "/admin/questionnaire/:id/discard", .page = "questionnaire", .menu = "admin", .may = MAY_WRITE_QUESTIONNAIRE,
	.get = questionnaire_get, .post = discard_post, .form = &discard_form,
};

const struct route admin_questionnaire_file = {
	.path = "/admin/questionnaire/:id/file", .page = "questionnaire", .menu = "admin", .may = MAY_WRITE_QUESTIONNAIRE, .get = file_get,
};
