# lib.sh - what every part of the demo is started, watched and stopped with.
# shellcheck shell=bash disable=SC2034
# Set by conf/demo before: top (the project), here (conf/demo.d).  After use_folder: dir (the demo's folder).

say() { printf '%s\n' "demo: $*" >&2; }
fail() { say "$*"; exit 1; }

# Make or open the demo's folder: nobody else's, and short enough for the sockets in it (108 bytes).
use_folder() {
	dir=$1
	case $dir in
	/*) ;;
	*) dir=$PWD/$dir ;;
	esac
	[ "${#dir}" -le 70 ] || fail "$dir: too long, sockets allow 70 characters (--dir)"
	case $dir in
	*[!A-Za-z0-9/._-]*) fail "$dir: only letters, digits and / . _ - (--dir)" ;;
	esac
	mkdir -p -m 700 -- "$dir" || exit 1
	[ ! -L "$dir" ] && [ -O "$dir" ] || fail "$dir belongs to somebody else (--dir)"
	chmod 700 "$dir"
	mkdir -p "$dir"/{conf/server.d,log,run,tmp}
}

# The settings of this demo are lines key=value in conf/settings.
setting() { [ ! -e "$dir/conf/settings" ] || sed -n "s/^$1=//p" "$dir/conf/settings"; }

# When a process started, in ticks since boot; nothing when there is none, or only its remains.
started_at() {
	local stat
	read -r stat 2>/dev/null <"/proc/$1/stat" || return 0
	# shellcheck disable=SC2086
	set -- ${stat##*) }
	[ "$1" = Z ] || printf '%s\n' "${20}"
}

# A part is a process that we started: its id and its start time stand in run/NAME.pid, so a reused id is never taken for it.
part_pid() {
	local pid start
	read -r pid start 2>/dev/null <"$dir/run/$1.pid" || return 1
	[ -n "$start" ] && [ "$(started_at "$pid")" = "$start" ] && printf '%s\n' "$pid"
}
part_alive() { part_pid "$1" >/dev/null; }

# part_start NAME COMMAND...: in the background, in a session of its own, with log/NAME.log.
part_start() {
	local name=$1
	shift
	setsid "$@" </dev/null >>"$dir/log/$name.log" 2>&1 9>&- &
	printf '%s %s\n' $! "$(started_at $!)" >"$dir/run/$name.pid"
}

part_stop() {
	local pid i
	if pid=$(part_pid "$1"); then
		kill "$pid" 2>/dev/null || true
		for ((i = 0; i < 300; i++)); do
			part_alive "$1" || break
			sleep .05
		done
		if part_alive "$1"; then
			say "$1 does not stop, killing it"
			kill -KILL -- "-$pid" 2>/dev/null || true
		fi
	fi
	rm -f "$dir/run/$1.pid" "$dir/run/$1.stamp"
}

# part_wait NAME COMMAND...: until COMMAND passes; 30 s at most, and no longer than the part lives.
part_wait() {
	local name=$1 i
	shift
	for ((i = 0; i < 600; i++)); do
		"$@" >/dev/null 2>&1 && return 0
		part_alive "$name" || break
		sleep .05
	done
	say "$name does not start; the end of $dir/log/$name.log:"
	tail -n 15 "$dir/log/$name.log" >&2
	return 1
}

# Is a part what it would be if it were started now?  The stamp tells: a hash of what it is made of.
part_current() { part_alive "$1" && [ "$(cat "$dir/run/$1.stamp" 2>/dev/null)" = "$2" ]; }

# A random secret in a file of its own, once.
secret() {
	[ -s "$dir/conf/$1" ] || (umask 077 && openssl rand -hex 24 >"$dir/conf/$1")
	cat "$dir/conf/$1"
}

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# fill FILE NAME=VALUE...: FILE with each @NAME@ replaced.
fill() {
	local file=$1 text pair
	shift
	text=$(<"$file")
	for pair in "$@"; do
		text=${text//"@${pair%%=*}@"/${pair#*=}}
	done
	printf '%s\n' "$text"
}

people() { grep -v '^#' "$here/people.tsv"; }
