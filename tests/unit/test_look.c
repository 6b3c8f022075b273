#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <talloc.h>
#include <unistd.h>

#include "domain/look.h"
#include "xml/node.h"
#include "xml/sheet.h"

#include <cmocka.h>

static void *memory;

/* A program of one page with a list and a table, as xslt/README.md wants them. */
static const char test_sheet[] =
"<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:p='urn:samspil:page:1' xmlns:doc='urn:samspil:doc'>"
"<xsl:include href='samspil:pages/part.xsl'/>"
"<doc:list name='courses' columns='citizen state opened' fixed='citizen'>The courses.</doc:list>"
"<xsl:param name='base'/><xsl:param name='look'/><xsl:param name='logo'/><xsl:param name='logo-text'/>"
"<xsl:template match='/'><html><p><xsl:value-of select='$look'/>|<xsl:value-of select='$logo'/>|<xsl:value-of select='$logo-text'/>|"
"<xsl:apply-templates select='p:page/p:list' mode='head'/>|<xsl:apply-templates select='p:page/p:list/*' mode='cells'/>|"
"<xsl:apply-templates select='p:page/p:area[1]' mode='areas-head'/>|<xsl:apply-templates select='p:page/p:area' mode='areas'/></p></html></xsl:template>"
"<xsl:template match='p:list' mode='head'>shipped</xsl:template><xsl:template match='p:list/*' mode='cells'>shipped</xsl:template>"
"<xsl:template match='p:list' mode='head.citizen'>[citizen]</xsl:template><xsl:template match='p:list' mode='head.state'>[state]</xsl:template>"
"<xsl:template match='p:list' mode='head.opened'>[opened]</xsl:template><xsl:template match='p:course' mode='cell.citizen'>(citizen)</xsl:template>"
"<xsl:template match='p:course' mode='cell.state'>(state)</xsl:template><xsl:template match='p:course' mode='cell.opened'>(opened)</xsl:template>"
"</xsl:stylesheet>";

static const char part_sheet[] =
"<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' xmlns:p='urn:samspil:page:1' xmlns:doc='urn:samspil:doc'>"
"<doc:list name='areas' row='p:area' head='areas-head' cells='areas' columns='kind title' fixed='title'>Areas.</doc:list>"
"<xsl:template match='p:area' mode='areas-head'>shipped</xsl:template><xsl:template match='p:area' mode='areas'>shipped</xsl:template>"
"<xsl:template match='p:area' mode='head.kind'>[kind]</xsl:template><xsl:template match='p:area' mode='head.title'>[title]</xsl:template>"
"<xsl:template match='p:area' mode='cell.kind'>(kind)</xsl:template><xsl:template match='p:area' mode='cell.title'>(title)</xsl:template>"
"</xsl:stylesheet>";

static const char page[] = "<page xmlns='urn:samspil:page:1'><list name='courses'><course/></list><area/></page>";

static const struct look_column swapped[] = { { "courses", "opened" }, { "courses", "citizen" } };
static const struct look_column left_out[] = { { "areas", "kind" }, { "courses", "state" } };
static const struct look_column unknown[] = { { "courses", "gone" }, { "unheard-of", "state" }, { "x' or '1", "state" } };
static const struct look_column twice[] = { { "courses", "state" }, { "courses", "citizen" }, { "courses", "state" }, { "courses", "y\" mode=\"" } };
#define COLUMNS(of) .columns = of, .column_count = sizeof of / sizeof of[0]

static const struct { const char *name; struct look_settings set; const char *want; } cases[] = {
	{ "nothing", { .department = "jobcenter" }, NULL },
	{ "nothing that is known", { .department = "jobcenter", .bar = "red", .link = "#12345'", COLUMNS(unknown) }, NULL },
	{ "a colour", { .department = "jobcenter", .bar = "#ABCDEF" }, "/s/look/style.css?bar=abcdef|||shipped|shipped|shipped|shipped" },
	{ "colours and a logo", { .department = "jobcenter", .bar = "#000000", .link = "#0b5478", .logo = "7", .logo_text = "Job & 'liv' \"her\"" },
	    "/s/look/style.css?bar=000000&amp;link=0b5478|/s/look/logo?department=jobcenter&amp;v=7|Job &amp; 'liv' &quot;her&quot;|shipped|shipped|shipped|shipped" },
	{ "another order, and one less", { .department = "jobcenter", COLUMNS(swapped) }, "|||[opened][citizen]|(opened)(citizen)|shipped|shipped" },
	{ "fixed ones were left out", { .department = "jobcenter", COLUMNS(left_out) }, "|||[citizen][state]|(citizen)(state)|[title][kind]|(title)(kind)" },
	{ "a column twice, one no longer known", { .department = "jobcenter", COLUMNS(twice) }, "|||[state][citizen]|(state)(citizen)|shipped|shipped" },
	{ "an odd department", { .department = "a'b&c", .logo = "1" }, "|/s/look/logo?department=a%27b%26c&amp;v=1||shipped|shipped|shipped|shipped" },
};

static char *
render(const char *text)
{
	static const char *const params[] = { "base", "/s", NULL };
	const struct sheet_look look = { .program = "test", .settings = text };
	xmlDoc *doc;
	struct sheet *sheet;
	char *html = NULL, *why = NULL, *error;
	size_t length;

	if (sheet_compile_look(memory, &look, &sheet, &why) != FAIL_NONE)
		fail_msg("%s\n%s", why, text);
	doc = node_parse(memory, page, strlen(page), sizeof page, &error);
	if (sheet_try(memory, sheet, doc, &(struct sheet_params){ NULL, params }, &html, &length, false, &why) != FAIL_NONE)
		fail_msg("%s\n%s", why, text);
	xmlFreeDoc(doc);
	return html;
}

static void
settings_become_a_stylesheet(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *text = look_sheet(memory, "test", &cases[i].set), *html;

		if ((text == NULL) != (cases[i].want == NULL))
			fail_msg("%s: %s", cases[i].name, text);
		if (text == NULL)
			continue;
		html = render(text);
		if (strstr(html, talloc_asprintf(memory, "<p>%s</p>", cases[i].want)) == NULL)
			fail_msg("%s: %s", cases[i].name, html);
	}
}

static void
lists_are_known(void **state)
{
	const struct shipped_list *list = lists_find("test", "areas");

	(void)state;
	assert_non_null(list);
	assert_string_equal(list->row, "p:area");
	assert_true(lists_has(list, "kind") && !lists_has(list, "citizen"));
	assert_true(lists_keeps(list, "title") && !lists_keeps(list, "kind"));
	assert_null(lists_find("test", "unheard-of"));
	assert_null(lists_find("missing", "areas"));
	assert_null(lists_find("../test", "areas"));
}

static void
labels_keep_their_places(void **state)
{
	static const struct { const char *shipped, *own; bool want; } texts[] = {
		{ "Borger", "Kunde", true },
		{ "{n} dage", "om {n} dage", true },
		{ "{n} dage", "dage", false },
		{ "dage", "{n} dage", false },
		{ "{from}-{to} af {total}", "{total}: {from} til {to}", true },
		{ "{from}-{to} af {total}", "{total}: {from}", false },
		{ "{n} af {n}", "{n}", true },
		{ "{ikke et sted}", "noget andet", true },
		{ "{n}", "{N}", false },
		{ "{n}", "{ n }", false },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (look_label_fits(texts[i].shipped, texts[i].own) != texts[i].want)
			fail_msg("%s: %s", texts[i].shipped, texts[i].own);
	assert_string_equal(look_label_places(memory, "{n} af {total}, {n}"), "{n} {total}");
	assert_string_equal(look_label_places(memory, "{} { {x"), "");
	assert_true(look_label_locked("as-of") && look_label_locked("stylesheet.draft") && look_label_locked("gate.x"));
	assert_true(look_label_locked("reason.x"));
	assert_false(look_label_locked("as-of.x") || look_label_locked("stylesheet") || look_label_locked("citizen.age"));
}

static void
write_file(const char *dir, const char *name, const char *text)
{
	char *path = talloc_asprintf(memory, "%s/%s", dir, name);
	FILE *file = fopen(path, "w");

	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
		fail_msg("%s", path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(settings_become_a_stylesheet),
		cmocka_unit_test(lists_are_known),
		cmocka_unit_test(labels_keep_their_places),
	};
	char dir[] = "/tmp/samspil-look-XXXXXX";
	int failed;

	memory = talloc_new(NULL);
	node_start();
	if (mkdtemp(dir) == NULL || mkdir(talloc_asprintf(memory, "%s/pages", dir), 0700) != 0)
		return 1;
	write_file(dir, "pages/test.xsl", test_sheet);
	write_file(dir, "pages/part.xsl", part_sheet);
	if (sheet_start(dir) != FAIL_NONE)
		return 1;
	failed = cmocka_run_group_tests_name("look", tests, NULL, NULL);
	unlink(talloc_asprintf(memory, "%s/pages/test.xsl", dir));
	unlink(talloc_asprintf(memory, "%s/pages/part.xsl", dir));
	rmdir(talloc_asprintf(memory, "%s/pages", dir));
	rmdir(dir);
	talloc_free(memory);
	return failed;
}
