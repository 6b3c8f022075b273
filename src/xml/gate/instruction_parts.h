/* instruction_parts.h - one element of XSLT under the look, shared by instruction*.c.  Private to xml/gate/. */
#ifndef SAMSPIL_XML_GATE_INSTRUCTION_PARTS_H
#define SAMSPIL_XML_GATE_INSTRUCTION_PARTS_H

#include <stddef.h>

#include "xml/gate/source_parts.h"

/* All that an instruction's attributes gave. */
struct given {
	struct attribute name, mode, select, match;
	struct value selected;
	struct nodes matched;
};

/* instruction_attributes.c: read all its attributes, and say what it may not have, and what is missing or wrong. */
void instruction_read(struct source *source, const struct here *here, const struct words_instruction *instruction, struct given *given);

/* instruction_names.c: a name that neither the contract (known) nor the layer (own) has is said by key. */
void instruction_check_name(struct source *source, const struct attribute *attribute, const char *key, const struct knowns *known,
    const struct knowns *own);

/* The mode of a template, NULL for the default one: the base's, where it is for such nodes, or one that the layer itself applies. */
void instruction_check_mode(struct source *source, const struct here *here, const struct attribute *mode, const struct nodes *matched);

/* The name of an xsl:with-param: a parameter of the template that is called. */
void instruction_check_with_param(struct source *source, const struct here *here, const struct attribute *name);

/* A variable or parameter: its name is looked at, and seen by what follows. */
void instruction_declare(struct source *source, const struct words_instruction *instruction, const struct given *given);

/* A second template or variable of one name. */
void instruction_check_twice(struct source *source, const struct here *here, const struct words_instruction *instruction,
    const struct given *given);

#endif
