#include "xml/sheet.h"

#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xpathInternals.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>

#include "xml/arena.h"
#include "xml/functions.h"
#include "xml/parse.h"
#include "xml/writer.h"

#define SCHEME "samspil:"

enum {
	SHEET_FILE_MAX = 256 * 1024,
	SHEET_DEPTH = 500,
	SHEET_VARIABLES = 5000,
	SHEET_OPERATIONS = 2000000,
	FAULTS_MAX = 4000,
};

struct sheet { xsltStylesheet *style; char *name; };

/* What the library said while it worked, one fault a line. */
struct faults { char text[FAULTS_MAX]; size_t length; };

/* libxslt hands its loader and its checks nothing of ours: where sheets lie, and the closed preferences, set by sheet_start. */
static struct { char *dir; xsltSecurityPrefs *loading, *running; } house;

/* A message may come in pieces; one that begins an error begins a line. */
static void __attribute__((format(printf, 2, 3)))
note(void *data, const char *format, ...)
{
	struct faults *faults = data;
	size_t room = sizeof faults->text - faults->length, start = faults->length, i;
	va_list ap;
	int n;

	if (room < 2)
		return;
	va_start(ap, format);
	n = vsnprintf(faults->text + start, room, format, ap);
	va_end(ap);
	if (n <= 0)
		return;
	faults->length += (size_t)n < room ? (size_t)n : room - 1;
	for (i = start; i < faults->length; i++)
		if (faults->text[i] == '\n')
			faults->text[i] = ' ';
	if (start > 0 && (strncmp(faults->text + start, "compilation error", 17) == 0 ||
	    strncmp(faults->text + start, "runtime error", 13) == 0))
		faults->text[start - 1] = '\n';
}

static void
note_structured(void *data, xmlErrorPtr error)
{
	note(data, "%s%s%s ", error->message == NULL ? "unknown" : error->message, error->str1 == NULL ? "" : ": ",
	    error->str1 == NULL ? "" : error->str1);
}

/* From here to hush every word of the libraries lands in faults. */
static void
listen_to_libraries(struct faults *faults)
{
	faults->length = 0;
	faults->text[0] = '\0';
	xsltSetGenericErrorFunc(faults, note);
	xmlSetStructuredErrorFunc(faults, note_structured);
	xmlSetGenericErrorFunc(faults, note);
}

static void
quiet(void *data, const char *format, ...)
{
	(void)data, (void)format;
}

static void
quiet_structured(void *data, xmlErrorPtr error)
{
	(void)data, (void)error;
}

static void
hush(void)
{
	xsltSetGenericErrorFunc(NULL, quiet);
	xmlSetStructuredErrorFunc(NULL, quiet_structured);
	xmlSetGenericErrorFunc(NULL, quiet);
}

static enum fail
log_faults(const char *name, struct faults *faults)
{
	char *line, *rest = faults->text;

	while ((line = strsep(&rest, "\n")) != NULL)
		fail_log(FAIL_BROKEN, "sheet: %s: %s", name, line[0] == '\0' ? "failed without a word" : line);
	return FAIL_BROKEN;
}

/* "samspil:base/forms.xsl": small letters, digits and hyphens in folders of ours, never up or out. */
static bool
is_name(const char *uri)
{
	const char *path, *c;

	if (strncmp(uri, SCHEME, strlen(SCHEME)) != 0)
		return false;
	path = uri + strlen(SCHEME);
	for (c = path; *c != '\0' && *c != '.'; c++)
		if (strchr("abcdefghijklmnopqrstuvwxyz0123456789-/", *c) == NULL || (*c == '/' && (c == path || c[1] == '/')))
			return false;
	return strcmp(c, ".xsl") == 0;
}

static xmlDoc *
load(const xmlChar *uri, xmlDict *dict, int options, void *ctxt, xsltLoadType type)
{
	struct parse parse = { .name = (const char *)uri, .max = SHEET_FILE_MAX, .dict = dict, .options = XML_PARSE_NOCDATA };
	char *path, *bytes, *error = NULL;
	xmlDoc *doc = NULL;

	(void)options, (void)ctxt;
	if (type != XSLT_LOAD_START && type != XSLT_LOAD_STYLESHEET)
		return NULL;
	if (uri == NULL || !is_name(parse.name))
		return NULL;
	path = talloc_asprintf(NULL, "%s/%s", house.dir, parse.name + strlen(SCHEME));
	if (path == NULL)
		return NULL;
	bytes = parse_file(path, path, parse.max, &parse.length, &error);
	parse.bytes = bytes;
	if (bytes != NULL)
		doc = parse_document(path, &parse, &error);
	if (doc == NULL)
		xsltGenericError(xsltGenericErrorContext, "compilation error: file %s: %s\n", uri, error);
	talloc_free(path);
	return doc;
}

static int
check_name(xsltSecurityPrefs *prefs, xsltTransformContext *ctxt, const char *value)
{
	(void)prefs, (void)ctxt;
	return value != NULL && is_name(value);
}

/* Preferences that forbid everything, but for reading (network is what the library calls an unknown scheme) as read says. */
static xsltSecurityPrefs *
closed(xsltSecurityCheck read)
{
	xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();
	int option;

	if (prefs == NULL)
		return NULL;
	for (option = XSLT_SECPREF_READ_FILE; option <= XSLT_SECPREF_WRITE_NETWORK; option++)
		xsltSetSecurityPrefs(prefs, (xsltSecurityOption)option, xsltSecurityForbid);
	xsltSetSecurityPrefs(prefs, XSLT_SECPREF_READ_NETWORK, read);
	return prefs;
}

enum fail
sheet_start(const char *dir)
{
	house.dir = talloc_strdup(NULL, dir);
	house.loading = closed(check_name);
	house.running = closed(xsltSecurityForbid);
	if (house.dir == NULL || house.loading == NULL || house.running == NULL)
		return fail_log(FAIL_BROKEN, "sheet: out of memory");
	xsltInit();
	exsltCommonRegister();
	exsltMathRegister();
	exsltSetsRegister();
	exsltStrRegister();
	functions_register();
	/* Asked for a function that nobody has, the library makes a table that it keeps: now, not in a transformation's memory. */
	xsltExtModuleFunctionLookup(BAD_CAST "none", BAD_CAST "urn:samspil:none");
	xsltSetDefaultSecurityPrefs(house.loading);
	xsltSetLoaderFunc(load);
	hush();
	return FAIL_NONE;
}

static int
sheet_free(struct sheet *sheet)
{
	xsltFreeStylesheet(sheet->style);
	return 0;
}

/* A document makes the namespace of the prefix xml when it is first asked for, and keeps it: never in an arena. */
static void
make_xml_namespace(xmlDoc *doc)
{
	if (xmlDocGetRootElement(doc) != NULL)
		xmlSearchNs(doc, xmlDocGetRootElement(doc), BAD_CAST "xml");
}

static void
make_xml_namespaces(xsltStylesheet *style)
{
	const xsltDocument *included;

	for (; style != NULL; style = xsltNextImport(style)) {
		make_xml_namespace(style->doc);
		for (included = style->docList; included != NULL; included = included->next)
			make_xml_namespace(included->doc);
	}
}

enum fail
sheet_compile(const void *owner, const char *name, struct sheet **out)
{
	struct sheet *sheet = talloc_zero(owner, struct sheet);
	struct faults faults;
	xmlDoc *doc;

	if (sheet == NULL)
		return fail_log(FAIL_BROKEN, "sheet: out of memory");
	listen_to_libraries(&faults);
	doc = load(BAD_CAST name, NULL, 0, NULL, XSLT_LOAD_START);
	sheet->style = doc == NULL ? NULL : xsltParseStylesheetDoc(doc);
	hush();
	if (doc != NULL && sheet->style == NULL)
		xmlFreeDoc(doc);
	if (sheet->style != NULL)
		talloc_set_destructor(sheet, sheet_free);
	if (sheet->style == NULL || sheet->style->errors > 0 || faults.length > 0) {
		log_faults(name, &faults);
		talloc_free(sheet);
		return FAIL_BROKEN;
	}
	make_xml_namespaces(sheet->style);
	sheet->name = talloc_strdup(sheet, name);
	*out = sheet;
	return FAIL_NONE;
}

/* A context of one run: closed, limited, and heard by faults.  NULL when out of memory. */
static xsltTransformContext *
prepare(const struct sheet *sheet, xmlDoc *page, const struct sheet_params *params, struct faults *faults)
{
	xsltTransformContext *ctxt = xsltNewTransformContext(sheet->style, page);
	const char *const *pair = params->names_and_values;
	bool fine;

	if (ctxt == NULL)
		return NULL;
	xsltSetTransformErrorFunc(ctxt, faults, note);
	ctxt->maxTemplateDepth = SHEET_DEPTH;
	ctxt->maxTemplateVars = SHEET_VARIABLES;
	ctxt->opLimit = SHEET_OPERATIONS;
	ctxt->xpathCtxt->opLimit = SHEET_OPERATIONS;
	functions_use(ctxt, params->labels);
	fine = xsltSetCtxtSecurityPrefs(house.running, ctxt) == 0;
	for (; fine && pair != NULL && pair[0] != NULL; pair += 2)
		fine = xsltQuoteOneUserParam(ctxt, BAD_CAST pair[0], BAD_CAST pair[1]) == 0;
	if (!fine) {
		xsltFreeTransformContext(ctxt);
		return NULL;
	}
	return ctxt;
}

enum fail
sheet_apply(const void *owner, const struct sheet *sheet, xmlDoc *page, const struct sheet_params *params,
    char **out, size_t *length)
{
	struct faults faults;
	xsltTransformContext *ctxt;
	xmlDoc *result = NULL;
	const char *refusal = NULL;
	char *html = NULL;

	make_xml_namespace(page);
	listen_to_libraries(&faults);
	arena_open();
	ctxt = prepare(sheet, page, params, &faults);
	if (ctxt != NULL)
		result = xsltApplyStylesheetUser(sheet->style, page, NULL, NULL, NULL, ctxt);
	if (ctxt == NULL || ctxt->state != XSLT_STATE_OK || result == NULL)
		note(&faults, "%s", faults.length > 0 ? "" : "stopped");
	hush();
	if (faults.length == 0)
		html = writer_html(owner, result, length, &refusal);
	if (refusal != NULL)
		note(&faults, "%s", refusal);
	if (arena_holds_all() && result != NULL)
		result->children = result->last = NULL;
	xmlFreeDoc(result);
	xsltFreeTransformContext(ctxt);
	xmlResetLastError();
	arena_close();
	if (html == NULL)
		return log_faults(sheet->name, &faults);
	*out = html;
	return FAIL_NONE;
}
