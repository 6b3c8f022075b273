/* findings.h - what the rules found in a screening, for its pages.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_FINDINGS_H
#define SAMSPIL_DOMAIN_FINDINGS_H

#include <libxml/tree.h>

#include "domain/questionnaire.h"
#include "web/request.h"

/*
 * Append to parent <tally red yellow green missing total indicates title risk rule limit><sentence/> <bar level count x width
 * middle/>* </tally> and, the worst first, <dimension id title level score rule plain> <why/> <answer question state value low high>
 * <question/> <text/> </answer>* <hint/>* </dimension>*, then <score id title [value] [band]> <text/> </score>*, as they were stored
 * when the screening was sent.  A dimension without colours (plain) has no level and
 * is not in the tally, and one of which nothing was asked is left out; a tally of rules that never point to anything is plain, too.
 */
void findings_add(struct request *rq, xmlNode *parent, const struct questionnaire *q, long long screening);

/* The same of a rescoring: what the rules of another version found in the screening's answers. */
void findings_add_again(struct request *rq, xmlNode *parent, const struct questionnaire *rules, long long rescoring, long long screening);

/* The scores alone. */
void findings_scores_add(struct request *rq, xmlNode *parent, const struct questionnaire *q, long long screening);

#endif
