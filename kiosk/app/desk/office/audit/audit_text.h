/* audit_text: what an auditor may know of one person, as the text that is sealed: to which groups
 * they belong, and what came of it. All texts of a kind are equally long, so that a sealed one
 * does not tell by its size whose it is. */
#ifndef APP_DESK_OFFICE_AUDIT_AUDIT_TEXT_H
#define APP_DESK_OFFICE_AUDIT_AUDIT_TEXT_H

#include "base/arena.h"
#include "base/span.h"

enum {
    AUDIT_TEXT_ATTRIBUTES =
        2, /* sex and origin, say: with a third, cells could be worked out */
    AUDIT_TEXT_NAME_MAX = 40, /* bytes */
    AUDIT_TEXT_VALUE_MAX = 60,
    AUDIT_TEXT_BYTES = 640, /* of every text */
};

/* To which group somebody belongs, by attribute; an empty value: they did not say. */
struct audit_group {
    size_t count;
    struct span names[AUDIT_TEXT_ATTRIBUTES], values[AUDIT_TEXT_ATTRIBUTES];
};

/* No figure and no word: only whether they came on, and on which side of the middle they are. */
enum audit_side { AUDIT_NO_FIGURE, AUDIT_NOT_ABOVE, AUDIT_ABOVE };
struct audit_outcome {
    struct span vacancy; /* id */
    bool is_interviewed, is_offered;
    enum audit_side side; /* of the median of everybody's figures */
};

/* audit_text_group_write(arena, group), audit_text_outcome_write(arena, outcome): AUDIT_TEXT_BYTES
 * of canonical JSON; names, values and ids are no longer than said above, and hold nothing that
 * JSON writes with more than two characters. audit_text_group_read(arena, bytes, out_group),
 * audit_text_outcome_read(arena, bytes, out_outcome): and back; STATUS_DAMAGED for any other. */
struct span audit_text_group_write(struct arena *arena, const struct audit_group *group);
struct span audit_text_outcome_write(struct arena *arena,
                                     const struct audit_outcome *outcome);
must_check enum status audit_text_group_read(struct arena *arena, struct span bytes,
                                             struct audit_group *out_group);
must_check enum status audit_text_outcome_read(struct arena *arena, struct span bytes,
                                               struct audit_outcome *out_outcome);

#endif
