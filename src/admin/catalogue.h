/*
 * catalogue.h - what the pages of the catalogue share.  admin/: may use all folders below.
 *
 * Who may write for a department: who may write its catalogue and works there, and who may write all rules.  Others see no drafts.
 */
#ifndef SAMSPIL_ADMIN_CATALOGUE_H
#define SAMSPIL_ADMIN_CATALOGUE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "domain/catalogue.h"
#include "domain/place.h"
#include "web/form.h"
#include "web/request.h"

/* The columns of a version v of an entry e in department d, for its page and for lists. */
#define CATALOGUE_COLUMNS \
	"SELECT v.id AS version, v.entry_id AS entry, v.version AS number, v.state, v.title, v.kind, NULLIF(v.tracks, '') AS tracks," \
	" e.department_id AS department, d.name AS 'department-name', v.capacity, " CATALOGUE_TAKEN("v.entry_id") " AS taken," \
	" " CATALOGUE_ORDERED("v.entry_id") " AS ordered, NULLIF(" PLACE_WAITING("v.entry_id") ", 0) AS waiting, " CATALOGUE_PROVIDER("s.uid") " AS provider," \
	" " CATALOGUE_PROVIDER("s.name") " AS 'provider-name', v.waiting_days AS 'waiting-days', v.usual_weeks AS 'usual-weeks', v.audience"

/* The nine rows of an action plan, by the names of their fields and elements, NULL-terminated. */
extern const char *const catalogue_rows[];

/* What there is of an entry.  0: no such version.  revision changes with every change of the draft, and with every other version. */
struct catalogue_life { const char *department; long long draft, published, latest, number, revision; };

/* The life of the entry that the path names; lock: until the transaction ends.  false: there is none, and the request failed. */
bool catalogue_life(struct request *rq, bool lock, struct catalogue_life *out);

/* May this user write for that department? */
bool catalogue_writes(const struct request *rq, const char *department);

/* Whose a new one is: the department that was typed by who may choose, else one's own.  NULL: the request failed. */
const char *catalogue_department(struct request *rq);

/* As catalogue_life with a lock, for a change: the request fails for who may not, and where the form's revision is older. */
bool catalogue_begin(struct request *rq, struct catalogue_life *out);

/* The way to an entry's page: <breadcrumbs> of the list and, below it, the entry (title NULL: only the list). */
void catalogue_add_way(struct request *rq, xmlNode *content, const char *title);

#endif
