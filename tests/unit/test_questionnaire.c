/* Questionnaires: golden cases, their own tests, and what is refused. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <talloc.h>

#include "domain/questionnaire.h"
#include "xml/node.h"
#include "xml/schema.h"

#include <cmocka.h>	/* last: it makes a macro of the word fail */

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static xmlDoc *
document(const void *owner, const char *name)
{
	char *error = NULL;
	xmlDoc *doc = node_read(owner, talloc_asprintf(owner, "%s/%s", SOURCE, name), QUESTIONNAIRE_MAX, &error);

	if (doc == NULL)
		fail_msg("%s: %s", name, error);
	return doc;
}

static struct questionnaire *
joined(const void *owner, const char *name, const char *shared)
{
	xmlDoc *doc = document(owner, name), *other = shared == NULL ? NULL : document(owner, shared);
	struct questionnaire *q = NULL;
	struct schema *schema;
	char *error;

	error = questionnaire_join(owner, doc, other);
	xmlFreeDoc(other);
	if (error == NULL) {
		assert_int_equal(schema_read(owner, SOURCE "/xslt/schema/questionnaire.rng", &schema), FAIL_NONE);
		error = schema_check(owner, schema, doc);
	}
	if (error == NULL)
		questionnaire_read(owner, doc, &q, &error);
	if (error != NULL)
		fail_msg("%s: %s", name, error);
	return q;
}

/* The golden numbers stand as tests in the files, so that publishing would check them too. */
static void
own_tests(void **state)
{
	static const struct { const char *name, *shared; size_t questions, dimensions; } cases[] = {
		{ "tests/data/questionnaires/trivsel.xml",          NULL,                                    5,  1 },
		{ "tests/data/questionnaires/alkohol.xml",          NULL,                                    3,  1 },
		{ "tests/data/questionnaires/evne.xml",             NULL,                                    4,  1 },
		{ "tests/data/questionnaires/maal.xml",             NULL,                                    9,  4 },
		{ "tests/data/questionnaires/slags.xml",            NULL,                                    8,  4 },
		{ "tests/data/questionnaires/vej.xml",              "tests/data/questionnaires/faelles.xml", 5,  4 },
		{ "conf/questionnaires/demo-kontanthjaelp.xml",     "conf/questionnaires/shared.xml",        24, 24 },
		{ "conf/questionnaires/demo-sygedagpenge.xml",      "conf/questionnaires/shared.xml",        24, 24 },
		{ "conf/questionnaires/trivsel.xml",                NULL,                                    5,  1 },
		{ "conf/questionnaires/samarbejde.xml",             NULL,                                    7,  2 },
		{ "conf/questionnaires/tilfredshed.xml",            NULL,                                    7,  2 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		void *owner = talloc_new(NULL);
		struct questionnaire *q = joined(owner, cases[i].name, cases[i].shared);
		char *faults = questionnaire_try(owner, q);

		print_message("# %s\n", cases[i].name);
		if (faults != NULL)
			fail_msg("%s", faults);
		assert_int_equal(q->question_count, cases[i].questions);
		assert_int_equal(q->dimension_count, cases[i].dimensions);
		talloc_free(owner);
	}
}

static void
answer(const struct questionnaire *q, struct answer *answers, const char *question, const char *option)
{
	const struct question *is = questionnaire_question(q, question);

	assert_non_null(is);
	answers[is - q->questions] = (struct answer){ .state = ANSWER_GIVEN, .option = question_option(is, option) };
	assert_non_null(answers[is - q->questions].option);
}

/* An answer by its text. */
static void
say(const struct questionnaire *q, struct answer *answers, const char *question, const char *text)
{
	const struct question *is = questionnaire_question(q, question);

	assert_non_null(is);
	answers[is - q->questions] = answer_read(answers, is, text);
	assert_int_equal(answers[is - q->questions].state, ANSWER_GIVEN);
}

static struct response *
respond(void *owner, const struct questionnaire *q, const char *const *pairs)
{
	struct answer *answers = talloc_zero_array(owner, struct answer, (unsigned)q->question_count);
	struct response *response = NULL;

	for (; *pairs != NULL; pairs += 2)
		say(q, answers, pairs[0], pairs[1]);
	assert_int_equal(response_evaluate(owner, q, answers, NULL, &response), FAIL_NONE);
	return response;
}

/* Activities: the mean rises by 2,33, which is noticeable; of the items only the third; one added later has no change. */
static void
means_change(void **state)
{
	static const char *const before[] = { "e1", "3", "e2", "4", "e3", "2", NULL };
	static const char *const later[] = { "e1", "5", "e2", "6", "e3", "5", NULL };
	static const char *const with_another[] = { "e1", "5", "e2", "6", "e3", "5", "e4", "0", NULL };
	static const bool noticeable[] = { false, false, true };
	void *owner = talloc_new(NULL);
	struct questionnaire *q = joined(owner, "tests/data/questionnaires/evne.xml", NULL);
	struct response *one = respond(owner, q, before), *two = respond(owner, q, later), *three = respond(owner, q, with_another);
	struct change change;
	size_t i;

	(void)state;
	assert_true(one->scores[0].value == 3.0 && two->scores[0].value == 5.33);
	change = score_change(q, 0, one, two);
	assert_true(change.measured && change.noticeable && fabs(change.by - 7.0 / 3) < 1e-9);
	for (i = 0; i < 3; i++)
		assert_int_equal(question_change(&q->questions[i], &one->answers[i], &two->answers[i]).noticeable, noticeable[i]);
	assert_true(three->scores[0].value == 4.0);
	change = score_change(q, 0, one, three);
	assert_true(change.noticeable && fabs(change.by - 7.0 / 3) < 1e-9);
	assert_false(question_change(&q->questions[3], &one->answers[3], &three->answers[3]).measured);
	talloc_free(owner);
}

/* Well-being: 52 to 68 is noticeable, 52 to 60 is not, and without a score there is no change. */
static void
scores_change(void **state)
{
	static const char *const first[] = { "w1", "p3", "w2", "p2", "w3", "p4", "w4", "p1", "w5", "p3", NULL };
	static const char *const better[] = { "w1", "p3", "w2", "p4", "w3", "p4", "w4", "p2", "w5", "p4", NULL };
	static const char *const little[] = { "w1", "p3", "w2", "p4", "w3", "p4", "w4", "p1", "w5", "p3", NULL };
	static const char *const part[] = { "w1", "p3", "w2", "p4", "w3", "p4", "w4", "p1", NULL };
	enum { PERCENT = 1 };
	void *owner = talloc_new(NULL);
	struct questionnaire *q = joined(owner, "tests/data/questionnaires/trivsel.xml", NULL);
	struct response *one = respond(owner, q, first);
	struct change change = score_change(q, PERCENT, one, respond(owner, q, better));

	(void)state;
	assert_true(change.noticeable && change.by == 16);
	change = score_change(q, PERCENT, one, respond(owner, q, little));
	assert_true(change.measured && !change.noticeable && change.by == 8);
	assert_false(score_change(q, PERCENT, one, respond(owner, q, part)).measured);
	talloc_free(owner);
}

/* Fields of every kind, a translation, and an answer that is asked again. */
static void
every_kind(void **state)
{
	static const struct { const char *name; enum field_type type; } fields[] = {
		{ "gener", FIELD_CHOICES }, { "gener.missing", FIELD_CHOICE }, { "gener-tekst", FIELD_TEXT }, { "gener-tekst.missing", FIELD_CHOICE },
		{ "vaerst", FIELD_CHOICES }, { "vaerst.missing", FIELD_CHOICE }, { "vaegt", FIELD_DECIMAL }, { "vaegt.missing", FIELD_CHOICE },
		{ "syge", FIELD_INTEGER }, { "syge.missing", FIELD_CHOICE }, { "gode", FIELD_CHOICE }, { "hvile", FIELD_CHOICE },
		{ "siden", FIELD_DATE }, { "siden.missing", FIELD_CHOICE },
	};
	void *owner = talloc_new(NULL);
	struct questionnaire *q = joined(owner, "tests/data/questionnaires/slags.xml", NULL);
	struct answer *answers = talloc_zero_array(owner, struct answer, (unsigned)q->question_count);
	const struct words *english = questionnaire_words(q, "en");
	struct response *response;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(fields); i++) {
		assert_string_equal(q->form.fields[i].name, fields[i].name);
		assert_int_equal(q->form.fields[i].type, fields[i].type);
	}
	assert_null(q->form.fields[i].name);
	assert_int_equal(q->page_count, 5);
	assert_int_equal(q->pages[4].count, 4);
	assert_string_equal(english->questions[0].options[3], "None of these");
	assert_string_equal(english->questions[5].low, "none");
	assert_true(questionnaire_words(q, "fr") == &q->words[0] && questionnaire_words(q, NULL) == &q->words[0]);

	/* Not asked, then asked after all. */
	answers[1].state = ANSWER_NOT_ASKED;
	say(q, answers, "gener", "ryg mave");
	assert_int_equal(response_evaluate(owner, q, answers, NULL, &response), FAIL_NONE);
	assert_int_equal(response->answers[1].state, ANSWER_NONE);
	assert_int_equal(answer_read(owner, &q->questions[0], "ryg nix").state, ANSWER_NONE);
	talloc_free(owner);
}

static void
answers_at_fault(void **state)
{
	static const struct { const char *question, *text, *fault; } cases[] = {
		{ "gener", "intet", NULL },             { "gener", "intet ryg", "alone" },      { "vaegt", "82.5", NULL },
		{ "vaegt", "82.55", "decimals" },       { "vaegt", "19.9", "out-of-range" },    { "vaegt", "400.1", "out-of-range" },
		{ "syge", "31", NULL },                 { "syge", "32", "out-of-range" },       { "siden", "1999-12-31", "too-early" },
		{ "siden", "2000-01-01", NULL },        { "siden", "2199-01-01", "too-late" },  { "gener-tekst", "31", NULL },
	};
	void *owner = talloc_new(NULL);
	struct questionnaire *q = joined(owner, "tests/data/questionnaires/slags.xml", NULL);
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		const struct question *question = questionnaire_question(q, cases[i].question);
		const struct answer is = answer_read(owner, question, cases[i].text);
		const char *fault = answer_fault(question, &is);

		print_message("# %s\n", cases[i].text);
		if (fault == NULL || cases[i].fault == NULL)
			assert_true(fault == cases[i].fault);
		else
			assert_string_equal(fault, cases[i].fault);
	}
	talloc_free(owner);
}

/* The seed's case, not by the file's own tests: 10 red and 3 yellow of 24. */
static void
ten_red_three_yellow(void **state)
{
	static const char *const karen[][2] = {
		{ "smerter", "hele-tiden" }, { "soevn", "fem-syv" }, { "fysisk", "daarligt" }, { "sidste-job", "over-tre" }, { "tro", "2" },
		{ "arbejdsevne", "3" }, { "frygt", "8" }, { "humoer", "hver-dag" }, { "oekonomi", "hver-maaned" }, { "netvaerk", "ingen" },
		{ "familie", "skilt" }, { "uddannelse", "grundskole" }, { "motion", "en" },
		{ "forsoerger", "nej" }, { "bolig", "fast" }, { "gaeld", "nej" }, { "sprog", "fint" }, { "laese", "ingen" }, { "digital", "selv" },
		{ "fastholde", "fem-aar" }, { "transport", "bil" }, { "alkohol", "sjaeldent" }, { "bekymring", "lidt" }, { "struktur", "de-fleste" },
	};
	void *owner = talloc_new(NULL);
	struct questionnaire *q = joined(owner, "conf/questionnaires/demo-kontanthjaelp.xml", "conf/questionnaires/shared.xml");
	struct answer *answers = talloc_zero_array(owner, struct answer, (unsigned)q->question_count);
	const struct dimension *pain = questionnaire_dimension(q, "smerter");
	const struct dimension_result *result;
	struct response *response;
	size_t i;

	(void)state;
	assert_int_equal(COUNT(karen), q->question_count);
	for (i = 0; i < COUNT(karen); i++)
		answer(q, answers, karen[i][0], karen[i][1]);
	assert_int_equal(response_evaluate(owner, q, answers, NULL, &response), FAIL_NONE);
	assert_int_equal(response->tally.red, 10);
	assert_int_equal(response->tally.yellow, 3);
	assert_int_equal(response->tally.green, 11);
	assert_int_equal(response->tally.missing, 0);
	assert_int_equal(response->unanswered, 0);
	assert_string_equal(response->indication->id, "aktivitetsparat");
	assert_string_equal(response->indication->risk, "high");
	assert_string_equal(response->rule, "aktivitetsparat");
	assert_string_equal(response->sentence,
	    "Besvarelsen har i alt 10 røde og 3 gule risikodimensioner, hvilket indikerer at borgeren er aktivitetsparat.");
	assert_string_equal(indication_limit(owner, q, response->indication), "Grænsen er 5 røde.");
	result = &response->dimensions[pain - q->dimensions];
	assert_string_equal(result->colour->id, "smerter.red");
	assert_string_equal(colour_why(owner, q, result->colour, result->score), "4 point. Rød fra 3.");
	assert_true(dimension_colour(pain, "smerter.red") == result->colour);
	assert_null(dimension_colour(pain, "soevn.red"));
	talloc_free(owner);
}

/* Nothing answered: nothing is green, everything required is missed. */
static void
nothing_answered(void **state)
{
	void *owner = talloc_new(NULL);
	struct questionnaire *q = joined(owner, "conf/questionnaires/demo-sygedagpenge.xml", "conf/questionnaires/shared.xml");
	struct answer *answers = talloc_zero_array(owner, struct answer, (unsigned)q->question_count);
	struct response *response;
	size_t i;

	(void)state;
	assert_int_equal(response_evaluate(owner, q, answers, NULL, &response), FAIL_NONE);
	assert_int_equal(response->tally.missing, 24);
	assert_int_equal(response->tally.green, 0);
	assert_int_equal(response->unanswered, 24);
	assert_null(response->indication);
	assert_string_equal(response->rule, "for-faa-svar");
	for (i = 0; i < q->question_count; i++)
		answers[i].state = ANSWER_DECLINED;
	assert_int_equal(response_evaluate(owner, q, answers, NULL, &response), FAIL_NONE);
	assert_int_equal(response->tally.missing, 24);
	assert_int_equal(response->unanswered, 0);
	assert_null(response->indication);
	talloc_free(owner);
}

static void
forms(void **state)
{
	void *owner = talloc_new(NULL);
	struct questionnaire *q = joined(owner, "conf/questionnaires/demo-kontanthjaelp.xml", "conf/questionnaires/shared.xml");
	size_t i, k, fields = 0;

	(void)state;
	assert_string_equal(q->form.fields[0].name, q->questions[0].id);
	assert_null(q->form.fields[q->question_count].name);
	assert_int_equal(q->page_count, 24);
	for (i = 0; i < q->page_count; i++) {
		const struct section *section = &q->sections[q->pages[i].section];

		assert_string_equal(q->pages[i].form.name, "questionnaire");
		assert_true(section->first <= q->pages[i].first && q->pages[i].first < section->first + section->count);
		for (k = 0; q->pages[i].form.fields[k].name != NULL; k++, fields++)
			assert_string_equal(q->pages[i].form.fields[k].name, q->questions[fields].id);
	}
	assert_int_equal(fields, 24);
	assert_string_equal(q->pages[0].form.submits[0], "next");
	assert_string_equal(q->pages[q->page_count - 1].form.submits[0], "send");
	for (i = 0; i < q->question_count; i++)
		for (k = 0; q->form.fields[i].choices[k] != NULL; k++)
			if (q->form.fields[i].choices[k + 1] == NULL)
				assert_string_equal(q->form.fields[i].choices[k], "declined");
	talloc_free(owner);
}

/* A good questionnaire with one thing changed in its text: the fault that must be found. */
static void
refused(void **state)
{
	static const char trivsel[] = "trivsel", slags[] = "slags";
	static const struct { const char *file, *from, *to, *fault; } cases[] = {
		{ slags, "@question='gener']/option/@id = 'ryg'", "@question='siden']/@state = 'answered'", "\"siden\" is not asked before" },
		{ slags, "@question='gener']/option/@id = 'ryg'", "@question='gener-tekst']/@state = 'x'", "\"gener-tekst\" is not asked before" },
		{ slags, "//answer[@question='gener']/option/@id = 'ryg'", "//dimension[@id='gener']/@score = 1", "dimension \"gener\" is not asked" },
		{ slags, "//answer[@question='gener']/option/@id = 'ryg'", "'red' = //dimension/@colour", "is found when all is answered" },
		{ slags, "@question='gener']/option/@id = 'ryg'", "@question='nix']/@state = 'answered'", "there is no question \"nix\"" },
		{ slags, "option/@id = 'ryg'", "option/@id = 'rygg'", "there is no id \"rygg\"" },
		{ slags, "//dimension/@colour = 'red'", "//dimension/@colour = 'pink'", "there is no colour \"pink\"" },
		{ slags, "//dimension/@colour = 'red'", "//dimension/@given = 'red'", "there is no @given" },
		{ slags, "id=\"gener-tekst\"", "id=\"gener.missing\"", "a question's id has none" },
		{ slags, "max=\"200\"", "max=\"2001\"", "max must be from 1 to 2000" },
		{ slags, "min=\"20\" max=\"400\"", "min=\"400\" max=\"20\"", "min must be below max" },
		{ slags, "from=\"2000-01-01\"", "from=\"2000-02-30\"", "is no date" },
		{ slags, "<option id=\"10\" score=\"-1\"", "<option id=\"11\" score=\"-1\"", "11 is not on the scale" },
		{ slags, "method=\"mean\" dimension=\"dage\"", "method=\"mean\" dimension=\"nix\"", "there is no dimension \"nix\"" },
		{ slags, "method=\"mean\" dimension=\"dage\"", "method=\"mean\" dimension=\"hvornaar\"", "none of its questions has a score" },
		{ slags, "<band id=\"alt.lidt\" test=\"true()\"", "<band id=\"alt.lidt\" test=\"@value\"", "the last test must be true()" },
		{ slags, "<title>All kinds</title>", "<title/>", "translation: title is missing" },
		{ slags, "<information>The answers are used in the conversation.</information>", "", "translation: information is missing" },
		{ slags, "<section id=\"tid\">Time</section>", "", "translation: section \"tid\" is missing" },
		{ slags, "<section id=\"tid\">Time</section>", "<section id=\"tod\">Time</section>", "section \"tid\" is missing" },
		{ slags, "<question id=\"syge\"><text>Days of illness last month</text></question>", "", "question \"syge\" is missing" },
		{ slags, "<option id=\"hoved\">My head</option>", "", "question: option \"hoved\" is missing" },
		{ slags, "<option id=\"hoved\">My head</option>", "<option id=\"hoved\"/>", "question: option \"hoved\" is missing" },
		{ slags, "<unit>kg</unit>", "", "question: unit is missing" },
		{ slags, "<text>Tell about your back</text>", "<text>Tell</text><help>x</help>", "help: the question itself has none" },
		{ slags, "<translation lang=\"en\">", "<translation lang=\"da\">", "the language \"da\" is there twice" },
		{ trivsel, "id=\"w2\"",                       "id=\"w1\"",               "id \"w1\" is used twice" },
		{ trivsel, "id=\"w2\"",                       "id=\"token\"",            "is the name of something else" },
		{ trivsel, "<option id=\"p5\"",               "<option id=\"declined\"", "is the name of an answer of its own" },
		{ trivsel, "<option id=\"p5\"",               "<option id=\"p4\"",       "option \"p4\" is there twice" },
		{ trivsel, "@score * 4 &lt; $low",            "document('x')",           "\"document\" is not known" },
		{ trivsel, "@score * 4 &lt; $low",            "@score &lt; $nix",        "\"nix\" is not known" },
		{ trivsel, "@score * 4 &lt; $low",            "@score &lt;",             "is not XPath" },
		{ trivsel, "level=\"green\" test=\"true()\"", "level=\"green\" test=\"@score\"", "the last test must be true()" },
		{ trivsel, "{percent}: borgeren",             "{procent}: borgeren",     "{procent} is not known" },
		{ trivsel, "id=\"trivsel.middle\"",           "id=\"trivsel.low\"",      "id \"trivsel.low\" is used twice" },
		{ trivsel, ">36–50<",                         ">{points}<",              "{points} is not known" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		void *owner = talloc_new(NULL);
		xmlDoc *doc = document(owner, talloc_asprintf(owner, "tests/data/questionnaires/%s.xml", cases[i].file));
		struct questionnaire *q = NULL;
		size_t length;
		char *text = node_bytes(owner, doc, &length), *error = NULL, *at;

		print_message("# %s\n", cases[i].to);
		xmlFreeDoc(doc);
		at = strstr(text, cases[i].from);
		assert_non_null(at);
		*at = '\0';
		text = talloc_asprintf(owner, "%s%s%s", text, cases[i].to, at + strlen(cases[i].from));
		doc = node_parse(owner, text, strlen(text), QUESTIONNAIRE_MAX, &error);
		assert_non_null(doc);
		assert_int_equal(questionnaire_read(owner, doc, &q, &error), FAIL_INPUT);
		assert_non_null(error);
		if (strstr(error, cases[i].fault) == NULL || strncmp(error, "line ", 5) != 0)
			fail_msg("%s", error);
		talloc_free(owner);
	}
}

static void
failing_tests(void **state)
{
	static const struct { const char *from, *to, *fault; } cases[] = {
		{ "value=\"52\"",                "value=\"50\"",               "fifty-two: percent is 52, not 50" },
		{ "indication=\"well\">Scoren",  "indication=\"risk\">Scoren", "fifty-two: indication is \"well\", not \"risk\"" },
		{ "level=\"green\" rule",        "level=\"red\" rule",         "fifty-two: trivsel is \"green\", not \"red\"" },
		{ "i trivsel.</expect>",         "glad.</expect>",             "fifty-two: sentence is" },
		{ "question=\"w1\" option=\"p3\"", "question=\"w9\" option=\"p3\"", "there is no question \"w9\"" },
		{ "question=\"w1\" option=\"p3\"", "question=\"w1\" option=\"p9\"", "question \"w1\" has no answer \"p9\"" },
		{ "like=\"fifty-two\"",          "like=\"later\"",             "there is no earlier test \"later\"" },
		{ "value=\"none\"",              "value=\"0\"",                "one-unanswered: percent is \"none\", not \"0\"" },
		{ "test=\"//score[@id='percent']/@value &lt; $low\"",
		    "test=\"//*[//*[//*[//*[//*[//@* = 'x']]]]]\"", "the rule \"//*[//*[//*[//*[//*[//@* = 'x']]]]]\" costs too much" },
		{ "value=\"52\" band=\"percent.high\"", "value=\"52\" band=\"percent.low\"", "percent is \"percent.high\", not \"percent.low\"" },
		{ "<option id=\"p5\" score=\"5\"", "<option id=\"p5\" score=\"5\" level=\"red\"", NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		void *owner = talloc_new(NULL);
		xmlDoc *doc = document(owner, "tests/data/questionnaires/trivsel.xml");
		struct questionnaire *q = NULL;
		size_t length;
		char *text = node_bytes(owner, doc, &length), *error = NULL, *at, *faults;

		print_message("# %s\n", cases[i].to);
		xmlFreeDoc(doc);
		at = strstr(text, cases[i].from);
		assert_non_null(at);
		*at = '\0';
		text = talloc_asprintf(owner, "%s%s%s", text, cases[i].to, at + strlen(cases[i].from));
		doc = node_parse(owner, text, strlen(text), QUESTIONNAIRE_MAX, &error);
		assert_non_null(doc);
		assert_int_equal(questionnaire_read(owner, doc, &q, &error), FAIL_NONE);
		faults = questionnaire_try(owner, q);
		if (cases[i].fault == NULL)
			assert_null(faults);	/* five questions decide together: an option's level is not checked alone */
		else if (faults == NULL || strstr(faults, cases[i].fault) == NULL)
			fail_msg("%s", faults);
		talloc_free(owner);
	}
}

/* An option's level that the rules contradict is found when its question decides alone. */
static void
levels_checked(void **state)
{
	void *owner = talloc_new(NULL);
	xmlDoc *doc = document(owner, "conf/questionnaires/demo-kontanthjaelp.xml"), *shared = document(owner, "conf/questionnaires/shared.xml");
	struct questionnaire *q;
	xmlNode *node;
	char *error, *faults;

	(void)state;
	assert_null(questionnaire_join(owner, doc, shared));
	node = node_child(node_child(node_child(xmlDocGetRootElement(doc), "section"), "dimension"), "question");
	node_set(node_child(node, "option"), "level", "red");
	assert_int_equal(questionnaire_read(owner, doc, &q, &error), FAIL_NONE);
	faults = questionnaire_try(owner, q);
	assert_non_null(strstr(faults, "familie: option \"gift\" says red, the rules say green"));
	xmlFreeDoc(shared);
	talloc_free(owner);
}

static void
joins_refused(void **state)
{
	void *owner = talloc_new(NULL);
	xmlDoc *doc = document(owner, "tests/data/questionnaires/vej.xml"), *shared = document(owner, "conf/questionnaires/shared.xml");

	(void)state;
	assert_string_equal(questionnaire_join(owner, doc, shared), "line 29: use: no question \"delt\" is shared");
	assert_non_null(strstr(questionnaire_join(owner, doc, NULL), "is shared"));
	xmlFreeDoc(doc);
	xmlFreeDoc(shared);
	talloc_free(owner);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(own_tests),
		cmocka_unit_test(ten_red_three_yellow),
		cmocka_unit_test(nothing_answered),
		cmocka_unit_test(forms),
		cmocka_unit_test(means_change),
		cmocka_unit_test(scores_change),
		cmocka_unit_test(every_kind),
		cmocka_unit_test(answers_at_fault),
		cmocka_unit_test(refused),
		cmocka_unit_test(failing_tests),
		cmocka_unit_test(levels_checked),
		cmocka_unit_test(joins_refused),
	};

	node_start();
	return cmocka_run_group_tests_name("questionnaire", tests, NULL, NULL);
}
