/*
 * catalogue.h - what departments offer, as versions.  domain/: may use base/, sql/, xml/, rule/, web/.
 *
 * An entry has at most one draft and one published version; what was published never changes and stays readable, so what points at
 * a version shows what was meant.  A place is taken by an intervention of any version that was ordered, accepted or runs.
 */
#ifndef SAMSPIL_DOMAIN_CATALOGUE_H
#define SAMSPIL_DOMAIN_CATALOGUE_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "sql/spelling.h"
#include "web/request.h"

enum { CATALOGUE_WORDS_MAX = 3 };

/* Keys of labels, NULL-terminated: kinds of interventions, and the tracks that citizens follow. */
extern const char *const catalogue_kinds[];
extern const char *const catalogue_tracks[];

/* SQL for the places of an entry that are taken, and how many of these wait for the provider's answer. */
#define CATALOGUE_COUNT(entry, states) \
	"(SELECT COUNT(*) FROM intervention ci JOIN catalogue_version cv ON cv.id = ci.catalogue_version_id" \
	"  WHERE cv.entry_id = " entry " AND ci.state IN (" states "))"
#define CATALOGUE_TAKEN(entry) CATALOGUE_COUNT(entry, "'ordered', 'accepted', 'running'")
#define CATALOGUE_ORDERED(entry) CATALOGUE_COUNT(entry, "'ordered'")

/* SQL for the first by name of those who run a version's entry and work here: a column of staff s ("s.uid", "s.name"). */
#define CATALOGUE_PROVIDER(column) \
	"(SELECT " column " FROM catalogue_provider p JOIN staff s ON s.uid = p.uid WHERE p.entry_id = v.entry_id AND s.active" \
	"  ORDER BY s.name, s.uid LIMIT 1)"

/* state: draft, published, retired.  -1: no limit, or not known.  provider: the first by name that works here; NULL for none. */
struct catalogue_entry {
	const char *title, *state, *kind, *goal, *provider, *tracks, *price, *price_per;
	long long entry, capacity, taken, waiting_days, usual_weeks;
};

/* The first words of q as patterns of LIKE for it, "%" for those that are not there; q NULL is fine.  Owned by the request. */
void catalogue_words(struct request *rq, const char *q, const char *words[CATALOGUE_WORDS_MAX]);

/* Each <catalogue-entry entry [capacity] [taken]> below parent gets its address, and free where places are limited. */
void catalogue_complete(struct request *rq, xmlNode *parent);

/* SQL: are the words of f (one, two, three: patterns) in a version v of an entry in department d? */
#define CATALOGUE_FOUND(f) \
	CATALOGUE_TEXT " LIKE " f ".one AND " CATALOGUE_TEXT " LIKE " f ".two AND " CATALOGUE_TEXT " LIKE " f ".three"
#define CATALOGUE_TEXT	SPELLED("CONCAT_WS(' ', v.title, d.name, v.audience, v.purpose, v.description)")

/* A version, whatever its state is; false when there is none.  Owned by the request. */
bool catalogue_find(struct request *rq, long long version, struct catalogue_entry *out);

/* The version that is published of this version's entry now; 0 when there is none. */
long long catalogue_current(struct request *rq, long long version);

/* What is published, as choices "Title (Department)" of versions (a field's source) ... */
void catalogue_choices(struct request *rq, xmlNode *field);

/* ... and a version that is not any more, at the end, for a field in which it stands. */
void catalogue_choice_keep(struct request *rq, xmlNode *field, long long version);

/*
 * Append what is published, best first, at most limit: all words of q (NULL: any) in title, department or description, on the
 * track (NULL: any).
 *	<catalogue-entry version entry title kind [tracks] department department-name [capacity] [taken] [free] [waiting-days]
 *	    [usual-weeks] [waiting] [provider provider-name] href> <goal/>? </catalogue-entry>
 * tracks: comma-separated.  free is absent where nothing limits the places; waiting: how many wait for one.  Returns the first one, NULL for none.
 */
xmlNode *catalogue_add(struct request *rq, xmlNode *parent, const char *q, const char *track, long limit);

/* The same of one version; NULL, and nothing, where it is not published. */
xmlNode *catalogue_add_one(struct request *rq, xmlNode *parent, long long version);

#endif
