/*
 * What departments offer.  An entry is known by department and title; what is new or other comes as a draft, which the department publishes.
 */
#include "tools/rows/kinds.h"

static const char *const kinds[] = { "health", "social", "education", "company", NULL };
/* In the order in which the database keeps them. */
static const char *const tracks[] = { "physical", "mild-mental", "mental-illness", "developmental", "social", "abuse", "lifestyle", "unexplained", NULL };
static const char *const units[] = { "course", "week", "hour", "session", NULL };

/* The newest version v of the entry that a row is. */
#define NEWEST \
	"JOIN (SELECT entry_id, MAX(version) AS version FROM catalogue_version GROUP BY entry_id) n ON n.entry_id = s.own_id" \
	" JOIN catalogue_version v ON v.entry_id = n.entry_id AND v.version = n.version"
#define KEEP(cell, column) "UPDATE staged s " NEWEST " SET s.`" cell "` = v." column
#define TEXT_CELL(cell, column) { .name = cell, .kind = CELL_TEXT, .max = 4000, .keep = KEEP(cell, column) }

static const struct rows_column columns[] = {
	{ .name = "department", .kind = CELL_LINE, .required = true, .max = 40, .spelt = ROWS_SPELT("department", "department", "id"), .about = "the department's code" },
	{ .name = "title", .kind = CELL_LINE, .required = true, .max = 200 },
	{ .name = "kind", .kind = CELL_CHOICE, .required = true, .choices = kinds },
	{ .name = "tracks", .kind = CELL_CHOICES, .choices = tracks, .keep = KEEP("tracks", "tracks") },
	{ .name = "capacity", .kind = CELL_INTEGER, .max = 10000, .about = "places at one time; empty: no limit", .keep = KEEP("capacity", "capacity") },
	{ .name = "waiting-days", .kind = CELL_INTEGER, .max = 3650, .keep = KEEP("waiting-days", "waiting_days") },
	{ .name = "usual-weeks", .kind = CELL_INTEGER, .min = 1, .max = 520, .keep = KEEP("usual-weeks", "usual_weeks") },
	{ .name = "price", .kind = CELL_NUMBER, .decimals = 2, .max = 10000000, .about = "kroner", .keep = KEEP("price", "price") },
	{ .name = "price-per", .kind = CELL_CHOICE, .choices = units, .keep = KEEP("price-per", "price_per") },
	{ .name = "contact", .kind = CELL_TEXT, .max = 400, .keep = KEEP("contact", "contact") },
	TEXT_CELL("referral", "referral"),
	{ .name = "goal", .kind = CELL_TEXT, .max = 1000, .keep = KEEP("goal", "goal") },
	TEXT_CELL("aim", "aim"), TEXT_CELL("description", "description"), TEXT_CELL("purpose", "purpose"), TEXT_CELL("audience", "audience"),
	TEXT_CELL("actors", "actors"), TEXT_CELL("schedule", "schedule"), TEXT_CELL("economy", "economy"), TEXT_CELL("success", "success"),
	TEXT_CELL("follow-up", "follow_up"),
	{ 0 }
};

static const char *const resolve[] = {
	"UPDATE staged s JOIN (SELECT e.department_id, v.title, MAX(e.id) AS id FROM catalogue_entry e"
	"   JOIN (SELECT entry_id, MAX(version) AS version FROM catalogue_version GROUP BY entry_id) n ON n.entry_id = e.id"
	"   JOIN catalogue_version v ON v.entry_id = n.entry_id AND v.version = n.version GROUP BY e.department_id, v.title) k"
	" ON k.department_id = s.department AND k.title = s.title SET s.own_id = k.id",
	NULL
};

static const struct rows_check checks[] = {
	{ "department", "SELECT s.line, CONCAT('there is no department \"', s.department, '\"') FROM staged s LEFT JOIN department d ON d.id = s.department"
	    " WHERE d.id IS NULL ORDER BY s.line" },
	{ "title", "SELECT t.line, CONCAT('the same entry stands in line ', t.other) FROM (SELECT s.line, LAG(s.line) OVER (PARTITION BY s.department, s.title ORDER BY s.line) AS other"
	    " FROM staged s) t WHERE t.other IS NOT NULL ORDER BY t.line" },
	{ "price-per", "SELECT s.line, 'a price and what it is for belong together' FROM staged s WHERE (s.price IS NULL) <> (s.`price-per` IS NULL) ORDER BY s.line" },
	{ NULL, NULL }
};

#define SAME \
	ROWS_SAME("v.title", "s.title") " AND v.kind = s.kind AND CAST(v.tracks AS CHAR(200)) = COALESCE(s.tracks, '') AND v.capacity <=> s.capacity" \
	" AND v.waiting_days <=> s.`waiting-days` AND v.usual_weeks <=> s.`usual-weeks` AND v.price <=> s.price AND v.price_per <=> s.`price-per`" \
	" AND " ROWS_SAME("v.contact", "s.contact") " AND " ROWS_SAME("v.referral", "s.referral") " AND " ROWS_SAME("v.goal", "s.goal") \
	" AND " ROWS_SAME("v.aim", "s.aim") " AND " ROWS_SAME("v.description", "s.description") " AND " ROWS_SAME("v.purpose", "s.purpose") \
	" AND " ROWS_SAME("v.audience", "s.audience") " AND " ROWS_SAME("v.actors", "s.actors") " AND " ROWS_SAME("v.schedule", "s.schedule") \
	" AND " ROWS_SAME("v.economy", "s.economy") " AND " ROWS_SAME("v.success", "s.success") " AND " ROWS_SAME("v.follow_up", "s.`follow-up`")

#define COLUMNS \
	"title, kind, tracks, capacity, waiting_days, usual_weeks, price, price_per, contact, referral, goal, aim, description, purpose, audience, actors," \
	" schedule, economy, success, follow_up"
#define CELLS \
	"s.title, s.kind, COALESCE(s.tracks, ''), s.capacity, s.`waiting-days`, s.`usual-weeks`, s.price, s.`price-per`, s.contact, s.referral, s.goal, s.aim," \
	" s.description, s.purpose, s.audience, s.actors, s.schedule, s.economy, s.success, s.`follow-up`"

/* The next version before the draft: what is a draft then has this file's words. */
static const char *const change[] = {
	"INSERT INTO catalogue_version (entry_id, version, " COLUMNS ") SELECT s.own_id, v.version + 1, " CELLS " FROM staged s " NEWEST
	" WHERE v.state <> 'draft' AND NOT (" SAME ")",
	"UPDATE catalogue_version v JOIN staged s ON s.own_id = v.entry_id SET v.title = s.title, v.kind = s.kind, v.tracks = COALESCE(s.tracks, ''),"
	" v.capacity = s.capacity, v.waiting_days = s.`waiting-days`, v.usual_weeks = s.`usual-weeks`, v.price = s.price, v.price_per = s.`price-per`,"
	" v.contact = s.contact, v.referral = s.referral, v.goal = s.goal, v.aim = s.aim, v.description = s.description, v.purpose = s.purpose,"
	" v.audience = s.audience, v.actors = s.actors, v.schedule = s.schedule, v.economy = s.economy, v.success = s.success, v.follow_up = s.`follow-up`,"
	" v.changed_by = NULL, v.changed_at = CURRENT_TIMESTAMP, v.revision = v.revision + 1 WHERE v.state = 'draft' AND NOT (" SAME ")",
	NULL
};

static const char *const add[] = {
	"INSERT INTO catalogue_version (entry_id, version, " COLUMNS ") SELECT s.own_id, 1, " CELLS " FROM staged s WHERE s.fresh = 1 ORDER BY s.line",
	NULL
};

const struct rows_kind rows_catalogue = {
	.name = "catalogue", .about = "known by department and title; what is new or other comes as a draft, which the department publishes",
	.columns = columns, .keys = "KEY (own_id)", .resolve = resolve, .checks = checks,
	.changed = "SELECT COUNT(*) FROM staged s " NEWEST " WHERE NOT (" SAME ")", .change = change,
	.number = {
		"INSERT INTO catalogue_entry (department_id) SELECT s.department FROM staged s WHERE s.own_id IS NULL ORDER BY s.line",
		"UPDATE staged s JOIN (SELECT line, ROW_NUMBER() OVER (ORDER BY line) - 1 AS n FROM staged WHERE own_id IS NULL) r ON r.line = s.line"
		" SET s.own_id = ? + r.n * @@auto_increment_increment, s.fresh = 1",
		"SELECT COUNT(*) FROM staged s JOIN catalogue_entry e ON e.id = s.own_id WHERE s.fresh = 1 AND e.department_id = s.department AND e.created_by IS NULL",
	},
	.add = add,
	.write = "SELECT e.department_id, v.title, v.kind, REPLACE(v.tracks, ',', ' '), v.capacity, v.waiting_days, v.usual_weeks, v.price, v.price_per, v.contact,"
	    " v.referral, v.goal, v.aim, v.description, v.purpose, v.audience, v.actors, v.schedule, v.economy, v.success, v.follow_up FROM catalogue_entry e"
	    " JOIN (SELECT entry_id, MAX(version) AS version FROM catalogue_version WHERE state <> 'retired' GROUP BY entry_id) n ON n.entry_id = e.id"
	    " JOIN catalogue_version v ON v.entry_id = n.entry_id AND v.version = n.version ORDER BY e.department_id, v.title",
};
