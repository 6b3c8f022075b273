#include "admin/studio.h"

#include <string.h>
#include <talloc.h>

#include "base/text.h"
#include "domain/permission.h"
#include "sql/rows.h"
#include "web/link.h"
#include "xml/node.h"

static const struct field roll_back_fields[] = {
	{ .name = "why", .type = FIELD_LINE, .max = 400 },
	{ 0 }
};
static const struct field no_fields[] = { { 0 } };
static const char *const roll_back_submits[] = { "roll-back", NULL };
const struct form studio_roll_back_form = { .name = "roll-back", .fields = roll_back_fields, .submits = roll_back_submits };
const struct form studio_roll_back_at_once_form = { .name = "roll-back", .fields = no_fields, .submits = roll_back_submits };

bool
studio_edits(const struct request *rq, const char *department)
{
	return request_may(rq, MAY_EDIT_LOOK) && rq->user->department[0] != '\0' && strcmp(rq->user->department, department) == 0;
}

static bool
sees(const struct request *rq, const char *department)
{
	return request_may(rq, MAY_RUN_LOOKS) || strcmp(rq->user->department, department) == 0;
}

bool
studio_find(struct request *rq, struct stylesheet_version *out)
{
	bool found = stylesheet_find(rq->db, rq, rq->subject, out);

	/* What is there and what is not are told apart only to those who see all. */
	if (!found)
		fail_request(rq, request_may(rq, MAY_RUN_LOOKS) ? FAIL_MISSING : FAIL_DENIED, "no-such-stylesheet");
	else if (!sees(rq, out->department))
		fail_request(rq, FAIL_DENIED, "no-such-stylesheet");
	return !request_failed(rq);
}

bool
studio_find_own(struct request *rq, struct stylesheet_version *out)
{
	if (!studio_find(rq, out))
		return false;
	if (!studio_edits(rq, out->department))
		fail_request(rq, FAIL_DENIED, NULL);
	return !request_failed(rq);
}

#define VERSION_COLUMNS \
	"SELECT v.id, v.number, v.state, v.program, v.department_id AS department, d.name AS 'department-name', v.reason," \
	" v.created_at AS 'created-at', v.created_by AS 'created-by', cr.name AS 'created-by-name'," \
	" v.changed_at AS 'changed-at', ch.name AS 'changed-by-name', v.asked_at AS 'asked-at', ask.name AS 'asked-by-name'," \
	" v.activated_at AS 'activated-at', act.name AS 'activated-by-name', v.retired_at AS 'retired-at'," \
	" re.name AS 'retired-by-name', v.retired_why AS 'retired-why'," \
	" IF(v.state = 'retired' AND v.retired_by IS NULL, 'yes', NULL) AS 'taken-out'" \
	" FROM stylesheet_version v JOIN department d ON d.id = v.department_id" \
	" LEFT JOIN staff cr ON cr.uid = v.created_by LEFT JOIN staff ch ON ch.uid = v.changed_by" \
	" LEFT JOIN staff ask ON ask.uid = v.asked_by LEFT JOIN staff act ON act.uid = v.activated_by" \
	" LEFT JOIN staff re ON re.uid = v.retired_by"

static void
set_href(struct request *rq, xmlNode *version)
{
	node_set(version, "href", request_href(rq, "/admin/stylesheets/%s", node_get(version, "id")));
}

xmlNode *
studio_add(struct request *rq, xmlNode *parent, const struct stylesheet_version *version)
{
	xmlNode *crumbs = node_add(parent, "breadcrumbs"), *node;

	link_add(rq, crumbs, "admin", "/admin");
	link_add(rq, crumbs, "stylesheets", "/admin/stylesheets");
	if (strcmp(rq->route->page, "stylesheet") != 0)
		link_add(rq, crumbs, "stylesheet", "/admin/stylesheets/%lld", version->id);
	node = rows_add_one(rq->db, parent, "stylesheet", VERSION_COLUMNS " WHERE v.id = ?", ARGS(INT(version->id)));

	if (node == NULL)
		return NULL;
	set_href(rq, node);
	if (strcmp(version->created_by, rq->user->uid) == 0)
		node_set(node, "mine", "yes");
	if (studio_edits(rq, version->department) && strcmp(version->state, "draft") == 0)
		node_set(node, "editable", "yes");
	return node;
}

void
studio_add_versions(struct request *rq, xmlNode *parent, const struct stylesheet_version *version)
{
	xmlNode *node;

	rows_add(rq->db, parent, "version", VERSION_COLUMNS " WHERE v.department_id = ? AND v.program = ? ORDER BY v.number DESC LIMIT 50",
	    ARGS(TEXT(version->department), TEXT(version->program)));
	for (node = node_child(parent, "version"); node != NULL; node = node_next(node, "version"))
		set_href(rq, node);
}

bool
studio_step(struct request *rq, enum stylesheet_step step)
{
	static const char *const keys[] = {
		[STYLESHEET_NOT_A_DRAFT] = "stylesheet-not-a-draft", [STYLESHEET_SAME_PERSON] = "stylesheet-same-person",
		[STYLESHEET_NOT_ASKED] = "stylesheet-not-asked", [STYLESHEET_NOTHING_BEFORE] = "stylesheet-nothing-before",
	};

	if (step == STYLESHEET_DONE)
		return !request_failed(rq);
	if (step == STYLESHEET_STALE)
		fail_request(rq, FAIL_STALE, NULL);
	else if (step == STYLESHEET_GONE)
		fail_request(rq, FAIL_MISSING, "no-such-stylesheet");
	else
		fail_request(rq, FAIL_INPUT, keys[step]);
	return false;
}

xmlNode *
studio_add_roll_back(struct request *rq, xmlNode *parent, const struct form *form, long long from)
{
	xmlNode *node = form_add(rq, parent, form, "/admin/stylesheets/%lld/roll-back", from);

	if (node != NULL)
		node_set_int(node, "id", from);
	return node;
}

bool
studio_file_text(struct request *rq, const char **text)
{
	const struct file *file = field_file(rq, "file");
	const char *bytes;

	if (file == NULL)
		return true;
	bytes = talloc_strndup(rq, file->bytes, file->length);
	if (strlen(bytes) != file->length || !text_is_clean(bytes, file->length)) {
		field_error(rq, "file", "file-not-text");
		return false;
	}
	/* A mark of the byte order is nothing that an XML text should go on carrying. */
	*text = text_tidy(rq, strncmp(bytes, "\xef\xbb\xbf", 3) == 0 ? bytes + 3 : bytes);
	return true;
}
