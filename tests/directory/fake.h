/* fake.h - a server that misbehaves as told, to see what the real ones never do when they are asked to. */
#ifndef TESTS_DIRECTORY_FAKE_H
#define TESTS_DIRECTORY_FAKE_H

enum fake_way {
	FAKE_SILENT,		/* accepts, and says nothing */
	FAKE_SLOW,		/* a byte a second */
	FAKE_RESET,		/* hangs up, rudely, on the first request */
	FAKE_GARBAGE,		/* answers what is no LDAP */
	FAKE_BUSY,		/* 51 to the bind */
	FAKE_UNAVAILABLE,	/* 52 */
	FAKE_HONEST,		/* finds "ane" (password "right") and nobody else */
	FAKE_NOBODY,		/* every bind passes, as nobody */
	FAKE_ANOTHER,		/* every bind passes, as somebody else */
	FAKE_NO_WHOAMI,		/* as honest; does not know Who Am I */
	FAKE_WINDOWS_NAME,	/* as honest; Who Am I answers u:KOMMUNE\ane */
	FAKE_AD_LOCKED,		/* a person's bind gets Active Directory's "data 775" */
	FAKE_REFERRALS,		/* as honest, with references among the entries */
	FAKE_PARTIAL,		/* the search ends with "administrative limit exceeded" after the entry */
	FAKE_RANGE,		/* the entry's groups are "memberOf;range=0-0" */
	FAKE_HANGS_UP,		/* honest until the person's bind, which it answers by closing */
};

struct fake;

/* A server on 127.0.0.1, in a thread; NULL when it cannot be.  Its port, and how many requests of what kind it has had. */
struct fake *fake_start(enum fake_way way);
int fake_port(const struct fake *fake);
int fake_connections(const struct fake *fake);

/* The requests so far that want an answer, a letter each: b bind, s search, x extended; borrowed. */
const char *fake_requests(const struct fake *fake);
void fake_forget(struct fake *fake);
void fake_stop(struct fake *fake);

#endif
