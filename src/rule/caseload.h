/*
 * caseload.h - how many courses a full-time caseworker has, against what is aimed at.  rule/: pure.
 *
 * Source: domain.md e: open courses / full-time equivalents; 76 / 2,0 = 38,0 is within 40-45 and above 32-35; both ends are within.  So whoever has
 * fewer than the least is within, too: nobody has too many.  Full-time equivalents are hundredths.
 */
#ifndef SAMSPIL_RULE_CASELOAD_H
#define SAMSPIL_RULE_CASELOAD_H

/* NONE: there are no hours, so there is no norm. */
enum caseload { CASELOAD_NONE, CASELOAD_WITHIN, CASELOAD_ABOVE };
enum caseload caseload_judge(long open, long fte, long most);

/* "within", "above"; NULL for NONE. */
const char *caseload_name(enum caseload is);

/* Courses of one full-time equivalent; fte must be above 0. */
double caseload_of(long open, long fte);

#endif
