#include "app/desk/office/interview/decision.h"

#include "app/common/handle.h"
#include "app/desk/office/interview/readers.h"
#include "app/desk/office/interview/signed_paper.h"
#include "base/clock.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"

#include <string.h>

/* A decision about somebody who is locked away: sealed once more. */
#define LOCKED_KIND "locked decision"

/* The owner of the paper: the result, filled up to the size of a hash. */
struct owner {
    unsigned char bytes[CHAIN_HASH_BYTES];
};

static struct owner owner_of(const struct decision_about *about)
{
    struct owner owner = {0};
    memcpy(owner.bytes, about->record_id, CHAIN_ID_BYTES);
    return owner;
}

static struct paper paper_of(const struct decision_about *about, size_t version)
{
    struct paper paper = {.kind = SPAN(DECISION_KIND), .version = (int64_t)version};
    memcpy(paper.record_id, about->record_id, CHAIN_ID_BYTES);
    return paper;
}

/* A reference is short, and two people may have the same one: the log names all of the id, too. */
static struct span front_of(struct arena *arena, const struct decision_about *about)
{
    return span_format(arena, "%.*s, %.*s, ", SPAN_ARGS(about->reference),
                       SPAN_ARGS(handle_text_long(arena, about->record_id)));
}

bool is_decision_deed(const struct deed *deed, struct span *out_handle)
{
    struct span rest = deed->about, reference, handle;
    if (!is_span(deed->what, DECISION_DEED) || !span_next(&rest, ',', &reference) ||
        !span_next(&rest, ',', &handle))
        return false;
    *out_handle = span_trim(handle);
    return true;
}

static struct span noted_of(struct arena *arena, const struct decision_about *about,
                            struct span body)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    const struct owner owner = owner_of(about);
    const struct signed_paper kind = {"hf-decision-v1", owner.bytes};
    signed_paper_hash(&kind, body, hash);
    return span_format(arena, "%.*s%.*s", SPAN_ARGS(front_of(arena, about)),
                       SPAN_ARGS(span_hex(arena, hash, sizeof hash)));
}

/* By one who decided here, then or now: a recruiter, with whichever key they had. */
static bool is_by(const struct staff *staff, struct span who,
                  const struct signed_paper *kind, struct span body)
{
    const struct staff_person *at = NULL;
    while ((at = staff_next_signed(staff, who, STAFF_ROLE_BIT(STAFF_RECRUITER), at)))
        if (signed_paper_check(kind, at->verify_key, body) == OK)
            return true;
    return false;
}

/* Empty after the last. */
static enum status body_get(struct arena *arena, struct archive *archive,
                            const struct decision_about *about, const struct keys *keys,
                            size_t version, struct span *out_body)
{
    struct span locked;
    struct paper paper = paper_of(about, version);
    enum status status = papers_get(arena, archive, &paper, out_body);
    if (status != OK || out_body->count)
        return status;
    paper.kind = SPAN(LOCKED_KIND);
    status = papers_get(arena, archive, &paper, &locked);
    return status == OK && locked.count ? age_unwrap(arena, keys->identities, keys->count,
                                                     PAPERS_BYTES_MAX, locked, out_body)
                                        : status;
}

static enum status body_open(struct arena *arena, struct office *office,
                             const struct decision_about *about, const struct keys *keys,
                             struct span body, struct interview_decision *out_decision)
{
    const struct owner owner = owner_of(about);
    const struct signed_paper kind = {"hf-decision-v1", owner.bytes};
    const struct staff *staff;
    struct span plain;
    enum status status =
        signed_paper_open(arena, keys, INTERVIEW_DECISION_BYTES_MAX, body, &plain);
    if (status == OK)
        status = interview_decision_read(arena, plain, out_decision);
    if (status == OK)
        status = staff_read(office, &staff);
    if (status != OK)
        return status;
    return is_by(staff, out_decision->who, &kind, body)
               ? OK
               : fail(STATUS_FORGED,
                      "a decision on %.*s was not made by the one it names",
                      SPAN_ARGS(about->reference));
}

/* What the log says was decided, in its order, against what is there. */
struct comparing {
    struct span front;
    const struct span *noted;
    size_t count, found, deeds;
};

static enum status on_deed(void *context, const struct deed *deed)
{
    struct comparing *comparing = context;
    if (!is_span(deed->what, DECISION_DEED) ||
        !is_span_equal(span_cut(deed->about, 0, comparing->front.count),
                       comparing->front))
        return OK;
    comparing->found += comparing->deeds < comparing->count &&
                        is_span_equal(deed->about, comparing->noted[comparing->deeds]);
    comparing->deeds++;
    return OK;
}

static enum status log_check(struct arena *arena, struct office *office,
                             const struct decision_about *about, const struct span *noted,
                             size_t count)
{
    struct access_log log = {0};
    struct comparing comparing = {
        .front = front_of(arena, about), .noted = noted, .count = count};
    const enum status status = access_log_read(office, on_deed, &comparing, &log);
    if (status == OK && log.fault.count)
        return fail(STATUS_FORGED, "the log of the desk was changed: %.*s",
                    SPAN_ARGS(log.fault));
    if (status == OK && (comparing.deeds != count || comparing.found != count))
        return fail(
            STATUS_FORGED,
            "the log knows of %zu decisions on %.*s, and %zu of those are here as "
            "they were",
            comparing.deeds, SPAN_ARGS(about->reference), comparing.found);
    return status;
}

enum status decision_list(struct arena *arena, struct office *office,
                          const struct decision_about *about, const struct keys *keys,
                          struct interview_decision **out_list, size_t *out_count)
{
    struct interview_decision *list =
        arena_array(arena, struct interview_decision, DECISION_MOST);
    struct span *noted = arena_array(arena, struct span, DECISION_MOST);
    struct archive *archive;
    size_t count = 0;
    enum status status = office_archive(office, &archive);
    while (status == OK && count < DECISION_MOST) {
        struct span body;
        status = body_get(arena, archive, about, keys, count + 1, &body);
        if (status != OK || !body.count)
            break;
        noted[count] = noted_of(arena, about, body);
        status = body_open(arena, office, about, keys, body, &list[count++]);
    }
    if (status == OK)
        status = log_check(arena, office, about, noted, count);
    *out_list = list;
    *out_count = count;
    return status;
}

static enum status put(void *context, struct archive *archive)
{
    return papers_put(archive, context);
}

static enum status body_make(struct arena *arena, struct office *office,
                             const struct decision_about *about, const struct keys *keys,
                             const struct interview_decision *decision,
                             struct span *out_body)
{
    const struct owner owner = owner_of(about);
    const struct signed_paper kind = {"hf-decision-v1", owner.bytes};
    struct readers *readers = arena_new(arena, struct readers);
    const enum status status =
        readers_vacancy(office, about->vacancy,
                        STAFF_ROLE_BIT(STAFF_RECRUITER) | STAFF_ROLE_BIT(STAFF_OWNER),
                        decision->time_s, readers);
    return status == OK
               ? signed_paper_make(arena, &kind, keys, readers->list, readers->count,
                                   interview_decision_write(arena, decision), out_body)
               : status;
}

enum status decision_put(struct arena *arena, struct office *office,
                         const struct decision_about *about, const struct keys *keys,
                         const struct interview_decision *decision,
                         struct access_note note)
{
    struct interview_decision *list, dated = *decision;
    struct archive *archive;
    size_t count = 0;
    dated.who = note.who;
    dated.time_s = clock_now().unix_ms / 1000;
    enum status status = interview_reason_check(decision->reason);
    if (status == OK)
        status = office_archive(office, &archive);
    if (status == OK)
        status = papers_open(archive);
    if (status == OK)
        status = decision_list(arena, office, about, keys, &list, &count);
    if (status != OK)
        return status;
    if (count == DECISION_MOST)
        return fail(STATUS_TOO_LARGE, "there are %d decisions on %.*s already",
                    DECISION_MOST, SPAN_ARGS(about->reference));
    struct paper paper = paper_of(about, count + 1);
    status = body_make(arena, office, about, keys, &dated, &paper.body);
    if (status != OK)
        return status;
    note.what = DECISION_DEED;
    note.about = noted_of(arena, about, paper.body);
    return access_log_do(office, &note, put, &paper);
}

enum status decision_lock(struct arena *arena, struct office *office,
                          const unsigned char record_id[CHAIN_ID_BYTES],
                          const struct age_recipient *recipients, size_t count,
                          struct paper **out_papers, size_t *out_count)
{
    struct archive *archive;
    struct paper *papers = NULL;
    size_t paper_count = 0, kept = 0;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = papers_list(arena, archive, SPAN(DECISION_KIND), &papers, &paper_count);
    for (size_t i = 0; status == OK && i < paper_count; i++) {
        struct paper paper = papers[i];
        struct span body;
        if (memcmp(paper.record_id, record_id, CHAIN_ID_BYTES) != 0)
            continue;
        status = papers_get(arena, archive, &paper, &body);
        if (status == OK)
            status = age_wrap(arena, recipients, count, body, &paper.body);
        paper.kind = SPAN(LOCKED_KIND);
        papers[kept++] = paper;
    }
    *out_papers = papers;
    *out_count = kept;
    return status;
}
