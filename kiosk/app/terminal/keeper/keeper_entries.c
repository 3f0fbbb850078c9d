#include "app/terminal/keeper/keeper_entries.h"

#include "app/common/handle.h"
#include "base/buffer.h"

#include <inttypes.h>
#include <string.h>

enum { LINES_MAX_BYTES = 64 * 1024 };

struct walk {
    struct keeper *keeper;
    struct arena *arena;
    struct buffer lines;
    size_t count, damaged_count;
    uint64_t last_sequence;
    bool is_linked; /* the entry before is whole: the next one must name it */
    unsigned char last_hash[CHAIN_HASH_BYTES];
};

/* The columns repeat what the header says. */
static bool is_header_whole(const struct entry *entry, struct header *out_header)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    if (header_read((struct span){(const char *)entry->header, HEADER_BYTES},
                    out_header) != OK)
        return false;
    const struct entry again = entry_from_header(out_header, entry->payload);
    envelope_hash(entry->header, hash);
    return memcmp(hash, entry->entry_hash, sizeof hash) == 0 &&
           memcmp(again.device_id, entry->device_id, sizeof again.device_id) == 0 &&
           memcmp(again.record_id, entry->record_id, sizeof again.record_id) == 0 &&
           memcmp(again.previous_hash, entry->previous_hash,
                  sizeof again.previous_hash) == 0 &&
           again.epoch == entry->epoch && again.sequence == entry->sequence &&
           again.type == entry->type;
}

/* Where the signing key has rotted, either half of it may still be the one that signed. */
static bool is_signed(const struct keeper *keeper, const struct entry *entry)
{
    const unsigned char *secret = keeper->secrets->signing_key;
    return envelope_verify(keeper->device_key, entry->header, entry->signature) == OK ||
           envelope_verify(secret + SIGN_SECRET_BYTES - CHAIN_PUBLIC_KEY_BYTES,
                           entry->header, entry->signature) == OK;
}

/* What is wrong with `entry`, or NULL. */
static const char *fault_of(const struct walk *walk, const struct entry *entry)
{
    struct header header;
    if (!is_header_whole(entry, &header))
        return "its header is damaged; the desk cannot take it";
    if (!is_signed(walk->keeper, entry))
        return "its signature is damaged; the desk cannot take it";
    if (entry->payload.count && envelope_check(&header, entry->payload) != OK)
        return "its sealed content is damaged; the desk takes it without";
    if (walk->is_linked &&
        memcmp(entry->previous_hash, walk->last_hash, sizeof walk->last_hash) != 0)
        return "it does not name the entry before it";
    return NULL;
}

static void name(struct walk *walk, const struct entry *entry, const char *fault)
{
    walk->damaged_count++;
    if (entry->type == HEADER_RESULT)
        buffer_format(&walk->lines, "result %.*s (entry %" PRIu64 "): %s\n",
                      SPAN_ARGS(handle_text(walk->arena, entry->record_id)),
                      entry->sequence, fault);
    else
        buffer_format(&walk->lines, "entry %" PRIu64 ": %s\n", entry->sequence, fault);
}

static void name_missing(struct walk *walk, uint64_t from, uint64_t to)
{
    walk->damaged_count += to - from + 1;
    walk->is_linked = false;
    if (from == to)
        buffer_format(&walk->lines, "entry %" PRIu64 ": it is gone\n", from);
    else
        buffer_format(&walk->lines, "entries %" PRIu64 " to %" PRIu64 ": they are gone\n",
                      from, to);
}

static enum status look(void *context, const struct entry *entry, int64_t arrival)
{
    struct walk *walk = context;
    (void)arrival;
    if (entry->sequence > walk->last_sequence + 1)
        name_missing(walk, walk->last_sequence + 1, entry->sequence - 1);
    const char *fault = fault_of(walk, entry);
    if (fault)
        name(walk, entry, fault);
    walk->count++;
    walk->is_linked = !fault;
    walk->last_sequence = entry->sequence;
    memcpy(walk->last_hash, entry->entry_hash, sizeof walk->last_hash);
    return OK;
}

enum status keeper_entries_check(struct arena *arena, struct keeper *keeper,
                                 struct keeper_entries *out_entries)
{
    struct walk walk = {.keeper = keeper,
                        .arena = arena,
                        .lines = buffer_init(arena, LINES_MAX_BYTES),
                        .is_linked = true};
    const enum status status = ledger_list(keeper->ledger, 1, look, &walk);
    if (status == OK)
        *out_entries = (struct keeper_entries){walk.count, walk.damaged_count,
                                               span_trim(buffer_span(&walk.lines))};
    return status;
}
