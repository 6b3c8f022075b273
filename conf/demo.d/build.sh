# build.sh - build the project out of its tree and install it into the demo's folder.
# shellcheck shell=bash

# The source: the project's folder, or a copy of it where this user cannot write (autoreconf makes files there).
source_folder() {
	if [ -w "$top" ]; then
		printf '%s\n' "$top"
		return
	fi
	mkdir -p "$dir/source"
	tar -C "$top" --exclude=./.git --exclude='./build-[!a]*' --exclude=node_modules -cf - . | tar -C "$dir/source" -xf -
	printf '%s\n' "$dir/source"
}

# build_project: configured, made and installed; quick where nothing changed.
build_project() { build_with make_install; }

# build_only: the same without installing.
build_only() { build_with true; }

build_with() {
	local source log="$dir/log/build.log"
	# What is built by somebody else is only installed.
	if [ -f "$build/Makefile" ]; then source=$top; else source=$(source_folder); fi
	say "building $build"
	# Two demos share one source tree: one builds at a time.
	(flock 8; make_all "$source" && "$1") 8<"$source/configure.ac" 9>&- >"$log" 2>&1 ||
		{ tail -n 30 "$log" >&2; fail "the build failed: $log"; }
}

# Each command on its own feet: set -e does not hold where the caller asks for the outcome.
make_all() {
	cd "$1" || return 1
	if [ ! -x configure ] || [ configure.ac -nt configure ] || [ Makefile.am -nt Makefile.in ]; then
		autoreconf -i || return 1
	fi
	mkdir -p "$build" && cd "$build" || return 1
	if [ ! -f Makefile ]; then
		# shellcheck disable=SC2086
		"$1/configure" -q --prefix="$dir/installed" ${SAMSPIL_CONFIGURE-} || return 1
	fi
	make -j"$(nproc)"
}

make_install() { make install prefix="$dir/installed" exec_prefix="$dir/installed" sysconfdir="$dir/installed/etc"; }
