/*
 * /answer/measurement - how it goes with an intervention, as the citizen sees it: a value from 0 to 10 for each question that
 * was measured of it.
 *	<measuring title> <form name="measurement"> <field name="value-QUESTION" type="scale"> <label/> <help/> ... <field
 *	 name="comment"/> </form> </measuring>
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "answer/pages.h"
#include "answer/visitor.h"
#include "domain/measurement.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/request.h"
#include "xml/node.h"

enum { QUESTIONS_MAX = 50 };

static const char *const measurement_submits[] = { "send", NULL };

struct asked { long long id; const char *field, *text, *anchor_0, *anchor_10; };

/* The form of this intervention: its questions, then the comment. */
struct sheet { struct request *rq; struct asked questions[QUESTIONS_MAX]; size_t count; struct field *fields; struct form form; };

static void
note_question(void *user, const char *const *columns, size_t count)
{
	enum { ID, TEXT_, ANCHOR_0, ANCHOR_10 };
	struct sheet *sheet = user;

	(void)count;
	if (sheet->count == QUESTIONS_MAX)
		return;
	sheet->questions[sheet->count++] = (struct asked){ atoll(columns[ID]), request_format(sheet->rq, "value-%s", columns[ID]),
	    request_format(sheet->rq, "%s", columns[TEXT_]), request_format(sheet->rq, "%s", columns[ANCHOR_0]),
	    request_format(sheet->rq, "%s", columns[ANCHOR_10]) };
}

static struct sheet *
read_sheet(struct request *rq)
{
	struct sheet *sheet = talloc_zero(rq, struct sheet);
	size_t i;

	sheet->rq = rq;
	rows_each(rq->db, "SELECT p.id, p.text, p.anchor_0, p.anchor_10 FROM progress_question p"
	    " WHERE p.id IN (SELECT m.question_id FROM measurement m WHERE m.intervention_id = ?) ORDER BY p.id",
	    ARGS(INT(visitor_of(rq)->intervention)), note_question, sheet);
	sheet->fields = talloc_zero_array(sheet, struct field, (unsigned)sheet->count + 2);
	for (i = 0; i < sheet->count; i++)
		sheet->fields[i] = (struct field){ sheet->questions[i].field, FIELD_SCALE, REQUIRED, .min = 0, .max = 10 };
	sheet->fields[i] = (struct field){ "comment", FIELD_TEXT, .max = 2000 };
	sheet->form = (struct form){ .name = "measurement", .fields = sheet->fields, .submits = measurement_submits };
	return sheet;
}

static void
measurement_get(struct request *rq, xmlNode *content)
{
	const struct visitor *visitor = visitor_of(rq);
	xmlNode *measuring, *field;
	struct sheet *sheet;
	size_t i;

	if (visitor->used || visitor->intervention == 0) {
		answered_add(rq, content);
		return;
	}
	measuring = node_add(content, "measuring");
	node_set(measuring, "title", visitor->title);
	sheet = read_sheet(rq);
	if (sheet->count == 0)
		return;
	field = node_child(form_add(rq, measuring, &sheet->form, "/answer/measurement"), "field");
	for (i = 0; i < sheet->count && field != NULL; i++, field = node_next(field, "field")) {
		node_add_text(field, "label", sheet->questions[i].text);
		node_set(field, "low", sheet->questions[i].anchor_0);
		node_set(field, "high", sheet->questions[i].anchor_10);
	}
	visitor_watch(rq);
}

static void
measurement_post(struct request *rq)
{
	const struct visitor *visitor = visitor_of(rq);
	struct sheet *sheet;
	enum fail f;
	size_t i;

	if (visitor->used || visitor->intervention == 0) {
		see_other(rq, NULL, "/answer/done");
		return;
	}
	sheet = read_sheet(rq);
	f = sheet->count == 0 ? FAIL_DENIED : form_read(rq, &sheet->form);
	if (f != FAIL_NONE)
		fail_request(rq, f, NULL);
	/* Whose two windows send at once: the second finds the code used. */
	if (!visitor_use_up(rq))
		fail_request(rq, FAIL_STALE, NULL);
	if (request_failed(rq))
		return;
	/* What is written stands with the first of them. */
	for (i = 0; i < sheet->count; i++)
		measurement_keep(rq, &(struct measurement){ .course = visitor->course, .intervention = visitor->intervention,
		    .question = sheet->questions[i].id, .by = "citizen", .value = FIELD(rq, sheet->questions[i].field),
		    .not_possible = NOTHING, .comment = i == 0 ? FIELD(rq, "comment") : NOTHING });
	see_other(rq, NULL, "/answer/done");
}

const struct route answer_measurement = {
	.path = "/answer/measurement", .page = "measurement", .get = measurement_get, .post = measurement_post,
};
