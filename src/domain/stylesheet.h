/*
 * stylesheet.h - departments' layers as versions: draft, active, retired.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * A view is (department, program); it has at most one active version, and at most one draft of each author.  Functions stick to the
 * database's error as all of sql/ does: after a failure they do nothing and say "nothing".  Who calls has asked for the right
 * (MAY_EDIT_LOOK and so on); what is asked of the two people together is asked here, for pages and tool alike.
 */
#ifndef SAMSPIL_DOMAIN_STYLESHEET_H
#define SAMSPIL_DOMAIN_STYLESHEET_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "sql/db.h"

struct stylesheet_version {
	long long id, revision;
	int number;
	const char *department, *program, *state, *sheet, *reason;
	const char *created_by, *changed_by, *changed_at, *asked_by, *asked_at, *activated_by, *activated_at, *retired_by, *retired_at, *retired_why;
};

/* The programs that have views, NULL-terminated: "portal", "answer" ...; and the text that a first draft begins with. */
extern const char *const stylesheet_programs[];
char *stylesheet_beginning(const void *owner, const char *program);

/* Texts owned by owner. false: there is none, or the database failed. */
bool stylesheet_find(struct db *db, const void *owner, long long id, struct stylesheet_version *out);
bool stylesheet_active(struct db *db, const void *owner, const char *department, const char *program, struct stylesheet_version *out);

/* That person's own draft of the view. */
bool stylesheet_draft_of(struct db *db, const void *owner, const char *department, const char *program, const char *by,
    struct stylesheet_version *out);

/*
 * A new draft by that person; returns its id, 0 after a failure.  Its number is the next of the view.  Who has a draft of the view
 * already gets that one's id, and it stays as it is.  A text longer than a layer may be (LAYER_MAX) fails with FAIL_LARGE, here and
 * in stylesheet_save.
 */
long long stylesheet_draft(struct db *db, const char *department, const char *program, const char *by, const char *sheet,
    const char *reason);

/* What a step was answered with; the label is notice.stylesheet-NAME for what hinders. */
enum stylesheet_step {
	STYLESHEET_DONE,
	STYLESHEET_STALE,		/* the revision is another by now */
	STYLESHEET_NOT_A_DRAFT,		/* it was active: its text is fixed */
	STYLESHEET_SAME_PERSON,		/* who wrote, changed or asked may not be the one who activates */
	STYLESHEET_NOT_ASKED,		/* activation was not asked for */
	STYLESHEET_NOTHING_BEFORE,	/* roll back to what? */
	STYLESHEET_GONE,		/* no such version, or the database failed (db_failed says) */
};

/* Save a draft's text and reason: an activation that was asked for must be asked for again. */
enum stylesheet_step stylesheet_save(struct db *db, long long id, long long revision, const char *by, const char *sheet, const char *reason);

/* Ask for a draft's activation.  Who asked first stays the one who did; the revision stays, as the text does. */
enum stylesheet_step stylesheet_ask(struct db *db, long long id, long long revision, const char *by);

/* The draft is removed, and what was counted of it. */
enum stylesheet_step stylesheet_discard(struct db *db, long long id, long long revision);

/* Put the draft to use; the view's active version, if any, is retired.  Whoever calls has seen renderer_check pass on this revision's text. */
enum stylesheet_step stylesheet_activate(struct db *db, long long id, long long revision, const char *by);

/*
 * Back to the version that was active before the view's present one, a step each time, and from the first one to the shipped look.  A
 * version that was itself rolled back from, or was taken out since it failed, is not come back to; after such a failure the step leads
 * from the shipped look to the version before.  from is the id of the active version that the person saw, 0 for none: STYLESHEET_STALE
 * when it is another by now, so that two who roll back at once go one step.  Needs no second person: all that it can bring back was
 * activated by two.
 */
enum stylesheet_step stylesheet_roll_back(struct db *db, const char *department, const char *program, long long from, const char *by,
    const char *why);

/* Take a version out of use because it failed too often (who: NULL); the shipped look is shown.  false: it was not active any more. */
bool stylesheet_take_out(struct db *db, long long version, const char *why);

/*
 * Differences of two texts by lines: <difference from="6" to="7"> <line change="same|added|removed" old="12" new="13">text</line>* </difference>;
 * unchanged stretches are cut to three lines around changes, <gap lines="40"/> between.  from NULL: compared with nothing, and no
 * attribute from.  What comes after STYLESHEET_LINES_MAX lines is <gap lines="900" changed="yes"/>.  false when memory is out.
 */
enum { STYLESHEET_LINES_MAX = 3000 };
bool stylesheet_difference(xmlNode *parent, const struct stylesheet_version *from, const struct stylesheet_version *to);

#endif
