/* author.c - what the pages for authors of questionnaires share. */
#include <string.h>

#include "admin/questionnaires.h"
#include "web/form.h"
#include "web/link.h"
#include "xml/node.h"

void
author_set_hrefs(struct request *rq, xmlNode *parent)
{
	link_rows(rq, parent, "questionnaire-version", "id", "/admin/questionnaire");
}

xmlNode *
author_add(struct request *rq, xmlNode *content)
{
	xmlNode *crumbs = node_add(content, "breadcrumbs"), *node;

	link_add(rq, crumbs, "admin", "/admin");
	link_add(rq, crumbs, "questionnaires", "/admin/questionnaires");
	if (strcmp(rq->route->page, "questionnaire") != 0)
		link_add(rq, crumbs, "questionnaire", "/admin/questionnaire/%lld", rq->subject);
	node = rows_add_one(rq->db, content, "questionnaire-version", QUESTIONNAIRE_COLUMNS QUESTIONNAIRE_FROM " WHERE q.id = ?",
	    ARGS(INT(rq->subject)));
	if (node == NULL)
		fail_request(rq, FAIL_MISSING, "no-such-questionnaire");
	else
		author_set_hrefs(rq, content);
	return node;
}

const struct schema *
author_grammar(struct request *rq)
{
	static struct schema *grammar;	/* read once a process, and only read */

	if (grammar == NULL && schema_read(NULL, request_format(rq, "%s/xslt/schema/questionnaire.rng", rq->site->share), &grammar) != FAIL_NONE)
		fail_request(rq, FAIL_BROKEN, NULL);
	return grammar;
}

void
author_check(struct request *rq, const char *name, const char *text, struct checked *out)
{
	struct publishing_text own = { name, text, strlen(text) };
	const struct schema *grammar = author_grammar(rq);

	*out = (struct checked){ .faults = { .owner = rq }, .failed = { .owner = rq }, .doubts = { .owner = rq } };
	if (grammar == NULL)
		return;
	publishing_check(rq, grammar, &own, NULL, out);
	if (out->faults.count == 0)
		publishing_fits(rq->db, rq->subject, out);
}

const char *
author_text(struct request *rq)
{
	return rows_text(rq->db, rq, "SELECT xml FROM questionnaire WHERE id = ?", ARGS(INT(rq->subject)));
}

/* A line of another file than the one that is shown is a place to go to nowhere: it is told in words. */
static void
add_finding(xmlNode *check, const struct reason *reason, bool refuses)
{
	xmlNode *node = node_add(check, "finding");
	enum reason_place i;

	node_set(node, "key", reason_key(reason->key));
	node_set(node, "refuses", refuses ? "yes" : "no");
	if (reason->file != NULL)
		node_set(node, "file", reason->file);
	if (reason->line > 0)
		node_set_int(node, reason->file == NULL ? "line" : "file-line", reason->line);
	for (i = 0; i < REASON_PLACES; i++)
		if (reason_value(reason, i) != NULL)
			node_set(node, reason_place(i), reason_value(reason, i));
}

static void
add_findings(xmlNode *check, const struct reasons *reasons, bool refuse)
{
	size_t i;

	for (i = 0; i < reasons->count; i++)
		add_finding(check, &reasons->list[i], refuse);
}

bool
author_add_check(xmlNode *parent, const struct checked *checked)
{
	xmlNode *check = node_add(parent, "check");
	bool passes = checked->faults.count == 0 && checked->failed.count == 0;

	node_set(check, "state", passes ? "passed" : "refused");
	add_findings(check, &checked->faults, true);
	add_findings(check, &checked->failed, true);
	add_findings(check, &checked->doubts, false);
	return passes;
}

bool
author_step(struct request *rq, enum publishing_step step)
{
	static const char *const keys[] = {
		[PUBLISHING_REFUSED] = "questionnaire-refused", [PUBLISHING_NOT_A_DRAFT] = "questionnaire-not-a-draft",
		[PUBLISHING_NOT_PUBLISHED] = "questionnaire-not-published",
	};

	if (step == PUBLISHING_DONE || step == PUBLISHING_SAME)
		return !request_failed(rq);
	if (step == PUBLISHING_GONE)
		fail_request(rq, FAIL_MISSING, "no-such-questionnaire");
	else
		fail_request(rq, step == PUBLISHING_REFUSED ? FAIL_INPUT : FAIL_STALE, step == PUBLISHING_STALE ? NULL : keys[step]);
	return false;
}
