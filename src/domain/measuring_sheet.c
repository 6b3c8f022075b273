#include "domain/measuring_sheet.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/measurement.h"
#include "sql/rows.h"
#include "xml/node.h"

enum { FIELDS_EACH = 3, REASON_MAX = 200, COMMENT_MAX = 2000 };

static const char value_prefix[] = "value-", reason_prefix[] = "not-possible-", comment_prefix[] = "comment-";

static const char *
name_of(struct request *rq, const char *prefix, long long question)
{
	return request_format(rq, "%s%lld", prefix, question);
}

/* What the form is made of. */
static struct field *
fields_of(struct request *rq, const struct measuring_sheet *sheet)
{
	struct field *fields = talloc_zero_array(rq, struct field, (unsigned)(sheet->count * FIELDS_EACH + 2)), *at = fields;
	size_t i;

	*at++ = (struct field){ .name = "goals", .type = FIELD_HIDDEN };
	for (i = 0; i < sheet->count; i++) {
		*at++ = (struct field){ .name = name_of(rq, value_prefix, sheet->asked[i].id), .type = FIELD_SCALE, .max = PROGRESSION_MAX };
		*at++ = (struct field){ .name = name_of(rq, reason_prefix, sheet->asked[i].id), .type = FIELD_LINE, .max = REASON_MAX };
		*at++ = (struct field){ .name = name_of(rq, comment_prefix, sheet->asked[i].id), .type = FIELD_TEXT, .max = COMMENT_MAX };
	}
	return fields;
}

struct measuring_sheet *
measuring_sheet_read(struct request *rq, long long course, long long intervention, const char *giver, const char *const *submits)
{
	struct measuring_sheet *sheet = talloc_zero(rq, struct measuring_sheet);
	const struct measuring_schedule *schedule;
	size_t rows, i;

	*sheet = (struct measuring_sheet){ .course = course, .intervention = intervention, .giver = giver, .goals = "" };
	schedule = measurement_schedule(rq->db, rq, intervention, &rows);
	sheet->round = measuring_round(schedule, rows, request_today(rq));
	if (sheet->round > 0)
		sheet->count = progress_asked(rq, intervention, giver, sheet->round, &sheet->asked);
	for (i = 0; i < sheet->count; i++)
		sheet->goals = request_format(rq, "%s%s%lld", sheet->goals, i == 0 ? "" : "-", sheet->asked[i].id);
	sheet->form = (struct form){ .name = "measurement", .fields = fields_of(rq, sheet), .submits = submits };
	return sheet;
}

/* What the browser brings back is of the form that it had: here stands what is asked now. */
static void
set_goals(xmlNode *form, const char *goals)
{
	xmlNode *field = form_part(form, "field", "goals"), *value = node_child(field, "value");

	if (value != NULL) {
		xmlUnlinkNode(value);
		xmlFreeNode(value);
	}
	if (field != NULL)
		node_add_text(field, "value", goals);
}

xmlNode *
measuring_sheet_add(struct request *rq, xmlNode *parent, const struct measuring_sheet *sheet, const char *action)
{
	xmlNode *form = sheet->count == 0 ? NULL : form_add(rq, parent, &sheet->form, "%s", action);
	size_t i;

	if (form == NULL)
		return NULL;
	set_goals(form, sheet->goals);
	for (i = 0; i < sheet->count; i++) {
		xmlNode *field = form_part(form, "field", name_of(rq, value_prefix, sheet->asked[i].id));

		node_add_text(field, "label", sheet->asked[i].text);
		node_set(field, "low", sheet->asked[i].anchor_0);
		node_set(field, "high", sheet->asked[i].anchor_10);
	}
	return form;
}

static const char *
typed(struct request *rq, const char *prefix, long long question)
{
	const char *text = pairs_find(&rq->body, name_of(rq, prefix, question));

	return text == NULL || text[0] == '\0' ? NULL : text;
}

static bool
is_asked(const struct measuring_sheet *sheet, long long question)
{
	size_t i;

	for (i = 0; i < sheet->count; i++)
		if (sheet->asked[i].id == question)
			return true;
	return false;
}

void
measuring_sheet_typed_add(struct request *rq, xmlNode *parent, const struct measuring_sheet *sheet)
{
	const char *goals = pairs_find(&rq->body, "goals");
	char *rest = NULL, *word;

	if (!rq->post || goals == NULL || strlen(goals) > PROGRESS_GOALS_MAX * 21)
		return;
	for (word = strtok_r(talloc_strdup(rq, goals), "-", &rest); word != NULL; word = strtok_r(NULL, "-", &rest)) {
		long long question = atoll(word);
		const char *value = typed(rq, value_prefix, question), *reason = typed(rq, reason_prefix, question);
		const char *comment = typed(rq, comment_prefix, question);
		xmlNode *node;

		if (is_asked(sheet, question) || (value == NULL && reason == NULL && comment == NULL))
			continue;
		node = node_add(parent, "typed");
		node_set(node, "question", rows_text(rq->db, rq, "SELECT q.text FROM progress_goal g JOIN progress_question q ON q.id = g.question_id"
		    " WHERE g.intervention_id = ? AND g.question_id = ?", ARGS(INT(sheet->intervention), INT(question))));
		node_set(node, "value", value);
		node_set(node, "not-possible", reason);
		node_set(node, "comment", comment);
	}
}

/* Each question has either a value or a reason. */
static bool
is_whole(struct request *rq, const struct measuring_sheet *sheet)
{
	size_t i;

	for (i = 0; i < sheet->count; i++) {
		const char *value = name_of(rq, value_prefix, sheet->asked[i].id), *reason = name_of(rq, reason_prefix, sheet->asked[i].id);

		if (field_refused(rq, value) || field_refused(rq, reason))
			continue;
		if (field_text(rq, value) == NULL && field_text(rq, reason) == NULL)
			field_error(rq, value, "value-or-reason");
		else if (field_text(rq, value) != NULL && field_text(rq, reason) != NULL)
			field_error(rq, reason, "value-given");
	}
	return !request_failed(rq);
}

bool
measuring_sheet_keep(struct request *rq, const struct measuring_sheet *sheet)
{
	const char *goals = pairs_find(&rq->body, "goals");
	enum fail f = form_read(rq, &sheet->form);
	size_t i;

	if (goals != NULL && strcmp(goals, sheet->goals) != 0) {
		fail_request(rq, FAIL_STALE, sheet->count == 0 ? "measured-already" : "goals-changed");
		return false;
	}
	if (sheet->count == 0)
		f = FAIL_DENIED;
	if (!is_whole(rq, sheet) || f != FAIL_NONE) {
		fail_request(rq, f == FAIL_NONE ? FAIL_INPUT : f, NULL);
		return false;
	}
	for (i = 0; i < sheet->count; i++) {
		long long question = sheet->asked[i].id;

		measurement_keep(rq, &(struct measurement){ .course = sheet->course, .intervention = sheet->intervention, .question = question,
		    .by = sheet->giver, .value = FIELD(rq, name_of(rq, value_prefix, question)),
		    .not_possible = FIELD(rq, name_of(rq, reason_prefix, question)), .comment = FIELD(rq, name_of(rq, comment_prefix, question)) });
	}
	return !request_failed(rq);
}
