/* lock_plan: all that the lock changes on one machine (lock_change.def), in its order, with what
 * stands there before and what is to stand there afterwards. */
#ifndef MACHINE_LOCK_PLAN_H
#define MACHINE_LOCK_PLAN_H

#include "machine/lock_record.h"

enum lock_rule {
#define LOCK_RULE(name, words, none) LOCK_##name,
#include "machine/lock_rule.def"
#undef LOCK_RULE
    LOCK_RULE_COUNT
};

struct lock_change {
    enum lock_rule rule;
    struct lock_entry entry;
};

struct lock_plan {
    struct lock_change changes[LOCK_RECORD_MAX];
    size_t count;
    struct span left[LOCK_RULE_COUNT]; /* why a rule cannot be kept here; empty: it can */
};

/* lock_plan_make(arena, root, record, boot_hash, out_plan): the plan for the machine `root`. What
 * `record` names was there before the lock; all else is as it stands now. `boot_hash` is what the
 * boot loader asks for, as grub-mkpasswd-pbkdf2 writes it; empty: that of the record. Nothing is
 * changed. Fails as lock_place_look. */
must_check enum status lock_plan_make(struct arena *arena, const char *root,
                                      const struct lock_record *record,
                                      struct span boot_hash, struct lock_plan *out_plan);

/* is_lock_plan_boot(plan): whether the machine has a boot loader that is to ask for a
 * passphrase. */
bool is_lock_plan_boot(const struct lock_plan *plan);

/* lock_plan_words(rule): what people call `rule`. lock_plan_none(rule): what there is to say where
 * a machine has nothing of it; "" for nothing. */
const char *lock_plan_words(enum lock_rule rule);
const char *lock_plan_none(enum lock_rule rule);

#endif
