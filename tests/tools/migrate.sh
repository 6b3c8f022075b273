# migrate.sh - files run once, in order, resumed after any interruption; accounts hold what their file says.
# shellcheck shell=bash disable=SC2154

own=$dir/sql
mkdir -p "$own/grants"
secret db-portal.secret >/dev/null
cat >"$own/0001-first.sql" <<'SQL'
-- A comment; with a semicolon.
CREATE TABLE thing (
  id   INT PRIMARY KEY, -- and one here;
  name VARCHAR(40) NOT NULL DEFAULT 'a;
b''c\';"' COMMENT "it's;"
) WITH SYSTEM VERSIONING; # done
/* and; a
   longer one; */
INSERT INTO thing (id, name) VALUES (1, 'one; two'), (2, 'æøå');
SQL
cat >"$own/0002-second.sql" <<'SQL'
SET system_versioning_alter_history = KEEP;
ALTER TABLE thing ADD COLUMN more INT;
UPDATE thing SET more = COALESCE(more, 0) + 1;
CREATE TABLE other (id INT PRIMARY KEY);
INSERT INTO other (id) VALUES (1);
ALTER TABLE other ADD COLUMN name VARCHAR(40), ADD KEY other_name (name);
UPDATE thing SET more = more + 1;
SQL
echo 'GRANT SELECT (id), INSERT (id, name), DELETE ON thing TO @program@;' >"$own/grants/portal.sql"
schema() { sql -e "SELECT number, statements, begun, finished FROM samspil.schema_migration ORDER BY number" 2>&1; }
content() { sql samspil -e "SELECT id, name, more FROM thing ORDER BY id; SELECT * FROM other; SHOW CREATE TABLE other" 2>&1; }

out=$(migrate --dry-run "$own")
is "dry run" "$?" 0
has "dry run tells the files" "$out" "0002-second.sql: 7 statements to run"
is "dry run makes no database" "$(sql -e "SHOW DATABASES LIKE 'samspil'")" ""
out=$(migrate "$own")
is "first run" "$?" 0
is "each statement is recorded" "$(schema)" $'1\t2\t2\t1\n2\t7\t7\t1'
is "quotes and comments are read" "$(sql samspil -e 'SELECT id, name, more, (SELECT COUNT(*) FROM other) FROM thing ORDER BY id')" \
	$'1\tone; two\t2\t1\n2\tæøå\t2\t1'
whole=$(content)
has "a second run does nothing" "$(migrate "$own")" "nothing to do"
is "and leaves all as it is" "$(content)" "$whole"

# Killed at every point: before each statement, after it, and between it and its record.
statements=7
sum=$(sql -e "SELECT checksum FROM samspil.schema_migration WHERE number = 2")
for ((n = 0; n <= statements; n++)); do
	sql -e "DROP DATABASE samspil"
	mkdir -p "$dir/part/grants"
	cp "$own/grants/portal.sql" "$dir/part/grants/"
	cp "$own/0001-first.sql" "$dir/part/"
	# The first n statements and then one that fails.
	{ head -n "$n" "$own/0002-second.sql"; echo "DROP TABLE no_such_table;"; } >"$dir/part/0002-second.sql"
	migrate "$dir/part" >/dev/null && is "a failing statement fails" yes no
	is "$n statements done are recorded" "$(schema | tail -n 1)" "2	$n	$n	0"
	migrate "$own" >/dev/null
	is "and run on from $n" "$? $(content)" "0 $whole"
	# As if the server had done a DDL statement and the tool had died before it could record that.
	case $n in
	2|4|6)
		sql -e "DROP DATABASE samspil"
		migrate "$dir/part" >/dev/null
		sql samspil -e "UPDATE schema_migration SET statements = $((n - 1)) WHERE number = 2"
		migrate "$own" >/dev/null
		is "statement $n in doubt is recognised as done" "$? $(content)" "0 $whole" ;;
	esac
	rm -rf "$dir/part"
done
is "the record is that of an undisturbed run" "$(sql -e "SELECT checksum FROM samspil.schema_migration WHERE number = 2")" "$sum"

# Really killed, while a statement runs.
cp -r "$own" "$dir/slow"
echo "INSERT INTO other (id) SELECT 100 + SLEEP(30);
INSERT INTO other (id) VALUES (200);" >"$dir/slow/0003-slow.sql"
"$build/samspil-migrate" --config "$conf" "$dir/slow" >/dev/null 2>&1 &
sleep 1
out=$(timeout 2 "$build/samspil-migrate" --config "$conf" "$own" 2>&1)
is "a second run waits for the first" "$?" 124
kill -9 $!
wait $! 2>/dev/null
sql -e "KILL $(sql -e "SELECT ID FROM information_schema.PROCESSLIST WHERE INFO LIKE '%SLEEP(30)%' AND ID <> CONNECTION_ID()")" 2>/dev/null
sed -i 's/SLEEP(30)/SLEEP(0)/' "$dir/slow/0003-slow.sql"
migrate "$dir/slow" >/dev/null
is "after a kill the statement runs once" "$? $(sql samspil -e 'SELECT GROUP_CONCAT(id ORDER BY id) FROM other')" "0 1,100,200"

# What is refused.
out=$(migrate "$own")
is "an older version refuses" "$?" 1
has "and says why" "$out" "the schema is newer than these files: 0003-slow.sql"
sed -i 's/one; two/one, two/' "$dir/slow/0001-first.sql"
has "a file that was run must not change" "$(migrate "$dir/slow")" "0001-first.sql has changed since it was run"
rm "$dir/slow/0001-first.sql"
has "nor go" "$(migrate "$dir/slow")" "0001-first.sql was run and is no longer among the files"
cp "$own/0001-first.sql" "$dir/slow/"
refuses() {
	printf '%s\n' "$3" >"$dir/slow/$2"
	has "$1" "$(migrate "$dir/slow")" "$4"
	rm "$dir/slow/$2"
}
refuses "a number twice" 0003-again.sql "SET @a = 1;" "have one number"
refuses "a select" 0004-a.sql "SELECT 1;" "may only ALTER, CREATE"
refuses "a transaction" 0004-a.sql "COMMIT;" "may only ALTER, CREATE"
refuses "two statements on a line" 0004-a.sql "SET @a = 1; SET @b = 2;" '0004-a.sql:1: a \";\" must be the last thing'
refuses "no end" 0004-a.sql "SET @a = 1" 'has no \";\" at its end'
refuses "an open quote" 0004-a.sql "SET @a = 'x;" "a quote in this statement is never closed"
refuses "an open comment" 0004-a.sql "SET @a = 1 /* x;" 'has no \";\"'

# Accounts.
rights() { sql -e "SHOW GRANTS FOR samspil_portal@localhost" | sed 1d; }
as_portal() { mariadb --no-defaults -S "$dir/run/mariadb.sock" -u samspil_portal -p"$(cat "$dir/conf/db-portal.secret")" samspil -N -B -e "$1" 2>&1; }
all='GRANT SELECT (`id`), INSERT (`id`, `name`), DELETE ON `samspil`.`thing` TO `samspil_portal`@`localhost`'
same_rights() { is "$1" "$(rights | sed 's/(`name`, `id`)/(`id`, `name`)/')" "$all"; }
same_rights "the account holds what its file says"
is "and signs in with its secret" "$(as_portal 'SELECT COUNT(id) FROM thing')" 2
has "other columns are closed to it" "$(as_portal 'SELECT name FROM thing')" "denied"
for more in "SELECT ON samspil.other" "ALL ON samspil.*" "FILE ON *.*" "CREATE TEMPORARY TABLES ON samspil.*" "SELECT (more) ON samspil.thing" "UPDATE ON samspil.thing"; do
	sql -e "GRANT $more TO samspil_portal@localhost"
	migrate "$dir/slow" >/dev/null
	same_rights "taken back: $more"
done
echo 'GRANT CREATE TEMPORARY TABLES ON * TO @program@;' >>"$dir/slow/grants/portal.sql"
migrate "$dir/slow" >/dev/null
has "the right on no table" "$(rights)" 'CREATE TEMPORARY TABLES ON `samspil`.* TO'
has "is not given twice" "$(migrate "$dir/slow")" "nothing to do"
cp "$own/grants/portal.sql" "$dir/slow/grants/"
migrate "$dir/slow" >/dev/null
same_rights "taken back: the right on no table"
sql -e "CREATE ROLE anything; GRANT ALL ON samspil.* TO anything; GRANT anything TO samspil_portal@localhost"
migrate "$dir/slow" >/dev/null
same_rights "taken back: a role"
sql -e "DROP ROLE anything; REVOKE DELETE ON samspil.thing FROM samspil_portal@localhost"
migrate "$dir/slow" >/dev/null
same_rights "given again: what was taken"
for hostile in "it's \"quoted\" \\ and %s" "'; DROP DATABASE samspil; -- " "\`x\`@%" $'tab\there'; do
	printf '%s\n' "$hostile" >"$dir/conf/db-portal.secret"
	out=$(migrate "$dir/slow")
	is "a password with quotes in it" "$? $(as_portal 'SELECT COUNT(id) FROM thing')" "0 2"
	hasnt "is in no log" "$out" "$hostile"
done
sql -e "ALTER USER samspil_portal@localhost IDENTIFIED VIA unix_socket"
migrate "$dir/slow" >/dev/null
has "how an administrator lets an account in is left alone" "$(sql -e 'SHOW CREATE USER samspil_portal@localhost')" "unix_socket"
refuses_grant() {
	printf '%s\n' "$2" >"$dir/slow/grants/portal.sql"
	has "a grant that is refused: $1" "$(migrate "$dir/slow")" "$3"
	same_rights "changes nothing: $1"
}
refuses_grant "another account" "GRANT SELECT ON thing TO root@localhost;" "the account is written @program@"
refuses_grant "another right" "GRANT ALL ON thing TO @program@;" "a right is SELECT, INSERT, UPDATE or DELETE"
refuses_grant "another schema" "GRANT SELECT ON mysql.user TO @program@;" 'TO\" is missing'
refuses_grant "all of a schema" "GRANT SELECT ON * TO @program@;" "CREATE TEMPORARY TABLES, and nothing else, is ON *"
refuses_grant "a temporary right on a table" "GRANT CREATE TEMPORARY TABLES ON thing TO @program@;" "CREATE TEMPORARY TABLES, and nothing else, is ON *"
refuses_grant "another thing to create" "GRANT CREATE ON * TO @program@;" "of what can be created only TEMPORARY TABLES is a right"
refuses_grant "another statement" "DROP TABLE thing;" "only GRANT"
refuses_grant "a second statement" "GRANT SELECT ON thing TO @program@; DROP TABLE thing;" "only GRANT"
refuses_grant "a quote" "GRANT SELECT ON \`thing\` TO @program@;" 'TO\" is missing'
refuses_grant "no such table" "GRANT DELETE, INSERT (id, name), SELECT (id) ON thing TO @program@; GRANT SELECT ON nothing TO @program@;" \
	"the grants of portal are not in place"
sql -e "DROP DATABASE samspil; DROP USER samspil_portal@localhost"
rm -rf "$own" "$dir/slow" "$dir/conf/db-portal.secret"

# A database that has run a file refuses the next version of the house when that file has changed.
is "what has landed is as it was" "$(cd "$top/sql" && sha256sum --check --quiet "$top/tests/sql/landed.sha256" 2>&1)" ""
