/* A questionnaire's text with another version: in its root element, and nowhere else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <talloc.h>

#include "domain/publishing.h"

#include <cmocka.h>	/* last: it makes a macro of the word fail */

static void
versions(void **state)
{
	static const struct { const char *text, *want; } cases[] = {
		{ "<questionnaire id=\"a\" version=\"1\" lang='da'/>", "<questionnaire id=\"a\" version=\"12\" lang='da'/>" },
		{ "<questionnaire\r\n\tversion = '1'>1</questionnaire>", "<questionnaire\r\n\tversion = '12'>1</questionnaire>" },
		{ "<q:questionnaire a=\" version='9'>\" version=\" 1 \"/>", "<q:questionnaire a=\" version='9'>\" version=\"12\"/>" },
		{ "<?xml version=\"1.0\"?>\n<!-- the old <questionnaire's form --><questionnaire xmlns=\"u\" id=\"a\" version=\"1\"/>",
		    "<?xml version=\"1.0\"?>\n<!-- the old <questionnaire's form --><questionnaire xmlns=\"u\" id=\"a\" version=\"12\"/>" },
		{ "<!--<questionnaire version=\"3\">--><questionnaire version=\"1\"/>", "<!--<questionnaire version=\"3\">--><questionnaire version=\"12\"/>" },
		{ "<questionnaire x-version=\"3\" id=\"b\"><a version=\"4\"/></questionnaire>", NULL },
		/* None of these is XML. */
		{ "<questionnaire id=\"a", NULL }, { "<questionnaire id='", NULL }, { "<questionnaire version", NULL }, { "<questionnaire version=", NULL },
		{ "<!-- <questionnaire version=\"1\"/>", NULL }, { "<?", NULL }, { "<", NULL }, { "", NULL },
	};
	void *owner = talloc_new(NULL);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		/* A copy of its own, so that a byte read after it is found. */
		const char *text = talloc_strdup(owner, cases[i].text), *is;

		print_message("# %s\n", text);
		is = publishing_with_version(owner, text, 12);
		assert_string_equal(is, cases[i].want == NULL ? text : cases[i].want);
	}
	talloc_free(owner);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(versions),
	};

	return cmocka_run_group_tests_name("publishing", tests, NULL, NULL);
}
