/*
 * The rehearsal of an upgrade: every layer in use, on every sample page of its program, over the old release and over the new one.
 *
 * Of each page two outlines (judge_outline) are compared as bags of lines: what was shown and is not any more vanished, unless it
 * vanished from the shipped look as well, which is the upgrade's own doing and only told.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "domain/stylesheet.h"
#include "sql/rows.h"
#include "tools/check/capture.h"
#include "tools/stylesheet/commands.h"
#include "tools/stylesheet/gate.h"
#include "tools/stylesheet/outline.h"

/* A layer in use, from the database or from a file, and what is said of it. */
struct worn {
	const char *department, *program, *text;
	struct look old_look, new_look;
	unsigned pages, vanished, appeared, gone;
};
struct wardrobe { const void *owner; struct worn *list; size_t count; const struct release *old, *new; };

static struct worn *
add_worn(struct wardrobe *all, const char *department, const char *program)
{
	all->list = talloc_realloc(all->owner, all->list, struct worn, (unsigned)all->count + 1);
	all->list[all->count] = (struct worn){ .department = talloc_strdup(all->owner, department), .program = talloc_strdup(all->owner, program) };
	return &all->list[all->count++];
}

static void
take_row(void *user, const char *const *columns, size_t count)
{
	(void)count;
	add_worn(user, columns[0], columns[1]);
}

static enum status
find_layers(struct tool *tool, void *data)
{
	struct wardrobe *all = data;
	const char *department = tool_department(tool, tool->department);
	struct stylesheet_version version;
	size_t i;

	if (department == NULL && tool->department != NULL)
		return STATUS_FAILED;
	all->count = 0;
	rows_each(tool->db, "SELECT department_id, program FROM stylesheet_view WHERE active_id IS NOT NULL"
	    " AND (? IS NULL OR department_id = ?) AND (? IS NULL OR program = ?) ORDER BY department_id, program",
	    ARGS(TEXT(department), TEXT(department), TEXT(tool->program), TEXT(tool->program)), take_row, all);
	for (i = 0; i < all->count; i++) {
		struct worn *worn = &all->list[i];

		if (!stylesheet_active(tool->db, tool->owner, worn->department, worn->program, &version) ||
		    !settings_read(tool, all->old->labels, worn->department, worn->program, &worn->old_look) ||
		    !settings_read(tool, all->new->labels, worn->department, worn->program, &worn->new_look))
			return STATUS_FAILED;
		worn->text = version.sheet;
	}
	return STATUS_DONE;
}

static int
is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int
is_sheet(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return is_visible(entry) && dot != NULL && strcmp(dot, ".xsl") == 0;
}

static enum status
read_layer(struct tool *tool, struct wardrobe *all, const char *department, const char *path)
{
	char *name = talloc_strdup(tool->owner, strrchr(path, '/') + 1);
	size_t length;
	const char *text;

	*strrchr(name, '.') = '\0';
	if (tool->program != NULL && strcmp(tool->program, name) != 0)
		return STATUS_DONE;
	if (!tool_knows_program(name))
		return STATUS_FAILED;
	text = tool_read(tool, path, &length);
	if (text == NULL)
		return STATUS_FAILED;
	if (length == 0 || length > LAYER_MAX || strlen(text) != length)
		return tool_fail("%s: it is empty, holds a NUL or is larger than %d bytes", path, LAYER_MAX);
	add_worn(all, department, name)->text = text;
	return STATUS_DONE;
}

/* scandir(3), sorted; false, said, when the folder cannot be read. */
static bool
folder(const char *path, int (*wanted)(const struct dirent *), struct dirent ***entries, int *count)
{
	*count = scandir(path, entries, wanted, alphasort);
	if (*count < 0)
		tool_fail("%s: %s", path, strerror(errno));
	return *count >= 0;
}

static enum status
read_department(struct tool *tool, struct wardrobe *all, const char *department)
{
	const char *dir = talloc_asprintf(tool->owner, "%s/%s", tool->layers, department);
	enum status status = STATUS_DONE;
	struct dirent **files;
	int count, i;

	if (!folder(dir, is_sheet, &files, &count))
		return STATUS_FAILED;
	for (i = 0; i < count; i++) {
		status = tool_worse(status, read_layer(tool, all, department, talloc_asprintf(tool->owner, "%s/%s", dir, files[i]->d_name)));
		free(files[i]);
	}
	free(files);
	return status;
}

/* As pull writes them: DIR/DEPARTMENT/PROGRAM.xsl. */
static enum status
read_layers(struct tool *tool, struct wardrobe *all)
{
	enum status status = STATUS_DONE;
	struct dirent **entries;
	int count, i;

	if (!folder(tool->layers, is_visible, &entries, &count))
		return STATUS_FAILED;
	for (i = 0; i < count; i++) {
		if (entries[i]->d_type != DT_REG && (tool->department == NULL || strcmp(tool->department, entries[i]->d_name) == 0))
			status = tool_worse(status, read_department(tool, all, entries[i]->d_name));
		free(entries[i]);
	}
	free(entries);
	return status;
}

/* The outline of a sample with a layer (text NULL: the shipped look); NULL with the reason in *why. */
static char *
outline_of(const void *owner, const struct release *release, const struct layer *layer, const char *sample, const char **why)
{
	const struct sheet_params params = { .labels = layer->labels, .names_and_values = (const char *const[]){ NULL } };
	struct capture *capture = capture_begin(owner);
	struct rendering out = { 0 };
	char *outline = NULL;

	renderer_sample(owner, &release->options, layer, sample, &params, &out, &outline);
	capture_end(owner, capture);
	*why = out.html != NULL && outline != NULL ? NULL : out.reason != NULL ? out.reason : "no reason was given";
	return *why == NULL ? outline : NULL;
}

static void
tell(const struct worn *worn, const char *sample, const char *what, const struct outline_line *line)
{
	printf("%s %s %s: %s: %s", worn->department, worn->program, sample, what, line->text);
	if (line->under != NULL)
		printf(" (under %s)", line->under);
	putchar('\n');
}

/* Print the lines of a bag; how many they are. */
static unsigned
tell_all(const struct worn *worn, const char *sample, const char *what, const struct outline *lines)
{
	size_t i;

	for (i = 0; i < lines->count; i++)
		tell(worn, sample, what, &lines->lines[i]);
	return (unsigned)lines->count;
}

static enum status
compare(const void *owner, const struct wardrobe *all, struct worn *worn, const char *sample)
{
	const struct layer none_old = release_layer(all->old, worn->program, NULL, 0, NULL);
	const struct layer none_new = release_layer(all->new, worn->program, NULL, 0, NULL);
	const struct layer old = release_layer(all->old, worn->program, worn->text, strlen(worn->text), &worn->old_look);
	const struct layer new = release_layer(all->new, worn->program, worn->text, strlen(worn->text), &worn->new_look);
	const char *why_shipped, *why, *why_new;
	char *shipped_old = outline_of(owner, all->old, &none_old, sample, &why_shipped), *shipped_new, *with_old, *with_new;
	struct outline vanished, appeared, shipped_vanished, shipped_appeared, too;

	shipped_new = outline_of(owner, all->new, &none_new, sample, &why);
	if (shipped_old == NULL || shipped_new == NULL)
		return tool_fail("%s cannot be rendered in its shipped look: %s", sample, shipped_old == NULL ? why_shipped : why);
	with_old = outline_of(owner, all->old, &old, sample, &why);
	with_new = outline_of(owner, all->new, &new, sample, &why_new);
	worn->pages++;
	if (with_new == NULL) {
		printf("%s %s %s: %s: %s\n", worn->department, worn->program, sample, with_old == NULL ? "fails, as before" : "fails now", why_new);
		worn->gone += with_old != NULL;
		return with_old != NULL ? STATUS_REFUSED : STATUS_DONE;
	}
	if (with_old == NULL)
		with_old = shipped_old;
	outline_differ(owner, with_old, with_new, &vanished, &appeared);
	outline_differ(owner, shipped_old, shipped_new, &shipped_vanished, &shipped_appeared);
	outline_without(owner, &vanished, &shipped_vanished, &too);
	outline_without(owner, &appeared, &shipped_appeared, NULL);
	worn->vanished += tell_all(worn, sample, "vanished", &vanished);
	tell_all(worn, sample, "vanished, as from the shipped look", &too);
	worn->appeared += tell_all(worn, sample, "new", &appeared);
	return vanished.count == 0 ? STATUS_DONE : STATUS_REFUSED;
}

static bool
is_among(const char *const *samples, const char *sample)
{
	for (; samples != NULL && *samples != NULL; samples++)
		if (strcmp(*samples, sample) == 0)
			return true;
	return false;
}

static enum status
compare_pages(struct tool *tool, const struct wardrobe *all, struct worn *worn)
{
	const char *const *old = renderer_samples(tool->owner, all->old->options.share, worn->program);
	const char *const *new = renderer_samples(tool->owner, all->new->options.share, worn->program), *const *sample;
	enum status status = STATUS_DONE;

	if (old == NULL || new == NULL || *new == NULL)
		return tool_fail("there are no sample pages of %s", worn->program);
	for (sample = old; *sample != NULL; sample++) {
		void *memory = talloc_new(tool->owner);

		if (is_among(new, *sample))
			status = tool_worse(status, compare(memory, all, worn, *sample));
		else
			printf("%s %s %s: there is no such sample page any more\n", worn->department, worn->program, *sample);
		talloc_free(memory);
	}
	return status;
}

static bool
is_same(const struct finding *a, const struct finding *b)
{
	const char *x[] = { a->key, a->name, a->where }, *y[] = { b->key, b->name, b->where };
	size_t i;

	for (i = 0; i < sizeof x / sizeof x[0]; i++)
		if (x[i] == NULL || y[i] == NULL ? x[i] != y[i] : strcmp(x[i], y[i]) != 0)
			return false;
	return a->line == b->line && a->column == b->column && a->refuses == b->refuses;
}

static bool
was_found(const struct findings *findings, const struct finding *one)
{
	size_t i;

	for (i = 0; i < findings->count; i++)
		if (is_same(&findings->list[i], one))
			return true;
	return false;
}

/* What the gate says over the new release and did not over the old one: names that are gone above all. */
static enum status
compare_findings(struct tool *tool, const struct wardrobe *all, struct worn *worn)
{
	const struct layer old = release_layer(all->old, worn->program, worn->text, strlen(worn->text), &worn->old_look);
	const struct layer new = release_layer(all->new, worn->program, worn->text, strlen(worn->text), &worn->new_look);
	const char *file = talloc_asprintf(tool->owner, "%s/%s.xsl", worn->department, worn->program);
	struct verdict before = { 0 }, after = { 0 };
	size_t i;

	gate_check(tool, all->old, &old, &before);
	gate_check(tool, all->new, &new, &after);
	if ((!before.judged && !findings_refuse(&before.findings)) || (!after.judged && !findings_refuse(&after.findings)))
		return tool_fail("%s could not be checked: %s", file, before.why != NULL ? before.why : after.why != NULL ? after.why : "no reason was given");
	for (i = 0; i < after.findings.count; i++)
		if (!was_found(&before.findings, &after.findings.list[i])) {
			finding_print(tool->owner, all->new->english, file, &after.findings.list[i]);
			worn->gone++;
		}
	return worn->gone == 0 ? STATUS_DONE : STATUS_REFUSED;
}

static enum status
rehearse_layer(struct tool *tool, const struct wardrobe *all, struct worn *worn)
{
	enum status status = compare_findings(tool, all, worn);

	if (status != STATUS_FAILED)
		status = tool_worse(status, compare_pages(tool, all, worn));
	if (status != STATUS_FAILED)
		printf("%s %s: %u pages, %u lines vanished, %u are new, %u findings or failures are new: %s\n", worn->department, worn->program,
		    worn->pages, worn->vanished, worn->appeared, worn->gone, status == STATUS_DONE ? "nothing is lost" : "something is lost");
	fflush(stdout);
	return status;
}

enum status
rehearse_run(struct tool *tool)
{
	struct release old, new;
	struct wardrobe all = { .owner = tool->owner, .old = &old, .new = &new };
	enum status status;
	size_t i;

	status = release_open(tool, tool->old, &old);
	if (status == STATUS_DONE)
		status = release_open(tool, tool->new == NULL ? tool->share : tool->new, &new);
	if (status == STATUS_DONE && tool->layers == NULL)
		status = tool_open(tool);
	if (status == STATUS_DONE)
		status = tool->layers == NULL ? tool_run(tool, find_layers, &all) : read_layers(tool, &all);
	if (status != STATUS_DONE)
		return status;
	if (all.count == 0)
		puts("no department has a layer in use: nothing is lost");
	for (i = 0; i < all.count; i++)
		status = tool_worse(status, rehearse_layer(tool, &all, &all.list[i]));
	return status;
}
