# memory.sh - a test's database in memory, where there is plenty: it flushes as it does on a disk, and nothing waits for one.
# shellcheck shell=bash

# in_memory FOLDER: FOLDER/mariadb lies in memory from now on.  Sets memory, which who asked removes in the end; "" where there is not enough.
in_memory() {
	local free
	memory=
	free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1)
	[ "${free:-0}" -gt 6000000 ] || return 0
	memory=$(mktemp -d /dev/shm/samspil-test-XXXXXX)
	ln -s "$memory" "$1/mariadb"
}
