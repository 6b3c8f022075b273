#include "tools/notify/mail.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>
#include <talloc.h>
#include <time.h>
#include <unistd.h>

#include "base/fail.h"

#define SECTION "mail"

enum { CONNECT_S = 5, WHOLE_S = 20, REFUSED_FROM = 500, LINE_MAX_BYTES = 60 };

struct mail {
	CURL *curl;
	const char *url, *from, *link, *ca_file;
	bool starttls;
	char said[CURL_ERROR_SIZE], why[200];
};

static bool
is_address(const char *text)
{
	const char *at = strchr(text, '@');

	return at != NULL && at > text && at[1] != '\0' && strpbrk(text, " <>\r\n\t,;\"") == NULL;
}

static bool
is_loopback(const char *relay)
{
	return strncmp(relay, "127.", 4) == 0 || strncmp(relay, "localhost", 9) == 0 || strncmp(relay, "[::1]", 5) == 0;
}

char *
mail_faults(const void *owner, const struct conf *conf)
{
	const char *relay = conf_text(conf, SECTION, "relay", ""), *link = conf_text(conf, SECTION, "link", "");
	const char *ca_file = conf_text(conf, SECTION, "ca-file", NULL);
	char *faults = talloc_strdup(owner, "");

	if (relay[0] == '\0')
		return faults;
	if (strpbrk(relay, "/@ ?#") != NULL)
		faults = talloc_asprintf_append(faults, "relay is \"%s\": write host or host:port\n", relay);
	if (!is_address(conf_text(conf, SECTION, "from", "")))
		faults = talloc_asprintf_append(faults, "from is no address: write the sender's, samspil@kommune.dk\n");
	if (strncmp(link, "https://", 8) != 0 && strncmp(link, "http://", 7) != 0)
		faults = talloc_asprintf_append(faults, "link does not begin with https://: write where Samspil is\n");
	if (!conf_flag(conf, SECTION, "starttls", true) && !is_loopback(relay))
		faults = talloc_asprintf_append(faults, "starttls is no for %s: addresses would cross the network in the clear\n", relay);
	if (ca_file != NULL && access(ca_file, R_OK) != 0)
		faults = talloc_asprintf_append(faults, "ca-file %s cannot be read\n", ca_file);
	return faults;
}

static int
mail_close(struct mail *mail)
{
	if (mail->curl != NULL)
		curl_easy_cleanup(mail->curl);
	return 0;
}

/* Our own host is named by its Message-ID's domain: the part of the sender's address that is the municipality. */
static struct mail *
mail_read(const void *owner, const struct conf *conf)
{
	struct mail *mail = talloc_zero(owner, struct mail);

	mail->from = talloc_strdup(mail, conf_text(conf, SECTION, "from", ""));
	mail->link = talloc_strdup(mail, conf_text(conf, SECTION, "link", ""));
	mail->ca_file = talloc_strdup(mail, conf_text(conf, SECTION, "ca-file", NULL));
	mail->starttls = conf_flag(conf, SECTION, "starttls", true);
	mail->url = talloc_asprintf(mail, "smtp://%s/%s", conf_text(conf, SECTION, "relay", ""), strchr(mail->from, '@') + 1);
	return mail;
}

struct mail *
mail_new(const void *owner, const struct conf *conf)
{
	char *faults, *line, *rest = NULL;
	struct mail *mail;

	if (conf_text(conf, SECTION, "relay", NULL) == NULL)
		return NULL;
	faults = mail_faults(owner, conf);
	for (line = strtok_r(faults, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest))
		fail_log(FAIL_BROKEN, "mail: [mail] %s", line);
	if (faults[0] != '\0' || curl_global_init(CURL_GLOBAL_DEFAULT) != 0)
		return NULL;
	mail = mail_read(owner, conf);
	talloc_set_destructor(mail, mail_close);
	mail->curl = curl_easy_init();
	return mail->curl != NULL ? mail : NULL;
}

/* Whatever a mail or a question to the relay needs; a proxy of the environment is none of ours. */
static void
prepare(struct mail *mail)
{
	CURL *curl = mail->curl;

	curl_easy_reset(curl);
	mail->said[0] = '\0';
	curl_easy_setopt(curl, CURLOPT_URL, mail->url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp");
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_S);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)WHOLE_S);
	curl_easy_setopt(curl, CURLOPT_USE_SSL, mail->starttls ? (long)CURLUSESSL_ALL : (long)CURLUSESSL_NONE);
	curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, mail->said);
	if (mail->ca_file != NULL)
		curl_easy_setopt(curl, CURLOPT_CAINFO, mail->ca_file);
}

/* RFC 2047, a word for each run of whole letters, so that a header has ASCII only. */
static char *
header_words(const void *owner, const char *text)
{
	char *out = talloc_strdup(owner, "=?UTF-8?Q?");
	size_t length = 0;

	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (length > LINE_MAX_BYTES && (c & 0xc0) != 0x80) {
			out = talloc_asprintf_append(out, "?=\r\n =?UTF-8?Q?");
			length = 0;
		}
		out = strchr("?=_", c) != NULL || c < ' ' || c > '~' ? talloc_asprintf_append(out, "=%02X", c) :
		    talloc_asprintf_append(out, "%c", c == ' ' ? '_' : c);
		length += 3;
	}
	return talloc_asprintf_append(out, "?=");
}

static char *
with_link(const void *owner, const char *text, const char *link)
{
	const char *at = strstr(text, "{link}");

	return at == NULL ? talloc_strdup(owner, text) : talloc_asprintf(owner, "%.*s%s%s", (int)(at - text), text, link, at + strlen("{link}"));
}

/* Quoted-printable (RFC 2045): ASCII only, in short lines. */
static char *
body_of(const void *owner, const char *text)
{
	char *out = talloc_strdup(owner, "");
	size_t length = 0;

	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '\n') {
			out = talloc_asprintf_append(out, "\r\n");
			length = 0;
			continue;
		}
		if (length > LINE_MAX_BYTES) {
			out = talloc_asprintf_append(out, "=\r\n");
			length = 0;
		}
		length += c == '=' || c < ' ' || c > '~' || (c == ' ' && text[1] == '\n') ? 3 : 1;
		out = c == '=' || c < ' ' || c > '~' || (c == ' ' && text[1] == '\n') ? talloc_asprintf_append(out, "=%02X", c) :
		    talloc_asprintf_append(out, "%c", c);
	}
	return out;
}

static char *
whole(const void *owner, const struct mail *mail, const char *address, long long id, const char *subject, const char *text)
{
	time_t now = time(NULL);
	struct tm utc;
	char date[64];

	strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S +0000", gmtime_r(&now, &utc));
	return talloc_asprintf(owner, "Date: %s\r\nFrom: %s\r\nTo: %s\r\nSubject: %s\r\nMessage-ID: <samspil.%lld%s>\r\nMIME-Version: 1.0\r\n"
	    "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nAuto-Submitted: auto-generated\r\n\r\n%s",
	    date, mail->from, address, header_words(owner, subject), id, strchr(mail->from, '@'), body_of(owner, with_link(owner, text, mail->link)));
}

/* Only a refusal of the receiver is one for ever: what else a relay refuses, it refuses to everybody, and may be mended. */
static enum mail_result
result_of(struct mail *mail, CURLcode code)
{
	long response = 0;

	curl_easy_getinfo(mail->curl, CURLINFO_RESPONSE_CODE, &response);
	snprintf(mail->why, sizeof mail->why, "%s (%ld)", curl_easy_strerror(code), response);
	if (code == CURLE_OK)
		return MAIL_SENT;
	if (strncmp(mail->said, "RCPT failed", 11) == 0)
		return response >= REFUSED_FROM ? MAIL_REFUSED : MAIL_LATER;
	return code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_RECV_ERROR ? MAIL_LATER : MAIL_AWAY;
}

enum mail_result
mail_send(struct mail *mail, const char *address, long long id, const char *subject, const char *text, const char **why)
{
	void *owner = talloc_new(mail);
	char *bytes = whole(owner, mail, address, id, subject, text);
	FILE *file = fmemopen(bytes, strlen(bytes), "r");
	struct curl_slist *to = curl_slist_append(NULL, address);
	enum mail_result result = MAIL_LATER;

	*why = mail->why;
	if (file != NULL && to != NULL) {
		prepare(mail);
		curl_easy_setopt(mail->curl, CURLOPT_MAIL_FROM, mail->from);
		curl_easy_setopt(mail->curl, CURLOPT_MAIL_RCPT, to);
		curl_easy_setopt(mail->curl, CURLOPT_UPLOAD, 1L);
		curl_easy_setopt(mail->curl, CURLOPT_READDATA, file);
		result = result_of(mail, curl_easy_perform(mail->curl));
	}
	if (file != NULL)
		fclose(file);
	curl_slist_free_all(to);
	talloc_free(owner);
	return result;
}

bool
mail_probe(struct mail *mail, const char **why)
{
	prepare(mail);
	curl_easy_setopt(mail->curl, CURLOPT_CUSTOMREQUEST, "NOOP");
	curl_easy_setopt(mail->curl, CURLOPT_NOBODY, 1L);
	*why = mail->why;
	return result_of(mail, curl_easy_perform(mail->curl)) == MAIL_SENT;
}
