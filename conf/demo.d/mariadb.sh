# mariadb.sh - the demo's database server, reached by a socket only.
# shellcheck shell=bash

# Every program and tool has an account of its own; what it may do is granted by samspil-migrate (sql/grants).
accounts=(portal answer screening triage plan report admin migrate import export check sessions stylesheet render notify seal)

mariadb_as_root() { mariadb --no-defaults --socket="$dir/run/mariadb.sock" --user="$(id -un)" --default-character-set=utf8mb4 "$@"; }

start_mariadb() {
	local as=()
	part_alive mariadb && return 0
	[ "$(id -u)" != 0 ] || as=(--user=root)
	if [ ! -d "$dir/mariadb/mysql" ]; then
		rm -rf "$dir/mariadb"
		mariadb-install-db --defaults-file="$here/mariadb.cnf" "${as[@]}" --datadir="$dir/mariadb" --skip-test-db \
			--auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" \
			>"$dir/log/mariadb-install.log" 2>&1 || fail "mariadb-install-db failed: $dir/log/mariadb-install.log"
	fi
	part_start mariadb mariadbd --defaults-file="$here/mariadb.cnf" "${as[@]}" --datadir="$dir/mariadb" \
		--socket="$dir/run/mariadb.sock" --pid-file="$dir/run/mariadb.own" --tmpdir="$dir/tmp"
	part_wait mariadb mariadb_as_root -e 'SELECT 1'
	make_accounts
}

# The database and its accounts; nothing where they are there already.
make_accounts() {
	local name
	{
		echo "CREATE DATABASE IF NOT EXISTS samspil CHARACTER SET utf8mb4 COLLATE utf8mb4_danish_ci;"
		for name in "${accounts[@]}"; do
			echo "CREATE USER IF NOT EXISTS 'samspil_$name'@localhost IDENTIFIED BY '$(secret "db-$name.secret")';"
		done
		echo "GRANT ALL ON samspil.* TO samspil_migrate@localhost WITH GRANT OPTION;"
		echo "GRANT CREATE USER ON *.* TO samspil_migrate@localhost;"
	} | mariadb_as_root
}
