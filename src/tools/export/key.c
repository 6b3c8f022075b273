/* The file of a key is its bytes in hexadecimal digits and a line's end. */
#include "tools/export/key.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/export/export.h"

enum { LINE = 2 * KEY_BYTES + 1 };

static const unsigned char of_the_mark[] = "samspil-export: the mark of a key";

static enum fail
told(const char *path, const char *why)
{
	fprintf(stderr, "%s: %s\n", path, why);
	return FAIL_INPUT;
}

/* All of the line, on the disk; else there is no file. */
static enum fail
written(const char *path, int file, const char *line)
{
	ssize_t count = write(file, line, LINE);
	bool kept = count == LINE && fsync(file) == 0;
	const char *why = strerror(errno);

	if (close(file) == 0 && kept)
		return FAIL_NONE;
	unlink(path);
	return told(path, why);
}

enum fail
key_make(const char *path)
{
	unsigned char bytes[KEY_BYTES];
	char line[LINE + 1];
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	enum fail f;

	if (file < 0)
		return told(path, errno == EEXIST ? "is there already; a key is never written over" : strerror(errno));
	randombytes_buf(bytes, sizeof(bytes));
	sodium_bin2hex(line, sizeof(line), bytes, sizeof(bytes));
	line[LINE - 1] = '\n';
	line[LINE] = '\0';
	f = written(path, file, line);
	sodium_memzero(bytes, sizeof(bytes));
	sodium_memzero(line, sizeof(line));
	return f;
}

/* Read the whole file into line; why it cannot be one, NULL where it may be. */
static const char *
line_of(const char *path, char line[LINE + 1])
{
	int file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	const char *wrong = NULL;
	struct stat is;

	if (file < 0)
		return strerror(errno);
	if (fstat(file, &is) != 0)
		wrong = strerror(errno);
	else if (!S_ISREG(is.st_mode) || is.st_size != LINE)
		wrong = "is no key: samspil-export key FILE makes one";
	else if ((is.st_mode & (S_IRWXG | S_IRWXO)) != 0)
		wrong = "others than its owner may read it: chmod 600, if nobody has, else make a new key";
	else if (read(file, line, LINE) != LINE)
		wrong = "cannot be read";
	close(file);
	return wrong;
}

enum fail
key_read(const char *path, struct key *out)
{
	char line[LINE + 1] = "";
	unsigned char mark[crypto_generichash_BYTES_MIN];
	const char *wrong = line_of(path, line);
	size_t length = 0;

	if (wrong == NULL && (line[LINE - 1] != '\n' || sodium_hex2bin(out->bytes, KEY_BYTES, line, LINE - 1, NULL, &length, NULL) != 0 || length != KEY_BYTES))
		wrong = "is no key: samspil-export key FILE makes one";
	sodium_memzero(line, sizeof(line));
	if (wrong != NULL)
		return told(path, wrong);
	crypto_generichash(mark, sizeof(mark), of_the_mark, sizeof(of_the_mark) - 1, out->bytes, KEY_BYTES);
	sodium_bin2hex(out->mark, sizeof(out->mark), mark, KEY_MARK / 2);
	return FAIL_NONE;
}

void
key_forget(struct key *key)
{
	sodium_memzero(key, sizeof(*key));
}

void
key_number(char out[2 * KEY_NUMBER + 1])
{
	unsigned char bytes[KEY_NUMBER];

	randombytes_buf(bytes, sizeof(bytes));
	sodium_bin2hex(out, 2 * KEY_NUMBER + 1, bytes, sizeof(bytes));
}

void
key_pseudonym(const struct key *key, const char *number, long long citizen, char out[PSEUDONYM_LENGTH + 1])
{
	unsigned char hash[crypto_generichash_BYTES_MIN];
	char text[96], digits[2 * sizeof(hash) + 1];

	snprintf(text, sizeof(text), "person %s %lld", number, citizen);
	crypto_generichash(hash, sizeof(hash), (const unsigned char *)text, strlen(text), key->bytes, KEY_BYTES);
	sodium_bin2hex(digits, sizeof(digits), hash, sizeof(hash));
	snprintf(out, PSEUDONYM_LENGTH + 1, "p%.*s", PSEUDONYM_LENGTH - 1, digits);
}

static int
run(const struct export *ex, int argc, char **argv)
{
	struct key key;
	enum fail f;

	(void)ex;
	if (argc != 2 || argv[1][0] == '-')
		return EXPORT_USAGE;
	f = key_make(argv[1]);
	if (f == FAIL_NONE)
		f = key_read(argv[1], &key);
	if (f == FAIL_NONE)
		printf("%s: key %s\n", argv[1], key.mark);
	key_forget(&key);
	return (int)f;
}

const struct export_command export_key = { .name = "key", .usage = "FILE", .without_database = true, .run = run };
