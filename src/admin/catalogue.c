/*
 * /admin/catalogue - what departments offer: found by words, track, kind and department.
 *	<catalogue plans [new]> <form name="filter"/> <list name="catalogue"> <catalogue-entry .../>* </list> </catalogue>
 * An entry shows as the version that is published; to who writes it also as the draft that was never published.
 */
#include "admin/catalogue.h"

#include <stdlib.h>
#include <string.h>

#include "admin/pages.h"
#include "domain/choice.h"
#include "domain/permission.h"
#include "sql/rows.h"
#include "web/link.h"
#include "web/list.h"
#include "xml/node.h"

const char *const catalogue_rows[] = { "aim", "description", "purpose", "audience", "actors", "schedule", "economy", "success",
    "follow-up", NULL };

const char *
catalogue_department(struct request *rq)
{
	const char *department = request_may(rq, MAY_WRITE_RULES) ? field_text(rq, "department") : rq->user->department;

	if (department == NULL)
		field_error(rq, "department", "required");
	else if (department[0] == '\0')
		fail_request(rq, FAIL_DENIED, "catalogue-of-others");
	return request_failed(rq) ? NULL : department;
}

bool
catalogue_writes(const struct request *rq, const char *department)
{
	return request_may(rq, MAY_WRITE_RULES) || (request_may(rq, MAY_WRITE_CATALOGUE) && strcmp(rq->user->department, department) == 0);
}

/* The draft comes last: its revision is the entry's. */
#define LIFE \
	"SELECT e.department_id, SUM(IF(v.state = 'draft', v.id, 0)), SUM(IF(v.state = 'published', v.id, 0)), MAX(v.version)," \
	"  MAX(v.version) * 100000 + SUM(IF(v.state = 'draft', v.revision, 0)), (SELECT l.id FROM catalogue_version l" \
	"  WHERE l.entry_id = e.id ORDER BY l.version DESC LIMIT 1)" \
	" FROM catalogue_entry e JOIN catalogue_version v ON v.entry_id = e.id WHERE e.id = ? GROUP BY e.id, e.department_id"

bool
catalogue_life(struct request *rq, bool lock, struct catalogue_life *out)
{
	enum { DEPARTMENT, DRAFT, PUBLISHED, NUMBER, REVISION, LATEST, COLUMNS };
	const char *is[COLUMNS];

	if (!rows_one(rq->db, rq, is, COLUMNS, lock ? LIFE " FOR UPDATE" : LIFE, ARGS(INT(rq->subject)))) {
		fail_request(rq, FAIL_MISSING, "no-such-catalogue-entry");
		return false;
	}
	*out = (struct catalogue_life){ .department = is[DEPARTMENT], .draft = atoll(is[DRAFT]), .published = atoll(is[PUBLISHED]),
	    .latest = atoll(is[LATEST]), .number = atoll(is[NUMBER]), .revision = atoll(is[REVISION]) };
	return true;
}

bool
catalogue_begin(struct request *rq, struct catalogue_life *out)
{
	if (!catalogue_life(rq, true, out))
		return false;
	if (catalogue_writes(rq, out->department))
		return !revision_stale(rq, out->revision);
	fail_request(rq, FAIL_DENIED, "catalogue-of-others");
	return false;
}

void
catalogue_add_way(struct request *rq, xmlNode *content, const char *title)
{
	xmlNode *crumbs = node_add(content, "breadcrumbs");

	link_add(rq, crumbs, "catalogue", "/admin/catalogue");
	if (title != NULL)
		link_add_title(rq, crumbs, title, "/admin/catalogue/%lld", rq->subject);
}

static void department_choices(struct request *rq, xmlNode *field);

static const char *const states[] = { "published", "draft", "retired", NULL };
static const struct field filter_fields[] = {
	{ .name = "words",      .type = FIELD_LINE, .max = 100 },
	{ .name = "track",      .type = FIELD_CHOICE, .choices = catalogue_tracks },
	{ .name = "kind",       .type = FIELD_CHOICE, .choices = catalogue_kinds },
	{ .name = "department", .type = FIELD_CHOICE, .source = department_choices },
	{ .name = "state",      .type = FIELD_CHOICE, .choices = states },
	{ 0 }
};
static const char *const filter_submits[] = { "filter", NULL };
static const struct form filter_form = { .name = "filter", .fields = filter_fields, .submits = filter_submits, .get = true };

static void
department_choices(struct request *rq, xmlNode *field)
{
	choices_add(rq, field, "SELECT d.id, d.name FROM department d WHERE EXISTS (SELECT 1 FROM catalogue_entry e WHERE e.department_id = d.id)"
	    " ORDER BY d.name, d.id", NO_ARGS);
}

/*
 * f: what is wanted, and the department whose drafts the user sees (all: of every one).  Asked for no state, one sees what stands.
 * draft: there is one beside the version that is shown.
 */
#define SEEN "(c.state <> 'draft' OR f.everything = 1 OR e.department_id = f.mine)"
#define WANTED \
	" FROM (SELECT ? AS mine, ? AS everything, ? AS track, ? AS kind, ? AS department, ? AS state, ? AS one, ? AS two, ? AS three) f" \
	" JOIN catalogue_entry e ON f.department IS NULL OR e.department_id = f.department" \
	" JOIN department d ON d.id = e.department_id" \
	" JOIN catalogue_version v ON v.id = (SELECT c.id FROM catalogue_version c WHERE c.entry_id = e.id AND " SEEN \
	"   ORDER BY c.state = 'draft' AND c.state = f.state DESC, FIELD(c.state, 'published', 'draft', 'retired'), c.version DESC LIMIT 1)" \
	"  AND IF(f.state IS NULL, v.state <> 'retired', v.state = f.state)" \
	"  AND (f.track IS NULL OR FIND_IN_SET(f.track, v.tracks)) AND (f.kind IS NULL OR v.kind = f.kind)" \
	"  AND " CATALOGUE_FOUND("f")
#define ALL \
	CATALOGUE_COLUMNS ", (SELECT 'yes' FROM catalogue_version c WHERE c.entry_id = e.id AND c.state = 'draft' AND c.id <> v.id" \
	"  AND " SEEN " LIMIT 1) AS draft" WANTED

static const struct list_sort sorts[] = {
	{ "title",       ALL " ORDER BY v.title, v.id LIMIT ? OFFSET ?" },
	{ "-title",      ALL " ORDER BY v.title DESC, v.id DESC LIMIT ? OFFSET ?" },
	{ "department",  ALL " ORDER BY d.name, v.title, v.id LIMIT ? OFFSET ?" },
	{ "-department", ALL " ORDER BY d.name DESC, v.title, v.id LIMIT ? OFFSET ?" },
	{ "waiting",     ALL " ORDER BY v.waiting_days IS NULL, v.waiting_days, v.title, v.id LIMIT ? OFFSET ?" },
	{ "-waiting",    ALL " ORDER BY v.waiting_days DESC, v.title, v.id LIMIT ? OFFSET ?" },
	{ 0 }
};

static void
catalogue_get(struct request *rq, xmlNode *content)
{
	bool everything = request_may(rq, MAY_WRITE_RULES), writes = everything || request_may(rq, MAY_WRITE_CATALOGUE);
	xmlNode *node = node_add(content, "catalogue"), *form = form_add(rq, node, &filter_form, "/admin/catalogue"), *list;
	const char *words[CATALOGUE_WORDS_MAX];

	node_set(node, "plans", request_href(rq, "/admin/action-plans"));
	if (writes)
		node_set(node, "new", request_href(rq, "/admin/catalogue/new"));
	else
		form_drop(form, "field", "state");
	catalogue_words(rq, query_text(rq, "words"), words);
	list = list_add(rq, node, "catalogue", "catalogue-entry", sorts, "SELECT COUNT(*)" WANTED,
	    ARGS(TEXT(writes ? rq->user->department : NULL), INT(everything), TEXT(query_text(rq, "track")), TEXT(query_text(rq, "kind")),
	    TEXT(query_text(rq, "department")), TEXT(writes ? query_text(rq, "state") : NULL), TEXT(words[0]), TEXT(words[1]), TEXT(words[2])));
	if (list != NULL)
		catalogue_complete(rq, list);
}

const struct route admin_catalogue = { .path = "/admin/catalogue", .page = "catalogue", .menu = "catalogue", .get = catalogue_get };
