#include "directory/connection.h"

#include <openldap.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include <unistd.h>

#include "base/clock.h"
#include "directory/dial.h"
#include "directory/watchdog.h"

struct connection {
	const struct directory *dir;
	const struct server *server;
	LDAP *ldap;
	int fd;			/* until ldap takes it over, else -1 */
	struct watchdog *dog;
	bool dead;
	char problem[PROBLEM_MAX];
};

/* libldap would connect again, in the clear, when a server hangs up between two operations. */
static int
refuse_to_connect(LDAP *ldap, Sockbuf *socket, LDAPURLDesc *url, struct sockaddr *address,
    struct ldap_conncb *callbacks)
{
	(void)ldap, (void)socket, (void)url, (void)address, (void)callbacks;
	return LDAP_SERVER_DOWN;
}

static void
nothing_to_close(LDAP *ldap, Sockbuf *socket, struct ldap_conncb *callbacks)
{
	(void)ldap, (void)socket, (void)callbacks;
}

static struct ldap_conncb no_connections = { refuse_to_connect, nothing_to_close, NULL };

static int
connection_close(struct connection *connection)
{
	if (connection->dog != NULL && !connection->dead)
		watchdog_move(connection->dog, clock_ms() + 100);
	if (connection->ldap != NULL)
		ldap_unbind_ext_s(connection->ldap, NULL, NULL);
	if (connection->fd >= 0)
		close(connection->fd);
	return 0;
}

static enum fail
failed(struct connection *connection, const char *step, int rc, const char *more)
{
	connection->dead = true;
	if (connection->dog != NULL && watchdog_bit(connection->dog))
		snprintf(connection->problem, sizeof connection->problem, "%s: no answer in time", step);
	else
		snprintf(connection->problem, sizeof connection->problem, "%s: %s (%d)%s%s", step, ldap_err2string(rc), rc,
		    more == NULL || *more == '\0' ? "" : ", ", more == NULL ? "" : more);
	return FAIL_AWAY;
}

/* What libldap knows beyond the code: "certificate verify failed", the server's own words. */
static enum fail
failed_with_diagnostic(struct connection *connection, const char *step, int rc)
{
	char *more = NULL;
	enum fail f;

	ldap_get_option(connection->ldap, LDAP_OPT_DIAGNOSTIC_MESSAGE, &more);
	f = failed(connection, step, rc, more);
	ldap_memfree(more);
	return f;
}

/* Every option that a machine's ldap.conf or environment could have set otherwise. */
static int
set_options(struct connection *connection)
{
	int version = LDAP_VERSION3, demand = LDAP_OPT_X_TLS_DEMAND, tls_1_2 = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2;
	int never = LDAP_DEREF_NEVER, client = 0;
	LDAP *ldap = connection->ldap;
	int rc = 0;

	rc |= ldap_set_option(ldap, LDAP_OPT_PROTOCOL_VERSION, &version);
	rc |= ldap_set_option(ldap, LDAP_OPT_REFERRALS, LDAP_OPT_OFF);
	rc |= ldap_set_option(ldap, LDAP_OPT_DEREF, &never);
	rc |= ldap_set_option(ldap, LDAP_OPT_RESTART, LDAP_OPT_ON);
	rc |= ldap_set_option(ldap, LDAP_OPT_CONNECT_CB, &no_connections);
	rc |= ldap_set_option(ldap, LDAP_OPT_X_TLS_CACERTFILE, connection->dir->ca_file);
	rc |= ldap_set_option(ldap, LDAP_OPT_X_TLS_REQUIRE_CERT, &demand);
	rc |= ldap_set_option(ldap, LDAP_OPT_X_TLS_PROTOCOL_MIN, &tls_1_2);
	/* Last: it is what makes the options above count. */
	rc |= ldap_set_option(ldap, LDAP_OPT_X_TLS_NEWCTX, &client);
	return rc == 0 ? LDAP_SUCCESS : LDAP_PARAM_ERROR;
}

static enum fail
secure(struct connection *connection)
{
	int rc;

	if (connection->server->ldaps) {
		rc = ldap_install_tls(connection->ldap);
		return rc == LDAP_SUCCESS ? FAIL_NONE : failed_with_diagnostic(connection, "TLS", rc);
	}
	if (!connection->dir->start_tls)
		return FAIL_NONE;
	rc = ldap_start_tls_s(connection->ldap, NULL, NULL);
	return rc == LDAP_SUCCESS ? FAIL_NONE : failed_with_diagnostic(connection, "StartTLS", rc);
}

static enum fail
connect_and_secure(struct connection *connection, long long deadline)
{
	const struct server *server = connection->server;
	char why[PROBLEM_MAX / 2] = "";
	int rc;

	connection->fd = dial(server->host, server->port, deadline, why, sizeof why);
	if (connection->fd < 0)
		return failed(connection, "connect", LDAP_CONNECT_ERROR, why);
	connection->dog = watchdog_start(connection, connection->fd, deadline);
	if (connection->dog == NULL)
		return failed(connection, "watchdog", LDAP_LOCAL_ERROR, "no thread could be started");
	rc = ldap_init_fd(connection->fd, LDAP_PROTO_TCP, server->uri, &connection->ldap);
	if (rc != LDAP_SUCCESS)
		return failed(connection, "connect", rc, NULL);
	connection->fd = -1;
	rc = set_options(connection);
	if (rc != LDAP_SUCCESS)
		return failed(connection, "TLS settings", rc, connection->dir->ca_file);
	return secure(connection);
}

enum fail
connection_open(const void *owner, const struct directory *dir, const struct server *server, long long deadline,
    struct connection **out, char problem[PROBLEM_MAX])
{
	struct connection *connection = talloc_zero(owner, struct connection);
	enum fail f;

	if (connection == NULL)
		return fail_log(FAIL_AWAY, "directory: out of memory");
	connection->dir = dir;
	connection->server = server;
	connection->fd = -1;
	talloc_set_destructor(connection, connection_close);
	f = connect_and_secure(connection, deadline);
	snprintf(problem, PROBLEM_MAX, "%s", connection->problem);
	if (f != FAIL_NONE)
		talloc_free(connection);
	else
		*out = connection;
	return f;
}

/* An operation's answer; FAIL_AWAY when none came.  *out is freed by the caller. */
static enum fail
answer(struct connection *connection, const char *step, int id, LDAPMessage **out)
{
	int type = ldap_result(connection->ldap, id, LDAP_MSG_ALL, NULL, out), rc = LDAP_TIMEOUT;

	if (type > 0)
		return FAIL_NONE;
	ldap_get_option(connection->ldap, LDAP_OPT_RESULT_CODE, &rc);
	return failed(connection, step, rc, NULL);
}

static void
read_policy(LDAP *ldap, LDAPControl **controls, struct bind_answer *out)
{
	LDAPControl *control = ldap_control_find(LDAP_CONTROL_PASSWORDPOLICYRESPONSE, controls, NULL);
	LDAPPasswordPolicyError error = PP_noError;
	ber_int_t expires = 0, grace = 0;

	if (control != NULL
	    && ldap_parse_passwordpolicy_control(ldap, control, &expires, &grace, &error) == LDAP_SUCCESS)
		out->policy = (int)error;
}

static enum fail
read_bind_answer(struct connection *connection, LDAPMessage *message, struct bind_answer *out)
{
	LDAPControl **controls = NULL;
	char *diagnostic = NULL;
	int rc = ldap_parse_result(connection->ldap, message, &out->code, NULL, &diagnostic, NULL, &controls, 1);

	if (rc == LDAP_SUCCESS) {
		snprintf(out->diagnostic, sizeof out->diagnostic, "%s", diagnostic == NULL ? "" : diagnostic);
		read_policy(connection->ldap, controls, out);
	}
	ldap_memfree(diagnostic);
	ldap_controls_free(controls);
	return rc == LDAP_SUCCESS ? FAIL_NONE : failed(connection, "bind", rc, NULL);
}

/* Is the way to the server safe for a password?  start-tls = no is only for servers on this machine (settings.c). */
static bool
is_safe(struct connection *connection)
{
	return (!connection->server->ldaps && !connection->dir->start_tls) || ldap_tls_inplace(connection->ldap);
}

enum fail
connection_bind(struct connection *connection, const char *dn, const char *password, struct bind_answer *out)
{
	static char policy_oid[] = LDAP_CONTROL_PASSWORDPOLICYREQUEST;
	LDAPControl policy = { policy_oid, { 0, NULL }, 0 }, *controls[] = { &policy, NULL };
	struct berval secret = { strlen(password), (char *)(uintptr_t)password };
	LDAPMessage *message = NULL;
	int id, rc;

	*out = (struct bind_answer){ .code = LDAP_OTHER, .policy = PP_noError };
	if (connection->dead)
		return FAIL_AWAY;
	/* A bind with a name and no password succeeds as nobody: it must never be asked. */
	if (secret.bv_len == 0 || dn[0] == '\0')
		return failed(connection, "bind", LDAP_PARAM_ERROR, "without a name or a password");
	if (!is_safe(connection))
		return failed(connection, "bind", LDAP_CONFIDENTIALITY_REQUIRED, NULL);
	rc = ldap_sasl_bind(connection->ldap, dn, LDAP_SASL_SIMPLE, &secret, controls, NULL, &id);
	if (rc != LDAP_SUCCESS)
		return failed(connection, "bind", rc, NULL);
	if (answer(connection, "bind", id, &message) != FAIL_NONE)
		return FAIL_AWAY;
	return read_bind_answer(connection, message, out);
}

enum fail
connection_bind_service(struct connection *connection)
{
	const struct directory *dir = connection->dir;
	struct bind_answer said;

	if (connection_bind(connection, dir->service_dn, dir->service_password, &said) != FAIL_NONE)
		return FAIL_AWAY;
	if (said.code != LDAP_SUCCESS)
		return failed(connection, "bind as service-dn", said.code, said.diagnostic);
	return FAIL_NONE;
}

enum fail
connection_search(struct connection *connection, const char *base, int scope, const char *filter,
    const char *const *attributes, int limit, LDAPMessage **out)
{
	int id, rc, code = LDAP_OTHER;

	*out = NULL;
	if (connection->dead)
		return FAIL_AWAY;
	rc = ldap_search_ext(connection->ldap, base, scope, filter, (char **)(uintptr_t)attributes, 0, NULL, NULL, NULL,
	    limit == 0 ? LDAP_NO_LIMIT : limit + 1, &id);
	if (rc != LDAP_SUCCESS)
		return failed(connection, "search", rc, "look at the filters");
	if (answer(connection, "search", id, out) != FAIL_NONE)
		return FAIL_AWAY;
	rc = ldap_parse_result(connection->ldap, *out, &code, NULL, NULL, NULL, NULL, 0);
	if (rc == LDAP_SUCCESS && code == LDAP_SIZELIMIT_EXCEEDED && limit > 0
	    && ldap_count_entries(connection->ldap, *out) > limit)
		code = LDAP_SUCCESS;
	if (rc == LDAP_SUCCESS && code == LDAP_SUCCESS)
		return FAIL_NONE;
	ldap_msgfree(*out);
	*out = NULL;
	if (code == LDAP_NO_SUCH_OBJECT)
		return FAIL_MISSING;
	return failed_with_diagnostic(connection, "search", rc == LDAP_SUCCESS ? code : rc);
}

static enum fail
read_who_am_i(const void *owner, struct connection *connection, LDAPMessage *message, char **out)
{
	struct berval *identity = NULL;
	int code = LDAP_OTHER, rc = ldap_parse_result(connection->ldap, message, &code, NULL, NULL, NULL, NULL, 0);

	if (rc == LDAP_SUCCESS && code == LDAP_SUCCESS)
		rc = ldap_parse_extended_result(connection->ldap, message, NULL, &identity, 0);
	if (rc == LDAP_SUCCESS && code == LDAP_SUCCESS)
		*out = identity == NULL ? talloc_strdup(owner, "")
		    : talloc_strndup(owner, identity->bv_val, identity->bv_len);
	ber_bvfree(identity);
	if (rc != LDAP_SUCCESS || code == LDAP_BUSY || code == LDAP_UNAVAILABLE)
		return failed(connection, "Who Am I", rc == LDAP_SUCCESS ? code : rc, NULL);
	return FAIL_NONE;
}

enum fail
connection_who_am_i(const void *owner, struct connection *connection, char **out)
{
	LDAPMessage *message = NULL;
	enum fail f;
	int id, rc;

	*out = NULL;
	if (connection->dead)
		return FAIL_AWAY;
	rc = ldap_whoami(connection->ldap, NULL, NULL, &id);
	if (rc != LDAP_SUCCESS)
		return failed(connection, "Who Am I", rc, NULL);
	f = answer(connection, "Who Am I", id, &message);
	if (f == FAIL_NONE)
		f = read_who_am_i(owner, connection, message, out);
	ldap_msgfree(message);
	return f;
}

void
connection_deadline(struct connection *connection, long long deadline)
{
	watchdog_move(connection->dog, deadline);
}

LDAP *
connection_ldap(struct connection *connection)
{
	return connection->ldap;
}

const struct directory *
connection_directory(const struct connection *connection)
{
	return connection->dir;
}

const char *
connection_uri(const struct connection *connection)
{
	return connection->server->uri;
}

const char *
connection_problem(const struct connection *connection)
{
	return connection->problem;
}
