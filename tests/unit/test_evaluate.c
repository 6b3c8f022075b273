/* XPath over a small tree: what it may do, what it may not, and what it may cost. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <talloc.h>

#include "xml/evaluate.h"
#include "xml/node.h"

#include <cmocka.h>	/* last: it makes a macro of the word fail */

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char *const parameters[] = { "limit", "sex", NULL };

static xmlDoc *
tree(const void *owner)
{
	static const char text[] = "<response><dimension id='a' colour='red' score='4'><answer score='4'/></dimension>"
	    "<dimension id='b' colour='green'><answer state='declined'/></dimension></response>";
	char *error;
	xmlDoc *doc = node_parse(owner, text, strlen(text), 10000, &error);

	assert_non_null(doc);
	return doc;
}

static void
compiled(void **state)
{
	static const struct { const char *text; bool fine; } cases[] = {
		{ "count(//dimension[@colour='red']) >= $limit", true },
		{ "true()", true },
		{ "not(@score) and $sex = 'man'", true },
		{ "sum(answer/@score) div 2 * 3 - 1", true },
		{ "self::node()/child::answer", true },
		{ "string-length(normalize-space(.)) > 0 or position() = last()", true },
		{ "'document(1)' = \"$other\"", true },
		{ "document('/etc/passwd')", false },
		{ "id('a')", false },
		{ "lang('da')", false },
		{ "namespace-uri(.)", false },
		{ "func:call()", false },
		{ "x:dimension", false },
		{ "$other > 1", false },
		{ "$ limit", false },
		{ "count(", false },
		{ "1 +", false },
		{ "", false },
	};
	void *owner = talloc_new(NULL);
	struct expression_fault error;
	char *longer;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct expression *expression = expression_compile(owner, cases[i].text, parameters, &error);

		print_message("# %s\n", cases[i].text);
		assert_int_equal(expression != NULL, cases[i].fine);
		assert_int_equal(error.wrong == EXPRESSION_FINE, cases[i].fine);
	}
	longer = talloc_zero_array(owner, char, EXPRESSION_MAX + 2);
	memset(longer, '1', EXPRESSION_MAX + 1);
	assert_null(expression_compile(owner, longer, parameters, &error));
	longer[EXPRESSION_MAX] = '\0';
	assert_non_null(expression_compile(owner, longer, parameters, &error));
	talloc_free(owner);
}

static void
evaluated(void **state)
{
	static const struct { const char *text, *limit; bool truth; } cases[] = {
		{ "count(//dimension[@colour='red']) >= $limit",   "1",     true },
		{ "count(//dimension[@colour='red']) >= $limit",   "2",     false },
		{ "@score >= 4",                                   "0",     true },
		{ "answer/@score < 4",                             "0",     false },
		{ "following-sibling::dimension/@score >= 0",      "0",     false },	/* nothing is not 0 */
		{ "sum(following-sibling::dimension/@score) = 0",  "0",     true },
		{ "number('') >= 0 or number('') < 0",             "0",     false },
		{ "$limit = 'five'",                               "five",  true },
		{ "$limit",                                        "0",     false },
	};
	void *owner = talloc_new(NULL);
	xmlDoc *doc = tree(owner);
	struct evaluator *evaluator;
	struct expression_fault error;
	size_t i;

	(void)state;
	assert_int_equal(evaluator_new(owner, &evaluator), FAIL_NONE);
	evaluator_over(evaluator, doc);
	for (i = 0; i < COUNT(cases); i++) {
		bool truth;

		print_message("# %s\n", cases[i].text);
		evaluator_set(evaluator, "limit", cases[i].limit);
		assert_int_equal(evaluate_truth(evaluator, expression_compile(owner, cases[i].text, parameters, &error),
		    node_child(xmlDocGetRootElement(doc), "dimension"), &truth), FAIL_NONE);
		assert_int_equal(truth, cases[i].truth);
	}
	talloc_free(owner);
	xmlFreeDoc(doc);
}

static void
numbers(void **state)
{
	void *owner = talloc_new(NULL);
	xmlDoc *doc = tree(owner);
	struct evaluator *evaluator;
	double number;
	bool truth;
	struct expression_fault error;

	(void)state;
	assert_int_equal(evaluator_new(owner, &evaluator), FAIL_NONE);
	evaluator_over(evaluator, doc);
	assert_int_equal(evaluate_number(evaluator, expression_compile(owner, "sum(//answer/@score) * 4", parameters, &error), NULL, &number),
	    FAIL_NONE);
	assert_true(number == 16);
	assert_int_equal(evaluate_number(evaluator, expression_compile(owner, "//answer[2]/@score", parameters, &error), NULL, &number),
	    FAIL_NONE);
	assert_true(isnan(number));
	/* a parameter without a value */
	assert_int_equal(evaluate_truth(evaluator, expression_compile(owner, "$sex = 'man'", parameters, &error), NULL, &truth), FAIL_BROKEN);
	assert_false(truth);
	talloc_free(owner);
	xmlFreeDoc(doc);
}

/* What would run for minutes ends after so many steps. */
static void
bounded(void **state)
{
	void *owner = talloc_new(NULL);
	xmlDoc *doc = node_document("response", NULL);
	struct evaluator *evaluator;
	bool truth;
	struct expression_fault error;
	int i;

	(void)state;
	for (i = 0; i < 400; i++)
		node_add(xmlDocGetRootElement(doc), "dimension");
	assert_int_equal(evaluator_new(owner, &evaluator), FAIL_NONE);
	evaluator_over(evaluator, doc);
	assert_int_equal(evaluate_truth(evaluator, expression_compile(owner,
	    "count(//*[count(//*[count(//*[count(//*) > 1]) > 1]) > 1]) > 1", parameters, &error), NULL, &truth), FAIL_BROKEN);
	assert_false(truth);
	assert_int_equal(evaluate_truth(evaluator, expression_compile(owner, "count(//*) = 401", parameters, &error), NULL, &truth), FAIL_NONE);
	assert_true(truth);
	talloc_free(owner);
	xmlFreeDoc(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(compiled),
		cmocka_unit_test(evaluated),
		cmocka_unit_test(numbers),
		cmocka_unit_test(bounded),
	};

	node_start();
	return cmocka_run_group_tests_name("evaluate", tests, NULL, NULL);
}
