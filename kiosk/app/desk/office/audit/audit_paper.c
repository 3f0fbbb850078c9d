#include "app/desk/office/audit/audit_paper.h"

#include "app/desk/office/interview/readers.h"
#include "app/desk/office/interview/signed_paper.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "base/clock.h"
#include "store/desk/papers.h"

#include <string.h>

enum { SCRATCH_BYTES = 256 * 1024, SEALED_BYTES = 8 * 1024 };

static const struct {
    const char *kind, *label;
    staff_role_set by; /* who may sign it */
} kinds[] = {
    [AUDIT_PAPER_GROUPS] = {"audit groups", "hf-group-v1",
                            STAFF_ROLE_BIT(STAFF_OWNER) | STAFF_ROLE_BIT(STAFF_AUDITOR)},
    [AUDIT_PAPER_OUTCOMES] = {"audit outcome", "hf-outcome-v1",
                              STAFF_ROLE_BIT(STAFF_RECRUITER)},
};

/* What a signature is for: this result. */
struct owner {
    unsigned char bytes[CHAIN_HASH_BYTES];
};

static struct owner owner_of(const unsigned char record_id[CHAIN_ID_BYTES])
{
    struct owner owner = {0};
    memcpy(owner.bytes, record_id, CHAIN_ID_BYTES);
    return owner;
}

static struct paper paper_of(enum audit_paper_kind kind,
                             const unsigned char record_id[CHAIN_ID_BYTES])
{
    struct paper paper = {.kind = span_of(kinds[kind].kind), .version = 1};
    memcpy(paper.record_id, record_id, CHAIN_ID_BYTES);
    return paper;
}

static enum status readers_find(struct office *office, struct readers *readers)
{
    const int64_t now_s = clock_now().unix_ms / 1000;
    const struct staff *staff;
    struct keyset *keyset;
    enum status status = staff_read(office, &staff);
    if (status == OK)
        status = signed_keyset_look(office, &keyset);
    for (size_t i = 0; status == OK && i < staff->count; i++)
        if (is_staff_auditor_only(&staff->list[i], now_s))
            status = readers_add(readers, staff->list[i].recipient);
    if (status == OK && !readers->count)
        return fail(
            STATUS_REFUSED,
            "nobody here is an auditor without being a recruiter, too: an HR owner "
            "invites one first");
    return status == OK ? readers_recovery(keyset, readers) : status;
}

/* All of one kind at once. */
struct putting {
    struct paper *before, *papers;
    size_t before_count, count;
};

static enum status put(void *context, struct archive *archive)
{
    const struct putting *putting = context;
    enum status status = OK;
    for (size_t i = 0; status == OK && i < putting->before_count; i++)
        status = papers_remove(archive, &putting->before[i]);
    for (size_t i = 0; status == OK && i < putting->count; i++)
        status = papers_put(archive, &putting->papers[i]);
    return status;
}

/* One paper after the other: what is in it is never there of two people at once. */
static enum status papers_make(struct office *office, const struct keys *keys,
                               enum audit_paper_kind kind, audit_paper_text *text,
                               void *context, struct arena *arena,
                               struct putting *putting)
{
    struct readers *readers = arena_new(arena, struct readers);
    struct arena scratch = {0};
    enum status status = readers_find(office, readers);
    if (status == OK)
        status = office_guarded(office, SCRATCH_BYTES, &scratch);
    for (size_t i = 0; status == OK && i < putting->count; i++) {
        const struct arena_mark mark = arena_mark(&scratch);
        unsigned char record_id[CHAIN_ID_BYTES];
        struct span body = {0};
        const struct span plain = text(context, &scratch, i, record_id);
        const struct owner owner = owner_of(record_id);
        const struct signed_paper signed_kind = {kinds[kind].label, owner.bytes};
        status = signed_paper_make(&scratch, &signed_kind, keys, readers->list,
                                   readers->count, plain, &body);
        putting->papers[i] = paper_of(kind, record_id);
        putting->papers[i].body = span_copy(arena, body);
        arena_release(&scratch, mark);
    }
    arena_done(&scratch);
    return status;
}

enum status audit_paper_put(struct office *office, const struct keys *keys,
                            enum audit_paper_kind kind, audit_paper_text *text,
                            void *context, size_t count, struct access_note note)
{
    struct arena arena; /* what is sealed already */
    struct putting putting = {.count = count};
    struct archive *archive;
    arena_init(&arena, SCRATCH_BYTES + count * SEALED_BYTES);
    putting.papers = arena_array(&arena, struct paper, count);
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = papers_open(archive);
    if (status == OK)
        status = papers_list(&office->arena, archive, span_of(kinds[kind].kind),
                             &putting.before, &putting.before_count);
    if (status == OK)
        status = papers_make(office, keys, kind, text, context, &arena, &putting);
    if (status == OK)
        status = access_log_do(office, &note, put, &putting);
    arena_done(&arena);
    return status;
}

/* By anybody who may, then or now, with whichever key they had. */
static bool is_signed(const struct staff *staff, enum audit_paper_kind kind,
                      const unsigned char record_id[CHAIN_ID_BYTES], struct span body)
{
    const struct owner owner = owner_of(record_id);
    const struct signed_paper signed_kind = {kinds[kind].label, owner.bytes};
    for (size_t i = 0; i < staff->signed_count; i++)
        if (staff->signed_for[i].has_verify_key &&
            staff->signed_for[i].roles & kinds[kind].by &&
            signed_paper_check(&signed_kind, staff->signed_for[i].verify_key, body) == OK)
            return true;
    return false;
}

/* Empty where there is none. */
static enum status text_open(struct arena *arena, struct office *office,
                             const struct keys *keys, enum audit_paper_kind kind,
                             const unsigned char record_id[CHAIN_ID_BYTES],
                             struct span *out_text)
{
    const struct paper paper = paper_of(kind, record_id);
    const struct staff *staff;
    struct span body;
    *out_text = (struct span){0};
    enum status status = staff_read(office, &staff);
    if (status == OK)
        status = papers_get(arena, office->archive, &paper, &body);
    if (status != OK || !body.count)
        return status;
    if (!is_signed(staff, kind, record_id, body))
        return fail(STATUS_FORGED,
                    "what the audit knows of a person was not signed by anybody who may "
                    "seal it: it was exchanged. Seal it again");
    return signed_paper_open(arena, keys, AUDIT_TEXT_BYTES, body, out_text);
}

static enum status one_read(struct arena *arena, struct office *office,
                            const struct keys *keys,
                            const unsigned char record_id[CHAIN_ID_BYTES],
                            audit_paper_on_person *on_person, void *context)
{
    struct audit_outcome outcome;
    struct audit_group group;
    struct span text, groups;
    enum status status =
        text_open(arena, office, keys, AUDIT_PAPER_OUTCOMES, record_id, &text);
    if (status == OK)
        status = audit_text_outcome_read(arena, text, &outcome);
    if (status == OK)
        status = text_open(arena, office, keys, AUDIT_PAPER_GROUPS, record_id, &groups);
    if (status == OK && groups.count)
        status = audit_text_group_read(arena, groups, &group);
    return status == OK ? on_person(context, &outcome, groups.count ? &group : NULL)
                        : status;
}

enum status audit_paper_read(struct office *office, const struct keys *keys,
                             audit_paper_on_person *on_person, void *context)
{
    struct archive *archive;
    struct paper *papers;
    struct arena scratch = {0};
    size_t count = 0;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = papers_list(&office->arena, archive,
                             span_of(kinds[AUDIT_PAPER_OUTCOMES].kind), &papers, &count);
    if (status == OK && !count)
        status = fail(STATUS_NOT_FOUND,
                      "no outcome is sealed for the audit yet: a recruiter does it");
    if (status == OK)
        status = office_guarded(office, SCRATCH_BYTES, &scratch);
    for (size_t i = 0; status == OK && i < count; i++) {
        const struct arena_mark mark = arena_mark(&scratch);
        status =
            one_read(&scratch, office, keys, papers[i].record_id, on_person, context);
        arena_release(&scratch, mark);
    }
    arena_done(&scratch);
    return status;
}
