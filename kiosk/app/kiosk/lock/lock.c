#include "app/kiosk/lock/lock.h"

#include "app/common/config_load.h"
#include "app/common/console.h"
#include "app/kiosk/lock/lock_boot.h"
#include "app/terminal/offer.h"
#include "base/wipe.h"
#include "machine/lock_live.h"
#include "machine/lock_state.h"
#include "machine/way_back.h"
#include "seal/seal.h"

#include <string.h>
#include <unistd.h>

enum { LOCK_ARENA_BYTES = 64 * 1024 * 1024 };

struct locking {
    struct arena arena;
    const struct arguments *arguments;
    bool is_live; /* the machine that runs */
    struct lock_record record;
    struct lock_plan plan;
    char passphrase[LOCK_BOOT_PASSPHRASE_BYTES]; /* "": none was made */
};

static enum status begin(struct locking *locking, const struct arguments *arguments)
{
    locking->arguments = arguments;
    locking->is_live = strcmp(arguments->root, "/") == 0;
    arena_init(&locking->arena, LOCK_ARENA_BYTES);
    if (locking->is_live && geteuid() != 0)
        return fail(STATUS_NO_ACCESS,
                    "only root can look after the lock of this machine; "
                    "put sudo before it");
    const enum status status = seal_start();
    return status == OK
               ? lock_record_load(&locking->arena, arguments->root, &locking->record)
               : status;
}

static enum status end(struct locking *locking, enum status status)
{
    wipe(locking->passphrase, sizeof locking->passphrase);
    arena_done(&locking->arena);
    return status;
}

/* The path of `folder` on the machine; NULL stays. */
static const char *on_machine(struct locking *locking, const char *folder)
{
    const char *root = locking->is_live ? "" : locking->arguments->root;
    return folder ? span_format(&locking->arena, "%s%s", root, folder).data : NULL;
}

/* Whether the configuration that the terminal was given last, by a stick or by root, names a PIN
 * for its page for staff. */
static bool is_way_back_pin(struct locking *locking)
{
    const struct terminal_folders *folders = &locking->arguments->folders;
    struct offer offers[OFFERS_MAX];
    struct config *config;
    const size_t count = offer_find(&locking->arena, on_machine(locking, folders->config),
                                    on_machine(locking, folders->incoming), offers);
    for (size_t i = 0; i < count; i++)
        if (config_load(&locking->arena, offers[i].folder, &config) == OK)
            return config->terminal->staff_pin.count > 0;
    return false;
}

/* How somebody gets at the machine; else what is missing. */
static bool is_way_back(struct locking *locking, struct span *out_words)
{
    if (is_way_back_ssh(&locking->arena, locking->arguments->root, out_words))
        return true;
    if (!is_way_back_pin(locking))
        return false;
    *out_words = SPAN("the terminal's page for staff, with its PIN");
    return true;
}

static enum status way_back_check(struct locking *locking, struct span *out_words)
{
    if (is_way_back(locking, out_words))
        return OK;
    return fail(
        STATUS_REFUSED,
        "after the lock nobody could look after this machine any more, because no "
        "console offers a login then, the terminal has no PIN for staff, and %.*s; "
        "nothing was changed",
        SPAN_ARGS(*out_words));
}

static enum status plan(struct locking *locking)
{
    struct span hash = span_of(locking->arguments->boot_hash);
    enum status status = hash.count ? lock_boot_check(hash) : OK;
    const bool is_made =
        !hash.count &&
        !lock_record_find(&locking->record, "/etc/grub.d/42_resonance_lock");
    if (status == OK && is_made) {
        lock_boot_passphrase(locking->passphrase);
        hash = lock_boot_hash(&locking->arena, span_of(locking->passphrase));
    }
    return status == OK ? lock_plan_make(&locking->arena, locking->arguments->root,
                                         &locking->record, hash, &locking->plan)
                        : status;
}

/* ---- lock ---- */

/* What is recorded already is as it was before, as the lock made it, or somebody else's by now. */
static enum status change_check(struct locking *locking, const struct lock_entry *entry)
{
    struct lock_place now;
    const struct lock_entry *known = lock_record_find(&locking->record, entry->path);
    const enum status status =
        lock_place_look(&locking->arena, locking->arguments->root, entry->path, &now);
    if (status != OK || !known || is_lock_place_same(&now, &known->before) ||
        is_lock_place_same(&now, &known->after))
        return status;
    return fail(STATUS_REFUSED,
                "%s was changed since the machine was locked; nothing was changed now: "
                "resonance-kiosk unlock, then lock again",
                entry->path);
}

static void entry_keep(struct lock_record *record, const struct lock_entry *entry)
{
    for (size_t i = 0; i < record->count; i++)
        if (strcmp(record->entries[i].path, entry->path) == 0) {
            record->entries[i] = *entry;
            return;
        }
    record->entries[record->count++] = *entry;
}

/* First into the record, then onto the machine. */
static enum status change_make(struct locking *locking, const struct lock_entry *entry)
{
    struct lock_place now;
    const char *root = locking->arguments->root;
    enum status status = lock_place_look(&locking->arena, root, entry->path, &now);
    if (status != OK || is_lock_place_same(&now, &entry->after))
        return status;
    entry_keep(&locking->record, entry);
    status = lock_record_save(&locking->arena, root, &locking->record);
    return status == OK
               ? lock_place_put(&locking->arena, root, entry->path, &entry->after)
               : status;
}

static enum status changes_make(struct locking *locking)
{
    enum status status = OK;
    const struct span boot =
        locking->is_live ? lock_live_boot(&locking->arena) : SPAN("");
    for (size_t i = 0; i < locking->plan.count && status == OK; i++)
        status = change_check(locking, &locking->plan.changes[i].entry);
    snprintf(locking->record.boot, sizeof locking->record.boot, "%.*s", SPAN_ARGS(boot));
    for (size_t i = 0; i < locking->plan.count && status == OK; i++)
        status = change_make(locking, &locking->plan.changes[i].entry);
    return status == OK && locking->is_live ? lock_live_apply(true) : status;
}

static bool has_change(const struct lock_plan *plan, enum lock_rule rule)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->changes[i].rule == rule)
            return true;
    return false;
}

/* A rule that this machine has nothing for, or that cannot be kept here. */
static bool is_rule_noted(const struct locking *locking, enum lock_rule rule)
{
    const struct span left = locking->plan.left[rule];
    const bool is_none = !left.count && !has_change(&locking->plan, rule);
    if (left.count)
        console_line(CONSOLE_OUT, "note  %s: %.*s", lock_plan_words(rule),
                     SPAN_ARGS(left));
    else if (is_none && *lock_plan_none(rule))
        console_line(CONSOLE_OUT, "note  %s: %s", lock_plan_words(rule),
                     lock_plan_none(rule));
    return left.count > 0 || is_none;
}

static void locked_tell(const struct locking *locking, struct span way)
{
    for (enum lock_rule rule = 0; rule < LOCK_RULE_COUNT; rule++)
        if (!is_rule_noted(locking, rule))
            console_line(CONSOLE_OUT, "ok    %s", lock_plan_words(rule));
    if (is_lock_plan_boot(&locking->plan) && *locking->passphrase)
        console_line(
            CONSOLE_OUT,
            "The boot menu asks for the user staff and this passphrase, which is "
            "shown only now; write it down: %s",
            locking->passphrase);
    console_line(CONSOLE_OUT, "The way back: %.*s; then resonance-kiosk unlock.",
                 SPAN_ARGS(way));
    console_line(CONSOLE_OUT,
                 locking->is_live
                     ? "Restart the machine: the lock holds from then on."
                     : "It holds when that machine starts; where it has GRUB, "
                       "run update-grub in it.");
}

enum status lock_run(const struct arguments *arguments)
{
    struct locking locking = {0};
    struct span way = SPAN("");
    enum status status = begin(&locking, arguments);
    if (status == OK)
        status = way_back_check(&locking, &way);
    if (status == OK)
        status = plan(&locking);
    if (status == OK)
        status = changes_make(&locking);
    if (status == OK)
        locked_tell(&locking, way);
    return end(&locking, status);
}

/* ---- unlock ---- */

static bool is_changed(struct locking *locking, const struct lock_entry *entry,
                       const struct lock_place *now)
{
    return !locking->arguments->is_overwriting &&
           !is_lock_place_same(now, &entry->before) &&
           !is_lock_place_same(now, &entry->after);
}

/* OK: it is what it was. */
static enum status change_undo(struct locking *locking, const struct lock_entry *entry)
{
    struct lock_place now;
    const char *root = locking->arguments->root;
    enum status status = lock_place_look(&locking->arena, root, entry->path, &now);
    if (status != OK)
        return status;
    if (is_changed(locking, entry, &now)) {
        (void)lock_place_sweep(&locking->arena, root, entry->path);
        return fail(STATUS_REFUSED, "%s was changed since the machine was locked",
                    entry->path);
    }
    return lock_place_put(&locking->arena, root, entry->path, &entry->before);
}

/* From the last to the first; what cannot be undone stays in the record. */
static size_t changes_undo(struct locking *locking)
{
    struct lock_record *record = &locking->record;
    size_t kept = record->count;
    for (size_t i = record->count; i-- > 0;)
        if (change_undo(locking, &record->entries[i]) != OK) {
            console_line(CONSOLE_ERROR, "resonance-kiosk: %s", status_last());
            record->entries[--kept] = record->entries[i];
        }
    const size_t count = record->count - kept;
    memmove(record->entries, record->entries + kept, count * sizeof *record->entries);
    record->count = count;
    return count;
}

static enum status undone(struct locking *locking, size_t kept_count)
{
    enum status status =
        lock_record_save(&locking->arena, locking->arguments->root, &locking->record);
    if (status == OK && locking->is_live) {
        (void)unlink(
            LOCK_STATE_FILE); /* a terminal that wants the lock hears of it at once */
        status = lock_live_apply(false);
    }
    if (status != OK)
        return status;
    if (kept_count)
        return fail(STATUS_REFUSED,
                    "%zu of the files named above stay as they are; the rest is what it "
                    "was before the lock. Put them right and unlock again, or give them "
                    "up for what was there before: unlock --overwrite",
                    kept_count);
    console_line(CONSOLE_OUT, "All that the lock has changed is what it was before.%s",
                 locking->is_live ? " Restart the machine." : "");
    return OK;
}

enum status lock_unlock(const struct arguments *arguments)
{
    struct locking locking = {0};
    enum status status = begin(&locking, arguments);
    const bool is_locked = status == OK && locking.record.count;
    if (status == OK &&
        !is_locked) /* a lock may have been cut off before its first change */
        status = lock_record_save(&locking.arena, arguments->root, &locking.record);
    if (status == OK && !is_locked)
        status = fail(STATUS_NOT_FOUND, "this machine is not locked");
    if (status == OK)
        status = undone(&locking, changes_undo(&locking));
    return end(&locking, status);
}

/* ---- verify ---- */

static enum status entry_verify(struct locking *locking, const struct lock_entry *wanted)
{
    struct lock_place now;
    const enum status status =
        lock_place_look(&locking->arena, locking->arguments->root, wanted->path, &now);
    if (status != OK || is_lock_place_same(&now, &wanted->after))
        return status;
    return lock_record_find(&locking->record, wanted->path)
               ? fail(STATUS_REFUSED,
                      "%s was changed since the machine was locked: resonance-kiosk "
                      "unlock, then lock again",
                      wanted->path)
               : fail(STATUS_REFUSED,
                      "%s is not as the lock wants it: resonance-kiosk lock",
                      wanted->path);
}

static enum status rule_verify(struct locking *locking, enum lock_rule rule)
{
    enum status status = OK;
    for (size_t i = 0; i < locking->plan.count && status == OK; i++)
        if (locking->plan.changes[i].rule == rule)
            status = entry_verify(locking, &locking->plan.changes[i].entry);
    return status;
}

static bool is_held(const char *what, enum status status)
{
    if (status == OK)
        console_line(CONSOLE_OUT, "ok    %s", what);
    else
        console_line(CONSOLE_OUT, "WRONG %s: %s", what, status_last());
    return status == OK;
}

static enum status rules_verify(struct locking *locking)
{
    struct span way;
    int wrong_count = 0;
    for (enum lock_rule rule = 0; rule < LOCK_RULE_COUNT; rule++)
        if (!is_rule_noted(locking, rule))
            wrong_count += !is_held(lock_plan_words(rule), rule_verify(locking, rule));
    if (locking->is_live)
        wrong_count +=
            !is_held("what runs now", lock_live_check(&locking->arena, &locking->record));
    if (is_way_back(locking, &way))
        console_line(CONSOLE_OUT, "ok    way back: %.*s", SPAN_ARGS(way));
    else
        console_line(CONSOLE_OUT, "note  way back: %.*s", SPAN_ARGS(way));
    return wrong_count == 0
               ? OK
               : fail(STATUS_REFUSED,
                      "the lock does not hold: %d of the lines above are wrong",
                      wrong_count);
}

/* Also where it cannot be looked at: nobody begins then. What cannot be told counts as untold. */
static enum status state_tell(const struct arguments *arguments, enum status status)
{
    struct arena arena;
    const char *path = arguments->folders.lock;
    if (!path)
        return status;
    arena_init(&arena, LOCK_STATE_BYTES_MAX * 4);
    const enum status told =
        lock_state_write(&arena, path, span_of(status == OK ? "" : status_last()));
    arena_done(&arena);
    return status == OK ? told : status;
}

enum status lock_verify(const struct arguments *arguments)
{
    struct locking locking = {0};
    enum status status = begin(&locking, arguments);
    if (status == OK && !locking.record.count)
        status = fail(STATUS_REFUSED, "this machine is not locked: resonance-kiosk lock");
    if (status == OK)
        status = lock_plan_make(&locking.arena, arguments->root, &locking.record,
                                SPAN(""), &locking.plan);
    if (status == OK)
        status = rules_verify(&locking);
    return state_tell(arguments, end(&locking, status));
}

static enum status rules_look(struct locking *locking)
{
    enum status status = OK;
    for (enum lock_rule rule = 0; rule < LOCK_RULE_COUNT && status == OK; rule++)
        status = rule_verify(locking, rule);
    return status == OK && locking->is_live
               ? lock_live_check(&locking->arena, &locking->record)
               : status;
}

enum status lock_look(const char *root)
{
    struct locking locking = {0};
    const struct arguments arguments = {.root = root};
    enum status status = begin(&locking, &arguments);
    if (status == OK && !locking.record.count)
        status =
            fail(STATUS_NOT_FOUND, "this machine is not locked: resonance-kiosk lock");
    if (status == OK)
        status = lock_plan_make(&locking.arena, root, &locking.record, SPAN(""),
                                &locking.plan);
    if (status == OK)
        status = rules_look(&locking);
    return end(&locking, status);
}
