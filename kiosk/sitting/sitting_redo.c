#include "sitting/sitting_redo.h"

#include "base/must.h"

#include <string.h>

/* A part that is being answered again already keeps what it has. */
void sitting_redo_begin(struct sitting *sitting, const unsigned char *parts)
{
    struct sitting_redo *redo = &sitting->redo;
    redo->was_offered = 1;
    for (size_t step = 0; step < sitting->step_count; step++) {
        const size_t part = sitting->steps[step].part;
        const bool is_asked = parts && parts[part];
        redo->waiting[step] = is_asked && (redo->waiting[step] || !redo->parts[part]);
    }
    if (parts)
        memcpy(redo->parts, parts, sitting->assessment->part_count);
    else
        memset(redo->parts, 0, sizeof redo->parts);
}

void sitting_redo_end(struct sitting *sitting)
{
    if (sitting->redo.was_offered)
        sitting_redo_begin(sitting, NULL);
}

bool is_sitting_redo(const struct sitting *sitting, size_t step)
{
    must(step < sitting->step_count);
    return sitting->redo.parts[sitting->steps[step].part];
}

bool is_sitting_redo_waiting(const struct sitting *sitting, size_t step)
{
    must(step < sitting->step_count);
    return sitting->redo.waiting[step];
}
