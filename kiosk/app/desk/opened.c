#include "app/desk/opened.h"

#include "app/common/handle.h"
#include "app/desk/form.h"
#include "base/buffer.h"
#include "seal/age_unwrap.h"
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

enum status opener_guarded(const struct opener *opener, struct arena *arena)
{
    return duty_guarded(opener->duty, bytes_for(opener->assessment, 1), arena);
}

enum status opener_open(struct duty *duty, size_t record_count, struct opener *opener)
{
    struct file_set set = file_set_init(duty->arena);
    *opener = (struct opener){.duty = duty};
    enum status status = office_archive(&duty->office, &opener->archive);
    if (status == OK)
        status = archive_count(opener->archive, &opener->result_count);
    if (status == OK)
        status = form_read(&set, office_path(&duty->office, "assessment"), NULL,
                           &opener->assessment);
    if (status == OK)
        status = keys_open(&duty->office, &duty->options, &opener->keys);
    if (status == OK && record_count)
        status = duty_guarded(duty, bytes_for(opener->assessment, record_count),
                              &opener->arena);
    if (status != OK)
        opener_close(opener);
    return status;
}

void opener_close(struct opener *opener)
{
    keys_close(&opener->keys);
    arena_done(&opener->arena);
    *opener = (struct opener){0};
}

enum status opener_look_up(struct opener *opener, struct arena *arena,
                           const struct entry *entry, int64_t place,
                           struct opened *out_opened)
{
    *out_opened = (struct opened){
        .place = place,
        .handle = handle_text(arena, entry->record_id),
    };
    memcpy(out_opened->entry_hash, entry->entry_hash, sizeof out_opened->entry_hash);
    if (!entry->payload.count)
        return fail(STATUS_NOT_FOUND, "its content was erased, or never came");
    if (entry->payload.count > SIZES_MAX * opener->assessment->sealed_bytes)
        return fail(STATUS_TOO_LARGE, "its %zu bytes are far more than a result has",
                    entry->payload.count);
    const enum status status =
        proof_key(opener->archive, entry->header, &out_opened->envelope, &opener->key);
    memcpy(out_opened->public_key, opener->key.public_key, sizeof opener->key.public_key);
    return status;
}

enum status opener_unseal(const struct opener *opener, struct arena *arena,
                          const struct entry *entry, const struct opened *opened,
                          struct span *out_content)
{
    struct span inner;
    enum status status = proof_seal(&opened->envelope, opened->public_key, entry->header,
                                    entry->signature, entry->payload);
    if (status == OK)
        status = age_unwrap(arena, opener->keys.identities, opener->keys.count,
                            entry->payload.count, entry->payload, &inner);
    return status == OK ? payload_unwrap(&opened->envelope, inner, out_content) : status;
}

/* The sentence for a record whose assessment was not found. */
static enum status known(const struct opener *opener, enum status status)
{
    if (status != STATUS_NOT_FOUND)
        return status;
    return fail(STATUS_UNSUPPORTED,
                "it was made with another version of the assessment than the one in "
                "%s/assessment; put that version back",
                opener->duty->office.folder);
}

enum status opener_record(const struct opener *opener, struct arena *arena,
                          struct span content, struct record **out_record)
{
    return known(opener, record_read(arena, opener->assessment, content, out_record));
}

enum status opener_peek(const struct opener *opener, struct arena *arena,
                        struct span content, struct record_peeked *out_peeked)
{
    return known(opener, record_peek(arena, opener->assessment, content, out_peeked));
}

/* The failure with the record's handle in front. */
static enum status failed(const struct opened *opened, enum status status)
{
    char why[1024];
    snprintf(why, sizeof why, "%s", status_last());
    return fail(status, "result %.*s: %s", SPAN_ARGS(opened->handle), why);
}

enum status opener_read(struct opener *opener,
                        const unsigned char record_id[ENTRY_ID_BYTES], int64_t place,
                        struct opened *out_opened, struct record **out_record)
{
    struct entry entry;
    struct opened opened;
    struct span content;
    struct record *record;
    enum status status =
        archive_get(opener->duty->arena, opener->archive, record_id, &entry);
    if (status != OK)
        return status;
    status = opener_look_up(opener, &opener->arena, &entry, place, &opened);
    if (status == OK)
        status = opener_unseal(opener, &opener->arena, &entry, &opened, &content);
    if (status == OK)
        status = opener_record(opener, &opener->arena, content, &record);
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
    unsigned char record_id[ENTRY_ID_BYTES];
    int64_t seen_count, place;
    size_t count;
};

static enum status on_entry(void *context, const struct entry *entry, int64_t arrival)
{
    struct search *search = context;
    (void)arrival;
    search->seen_count++;
    if (!handle_matches(search->typed, entry->record_id))
        return OK;
    buffer_format(&search->handles, "%s%.*s", search->count ? ", " : "",
                  SPAN_ARGS(handle_text_long(search->arena, entry->record_id)));
    memcpy(search->record_id, entry->record_id, sizeof search->record_id);
    search->place = search->seen_count;
    search->count++;
    return OK;
}

enum status result_find(struct arena *arena, struct archive *archive, struct span typed,
                        unsigned char out_record_id[ENTRY_ID_BYTES], int64_t *out_place)
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

enum status opener_find(struct opener *opener, struct span typed,
                        struct opened *out_opened, struct record **out_record)
{
    unsigned char record_id[ENTRY_ID_BYTES];
    int64_t place;
    const enum status status =
        result_find(opener->duty->arena, opener->archive, typed, record_id, &place);
    return status == OK ? opener_read(opener, record_id, place, out_opened, out_record)
                        : status;
}
