#include "xml/arena.h"

#include <libxml/xmlmemory.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* A page takes about 0.5 MB; address space costs nothing. */
enum { ARENA_ROOM = 64 * 1024 * 1024, ARENA_KEPT = 2 * 1024 * 1024, ARENA_ALIGN = 16 };

/* libxml2 hands its allocator nothing of ours. */
static struct {
	char *base, *at;
	size_t room;			/* of the piece; 0: there is none */
	bool started, open, holds_all, ran_out;
	size_t limit, beyond;		/* bytes beyond the piece: allowed, and asked for since open */
} arena;

static bool
is_inside(const void *p)
{
	return arena.base != NULL && (uintptr_t)p - (uintptr_t)arena.base < ARENA_ROOM;
}

static size_t
room_left(void)
{
	return arena.room - (size_t)(arena.at - arena.base);
}

/* May so much more be taken beyond the piece? */
static bool
may_take(size_t size)
{
	if (!arena.open || arena.limit == 0)
		return true;
	if (size > arena.limit || arena.beyond > arena.limit - size)
		return false;
	arena.beyond += size;
	return true;
}

static void *
noticed(void *p)
{
	if (p == NULL)
		arena.ran_out = true;
	return p;
}

static void *
take(size_t size)
{
	char *p = arena.at;

	if (!arena.open)
		return noticed(malloc(size));
	if (size > ARENA_ROOM || size + ARENA_ALIGN > room_left()) {
		arena.holds_all = false;
		return noticed(may_take(size) ? malloc(size) : NULL);
	}
	arena.at += (size + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
	return p;
}

static void
give_back(void *p)
{
	if (!is_inside(p))
		free(p);
}

/* How long it was is not known: what follows it is copied along, up to where nothing was taken yet. */
static void *
resize(void *p, size_t size)
{
	size_t most;
	void *moved;

	if (!is_inside(p))
		return p == NULL ? take(size) : noticed(may_take(size) ? realloc(p, size) : NULL);
	most = (size_t)(arena.at - (char *)p);
	moved = take(size);
	return moved == NULL ? NULL : memmove(moved, p, most < size ? most : size);
}

static char *
copy(const char *text)
{
	size_t size = strlen(text) + 1;
	char *p = take(size);

	return p == NULL ? NULL : memcpy(p, text, size);
}

void
arena_start(void)
{
	void *base;

	if (arena.started)
		return;
	base = mmap(NULL, ARENA_ROOM, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (base == MAP_FAILED)
		return;
	arena.base = arena.at = base;
	arena.room = ARENA_ROOM;
	arena.started = true;
	xmlMemSetup(give_back, take, resize, copy);
}

void
arena_start_counting(void)
{
	if (arena.started)
		return;
	arena.started = true;
	xmlMemSetup(give_back, take, resize, copy);
}

void
arena_open(void)
{
	arena.at = arena.base;
	arena.open = arena.started;
	arena.holds_all = arena.room > 0;
	arena.ran_out = false;
	arena.beyond = 0;
}

void
arena_limit(size_t bytes)
{
	arena.limit = bytes;
}

bool
arena_ran_out(void)
{
	return arena.ran_out;
}

bool
arena_holds_all(void)
{
	return arena.open && arena.holds_all;
}

void
arena_close(void)
{
	if (!arena.open)
		return;
	arena.open = false;
	if (arena.room == 0)
		return;
#ifdef __SANITIZE_ADDRESS__
	/* What is used all the same shall be noticed. */
	memset(arena.base, 0xdd, (size_t)(arena.at - arena.base));
#endif
	if (arena.at - arena.base > ARENA_KEPT)
		madvise(arena.base + ARENA_KEPT, ARENA_ROOM - ARENA_KEPT, MADV_DONTNEED);
}
