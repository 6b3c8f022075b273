/* check.h - private to the renderer: the gate, over all samples of a program. */
#ifndef SAMSPIL_XML_RENDER_CHECK_H
#define SAMSPIL_XML_RENDER_CHECK_H

#include "xml/labels.h"
#include "xml/render/wire.h"

enum { CHECK_SLOW_MS = 250, CHECK_FACTS_MS = 15000 };

struct checking;

/* Read the samples and the contract of program from dir (xslt/) before all is closed; owned by owner.  NULL, logged, when they cannot be. */
struct checking *checking_start(const void *owner, const char *dir, const char *program, const struct labels *const *languages);

/* Answer a message of kind check, facts or sample; see message.h. */
void checking_answer(struct checking *checking, const void *owner, struct wire *in, struct wire *out);

#endif
