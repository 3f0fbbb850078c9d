#include "app/desk/office/result.h"

#include "app/common/handle.h"
#include "app/desk/form/form_earlier.h"
#include "app/desk/office/ends/ends.h"
#include "app/desk/office/trust/bound.h"
#include "base/buffer.h"
#include "seal/age/age_unwrap.h"
#include "seal/code/crockford.h"
#include "seal/payload_unwrap.h"
#include "store/ended.h"
#include "store/shares.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    HANDLES_TEXT_BYTES = 400,
    WORK_BYTES = 2 * 1024 * 1024,
    RECORD_BYTES = 128 * 1024, /* besides what grows with the sealed size: */
    RECORD_COPIES = 8,         /* sealed, opened, texts, and written again to compare */
    HANDLE_TYPED_LEAST = 4,    /* symbols: fewer may name who was not meant */
    HANDLE_TYPED_MAX = 8,      /* symbols: who types more means a receipt */
    RECEIPT_SYMBOLS = 16,
    TYPED_SHOWN_BYTES = 40,
    SIZES_MAX = 3, /* how many times larger a result may be and is still looked at */
};

static size_t bytes_for(const struct assessment *assessment, size_t record_count)
{
    return WORK_BYTES +
           record_count * (RECORD_BYTES + RECORD_COPIES * assessment->sealed_bytes);
}

enum status result_reader_guarded(const struct result_reader *reader, struct arena *arena)
{
    return office_guarded(reader->office, bytes_for(reader->assessment, 1), arena);
}

static enum status shared_look(struct result_reader *reader)
{
    enum status status = OK;
    for (size_t i = 0; i < reader->keys->count && status == OK; i++) {
        size_t count = 0;
        status = shares_count(reader->archive,
                              reader->keys->identities[i].recipient.bytes, &count);
        reader->is_shared_with = reader->is_shared_with || count;
    }
    return status;
}

enum status result_reader_open(struct office *office, const struct keys *keys,
                               size_t record_count, struct result_reader *reader)
{
    *reader = (struct result_reader){.office = office, .keys = keys};
    enum status status = bound_check(office, keys);
    if (status == OK)
        status = office_archive(office, &reader->archive);
    if (status == OK)
        status = archive_count(reader->archive, &reader->result_count);
    if (status == OK)
        status = shared_look(reader);
    if (status == OK)
        status = office_assessment(office, &reader->assessment);
    if (status == OK && record_count)
        status = office_guarded(office, bytes_for(reader->assessment, record_count),
                                &reader->arena);
    if (status != OK)
        result_reader_close(reader);
    return status;
}

void result_reader_close(struct result_reader *reader)
{
    arena_done(&reader->arena);
    *reader = (struct result_reader){0};
}

/* What was shared of the result with one of the keys at hand. */
static enum status shared_find(const struct result_reader *reader, struct arena *arena,
                               const unsigned char record_id[CHAIN_ID_BYTES],
                               struct span *out_shared)
{
    enum status status = OK;
    *out_shared = SPAN("");
    for (size_t i = 0; reader->is_shared_with && i < reader->keys->count; i++) {
        status = shares_get(arena, reader->archive, record_id,
                            reader->keys->identities[i].recipient.bytes, out_shared);
        if (status != OK || out_shared->count)
            break;
    }
    return status;
}

/* Why there is nothing to open, and whether anything can be done. */
static enum status gone(const struct result_reader *reader, struct arena *arena,
                        const unsigned char record_id[CHAIN_ID_BYTES])
{
    int64_t day_s;
    const enum status status = archive_erased_day(reader->archive, record_id, &day_s);
    if (status != OK)
        return status;
    const struct ends *ends;
    if (day_s && ends_read(reader->office, &ends) == OK) {
        const struct end *end = ends_find(ends, record_id);
        if (end && end->erased.number)
            return fail(STATUS_NOT_FOUND,
                        "its content was erased here%.*s, on the ground %s, and cannot "
                        "come back",
                        SPAN_ARGS(archive_day_words(arena, day_s)),
                        ends_format_grounds[end->ground]);
        if (is_ends_over(end))
            return fail(STATUS_WRONG_KEY,
                        "its content was locked away%.*s: its erasure was asked for "
                        "while it is held; only the recovery sheet opens it, with "
                        "--identity",
                        SPAN_ARGS(archive_day_words(arena, day_s)));
    }
    if (!day_s)
        return fail(STATUS_NOT_FOUND,
                    "its content never came; import the other bundles of "
                    "its terminal");
    return fail(STATUS_NOT_FOUND,
                "its content was erased here%.*s, by 'resonance erase' or when a profile "
                "was frozen, and cannot come back",
                SPAN_ARGS(archive_day_words(arena, day_s)));
}

enum status result_reader_look_up(struct result_reader *reader, struct arena *arena,
                                  const struct entry *entry, int64_t place,
                                  struct result *out_opened)
{
    *out_opened = (struct result){
        .place = place,
        .handle = handle_text(arena, entry->record_id),
    };
    memcpy(out_opened->entry_hash, entry->entry_hash, sizeof out_opened->entry_hash);
    if (!entry->payload.count)
        return gone(reader, arena, entry->record_id);
    if (entry->payload.count > SIZES_MAX * reader->assessment->sealed_bytes)
        return fail(STATUS_TOO_LARGE, "its %zu bytes are far more than a result has",
                    entry->payload.count);
    enum status status =
        shared_find(reader, arena, entry->record_id, &out_opened->shared);
    if (status == OK)
        status = signature_check_key(reader->archive, entry->header, &out_opened->header,
                                     &reader->key);
    memcpy(out_opened->public_key, reader->key.public_key, sizeof reader->key.public_key);
    return status;
}

enum status result_reader_form(const struct result_reader *reader, struct result *opened)
{
    const unsigned char *hash = opened->header.assessment_hash;
    opened->assessment = reader->assessment;
    return memcmp(hash, reader->assessment->hash, CHAIN_HASH_BYTES) == 0
               ? OK
               : form_earlier_find(reader->office, hash, &opened->assessment);
}

enum status result_reader_unseal(const struct result_reader *reader, struct arena *arena,
                                 const struct entry *entry, const struct result *opened,
                                 struct span *out_content)
{
    struct span inner;
    enum status status =
        signature_check_seal(&opened->header, opened->public_key, entry->header,
                             entry->signature, entry->payload);
    if (status == OK)
        status = age_unwrap_shared(arena, reader->keys->identities, reader->keys->count,
                                   entry->payload.count, entry->payload, opened->shared,
                                   &inner);
    return status == OK ? payload_unwrap(&opened->header, inner, out_content) : status;
}

/* The sentence for a record whose assessment was not found, or is not the one that its header
 * names. */
static enum status known(const struct result_reader *reader, enum status status)
{
    if (status != STATUS_NOT_FOUND)
        return status;
    return fail(STATUS_UNSUPPORTED,
                "it was made with another version of the assessment than the one in "
                "%s/assessment; put that version back",
                reader->office->folder);
}

enum status result_reader_record(const struct result_reader *reader, struct arena *arena,
                                 const struct result *opened, struct span content,
                                 struct record **out_record)
{
    return known(reader, opened->assessment
                             ? record_read(arena, opened->assessment, content, out_record)
                             : STATUS_NOT_FOUND);
}

enum status result_reader_peek(const struct result_reader *reader, struct arena *arena,
                               const struct result *opened, struct span content,
                               struct record_peeked *out_peeked)
{
    return known(reader, opened->assessment
                             ? record_peek(arena, opened->assessment, content, out_peeked)
                             : STATUS_NOT_FOUND);
}

/* The failure with the record's handle in front. */
static enum status failed(const struct result *opened, enum status status)
{
    return fail_in(status, "result %.*s", SPAN_ARGS(opened->handle));
}

/* What is locked away is sealed once more, to the recovery keys: who has none of them sees
 * nothing. */
enum status result_reader_locked(struct result_reader *reader,
                                 const unsigned char record_id[CHAIN_ID_BYTES],
                                 struct span *out_payload)
{
    struct ended_wrapped wrapped = {0};
    const enum status status =
        ended_restricted(&reader->arena, reader->archive, record_id, &wrapped);
    if (status != OK)
        return status;
    if (!wrapped.payload.count ||
        age_unwrap(&reader->arena, reader->keys->identities, reader->keys->count,
                   wrapped.payload.count, wrapped.payload, out_payload) != OK)
        *out_payload = SPAN("");
    return OK;
}

enum status result_reader_read(struct result_reader *reader,
                               const unsigned char record_id[CHAIN_ID_BYTES],
                               int64_t place, struct result *out_opened,
                               struct record **out_record)
{
    struct entry entry;
    struct result opened;
    struct span content;
    struct record *record;
    enum status status =
        archive_get(&reader->office->arena, reader->archive, record_id, &entry);
    if (status == OK && !entry.payload.count)
        status = result_reader_locked(reader, record_id, &entry.payload);
    if (status != OK)
        return status;
    status = result_reader_look_up(reader, &reader->arena, &entry, place, &opened);
    if (status == OK)
        status = result_reader_form(reader, &opened);
    if (status == OK)
        status = result_reader_unseal(reader, &reader->arena, &entry, &opened, &content);
    if (status == OK)
        status = result_reader_record(reader, &reader->arena, &opened, content, &record);
    if (status != OK)
        return failed(&opened, status);
    *out_opened = opened;
    *out_record = record;
    return OK;
}

struct search {
    struct arena *arena; /* for handles */
    struct span typed;
    struct buffer handles; /* of all that fit, long */
    unsigned char record_id[CHAIN_ID_BYTES];
    size_t count;
};

/* What people put between the symbols of a receipt, and what they leave out. */
static bool is_gap(char letter)
{
    return letter == '-' || letter == ' ';
}

static size_t symbol_count(struct span typed)
{
    size_t count = 0;
    for (size_t i = 0; i < typed.count; i++)
        count += is_gap(typed.data[i]) ? 0 : 1;
    return count;
}

bool is_result_receipt(struct span typed, const unsigned char *entry_hash)
{
    char receipt[ENVELOPE_RECEIPT_BYTES];
    size_t at = 0;
    envelope_receipt(entry_hash, receipt);
    for (size_t i = 0; i < typed.count; i++) {
        if (is_gap(typed.data[i]))
            continue;
        at += is_gap(receipt[at]) ? 1 : 0;
        if (!receipt[at] || crockford_read(typed.data[i]) != receipt[at])
            return false;
        at++;
    }
    return at == ENVELOPE_RECEIPT_BYTES - 1;
}

/* More than a handle was typed: the receipt is told as it should look. */
static enum status nothing_found(struct span typed)
{
    const size_t count = symbol_count(typed);
    if (count <= HANDLE_TYPED_MAX)
        return fail(STATUS_NOT_FOUND,
                    "there is no result %.*s; 'resonance list' shows those that came",
                    SPAN_ARGS(span_cut(typed, 0, TYPED_SHOWN_BYTES)));
    return fail(
        STATUS_NOT_FOUND,
        "there is no result with the receipt %.*s, which has %zu letters and "
        "digits; a receipt has %d, such as 7ZK2-M9QX-D3F4-80AB: its person copied "
        "it from the last screen of the session",
        SPAN_ARGS(span_cut(typed, 0, TYPED_SHOWN_BYTES)), count, RECEIPT_SYMBOLS);
}

static enum status on_id(void *context, const unsigned char record_id[CHAIN_ID_BYTES],
                         const unsigned char entry_hash[CHAIN_HASH_BYTES])
{
    struct search *search = context;
    if (!handle_matches(search->typed, record_id) &&
        !is_result_receipt(search->typed, entry_hash))
        return OK;
    buffer_format(&search->handles, "%s%.*s", search->count ? ", " : "",
                  SPAN_ARGS(handle_text_long(search->arena, record_id)));
    memcpy(search->record_id, record_id, sizeof search->record_id);
    search->count++;
    return OK;
}

/* Those whose id, or whose receipt, begins as it was typed: by index, for walking over thousands of
 * results takes longer than reading one. */
static enum status search_run(struct archive *archive, struct search *search)
{
    unsigned char low[CHAIN_HASH_BYTES], high[CHAIN_HASH_BYTES];
    enum status status = OK;
    if (is_crockford_range(search->typed, CHAIN_ID_BYTES, low, high))
        status = archive_range(
            archive, false, (struct span){(const char *)low, CHAIN_ID_BYTES},
            (struct span){(const char *)high, CHAIN_ID_BYTES}, on_id, search);
    if (status == OK && symbol_count(search->typed) == RECEIPT_SYMBOLS &&
        is_crockford_range(search->typed, CHAIN_HASH_BYTES, low, high))
        status = archive_range(
            archive, true, (struct span){(const char *)low, CHAIN_HASH_BYTES},
            (struct span){(const char *)high, CHAIN_HASH_BYTES}, on_id, search);
    return status;
}

enum status result_find(struct arena *arena, struct archive *archive, struct span typed,
                        unsigned char out_record_id[CHAIN_ID_BYTES], int64_t *out_place)
{
    struct search search = {
        .arena = arena,
        .typed = typed,
        .handles = buffer_init(arena, HANDLES_TEXT_BYTES),
    };
    if (!symbol_count(typed))
        return fail(STATUS_USAGE, "name a result: its reference, or the receipt that its "
                                  "person brings");
    const enum status status = search_run(archive, &search);
    if (status != OK)
        return status;
    if (!search.count)
        return nothing_found(typed);
    if (symbol_count(typed) < HANDLE_TYPED_LEAST)
        return fail(
            STATUS_BAD_INPUT,
            "%.*s is too short to name a result; type its whole reference, such as "
            "K7-Q2",
            SPAN_ARGS(typed));
    if (search.count > 1)
        return fail(STATUS_BAD_INPUT, "%.*s fits %zu results; type more of one: %.*s",
                    SPAN_ARGS(typed), search.count,
                    SPAN_ARGS(buffer_span(&search.handles)));
    memcpy(out_record_id, search.record_id, sizeof search.record_id);
    return archive_place(archive, search.record_id, out_place);
}

enum status result_reader_find(struct result_reader *reader, struct span typed,
                               struct result *out_opened, struct record **out_record)
{
    unsigned char record_id[CHAIN_ID_BYTES];
    int64_t place;
    const enum status status =
        result_find(&reader->office->arena, reader->archive, typed, record_id, &place);
    return status == OK
               ? result_reader_read(reader, record_id, place, out_opened, out_record)
               : status;
}
