#include "app/desk/office/interview/panel_reveal.h"

#include "app/desk/office/interview/ended/panel_drop.h"
#include "app/desk/office/interview/panel_found.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"
#include "base/must.h"

#include <string.h>

struct opening {
    struct arena *arena;
    struct office *office;
    const struct panel *panel;
    const struct keys *keys;
    struct panel_lock locks[INTERVIEW_MEMBERS_MAX];
    struct age_identity *identity; /* P, put together again */
    bool is_first_guard;           /* nobody has passed the guards' piece on yet */
    bool is_founded;               /* the log says so, as it is */
    bool is_locked[INTERVIEW_MEMBERS_MAX];
};

/* By name, so that somebody goes and asks them. */
static enum status locks_read(struct opening *opening)
{
    const struct panel *panel = opening->panel;
    enum status status = OK;
    for (size_t i = 0; i < panel->member_count && status == OK; i++) {
        status = panel_lock_read(opening->arena, opening->office, panel,
                                 &panel->members[i], &opening->locks[i]);
        if (status == STATUS_NOT_FOUND)
            return fail(
                STATUS_REFUSED,
                "%.*s has not handed in their ratings yet; nobody reads one before all "
                "have",
                SPAN_ARGS(panel->members[i].name));
    }
    return status;
}

static enum status on_deed(void *context, const struct deed *deed)
{
    struct opening *opening = context;
    const struct panel *panel = opening->panel;
    struct arena *arena = opening->arena;
    const struct arena_mark mark = arena_mark(arena);
    opening->is_founded |= is_span(deed->what, PANEL_FOUND_DEED) &&
                           is_span_equal(deed->about, panel_found_about(arena, panel));
    for (size_t i = 0; is_span(deed->what, PANEL_LOCK_DEED) && i < panel->member_count;
         i++)
        opening->is_locked[i] |= is_span_equal(
            deed->about, panel_lock_about(arena, panel, &opening->locks[i]));
    arena_release(arena, mark);
    return OK;
}

static enum status log_check(struct opening *opening)
{
    struct access_log log = {0};
    const struct panel *panel = opening->panel;
    const enum status status = access_log_read(opening->office, on_deed, opening, &log);
    if (status != OK)
        return status;
    if (log.fault.count)
        return fail(STATUS_FORGED, "the log of the desk was changed: %.*s",
                    SPAN_ARGS(log.fault));
    if (!opening->is_founded)
        return fail(STATUS_FORGED,
                    "interview %lld is not the one that was founded: the "
                    "log knows another",
                    (long long)panel->number);
    for (size_t i = 0; i < panel->member_count; i++)
        if (!opening->is_locked[i])
            return fail(STATUS_FORGED,
                        "the log does not know that %.*s handed in these ratings",
                        SPAN_ARGS(panel->members[i].name));
    return OK;
}

/* Adds what is in `sealed` to the secret. */
static enum status piece_add(const struct opening *opening, struct span sealed,
                             unsigned char secret[PANEL_PIECE_BYTES])
{
    struct span piece;
    const enum status status =
        age_unwrap(opening->arena, opening->keys->identities, opening->keys->count,
                   PANEL_PIECE_BYTES, sealed, &piece);
    for (size_t byte = 0; status == OK && byte < PANEL_PIECE_BYTES && byte < piece.count;
         byte++)
        secret[byte] ^= (unsigned char)piece.data[byte];
    return status;
}

static enum status guard_passed(const struct opening *opening, struct span *out_sealed)
{
    struct archive *archive;
    const struct paper paper = panel_paper(opening->panel, PANEL_GUARD, SPAN(""));
    const enum status status = office_archive(opening->office, &archive);
    return status == OK ? papers_get(opening->arena, archive, &paper, out_sealed)
                        : status;
}

static enum status guard_add(struct opening *opening,
                             unsigned char secret[PANEL_PIECE_BYTES])
{
    struct span passed = {0};
    enum status status = guard_passed(opening, &passed);
    opening->is_first_guard = status == OK && !passed.count;
    if (status == OK)
        status =
            piece_add(opening, passed.count ? passed : opening->panel->guard, secret);
    if (status == STATUS_WRONG_KEY && !passed.count)
        return fail(
            STATUS_REFUSED,
            "all have handed in; first a recruiter of the vacancy who does not ask in "
            "interview %lld opens the ratings, and then you can read them, too",
            (long long)opening->panel->number);
    return status;
}

static enum status secret_join(struct opening *opening)
{
    struct arena *arena = opening->arena;
    const struct panel *panel = opening->panel;
    unsigned char *secret = arena_alloc(arena, PANEL_PIECE_BYTES);
    enum status status = OK;
    memset(secret, 0, PANEL_PIECE_BYTES);
    for (size_t i = 0; i < panel->member_count && status == OK; i++)
        status = piece_add(opening, opening->locks[i].piece, secret);
    if (status == OK && panel->guard.count)
        status = guard_add(opening, secret);
    if (status == STATUS_WRONG_KEY)
        return fail(STATUS_REFUSED,
                    "interview %lld was not given to you: its ratings are for those "
                    "who ask, and for the recruiters of the vacancy",
                    (long long)panel->number);
    if (status != OK)
        return status;
    opening->identity = arena_new(arena, struct age_identity);
    age_identity_of(secret, opening->identity);
    wipe(secret, PANEL_PIECE_BYTES);
    return memcmp(opening->identity->recipient.bytes, panel->key.bytes,
                  AGE_RECIPIENT_BYTES) == 0
               ? OK
               : fail(STATUS_FORGED, "a piece of the key of interview %lld was changed",
                      (long long)panel->number);
}

static enum status sheet_open(const struct opening *opening, size_t index,
                              struct interview_sheet *out_sheet)
{
    const struct panel_lock *lock = &opening->locks[index];
    unsigned char commitment[CHAIN_HASH_BYTES];
    struct span salted;
    enum status status =
        age_unwrap(opening->arena, opening->identity, 1,
                   INTERVIEW_SHEET_BYTES_MAX + PANEL_SALT_BYTES, lock->sealed, &salted);
    if (status != OK)
        return fail(STATUS_FORGED, "what %.*s handed in was exchanged",
                    SPAN_ARGS(lock->member->name));
    panel_lock_commitment(salted, commitment);
    if (!is_seal_equal(commitment, lock->commitment, sizeof commitment))
        return fail(STATUS_FORGED,
                    "what %.*s handed in is not what it was when it was handed in",
                    SPAN_ARGS(lock->member->name));
    status = interview_sheet_read(
        opening->arena, span_cut(salted, PANEL_SALT_BYTES, salted.count), out_sheet);
    return status == OK && !is_span_equal(out_sheet->rater, lock->member->label)
               ? fail(STATUS_FORGED, "what %.*s handed in is somebody else’s",
                      SPAN_ARGS(lock->member->name))
               : status;
}

static enum status put(void *context, struct archive *archive)
{
    return papers_put(archive, context);
}

/* From now on all readers have it. */
static enum status guard_pass(const struct opening *opening, struct access_note note)
{
    const struct panel *panel = opening->panel;
    struct paper paper = panel_paper(panel, PANEL_GUARD, SPAN(""));
    struct span piece;
    enum status status =
        age_unwrap(opening->arena, opening->keys->identities, opening->keys->count,
                   PANEL_PIECE_BYTES, panel->guard, &piece);
    if (status == OK)
        status = age_wrap(opening->arena, panel->readers, panel->reader_count, piece,
                          &paper.body);
    if (status != OK)
        return status;
    note.what = "passed on";
    note.about = panel_about(opening->arena, panel, SPAN("to all who read it"));
    return access_log_do(opening->office, &note, put, &paper);
}

static enum status sheets_open(const struct opening *opening,
                               struct panel_revealed *revealed)
{
    const struct panel *panel = opening->panel;
    enum status status = OK;
    revealed->sheets =
        arena_array(opening->arena, struct interview_sheet, panel->member_count);
    for (size_t i = 0; i < panel->member_count && status == OK; i++) {
        status = sheet_open(opening, i, &revealed->sheets[i]);
        if (status == OK &&
            interview_sheet_missing(&revealed->sheets[i], &revealed->guide))
            status = fail(STATUS_DAMAGED, "what %.*s handed in is not complete",
                          SPAN_ARGS(panel->members[i].name));
    }
    return status;
}

/* All that is checked before anything is opened, and then P. */
static enum status key_open(struct opening *opening)
{
    enum status status = panel_drop_need(opening->arena, opening->office, opening->panel);
    if (status == OK)
        status = locks_read(opening);
    if (status == OK)
        status = log_check(opening);
    return status == OK ? secret_join(opening) : status;
}

enum status panel_reveal_do(struct arena *arena, struct office *office,
                            const struct panel *panel, const struct keys *keys,
                            struct access_note note, struct panel_revealed *out_revealed)
{
    struct opening *opening = arena_new(arena, struct opening);
    struct panel_revealed revealed = {0};
    must(arena->is_guarded);
    opening->arena = arena;
    opening->office = office;
    opening->panel = panel;
    opening->keys = keys;
    enum status status = key_open(opening);
    if (status == OK)
        status = panel_guide(arena, panel, keys, &revealed.guide);
    if (status == OK)
        status = sheets_open(opening, &revealed);
    if (opening->identity)
        wipe(opening->identity, sizeof *opening->identity);
    if (status == OK)
        status = panel_change_read(arena, office, panel, keys, &revealed.changes,
                                   &revealed.change_count);
    if (status == OK && opening->is_first_guard)
        status = guard_pass(opening, note);
    if (status == OK)
        *out_revealed = revealed;
    return status;
}

bool is_panel_reveal_waiting(struct arena *arena, struct office *office,
                             const struct panel *panel)
{
    const struct opening opening = {.arena = arena, .office = office, .panel = panel};
    struct span passed = {0};
    return panel->guard.count && guard_passed(&opening, &passed) == OK && !passed.count;
}
