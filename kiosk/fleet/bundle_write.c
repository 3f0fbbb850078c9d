/* Two passes over the ledger: one that writes, one that compares what the stick gives back. The
 * pages are dropped from the cache between them, or the system would answer for the stick. */
#include "fleet/bundle_format.h"

#include "base/file.h"
#include "base/little.h"

#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    PAGES_AT_ONCE = 1024,
    SLIPS_ARENA_BYTES = BUNDLE_SLIPS_MAX * (BUNDLE_SLIP_BYTES_MAX + 64),
};

struct writing {
    struct file_new file;
    const struct bundle *bundle;
    const struct bundle_slips *slips;
    uint64_t written_bytes;
};

static enum status put(struct writing *writing, const void *bytes, size_t count)
{
    writing->written_bytes += count;
    return file_add(&writing->file, (struct span){bytes, count});
}

/* The entry at `sequence`, or zeros at its place where the ledger has lost it: the next entry's
 * link and the reader tell so. */
static enum status entry_get(struct arena *arena, struct ledger *ledger,
                             uint64_t sequence, struct entry *out_entry)
{
    const enum status status = ledger_get(arena, ledger, sequence, out_entry);
    if (status != STATUS_NOT_FOUND && status != STATUS_DAMAGED)
        return status;
    *out_entry = (struct entry){.sequence = sequence};
    return OK;
}

static enum status put_entry(struct writing *writing, const struct entry *entry)
{
    unsigned char bytes[BUNDLE_ENTRY_BYTES];
    memcpy(bytes, entry->header, sizeof entry->header);
    memcpy(bytes + HEADER_BYTES, entry->signature, sizeof entry->signature);
    little_write(entry->payload.count, BUNDLE_LENGTH_BYTES,
                 bytes + HEADER_BYTES + CHAIN_SIGNATURE_BYTES);
    const enum status status = put(writing, bytes, sizeof bytes);
    return status == OK ? put(writing, entry->payload.data, entry->payload.count)
                        : status;
}

static enum status put_entries(struct arena *arena, struct ledger *ledger,
                               struct writing *writing)
{
    const struct bundle *bundle = writing->bundle;
    enum status status = OK;
    for (uint64_t sequence = bundle->from_sequence;
         sequence <= bundle->to_sequence && status == OK; sequence++) {
        struct entry entry;
        const struct arena_mark mark = arena_mark(arena);
        status = entry_get(arena, ledger, sequence, &entry);
        if (status == OK)
            status = put_entry(writing, &entry);
        arena_release(arena, mark);
    }
    return status;
}

static enum status put_slips(struct writing *writing)
{
    const struct bundle_slips *slips = writing->slips;
    unsigned char front[BUNDLE_SLIPS_FRONT_BYTES];
    if (!slips->count)
        return OK;
    bundle_format_write_slips(writing->bundle, front);
    enum status status = put(writing, front, sizeof front);
    for (size_t i = 0; i < slips->count && status == OK; i++)
        status = put(writing, slips->list[i].data, slips->list[i].count);
    return status == OK ? put(writing, slips->signature, sizeof slips->signature)
                        : status;
}

static enum status put_all(struct ledger *ledger, struct writing *writing)
{
    unsigned char front[BUNDLE_FRONT_BYTES], end[BUNDLE_END_BYTES];
    struct arena arena; /* holds one payload at a time */
    bundle_format_write_front(writing->bundle, front);
    enum status status = put(writing, front, sizeof front);
    arena_init(&arena, ENTRY_MAX_PAYLOAD_BYTES + 1024);
    if (status == OK)
        status = put_entries(&arena, ledger, writing);
    arena_done(&arena);
    if (status == OK)
        status = put_slips(writing);
    if (status != OK)
        return status;
    bundle_format_write_end(bundle_format_count(writing->bundle),
                            writing->written_bytes + sizeof end, end);
    status = put(writing, end, sizeof end);
    return status == OK ? file_end(&writing->file) : status;
}

static enum status write_file(struct ledger *ledger, const struct bundle *bundle,
                              const struct bundle_slips *slips, const char *path)
{
    struct writing writing = {.bundle = bundle, .slips = slips};
    enum status status = file_begin(path, 0600, &writing.file);
    if (status == OK)
        status = put_all(ledger, &writing);
    file_drop(&writing.file);
    return status;
}

/* Whether the system remembers no page of the file that is mapped at `memory`. */
static bool is_none_kept(char *memory, size_t bytes, size_t page)
{
    unsigned char kept[PAGES_AT_ONCE];
    const size_t most = page * PAGES_AT_ONCE;
    for (size_t at = 0; at < bytes; at += most) {
        const size_t step = bytes - at < most ? bytes - at : most;
        if (mincore(memory + at, step, kept) != 0)
            return false;
        for (size_t i = 0; i < (step + page - 1) / page; i++)
            if (kept[i] & 1)
                return false;
    }
    return true;
}

/* Whether the next who reads the file reads the medium: a file system in memory, or one that keeps
 * its pages, only says again what it was told. */
static bool forget_pages(const char *path)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    struct stat about;
    scoped_file descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 || fstat(descriptor, &about) != 0 || about.st_size <= 0 ||
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED) != 0)
        return false;
    const size_t bytes = (size_t)about.st_size;
    void *memory = mmap(NULL, bytes, PROT_READ, MAP_SHARED, descriptor, 0);
    if (memory == MAP_FAILED)
        return false;
    const bool is_forgotten = is_none_kept(memory, bytes, page);
    munmap(memory, bytes);
    return is_forgotten;
}

struct comparing {
    struct arena *arena; /* holds one payload at a time */
    struct ledger *ledger;
};

static bool is_same(const struct entry *kept, const struct bundle_entry *read)
{
    return memcmp(kept->header, read->header, sizeof kept->header) == 0 &&
           memcmp(kept->signature, read->signature, sizeof kept->signature) == 0 &&
           is_span_equal(kept->payload, read->payload);
}

static enum status compare_entry(void *context, const struct bundle *bundle,
                                 const struct bundle_entry *read)
{
    const struct comparing *comparing = context;
    struct entry kept;
    const struct arena_mark mark = arena_mark(comparing->arena);
    (void)bundle;
    enum status status =
        entry_get(comparing->arena, comparing->ledger, read->sequence, &kept);
    if (status == OK && !is_same(&kept, read))
        status = fail(STATUS_IO, "entry %" PRIu64 " came back changed", read->sequence);
    arena_release(comparing->arena, mark);
    return status;
}

static bool are_same(const struct bundle_slips *one, const struct bundle_slips *other)
{
    bool are = one->count == other->count;
    for (size_t i = 0; i < one->count && are; i++)
        are = is_span_equal(one->list[i], other->list[i]);
    return are && (!one->count ||
                   memcmp(one->signature, other->signature, sizeof one->signature) == 0);
}

static enum status compare_slips(const char *path, const struct bundle *bundle,
                                 const struct bundle_slips *kept)
{
    struct arena arena;
    struct bundle_slips read;
    arena_init(&arena, SLIPS_ARENA_BYTES);
    enum status status = bundle_slips(&arena, path, bundle, &read);
    if (status == OK && !are_same(kept, &read))
        status = fail(STATUS_IO, "the slips for the audit came back changed");
    arena_done(&arena);
    return status;
}

static enum status compare(struct ledger *ledger, const struct bundle_slips *slips,
                           const char *path)
{
    static const struct bundle_limits all = {UINT64_MAX, UINT64_MAX,
                                             ENTRY_MAX_PAYLOAD_BYTES};
    struct arena arena;
    struct bundle bundle;
    struct comparing comparing = {&arena, ledger};
    arena_init(&arena, ENTRY_MAX_PAYLOAD_BYTES + 1024);
    enum status status = bundle_read(path, &all, compare_entry, &comparing, &bundle);
    if (status == OK)
        status = compare_slips(path, &bundle, slips);
    arena_done(&arena);
    if (status != OK) {
        unlink(path);
        return fail(STATUS_IO,
                    "%s does not read back as it was written (%s); use another stick",
                    path, status_last());
    }
    return OK;
}

/* The front is filled from the last entry. */
static enum status describe(struct ledger *ledger, uint64_t from_sequence,
                            struct bundle *out_bundle)
{
    struct arena arena;
    struct entry last;
    struct ledger_head head;
    enum status status = ledger_head(ledger, &head);
    if (status != OK)
        return status;
    if (from_sequence == 0 || from_sequence > head.sequence)
        return fail(STATUS_NOT_FOUND,
                    "there is nothing to export from entry %" PRIu64 " on",
                    from_sequence);
    arena_init(&arena, ENTRY_MAX_PAYLOAD_BYTES + 1024);
    status = ledger_get(&arena, ledger, head.sequence, &last);
    arena_done(&arena);
    if (status != OK)
        return status;
    struct bundle bundle = {.epoch = last.epoch,
                            .from_sequence = from_sequence,
                            .to_sequence = head.sequence};
    memcpy(bundle.device_id, last.device_id, sizeof bundle.device_id);
    memcpy(bundle.head_hash, last.entry_hash, sizeof bundle.head_hash);
    *out_bundle = bundle;
    return OK;
}

/* All are equally long: none tells by that whose it is. */
static enum status slips_check(const struct bundle_slips *slips)
{
    bool are_well = slips->count <= BUNDLE_SLIPS_MAX;
    for (size_t i = 0; i < slips->count && are_well; i++)
        are_well = slips->list[i].count &&
                   slips->list[i].count <= BUNDLE_SLIP_BYTES_MAX &&
                   slips->list[i].count == slips->list[0].count;
    return are_well ? OK
                    : fail(STATUS_DAMAGED, "the slips for the audit on this terminal are "
                                           "not equally long");
}

enum status bundle_write(struct ledger *ledger, uint64_t from_sequence, const char *path,
                         const struct bundle_slips *slips, struct bundle *out_bundle)
{
    static const struct bundle_slips none;
    struct bundle bundle;
    slips = slips ? slips : &none;
    enum status status = slips_check(slips);
    if (status == OK)
        status = describe(ledger, from_sequence, &bundle);
    if (status != OK)
        return status;
    bundle.slip_count = (uint32_t)slips->count;
    bundle.slip_bytes = slips->count ? (uint32_t)slips->list[0].count : 0;
    status = write_file(ledger, &bundle, slips, path);
    if (status != OK)
        return status;
    bundle.is_read_back = forget_pages(path);
    status = compare(ledger, slips, path);
    if (status == OK)
        *out_bundle = bundle;
    return status;
}
