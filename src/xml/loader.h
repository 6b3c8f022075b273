/*
 * loader.h - private to xml/: what stylesheets may reach, which is other stylesheets by name and nothing else.
 *
 *	samspil:base/forms.xsl		a file below the share directory's xslt/
 *	samspil:shipped/pages/plan.xsl	the same file as samspil:pages/plan.xsl, whatever stands over it
 *	samspil:pages/plan.xsl		the file; for a layer the settings' text, where there is one
 */
#ifndef SAMSPIL_XML_LOADER_H
#define SAMSPIL_XML_LOADER_H

#include <libxml/tree.h>
#include <stddef.h>

#include "base/fail.h"

enum { LOADER_FILE_MAX = 256 * 1024 };

/* Once: install the loader and the security preferences that forbid all else while compiling.  dir is copied. */
enum fail loader_start(const char *dir);

/* Read every stylesheet into memory now; from then on no file is opened. */
enum fail loader_preload(void);

/* While a look is compiled: this text stands for that name.  NULL name: no more.  Both are borrowed until then. */
void loader_put_over(const char *name, const char *text);

/* From now on each stylesheet but a layer goes through prepare before it is compiled; NULL: none does. */
void loader_prepare_with(void (*prepare)(xmlDoc *sheet));

/* A stylesheet of that name, or given bytes under it, as a tree for the library; NULL with a fault said. */
xmlDoc *loader_read(const char *name);
xmlDoc *loader_parse(const char *name, const char *bytes, size_t length, xmlDict *dict);

/* Preferences that forbid everything at run time, for xsltSetCtxtSecurityPrefs; void since libxslt's type stays inside xml/'s sources. */
void *loader_running_prefs(void);

#endif
