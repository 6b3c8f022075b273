/* sitting_parts.h - what sitting*.c share.  Private to them. */
#ifndef SAMSPIL_DOMAIN_SITTING_PARTS_H
#define SAMSPIL_DOMAIN_SITTING_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "domain/sitting.h"

/* Was the form of a page sent, not another one that stands beside it? */
bool sitting_is_typed(const struct request *rq);

/* Must question i be answered, and is not? */
bool sitting_is_missed(const struct sitting *s, size_t i);

#endif
