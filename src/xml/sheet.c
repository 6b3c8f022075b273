#include "xml/sheet.h"

#include <libexslt/exslt.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <talloc.h>

#include "xml/arena.h"
#include "xml/faults.h"
#include "xml/functions.h"
#include "xml/loader.h"
#include "xml/quick.h"
#include "xml/writer.h"

enum { SHEET_DEPTH = 500, SHEET_VARIABLES = 5000, SHEET_OPERATIONS = 2000000 };

struct sheet { xsltStylesheet *style; char *name; bool ours; };	/* ours: no layer */

enum fail
sheet_start(const char *dir)
{
	enum fail f = loader_start(dir);

	if (f != FAIL_NONE)
		return f;
	xsltInit();
	exsltCommonRegister();
	exsltMathRegister();
	exsltSetsRegister();
	exsltStrRegister();
	functions_register();
	/* Asked for a function that nobody has, the library makes a table that it keeps: now, not in a transformation's memory. */
	xsltExtModuleFunctionLookup(BAD_CAST "none", BAD_CAST "urn:samspil:none");
	faults_hush();
	return FAIL_NONE;
}

void
sheet_prepare_with(void (*prepare)(xmlDoc *sheet))
{
	loader_prepare_with(prepare);
}

enum fail
sheet_preload(void)
{
	return loader_preload();
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

/* doc becomes a sheet; NULL doc: it could not even be read, as faults says. */
static struct sheet *
compile(const void *owner, const char *name, xmlDoc *doc, struct faults *faults)
{
	struct sheet *sheet = talloc_zero(owner, struct sheet);

	if (sheet == NULL) {
		xmlFreeDoc(doc);
		return NULL;
	}
	sheet->name = talloc_strdup(sheet, name);
	sheet->style = doc == NULL ? NULL : xsltParseStylesheetDoc(doc);
	if (doc != NULL && sheet->style == NULL)
		xmlFreeDoc(doc);
	if (sheet->style != NULL)
		talloc_set_destructor(sheet, sheet_free);
	if (sheet->style == NULL || sheet->style->errors > 0 || faults->length > 0 || arena_ran_out())
		TALLOC_FREE(sheet);
	if (sheet != NULL) {
		make_xml_namespaces(sheet->style);
		quick_make(sheet, sheet->style);
	}
	return sheet;
}

enum fail
sheet_compile(const void *owner, const char *name, struct sheet **out)
{
	struct faults faults;

	faults_listen(&faults);
	*out = compile(owner, name, loader_read(name), &faults);
	if (*out != NULL)
		(*out)->ours = true;
	faults_hush();
	return *out == NULL ? faults_log(name, &faults) : FAIL_NONE;
}

enum fail
sheet_compile_look(const void *owner, const struct sheet_look *look, struct sheet **out, char **why)
{
	char *view = talloc_asprintf(owner, "samspil:pages/%s.xsl", look->program);
	char *name = talloc_asprintf(owner, look->text != NULL ? "samspil:layer/%s.xsl" : "samspil:settings/%s.xsl", look->program);
	struct faults faults;

	faults_listen(&faults);
	if (look->text != NULL && look->settings != NULL)
		loader_put_over(view, look->settings);
	*out = compile(owner, name, look->text != NULL ? loader_parse(name, look->text, look->length, NULL) :
	    loader_parse(name, look->settings, strlen(look->settings), NULL), &faults);
	if (*out != NULL)
		(*out)->ours = look->text == NULL;
	loader_put_over(NULL, NULL);
	faults_hush();
	*why = *out == NULL ? faults_text(owner, &faults) : NULL;
	return *out == NULL ? FAIL_BROKEN : FAIL_NONE;
}

int
sheet_fault_line(const char *why)
{
	const char *layer = strstr(why, "samspil:layer/"), *line;

	line = layer == NULL ? NULL : strstr(layer, "line ");
	return line == NULL || memchr(layer, '\n', (size_t)(line - layer)) != NULL ? 0 : atoi(line + strlen("line "));
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
	xsltSetTransformErrorFunc(ctxt, faults, faults_note);
	ctxt->maxTemplateDepth = SHEET_DEPTH;
	ctxt->maxTemplateVars = SHEET_VARIABLES;
	ctxt->opLimit = SHEET_OPERATIONS;
	ctxt->xpathCtxt->opLimit = SHEET_OPERATIONS;
	functions_use(ctxt, params->labels);
	fine = xsltSetCtxtSecurityPrefs(loader_running_prefs(), ctxt) == 0;
	for (; fine && pair != NULL && pair[0] != NULL; pair += 2)
		fine = xsltQuoteOneUserParam(ctxt, BAD_CAST pair[0], BAD_CAST pair[1]) == 0;
	if (!fine) {
		xsltFreeTransformContext(ctxt);
		return NULL;
	}
	return ctxt;
}

/* Run it; the tree (the caller's) is as good as faults is empty. */
static xmlDoc *
transform(const struct sheet *sheet, xmlDoc *page, xsltTransformContext *ctxt, struct faults *faults)
{
	xmlDoc *result = NULL;

	faults_watch(faults, ctxt);
	if (ctxt != NULL)
		result = xsltApplyStylesheetUser(sheet->style, page, NULL, NULL, NULL, ctxt);
	if (ctxt == NULL || ctxt->state != XSLT_STATE_OK || result == NULL)
		faults_note(faults, "%s", faults->length > 0 ? "" : "stopped ");
	/* Without memory the library may go on and say that all is well (security.md M9). */
	if (arena_ran_out())
		faults_say(faults, "runtime error: more memory than a page may take");
	faults_add_place(faults);
	return result;
}

/* The renderer's, for what comes out of layers; a process is a renderer or is none. */
static const char *(*look_at)(const xmlDoc *page, const xmlDoc *result);

void
sheet_look_at(const char *(*missing)(const xmlDoc *page, const xmlDoc *result))
{
	look_at = missing;
}

/* What lies in the arena is not freed piece by piece: the tree, and the slots of the patterns' steps, of which a sheet has ten thousand. */
static void
leave_to_arena(xmlDoc *result, xsltTransformContext *ctxt)
{
	if (result != NULL)
		result->children = result->last = NULL;
	if (ctxt != NULL)
		ctxt->extrasNr = 0;
}

/* As sheet_apply, with the faults told to the caller. */
static char *
apply(const void *owner, const struct sheet *sheet, xmlDoc *page, const struct sheet_params *params, size_t *length,
    struct faults *faults)
{
	xsltTransformContext *ctxt;
	xmlDoc *result;
	const char *refusal = NULL;
	char *html = NULL;

	make_xml_namespace(page);
	faults_listen(faults);
	arena_open();
	ctxt = prepare(sheet, page, params, faults);
	result = transform(sheet, page, ctxt, faults);
	faults_hush();
	if (faults->length == 0 && look_at != NULL)
		refusal = look_at(page, result);
	if (faults->length == 0 && refusal == NULL)
		html = (sheet->ours ? writer_html_with_frames : writer_html)(owner, result, length, &refusal);
	if (refusal != NULL)
		faults_say(faults, refusal);
	if (arena_holds_all())
		leave_to_arena(result, ctxt);
	xmlFreeDoc(result);
	xsltFreeTransformContext(ctxt);
	xmlResetLastError();
	arena_close();
	return html;
}

enum fail
sheet_apply(const void *owner, const struct sheet *sheet, xmlDoc *page, const struct sheet_params *params,
    char **out, size_t *length)
{
	struct faults faults;

	*out = apply(owner, sheet, page, params, length, &faults);
	return *out == NULL ? faults_log(sheet->name, &faults) : FAIL_NONE;
}

enum fail
sheet_try(const void *owner, const struct sheet *sheet, xmlDoc *page, const struct sheet_params *params,
    char **out, size_t *length, bool plainly, char **why)
{
	struct faults faults;

	*out = apply(owner, sheet, page, params, length, &faults);
	*why = *out != NULL ? NULL : plainly ? faults_plain(owner, &faults) : faults_text(owner, &faults);
	return *out == NULL ? FAIL_BROKEN : FAIL_NONE;
}

xmlDoc *
sheet_tree(const void *owner, const struct sheet *sheet, xmlDoc *page, const struct sheet_params *params, char **why)
{
	struct faults faults;
	xsltTransformContext *ctxt;
	xmlDoc *result;

	faults_listen(&faults);
	ctxt = prepare(sheet, page, params, &faults);
	result = transform(sheet, page, ctxt, &faults);
	xsltFreeTransformContext(ctxt);
	faults_hush();
	*why = NULL;
	if (faults.length > 0) {
		*why = faults_text(owner, &faults);
		xmlFreeDoc(result);
		result = NULL;
	}
	return result;
}
