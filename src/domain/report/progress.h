/* progress.h - what a report tells of how far it has come.  For domain/report/ and those who let reports be computed. */
#ifndef SAMSPIL_DOMAIN_REPORT_PROGRESS_H
#define SAMSPIL_DOMAIN_REPORT_PROGRESS_H

#include <stdbool.h>

/* step says whether to go on; a report that was given no progress at all goes on. */
struct report_progress {
	bool (*step)(void *user, int step, int steps);
	void *user;
};

#endif
