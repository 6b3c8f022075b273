/*
 * record.h - the case as rows of the same form, whatever they are: as they stood at a moment, and what is other at another one.
 * domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * A kind is a table of the case; its statement says which facts are told.  A fact is named by its field; how it is shown says its
 * name's end (-on: a date; -at: a moment) or the beginning of its labels.  Nobody's draft is in it but the user's own, no note that
 * the user may not read yet, and no value that citizen or provider measured.
 */
#ifndef SAMSPIL_DOMAIN_RECORD_H
#define SAMSPIL_DOMAIN_RECORD_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/request.h"

struct record_kind {
	const char *what;	/* course, contact, note ...: label record.KEY */
	const char *tab;	/* the page of the course that shows it: "/notes" */
	const char *sql;
};

/* In the order in which a case is read; the last one's what is NULL. */
extern const struct record_kind record_kinds[];

const struct record_kind *record_kind(const char *what);

/* Whose eyes: reads says whether the user may read colleagues' signed notes; own: whether own drafts are told as well. */
struct record_eyes { bool reads, own; };

/*
 * Append the rows of a kind as they stood at a moment ("2026-03-01 10:00:00.123456", UTC; NULL: now), of the request's course:
 *	<row ident [name] [words]> <fact field [words] [type]>...</fact>* </row>*
 * ident names the row among its kind; name is what the row is called, with words a label's key after it.  Returns how many.
 */
size_t record_rows_add(struct request *rq, xmlNode *parent, const struct record_kind *kind, struct record_eyes eyes, const char *moment);

/*
 * Append the versions of some rows of a kind (idents: separated by commas) that stood at the moment first, just before it, or later
 * up to last: rows as above, each with since and until, moments like these; at until it stood no more.
 */
void record_versions_add(struct request *rq, xmlNode *parent, const struct record_kind *kind, struct record_eyes eyes, const char *first,
    const char *last, const char *idents);

/*
 * Append to out what differs between two such rows (NULL: there was none): <changed field [words] [type]> [<was/>] [<became/>]
 * </changed>*.  Returns how many.
 */
size_t record_changed_add(xmlNode *out, const xmlNode *was, const xmlNode *became);

#endif
