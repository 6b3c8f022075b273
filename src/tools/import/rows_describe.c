#include <stdio.h>
#include <string.h>

#include "tools/import/rows.h"

static void
describe_choices(const struct rows_column *column, const char *before)
{
	size_t i;

	fputs(before, stdout);
	for (i = 0; column->choices[i] != NULL; i++)
		printf("%s`%s`", i == 0 ? "" : ", ", column->choices[i]);
}

static void
describe_cell(const struct rows_column *column)
{
	switch (column->kind) {
	case CELL_CPR:
		fputs("CPR number", stdout);
		break;
	case CELL_DATE:
	case CELL_BORN:
		fputs(column->past ? "date, none to come" : "date", stdout);
		if (column->meant)
			fputs(column->past ? ", from 1990" : ", from 1990 and at most five years ahead", stdout);
		if (column->ahead > 0)
			printf(", at most %ld days ahead", column->ahead);
		break;
	case CELL_MONTH:
		fputs("month, none to come", stdout);
		break;
	case CELL_NUMBER:
		printf("number from %lld to %lld, at most %u decimal%s", column->min, column->max, column->decimals, column->decimals == 1 ? "" : "s");
		break;
	case CELL_INTEGER:
		printf("whole number from %lld to %lld", column->min, column->max);
		break;
	case CELL_YES:
		fputs("`yes` or `no`", stdout);
		break;
	case CELL_CHOICE:
		describe_choices(column, "one of ");
		break;
	case CELL_CHOICES:
		describe_choices(column, "some of ");
		break;
	case CELL_PHONE:
		fputs("eight digits, or + and a country before it", stdout);
		break;
	case CELL_EMAIL:
		fputs("e-mail address", stdout);
		break;
	default:
		printf("%s of at most %lld characters", column->kind == CELL_TEXT ? "text" : "line", column->max);
	}
	if (column->about != NULL)
		printf("; %s", column->about);
}

void
rows_describe(void)
{
	const struct rows_column *column;
	size_t i;

	for (i = 0; rows_kinds[i] != NULL; i++) {
		printf("%s### %s\n\n%s.\n\n| column | must | what |\n|---|---|---|\n", i == 0 ? "" : "\n", rows_kinds[i]->name, rows_kinds[i]->about);
		for (column = rows_kinds[i]->columns; column->name != NULL; column++) {
			printf("| `%s` | %s | ", column->name, column->required ? "yes" : "");
			describe_cell(column);
			puts(" |");
		}
	}
}

/* What a grammar can say of a cell; the tool says the rest. */
static void
grammar_cell(const struct rows_column *column)
{
	size_t i;

	switch (column->kind) {
	case CELL_CPR:
		fputs("<data type=\"string\"><param name=\"pattern\">[0-9]{6}-?[0-9]{4}</param></data>", stdout);
		break;
	case CELL_DATE:
	case CELL_BORN:
		fputs("<data type=\"date\"/>", stdout);
		break;
	case CELL_MONTH:
		fputs("<data type=\"string\"><param name=\"pattern\">[0-9]{4}-[0-9]{2}(-01)?</param></data>", stdout);
		break;
	case CELL_NUMBER:
		fputs("<data type=\"decimal\"/>", stdout);
		break;
	case CELL_INTEGER:
		fputs("<data type=\"integer\"/>", stdout);
		break;
	case CELL_YES:
		fputs("<choice><value>yes</value><value>no</value></choice>", stdout);
		break;
	case CELL_CHOICE:
		fputs("<choice>", stdout);
		for (i = 0; column->choices[i] != NULL; i++)
			printf("<value>%s</value>", column->choices[i]);
		fputs("</choice>", stdout);
		break;
	default:
		fputs("<text/>", stdout);
	}
}

static void
grammar_attribute(const struct rows_column *column)
{
	printf("\t\t\t\t\t%s<attribute name=\"%s\">", column->required ? "" : "<optional>", column->name);
	grammar_cell(column);
	printf("</attribute>%s\n", column->required ? "" : "</optional>");
}

void
rows_grammar(void)
{
	const struct rows_column *column;
	size_t i;

	puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
	puts("<!-- What samspil-import takes as XML: made by `samspil-import grammar`, as conf/import.md tells of its columns. -->");
	puts("<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\""
	    " ns=\"urn:samspil:import:1\">");
	puts("\t<start>\n\t\t<choice>");
	for (i = 0; rows_kinds[i] != NULL; i++)
		printf("\t\t\t<ref name=\"%s\"/>\n", rows_kinds[i]->name);
	puts("\t\t</choice>\n\t</start>");
	for (i = 0; rows_kinds[i] != NULL; i++) {
		printf("\n\t<define name=\"%s\">\n\t\t<element name=\"%s\">\n\t\t\t<zeroOrMore>\n\t\t\t\t<element name=\"row\">\n\t\t\t\t\t<interleave>\n",
		    rows_kinds[i]->name, rows_kinds[i]->name);
		for (column = rows_kinds[i]->columns; column->name != NULL; column++)
			grammar_attribute(column);
		puts("\t\t\t\t\t</interleave>\n\t\t\t\t</element>\n\t\t\t</zeroOrMore>\n\t\t</element>\n\t</define>");
	}
	puts("</grammar>");
}
