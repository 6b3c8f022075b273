/*
 * publishing.h - the life of a questionnaire: a text is checked, kept as a draft, published, retired; the same for pages and for
 * samspil-import.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * A draft can always be read and tried; its own tests may fail.  A text that was published never changes.  Functions stick to the
 * database's error as all of sql/ does: after a failure they do nothing and say PUBLISHING_GONE.  Who calls has asked for the right.
 */
#ifndef SAMSPIL_DOMAIN_PUBLISHING_H
#define SAMSPIL_DOMAIN_PUBLISHING_H

#include <stdbool.h>
#include <stddef.h>

#include "domain/questionnaire.h"
#include "domain/reason.h"
#include "sql/db.h"
#include "sql/rows.h"
#include "xml/schema.h"

enum { PUBLISHING_TEXT_MAX = ROWS_CELL_MAX };

/* A file as it came; name is what reasons call it, bytes NULL: there is none. */
struct publishing_text { const char *name, *bytes; size_t length; };

/*
 * What a text is.  faults.count 0: q, xml (put together with what it shares; as it was written where it shares nothing) and checksum
 * are there.  failed: rules that cost too much, its own tests that fail, each at its line; it cannot be published then.  doubts hinder
 * nothing.
 */
struct checked {
	struct questionnaire *q;
	const char *xml, *checksum, *languages, *audience;
	size_t tests;
	struct reasons faults, failed, doubts;
};

/* The name of the file that a text shares from ("shared.xml"), owned by owner; NULL for none, and where the text cannot be read. */
const char *publishing_shares(const void *owner, const struct publishing_text *own);

/*
 * Check a text: size, DOCTYPE, grammar, what it shares, rules, tests.  shared NULL: none was given.  All of out is owned by owner
 * (talloc).
 */
void publishing_check(const void *owner, const struct schema *grammar, const struct publishing_text *own,
    const struct publishing_text *shared, struct checked *out);

/* A row, without its text.  Texts owned by whom find was given. */
struct publishing { long long id, version, revision; const char *code, *state, *checksum, *title; };

bool publishing_find(struct db *db, const void *owner, long long id, struct publishing *out);

enum publishing_step {
	PUBLISHING_DONE,
	PUBLISHING_SAME,		/* that version is there with that very content: nothing was changed */
	PUBLISHING_REFUSED,		/* the reasons got another one */
	PUBLISHING_STALE,		/* the revision is another by now */
	PUBLISHING_NOT_A_DRAFT,
	PUBLISHING_NOT_PUBLISHED,
	PUBLISHING_GONE,		/* no such row, or the database failed (db_failed says) */
};

/*
 * Add to checked->faults what only the database knows to be wrong with it as the text of the row id (0: of a new one): another content
 * of a version that is there, a version below one that was published, a benefit that is not known.  To checked->doubts: an indication
 * that is no risk category of today, so that in triage whatever is decided would deviate from it.
 */
bool publishing_fits(struct db *db, long long id, struct checked *checked);

/*
 * Keep what was checked without faults as a new draft by that person; by NULL is samspil-import, which may replace a draft that it
 * wrote itself.  *id is the row's with PUBLISHING_DONE and PUBLISHING_SAME.  Refused (into checked->faults): what does not fit.
 */
enum publishing_step publishing_draft(struct db *db, struct checked *checked, const char *by, long long *id);

/* As publishing_draft, but the text of the draft id, if it has that revision still. */
enum publishing_step publishing_save(struct db *db, long long id, long long revision, struct checked *checked, const char *by);

/*
 * Publish the draft id, whose text is what was checked; the version of it that is published is retired.  Refused (into
 * checked->failed): its tests fail, or a later version was published.
 */
enum publishing_step publishing_publish(struct db *db, long long id, long long revision, struct checked *checked, const char *by);

/* Nobody is invited to it any more; who was goes on with it. */
enum publishing_step publishing_retire(struct db *db, long long id, long long revision, const char *by);

/* The text of the row id as it begins its next version, owned by owner; NULL when there is no such row, or the database failed. */
const char *publishing_renumbered(struct db *db, const void *owner, long long id);

/*
 * The text with another version in its root element and no other byte changed, owned by owner; the text itself where it has none.
 * The text is well-formed, or nothing is promised of what comes out.
 */
const char *publishing_with_version(const void *owner, const char *text, long long version);

/* The draft is removed. */
enum publishing_step publishing_discard(struct db *db, long long id, long long revision);

#endif
