/* gate.h - layers before the gate, and what it says in English.  tools/stylesheet/: may use all of the house. */
#ifndef SAMSPIL_TOOLS_STYLESHEET_GATE_H
#define SAMSPIL_TOOLS_STYLESHEET_GATE_H

#include "domain/look.h"
#include "tools/stylesheet/tool.h"
#include "xml/labels.h"
#include "xml/renderer.h"

/* A release's share directory: what layers are held against. */
struct release {
	struct renderer_options options;
	struct labels *labels;		/* of the site's language: pages are rendered with these */
	struct labels *english;		/* findings are said with these */
};

/* STATUS_FAILED, said, when share is none. */
enum status release_open(struct tool *tool, const char *share, struct release *out);

/* A department's settings for a program's pages, owned by tool->owner; false: the database failed. */
bool settings_read(struct tool *tool, const struct labels *labels, const char *department, const char *program, struct look *out);

/* A view's layer as the release takes it; look may be NULL (no settings). */
struct layer release_layer(const struct release *release, const char *program, const char *text, size_t length, const struct look *look);

/* "no such attribute icf-titel: did you mean icf-title?", on one line, owned by owner. */
char *finding_text(const void *owner, const struct labels *english, const struct finding *finding);

/* "FILE:LINE:COLUMN: [remark: ]reason" on standard output; what has no place of its own stands at 1:1. */
void finding_print(const void *owner, const struct labels *english, const char *file, const struct finding *finding);

/* renderer_check, without a log. */
void gate_check(struct tool *tool, const struct release *release, const struct layer *layer, struct verdict *out);

/* Ask the gate and print what it says of file.  Never STATUS_DONE for what may not be activated. */
enum status gate_ask(struct tool *tool, const struct release *release, const struct layer *layer, const char *file);

#endif
