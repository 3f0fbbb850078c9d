#include "app/desk/office/ends/ends_write.h"

#include "app/desk/office/ends/archive_mark.h"
#include "store/ended.h"

#include <string.h>

static void row_add(struct signed_rows_write *write, const struct ends_act *act)
{
    struct canonical c = canonical_begin(write->arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "by", act->by);
    canonical_whole(&c, "day_s", act->day_s);
    canonical_text(&c, "ground",
                   act->kind == ENDS_ERASURE ? span_of(ends_format_grounds[act->ground])
                                             : SPAN(""));
    canonical_hex(&c, "id", act->id, sizeof act->id);
    canonical_text(&c, "kind", span_of(ends_format_kinds[act->kind]));
    signed_rows_write_place(write, &c);
    canonical_text(&c, "why", act->why);
    signed_rows_write_row(write, &c);
}

enum status ends_write(struct office *office, const struct minisign_key *key,
                       const struct ends_act *acts, size_t count)
{
    const struct ends *ends;
    struct archive *archive;
    struct signed_rows_write write;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = ends_read(office, &ends);
    if (status == OK && !ends->head.count)
        status = archive_mark_begin(office, key);
    if (status != OK)
        return status;
    signed_rows_write_begin(&office->arena, &ends_format_rows, &ends->head, ends->bytes,
                            key, &write);
    for (size_t i = 0; i < count; i++)
        row_add(&write, &acts[i]);
    status = signed_rows_write_end(&write, office);
    if (status != OK)
        return status;
    office->ends = NULL; /* read anew */
    status = ends_certify(office, archive);
    if (status == OK)
        archive_mark_note(office, key);
    return status;
}

enum status ends_write_earlier(struct office *office, const struct minisign_key *key,
                               size_t *out_count)
{
    unsigned char(*ids)[CHAIN_ID_BYTES];
    struct archive *archive;
    size_t count = 0;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = ended_unsigned(&office->arena, archive, true, &ids, &count);
    if (status != OK)
        return status;
    struct ends_act *acts = arena_array(&office->arena, struct ends_act, count + 1);
    for (size_t i = 0; i < count && status == OK; i++) {
        acts[i] = (struct ends_act){
            .kind = ENDS_ERASURE, .ground = ENDS_EARLIER, .by = SPAN("not known")};
        memcpy(acts[i].id, ids[i], sizeof acts[i].id);
        status = archive_erased_day(archive, ids[i], &acts[i].day_s);
    }
    *out_count = count;
    return status == OK && count ? ends_write(office, key, acts, count) : status;
}
