#include "app/desk/office/signature_check.h"

#include "base/buffer.h"
#include "base/clock.h"

#include <inttypes.h>
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

struct batch {
    struct archive *archive;
    struct chain *chain;
    bool is_thorough;
};

static enum status linked(const struct chain *chain, const struct entry *entry)
{
    static const unsigned char zeros[CHAIN_HASH_BYTES];
    const unsigned char *previous = chain->entry_count ? chain->last_hash : zeros;
    if (memcmp(entry->previous_hash, previous, CHAIN_HASH_BYTES) == 0)
        return OK;
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

static enum status on_entry(void *context, const struct entry *entry, int64_t arrival)
{
    struct batch *batch = context;
    struct chain *chain = batch->chain;
    struct header header;
    enum status status = OK;
    (void)arrival;
    if (entry->sequence <= chain->last_sequence)
        return fail(STATUS_FORGED,
                    "the chain of this terminal has forked at entry %" PRIu64
                    "; keep the files and ask who runs the terminal",
                    entry->sequence);
    if (batch->is_thorough)
        status = signature_check_entry(batch->archive, entry->header, entry->signature,
                                       entry->payload, &header);
    if (status == OK && entry->sequence == chain->last_sequence + 1)
        status = linked(chain, entry);
    else if (status == OK)
        hole_add(chain, chain->last_sequence + 1, entry->sequence - 1);
    chain->entry_count++;
    chain->last_sequence = entry->sequence;
    memcpy(chain->last_hash, entry->entry_hash, sizeof chain->last_hash);
    return status;
}

enum status signature_check_chain(struct archive *archive,
                                  const unsigned char device_id[CHAIN_ID_BYTES],
                                  bool is_thorough, struct chain *out_chain)
{
    struct chain chain = {0};
    struct batch batch = {archive, &chain, is_thorough};
    const enum status status = archive_list_chain(archive, device_id, on_entry, &batch);
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
