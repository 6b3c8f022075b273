#include "web/site.h"

#include <string.h>
#include <talloc.h>

#include "web/look.h"
#include "web/route.h"
#include "xml/node.h"

static enum fail
read_labels(struct site *site)
{
	const char *dir = talloc_asprintf(site, "%s/xslt/labels", site->share);
	const char *lang = conf_text(site->conf, "site", "language", "da");

	enum fail f = labels_read_all(site, dir, lang, &site->languages);

	if (f == FAIL_NONE)
		site->labels = site->languages[0];
	return f;
}

const struct labels *const *
site_languages(const struct site *site)
{
	return site->languages;
}

static enum fail
read_sheets(struct site *site, const struct program *program)
{
	const char *dir = talloc_asprintf(site, "%s/xslt", site->share);
	enum fail f = sheet_start(dir);

	if (f == FAIL_NONE)
		f = sheet_compile(site, talloc_asprintf(site, "samspil:pages/%s.xsl", program->name), &site->sheet);
	if (f == FAIL_NONE && conf_flag(site->conf, "site", "validate-pages", false))
		f = schema_read(site, talloc_asprintf(site, "%s/schema/page.rng", dir), &site->schema);
	return f;
}

/* Browsers keep a name that starts so to what it promises; a prefix of "__Host-" needs the path "/". */
static const char *
cookie_name(const struct site *site, const struct program *program)
{
	bool whole_host = site->base_path[0] == '\0' && strcmp(program->cookie_path, "/") == 0;
	const char *own = strcmp(program->cookie_path, "/") == 0 ? "" : program->name;

	return talloc_asprintf(site, "%ssamspil%s%s", !site->secure ? "" : whole_host ? "__Host-" : "__Secure-", own[0] == '\0' ? "" : "-", own);
}

static enum fail
read_settings(struct site *site, const struct program *program)
{
	const struct conf *conf = site->conf;
	const char *base = conf_text(conf, "site", "base-path", "");

	if (strcmp(base, "/") == 0)
		base = "";
	if (base[0] != '\0' && (base[0] != '/' || base[strlen(base) - 1] == '/' ||
	    strspn(base, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/") != strlen(base)))
		return fail_log(FAIL_BROKEN, "conf: [site] base-path must be empty or like /samspil");
	site->base_path = base;
	site->name = conf_text(conf, "site", "name", "");
	site->share = conf_text(conf, "site", "share", SAMSPIL_SHARE);
	site->secure = conf_flag(conf, "site", "https", true);
	site->demo = conf_flag(conf, "site", "demo", false);
	site->idle_minutes = conf_number(conf, "site", "idle-minutes", 60, 1, 24 * 60);
	site->session_hours = conf_number(conf, "site", "session-hours", 10, 1, 24);
	site->edge_secret = conf_secret(site, conf, "site", "edge-secret");
	if ((site->edge_secret == NULL || site->edge_secret[0] == '\0') && (conf_text(conf, "site", "edge-secret", NULL) != NULL ||
	    conf_text(conf, "site", "edge-secret-file", NULL) != NULL))
		return fail_log(FAIL_BROKEN, "conf: [site] edge-secret is asked for, and there is none");
	site->cookie_name = cookie_name(site, program);
	return FAIL_NONE;
}

enum fail
site_open(const void *owner, const struct conf *conf, const struct program *program, struct site **out)
{
	struct site *site = talloc_zero(owner, struct site);
	enum fail worst = FAIL_NONE, f;

	*out = site;
	site->conf = conf;
	node_start();
	f = read_settings(site, program);
	worst = worst == FAIL_NONE ? f : worst;
	f = read_labels(site);
	worst = worst == FAIL_NONE ? f : worst;
	f = read_sheets(site, program);
	worst = worst == FAIL_NONE ? f : worst;
	if (worst == FAIL_NONE)
		worst = look_open(site);
	f = db_new(site, conf, program->name, &site->db);
	return worst == FAIL_NONE ? f : worst;
}
