# build.sh - build the project out of its tree and install it into the demo's folder.
# shellcheck shell=bash

# The source: the project's folder, or a copy of it where this user cannot write (autoreconf makes files there).
source_folder() {
	if [ -w "$top" ]; then
		printf '%s\n' "$top"
		return
	fi
	mkdir -p "$dir/source"
	tar -C "$top" --exclude=./.git --exclude='./build*' --exclude=node_modules -cf - . | tar -C "$dir/source" -xf -
	printf '%s\n' "$dir/source"
}

# build_project: configured, made and installed; quick where nothing changed.
build_project() {
	local source log="$dir/log/build.log"
	source=$(source_folder)
	: >"$log"
	(
		# Two demos share one source tree.
		flock 8
		cd "$source"
		if [ ! -x configure ] || [ configure.ac -nt configure ] || [ Makefile.am -nt Makefile.in ]; then
			say "autoreconf"
			autoreconf -i
		fi
		mkdir -p "$build" && cd "$build"
		if [ ! -f Makefile ]; then
			say "configure"
			# shellcheck disable=SC2086
			"$source/configure" -q --prefix="$dir/installed" ${SAMSPIL_CONFIGURE-}
		fi
		say "make"
		make -j"$(nproc)"
		make install prefix="$dir/installed" exec_prefix="$dir/installed" sysconfdir="$dir/installed/etc"
	) 8<"$source/configure.ac" 9>&- >>"$log" 2> >(tee -a "$log" | grep '^demo: ' >&2) ||
		{ tail -n 30 "$log" >&2; fail "the build failed: $log"; }
}
