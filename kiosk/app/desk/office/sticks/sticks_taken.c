#include "app/desk/office/sticks/sticks_taken.h"

#include "base/buffer.h"
#include "base/file.h"
#include "seal/seal.h"
#include "store/archive.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TAKEN_FILE "sticks.taken"
enum {
    END_BYTES = 4096,
    LINE_BYTES = 2 * CHAIN_HASH_BYTES + 24,
    FILE_BYTES = STICKS_TAKEN_MOST * LINE_BYTES,
};

/* The mark of a bundle, in hex; empty when it cannot be read. */
static struct span mark_of(struct arena *arena, const char *path)
{
    unsigned char ends[sizeof(int64_t) + 2 * END_BYTES] = {0}, hash[CHAIN_HASH_BYTES];
    struct stat facts;
    scoped_file file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0 || fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode))
        return SPAN("");
    const int64_t size = facts.st_size;
    const off_t last = size > END_BYTES ? size - END_BYTES : 0;
    memcpy(ends, &size, sizeof size);
    if (pread(file, ends + sizeof size, END_BYTES, 0) < 0 ||
        pread(file, ends + sizeof size + END_BYTES, END_BYTES, last) < 0)
        return SPAN("");
    seal_hash("taken", (struct span){(const char *)ends, sizeof ends}, hash);
    return span_hex(arena, hash, sizeof hash);
}

static bool is_last_arrival(struct office *office, int64_t *out_last)
{
    struct archive *archive;
    struct archive_version version = {0};
    if (office_archive(office, &archive) != OK ||
        archive_version(archive, &version) != OK)
        return false;
    *out_last = version.last_arrival;
    return true;
}

static struct span lines_read(struct office *office)
{
    struct span bytes;
    const char *path = office_path(office, TAKEN_FILE);
    return is_file(path) && file_read(&office->arena, path, FILE_BYTES, &bytes) == OK
               ? bytes
               : SPAN("");
}

static bool is_noted(struct span lines, struct span mark, int64_t last)
{
    struct span line, word;
    while (lines.count && span_next(&lines, '\n', &line)) {
        int64_t then = 0;
        if (span_next(&line, ' ', &word) && is_span_equal(word, mark) &&
            span_to_integer(line, &then) && then <= last)
            return true;
    }
    return false;
}

bool is_sticks_taken(struct office *office, const char *path)
{
    const struct span lines = lines_read(office);
    int64_t last;
    if (!lines.count || !is_last_arrival(office, &last))
        return false;
    const struct span mark = mark_of(&office->arena, path);
    return mark.count && is_noted(lines, mark, last);
}

/* The last ones stay. */
static struct span newest(struct span lines)
{
    struct span line;
    while (lines.count > FILE_BYTES - LINE_BYTES && span_next(&lines, '\n', &line))
        ;
    return lines;
}

enum status sticks_taken_note(struct office *office, const char *path)
{
    const struct span lines = lines_read(office), mark = mark_of(&office->arena, path);
    int64_t last;
    if (!mark.count || !is_last_arrival(office, &last) || is_noted(lines, mark, last))
        return OK;
    return file_write(office_path(office, TAKEN_FILE),
                      span_format(&office->arena, "%.*s%.*s %lld\n",
                                  SPAN_ARGS(newest(lines)), SPAN_ARGS(mark),
                                  (long long)last),
                      0600);
}
