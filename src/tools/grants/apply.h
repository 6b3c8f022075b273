/* apply.h - make an account hold what its file says, no more and no less.  tools/grants/: may use base/, sql/. */
#ifndef SAMSPIL_TOOLS_GRANTS_APPLY_H
#define SAMSPIL_TOOLS_GRANTS_APPLY_H

#include "sql/db.h"
#include "tools/grants/grants.h"

struct applied { bool made, password_set; size_t granted, revoked; };

/*
 * Make the account where it is not there, and grant and revoke until it holds what wanted says.  A new account gets the
 * password of [database]; without one it is identified by unix_socket.  The password of an existing one is set anew only if
 * it signs in by mysql_native_password and has another: ed25519, unix_socket and the like are left as the administrator
 * chose.  dry: only count.  Failures are remembered by db.
 */
enum fail apply(struct db *db, const struct account *account, const struct grants *wanted, bool dry,
    struct applied *out);

#endif
