#include <errno.h>
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

#include "base/date.h"
#include "xml/labels.h"
#include "xml/node.h"
#include "xml/schema.h"
#include "xml/sheet.h"
#include "xml/writer.h"

#include <cmocka.h>

#define PAGE "<page xmlns=\"" NODE_PAGE_NAMESPACE "\" name=\"x\" type=\"t\" when=\"2026-04-15T08:30:00Z\"><note>Eget</note></page>"

/* A folder of its own for what a test writes; gone at the end. */
static char folder[] = "/tmp/samspil-test-xml-XXXXXX";

static const char *
put(const void *owner, const char *name, const char *text)
{
	char *path = talloc_asprintf(owner, "%s/%s", folder, name);
	FILE *file = fopen(path, "we");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
	return path;
}

static void
nodes_are_built(void **state)
{
	void *owner = talloc_new(NULL);
	xmlDoc *doc = node_document("page", NODE_PAGE_NAMESPACE);
	xmlNode *root = xmlDocGetRootElement(doc), *course = node_add(root, "course");
	size_t length;
	char *bytes;

	(void)state;
	node_set(course, "name", "Rygsmerter & \"mere\" <æøå>");
	node_set(course, "absent", NULL);
	node_set_int(course, "id", -9223372036854775807LL - 1);
	node_set_format(course, "href", "/plan/%d", 94);
	node_set(course, "id", "94");
	assert_null(node_add_text(course, "note", NULL));
	assert_non_null(node_add_text(course, "note", "a < b & c"));
	assert_null(node_add(NULL, "note"));
	node_set(NULL, "x", "y");
	bytes = node_bytes(owner, doc, &length);
	assert_string_equal(bytes, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<page xmlns=\"" NODE_PAGE_NAMESPACE "\">"
	    "<course name=\"Rygsmerter &amp; &quot;mere&quot; &lt;æøå&gt;\" id=\"94\" href=\"/plan/94\">"
	    "<note>a &lt; b &amp; c</note></course></page>\n");
	assert_int_equal(length, strlen(bytes));
	xmlFreeDoc(doc);
	talloc_free(owner);
}

static void
nodes_are_found(void **state)
{
	void *owner = talloc_new(NULL);
	static const char text[] = "<a>\n <b x='1'>one</b> <!-- c --> <c/> <b x=''><d/></b> </a>";
	char *error;
	xmlDoc *doc = node_parse(owner, text, strlen(text), 1000, &error);
	xmlNode *root = xmlDocGetRootElement(doc), *b;

	(void)state;
	assert_non_null(doc);
	b = node_child(root, "b");
	assert_string_equal(node_get(b, "x"), "1");
	assert_null(node_get(b, "y"));
	assert_null(node_get(NULL, "y"));
	assert_string_equal(node_text(b), "one");
	assert_string_equal(node_text(NULL), "");
	assert_true(node_is(node_next(b, NULL), "c"));
	b = node_next(b, "b");
	assert_string_equal(node_get(b, "x"), "");
	assert_string_equal(node_text(b), "");
	assert_null(node_next(b, "b"));
	assert_null(node_child(NULL, NULL));
	assert_false(node_is(NULL, "b"));
	xmlFreeDoc(doc);
	talloc_free(owner);
}

static const struct { const char *name, *text, *error; } inputs[] = {
	{ "plain",               "<a b='c'/>",                                     NULL },
	{ "with a byte order mark", "\xef\xbb\xbf<a/>",                            NULL },
	{ "apostrophes in text", "<a>don't <b c=\"it's\"/> <!-- isn't --></a>",    NULL },
	{ "nothing",             "",                                               "" },
	{ "two roots",           "<a/><b/>",                                       "line 1" },
	{ "not closed",          "<a>\n<b></a>",                                   "line 2" },
	{ "an attribute twice",  "<a b='' b=''/>",                                 "line 1" },
	{ "DOCTYPE",             "<!DOCTYPE a><a/>",                               "DOCTYPE is not allowed" },
	{ "DOCTYPE with entity", "<!DOCTYPE a [<!ENTITY b SYSTEM '/etc/passwd'>]><a>&b;</a>", "DOCTYPE is not allowed" },
	{ "unknown entity",      "<a>&b;</a>",                                     "line 1" },
	{ "no UTF-8",            "<a>\xe6</a>",                                    "not UTF-8" },
	{ "a control",           "<a>\x01</a>",                                    "not UTF-8" },
	{ "says it is Latin-1 but is not looked at so", "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xc3\xa6</a>", NULL },
};

static void
input_is_parsed_or_refused(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof inputs / sizeof inputs[0]; i++) {
		void *owner = talloc_new(NULL);
		char *error = NULL;
		xmlDoc *doc = node_parse(owner, inputs[i].text, strlen(inputs[i].text), 1000, &error);

		if ((doc == NULL) != (inputs[i].error != NULL))
			fail_msg("%s: %s", inputs[i].name, error);
		if (doc == NULL && (error == NULL || strstr(error, inputs[i].error) == NULL))
			fail_msg("%s: %s", inputs[i].name, error);
		xmlFreeDoc(doc);
		talloc_free(owner);
	}
}

/* libxml2 takes 14 s over 40,000 attributes (security.md M13); ours are counted first, and cannot be hidden. */
static void
attributes_are_counted(void **state)
{
	static const char *const heads[] = {
		"<r><a ", "<r><!-- don't > --><a x= \">\" ", "<?pi <\"?><r><a ", "<r><![CDATA[<c d=']]><a ",
	};
	size_t i;
	int n, j;

	(void)state;
	for (i = 0; i < sizeof heads / sizeof heads[0]; i++) {
		for (n = NODE_ATTRIBUTES_MAX - 2; n <= 2000; n += 1000) {
			void *owner = talloc_new(NULL);
			char *text = talloc_strdup(owner, heads[i]), *error = NULL;

			for (j = 0; j < n; j++)
				text = talloc_asprintf_append(text, "a%d='' ", j);
			text = talloc_asprintf_append(text, "/></r>");
			xmlFreeDoc(node_parse(owner, text, strlen(text), 1000000, &error));
			if ((n > NODE_ATTRIBUTES_MAX) != (error != NULL && strstr(error, "attributes") != NULL))
				fail_msg("%s %d: %s", heads[i], n, error);
			talloc_free(owner);
		}
	}
}

static void
files_have_a_limit(void **state)
{
	void *owner = talloc_new(NULL);
	const char *path = put(owner, "page.xml", "<a>0123456789</a>");
	char *error = NULL;
	xmlDoc *doc = node_read(owner, path, 17, &error);

	(void)state;
	assert_non_null(doc);
	xmlFreeDoc(doc);
	assert_null(node_read(owner, path, 16, &error));
	assert_string_equal(error, "more than 16 bytes");
	assert_null(node_read(owner, "/no/such/file", 16, &error));
	assert_non_null(strstr(error, "cannot be read"));
	talloc_free(owner);
}

static void
labels_are_found(void **state)
{
	void *owner = talloc_new(NULL);
	struct labels *labels;
	char *text = talloc_strdup(owner, "<labels xmlns='urn:samspil:labels:1' lang='xx'>"
	    "<label key='long'>\n  one\n\t two  \n</label><label key='empty'></label>"), key[16];
	int i;

	(void)state;
	for (i = 0; i < 1000; i++)
		text = talloc_asprintf_append(text, "<label key='k.%d'>t%d</label>", i, i);
	put(owner, "xx.xml", talloc_asprintf_append(text, "</labels>"));
	assert_int_equal(labels_read(owner, folder, "xx", &labels), FAIL_NONE);
	assert_string_equal(labels_language(labels), "xx");
	assert_string_equal(labels_find(labels, "long"), "one two");
	assert_string_equal(labels_find(labels, "empty"), "");
	assert_null(labels_find(labels, "k.1000"));
	assert_null(labels_find(labels, ""));
	for (i = 0; i < 1000; i++) {
		snprintf(key, sizeof key, "k.%d", i);
		assert_string_equal(labels_find(labels, key) + 1, key + 2);
	}
	talloc_free(owner);
}

static void
languages_are_read_together(void **state)
{
	static const char *const over[] = { "own", "Min", "lent", "Lån", NULL };
	void *owner = talloc_new(NULL);
	const struct labels *const *all, *da, *xx, *yy, *dressed;
	char *dir = talloc_asprintf(owner, "%s/labels", folder);
	size_t at = 0;

	(void)state;
	assert_int_equal(mkdir(dir, 0700), 0);
	put(owner, "labels/da.xml", "<labels lang='da'><label key='own'>Egen</label><label key='lent'>Lånt</label></labels>");
	put(owner, "labels/xx.xml", "<labels lang='xx' partial='citizen'><label key='own'>Own</label></labels>");
	put(owner, "labels/yy.xml", "<labels lang='yy'><label key='own'>Eigen</label></labels>");
	assert_int_equal(labels_read_all(owner, dir, "da", &all), FAIL_NONE);
	da = all[0];
	assert_string_equal(labels_language(da), "da");
	assert_null(all[3]);
	xx = labels_among(all, "xx"), yy = labels_among(all, "yy");
	assert_ptr_equal(all[1], xx);
	assert_ptr_equal(all[2], yy);
	assert_null(labels_among(all, "zz"));
	assert_null(labels_among(all, NULL));
	assert_string_equal(labels_partial(xx), "citizen");
	assert_null(labels_partial(yy));
	/* What a partial file lacks is the first one's; what a whole file lacks is missing. */
	assert_string_equal(labels_find(xx, "own"), "Own");
	assert_string_equal(labels_find(xx, "lent"), "Lånt");
	assert_null(labels_find(xx, "none"));
	assert_null(labels_find(yy, "lent"));
	assert_string_equal(labels_next(xx, &at), "own");
	assert_null(labels_next(xx, &at));
	/* Somebody's own words stand in the place of the language's own ones, not of those that it borrows. */
	dressed = labels_over(owner, xx, over);
	assert_string_equal(labels_find(dressed, "own"), "Min");
	assert_string_equal(labels_find(dressed, "lent"), "Lånt");
	assert_string_equal(labels_language(dressed), "xx");
	assert_int_equal(labels_read_all(owner, dir, "zz", &all), FAIL_BROKEN);
	put(owner, "labels/yy.xml", "<labels");
	assert_int_equal(labels_read_all(owner, dir, "da", &all), FAIL_BROKEN);
	talloc_free(owner);
}

static void
broken_labels_are_refused(void **state)
{
	static const char *const broken[] = {
		"<labels><label key='a'>1</label><label key='a'>2</label></labels>", "<labels><label>1</label></labels>",
		"<labels><text key='a'>1</text></labels>", "<labels>", "<!DOCTYPE labels><labels/>",
	};
	void *owner = talloc_new(NULL);
	struct labels *labels;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof broken / sizeof broken[0]; i++) {
		put(owner, "yy.xml", broken[i]);
		assert_int_equal(labels_read(owner, folder, "yy", &labels), FAIL_BROKEN);
	}
	assert_int_equal(labels_read(owner, folder, "zz", &labels), FAIL_BROKEN);
	talloc_free(owner);
}

static void
schema_tells_what_is_wrong(void **state)
{
	static const char grammar[] = "<element name='page' ns='" NODE_PAGE_NAMESPACE "' xmlns='http://relaxng.org/ns/structure/1.0'>"
	    "<attribute name='name'/><optional><element name='a'><empty/></element></optional></element>";
	void *owner = talloc_new(NULL);
	xmlDoc *page = node_document("page", NODE_PAGE_NAMESPACE);
	struct schema *schema;
	char *faults;

	(void)state;
	assert_int_equal(schema_read(owner, put(owner, "page.rng", grammar), &schema), FAIL_NONE);
	faults = schema_check(owner, schema, page);
	assert_non_null(faults);
	assert_non_null(strstr(faults, "attributes"));
	node_set(xmlDocGetRootElement(page), "name", "x");
	assert_null(schema_check(owner, schema, page));
	node_add(xmlDocGetRootElement(page), "a");
	assert_null(schema_check(owner, schema, page));
	node_add(xmlDocGetRootElement(page), "unheard-of");
	assert_non_null(strstr(schema_check(owner, schema, page), "unheard-of"));
	assert_int_equal(schema_read(owner, put(owner, "bad.rng", "<nothing/>"), &schema), FAIL_BROKEN);
	assert_int_equal(schema_read(owner, "/no/such/file", &schema), FAIL_BROKEN);
	xmlFreeDoc(page);
	talloc_free(owner);
}

static const struct { const char *name, *tree, *html; } written[] = {
	{ "escapes",         "<p t='&quot;&amp;&lt;&gt;&#13;&#10;'>\"&amp;&lt;&gt;'&#13;</p>",
	    "<p t=\"&quot;&amp;&lt;&gt;&#13;\n\">&quot;&amp;&lt;&gt;'&#13;</p>" },
	{ "void elements",   "<p><br/><input checked='checked'/><hr/></p>", "<p><br><input checked=\"checked\"><hr></p>" },
	{ "empty elements",  "<p><a/><script src='/x.js'/><td/></p>", "<p><a></a><script src=\"/x.js\"></script><td></td></p>" },
	{ "SVG",             "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0'/></svg>",
	    "<svg viewBox=\"0 0 1 1\"><path d=\"M0\"></path></svg>" },
	{ "XHTML",           "<h:p xmlns:h='http://www.w3.org/1999/xhtml'><h:br/></h:p>", "<p><br></p>" },
	{ "comments go",     "<p>a<!-- b -->c<?d e?></p>", "<p>ac</p>" },
	{ "CDATA is text",   "<p><![CDATA[<b>]]></p>", "<p>&lt;b&gt;</p>" },
	{ "a first line feed stays", "<p><textarea>\n\nx</textarea><pre>\ny</pre><pre>z</pre></p>",
	    "<p><textarea>\n\n\nx</textarea><pre>\n\ny</pre><pre>z</pre></p>" },
	{ "language",        "<p xml:lang='en'/>", "<p lang=\"en\"></p>" },
	{ "æøå",             "<p æ='ø'>å\xc2\xa0</p>", "<p æ=\"ø\">å\xc2\xa0</p>" },
	{ "a script's text", "<p><script>x</script></p>", NULL },
	{ "a handler",       "<p ONCLICK='x'/>", NULL },
	{ "a frame",         "<p><IFRAME/></p>", NULL },
	{ "code in a link",  "<a href='JavaScript:x'/>", NULL },
	{ "code in a link behind a control", "<a href='&#9; java&#10;script:x'/>", NULL },
	{ "void with text",  "<p><br>x</br></p>", NULL },
	{ "foreign",         "<p xmlns='urn:x'/>", NULL },
	{ "foreign attribute", "<p x:a='' xmlns:x='urn:x'/>", NULL },
	{ "an address that only looks so", "<a href='/javascript:x' title='javascript:x'/>", "<a href=\"/javascript:x\" title=\"javascript:x\"></a>" },
};

static void
html_is_written(void **state)
{
	size_t i, length;

	(void)state;
	for (i = 0; i < sizeof written / sizeof written[0]; i++) {
		void *owner = talloc_new(NULL);
		char *problem, *html, *want = talloc_asprintf(owner, "<!DOCTYPE html>\n%s\n", written[i].html);
		xmlDoc *doc = node_parse(owner, written[i].tree, strlen(written[i].tree), 10000, &problem);
		const char *error;

		assert_non_null(doc);
		html = writer_html(owner, doc, &length, &error);
		if ((html == NULL) != (written[i].html == NULL) || (html == NULL) != (error != NULL))
			fail_msg("%s: %s", written[i].name, error);
		if (html != NULL && (strcmp(html, want) != 0 || length != strlen(want)))
			fail_msg("%s: %s", written[i].name, html);
		xmlFreeDoc(doc);
		talloc_free(owner);
	}
}

static const struct { const char *name, *tree; bool fine; } frames[] = {
	{ "closed",             "<iframe class='a' sandbox='' src='/plan/3?frame=1' title='b'/>", true },
	{ "with its cookies",   "<iframe sandbox='allow-same-origin' src='/'/>", true },
	{ "open",               "<iframe src='/plan/3'/>", false },
	{ "with scripts",       "<iframe sandbox='allow-same-origin allow-scripts' src='/plan/3'/>", false },
	{ "another host",       "<iframe sandbox='' src='//evil.invalid/'/>", false },
	{ "another host, too",  "<iframe sandbox='' src='/\\evil.invalid/'/>", false },
	{ "and so",             "<iframe sandbox='' src='/&#9;/evil.invalid/'/>", false },
	{ "with a scheme",      "<iframe sandbox='' src='https://evil.invalid/'/>", false },
	{ "without a page",     "<iframe sandbox=''/>", false },
	{ "a page in a page",   "<iframe sandbox='' src='/' srcdoc='x'/>", false },
	{ "in capitals",        "<iframe sandbox='' src='/' SRCDOC='x'/>", false },
	{ "with a text",        "<iframe sandbox='' src='/'>x</iframe>", false },
	{ "of the old kind",    "<frame sandbox='' src='/'/>", false },
};

/* Only sheets of ours may make frames, and only such. */
static void
frames_are_closed(void **state)
{
	size_t i, length;

	(void)state;
	for (i = 0; i < sizeof frames / sizeof frames[0]; i++) {
		void *owner = talloc_new(NULL);
		char *problem;
		xmlDoc *doc = node_parse(owner, frames[i].tree, strlen(frames[i].tree), 10000, &problem);
		const char *error;

		assert_non_null(doc);
		assert_null(writer_html(owner, doc, &length, &error));
		if ((writer_html_with_frames(owner, doc, &length, &error) != NULL) != frames[i].fine)
			fail_msg("%s: %s", frames[i].name, error);
		xmlFreeDoc(doc);
		talloc_free(owner);
	}
}

/* 100,000 elements deep: the writer must not need a stack for it. */
static void
deep_and_large_results(void **state)
{
	void *owner = talloc_new(NULL);
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *node = xmlNewDocNode(doc, NULL, BAD_CAST "b", NULL);
	const char *error;
	size_t length;
	int i;

	(void)state;
	xmlDocSetRootElement(doc, node);
	for (i = 1; i < 100000; i++)
		node = xmlNewChild(node, NULL, BAD_CAST "b", NULL);
	assert_non_null(writer_html(owner, doc, &length, &error));
	assert_int_equal(length, strlen("<!DOCTYPE html>\n\n") + 100000 * strlen("<b></b>"));
	for (; node != NULL && node->parent != (xmlNode *)doc; node = node->parent)
		for (i = 0; i < 2; i++)
			xmlNewChild(node, NULL, BAD_CAST "some-long-name", NULL);
	assert_null(writer_html(owner, doc, &length, &error));
	assert_string_equal(error, "the page is too large");
	xmlFreeDoc(doc);
	talloc_free(owner);
}

static const struct { const char *call, *want; } calls[] = {
	{ "s:label('plain')",                       "Hej" },
	{ "s:label('no.such')",                     "[no.such]" },
	{ "s:label('greet', 'who', 'Karen', 'n', 3)", "Hej Karen, 3 af {x}" },
	{ "s:label('greet')",                       "Hej {who}, {n} af {x}" },
	{ "s:label('greet', 'who', '{n}', 'n', '')", "Hej {n},  af {x}" },
	{ "s:label('open', 'a', 1)",                "1 { {a" },
	{ "s:label-or('plain', 'x')",               "Hej" },
	{ "s:label-or('no', 'x')",                  "x" },
	{ "s:has-label('plain')",                   "true" },
	{ "s:has-label('no')",                      "false" },
	{ "s:first('no', 'plain', 'greet')",        "Hej" },
	{ "s:first('no', 'nor')",                   "[nor]" },
	{ "s:find('no', 'plain')",                  "Hej" },
	{ "concat('(', s:find('no', 'nor'), ')')",  "()" },
	{ "s:own('field')",                         "[field.x]" },
	{ "s:own('words')",                         "Kortet" },
	{ "s:own-find('field')",                    "" },
	{ "s:own-find('words')",                    "Kortet" },
	{ "s:own-find('kind')",                     "Alle slags" },
	{ "s:own('note')",                          "Eget" },
	{ "s:own('words', 'note')",                 "Eget" },
	{ "s:own('words', '.')",                    "Kortet" },
	{ "s:own('words', 'no')",                   "Kortet" },
	{ "count(@name[s:own('words') = '[words.name]'])", "1" },
	{ "count(@when[s:own('at') = 'Når'])",      "1" },
	{ "s:named(. | p:note, 'x')/p:note",        "Eget" },
	{ "count(s:named(p:note | @name, 'x'))",    "0" },
	{ "count(s:named(p:no, ''))",               "0" },
	{ "s:id('form')",                           "form-x" },
	{ "s:count('row', 1)",                      "1 række" },
	{ "s:count('row', 0)",                      "0 rækker" },
	{ "s:count('no', 2)",                       "[no.other]" },
	{ "s:date('2026-04-15')",                   "15-04-2026" },
	{ "s:date('31-02-2026')",                   "31-02-2026" },
	{ "s:date('')",                             "" },
	{ "s:time('2026-04-15T08:30:00Z')",         "15-04-2026 kl.\xc2\xa0" "10.30" },
	{ "s:time(/*/@when)",                       "15-04-2026 kl.\xc2\xa0" "10.30" },
	{ "s:time('soon')",                         "soon" },
	{ "s:show('2026-04-15')",                   "15-04-2026" },
	{ "s:show('2026-12-31T23:30:00Z')",         "01-01-2027 kl.\xc2\xa0" "00.30" },
	{ "s:show('250380-1714')",                  "250380-1714" },
	{ "s:number('37.0')",                       "37,0" },
	{ "s:number('1158')",                       "1.158" },
	{ "s:number('-15.5')",                      "\xe2\x88\x92" "15,5" },
	{ "s:number(1234567.25)",                   "1.234.567,25" },
	{ "s:number('1.')",                         "1." },
	{ "s:number('x')",                          "x" },
};

static char *
call(const void *owner, const struct labels *labels, const char *expression)
{
	static const char sheet_text[] = "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
	    " xmlns:s='urn:samspil:functions' xmlns:p='urn:samspil:page:1' exclude-result-prefixes='p s'><xsl:param name='given'/><xsl:template match='/*'>"
	    "<p><xsl:value-of select=\"%s\"/></p></xsl:template></xsl:stylesheet>";
	static const char *const given[] = { "given", "it's \"&<{}", NULL };
	const struct sheet_params params = { labels, given };
	char *error, *html = NULL;
	xmlDoc *page = node_parse(owner, PAGE, strlen(PAGE), 1000, &error);
	struct sheet *sheet;
	size_t length;

	if (mkdir(talloc_asprintf(owner, "%s/pages", folder), 0700) != 0)
		assert_int_equal(errno, EEXIST);
	put(owner, "pages/call.xsl", talloc_asprintf(owner, sheet_text, expression));
	assert_int_equal(sheet_compile(owner, "samspil:pages/call.xsl", &sheet), FAIL_NONE);
	if (sheet_apply(owner, sheet, page, &params, &html, &length) == FAIL_NONE)
		assert_int_equal(length, strlen(html));
	xmlFreeDoc(page);
	return html;
}

static struct labels *
some_labels(const void *owner)
{
	struct labels *labels;

	put(owner, "da.xml", "<labels xmlns='urn:samspil:labels:1' lang='da'><label key='plain'>Hej</label>"
	    "<label key='greet'>Hej {who}, {n} af {x}</label><label key='open'>{a} { {a</label>"
	    "<label key='words.x'>Kortet</label><label key='kind.type.t'>Alle slags</label><label key='note.x'>Label</label>"
	    "<label key='at.page.when'>Når</label>"
	    "<label key='row.one'>{n} række</label><label key='row.other'>{n} rækker</label></labels>");
	assert_int_equal(labels_read(owner, folder, "da", &labels), FAIL_NONE);
	return labels;
}

/* The memory of a transformation is taken back whole: what outlives it must not lie in there, after a failure neither. */
static void
sheets_stand_alone(void **state)
{
	static const char *const expressions[] = {
		"concat(name(//namespace::*[name() = 'xml']), count(//@xml:lang), str:replace('abc', 'b', s:label('plain')))",
		"count(str:tokenize('a b c', ' ')) + no-such-function()",
		"exsl:object-type(math:max(//@*))",
	};
	static const char sheet_text[] = "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
	    " xmlns:s='urn:samspil:functions' xmlns:str='http://exslt.org/strings' xmlns:math='http://exslt.org/math'"
	    " xmlns:exsl='http://exslt.org/common' exclude-result-prefixes='s str math exsl'>"
	    "<xsl:template match='/*'><p xml:lang='da'><xsl:attribute name='xml:space'>default</xsl:attribute><xsl:value-of select=\"%s\"/>"
	    "</p></xsl:template></xsl:stylesheet>";
	enum { COUNT = sizeof expressions / sizeof expressions[0] };
	void *owner = talloc_new(NULL);
	const struct sheet_params params = { some_labels(owner), NULL };
	char *error, *first[COUNT] = { NULL };
	struct sheet *sheets[COUNT];
	xmlDoc *page = node_parse(owner, PAGE, strlen(PAGE), 1000, &error);
	size_t length, i, turn;

	(void)state;
	if (mkdir(talloc_asprintf(owner, "%s/pages", folder), 0700) != 0)
		assert_int_equal(errno, EEXIST);
	for (i = 0; i < COUNT; i++) {
		put(owner, "pages/call.xsl", talloc_asprintf(owner, sheet_text, expressions[i]));
		assert_int_equal(sheet_compile(owner, "samspil:pages/call.xsl", &sheets[i]), FAIL_NONE);
	}
	for (turn = 0; turn < 3 * COUNT; turn++) {
		char *html = NULL;
		enum fail f = sheet_apply(owner, sheets[turn % COUNT], page, &params, &html, &length);

		assert_int_equal(f, turn % COUNT == 1 ? FAIL_BROKEN : FAIL_NONE);
		if (turn < COUNT)
			first[turn] = html;
		else if (html != NULL)
			assert_string_equal(html, first[turn % COUNT]);
	}
	assert_non_null(strstr(first[0], "xml0aHejc</p>"));
	xmlFreeDoc(page);
	talloc_free(owner);
}

static void
functions_answer(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof calls / sizeof calls[0]; i++) {
		void *owner = talloc_new(NULL);
		char *want = talloc_asprintf(owner, "<!DOCTYPE html>\n<p>%s</p>\n", calls[i].want);
		char *html = call(owner, some_labels(owner), calls[i].call);

		if (html == NULL || strcmp(html, want) != 0)
			fail_msg("%s: %s", calls[i].call, html);
		talloc_free(owner);
	}
}

/* A date stays as it is written among words that run the other way. */
static void
dates_are_not_turned_around(void **state)
{
	static const struct { const char *call, *want; } arabic[] = {
		{ "s:date('2026-04-15')", "\xe2\x81\xa6" "15-04-2026" "\xe2\x81\xa9" },
		{ "s:time('2026-04-15T08:30:00Z')", "\xe2\x81\xa6" "15-04-2026" "\xe2\x81\xa9 at\xc2\xa0" "10.30" },
		{ "s:date('soon')", "soon" },
	};
	void *owner = talloc_new(NULL);
	struct labels *labels;
	size_t i;

	(void)state;
	put(owner, "xx.xml", "<labels lang='xx'><label key='direction'>rtl</label><label key='time.at'>at</label></labels>");
	assert_int_equal(labels_read(owner, folder, "xx", &labels), FAIL_NONE);
	for (i = 0; i < sizeof arabic / sizeof arabic[0]; i++)
		assert_string_equal(call(owner, labels, arabic[i].call), talloc_asprintf(owner, "<!DOCTYPE html>\n<p>%s</p>\n", arabic[i].want));
	talloc_free(owner);
}

/* A parameter is text, never XPath: quotes of both kinds come through. */
static void
parameters_are_quoted(void **state)
{
	void *owner = talloc_new(NULL);
	char *html = call(owner, some_labels(owner), "$given");

	(void)state;
	assert_string_equal(html, "<!DOCTYPE html>\n<p>it's &quot;&amp;&lt;{}</p>\n");
	talloc_free(owner);
}

static void
wrong_calls_are_refused(void **state)
{
	static const char *const wrong[] = { "s:label()", "s:label('a', 'b')", "s:date()", "s:count('a')", "s:named(.)", "s:named('a', 'b')",
	    "s:no-such('a')" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		void *owner = talloc_new(NULL);

		assert_null(call(owner, some_labels(owner), wrong[i]));
		talloc_free(owner);
	}
}

static int
set_up(void **state)
{
	(void)state;
	date_start();
	node_start();
	return mkdtemp(folder) == NULL || sheet_start(folder) != FAIL_NONE ? -1 : 0;
}

static int
tear_down(void **state)
{
	static const char *const left[] = { "pages/call.xsl", "pages", "labels/da.xml", "labels/xx.xml", "labels/yy.xml", "labels", "da.xml", "xx.xml", "yy.xml", "page.xml", "page.rng", "bad.rng", "" };
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
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nodes_are_built), cmocka_unit_test(nodes_are_found), cmocka_unit_test(input_is_parsed_or_refused),
		cmocka_unit_test(attributes_are_counted), cmocka_unit_test(files_have_a_limit), cmocka_unit_test(labels_are_found), cmocka_unit_test(languages_are_read_together),
		cmocka_unit_test(broken_labels_are_refused), cmocka_unit_test(schema_tells_what_is_wrong),
		cmocka_unit_test(html_is_written), cmocka_unit_test(frames_are_closed),
		cmocka_unit_test(deep_and_large_results), cmocka_unit_test(functions_answer),
		cmocka_unit_test(dates_are_not_turned_around),
		cmocka_unit_test(sheets_stand_alone),
		cmocka_unit_test(parameters_are_quoted), cmocka_unit_test(wrong_calls_are_refused),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("xml", tests, set_up, tear_down);
}
