#include <glob.h>
#include <string.h>
#include <talloc.h>

#include "tools/check/capture.h"
#include "tools/check/check.h"
#include "xml/labels.h"
#include "xml/renderer.h"
#include "xml/schema.h"
#include "xml/sheet.h"

#define AREA "stylesheets"
#define REINSTALL "install Samspil anew, or put back the file"

static void
check_sheet(struct check *check, const char *path)
{
	const char *name = talloc_asprintf(check->owner, "samspil:pages/%s", strrchr(path, '/') + 1);
	struct capture *capture = capture_begin(check->owner);
	struct sheet *sheet = NULL;
	enum fail f = sheet_compile(check->owner, name, &sheet);
	const char *said = capture_end(check->owner, capture);

	if (f == FAIL_NONE)
		check_ok(check, AREA, "%s compiles", name);
	else
		check_fault(check, AREA, REINSTALL, "%s does not compile: %s", name, said);
	talloc_free(sheet);
}

static void
check_sheets(struct check *check, const char *dir)
{
	struct capture *capture = capture_begin(check->owner);
	enum fail f = sheet_start(dir);
	const char *said = capture_end(check->owner, capture);
	glob_t paths;
	size_t i;

	if (f != FAIL_NONE || glob(talloc_asprintf(check->owner, "%s/pages/*.xsl", dir), 0, NULL, &paths) != 0) {
		check_fault(check, AREA, "set [site] share to where Samspil is installed",
		    "%s/pages holds no stylesheet %s", dir, said);
		return;
	}
	for (i = 0; i < paths.gl_pathc; i++)
		check_sheet(check, paths.gl_pathv[i]);
	globfree(&paths);
}

static struct labels *
read_labels(struct check *check, const char *dir, const char *language)
{
	struct capture *capture = capture_begin(check->owner);
	struct labels *labels = NULL;
	enum fail f = labels_read(check->owner, dir, language, &labels);
	const char *said = capture_end(check->owner, capture);

	if (f != FAIL_NONE)
		check_fault(check, AREA, REINSTALL, "%s", said);
	return labels;
}

static unsigned
tell_missing(struct check *check, const struct labels *from, const struct labels *in)
{
	unsigned count = 0;
	const char *key;
	size_t at = 0;

	while ((key = labels_next(from, &at)) != NULL)
		if (labels_find(in, key) == NULL) {
			count++;
			check_fault(check, AREA, "add it", "label %s is there in %s and not in %s", key,
			    labels_language(from), labels_language(in));
		}
	return count;
}

/* A partial file may lack what the site's language has; it may have nothing of its own. */
static bool
check_language(struct check *check, const struct labels *first, const struct labels *labels)
{
	return tell_missing(check, labels, first) + (labels_partial(labels) != NULL ? 0 : tell_missing(check, first, labels)) == 0;
}

static void
check_labels(struct check *check, const char *dir)
{
	struct capture *capture = capture_begin(check->owner);
	const struct labels *const *all, *const *one;
	enum fail f = labels_read_all(check->owner, dir, conf_text(check->conf, "site", "language", "da"), &all);
	const char *said = capture_end(check->owner, capture);
	char *names = talloc_strdup(check->owner, "");
	bool fine = true;

	if (f != FAIL_NONE) {
		check_fault(check, AREA, REINSTALL, "%s", said);
		return;
	}
	for (one = all; *one != NULL; one++) {
		fine = check_language(check, all[0], *one) && fine;
		names = talloc_asprintf_append(names, " %s%s", labels_language(*one), labels_partial(*one) == NULL ? "" : " (citizens' pages)");
	}
	if (fine)
		check_ok(check, AREA, "labels: the same keys in%s", names);
}

static void
check_schema(struct check *check, const char *path)
{
	struct capture *capture = capture_begin(check->owner);
	struct schema *schema = NULL;
	enum fail f = schema_read(check->owner, path, &schema);
	const char *said = capture_end(check->owner, capture);

	if (f == FAIL_NONE)
		check_ok(check, AREA, "the pages' grammar can be read");
	else
		check_fault(check, AREA, REINSTALL, "%s", said);
	talloc_free(schema);
}

/* A layer that changes nothing goes through the gate: so the closed renderer starts, closes up and draws on this machine. */
static void
check_renderer(struct check *check, const struct labels *labels)
{
	static const char nothing[] = "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\">"
	    "<xsl:import href=\"samspil:pages/plan.xsl\"/></xsl:stylesheet>";
	const struct renderer_options options = renderer_options_of(check->conf, check->share, "da");
	const struct layer layer = { .program = "plan", .text = nothing, .length = sizeof nothing - 1, .labels = labels };
	struct capture *capture;
	struct verdict verdict;
	const char *said;

	if (labels == NULL)
		return;
	capture = capture_begin(check->owner);
	renderer_check(check->owner, &options, &layer, &verdict);
	said = capture_end(check->owner, capture);
	if (!verdict.judged)
		check_fault(check, AREA, "set [site] renderer; seccomp must be allowed", "departments' layers are not drawn: %s %s", verdict.why, said);
	else if (findings_refuse(&verdict.findings))
		check_fault(check, AREA, REINSTALL, "a layer that changes nothing is refused: %s", verdict.findings.list[0].key);
	else
		check_ok(check, AREA, "the renderer of departments' layers draws %u pages", verdict.pages);
}

void
check_stylesheets(struct check *check)
{
	const char *dir = talloc_asprintf(check->owner, "%s/xslt", check->share);

	check_sheets(check, dir);
	check_labels(check, talloc_asprintf(check->owner, "%s/labels", dir));
	check_schema(check, talloc_asprintf(check->owner, "%s/schema/page.rng", dir));
	check_renderer(check, read_labels(check, talloc_asprintf(check->owner, "%s/labels", dir), "da"));
}
