#include "convert/from/from.h"

struct outline_words from_words(struct span text)
{
    return (struct outline_words){.text = text};
}

void from_labels(struct outline *outline, struct outline_item *item, int64_t lowest,
                 const struct outline_words *const *words, size_t count)
{
    struct arena *arena = outline->arena;
    outline_set_number(outline, item, "likert_points", span_format(arena, "%zu", count));
    outline_set_number(outline, item, "likert_min",
                       span_format(arena, "%lld", (long long)lowest));
    outline_set_number(
        outline, item, "likert_max",
        span_format(arena, "%lld", (long long)(lowest + (int64_t)count - 1)));
    const struct outline_words empty = {0}; /* shows its number */
    bool has_words = 0;
    for (size_t i = 0; i < count; i++)
        has_words = has_words || words[i];
    for (size_t i = 0; has_words && i < count; i++)
        outline_option(outline, item, "likert_labels", SPAN(""),
                       words[i] ? words[i] : &empty);
}
