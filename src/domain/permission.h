/* permission.h - what roles may do.  domain/: may use base/, sql/, xml/, rule/, web/. */
#ifndef SAMSPIL_DOMAIN_PERMISSION_H
#define SAMSPIL_DOMAIN_PERMISSION_H

#include <stdbool.h>

#define MAY_SEE_CASES		(1ULL << 0)	/* courses and citizens that one has a relation to */
#define MAY_SEE_DEPARTMENT	(1ULL << 1)	/* ... and all of one's own department */
#define MAY_REGISTER		(1ULL << 2)	/* citizens and screenings */
#define MAY_ASSESS		(1ULL << 3)	/* risk, from a screening */
#define MAY_RUN_COURSE		(1ULL << 4)	/* contacts, background, conference, plan, agreement */
#define MAY_ANALYSE		(1ULL << 5)	/* professional notes and focus areas */
#define MAY_PROVIDE		(1ULL << 6)	/* one's own interventions and their measurements */
#define MAY_MEASURE		(1ULL << 7)	/* progression: providers of theirs, caseworkers of all */
#define MAY_SEE_ADMIN		(1ULL << 8)	/* departments */
#define MAY_SEE_ACCESS_LOG	(1ULL << 9)	/* who looked at what */
#define MAY_LEAD		(1ULL << 10)	/* sees what waits for others of one's own department */
#define MAY_EDIT_LOOK		(1ULL << 11)	/* drafts and settings of one's own department's look */
#define MAY_ACTIVATE_LOOK	(1ULL << 12)	/* put another's draft to use, in one's own department */
#define MAY_RUN_LOOKS		(1ULL << 13)	/* ... and in every department */
#define MAY_PREVIEW		(1ULL << 14)	/* look at every page about fictional citizens, of all departments */
#define MAY_WRITE_QUESTIONNAIRE	(1ULL << 15)	/* drafts of questionnaires; publish and retire them */
#define MAY_SURVEY		(1ULL << 16)	/* put a questionnaire to one's own department or a group, and see what came of it */
#define MAY_WRITE_CATALOGUE	(1ULL << 17)	/* what one's own department offers: drafts, publishing, retiring */
#define MAY_WRITE_RULES	(1ULL << 18)	/* rules that are data: frames, target groups, categories, benefits; every department's catalogue */
#define MAY_JOIN_DAYS	(1ULL << 19)	/* days of analysis that one takes part in, and one's own calendar */
#define MAY_READ_REPORTS	(1ULL << 20)	/* reports: figures about all, lists of those that one has a relation to */
#define MAY_WRITE_ACCOUNT	(1ULL << 21)	/* what the account is made of: budget, baselines, rates, targets, hours */

/* The permissions of a role of the directory ("caseworker"); 0 for one that is not known. */
unsigned long long permission_of(const char *role);

/* Is there such a role? */
bool permission_role(const char *role);

/* The profession in which a user with these roles writes notes: "psychologist" ...; NULL for none. */
const char *profession_of(const char *const *roles);

#endif
