#include "directory/settings.h"

#include <ldap.h>
#include <stdarg.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

#include "directory/dn.h"
#include "directory/filter.h"

#define SECTION "directory"

/* What is read, into what, and the faults found so far. */
struct reading { struct directory *dir; const struct conf *conf; char *faults; };

static void __attribute__((format(printf, 2, 3)))
fault(struct reading *r, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	r->faults = talloc_vasprintf_append(r->faults, format, ap);
	va_end(ap);
	r->faults = talloc_strdup_append(r->faults, "\n");
}

static const char *
text(struct reading *r, const char *key, const char *fallback)
{
	return talloc_strdup(r->dir, conf_text(r->conf, SECTION, key, fallback));
}

static const char *
needed(struct reading *r, const char *key, const char *why)
{
	const char *value = conf_text(r->conf, SECTION, key, NULL);

	if (value == NULL)
		fault(r, "%s is missing: %s", key, why);
	return value == NULL ? "" : talloc_strdup(r->dir, value);
}

static const char *
needed_dn(struct reading *r, const char *key, const char *why)
{
	const char *dn = needed(r, key, why);

	if (dn[0] != '\0' && dn_normal(r->dir, dn) == NULL)
		fault(r, "%s is no distinguished name: write it as cn=...,dc=...", key);
	return dn;
}

static const char *
filter(struct reading *r, const char *key, const char *fallback, bool with_name)
{
	const char *value = text(r, key, fallback);

	if (value != NULL && !filter_is_whole(value))
		fault(r, "%s is no filter: its parentheses do not match", key);
	else if (value != NULL && with_name && strstr(value, "%s") == NULL && strstr(value, "%u") == NULL)
		fault(r, "%s has no %%s where the name or the distinguished name belongs", key);
	return value;
}

/* Without TLS a password would cross the network in the clear. */
static bool
is_loopback(const char *host)
{
	return strncmp(host, "127.", 4) == 0 || strcmp(host, "::1") == 0;
}

static void
add_server(struct reading *r, const char *uri)
{
	struct directory *dir = r->dir;
	LDAPURLDesc *url = NULL;
	struct server *server;

	if (ldap_url_parse(uri, &url) != LDAP_URL_SUCCESS || url->lud_host == NULL || url->lud_host[0] == '\0'
	    || (strcmp(url->lud_scheme, "ldap") != 0 && strcmp(url->lud_scheme, "ldaps") != 0)) {
		fault(r, "uris: \"%s\" is not ldap://host, ldaps://host or either with :port", uri);
		ldap_free_urldesc(url);
		return;
	}
	dir->servers = talloc_realloc(dir, dir->servers, struct server, (unsigned)dir->server_count + 1);
	server = &dir->servers[dir->server_count++];
	*server = (struct server){
		.uri = talloc_strdup(dir, uri),
		.host = talloc_strdup(dir, url->lud_host),
		.port = talloc_asprintf(dir, "%d", url->lud_port),
		.ldaps = strcmp(url->lud_scheme, "ldaps") == 0,
	};
	if (!server->ldaps && !dir->start_tls && !is_loopback(server->host))
		fault(r, "start-tls is no for %s: passwords would cross the network in the clear;"
		    " say yes, or use ldaps://", uri);
	ldap_free_urldesc(url);
}

static void
read_servers(struct reading *r)
{
	char *list = talloc_strdup(r->dir, conf_text(r->conf, SECTION, "uris", "")), *rest = list, *uri;

	while ((uri = strtok_r(rest, " \t,", &rest)) != NULL)
		add_server(r, uri);
	if (r->dir->server_count == 0)
		fault(r, "uris names no server: write uris = ldap://host, several with a blank between them");
	talloc_free(list);
}

static void
read_tls(struct reading *r)
{
	struct directory *dir = r->dir;

	dir->start_tls = conf_flag(r->conf, SECTION, "start-tls", true);
	dir->ca_file = text(r, "ca-file", "/etc/ssl/certs/ca-certificates.crt");
	if (dir->ca_file != NULL && access(dir->ca_file, R_OK) != 0)
		fault(r, "ca-file %s cannot be read: name the file with the authority that signed the server's certificate",
		    dir->ca_file);
}

static void
read_service(struct reading *r)
{
	struct directory *dir = r->dir;

	dir->service_dn = needed_dn(r, "service-dn", "the account that searches");
	dir->service_password = conf_secret(dir, r->conf, SECTION, "service-password");
	if (dir->service_password == NULL || dir->service_password[0] == '\0')
		fault(r, "service-password is missing, empty or its file cannot be read");
}

static void
read_people(struct reading *r)
{
	struct directory *dir = r->dir;

	dir->people_base = needed_dn(r, "people-base", "where people are searched");
	dir->user_filter = filter(r, "user-filter", "(&(objectClass=inetOrgPerson)(uid=%s))", true);
	dir->disabled_filter = filter(r, "disabled-filter", NULL, false);
	dir->uid_attribute = text(r, "uid-attribute", "uid");
	dir->name_attribute = text(r, "name-attribute", "cn");
	dir->mail_attribute = text(r, "mail-attribute", "mail");
	dir->decoy_dn = talloc_asprintf(dir, "cn=samspil-unknown,%s", dir->people_base);
	if (conf_text(r->conf, SECTION, "decoy-dn", NULL) != NULL)
		dir->decoy_dn = needed_dn(r, "decoy-dn", "");
}

static void
read_groups(struct reading *r)
{
	static const struct { const char *name, *filter; } ways[] = {
		[GROUPS_MEMBEROF] = { "memberof", NULL },
		[GROUPS_SEARCH]   = { "search", "(member=%s)" },
		[GROUPS_NESTED]   = { "nested", "(member:1.2.840.113556.1.4.1941:=%s)" },
	};
	const char *way = conf_text(r->conf, SECTION, "groups", "memberof");
	struct directory *dir = r->dir;
	unsigned i;

	for (i = 0; i < sizeof ways / sizeof ways[0] && strcmp(ways[i].name, way) != 0; i++)
		continue;
	if (i == sizeof ways / sizeof ways[0]) {
		fault(r, "groups is \"%s\": it must be memberof, search or nested", way);
		return;
	}
	dir->groups_from = (enum groups_from)i;
	if (dir->groups_from == GROUPS_MEMBEROF)
		return;
	dir->groups_base = needed_dn(r, "groups-base", "where groups are searched");
	dir->group_filter = filter(r, "group-filter", ways[i].filter, true);
}

/* The section's entries, in the file's order. */
static struct mapping *
mappings(struct reading *r, const char *section)
{
	struct mapping *list = talloc_zero_array(r->dir, struct mapping, 1);
	const char *name, *group;
	size_t i;

	for (i = 0; conf_entry(r->conf, section, i, &name, &group); i++) {
		list = talloc_realloc(r->dir, list, struct mapping, (unsigned)i + 2);
		list[i] = (struct mapping){ talloc_strdup(r->dir, name), talloc_strdup(r->dir, group),
		    dn_normal(r->dir, group) };
		list[i + 1] = (struct mapping){ NULL, NULL, NULL };
		if (list[i].normal == NULL)
			fault(r, "[%s] %s: \"%s\" is no distinguished name of a group", section, name, group);
	}
	if (i == 0)
		fault(r, "[%s] is empty: write a line NAME = DN of its group for each", section);
	return list;
}

char *
settings_read(struct directory *dir, const struct conf *conf)
{
	struct reading r = { dir, conf, talloc_strdup(dir, "") };

	read_tls(&r);
	read_servers(&r);
	read_service(&r);
	read_people(&r);
	read_groups(&r);
	dir->timeout_ms = 1000 * conf_number(conf, SECTION, "timeout", 2, 1, 5);
	dir->roles = mappings(&r, "roles");
	dir->departments = mappings(&r, "departments");
	return r.faults;
}
