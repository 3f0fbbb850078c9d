#include "app/desk/opened.h"

#include "app/common/handle.h"
#include "app/desk/form.h"
#include "app/desk/proof.h"
#include "base/buffer.h"
#include "seal/age_unwrap.h"
#include "seal/payload_unwrap.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    PAYLOAD_MAX_BYTES = 2 * 1024 * 1024,
    HANDLES_TEXT_BYTES = 400,
    WORK_BYTES = 2 * 1024 * 1024,
    RECORD_BYTES = 128 * 1024, /* besides what grows with the sealed size: */
    RECORD_COPIES = 8,         /* sealed, opened, texts, and written again to compare */
    PROGRESS_EVERY = 250,
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
        status = form_read(&set, office_path(&duty->office, "assessment"), NULL,
                           &opener->assessment);
    if (status == OK)
        status = keys_open(&duty->office, &duty->options, &opener->keys);
    if (status == OK)
        status = duty_guarded(duty, bytes_for(opener->assessment, record_count),
                              &opener->arena);
    if (status != OK)
        opener_close(opener);
    return status;
}

/* "\033[K" clears the line. */
static void say_progress(const struct opener *opener, int is_end)
{
    if (opener->read_count < PROGRESS_EVERY || !isatty(STDERR_FILENO))
        return;
    if (is_end)
        fputs("\r\033[K", stderr);
    else if (opener->read_count % PROGRESS_EVERY == 0)
        fprintf(stderr, "\r%zu results opened", opener->read_count);
}

void opener_close(struct opener *opener)
{
    say_progress(opener, 1);
    keys_close(&opener->keys);
    arena_done(&opener->arena);
    *opener = (struct opener){0};
}

static enum status record_open(const struct opener *opener, struct arena *arena,
                               struct span content, struct record **out_record)
{
    struct provenance provenance;
    struct sitting_start start;
    const struct assessment *assessment = opener->assessment;
    const enum status status = record_peek(arena, content, &provenance, &start);
    if (status != OK)
        return status;
    if (memcmp(provenance.assessment_hash, assessment->hash, sizeof assessment->hash) !=
        0)
        return fail(STATUS_UNSUPPORTED,
                    "it was made with another version of the assessment than the one in "
                    "%s/assessment; put that version back",
                    opener->duty->office.folder);
    return record_read(arena, assessment, content, out_record);
}

/* The failure with the record's handle in front. */
static enum status failed(const struct opened *opened, enum status status)
{
    char why[1024];
    snprintf(why, sizeof why, "%s", status_last());
    return fail(status, "result %.*s: %s", SPAN_ARGS(opened->handle), why);
}

enum status opener_prove(struct opener *opener, struct arena *arena,
                         const struct entry *entry, int64_t place,
                         struct opened *out_opened)
{
    struct opened opened = {
        .place = place,
        .handle = handle_text(arena, entry->record_id),
    };
    memcpy(opened.entry_hash, entry->entry_hash, sizeof opened.entry_hash);
    opener->read_count++;
    say_progress(opener, 0);
    const enum status status =
        entry->payload.count
            ? proof_entry(opener->archive, entry->header, entry->signature,
                          entry->payload, &opened.envelope)
            : fail(STATUS_NOT_FOUND, "its content was erased, or never came");
    if (status != OK)
        return failed(&opened, status);
    *out_opened = opened;
    return OK;
}

enum status opener_decrypt(const struct opener *opener, struct arena *arena,
                           struct span payload, struct opened *opened)
{
    struct span inner, content;
    enum status status = age_unwrap(arena, opener->keys.identities, opener->keys.count,
                                    PAYLOAD_MAX_BYTES, payload, &inner);
    if (status == OK)
        status = payload_unwrap(&opened->envelope, inner, &content);
    if (status == OK)
        status = record_open(opener, arena, content, &opened->record);
    return status == OK ? OK : failed(opened, status);
}

enum status opener_read(struct opener *opener, const struct entry *entry, int64_t place,
                        struct opened *out_opened)
{
    struct opened opened;
    enum status status = opener_prove(opener, &opener->arena, entry, place, &opened);
    if (status == OK)
        status = opener_decrypt(opener, &opener->arena, entry->payload, &opened);
    if (status == OK)
        *out_opened = opened;
    return status;
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
                        struct opened *out_opened)
{
    unsigned char record_id[ENTRY_ID_BYTES];
    int64_t place;
    struct entry entry;
    enum status status =
        result_find(opener->duty->arena, opener->archive, typed, record_id, &place);
    if (status == OK)
        status = archive_get(&opener->arena, opener->archive, record_id, &entry);
    return status == OK ? opener_read(opener, &entry, place, out_opened) : status;
}
