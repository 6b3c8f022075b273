/*
 * draft.h - what is typed in a long form is kept for the one who types it, as it was typed, until the form is sent.  domain/: may use base/,
 * sql/, xml/, rule/, web/.
 *
 * The form has .keeps = "draft" with a submit of that name, and the field DRAFT_SEEN; its page is drawn with page_script(rq, "draft.js", NULL),
 * which presses that submit as one types.  A draft's path is the page's own, without the base path ("/plan/12/notes"); a program that takes
 * drafts has DELETE, INSERT, SELECT and UPDATE of form_draft.  On a page of an earlier moment there are no drafts.
 */
#ifndef SAMSPIL_DOMAIN_DRAFT_H
#define SAMSPIL_DOMAIN_DRAFT_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/form.h"
#include "web/request.h"

#define DRAFT_SEEN	{ .name = "draft-seen", .type = FIELD_HIDDEN, .max = 32 }

/* Append <draft saved-at/> and put what the user typed into the form (NULL is fine); false where there is no draft. */
bool draft_restore(struct request *rq, xmlNode *parent, xmlNode *form, const char *path);

/*
 * The same for the form that the draft is of: it goes on from the draft, which it has seen then.  A refused form has what was typed (false is
 * returned), and where it was refused because of another window, <theirs> beside it.  One that is stale for another reason
 * (revision_stale) is the caller's.
 */
bool draft_fill(struct request *rq, xmlNode *parent, xmlNode *form, const char *path);

/* What stands in the draft, in short: field "draft-seen" carries it, so that two of one's own windows can tell; NULL: nothing. */
const char *draft_mark(struct request *rq, const char *path);

/* Would what another window of the user's kept be lost by what was sent?  Then the request becomes 409, and its page shows both. */
bool draft_overtaken(struct request *rq, const char *path);

/* Keep what was typed, all but the hidden fields, for the user alone.  What is longer than its field may be is refused, and not kept. */
void draft_keep(struct request *rq, const char *path);

/* After draft_keep: where to; a script (field "quietly") gets PATH/saved, a page of <saved at seen href/>, which draft_saved_add makes. */
void draft_kept(struct request *rq, const char *path, const char *page);
void draft_saved_add(struct request *rq, xmlNode *content, const char *path);

/* The user's draft is of no use any more: in the transaction of what took its text. */
void draft_drop(struct request *rq, const char *path);

#endif
