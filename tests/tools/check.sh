# check.sh - all is right; and each thing that can be wrong is named, with what to do, beside all the others.
# shellcheck shell=bash disable=SC2154

out=$(check)
is "all is right" "$? $(grep ^FAULT <<<"$out")" "0 "
for area in configuration database grants schema directory scan mail stylesheets; do
	has "a line for $area" "$out" "ok $area: "
done
is "a line is ok or FAULT" "$(grep -vcE '^(ok|FAULT) [a-z]+: .' <<<"$out")" 0
out=$(check --user mads.sb)
is "one person" "$?" 0
has "the person's entry" "$out" "ok directory: search user: uid=mads.sb,ou=people,dc=kommune,dc=dk"
has "the person's roles" "$out" "ok directory: roles: caseworker"
has "the person's department" "$out" "ok directory: department: jobcenter"
out=$(check --user nobody.here)
is "nobody is a fault" "$?" 1
has "that says what to do" "$out" "→ look at people-base and user-filter"
hasnt "no secret is ever told" "$(check --user mads.sb)" "$(cat "$dir/conf/ldap.secret")"

# wrong NAME TEXT SED...: a configuration with a fault.
wrong() {
	local name=$1 text=$2
	shift 2
	sed "$@" "$dir/conf/samspil.conf" >"$dir/conf/wrong.conf"
	out=$("$build/samspil-check" --config "$dir/conf/wrong.conf" 2>&1)
	is "$name: exit code" "$?" 1
	has "$name" "$(grep '^FAULT.* → ' <<<"$out")" "$text"
}
wrong "an unknown key" "[site] coulour: there is no such key" '/^\[site\]/a coulour = red'
wrong "an unknown section" "[sight] name: there is no such section" '1i [sight]\nname = x'
wrong "an unknown role" "[roles] boss is no role" '/^\[roles\]/a boss = cn=boss,dc=dk'
wrong "an unknown department" "[departments] moon: there is no such department" '/^\[departments\]/a moon = cn=moon,dc=dk'
wrong "no flag" '[site] https is "maybe"' 's/^https = .*/https = maybe/'
wrong "no number" '[site] idle-minutes is "0"' 's/^idle-minutes = .*/idle-minutes = 0/'
wrong "a missing file" "[site] share: /nowhere" 's|^share = .*|share = /nowhere|'
wrong "a missing secret" "none.secret" 's/^edge-secret-file = .*/edge-secret-file = none.secret/'
wrong "a missing program's secret" "dbx-sessions.secret" 's/^password-file = .*/password-file = dbx-%s.secret/'
wrong "a bad prefix" '[site] base-path is "samspil/"' 's|^base-path =.*|base-path = samspil/|'
wrong "a bad filter" "user-filter is no filter" 's/^user-filter = .*/user-filter = (uid=%s/'
wrong "a silent directory" "FAULT directory: connect ldap://127.0.0.1:1, StartTLS" 's|^uris = .*|uris = ldap://127.0.0.1:1|'
wrong "a wrong service password" "FAULT directory: bind service account" 's|^service-password-file.*|service-password = x|'
wrong "a database that is away" "sessions cannot connect" 's|^hosts = .*|hosts = /nowhere.sock|'
wrong "a secret in an open file" "which is open to everybody" 's|^service-password-file.*|service-password = x|'
wrong "a scanner that is away" "FAULT scan: /nowhere.sock" 's|^socket =.*|socket = /nowhere.sock|'
wrong "many at once: the first" "[site] coulour" -e '/^\[site\]/a coulour = red' -e 's|^hosts = .*|hosts = /nowhere.sock|' -e 's|^uris = .*|uris = ldap://127.0.0.1:1|'
has "many at once: the second" "$out" "sessions cannot connect"
has "many at once: the third" "$out" "connect ldap://127.0.0.1:1"

chmod 644 "$dir/conf/ldap.secret"
has "a secret that all can read" "$(check)" "ldap.secret is open to everybody"
chmod 600 "$dir/conf/ldap.secret"
sql -e "GRANT FILE ON *.* TO samspil_sessions@localhost; REVOKE SELECT ON samspil.staff_role FROM samspil_sessions@localhost;
	GRANT DELETE ON samspil.session TO samspil_sessions@localhost"
out=$(check)
has "a right beyond its due" "$out" "FAULT grants: 'samspil_sessions'@'localhost' has beyond its due FILE ON *.* → run samspil-migrate"
has "a missing right" "$out" "FAULT grants: 'samspil_sessions'@'localhost' lacks SELECT ON \`samspil\`.\`staff_role\`"
has "a right too many on a table" "$out" "'samspil_sessions'@'localhost' has beyond its due DELETE ON \`samspil\`.\`session\`"
migrate >/dev/null
is "samspil-migrate mends it" "$(check | grep ^FAULT)" ""
sql -e "SET GLOBAL secure_timestamp = NO" 2>/dev/null || true
sql -e "SET GLOBAL innodb_flush_log_at_trx_commit = 2"
has "a setting of the server" "$(check)" "innodb_flush_log_at_trx_commit is 2, must be 1"
sql -e "SET GLOBAL innodb_flush_log_at_trx_commit = 1"
sql samspil -e "UPDATE schema_migration SET finished = FALSE WHERE number = (SELECT n FROM (SELECT MAX(number) AS n FROM schema_migration) m)"
has "a schema that is behind" "$(check)" "is the first that has not → run samspil-migrate"
sql samspil -e "UPDATE schema_migration SET finished = TRUE"
sql samspil -e "INSERT INTO schema_migration (number, name, checksum, finished, \`by\`) VALUES (9999, '9999-later.sql', '', TRUE, 'x')"
has "a schema that is ahead" "$(check)" "the schema is newer than these files: 9999-later.sql"
sql samspil -e "DELETE FROM schema_migration WHERE number = 9999"

mkdir "$dir/share"
cp -r "$top/xslt" "$top/sql" "$dir/share/"
rm -rf "$dir/share/xslt/static/node_modules"
sed -i 's|</xsl:stylesheet>|<xsl:template match="a[" mode="b"/></xsl:stylesheet>|' "$dir/share/xslt/pages/plan.xsl"
sed -i '0,/<label key="/s//<label key="only.in.danish">x<\/label><label key="/' "$dir/share/xslt/labels/da.xml"
wrong "a renderer that is none" "departments' layers are not drawn" "s|^renderer = .*|renderer = /bin/false|"
wrong "a stylesheet that does not compile" "samspil:pages/plan.xsl does not compile" "s|^share = .*|share = $dir/share|"
has "a label in one language only" "$out" "label only.in.danish is there in da and not in en"
"$build/samspil-check" --config /nowhere.conf >/dev/null 2>&1
is "no configuration at all" "$?" 2

# Every key that the code reads is known, and every known key is read.
read_keys=$(cat "$top"/src/{base,sql,web,domain,tools,tools/grants,tools/migrate}/*.c | tr -d '\n\t' |
	grep -oE 'conf_(text|flag|number|secret)\([^"()]*"(site|database|migrate)", *"[a-z-]+"' |
	sed -E 's/.*"(site|database|migrate)", *"([a-z-]+)"/\1.\2/' | sort -u)
for key in $read_keys; do
	has "a key that is read is known: $key" "$("$build/samspil-check" --keys)" "$key"
done
unread=$(for key in $("$build/samspil-check" --keys | sed -n 's/^directory\.//p'); do
	grep -qF "\"${key%-file}" "$top/src/directory/settings.c" || echo "$key"
done)
is "every key of [directory] that is known is read" "$unread" ""
# The shipped configuration explains every key (a secret by its -file).
unexplained=$(for key in $("$build/samspil-check" --keys | grep -vxE '.*password|.*secret'); do
	grep -qE "^;?${key#*.} =" "$top/conf/samspil.conf.in" || echo "$key"
done)
is "the shipped configuration has every key" "$unexplained" ""
