#include "app/desk/office/signing/next_key.h"

#include "app/desk/office/ends/archive_mark.h"
#include "app/desk/office/profiles/freezing.h"
#include "app/desk/office/staff/owner_key.h"
#include "app/desk/office/staff/staff.h"
#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/roll_write.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/tree.h"
#include "store/deeds.h"

#include <string.h>
#include <sys/stat.h>

#define PRESENT "keys"
#define NEXT "keys.next"
enum { FILE_BYTES_MAX = 1024 * 1024 };

/* ---- before ---- */

struct looking {
    struct office *office;
    enum status status;
};

static void on_fault(void *context, struct span words, const char *mend)
{
    struct looking *looking = context;
    looking->status = fail(STATUS_REFUSED, "%.*s: %s, before the key is changed",
                           SPAN_ARGS(words), mend);
}

enum status next_key_check(struct office *office)
{
    struct looking looking = {.office = office, .status = OK};
    const struct roll *roll;
    struct archive *archive;
    enum status status = roll_need(office, &roll);
    if (status == OK && roll->succession_count == SUCCESSION_MOST)
        status = fail(STATUS_TOO_LARGE,
                      "the signing key was changed %d times, and cannot "
                      "be changed again",
                      SUCCESSION_MOST);
    if (status == OK)
        status = freezing_check(office);
    if (status == OK)
        status = office_archive(office, &archive);
    if (status == OK)
        status = archive_mark_look(office, on_fault, &looking);
    return status == OK ? looking.status : status;
}

/* ---- the folder with the next keys ---- */

static const char *below(struct office *office, const char *folder, struct span name)
{
    return span_format(&office->arena, "%s/%.*s", folder, SPAN_ARGS(name)).data;
}

static bool has_end(struct span name, struct span end)
{
    return name.count > end.count &&
           is_span_equal(span_cut(name, name.count - end.count, end.count), end);
}

/* What holds the present signing key, or its public half. */
static bool is_replaced(struct span name)
{
    return is_span(name, KEYS_SIGNING ".key") || is_span(name, "organization.pub") ||
           has_end(name, SPAN(".signing"));
}

static enum status file_copy(struct office *office, struct span name)
{
    struct span bytes;
    const char *from = below(office, PRESENT, name);
    if (!is_file(office_path(office, from)))
        return fail(STATUS_REFUSED,
                    "%s is no file and does not belong there; take it away, and repeat",
                    office_path(office, from));
    const enum status status = office_read(office, from, FILE_BYTES_MAX, &bytes);
    return status == OK ? office_write(office, below(office, NEXT, name), bytes) : status;
}

static enum status files_copy(struct office *office)
{
    struct span *names;
    size_t count;
    enum status status =
        folder_list(&office->arena, office_path(office, PRESENT), "", &names, &count);
    for (size_t i = 0; i < count && status == OK; i++)
        if (!is_replaced(names[i]))
            status = file_copy(office, names[i]);
    return status;
}

/* Each owner who is here goes on to sign; a copy of who has left goes with the old key. */
static enum status owners_give(struct office *office, const struct minisign_key *next)
{
    const struct staff *staff;
    const int64_t now_s = clock_now().unix_ms / 1000;
    enum status status = staff_read(office, &staff);
    for (size_t i = 0; status == OK && i < staff->count; i++) {
        const struct staff_person *person = &staff->list[i];
        struct age_recipient recipient;
        if (!is_file(
                office_path(office, owner_key_name(office, PRESENT, person->label))) ||
            !is_staff_present(person, now_s) ||
            !(person->roles & STAFF_ROLE_BIT(STAFF_OWNER)))
            continue;
        status = age_recipient_read(person->recipient, &recipient);
        if (status == OK)
            status = owner_key_put_in(office, NEXT, person->label, &recipient, next);
    }
    return status;
}

static enum status folder_begin(struct office *office)
{
    const enum status status = tree_remove(office_path(office, NEXT));
    return status == OK ? folder_make(office_path(office, NEXT)) : status;
}

static enum status folder_fill(struct office *office, const struct minisign_key *next,
                               struct span passphrase)
{
    struct minisign_public public;
    struct span bytes;
    minisign_public_of(next, &public);
    enum status status = folder_begin(office);
    if (status == OK)
        status = files_copy(office);
    if (status == OK)
        status = keys_wrap_signing(&office->arena, office->organization->key_cost,
                                   passphrase, next, &bytes);
    if (status == OK)
        status = office_write(office, NEXT "/" KEYS_SIGNING ".key", bytes);
    if (status == OK)
        status = office_write(office, NEXT "/organization.pub",
                              minisign_public_write(&office->arena, &public));
    return status == OK ? owners_give(office, next) : status;
}

/* ---- the row ---- */

static struct succession_part part_of(const struct signed_rows_head *head)
{
    struct succession_part part = {.count = head->count};
    memcpy(part.hash, head->hash, sizeof part.hash);
    return part;
}

static enum status parts_take(struct office *office, struct succession *succession)
{
    const struct roll *roll;
    const struct staff *staff;
    const struct ends *ends;
    struct archive *archive;
    struct deeds_head log;
    enum status status = roll_need(office, &roll);
    if (status == OK)
        status = staff_read(office, &staff);
    if (status == OK)
        status = ends_read(office, &ends);
    if (status == OK)
        status = office_archive(office, &archive);
    if (status == OK)
        status = deeds_head(archive, &log);
    if (status != OK)
        return status;
    succession->roll = part_of(&roll->head);
    succession->people = part_of(&staff->head);
    succession->ends = part_of(&ends->head);
    succession->log.count = (uint64_t)log.number;
    memcpy(succession->log.hash, log.hash, sizeof succession->log.hash);
    return OK;
}

static enum status row_put(struct office *office, const struct minisign_key *present,
                           const struct minisign_key *next)
{
    struct succession succession = {.unix_s = clock_now().unix_ms / 1000};
    const struct roll *roll;
    struct roll_write write;
    minisign_public_of(present, &succession.previous);
    minisign_public_of(next, &succession.next);
    enum status status = parts_take(office, &succession);
    if (status == OK)
        status = roll_need(office, &roll);
    if (status != OK)
        return status;
    roll_write_begin(&office->arena, roll, present, &write);
    roll_write_signing(&write,
                       succession_write(&office->arena, &succession, present, next));
    return roll_write_end(&write, office);
}

/* ---- all of it ---- */

/* What was read by the key before is read anew. */
static enum status exchange(struct office *office)
{
    const enum status status =
        tree_replace(office_path(office, NEXT), office_path(office, PRESENT));
    office->roll = NULL;
    office->formers = NULL;
    office->staff = NULL;
    office->ends = NULL;
    return status;
}

enum status next_key_put(struct office *office, const struct minisign_key *present,
                         const struct minisign_key *next, struct span passphrase)
{
    struct span text;
    enum status status = organization_key_same(office, present, &text);
    if (status == OK)
        status = folder_fill(office, next, passphrase);
    if (status == OK)
        status = row_put(office, present, next);
    if (status == OK)
        status = exchange(office);
    return status == OK ? archive_mark_renew(office, next) : status;
}

static enum status lost(struct office *office)
{
    return fail(
        STATUS_DAMAGED,
        "%s, which the change of the signing key had made, is not there any more; "
        "put it back from a copy, or take the last row of %s away: then the key "
        "before signs as it did",
        office_path(office, NEXT), ROLL_FILE);
}

static enum status next_compare(struct office *office, const struct succession *last)
{
    struct minisign_public public;
    struct span text;
    const enum status status =
        office_read(office, NEXT "/organization.pub", MINISIGN_MAX_BYTES, &text);
    return status == OK && minisign_public_read(text, &public) == OK &&
                   is_succession_key(&public, &last->next)
               ? OK
               : lost(office);
}

enum status next_key_finish(struct office *office, bool *out_is_done)
{
    struct minisign_public public;
    const struct roll *roll;
    office->is_key_changing = true;
    enum status status = roll_read(office, &roll);
    office->is_key_changing = false;
    *out_is_done = false;
    if (status != OK || !roll->succession_count)
        return status;
    const struct succession *last = &roll->successions[roll->succession_count - 1];
    status = organization_key_read(office, &public);
    if (status != OK || is_succession_key(&public, &last->next))
        return status;
    status = next_compare(office, last);
    if (status == OK)
        status = exchange(office);
    *out_is_done = status == OK;
    return status;
}
