#include "tools/export/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <talloc.h>
#include <unistd.h>

static void
fails(struct folder *folder, const char *name, const char *why)
{
	if (folder->wrong == FAIL_NONE)
		fprintf(stderr, "%s: %s\n", name, why);
	folder->wrong = FAIL_INPUT;
}

struct folder *
folder_begin(const void *owner, const char *final)
{
	struct folder *folder = talloc_zero(owner, struct folder);
	size_t length = strlen(final);
	struct stat is;

	while (length > 1 && final[length - 1] == '/')
		length--;
	folder->owner = folder;
	folder->final = talloc_strndup(folder, final, length);
	folder->sums = talloc_strdup(folder, "");
	if (lstat(folder->final, &is) == 0) {
		fails(folder, folder->final, "is there already; an extract is never written over");
		return folder;
	}
	folder->working = talloc_asprintf(folder, "%s.part-XXXXXX", folder->final);
	if (mkdtemp(folder->working) == NULL) {
		fails(folder, folder->final, strerror(errno));
		folder->working = NULL;
	}
	return folder;
}

FILE *
folder_open(struct folder *folder, const char *name)
{
	char *path = talloc_asprintf(folder->owner, "%s/%s", folder->working, name);
	int file = folder->wrong != FAIL_NONE ? -1 : open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (file < 0)
		fails(folder, path, strerror(errno));
	folder->name = talloc_strdup(folder->owner, name);
	folder->file = file < 0 ? NULL : fdopen(file, "w+");
	return folder->file;
}

bool
folder_sum(FILE *file, char sum[FOLDER_SUM + 1])
{
	unsigned char hash[crypto_hash_sha256_BYTES], bytes[65536];
	crypto_hash_sha256_state state;
	size_t count;

	crypto_hash_sha256_init(&state);
	rewind(file);
	while ((count = fread(bytes, 1, sizeof bytes, file)) > 0)
		crypto_hash_sha256_update(&state, bytes, count);
	crypto_hash_sha256_final(&state, hash);
	sodium_bin2hex(sum, FOLDER_SUM + 1, hash, sizeof hash);
	return !ferror(file);
}

/* On the disk, and summed. */
static bool
finished(FILE *file, char sum[FOLDER_SUM + 1])
{
	bool good = fflush(file) == 0 && !ferror(file) && fsync(fileno(file)) == 0 && folder_sum(file, sum);

	return fclose(file) == 0 && good;
}

void
folder_close(struct folder *folder)
{
	char sum[FOLDER_SUM + 1];

	if (folder->file == NULL)
		return;
	if (!finished(folder->file, sum))
		fails(folder, folder->name, errno == 0 ? "could not be written" : strerror(errno));
	folder->file = NULL;
	folder->sums = talloc_asprintf_append(folder->sums, "%s  %s\n", sum, folder->name);
}

void
folder_seal(struct folder *folder, char sum[FOLDER_SUM + 1])
{
	FILE *out = folder_open(folder, "SHA256SUMS");

	memset(sum, 0, FOLDER_SUM + 1);
	if (out == NULL)
		return;
	fputs(folder->sums, out);
	if (!finished(out, sum))
		fails(folder, folder->name, "could not be written");
	folder->file = NULL;
}

enum fail
folder_hand_over(struct folder *folder)
{
	if (folder->wrong == FAIL_NONE && renameat2(AT_FDCWD, folder->working, AT_FDCWD, folder->final, RENAME_NOREPLACE) != 0)
		fails(folder, folder->final, strerror(errno));
	if (folder->wrong != FAIL_NONE)
		folder_drop(folder);
	folder->working = NULL;
	return folder->wrong;
}

void
folder_drop(struct folder *folder)
{
	DIR *list = folder->working == NULL ? NULL : opendir(folder->working);
	struct dirent *entry;

	if (folder->file != NULL)
		fclose(folder->file);
	folder->file = NULL;
	while (list != NULL && (entry = readdir(list)) != NULL)
		if (entry->d_name[0] != '.')
			unlinkat(dirfd(list), entry->d_name, 0);
	if (list != NULL)
		closedir(list);
	if (folder->working != NULL)
		rmdir(folder->working);
	folder->working = NULL;
}
