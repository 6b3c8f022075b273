/* What is answered without XPath is what XPath says: each question beside the same one in words that only XPath knows, on all kinds of nodes. */
#include <libxml/parser.h>
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

#include "xml/labels.h"
#include "xml/node.h"
#include "xml/question.h"
#include "xml/sheet.h"

#include <cmocka.h>

#define XSL "http://www.w3.org/1999/XSL/Transform"
#define HEAD "<xsl:stylesheet version='1.0' xmlns:xsl='" XSL "' xmlns:s='urn:samspil:functions' xmlns:p='" NODE_PAGE_NAMESPACE "'" \
	" xmlns:o='urn:other' exclude-result-prefixes='s p o'>"

static char folder[] = "/tmp/samspil-test-quick-XXXXXX";

static const char page_text[] = "<page xmlns='" NODE_PAGE_NAMESPACE "' xmlns:o='urn:other' name='x' type='t' when='2026-04-15' kind='' o:kind='no'>"
    "<note kind='a' name='y'>Eget</note><note kind='b' name='&amp;&lt;'/><note kind='nobody'>i <b name='z'>to</b> stykker<!-- und -->.</note>"
    "<o:note kind='a'>fremmed</o:note><note>2026-04-15T08:30:00Z</note><?an instruction?><late when='31-02-2026' text='{'>&#13; </late></page>";

/* From here on none of them may be left to XPath. */
static const char *const texts[] = {
	".", "@kind", " @kind ", "../@name", "../../@name", "s:label('plain')", "s:label( \"plain\" )", "s:label('no.such')",
	"s:label(concat('word.', @kind))", "s:label(concat('word.', @kind, '.long'))", "s:label(concat('word.', .))", "s:label-or(concat('word.', @kind), @kind)",
	"s:label-or(concat('word.', ../@name), ../@name)", "s:own('words')", "s:own('words', '.')", "s:own('words', 'note')",
	"s:date(@when)", "s:date(.)", "s:show(.)", "s:show(../@when)",
};
static const char *const others[] = {
	"..", "./@kind", ".//p:note", "@*", "@o:kind", "@kind | @name", "@kind.x", "p:note", "s:label(@kind)", "s:label('plain', 'n', @kind)", "s:label('plain'",
	"s:label-or(concat('word.', @kind), @name)", "s:label-or('plain', @kind)", "s:first('plain')", "o:label('plain')", "no:label('plain')", "@kind]", "$kind",
	"@kind + 1", ". = 'x'", "'plain'", "", "@", "s:own()", "s:date('2026-04-15')", "@Kind",
};
static const char *const tests[] = {
	"@kind", "../@kind", "not(@kind)", "not( ../@name )", "p:note", "not(p:note)", "o:note", "@kind = 'a'", "@kind != 'a'", "@kind=\"\"", ". = 'Eget'",
	". != 'Eget'", "../@name = 'x'", "../@type != 't'",
};
static const char *const other_tests[] = {
	".", "not(.)", "@kind = @name", "@kind = 1", "@kind = 'a' or @name", "p:note/@kind", "p:note = 'Eget'", "not(@kind = 'a')", "no:note", "note", "'a' = @kind", "*",
};
static const char *const sets[] = { ".", "@kind", "p:note", "o:note", "p:no" };
static const char *const other_sets[] = { "..", "../@kind", "*", "note", "p:note[1]", "p:note/p:b", "p:note | o:note", "@*", "no:note" };

static void
put(const void *owner, const char *name, const char *text)
{
	FILE *file = fopen(talloc_asprintf(owner, "%s/%s", folder, name), "we");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

/* What the sheet makes of the page. */
static char *
drawn(const void *owner, const char *templates)
{
	struct labels *labels;
	char *error = NULL, *html = NULL;
	xmlDoc *page = node_parse(owner, page_text, strlen(page_text), 4000, &error);
	struct sheet_params params = { NULL, NULL };
	struct sheet *sheet;
	size_t length;

	assert_non_null(page);
	put(owner, "da.xml", "<labels xmlns='urn:samspil:labels:1' lang='da'><label key='plain'>Hej &lt;</label><label key='word.a'>A</label>"
	    "<label key='word.b.long'>Bé</label><label key='word.'>Intet</label><label key='words.y'>Y</label><label key='words.x.kind'>Slags</label></labels>");
	assert_int_equal(labels_read(owner, folder, "da", &labels), FAIL_NONE);
	params.labels = labels;
	put(owner, "pages/one.xsl", talloc_asprintf(owner, HEAD "%s</xsl:stylesheet>", templates));
	assert_int_equal(sheet_compile(owner, "samspil:pages/one.xsl", &sheet), FAIL_NONE);
	assert_int_equal(sheet_apply(owner, sheet, page, &params, &html, &length), FAIL_NONE);
	xmlFreeDoc(page);
	return html;
}

/* form, a format with %s for the question, on every node of the page: it comes out alike with quick and with slow. */
static void
assert_alike(const char *form, const char *quick, const char *slow)
{
	static const char sheet[] = "<xsl:template match='/'><div><xsl:for-each select='//node() | //@*'><p>%s</p></xsl:for-each></div></xsl:template>"
	    "<xsl:template match='node() | @*' mode='m'><xsl:value-of select=\"concat(name(), '|', ., position(), last())\"/></xsl:template>";
	void *owner = talloc_new(NULL);
	char *inner[2];
	int i;

	for (i = 0; i < 2; i++) {
		const char *at = strstr(form, "%s");

		inner[i] = talloc_asprintf(owner, "%.*s%s%s", (int)(at - form), form, i == 0 ? quick : slow, at + 2);
	}
	assert_string_equal(drawn(owner, talloc_asprintf(owner, sheet, inner[0])), drawn(owner, talloc_asprintf(owner, sheet, inner[1])));
	talloc_free(owner);
}

/* The question within a call of XPath's own. */
static char *
within(const void *owner, const char *call, const char *question)
{
	size_t i;
	char *text = talloc_asprintf(owner, "%s(%s)", call, question);

	/* Attributes of these sheets stand in '. */
	for (i = 0; text[i] != '\0'; i++)
		if (text[i] == '\'')
			text[i] = '"';
	return text;
}

static void
texts_are_the_same(void **state)
{
	void *owner = talloc_new(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		const char *quick = within(owner, "", texts[i]) + 1, *slow = within(owner, "string", texts[i]);

		quick = talloc_strndup(owner, quick, strlen(quick) - 1);
		assert_alike("<xsl:value-of select='%s'/>", quick, slow);
		assert_alike("<i class='k' title='{%s}' lang='da'>t</i>", quick, slow);
		assert_alike("<i title='a{%s}-{@name}'/>", quick, slow);
		assert_alike("<i title='{%s}'><xsl:attribute name='title'>last</xsl:attribute></i>", quick, slow);
	}
	talloc_free(owner);
}

static void
tests_are_the_same(void **state)
{
	void *owner = talloc_new(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof tests / sizeof tests[0]; i++) {
		const char *quick = within(owner, "", tests[i]) + 1, *slow = within(owner, "boolean", tests[i]);

		quick = talloc_strndup(owner, quick, strlen(quick) - 1);
		assert_alike("<xsl:if test='%s'>yes<b/></xsl:if>", quick, slow);
		assert_alike("<xsl:choose><xsl:when test='%s'>yes<b/></xsl:when></xsl:choose>", quick, slow);
		assert_alike("<xsl:choose><xsl:when test='@name'/><xsl:when test='%s'>yes</xsl:when><xsl:otherwise>no<i/></xsl:otherwise></xsl:choose>",
		    quick, slow);
	}
	talloc_free(owner);
}

static void
nodes_are_the_same(void **state)
{
	void *owner = talloc_new(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof sets / sizeof sets[0]; i++) {
		const char *slow = talloc_asprintf(owner, "(%s)[true()]", sets[i]);

		assert_alike("<xsl:apply-templates select='%s' mode='m'/>:<xsl:value-of select='position()'/>/<xsl:value-of select='last()'/>", sets[i], slow);
		assert_alike("<xsl:apply-templates select='%s' mode='m'><xsl:sort select='.'/></xsl:apply-templates>", sets[i], slow);
	}
	talloc_free(owner);
}

/* What is read, and what is left to XPath. */
static void
questions_are_read(void **state)
{
	static const char sheet[] = HEAD "</xsl:stylesheet>";
	void *owner = talloc_new(NULL);
	char *error = NULL;
	xmlDoc *doc = node_parse(owner, sheet, strlen(sheet), 4000, &error);
	const xmlNode *root = xmlDocGetRootElement(doc);
	xmlDict *dict = xmlDictCreate();
	struct question text;
	struct question_test test;
	struct question_nodes nodes;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (!question_read(dict, root, texts[i], &text))
			fail_msg("left to XPath: %s", texts[i]);
	for (i = 0; i < sizeof others / sizeof others[0]; i++)
		if (question_read(dict, root, others[i], &text))
			fail_msg("read: %s", others[i]);
	for (i = 0; i < sizeof tests / sizeof tests[0]; i++)
		if (!question_read_test(dict, root, tests[i], &test))
			fail_msg("left to XPath: %s", tests[i]);
	for (i = 0; i < sizeof other_tests / sizeof other_tests[0]; i++)
		if (question_read_test(dict, root, other_tests[i], &test))
			fail_msg("read: %s", other_tests[i]);
	for (i = 0; i < sizeof sets / sizeof sets[0]; i++)
		assert_true(question_read_nodes(dict, root, sets[i], &nodes));
	for (i = 0; i < sizeof other_sets / sizeof other_sets[0]; i++)
		if (question_read_nodes(dict, root, other_sets[i], &nodes))
			fail_msg("read: %s", other_sets[i]);
	xmlDictFree(dict);
	xmlFreeDoc(doc);
	talloc_free(owner);
}

static int
set_up(void **state)
{
	char pages[sizeof folder + 8];

	(void)state;
	if (mkdtemp(folder) == NULL || sheet_start(folder) != FAIL_NONE)
		return -1;
	snprintf(pages, sizeof pages, "%s/pages", folder);
	return mkdir(pages, 0700);
}

static int
tear_down(void **state)
{
	static const char *const left[] = { "pages/one.xsl", "pages", "da.xml", "" };
	char path[128];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof left / sizeof left[0]; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, left[i]);
		if (remove(path) != 0)
			return -1;
	}
	return 0;
}

int
main(void)
{
	const struct CMUnitTest all[] = {
		cmocka_unit_test(questions_are_read), cmocka_unit_test(texts_are_the_same), cmocka_unit_test(tests_are_the_same),
		cmocka_unit_test(nodes_are_the_same),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("quick", all, set_up, tear_down);
}
