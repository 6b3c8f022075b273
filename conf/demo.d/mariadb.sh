# mariadb.sh - the demo's database server, reached by a socket only.
# shellcheck shell=bash

mariadb_as_root() { mariadb --no-defaults --socket="$dir/run/mariadb.sock" --user="$(id -un)" --default-character-set=utf8mb4 "$@"; }

start_mariadb() {
	local as=()
	part_alive mariadb && return 0
	[ "$(id -u)" != 0 ] || as=(--user=root)
	if [ ! -d "$dir/mariadb/mysql" ]; then
		[ -L "$dir/mariadb" ] || rm -rf "$dir/mariadb"
		mariadb-install-db --defaults-file="$here/mariadb.cnf" "${as[@]}" --datadir="$dir/mariadb" --skip-test-db \
			--auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" \
			>"$dir/log/mariadb-install.log" 2>&1 || fail "mariadb-install-db failed: $dir/log/mariadb-install.log"
	fi
	part_start mariadb mariadbd --defaults-file="$here/mariadb.cnf" "${as[@]}" --datadir="$dir/mariadb" \
		--socket="$dir/run/mariadb.sock" --pid-file="$dir/run/mariadb.own" --tmpdir="$dir/tmp"
	part_wait mariadb mariadb_as_root -e 'SELECT 1'
}
