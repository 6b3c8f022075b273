/* focus_area.h - what the pages of all focus areas and of one share.  plan/. */
#ifndef SAMSPIL_PLAN_FOCUS_AREA_H
#define SAMSPIL_PLAN_FOCUS_AREA_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "web/form.h"

enum { FOCUS_AREA_PLACES_MAX = 999 };

extern const struct form focus_area_form;
extern const struct form focus_area_move_form;

/*
 * The course with its areas, those that are worked on first, by priority, each with the form that moves it where one may.  NULL after
 * a failure.
 */
xmlNode *focus_areas_add(struct request *rq, xmlNode *content);

/* May this user write areas of the course now? */
bool focus_areas_writable(const struct request *rq, const xmlNode *course);

/* The codes to choose from: what was sought, else what the user chooses often; and where all are. */
void focus_area_add_codes(struct request *rq, xmlNode *course, const char *path);

/* A code that the address chooses, into a form. */
void focus_area_set_code(struct request *rq, xmlNode *form);

/* How many are worked on (open or chosen), read with a lock. */
long long focus_areas_count(struct request *rq);

/*
 * In a locked course: area to place at among those that are worked on, which are numbered 1, 2, 3 ... again.  at 0: it keeps its
 * place; area 0: none is moved.
 */
void focus_areas_place(struct request *rq, long long area, long long at);

/*
 * What was sent, checked against the classification, with titles as they are today.  kept: the area that is changed, whose code and
 * qualifier stay what they are though they were retired; NULL for a new one.  false: refused.
 */
struct focus_area { const char *component, *code, *title, *qualifier, *qualifier_title; };
bool focus_area_read(struct request *rq, const struct focus_area *kept, struct focus_area *out);

#endif
