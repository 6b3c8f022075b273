# packages.sh - the Debian packages of conf/packages.
# shellcheck shell=bash

# The names of some sections.
packages_of() {
	local wanted=" $* " line section=
	while read -r line; do
		case $line in
		\[*\]) section=${line//[][]/} ;;
		''|\#*) ;;
		*) [[ $wanted != *" $section "* ]] || printf '%s\n' "${line%% *}" ;;
		esac
	done <"$top/conf/packages"
}

# Which of them are missing.  npm and nodejs may come from elsewhere, a running mariadbd from mariadb-server or not.
packages_missing() {
	local name have
	have=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' 2>/dev/null | sed -n 's/^ii  *//p')
	for name in $(packages_of "$@"); do
		case $name in
		npm) command -v npm >/dev/null && continue ;;
		nodejs) command -v node >/dev/null && continue ;;
		esac
		grep -qxF "$name" <<<"$have" || printf '%s\n' "$name"
	done
}

# Install what is missing; an ordinary user is told the command.
install_packages() {
	local missing
	command -v dpkg-query >/dev/null || return 0
	mapfile -t missing < <(packages_missing "$@")
	[ ${#missing[@]} -gt 0 ] || return 0
	if [ "$(id -u)" != 0 ]; then
		say "these Debian packages are missing: ${missing[*]}"
		fail "install them with: sudo apt-get install --no-install-recommends ${missing[*]}"
	fi
	say "installing ${missing[*]}"
	apt_install "${missing[@]}" >&2
}

# The packages bring services that Debian would start at once: the demo only wants the programs.
apt_install() (
	policy=/usr/sbin/policy-rc.d
	if [ ! -e "$policy" ]; then
		printf '#!/bin/sh\nexit 101\n' >"$policy"
		chmod 755 "$policy"
		trap 'rm -f "$policy"' EXIT
	fi
	export DEBIAN_FRONTEND=noninteractive
	apt-get install -qq -y --no-install-recommends "$@" ||
		{ apt-get update -qq && apt-get install -qq -y --no-install-recommends "$@"; }
)
