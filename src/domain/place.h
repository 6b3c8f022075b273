/*
 * place.h - the places of what the catalogue offers, and who waits for one.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * A place is taken by what was ordered, was accepted or runs (catalogue.h).  Who was ordered without one waits, by intervention.waits_since, the
 * longest first; nobody overtakes: the nth in line may have a place when n are free.
 */
#ifndef SAMSPIL_DOMAIN_PLACE_H
#define SAMSPIL_DOMAIN_PLACE_H

#include <stdbool.h>

#include "domain/catalogue.h"
#include "web/request.h"

enum { PLACE_NO_LIMIT = 1000000 };

/* SQL: how many wait for version v's entry; and, of those, how many wait longer than intervention i, which waits. */
#define PLACE_WAITING_ALL(entry) \
	" FROM intervention pw JOIN catalogue_version pv ON pv.id = pw.catalogue_version_id WHERE pv.entry_id = " entry " AND pw.waits_since IS NOT NULL"
#define PLACE_WAITING(entry) "(SELECT COUNT(*)" PLACE_WAITING_ALL(entry) ")"
#define PLACE_AHEAD(entry, i) \
	"(SELECT COUNT(*)" PLACE_WAITING_ALL(entry) " AND (pw.waits_since < " i ".waits_since OR (pw.waits_since = " i ".waits_since AND pw.id < " i ".id)))"

/* SQL: is version v's entry offered no more, in no version? */
#define PLACE_GONE(v) \
	"(" v ".state = 'retired' AND NOT EXISTS (SELECT 1 FROM catalogue_version pg WHERE pg.entry_id = " v ".entry_id AND pg.state = 'published'))"

/* SQL: how many places of an entry are free (as place_free: NULL where it is not offered). */
#define PLACE_FREE(entry) \
	"(SELECT COALESCE(CAST(pf.capacity AS SIGNED) - " CATALOGUE_TAKEN(entry) ", 1000000) FROM catalogue_version pf" \
	"  WHERE pf.entry_id = " entry " AND pf.state = 'published')"

/*
 * Before places of an entry are counted to take one, or given back, after course_lock: one request after the other, until the transaction ends.  Who had
 * to wait is run again from its start (FAIL_BUSY), so that it counts what is there then.
 */
void place_turn(struct request *rq, long long entry);

/* How many are free: below 0 where fewer are offered than are taken, PLACE_NO_LIMIT where nothing limits them, 0 where the entry is not offered. */
long long place_free(struct request *rq, long long entry);

/* Where the intervention stands in line: 1 is the first.  One that does not wait stands behind all. */
long long place_in_line(struct request *rq, long long entry, long long intervention);

/* The caseworker of the nth in line is told that a place is free now (n below 1: nobody is). */
void place_tell(struct request *rq, long long entry, long long n);

/* The entry is offered no more: the caseworkers of all who wait for it are told that no place will come. */
void place_tell_gone(struct request *rq, long long entry);

#endif
