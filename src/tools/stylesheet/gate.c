#include "tools/stylesheet/gate.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <talloc.h>

#include "tools/check/capture.h"
#include "tools/stylesheet/commands.h"

enum status
release_open(struct tool *tool, const char *share, struct release *out)
{
	const char *dir = talloc_asprintf(tool->owner, "%s/xslt/labels", share), *pages = talloc_asprintf(tool->owner, "%s/xslt/pages", share);
	const char *language = conf_text(tool->conf, "site", "language", "da"), *said;
	struct capture *capture;
	struct stat is;
	enum fail f;

	if (stat(pages, &is) != 0 || !S_ISDIR(is.st_mode))
		return tool_fail("%s: this is no share directory of Samspil, there is no xslt/pages in it", share);
	*out = (struct release){ .options = renderer_options_of(tool->conf, share, language) };
	capture = capture_begin(tool->owner);
	f = labels_read(tool->owner, dir, language, &out->labels);
	if (f == FAIL_NONE)
		f = labels_read(tool->owner, dir, "en", &out->english);
	said = capture_end(tool->owner, capture);
	return f == FAIL_NONE ? STATUS_DONE : tool_fail("%s: its labels cannot be read: %s", share, said);
}

bool
settings_read(struct tool *tool, const struct labels *labels, const char *department, const char *program, struct look *out)
{
	*out = (struct look){ 0 };
	return look_source.read_settings == NULL ||
	    look_source.read_settings(tool->db, tool->owner, department, program, labels, out);
}

struct layer
release_layer(const struct release *release, const char *program, const char *text, size_t length, const struct look *look)
{
	return (struct layer){ .program = program, .text = text, .length = length, .settings = look == NULL ? NULL : look->sheet,
	    .labels = look == NULL || look->labels == NULL ? release->labels : look->labels };
}

/* The value for a place in braces, NULL when it is none of ours; *length is that of the place. */
static const char *
place(const char *at, const struct finding *finding, size_t *length)
{
	const struct { const char *name, *value; } places[] = {
		{ "{name}", finding->name }, { "{nearest}", finding->nearest }, { "{where}", finding->where }, { "{page}", finding->page },
	};
	size_t i;

	for (i = 0; i < sizeof places / sizeof places[0]; i++) {
		*length = strlen(places[i].name);
		if (strncmp(at, places[i].name, *length) == 0)
			return places[i].value == NULL ? "" : places[i].value;
	}
	return NULL;
}

/* A finding is a line: what a library said may have several. */
static char *
on_one_line(char *text)
{
	char *at;

	for (at = text; *at != '\0'; at++)
		if ((unsigned char)*at < ' ')
			*at = ' ';
	while (at > text && at[-1] == ' ')
		*--at = '\0';
	return text;
}

/* A label that is missing is told by its key, so that the reason is never lost. */
char *
finding_text(const void *owner, const struct labels *english, const struct finding *finding)
{
	char *key = talloc_asprintf(owner, "gate.%s", finding->key), *out = talloc_strdup(owner, "");
	const char *label = labels_find(english, key), *at, *value;
	size_t length;

	if (label == NULL)
		label = talloc_asprintf(owner, "%s {name} {nearest} {where} {page}", finding->key);
	for (at = label; *at != '\0'; at += length) {
		value = place(at, finding, &length);
		if (value == NULL)
			length = 1 + strcspn(at + 1, "{");
		out = value != NULL ? talloc_strdup_append(out, value) : talloc_strndup_append(out, at, length);
	}
	return on_one_line(out);
}

void
finding_print(const void *owner, const struct labels *english, const char *file, const struct finding *finding)
{
	printf("%s:%d:%d: %s%s\n", file, finding->line > 0 ? finding->line : 1, finding->line > 0 && finding->column > 0 ? finding->column : 1,
	    finding->refuses ? "" : "remark: ", finding_text(owner, english, finding));
}

/* The library's log lines say again what the check says. */
void
gate_check(struct tool *tool, const struct release *release, const struct layer *layer, struct verdict *out)
{
	struct capture *capture = capture_begin(tool->owner);

	renderer_check(tool->owner, &release->options, layer, out);
	capture_end(tool->owner, capture);
}

enum status
gate_ask(struct tool *tool, const struct release *release, const struct layer *layer, const char *file)
{
	struct verdict check = { 0 };
	size_t i;

	gate_check(tool, release, layer, &check);
	for (i = 0; i < check.findings.count; i++)
		finding_print(tool->owner, release->english, file, &check.findings.list[i]);
	if (findings_refuse(&check.findings))
		return STATUS_REFUSED;
	if (!check.judged)
		return tool_fail("%s could not be checked: %s", file, check.why == NULL ? "no reason was given" : check.why);
	return STATUS_DONE;
}

static enum status
check_file(struct tool *tool, const struct release *release, const char *path)
{
	const char *program = tool_program_of(tool, path);
	size_t length;
	const char *text = program == NULL ? NULL : tool_read(tool, path, &length);
	struct layer layer;

	if (text == NULL)
		return STATUS_FAILED;
	if (length == 0 || length > LAYER_MAX) {
		printf("%s:1:1: %s\n", path, length == 0 ? "the file is empty" : "the file is larger than a layer may be, 131072 bytes");
		return STATUS_REFUSED;
	}
	layer = release_layer(release, program, text, length, NULL);
	return gate_ask(tool, release, &layer, path);
}

enum status
check_run(struct tool *tool)
{
	struct release release;
	enum status status = release_open(tool, tool->share, &release);
	char **path;

	if (status != STATUS_DONE)
		return status;
	for (path = tool->words; *path != NULL; path++)
		status = tool_worse(status, check_file(tool, &release, *path));
	return status;
}
