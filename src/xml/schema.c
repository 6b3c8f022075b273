#include "xml/schema.h"

#include <libxml/relaxng.h>
#include <string.h>
#include <talloc.h>

#include "xml/node.h"

enum { SCHEMA_FILE_MAX = 4 * 1024 * 1024, SCHEMA_FAULTS_MAX = 2000 };

struct schema { xmlRelaxNG *grammar; };

/* The faults found so far, as text. */
struct report { const void *owner; char *text; };

static int
schema_free(struct schema *schema)
{
	xmlRelaxNGFree(schema->grammar);
	return 0;
}

static void
note(void *data, xmlErrorPtr error)
{
	struct report *report = data;
	const xmlNode *node = error->node;

	if (report->text == NULL)
		report->text = talloc_strdup(report->owner, "");
	if (report->text == NULL || strlen(report->text) > SCHEMA_FAULTS_MAX)
		return;
	report->text = talloc_asprintf_append(report->text, "%sline %d: %s%s%.*s", report->text[0] == '\0' ? "" : "; ",
	    error->line, node == NULL || node->name == NULL ? "" : (const char *)node->name, node == NULL ? "" : ": ",
	    error->message == NULL ? 0 : (int)strcspn(error->message, "\n"), error->message);
}

/* The grammar of a document; NULL and *faults when it is none. */
static xmlRelaxNG *
compile(const void *owner, xmlDoc *doc, char **faults)
{
	xmlRelaxNGParserCtxt *ctxt = xmlRelaxNGNewDocParserCtxt(doc);
	struct report report = { .owner = owner };
	xmlRelaxNG *grammar;

	if (ctxt == NULL) {
		*faults = talloc_strdup(owner, "out of memory");
		return NULL;
	}
	xmlRelaxNGSetParserStructuredErrors(ctxt, note, &report);
	grammar = xmlRelaxNGParse(ctxt);
	xmlRelaxNGFreeParserCtxt(ctxt);
	*faults = report.text;
	return grammar;
}

enum fail
schema_read(const void *owner, const char *path, struct schema **out)
{
	struct schema *schema = talloc_zero(owner, struct schema);
	char *error = NULL;
	xmlDoc *doc;

	if (schema == NULL)
		return fail_log(FAIL_BROKEN, "schema: out of memory");
	doc = node_read(schema, path, SCHEMA_FILE_MAX, &error);
	if (doc != NULL)
		schema->grammar = compile(schema, doc, &error);
	xmlFreeDoc(doc);
	if (schema->grammar == NULL) {
		fail_log(FAIL_BROKEN, "schema: %s: %s", path, error == NULL ? "no grammar" : error);
		talloc_free(schema);
		return FAIL_BROKEN;
	}
	talloc_set_destructor(schema, schema_free);
	*out = schema;
	return FAIL_NONE;
}

char *
schema_check(const void *owner, const struct schema *schema, xmlDoc *doc)
{
	xmlRelaxNGValidCtxt *ctxt = xmlRelaxNGNewValidCtxt(schema->grammar);
	struct report report = { .owner = owner };
	int verdict = -1;

	if (ctxt == NULL)
		return talloc_strdup(owner, "out of memory");
	xmlRelaxNGSetValidStructuredErrors(ctxt, note, &report);
	verdict = xmlRelaxNGValidateDoc(ctxt, doc);
	xmlRelaxNGFreeValidCtxt(ctxt);
	if (verdict == 0)
		return NULL;
	return report.text != NULL ? report.text : talloc_strdup(owner, "not valid");
}
