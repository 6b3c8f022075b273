/*
 * grants.h - what a program's database account may do.  tools/grants/: may use base/, sql/.
 *
 * sql/grants/PROGRAM.sql holds nothing but comments ("-- ...") and lines of the form
 *
 *	GRANT SELECT (id, name), INSERT (name), DELETE ON citizen TO @program@;
 *
 * with SELECT, INSERT, UPDATE (of the whole table, or of the columns in parentheses) and DELETE, and GRANT CREATE TEMPORARY TABLES ON * TO @program@;
 * for tables that end with the connection and that nobody else sees.  It is the whole truth: what an account holds beyond it is taken away.
 */
#ifndef SAMSPIL_TOOLS_GRANTS_GRANTS_H
#define SAMSPIL_TOOLS_GRANTS_GRANTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/conf.h"
#include "base/fail.h"
#include "sql/db.h"

/* One right; column "" for the whole table, table "*" for grants_temporary. */
extern const char grants_temporary[];
struct grant { const char *right, *table, *column; };

struct grants { struct grant *list; size_t count; };

/* An account as MariaDB knows it. */
struct account {
	const char *program, *user, *password, *host;
	const char *grantee;	/* 'user'@'host', as information_schema writes it */
	const char *schema;
};

/* The programs that have a file in dir ("admin", "plan" ...), NULL-terminated, owned by owner.  NULL, logged: there is none. */
const char *const *grants_programs(const void *owner, const char *dir);

/* The account of a program; everything owned by owner. */
enum fail grants_account(const void *owner, const struct conf *conf, const char *program, struct account *out);

/* Read a program's file.  out is owned by owner.  FAIL_INPUT, logged with the line, for anything that is no such GRANT. */
enum fail grants_read(const void *owner, const char *dir, const char *program, struct grants *out);

/* Read such text, as grants_read; name is for the log. */
enum fail grants_parse(const void *owner, const char *name, char *text, struct grants *out);

/*
 * What the account holds on tables of its schema; own: db is connected as it, else as an administrator.  *beyond, owned by
 * owner: rights that no file can give (on the server, schemas, other schemas' tables, roles, the right to pass on), a line
 * each; "" for none.
 */
enum fail grants_held(const void *owner, struct db *db, const struct account *account, bool own, struct grants *out,
    char **beyond);

/* Is grant among grants? */
bool grants_contain(const struct grants *grants, const struct grant *grant);

/* "SELECT (`name`) ON `citizen`", owned by owner. */
char *grants_text(const void *owner, const struct account *account, const struct grant *grant);

#endif
