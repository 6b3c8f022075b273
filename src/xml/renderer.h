/*
 * renderer.h - a department's layer runs in a closed process of its own, samspil-render; this is the worker's side of it.
 * xml/: may use base/, xml/.
 *
 * The renderer has one descriptor (a socket pair), no files, no network, 256 MiB, and a time for each answer.  One that dies, hangs or
 * says an error costs that answer only; the next call starts a new one.  It belongs to this process and ends with it.
 */
#ifndef SAMSPIL_XML_RENDERER_H
#define SAMSPIL_XML_RENDERER_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/conf.h"
#include "base/fail.h"
#include "xml/gate/finding.h"
#include "xml/gate/judge.h"
#include "xml/labels.h"
#include "xml/sheet.h"

enum { LAYER_MAX = 128 * 1024 };

/* All of a view's look: what is put between the shipped stylesheet and the page.  Borrowed during calls. */
struct layer {
	const char *key;		/* names exactly these texts and labels, for the renderer's cache: "17.3.5/da"; unused by a check */
	const char *program;		/* "plan" */
	const char *text;		/* the layer's XSLT; NULL: only settings */
	size_t length;
	const char *settings;		/* XSLT made of the department's settings, from domain/look.h; NULL: none */
	const struct labels *labels;	/* of the page's language, or those with the department's own over them: labels_over */
};

struct renderer_options {
	const char *path;		/* of samspil-render */
	const char *share;		/* the share directory: stylesheets, labels, samples, grammar */
	const char *language;		/* the site's; the renderer knows all that share has */
	long wall_ms;			/* for one rendering; 0: 2000 */
	bool idle;			/* it runs only when the processor has nothing else to do */
};

/* As the configuration has them ([site] renderer, renderer-ms); texts are borrowed from it and from the caller. */
struct renderer_options renderer_options_of(const struct conf *conf, const char *share, const char *language);

struct renderer;

/* Nothing is started before the first call.  out is owned by owner (talloc); freeing it ends the process. */
enum fail renderer_new(const void *owner, const struct renderer_options *options, struct renderer **out);

/* What became of one rendering.  Texts are owned by the owner given to the call. */
struct rendering {
	char *html;			/* NULL: it failed */
	size_t length;
	char *reason;			/* why: "runtime error: ... line 22"; no page's content */
	int line;			/* of the layer; 0: not known */
	bool ours;			/* it failed, and that is no fault of the layer: the renderer could not be had */
	long microseconds;
};

/* Never fails: a failure is a rendering without html.  Takes at most wall_ms, and 100 ms more to notice. */
void renderer_render(struct renderer *renderer, const void *owner, const struct layer *layer, xmlDoc *page,
    const struct sheet_params *params, struct rendering *out);

/* What the gate says of a layer: its text, and its result on every sample page of its program (share/xslt/samples). */
struct verdict {
	struct findings findings;	/* sorted */
	bool judged;			/* false: it could not be checked, *why says so; exit code 2 of samspil-stylesheet check */
	char *why;
	unsigned pages;			/* samples that were rendered */
	long slowest_microseconds;	/* of a sample's rendering */
	const char *slowest_page;
	size_t largest;			/* bytes of HTML */
};

/* In a renderer of its own that knows the grammar and the samples; at most 20 s. */
void renderer_check(const void *owner, const struct renderer_options *options, const struct layer *layer, struct verdict *out);

/* The facts of page (a sample's name such as "plan-overview", or NULL and the page itself) that the layer does not show. */
bool renderer_facts(const void *owner, const struct renderer_options *options, const struct layer *layer, const char *sample,
    xmlDoc *page, struct facts *out, char **why);

/*
 * A sample as HTML with the layer (layer->text NULL and settings NULL: the shipped look), and its outline (judge_outline).
 * For previews without anybody's data and for the rehearsal of an upgrade.
 */
void renderer_sample(const void *owner, const struct renderer_options *options, const struct layer *layer, const char *sample,
    const struct sheet_params *params, struct rendering *out, char **outline);

/* The samples of a program in share/xslt/samples, sorted, NULL-terminated, owned by owner: "plan-contacts", "plan-overview" ... */
const char *const *renderer_samples(const void *owner, const char *share, const char *program);

#endif
