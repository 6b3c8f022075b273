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

#include "xml/gate/source.h"
#include "xml/labels.h"
#include "xml/node.h"
#include "xml/renderer.h"

#include <cmocka.h>

#define ROOT "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" xmlns:p=\"urn:samspil:page:1\"" \
	" xmlns:s=\"urn:samspil:functions\" exclude-result-prefixes=\"p s\">"
#define IMPORT "<xsl:import href=\"samspil:pages/plan.xsl\"/>\n"
/* A layer whose own text begins on line 2. */
#define LAYER(text) ROOT IMPORT text "\n</xsl:stylesheet>"
/* A layer with one template, for a focus area; its content begins on line 3. */
#define CELLS(text) LAYER("<xsl:template match=\"p:focus-area\" mode=\"row\">\n" text "\n</xsl:template>")
#define CELLS_OF(more, text) ROOT IMPORT more "<xsl:template match=\"p:focus-area\" mode=\"row\">\n" text "\n</xsl:template></xsl:stylesheet>"

static const char *const programs[] = { "plan", "portal", "triage", "admin", "answer", "screening" };
enum { PROGRAMS = sizeof programs / sizeof programs[0] };
static struct contract *contracts[PROGRAMS];
static struct labels *danish, *english;

struct layer_case { const char *name, *text, *key; int line, column; const char *nearest; bool refuses; };

/* key NULL: nothing is to be said of it. */
static const struct layer_case cases[] = {
#include "gate/source_cases.h"
};

static void
run(const char *program, const char *text, size_t length, struct findings *findings)
{
	size_t i;

	for (i = 0; i < PROGRAMS; i++)
		if (strcmp(programs[i], program) == 0)
			source_check(contracts[i], text, length, findings);
	findings_sort(findings);
	for (i = 0; i < findings->count; i++) {
		char key[100];

		snprintf(key, sizeof key, "gate.%s", findings->list[i].key);
		if (labels_find(danish, key) == NULL || labels_find(english, key) == NULL)
			fail_msg("no label %s", key);
		if (findings->list[i].nearest == NULL && strstr(labels_find(danish, key), "{nearest}") != NULL)
			fail_msg("%s wants a nearest", key);
		if (findings->list[i].where == NULL && strstr(labels_find(danish, key), "{where}") != NULL)
			fail_msg("%s wants a where", key);
		if (findings->list[i].name == NULL && strstr(labels_find(danish, key), "{name}") != NULL)
			fail_msg("%s wants a name", key);
	}
}

static void
show(const struct findings *findings)
{
	size_t i;

	for (i = 0; i < findings->count; i++) {
		const struct finding *one = &findings->list[i];

		print_message("  %d:%d %s %s name=%s nearest=%s where=%s\n", one->line, one->column, one->refuses ? "refuses" : "remark", one->key,
		    one->name == NULL ? "-" : one->name, one->nearest == NULL ? "-" : one->nearest, one->where == NULL ? "-" : one->where);
	}
}

static bool
is_as_told(const struct layer_case *one, const struct findings *findings)
{
	const struct finding *first = findings->list;

	if (one->key == NULL)
		return findings->count == 0;
	if (findings->count != 1 || strcmp(first->key, one->key) != 0 || first->refuses != one->refuses)
		return false;
	if (one->line != first->line || one->column != first->column)
		return false;
	return one->nearest == NULL || (first->nearest != NULL && strcmp(first->nearest, one->nearest) == 0);
}

static void
layers_are_judged(void **state)
{
	size_t i, wrong = 0;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		void *owner = talloc_new(NULL);
		struct findings findings = { .owner = owner };

		run("plan", cases[i].text, strlen(cases[i].text), &findings);
		if (!is_as_told(&cases[i], &findings)) {
			print_message("%s: wanted %s %d:%d\n", cases[i].name, cases[i].key == NULL ? "nothing" : cases[i].key, cases[i].line,
			    cases[i].column);
			show(&findings);
			wrong++;
		}
		talloc_free(owner);
	}
	assert_int_equal(wrong, 0);
}

static char *
file_text(const void *owner, const char *path)
{
	FILE *file = fopen(path, "re");
	char *text = talloc_zero_size(owner, LAYER_MAX);

	assert_non_null(file);
	assert_true(fread(text, 1, LAYER_MAX - 1, file) > 0);
	fclose(file);
	return text;
}

/* A stylesheet of the house as a layer of a program: with that import, without its own. */
static char *
as_layer(const void *owner, const char *path, const char *program)
{
	char *text = file_text(owner, path), *root = strstr(text, "<xsl:stylesheet"), *line;

	root = strchr(root, '>') + 1;
	while ((line = strstr(text, "<xsl:import ")) != NULL || (line = strstr(text, "<xsl:include ")) != NULL)
		memset(line, ' ', (size_t)(strchr(line, '>') + 1 - line));
	return talloc_asprintf(owner, "%.*s<xsl:import href=\"samspil:pages/%s.xsl\"/>%s", (int)(root - text), text, program, root);
}

/* What the house's own stylesheets do a layer may do as well; so each of their names must be known. */
static void
shipped_stylesheets_pass(void **state)
{
	static const struct { const char *program, *path; } files[] = {
		{ "plan", "pages/plan/course.xsl" }, { "plan", "pages/plan/course-head.xsl" }, { "plan", "pages/plan/courses.xsl" }, { "plan", "pages/plan/hands.xsl" }, { "plan", "pages/plan/analysis.xsl" }, { "plan", "pages/plan/provider.xsl" }, { "plan", "pages/plan/interventions.xsl" },
		{ "plan", "pages/plan/conference.xsl" }, { "plan", "pages/plan/room.xsl" }, { "plan", "pages/plan/room-findings.xsl" }, { "plan", "pages/plan/focus.xsl" }, { "plan", "pages/plan/focus-form.xsl" }, { "plan", "pages/plan/progression.xsl" }, { "plan", "pages/plan/stop.xsl" }, { "plan", "pages/plan/history.xsl" }, { "portal", "pages/portal.xsl" },
		{ "triage", "pages/triage.xsl" }, { "admin", "pages/admin.xsl" }, { "answer", "pages/answer.xsl" },
		{ "screening", "pages/screening.xsl" }, { "plan", "base/forms.xsl" }, { "plan", "base/controls.xsl" }, { "plan", "base/tables.xsl" }, { "plan", "base/show.xsl" },
		{ "plan", "base/charts.xsl" }, { "plan", "base/fallback.xsl" },
	};
	size_t i, refused = 0;

	(void)state;
	for (i = 0; i < sizeof files / sizeof files[0]; i++) {
		void *owner = talloc_new(NULL);
		struct findings findings = { .owner = owner };
		char *path = talloc_asprintf(owner, SOURCE "/xslt/%s", files[i].path);
		char *text = as_layer(owner, path, files[i].program);

		run(files[i].program, text, strlen(text), &findings);
		if (findings_refuse(&findings)) {
			print_message("%s\n", files[i].path);
			show(&findings);
			refused++;
		}
		talloc_free(owner);
	}
	assert_int_equal(refused, 0);
}

static void
honest_layers_pass(void **state)
{
	static const char *const names[] = { "plan-job-centre", "plan-health-centre", "portal-quiet", "triage-short" };
	size_t i, wrong = 0;

	(void)state;
	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		void *owner = talloc_new(NULL);
		struct findings findings = { .owner = owner };
		char *path = talloc_asprintf(owner, SOURCE "/tests/data/stylesheets/honest/%s.xsl", names[i]), *text = file_text(owner, path);
		char *program = talloc_strndup(owner, names[i], strcspn(names[i], "-"));

		run(program, text, strlen(text), &findings);
		if (findings.count > 0) {
			print_message("%s\n", names[i]);
			show(&findings);
			wrong++;
		}
		talloc_free(owner);
	}
	assert_int_equal(wrong, 0);
}

static void
sizes_are_limited(void **state)
{
	void *owner = talloc_new(NULL);
	static char text[LAYER_MAX + 2];
	struct findings findings = { .owner = owner };

	(void)state;
	memset(text, ' ', sizeof text);
	run("plan", text, LAYER_MAX + 1, &findings);
	assert_int_equal(findings.count, 1);
	assert_string_equal(findings.list[0].key, "too-large");
	findings = (struct findings){ .owner = owner };
	memcpy(text + LAYER_MAX - strlen(LAYER("")), LAYER(""), strlen(LAYER("")));
	run("plan", text, LAYER_MAX, &findings);
	assert_int_equal(findings.count, 0);
	findings = (struct findings){ .owner = owner };
	text[LAYER_MAX - 3] = '\0';
	run("plan", text, LAYER_MAX, &findings);
	assert_string_equal(findings.list[0].key, "not-text");
	findings = (struct findings){ .owner = owner };
	run("plan", "", 0, &findings);
	assert_true(findings_refuse(&findings));
	talloc_free(owner);
}

/* A text of LAYER_MAX bytes in which one piece stands as often as there is room. */
static double
seconds_for(const char *before, const char *piece, const char *behind)
{
	void *owner = talloc_new(NULL);
	struct findings findings = { .owner = owner };
	char *text = talloc_size(owner, LAYER_MAX + 1);
	size_t length = strlen(before), n = strlen(piece);
	clock_t from = clock();

	memcpy(text, before, length + 1);
	while (length + n + strlen(behind) < LAYER_MAX) {
		memcpy(text + length, piece, n);
		length += n;
	}
	strcpy(text + length, behind);
	length += strlen(behind);
	run("plan", text, length, &findings);
	talloc_free(owner);
	return (double)(clock() - from) / CLOCKS_PER_SEC;
}

static void
hostile_sizes_take_no_time(void **state)
{
	static const struct { const char *name, *before, *piece, *behind; } tries[] = {
		{ "steps", ROOT IMPORT "<xsl:template match='*'><xsl:value-of select=\"a", "/*", "\"/></xsl:template></xsl:stylesheet>" },
		{ "deep steps", ROOT IMPORT "<xsl:template match='*'><xsl:value-of select=\"a", "//*", "\"/></xsl:template></xsl:stylesheet>" },
		{ "parentheses", ROOT IMPORT "<xsl:template match='*'><xsl:value-of select=\"", "(", "\"/></xsl:template></xsl:stylesheet>" },
		{ "minus", ROOT IMPORT "<xsl:template match='*'><xsl:value-of select=\"", "-", "1\"/></xsl:template></xsl:stylesheet>" },
		{ "predicates", ROOT IMPORT "<xsl:template match='*'><xsl:value-of select=\"*", "[*", "\"/></xsl:template></xsl:stylesheet>" },
		{ "unknown names", ROOT IMPORT "<xsl:template match='*'><xsl:value-of select=\"@a", "|@nmae", "\"/></xsl:template></xsl:stylesheet>" },
		{ "classes", ROOT IMPORT "<xsl:template match='*'><i class=\"", "sp-tabel ", "\"/></xsl:template></xsl:stylesheet>" },
		{ "calls", ROOT IMPORT "<xsl:template match='*'><xsl:value-of select=\"1", "+x:y()", "\"/></xsl:template></xsl:stylesheet>" },
		{ "labels", ROOT IMPORT "<xsl:template match='*'><xsl:value-of select=\"1", "+s:label('citizen.replacemend.halp')",
		    "\"/></xsl:template></xsl:stylesheet>" },
		{ "variables", ROOT IMPORT "<xsl:template match='*'>", "<xsl:variable name=\"v\" select=\"$w+$w\"/>", "</xsl:template></xsl:stylesheet>" },
		{ "modes", ROOT IMPORT, "<xsl:template match=\"*\" mode=\"rwo\"/>", "</xsl:stylesheet>" },
		{ "templates", ROOT IMPORT, "<xsl:template name=\"a\"/>", "</xsl:stylesheet>" },
		{ "braces", ROOT IMPORT "<xsl:template match='*'><a href=\"", "{@a}", "\"/></xsl:template></xsl:stylesheet>" },
		{ "open tags", "", "<a>", "" }, { "attributes", "<a ", "b='' ", "/>" }, { "entities", ROOT, "&#x41;", "" }, { "less than", "", "<", "" },
		{ "comments", "", "<!--", "" },
		{ "ends of CDATA", ROOT, "]]>", "" }, { "hyphens", ROOT "<!--", "- -", "" }, { "bad entities", ROOT, "&#0;", "" },
		{ "remarks", ROOT IMPORT "<xsl:template match='*'>", "<i tabindex=\"1\"/>", "</xsl:template></xsl:stylesheet>" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof tries / sizeof tries[0]; i++) {
		double seconds = seconds_for(tries[i].before, tries[i].piece, tries[i].behind);

		if (seconds > 0.5)
			print_message("%s: %.2f s\n", tries[i].name, seconds);
		assert_true(seconds < 6);
	}
}

static unsigned
random_number(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 8) % below;
}

/* A layer with some bytes changed, taken out, or put in: nothing may fall over it. */
static void
mutated_layers_do_no_harm(void **state)
{
	static const char bits[] = "<>/\"'={}[]()@*|$:.,&;- #xmlspr\xc3\xa6\n";
	unsigned seed = 20261122, round;

	(void)state;
	for (round = 0; round < 6000; round++) {
		void *owner = talloc_new(NULL);
		struct findings findings = { .owner = owner };
		const char *from = cases[random_number(&seed, sizeof cases / sizeof cases[0])].text;
		char *text = talloc_strdup(owner, from);
		size_t length = strlen(text);
		unsigned changes = 1 + random_number(&seed, 4);

		while (changes-- > 0 && length > 2) {
			size_t at = random_number(&seed, (unsigned)length), n = 1 + random_number(&seed, 12);

			switch (random_number(&seed, 3)) {
			case 0:
				text[at] = bits[random_number(&seed, sizeof bits - 1)];
				break;
			case 1:
				n = n < length - at ? n : length - at;
				memmove(text + at, text + at + n, length - at - n);
				length -= n;
				break;
			default:
				n = n < strlen(from) ? n : strlen(from);
				text = talloc_realloc_size(owner, text, length + n + 1);
				memmove(text + at + n, text + at, length - at);
				memcpy(text + at, from + random_number(&seed, (unsigned)(strlen(from) - n + 1)), n);
				length += n;
			}
		}
		/* Of exactly that size, so that a look behind the end is noticed. */
		text = talloc_memdup(owner, text, length);
		run("plan", text, length, &findings);
		talloc_free(owner);
	}
}

static void
missing_files_are_told(void **state)
{
	struct contract *contract = NULL;

	(void)state;
	assert_int_equal(contract_read(NULL, "/nowhere", "plan", danish, &contract), FAIL_BROKEN);
	assert_int_equal(contract_read(NULL, SOURCE "/xslt", "nothing", danish, &contract), FAIL_BROKEN);
	assert_null(contract);
}

static int
prepare(void **state)
{
	size_t i;

	(void)state;
	node_start();
	if (labels_read(NULL, SOURCE "/xslt/labels", "da", &danish) != FAIL_NONE || labels_read(NULL, SOURCE "/xslt/labels", "en", &english) != FAIL_NONE)
		return -1;
	for (i = 0; i < PROGRAMS; i++)
		if (contract_read(danish, SOURCE "/xslt", programs[i], danish, &contracts[i]) != FAIL_NONE)
			return -1;
	return 0;
}

static int
clean_up(void **state)
{
	(void)state;
	talloc_free(danish);
	talloc_free(english);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(layers_are_judged), cmocka_unit_test(shipped_stylesheets_pass), cmocka_unit_test(honest_layers_pass),
		cmocka_unit_test(sizes_are_limited), cmocka_unit_test(hostile_sizes_take_no_time), cmocka_unit_test(mutated_layers_do_no_harm),
		cmocka_unit_test(missing_files_are_told),
	};

	return cmocka_run_group_tests(tests, prepare, clean_up);
}
