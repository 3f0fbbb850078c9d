#include "machine/lock_plan.h"

#include "machine/lock_edit.h"

#include <string.h>
#include <unistd.h>

#define HEADING                                                                          \
    "# Written by \"resonance-kiosk lock\"; \"resonance-kiosk unlock\" takes it away.\n"
#define GRUB_USER "staff"

static const struct {
    const char *words, *none;
} rules[] = {
#define LOCK_RULE(name, words, none) {words, none},
#include "machine/lock_rule.def"
#undef LOCK_RULE
};

struct making {
    struct arena *arena;
    const char *root;
    const struct lock_record *record;
    struct span boot_hash;
    struct lock_plan *plan;
    bool has_grub;
};

const char *lock_plan_words(enum lock_rule rule)
{
    return rules[rule].words;
}

const char *lock_plan_none(enum lock_rule rule)
{
    return rules[rule].none;
}

static enum status before_of(struct making *making, const char *path,
                             struct lock_place *out_before)
{
    struct lock_place now;
    const struct lock_entry *entry = lock_record_find(making->record, path);
    /* Also where the record knows: something may stand in the way by now. */
    const enum status status = lock_place_look(making->arena, making->root, path, &now);
    if (status == OK)
        *out_before = entry ? entry->before : now;
    return status;
}

static void add(struct making *making, enum lock_rule rule, const char *path,
                const struct lock_place *before, const struct lock_place *after)
{
    making->plan->changes[making->plan->count++] =
        (struct lock_change){rule, {path, *before, *after}};
}

static bool is_planned(const struct making *making, const char *path)
{
    for (size_t i = 0; i < making->plan->count; i++)
        if (strcmp(making->plan->changes[i].entry.path, path) == 0)
            return true;
    return false;
}

/* The folders on the way that were not there before. */
static enum status add_folders(struct making *making, enum lock_rule rule,
                               const char *path)
{
    struct lock_place before;
    for (const char *at = strchr(path + 1, '/'); at; at = strchr(at + 1, '/')) {
        const char *folder =
            span_text(making->arena, (struct span){path, (size_t)(at - path)});
        const struct lock_place after = {
            .kind = LOCK_FOLDER, .mode = 0755, .user = geteuid(), .group = getegid()};
        const enum status status = before_of(making, folder, &before);
        if (status != OK)
            return status;
        if (before.kind == LOCK_NOTHING && !is_planned(making, folder))
            add(making, rule, folder, &before, &after);
    }
    return OK;
}

static enum status add_place(struct making *making, enum lock_rule rule, const char *path,
                             struct lock_place after)
{
    struct lock_place before;
    enum status status = before_of(making, path, &before);
    if (status == OK && before.kind == LOCK_FOLDER)
        status =
            fail(STATUS_EXISTS, "%s is a folder; take it away, then lock again", path);
    if (status == OK)
        status = add_folders(making, rule, path);
    if (status == OK)
        add(making, rule, path, &before, &after);
    return status;
}

/* A row of lock_change.def. */
struct row {
    enum lock_rule rule;
    const char *unit;         /* to be masked, or wanted by: */
    const char *target;       /* NULL: masked */
    const char *path, *words; /* of a file of ours; or of one that is edited: */
    enum lock_edit edit;      /* LOCK_EDIT_COUNT: it is not */
};

static const struct row rows[] = {
#define LOCK_MASK(rule, unit) {LOCK_##rule, unit, NULL, NULL, NULL, LOCK_EDIT_COUNT},
#define LOCK_WANT(rule, target, unit)                                                    \
    {LOCK_##rule, unit, target, NULL, NULL, LOCK_EDIT_COUNT},
#define LOCK_TEXT(rule, path, words)                                                     \
    {LOCK_##rule, NULL, NULL, path, words, LOCK_EDIT_COUNT},
#define LOCK_EDIT(rule, path, what)                                                      \
    {LOCK_##rule, NULL, NULL, path, NULL, LOCK_EDIT_##what},
#include "machine/lock_change.def"
#undef LOCK_MASK
#undef LOCK_WANT
#undef LOCK_TEXT
#undef LOCK_EDIT
};

static enum status unit(struct making *making, const struct row *row)
{
    const char *target = row->target, *name = row->unit;
    const struct span path =
        target
            ? span_format(making->arena, "/etc/systemd/system/%s.wants/%s", target, name)
            : span_format(making->arena, "/etc/systemd/system/%s", name);
    const struct span to =
        target ? span_format(making->arena, "/usr/lib/systemd/system/%s", name)
               : SPAN("/dev/null");
    return add_place(making, row->rule, path.data, lock_place_link(to.data));
}

static enum status text(struct making *making, const struct row *row)
{
    if (row->rule == LOCK_BOOT && !making->has_grub)
        return OK;
    const struct span bytes = span_format(making->arena, "%s%s", HEADING, row->words);
    return add_place(making, row->rule, row->path, lock_place_file(bytes, 0644));
}

/* A file that cannot be edited leaves its rule as it is, and says why; all others are kept. */
static enum status edit(struct making *making, const struct row *row)
{
    struct lock_place before, after;
    enum status status = before_of(making, row->path, &before);
    if (status != OK || before.kind == LOCK_NOTHING)
        return status;
    if (before.kind != LOCK_FILE)
        return fail(STATUS_EXISTS,
                    "%s is a link or a folder, which is not edited; put the file itself "
                    "there, then lock again",
                    row->path);
    after = before;
    after.changed_s = after.changed_ns = 0;
    status = lock_edit_apply(making->arena, row->edit, before.bytes, &after.bytes);
    if (status == STATUS_UNSUPPORTED) {
        making->plan->left[row->rule] = span_copy(making->arena, span_of(status_last()));
        return OK;
    }
    if (status == OK && !is_span_equal(before.bytes, after.bytes))
        add(making, row->rule, row->path, &before, &after);
    return status;
}

static enum status boot_password(struct making *making)
{
    static const char path[] = "/etc/grub.d/42_resonance_lock";
    const struct lock_entry *entry = lock_record_find(making->record, path);
    if (!making->has_grub)
        return OK;
    if (!making->boot_hash.count && entry)
        return add_place(making, LOCK_BOOT, path, entry->after);
    const struct span bytes =
        span_format(making->arena,
                    "#!/bin/sh\n%scat <<'END'\nset superusers=\"" GRUB_USER
                    "\"\npassword_pbkdf2 " GRUB_USER " %.*s\nEND\n",
                    HEADING, SPAN_ARGS(making->boot_hash));
    return add_place(making, LOCK_BOOT, path, lock_place_file(bytes, 0700));
}

/* A rule of which one part cannot be kept is not half kept: it could lock the machine's own
 * keyboard out, or ask for a password at each start. */
static void drop_left(struct lock_plan *plan)
{
    size_t kept = 0;
    for (size_t i = 0; i < plan->count; i++)
        if (!plan->left[plan->changes[i].rule].count)
            plan->changes[kept++] = plan->changes[i];
    plan->count = kept;
}

enum status lock_plan_make(struct arena *arena, const char *root,
                           const struct lock_record *record, struct span boot_hash,
                           struct lock_plan *out_plan)
{
    struct lock_place grub;
    struct making making = {arena, root, record, boot_hash, out_plan, false};
    *out_plan = (struct lock_plan){0};
    enum status status = before_of(&making, "/etc/grub.d/10_linux", &grub);
    making.has_grub = status == OK && grub.kind == LOCK_FILE;
    for (size_t i = 0; i < sizeof rows / sizeof *rows && status == OK; i++)
        status = rows[i].unit                      ? unit(&making, &rows[i])
                 : rows[i].edit != LOCK_EDIT_COUNT ? edit(&making, &rows[i])
                                                   : text(&making, &rows[i]);
    if (status == OK)
        status = boot_password(&making);
    drop_left(out_plan);
    return status;
}

bool is_lock_plan_boot(const struct lock_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->changes[i].rule == LOCK_BOOT)
            return true;
    return false;
}
