/*
 * /admin/questionnaire/:id/edit, /admin/questionnaires/new - the text of a draft: written here or sent as a file, checked, saved.
 *	<questionnaire-version ...> <check/>? <code/>? <difference/>? <form name="questionnaire-text"/> </questionnaire-version>
 *	<new-questionnaire> the same </new-questionnaire>
 * What cannot be read is not saved; it stays in the form, with the reasons at its lines.
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "admin/questionnaires.h"
#include "admin/studio.h"
#include "base/text.h"
#include "domain/permission.h"
#include "web/form.h"
#include "xml/node.h"

#define FILE_TYPES ".xml,text/xml,application/xml"

static const struct field text_fields[] = {
	{ .name = "text",   .type = FIELD_TEXT, .max = QUESTIONNAIRE_MAX },
	{ .name = "file",   .type = FIELD_FILE, .accept = FILE_TYPES },
	{ .name = "shared", .type = FIELD_FILE, .accept = FILE_TYPES },
	{ 0 }
};
static const char *const text_submits[] = { "save-and-check", "check", NULL };
static const struct form text_form = { .name = "questionnaire-text", .fields = text_fields, .submits = text_submits, .asks = "check" };

/* What was sent as a file, or nothing. */
static struct publishing_text
sent(const struct request *rq, const char *field, const char *name)
{
	const struct file *file = field_file(rq, field);
	struct publishing_text text = { .name = name };

	if (file == NULL)
		return text;
	text.bytes = file->bytes;
	text.length = file->length;
	if (text.length >= 3 && memcmp(text.bytes, "\xef\xbb\xbf", 3) == 0) {
		text.bytes += 3;
		text.length -= 3;
	}
	return text;
}

static const char *
typed(const struct request *rq)
{
	const struct form_state *state = rq->form;
	size_t i;

	for (i = 0; state != NULL && i < state->count; i++)
		if (strcmp(state->values[i].field->name, "text") == 0 && state->values[i].typed != NULL)
			return state->values[i].typed;
	return "";
}

/* The file where one was sent, else what was typed. */
static struct publishing_text
wanted(const struct request *rq)
{
	struct publishing_text own = sent(rq, "file", NULL);

	if (own.bytes == NULL) {
		own.bytes = typed(rq);
		own.length = strlen(own.bytes);
	}
	return own;
}

/* The name under which a sent file is told of, as its sender called it. */
static const char *
shared_name(const struct request *rq)
{
	const struct file *file = field_file(rq, "shared");

	return file == NULL || file->name == NULL ? "shared.xml" : file->name;
}

static bool
check_sent(struct request *rq, struct checked *out)
{
	struct publishing_text own = wanted(rq), shared = sent(rq, "shared", shared_name(rq));
	const struct schema *grammar = author_grammar(rq);

	if (grammar == NULL)
		return false;
	publishing_check(rq, grammar, &own, &shared, out);
	if (out->faults.count == 0)
		publishing_fits(rq->db, rq->subject, out);
	return out->faults.count == 0;
}

static void
replace_value(xmlNode *form, const char *text)
{
	xmlNode *field = node_child(form, "field"), *value = node_child(field, "value");

	if (value != NULL) {
		xmlUnlinkNode(value);
		xmlFreeNode(value);
	}
	value = node_add_text(field, "value", text);
	if (field->children != value)
		xmlAddPrevSibling(field->children, value);
}

/* Two who edit one draft: what the other saved meanwhile, and what this one wants instead. */
static void
add_difference(xmlNode *node, const char *theirs, const char *mine)
{
	const struct stylesheet_version from = { .number = 1, .sheet = theirs }, to = { .number = 2, .sheet = mine };

	stylesheet_difference(node, &from, &to);
}

/* The form with what was sent, else with kept; what is wrong with it where somebody asked, or it was refused. */
static void
add_form(struct request *rq, xmlNode *node, const char *kept, long long revision, const char *action)
{
	bool again = rq->form != NULL && rq->post;
	struct publishing_text own = again ? wanted(rq) : (struct publishing_text){ 0 };
	const char *text = kept;
	struct checked checked;
	xmlNode *form;

	if (again)
		text = text_is_clean(own.bytes, own.length) ? talloc_strndup(rq, own.bytes, own.length) : "";
	if (again) {
		check_sent(rq, &checked);
		if (!author_add_check(node, &checked))
			studio_add_code(node, text, node_child(node, "check"));
	}
	form = form_add(rq, node, &text_form, "%s", action);
	if (form == NULL)
		return;
	form_set_revision(form, revision);
	if (node_get(form, "state") != NULL && strcmp(node_get(form, "state"), "stale") == 0)
		add_difference(node, kept, text);
	replace_value(form, text);
	if (form_asks(rq))
		xmlUnsetProp(form, BAD_CAST "state");
}

static void
edit_get(struct request *rq, xmlNode *content)
{
	xmlNode *node = author_add(rq, content);
	const char *text = node == NULL ? NULL : author_text(rq);

	if (text == NULL)
		return;
	if (strcmp(node_get(node, "state"), "draft") != 0)
		fail_request(rq, FAIL_STALE, "questionnaire-not-a-draft");
	else
		add_form(rq, node, text, atoll(node_get(node, "revision")), request_format(rq, "/admin/questionnaire/%lld/edit", rq->subject));
}

static void
edit_post(struct request *rq)
{
	struct checked checked;

	if (author_step(rq, !check_sent(rq, &checked) ? PUBLISHING_REFUSED :
	    publishing_save(rq->db, rq->subject, form_revision(rq), &checked, rq->user->uid)))
		see_other(rq, "saved", "/admin/questionnaire/%lld", rq->subject);
}

/* The least that is a questionnaire: an author goes on from there. */
static const char beginning[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<questionnaire xmlns=\"urn:samspil:questionnaire:1\" id=\"my-questionnaire\" version=\"1\" lang=\"da\" licence=\"own\"\n"
    "    legal-basis=\"…\">\n"
    "  <title>…</title>\n"
    "  <intro>…</intro>\n"
    "  <section id=\"s1\">\n"
    "    <title>…</title>\n"
    "    <dimension id=\"d1\">\n"
    "      <title>…</title>\n"
    "      <question id=\"q1\" type=\"single\" required=\"yes\">\n"
    "        <text>…</text>\n"
    "        <option id=\"a\" score=\"0\">…</option>\n"
    "        <option id=\"b\" score=\"1\">…</option>\n"
    "      </question>\n"
    "      <colour id=\"d1.red\" level=\"red\" test=\"@score &gt;= 1\">{score}</colour>\n"
    "      <colour id=\"d1.green\" level=\"green\" test=\"true()\">{score}</colour>\n"
    "    </dimension>\n"
    "  </section>\n"
    "  <indication id=\"i1\" title=\"…\" risk=\"high\" test=\"count(dimension[@colour='red']) &gt;= 1\">…</indication>\n"
    "  <indication id=\"i2\" title=\"…\" risk=\"low\" test=\"true()\">…</indication>\n"
    "  <sentence>{red:…|…} {indication}</sentence>\n"
    "  <test id=\"t1\"><given question=\"q1\" option=\"b\"/><expect red=\"1\" indication=\"i1\"/></test>\n"
    "</questionnaire>\n";

static void
new_get(struct request *rq, xmlNode *content)
{
	xmlNode *node = node_add(content, "new-questionnaire");

	add_form(rq, node, beginning, 0, "/admin/questionnaires/new");
}

static void
new_post(struct request *rq)
{
	struct checked checked;
	long long id = 0;
	enum publishing_step step = check_sent(rq, &checked) ? publishing_draft(rq->db, &checked, rq->user->uid, &id) : PUBLISHING_REFUSED;

	if (author_step(rq, step))
		see_other(rq, step == PUBLISHING_SAME ? "questionnaire-there" : "questionnaire-begun", "/admin/questionnaire/%lld", id);
}

const struct route admin_questionnaire_edit = {
	.path = "/admin/questionnaire/:id/edit", .page = "questionnaire-edit", .menu = "admin", .may = MAY_WRITE_QUESTIONNAIRE,
	.get = edit_get, .post = edit_post, .form = &text_form,
};

const struct route admin_questionnaire_new = {
	.path = "/admin/questionnaires/new", .page = "questionnaire-new", .menu = "admin", .may = MAY_WRITE_QUESTIONNAIRE,
	.get = new_get, .post = new_post, .form = &text_form,
};
