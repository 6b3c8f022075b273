#include "fake.h"

#include <arpa/inet.h>
#include <lber.h>
#include <ldap.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define ANE "uid=ane,ou=people,dc=kommune,dc=dk"
#define SERVICE "cn=svc,ou=system,dc=kommune,dc=dk"

struct fake {
	enum fake_way way;
	int listener, client, port, connections;
	pthread_t thread;
	volatile bool leave;
	char requests[1024];
};

static void
note(struct fake *fake, char c)
{
	size_t length = strlen(fake->requests);

	if (length + 1 < sizeof fake->requests)
		fake->requests[length] = c;
}

static void
send_all(struct fake *fake, const char *bytes, size_t length)
{
	size_t i, step = fake->way == FAKE_SLOW ? 1 : length;

	for (i = 0; i < length && !fake->leave; i += step) {
		if (send(fake->client, bytes + i, step, MSG_NOSIGNAL) < 0)
			return;
		if (fake->way == FAKE_SLOW)
			nanosleep(&(struct timespec){ 1, 0 }, NULL);
	}
}

static void
send_ber(struct fake *fake, BerElement *ber)
{
	struct berval *bytes = NULL;

	ber_flatten(ber, &bytes);
	send_all(fake, bytes->bv_val, bytes->bv_len);
	ber_bvfree(bytes);
	ber_free(ber, 1);
}

/* A result: bind 0x61, search done 0x65, extended 0x78 (with its value when there is one). */
static void
answer(struct fake *fake, ber_int_t id, ber_tag_t tag, ber_int_t code, const char *diagnostic, const char *value)
{
	BerElement *ber = ber_alloc_t(LBER_USE_DER);

	if (value == NULL)
		ber_printf(ber, "{it{ess}}", id, tag, code, "", diagnostic);
	else
		ber_printf(ber, "{it{essts}}", id, tag, code, "", diagnostic, (ber_tag_t)0x8b, value);
	send_ber(fake, ber);
}

static void
send_entry(struct fake *fake, ber_int_t id)
{
	BerElement *ber = ber_alloc_t(LBER_USE_DER);

	ber_printf(ber, "{it{s{{s[s]}{s[s]}{s[s]}}}}", id, (ber_tag_t)0x64, ANE, "uid", "Ane", "cn", "Ane Prøve",
	    fake->way == FAKE_RANGE ? "memberOf;range=0-0" : "memberOf", "cn=caseworkers,ou=groups,dc=kommune,dc=dk");
	send_ber(fake, ber);
}

static void
send_reference(struct fake *fake, ber_int_t id)
{
	BerElement *ber = ber_alloc_t(LBER_USE_DER);

	ber_printf(ber, "{it{s}}", id, (ber_tag_t)0x73, "ldap://elsewhere.kommune.dk/DC=kommune,DC=dk");
	send_ber(fake, ber);
}

static bool
is_service(const char *bytes, size_t length)
{
	return memmem(bytes, length, SERVICE, strlen(SERVICE)) != NULL;
}

static bool
bind_passes(const struct fake *fake, const char *bytes, size_t length)
{
	if (is_service(bytes, length) || fake->way == FAKE_NOBODY || fake->way == FAKE_ANOTHER)
		return true;
	return memmem(bytes, length, ANE, strlen(ANE)) != NULL && memmem(bytes, length, "right", 5) != NULL;
}

static void
answer_bind(struct fake *fake, ber_int_t id, const char *bytes, size_t length)
{
	static const char locked[] = "80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data 775, v2580";

	note(fake, 'b');
	if (fake->way == FAKE_BUSY || fake->way == FAKE_UNAVAILABLE)
		answer(fake, id, 0x61, fake->way == FAKE_BUSY ? LDAP_BUSY : LDAP_UNAVAILABLE, "later", NULL);
	else if (fake->way == FAKE_AD_LOCKED && !is_service(bytes, length))
		answer(fake, id, 0x61, LDAP_INVALID_CREDENTIALS, locked, NULL);
	else if (fake->way == FAKE_HANGS_UP && !is_service(bytes, length))
		shutdown(fake->client, SHUT_RDWR);
	else
		answer(fake, id, 0x61, bind_passes(fake, bytes, length) ? LDAP_SUCCESS : LDAP_INVALID_CREDENTIALS,
		    "", NULL);
}

/* A search for a person; those at a base (is it disabled? is the base there?) find the base alone. */
static void
answer_search(struct fake *fake, ber_int_t id, const char *bytes, size_t length)
{
	bool person = memmem(bytes, length, "\x04\x03uid\x04\x03" "ane", 10) != NULL;
	bool base = memmem(bytes, length, "\x87\x0bobjectClass", 13) != NULL;

	note(fake, 's');
	if (fake->way == FAKE_REFERRALS)
		send_reference(fake, id);
	if (person || base)
		send_entry(fake, id);
	if (fake->way == FAKE_REFERRALS)
		send_reference(fake, id);
	answer(fake, id, 0x65, fake->way == FAKE_PARTIAL && person ? LDAP_ADMINLIMIT_EXCEEDED : LDAP_SUCCESS, "", NULL);
}

static void
answer_who_am_i(struct fake *fake, ber_int_t id)
{
	note(fake, 'x');
	if (fake->way == FAKE_NO_WHOAMI)
		answer(fake, id, 0x78, LDAP_PROTOCOL_ERROR, "unsupported extended operation", NULL);
	else
		answer(fake, id, 0x78, LDAP_SUCCESS, "", fake->way == FAKE_NOBODY ? "" : fake->way == FAKE_WINDOWS_NAME
		    ? "u:KOMMUNE\\ane" : fake->way == FAKE_ANOTHER ? "dn:uid=bo,ou=people,dc=kommune,dc=dk"
		    : "dn:" ANE);
}

static void
serve_request(struct fake *fake, const char *bytes, size_t length)
{
	struct berval value = { length, (char *)(uintptr_t)bytes };
	BerElement *ber = ber_init(&value);
	ber_int_t id = 0;
	ber_len_t size;
	ber_tag_t tag = ber_scanf(ber, "{i", &id) == LBER_ERROR ? 0 : ber_peek_tag(ber, &size);

	ber_free(ber, 1);
	if (tag == LDAP_REQ_BIND)
		answer_bind(fake, id, bytes, length);
	else if (tag == LDAP_REQ_SEARCH)
		answer_search(fake, id, bytes, length);
	else if (tag == LDAP_REQ_EXTENDED)
		answer_who_am_i(fake, id);
}

/* One request at a time arrives, in one piece: our client waits for each answer. */
static void
serve(struct fake *fake)
{
	struct linger at_once = { 1, 0 };
	char bytes[8192];
	ssize_t n;

	while (!fake->leave && (n = recv(fake->client, bytes, sizeof bytes, 0)) > 0) {
		if (fake->way == FAKE_SILENT)
			continue;
		if (fake->way == FAKE_RESET) {
			setsockopt(fake->client, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
			return;
		}
		if (fake->way == FAKE_GARBAGE)
			send_all(fake, "HTTP/1.1 400 Bad Request\r\n\r\n", 28);
		else
			serve_request(fake, bytes, (size_t)n);
	}
}

static void *
run(void *user)
{
	struct fake *fake = user;

	while (!fake->leave) {
		int client = accept(fake->listener, NULL, NULL);

		if (client < 0)
			break;
		fake->connections++;
		fake->client = client;
		serve(fake);
		fake->client = -1;
		close(client);
	}
	return NULL;
}

struct fake *
fake_start(enum fake_way way)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof address;
	struct fake *fake = calloc(1, sizeof *fake);

	fake->way = way;
	fake->client = -1;
	fake->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (bind(fake->listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(fake->listener, 8) != 0
	    || getsockname(fake->listener, (struct sockaddr *)&address, &size) != 0
	    || pthread_create(&fake->thread, NULL, run, fake) != 0) {
		free(fake);
		return NULL;
	}
	fake->port = ntohs(address.sin_port);
	return fake;
}

int
fake_port(const struct fake *fake)
{
	return fake->port;
}

int
fake_connections(const struct fake *fake)
{
	return fake->connections;
}

const char *
fake_requests(const struct fake *fake)
{
	return fake->requests;
}

void
fake_forget(struct fake *fake)
{
	memset(fake->requests, 0, sizeof fake->requests);
}

void
fake_stop(struct fake *fake)
{
	int client = fake->client;

	fake->leave = true;
	shutdown(fake->listener, SHUT_RDWR);
	if (client >= 0)
		shutdown(client, SHUT_RDWR);
	pthread_join(fake->thread, NULL);
	close(fake->listener);
	free(fake);
}
