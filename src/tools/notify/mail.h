/*
 * mail.h - one mail to one person through the municipality's relay.  tools/notify/: the only home of libcurl; may use all libraries.
 *
 * Configuration, section [mail]:
 *	relay      host or host:port (25); empty: nothing is sent
 *	starttls   yes | no     (default yes: encrypted, and the relay's certificate is verified); no only where the way to it is safe
 *	ca-file    verifies the relay; without it the system's store is used
 *	from       the sender's address
 *	link       where Samspil is, as a mail should lead there: https://samspil.kommune.dk
 */
#ifndef SAMSPIL_TOOLS_NOTIFY_MAIL_H
#define SAMSPIL_TOOLS_NOTIFY_MAIL_H

#include <stdbool.h>

#include "base/conf.h"

struct mail;

enum mail_result {
	MAIL_SENT,
	MAIL_LATER,	/* the relay does not take it now */
	MAIL_REFUSED,	/* it never takes mail for this one */
	MAIL_AWAY,	/* the relay cannot be reached, or not safely: nobody's mail would go */
};

/* What is wrong in [mail], a line each, "" for nothing, and for no relay.  Owned by owner (talloc). */
char *mail_faults(const void *owner, const struct conf *conf);

/*
 * A way to the relay, kept open between mails; owned by owner (talloc), whose destructor closes it.  NULL: no relay is configured, or something
 * in [mail] is wrong, which is logged.
 */
struct mail *mail_new(const void *owner, const struct conf *conf);

/*
 * Send subject and text (UTF-8, "{link}" in it becomes the link) to an address; id makes its Message-ID, the same at each try.  *why is what went
 * wrong, without any address, borrowed until the next call.
 */
enum mail_result mail_send(struct mail *mail, const char *address, long long id, const char *subject, const char *text, const char **why);

/* Does the relay answer, as it would for a mail?  false: *why says what is wrong. */
bool mail_probe(struct mail *mail, const char **why);

#endif
