/* /answer/language - POST: the visit goes on in another language. */
#include "answer/pages.h"
#include "answer/sit.h"
#include "web/form.h"
#include "web/site.h"
#include "xml/labels.h"
#include "xml/node.h"

static void
add_languages(struct request *rq, xmlNode *field)
{
	const struct labels *const *one;

	for (one = site_languages(rq->site); *one != NULL; one++) {
		xmlNode *choice = node_add_text(field, "choice", labels_find(*one, "language.name"));

		node_set(choice, "value", labels_language(*one));
	}
}

static const struct field language_fields[] = {
	{ "language", FIELD_CHOICE, REQUIRED, .source = add_languages },
	{ 0 }
};
static const char *const language_submits[] = { "choose", NULL };
static const struct form language_form = { .name = "language", .fields = language_fields, .submits = language_submits };

void
language_form_add(struct request *rq, xmlNode *content)
{
	form_set(form_add(rq, content, &language_form, "/answer/language"), "language", labels_language(request_labels(rq)));
}

static void
language_post(struct request *rq)
{
	visitor_speak(rq, field_text(rq, "language"));
	see_other(rq, NULL, "%s", visitor_path(visitor_of(rq)));
}

const struct route answer_language = { .path = "/answer/language", .page = "language", .post = language_post, .form = &language_form };
