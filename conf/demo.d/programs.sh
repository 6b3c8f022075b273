# programs.sh - Samspil's own programs and tools, once for each prefix under which the demo serves them.
# shellcheck shell=bash

programs=(portal answer screening triage plan report admin)
site_name='Demo Kommune'

# A prefix ("" or /x) as part of a file's name.
slug() {
	local name=${1#/}
	name=${name:-root}
	printf '%s\n' "${name//\//-}"
}

config_of() { printf '%s/conf/samspil-%s.conf\n' "$dir" "$(slug "$1")"; }

# The name of a program's part: "plan" under the first prefix, "plan@samspil" under another one.
part_of() {
	if [ "$2" = "${bases[0]}" ]; then
		printf '%s\n' "$1"
	else
		printf '%s@%s\n' "$1" "$(slug "$2")"
	fi
}

make_configuration() {
	local base
	sh "$top/conf/samspil-secrets.in" --grants "$top/sql/grants" "$dir/conf" >/dev/null
	for base in "${bases[@]}"; do
		fill "$top/conf/samspil.conf.in" "BASE_PATH=$base" "NAME=$site_name" DEMO=yes HTTPS=no VALIDATE="${SAMSPIL_VALIDATE-yes}" \
			"SHARE=$dir/installed/share/samspil" "RENDERER=$dir/installed/libexec/samspil/samspil-render" "PDF=$dir/installed/libexec/samspil/samspil-pdf" "DB_HOSTS=$dir/run/mariadb.sock" \
			"LDAP_URIS=ldap://127.0.0.1:$ldap_port" "LDAP_CA=$dir/conf/ca.crt" >"$(config_of "$base")"
		[ -n "${SAMSPIL_NO_NOTIFY-}" ] || sed -i "s|^relay =.*|relay = 127.0.0.1:$mail_port|" "$(config_of "$base")"
		sed -i "s|^starttls = yes|starttls = no|; s|^link = .*|link = $(url_of "$base")|" "$(config_of "$base")"
		mkdir -p "$dir/run/$(slug "$base")"
	done
}

# tool NAME ARGUMENT...: one of our tools, with the demo's configuration.
tool() {
	local name=${1#samspil-}
	shift
	[ -x "$dir/installed/sbin/samspil-$name" ] || fail "there is no tool samspil-$name"
	"$dir/installed/sbin/samspil-$name" --config "$(config_of "${bases[0]}")" "$@"
}

has_tool() { [ -x "$dir/installed/sbin/samspil-$1" ]; }

# What the programs are made of: started anew when it changes.
programs_stamp() {
	(cd "$dir" && find installed conf/samspil-*.conf conf/*.secret -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
}

# start_program NAME BASE STAMP
start_program() {
	local part socket binary="$dir/installed/libexec/samspil/samspil-$1"
	part=$(part_of "$1" "$2")
	socket="$dir/run/$(slug "$2")/$1.sock"
	if ! [ -x "$binary" ]; then
		say "samspil-$1 is not built"
		return 0
	fi
	part_current "$part" "$3" && return 0
	part_stop "$part"
	rm -f "$socket"
	part_start "$part" spawn-fcgi -n -s "$socket" -M 0660 -- \
		"$binary" --config "$(config_of "$2")" --workers "$workers"
	printf '%s\n' "$3" >"$dir/run/$part.stamp"
	part_wait "$part" test -S "$socket"
}

start_programs() {
	local stamp base name
	stamp=$(programs_stamp)
	for base in "${bases[@]}"; do
		for name in "${programs[@]}"; do
			start_program "$name" "$base" "$stamp"
		done
	done
}

# Mails stay in the demo: the relay keeps them in mails/.
start_mails() { part_alive mails || part_start mails /usr/bin/python3 "$here/smtpsink.py" "$mail_port" "$dir/mails"; }
start_notify() { ! has_tool notify || part_alive notify || part_start notify "$dir/installed/sbin/samspil-notify" --config "$(config_of "${bases[0]}")" --every 20; }

start_reporter() { ! has_tool reporter || part_alive reporter || part_start reporter "$dir/installed/sbin/samspil-reporter" --config "$(config_of "${bases[0]}")" --every 1; }

# Sessions of people who have left the directory end within a minute.
start_sessions() {
	has_tool sessions || return 0
	part_alive sessions && return 0
	# shellcheck disable=SC2016
	part_start sessions bash -c 'trap "kill %1 2>/dev/null; exit 0" TERM
		while :; do sleep 30 & wait; "$@"; done' - \
		"$dir/installed/sbin/samspil-sessions" --config "$(config_of "${bases[0]}")"
}
