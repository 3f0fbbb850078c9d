#include "app/desk/office/result.h"

#include "app/common/handle.h"
#include "app/desk/form/form_earlier.h"
#include "base/buffer.h"
#include "seal/age/age_unwrap.h"
#include "seal/payload_unwrap.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    HANDLES_TEXT_BYTES = 400,
    WORK_BYTES = 2 * 1024 * 1024,
    RECORD_BYTES = 128 * 1024, /* besides what grows with the sealed size: */
    RECORD_COPIES = 8,         /* sealed, opened, texts, and written again to compare */
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

enum status result_reader_open(struct office *office, const struct keys *keys,
                               size_t record_count, struct result_reader *reader)
{
    *reader = (struct result_reader){.office = office, .keys = keys};
    enum status status = office_archive(office, &reader->archive);
    if (status == OK)
        status = archive_count(reader->archive, &reader->result_count);
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
        return fail(STATUS_NOT_FOUND, "its content was erased, or never came");
    if (entry->payload.count > SIZES_MAX * reader->assessment->sealed_bytes)
        return fail(STATUS_TOO_LARGE, "its %zu bytes are far more than a result has",
                    entry->payload.count);
    const enum status status = signature_check_key(reader->archive, entry->header,
                                                   &out_opened->header, &reader->key);
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
        status = age_unwrap(arena, reader->keys->identities, reader->keys->count,
                            entry->payload.count, entry->payload, &inner);
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
    int64_t seen_count, place;
    size_t count;
};

bool is_result_receipt(struct span typed, const unsigned char *entry_hash)
{
    char receipt[ENVELOPE_RECEIPT_BYTES];
    envelope_receipt(entry_hash, receipt);
    return is_span(typed, receipt);
}

static enum status on_entry(void *context, const struct entry *entry, int64_t arrival)
{
    struct search *search = context;
    (void)arrival;
    search->seen_count++;
    if (!handle_matches(search->typed, entry->record_id) &&
        !is_result_receipt(search->typed, entry->entry_hash))
        return OK;
    buffer_format(&search->handles, "%s%.*s", search->count ? ", " : "",
                  SPAN_ARGS(handle_text_long(search->arena, entry->record_id)));
    memcpy(search->record_id, entry->record_id, sizeof search->record_id);
    search->place = search->seen_count;
    search->count++;
    return OK;
}

enum status result_find(struct arena *arena, struct archive *archive, struct span typed,
                        unsigned char out_record_id[CHAIN_ID_BYTES], int64_t *out_place)
{
    struct search search = {
        .arena = arena,
        .typed = typed,
        .handles = buffer_init(arena, HANDLES_TEXT_BYTES),
    };
    const enum status status = archive_list(archive, on_entry, &search);
    if (status != OK)
        return status;
    if (!search.count)
        return fail(STATUS_NOT_FOUND,
                    "there is no result %.*s; 'resonance list' shows those that came",
                    SPAN_ARGS(span_cut(typed, 0, 40)));
    if (search.count > 1)
        return fail(STATUS_BAD_INPUT, "%.*s fits %zu results; type more of one: %.*s",
                    SPAN_ARGS(typed), search.count,
                    SPAN_ARGS(buffer_span(&search.handles)));
    memcpy(out_record_id, search.record_id, sizeof search.record_id);
    *out_place = search.place;
    return OK;
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
