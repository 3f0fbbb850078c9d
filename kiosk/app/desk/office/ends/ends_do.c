#include "app/desk/office/ends/ends_do.h"

#include "app/desk/office/after/checkin_kept.h"
#include "app/desk/office/after/outcome_kept.h"
#include "app/desk/office/after/plan_kept.h"
#include "app/desk/office/interview/decision.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "base/clock.h"
#include "seal/age/age_wrap.h"
#include "store/ended.h"

#include <string.h>

static int64_t now_s(void)
{
    return clock_now().unix_ms / 1000;
}

enum status ends_do_check(struct office *office)
{
    struct archive *archive;
    const enum status status = office_archive(office, &archive);
    if (status != OK || !archive_refusal(archive))
        return status;
    return fail(STATUS_NO_ACCESS, "%s", archive_refusal(archive));
}

enum status ends_do_erase(struct office *office,
                          const unsigned char (*ids)[CHAIN_ID_BYTES], size_t count)
{
    struct archive *archive;
    const enum status status = office_archive(office, &archive);
    return status == OK ? ended_erase(archive, ids, count, now_s()) : status;
}

/* The set that the result was sealed to: the sheet that opens it opens what is around it, too. */
static enum status keyset_of(struct office *office, struct archive *archive,
                             const unsigned char id[CHAIN_ID_BYTES],
                             struct keyset **out_keyset)
{
    const struct roll *roll;
    struct entry entry;
    struct header header;
    enum status status = archive_get(&office->arena, archive, id, &entry);
    if (status == OK)
        status =
            header_read((struct span){(const char *)entry.header, HEADER_BYTES}, &header);
    if (status == OK)
        status = roll_read(office, &roll);
    if (status != OK)
        return status;
    const struct roll_keyset *known = roll_keyset(roll, header.keyset_hash);
    return known && known->bytes.count
               ? config_keyset_read(&office->arena, known->bytes, out_keyset)
               : signed_keyset_look(office, out_keyset);
}

/* Those who are left to read what is locked away. */
struct readers_left {
    struct age_recipient *list;
    size_t count;
};

static enum status recovery_find(struct office *office, struct archive *archive,
                                 const unsigned char id[CHAIN_ID_BYTES],
                                 struct readers_left *left)
{
    struct keyset *keyset;
    enum status status = keyset_of(office, archive, id, &keyset);
    if (status != OK)
        return status;
    left->list =
        arena_array(&office->arena, struct age_recipient, keyset->recipient_count);
    for (size_t i = 0; i < keyset->recipient_count && status == OK; i++)
        if (keyset->recipients[i].role == RECIPIENT_RECOVERY)
            status = age_recipient_read(keyset->recipients[i].recipient,
                                        &left->list[left->count++]);
    return status;
}

/* What people wrote down beside a result goes with it. */
static const struct chronicle_kind *const written[] = {
    &decision_kind, &plan_kept_kind, &outcome_kept_kind, &checkin_kept_kind};
enum { WRITTEN = sizeof written / sizeof *written };

static enum status papers_wrap(struct office *office,
                               const unsigned char id[CHAIN_ID_BYTES],
                               const struct readers_left *left,
                               struct ended_wrapped *wrapped)
{
    struct arena *arena = &office->arena;
    size_t room = 0, count = 0;
    enum status status = OK;
    for (size_t i = 0; status == OK && i < WRITTEN; i++) {
        size_t of_kind = 0;
        status = chronicle_lock_room(arena, office, written[i], &of_kind);
        room += of_kind;
    }
    struct paper *papers = arena_array(arena, struct paper, room);
    for (size_t i = 0; status == OK && i < WRITTEN; i++)
        status = chronicle_lock(arena, office, written[i], id, left->list, left->count,
                                papers, &count);
    wrapped->papers = papers;
    wrapped->paper_count = count;
    return status;
}

static enum status wrap_anew(struct office *office, struct archive *archive,
                             const unsigned char id[CHAIN_ID_BYTES], struct span content,
                             struct ended_wrapped *wrapped)
{
    struct readers_left left = {0};
    enum status status = recovery_find(office, archive, id, &left);
    if (status == OK)
        status =
            age_wrap(&office->arena, left.list, left.count, content, &wrapped->payload);
    return status == OK ? papers_wrap(office, id, &left, wrapped) : status;
}

enum status ends_do_restrict(struct office *office,
                             const unsigned char id[CHAIN_ID_BYTES])
{
    struct archive *archive;
    struct span content;
    struct ended_wrapped wrapped = {0};
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = ended_content(&office->arena, archive, id, &content);
    if (status != OK || !content.count)
        return status;
    status = wrap_anew(office, archive, id, content, &wrapped);
    if (status != OK)
        return status;
    seal_hash(NULL, content, wrapped.content_hash);
    seal_hash(NULL, wrapped.payload, wrapped.payload_hash);
    return ended_restrict(archive, id, &wrapped, now_s());
}

enum status ends_do_again(struct office *office, size_t *out_count)
{
    unsigned char(*ids)[CHAIN_ID_BYTES];
    struct archive *archive;
    size_t count = 0, erased = 0;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = ended_returned(&office->arena, archive, &ids, &count);
    for (size_t i = 0; i < count && status == OK; i++) {
        if (archive_find_ended(archive, ids[i])->is_erased)
            memcpy(ids[erased++], ids[i], sizeof *ids);
        else
            status = ends_do_restrict(office, ids[i]);
    }
    if (status == OK && erased)
        status = ended_erase(archive, (const unsigned char(*)[CHAIN_ID_BYTES])ids, erased,
                             now_s());
    if (status == OK)
        *out_count = count;
    return status;
}
