#include "tools/grants/apply.h"

#include <string.h>
#include <talloc.h>

#include "sql/exec.h"
#include "sql/rows.h"

/*
 * Run "STATEMENT 'user'@'host' [BY 'password']": the server itself quotes the names and the password, and no text with a
 * password in it ever passes our log.
 */
static void
run_for_account(struct db *db, const struct account *account, const char *statement, const char *password)
{
	exec(db, "SET @samspil_account = CONCAT(QUOTE(?), '@', QUOTE(?))",
	    ARGS(TEXT(account->user), TEXT(account->host)));
	if (password != NULL)
		exec(db, "SET @samspil_statement = CONCAT(?, ' ', @samspil_account, ' IDENTIFIED BY ', QUOTE(?))",
		    ARGS(TEXT(statement), TEXT(password)));
	else
		exec(db, "SET @samspil_statement = CONCAT(?, ' ', @samspil_account)", ARGS(TEXT(statement)));
	exec_text(db, "EXECUTE IMMEDIATE @samspil_statement");
	exec(db, "SET @samspil_statement = NULL", NO_ARGS);
}

static void
make_account(struct db *db, const struct account *account)
{
	if (account->password[0] != '\0') {
		run_for_account(db, account, "CREATE USER", account->password);
		return;
	}
	exec(db, "SET @samspil_statement = CONCAT('CREATE USER ', QUOTE(?), '@', QUOTE(?), ' IDENTIFIED VIA unix_socket')",
	    ARGS(TEXT(account->user), TEXT(account->host)));
	exec_text(db, "EXECUTE IMMEDIATE @samspil_statement");
}

static bool
has_other_password(struct db *db, const struct account *account)
{
	return account->password[0] != '\0' && rows_int(db, 0,
	    "SELECT COUNT(*) FROM mysql.global_priv WHERE User = ? AND Host = ?"
	    " AND JSON_VALUE(Priv, '$.plugin') = 'mysql_native_password' AND NOT JSON_EXISTS(Priv, '$.auth_or')"
	    " AND COALESCE(JSON_VALUE(Priv, '$.authentication_string'), '') <> PASSWORD(?)",
	    ARGS(TEXT(account->user), TEXT(account->host), TEXT(account->password))) > 0;
}

static void
ensure_account(struct db *db, const struct account *account, bool dry, struct applied *out)
{
	out->made = rows_int(db, 0, "SELECT COUNT(*) FROM mysql.global_priv WHERE User = ? AND Host = ?",
	    ARGS(TEXT(account->user), TEXT(account->host))) == 0;
	out->password_set = !out->made && has_other_password(db, account);
	if (dry || db_failed(db) != FAIL_NONE)
		return;
	if (out->made)
		make_account(db, account);
	else if (out->password_set)
		run_for_account(db, account, "ALTER USER", account->password);
}

/* Rights that no file can give, and roles: all is taken, and what the file says is given again. */
static void
take_all(struct db *db, const struct account *account, bool dry, const char *beyond, struct grants *held)
{
	if (beyond[0] == '\0')
		return;
	held->count = 0;
	if (!dry)
		run_for_account(db, account, "REVOKE ALL PRIVILEGES, GRANT OPTION FROM", NULL);
}

/* VERB right TO account for each right of from that is not in in; returns how many. */
static size_t
for_each_missing(struct db *db, const struct account *account, const struct grants *from, const struct grants *in,
    bool dry, const char *verb, const char *to)
{
	void *scratch = talloc_new(NULL);
	size_t i, count = 0;

	for (i = 0; i < from->count; i++) {
		if (grants_contain(in, &from->list[i]))
			continue;
		count++;
		if (!dry)
			run_for_account(db, account, talloc_asprintf(scratch, "%s %s %s", verb,
			    grants_text(scratch, account, &from->list[i]), to), NULL);
	}
	talloc_free(scratch);
	return count;
}

enum fail
apply(struct db *db, const struct account *account, const struct grants *wanted, bool dry, struct applied *out)
{
	void *scratch = talloc_new(NULL);
	struct grants held = { NULL, 0 };
	char *beyond = NULL;

	*out = (struct applied){ 0 };
	ensure_account(db, account, dry, out);
	if (grants_held(scratch, db, account, false, &held, &beyond) == FAIL_NONE) {
		take_all(db, account, dry, beyond, &held);
		out->granted = for_each_missing(db, account, wanted, &held, dry, "GRANT", "TO");
		out->revoked = for_each_missing(db, account, &held, wanted, dry, "REVOKE", "FROM");
	}
	talloc_free(scratch);
	return db_failed(db);
}
