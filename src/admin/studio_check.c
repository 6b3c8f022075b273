/* studio_check.c - what the gate says of a version, and its text line by line. */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "admin/studio.h"
#include "base/text.h"
#include "web/look.h"
#include "xml/labels.h"
#include "xml/node.h"

void
studio_options(struct request *rq, struct renderer_options *out)
{
	*out = renderer_options_of(rq->site->conf, rq->site->share, labels_language(rq->site->labels));
}

bool
studio_layer(struct request *rq, const struct stylesheet_version *version, struct layer *out)
{
	const struct look_source *source = rq->program->looks;
	struct look look = { 0 };

	if (source != NULL && source->read_settings != NULL &&
	    !source->read_settings(rq->db, rq, version->department, version->program, rq->site->labels, &look))
		return false;
	*out = (struct layer){ .program = version->program, .text = version->sheet, .length = strlen(version->sheet),
	    .settings = look.sheet, .labels = look.labels != NULL ? look.labels : rq->site->labels };
	return true;
}

static void
add_finding(xmlNode *check, const struct finding *finding)
{
	xmlNode *node = node_add(check, "finding");

	node_set(node, "key", finding->key);
	node_set(node, "refuses", finding->refuses ? "yes" : "no");
	if (finding->line > 0)
		node_set_int(node, "line", finding->line);
	if (finding->line > 0 && finding->column > 0)
		node_set_int(node, "column", finding->column);
	node_set(node, "name", finding->name);
	node_set(node, "nearest", finding->nearest);
	node_set(node, "where", finding->where);
	node_set(node, "page", finding->page);
}

static void
add_check(xmlNode *parent, const struct verdict *check, bool passes)
{
	xmlNode *node = node_add(parent, "check");
	size_t i;

	node_set(node, "state", !check->judged ? "unjudged" : passes ? "passed" : "refused");
	if (!check->judged) {
		node_set(node, "why", check->why);
		return;
	}
	node_set_int(node, "pages", check->pages);
	if (check->slowest_page != NULL) {
		node_set_format(node, "slowest-milliseconds", "%.1f", (double)check->slowest_microseconds / 1000);
		node_set(node, "slowest-page", check->slowest_page);
	}
	node_set_int(node, "largest", (long long)check->largest);
	for (i = 0; i < check->findings.count; i++)
		add_finding(node, &check->findings.list[i]);
}

bool
studio_check(struct request *rq, xmlNode *parent, const struct stylesheet_version *version)
{
	struct renderer_options options;
	struct layer layer;
	struct verdict check = { 0 };
	bool passes;

	if (!studio_layer(rq, version, &layer))
		return false;
	studio_options(rq, &options);
	/* The gate takes its time: nobody else shall wait for this transaction meanwhile.  What follows is in one of its own. */
	db_commit(rq->db);
	if (db_failed(rq->db) != FAIL_NONE)
		return false;
	renderer_check(rq, &options, &layer, &check);
	passes = check.judged && !findings_refuse(&check.findings);
	if (parent != NULL)
		add_check(parent, &check, passes);
	return passes;
}

bool
studio_passes(struct request *rq, const struct stylesheet_version *version)
{
	if (version->revision != form_revision(rq))
		fail_request(rq, FAIL_STALE, NULL);
	else if (!studio_check(rq, NULL, version))
		fail_request(rq, FAIL_INPUT, "stylesheet-refused");
	return !request_failed(rq);
}

/* The column of a finding may be that of the attribute or element in which its name stands: the name itself is marked. */
static void
set_mark(xmlNode *line, const char *text, const xmlNode *finding)
{
	const char *column = node_get(finding, "column"), *name = node_get(finding, "name"), *at = text;
	char *before;
	long n;

	if (column == NULL || name == NULL || node_get(line, "from") != NULL)
		return;
	for (n = atol(column); n > 1 && *at != '\0'; n--)
		at += text_utf8_length(at);
	at = strstr(at, name);
	if (at == NULL)
		return;
	before = talloc_strndup(NULL, text, (size_t)(at - text));
	node_set_int(line, "from", (long long)text_characters(before) + 1);
	node_set_int(line, "length", (long long)text_characters(name));
	talloc_free(before);
}

static void
set_level(xmlNode *line, const char *text, long long n, const xmlNode *check)
{
	const xmlNode *finding;

	for (finding = node_child(check, "finding"); finding != NULL; finding = node_next(finding, "finding")) {
		bool refuses = strcmp(node_get(finding, "refuses"), "yes") == 0;

		if (node_get(finding, "line") == NULL || atoll(node_get(finding, "line")) != n)
			continue;
		set_mark(line, text, finding);
		if (refuses || node_get(line, "level") == NULL)
			node_set(line, "level", refuses ? "error" : "remark");
	}
}

void
studio_add_code(xmlNode *parent, const char *text, const xmlNode *check)
{
	xmlNode *code = node_add(parent, "code");
	long long n;

	for (n = 1; *text != '\0'; n++) {
		size_t length = strcspn(text, "\n");
		char *words = talloc_strndup(NULL, text, length);
		xmlNode *line = node_add_text(code, "line", words);

		node_set_int(line, "n", n);
		set_level(line, words, n, check);
		talloc_free(words);
		text += length + (text[length] == '\n' ? 1 : 0);
	}
}
