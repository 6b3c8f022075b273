#include "plan/intervention_step.h"

#include <stdlib.h>
#include <string.h>

#include "domain/catalogue.h"
#include "domain/course.h"
#include "domain/intervention.h"
#include "domain/place.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "xml/node.h"

static const struct field no_fields[] = { { 0 } };
static const char *const order_submits[] = { "order", NULL }, *const current_submits[] = { "take-current", NULL };
static const char *const own_submits[] = { "make-own", NULL };
const struct form intervention_order_form = { .name = "order-intervention", .fields = no_fields, .submits = order_submits };
const struct form intervention_current_form = { .name = "current-intervention", .fields = no_fields, .submits = current_submits };
const struct form intervention_own_form = { .name = "own-intervention", .fields = no_fields, .submits = own_submits };

void
intervention_steps_add(struct request *rq, xmlNode *intervention)
{
	const char *id = node_get(intervention, "id"), *waits = node_get(intervention, "waits"), *gone = node_get(intervention, "gone");

	if (waits != NULL && strcmp(waits, "order") == 0 && gone == NULL)
		form_add(rq, intervention, &intervention_order_form, "/plan/%lld/interventions/%s/order", rq->subject, id);
	if (gone != NULL && strcmp(gone, "replaced") == 0)
		form_add(rq, intervention, &intervention_current_form, "/plan/%lld/interventions/%s/current", rq->subject, id);
	if (gone != NULL)
		form_add(rq, intervention, &intervention_own_form, "/plan/%lld/interventions/%s/own", rq->subject, id);
}

void
intervention_ordered(struct request *rq, long long intervention)
{
	const char *state = intervention_state_of(rq, rq->subject, intervention);

	see_other(rq, state != NULL && strcmp(state, "ordered") == 0 ? "intervention-ordered" : "intervention-waits", "/plan/%lld/interventions",
	    rq->subject);
}

void
intervention_order_post(struct request *rq)
{
	const char *state = course_lock(rq, rq->subject);

	if (state == NULL || !intervention_take(rq, rq->subject, rq->ids[1], INTERVENTION_ORDER, &(struct intervention_said){ .reason = NULL }))
		return;
	intervention_course_goes_on(rq, rq->subject, state);
	intervention_ordered(rq, rq->ids[1]);
}

/* What is proposed and was taken out of the catalogue, its course locked; 0 (and the request knows why) for anything else. */
static long long
lock_gone(struct request *rq)
{
	long long version;

	if (course_lock(rq, rq->subject) == NULL)
		return 0;
	version = rows_int(rq->db, 0, "SELECT v.id FROM intervention i JOIN catalogue_version v ON v.id = i.catalogue_version_id"
	    " WHERE i.course_id = ? AND i.id = ? AND i.state = 'proposed' AND v.state = 'retired'", ARGS(INT(rq->subject), INT(rq->ids[1])));
	if (version == 0)
		fail_request(rq, FAIL_INPUT, "intervention-state");
	return version;
}

void
intervention_current_post(struct request *rq)
{
	long long version = lock_gone(rq), current = version == 0 ? 0 : catalogue_current(rq, version);

	if (version == 0)
		return;
	if (current == 0) {
		fail_request(rq, FAIL_INPUT, "offer-retired");
		return;
	}
	exec(rq->db, "UPDATE intervention SET catalogue_version_id = ?, changed_by = ?, revision = revision + 1 WHERE course_id = ? AND id = ?",
	    ARGS(INT(current), TEXT(rq->user->uid), INT(rq->subject), INT(rq->ids[1])));
	see_other(rq, "saved", "/plan/%lld/interventions", rq->subject);
}

/* One's own needs no place: who stood behind it in line moves up. */
void
intervention_own_post(struct request *rq)
{
	long long version = lock_gone(rq), entry, free;
	bool had_turn;

	if (version == 0)
		return;
	entry = rows_int(rq->db, 0, "SELECT entry_id FROM catalogue_version WHERE id = ?", ARGS(INT(version)));
	place_turn(rq, entry);
	free = place_free(rq, entry);
	had_turn = place_in_line(rq, entry, rq->ids[1]) <= free;
	exec(rq->db, "UPDATE intervention SET catalogue_version_id = NULL, waits_since = NULL, changed_by = ?, revision = revision + 1"
	    " WHERE course_id = ? AND id = ?", ARGS(TEXT(rq->user->uid), INT(rq->subject), INT(rq->ids[1])));
	if (had_turn)
		place_tell(rq, entry, free);
	see_other(rq, "saved", "/plan/%lld/interventions", rq->subject);
}
