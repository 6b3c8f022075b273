/* settings.h - what [directory], [roles] and [departments] say.  directory/: only its own files include this. */
#ifndef SAMSPIL_DIRECTORY_SETTINGS_H
#define SAMSPIL_DIRECTORY_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/conf.h"

enum groups_from { GROUPS_MEMBEROF, GROUPS_SEARCH, GROUPS_NESTED };

/* A role or department and its group. */
struct mapping {
	const char *name;
	const char *group;	/* the DN as configured */
	const char *normal;	/* the DN as dn_normal writes it */
};

struct server {
	const char *uri;	/* as configured */
	const char *host;
	const char *port;
	bool ldaps;
	long long shunned_until;/* clock_ms(): it did not answer, so it is tried last until then */
};

struct connection;

struct directory {
	struct server *servers;
	size_t server_count;
	bool start_tls;
	const char *ca_file;
	const char *service_dn;
	char *service_password;
	const char *people_base;
	const char *user_filter;
	const char *disabled_filter;	/* NULL: nobody is disabled by filter */
	const char *decoy_dn;		/* what is bound as for an unknown name */
	const char *uid_attribute;
	const char *name_attribute;
	const char *mail_attribute;
	enum groups_from groups_from;
	const char *groups_base;
	const char *group_filter;
	long timeout_ms;
	struct mapping *roles;		/* ends with a NULL name */
	struct mapping *departments;
	struct connection *kept;	/* directory_find's, open between calls; NULL for none */
};

/*
 * Fill dir from conf; everything hangs on dir (talloc).  Returns the faults, a line each, "" for none; owned by dir; NULL
 * when out of memory.
 */
char *settings_read(struct directory *dir, const struct conf *conf);

#endif
