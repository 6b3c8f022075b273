/*
 * /answer/measurement - how it goes with an intervention, as the citizen sees it: a value from 0 to 10 for each goal that is measured, or why it cannot be
 * said.  What was given this time is not asked again.
 *	<measuring title [answered]> <typed .../>* <form name="measurement"> <field name="value-QUESTION" type="scale"> <label/> </field> ... </form>? </measuring>
 */
#include "answer/pages.h"
#include "answer/visitor.h"
#include "domain/measuring_sheet.h"
#include "web/form.h"
#include "web/request.h"
#include "xml/node.h"

static const char *const measurement_submits[] = { "send", NULL };

static struct measuring_sheet *
sheet_of(struct request *rq)
{
	const struct visitor *visitor = visitor_of(rq);

	return measuring_sheet_read(rq, visitor->course, visitor->intervention, "citizen", measurement_submits);
}

static void
measurement_get(struct request *rq, xmlNode *content)
{
	const struct visitor *visitor = visitor_of(rq);
	const struct measuring_sheet *sheet;
	xmlNode *measuring;

	if ((visitor->used && !rq->post) || visitor->intervention == 0) {
		answered_add(rq, content);
		return;
	}
	measuring = node_add(content, "measuring");
	node_set(measuring, "title", visitor->title);
	sheet = sheet_of(rq);
	node_set(measuring, "answered", sheet->count == 0 && progress_goals_count(rq, visitor->intervention) > 0 ? "yes" : NULL);
	measuring_sheet_typed_add(rq, measuring, sheet);
	measuring_sheet_add(rq, measuring, sheet, "/answer/measurement");
	visitor_watch(rq);
}

static void
measurement_post(struct request *rq)
{
	const struct visitor *visitor = visitor_of(rq);

	if (visitor->intervention == 0) {
		see_other(rq, NULL, "/answer/done");
		return;
	}
	/* What another device has sent meanwhile is measured: what was typed here is shown, and not kept. */
	if (!measuring_sheet_keep(rq, sheet_of(rq)))
		return;
	/* Of two that send at once the second finds the code used. */
	if (!visitor_use_up(rq))
		fail_request(rq, FAIL_STALE, NULL);
	else
		see_other(rq, NULL, "/answer/done");
}

const struct route answer_measurement = {
	.path = "/answer/measurement", .page = "measurement", .get = measurement_get, .post = measurement_post,
};
