#include "app/desk/office/interview/panel_lock.h"

#include "app/desk/office/interview/ended/panel_drop.h"
#include "app/desk/office/interview/panel_json.h"
#include "app/desk/office/interview/signed_paper.h"
#include "base/clock.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"
#include "base/must.h"

#include <string.h>

static const char signed_label[] = "hf-lock-sig-v1";

struct signed_lock {
    char label[sizeof signed_label - 1];
    unsigned char panel[CHAIN_HASH_BYTES];
    unsigned char commitment[CHAIN_HASH_BYTES];
};

static struct signed_lock signed_of(const struct panel *panel,
                                    const struct panel_lock *lock)
{
    struct signed_lock bytes;
    memcpy(bytes.label, signed_label, sizeof bytes.label);
    memcpy(bytes.panel, panel->digest, sizeof bytes.panel);
    memcpy(bytes.commitment, lock->commitment, sizeof bytes.commitment);
    return bytes;
}

void panel_lock_commitment(struct span salted,
                           unsigned char out_commitment[CHAIN_HASH_BYTES])
{
    seal_hash("hf-rating-v1", salted, out_commitment);
}

struct span panel_lock_about(struct arena *arena, const struct panel *panel,
                             const struct panel_lock *lock)
{
    return panel_about(
        arena, panel,
        span_format(arena, "%.*s %.*s", SPAN_ARGS(lock->member->label),
                    SPAN_ARGS(span_hex(arena, lock->commitment, CHAIN_HASH_BYTES))));
}

static struct span lock_write(struct arena *arena, const struct panel_lock *lock)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_hex(&c, "commitment", lock->commitment, CHAIN_HASH_BYTES);
    canonical_whole(&c, "lock", 1);
    canonical_text(&c, "member", lock->member->label);
    panel_json_sealed(&c, "piece", lock->piece);
    panel_json_sealed(&c, "sealed", lock->sealed);
    canonical_hex(&c, "signature", lock->signature, CHAIN_SIGNATURE_BYTES);
    canonical_whole(&c, "time", lock->time_s);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void lock_take(struct canonical_take *take, const struct json *root,
                      struct panel_lock *lock)
{
    canonical_take_hex(take, root, "commitment", lock->commitment, CHAIN_HASH_BYTES);
    canonical_take_whole(take, root, "lock", 1, 1);
    if (!is_span_equal(canonical_take_text(take, root, "member"), lock->member->label))
        canonical_take_wrong(take, "it is that of another member");
    lock->piece = panel_json_take_sealed(take, root, "piece");
    lock->sealed = panel_json_take_sealed(take, root, "sealed");
    canonical_take_hex(take, root, "signature", lock->signature, CHAIN_SIGNATURE_BYTES);
    lock->time_s = canonical_take_whole(take, root, "time", 0, INT64_MAX / 1000);
}

static enum status lock_bytes(struct arena *arena, struct office *office,
                              const struct panel *panel, struct span label,
                              struct span *out_bytes)
{
    struct archive *archive;
    const struct paper paper = panel_paper(panel, PANEL_LOCK, label);
    const enum status status = office_archive(office, &archive);
    return status == OK ? papers_get(arena, archive, &paper, out_bytes) : status;
}

enum status panel_lock_is_there(struct arena *arena, struct office *office,
                                const struct panel *panel, struct span label,
                                bool *out_is_there)
{
    struct span bytes;
    const enum status status = lock_bytes(arena, office, panel, label, &bytes);
    *out_is_there = status == OK && bytes.count;
    return status;
}

enum status panel_lock_count(struct arena *arena, struct office *office,
                             const struct panel *panel, size_t *out_count)
{
    enum status status = OK;
    *out_count = 0;
    for (size_t i = 0; i < panel->member_count && status == OK; i++) {
        bool is_there = false;
        status =
            panel_lock_is_there(arena, office, panel, panel->members[i].label, &is_there);
        *out_count += is_there;
    }
    return status;
}

enum status panel_lock_read(struct arena *arena, struct office *office,
                            const struct panel *panel, const struct panel_member *member,
                            struct panel_lock *out_lock)
{
    struct panel_lock lock = {.member = member};
    struct canonical_take take = {
        .arena = arena, .document = "locked rating", .bad = STATUS_DAMAGED};
    struct arena scratch;
    struct span bytes;
    const enum status status = lock_bytes(arena, office, panel, member->label, &bytes);
    if (status != OK)
        return status;
    if (!bytes.count)
        return fail(STATUS_NOT_FOUND, "%.*s has not handed in their ratings yet",
                    SPAN_ARGS(member->label));
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    if (root)
        lock_take(&take, root, &lock);
    arena_done(&scratch);
    if (take.status == OK)
        canonical_take_same(&take, bytes, lock_write(arena, &lock));
    if (take.status != OK)
        return take.status;
    const struct signed_lock said = signed_of(panel, &lock);
    if (sign_verify(member->verify_key, (struct span){(const char *)&said, sizeof said},
                    lock.signature) != OK)
        return fail(STATUS_FORGED,
                    "what %.*s handed in was changed: the signature does not "
                    "fit",
                    SPAN_ARGS(member->label));
    *out_lock = lock;
    return OK;
}

/* Binds the ratings: what is sealed, what is said of it, who says so. */
static enum status commit(struct arena *arena, const struct panel *panel,
                          const struct keys *keys, const struct interview_sheet *sheet,
                          struct panel_lock *lock)
{
    const struct span bytes = interview_sheet_write(arena, sheet);
    char *salted = arena_alloc(arena, PANEL_SALT_BYTES + bytes.count);
    unsigned char *secret = arena_alloc(arena, SIGN_SECRET_BYTES);
    const struct span both = {salted, PANEL_SALT_BYTES + bytes.count};
    const struct age_recipient to[] = {panel->key, lock->member->recipient};
    seal_random(salted, PANEL_SALT_BYTES);
    memcpy(salted + PANEL_SALT_BYTES, bytes.data, bytes.count);
    panel_lock_commitment(both, lock->commitment);
    const struct signed_lock said = signed_of(panel, lock);
    const enum status status = signed_paper_secret(keys, secret);
    if (status != OK)
        return status;
    sign_bytes(secret, (struct span){(const char *)&said, sizeof said}, lock->signature);
    wipe(secret, SIGN_SECRET_BYTES);
    return age_wrap(arena, to, 2, both, &lock->sealed);
}

static enum status piece_pass(struct arena *arena, const struct panel *panel,
                              const struct keys *keys, struct panel_lock *lock)
{
    struct span piece;
    const enum status status = age_unwrap(arena, keys->identities, keys->count,
                                          PANEL_PIECE_BYTES, lock->member->piece, &piece);
    return status == OK
               ? age_wrap(arena, panel->readers, panel->reader_count, piece, &lock->piece)
               : status;
}

struct locking {
    struct paper lock, draft;
};

static enum status put(void *context, struct archive *archive)
{
    const struct locking *locking = context;
    const enum status status = papers_put(archive, &locking->lock);
    return status == OK ? papers_remove(archive, &locking->draft) : status;
}

static enum status may_lock(struct arena *arena, struct office *office,
                            const struct panel *panel,
                            const struct interview_guide *guide,
                            const struct interview_sheet *sheet)
{
    bool is_locked = false;
    const size_t missing = interview_sheet_missing(sheet, guide);
    enum status status = panel_drop_need(arena, office, panel);
    if (status == OK)
        status = panel_lock_is_there(arena, office, panel, sheet->rater, &is_locked);
    if (status != OK)
        return status;
    if (is_locked)
        return fail(STATUS_EXISTS, "your ratings in interview %lld are handed in already",
                    (long long)panel->number);
    if (missing)
        return fail(STATUS_REFUSED,
                    "rate every question first, or say that there is no evidence; not "
                    "rated yet: %zu of %zu",
                    missing, guide->count);
    return OK;
}

enum status panel_lock_do(struct arena *arena, struct office *office,
                          const struct panel *panel, const struct keys *keys,
                          const struct interview_guide *guide,
                          const struct interview_sheet *sheet, struct access_note note)
{
    struct panel_lock lock = {.member = panel_own(panel, keys),
                              .time_s = clock_now().unix_ms / 1000};
    must(lock.member && arena->is_guarded);
    enum status status = may_lock(arena, office, panel, guide, sheet);
    if (status == OK)
        status = commit(arena, panel, keys, sheet, &lock);
    if (status == OK)
        status = piece_pass(arena, panel, keys, &lock);
    if (status != OK)
        return status;
    struct locking locking = {.lock = panel_paper(panel, PANEL_LOCK, lock.member->label),
                              .draft =
                                  panel_paper(panel, PANEL_DRAFT, lock.member->label)};
    locking.lock.body = lock_write(arena, &lock);
    note.what = PANEL_LOCK_DEED;
    note.about = panel_lock_about(arena, panel, &lock);
    return access_log_do(office, &note, put, &locking);
}
