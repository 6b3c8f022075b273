/*
 * Stylesheets that try what no stylesheet may: each file of hostile/ must be refused for its own reason, quickly, and leave
 * nothing behind.  Source: security.md 2 and 4b.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>
#include <time.h>
#include <unistd.h>

#include "xml/node.h"
#include "xml/sheet.h"

#include <cmocka.h>

#define WRITTEN "/tmp/samspil-hostile-written"

enum { PAGE_ELEMENTS = 3000, SECONDS_MAX = 5 };

/* Each file, and what the log must say of it. */
static const struct { const char *name, *reason; } cases[] = {
	{ "address-data", "an address of another host, or one that runs code" },
	{ "address-hidden", "an address of another host, or one that runs code" },
	{ "address-javascript", "an address of another host, or one that runs code" },
	{ "attributes", "more than 256 attributes" },
	{ "base", "an element that a page must not hold" },
	{ "crypto", "function md5 not found" },
	{ "document-file", "read rights for samspil:/etc/hostname denied" },
	{ "document-itself", "read rights for samspil:document-itself.xsl denied" },
	{ "document-ours", "read rights for samspil:good.xsl denied" },
	{ "document-relative", "etc/hostname denied" },
	{ "document-url", "read rights for http://127.0.0.1:18299/ denied" },
	{ "entity-bomb", "DOCTYPE is not allowed" },
	{ "entity-file", "DOCTYPE is not allowed" },
	{ "entity-parameter", "DOCTYPE is not allowed" },
	{ "evaluate-dyn", "function evaluate not found" },
	{ "evaluate-saxon", "function evaluate not found" },
	{ "fan-out", "Operation limit exceeded" },
	{ "foreign", "an element of a foreign namespace" },
	{ "form-action-code", "an address of another host, or one that runs code" },
	{ "frame", "an element that a page must not hold" },
	{ "handler", "an event handler" },
	{ "handler-made", "an event handler" },
	{ "import-file", "read rights for samspil:/etc/hostname denied" },
	{ "import-file-url", "read rights for file:///etc/hostname denied" },
	{ "import-http", "read rights for http://127.0.0.1:18299/x.xsl denied" },
	{ "import-itself", "recursion detected" },
	{ "import-missing", "No such file or directory" },
	{ "import-up", "good.xsl denied" },
	{ "include-file", "read rights for samspil:/etc/hostname denied" },
	{ "latin-1", "not UTF-8" },
	{ "message", "look here" },
	{ "message-terminate", "stop" },
	{ "noscript", "an element that a page must not hold" },
	{ "not-escaped", "text that asks not to be escaped" },
	{ "not-xml", "line 1" },
	{ "not-xslt", "document is not a stylesheet" },
	{ "nothing", "no element" },
	{ "nul", "not UTF-8" },
	{ "object", "an element that a page must not hold" },
	{ "recursion", "infinite template recursion" },
	{ "refresh", "an instruction to the browser" },
	{ "script", "script or style with text in it" },
	{ "script-capitals", "script or style with text in it" },
	{ "script-svg", "script or style with text in it" },
	{ "style", "script or style with text in it" },
	{ "text-only", "no element" },
	{ "too-large", "the page is too large" },
	{ "too-large-in-pieces", "the page is too large" },
	{ "unknown-function", "function no-such not found" },
	{ "unknown-template", "'no-such' was not found" },
	{ "utf-16", "not UTF-8" },
	{ "variables", "maxTemplateVars" },
	{ "void-with-content", "a void element with content" },
	{ "write-exsl-document", "write rights for /tmp/samspil-hostile-written denied" },
	{ "write-redirect", "write rights for /tmp/samspil-hostile-written denied" },
	{ "write-saxon-output", "write rights for /tmp/samspil-hostile-written denied" },
	{ "write-xsl-document", "write rights for /tmp/samspil-hostile-written denied" },
	{ "write-xt-document", "write rights for /tmp/samspil-hostile-written denied" },
	{ "xpath-heavy", "Operation limit exceeded" },
};

static xmlDoc *page;

static char *
folder(const void *owner)
{
	const char *top = getenv("srcdir");

	return talloc_asprintf(owner, "%s/tests/unit/hostile", top == NULL ? "." : top);
}

static double
seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

/* Compile and apply the sheet; what was logged, on owner. */
static char *
run(const void *owner, const char *name, enum fail *f)
{
	static const struct sheet_params params = { 0 };
	FILE *log = tmpfile();
	int kept = dup(STDERR_FILENO);
	char *html = NULL, *text = talloc_zero_size(owner, 8192);
	struct sheet *sheet;
	size_t length;

	assert_non_null(log);
	fflush(stderr);
	dup2(fileno(log), STDERR_FILENO);
	*f = sheet_compile(owner, talloc_asprintf(owner, "samspil:%s.xsl", name), &sheet);
	if (*f == FAIL_NONE)
		*f = sheet_apply(owner, sheet, page, &params, &html, &length);
	dup2(kept, STDERR_FILENO);
	close(kept);
	rewind(log);
	text[fread(text, 1, 8191, log)] = '\0';
	fclose(log);
	assert_true((*f == FAIL_NONE) == (html != NULL));
	return text;
}

static void
hostile_sheets_are_refused(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		void *owner = talloc_new(NULL);
		double start = seconds();
		enum fail f;
		char *log = run(owner, cases[i].name, &f);

		if (f != FAIL_BROKEN)
			fail_msg("%s was not refused", cases[i].name);
		if (strstr(log, cases[i].reason) == NULL)
			fail_msg("%s: refused for another reason: %s", cases[i].name, log);
		if (seconds() - start > SECONDS_MAX)
			fail_msg("%s took %.1f s", cases[i].name, seconds() - start);
		if (access(WRITTEN, F_OK) == 0)
			fail_msg("%s wrote a file", cases[i].name);
		talloc_free(owner);
	}
}

static void
a_good_sheet_works(void **state)
{
	void *owner = talloc_new(NULL);
	enum fail f;
	char *log = run(owner, "good", &f);

	(void)state;
	assert_int_equal(f, FAIL_NONE);
	assert_string_equal(log, "");
	talloc_free(owner);
}

/* A file that no case names would never be tried. */
static void
every_file_is_a_case(void **state)
{
	void *owner = talloc_new(NULL);
	DIR *dir = opendir(folder(owner));
	struct dirent *entry;
	size_t files = 0, i;

	(void)state;
	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL) {
		size_t length = strlen(entry->d_name);

		if (length < 5 || strcmp(entry->d_name + length - 4, ".xsl") != 0 || strcmp(entry->d_name, "good.xsl") == 0)
			continue;
		entry->d_name[length - 4] = '\0';
		for (i = 0; i < sizeof cases / sizeof cases[0] && strcmp(cases[i].name, entry->d_name) != 0; i++)
			;
		if (i == sizeof cases / sizeof cases[0])
			fail_msg("%s is no case", entry->d_name);
		files++;
	}
	closedir(dir);
	assert_int_equal(files, sizeof cases / sizeof cases[0]);
	talloc_free(owner);
}

static int
set_up(void **state)
{
	void *owner = talloc_new(NULL);
	int i;

	(void)state;
	unlink(WRITTEN);
	node_start();
	if (sheet_start(folder(owner)) != FAIL_NONE)
		return -1;
	page = node_document("page", NODE_PAGE_NAMESPACE);
	for (i = 0; i < PAGE_ELEMENTS; i++)
		node_add_text(xmlDocGetRootElement(page), "row", "text");
	talloc_free(owner);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	xmlFreeDoc(page);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_sheet_works),
		cmocka_unit_test(every_file_is_a_case),
		cmocka_unit_test(hostile_sheets_are_refused),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("hostile sheets", tests, set_up, tear_down);
}
