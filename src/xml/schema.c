#include "xml/schema.h"

#include <libxml/relaxng.h>
#include <string.h>
#include <talloc.h>

#include "xml/node.h"

enum { SCHEMA_FILE_MAX = 4 * 1024 * 1024, SCHEMA_TEXT_MAX = 2000 };

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
	if (report->text == NULL || strlen(report->text) > SCHEMA_TEXT_MAX)
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

struct _xmlRelaxNG *
schema_grammar(const struct schema *schema)
{
	return schema->grammar;
}

/* The faults found so far, by kind. */
struct faults { const void *owner; struct schema_fault *list; size_t count; };

static enum schema_wrong
wrong_of(int code)
{
	switch (code) {
	case XML_RELAXNG_ERR_ATTRVALID:
	case XML_RELAXNG_ERR_CONTENTVALID:
		return SCHEMA_FAILED;
	case XML_RELAXNG_ERR_INVALIDATTR:
		return SCHEMA_ATTRIBUTE;
	case XML_RELAXNG_ERR_ELEMWRONG:
	case XML_RELAXNG_ERR_EXTRACONTENT:
		return SCHEMA_ELEMENT;
	case XML_RELAXNG_ERR_ELEMNAME:
	case XML_RELAXNG_ERR_NOELEM:
		return SCHEMA_EXPECTED;
	default:
		return SCHEMA_OTHER;
	}
}

static void
collect(void *data, xmlErrorPtr error)
{
	struct faults *faults = data;
	const xmlNode *node = error->node;
	/* Of the two names that a fault has, "extra content" has its own second, others first. */
	const char *name = error->code == XML_RELAXNG_ERR_EXTRACONTENT ? error->str2 : error->str1;
	enum schema_wrong wrong = name == NULL ? SCHEMA_OTHER : wrong_of(error->code);

	if (faults->count == SCHEMA_FAULTS_MAX)
		return;
	if (wrong == SCHEMA_EXPECTED && name[0] == '\0')
		wrong = SCHEMA_SHORT;
	if (wrong == SCHEMA_ELEMENT && node != NULL && node->parent != NULL && node->parent->type == XML_ELEMENT_NODE)
		node = node->parent;
	faults->list = talloc_realloc(faults->owner, faults->list, struct schema_fault, (unsigned)faults->count + 1);
	faults->list[faults->count++] = (struct schema_fault){ .wrong = wrong, .line = error->line,
	    .element = talloc_strdup(faults->owner, node == NULL || node->name == NULL ? "" : (const char *)node->name),
	    .name = name == NULL ? NULL : talloc_strdup(faults->owner, name),
	    .words = talloc_strndup(faults->owner, error->message == NULL ? "" : error->message,
	    error->message == NULL ? 0 : strcspn(error->message, "\n")) };
}

size_t
schema_faults(const void *owner, const struct schema *schema, xmlDoc *doc, struct schema_fault **out)
{
	xmlRelaxNGValidCtxt *ctxt = xmlRelaxNGNewValidCtxt(schema->grammar);
	struct faults faults = { .owner = owner };
	int verdict = -1;

	if (ctxt != NULL) {
		xmlRelaxNGSetValidStructuredErrors(ctxt, collect, &faults);
		verdict = xmlRelaxNGValidateDoc(ctxt, doc);
		xmlRelaxNGFreeValidCtxt(ctxt);
	}
	if (verdict != 0 && faults.count == 0) {
		faults.list = talloc_zero(owner, struct schema_fault);
		faults.list[faults.count++] = (struct schema_fault){ .element = "", .words = "not valid" };
	}
	*out = faults.list;
	return verdict == 0 ? 0 : faults.count;
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
