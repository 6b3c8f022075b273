#include "xml/loader.h"

#include <ftw.h>
#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/xsltutils.h>
#include <stdbool.h>
#include <string.h>
#include <talloc.h>

#include "xml/parse.h"

#define SCHEME "samspil:"
#define SHIPPED "shipped/"

struct file { const char *name; char *bytes; size_t length; };

/* libxslt hands its loader and its checks nothing of ours. */
static struct {
	char *dir;
	xsltSecurityPrefs *loading, *running;
	struct file *files;		/* when preloaded */
	size_t count;
	bool preloaded;
	const char *over_name, *over_text;
	void (*prepare)(xmlDoc *sheet);
} house;

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

/* The file's name below dir. */
static const char *
path_of(const char *name)
{
	const char *path = name + strlen(SCHEME);

	return strncmp(path, SHIPPED, strlen(SHIPPED)) == 0 ? path + strlen(SHIPPED) : path;
}

xmlDoc *
loader_parse(const char *name, const char *bytes, size_t length, xmlDict *dict)
{
	struct parse parse = { .name = name, .bytes = bytes, .length = length, .max = LOADER_FILE_MAX, .dict = dict,
	    .options = XML_PARSE_NOCDATA };
	char *owner = talloc_strdup(NULL, ""), *error = NULL;
	xmlDoc *doc = parse_document(owner, &parse, &error);

	if (doc == NULL)
		xsltGenericError(xsltGenericErrorContext, "compilation error: file %s: %s\n", name, error);
	talloc_free(owner);
	return doc;
}

static const struct file *
preloaded(const char *path)
{
	size_t i;

	for (i = 0; i < house.count; i++)
		if (strcmp(house.files[i].name, path) == 0)
			return &house.files[i];
	return NULL;
}

static xmlDoc *
read_preloaded(const char *name, xmlDict *dict)
{
	const struct file *file = preloaded(path_of(name));

	if (file != NULL)
		return loader_parse(name, file->bytes, file->length, dict);
	xsltGenericError(xsltGenericErrorContext, "compilation error: file %s: there is none\n", name);
	return NULL;
}

static xmlDoc *
read_file(const char *name, xmlDict *dict)
{
	char *path = talloc_asprintf(NULL, "%s/%s", house.dir, path_of(name)), *bytes, *error = NULL;
	xmlDoc *doc = NULL;
	size_t length;

	if (path == NULL)
		return NULL;
	bytes = parse_file(path, path, LOADER_FILE_MAX, &length, &error);
	if (bytes != NULL)
		doc = loader_parse(name, bytes, length, dict);
	else
		xsltGenericError(xsltGenericErrorContext, "compilation error: file %s: %s\n", name, error);
	talloc_free(path);
	return doc;
}

static xmlDoc *
find_name(const char *name, xmlDict *dict)
{
	if (house.over_name != NULL && strcmp(name, house.over_name) == 0)
		return loader_parse(name, house.over_text, strlen(house.over_text), dict);
	return house.preloaded ? read_preloaded(name, dict) : read_file(name, dict);
}

static xmlDoc *
load_name(const char *name, xmlDict *dict)
{
	xmlDoc *doc = is_name(name) ? find_name(name, dict) : NULL;

	if (doc != NULL && house.prepare != NULL)
		house.prepare(doc);
	return doc;
}

void
loader_prepare_with(void (*prepare)(xmlDoc *sheet))
{
	house.prepare = prepare;
}

xmlDoc *
loader_read(const char *name)
{
	return load_name(name, NULL);
}

static xmlDoc *
load(const xmlChar *uri, xmlDict *dict, int options, void *ctxt, xsltLoadType type)
{
	(void)options, (void)ctxt;
	if (uri == NULL || (type != XSLT_LOAD_START && type != XSLT_LOAD_STYLESHEET))
		return NULL;
	return load_name((const char *)uri, dict);
}

void
loader_put_over(const char *name, const char *text)
{
	house.over_name = name;
	house.over_text = text;
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
loader_start(const char *dir)
{
	house.dir = talloc_strdup(NULL, dir);
	house.loading = closed(check_name);
	house.running = closed(xsltSecurityForbid);
	if (house.dir == NULL || house.loading == NULL || house.running == NULL)
		return fail_log(FAIL_BROKEN, "sheet: out of memory");
	xsltSetDefaultSecurityPrefs(house.loading);
	xsltSetLoaderFunc(load);
	return FAIL_NONE;
}

static int
preload_one(const char *path, const struct stat *status, int type, struct FTW *where)
{
	const char *dot = strrchr(path, '.');
	struct file *files, *file;
	char *error = NULL;

	(void)status, (void)where;
	if (type != FTW_F || dot == NULL || strcmp(dot, ".xsl") != 0)
		return 0;
	files = talloc_realloc(house.dir, house.files, struct file, (unsigned)house.count + 1);
	if (files == NULL)
		return -1;
	house.files = files;
	file = &files[house.count++];
	file->name = talloc_strdup(files, path + strlen(house.dir) + 1);
	file->bytes = parse_file(files, path, LOADER_FILE_MAX, &file->length, &error);
	return file->bytes == NULL ? -1 : 0;
}

/* Two folders, as everything that is shipped lies in them; what departments made is not shipped. */
enum fail
loader_preload(void)
{
	static const char *const folders[] = { "base", "pages" };
	size_t i;

	for (i = 0; i < sizeof folders / sizeof folders[0]; i++) {
		char *path = talloc_asprintf(house.dir, "%s/%s", house.dir, folders[i]);

		if (path == NULL || nftw(path, preload_one, 8, FTW_PHYS) != 0)
			return fail_log(FAIL_BROKEN, "sheet: the stylesheets in %s cannot be read", house.dir);
	}
	house.preloaded = true;
	return FAIL_NONE;
}

void *
loader_running_prefs(void)
{
	return house.running;
}
