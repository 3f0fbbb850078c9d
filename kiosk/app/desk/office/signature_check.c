#include "app/desk/office/signature_check.h"

#include "app/common/handle.h"
#include "base/buffer.h"
#include "base/clock.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { LABEL_ARENA_BYTES = 64 * 1024 };

static bool is_key_of(const struct signature_check_key *key, const struct header *header)
{
    return key->epoch && key->epoch == header->epoch &&
           memcmp(key->device_id, header->device_id, sizeof key->device_id) == 0;
}

static enum status key_find(struct archive *archive, const struct header *header,
                            struct signature_check_key *out_key)
{
    struct signature_check_key key = {.epoch = header->epoch};
    struct enrolled_terminal terminal = {0};
    struct arena arena;
    arena_init(&arena, LABEL_ARENA_BYTES);
    const enum status status =
        enrolments_get(&arena, archive, header->device_id, header->epoch, &terminal);
    arena_done(&arena);
    if (status == STATUS_NOT_FOUND)
        return fail(status, "it comes from a terminal that was never enrolled here; "
                            "nothing of it was used");
    if (status != OK)
        return status;
    memcpy(key.device_id, header->device_id, sizeof key.device_id);
    memcpy(key.public_key, terminal.public_key, sizeof key.public_key);
    key.last_sequence = terminal.last_sequence;
    *out_key = key;
    return OK;
}

static enum status retired_refuse(struct archive *archive, const struct header *header)
{
    struct enrolled_terminal terminal = {0};
    struct arena arena;
    arena_init(&arena, LABEL_ARENA_BYTES);
    enum status status =
        enrolments_get(&arena, archive, header->device_id, header->epoch, &terminal);
    if (status == OK)
        status = fail(STATUS_REFUSED,
                      "the terminal \"%.*s\" was retired on %.*s after its entry %" PRIu64
                      "; entry %" PRIu64 " came later and is not used",
                      SPAN_ARGS(terminal.label),
                      SPAN_ARGS(clock_date(&arena, terminal.retired_unix_s * 1000)),
                      terminal.last_sequence, header->sequence);
    arena_done(&arena);
    return status;
}

enum status signature_check_key(struct archive *archive,
                                const unsigned char bytes[HEADER_BYTES],
                                struct header *out_header,
                                struct signature_check_key *key)
{
    struct header header;
    enum status status =
        header_read((struct span){(const char *)bytes, HEADER_BYTES}, &header);
    if (status == OK && !is_key_of(key, &header))
        status = key_find(archive, &header, key);
    if (status == OK && header.sequence > key->last_sequence)
        status = retired_refuse(archive, &header);
    if (status == OK)
        *out_header = header;
    return status;
}

enum status signature_check_seal(const struct header *header,
                                 const unsigned char public_key[CHAIN_PUBLIC_KEY_BYTES],
                                 const unsigned char bytes[HEADER_BYTES],
                                 const unsigned char signature[CHAIN_SIGNATURE_BYTES],
                                 struct span payload)
{
    const enum status status = envelope_verify(public_key, bytes, signature);
    if (status == STATUS_FORGED)
        return fail(status,
                    "the signature of entry %" PRIu64 " is not that of its terminal: it "
                    "was changed on the way; copy it "
                    "again from the terminal",
                    header->sequence);
    return status == OK && payload.count ? envelope_check(header, payload) : status;
}

enum status signature_check_entry(struct archive *archive,
                                  const unsigned char bytes[HEADER_BYTES],
                                  const unsigned char signature[CHAIN_SIGNATURE_BYTES],
                                  struct span payload, struct header *out_header)
{
    struct header header;
    struct signature_check_key key = {0};
    enum status status = signature_check_key(archive, bytes, &header, &key);
    if (status == OK)
        status = signature_check_seal(&header, key.public_key, bytes, signature, payload);
    if (status == OK)
        *out_header = header;
    return status;
}

/* An entry that the next one may name. */
struct link {
    unsigned char hash[CHAIN_HASH_BYTES];
    uint64_t epoch;
};

enum { BRANCHES_MAX = 16 };

struct links {
    struct link list[BRANCHES_MAX];
    size_t count;
};

struct batch {
    struct archive *archive;
    struct chain *chain;
    bool is_thorough;
    bool is_after_hole;        /* what the entries here name has not come */
    struct links before, here; /* at the place before this one, and at this one */
};

/* Branches go out from one entry, so any of the place before may be the one that is named; and no
 * chain goes back to an earlier enrolment. */
static enum status linked(const struct batch *batch, const struct entry *entry,
                          uint64_t epoch)
{
    for (size_t i = 0; i < batch->before.count; i++) {
        const struct link *link = &batch->before.list[i];
        if (memcmp(entry->previous_hash, link->hash, CHAIN_HASH_BYTES) == 0 &&
            epoch >= link->epoch)
            return OK;
    }
    return fail(STATUS_FORGED,
                "the chain of this terminal is broken at entry %" PRIu64
                ": it does not name the entry before it; keep the files and ask who "
                "runs the terminal",
                entry->sequence);
}

static void hole_add(struct chain *chain, uint64_t from, uint64_t to)
{
    if (chain->hole_count < CHAIN_HOLES_MAX)
        chain->holes[chain->hole_count] = (struct chain_hole){from, to};
    chain->hole_count++;
}

/* Another branch at this place, or the next place. */
static enum status step(struct batch *batch, const struct entry *entry)
{
    struct chain *chain = batch->chain;
    const bool is_fork = chain->entry_count && entry->sequence == chain->last_sequence;
    if (is_fork && !chain->fork_sequence)
        chain->fork_sequence = entry->sequence;
    if (is_fork && batch->here.count == BRANCHES_MAX)
        return fail(STATUS_FORGED,
                    "the chain of this terminal has forked more than %d times at entry "
                    "%" PRIu64 "; keep the files and ask who runs the terminal",
                    BRANCHES_MAX, entry->sequence);
    if (is_fork)
        return OK;
    batch->is_after_hole = entry->sequence > chain->last_sequence + 1;
    if (batch->is_after_hole)
        hole_add(chain, chain->last_sequence + 1, entry->sequence - 1);
    batch->before = batch->here;
    batch->here.count = 0;
    return OK;
}

/* What is damaged here is named, and the walk goes on to what is whole. */
static void thorough_look(struct batch *batch, const struct entry *entry)
{
    struct chain *chain = batch->chain;
    struct header header;
    if (!batch->is_thorough ||
        signature_check_entry(batch->archive, entry->header, entry->signature,
                              entry->payload, &header) == OK)
        return;
    if (chain->damaged_count < CHAIN_DAMAGED_MAX) {
        struct chain_damaged *damaged = &chain->damaged[chain->damaged_count];
        damaged->sequence = entry->sequence;
        damaged->is_result = entry->type == HEADER_RESULT;
        memcpy(damaged->record_id, entry->record_id, sizeof damaged->record_id);
        snprintf(damaged->why, sizeof damaged->why, "%s", status_last());
    }
    chain->damaged_count++;
}

static enum status on_entry(void *context, const struct entry *entry, int64_t arrival)
{
    struct batch *batch = context;
    struct chain *chain = batch->chain;
    struct header header;
    (void)arrival;
    const bool is_read =
        header_read((struct span){(const char *)entry->header, HEADER_BYTES}, &header) ==
        OK;
    const uint64_t epoch = is_read ? header.epoch : entry->epoch;
    enum status status = step(batch, entry);
    if (status == OK)
        thorough_look(batch, entry);
    if (status == OK && !batch->is_after_hole)
        status = linked(batch, entry, epoch);
    if (status != OK)
        return status;
    struct link *link = &batch->here.list[batch->here.count++];
    memcpy(link->hash, entry->entry_hash, sizeof link->hash);
    link->epoch = epoch;
    chain->entry_count++;
    chain->last_sequence = entry->sequence;
    memcpy(chain->last_hash, entry->entry_hash, sizeof chain->last_hash);
    return OK;
}

enum status signature_check_chain(struct archive *archive,
                                  const unsigned char device_id[CHAIN_ID_BYTES],
                                  bool is_thorough, struct chain *out_chain)
{
    struct chain chain = {0};
    /* The first entry names zeros. */
    struct batch batch = {
        .archive = archive, .chain = &chain, .is_thorough = is_thorough, .here.count = 1};
    const enum status status =
        archive_list_chain(archive, device_id, is_thorough, on_entry, &batch);
    if (status == OK)
        *out_chain = chain;
    return status;
}

void signature_check_tell_holes(const struct chain *chain, struct span label,
                                struct buffer *buffer)
{
    for (size_t i = 0; i < chain->hole_count && i < CHAIN_HOLES_MAX; i++)
        buffer_format(buffer,
                      "WARNING: entries %" PRIu64 " to %" PRIu64
                      " of \"%.*s\" have not come: they are in another bundle, or were "
                      "deleted\n",
                      chain->holes[i].from, chain->holes[i].to, SPAN_ARGS(label));
    if (chain->hole_count > CHAIN_HOLES_MAX)
        buffer_format(buffer, "WARNING: \"%.*s\" has %zu more holes\n", SPAN_ARGS(label),
                      chain->hole_count - CHAIN_HOLES_MAX);
}

void signature_check_tell_damaged(const struct chain *chain, struct span label,
                                  struct buffer *buffer)
{
    struct arena arena;
    arena_init(&arena, LABEL_ARENA_BYTES);
    for (size_t i = 0; i < chain->damaged_count && i < CHAIN_DAMAGED_MAX; i++) {
        const struct chain_damaged *damaged = &chain->damaged[i];
        const struct span what =
            damaged->is_result
                ? span_format(&arena, "result %.*s (entry %" PRIu64 ")",
                              SPAN_ARGS(handle_text(&arena, damaged->record_id)),
                              damaged->sequence)
                : span_format(&arena, "entry %" PRIu64, damaged->sequence);
        buffer_format(buffer, "%.*s of \"%.*s\" is damaged here: %s\n", SPAN_ARGS(what),
                      SPAN_ARGS(label), damaged->why);
    }
    arena_done(&arena);
    if (chain->damaged_count > CHAIN_DAMAGED_MAX)
        buffer_format(buffer, "%zu more entries of \"%.*s\" are damaged here\n",
                      chain->damaged_count - CHAIN_DAMAGED_MAX, SPAN_ARGS(label));
}

struct telling {
    struct archive *archive;
    struct arena *arena;
    struct buffer *buffer;
    unsigned char
        last_id[CHAIN_ID_BYTES]; /* told already: it has a row for each enrolment */
};

static enum status fork_tell(void *context, const struct enrolled_terminal *terminal)
{
    struct telling *telling = context;
    if (memcmp(telling->last_id, terminal->id, sizeof telling->last_id) == 0)
        return OK;
    memcpy(telling->last_id, terminal->id, sizeof telling->last_id);
    return signature_check_tell_fork(telling->archive, telling->arena, terminal->id,
                                     terminal->label, telling->buffer);
}

enum status signature_check_tell_forks(struct archive *archive, struct arena *arena,
                                       struct buffer *buffer)
{
    struct telling telling = {.archive = archive, .arena = arena, .buffer = buffer};
    return enrolments_list(archive, fork_tell, &telling);
}

enum status signature_check_tell_fork(struct archive *archive, struct arena *arena,
                                      const unsigned char device_id[CHAIN_ID_BYTES],
                                      struct span label, struct buffer *buffer)
{
    uint64_t sequence = 0;
    unsigned char(*ids)[CHAIN_ID_BYTES] = NULL;
    size_t count = 0;
    enum status status = archive_fork(archive, device_id, &sequence);
    if (status == OK && sequence)
        status = archive_results_from(arena, archive, device_id, sequence, &ids, &count);
    if (status != OK || !sequence)
        return status;
    buffer_format(buffer,
                  "WARNING: the chain of \"%.*s\" has two branches from entry %" PRIu64
                  " on: its disk was put back, or two machines have its key. The "
                  "results of both are here:",
                  SPAN_ARGS(label), sequence);
    for (size_t i = 0; i < count; i++)
        buffer_format(buffer, "%s %.*s", i ? "," : "",
                      SPAN_ARGS(handle_text(arena, ids[i])));
    if (count == ARCHIVE_RESULTS_MAX)
        buffer_format(buffer, " (no more than %zu are named)", count);
    buffer_format(buffer, "%s\n", count ? "" : " none");
    return OK;
}
