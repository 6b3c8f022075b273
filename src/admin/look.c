/*
 * /admin/look - a department's colours and logo.
 *	<tabs/> <look department name tab="look" changed-by changed-at> <department/>*
 *	 <colour name value ratio needed against passes nearest/>* <preview css logo logo-text/> <form name="look"/> <form name="logo-remove"/> </look>
 */
#include "admin/look.h"

#include <math.h>
#include <string.h>
#include <talloc.h>

#include "admin/pages.h"
#include "base/text.h"
#include "domain/look.h"
#include "domain/permission.h"
#include "rule/contrast.h"
#include "rule/image.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "web/link.h"
#include "web/sniff.h"
#include "xml/node.h"

enum { LOGO_BYTES_MAX = 512 * 1024, LOGO_PIXELS_MAX = 2000 };

const char *
look_department(struct request *rq)
{
	const char *given = query_text(rq, "department"), *department = given == NULL ? rq->user->department : given;

	if (!request_may(rq, MAY_RUN_LOOKS) && (!request_may(rq, MAY_EDIT_LOOK) || strcmp(department, rq->user->department) != 0)) {
		fail_request(rq, FAIL_DENIED, NULL);
		return NULL;
	}
	department = rows_text(rq->db, rq, "SELECT id FROM department WHERE id = ?", ARGS(TEXT(department)));
	if (department == NULL)
		fail_request(rq, FAIL_MISSING, "no-such-department");
	return department;
}

const char *
look_query(struct request *rq, bool first)
{
	const char *given = query_text(rq, "department");

	if (given == NULL || strcmp(given, rq->user->department) == 0)
		return "";
	return request_format(rq, "%cdepartment=%s", first ? '?' : '&', uri_encode(rq, given));
}

static void
add_tabs(struct request *rq, xmlNode *content, const char *tab)
{
	static const struct { const char *name, *href; } pages[] = {
		{ "look", "/admin/look" }, { "look-columns", "/admin/look/columns" }, { "look-labels", "/admin/look/labels" },
	};
	xmlNode *tabs = node_add(content, "tabs"), *item;
	size_t i;

	for (i = 0; i < sizeof pages / sizeof pages[0]; i++) {
		item = link_add(rq, tabs, pages[i].name, "%s%s", pages[i].href, look_query(rq, true));
		if (strcmp(pages[i].name, tab) == 0)
			node_set(item, "current", "yes");
	}
}

static void
add_departments(struct request *rq, xmlNode *look, const char *department)
{
	xmlNode *node;

	if (!request_may(rq, MAY_RUN_LOOKS))
		return;
	rows_add(rq->db, look, "department", "SELECT id, name FROM department WHERE valid_to IS NULL OR valid_to >= CURRENT_DATE"
	    " ORDER BY name, id", NO_ARGS);
	for (node = node_child(look, "department"); node != NULL; node = node_next(node, "department")) {
		node_set(node, "href", request_href(rq, "%s?department=%s", rq->path, uri_encode(rq, node_get(node, "id"))));
		if (strcmp(node_get(node, "id"), department) == 0)
			node_set(node, "current", "yes");
	}
}

/* Who takes something away changes it first, so that the last version of it says who that was. */
static void
add_last_change(struct request *rq, xmlNode *look, const char *department)
{
	const char *is[2];

	if (!rows_one(rq->db, rq, is, 2, "SELECT COALESCE(s.name, x.uid), DATE_FORMAT(x.at, '%Y-%m-%dT%H:%i:%sZ') FROM ("
	    " SELECT changed_by AS uid, ROW_START AS at FROM department_look FOR SYSTEM_TIME ALL WHERE department_id = ?"
	    " UNION ALL SELECT changed_by, ROW_START FROM department_label FOR SYSTEM_TIME ALL WHERE department_id = ?"
	    " UNION ALL SELECT changed_by, ROW_START FROM department_column FOR SYSTEM_TIME ALL WHERE department_id = ?) x"
	    " LEFT JOIN staff s ON s.uid = x.uid ORDER BY x.at DESC LIMIT 1", ARGS(TEXT(department), TEXT(department), TEXT(department))))
		return;
	node_set(look, "changed-by", is[0]);
	node_set(look, "changed-at", is[1]);
}

xmlNode *
look_begin(struct request *rq, xmlNode *content, const char *tab)
{
	const char *department = look_department(rq);
	xmlNode *look;

	if (department == NULL)
		return NULL;
	add_tabs(rq, content, tab);
	look = node_add(content, "look");
	node_set(look, "department", department);
	node_set(look, "name", rows_text(rq->db, rq, "SELECT name FROM department WHERE id = ?", ARGS(TEXT(department))));
	node_set(look, "tab", tab);
	add_last_change(rq, look, department);
	add_departments(rq, look, department);
	return look;
}

/* The form */

/* "10394C" is meant as "#10394c". */
static const char *
check_colour(struct request *rq, const char **value, enum colour_use use, const char *key)
{
	struct contrast contrast;
	struct colour colour;
	char text[8];

	if (!colour_read(request_format(rq, "%s%s", (*value)[0] == '#' ? "" : "#", *value), &colour))
		return "not-a-colour";
	colour_write(colour, text);
	*value = talloc_strdup(rq, text);
	contrast_judge(use, colour, &contrast);
	return contrast.passes ? NULL : key;
}

static const char *
check_bar(struct request *rq, const char **value)
{
	return check_colour(rq, value, COLOUR_BAR, "contrast-bar");
}

static const char *
check_link(struct request *rq, const char **value)
{
	return check_colour(rq, value, COLOUR_LINK, "contrast-link");
}

/* Its head and libmagic must agree: neither the name nor the type that came with it counts. */
static const char *
check_logo(struct request *rq, const char **value)
{
	const struct file *file = NULL;
	const char *kind;
	struct image image;
	size_t i;

	(void)value;
	for (i = 0; i < rq->files.count && file == NULL; i++)
		if (strcmp(rq->files.list[i].field, "logo") == 0)
			file = &rq->files.list[i];
	kind = file == NULL ? NULL : sniff_type(sniff_new(rq), file->bytes, file->length);
	if (kind == NULL || !image_read((const unsigned char *)file->bytes, file->length, &image) || strcmp(kind, image.type) != 0)
		return "logo-type";
	return image.width > LOGO_PIXELS_MAX || image.height > LOGO_PIXELS_MAX ? "logo-pixels" : NULL;
}

static const struct field look_fields[] = {
	{ "bar-colour",  FIELD_LINE, .max = 7, .check = check_bar },
	{ "link-colour", FIELD_LINE, .max = 7, .check = check_link },
	{ "logo",        FIELD_FILE, .max = LOGO_BYTES_MAX, .check = check_logo, .accept = "image/png,image/jpeg,image/webp" },
	{ "logo-text",   FIELD_LINE, .max = 120 },
	{ 0 }
};
static const char *const look_submits[] = { "save", "preview", NULL };
static const struct form look_form = { .name = "look", .fields = look_fields, .submits = look_submits, .asks = "preview" };
static const struct field no_fields[] = { { 0 } };
static const char *const remove_submits[] = { "remove", NULL };
static const struct form remove_form = { .name = "logo-remove", .fields = no_fields, .submits = remove_submits };

struct stored { const char *bar, *link, *logo, *logo_text, *revision; };

static void
read_stored(struct request *rq, const char *department, struct stored *out)
{
	const char *is[5];

	rows_one(rq->db, rq, is, 5, "SELECT bar_colour, link_colour, CASE WHEN logo_type IS NOT NULL THEN revision END, logo_text, revision"
	    " FROM department_look WHERE department_id = ?", ARGS(TEXT(department)));
	*out = (struct stored){ is[0], is[1], is[2], is[3], is[4] == NULL ? "0" : is[4] };
}

/* Rounded down: what fails must not look as if it passed. */
static void
set_ratio(xmlNode *node, const char *name, double ratio)
{
	node_set_format(node, name, "%.1f", floor(ratio * 10 + 1e-9) / 10);
}

/*
 * What stands in the form's field, or would: how it can be read.  Returns the colour to show, the nearest one where it cannot be read;
 * NULL for the shipped one.
 */
static const char *
add_colour(struct request *rq, xmlNode *look, xmlNode *form, const char *name, enum colour_use use)
{
	const char *shipped = use == COLOUR_BAR ? LOOK_BAR : LOOK_LINK, *typed = NULL;
	struct contrast contrast;
	struct colour colour;
	xmlNode *node, *field;
	char text[8];

	for (field = node_child(form, "field"); field != NULL; field = node_next(field, "field"))
		if (strcmp(node_get(field, "name"), name) == 0)
			typed = node_text(node_child(field, "value"));
	if (typed == NULL || typed[0] == '\0')
		typed = shipped;
	if (!colour_read(request_format(rq, "%s%s", typed[0] == '#' ? "" : "#", typed), &colour))
		return NULL;
	contrast_judge(use, colour, &contrast);
	colour_write(colour, text);
	node = node_add(look, "colour");
	node_set(node, "name", name);
	node_set(node, "value", text);
	node_set(node, "shipped", shipped);
	set_ratio(node, "ratio", contrast.ratio);
	set_ratio(node, "needed", CONTRAST_NEEDED);
	node_set(node, "passes", contrast.passes ? "yes" : "no");
	colour_write(contrast.against, text);
	node_set(node, "against", text);
	colour_write(contrast.nearest, text);
	if (!contrast.passes)
		node_set(node, "nearest", text);
	return strcmp(text, shipped) == 0 ? NULL : talloc_strdup(rq, text);
}

static void
add_preview(struct request *rq, xmlNode *look, const char *department, const struct stored *stored, const char *bar, const char *link)
{
	const char *css = look_css_address(rq, bar, link), *logo = look_logo_address(rq, department, stored->logo);
	xmlNode *preview = node_add(look, "preview");

	if (css != NULL)
		node_set(preview, "css", request_href(rq, "%s&scope=preview", css));
	if (logo != NULL)
		node_set(preview, "logo", request_href(rq, "%s", logo));
	if (logo != NULL)
		node_set(preview, "logo-text", stored->logo_text);
}

static void
look_get(struct request *rq, xmlNode *content)
{
	xmlNode *look = look_begin(rq, content, "look"), *form, *remove = NULL;
	const char *department = node_get(look, "department"), *bar, *link;
	struct stored stored;

	if (look == NULL)
		return;
	read_stored(rq, department, &stored);
	form = form_add(rq, look, &look_form, "/admin/look%s", look_query(rq, true));
	form_set(form, "bar-colour", stored.bar == NULL ? "" : stored.bar);
	form_set(form, "link-colour", stored.link == NULL ? "" : stored.link);
	form_set(form, "logo-text", stored.logo_text == NULL ? "" : stored.logo_text);
	form_set_revision(form, atoll(stored.revision));
	if (stored.logo != NULL)
		remove = form_add(rq, look, &remove_form, "/admin/look/logo%s", look_query(rq, true));
	form_set_revision(remove, atoll(stored.revision));
	bar = add_colour(rq, look, form, "bar-colour", COLOUR_BAR);
	link = add_colour(rq, look, form, "link-colour", COLOUR_LINK);
	add_preview(rq, look, department, &stored, bar, link);
	/* Browsers never send a file again by themselves. */
	if (rq->files.count > 0 && rq->files.list[0].length > 0)
		notice_add(rq, "info", "file-again");
}

/* NULL, or the shipped one: nothing of one's own, so that a shipped colour that changes later changes here, too. */
static struct value
own_colour(struct request *rq, const char *name, const char *shipped)
{
	const char *colour = field_text(rq, name);

	return colour == NULL || strcmp(colour, shipped) == 0 ? NOTHING : TEXT(colour);
}

/* May what is stored be changed as the user has seen it?  department NULL: the request failed already. */
static bool
stored_begin(struct request *rq, const char *department, struct stored *out)
{
	if (department == NULL)
		return false;
	read_stored(rq, department, out);
	return !revision_stale(rq, atoll(out->revision));
}

static void
look_post(struct request *rq)
{
	const char *department = look_department(rq);
	const struct file *file = field_file(rq, "logo");
	const char *bytes = file == NULL ? NULL : text_hex(rq, (const unsigned char *)file->bytes, file->length);
	struct image image = { NULL, 0, 0 };
	struct stored stored;

	if (!stored_begin(rq, department, &stored))
		return;
	if ((file != NULL || stored.logo != NULL) && field_text(rq, "logo-text") == NULL) {
		field_error(rq, "logo-text", "logo-text-required");
		return;
	}
	if (file != NULL)
		image_read((const unsigned char *)file->bytes, file->length, &image);
	exec(rq->db, "INSERT INTO department_look (department_id, bar_colour, link_colour, logo, logo_type, logo_text, changed_by)"
	    " VALUES (?, ?, ?, UNHEX(?), ?, ?, ?) ON DUPLICATE KEY UPDATE bar_colour = VALUES(bar_colour), link_colour = VALUES(link_colour),"
	    " logo = COALESCE(VALUES(logo), logo), logo_type = COALESCE(VALUES(logo_type), logo_type), logo_text = VALUES(logo_text),"
	    " changed_by = VALUES(changed_by), revision = revision + 1",
	    ARGS(TEXT(department), own_colour(rq, "bar-colour", LOOK_BAR), own_colour(rq, "link-colour", LOOK_LINK), TEXT(bytes),
	    TEXT(image.type), FIELD(rq, "logo-text"), TEXT(rq->user->uid)));
	look_tell_views(rq->db, department);
	see_other(rq, "look-saved", "/admin/look%s", look_query(rq, true));
}

static void
logo_post(struct request *rq)
{
	const char *department = look_department(rq);
	struct stored stored;

	if (!stored_begin(rq, department, &stored))
		return;
	exec(rq->db, "UPDATE department_look SET logo = NULL, logo_type = NULL, logo_text = NULL, changed_by = ?, revision = revision + 1"
	    " WHERE department_id = ?", ARGS(TEXT(rq->user->uid), TEXT(department)));
	look_tell_views(rq->db, department);
	see_other(rq, "logo-removed", "/admin/look%s", look_query(rq, true));
}

const struct route admin_look = {
	.path = "/admin/look", .page = "look", .menu = "admin", .may = MAY_SEE_ADMIN, .get = look_get, .post = look_post, .form = &look_form,
};
const struct route admin_look_logo = {
	.path = "/admin/look/logo", .page = "look", .menu = "admin", .may = MAY_SEE_ADMIN, .post = logo_post, .form = &remove_form,
};
