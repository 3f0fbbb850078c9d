/* The file is read once, in pieces. Its size is asked first, and nothing is read or built that
 * the size or the limits do not allow; the end must be exactly what our writer puts after what
 * was read. */
#include "fleet/bundle_format.h"

#include "base/file.h"
#include "base/little.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct reader {
    const char *path;
    const struct bundle_limits *limits;
    FILE *file;
    uint64_t file_bytes, left_bytes;
    uint64_t number; /* of the entry that is read, from 1 */
    uint32_t version;
};

static enum status reader_open(struct reader *reader)
{
    struct stat about;
    int descriptor = open(reader->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return file_failed("read", reader->path);
    reader->file = fdopen(descriptor, "rb");
    if (!reader->file) {
        file_close(&descriptor);
        return file_failed("read", reader->path);
    }
    if (fstat(descriptor, &about) != 0)
        return file_failed("read", reader->path);
    if (!S_ISREG(about.st_mode))
        return fail(STATUS_BAD_INPUT, "%s is not a file", reader->path);
    reader->file_bytes = reader->left_bytes = (uint64_t)about.st_size;
    if (reader->file_bytes > reader->limits->max_bytes)
        return fail(STATUS_TOO_LARGE,
                    "%s has %" PRIu64 " bytes; at most %" PRIu64 " are accepted",
                    reader->path, reader->file_bytes, reader->limits->max_bytes);
    return OK;
}

/* Takes `count` bytes, unless the file has fewer left. */
static enum status take(struct reader *reader, void *out_bytes, size_t count)
{
    if (reader->left_bytes < count)
        return fail(STATUS_DAMAGED, "%s is cut short at entry %" PRIu64 "; copy it again",
                    reader->path, reader->number);
    reader->left_bytes -= count;
    if (fread(out_bytes, 1, count, reader->file) == count)
        return OK;
    return fail(STATUS_IO, "%s cannot be read to its end; copy it again", reader->path);
}

static enum status read_front(struct reader *reader, struct bundle *out_bundle)
{
    unsigned char bytes[BUNDLE_FRONT_BYTES] = {0};
    struct bundle bundle;
    uint32_t version;
    const size_t count =
        reader->left_bytes < sizeof bytes ? (size_t)reader->left_bytes : sizeof bytes;
    const enum status status = take(reader, bytes, count);
    if (status != OK)
        return status;
    const bool is_possible = bundle_format_read_front(bytes, &version, &bundle);
    if (count < BUNDLE_MAGIC_BYTES ||
        memcmp(bytes, BUNDLE_MAGIC, BUNDLE_MAGIC_BYTES) != 0)
        return fail(STATUS_BAD_INPUT, "%s is not a Resonance bundle", reader->path);
    if (count < sizeof bytes)
        return fail(STATUS_DAMAGED, "%s is cut short at its beginning; copy it again",
                    reader->path);
    if (version != BUNDLE_VERSION && version != BUNDLE_VERSION_SLIPS)
        return fail(STATUS_UNSUPPORTED,
                    "%s is a bundle of version %" PRIu32
                    "; this program reads versions %d and %d",
                    reader->path, version, BUNDLE_VERSION, BUNDLE_VERSION_SLIPS);
    reader->version = version;
    if (!is_possible)
        return fail(STATUS_DAMAGED,
                    "%s says at its beginning what cannot be; copy it again",
                    reader->path);
    if (bundle_format_count(&bundle) > reader->limits->max_count)
        return fail(STATUS_TOO_LARGE,
                    "%s has %" PRIu64 " entries; at most %" PRIu64 " are accepted",
                    reader->path, bundle_format_count(&bundle),
                    reader->limits->max_count);
    *out_bundle = bundle;
    return OK;
}

static enum status read_payload(struct arena *arena, struct reader *reader,
                                uint64_t count, struct span *out_payload)
{
    if (count > reader->limits->max_payload_bytes)
        return fail(STATUS_TOO_LARGE,
                    "%s: entry %" PRIu64 " has %" PRIu64 " bytes; at most %" PRIu32
                    " are accepted",
                    reader->path, reader->number, count,
                    reader->limits->max_payload_bytes);
    char *bytes = arena_alloc(arena, (size_t)count);
    const enum status status = take(reader, bytes, (size_t)count);
    if (status == OK)
        *out_payload = (struct span){bytes, (size_t)count};
    return status;
}

static enum status read_entry(struct arena *arena, struct reader *reader,
                              struct bundle_entry *out_entry)
{
    unsigned char length[BUNDLE_LENGTH_BYTES];
    struct bundle_entry entry = {0};
    enum status status = take(reader, entry.header, sizeof entry.header);
    if (status == OK)
        status = take(reader, entry.signature, sizeof entry.signature);
    if (status == OK)
        status = take(reader, length, sizeof length);
    if (status == OK)
        status = read_payload(arena, reader, little_read(length, sizeof length),
                              &entry.payload);
    if (status == OK)
        *out_entry = entry;
    return status;
}

static enum status read_entries(struct arena *arena, struct reader *reader,
                                const struct bundle *bundle, bundle_on_entry *on_entry,
                                void *context)
{
    enum status status = OK;
    const uint64_t count = bundle_format_count(bundle);
    for (reader->number = 1; status == OK && reader->number <= count; reader->number++) {
        struct bundle_entry entry;
        const struct arena_mark mark = arena_mark(arena);
        status = read_entry(arena, reader, &entry);
        if (status == OK) {
            entry.sequence = bundle->from_sequence + reader->number - 1;
            status = on_entry(context, bundle, &entry);
        }
        arena_release(arena, mark);
    }
    return status;
}

static enum status slips_wrong(const struct reader *reader)
{
    return fail(STATUS_DAMAGED, "%s has damaged slips for the audit; copy it again",
                reader->path);
}

/* They are passed over here: bundle_slips reads them. */
static enum status pass_slips(struct reader *reader, struct bundle *bundle)
{
    unsigned char front[BUNDLE_SLIPS_FRONT_BYTES], piece[4096];
    if (reader->version != BUNDLE_VERSION_SLIPS)
        return OK;
    if (reader->left_bytes < sizeof front)
        return slips_wrong(reader);
    enum status status = take(reader, front, sizeof front);
    if (status != OK)
        return status;
    if (!bundle_format_read_slips(front, bundle))
        return slips_wrong(reader);
    bundle->slips_at = reader->file_bytes - reader->left_bytes;
    uint64_t left =
        (uint64_t)bundle->slip_count * bundle->slip_bytes + CHAIN_SIGNATURE_BYTES;
    if (reader->left_bytes < left)
        return slips_wrong(reader);
    while (left && status == OK) {
        const size_t count = left < sizeof piece ? (size_t)left : sizeof piece;
        status = take(reader, piece, count);
        left -= count;
    }
    return status;
}

static enum status read_end(struct reader *reader, const struct bundle *bundle)
{
    unsigned char bytes[BUNDLE_END_BYTES], wanted[BUNDLE_END_BYTES];
    if (reader->left_bytes < sizeof bytes)
        return fail(STATUS_DAMAGED, "%s is cut short at its end; copy it again",
                    reader->path);
    const enum status status = take(reader, bytes, sizeof bytes);
    if (status != OK)
        return status;
    if (reader->left_bytes)
        return fail(STATUS_DAMAGED, "%s goes on after its end; copy it again",
                    reader->path);
    bundle_format_write_end(bundle_format_count(bundle), reader->file_bytes, wanted);
    if (memcmp(bytes, wanted, sizeof wanted) != 0)
        return fail(STATUS_DAMAGED, "%s has a damaged end; copy it again", reader->path);
    return OK;
}

static enum status read_all(struct arena *arena, struct reader *reader,
                            bundle_on_entry *on_entry, void *context,
                            struct bundle *out_bundle)
{
    struct bundle bundle;
    enum status status = reader_open(reader);
    if (status == OK)
        status = read_front(reader, &bundle);
    if (status == OK)
        status = read_entries(arena, reader, &bundle, on_entry, context);
    if (status == OK)
        status = pass_slips(reader, &bundle);
    if (status == OK)
        status = read_end(reader, &bundle);
    if (status == OK)
        *out_bundle = bundle;
    return status;
}

enum status bundle_read(const char *path, const struct bundle_limits *limits,
                        bundle_on_entry *on_entry, void *context,
                        struct bundle *out_bundle)
{
    struct arena arena; /* holds one payload at a time */
    struct reader reader = {.path = path, .limits = limits};
    arena_init(&arena, (size_t)limits->max_payload_bytes + 1024);
    const enum status status = read_all(&arena, &reader, on_entry, context, out_bundle);
    if (reader.file)
        fclose(reader.file);
    arena_done(&arena);
    return status;
}

static enum status slips_changed(const char *path)
{
    return fail(STATUS_DAMAGED, "%s was changed while it was read; copy it again", path);
}

enum status bundle_slips(struct arena *arena, const char *path,
                         const struct bundle *bundle, struct bundle_slips *out_slips)
{
    struct bundle_slips slips = {.count = bundle->slip_count};
    if (!slips.count) {
        *out_slips = slips;
        return OK;
    }
    const size_t bytes = slips.count * bundle->slip_bytes;
    struct span *list = arena_array(arena, struct span, slips.count);
    char *all = arena_alloc(arena, bytes);
    scoped_file file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return file_failed("read", path);
    const off_t at = (off_t)bundle->slips_at;
    if (pread(file, all, bytes, at) != (ssize_t)bytes ||
        pread(file, slips.signature, sizeof slips.signature, at + (off_t)bytes) !=
            (ssize_t)sizeof slips.signature)
        return slips_changed(path);
    for (size_t i = 0; i < slips.count; i++)
        list[i] = (struct span){all + i * bundle->slip_bytes, bundle->slip_bytes};
    slips.list = list;
    *out_slips = slips;
    return OK;
}
