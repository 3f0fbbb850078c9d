#include "app/desk/office/interview/chronicle.h"

#include "app/common/handle.h"
#include "app/desk/office/interview/readers.h"
#include "app/desk/office/interview/signed_paper.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"

#include <string.h>

/* The owner of the paper: the result, filled up to the size of a hash. */
struct owner {
    unsigned char bytes[CHAIN_HASH_BYTES];
};

static struct owner owner_of(const struct chronicle_about *about)
{
    struct owner owner = {0};
    memcpy(owner.bytes, about->record_id, CHAIN_ID_BYTES);
    return owner;
}

static struct paper paper_of(const struct chronicle_kind *kind,
                             const struct chronicle_about *about, size_t version)
{
    struct paper paper = {.kind = span_of(kind->name), .version = (int64_t)version};
    memcpy(paper.record_id, about->record_id, CHAIN_ID_BYTES);
    return paper;
}

/* A reference is short, and two people may have the same one: the log names all of the id, too. */
static struct span front_of(struct arena *arena, const struct chronicle_about *about)
{
    return span_format(arena, "%.*s, %.*s, ", SPAN_ARGS(about->reference),
                       SPAN_ARGS(handle_text_long(arena, about->record_id)));
}

bool is_chronicle_deed(const struct chronicle_kind *kind, const struct deed *deed,
                       struct span *out_handle)
{
    struct span rest = deed->about, reference, handle;
    if (!is_span(deed->what, kind->deed) || !span_next(&rest, ',', &reference) ||
        !span_next(&rest, ',', &handle))
        return false;
    *out_handle = span_trim(handle);
    return true;
}

static struct span noted_of(struct arena *arena, const struct chronicle_kind *kind,
                            const struct chronicle_about *about, struct span body)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    const struct owner owner = owner_of(about);
    const struct signed_paper paper = {kind->label, owner.bytes};
    signed_paper_hash(&paper, body, hash);
    return span_format(arena, "%.*s%.*s", SPAN_ARGS(front_of(arena, about)),
                       SPAN_ARGS(span_hex(arena, hash, sizeof hash)));
}

/* What is read of the log, and of which kind. */
struct reading {
    struct arena *arena;
    const struct chronicle_kind *kind;
    struct chronicle_log log;
};

static enum status on_deed(void *context, const struct deed *deed)
{
    struct reading *reading = context;
    if (!is_span(deed->what, reading->kind->deed))
        return OK;
    struct chronicle_deed *added = arena_new(reading->arena, struct chronicle_deed);
    added->about = span_copy(reading->arena, deed->about);
    if (reading->log.last)
        reading->log.last->next = added;
    else
        reading->log.first = added;
    reading->log.last = added;
    return OK;
}

enum status chronicle_log_read(struct arena *arena, struct office *office,
                               const struct chronicle_kind *kind,
                               struct chronicle_log *out_log)
{
    struct reading reading = {.arena = arena, .kind = kind};
    struct access_log log = {0};
    const enum status status = access_log_read(office, on_deed, &reading, &log);
    if (status != OK)
        return status;
    if (log.fault.count)
        return fail(STATUS_FORGED, "the log of the desk was changed: %.*s",
                    SPAN_ARGS(log.fault));
    *out_log = reading.log;
    return OK;
}

/* What the log says was written down, in its order, against what is there. */
static enum status log_check(struct arena *arena, const struct chronicle_kind *kind,
                             const struct chronicle_about *about,
                             const struct chronicle_log *log, const struct span *noted,
                             size_t count)
{
    const struct span front = front_of(arena, about);
    size_t deeds = 0, found = 0;
    for (const struct chronicle_deed *at = log->first; at; at = at->next) {
        if (!is_span_equal(span_cut(at->about, 0, front.count), front))
            continue;
        found += deeds < count && is_span_equal(at->about, noted[deeds]);
        deeds++;
    }
    if (deeds == count && found == count)
        return OK;
    return fail(STATUS_FORGED,
                "the log knows of %zu %s on %.*s, and %zu of those are here as "
                "they were",
                deeds, kind->words, SPAN_ARGS(about->reference), found);
}

/* By one who was a recruiter here, then or now, with whichever key they had. */
static bool is_by(const struct staff *staff, struct span who,
                  const struct signed_paper *paper, struct span body)
{
    const struct staff_person *at = NULL;
    while ((at = staff_next_signed(staff, who, STAFF_ROLE_BIT(STAFF_RECRUITER), at)))
        if (signed_paper_check(paper, at->verify_key, body) == OK)
            return true;
    return false;
}

/* Empty after the last. */
static enum status body_get(struct arena *arena, struct archive *archive,
                            const struct chronicle_kind *kind,
                            const struct chronicle_about *about, const struct keys *keys,
                            size_t version, struct span *out_body)
{
    struct span locked;
    struct paper paper = paper_of(kind, about, version);
    enum status status = papers_get(arena, archive, &paper, out_body);
    if (status != OK || out_body->count)
        return status;
    paper.kind = span_of(kind->locked);
    status = papers_get(arena, archive, &paper, &locked);
    return status == OK && locked.count ? age_unwrap(arena, keys->identities, keys->count,
                                                     PAPERS_BYTES_MAX, locked, out_body)
                                        : status;
}

/* The papers that are being opened. */
struct opening {
    struct arena *arena;
    struct office *office;
    const struct chronicle_kind *kind;
    const struct chronicle_about *about;
    const struct keys *keys;
    chronicle_take *take;
    void *context;
};

static enum status body_open(const struct opening *opening, size_t index,
                             struct span body)
{
    const struct owner owner = owner_of(opening->about);
    const struct signed_paper paper = {opening->kind->label, owner.bytes};
    const struct staff *staff;
    struct span plain, who = {0};
    enum status status = signed_paper_open(opening->arena, opening->keys,
                                           opening->kind->bytes_max, body, &plain);
    if (status == OK)
        status = opening->take(opening->context, opening->arena, index, plain, &who);
    if (status == OK)
        status = staff_read(opening->office, &staff);
    if (status != OK)
        return status;
    return is_by(staff, who, &paper, body)
               ? OK
               : fail(STATUS_FORGED, "a %s on %.*s was not made by the one it names",
                      opening->kind->name, SPAN_ARGS(opening->about->reference));
}

enum status chronicle_list(struct arena *arena, struct office *office,
                           const struct chronicle_kind *kind,
                           const struct chronicle_about *about, const struct keys *keys,
                           const struct chronicle_log *log, chronicle_take *take,
                           void *context, size_t *out_count)
{
    const struct opening opening = {arena, office, kind, about, keys, take, context};
    struct span *noted = arena_array(arena, struct span, kind->most);
    struct archive *archive;
    size_t count = 0;
    enum status status = office_archive(office, &archive);
    while (status == OK && count < kind->most) {
        struct span body;
        status = body_get(arena, archive, kind, about, keys, count + 1, &body);
        if (status != OK || !body.count)
            break;
        noted[count] = noted_of(arena, kind, about, body);
        status = body_open(&opening, count++, body);
    }
    if (status == OK)
        status = log_check(arena, kind, about, log, noted, count);
    *out_count = count;
    return status;
}

static enum status put(void *context, struct archive *archive)
{
    return papers_put(archive, context);
}

static enum status body_make(struct arena *arena, struct office *office,
                             const struct chronicle_kind *kind,
                             const struct chronicle_about *about, const struct keys *keys,
                             struct span plain, int64_t time_s, struct span *out_body)
{
    const struct owner owner = owner_of(about);
    const struct signed_paper paper = {kind->label, owner.bytes};
    struct readers *readers = arena_new(arena, struct readers);
    const enum status status = readers_vacancy(
        office, about->vacancy,
        STAFF_ROLE_BIT(STAFF_RECRUITER) | STAFF_ROLE_BIT(STAFF_OWNER), time_s, readers);
    return status == OK ? signed_paper_make(arena, &paper, keys, readers->list,
                                            readers->count, plain, out_body)
                        : status;
}

enum status chronicle_put(struct arena *arena, struct office *office,
                          const struct chronicle_kind *kind,
                          const struct chronicle_about *about, const struct keys *keys,
                          struct span plain, int64_t time_s, size_t count,
                          struct access_note note)
{
    struct archive *archive;
    struct paper paper = paper_of(kind, about, count + 1);
    if (count >= kind->most)
        return fail(STATUS_TOO_LARGE, "there are %zu %s on %.*s already", kind->most,
                    kind->words, SPAN_ARGS(about->reference));
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = papers_open(archive);
    if (status == OK)
        status = body_make(arena, office, kind, about, keys, plain, time_s, &paper.body);
    if (status != OK)
        return status;
    note.what = kind->deed;
    note.about = noted_of(arena, kind, about, paper.body);
    return access_log_do(office, &note, put, &paper);
}

enum status chronicle_lock_room(struct arena *arena, struct office *office,
                                const struct chronicle_kind *kind, size_t *out_count)
{
    struct archive *archive;
    struct paper *papers;
    const enum status status = office_archive(office, &archive);
    return status == OK
               ? papers_list(arena, archive, span_of(kind->name), &papers, out_count)
               : status;
}

enum status chronicle_lock(struct arena *arena, struct office *office,
                           const struct chronicle_kind *kind,
                           const unsigned char record_id[CHAIN_ID_BYTES],
                           const struct age_recipient *recipients, size_t count,
                           struct paper *papers, size_t *paper_count)
{
    struct archive *archive;
    struct paper *list = NULL;
    size_t list_count = 0;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = papers_list(arena, archive, span_of(kind->name), &list, &list_count);
    for (size_t i = 0; status == OK && i < list_count; i++) {
        struct paper paper = list[i];
        struct span body;
        if (memcmp(paper.record_id, record_id, CHAIN_ID_BYTES) != 0)
            continue;
        status = papers_get(arena, archive, &paper, &body);
        if (status == OK)
            status = age_wrap(arena, recipients, count, body, &paper.body);
        paper.kind = span_of(kind->locked);
        papers[(*paper_count)++] = paper;
    }
    return status;
}
