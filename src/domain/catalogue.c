#include "domain/catalogue.h"

#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "domain/choice.h"
#include "domain/place.h"
#include "sql/rows.h"
#include "xml/node.h"

const char *const catalogue_kinds[] = { "health", "social", "education", "company", NULL };
const char *const catalogue_tracks[] = { "physical", "mild-mental", "mental-illness", "developmental", "social", "abuse", "lifestyle",
    "unexplained", NULL };

#define NAMED "CONCAT(v.title, ' (', d.name, ')')"

static long long
number(const char *text)
{
	return text == NULL ? -1 : atoll(text);
}

bool
catalogue_find(struct request *rq, long long version, struct catalogue_entry *out)
{
	enum { ENTRY, TITLE, STATE, KIND, GOAL, CAPACITY, TAKEN, WAITING, WEEKS, PROVIDER, TRACKS, PRICE, PRICE_PER, COLUMNS };
	const char *is[COLUMNS];

	if (!rows_one(rq->db, rq, is, COLUMNS, "SELECT v.entry_id, v.title, v.state, v.kind, v.goal, v.capacity, "
	    CATALOGUE_TAKEN("v.entry_id") ", v.waiting_days, v.usual_weeks, " CATALOGUE_PROVIDER("s.uid")
	    ", v.tracks, REPLACE(v.price, '.', ','), v.price_per FROM catalogue_version v WHERE v.id = ?", ARGS(INT(version))))
		return false;
	*out = (struct catalogue_entry){ .entry = number(is[ENTRY]), .title = is[TITLE], .state = is[STATE], .kind = is[KIND],
	    .goal = is[GOAL], .capacity = number(is[CAPACITY]), .taken = number(is[TAKEN]), .waiting_days = number(is[WAITING]),
	    .usual_weeks = number(is[WEEKS]), .provider = is[PROVIDER],
	    .tracks = is[TRACKS], .price = is[PRICE], .price_per = is[PRICE_PER] };
	return true;
}

long long
catalogue_current(struct request *rq, long long version)
{
	return rows_int(rq->db, 0, "SELECT now.id FROM catalogue_version v JOIN catalogue_version now ON now.entry_id = v.entry_id"
	    " AND now.state = 'published' WHERE v.id = ?", ARGS(INT(version)));
}

void
catalogue_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT v.id, " NAMED " FROM catalogue_version v JOIN catalogue_entry e ON e.id = v.entry_id"
	    " JOIN department d ON d.id = e.department_id WHERE v.state = 'published' ORDER BY v.title, d.name, v.id", NO_ARGS);
}

void
catalogue_choice_keep(struct request *rq, xmlNode *field, long long version)
{
	choices_add(rq, field, "SELECT v.id, " NAMED " FROM catalogue_version v JOIN catalogue_entry e ON e.id = v.entry_id"
	    " JOIN department d ON d.id = e.department_id WHERE v.state <> 'published' AND v.id = ?", ARGS(INT(version)));
}

#define OFFER \
	"SELECT v.id AS version, v.entry_id AS entry, v.title, v.kind, NULLIF(v.tracks, '') AS tracks, e.department_id AS department," \
	"  d.name AS 'department-name', v.capacity, " CATALOGUE_TAKEN("v.entry_id") " AS taken, NULLIF(" PLACE_WAITING("v.entry_id") ", 0) AS waiting," \
	"  v.waiting_days AS 'waiting-days', v.usual_weeks AS 'usual-weeks', " CATALOGUE_PROVIDER("s.uid") " AS provider," \
	"  " CATALOGUE_PROVIDER("s.name") " AS 'provider-name', v.goal"

/* Found: all words somewhere.  Best: in the title, at its beginning, and with a place free. */
static const char found_sql[] = OFFER
    " FROM (SELECT ? AS track, ? AS start, ? AS one, ? AS two, ? AS three) f"
    " JOIN catalogue_version v ON v.state = 'published' AND (f.track IS NULL OR FIND_IN_SET(f.track, v.tracks))"
    " JOIN catalogue_entry e ON e.id = v.entry_id JOIN department d ON d.id = e.department_id"
    " WHERE " CATALOGUE_FOUND("f")
    " ORDER BY " SPELLED("v.title") " LIKE f.start DESC, " SPELLED("v.title") " LIKE f.one AND " SPELLED("v.title") " LIKE f.two AND "
    SPELLED("v.title") " LIKE f.three DESC,"
    "  COALESCE(v.capacity > taken, TRUE) DESC, v.title, v.id LIMIT ?";

void
catalogue_words(struct request *rq, const char *q, const char *words[CATALOGUE_WORDS_MAX])
{
	char *rest = NULL, *word = strtok_r(talloc_strdup(rq, q == NULL ? "" : q), " ,", &rest);
	size_t n;

	for (n = 0; n < CATALOGUE_WORDS_MAX; n++) {
		words[n] = word == NULL ? "%" : text_like(rq, "%", text_spell(rq, word));
		word = word == NULL ? NULL : strtok_r(NULL, " ,", &rest);
	}
}

void
catalogue_complete(struct request *rq, xmlNode *parent)
{
	xmlNode *entry;

	for (entry = node_child(parent, "catalogue-entry"); entry != NULL; entry = node_next(entry, "catalogue-entry")) {
		long long capacity = number(node_get(entry, "capacity")), taken = number(node_get(entry, "taken"));

		if (capacity >= 0)
			node_set_int(entry, "free", capacity > taken ? capacity - taken : 0);
		node_set(entry, "href", request_href(rq, "/admin/catalogue/%s", node_get(entry, "entry")));
	}
}

xmlNode *
catalogue_add(struct request *rq, xmlNode *parent, const char *q, const char *track, long limit)
{
	const char *words[CATALOGUE_WORDS_MAX];
	xmlNode *before = parent == NULL ? NULL : parent->last;

	catalogue_words(rq, q, words);
	/* A title's beginning is that of the first word: its pattern without the first sign. */
	rows_add(rq->db, parent, "catalogue-entry", found_sql, ARGS(TEXT(track), TEXT(words[0][1] == '\0' ? "%" : words[0] + 1), TEXT(words[0]),
	    TEXT(words[1]), TEXT(words[2]), INT(limit)));
	catalogue_complete(rq, parent);
	return before == NULL ? node_child(parent, "catalogue-entry") : node_next(before, "catalogue-entry");
}

xmlNode *
catalogue_add_one(struct request *rq, xmlNode *parent, long long version)
{
	size_t rows = rows_add(rq->db, parent, "catalogue-entry", OFFER " FROM catalogue_version v JOIN catalogue_entry e ON e.id = v.entry_id"
	    " JOIN department d ON d.id = e.department_id WHERE v.id = ? AND v.state = 'published'", ARGS(INT(version)));

	catalogue_complete(rq, parent);
	return rows == 0 ? NULL : parent->last;
}
