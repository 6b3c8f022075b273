#include <string.h>
#include <talloc.h>

#include "tools/check/capture.h"
#include "tools/check/check.h"
#include "tools/notify/mail.h"

#define AREA "mail"

static void
ask_relay(struct check *check, const char *relay)
{
	struct capture *capture = capture_begin(check->owner);
	struct mail *mail = mail_new(check->owner, check->conf);
	const char *why = "it cannot be used";
	bool answers = mail != NULL && mail_probe(mail, &why);

	capture_end(check->owner, capture);
	if (answers)
		check_ok(check, AREA, "%s answers", relay);
	else
		check_fault(check, AREA, "does the relay answer there, with STARTTLS, and has ca-file's authority signed its certificate for that name?",
		    "%s: %s", relay, why);
}

void
check_mail(struct check *check)
{
	const char *relay = conf_text(check->conf, "mail", "relay", NULL);
	struct capture *capture = capture_begin(check->owner);
	char *faults = mail_faults(check->owner, check->conf), *line, *rest = NULL;
	bool right = faults[0] == '\0';

	capture_end(check->owner, capture);
	for (line = strtok_r(faults, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest))
		check_fault(check, AREA, "mend [mail]", "%s", line);
	if (relay == NULL)
		check_ok(check, AREA, "no relay is configured: nobody gets a mail that something waits");
	else if (right)
		ask_relay(check, relay);
}
