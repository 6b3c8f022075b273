#include "base/scan.h"

#include "tools/check/capture.h"
#include "tools/check/check.h"

#define AREA "scan"

/* That nobody looks for viruses is a decision, no fault; a clamd that does not answer is one. */
void
check_scan(struct check *check)
{
	const char *socket = scan_socket(check->conf), *said;
	struct capture *capture;
	enum fail f;

	if (socket == NULL) {
		check_ok(check, AREA, "[scan] socket is not set: documents are taken without being looked at for viruses");
		return;
	}
	capture = capture_begin(check->owner);
	f = scan_ping(socket, scan_timeout(check->conf));
	said = capture_end(check->owner, capture);
	if (f == FAIL_NONE)
		check_ok(check, AREA, "clamd answers at %s", socket);
	else
		check_fault(check, AREA, "start clamd, and let Samspil's programs reach its socket; documents wait until then", "%s: %s", socket, said);
}
