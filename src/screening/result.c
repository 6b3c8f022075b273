#include "screening/result.h"

#include <stdlib.h>
#include <string.h>

#include "domain/answers.h"
#include "domain/findings.h"
#include "sql/rows.h"
#include "xml/node.h"

static const struct field rescore_fields[] = {
	{ .name = "version", .type = FIELD_HIDDEN, .required = REQUIRED },
	{ 0 }
};
static const char *const rescore_submits[] = { "rescore", NULL };
const struct form rescore_form = { .name = "rescore", .fields = rescore_fields, .submits = rescore_submits };

/* The newest published version of the screening's questionnaire after its own, unless its rules were applied already. */
static long long
newer_version(struct request *rq)
{
	return rows_int(rq->db, 0, "SELECT n.version FROM screening s JOIN questionnaire q ON q.id = s.questionnaire_id"
	    "  JOIN questionnaire n ON n.code = q.code AND n.state = 'published' AND n.version > q.version"
	    " WHERE s.id = ? AND NOT EXISTS (SELECT 1 FROM questionnaire l WHERE l.code = n.code AND l.state = 'published' AND l.version > n.version)"
	    "  AND NOT EXISTS (SELECT 1 FROM rescoring r WHERE r.screening_id = s.id AND r.questionnaire_id = n.id)", ARGS(INT(rq->subject)));
}

/* What the first result said of each dimension stands beside what this one says. */
static void
set_first(const xmlNode *screening, const xmlNode *again)
{
	xmlNode *one, *other;

	for (one = node_child(again, "dimension"); one != NULL; one = node_next(one, "dimension"))
		for (other = node_child(screening, "dimension"); other != NULL; other = node_next(other, "dimension"))
			if (strcmp(node_get(one, "id"), node_get(other, "id")) == 0)
				node_set(one, "first", node_get(other, "level") == NULL ? "none" : node_get(other, "level"));
}

static void
rescorings_add(struct request *rq, xmlNode *screening)
{
	xmlNode *again;

	if (rows_add(rq->db, screening, "rescoring", "SELECT r.id, q.version, r.computed_at AS 'computed-at', w.name AS 'computed-by',"
	    "  r.questionnaire_id AS rules FROM rescoring r JOIN questionnaire q ON q.id = r.questionnaire_id"
	    "  LEFT JOIN staff w ON w.uid = r.changed_by WHERE r.screening_id = ? ORDER BY r.id", ARGS(INT(rq->subject))) == 0)
		return;
	for (again = node_child(screening, "rescoring"); again != NULL; again = node_next(again, "rescoring")) {
		const struct questionnaire *rules = questionnaire_load(rq, atoll(node_get(again, "rules")));

		xmlUnsetProp(again, BAD_CAST "rules");
		if (rules != NULL)
			findings_add_again(rq, again, rules, atoll(node_get(again, "id")), rq->subject);
		set_first(screening, again);
	}
}

void
result_add(struct request *rq, xmlNode *screening)
{
	const struct questionnaire *q = questionnaire_load(rq, rows_int(rq->db, 0, "SELECT questionnaire_id FROM screening WHERE id = ?",
	    ARGS(INT(rq->subject))));
	long long version;
	xmlNode *form;

	if (q == NULL)
		return;
	findings_add(rq, screening, q, rq->subject);
	rescorings_add(rq, screening);
	if (rows_int(rq->db, 0, "SELECT 1 FROM screening s JOIN screening o ON o.citizen_id = s.citizen_id AND o.id <> s.id"
	    "  AND o.state IN ('submitted', 'assessed') WHERE s.id = ? LIMIT 1", ARGS(INT(rq->subject))) == 1)
		node_set(screening, "compare-href", request_href(rq, "/screening/%lld/compare", rq->subject));
	version = newer_version(rq);
	form = version == 0 ? NULL : form_add(rq, screening, &rescore_form, "/screening/%lld/rescore", rq->subject);
	if (form == NULL)
		return;
	node_set_int(screening, "newer-version", version);
	form_set_int(form, "version", version);
}

/* A questionnaire of the same name, published, of that version; 0 for none. */
static long long
rules_of(struct request *rq, const char *version)
{
	return rows_int(rq->db, 0, "SELECT n.id FROM screening s JOIN questionnaire q ON q.id = s.questionnaire_id"
	    "  JOIN questionnaire n ON n.code = q.code AND n.state = 'published' WHERE s.id = ? AND s.state IN ('submitted', 'assessed')"
	    "  AND n.version = ? AND n.id <> q.id", ARGS(INT(rq->subject), TEXT(version)));
}

void
rescore_post(struct request *rq)
{
	long long id = rules_of(rq, field_text(rq, "version"));
	const struct questionnaire *rules = id == 0 ? NULL : questionnaire_load(rq, id);
	struct response *response = NULL;
	enum fail f;

	if (rules == NULL) {
		fail_request(rq, FAIL_STALE, "no-such-version");
		return;
	}
	f = response_evaluate(rq, rules, answers_load(rq, rules, (struct answers_of){ ANSWERS_OF_SCREENING, rq->subject }), NULL, &response);
	if (f != FAIL_NONE) {
		fail_request(rq, f, NULL);
		return;
	}
	response_keep_again(rq, rules, id, rq->subject, response);
	see_other(rq, "rescored", "/screening/%lld", rq->subject);
}
