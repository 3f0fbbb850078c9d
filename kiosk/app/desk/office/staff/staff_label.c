#include "app/desk/office/staff/staff_label.h"

#include "app/desk/office/keys.h"

struct span staff_label_of(struct arena *arena, struct span name)
{
    const struct span first =
        span_cut(span_trim(name), 0, span_find(span_trim(name), ' '));
    char *label = arena_alloc(arena, first.count + 1);
    for (size_t i = 0; i < first.count; i++) {
        const char letter = first.data[i];
        label[i] = letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
        if (label[i] < 'a' || label[i] > 'z')
            return SPAN(STAFF_LABEL_FIRST);
    }
    label[first.count] = 0;
    const struct span made = {label, first.count};
    return made.count && made.count <= KEYS_LABEL_MAX_BYTES &&
                   !is_span(made, KEYS_SIGNING) && !is_span(made, KEYS_RECOVERY)
               ? made
               : SPAN(STAFF_LABEL_FIRST);
}
