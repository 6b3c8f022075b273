/*
 * /admin/look/columns?program=plan&list=courses - which columns a list has, and in what order.
 *	<tabs/> <look tab="look-columns"> <shipped-list program name href [own] [current]/>*
 *	 <form name="columns"> <field name="column-NAME" type="integer"/>* </form> <form name="columns-restore"/> </look>
 */
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "admin/look.h"
#include "admin/pages.h"
#include "domain/look.h"
#include "domain/permission.h"
#include "domain/stylesheet.h"
#include "sql/exec.h"
#include "sql/rows.h"
#include "web/form.h"
#include "xml/lists.h"
#include "xml/node.h"

enum { POSITION_MAX = 99, COLUMNS_MAX = 40 };

/* The list that the address names; NULL: none is chosen. */
struct chosen { const char *department, *program; const struct shipped_list *list; };

static bool
read_chosen(struct request *rq, struct chosen *out)
{
	const char *program = query_text(rq, "program"), *name = query_text(rq, "list");
	const char *const *known;

	memset(out, 0, sizeof *out);
	out->department = look_department(rq);
	if (out->department == NULL || (program == NULL && name == NULL))
		return out->department != NULL;
	for (known = stylesheet_programs; program != NULL && *known != NULL; known++)
		if (strcmp(*known, program) == 0)
			out->program = *known;
	out->list = out->program == NULL || name == NULL ? NULL : lists_find(out->program, name);
	if (out->list == NULL)
		fail_request(rq, FAIL_MISSING, NULL);
	return out->list != NULL;
}

struct gathering { const void *owner; const char **names; size_t count; };

static void
take_name(void *user, const char *const *columns, size_t count)
{
	struct gathering *g = user;

	(void)count;
	if (g->count < COLUMNS_MAX)
		g->names[g->count++] = talloc_strdup(g->owner, columns[0]);
}

/* The columns as they are now, from left to right. */
static const char **
read_columns(struct request *rq, const struct chosen *chosen)
{
	struct gathering g = { rq, talloc_zero_array(rq, const char *, COLUMNS_MAX + 1), 0 };

	rows_each(rq->db, "SELECT column_name FROM department_column WHERE department_id = ? AND program = ? AND list_name = ? ORDER BY position",
	    ARGS(TEXT(chosen->department), TEXT(chosen->program), TEXT(chosen->list->name)), take_name, &g);
	return look_columns(rq, chosen->list, g.names);
}

/* What the form changes has no revision of its own: what stands there now, as a number. */
static long long
revision_of(struct request *rq, const struct chosen *chosen)
{
	return rows_int(rq->db, 0, "SELECT COALESCE(CRC32(GROUP_CONCAT(column_name ORDER BY position)), 0) FROM department_column"
	    " WHERE department_id = ? AND program = ? AND list_name = ?",
	    ARGS(TEXT(chosen->department), TEXT(chosen->program), TEXT(chosen->list->name)));
}

/* A field for each column: those shown first, in their order. */
static const struct form *
make_form(struct request *rq, const struct shipped_list *list, const char **shown)
{
	struct form *form = talloc_zero(rq, struct form);
	struct field *fields = talloc_zero_array(rq, struct field, COLUMNS_MAX * 2 + 1);
	const char **column;
	size_t count = 0, first = 0, i;

	for (column = shown; *column != NULL; column++)
		fields[count++].name = request_format(rq, "column-%s", *column);
	for (first = count, column = list->columns; *column != NULL && count < COLUMNS_MAX * 2; column++) {
		for (i = 0; i < first && strcmp(shown[i], *column) != 0; i++)
			;
		if (i == first)
			fields[count++].name = request_format(rq, "column-%s", *column);
	}
	for (i = 0; i < count; i++) {
		fields[i].type = FIELD_INTEGER;
		fields[i].min = 1;
		fields[i].max = POSITION_MAX;
		fields[i].required = lists_keeps(list, fields[i].name + strlen("column-")) ? REQUIRED : 0;
	}
	form->name = "columns";
	form->fields = fields;
	return form;
}

static const struct field no_fields[] = { { 0 } };
static const char *const restore_submits[] = { "restore", NULL };
static const struct form restore_form = { .name = "columns-restore", .fields = no_fields, .submits = restore_submits };

static const char *
address(struct request *rq, const char *path, const char *program, const char *list)
{
	return request_format(rq, "%s?program=%s&list=%s%s", path, program, list, look_query(rq, false));
}

static void
add_lists(struct request *rq, xmlNode *look, const struct chosen *chosen)
{
	const char *const *program;
	const struct shipped_list *list;
	xmlNode *node;

	for (program = stylesheet_programs; *program != NULL; program++)
		for (list = lists_of(*program); list->name != NULL; list++) {
			node = node_add(look, "shipped-list");
			node_set(node, "program", *program);
			node_set(node, "name", list->name);
			node_set(node, "href", request_href(rq, "%s", address(rq, "/admin/look/columns", *program, list->name)));
			if (rows_int(rq->db, 0, "SELECT COUNT(*) FROM department_column WHERE department_id = ? AND program = ? AND list_name = ?",
			    ARGS(TEXT(chosen->department), TEXT(*program), TEXT(list->name))) > 0)
				node_set(node, "own", "yes");
			if (list == chosen->list)
				node_set(node, "current", "yes");
		}
}

static void
columns_get(struct request *rq, xmlNode *content)
{
	xmlNode *look = look_begin(rq, content, "look-columns"), *form;
	struct chosen chosen;
	const char **shown;
	long long revision, i;

	if (look == NULL || !read_chosen(rq, &chosen))
		return;
	add_lists(rq, look, &chosen);
	if (chosen.list == NULL)
		return;
	shown = read_columns(rq, &chosen);
	revision = revision_of(rq, &chosen);
	form = form_add(rq, look, make_form(rq, chosen.list, shown), "%s",
	    address(rq, "/admin/look/columns", chosen.program, chosen.list->name));
	for (i = 0; shown[i] != NULL; i++)
		form_set_int(form, request_format(rq, "column-%s", shown[i]), i + 1);
	form_set_revision(form, revision);
	if (revision != 0) {
		form = form_add(rq, look, &restore_form, "%s", address(rq, "/admin/look/columns/restore", chosen.program, chosen.list->name));
		form_set_revision(form, revision);
	}
}

/* In the order of their numbers; of equal ones the one that stands first in the shipped order. */
static size_t
sort_columns(struct request *rq, const struct shipped_list *list, const char **out)
{
	size_t count = 0, i;
	long position;

	for (position = 1; position <= POSITION_MAX; position++)
		for (i = 0; list->columns[i] != NULL && count < COLUMNS_MAX; i++)
			if (field_int(rq, request_format(rq, "column-%s", list->columns[i]), 0) == position)
				out[count++] = list->columns[i];
	return count;
}

/* Whoever takes them away is told by their last versions. */
static void
remove_columns(struct request *rq, const struct chosen *chosen)
{
	exec(rq->db, "UPDATE department_column SET changed_by = ? WHERE department_id = ? AND program = ? AND list_name = ?",
	    ARGS(TEXT(rq->user->uid), TEXT(chosen->department), TEXT(chosen->program), TEXT(chosen->list->name)));
	exec(rq->db, "DELETE FROM department_column WHERE department_id = ? AND program = ? AND list_name = ?",
	    ARGS(TEXT(chosen->department), TEXT(chosen->program), TEXT(chosen->list->name)));
}

static void
columns_post(struct request *rq)
{
	const char *columns[COLUMNS_MAX];
	struct chosen chosen;
	size_t count, i;
	enum fail f;

	if (!read_chosen(rq, &chosen))
		return;
	f = chosen.list == NULL ? FAIL_MALFORMED : form_read(rq, make_form(rq, chosen.list, read_columns(rq, &chosen)));
	if (f != FAIL_NONE) {
		fail_request(rq, f, NULL);
		return;
	}
	if (revision_stale(rq, revision_of(rq, &chosen)))
		return;
	remove_columns(rq, &chosen);
	count = sort_columns(rq, chosen.list, columns);
	for (i = 0; i < count; i++)
		exec(rq->db, "INSERT INTO department_column (department_id, program, list_name, position, column_name, changed_by)"
		    " VALUES (?, ?, ?, ?, ?, ?)", ARGS(TEXT(chosen.department), TEXT(chosen.program), TEXT(chosen.list->name),
		    INT((long long)i + 1), TEXT(columns[i]), TEXT(rq->user->uid)));
	look_tell_views(rq->db, chosen.department);
	see_other(rq, "columns-saved", "%s", address(rq, "/admin/look/columns", chosen.program, chosen.list->name));
}

static void
restore_post(struct request *rq)
{
	struct chosen chosen;

	if (!read_chosen(rq, &chosen))
		return;
	if (chosen.list == NULL)
		fail_request(rq, FAIL_MALFORMED, NULL);
	else if (!revision_stale(rq, revision_of(rq, &chosen))) {
		remove_columns(rq, &chosen);
		look_tell_views(rq->db, chosen.department);
		see_other(rq, "columns-restored", "%s", address(rq, "/admin/look/columns", chosen.program, chosen.list->name));
	}
}

const struct route admin_look_columns = {
	.path = "/admin/look/columns", .page = "look-columns", .menu = "admin", .may = MAY_SEE_ADMIN, .get = columns_get, .post = columns_post,
};
const struct route admin_look_columns_restore = {
	.path = "/admin/look/columns/restore", .page = "look-columns", .menu = "admin", .may = MAY_SEE_ADMIN, .post = restore_post,
	.form = &restore_form,
};
