/*
 * source.h - a layer's text, before anything of it is run: what may not stand there, and names that nobody knows.
 * xml/gate/: may use base/, xml/.  Runs in the closed renderer (samspil-render --check) and in tests.
 */
#ifndef SAMSPIL_XML_GATE_SOURCE_H
#define SAMSPIL_XML_GATE_SOURCE_H

#include <stddef.h>

#include "base/fail.h"
#include "xml/gate/finding.h"
#include "xml/labels.h"

/*
 * What is known: elements and attributes of the page contract (schema/page.rng, also which attribute and child each element
 * may have), and of one program's stylesheets (pages/PROGRAM.xsl with all that it imports and includes) their modes with the patterns they
 * are for, named templates, top-level parameters, functions (s:... and EXSLT's), label keys.
 */
struct contract;

/*
 * Read it from dir (the share directory's xslt/) before the renderer closes.  labels is borrowed.  out is owned by owner.
 * FAIL_BROKEN, logged, when a file is missing or malformed.
 */
enum fail contract_read(const void *owner, const char *dir, const char *program, const struct labels *labels, struct contract **out);

/*
 * Look at a layer's text for that program and add what is wrong, each at its line and column: not well-formed, too large,
 * DOCTYPE; not a stylesheet that imports samspil:pages/PROGRAM.xsl first and nothing else; elements and functions that read,
 * write or run (document(), xsl:document, exsl:document, saxon:, redirect:, xt:, dyn:evaluate, extension elements);
 * disable-output-escaping; xsl:output; script, style, base, meta refresh, frames, objects, event handlers, style attributes, addresses
 * of another host or of a scheme that runs code; names that the contract does not know, with the nearest one that it does.  The whole list:
 * the labels gate.*.  Never fails: what cannot be judged is a finding that refuses.
 */
void source_check(const struct contract *contract, const char *text, size_t length, struct findings *findings);

#endif
