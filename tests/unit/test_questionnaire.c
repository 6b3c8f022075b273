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

#define WORDS_59 "Halvtreds tegn og lidt flere, som ingen behøver at læse nu: "
#define WORDS_590 WORDS_59 WORDS_59 WORDS_59 WORDS_59 WORDS_59 WORDS_59 WORDS_59 WORDS_59 WORDS_59 WORDS_59
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

/* The first of what was found: "line 3: key name="..."", "" for nothing. */
static const char *
first(const struct reasons *reasons)
{
	if (reasons->count == 0)
		return "";
	return talloc_asprintf(reasons->owner, "line %ld: %s", reasons->list[0].line, reason_text(reasons->owner, NULL, reasons->list));
}

static struct questionnaire *
joined(const void *owner, const char *name, const char *shared)
{
	xmlDoc *doc = document(owner, name), *other = shared == NULL ? NULL : document(owner, shared);
	struct questionnaire *q = NULL;
	struct reasons faults = { .owner = owner };
	struct schema *schema;
	char *error = NULL;

	if (questionnaire_join(doc, other, &faults)) {
		assert_int_equal(schema_read(owner, SOURCE "/xslt/schema/questionnaire.rng", &schema), FAIL_NONE);
		error = schema_check(owner, schema, doc);
		if (error == NULL)
			questionnaire_read(owner, doc, &q, &faults);
	}
	xmlFreeDoc(other);
	if (q == NULL)
		fail_msg("%s: %s", name, error == NULL ? first(&faults) : error);
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
		struct reasons failed = { .owner = owner };

		print_message("# %s\n", cases[i].name);
		if (!questionnaire_try(q, &failed))
			fail_msg("%s", first(&failed));
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

/* A colour's text says its limit by the parameter's name. */
static void
parameter_in_a_colour(void **state)
{
	void *owner = talloc_new(NULL);
	struct questionnaire *q = joined(owner, "tests/data/questionnaires/trivsel.xml", NULL);

	(void)state;
	assert_string_equal(colour_why(owner, q, &q->dimensions[0].colours[0], 5), "5 point, under 36 procent");
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
	assert_string_equal(q->pages[q->page_count - 1].form.submits[0], "next");
	assert_string_equal(q->form.submits[3], "send");
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
		{ slags, "@question='gener']/option/@id = 'ryg'", "@question='siden']/@state = 'answered'", "asked-later element=\"question\" name=\"siden\"" },
		{ slags, "@question='gener']/option/@id = 'ryg'", "@question='gener-tekst']/@state = 'x'", "asked-later element=\"question\" name=\"gener-tekst\"" },
		{ slags, "//answer[@question='gener']/option/@id = 'ryg'", "//dimension[@id='gener']/@score = 1", "dimension-asked-later element=\"question\" name=\"gener\"" },
		{ slags, "//answer[@question='gener']/option/@id = 'ryg'", "'red' = //dimension/@colour", "condition-too-early element=\"question\" name=\"colour\"" },
		{ slags, "@question='gener']/option/@id = 'ryg'", "@question='nix']/@state = 'answered'", "rule-no-question element=\"question\" name=\"nix\"" },
		{ slags, "option/@id = 'ryg'", "option/@id = 'rygg'", "rule-no-id element=\"question\" name=\"rygg\"" },
		{ slags, "//dimension/@colour = 'red'", "//dimension/@colour = 'pink'", "rule-no-level element=\"indication\" name=\"pink\" where=\"test\"" },
		{ slags, "//dimension/@colour = 'red'", "//dimension/@given = 'red'", "rule-no-attribute element=\"indication\" name=\"given\"" },
		{ slags, "id=\"gener-tekst\"", "id=\"gener.missing\"", "question-point element=\"question\" name=\"gener.missing\"" },
		{ slags, "max=\"200\"", "max=\"2001\"", "text-max-range" },
		{ slags, "min=\"20\" max=\"400\"", "min=\"400\" max=\"20\"", "number-range" },
		{ slags, "from=\"2000-01-01\"", "from=\"2000-02-30\"", "no-date element=\"question\" name=\"2000-02-30\" where=\"from\"" },
		{ slags, "<option id=\"10\" score=\"-1\"", "<option id=\"11\" score=\"-1\"", "not-on-scale element=\"option\" name=\"11\"" },
		{ slags, "method=\"mean\" dimension=\"dage\"", "method=\"mean\" dimension=\"nix\"", "no-dimension element=\"score\" name=\"nix\"" },
		{ slags, "method=\"mean\" dimension=\"dage\"", "method=\"mean\" dimension=\"hvornaar\"", "nothing-scored" },
		{ slags, "<band id=\"alt.lidt\" test=\"true()\"", "<band id=\"alt.lidt\" test=\"@value\"", "last-not-true" },
		{ slags, "<title>All kinds</title>", "<title/>", "translation-lacks-part element=\"translation\" name=\"title\" where=\"en\"" },
		{ slags, "<information>The answers are used in the conversation.</information>", "", "translation-lacks-part element=\"translation\" name=\"information\"" },
		{ slags, "<section id=\"tid\">Time</section>", "", "translation-lacks element=\"translation\" name=\"tid\" where=\"en\" wanted=\"section\"" },
		{ slags, "<section id=\"tid\">Time</section>", "<section id=\"tod\">Time</section>", "translation-lacks element=\"translation\" name=\"tid\"" },
		{ slags, "<question id=\"syge\"><text>Days of illness last month</text></question>", "", "translation-lacks element=\"translation\" name=\"syge\" where=\"en\" wanted=\"question\"" },
		{ slags, "<option id=\"hoved\">My head</option>", "", "translation-lacks element=\"question\" name=\"hoved\" where=\"gener\" wanted=\"option\"" },
		{ slags, "<option id=\"hoved\">My head</option>", "<option id=\"hoved\"/>", "translation-lacks element=\"question\" name=\"hoved\" where=\"gener\" wanted=\"option\"" },
		{ slags, "<unit>kg</unit>", "", "translation-lacks-part element=\"question\" name=\"unit\"" },
		{ slags, "<text>Tell about your back</text>", "<text>Tell</text><help>x</help>", "translation-of-nothing element=\"help\"" },
		{ slags, "<translation lang=\"en\">", "<translation lang=\"da\">", "language-twice element=\"translation\" name=\"da\"" },
		{ trivsel, "id=\"w2\"",                       "id=\"w1\"",               "id-twice element=\"question\" name=\"w1\"" },
		{ trivsel, "id=\"w2\"",                       "id=\"token\"",            "question-reserved" },
		{ trivsel, "<option id=\"p5\"",               "<option id=\"declined\"", "option-reserved" },
		{ trivsel, "<option id=\"p5\"",               "<option id=\"p4\"",       "option-twice element=\"option\" name=\"p4\"" },
		{ trivsel, "@score * 4 &lt; $low",            "document('x')",           "rule-unknown element=\"colour\" name=\"document\" where=\"test\"" },
		{ trivsel, "@score * 4 &lt; $low",            "@score &lt; $nix",        "rule-unknown element=\"colour\" name=\"nix\"" },
		{ trivsel, "@score * 4 &lt; $low",            "@score &lt;",             "rule-not-xpath" },
		{ trivsel, "level=\"green\" test=\"true()\"", "level=\"green\" test=\"@score\"", "last-not-true" },
		{ trivsel, "{percent}: borgeren",             "{procent}: borgeren",     "unknown-place element=\"sentence\" name=\"{procent}\"" },
		{ trivsel, "id=\"trivsel.middle\"",           "id=\"trivsel.low\"",      "id-twice element=\"colour\" name=\"trivsel.low\"" },
		{ trivsel, "{percent}: borgeren",             WORDS_590 "{percent}: borgeren", "sentence-long element=\"sentence\"" },
		{ trivsel, ">36–50<",                         ">{points}<",              "unknown-place" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		void *owner = talloc_new(NULL);
		xmlDoc *doc = document(owner, talloc_asprintf(owner, "tests/data/questionnaires/%s.xml", cases[i].file));
		struct questionnaire *q = NULL;
		struct reasons faults = { .owner = owner };
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
		assert_int_equal(questionnaire_read(owner, doc, &q, &faults), FAIL_INPUT);
		assert_int_equal(faults.count, 1);
		if (strstr(first(&faults), cases[i].fault) == NULL || faults.list[0].line < 2)
			fail_msg("%s", first(&faults));
		talloc_free(owner);
	}
}

static void
failing_tests(void **state)
{
	static const struct { const char *from, *to, *fault; } cases[] = {
		{ "value=\"52\"",                "value=\"50\"",               "test-score element=\"expect-score\" name=\"percent\" wanted=\"50\" is=\"52\" test=\"fifty-two\"" },
		{ "indication=\"well\">Scoren",  "indication=\"risk\">Scoren", "test-indication element=\"expect\" wanted=\"risk\" is=\"well\" test=\"fifty-two\"" },
		{ "level=\"green\" rule",        "level=\"red\" rule",         "test-level element=\"expect-dimension\" name=\"trivsel\" wanted=\"red\" is=\"green\"" },
		{ "i trivsel.</expect>",         "glad.</expect>",             "test-sentence" },
		{ "question=\"w1\" option=\"p3\"", "question=\"w9\" option=\"p3\"", "test-no-question element=\"test\" name=\"w9\"" },
		{ "question=\"w1\" option=\"p3\"", "question=\"w1\" option=\"p9\"", "test-no-answer element=\"test\" name=\"p9\" where=\"w1\"" },
		{ "like=\"fifty-two\"",          "like=\"later\"",             "test-no-earlier element=\"test\" name=\"later\"" },
		{ "value=\"none\"",              "value=\"0\"",                "test-score element=\"expect-score\" name=\"percent\" wanted=\"0\" is=\"none\" test=\"one-unanswered\"" },
		{ "test=\"//score[@id='percent']/@value &lt; $low\"",
		    "test=\"//*[//*[//*[//*[//*[//@* = 'x']]]]]\"", "rule-costs element=\"indication\" name=\"//*[//*[//*[//*[//*[//@* = 'x']]]]]\"" },
		{ "value=\"52\" band=\"percent.high\"", "value=\"52\" band=\"percent.low\"", "test-band element=\"expect-score\" name=\"percent\" wanted=\"percent.low\" is=\"percent.high\"" },
		{ "<option id=\"p5\" score=\"5\"", "<option id=\"p5\" score=\"5\" level=\"red\"", NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		void *owner = talloc_new(NULL);
		xmlDoc *doc = document(owner, "tests/data/questionnaires/trivsel.xml");
		struct questionnaire *q = NULL;
		struct reasons failed = { .owner = owner };
		size_t length;
		char *text = node_bytes(owner, doc, &length), *error = NULL, *at;
		bool fine;

		print_message("# %s\n", cases[i].to);
		xmlFreeDoc(doc);
		at = strstr(text, cases[i].from);
		assert_non_null(at);
		*at = '\0';
		text = talloc_asprintf(owner, "%s%s%s", text, cases[i].to, at + strlen(cases[i].from));
		doc = node_parse(owner, text, strlen(text), QUESTIONNAIRE_MAX, &error);
		assert_non_null(doc);
		assert_int_equal(questionnaire_read(owner, doc, &q, &failed), FAIL_NONE);
		fine = questionnaire_try(q, &failed);
		assert_int_equal(fine, failed.count == 0);
		if (cases[i].fault == NULL)
			assert_true(fine);	/* five questions decide together: an option's level is not checked alone */
		else if (strstr(first(&failed), cases[i].fault) == NULL)
			fail_msg("%s", first(&failed));
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
	struct reasons failed = { .owner = owner };
	xmlNode *node;

	(void)state;
	assert_true(questionnaire_join(doc, shared, &failed));
	node = node_child(node_child(node_child(xmlDocGetRootElement(doc), "section"), "dimension"), "question");
	node_set(node_child(node, "option"), "level", "red");
	assert_int_equal(questionnaire_read(owner, doc, &q, &failed), FAIL_NONE);
	assert_false(questionnaire_try(q, &failed));
	assert_non_null(strstr(first(&failed), "option-level element=\"dimension\" name=\"gift\" where=\"familie\" wanted=\"red\" is=\"green\""));
	xmlFreeDoc(shared);
	talloc_free(owner);
}

static void
joins_refused(void **state)
{
	void *owner = talloc_new(NULL);
	xmlDoc *doc = document(owner, "tests/data/questionnaires/vej.xml"), *shared = document(owner, "conf/questionnaires/shared.xml");
	struct reasons faults = { .owner = owner };

	(void)state;
	assert_false(questionnaire_join(doc, shared, &faults));
	assert_string_equal(first(&faults), "line 29: shared-question element=\"use\" name=\"delt\"");
	faults.count = 0;
	assert_false(questionnaire_join(doc, NULL, &faults));
	assert_string_equal(first(&faults), "line 29: shared-question element=\"use\" name=\"delt\"");
	xmlFreeDoc(doc);
	xmlFreeDoc(shared);
	talloc_free(owner);
}

/* What people read stands in labels: each key in each language, and no label that nothing says. */
static void
reasons_in_words(void **state)
{
	static const char *const langs[] = { "da", "en" };
	void *owner = talloc_new(NULL);
	size_t i, at, found;
	const char *key;

	(void)state;
	for (i = 0; i < COUNT(langs); i++) {
		struct labels *labels;
		int k;

		assert_int_equal(labels_read(owner, SOURCE "/xslt/labels", langs[i], &labels), FAIL_NONE);
		for (k = 0; k < REASON_KEYS; k++) {
			assert_non_null(reason_key((enum reason_key)k));
			if (labels_find(labels, talloc_asprintf(owner, "reason.%s", reason_key((enum reason_key)k))) == NULL)
				fail_msg("no label reason.%s in %s", reason_key((enum reason_key)k), langs[i]);
		}
		for (at = found = 0; (key = labels_next(labels, &at)) != NULL; )
			found += strncmp(key, "reason.", 7) == 0;
		assert_int_equal(found, REASON_KEYS);
	}
	talloc_free(owner);
}

static void
reasons_filled(void **state)
{
	void *owner = talloc_new(NULL);
	const struct reason reason = { .key = REASON_TEST_RED, .line = 22, .wanted = "2", .is = "1", .test = "{is}\n" };
	struct reasons reasons = { .owner = owner };
	struct labels *labels;
	size_t i;

	(void)state;
	assert_int_equal(labels_read(owner, SOURCE "/xslt/labels", "en", &labels), FAIL_NONE);
	assert_string_equal(reason_text(owner, labels, &reason),
	    "The test {is}  expects 2 red dimensions, but 1 came out. Mend the rules or the test.");
	assert_string_equal(reason_text(owner, NULL, &reason), "test-red wanted=\"2\" is=\"1\" test=\"{is} \"");
	for (i = 0; i < REASONS_MAX + 3; i++)
		reasons_add(&reasons, &reason);
	assert_int_equal(reasons.count, REASONS_MAX);
	assert_int_equal(reasons.left_out, 3);
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
		cmocka_unit_test(parameter_in_a_colour),
		cmocka_unit_test(every_kind),
		cmocka_unit_test(answers_at_fault),
		cmocka_unit_test(refused),
		cmocka_unit_test(failing_tests),
		cmocka_unit_test(levels_checked),
		cmocka_unit_test(joins_refused),
		cmocka_unit_test(reasons_in_words),
		cmocka_unit_test(reasons_filled),
	};

	node_start();
	return cmocka_run_group_tests_name("questionnaire", tests, NULL, NULL);
}
