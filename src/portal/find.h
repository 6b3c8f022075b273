/* find.h - the search for a citizen: a form of several pages.  portal/: may use domain/ and what is below it. */
#ifndef SAMSPIL_PORTAL_FIND_H
#define SAMSPIL_PORTAL_FIND_H

#include "web/form.h"

/*
 * One field q: a name, a CPR number or a course's number.  It is posted, so that no CPR number comes into an address; a name
 * then becomes /citizens?q=.
 */
extern const struct form find_form;

#endif
