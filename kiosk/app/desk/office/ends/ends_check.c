#include "app/desk/office/ends/ends_check.h"

#include "app/common/handle.h"
#include "app/desk/office/anchor/anchor.h"
#include "app/desk/office/trust/roll.h"
#include "base/buffer.h"
#include "chain/header.h"
#include "store/ended.h"

#include <string.h>

enum { NAMES_BYTES = 400 };

static enum status returned_look(struct office *office, archive_mark_on_fault *on_fault,
                                 void *context)
{
    unsigned char(*ids)[CHAIN_ID_BYTES];
    size_t count;
    const enum status status =
        ended_returned(&office->arena, office->archive, &ids, &count);
    if (status == OK && count)
        on_fault(context,
                 span_format(&office->arena,
                             "content that was erased or locked away is in archive.db "
                             "again, of %zu result%s: an older copy was put back, or the "
                             "erasure was cut off; nobody is shown it",
                             count, count == 1 ? "" : "s"),
                 "'resonance erase --again' carries out what was signed");
    return status;
}

/* A duty to keep is no use where somebody takes the content away by hand. */
static enum status held_look(struct office *office, archive_mark_on_fault *on_fault,
                             void *context)
{
    struct buffer names = buffer_init(&office->arena, NAMES_BYTES);
    const struct ends *ends;
    enum status status = ends_read(office, &ends);
    for (size_t i = 0; status == OK && i < ends->count; i++) {
        bool is_there = true;
        if (ends->list[i].held.number)
            status = ended_is_there(office->archive, ends->list[i].id, &is_there);
        if (status == OK && !is_there)
            buffer_format(&names, "%s%.*s", names.count ? ", " : "",
                          SPAN_ARGS(handle_text(&office->arena, ends->list[i].id)));
    }
    if (status == OK && names.count)
        on_fault(context,
                 span_format(&office->arena,
                             "what is held must be kept, and its content is not in "
                             "archive.db: %.*s",
                             SPAN_ARGS(buffer_span(&names))),
                 "put archive.db back from a copy, or import the bundles that hold it");
    return status;
}

/* Whether what is locked away still is what was: the hash of what it was made from is the one that
 * its terminal signed, and its own fits. It is opened once, by the sheet, when it matters. */
static enum status locked_is_whole(struct office *office,
                                   const unsigned char id[CHAIN_ID_BYTES],
                                   bool *out_is_whole)
{
    static const unsigned char none[CHAIN_HASH_BYTES];
    unsigned char hash[CHAIN_HASH_BYTES];
    struct ended_wrapped wrapped;
    struct entry entry;
    struct header header;
    enum status status = ended_restricted(&office->arena, office->archive, id, &wrapped);
    if (status == OK)
        status = archive_get(&office->arena, office->archive, id, &entry);
    if (status == OK)
        status =
            header_read((struct span){(const char *)entry.header, HEADER_BYTES}, &header);
    if (status != OK)
        return status;
    seal_hash(NULL, wrapped.payload, hash);
    *out_is_whole =
        !wrapped.payload.count || memcmp(wrapped.content_hash, none, sizeof none) == 0 ||
        (memcmp(wrapped.content_hash, header.payload_hash, sizeof none) == 0 &&
         memcmp(wrapped.payload_hash, hash, sizeof hash) == 0);
    return OK;
}

static enum status locked_look(struct office *office, archive_mark_on_fault *on_fault,
                               void *context)
{
    const struct ends *ends;
    enum status status = ends_read(office, &ends);
    for (size_t i = 0; status == OK && i < ends->count; i++) {
        bool is_whole = true;
        if (is_ends_locked(&ends->list[i]))
            status = locked_is_whole(office, ends->list[i].id, &is_whole);
        if (status == STATUS_NOT_FOUND) /* a copy without it: all others are looked at */
            status = OK;
        if (status == OK && !is_whole)
            on_fault(
                context,
                span_format(&office->arena,
                            "what is locked away of %.*s is not what was locked away: "
                            "it was changed, exchanged or has rotted",
                            SPAN_ARGS(handle_text(&office->arena, ends->list[i].id))),
                "put archive.db back from a copy");
    }
    return status;
}

static struct span names_of(struct arena *arena, unsigned char (*ids)[CHAIN_ID_BYTES],
                            size_t count)
{
    struct buffer names = buffer_init(arena, NAMES_BYTES);
    for (size_t i = 0; i < count && !names.is_full; i++)
        buffer_format(&names, "%s%.*s", i ? ", " : "",
                      SPAN_ARGS(handle_text(arena, ids[i])));
    return buffer_span(&names);
}

/* Before there was a roll nobody signed for anything: those folders are warned of as a whole. */
enum status ends_check_unsigned(struct office *office, bool is_thorough,
                                unsigned char (**out_ids)[CHAIN_ID_BYTES],
                                size_t *out_count)
{
    const struct roll *roll;
    *out_count = 0;
    const enum status status = roll_read(office, &roll);
    return status != OK || roll->is_missing
               ? status
               : ended_unsigned(&office->arena, office->archive, is_thorough, out_ids,
                                out_count);
}

static enum status unsigned_look(struct office *office, archive_mark_on_fault *on_fault,
                                 void *context)
{
    unsigned char(*ids)[CHAIN_ID_BYTES];
    size_t count;
    const enum status status = ends_check_unsigned(office, false, &ids, &count);
    if (status == OK && count)
        on_fault(context, ends_check_unsigned_words(&office->arena, ids, count),
                 ends_check_unsigned_mend());
    return status;
}

struct span ends_check_unsigned_words(struct arena *arena,
                                      unsigned char (*ids)[CHAIN_ID_BYTES], size_t count)
{
    return span_format(
        arena,
        "archive.db says of %zu result%s that %s erased, and nobody signed "
        "for that: %.*s",
        count, count == 1 ? "" : "s", count == 1 ? "it was" : "they were",
        SPAN_ARGS(names_of(arena, ids, count)));
}

const char *ends_check_unsigned_mend(void)
{
    return "put archive.db back from a copy; what an earlier version erased, or froze, "
           "'resonance audit accept' signs for";
}

/* Counts what is told on its way. */
struct counting {
    archive_mark_on_fault *on_fault;
    void *context;
    size_t count;
};

static void on_counted(void *context, struct span words, const char *mend)
{
    struct counting *counting = context;
    counting->count++;
    counting->on_fault(counting->context, words, mend);
}

/* Where archive.mark says already what is missing of the archive and the ends, one sentence is
 * enough for them. */
enum status ends_check_lost(struct office *office, archive_mark_on_fault *on_fault,
                            void *context)
{
    struct counting counting = {on_fault, context, 0};
    struct span words = SPAN("");
    enum status status = archive_mark_look(office, on_counted, &counting);
    if (status == OK)
        status = anchor_look(office, counting.count ? ANCHOR_LOG : ANCHOR_ALL, &words);
    if (status == OK && words.count)
        on_fault(context, words, anchor_mend());
    return status;
}

enum status ends_check(struct office *office, archive_mark_on_fault *on_fault,
                       void *context)
{
    enum status status = ends_check_lost(office, on_fault, context);
    if (status == OK)
        status = returned_look(office, on_fault, context);
    if (status == OK)
        status = unsigned_look(office, on_fault, context);
    if (status == OK)
        status = held_look(office, on_fault, context);
    return status == OK ? locked_look(office, on_fault, context) : status;
}
