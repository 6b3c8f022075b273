/*
 * /answer/measurement - how it goes with an intervention, as the citizen sees it: a value from 0 to 10 for each of its questions,
 * one at a time.
 *	<measuring title left [agreed="yes"]> <progress-question id text anchor-0 anchor-10/> <form name="measurement"/> </measuring>
 */
#include <string.h>

#include "answer/pages.h"
#include "answer/visitor.h"
#include "base/date.h"
#include "domain/choice.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/request.h"
#include "xml/node.h"

/*
 * The questions that are left: those that were measured of the intervention and not yet by this code; before the first
 * measurement of all, those of the bank.
 */
#define LEFT \
	"  FROM (SELECT ? AS intervention, CAST(? AS DATETIME) AS since, CAST(? AS DATE) AS today) v JOIN progress_question p" \
	" ON IF(EXISTS (SELECT 1 FROM measurement m WHERE m.intervention_id = v.intervention)," \
	"  EXISTS (SELECT 1 FROM measurement m WHERE m.intervention_id = v.intervention AND m.question_id = p.id)," \
	"  p.valid_from <= v.today AND (p.valid_to IS NULL OR p.valid_to >= v.today))" \
	" AND NOT EXISTS (SELECT 1 FROM measurement m WHERE m.intervention_id = v.intervention AND m.question_id = p.id" \
	"  AND m.measured_by = 'citizen' AND m.measured_at >= v.since)"

static struct date
today(void)
{
	struct date date;

	date_today(&date);
	return date;
}

#define LEFT_ARGS(visitor, today) ARGS(INT((visitor)->intervention), TEXT((visitor)->issued_at), TEXT((today).iso))

static void
question_choices(struct request *rq, xmlNode *field)
{
	struct date date = today();

	choices_add(rq, field, "SELECT p.id, p.text" LEFT " ORDER BY p.id", LEFT_ARGS(visitor_of(rq), date));
}

static const struct field measurement_fields[] = {
	{ "question", FIELD_CHOICE, REQUIRED, .source = question_choices },
	{ "value",    FIELD_SCALE,  REQUIRED, .min = 0, .max = 10 },
	{ "comment",  FIELD_TEXT,   .max = 2000 },
	{ 0 }
};
static const char *const measurement_submits[] = { "send", NULL };
static const struct form measurement_form = { .name = "measurement", .fields = measurement_fields, .submits = measurement_submits };

static long long
questions_left(struct request *rq)
{
	struct date date = today();

	return rows_int(rq->db, 0, "SELECT COUNT(*)" LEFT, LEFT_ARGS(visitor_of(rq), date));
}

/* What the ends of the scale mean, at the scale. */
static void
set_anchors(struct request *rq, xmlNode *form, const xmlNode *question)
{
	xmlNode *field = node_child(form, "field");

	while (field != NULL && strcmp(node_get(field, "name"), "value") != 0)
		field = node_next(field, "field");
	node_add_text(field, "help", request_format(rq, "0: %s. 10: %s.", node_get(question, "anchor-0"), node_get(question, "anchor-10")));
}

static void
measurement_get(struct request *rq, xmlNode *content)
{
	const struct visitor *visitor = visitor_of(rq);
	struct date date = today();
	xmlNode *measuring, *question, *form;

	if (visitor->used || visitor->intervention == 0) {
		answered_add(rq, content);
		return;
	}
	measuring = node_add(content, "measuring");
	node_set(measuring, "title", visitor->title);
	node_set_int(measuring, "left", questions_left(rq));
	if (rows_int(rq->db, 0, "SELECT 1 FROM measurement WHERE intervention_id = ? LIMIT 1", ARGS(INT(visitor->intervention))) == 1)
		node_set(measuring, "agreed", "yes");
	question = rows_add_one(rq->db, measuring, "progress-question",
	    "SELECT p.id, p.text, p.anchor_0 AS 'anchor-0', p.anchor_10 AS 'anchor-10'" LEFT " ORDER BY p.id LIMIT 1",
	    LEFT_ARGS(visitor, date));
	if (question == NULL)
		return;
	form = form_add(rq, measuring, &measurement_form, "/answer/measurement");
	form_set(form, "question", node_get(question, "id"));
	if (node_get(measuring, "agreed") != NULL)
		set_anchors(rq, form, question);
}

static void
measurement_post(struct request *rq)
{
	const struct visitor *visitor = visitor_of(rq);

	if (visitor->used || visitor->intervention == 0) {
		see_other(rq, NULL, "/answer/done");
		return;
	}
	exec(rq->db, "INSERT INTO measurement (course_id, intervention_id, question_id, round, measured_by, value, comment, changed_by)"
	    " SELECT v.course, v.intervention, v.question, (SELECT COALESCE(MAX(m.round), 0) + 1 FROM measurement m"
	    "   WHERE m.intervention_id = v.intervention AND m.question_id = v.question AND m.measured_by = 'citizen'), 'citizen', ?, ?, ?"
	    "  FROM (SELECT ? AS course, ? AS intervention, ? AS question) v",
	    ARGS(FIELD(rq, "value"), FIELD(rq, "comment"), TEXT(rq->user->uid), INT(visitor->course), INT(visitor->intervention),
	    INT(field_int(rq, "question", 0))));
	if (questions_left(rq) > 0) {
		see_other(rq, NULL, "/answer/measurement");
		return;
	}
	visitor_use_up(rq);
	see_other(rq, NULL, "/answer/done");
}

const struct route answer_measurement = {
	.path = "/answer/measurement", .page = "measurement", .get = measurement_get, .post = measurement_post,
	.form = &measurement_form,
};
