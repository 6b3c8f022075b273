/* internals.h - what the files of domain/questionnaire/ share.  For them alone. */
#ifndef SAMSPIL_DOMAIN_QUESTIONNAIRE_INTERNALS_H
#define SAMSPIL_DOMAIN_QUESTIONNAIRE_INTERNALS_H

#include "domain/questionnaire.h"

/* What is being read; where the first fault goes, and was there one. */
struct reading {
	struct questionnaire *q;
	struct reasons *faults;
	bool wrong;
	const char **parameters;
	const char **ids;
	size_t id_count;
};

/* Remember what is wrong with an element, its name and line filled in, if it is the first. */
void reading_fault(struct reading *r, const xmlNode *node, const struct reason *reason);

/* For faults: a figure, in words. */
const char *reading_figure(struct reading *r, long figure);

/* How many children of that name there are. */
size_t reading_count(const xmlNode *parent, const char *name);

/* The element's text with runs of white space as one space; NULL without the element. */
const char *reading_text(struct reading *r, const xmlNode *node);

/* An id of rules, dimensions or questions: they are names in the database, so each stands for one thing. */
const char *reading_id(struct reading *r, const xmlNode *node, const char *kind);

/* A number of an attribute; otherwise where it is absent. */
double reading_number(const xmlNode *node, const char *attribute, double otherwise);
bool reading_yes(const xmlNode *node, const char *attribute);

/* A rule of an attribute; NULL where it is absent, or wrong. */
const struct expression *reading_rule(struct reading *r, const xmlNode *node, const char *attribute);

/* The last rule of a list must hold always; last NULL is fine. */
void reading_need_true(struct reading *r, const xmlNode *last);

/* The element <question>; scores, results and sentence; own words and translations. */
void questionnaire_read_question(struct reading *r, struct question *question, const xmlNode *node);
void questionnaire_read_rules(struct reading *r);
void questionnaire_read_words(struct reading *r);

/* What rules name must be there, and conditions must look back. */
void questionnaire_check_rules(struct reading *r);

/*
 * As response_evaluate; with everything, also questions whose conditions are not true are asked.  effort says which rule could
 * not be evaluated (NULL: all could), and how many steps all of them took; with more than most of them it fails, exhausted.
 */
struct effort { bool everything; unsigned long most; const struct expression *broken; bool exhausted; unsigned long steps; };
enum fail questionnaire_evaluate(const void *owner, const struct questionnaire *q, const struct answer *answers,
    const struct parameter *parameters, struct effort *effort, struct response **out);

/* A copy with runs of white space as one space, none at the ends; owned by owner (talloc). */
char *questionnaire_squeeze(const void *owner, const char *text);

/* The questionnaire's form, and its pages with theirs, from its sections and questions. */
void questionnaire_make_forms(struct questionnaire *q);

/* The value of a parameter: of parameters (NULL is fine), else of the questionnaire. */
const char *questionnaire_parameter(const struct questionnaire *q, const struct parameter *parameters, size_t i);

/* What a sentence can be filled with, owned by owner; response NULL: the names alone. */
struct filling *questionnaire_fillings(const void *owner, const struct questionnaire *q, const struct response *response,
    const struct parameter *parameters);

/* What a colour's text can be filled with: the dimension's score, and the parameters; owned by owner. */
struct filling *colour_fillings(const void *owner, const struct questionnaire *q, double score);

#endif
