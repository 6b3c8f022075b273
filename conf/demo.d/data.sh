# data.sh - the schema, and what data.list loads into a new demo.
# shellcheck shell=bash

migrate() {
	has_tool migrate || { say "samspil-migrate is not built"; return 0; }
	tool migrate >>"$dir/log/migrate.log" 2>&1 ||
		{ tail -n 15 "$dir/log/migrate.log" >&2; fail "samspil-migrate failed: $dir/log/migrate.log (a schema that is being worked on: conf/demo reset)"; }
}

# Once for a database: mariadb/loaded remembers it.
load_data() {
	local line words log="$dir/log/data.log"
	[ ! -e "$dir/mariadb/loaded" ] || return 0
	say "loading the demo's data"
	while read -r line; do
		case $line in
		''|\#*) continue ;;
		esac
		# xargs knows quotes; nothing of the line is run.
		mapfile -t words < <(xargs -n 1 printf '%s\n' <<<"$line")
		(cd "$top" && load_step "${words[@]}") >>"$log" 2>&1 9>&- </dev/null ||
			{ tail -n 15 "$log" >&2; fail "loading failed at \"$line\": $log"; }
	done <"$here/data.list"
	: >"$dir/mariadb/loaded"
}

# Arguments: a step's words; of sql, * is expanded by the shell.
load_step() {
	local file step=$1
	shift
	printf '== %s %s\n' "$step" "$*"
	if [ "$step" != sql ]; then
		tool "$step" "$@"
		return
	fi
	# shellcheck disable=SC2048,SC2086
	set -- $*
	[ $# -gt 0 ] || { echo "no such files"; return 1; }
	for file in "$@"; do
		printf '== %s\n' "$file"
		mariadb_as_root samspil <"$file" || return 1
	done
}
